"""``quiz``: questions written as a GitHub task list, with a reason for every option."""

import re
from typing import Any

import anywidget
import traitlets

from kit.widgets import baking, codes, frontend
from kit.widgets.words import WORDS

_OPTION = re.compile(r"^\s*(?:[-*]\s*\[(?P<mark>[ xX=])\]|(?P<place>\d+)[.)])\s+(?P<rest>.+)$")
_NUMBER = re.compile(r"^(?P<value>[-+]?\d[\d,]*(?:\.\d+)?)\s*(?:±\s*(?P<within>\d[\d,]*(?:\.\d+)?))?\s*(?P<unit>.*)$")


class QuizError(ValueError):
    """A quiz text cannot be used; the message names the question and what to change."""


class Quiz(anywidget.AnyWidget):
    """Questions with reasons. Make one with `quiz`."""

    _esm = frontend.module("quiz")
    _css = frontend.stylesheet()
    _spec = traitlets.Dict().tag(sync=True)

    def bake(self) -> str:
        """Return the questions as HTML that works without a kernel."""
        return baking.element("quiz", self._spec, self.digest())

    def digest(self) -> str:
        """Return questions and options in words; which is right is not said."""
        lines = []
        for question in self._spec["questions"]:
            lines.append(question["text"])
            if question["kind"] != "number":
                lines += sorted(f"  ○ {option['text']}" for option in question["options"])
        return "\n".join([*lines, WORDS["run_cell"]])

    def __repr__(self) -> str:
        return self.digest()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        return baking.bundle(super()._repr_mimebundle_(**kwargs), self.digest(), self.bake)


def quiz(text: str, *, id: str = "") -> Quiz:
    """Ask questions; every option answers with its reason.

    Parameters
    ----------
    text : str
        Questions, separated by a line ``---``. Under each question stand its options, one a line:

        - ``- [ ] option :: reason`` a wrong option, ``- [x] option :: reason`` a right one.
          One right option: the reader chooses one; several: she ticks all that apply.
        - ``- [=] 51 ± 1 % :: reason`` a number with its tolerance and unit;
          then ``- [ ] 49 ± 0.5 :: reason`` for a number that shows a misconception and
          ``- [ ] * :: reason`` for all others.
        - ``1. first :: reason``, ``2. second`` … an order.
    id : str
        Name in a page's address; from the first question if left out.

    Returns
    -------
    Quiz

    Raises
    ------
    QuizError
        If a question has no options, no right answer, or an option without a reason.

    Examples
    --------
    >>> quiz('''
    ... Which is a rate?
    ... - [ ] 276,000 robots :: That is a count.
    ... - [x] 470 robots per 10,000 workers :: Yes: it is divided by workers.
    ... ''').digest().splitlines()[0]
    'Which is a rate?'
    """
    questions = [_question(part) for part in re.split(r"^\s*---+\s*$", text, flags=re.MULTILINE) if part.strip()]
    if not questions:
        raise QuizError("The quiz is empty: write a question and under it options such as “- [x] option :: reason”.")
    name = id or re.sub(r"\W+", "-", questions[0]["text"].lower())[:40].strip("-")
    return Quiz(_spec=codes.remember({"id": name, "title": "", "label": questions[0]["text"], "questions": questions}))


def _question(part: str) -> dict:
    text, options = [], []
    for line in part.strip().splitlines():
        met = _OPTION.match(line)
        if met:
            options.append(met)
        elif options and line.strip():
            raise QuizError(
                f"“{line.strip()}” stands between options: start it with “- [ ]”, or put “---” before a new question."
            )
        elif line.strip():
            text.append(line.strip())
    question = " ".join(text)
    if not question:
        raise QuizError("A question has no text: write it above its options.")
    if not options:
        raise QuizError(f"“{question}” has no options: write them as “- [ ] option :: reason”.")
    if options[0]["place"]:
        return {
            "kind": "order",
            "text": question,
            "options": [_parts(o["rest"], question, reason_needed=False) for o in options],
        }
    if any(o["mark"] == "=" for o in options):
        return _number_question(question, options)
    found = [_parts(o["rest"], question) | {"right": o["mark"] in "xX"} for o in options]
    right = sum(option["right"] for option in found)
    if not right:
        raise QuizError(f"“{question}” has no right answer: mark one with “- [x]”.")
    return {"kind": "single" if right == 1 else "several", "text": question, "options": found}


def _parts(rest: str, question: str, reason_needed: bool = True) -> dict:
    text, _, why = (piece.strip() for piece in rest.partition("::"))
    if reason_needed and not why:
        raise QuizError(
            f"The option “{text}” of “{question}” has no reason: add “:: ” and say why it is right or wrong."
        )
    return {"text": text, "why": why}


def _number_question(question: str, options: list[re.Match]) -> dict:
    found, unit = [], ""
    for option in options:
        parts = _parts(option["rest"], question)
        right = option["mark"] == "="
        met = _NUMBER.match(parts["text"])
        if parts["text"] == "*" and not right:
            found.append({"value": None, "within": 0, "right": False, "why": parts["why"]})
        elif met:
            value, within = (float((met[key] or "0").replace(",", "")) for key in ("value", "within"))
            found.append({"value": value, "within": within, "right": right, "why": parts["why"]})
            unit = met["unit"] if right else unit
        else:
            raise QuizError(f"“{parts['text']}” in “{question}” is not a number: write “- [=] 51 ± 1 % :: reason”.")
    return {"kind": "number", "text": question, "unit": unit, "options": found}
