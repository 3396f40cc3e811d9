"""Lessons as files: one normal form, a clean run, words where a widget cannot stand, sources from the catalogue."""

import copy
import importlib
import json
import re
import subprocess
import sys
from types import SimpleNamespace

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import kit
from kit import notebooks
from kit.data import resource
from kit.data.credits import source_html
from kit.widgets.contract import MIME_TYPE

VIEW = "application/vnd.jupyter.widget-view+json"


def code(source, id="a-cell", tags=(), outputs=()):
    return new_code_cell(source, id=id, metadata={"tags": list(tags)} if tags else {}, outputs=list(outputs))


def book(*cells, **metadata):
    return new_notebook(cells=list(cells), metadata=metadata)


def shown(**forms):
    data = {"view": VIEW, "text": "text/plain", "html": "text/html"}
    return new_output("display_data", data={data[name]: value for name, value in forms.items()})


# Normal form

ids = st.sampled_from(
    ["title", "predict-china", "3f2a9c1e", "deadbeef-2", "b0c1d2e3-1111-4222-8333-444455556666", "code-1"]
)
texts = st.text(st.sampled_from("ab1 \n#.é中"), max_size=20)
outputs = st.lists(
    st.one_of(
        st.builds(
            lambda name, text: new_output("stream", name=name, text=text), st.sampled_from(["stdout", "stderr"]), texts
        ),
        st.builds(lambda text: shown(view={"model_id": "x"}, text=text), texts),
        st.builds(lambda text: shown(html=f'<div class="kit-widget">{text}</div>', text=text), texts),
    ),
    max_size=4,
)
tags = st.lists(st.sampled_from(["teacher", "exercise", "solution", "check"]), max_size=3, unique=True)
cells = st.one_of(
    st.builds(lambda source, id: new_markdown_cell(source, id=id), texts, ids),
    st.builds(lambda source, id, tags, outputs: code(source, id, tags, outputs), texts, ids, tags, outputs),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(cells, max_size=6))
def test_the_normal_form_of_a_normal_form_is_itself_and_is_a_valid_notebook_with_unique_ids(found):
    notebook = book(widgets={"state": {}})
    notebook.cells = found
    before = copy.deepcopy(notebook)
    once = notebooks.normalize(notebook)
    assert notebooks.normalize(once) == once
    assert notebook == before, "the notebook that was given must not change"
    assert len({cell.id for cell in once.cells}) == len(once.cells)
    nbformat.validate(once)


def test_what_changes_from_run_to_run_is_left_out():
    cell = code("kit.check(x)", tags=["teacher", "check"], outputs=[
        new_output("stream", name="stdout", text="a"),
        new_output("stream", name="stderr", text="a warning"),
        new_output("stream", name="stdout", text="b"),
        shown(view={"model_id": "x"}, text="words"),
    ])  # fmt: skip
    cell.metadata |= {"execution": {"iopub.status.idle": "now"}, "collapsed": True}
    cell.execution_count = 17
    found = notebooks.normalize(
        book(
            cell,
            widgets={"state": {"x": 1}},
            language_info={"name": "python", "version": "3.11.2"},
            kit={"minutes": 45},
        )
    )
    assert set(found.metadata) == {"kernelspec", "language_info", "kit"}
    assert found.metadata.language_info == {"name": "python"}
    assert found.metadata.kernelspec.name == "python3"
    assert found.cells[0].metadata == {"tags": ["check", "teacher"]}
    assert found.cells[0].execution_count == 1
    assert [output.get("text") or dict(output["data"]) for output in found.cells[0].outputs] == [
        "ab",
        {"text/plain": "words"},
    ]


def test_an_embedded_widget_keeps_its_words_and_a_table_keeps_its_html():
    widget = shown(html='<div class="kit-widget" data-kit="explore"></div>', text="summary")
    widget.data[MIME_TYPE] = {"kind": "explore", "spec": {}}
    table = shown(html="<table></table>", text="table")
    found = notebooks.normalize(book(code("x", outputs=[widget, table])))
    assert [list(output["data"]) for output in found.cells[0].outputs] == [["text/plain"], ["text/html", "text/plain"]]


def test_ids_that_are_words_stay_and_random_ones_become_words():
    found = notebooks.normalize(
        book(
            code("robots = 1", id="3f2a9c1e"), code("robots = 2", id="code-robots-1"), code("robots = 1", id="deadbeef")
        )
    )
    assert [cell.id for cell in found.cells] == ["code-robots-1-2", "code-robots-1", "code-robots-1-3"]


def test_source_has_no_trailing_spaces():
    assert notebooks.normalize(book(code("\n  \na = 1  \n\n")))["cells"][0]["source"] == "a = 1"


# Files


def test_a_written_notebook_is_utf8_with_plain_line_ends_and_reads_back(tmp_path):
    path, found = tmp_path / "01_a.ipynb", notebooks.normalize(book(new_markdown_cell("# 机器人 “robots”", id="title")))
    notebooks.write(found, path)
    raw = path.read_bytes()
    assert b"\r" not in raw and raw.endswith(b"}\n") and "机器人".encode() in raw
    assert notebooks.read(path) == found
    assert notebooks.is_formatted(path)
    path.write_bytes(raw.replace(b"\n", b"\r\n"))
    assert not notebooks.is_formatted(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"not json", b'"x"', b'{"cells": 3, "nbformat": 4}', b'{"nbformat": 4, "nbformat_minor": 5}'],
)
def test_a_file_that_is_no_notebook_gets_a_sentence(tmp_path, content):
    (tmp_path / "a.ipynb").write_bytes(content)
    with pytest.raises(notebooks.LessonError, match=r"a\.ipynb is not a notebook"):
        notebooks.read(tmp_path / "a.ipynb")


def test_latin_1_and_a_missing_file_get_their_own_sentence(tmp_path):
    (tmp_path / "a.ipynb").write_bytes("é".encode("latin-1"))
    with pytest.raises(notebooks.LessonError, match="not UTF-8"):
        notebooks.read(tmp_path / "a.ipynb")
    with pytest.raises(
        notebooks.LessonError, match=r"There is no notebook .*99_none\.ipynb\. The lessons are: .*01_factories"
    ):
        notebooks.is_formatted(tmp_path / "99_none.ipynb")


def test_the_head_says_which_entry_is_missing(tmp_path):
    about = {"minutes": 45, "priority": "manufacturing", "summary": "A summary."}
    path = tmp_path / "01_a.ipynb"
    notebooks.write(book(new_markdown_cell("# A title\n\ntext"), kit=about), path)
    assert notebooks.metadata(path) == ("01_a", "A title", 45, "manufacturing", "A summary.", (), (), "")
    notebooks.write(
        book(new_markdown_cell("# A title"), kit=about | {"themes": ["cost"], "subjects": ["physics"], "ages": "14+"}),
        path,
    )
    assert notebooks.metadata(path)[5:] == (("cost",), ("physics",), "14+")
    for left_out in about:
        notebooks.write(
            book(new_markdown_cell("# A title"), kit={key: value for key, value in about.items() if key != left_out}),
            path,
        )
        with pytest.raises(notebooks.LessonError, match=f"01_a.ipynb does not say its {left_out}"):
            notebooks.metadata(path)
    for without in ([], [new_markdown_cell("## No title")]):
        notebooks.write(book(*without, kit=about), path)
        with pytest.raises(notebooks.LessonError, match="does not say its title"):
            notebooks.metadata(path)


@pytest.mark.parametrize("path", notebooks.lessons(), ids=lambda path: path.stem)
def test_each_lesson_is_in_normal_form_says_what_lists_show_and_is_small(path):
    about = notebooks.metadata(path)
    assert about.title and about.summary.endswith(".") and 0 < about.minutes <= 90
    assert notebooks.is_formatted(path), "run: python -m kit format"
    assert path.stat().st_size < 300_000
    assert VIEW not in path.read_text(encoding="utf-8")


def starter_matches(starter, solution):
    """Tell whether a starter is its solution with ``...`` in place of some pieces."""
    first, *others = ["".join(piece.split()) for piece in starter.split("...")]
    whole = "".join(solution.split())
    if not others:
        return whole == first
    *middle, last = others
    at = len(first)
    for piece in middle:
        # Every blank stands for one character at least.
        at = whole.find(piece, at + 1) + len(piece)
        if at < len(piece):
            return False
    return whole.startswith(first) and whole.endswith(last) and at < len(whole) - len(last)


@pytest.mark.parametrize("path", notebooks.lessons(), ids=lambda path: path.stem)
def test_each_starter_is_its_solution_with_blanks(path):
    by_id = {cell.id: cell for cell in notebooks.read(path).cells}
    pairs = [
        (by_id[name], by_id.get(name.replace("exercise", "solution")))
        for name, cell in by_id.items()
        if "exercise" in cell.metadata.get("tags", [])
    ]
    assert pairs
    for starter, solution in pairs:
        if "..." in starter.source:
            assert solution is not None, f"{starter.id} has no solution"
            assert starter_matches(starter.source, solution.source), starter.id


@pytest.mark.parametrize(
    ("starter", "matches"),
    [
        ("a = ...\nb = ...", True),
        ("a = 1\nb   =  ...", True),
        ("a = ...", True),
        ("...", True),
        ("a = 1\nb = a + 2", True),
        ("a = 1\nb = a + 2...", False),  # a blank stands for something
        ("b = ...", False),
        ("a = ...\nc = ...", False),
        ("a = ... 2 ... 2", False),  # the same 2 cannot be used twice
        ("", False),
    ],
)
def test_a_starter_is_its_solution_with_dots_in_place_of_pieces(starter, matches):
    assert starter_matches(starter, "a = 1\nb = a + 2") is matches


def test_a_long_starter_with_many_blanks_is_answered_at_once():
    assert not starter_matches("... ( ... ) " * 40 + "z", "a ( b ) " * 400)


# Running


def test_a_failing_cell_is_named_in_one_sentence():
    notebook = book(
        code("1 / 0", id="meant", tags=["raises-exception"]),
        code("a = 1", id="fine"),
        code('raise ValueError("no such robot\\nand more")', id="robots"),
    )
    with pytest.raises(notebooks.LessonError) as trouble:
        notebooks.run(notebook, "05_x.ipynb")
    assert (
        str(trouble.value)
        == "05_x.ipynb: the cell “robots” fails with ValueError: no such robot. Open the notebook and run that cell."
    )


def test_formatting_runs_writes_and_then_changes_nothing(tmp_path):
    path = tmp_path / "01_a.ipynb"
    source = (
        "import os, warnings\nwarnings.warn('noise')\nprint('ran', os.environ['KIT_EMBED'])\n"
        "import kit\nkit.quiz('''Which?\\n- [x] this :: Yes.\\n- [ ] that :: No.''')"
    )
    notebooks.write(book(code(source, id="0a1b2c3d")), path)
    assert notebooks.format_lesson(path) is True
    first = path.read_bytes()
    assert notebooks.format_lesson(path) is False
    assert path.read_bytes() == first and notebooks.is_formatted(path)
    output, widget = notebooks.read(path).cells[0].outputs
    assert output["text"] == "ran 0\n"
    assert list(widget["data"]) == ["text/plain"]


def test_an_embedding_run_adds_the_form_that_needs_no_kernel():
    source = "import kit\nkit.quiz('''Which?\\n- [x] this :: Yes.\\n- [ ] that :: No.''')"
    found = notebooks.run(book(code(source)), embed=True)
    assert 'data-kit="quiz"' in found.cells[0].outputs[-1]["data"]["text/html"]


# Saving from JupyterLab


def test_saving_drops_the_view_where_words_stand_and_the_widget_state():
    content = json.loads(
        nbformat.writes(book(code("x", outputs=[shown(view={}, text="words"), shown(view={})]), widgets={"state": {}}))
    )
    notebooks.before_save({"type": "notebook", "content": content}, path="a.ipynb", contents_manager=None)
    assert [list(output["data"]) for output in content["cells"][0]["outputs"]] == [["text/plain"], [VIEW]]
    assert "widgets" not in content["metadata"]


def test_saving_after_a_run_keeps_the_picture_of_a_chart_that_is_the_same(tmp_path):
    def chart(drawn, picture=None):
        output = shown(view={"model_id": "x"}, text="words")
        output.metadata = {"kit": {"drawn": drawn}}
        if picture:
            output.data["image/png"] = picture
            output.metadata["image/png"] = {"alt": "A chart."}
        return output

    folder = tmp_path / "notebooks"
    notebooks.write(book(code("x", outputs=[chart("same", "PNG1"), chart("old", "PNG2")])), folder / "a b.ipynb")
    content = json.loads(nbformat.writes(book(code("x", outputs=[chart("new"), chart("same")]))))
    manager = SimpleNamespace(root_dir=str(tmp_path), log=None)
    notebooks.before_save({"type": "notebook", "content": content}, "notebooks/a b.ipynb", manager)
    new, same = content["cells"][0]["outputs"]
    assert list(new["data"]) == ["text/plain"]
    assert (set(same["data"]), same["data"]["image/png"]) == ({"text/plain", "image/png"}, "PNG1")
    assert same["metadata"]["image/png"] == {"alt": "A chart."}


@pytest.mark.parametrize(
    "model",
    [None, {}, {"type": "file", "content": "text"}, {"type": "notebook"}, {"type": "notebook", "content": None},
     {"type": "notebook", "content": {"cells": [3]}},
     {"type": "notebook", "content": {"cells": [{"outputs": [{"data": None}]}]}}],
)  # fmt: skip
def test_saving_never_fails(model):
    notebooks.before_save(model, path="a.ipynb", contents_manager=None, something_new=True)


# Sources


def test_the_sources_card_says_status_licence_and_every_caveat_of_the_catalogue():
    card = kit.sources("robot_density", "robot_stock")
    words, page = repr(card), card._repr_html_()
    for name in ("robot_density", "robot_stock"):
        entry = resource(name)
        for text in (
            entry["title"],
            *entry["caveats"],
            *(gap["what"] for gap in entry["gaps"]),
            *(b["change"] for b in entry["breaks"]),
        ):
            assert text in words
        for status, count in entry["statuses"].items():
            assert f"{count} {status}" in words and f"{count} {status}" in page
    assert repr(kit.sources("robot_density", "robot_stock")) == words


def test_an_unknown_dataset_in_the_sources_card_is_a_dataset_error():
    with pytest.raises(kit.DatasetError, match="robot_dencity"):
        kit.sources("robot_dencity")


def test_text_from_the_catalogue_is_never_html():
    source = {"title": "<img src=x>", "link": "javascript:alert(1)", "publisher": "<b>", "published": ""}
    written = source_html(source)
    assert "<img" not in written and "<b>" not in written and "javascript" not in written


def test_jupyterlab_finds_the_hook_that_its_settings_name():
    settings = json.loads(
        (notebooks.NOTEBOOKS.parent / "kit" / "lab" / "jupyter_config.json").read_text(encoding="utf-8")
    )
    module, _, name = settings["ContentsManager"]["pre_save_hook"].rpartition(".")
    assert getattr(importlib.import_module(module), name) is notebooks.before_save


# The form of the lessons


@pytest.mark.parametrize("path", notebooks.lessons(), ids=lambda path: path.stem)
def test_each_exercise_is_followed_by_its_solution(path):
    found = [cell for cell in notebooks.read(path).cells if cell.cell_type == "code"]
    exercises = [place for place, cell in enumerate(found) if "exercise" in cell.metadata.get("tags", [])]
    assert exercises
    for place in exercises:
        assert "solution" in found[min(place + 1, len(found) - 1)].metadata.get("tags", []), found[place].id


@pytest.mark.parametrize("path", notebooks.lessons(), ids=lambda path: path.stem)
def test_each_lesson_has_notes_for_teachers_and_code_cells_that_are_read_at_a_glance(path):
    found = notebooks.read(path).cells
    assert [cell for cell in found if "teacher" in cell.metadata.get("tags", [])]
    # What a quiz, a card or a key says stands in its cell; it is text, collapsed, and may be longer.
    assert [
        cell.id
        for cell in found
        if cell.cell_type == "code"
        and not cell.metadata.get("jupyter", {}).get("source_hidden")
        and len(cell.source.splitlines()) > 8
    ] == []


def test_a_stored_figure_that_the_code_does_not_give_fails_the_tests(tmp_path):
    notebook = notebooks.read(notebooks.lessons()[0])
    results = [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if re.search(r"\d", output.get("data", {}).get("text/plain", ""))
    ]
    for name, damaged in (("kept.ipynb", False), ("damaged.ipynb", True)):
        if damaged:
            data = results[-1]["data"]
            data["text/plain"] = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), data["text/plain"], count=1)
        notebooks.write(notebook, tmp_path / name)
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", name],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        assert ran.returncode == int(damaged), ran.stdout[-1500:]
