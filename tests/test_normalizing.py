"""The normal form of a notebook: what changes from run to run is left out, words stay."""

import copy

import nbformat
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_markdown_cell, new_output
from notebook_parts import book, code, shown

from kit import notebooks
from kit.widgets.contract import MIME_TYPE

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


@settings(max_examples=150)
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
