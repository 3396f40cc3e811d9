"""What the self-learner relies on: a strict policy, the keyboard alone, her own progress."""

import functools
import http.server
import re
import threading

import pytest
from page_parts import opened, ready

from kit import notebooks

pytestmark = pytest.mark.browser

LESSON = "lessons/01_factories.html"
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"


class Served(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under the strict policy, quietly."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *words):
        pass


@pytest.fixture(scope="module")
def address(site):
    """The site on a server of this machine that sends a strict Content-Security-Policy."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Served, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_no_page_breaks_a_strict_content_policy_and_charts_draw_under_it(watch, site, address):
    watched = watch(address)
    page = watched.page
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} "
        "${event.blockedURI} ${event.sample}`))"
    )
    broken = []
    page.on("console", lambda message: broken.append(message.text) if "policy" in message.text.lower() else None)
    kinds = [
        site / "index.html",
        site / "search.html",
        site / "glossary.html",
        *site.glob("lessons/*.html"),
        *site.glob("teachers/*.html"),
        site / "data" / "index.html",
    ]
    for path in kinds:
        page.goto(f"{address}/{path.relative_to(site).as_posix()}")
        ready(page)
        opened(page)
    page.goto(f"{address}/search.html?q=robots")
    page.locator("#search-results a").first.wait_for()
    assert (broken, watched.errors, watched.strangers) == ([], [], [])


def test_the_address_follows_an_explorer_and_back_undoes_a_step(watch, site):
    page = watch("file:", offline=True).page
    page.goto((site / LESSON).as_uri())
    ready(page)
    explorer = page.locator(".kit[data-explorer=installations]")
    note = explorer.locator(".kit-note")
    first = note.inner_text()
    explorer.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile(r"#installations\?.*year=2022"))
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("year=2021"))
    page.go_back()
    page.wait_for_url(re.compile("year=2022"))
    assert "In 2022" in note.inner_text() and explorer.get_by_role("slider").get_attribute("aria-valuetext") == "2022"
    page.go_back()
    page.wait_for_function("!location.hash")
    assert note.inner_text() == first
    page.go_forward()
    page.wait_for_url(re.compile("year=2022"))
    page.reload()
    ready(page)
    assert "In 2022" in note.inner_text()


def test_answers_stay_on_the_device_and_the_first_page_shows_and_clears_them(watch, site):
    page = watch("file:", offline=True).page
    page.goto((site / LESSON).as_uri())
    ready(page)
    page.get_by_label("Far more robots came than left").check()
    page.get_by_label("Robots have replaced workers in South Korea").check()
    page.reload()
    ready(page)
    assert page.get_by_label("Far more robots came than left").is_checked()
    assert page.get_by_text("✓ Right. 276,000 came").is_visible()
    page.goto((site / "index.html").as_uri())
    place = page.locator("[data-progress='01']")
    assert re.search(r"1 of \d questions right", place.inner_text())
    page.get_by_role("button", name="Clear it").click()
    assert (
        place.inner_text() == ""
        and page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('kit/')).length") == 0
    )


def test_forget_my_answers_takes_one_quiz_back(watch, site):
    page = watch("file:", offline=True).page
    page.goto((site / LESSON).as_uri())
    ready(page)
    page.get_by_label("Old robots were repaired").check()
    page.get_by_role("button", name="Forget my answers").click()
    assert not page.get_by_label("Old robots were repaired").is_checked()
    assert not page.get_by_role("button", name="Forget my answers").is_visible()


def test_a_term_shows_its_meaning_on_focus_and_escape_hides_it(watch, site):
    page = watch("file:", offline=True).page
    page.goto((site / LESSON).as_uri())
    ready(page)
    term = page.locator("a.kit-term", has_text="stock").first
    term.focus()
    shown = page.get_by_role("tooltip")
    assert "at one moment" in shown.inner_text() and term.get_attribute("aria-describedby") == "kit-meaning"
    page.keyboard.press("Escape")
    assert not shown.is_visible()
    term.press("Enter")
    page.wait_for_url(re.compile("glossary.html#term-stock"))
    assert page.locator("#term-stock").is_visible()


def press_until(page, key, goal, most=400):
    """Press a key until the focused element fits; return how often."""
    for count in range(most):
        if page.evaluate(f"(() => {{ const one = document.activeElement; return Boolean({goal}); }})()"):
            return count
        page.keyboard.press(key)
    raise AssertionError(f"{key} never reached {goal}")


def assert_answers_to_keys(page, name):
    """Go through an explorer's controls with the keyboard; each can be reached, and a key changes what is said."""
    press_until(page, "Tab", f"one.closest('.kit-controls') && one.closest('[data-explorer={name}]')")
    card = page.locator(f".kit[data-explorer={name}]")
    before = card.locator(".kit-note").inner_text()
    kinds = page.evaluate(
        f"new Set([...document.querySelectorAll('[data-explorer={name}] .kit-controls :is(input, select)')]"
        ".map((one) => one.name)).size"
    )
    reached, changed = set(), False
    while page.evaluate(f"Boolean(document.activeElement.closest('[data-explorer={name}] .kit-controls'))"):
        reached.add(page.evaluate("document.activeElement.name"))
        kind = page.evaluate("document.activeElement.type")
        # At one end of a slider only one of the two arrows can move it.
        for key in {"checkbox": ["Space"], "button": []}.get(kind, ["ArrowRight", "ArrowLeft"]):
            page.keyboard.press(key)
            changed = changed or card.locator(".kit-note").inner_text() != before
        page.keyboard.press("Tab")
    assert changed, f"{name} did not answer to the keyboard"
    assert len(reached - {""}) >= kinds, f"{name}: a control cannot be reached"


def test_a_whole_lesson_can_be_done_with_the_keyboard_alone(watch, site):
    names = "(cards) => cards.map((card) => card.dataset.explorer)"
    page = watch("file:", offline=True).page
    page.goto((site / LESSON).as_uri())
    ready(page)
    # The guess: say what is assumed, open the fields, fill in each, commit.
    press_until(page, "Tab", "one.id.startsWith('kit-assumed') && one.closest('[data-predict]')")
    page.keyboard.type("More each year")
    press_until(page, "Tab", "one.tagName === 'SUMMARY' && one.closest('[data-predict]')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    while page.evaluate("Boolean(document.activeElement.closest('.kit-values'))"):
        page.keyboard.type("90000")
        page.keyboard.press("Tab")
    press_until(page, "Tab", "one.classList.contains('kit-button')")
    page.keyboard.press("Enter")
    page.locator("[data-predict='01-china-2021'] .kit-note", has_text="it was 268,000").wait_for()
    # Each explorer of the core: every control takes the focus, and a key changes the note or the chart.
    for name in page.locator(".kit[data-explorer]:not(.kit-part *)").evaluate_all(names):
        assert_answers_to_keys(page, name)
    # The questions: one option each with the space key.
    first = page.locator("#\\30 1-check fieldset").first.locator("legend").inner_text()
    press_until(page, "Tab", "one.closest('.kit-question') && one.closest('[id=\"01-check\"]')")
    page.keyboard.press("Space")
    assert page.locator("#\\30 1-check").get_by_role("group", name=first).locator(".kit-why:visible").count() == 1
    # The verdict.
    press_until(page, "Tab", "one.closest('[data-predict^=claim-]') && one.type === 'radio'")
    page.keyboard.press("Space")
    press_until(page, "Tab", "one.classList.contains('kit-button') && one.closest('[data-predict^=claim-]')")
    page.keyboard.press("Enter")
    page.get_by_text("the kit says").wait_for()
    # The folded parts that go further: open each, then use what it holds.
    for count, part in enumerate(page.locator(".kit-part").all()):
        press_until(page, "Tab", f"one === document.querySelectorAll('.kit-part > summary')[{count}]")
        page.keyboard.press("Enter")
        for name in part.locator(".kit[data-explorer]").evaluate_all(names):
            assert_answers_to_keys(page, name)


def test_at_twice_the_size_nothing_is_lost_or_scrolls_sideways(watch, site):
    # 200 % of a window 1280 wide leaves 640 CSS pixels; 400 % leaves 320.
    for width in (640, 320):
        page = watch("file:", offline=True, width=width).page
        page.goto((site / LESSON).as_uri())
        ready(page)
        opened(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        cut = page.evaluate(
            "[...document.querySelectorAll('.kit :is(p, h3, label, legend, button)')].filter((one) => "
            "one.clientWidth && one.scrollWidth > one.clientWidth + 2 && getComputedStyle(one).overflow !== "
            "'visible' && !one.classList.contains('kit-spoken')).map((one) => one.className)"
        )
        assert cut == []


def test_nothing_moves_for_readers_who_asked_for_stillness(watch, site):
    page = watch("file:", offline=True, reduced_motion="reduce").page
    page.goto((site / LESSON).as_uri())
    ready(page)
    assert page.locator(".kit-chart").first.evaluate("node => getComputedStyle(node).transitionDuration") in ("0s", "")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    assert page.evaluate("document.getAnimations().length") == 0


def test_plotly_comes_only_when_a_chart_comes_near(watch, site):
    watched = watch("file:", offline=True, height=500)
    asked = []
    watched.page.on("request", lambda request: asked.append(request.url) if "plotly" in request.url else None)
    watched.page.goto((site / LESSON).as_uri())
    ready(watched.page)
    assert watched.page.locator("h1").is_visible()
    watched.page.locator(".kit[data-explorer=installations]").scroll_into_view_if_needed()
    watched.page.locator(".kit[data-explorer=installations] .main-svg").first.wait_for()
    watched.page.locator(".kit[data-explorer=rank]").scroll_into_view_if_needed()
    watched.page.locator(".kit[data-explorer=rank] .main-svg").first.wait_for()
    assert len(asked) == 1


@pytest.mark.parametrize("path", notebooks.lessons(), ids=lambda path: path.stem)
def test_a_lesson_page_is_light(site, path):
    import gzip

    page = (site / "lessons" / f"{path.stem}.html").read_bytes()
    own = (
        [site / "_static" / name for name in ("kit.js", "kit.css", "site.js", "site.css")]
        + list((site / "_static" / "styles").glob("*.css"))
        + list((site / "_static").glob("mystnb*.css"))
    )
    size = len(gzip.compress(page)) + sum(len(gzip.compress(file.read_bytes())) for file in own)
    assert size <= 400_000, f"{size // 1000} KB gzipped"
