"""Cells: tags as they are meant, cards collapsed by rule, and which code holds an answer."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kit import notebooks
from kit.notebooks.cells import clean_tag

LESSONS = notebooks.lessons()
IMPORTS = new_code_cell("import kit\nimport kit as k\nfrom kit import quiz, explore as look\nfrom kit.widgets import *")


def code(source, *tags):
    return new_code_cell(source, metadata={"tags": list(tags)} if tags else {})


def collapsed(cell):
    (_, found) = notebooks.normalize(new_notebook(cells=[IMPORTS, cell])).cells
    return found.metadata.get("jupyter", {}) == {"source_hidden": True}


@pytest.mark.parametrize(
    "source",
    [
        'kit.quiz("""Which?\n- [x] a :: b\n""")',
        "k.predict(1, 2, id='a')",
        'quiz("x")',
        "look(draw, year=(1, 2))",
        "weigh('C1')",
        "kit.recall('a')\nkit.verdicts()",
        "# a word before\nkit.keys(a=kit.key(1))",
        "kit.widgets.explore(draw)",
        "kit.poll()",
        "kit.sources('a')",
        'kit.sealed("""\nabc\n""")',
    ],
)
def test_a_cell_that_only_makes_cards_is_collapsed(source):
    assert collapsed(code(source)) and collapsed(code(source, "teacher"))
    assert not collapsed(code(source, " Exercise")) and not collapsed(code(source, "shown"))


@pytest.mark.parametrize(
    "source",
    [
        "", "x = 1", "kit.load('a')", "chart = kit.explore(draw)\nchart", "a = 1\nkit.explore(draw)",
        "model.predict(x)", "kit.check('share', share)", "kit.explore(draw)\nprint(1)", "kit.explore(draw).values",
        "kit.explore(", "kit()", "'kit.quiz()'", "def f():\n    kit.quiz('a')",
    ],
)  # fmt: skip
def test_any_other_cell_is_open_even_if_somebody_collapsed_it(source):
    cell = code(source)
    cell.metadata["jupyter"] = {"source_hidden": True}
    assert not collapsed(cell)


def test_text_is_never_collapsed():
    assert not collapsed(new_markdown_cell("kit.quiz('a')"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_in_each_lesson_the_cards_are_collapsed_and_the_exercises_are_open(path):
    cells = notebooks.read(path).cells
    hidden = [cell for cell in cells if "jupyter" in cell.metadata]
    assert len(hidden) >= 8, "a guess, explorers, a quiz, a claim, the guess again, sources"
    assert all(cell.source.startswith("kit.") or "keys" in notebooks.tags_of(cell) for cell in hidden)
    assert not [cell.id for cell in hidden if {"exercise", "solution"} & notebooks.tags_of(cell)]


@pytest.mark.parametrize(
    "tag", ["teacher", "Teacher", " teacher ", "TEACHER", "\tteacher", "ｔｅａｃｈｅｒ", "teacher\u00a0"]
)
def test_a_tag_is_read_as_it_is_meant(tag):
    assert clean_tag(tag) == "teacher"
    assert notebooks.tags_of(code("x", tag, " ")) == {"teacher"}
    (found,) = notebooks.normalize(new_notebook(cells=[code("x", tag)])).cells
    assert found.metadata.tags == ["teacher"]


@pytest.mark.parametrize(
    ("source", "holds", "asks"),
    [
        ("kit.predict('a', 6, id='b')", True, True),
        ("guess = k.quiz('a')", True, True),
        ("quiz('a')", True, True),
        ("if True:\n    kit.weigh('C1', for_=[])", True, True),
        ("%matplotlib inline\nkit.keys(a=1)", True, True),
        ("kit.explore(draw, finding='It rose.')", True, False),
        ("look(draw, finding='It rose.')", True, False),
        ("kit.explore(draw)", False, False),
        ("forest.predict(x)", False, False),
        ("kit.models.stock(1, 2)", False, False),
        ("finding(kit.load('a'))", False, False),
    ],
)
def test_what_holds_an_answer_is_read_from_the_code(source, holds, asks):
    cell, names = code(source), notebooks.kit_names([IMPORTS])
    assert notebooks.holds_answers(cell, names) == holds
    assert notebooks.asks(cell, names) == asks
    assert not notebooks.holds_answers(code(source, "exercise"), names)
    assert not notebooks.holds_answers(new_markdown_cell(source), names)
