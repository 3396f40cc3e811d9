"""From notebooks and the catalogue to pages; the pages themselves are used in ``test_page_browser.py``."""

import html
import json

import plotly.express as px
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import kit
from kit import notebooks
from kit.data import resources
from kit.site import building, data_pages, teacher_pages


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """The folder of data pages, before Sphinx."""
    source = tmp_path_factory.mktemp("source")
    data_pages.write_data_pages(source, {"01": "01_factories"})
    return source


@pytest.mark.parametrize("entry", resources(), ids=lambda entry: entry["name"])
def test_a_dataset_has_a_page_with_columns_units_sources_and_caveats(data, entry):
    page = html.unescape((data / "data" / f"{entry['name']}.md").read_text(encoding="utf-8"))
    for field in entry["schema"]["fields"]:
        assert f"<code>{field['name']}</code></td><td>{field['unit']}</td><td>{field['description']}" in page
    card = kit.describe(entry["name"])
    assert all(caveat in page for caveat in card.caveats)
    assert all(source["title"] in page for source in card.sources)
    assert (data / "files" / entry["path"]).read_bytes() == (data_pages.DATASETS / entry["path"]).read_bytes()


def test_the_index_lists_every_dataset_once_and_knows_its_words(data):
    page = (data / "data" / "index.md").read_text(encoding="utf-8")
    for entry in resources():
        assert page.count(f'href="{entry["name"]}.html"') == 1
    assert page.count("data-words=") == len(resources())


def test_what_was_not_found_has_a_page(data):
    page = html.unescape((data / "data" / "not_found.md").read_text(encoding="utf-8"))
    for entry in resources():
        assert all(gap["what"] in page for gap in entry.get("gaps", []))


def test_a_lesson_page_has_no_teachers_words_and_folds_solutions(tmp_path):
    (tmp_path / "lessons").mkdir()
    cells = [
        new_markdown_cell("# A lesson"),
        new_markdown_cell("### For the teacher: Predict\n\nMost say 80.", metadata={"tags": ["teacher"]}),
        new_code_cell("first = 1"),
        new_code_cell(
            "second = 2",
            outputs=[
                new_output("display_data", {"application/vnd.jupyter.widget-view+json": {}, "text/plain": "words"})
            ],
        ),
        new_code_cell("answer = ...", metadata={"tags": ["exercise"]}),
        new_code_cell("answer = 2", metadata={"tags": ["solution"]}),
        new_code_cell("third = 3"),
    ]
    notebook = new_notebook(cells=cells, metadata={"kit": {"minutes": 45, "priority": "none", "summary": "A test."}})
    path = tmp_path / "01_lesson.ipynb"
    notebooks.write(notebook, path)
    taken_apart = building._write_lesson(notebook, path, tmp_path)
    page = notebooks.read(tmp_path / "lessons" / "01_lesson.ipynb")
    assert "Most say 80" not in str(page)
    assert "Most say 80" in teacher_pages._lesson_page(taken_apart)
    code = [cell for cell in page.cells if cell.cell_type == "code"]
    assert [cell.source for cell in code] == ["first = 1\n\nsecond = 2", "answer = ...", "answer = 2", "third = 3"]
    assert [cell.metadata.get("tags") for cell in code] == [["hide-input"], ["exercise"], ["hide-cell"], ["hide-input"]]
    assert list(code[0].outputs[0].data) == ["text/plain"]


def test_a_chart_that_a_cell_draws_without_the_kit_stands_on_the_page(tmp_path):
    drawn = json.loads(px.bar(x=[7, 9], y=["a", "b"]).to_json())
    output = new_output("display_data", {"application/vnd.plotly.v1+json": drawn})
    cell = building._page_cell(new_code_cell("chart.show()", id="own", outputs=[output]), {})
    (shown,) = cell.outputs
    assert list(shown.data) == ["text/html"]
    assert 'data-kit="explore"' in shown.data["text/html"] and "least 7" in shown.data["text/html"]


def test_each_part_of_going_further_is_folded_under_its_title():
    cells = [
        new_markdown_cell("## Going further\n\n### One *more*?\n\nText.", metadata={"tags": ["further"]}),
        new_code_cell("first"),
        new_markdown_cell("### Two\n\nMore."),
        new_code_cell("second"),
        new_markdown_cell("## Sources", metadata={"tags": ["sources"]}),
    ]
    assert [cell.source for cell in building.folded_parts(cells)] == [
        "## Going further",
        '<details class="kit-part"><summary><h3>One <em>more</em>?</h3></summary>',
        "Text.",
        "first",
        "</details>",
        '<details class="kit-part"><summary><h3>Two</h3></summary>',
        "More.",
        "second",
        "</details>",
        "## Sources",
    ]
    assert building.folded_parts(cells[:2])[-1].source == "</details>"
    assert building.folded_parts(cells[3:]) == cells[3:]


@pytest.mark.browser
def test_a_search_from_disk_finds_the_lesson_and_raises_no_error(watch, site):
    watched = watch("file:", offline=True)
    watched.page.goto((site / "search.html").as_uri() + "?q=denominator")
    watched.page.locator("#search-results a").first.wait_for()
    watched.page.wait_for_timeout(300)  # an excerpt that is fetched fails a moment after its link stands there
    assert (watched.strangers, watched.errors) == ([], [])


@pytest.mark.browser
def test_every_page_has_a_title_and_says_what_it_is(watch, site):
    page = watch("file:", offline=True, java_script_enabled=False).page
    for path in [
        site / "index.html",
        *site.glob("lessons/*.html"),
        *site.glob("teachers/*.html"),
        site / "data" / "index.html",
        site / "data" / "robot_density.html",
    ]:
        page.goto(path.as_uri())
        assert page.title()
        assert page.locator("meta[name=description]").get_attribute("content"), path.name


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_folds_are_quiet(watch, site, scheme):
    page = watch("file:", offline=True, color_scheme=scheme).page
    page.goto((site / "lessons" / "01_factories.html").as_uri())
    fold = page.locator("details.hide > summary").first
    backgrounds = fold.evaluate("node => [node, ...node.children].map(part => getComputedStyle(part).backgroundColor)")
    assert set(backgrounds) == {"rgba(0, 0, 0, 0)"}
