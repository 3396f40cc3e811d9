"""A lesson as students get it: whose cells go, what is packed, and what of somebody else's lesson is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from kit import notebooks
from kit.notebooks import ASKING, tags_of
from kit.notebooks.files import as_text
from kit.notebooks.handing_out import for_students, lesson_for_students
from kit.site.outline import STEPS

LESSONS = notebooks.lessons()


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_what_tells_an_answer_is_packed_collapsed_and_the_same_when_unpacked(path):
    cells = notebooks.read(path).cells
    names = notebooks.kit_names(cells)
    given_out = {cell.id: cell for cell in lesson_for_students(path).cells}
    packed = [cell for cell in cells if notebooks.holds_answers(cell, names)]
    assert len(packed) >= 2, "a lesson asks for a guess, and more"
    for cell in packed:
        found = given_out[cell.id]
        assert found.metadata["jupyter"] == {"source_hidden": True}
        assert notebooks.unseal(found.source.split('"""')[1]) == cell.source
    assert not [cell.id for cell in given_out.values() if notebooks.holds_answers(cell, names)]
    assert not [
        cell.id
        for cell in given_out.values()
        for call in ASKING
        if f"kit.{call}(" in cell.source and "exercise" not in tags_of(cell)
    ]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_keeps_its_exercises_and_nothing_that_the_form_of_a_lesson_does_not_know(path):
    given_out = lesson_for_students(path)
    exercises = {cell.id: cell.source for cell in notebooks.read(path).cells if "exercise" in tags_of(cell)}
    assert len(exercises) >= 3
    assert exercises.items() <= {cell.id: cell.source for cell in given_out.cells}.items()
    assert set(given_out.metadata) == {"kernelspec", "language_info", "kit"}
    for cell in given_out.cells:
        assert not (cell.get("outputs") or cell.get("execution_count") or cell.get("attachments")), cell.id
        assert set(cell.metadata) <= {"tags", "jupyter"}, cell.id
        assert tags_of(cell) <= {*STEPS, "exercise", "imports", "keys", "shown", "task", "discuss"}, cell.id


def test_a_fault_names_the_file(tmp_path):
    path = tmp_path / "05_mine.ipynb"
    notebooks.write(lesson(new_markdown_cell("For the teacher: dice")), path)
    with pytest.raises(notebooks.LessonError, match=r"^05_mine\.ipynb: The cell “.*” has the line"):
        lesson_for_students(path)


# Somebody else's lesson


def lesson(*cells, **about):
    return new_notebook(cells=[new_code_cell("import kit", id="imports"), *cells], metadata=about)


def loud(word):
    """Ways in which a hand writes a tag: capitals anywhere, blanks around it, more words."""
    letters = st.tuples(*[st.sampled_from([letter.lower(), letter.upper()]) for letter in word]).map("".join)
    blank = st.text(" \t\u00a0\u3000", max_size=3)
    more = st.sampled_from(["", "s", "-only", " notes", "_cell"])
    before = st.sampled_from(["", "for ", "my-", "For_the_"])
    return st.tuples(blank, before, letters, more, blank).map("".join)


@given(st.sampled_from(["teacher", "solution"]).flatmap(loud), st.booleans())
def test_a_cell_that_is_tagged_in_any_hand_is_not_given_to_students(tag, is_code):
    make = new_code_cell if is_code else new_markdown_cell
    made = for_students(lesson(make("x = 'hidden words'", metadata={"tags": [tag]})))
    assert [cell.source for cell in made.cells] == ["import kit"]


@given(
    st.sampled_from(["", "# ", "### ", "###", "**", "__", "> ", "<h3>", "<b><i>", "- ", "## 🧑‍🏫 ", "  "]),
    st.sampled_from(
        [
            "For the teacher: pairs work best", "for teachers", "For all teachers: read", "Notes for the teacher",
            "NOTE FOR TEACHERS", "Teacher's notes", "Teacher notes: bring dice", "Teachers’ guide", "Teacher",
            "Teacher:", "Instructor", "For instructors", "Solution", "Solution 2:", "SOLUTIONS", "Answer key",
            "Teacher only",
        ]
    ),
    st.sampled_from(["", "Words for all.\n\n", "# A title\n"]),
)  # fmt: skip
def test_a_heading_for_teachers_without_a_tag_is_refused_in_one_sentence(marks, heading, before):
    cell = new_markdown_cell(f"{before}{marks}{heading}\n\nhidden words", id="note")
    with pytest.raises(notebooks.LessonError, match=r"The cell “note” has the line .* tag it teacher"):
        for_students(lesson(cell))
    cell.metadata["tags"] = ["teacher"]
    assert "hidden words" not in as_text(for_students(lesson(cell)))


@pytest.mark.parametrize(
    "words",
    [
        "## Pupils per teacher", "### Teachers and screens", "Ask your teacher for dice.", "## Solutions that scale",
        "The teacher for whom it was built", "# For the class: who teaches?", "A robot for the teacher costs 20.",
    ],
)  # fmt: skip
def test_a_lesson_may_speak_of_teachers(words):
    assert [cell.source for cell in for_students(lesson(new_markdown_cell(words))).cells[1:]] == [words]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(["nbgrader", "note", "answer", "slideshow", "jupyter", "name"]), JSON), JSON)
def test_metadata_that_nobody_expects_do_not_reach_students(strange, word):
    secret = {"deep": "hidden words"}
    strange = {key: value for key, value in strange.items() if key not in ("jupyter", "name")} | {"author": secret}
    cells = [new_markdown_cell("Hello", metadata=strange), new_code_cell("x = 1", metadata=strange)]
    made = for_students(lesson(*cells, kit={"minutes": 45, "key": secret, "x": word}, rubric=secret))
    assert {key for cell in made.cells for key in cell.metadata} <= {"tags", "jupyter"}
    assert made.metadata["kit"] == {"minutes": 45}
    assert set(made.metadata) == {"kernelspec", "language_info", "kit"} and "hidden" not in as_text(made)


@pytest.mark.parametrize(
    ("imports", "source"),
    [
        ("import kit as k", "k.predict('How many?', 777, id='a')"),
        ("from kit import quiz", "quiz('Which?\\n- [x] 777 :: because')"),
        ("from kit import predict as guess", "x = 1\nguess('How many?', 777, id='a')"),
        ("import kit", "for count in [1]:\n    kit.predict('How many?', 777, id='a')"),
    ],
)
def test_answers_are_packed_whatever_the_kit_is_called_and_random_ids_tell_nothing(imports, source):
    cells = [new_code_cell(imports), new_code_cell(source, id="0123abcd")]
    made = for_students(new_notebook(cells=cells))
    assert "777" not in as_text(made)
    names = {}
    for cell in made.cells:
        exec(cell.source, names)


@pytest.mark.parametrize(
    "source", ["%%time\nkit.quiz('a')", "!ls\nkit.predict('a', 1, id='b')", "x = (\nkit.quiz('a')"]
)
def test_an_answer_that_cannot_be_packed_is_refused_in_one_sentence(source):
    with pytest.raises(notebooks.LessonError, match="“magic” asks a question and is not plain Python"):
        for_students(lesson(new_code_cell(source, id="magic")))


def test_a_stored_output_and_its_number_do_not_reach_students():
    code = new_code_cell(
        "1 + 1", outputs=[new_output("stream", text="2")], execution_count=3, metadata={"tags": ["exercise"]}
    )
    made = for_students(
        new_notebook(
            cells=[
                code,
                new_markdown_cell("Likely", metadata={"tags": ["teacher"]}),
                new_code_cell("2", metadata={"tags": ["solution"]}),
            ]
        )
    )
    assert [(cell.source, cell.outputs, cell.execution_count) for cell in made.cells] == [("1 + 1", [], None)]
