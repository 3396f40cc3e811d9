"""Editions: each is a folder that runs by itself, and none is written over somebody's work."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from nbformat.v4 import new_markdown_cell
from notebook_parts import book

from kit import editions, notebooks
from kit.cli import main
from kit.notebooks.handing_out import for_students

LESSONS = notebooks.lessons()

# Runs notebooks as a student's Jupyter would, cell by cell, and goes on after an error: [[cell, tags, what it says]].
RUNNER = """
import ast, json, sys, kit
from pathlib import Path
found = {}
for path in map(Path, sys.argv[1:]):
    names, said = {}, found.setdefault(path.stem, [])
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]))
        last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        try:
            exec(compile(tree, cell["id"], "exec"), names)
            shown = repr(eval(compile(last, cell["id"], "eval"), names)) if last else ""
        except Exception as fault:
            shown = f"error: {fault!r}"
        said.append([cell["id"], cell["metadata"].get("tags", []), shown])
print(json.dumps([kit.__file__, found]))
"""


def run(folder, names, elsewhere):
    """Run lessons of an edition with its own kit and tables; return its kit and what each cell said."""
    ran = subprocess.run(
        [sys.executable, "-c", RUNNER, *(folder / "notebooks" / name for name in names)],
        cwd=elsewhere,
        env=dict(os.environ, PYTHONPATH=str(folder), PYTHONUTF8="1", PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(ran.stdout.splitlines()[-1])


def errors(said):
    """Return the cells that failed although nothing in them is left to the student."""
    return [(name, words) for name, tags, words in said if words.startswith("error") and "exercise" not in tags]


def test_the_student_edition_runs_by_itself_and_only_unfinished_exercises_complain(student_edition, tmp_path):
    names = [path.name for path in LESSONS]
    with ThreadPoolExecutor(2) as pool:
        (used, first), (_, second) = pool.map(
            lambda part: run(student_edition, part, tmp_path), [names[::2], names[1::2]]
        )
    assert used == str(student_edition / "kit" / "__init__.py")
    found = first | second
    assert {lesson: errors(said) for lesson, said in found.items() if errors(said)} == {}
    # A widget of one's own is shown, not checked.
    checked = {
        (path.stem, cell.id)
        for path in LESSONS
        for cell in notebooks.read(path).cells
        if "exercise" in notebooks.tags_of(cell) and "kit.check(" in cell.source
    }
    starters = {(lesson, name): words for lesson in found for name, tags, words in found[lesson] if "exercise" in tags}
    assert starters.keys() - checked == {("14_capstone", "exercise-widget")}
    starters = {cell: starters[cell] for cell in checked}
    assert len(starters) >= 3 * len(LESSONS)
    blank = ("error", "✗ Not yet", "Still blank")
    assert {cell: words for cell, words in starters.items() if not any(word in words for word in blank)} == {}


def test_the_teacher_edition_is_whole_opened_up_and_reads_the_codes_of_the_class(tmp_path):
    folder = tmp_path / "teacher"
    editions.teacher(folder, say=lambda _: None)
    for path in LESSONS:
        opened = notebooks.read(folder / "notebooks" / path.name)
        whole = {cell.id: cell.source for cell in notebooks.read(path).cells}
        found = {cell.id: cell.source.replace("<details open>", "<details>") for cell in opened.cells}
        assert whole.items() <= found.items()
        assert found["poll"] == "kit.poll()"
        assert not [cell.id for cell in opened.cells if cell.cell_type == "markdown" and "<details>" in cell.source]
        again = [cell.id for cell in for_students(opened).cells]
        assert again == [cell.id for cell in for_students(notebooks.read(path)).cells], "from it the same is handed out"
    used, found = run(folder, [LESSONS[1].name], tmp_path)
    assert used == str(folder / "kit" / "__init__.py")
    said = found[LESSONS[1].stem]
    assert errors(said) == []
    assert "questions are known here" in next(words for name, _, words in said if name == "poll")
    assert (folder / "kit" / "site").is_dir()
    assert (folder / "README.md").read_text(encoding="utf-8").count("# AI Priorities Kit") == 1


def test_what_speaks_to_teachers_in_the_kit_stays_with_them(student_edition):
    listed = ("site", "platforms", "editions.py", "notebooks/handing_out.py", "printing.py", "preview.py", "browser.py")
    for name in listed:
        assert not (student_edition / "kit" / name).exists(), name
    assert not list(student_edition.rglob("__pycache__"))


def test_start_py_can_install_the_student_edition(student_edition, tmp_path):
    build = (
        "from flit_core.buildapi import prepare_metadata_for_build_editable as prepare; "
        "import sys; print(prepare(sys.argv[1]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)],
        cwd=student_edition,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("command", ["student", "teacher"])
def test_an_edition_is_never_written_over_somebodys_work(tmp_path, command, capsys):
    (tmp_path / "essay.txt").write_text("mine", encoding="utf-8")
    assert main([command, str(tmp_path)]) == 1
    assert "is not empty: choose a new folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["essay.txt"]


def test_a_command_that_an_edition_lacks_gets_one_sentence(student_edition):
    ran = subprocess.run(
        [sys.executable, "-m", "kit", "student", "x"],
        cwd=student_edition,
        env=dict(os.environ, PYTHONPATH=str(student_edition), PYTHONUTF8="1", PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 1
    assert ran.stderr == "This edition of the kit has no command “student”: take the whole kit.\n"


def test_hints_are_opened_for_teachers():
    hint = "<details><summary>Hint</summary>\n\nLook twice.\n\n</details>"
    (opened,) = editions.for_teachers(book(new_markdown_cell(hint))).cells
    assert opened.source == hint.replace("<details>", "<details open>") != hint
