"""Questions for Canvas, as a zip of QTI 1.2; text2qti writes it."""

import re
from collections.abc import Iterable
from decimal import Decimal
from html import unescape
from string import punctuation

from kit.platforms.words import as_html, digits, exact, numbers, one_line, question_html, too_few
from kit.widgets.contract import Question

_TAGS = re.compile(r"(</?(?:strong|em|code|br)>)")
_SIGNS = re.compile(f"[{re.escape(punctuation)}]")


def obstacle(asked: Question) -> str:
    """Return why the file for Canvas cannot have a question, or nothing."""
    if asked["kind"] == "order":
        return "an order cannot be written for Canvas"
    if asked["kind"] == "number":
        right = [option for option in asked["options"] if option["right"]]
        if len(right) > 1:
            return "a question for Canvas has one right number"
        value, within = exact(right[0]["value"]), exact(right[0]["within"])
        if any(end != round(end, 4) or len(f"{end:f}") > 15 for end in (value - within, value, value + within)):
            return "its number has more digits than the file for Canvas keeps"
        if abs(value - within) < Decimal("0.0001") or abs(value + within) < Decimal("0.0001"):
            return "its tolerance ends at zero, which the file for Canvas cannot say"
    return too_few(asked)


def canvas_zip(title: str, asked: Iterable[Question]) -> bytes:
    """Return questions as a zip of QTI.

    Parameters
    ----------
    title : str
        The quiz's title.
    asked : iterable of Question
        Questions without an `obstacle`.

    Returns
    -------
    bytes

    Raises
    ------
    ValueError
        If a question has an obstacle, or stands there twice.
    """
    from text2qti.config import Config
    from text2qti.err import Text2qtiError
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz

    lines = [f"Quiz title: {one_line(title)}", "Shuffle answers: false"]
    for question in asked:
        lines += ["", f"1. {_coded(question_html(question))}", *_answers(question)]
    try:
        return bytes(QTI(Quiz("\n".join(lines), config=Config())).zip_bytes())
    except Text2qtiError as fault:
        said = str(fault).split("\n")[-1]
        raise ValueError(f"“{title}” cannot be written for Canvas ({said}): change that question.") from None


def _answers(asked: Question) -> list[str]:
    if asked["kind"] == "order":
        raise ValueError(f"“{asked['text']}” cannot be written for Canvas: {obstacle(asked)}. Leave it out.")
    if asked["kind"] == "number":
        (right, *mistakes), otherwise = numbers(asked)
        reasons = [f"{digits(option['value'])}: {as_html(option['why'])}" for option in mistakes]
        wrong = "<br>".join([*reasons, *([as_html(otherwise)] if otherwise else [])])
        return [
            f"+ {_coded(as_html(right['why']))}",
            *([f"- {_coded(wrong)}"] if wrong else []),
            f"= {digits(right['value'])} +- {digits(right['within'])}",
        ]
    marks = {True: "*a)", False: "a)"} if asked["kind"] == "single" else {True: "[*]", False: "[ ]"}
    lines = []
    for option in asked["options"]:
        lines += [
            f"{marks[option['right']]} {_coded(as_html(option['text']))}",
            f"... {_coded(as_html(option['why']))}",
        ]
    return lines


def _coded(words: str) -> str:
    """Return HTML whose signs outside of its tags are character references, so that no Markdown is found in it.

    Examples
    --------
    >>> _coded("<em>2</em> * 3 &lt; $7")
    '<em>2</em> &#42; 3 &#60; &#36;7'
    """
    return "".join(
        piece if _TAGS.fullmatch(piece) else _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", unescape(piece))
        for piece in _TAGS.split(words)
    )
