"""Answers as short codes that can be typed or read out, with a check character; nothing about the reader is in them.

A code such as ``7K3-M2Q9`` has three parts: three characters that name the question (the same for a whole class),
the answers as one number, and a check character. The alphabet has 23 signs: no vowels, so that no word appears,
and of signs that look alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) one at most. 23 is a prime, so a sum in which the
k-th character counts k times finds every single wrong character and every two that changed places.
``front/poll.js`` says the same in JavaScript; a test holds the two together.
"""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import prod
from typing import TypeVar

from kit.widgets.contract import CodeForm, PredictData, QuizData

ALPHABET = "23456789CDFHJKMNPQRTWXY"
#: No code has these; whoever types one has read its twin.
CONFUSABLES = {"Z": "2", "S": "5", "G": "6", "B": "8"}

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


def register(asked: Asked) -> None:
    """Write the form of its code into a question's spec, and keep the question for `kit.poll`."""
    spec = asked["spec"]
    spec["poll"] = {"prefix": prefix(spec["id"]), "radices": radices(asked)}
    registry[spec["id"]] = asked


def radices(asked: Asked) -> list[int]:
    """Return how many answers each part of a question has; 0, no answer yet, is one of them."""
    if asked["kind"] == "quiz":
        return [_answers_to(question["kind"], len(question["options"])) for question in asked["spec"]["questions"]]
    spec = asked["spec"]
    return [len(spec["choices"]) + 1 if spec["mode"] == "choice" else GUESSES]


def _answers_to(kind: str, options: int) -> int:
    if kind == "several":
        return 1 + (1 << options)
    return options + (1 if kind == "single" else 2)


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
        As it was typed: hyphens, spaces, small letters and a Z for a 2 do no harm.
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
    signs = "".join(CONFUSABLES.get(character, character) for character in code.upper() if character not in " -\t")
    if not set(signs) <= set(ALPHABET):
        raise CodeError("sign")
    form = forms.get(signs[:_NAMED])
    if len(signs) < _NAMED + 2 or (form and len(signs) != _NAMED + _length(form) + 1):
        raise CodeError("length")
    if _check(signs[:-1]) != signs[-1]:
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
    """Return the check character: with it, the sum of k times the k-th character is a multiple of 23."""
    total = sum(place * ALPHABET.index(character) for place, character in enumerate(body, 1))
    own = len(body) + 1
    return ALPHABET[-total * pow(own, -1, _BASE) % _BASE]
