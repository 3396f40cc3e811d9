"""Editions from the one source: for students, for teachers, and a folder to take home; each runs by itself."""

import copy
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kit import notebooks
from kit.notebooks.handing_out import lesson_for_students
from kit.site.outline import by_step
from kit.writing import whole_file, whole_folder

ROOT = notebooks.NOTEBOOKS.parent

#: What every edition holds beside its notebooks. All tables stay open, the ledger with the kit's verdicts among them:
#: lessons compute with it, and looking a number up in its table is the work that a lesson asks for, no leak.
_SHARED = (
    "kit",
    "datasets",
    "start.py",
    "pyproject.toml",
    "requirements.txt",
    "environment.yml",
    "LICENSE",
    "LICENSE-LESSONS",
)
#: What speaks to teachers, or makes editions: not for students.
_FOR_TEACHERS = ("site", "platforms", "editions.py", "handing_out.py", "printing.py", "browser.py", "preview.py")
_ZIP_FOLDER = "ai-priorities-kit"

_STUDENT_README = """# AI Priorities Kit: student edition

Lessons on the AI priorities of China's 2025 Government Work Report.
You need Python 3.11 or newer, and the network once.

1. Write `python start.py` in this folder. JupyterLab opens with the first lesson.
2. Run a cell with Shift + Enter. Guess before you look; every chart moves.
3. In *Code it*, put your code where the three dots are. The cell tells you what is still missing.

What answers a question is packed in its cell, so that you do not read it before you have guessed.
The tables in the folder `datasets` are open; the ledger `claims.csv` among them has the kit's verdicts.

Nothing is sent anywhere. Your notebooks stay in the folder `notebooks`.
"""

_TEACHER_README = """# AI Priorities Kit: teacher edition

The lessons with all notes for teachers, all solutions and all hints opened.
Under *Check* a card reads the codes of your class.
Do not hand this folder out: `python start.py student FOLDER` makes the edition for students.
What follows is the kit's own README.

"""

_TAKE_HOME = """AI PRIORITIES KIT

Open index.html in any browser. Everything works without a network: lessons, charts, questions, data.
Nothing is sent anywhere; what you guess stays on your device.

The folder "student" holds the lessons as notebooks, to change their code: install Python 3.11 or newer,
then write "python start.py" in that folder (this needs the network once).
"""


def student(out: Path, say: Callable[[str], None] = print) -> list[Path]:
    """Write the edition for students: starters and questions, no solution, no word for teachers, no stored output.

    Parameters
    ----------
    out : pathlib.Path
        Folder to write; it must be new or empty, so that nobody's work is lost.
    say : callable
        Receives one line at the end.

    Returns
    -------
    list of pathlib.Path
        The notebooks.

    Raises
    ------
    OSError
        If the folder is not empty or cannot be written.
    kit.notebooks.LessonError
        If a lesson cannot be given to students; see `kit.notebooks.handing_out.for_students`.
    """
    return _write(out, lesson_for_students, ("__pycache__", *_FOR_TEACHERS), _STUDENT_README, say)


def teacher(out: Path, say: Callable[[str], None] = print) -> list[Path]:
    """Write the edition for teachers: everything, hints opened, a card for the codes of the class. See `student`."""
    readme = _TEACHER_README + (ROOT / "README.md").read_text(encoding="utf-8").partition("\n")[2]
    return _write(out, lambda path: for_teachers(notebooks.read(path)), ("__pycache__",), readme, say)


def for_teachers(notebook: Any) -> Any:
    """Return a lesson with hints opened, and after its questions a card that reads the codes of the class."""
    from nbformat.v4 import new_code_cell, new_markdown_cell

    opened = copy.deepcopy(notebook)
    for cell in opened.cells:
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace("<details>", "<details open>")
    asked = [
        place for place, (step, cell) in enumerate(by_step(opened.cells)) if (step, cell.cell_type) == ("check", "code")
    ]
    if asked:
        words = (
            "### For the teacher: the answers of the class\n\nA card shows its learner a short code "
            "once she has committed. Run the cells above, then paste the codes here."
        )
        about = {"tags": ["teacher"]}
        opened.cells[asked[-1] + 1 : asked[-1] + 1] = [
            new_markdown_cell(words, id="teacher-poll", metadata=about),
            new_code_cell("kit.poll()", id="poll", metadata=about),
        ]
    return opened


def _write(
    out: Path, edition: Callable[[Path], Any], left_out: tuple[str, ...], readme: str, say: Callable[[str], None]
) -> list[Path]:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise OSError(f"{out} is not empty: choose a new folder, so that nobody's work is overwritten.")
    lessons = notebooks.lessons()
    with whole_folder(out) as folder:
        for name in _SHARED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*left_out))
            else:
                shutil.copyfile(ROOT / name, folder / name)
        (folder / "README.md").write_text(readme, encoding="utf-8", newline="\n")
        (folder / "notebooks").mkdir()
        for path in lessons:
            notebooks.write(edition(path), folder / "notebooks" / path.name)
    paths = [out / "notebooks" / path.name for path in lessons]
    say(f"done: {len(paths)} lessons in {out}; start them there with python start.py")
    return paths


def take_home(out: Path, site: Path | None = None, say: Callable[[str], None] = print) -> Path:
    """Write one zip for a USB stick: the whole site and the edition for students.

    Parameters
    ----------
    out : pathlib.Path
        The file to write; its name ends in ``.zip``.
    site : pathlib.Path, optional
        A site that was built already; built anew if left out.
    say : callable
        Receives one line for each step.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    OSError
        If the name does not end in ``.zip``, or ``site`` is no site.
    """
    if out.suffix.lower() != ".zip":
        raise OSError(f"{out} does not end in .zip: write for example take-home.zip")
    if site is not None and not (site / "index.html").exists():
        raise OSError(f"{site} is not a site: build one with python -m kit site, or leave --site out.")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if site is None:
            from kit.site import build

            build(folder / "site", say=say)
            site = folder / "site"
        student(folder / "student", say=lambda _: None)
        (folder / "READ ME FIRST.txt").write_text(_TAKE_HOME, encoding="utf-8", newline="\r\n")
        with (
            whole_file(out) as new,
            zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed,
        ):
            packed.write(folder / "READ ME FIRST.txt", f"{_ZIP_FOLDER}/READ ME FIRST.txt")
            for top, name in ((site, ""), (folder / "student", "student/")):
                for path in sorted(path for path in top.rglob("*") if path.is_file()):
                    packed.write(path, f"{_ZIP_FOLDER}/{name}{path.relative_to(top).as_posix()}")
    say(f"done: {out}, {out.stat().st_size / 1e6:.1f} MB. Unpack it, then open index.html")
    return out
