"""What a lesson that has run offers to a teacher's page, a worksheet and the class's poll: its frame, taken apart."""

import re
from pathlib import Path
from typing import Any, NamedTuple

from kit import notebooks
from kit.widgets import baking

#: The paragraphs of the first teacher's cell that each lesson has, and what a page calls them.
VARIANTS = {
    "20 minutes": "With 20 minutes",
    "90 minutes": "With 90 minutes",
    "No computers": "Without computers",
    "Before class": "Before class",
}

_LIKELY = re.compile(r"^\*\*Likely answers?\.\*\* *(.+?)(?=\n\s*\n|\Z)", re.DOTALL | re.MULTILINE)


class Note(NamedTuple):
    """A teacher's cell: its title without "For the teacher", its words, its likely answers, the step it stands in."""

    title: str
    words: str
    likely: str
    step: str


class Task(NamedTuple):
    """What a reader is asked to find with one explorer: a title (or none), the first question, and the numbered rest."""

    title: str
    question: str
    items: list[str]
    step: str


class Parts(NamedTuple):
    """A lesson taken apart. ``plan`` has the minute plan as ``table`` and a text for each of `VARIANTS`; ``widgets`` are kind and spec."""

    head: notebooks.Metadata
    plan: dict[str, str]
    notes: list[Note]
    lead_in: str
    tasks: list[Task]
    discuss: str
    solutions: list[str]
    widgets: list[tuple[str, dict]]


def parts(path: Path, notebook: Any) -> Parts:
    """Take a lesson apart that has run with its widgets baked.

    Parameters
    ----------
    path : pathlib.Path
        The notebook's file.
    notebook : nbformat.NotebookNode
        The same, with fresh outputs.
    """
    plan, notes, tasks, solutions, widgets = {}, [], [], [], []
    lead_in = discuss = step = ""
    asked = None
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        if cell.cell_type == "code":
            for output in cell.get("outputs", []):
                widgets += baking.read_elements("".join(output.get("data", {}).get("text/html", "")))
            if "solution" in tags:
                solutions.append(cell.source)
            elif "kit.explore(" in cell.source and asked is not None:
                task = _task(asked, step)
                if task.question or task.items:
                    tasks.append(task)
                asked = None
        elif "teacher" in tags:
            if not plan:
                plan = _plan(cell.source)
            else:
                notes.append(_note(cell.source, step))
        else:
            heading = re.search(r"^## (.+?)(?: · .*)?$", cell.source, re.MULTILINE)
            step = heading[1] if heading else step
            if step == "Predict" and not lead_in:
                lead_in = re.sub(r"^##.*\n+", "", cell.source)
            if cell.source.startswith("**Discuss"):
                discuss = re.sub(r"^\*\*Discuss[:.]?\*\*[:.]? *", "", cell.source)
            asked = cell.source if step in {"Explore", "Model", "First steps"} else None
    return Parts(notebooks.metadata(path), plan, notes, lead_in, tasks, discuss, solutions, widgets)


def _plan(words: str) -> dict[str, str]:
    """Return the minute plan and its variants."""
    words = re.sub(r"^### .*\n+", "", words)
    before, *rest = re.split(rf"\*\*({'|'.join(VARIANTS)}):\*\* *", words)
    return {"table": before.strip()} | {
        name: text[:1].upper() + text[1:].strip() for name, text in zip(rest[::2], rest[1::2], strict=True)
    }


def _note(words: str, step: str) -> Note:
    heading, _, rest = words.partition("\n")
    title = re.sub(r"^#+ (?:For the teacher: )?", "", heading)
    likely = _LIKELY.search(words)
    return Note(title[:1].upper() + title[1:], rest.strip(), likely[1] if likely else "", step)


def _task(words: str, step: str) -> Task:
    """Return the questions of the text above an explorer."""
    title = re.search(r"^### (.+)$", words, re.MULTILINE)
    # The paragraph up to its bold question: what stands before it says what it is about. Numbered questions come below.
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", words) if not re.match(r"\d+\. ", part)]
    question = next(filter(None, map(_up_to_its_question, paragraphs)), "")
    question = re.sub(r"^\*\*Before you move anything: (.)", lambda found: f"**{found[1].upper()}", question)
    items = re.findall(r"^\d+\. (.+?)(?=\n\d+\. |\n\s*\n|\Z)", words, re.DOTALL | re.MULTILINE)
    return Task(title[1] if title else "", question, [" ".join(item.split()) for item in items], step)


def _up_to_its_question(paragraph: str) -> str:
    """Return a paragraph up to the end of its first bold question, or nothing.

    Examples
    --------
    >>> _up_to_its_question("Take **all** of it. **Who leads?** Guess."), _up_to_its_question("Take **all**, why not? **Now.**")
    ('Take **all** of it. **Who leads?**', '')
    """
    ends = [bold.end() for bold in re.finditer(r"\*\*([^*]+)\*\*", paragraph) if "?" in bold[1]]
    return paragraph[: ends[0]] if ends else ""


def minutes_in(table: str) -> list[tuple[int, str, str]]:
    """Return the rows of a minute plan: minutes, step, what the class does.

    Examples
    --------
    >>> minutes_in("| minutes | step | what |\\n| --- | --- | --- |\\n| 5 | Predict | draw |")
    [(5, 'Predict', 'draw')]
    """
    return [
        (int(minutes), step.strip(), what.strip())
        for minutes, step, what in re.findall(r"^\| *(\d+) *\|([^|]*)\|([^|]*)\|", table, re.MULTILINE)
    ]
