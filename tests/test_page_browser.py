"""Lessons as pages, most of all 01, opened from disk with the network cut, used as a reader would."""

import re

import pytest

from kit import notebooks

pytestmark = pytest.mark.browser

LESSON = "lessons/01_factories.html"


def open_lesson(watch, site, page=LESSON, **options):
    watched = watch("file:", offline=True, **options)
    watched.page.goto((site / page).as_uri())
    if "?" not in page:
        watched.page.wait_for_selector("html[data-kit=ready]")
    return watched


def unfold(page):
    """Open the parts of Going further and the solutions."""
    page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")


def card(page, name):
    found = page.locator(f".kit[data-explorer={name}]")
    unfold(page)
    found.scroll_into_view_if_needed()
    found.locator(".main-svg").first.wait_for()
    return found


def lines(explorer):
    return explorer.locator(".kit-chart").evaluate(
        "node => node.data.map(trace => [trace.name, trace.x.length, trace.y.at(-1)])"
    )


def test_nothing_is_asked_of_the_network_and_nothing_fails(watch, site):
    watched = open_lesson(watch, site)
    for name in ("installations", "rank", "robots_at_work", "best_of_many", "price_and_volume"):
        card(watched.page, name)
    assert watched.strangers == []
    assert watched.errors == []


def test_every_page_of_the_site_opens_without_a_request_to_elsewhere(watch, site):
    watched = watch("file:", offline=True)
    for path in site.rglob("*.html"):
        watched.page.goto(path.as_uri())
        assert (watched.strangers, watched.errors) == ([], []), path.name


def test_a_slider_moves_the_chart_and_the_note(watch, site):
    explorer = card(open_lesson(watch, site).page, "installations")
    assert ["China", 12, 276000] in lines(explorer)
    slider = explorer.locator("input[type=range]")
    slider.focus()
    slider.press("ArrowLeft")
    assert (
        "In 2022 China installed most of the countries shown: 290,000 robots"
        in explorer.locator(".kit-note").inner_text()
    )
    assert ["China", 11, 290000] in lines(explorer)
    assert slider.get_attribute("aria-valuetext") == "2022"


def test_buttons_and_tick_boxes_change_what_is_drawn_and_reset_brings_it_back(watch, site):
    explorer = card(open_lesson(watch, site).page, "installations")
    explorer.get_by_role("radio", name="share of the world").check()
    assert round({name: value for name, _, value in lines(explorer)}["China"]) == 51
    explorer.get_by_role("checkbox", name="China").uncheck()
    assert "China" not in [name for name, _, _ in lines(explorer)]
    for place in ("Japan", "United States", "South Korea", "Germany"):
        explorer.get_by_role("checkbox", name=place).uncheck()
    assert explorer.locator(".kit-note").inner_text() == "No country is ticked: tick at least one."
    explorer.get_by_text("Reset").click()
    assert ["China", 12, 276000] in lines(explorer)


def test_the_data_behind_a_chart_stand_in_a_table(watch, site):
    explorer = card(open_lesson(watch, site).page, "installations")
    explorer.get_by_text("Show data").click()
    last = explorer.locator("tbody tr").last.inner_text()
    assert re.split(r"\s+", last)[:2] == ["2023", "276,000"]
    assert explorer.get_by_text("Hide data").get_attribute("aria-expanded") == "true"


def test_a_heat_table_turns_dark_and_its_numbers_stand_in_a_table(watch, site):
    page = watch("file:", offline=True, color_scheme="dark").page
    page.goto((site / "lessons/03_services.html").as_uri() + "#who_makes_what?count=all+on+the+list")
    explorer = card(page, "who_makes_what")
    assert explorer.locator(".kit-chart").evaluate("node => node.data[0].colorscale.map(step => step[1])") == [
        "#15191e",
        "#4789f5",
    ]
    explorer.get_by_text("Show data").click()
    assert re.split(r"\s+", explorer.locator("tbody tr").first.inner_text())[:3] == ["services", "43", "12"]


def test_parts_of_going_further_are_folded_undrawn_and_opened_by_an_address(watch, site):
    page = open_lesson(watch, site).page
    explorer = page.locator(".kit[data-explorer=best_of_many]")
    page.get_by_role("heading", name="Why do prize winners look so good?").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert not explorer.is_visible() and explorer.locator(".main-svg").count() == 0
    page.goto((site / LESSON).as_uri() + "#best_of_many?luck=9")
    page.reload()
    explorer.locator(".main-svg").first.wait_for()
    assert explorer.is_visible() and not page.locator(".kit[data-explorer=price_and_volume]").is_visible()


def test_an_address_opens_an_explorer_in_its_state(watch, site):
    watched = watch("file:", offline=True)
    watched.page.goto((site / LESSON).as_uri() + "#rank?measure=robots+per+10%2C000+workers%2C+2023&more_workers=10")
    watched.page.wait_for_selector("html[data-kit=ready]")
    assert "China: 427, place 3 of 5" in card(watched.page, "rank").locator(".kit-note").inner_text()


def test_the_guess_is_spoken_to_and_comes_back_at_the_end(watch, site):
    page = open_lesson(watch, site).page
    prediction = page.locator("[data-predict='01-china-2021']")
    prediction.scroll_into_view_if_needed()
    prediction.locator(".main-svg").first.wait_for()
    assert (
        max(
            prediction.locator(".kit-chart").evaluate(
                "node => node.data.find(trace => trace.name === 'China').y.length"
            ),
            0,
        )
        == 1
    )
    prediction.get_by_label("What do you assume?").fill("It would grow steadily.")
    prediction.get_by_role("button", name="Show me the data").click()
    assert "Still to draw" in prediction.locator(".kit-note").inner_text()
    box = prediction.locator(".kit-chart .nsewdrag").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.1, box["y"] + box["height"] * 0.9)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + box["height"] * 0.8, steps=4)
    page.mouse.up()
    prediction.get_by_role("button", name="Show me the data").click()
    note = prediction.locator(".kit-note")
    note.get_by_text("it was 268,000 robots").wait_for()
    assert re.search(r"You drew 1\d\d,\d{3} robots for 2021", note.inner_text()), note.inner_text()
    assert "your guess" in prediction.locator(".kit-chart").evaluate("node => node.data.map(trace => trace.name)")
    recalled = page.locator("#\\30 1-china-2021-recall .kit-note")
    assert "268,000 robots" in recalled.inner_text() and "It would grow steadily." in recalled.inner_text()


def test_a_wrong_answer_says_why_and_a_right_one_too(watch, site):
    quiz = open_lesson(watch, site).page.locator("#\\30 1-check")
    quiz.get_by_text("Old robots were repaired").click()
    assert "✗ Not yet. Repair changes how long a robot lives" in quiz.inner_text()
    quiz.get_by_text("Far more robots came than left").click()
    assert "✓ Right. 276,000 came" in quiz.inner_text()


def test_a_verdict_is_compared_with_the_ledger(watch, site):
    claim = open_lesson(watch, site).page.locator("[data-predict=claim-c15]")
    claim.get_by_label("partly supported").check()
    claim.get_by_role("button", name="Compare with the kit").click()
    claim.get_by_text("You say “partly supported”; the kit says “outcome not found”").wait_for()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_scrolls_sideways_and_charts_follow_the_look(watch, site, width, scheme):
    page = open_lesson(watch, site, width=width, color_scheme=scheme).page
    explorer = card(page, "installations")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    colour = explorer.locator(".kit-chart").evaluate(
        "node => node.data.find(trace => trace.name === 'China').line.color"
    )
    assert colour == {"light": "#b3341f", "dark": "#ff8f73"}[scheme]


def test_solutions_and_teachers_words_are_not_open_on_the_page(watch, site):
    page = open_lesson(watch, site).page
    assert "Likely answers" not in page.content()
    solved = page.get_by_text('busy = china_rows[china_rows["robots"] > 150_000]')
    assert not solved.first.is_visible()
    page.get_by_text("Show the solution").last.click()
    assert solved.first.is_visible()


def test_search_works_from_disk(watch, site):
    watched = watch("file:", offline=True)
    watched.page.goto((site / "search.html").as_uri() + "?q=denominator")
    watched.page.locator("#search-results a").first.wait_for()
    assert watched.strangers == []


def test_a_page_on_paper_shows_every_chart(watch, site):
    page = open_lesson(watch, site).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function("document.querySelectorAll('.kit-chart .main-svg').length >= 4")
    page.emulate_media(media="print")
    assert not page.get_by_text("Copy link").first.is_visible()


def test_a_label_of_the_tree_leads_to_the_page_of_its_lesson(watch, site):
    page = open_lesson(watch, site, "lessons/00_start_here.html").page
    tree = card(page, "priorities")
    tree.locator("svg a[href]").first.wait_for()
    leads = tree.locator("svg a").evaluate_all(
        "links => links.map((link) => link.getAttribute('href')).filter(Boolean)"
    )
    assert "01_factories.html" in leads and all(re.fullmatch(r"\d\d_\w+\.html", lead) for lead in leads)
    assert tree.locator(".kit-chart").get_attribute("role") == "group"


LABELS = """(card) => {
    const frame = card.querySelector(".main-svg").getBoundingClientRect();
    const boxes = (which) => [...card.querySelectorAll(which)]
        .map((text) => [text.textContent, text.getBoundingClientRect()])
        .filter(([words, box]) => words.trim() && box.width);
    const beyond = (box) => Math.max(
        frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
    const out = boxes("svg text").filter(([, box]) => beyond(box) > 4);
    const names = boxes(".annotation text");
    const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4;
    const down = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
    const met = names.filter(([, a], i) => names.slice(i + 1).some(([, b]) => across(a, b) && down(a, b)));
    return [...out, ...met].map(([words]) => words);
}"""


@pytest.mark.parametrize("path", notebooks.lessons(), ids=lambda path: path.stem)
def test_on_a_phone_no_label_leaves_its_picture_and_no_two_names_meet(watch, site, path):
    page = open_lesson(watch, site, f"lessons/{path.stem}.html", width=390).page
    unfold(page)
    for explorer in page.locator(".kit[data-explorer]").all():
        explorer.scroll_into_view_if_needed()
        explorer.locator(".main-svg").first.wait_for()
        page.wait_for_timeout(50)
        assert explorer.evaluate(LABELS) == [], explorer.get_attribute("data-explorer")
