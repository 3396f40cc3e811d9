"""Questions for Moodle, as GIFT and as Moodle XML."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from kit.platforms.words import as_html, digits, numbers, one_line, question_html, too_few
from kit.widgets.contract import ChoiceQuestion, OrderQuestion, Question

_TYPES = {"single": "multichoice", "several": "multichoice", "number": "numerical", "order": "matching"}


def obstacle(asked: Question) -> str:
    """Return why Moodle cannot have a question, or nothing."""
    if asked["kind"] == "order" and len(asked["options"]) < 3:
        return "Moodle matches three items or more"
    if asked["kind"] == "several" and sum(option["right"] for option in asked["options"]) > 10:
        return "Moodle divides its points by ten at most"
    return too_few(asked)


def gift(name: str, asked: Iterable[tuple[int, Question]]) -> str:
    """Return questions as GIFT.

    Parameters
    ----------
    name : str
        The lesson; it names the category, and with the number each question.
    asked : iterable of (int, Question)
        Questions without an `obstacle`, with their number in the lesson.

    Returns
    -------
    str

    Examples
    --------
    >>> from kit.widgets.quiz import questions_in
    >>> print(gift("01", [(1, questions_in("2 + 2 = ?\\n- [=] 4 :: Yes.\\n- [ ] 22 :: No: add.")[0])]).strip())
    $CATEGORY: $course$/top/AI Priorities Kit/01
    <BLANKLINE>
    ::01 1::[html]2 + 2 \\= ?{#
    =4:0#[html]Yes.
    =%0%22:0#[html]No\\: add.
    }
    """
    blocks = [f"$CATEGORY: {_category(name)}"]
    for number, question in asked:
        opening = "{#" if question["kind"] == "number" else "{"
        title = _escaped(one_line(f"{name} {number}"))
        lines = [f"::{title}::{_marked(question_html(question))}{opening}", *_gift_answers(question), "}"]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _gift_answers(asked: Question) -> list[str]:
    if asked["kind"] == "number":
        named, otherwise = numbers(asked)
        lines = [
            f"={'' if option['right'] else '%0%'}{digits(option['value'])}:{digits(option['within'])}"
            f"#{_gift_text(option['why'])}"
            for option in named
        ]
        return [*lines, *([f"~#{_gift_text(otherwise)}"] if otherwise else [])]
    if asked["kind"] == "order":
        pairs = [f"={_gift_text(item)} -> {place}" for item, place in _with_places(asked)]
        return [*pairs, f"####{_marked(_solved(asked))}"]
    marks = [f"~%{points}%" for points in _points(asked)]
    if asked["kind"] == "single":
        marks = ["=" if option["right"] else "~" for option in asked["options"]]
    return [
        f"{mark}{_gift_text(option['text'])}#{_gift_text(option['why'])}"
        for mark, option in zip(marks, asked["options"], strict=True)
    ]


def _gift_text(text: str) -> str:
    return _marked(as_html(text))


def _marked(words: str) -> str:
    # The mark also keeps an option that begins with "%50%" or "[" from being read as a weight or a format.
    return f"[html]{_escaped(words)}"


def _escaped(words: str) -> str:
    return re.sub(r"([\\~=#{}:])", r"\\\1", words)


def moodle_xml(name: str, asked: Iterable[tuple[int, Question]]) -> bytes:
    """Return questions as Moodle XML; the parameters are those of `gift`."""
    quiz = ET.Element("quiz")
    _add_text(ET.SubElement(quiz, "question", type="category"), "category", _category(name))
    for number, question in asked:
        one = ET.SubElement(quiz, "question", type=_TYPES[question["kind"]])
        _add_text(one, "name", one_line(f"{name} {number}"))
        _add_text(one, "questiontext", question_html(question), format="html")
        _add_answers(one, question)
    ET.indent(quiz)
    return bytes(ET.tostring(quiz, encoding="utf-8", xml_declaration=True))


def _add_answers(one: ET.Element, asked: Question) -> None:
    if asked["kind"] == "number":
        named, otherwise = numbers(asked)
        for option in named:
            answer = _add_answer(one, "100" if option["right"] else "0", digits(option["value"]), option["why"])
            ET.SubElement(answer, "tolerance").text = digits(option["within"])
        if otherwise:
            ET.SubElement(_add_answer(one, "0", "*", otherwise), "tolerance").text = "0"
        ET.SubElement(one, "unitgradingtype").text = "0"
        ET.SubElement(one, "showunits").text = "3"  # none are asked for
    elif asked["kind"] == "order":
        _add_text(one, "generalfeedback", _solved(asked), format="html")
        ET.SubElement(one, "shuffleanswers").text = "false"
        for item, place in _with_places(asked):
            pair = ET.SubElement(one, "subquestion", format="html")
            ET.SubElement(pair, "text").text = as_html(item)
            _add_text(pair, "answer", str(place))
    else:
        ET.SubElement(one, "single").text = "true" if asked["kind"] == "single" else "false"
        ET.SubElement(one, "shuffleanswers").text = "false"
        ET.SubElement(one, "answernumbering").text = "none"
        for points, choice in zip(_points(asked), asked["options"], strict=True):
            _add_answer(one, points, as_html(choice["text"]), choice["why"], format="html")


def _add_text(parent: ET.Element, tag: str, words: str, **attributes: str) -> None:
    ET.SubElement(ET.SubElement(parent, tag, attributes), "text").text = words


def _add_answer(parent: ET.Element, points: str, words: str, why: str, **attributes: str) -> ET.Element:
    answer = ET.SubElement(parent, "answer", {"fraction": points, **attributes})
    ET.SubElement(answer, "text").text = words
    _add_text(answer, "feedback", as_html(why), format="html")
    return answer


def _category(name: str) -> str:
    return f"$course$/top/AI Priorities Kit/{one_line(name)}"


def _points(asked: ChoiceQuestion) -> list[str]:
    """Return what each option gives, in percent."""
    right = sum(option["right"] for option in asked["options"])
    wrong = -100 if asked["kind"] == "several" else 0
    return [f"{100 / right if option['right'] else wrong:.7g}" for option in asked["options"]]


def _with_places(asked: OrderQuestion) -> list[tuple[str, int]]:
    """Return each item of an order, as a reader first sees them, with its right place."""
    return [(asked["options"][place]["text"], place + 1) for place in asked["start"]]


def _solved(asked: OrderQuestion) -> str:
    """Return the right order and its reasons."""
    items = " → ".join(as_html(option["text"]) for option in asked["options"])
    return "<br>".join([items, *(as_html(option["why"]) for option in asked["options"] if option["why"])])
