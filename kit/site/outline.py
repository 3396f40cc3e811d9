"""What a lesson that has run offers to a teacher's page, a worksheet and the class's poll: its frame, taken apart.

The tags of its cells steer this, never their words: `STEPS` on the cell that begins a step, ``task`` on a text whose
questions go onto the worksheet, ``discuss``, and for teachers' cells ``teacher`` and, on the first, ``plan``.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kit import notebooks
from kit.notebooks import tags_of
from kit.site.glossary import without_links
from kit.widgets.contract import ExploreSpec, PredictData, QuizData, widget_in

#: The tags of steps, in their usual order; each stands on the cell with the step's heading.
STEPS = (
    "priority",
    "first-steps",
    "predict",
    "explore",
    "model",
    "check",
    "project",
    "code",
    "weigh",
    "hand-in",
    "recap",
    "further",
    "glossary",
    "sources",
)

#: The paragraphs of the teacher's cell with the plan, and what a page calls them.
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
    """What a reader is asked to find: a title (or none), the first question, and the numbered rest."""

    title: str
    question: str
    items: list[str]


class Outline(NamedTuple):
    """A lesson taken apart.

    ``plan`` has the minute plan as ``table`` and a text for each of `VARIANTS`; ``explorers`` and ``asked`` (its
    predictions, claims and quizzes) are those of the core, in their order, ``asked_further`` those of *Going further*.
    """

    head: notebooks.Metadata
    plan: dict[str, str]
    notes: list[Note]
    lead_in: str
    tasks: list[Task]
    discuss: str
    explorers: list[ExploreSpec]
    asked: list[PredictData | QuizData]
    asked_further: list[PredictData | QuizData]


def by_step(cells: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Yield each cell with the step that it stands in; before the first step that is an empty text."""
    step = ""
    for cell in cells:
        step = next((tag for tag in STEPS if tag in tags_of(cell)), step)
        yield step, cell


def outline(path: Path, notebook: Any) -> Outline:
    """Take a lesson apart that has run with its widgets embedded.

    Parameters
    ----------
    path : pathlib.Path
        The notebook's file.
    notebook : nbformat.NotebookNode
        The same, with fresh outputs.

    Returns
    -------
    Outline
    """
    plan: dict[str, str] = {}
    notes: list[Note] = []
    tasks: list[Task] = []
    explorers: list[ExploreSpec] = []
    asked: list[PredictData | QuizData] = []
    asked_further: list[PredictData | QuizData] = []
    lead_in = discuss = ""
    for step, cell in by_step(notebook.cells):
        tags, words = tags_of(cell), without_links(cell.source)
        for output in cell.get("outputs", []):
            widget = widget_in(output)
            if widget and (widget["kind"] == "predict" or widget["kind"] == "quiz"):
                (asked_further if step == "further" else asked).append(widget)
            elif widget and widget["kind"] == "explore" and step != "further":
                explorers.append(widget["spec"])
        if "plan" in tags:
            plan = _plan(words)
        elif "teacher" in tags:
            notes.append(_note(words, step))
        elif "predict" in tags:
            lead_in = re.sub(r"^##.*\n+", "", words)
        elif "discuss" in tags:
            discuss = re.sub(r"^\*\*Discuss[:.]?\*\*[:.]? *", "", words)
        if "task" in tags:
            tasks.append(_task(words))
    return Outline(notebooks.metadata(path), plan, notes, lead_in, tasks, discuss, explorers, asked, asked_further)


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


def _task(words: str) -> Task:
    """Return the questions of the text above an explorer."""
    title = re.search(r"^### (.+)$", words, re.MULTILINE)
    # The paragraph up to its bold question: what stands before it says what it is about. Numbered questions come below.
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", words) if not re.match(r"\d+\. ", part)]
    question = next(filter(None, map(_up_to_its_question, paragraphs)), "")
    question = re.sub(r"^\*\*Before you move anything: (.)", lambda found: f"**{found[1].upper()}", question)
    items = re.findall(r"^\d+\. (.+?)(?=\n\d+\. |\n\s*\n|\Z)", words, re.DOTALL | re.MULTILINE)
    return Task(title[1] if title else "", question, [" ".join(item.split()) for item in items])


def _up_to_its_question(paragraph: str) -> str:
    """Return a paragraph up to the end of its first bold question, or nothing.

    Examples
    --------
    >>> _up_to_its_question("Take **all** of it. **Who leads?** Guess.")
    'Take **all** of it. **Who leads?**'
    >>> _up_to_its_question("Take **all**, why not? **Now.**")
    ''
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
