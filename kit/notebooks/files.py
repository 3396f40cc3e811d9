"""Lessons as files: where they are, reading and writing them, and what the lists of lessons show of each."""

import re
from pathlib import Path
from typing import Any, NamedTuple

from kit.writing import write_text

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"

_REQUIRED = ("minutes", "priority", "summary")


class LessonError(ValueError):
    """A lesson cannot be read or run; the message names the notebook, the cell and what to do."""


class Metadata(NamedTuple):
    """What the lists of lessons show. ``ages`` is such as ``"14+"``; empty: any age."""

    name: str
    title: str
    minutes: int
    priority: str
    summary: str
    themes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    ages: str = ""


def lessons() -> list[Path]:
    """Return the paths of all lessons, in order."""
    return sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))


def read(path: Path) -> Any:
    """Return a notebook.

    Raises
    ------
    LessonError
        If the file is missing or is no notebook.
    """
    import nbformat

    try:
        text = Path(path).read_text(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError):
        known = ", ".join(found.stem for found in lessons())
        raise LessonError(f"There is no notebook {path}. The lessons are: {known}.") from None
    except UnicodeDecodeError:
        raise LessonError(
            f"{path} is not UTF-8 text, so it is no notebook. Take the file from a fresh copy of the kit."
        ) from None
    try:
        found = nbformat.reads(text, as_version=4)
        nbformat.validate(found)
    except Exception:  # JSON of another kind makes nbformat fail in many ways, all of which mean the same here
        raise LessonError(
            f"{path} is not a notebook that can be read. Take the file from a fresh copy of the kit."
        ) from None
    return found


def write(notebook: Any, path: Path) -> None:
    """Write a notebook as UTF-8 with plain line ends, whole or not at all."""
    write_text(path, as_text(notebook))


def as_text(notebook: Any) -> str:
    """Return the text of a notebook's file."""
    import nbformat

    return str(nbformat.writes(notebook, indent=1)).rstrip("\n") + "\n"


def metadata(path: Path) -> Metadata:
    """Return what the lists of lessons show of a lesson.

    Raises
    ------
    LessonError
        If the first heading, or an entry of the metadata ``kit``, is missing.
    """
    notebook = read(path)
    about = notebook.metadata.get("kit", {})
    title = re.search(r"^# (.+)$", notebook.cells[0].source, re.MULTILINE) if notebook.cells else None
    missing = [key for key in _REQUIRED if key not in about] + ([] if title else ["title"])
    if missing:
        raise LessonError(
            f"{Path(path).name} does not say its {missing[0]}: write the title as “# …” in the first cell, "
            "the rest in the notebook's metadata under “kit”."
        )
    return Metadata(
        Path(path).stem,
        title[1] if title else "",
        about["minutes"],
        about["priority"],
        about["summary"],
        tuple(about.get("themes", ())),
        tuple(about.get("subjects", ())),
        about.get("ages", ""),
    )
