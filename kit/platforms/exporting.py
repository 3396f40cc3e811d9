"""The export: each lesson's questions, read from its cells, into a folder of files for Moodle and Canvas."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kit import notebooks
from kit.notebooks import LessonError, kit_calls, kit_names, tree_of
from kit.platforms import canvas, moodle
from kit.site.outline import by_step, outline
from kit.widgets.contract import Question
from kit.widgets.quiz import questions_in
from kit.writing import refuse_unwritable, write_bytes, write_text

#: What a teacher should know of the exported questions, said by the command and in the folder.
NOTES = (
    "Guesses, claims to weigh and exercises are not among them: they need their charts.",
    "The unit of a number stands in the question; the answer is a number alone, with the tolerance of the lesson.",
    "Moodle gives a part of the points for a part of the ticks, and none once a wrong one is there; "
    "the lesson asks for exactly the right ticks.",
    "In Moodle an order is a matching question, each item with its place; its reason is the general feedback.",
    "GIFT cannot say that options keep their order, so Moodle may shuffle them; the XML says it.",
    "Canvas has one reason for all wrong numbers, so those of the known mistakes stand there together.",
)

_FILES = """Questions of the AI Priorities Kit

NAME.gift  Moodle: Question bank, Import, GIFT format (if Moodle refuses the file, call it NAME.txt)
NAME.xml   Moodle: Question bank, Import, Moodle XML format
NAME.zip   Canvas: Settings, Import Course Content, QTI .zip file
"""


def export_quizzes(out: Path, lessons: list[Path] | None = None, say: Callable[[str], None] = print) -> list[Path]:
    """Write the questions of each lesson's core as ``NAME.gift``, ``NAME.xml`` and ``NAME.zip``, and a ``README.txt``.

    Parameters
    ----------
    out : pathlib.Path
        Folder to write; files of the same name in it are replaced.
    lessons : list of pathlib.Path, optional
        Notebooks; all of the kit if left out.
    say : callable
        Receives one line for each lesson, for each question left out, and for each of `NOTES`.

    Returns
    -------
    list of pathlib.Path
        The files.

    Raises
    ------
    kit.notebooks.LessonError
        If a lesson cannot be read, or not be run where that is needed.
    OSError
        If the folder cannot be written.
    """
    refuse_unwritable(out / "README.txt")
    written: list[Path] = []
    left_out: list[str] = []
    for path in notebooks.lessons() if lessons is None else lessons:
        head = notebooks.metadata(path)
        asked = list(enumerate(questions(path), 1))
        for_moodle = [(number, question) for number, question in asked if not moodle.obstacle(question)]
        for_canvas = [question for _, question in asked if not canvas.obstacle(question)]
        files: list[Path] = []
        if for_moodle:
            files += [out / f"{head.name}.gift", out / f"{head.name}.xml"]
            write_text(files[0], moodle.gift(head.name, for_moodle))
            write_bytes(files[1], moodle.moodle_xml(head.name, for_moodle))
        if for_canvas:
            files.append(out / f"{head.name}.zip")
            write_bytes(files[-1], canvas.canvas_zip(head.title, for_canvas))
        say(f"{head.name}: {len(asked)} questions" + (f" in {', '.join(file.name for file in files)}" if files else ""))
        written += files
        left_out += [
            f"Not for {platform}: question {number} of {head.name}, since {why}."
            for platform, obstacle in (("Moodle", moodle.obstacle), ("Canvas", canvas.obstacle))
            for number, question in asked
            if (why := obstacle(question))
        ]
    notes = [*left_out, *NOTES]
    for note in notes:
        say(note)
    write_text(out / "README.txt", "\n".join([_FILES, *(f"- {note}" for note in notes), ""]))
    return [*written, out / "README.txt"]


def questions(path: Path) -> list[Question]:
    """Return the questions of a lesson's core, in their order.

    They are read from the cells that ask them; only where their text is computed or packed is the lesson run.

    Raises
    ------
    kit.notebooks.LessonError
        If the lesson cannot be read or run, or a question in it is faulty.

    Examples
    --------
    >>> [asked["kind"] for asked in questions(notebooks.lessons()[2])]
    ['single', 'single', 'number', 'single']
    """
    notebook = notebooks.read(path)
    names = kit_names(notebook.cells)
    found: list[Question] = []
    for step, cell in by_step(notebook.cells):
        tree = tree_of(cell.source) if cell.cell_type == "code" and step != "further" else None
        for name, call in kit_calls(tree, names) if tree else ():
            text = _literal(call) if name == "quiz" else None
            if text is not None:
                try:
                    found += questions_in(text)
                except ValueError as fault:
                    raise LessonError(f"{path.name}: {fault}") from None
            elif name in ("quiz", "sealed"):
                return _questions_of_a_run(path, notebook)
    return found


def _literal(call: ast.Call) -> str | None:
    """Return the text that a call of `kit.quiz` is given, or None if it is computed."""
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "text")]
    return given[0].value if given and isinstance(given[0], ast.Constant) and isinstance(given[0].value, str) else None


def _questions_of_a_run(path: Path, notebook: Any) -> list[Question]:
    asked = outline(path, notebooks.run(notebook, path.name, embed=True)).asked
    return [question for widget in asked if widget["kind"] == "quiz" for question in widget["spec"]["questions"]]
