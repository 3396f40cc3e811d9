"""``quiz``: questions written as a GitHub task list, with a reason for every option."""

import re

from kit.widgets import codes, frontend
from kit.widgets.contract import NumberOption, NumberQuestion, Option, Question, QuizData, QuizSpec
from kit.widgets.widget import Widget

_OPTION = re.compile(r"^\s*(?:[-*]\s*\[(?P<mark>[ xX=])\]|(?P<place>\d+)[.)])\s+(?P<rest>.+)$")
_NUMBER = re.compile(r"^(?P<value>[-+]?\d[\d,]*(?:\.\d+)?)\s*(?:±\s*(?P<within>\d[\d,]*(?:\.\d+)?))?\s*(?P<unit>.*)$")


class QuizError(ValueError):
    """A quiz text cannot be used; the message names the question and what to change."""


class Quiz(Widget[QuizSpec]):
    """Questions with reasons. Make one with `quiz`."""

    kind = "quiz"
    _esm = frontend.module(kind)

    def __init__(self, spec: QuizSpec):
        codes.register(QuizData(kind="quiz", spec=spec))
        super().__init__(spec)

    def text_summary(self) -> str:
        """Return questions and options in words; which is right is not said."""
        lines = []
        for question in self.spec["questions"]:
            lines.append(question["text"])
            if question["kind"] != "number":
                lines += sorted(f"  ○ {option['text']}" for option in question["options"])
        return "\n".join(lines)


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
    ... ''').text_summary().splitlines()[0]
    'Which is a rate?'
    """
    questions = [_question(part) for part in re.split(r"^\s*---+\s*$", text, flags=re.MULTILINE) if part.strip()]
    if not questions:
        raise QuizError("The quiz is empty: write a question and under it options such as “- [x] option :: reason”.")
    name = id or re.sub(r"\W+", "-", questions[0]["text"].lower())[:40].strip("-")
    return Quiz({"id": name, "title": "", "label": questions[0]["text"], "questions": questions})


def _question(part: str) -> Question:
    text: list[str] = []
    options: list[re.Match[str]] = []
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
        parts = [_parts(option["rest"], question, reason_needed=False) for option in options]
        return {"kind": "order", "text": question, "options": [{"text": item, "why": why} for item, why in parts]}
    if any(option["mark"] == "=" for option in options):
        return _number_question(question, options)
    found: list[Option] = []
    for option in options:
        words, why = _parts(option["rest"], question)
        found.append({"text": words, "why": why, "right": option["mark"] in "xX"})
    right = sum(option["right"] for option in found)
    if not right:
        raise QuizError(f"“{question}” has no right answer: mark one with “- [x]”.")
    return {"kind": "single" if right == 1 else "several", "text": question, "options": found}


def _parts(rest: str, question: str, reason_needed: bool = True) -> tuple[str, str]:
    """Return the text of an option and its reason."""
    text, _, why = (piece.strip() for piece in rest.partition("::"))
    if reason_needed and not why:
        raise QuizError(
            f"The option “{text}” of “{question}” has no reason: add “:: ” and say why it is right or wrong."
        )
    return text, why


def _number_question(question: str, options: list[re.Match[str]]) -> NumberQuestion:
    found: list[NumberOption] = []
    unit = ""
    for option in options:
        text, why = _parts(option["rest"], question)
        right = option["mark"] == "="
        met = _NUMBER.match(text)
        if text == "*" and not right:
            found.append({"value": None, "within": 0, "right": False, "why": why})
        elif met:
            value, within = (float((met[key] or "0").replace(",", "")) for key in ("value", "within"))
            found.append({"value": value, "within": within, "right": right, "why": why})
            unit = met["unit"] if right else unit
        else:
            raise QuizError(f"“{text}” in “{question}” is not a number: write “- [=] 51 ± 1 % :: reason”.")
    return {"kind": "number", "text": question, "unit": unit, "options": found}
