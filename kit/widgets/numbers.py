"""Numbers as they are typed and as they are written.

``front/logic/numbers.js`` says the same in JavaScript; one table of cases, ``tests/front/numbers.json``, holds the two
together.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from unicodedata import normalize

_ZEROS = "٠۰०"
_MARKS = str.maketrans(
    {**dict.fromkeys("−–‐‑‒—", "-"), "⁄": "/", "∕": "/", **dict.fromkeys("’‘ʼ´`", "'"), "٫": ".", "٬": ","}
)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_WITHIN = re.compile(r"(.*?) ?(?:±|\+ ?/? ?-) ?(.+)")
_FRACTION = re.compile(r"(?:([0-9]{1,15}) )?([0-9]{1,15}) ?/ ?([0-9]{1,15})")
_POWER_OF_TEN = re.compile(r"(?:(.+?) ?[x×·⋅*] ?)?10 ?(?:\^|\*\*) ?([-+]?[0-9]{1,4})")
_EXPONENT = re.compile(r"(.+?)[eE]([-+]?[0-9]{1,4})")


def read_number(text: str, unit: str = "", *, english: bool = False) -> list[float]:
    """Return what a typed text can mean: one number, two if it is ambiguous, none if it is no number.

    Decimal and thousands marks of any country, exponents, fractions, a percent sign, the unit itself, full-width digits
    and true minus signs are read; of "51 ± 1" the 51.

    Parameters
    ----------
    text : str
        As it was typed.
    unit : str
        Unit of the number that is asked for. Where it is a percentage, "1/4" can mean a quarter of all or of 1 %;
        where there is none, "51 %" is 0.51.
    english : bool
        Whether the full stop is known to be the decimal mark, and the comma to part thousands.

    Returns
    -------
    list of float

    Examples
    --------
    >>> read_number("1.234,5"), read_number("1,234"), read_number("1,234", english=True), read_number("0x10")
    ([1234.5], [1234.0, 1.234], [1234.0], [])
    """
    plain = _plain(text)
    if unit and plain.lower().endswith(unit.lower()):
        plain = plain[: -len(unit)].rstrip()
        percent = is_percentage(unit)
    else:
        without = re.sub(r" ?(?:%|per ?cent)$", "", plain, flags=re.IGNORECASE)
        percent, plain = without != plain, without
        if percent and unit and not is_percentage(unit):
            return []
    within = _WITHIN.fullmatch(plain)
    if within:
        if not _meanings(within[2], english):
            return []
        plain = within[1]
    found = _meanings(plain, english)
    if percent and not unit:
        return [value / 100 for value in found]
    if "/" in plain and not percent and is_percentage(unit):
        return [meaning for value in found for meaning in dict.fromkeys([value * 100, value])]
    return found


def is_percentage(unit: str) -> bool:
    """Tell whether a number with this unit is a percentage."""
    return unit.startswith("%")


def _plain(text: str) -> str:
    """Return a text with one form of digits, marks and blanks."""
    text = re.sub("[¼-¾⅐-⅞]", lambda found: f" {normalize('NFKC', found[0])}", text)
    text = re.sub("([⁺⁻]?)([⁰¹²³⁴-⁹]+)", _raised, text)
    return " ".join("".join(map(_usual, text)).translate(_MARKS).split())


def _raised(found: re.Match[str]) -> str:
    digits = "".join(str(_SUPERSCRIPTS.index(sign)) for sign in found[2])
    return f"^{'-' if found[1] == '⁻' else ''}{digits}"


def _usual(sign: str) -> str:
    code = ord(sign)
    if 0xFF01 <= code <= 0xFF5E:  # full width
        return chr(code - 0xFEE0)
    return next((str(code - ord(zero)) for zero in _ZEROS if 0 <= code - ord(zero) <= 9), sign)


def _meanings(text: str, english: bool) -> list[float]:
    sign = -1 if text.startswith("-") else 1
    text = re.sub("^[-+] ?", "", text)
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        whole, upper, lower = (int(part or 0) for part in fraction.groups())
        if not lower or (fraction[1] and upper >= lower):
            return []
        return [sign * (whole + upper / lower)]
    power = _POWER_OF_TEN.fullmatch(text)
    exponent = _EXPONENT.fullmatch(text)
    digits, tens = (power[1] or "1", power[2]) if power else (exponent[1], exponent[2]) if exponent else (text, "")
    found: list[float] = []
    for plain in _without_marks(digits, english or (bool(tens) and "," not in digits)):
        value = float(f"{plain}e{tens or 0}")
        lost = not isfinite(value) or (not value and re.search("[1-9]", plain))  # beyond what a computer holds
        if not lost and sign * value not in found:
            found.append(sign * value)
    return found


def _without_marks(digits: str, english: bool) -> list[str]:
    """Return the digits in every notation that fits, without thousands marks and with a full stop."""
    found = []
    for thousands in ("", " ", "'", ",", "."):
        mark = re.escape(thousands)
        whole = rf"[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}})+" if thousands else "[0-9]*"
        if thousands == ",":  # 12,34,567
            whole += r"|[1-9][0-9]?(?:,[0-9][0-9])+,[0-9]{3}"
        for decimal in (".", ","):
            fits = re.fullmatch(rf"({whole})(?:{re.escape(decimal)}([0-9]*))?", digits)
            if not fits or decimal == thousands or (english and decimal == ","):
                continue
            cut = fits[2] == "" and decimal == ","  # "5." is a number in a program, "5," is nowhere
            if not cut and re.search("[0-9]", digits):
                found.append(f"{re.sub('[^0-9]', '', fits[1]) or '0'}.{fits[2] or '0'}")
    # Thousands first, so that a question names the larger number first.
    return sorted(dict.fromkeys(found), key=float, reverse=True)


def format_number(value: float) -> str:
    """Return a number in words' company: thousands parted, a true minus, four digits, from a thousand on six or more.

    Examples
    --------
    >>> [format_number(value) for value in (276_000, -0.0, -12.34567, 100, 1.5e20)]
    ['276,000', '0', '−12.35', '100', '1.5 × 10²⁰']
    """
    size = abs(value)
    if not isfinite(value):
        return "∞" if value == size else "−∞" if size == float("inf") else "–"
    minus = "−" if value < 0 else ""
    if size >= 1e15 or 0 < size < 1e-6:
        digits, power = f"{size:.2e}".split("e")
        raised = "".join("⁻" if sign == "-" else _SUPERSCRIPTS[int(sign)] for sign in str(int(power)))
        return f"{minus}{float(digits):g} × 10{raised}"
    exact = Decimal(repr(float(size)))
    kept = max(6, exact.adjusted() + 1) if size >= 1000 else 4
    places = min(0, exact.adjusted() + 1 - kept)
    text = f"{exact.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP):,f}"
    return minus + (text.rstrip("0").rstrip(".") if "." in text else text)


def format_quantity(value: float, unit: str = "") -> str:
    """Return a number with its unit, in the singular where it is one.

    Examples
    --------
    >>> format_quantity(1, "robots"), format_quantity(51, "% of cars sold")
    ('1 robot', '51 % of cars sold')
    """
    number = format_number(value)
    if number in ("1", "−1"):
        unit = re.sub(r"^[a-z]+", lambda word: _singular(word[0]), unit)
    return f"{number} {unit}".strip()


def _singular(word: str) -> str:
    if word == "people":
        return "person"
    if re.search("(?:ss|us|is|news|series)$", word) or len(word) < 4:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if re.search("(?:ss|ch|sh|x)es$", word) else word.removesuffix("s")
