"""A lesson as students get it, in their edition and from a page: no solution, no teacher's word, answers packed."""

import copy
import re
from pathlib import Path
from typing import Any

from kit.notebooks.cells import ASKING, holds_answers, kit_names, tags_of, tree_of
from kit.notebooks.files import LessonError, read
from kit.notebooks.normalizing import normalize
from kit.notebooks.sealing import seal

#: What the notebook's own metadata may say to students.
_ABOUT = ("minutes", "priority", "summary", "themes", "subjects", "ages")
#: A line that begins words for teachers, or a solution, whatever its marks: "### For the teacher:", "**Solution**".
_TEACHERS_LINE = re.compile(
    r"^(?:<[^>\n]*>|[^\w\n]|_)*"
    r"(?:(?:\w+ )?(?:for|to) +(?:the +|all +)?(?:teachers?|instructors?|educators?)\b"
    r"|(?:teachers?|instructors?)(?:[’']?s?[’']?) +(?:notes?|guide|page|key|only|answers?|solutions?)\b"
    r"|(?:teachers?|instructors?|solutions?|answer key)[ \d]*\W*$)",
    re.IGNORECASE | re.MULTILINE,
)


def lesson_for_students(path: Path) -> Any:
    """Return the lesson in a file as `for_students` does; an error names the file."""
    notebook = read(path)
    try:
        return for_students(notebook)
    except LessonError as fault:
        raise LessonError(f"{path.name}: {fault}") from None


def for_students(notebook: Any) -> Any:
    """Return a lesson without solutions, words for teachers and outputs, its answers packed, in normal form.

    Outputs go because they were computed from the whole lesson, and because a chart's words below a question would
    tell its answer before anyone has guessed. Metadata go that the normal form does not know.

    Raises
    ------
    kit.notebooks.LessonError
        If a cell looks like words for teachers or a solution and has no such tag, or holds an answer that cannot be
        packed.
    """
    kept = copy.deepcopy(notebook)
    kept.cells = [cell for cell in kept.cells if not _is_for_teachers(cell)]
    if "kit" in kept.metadata:
        kept.metadata["kit"] = {key: said for key, said in kept.metadata["kit"].items() if key in _ABOUT}
    names = kit_names(kept.cells)
    for cell in kept.cells:
        _refuse_untagged(cell)
        _seal(cell, names)
    # After sealing: an id that the normal form makes comes from the words of the cell.
    kept = normalize(kept)
    for cell in kept.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return kept


def _is_for_teachers(cell: Any) -> bool:
    """Tell whether a tag speaks of teachers or solutions: ``teacher``, and also ``teachers`` or ``my solution``."""
    return any(word in tag for tag in tags_of(cell) for word in ("teacher", "solution"))


def _refuse_untagged(cell: Any) -> None:
    found = _TEACHERS_LINE.search(cell.source)
    if found:
        raise LessonError(
            f"The cell “{cell.get('id', '')}” has the line “{found[0].strip()}” and would be given to students: "
            "tag it teacher (or solution), or begin the line with other words."
        )


def _seal(cell: Any, names: dict[str, str]) -> None:
    """Pack the code of a cell that holds answers, in place."""
    asked = any(f"{function}(" in cell.source for function in ASKING)
    if not holds_answers(cell, names):
        if cell.cell_type == "code" and asked and tree_of(cell.source) is None:
            raise _cannot_pack(cell)
        return
    module = next((name for name, what in names.items() if what == "kit"), "")
    try:
        cell.source = ("" if module else "import kit\n\n") + seal(cell.source, module or "kit")
    except SyntaxError:
        raise _cannot_pack(cell) from None


def _cannot_pack(cell: Any) -> LessonError:
    return LessonError(
        f"The cell “{cell.get('id', '')}” asks a question and is not plain Python, so its answer cannot be packed: "
        "move what begins with % or ! into a cell of its own."
    )
