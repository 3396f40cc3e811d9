"""Code that Python cannot read: the common slip in one sentence, by looking at the code itself."""

import keyword
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from kit.widgets.cells import text_values
from kit.widgets.messages import EXERCISE_MESSAGES as WORDS

_CLOSES = {"(": ")", "[": "]", "{": "}"}
_OPENS = {close: open_ for open_, close in _CLOSES.items()}
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)"""
    r"""|(?P<text>[rRbBfFuU]{0,2}(?:\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''"""
    r"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))"""
    r"""|(?P<quote>["'])|(?P<bracket>[()\[\]{}])""",
    re.DOTALL,
)
_PLAIN = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "´": "'", "`": "'",
          "−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "÷": "/", "：": ":", "…": "...", "≤": "<=", "≥": ">=",
          "≠": "!="}  # fmt: skip


def explain_syntax(fault: SyntaxError, source: str, names: Mapping[str, Any]) -> str:
    """Return in one sentence what is wrong with the code of a cell.

    Parameters
    ----------
    fault : SyntaxError
        As Python raised it.
    source : str
        The whole cell.
    names : dict
        What the notebook knows; the texts in its tables tell a text without quotation marks.

    Examples
    --------
    >>> try:
    ...     compile('place = "Japan', "cell", "exec")
    ... except SyntaxError as fault:
    ...     print(explain_syntax(fault, 'place = "Japan', {}))
    In line 1 a quotation mark is missing: a text needs one before it and one after it.
    """
    line, said = fault.lineno or 1, fault.msg or ""
    code = source.splitlines()[line - 1] if line <= len(source.splitlines()) else ""
    if isinstance(fault, IndentationError):
        return _indentation(said, line)
    sentence = _scan(source)
    if sentence:
        return sentence
    bare = _TOKEN.sub(lambda found: '""' if found["text"] else "" if found["comment"] else found[0], code)
    if "'=='" in said or '"=="' in said or re.search(r"\b(if|elif|while)\b[^=]*[^=!<>]=[^=]", bare):
        return WORDS["slip_equal"].format(line=line)
    if "expected ':'" in said or re.match(r"\s*(def|for|while|if|elif|else|with|class)\b.*[^:\s]\s*$", bare):
        return WORDS["slip_colon"].format(line=line)
    words = _two_words(bare)
    if words:
        known = {word.casefold(): word for _, _, word in text_values(names)}
        if words.casefold() in known:
            return WORDS["slip_text_in"].format(line=line, words=known[words.casefold()])
        return WORDS["slip_words"].format(line=line, words=words)
    if "decimal literal" in said or "leading zeros" in said or "invalid hexadecimal" in said:
        return WORDS["slip_number"].format(line=line)
    if "comma" in said:
        return WORDS["slip_comma"].format(line=line)
    if re.search(r"[-+*/=<>&|,.]\s*$", bare):
        return WORDS["slip_unfinished"].format(line=line)
    return WORDS["slip_syntax"].format(line=line)


def _indentation(said: str, line: int) -> str:
    if "expected an indented block" in said:
        return WORDS["slip_indent_wanted"].format(line=line)
    if "unexpected indent" in said:
        return WORDS["slip_indent_extra"].format(line=line)
    return WORDS["slip_indent_uneven"].format(line=line)


def _scan(source: str) -> str:
    """Return the first bracket, quotation mark or sign that cannot stay as it is; "" if all can."""
    opened: list[tuple[str, int]] = []
    outside = list(source)
    for found in _TOKEN.finditer(source):
        line = source.count("\n", 0, found.start()) + 1
        if found["text"] or found["comment"]:
            outside[found.start() : found.end()] = " " * len(found[0])
        elif found["quote"]:
            return _curly(source, line) or WORDS["slip_quote"].format(line=line)
        elif found[0] in _CLOSES:
            opened.append((found[0], line))
        elif not opened:
            return WORDS["slip_close"].format(line=line, sign=found[0], other=_OPENS[found[0]])
        elif _CLOSES[opened[-1][0]] != found[0]:
            sign, first = opened[-1]
            if any(_CLOSES[one] == found[0] for one, _ in opened):
                return WORDS["slip_open"].format(line=first, sign=sign, other=_CLOSES[sign])
            return WORDS["slip_cross"].format(line=line, sign=found[0], other=sign)
        else:
            opened.pop()
    for number, text in enumerate("".join(outside).splitlines(), start=1):
        sentence = _strange_sign(text, number)
        if sentence:
            return sentence
    if opened:
        # The innermost one that is still open on the earliest line is the one that was forgotten.
        sign, line = opened[-1]
        return WORDS["slip_open"].format(line=line, sign=sign, other=_CLOSES[sign])
    return ""


def _curly(source: str, line: int) -> str:
    """Return a sentence on a curly quotation mark that stands beside a straight one."""
    text = source.splitlines()[line - 1]
    sign = next((sign for sign in text if sign in "“”„‘’«»"), "")
    return WORDS["slip_curly"].format(line=line, sign=sign, plain=_PLAIN[sign]) if sign else ""


def _strange_sign(text: str, line: int) -> str:
    for sign in text:
        if sign in _PLAIN:
            return WORDS["slip_curly"].format(line=line, sign=sign, plain=_PLAIN[sign])
        if ord(sign) > 127 and not sign.isidentifier() and not ("a" + sign).isidentifier():
            plain = unicodedata.normalize("NFKC", sign)
            if plain.isascii() and plain.isprintable() and plain.strip():
                return WORDS["slip_curly"].format(line=line, sign=sign, plain=plain)
            return WORDS["slip_sign"].format(line=line, sign=sign if sign.isprintable() else f"U+{ord(sign):04X}")
    return ""


def _two_words(code: str) -> str:
    """Return names that stand side by side, as in ``place = South Korea``; "" if there are none."""
    found = re.search(r"(?<![\w.])([^\W\d]\w*(?: +[^\W\d]\w*)+)(?![\w(])", code)
    words = found[1].split() if found else []
    return "" if any(map(keyword.iskeyword, words)) else " ".join(words)
