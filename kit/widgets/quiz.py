"""``quiz``: questions written as a GitHub task list, with a reason for every option."""

import re

from kit.widgets import codes, frontend, memory
from kit.widgets.contract import (
    ChoiceQuestion,
    NumberOption,
    NumberQuestion,
    Option,
    OrderQuestion,
    Question,
    QuizData,
    QuizSpec,
)
from kit.widgets.numbers import read_number
from kit.widgets.widget import Widget

_OPTION = re.compile(r"^\s*(?:[-*]\s*\[(?P<mark>[ xX=])\]|(?P<place>\d+)[.)])\s+(?P<rest>.+)$")
_DIGITS = r"[-+−]?\s*[.,]?\d(?:[\d.,'’/\s]*\d)?(?:[eE][-+]?\d+)?"
_NUMBER = re.compile(rf"(?P<value>{_DIGITS})\s*(?:(?:±|\+/?-)\s*(?P<within>{_DIGITS})?)?\s*(?P<unit>.*)")
#: What parts an option from its reason, and code, in which the same signs part nothing.
_PARTING = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|(?P<spaced>(?<=\s)::(?=\s|$))|(?P<bare>::)")


class QuizError(ValueError):
    """A quiz text cannot be used; the message names the question and what to change."""


class Quiz(Widget[QuizSpec]):
    """Questions with reasons. Make one with `quiz`."""

    kind = "quiz"
    _esm = frontend.module(kind)

    def _register(self, spec: QuizSpec) -> None:
        codes.register(QuizData(kind="quiz", spec=spec))

    def text_summary(self) -> str:
        """Return questions and options in words; which is right is not said."""
        lines = []
        for question in self.spec["questions"]:
            lines.append(question["text"])
            if question["kind"] != "number":
                lines += [f"  ○ {text}" for text in as_seen(question)]
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
          ``- [ ] * :: reason`` for all others. In 12,500.5 the comma parts thousands.
        - ``1. first :: reason``, ``2. second`` … an order.

        Options are shown in an order drawn from the words of the question, the same on every screen and on paper.
        Signs between backticks are code: ``::`` does not end an option there.
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
    questions = questions_in(text)
    name = id or re.sub(r"\W+", "-", questions[0]["text"].lower())[:40].strip("-")
    label = questions[0]["text"]
    key = memory.memory("quiz", name, [])["key"]
    return Quiz({"id": name, "memory": key, "title": "", "label": label, "questions": questions})


def questions_in(text: str) -> list[Question]:
    """Return the questions that a text asks, written as `quiz` reads it.

    Raises
    ------
    QuizError
        As `quiz` does.
    """
    questions = [_question(part) for part in re.split(r"^\s*---+\s*$", text, flags=re.MULTILINE) if part.strip()]
    if not questions:
        raise QuizError("The quiz is empty: write a question and under it options such as “- [x] option :: reason”.")
    return questions


def as_seen(question: ChoiceQuestion | OrderQuestion) -> list[str]:
    """Return the options of a question in the order in which a reader first sees them."""
    texts = [option["text"] for option in question["options"]]
    return [texts[place] for place in question["start"]] if question["kind"] == "order" else texts


def _drawn(question: str, texts: list[str]) -> list[int]:
    """Return the places of some texts in an order drawn from the question's own words."""
    return sorted(range(len(texts)), key=lambda place: memory.digest(question, texts[place]))


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
    strays = [option[0].strip() for option in options if bool(option["place"]) != bool(options[0]["place"])]
    if strays:
        raise QuizError(
            f"“{question}” mixes “{options[0][0].strip()}” with “{strays[0]}”: an order has only “1.”, “2.” …, "
            "a choice only “- [ ]” and “- [x]”."
        )
    if options[0]["place"]:
        return _order_question(question, options)
    if any(option["mark"] == "=" for option in options):
        return _number_question(question, options)
    found: list[Option] = []
    for option in options:
        words, why = _parts(option["rest"], question)
        found.append({"text": words, "why": why, "right": option["mark"] in "xX"})
    right = sum(option["right"] for option in found)
    if not right:
        raise QuizError(f"“{question}” has no right answer: mark one with “- [x]”.")
    texts = _distinct([option["text"] for option in found], question)
    return {
        "kind": "single" if right == 1 else "several",
        "text": question,
        "version": memory.version([question, *sorted(texts)]),
        "options": [found[place] for place in _drawn(question, texts)],
    }


def _distinct(texts: list[str], question: str) -> list[str]:
    twice = next((text for text in texts if texts.count(text) > 1), None)
    if twice is not None:
        raise QuizError(f"“{question}” has the option “{twice}” twice: change or delete one.")
    return texts


def _order_question(question: str, options: list[re.Match[str]]) -> OrderQuestion:
    parts = [_parts(option["rest"], question, reason_needed=False) for option in options]
    texts = _distinct([item for item, _ in parts], question)
    start = _drawn(question, texts)
    if start == sorted(start):  # the right order would be the answer
        start = [*start[1:], start[0]]
    return {
        "kind": "order",
        "text": question,
        "version": memory.version([question, *sorted(texts)]),
        "start": start,
        "options": [{"text": item, "why": why} for item, why in parts],
    }


def _parts(rest: str, question: str, reason_needed: bool = True) -> tuple[str, str]:
    """Return the text of an option and its reason."""
    marks = [met for met in _PARTING.finditer(rest) if not met["ticks"]]
    mark = next((met for met in marks if met["spaced"]), marks[0] if marks else None)
    text, why = (rest[: mark.start()].strip(), rest[mark.end() :].strip()) if mark else (rest.strip(), "")
    if not text:
        raise QuizError(f"An option of “{question}” has no text: write it before “::”.")
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
        met = _NUMBER.fullmatch(text)
        value, within = (read_number(met[part] or "0", english=True) if met else [] for part in ("value", "within"))
        if text == "*" and not right:
            found.append({"value": None, "within": 0, "right": False, "why": why})
        elif met and value and within:
            found.append({"value": value[0], "within": within[0], "right": right, "why": why})
            unit = met["unit"] if right else unit
        else:
            raise QuizError(f"“{text}” in “{question}” is not a number: write “- [=] 51 ± 1 % :: reason”.")
    return {
        "kind": "number",
        "text": question,
        "version": memory.version([question, unit]),
        "unit": unit,
        "options": found,
    }
