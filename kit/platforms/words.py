"""What the formats share: sentences as HTML, numbers in digits, and what an answer is compared with."""

import re
from decimal import Decimal
from html import escape

from kit.widgets.contract import NumberOption, NumberQuestion, Question

#: Runs of blanks and of characters that XML forbids or nobody sees.
_BLANKS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")
#: The marks that a card reads, as in front/logic/inline.js: code, bold, stressed, and a link, of which the words stay.
_MARKED = re.compile(
    r"(`+)(?!`)(?P<code>.+?)(?<!`)\1(?!`)|\*\*(?=\S)(?P<strong>.+?)(?<=\S)\*\*"
    r"|\*(?=[^\s*])(?P<em>.+?)(?<=[^\s*])\*(?!\*)|\[(?P<link>[^\]]+)\]\([^)\s]*\)"
)


def one_line(text: str) -> str:
    """Return a text in one line, without characters that XML forbids."""
    return _BLANKS.sub(" ", text).strip()


def as_html(text: str) -> str:
    """Return a sentence of a card as HTML, in one line and without links.

    Examples
    --------
    >>> as_html("A **rate** of a [stock](#term-stock) < 1")
    'A <strong>rate</strong> of a stock &lt; 1'
    """
    line = one_line(text)
    pieces, done = [], 0
    for met in _MARKED.finditer(line):
        tag = str(met.lastgroup)
        words = escape(met[tag].strip() if tag == "code" else met[tag], quote=False)
        pieces += [escape(line[done : met.start()], quote=False), words if tag == "link" else f"<{tag}>{words}</{tag}>"]
        done = met.end()
    return "".join([*pieces, escape(line[done:], quote=False)])


def question_html(asked: Question) -> str:
    """Return the text of a question as HTML; that of a number has its unit, since no platform shows it elsewhere."""
    words = as_html(asked["text"])
    if asked["kind"] == "number" and asked["unit"]:
        return f"{words} (… {as_html(asked['unit'])})"
    return f"{words} Number them: 1 comes first." if asked["kind"] == "order" else words


def exact(value: float | None) -> Decimal:
    """Return a number as it was written, without the rest that a binary number has."""
    return Decimal(repr(value))


def digits(value: float | None) -> str:
    """Return a number in plain digits, all of them.

    Examples
    --------
    >>> digits(1e6), digits(0.5), digits(-1e-7)
    ('1000000', '0.5', '-0.0000001')
    """
    return f"{exact(value).normalize():f}"


def numbers(asked: NumberQuestion) -> tuple[list[NumberOption], str]:
    """Return the numbers in the order in which an answer is compared, the right ones first, and the reason else."""
    named = [option for option in asked["options"] if option["value"] is not None]
    otherwise = [option["why"] for option in asked["options"] if option["value"] is None]
    return sorted(named, key=lambda option: not option["right"]), otherwise[0] if otherwise else ""


def too_few(asked: Question) -> str:
    """Return why no platform has a choice of one option, or nothing."""
    is_choice = asked["kind"] == "single" or asked["kind"] == "several"
    return "a choice needs two options" if is_choice and len(asked["options"]) < 2 else ""
