"""Answers as short codes that can be typed or read out, with a check character; nothing about the reader is in them.

A code such as ``7K3-M2Q9`` has three parts: three characters that name the question (the same for a whole class),
the answers as one number, and a check character. The alphabet has 23 signs: no vowels, so that no word appears,
and of signs that look alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) one at most. 23 is a prime, so a sum in which the
k-th character counts k times finds every single wrong character and every two that changed places.
``front/logic/codes.js`` says the same in JavaScript; a test holds the two together.
"""

import contextlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import prod
from typing import TypeVar

from kit.widgets.contract import CodeForm, PredictData, Question, QuizData

ALPHABET = "23456789CDFHJKMNPQRTWXY"
#: No code has these; whoever types one has read its twin.
CONFUSABLES = {"Z": "2", "S": "5", "G": "6", "B": "8"}

#: Signs that stand for a hyphen, beside all that Unicode calls a dash: minus, bullet, the Japanese long vowel.
_HYPHENS = "\u2212\u2043\u30fc_"
_BASE = len(ALPHABET)
_NAMED = 3  # characters that name the question
_START = 2166136261  # any number; another one if two questions of the kit should ever get the same name
_LOW, _POWERS = -4, 16  # a guess is 10 to 99, times ten to the power of -4 to 11
#: How many different guesses of a number a code can tell apart: none, zero, and two digits with sign and power.
GUESSES = 2 + 2 * _POWERS * 90

#: What has a code.
Asked = PredictData | QuizData
FormT = TypeVar("FormT", bound=CodeForm)

#: The questions asked in this kernel, by their id: what `kit.poll` knows of a lesson.
registry: dict[str, Asked] = {}


class CodeError(ValueError):
    """A code cannot be read; the message is one of ``sign``, ``length``, ``check``, ``unknown``."""


class ClashError(ValueError):
    """The codes of two questions begin alike, so one would be read as the other; the message names both."""


def register(asked: Asked) -> None:
    """Write the form of its code into a question's spec, and keep the question for `kit.poll`."""
    spec = asked["spec"]
    spec["poll"] = {"prefix": prefix(spec["id"]), "radices": radices(asked)}
    registry[spec["id"]] = asked


def radices(asked: Asked) -> list[int]:
    """Return how many answers each part of a question has; 0, no answer yet, is one of them."""
    if asked["kind"] == "quiz":
        return [1 + _answers_to(question) for question in asked["spec"]["questions"]]
    spec = asked["spec"]
    return [len(spec["choices"]) + 1 if spec["mode"] == "choice" else GUESSES]


def _answers_to(question: Question) -> int:
    options = len(question["options"])
    if question["kind"] == "single":
        return options
    if question["kind"] == "several":
        return 1 << options
    if question["kind"] == "order":
        return options + 1  # none to all in place
    # Any other number is an answer too, whether the quiz names it or not.
    return options + all(option["value"] is not None for option in question["options"])


def prefix(name: str) -> str:
    """Return the three characters that name a question.

    Examples
    --------
    >>> prefix("01-check")
    '62K'
    """
    mixed = _START
    for byte in name.encode("utf-8"):  # FNV-1a, 32 bits
        mixed = (mixed ^ byte) * 16777619 % 2**32
    return _digits(mixed % _BASE**_NAMED, _NAMED)


def encode(form: CodeForm, answers: Sequence[int]) -> str:
    """Return answers as a code.

    Parameters
    ----------
    form : dict
        ``prefix`` and ``radices`` of the question.
    answers : sequence of int
        One number below its size for each part; 0 is "no answer".

    Examples
    --------
    >>> encode({"prefix": "7K3", "radices": [5, 4]}, [2, 3])
    '7K3-HJ'
    """
    packed = 0
    for size, answer in zip(form["radices"], answers, strict=True):
        packed = packed * size + answer
    body = form["prefix"] + _digits(packed, _length(form))
    return f"{body[:_NAMED]}-{body[_NAMED:]}{_check(body)}"


def decode(code: str, forms: Mapping[str, FormT]) -> tuple[FormT, list[int]]:
    """Return the question that a code belongs to, and its answers.

    Parameters
    ----------
    code : str
        As it was typed: dashes, spaces, signs around it, small or wide letters and a Z for a 2 do no harm.
    forms : dict of str to dict
        The questions, by the three characters that name them.

    Raises
    ------
    CodeError
        ``sign``: a character that no code has. ``length``: one too few or too many. ``check``: a wrong character,
        or two that changed places. ``unknown``: a good code of a question that is not among these.

    Examples
    --------
    >>> form = {"prefix": "7K3", "radices": [5, 4]}
    >>> decode("7k3 hj", {"7K3": form})[1]
    [2, 3]
    """
    signs = _signs(_tidied(code))
    if not set(signs) <= set(ALPHABET):
        raise CodeError("sign")
    form = forms.get(signs[:_NAMED])
    if len(signs) < _NAMED + 2 or (form and len(signs) != _NAMED + _length(form) + 1):
        raise CodeError("length")
    if _sum(signs) % _BASE:
        raise CodeError("check")
    if form is None:
        raise CodeError("unknown")
    packed = 0
    for character in signs[_NAMED:-1]:
        packed = packed * _BASE + ALPHABET.index(character)
    answers = []
    for size in reversed(form["radices"]):
        packed, answer = divmod(packed, size)
        answers.append(answer)
    if packed:
        raise CodeError("check")
    return form, answers[::-1]


def read_codes(text: str, forms: Mapping[str, FormT]) -> tuple[list[tuple[FormT, list[int]]], list[tuple[str, str]]]:
    """Find the codes in a pasted text, whatever stands around them: names, numbers of lines, brackets, full stops.

    Parameters
    ----------
    text : str
        As it was pasted.
    forms : dict of str to dict
        The questions, by the three characters that name them.

    Returns
    -------
    tuple of (list, list)
        The question and the answers of each code; and what looks like a code and is none, with the word of its
        `CodeError`.

    Examples
    --------
    >>> form = {"prefix": "7K3", "radices": [5, 4]}
    >>> read_codes("1. Anna: “7K3–HJ”. Ben said 7K3 HK!", {"7K3": form})
    ([({'prefix': '7K3', 'radices': [5, 4]}, [2, 3])], [('7K3 HK', 'check')])
    """
    pieces = [piece.strip("-") for piece in re.findall(r"(?:[^\W_]|-)+", _tidied(text)) if piece.strip("-")]
    longest = max((_NAMED + _length(form) + 1 for form in forms.values()), default=0)

    def code_at(start: int) -> tuple[FormT, list[int], int] | None:
        for end in range(start + 1, len(pieces) + 1):
            code = " ".join(pieces[start:end])
            if len(_signs(code)) > longest:
                return None
            with contextlib.suppress(CodeError):
                return *decode(code, forms), end - start
        return None

    found, faulty, i = [], [], 0
    while i < len(pieces):
        if code := code_at(i):
            found.append(code[:2])
            i += code[2]
            continue
        beside = pieces[i + 1 : i + 2]
        is_pair = bool(beside) and _is_prefix(pieces[i], forms) and len(_signs(beside[0])) > 1 and not code_at(i + 1)
        if is_pair or _looks_like_code(pieces[i], forms):
            damaged = " ".join([pieces[i], *beside] if is_pair else [pieces[i]])
            faulty.append((damaged, _fault_of(damaged, forms)))
        i += 1 + is_pair
    return found, faulty


def _fault_of(code: str, forms: Mapping[str, FormT]) -> str:
    try:
        decode(code, forms)
    except CodeError as fault:
        return str(fault)
    return "check"


def _tidied(text: str) -> str:
    """Return a text with one kind of hyphen, in capitals of usual width, without signs that have none."""
    upper = unicodedata.normalize("NFKC", text).upper()
    kinds = [(character, unicodedata.category(character)) for character in upper]
    return "".join(
        "-" if kind == "Pd" or character in _HYPHENS else character for character, kind in kinds if kind != "Cf"
    )


def _signs(text: str) -> str:
    """Return the letters and digits of a tidied text, each as its twin in the alphabet."""
    return "".join(CONFUSABLES.get(character, character) for character in text if character.isalnum())


def _is_prefix(piece: str, forms: Mapping[str, FormT]) -> bool:
    signs = _signs(piece)
    return len(signs) == _NAMED and (signs in forms or _is_mixed(piece))


def _is_mixed(piece: str) -> bool:
    """Tell whether a piece has a digit and a letter, and no sign that codes have not."""
    return bool(re.search("[0-9]", piece) and re.search("[A-Z]", piece)) and set(_signs(piece)) <= set(ALPHABET)


def _looks_like_code(piece: str, forms: Mapping[str, FormT]) -> bool:
    """Tell whether a piece of text was meant as a code; a name, a date, or the number of a line was not."""
    signs = _signs(piece)
    if len(signs) > _NAMED and signs[:_NAMED] in forms:
        return True
    if not re.search("[0-9]", piece):
        return bool(re.match(".{3}-.", piece)) and set(signs) <= set(ALPHABET)
    return bool(re.match("[^-]{1,3}-.", piece)) or (len(signs) >= _NAMED and _is_mixed(piece))


def number_to_answer(value: float) -> int:
    """Return a guess, rounded to two digits, as an answer from 1 to `GUESSES` - 1.

    Examples
    --------
    >>> answer_to_number(number_to_answer(276_000))
    280000.0
    """
    exact = Decimal(value)
    if not exact:
        return 1
    # Away from zero at a tie, as JavaScript's toExponential does.
    power = exact.adjusted() - 1
    digits = int(abs(exact).scaleb(-power).quantize(Decimal(1), ROUND_HALF_UP))
    if digits == 100:
        digits, power = 10, power + 1
    if power < _LOW:
        return 1
    if power >= _LOW + _POWERS:
        digits, power = 99, _LOW + _POWERS - 1
    return 2 + ((value < 0) * _POWERS + power - _LOW) * 90 + digits - 10


def answer_to_number(answer: int) -> float:
    """Return the guess that an answer stands for."""
    if answer == 1:
        return 0.0
    place, digits = divmod(answer - 2, 90)
    sign, power = divmod(place, _POWERS)
    return float(f"{'-' if sign else ''}{digits + 10}e{power + _LOW}")


def _length(form: CodeForm) -> int:
    """Return how many characters the answers take."""
    length, room = 1, _BASE
    while room < prod(form["radices"]):
        length, room = length + 1, room * _BASE
    return length


def _digits(number: int, length: int) -> str:
    signs = ""
    for _ in range(length):
        number, digit = divmod(number, _BASE)
        signs = ALPHABET[digit] + signs
    return signs


def _check(body: str) -> str:
    """Return the check character, with which the sum of all is a multiple of 23."""
    own = _weight(len(body))
    return ALPHABET[-_sum(body) * pow(own, -1, _BASE) % _BASE]


def _sum(signs: str) -> int:
    return sum(_weight(place) * ALPHABET.index(sign) for place, sign in enumerate(signs))


def _weight(place: int) -> int:
    """Return how often the character at a place counts: 1 to 22 times, then from 1 again, and never 23 times."""
    return place % (_BASE - 1) + 1
