"""Running a lesson: what fails is named, and a second run changes nothing."""

import pytest
from notebook_parts import book, code

from kit import notebooks


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
