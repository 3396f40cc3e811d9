"""A page of several cards: one that fails stops no other, and the address keeps every explorer's state."""

import plotly.graph_objects as go
import pytest

import kit
from kit.widgets import frontend

pytestmark = pytest.mark.browser


def bars(n):
    return go.Figure(go.Bar(x=["n"], y=[n])), f"The bar is {n} high."


@pytest.fixture
def opened(tmp_path, watch):
    """Open a page of three explorers, a quiz, and two cards that cannot live; with something behind #."""
    broken = kit.quiz("Broken?\n- [x] yes :: y\n- [ ] no :: n", id="broken").embed().replace('"questions"', '"lost"')
    cards = [kit.explore(bars, title="Bars", n=kit.Slider(1, 4, play=True)).embed() for _ in range(2)]
    quiz = kit.quiz("Works?\n- [x] yes :: Right so.\n- [ ] no :: n", id="works").embed()
    body = broken + cards[0] + '<div class="kit-widget" id="odd" data-kit="odd"></div>' + "".join(cards) + quiz
    (tmp_path / "_static").mkdir()
    (tmp_path / "_static" / "kit.js").write_text(frontend.page_script(), encoding="utf-8")
    (tmp_path / "_static" / "plotly.min.js").write_text("", encoding="utf-8")
    (tmp_path / "page.html").write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><style>{frontend.stylesheet()}</style>'
        f'<body data-theme="light"><a href="#there">in the page</a>{body}<p id="there">There</p>'
        '<script src="_static/kit.js"></script></body></html>',
        encoding="utf-8",
    )
    watched = watch("file:", offline=True)

    def go_to(hash=""):
        watched.page.goto((tmp_path / "page.html").as_uri() + hash)
        watched.page.wait_for_selector("html[data-kit=ready]")
        return watched.page

    yield go_to
    assert (watched.strangers, watched.errors) == ([], [])


def heights(page):
    return [int(text.split()[3]) for text in page.locator(".kit[data-explorer] .kit-note").all_inner_texts()]


def move(page, name, key):
    before = page.evaluate("location.href")
    page.locator(f"[id='{name}'] input[type=range]").press(key)
    page.wait_for_function("before => location.href !== before", arg=before)


@pytest.mark.parametrize("hash", ["", "#100%", "#%", "#%E0%A4?n=%", "#there", "#bars?n=9"])
def test_a_card_that_cannot_live_says_so_in_its_place_and_all_others_live(opened, hash):
    page = opened(hash)
    assert page.locator("#broken .kit-trouble").inner_text().startswith("This card could not be shown (")
    assert page.locator("#broken .kit-summary").inner_text().startswith("Broken?")
    assert page.locator("#odd .kit-trouble").is_visible()
    assert heights(page) == [1, 1, 1]
    page.locator("#works").get_by_label("yes").check()
    page.get_by_text("Right. Right so.").wait_for()


def test_links_and_back_and_forward_restore_every_explorer_and_leave_the_others_alone(opened):
    page = opened("#bars-2?n=3")
    # The first card stands on the page twice, before and among the others.
    names = page.locator(".kit-widget[data-kit=explore]").evaluate_all("all => all.map(one => one.id)")
    assert names[0] == "bars" and len(set(names)) == 3
    start = heights(page)
    assert sorted(start) == [1, 1, 3]
    move(page, "bars", "End")
    moved = heights(page)
    assert sorted(moved) == [1, 3, 4]
    page.get_by_role("link", name="in the page").click()
    page.wait_for_function("location.hash === '#there'")
    assert heights(page) == moved
    page.go_back()
    page.wait_for_function("location.hash !== '#there'")
    page.go_back()
    page.locator("[id=bars] .kit-note", has_text="is 1 high").wait_for()
    assert heights(page) == start
    page.go_forward()
    page.locator("[id=bars] .kit-note", has_text="is 4 high").wait_for()
    assert heights(page) == moved
    page.reload()
    page.wait_for_selector("html[data-kit=ready]")
    assert heights(page) == moved


def test_play_is_one_step_back(opened):
    page = opened()
    before = page.evaluate("history.length")
    page.locator("[id=bars]").get_by_role("button", name="Play").click()
    page.locator("[id=bars] .kit-note", has_text="is 4 high").wait_for()
    page.wait_for_function("location.hash === '#bars?n=4'")
    page.wait_for_timeout(600)
    assert page.evaluate("history.length") == before + 1


def test_a_kernel_that_sends_no_plotly_is_reported_in_the_chart(browser):
    page = browser.new_page()
    page.clock.install()
    spec = {"id": "x", "title": "X", "height": 200, "data": [], "controls": [], "source": "", "about": ""}
    page.evaluate(
        f"""spec => {{
            const kit = {frontend.script()};
            const drawn = JSON.stringify({{state: [], figure: {{data: [], layout: {{}}}}, caption: "A bar."}});
            const model = {{get: (name) => ({{_spec: spec, _state: [], _drawn: drawn}})[name], on() {{}}, off() {{}}}};
            kit.mount("explore", document.body.appendChild(document.createElement("div")), () => model);
        }}""",
        spec,
    )
    page.get_by_text("A bar.").first.wait_for()
    page.clock.run_for(1_000)
    assert page.locator(".kit-trouble:visible").count() == 0
    page.clock.run_for(12_000)
    page.get_by_text("The chart could not be loaded").wait_for()
    page.close()


def test_two_versions_of_the_kit_run_side_by_side(browser, monkeypatch):
    page = browser.new_page()
    first = frontend.module.__wrapped__("quiz")
    monkeypatch.setattr(frontend, "script", lambda: '({ mount: () => "another" })')
    second = frontend.module.__wrapped__("quiz")
    modules = [text.replace("export default", "return") for text in (first, second, first)]
    found = page.evaluate(
        """modules => modules.map((text) => new Function(text)().render({model: {}, el: document.body}))
            .map((made) => typeof made)""",
        modules,
    )
    assert found == ["object", "string", "object"] and page.evaluate("Object.keys(__kit).length") == 2
    page.close()
