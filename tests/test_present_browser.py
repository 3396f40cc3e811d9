"""A lesson on a projector, by the keyboard alone, and on paper."""

import re

import pytest

from kit import notebooks

pytestmark = pytest.mark.browser

LESSON = "lessons/01_factories.html"
PLACE = re.compile(r"(\d+) of (\d+)")


@pytest.fixture
def shown(watch, site):
    """Lesson 01 as a page; nothing may fail while it is presented."""
    watched = watch("file:", offline=True)
    watched.page.goto((site / LESSON).as_uri())
    watched.page.wait_for_selector("html[data-kit=ready]")
    yield watched.page
    assert (watched.strangers, watched.errors) == ([], [])


def place(page):
    return tuple(map(int, PLACE.fullmatch(page.locator(".kit-stage [role=status]").inner_text()).groups()))


def start(page):
    page.get_by_role("button", name="Present").focus()
    page.keyboard.press("Enter")
    page.locator(".kit-stage").wait_for()


def test_every_step_can_be_reached_and_left_with_the_keyboard(shown):
    headings = shown.locator("article :is(h1, h2, h3) >> visible=true").all_inner_texts()
    start(shown)
    at, count = place(shown)
    assert at == 1 and count > 20
    seen = []
    for _ in range(count):
        seen.append(shown.locator("article").inner_text())
        shown.keyboard.press("PageDown")
    assert place(shown) == (count, count)
    assert all(seen) and len(set(seen)) == count, "each step shows something new"
    for key, where in [
        ("Home", 1),
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowLeft", 2),
        ("PageUp", 1),
        ("PageUp", 1),
        ("End", count),
    ]:
        shown.keyboard.press(key)
        assert place(shown)[0] == where, key
    shown.keyboard.press("Escape")
    assert shown.locator(".kit-stage").count() == 0 and "#" not in shown.url
    assert shown.locator("article :is(h1, h2, h3) >> visible=true").all_inner_texts() == headings


def test_what_was_seen_is_folded_below_the_chart_and_its_question_stays_in_sight(shown):
    start(shown)
    chart = shown.locator("[data-explorer=installations]")
    for _ in range(20):
        shown.keyboard.press("ArrowRight")
        if chart.is_visible():
            break
    chart.locator(".main-svg").first.wait_for()
    told = chart.get_by_text("China passed one half in 2021")
    assert not told.is_visible()
    assert shown.get_by_text("In which year did China pass one half of the world?").is_visible()
    chart.get_by_text("What did you see? Compare").click()
    assert told.is_visible() and chart.is_visible()


def test_type_is_larger_and_so_is_the_type_in_charts(shown):
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    chart = shown.locator("[data-explorer=installations]")
    chart.scroll_into_view_if_needed()
    tick = chart.locator(".xtick text").first
    tick.wait_for()
    before = shown.locator("article h1").evaluate(size), tick.evaluate(size)
    start(shown)
    while not chart.is_visible():
        shown.keyboard.press("ArrowRight")
    shown.wait_for_function(
        "before => parseFloat(getComputedStyle(document.querySelector('[data-explorer=installations] .xtick "
        "text')).fontSize) > 1.25 * before",
        arg=before[1],
    )
    shown.keyboard.press("Home")
    assert shown.locator("article h1").evaluate(size) > 1.25 * before[0]
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_slider_keeps_its_arrows_and_a_remote_still_goes_on(shown):
    start(shown)
    chart = shown.locator("[data-explorer=installations]")
    while not chart.is_visible():
        shown.keyboard.press("ArrowRight")
    at = place(shown)[0]
    slider = chart.get_by_role("slider")
    slider.focus()
    shown.keyboard.press("ArrowLeft")
    assert "In 2022" in chart.locator(".kit-note").inner_text() and place(shown)[0] == at
    shown.keyboard.press("PageDown")
    assert place(shown)[0] == at + 1


def test_the_address_keeps_the_place(shown, site):
    start(shown)
    for _ in range(4):
        shown.keyboard.press("ArrowRight")
    assert shown.url.endswith("#present=5")
    shown.reload()
    assert place(shown)[0] == 5
    shown.goto((site / "index.html").as_uri())
    shown.goto((site / LESSON).as_uri() + "#present=999")
    assert place(shown)[0] == place(shown)[1]


def test_it_has_no_barrier_in_both_looks(shown):
    from axe_playwright_python.sync_playwright import Axe

    start(shown)
    for scheme in ("light", "dark"):
        shown.emulate_media(color_scheme=scheme)
        for _ in range(6):
            shown.keyboard.press("ArrowRight")
        assert (
            Axe()
            .run(
                shown,
                context={"exclude": [[".main-svg"]]},
                options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
            )
            .response["violations"]
            == []
        ), scheme


def test_other_pages_have_nothing_to_present(watch, site):
    page = watch("file:", offline=True).page
    page.goto((site / "index.html").as_uri())
    page.wait_for_selector("html[data-kit=ready]")
    assert page.get_by_role("button", name="Present").count() == 0


@pytest.mark.parametrize("path", notebooks.lessons(), ids=lambda path: path.stem)
def test_any_lesson_on_paper_is_a_clean_handout_in_the_light_look(watch, site, path):
    page = watch("file:", offline=True, color_scheme="dark").page
    page.goto((site / "lessons" / f"{path.stem}.html").as_uri())
    page.wait_for_selector("html[data-kit=ready]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(
        "[...document.querySelectorAll('.kit-chart')].every((chart) => chart.querySelector('.main-svg') || "
        "!chart.clientWidth)"
    )
    page.emulate_media(media="print")
    for hidden in (
        ".sidebar-drawer",
        ".toc-drawer",
        "footer",
        "button.kit-present",
        ".kit-acts",
        ".kit-controls",
        "details:not([open])",
        "div.cell:not(.tag_exercise) div.cell_input",
        ".tag_exercise div.cell_output",
    ):
        assert page.locator(f"{hidden} >> visible=true").count() == 0, hidden
    assert page.locator("article .kit-note >> visible=true").count() >= 3
    inks = page.locator(".kit-chart .xtick text >> visible=true").evaluate_all(
        "texts => texts.map(text => getComputedStyle(text).fill)"
    )
    assert set(inks) <= {"rgb(28, 33, 40)"}, "dark charts on white paper cannot be read"
    assert page.locator("article").evaluate("node => getComputedStyle(node).color") == "rgb(28, 33, 40)"
    # On A4 with these margins a line is 680 pixels long; a chart wider than its card would be cut.
    page.set_viewport_size({"width": 680, "height": 900})
    wide = page.locator(".kit-chart >> visible=true").evaluate_all(
        "charts => charts.filter(chart => chart.querySelector('.main-svg').getBoundingClientRect().width > "
        "chart.clientWidth + 1).map(chart => chart.closest('.kit').innerText.slice(0, 60))"
    )
    assert wide == []
