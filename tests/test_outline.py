"""The outline: tags on cells, not their words, say what teachers' pages and worksheets take."""

import re

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kit import notebooks
from kit.site.outline import STEPS, by_step, outline, tags_of
from kit.widgets.contract import MIME_TYPE

LESSONS = notebooks.lessons()


def text(words, *tags):
    return new_markdown_cell(words, metadata={"tags": list(tags)} if tags else {})


def asked(kind):
    output = {"output_type": "display_data", "data": {MIME_TYPE: {"kind": kind, "spec": {"id": kind}}}, "metadata": {}}
    return new_code_cell("x", outputs=[output])


BOOK = new_notebook(
    cells=[
        text("# Titel"),
        text("### Plan\n\n| minutes | step | what |\n\n**20 minutes:** quick.", "teacher", "plan"),
        text("## Rate mal\n\nWhat comes next?", "predict"),
        asked("predict"),
        text("## Sieh nach", "explore"),
        text("### Wer\n\n**Who leads?**\n\n1. Look.\n2. Look\nagain.", "task"),
        asked("explore"),
        text("### For the teacher: who\n\n**Likely answers.** China.", "teacher"),
        text("**Who follows?** Nobody asks this on paper."),
        text("## Prüfe", "check"),
        asked("quiz"),
        text("**Discuss:** is it fair?", "discuss"),
        text("### For the teacher: Check\n\nNothing.", "teacher"),
        text("## Geh weiter", "further"),
        asked("explore"),
        asked("predict"),
    ]
)


def test_a_lesson_with_other_headings_has_the_same_outline():
    found = outline(LESSONS[0], BOOK)
    assert found.plan == {"table": "| minutes | step | what |", "20 minutes": "Quick."}
    assert found.lead_in == "What comes next?" and found.discuss == "is it fair?"
    assert found.tasks == [("Wer", "**Who leads?**", ["Look.", "Look again."])]
    assert [(note.title, note.step, note.likely) for note in found.notes] == [
        ("Who", "explore", "China."),
        ("Check", "check", ""),
    ]
    assert [widget["kind"] for widget in found.asked] == ["predict", "quiz"]
    assert [spec["id"] for spec in found.explorers] == ["explore"]
    assert [widget["kind"] for widget in found.asked_further] == ["predict"]


def test_every_cell_stands_in_the_step_of_the_last_tag():
    steps = [step for step, _ in by_step(BOOK.cells)]
    assert steps == ["", "", *["predict"] * 2, *["explore"] * 5, *["check"] * 4, *["further"] * 3]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_heading_of_a_lesson_has_one_step_tag_and_the_steps_stand_in_their_order(path):
    cells = [cell for cell in notebooks.read(path).cells if cell.cell_type == "markdown"]
    found = []
    for cell in cells:
        steps = [step for step in STEPS if step in tags_of(cell)]
        assert len(steps) == bool(re.search(r"^## ", cell.source, re.MULTILINE)) or "teacher" in tags_of(cell), cell.id
        found += steps
    assert found == [step for step in STEPS if step in found], "each step once, in the order of STEPS"
    assert {"predict", "explore", "model", "check", "code", "weigh", "recap", "sources"} <= set(found)
    for tag in ("plan", "discuss"):
        assert len([cell for cell in cells if tag in tags_of(cell)]) == 1, tag
