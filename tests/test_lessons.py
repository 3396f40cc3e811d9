"""What must hold for every lesson: its form, every state of every explorer, and words that fit the data."""

import re
import subprocess
import sys
from functools import cache
from itertools import product

import pytest
from notebook_parts import VIEW

import kit
from kit import notebooks
from kit.widgets import embedding
from kit.widgets.explore import explore
from kit.widgets.figures import points

LESSONS = notebooks.lessons()


def name_of(path):
    return path.stem


@cache
def explorers_of(path):
    """Run a lesson's code in one namespace and return its explorers."""
    found = []

    def collect(*arguments, **options):
        found.append(explore(*arguments, **options))
        return found[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kit, "explore", collect)
        names = {}
        for cell in notebooks.read(path).cells:
            # A starter has blanks, which only IPython bears with; its solution follows.
            if cell.cell_type == "code" and "exercise" not in cell.metadata.get("tags", []):
                exec(compile(cell.source, f"{path.name}, cell {cell.id}", "exec"), names)
    return found


@cache
def drawings_of(path):
    """Return every explorer of a lesson with all its drawings; drawn once for all tests."""
    return [(explorer, list(explorer.drawings(embedded=False))) for explorer in explorers_of(path)]


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_state_of_every_explorer_draws_something_or_says_why_not(path):
    assert len(explorers_of(path)) >= 3, "a lesson has at least two explorers and a model"
    for explorer, drawings in drawings_of(path):
        for values, figure, note in drawings:
            assert points(figure) or note, f"{explorer.spec['title']} is empty and silent at {values}"


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_explorer_says_in_a_sentence_what_is_seen(path):
    for explorer, drawings in drawings_of(path):
        for values, _, note in drawings:
            assert re.search(r"[.!?]$", note) and not re.search(r"\bnan\b", note, re.IGNORECASE), (
                f"{explorer.spec['title']} at {values}: {note!r}"
            )


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_explorer_fits_into_a_page_and_comes_back_from_it(path, monkeypatch):
    for explorer, drawings in drawings_of(path):
        # What a page holds has been drawn already.
        grid = set(product(*(control.settings(embedded=True) for control in explorer._controls.values())))
        held = [drawing for drawing in drawings if tuple(drawing[0].state) in grid]
        monkeypatch.setattr(explorer, "drawings", held.copy)
        states = embedding.decompress(re.search(r'"states":"([^"]+)"', explorer.embed())[1])
        assert 0 < len(states) == len(grid) <= len(drawings)
        assert states[0]["figure"] == drawings[0][1] and states[0]["caption"] == drawings[0][2]


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_the_file_holds_a_picture_of_every_explorer_as_it_is_drawn_now(path):
    pictured = [
        output["metadata"]["kit"]["drawn"]
        for cell in notebooks.read(path).cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    drawn = [explorer._repr_mimebundle_()[1]["kit"]["drawn"] for explorer in explorers_of(path)]
    assert pictured == drawn, "a picture is missing or older than its chart; run: python -m kit preview"


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_explorer_names_its_source_and_its_status(path):
    for explorer in explorers_of(path):
        spec = explorer.spec
        assert spec["source"], spec["title"]
        assert re.search(r"official|survey|estimate|forecast|target|claim|measured|model", spec["about"]), spec["title"]


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
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


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
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


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_each_exercise_is_followed_by_its_solution(path):
    found = [cell for cell in notebooks.read(path).cells if cell.cell_type == "code"]
    exercises = [place for place, cell in enumerate(found) if "exercise" in cell.metadata.get("tags", [])]
    assert exercises
    for place in exercises:
        assert "solution" in found[min(place + 1, len(found) - 1)].metadata.get("tags", []), found[place].id


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
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
    notebook = notebooks.read(LESSONS[0])
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
