"""Lesson 01 in JupyterLab, used as a student would; nothing may leave the machine."""

import json
import re

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(browser, lab):
    """The lesson in JupyterLab with all cells run."""
    address, folder = lab
    context = browser.new_context(viewport={"width": 1300, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.strangers, page.problems = [], []
    own = (address, address.replace("http", "ws"), "blob:", "data:")
    page.on("request", lambda request: None if request.url.startswith(own) else page.strangers.append(request.url))
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(f"{address}/lab/tree/notebooks/01_factories.ipynb")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.text_before, page.pictures_before = all_words(page)
    run_all(page)
    yield page, folder
    context.close()


def all_words(page):
    """Return the words of the whole notebook, of which JupyterLab builds only what is near, and its pictures."""
    page.get_by_role("heading", name="Factories: do more robots").first.wait_for()
    page.wait_for_timeout(1000)
    outer = page.locator(".jp-WindowedPanel-outer")
    words, pictures = [], set()
    for _ in range(150):
        words.append(page.locator(".jp-Notebook").inner_text())
        pictures |= set(
            page.locator(".jp-RenderedImage img").evaluate_all(
                "pictures => pictures.filter((one) => one.naturalWidth > 300).map((one) => one.src.slice(-200))"
            )
        )
        at_end = outer.evaluate(
            "node => { const before = node.scrollTop; node.scrollTop += 400; return node.scrollTop === before; }"
        )
        page.wait_for_timeout(100)
        if at_end:
            break
    top(page)
    return "\n".join(words), len(pictures)


def run_all(page):
    page.get_by_text("| Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    cell(page, "robots_at_work")


def cell(page, name):
    """Return an explorer once its chart is drawn; JupyterLab builds cells only when they come near."""
    found = page.locator(f".kit[data-explorer={name}]")
    for _ in range(60):
        if found.count():
            break
        page.mouse.move(700, 500)
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(250)
    # While cells still run, JupyterLab scrolls by itself: look again until the chart is there.
    for _ in range(60):
        found.first.scroll_into_view_if_needed()
        if found.first.locator(".main-svg").count():
            return found.first
        page.wait_for_timeout(250)
    raise AssertionError(f"the chart of {name} was not drawn")


def top(page):
    page.locator(".jp-WindowedPanel-outer").evaluate("node => node.scrollTo(0, 0)")
    page.wait_for_timeout(300)


def note(explorer, words):
    explorer.locator(".kit-note").get_by_text(words).wait_for(state="attached")


def test_before_it_is_run_the_notebook_shows_words_pictures_and_no_error(opened):
    page, _ = opened
    assert page.pictures_before == 5  # one for each explorer
    assert page.locator(".jp-CodeCell .cm-lineWrapping").count()  # nobody scrolls sideways to read code
    assert "Error displaying widget" not in page.text_before


def test_the_arrow_keys_move_a_slider_and_the_kernel_answers(opened):
    explorer = cell(opened[0], "robots_at_work")
    slider = explorer.locator("input[type=range]")
    slider.focus()
    slider.press("Home")
    note(explorer, "1,568,000 robots are at work at the end of 2023")
    slider.press("End")
    note(explorer, "1,777,000 robots are at work at the end of 2023")
    explorer.get_by_text("Reset").click()
    note(explorer, "1,694,000 robots are at work at the end of 2023")


def test_a_fast_drag_ends_at_the_newest_state(opened):
    explorer = cell(opened[0], "robots_at_work")
    explorer.locator("input[type=range]").evaluate(
        "async slider => { for (let i = 0; i < 60; i++) { slider.value = i % 6; slider.dispatchEvent(new "
        "Event('input')); await new Promise(done => setTimeout(done, 8)); } slider.value = 2; "
        "slider.dispatchEvent(new Event('input')); }"
    )
    note(explorer, "With a life of 10 years, 1,694,000")
    opened[0].wait_for_timeout(500)
    assert "1,694,000" in explorer.locator(".kit-note").text_content()
    assert (
        explorer.locator(".kit-chart").evaluate("node => node.data.find(trace => trace.name === 'at work').y.at(-1)")
        == 1_694_000
    )


def test_two_explorers_move_apart_from_each_other(opened):
    page, _ = opened
    first, second = cell(page, "robots_at_work"), cell(page, "best_of_many")
    slider = second.locator("input[type=range]").first
    slider.focus()
    slider.press("Home")
    note(second, "All 30,000 gained 0 %")
    assert "1,694,000" in cell_text(page, "robots_at_work")
    assert first.count() == 1


def cell_text(page, name):
    return page.locator(f".kit[data-explorer={name}] .kit-note").first.text_content()


def test_the_page_and_the_server_ask_nobody_else(opened):
    page, _ = opened
    assert page.strangers == []
    assert page.problems == []
    assert page.get_by_text("Jupyter news").count() == 0


def test_saving_keeps_words_and_no_widget_state(opened):
    page, folder = opened
    page.locator(".jp-Notebook").first.click(position={"x": 5, "y": 5})
    page.keyboard.press("Control+s")
    page.wait_for_timeout(2000)
    saved = json.loads((folder / "notebooks" / "01_factories.ipynb").read_text(encoding="utf-8"))
    text = json.dumps(saved)
    assert "widget-view" not in text
    assert "widgets" not in saved["metadata"]
    assert len(text) < 300_000
    assert "In 2023 China installed most of the countries shown: 276,000 robots" in text


def test_running_a_cell_again_and_restarting_leave_a_working_lesson(opened):
    page, _ = opened
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_text("Restart Kernel and Run All Cells…", exact=True).click()
    page.locator(".jp-Dialog button.jp-mod-warn, .jp-Dialog button.jp-mod-accept").last.click()
    page.wait_for_timeout(4000)
    top(page)
    explorer = cell(page, "installations")
    slider = explorer.locator("input[type=range]")
    slider.focus()
    slider.press("ArrowLeft")
    note(explorer, re.compile("In 2022 China installed most of the countries shown: 290,000"))


def test_reopened_without_its_kernel_it_shows_words_and_a_hint(browser, lab, opened):
    address, _ = lab
    page = browser.new_page()
    page.goto(f"{address}/lab/workspaces/other/tree/notebooks/01_factories.ipynb?reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    words, _ = all_words(page)
    assert "Run this cell (Shift + Enter) to move its controls." in words
    assert "Error displaying widget" not in words
    page.close()
