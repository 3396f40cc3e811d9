"""The measure of a lesson's core, from its title to its recap: what a student reads and does, and how long it takes.

Counted are the words of the lesson as it is kept: text, what cards say at the start (their stored words), and what they
say after a guess or a finding. Not counted: words for teachers, solutions, hints that are folded, *Going further*.
"""

import ast
import re
from typing import Any, NamedTuple

from kit.notebooks import kit_calls, kit_names, tags_of, tree_of
from kit.site.glossary import without_links
from kit.site.outline import by_step
from kit.widgets.messages import MESSAGES

#: Steps that stand after the core.
_AFTER = frozenset({"further", "glossary", "sources"})
_CARDS = frozenset({"explore", "predict", "quiz", "weigh"})
#: What a card says once the reader has committed or unfolded it.
_SAID_LATER = frozenset({"why", "follows", "finding"})

_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
_UNSEEN = re.compile(
    r"<details>.*?</details>|```.*?```|<[^>]*>|(?<=\])\([^)]*\)|^\|[ :|-]+\|$", re.DOTALL | re.MULTILINE
)
_ITEM = re.compile(r"^\s*\d+\. ", re.MULTILINE)


class Measure(NamedTuple):
    """What a core holds; ``numbers`` is the largest count in one paragraph, ``tasks`` the numbered ones an explorer."""

    words: int
    explorers: int
    tasks: tuple[int, ...]
    models: int
    questions: int
    numbers: int
    claims: int
    exercises: int
    guesses: int

    @property
    def minutes(self) -> int:
        """How long the core takes, alone and without a word.

        170 words a minute; 1 a task, an explorer and a question, 3 an exercise and a guess, 4 a claim.
        """
        single = sum(self.tasks) + self.explorers + self.questions
        return round(self.words / 170 + single + 3 * (self.exercises + self.guesses) + 4 * self.claims)

    def beyond(self) -> list[str]:
        """Return where the core is larger than a lesson of 45 minutes bears, such as ``"words 1,500 > 1,200"``."""
        found = {**self._asdict(), "tasks": max(self.tasks, default=0), "minutes": self.minutes}
        return [f"{name} {found[name]:,} > {most:,}" for name, most in MOST.items() if found[name] > most]


#: The most that a core holds; ``tasks`` for one explorer.
MOST = {
    "words": 1200, "explorers": 3, "tasks": 3, "models": 1, "questions": 4, "numbers": 6, "claims": 1, "minutes": 36,
}  # fmt: skip


def measure(notebook: Any) -> Measure:
    """Measure the core of a lesson.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        With the outputs that are stored in it.

    Returns
    -------
    Measure
    """
    names = kit_names(notebook.cells)
    words = numbers = waiting = models = questions = exercises = 0
    tasks: list[int] = []
    made = dict.fromkeys(_CARDS, 0)
    for step, cell in by_step(notebook.cells):
        if {"teacher", "solution"} & tags_of(cell) or step in _AFTER:
            continue
        if cell.cell_type == "markdown":
            read = _UNSEEN.sub(" ", without_links(cell.source))
            words += len(_WORD.findall(_ITEM.sub("", read)))
            numbers = max([numbers, *map(_numbers_in, _paragraphs(read))])
            waiting += (
                len(_ITEM.findall(read)) if step in {"first-steps", "explore", "model", "project", "weigh"} else 0
            )
            continue
        exercises += "exercise" in tags_of(cell)
        for name, call in kit_calls(tree_of(cell.source) or ast.Module([], []), names):
            if name not in _CARDS or "exercise" in tags_of(cell):
                continue
            made[name] += 1
            later = _said_later(call)
            words += len(_WORD.findall(" ".join(later)))
            numbers = max([numbers, *map(_numbers_in, later)])
            start = _at_the_start(cell)
            words += len(_WORD.findall(start))
            if name == "explore":
                tasks.append(waiting)
                waiting = 0
                models += step == "model"
            elif name == "quiz":
                questions += sum(not line.startswith(" ") for line in start.splitlines())
    return Measure(
        words, made["explore"], tuple(tasks), models, questions, numbers, made["weigh"], exercises, made["predict"]
    )


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs and list items of a text; a heading and a table are none."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )", text)
    return [_ITEM.sub("", part) for part in parts if not re.match(r"\s*[#|]", part)]


def _numbers_in(text: str) -> int:
    return len(_NUMBER.findall(re.sub(r"`[^`]*`", " ", text)))


def _at_the_start(cell: Any) -> str:
    """Return what the card of a cell says before anybody touches it, without what its chart holds."""
    stored = "\n".join(output.get("data", {}).get("text/plain", "") for output in cell.outputs)
    lines = [line for line in stored.splitlines() if line != MESSAGES["run_cell"]]
    return "\n".join(line for line in lines if not line.startswith("  ") or line.startswith("  ○"))


def _said_later(call: ast.Call) -> list[str]:
    """Return the paragraphs that a card shows later; of words that depend on the guess, the longest."""
    found: list[str] = []
    for keyword in call.keywords:
        if keyword.arg in _SAID_LATER:
            parts = keyword.value.values if isinstance(keyword.value, ast.Dict) else [keyword.value]
            texts = [_texts(part) for part in parts]
            found += (
                max(texts, key=lambda lines: sum(map(len, lines))) if isinstance(keyword.value, ast.Dict) else texts[0]
            )
    return found


def _texts(node: ast.expr) -> list[str]:
    """Return the texts in an expression, one a paragraph; a text with computed pieces counts each as one number."""
    if isinstance(node, ast.List | ast.Tuple):
        return [text for part in node.elts for text in _texts(part)]
    if isinstance(node, ast.JoinedStr):
        return ["".join(part.value if isinstance(part, ast.Constant) else "1" for part in node.values)]  # type: ignore[misc]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
