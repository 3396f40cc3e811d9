"""Editions: a starter is its solution with blanks, nothing leaks to students, and each folder runs by itself."""

import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from kit import editions, notebooks
from kit.cli import main
from kit.notebooks.files import as_text
from kit.site.outline import STEPS, tags_of

LESSONS = notebooks.lessons()
SILENT = {"say": lambda _: None}

# Runs notebooks as a student's Jupyter would, cell by cell, and goes on after an error: [[cell, tags, what it says]].
RUNNER = """
import ast, json, sys, kit
from pathlib import Path
found = {}
for path in sorted(Path(sys.argv[1]).glob("*.ipynb")):
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


def run(folder):
    """Run an edition with its own kit and its own datasets; return the kit it used and what each cell said."""
    (folder / "runner.py").write_text(RUNNER, encoding="utf-8")
    environment = dict(os.environ, PYTHONPATH=str(folder), PYTHONUTF8="1")
    ran = subprocess.run(
        [sys.executable, "runner.py", "notebooks"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    (folder / "runner.py").unlink()
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(ran.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def students(tmp_path_factory):
    folder = tmp_path_factory.mktemp("editions") / "student"
    editions.student(folder, **SILENT)
    return folder


@pytest.fixture(scope="module")
def students_run(students):
    used, found = run(students)
    assert used == str(students / "kit" / "__init__.py")
    return found


def secrets(path):
    """Return the lines that only the teacher's cells and the solutions of a lesson have."""
    cells = notebooks.read(path).cells
    hidden = [bool({"teacher", "solution"} & set(cell.metadata.get("tags", []))) for cell in cells]
    seen = {
        line.strip()
        for cell, is_hidden in zip(cells, hidden, strict=True)
        if not is_hidden
        for line in cell.source.splitlines()
    }
    lines = {
        line.strip()
        for cell, is_hidden in zip(cells, hidden, strict=True)
        if is_hidden
        for line in cell.source.splitlines()
    }
    return {
        line
        for line in lines - seen
        if len(line) >= 16 and re.search(r"[a-z]{3}", line) and not re.fullmatch(r"[|\s:-]+", line)
    }


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_solution_and_no_word_for_teachers_is_left_anywhere_in_the_student_edition(students, path):
    hidden = secrets(path)
    assert len(hidden) > 15, "a lesson has notes for teachers and three solutions"
    raw = [
        file.read_text(encoding="utf-8")
        for file in students.rglob("*")
        if file.is_file() and file.suffix not in {".png"}
    ]
    # Inside a notebook a text is written as JSON, with other quotation marks.
    told = [
        line
        for line in hidden
        if any(
            form in text
            for text in raw
            for form in {line, json.dumps(line)[1:-1], json.dumps(line, ensure_ascii=False)[1:-1]}
        )
    ]
    assert told == []
    notebook = notebooks.read(students / "notebooks" / path.name)
    assert set(notebook.metadata) == {"kernelspec", "language_info", "kit"}
    assert not [
        cell for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count") or cell.get("attachments")
    ]
    assert {tag for cell in notebook.cells for tag in tags_of(cell)} <= {
        *STEPS,
        "exercise",
        "imports",
        "shown",
        "task",
        "discuss",
    }


def test_the_leak_test_finds_a_leak(tmp_path):
    path = LESSONS[-1]
    line = sorted(secrets(path))[0]
    assert line not in as_text(editions.for_students(notebooks.read(path)))
    leaky = editions.for_students(notebooks.read(path))
    leaky.cells[0].metadata["note"] = line
    assert json.dumps(line, ensure_ascii=False)[1:-1] in as_text(leaky)


def test_what_speaks_to_teachers_in_the_kit_stays_with_them(students):
    for name in ("site", "editions.py", "printing.py", "preview.py", "browser.py"):
        assert not (students / "kit" / name).exists(), name
    assert not list(students.rglob("__pycache__"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_student_edition_runs_and_only_unfinished_exercises_complain(students, students_run, path):
    said = students_run[path.stem]
    starters = {
        cell.id: cell.source for cell in notebooks.read(path).cells if "exercise" in cell.metadata.get("tags", [])
    }
    kept = {cell.id: cell.source for cell in notebooks.read(students / "notebooks" / path.name).cells}
    assert {name: kept[name] for name in starters} == starters
    assert [(name, words) for name, tags, words in said if words.startswith("error") and "exercise" not in tags] == []
    for name, tags, words in said:
        if "exercise" in tags:
            assert words.startswith("error") or "✗ Not yet" in words or "Still blank" in words, (
                f"{name} says {words!r} before anybody has worked on it"
            )


def test_the_teacher_edition_is_whole_opened_up_and_reads_the_codes_of_the_class(tmp_path):
    editions.teacher(tmp_path / "teacher", **SILENT)
    used, found = run(tmp_path / "teacher")
    assert used == str(tmp_path / "teacher" / "kit" / "__init__.py")
    for path in LESSONS:
        whole = {cell.id: cell.source for cell in notebooks.read(path).cells}
        opened = {
            cell.id: cell.source.replace("<details open>", "<details>")
            for cell in notebooks.read(tmp_path / "teacher" / "notebooks" / path.name).cells
        }
        assert whole.items() <= opened.items()
        said = {name: words for name, _, words in found[path.stem]}
        assert not [name for name, words in said.items() if words.startswith("error") and "exercise" not in name]
        asked = re.findall(r'kit\.quiz\(.*?id="([^"]+)"', "\n".join(whole.values()), re.DOTALL)
        assert asked and "questions are known here" in said["poll"]
    assert (tmp_path / "teacher" / "kit" / "site").is_dir()
    assert (tmp_path / "teacher" / "README.md").read_text(encoding="utf-8").count("# AI Priorities Kit") == 1


def test_start_py_can_install_the_student_edition(students):
    build = (
        "from flit_core.buildapi import prepare_metadata_for_build_editable as prepare; "
        "import sys; print(prepare(sys.argv[1]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", build, str(students.parent)],
        cwd=students,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr


def test_from_the_teacher_edition_the_same_student_edition_can_be_made(students, tmp_path):
    editions.teacher(tmp_path / "teacher", **SILENT)
    for path in LESSONS:
        again = editions.for_students(notebooks.read(tmp_path / "teacher" / "notebooks" / path.name))
        first = notebooks.read(students / "notebooks" / path.name)
        assert [cell.id for cell in again.cells] == [cell.id for cell in first.cells]


def test_a_stored_output_and_its_number_do_not_reach_students():
    code = new_code_cell(
        "1 + 1", outputs=[new_output("stream", text="2")], execution_count=3, metadata={"tags": ["exercise"]}
    )
    made = editions.for_students(
        new_notebook(
            cells=[
                code,
                new_markdown_cell("Likely", metadata={"tags": ["teacher"]}),
                new_code_cell("2", metadata={"tags": ["solution"]}),
            ]
        )
    )
    assert [(cell.source, cell.outputs, cell.execution_count) for cell in made.cells] == [("1 + 1", [], None)]


@pytest.mark.parametrize("command", ["student", "teacher"])
def test_an_edition_is_never_written_over_somebodys_work(tmp_path, command, capsys):
    (tmp_path / "essay.txt").write_text("mine", encoding="utf-8")
    assert main([command, str(tmp_path)]) == 1
    assert "is not empty: choose a new folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["essay.txt"]


def test_a_command_that_an_edition_lacks_gets_one_sentence(students):
    ran = subprocess.run(
        [sys.executable, "-m", "kit", "student", "x"],
        cwd=students,
        env=dict(os.environ, PYTHONPATH=str(students), PYTHONUTF8="1"),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 1
    assert ran.stderr == "This edition of the kit has no command “student”: take the whole kit.\n"


# To take home


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["home.tar"], "does not end in .zip"), (["home.zip", "--site", "nowhere"], "nowhere is not a site")],
)
def test_a_take_home_that_cannot_be_made_gets_one_sentence(arguments, sentence, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["take-home", *arguments]) == 1
    assert sentence in capsys.readouterr().err


@pytest.fixture(scope="module")
def stick(site, tmp_path_factory):
    """The zip, and the folder that somebody unpacked from it."""
    folder = tmp_path_factory.mktemp("stick")
    made = editions.take_home(folder / "home.zip", site, **SILENT)
    with zipfile.ZipFile(made) as packed:
        packed.extractall(folder)
    return made, folder / "ai-priorities-kit"


def test_the_take_home_zip_is_small_and_holds_pages_data_and_student_notebooks(stick, site):
    made, folder = stick
    assert made.stat().st_size < 25e6
    for path in LESSONS:
        assert (folder / "lessons" / f"{path.stem}.html").exists() and (
            folder / "student" / "notebooks" / path.name
        ).exists()
    assert (folder / "student" / "start.py").exists() and list((folder / "student" / "datasets").glob("*.csv"))
    assert "Open index.html" in (folder / "READ ME FIRST.txt").read_text(encoding="utf-8")
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert pages <= {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.mark.browser
def test_from_the_stick_with_the_network_cut_a_lesson_is_one_click_away_and_its_charts_move(stick, watch):
    watched = watch("file:", offline=True)
    page = watched.page
    page.goto((stick[1] / "index.html").as_uri())
    page.get_by_role("link", name=notebooks.metadata(LESSONS[0]).title).last.click()
    page.wait_for_selector("html[data-kit=ready]")
    explorer = page.locator(".kit[data-explorer]").first
    explorer.scroll_into_view_if_needed()
    explorer.locator(".main-svg").first.wait_for()
    before = explorer.locator(".kit-note").inner_text()
    control = explorer.locator("input:not([disabled]), select").first
    if control.get_attribute("type") == "range":
        control.press("Home")
    elif control.get_attribute("type") == "checkbox":
        control.uncheck()
    else:
        explorer.locator("input[type=radio]").last.check(force=True)
    page.wait_for_function(
        "before => document.querySelector('.kit[data-explorer] .kit-note').innerText !== before", arg=before
    )
    assert (watched.strangers, watched.errors) == ([], [])
