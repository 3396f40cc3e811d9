"""``check``: instant feedback on a code exercise; what is right, and the common mistakes, stand apart in ``keys``."""

import copy
import html
import math
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from kit.widgets import cells
from kit.widgets.drawn import figure_differs, figure_of
from kit.widgets.equality import kind_of, same, table_differs, values_differ
from kit.widgets.messages import EXERCISE_MESSAGES as WORDS

_MARKS = {
    "right": ("✓", "+", "good", "#0a6f4d"),
    "miss": ("✗", "x", "miss", "#a63a10"),
    "stopped": ("✗", "x", "miss", "#a63a10"),
    "blank": ("…", "...", "soft", "#57606a"),
}
#: A named mistake is met within half a per cent.
_LOOSE = 0.005


class Feedback:
    """What `check` found: ``kind`` is "right", "miss", "blank" or "stopped"; ``words`` says it in a sentence.

    ``details`` is folded below: the whole message of Python, where code stopped.
    """

    def __init__(self, kind: str, words: str = "", details: str = ""):
        self.kind, self.words, self.details = kind, words.strip(), details

    def __bool__(self) -> bool:
        return self.kind == "right"

    def __repr__(self) -> str:
        sign, plain, *_ = _MARKS[self.kind]
        told = f"{WORDS[f'check_{self.kind}']}. {self.words}".strip()
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        try:
            f"{sign} {told}".encode(encoding)
        except (UnicodeEncodeError, LookupError):
            return f"{plain} {told}".encode("ascii", "replace").decode("ascii")
        return f"{sign} {told}"

    def _repr_html_(self) -> str:
        sign, _, name, fallback = _MARKS[self.kind]
        folded = (
            f"<details><summary>{html.escape(WORDS['check_details'])}</summary>"
            f'<pre style="white-space:pre-wrap">{html.escape(self.details)}</pre></details>'
            if self.details
            else ""
        )
        return (
            '<div role="status" style="margin:.4rem 0;padding-left:.7rem;'
            f'border-left:3px solid var(--kit-{name},{fallback})">'
            f"<strong>{sign} {WORDS[f'check_{self.kind}']}.</strong> {html.escape(self.words)}{folded}</div>"
        )


@dataclass(frozen=True)
class Key:
    """What is right in one exercise; `key` makes it."""

    right: Any
    within: float = 0
    unless: tuple[tuple[Any, str], ...] = ()
    hint: str = ""
    right_words: str = ""
    inputs: tuple[Any, ...] | None = None
    literal: bool = False
    results: list[Any] = field(default_factory=list)


_keys: dict[str, Key] = {}


def key(
    right: Any,
    *,
    within: float = 0,
    unless: Mapping[Any, str] | Iterable[tuple[Any, str]] | None = None,
    hint: str = "",
    right_words: str = "",
    inputs: Iterable[Any] | None = None,
    literal: bool = False,
) -> Key:
    """Say what is right in an exercise, and what the common mistakes mean.

    Parameters
    ----------
    right : number, str, bool, date, list, set, dict, array, Index, Series, table, plotly figure or function
        The right result; compute it where a computation can give it. Row labels count where they are more than a
        count from 0; of a figure, what is drawn.
    within : float
        How far a number may be off, in its own unit; the edges are right. In lists and tables it holds for each.
    unless : dict, or pairs
        Wrong results that mean a known mistake → what to tell the student. A number is met within half a per cent.
    hint, right_words : str
        What to add when the answer is wrong in an unknown way; when it is right.
    inputs : list
        For a function: what it is called with. A tuple holds several arguments, a dict named ones.
    literal : bool
        Whether the exercise is to type the answer. Otherwise one that was only typed gets "Let Python find it".

    Raises
    ------
    ValueError
        If ``within`` is not a number of 0 or more, or a function has no ``inputs``.

    Examples
    --------
    >>> keys(share=key(0.51, within=0.002, unless={51.0: "Right number, but this asks for a fraction."}))
    >>> check("share", 51.0)
    ✗ Not yet. Right number, but this asks for a fraction.
    """
    if not isinstance(within, (Real, np.number)) or not math.isfinite(within) or within < 0:
        raise ValueError(f"key was given within={within!r}; it must be a number of 0 or more.")
    named = tuple(unless.items() if isinstance(unless, Mapping) else unless or ())
    if not _is_function(right):
        return Key(copy.deepcopy(right), float(within), named, hint, right_words, None, literal)
    if not inputs:
        raise ValueError("key was given a function without inputs; add what to call it with: inputs=[(1, 2), (3, 6)].")
    calls = tuple(inputs)
    return Key(right, float(within), named, hint, right_words, calls, literal, [_call(right, call) for call in calls])


def keys(**named: Any) -> None:
    """Keep the keys of a notebook's exercises, each under the name that ``kit.check`` asks for.

    Parameters
    ----------
    **named : Key
        As `key` returns them; a bare result is a key without tolerance.

    Examples
    --------
    >>> keys(sum=key(3, hint="Add them up."))
    >>> check("sum", 1 + 2)
    ✓ Right.
    """
    _keys.update({name: given if isinstance(given, Key) else key(given) for name, given in named.items()})


def check(name: str, answer: Any = ...) -> Feedback:
    """Compare the answer to an exercise with its key, and say what to do next. It never raises.

    Parameters
    ----------
    name : str
        Of the exercise.
    answer : anything
        The student's result. Three dots anywhere in the cell mean that the exercise is still blank.

    Returns
    -------
    Feedback
        True in a condition if the answer is right.

    Examples
    --------
    >>> keys(korea=key(31_000))
    >>> check("korea", ...)
    … Still blank. Replace the three dots with your code, then run the cell again.
    """
    try:
        source = cells.source_of(sys._getframe(1))
        tree = cells.tree_of(source)
        if _is_blank(answer) or (tree is not None and cells.blanks(tree)):
            return Feedback("blank", WORDS["check_replace"])
        asked = _keys.get(name)
        if asked is None:
            return Feedback("miss", WORDS["check_unknown"].format(name=name, names=", ".join(_keys) or "–"))
        if answer is not None and not asked.literal and cells.is_typed(source, name):
            return Feedback("miss", WORDS["check_typed"])
    except Exception as fault:
        return Feedback("miss", WORDS["check_unreadable"].format(fault=_told(fault)))
    return _judged(answer, asked)


def _is_blank(answer: Any) -> bool:
    if isinstance(answer, (list, tuple)):
        return any(part is ... for part in answer)
    return answer is ... or ... in getattr(getattr(answer, "__code__", None), "co_consts", ())


def _judged(answer: Any, asked: Key) -> Feedback:
    try:
        if asked.inputs is not None:
            return _judged_function(answer, asked)
        if same(answer, asked.right, asked.within):
            return Feedback("right", asked.right_words)
        words = _named(asked, lambda wrong, loose: same(answer, wrong, asked.within, loose))
        return Feedback("miss", words if words is not None else f"{_difference(answer, asked)} {asked.hint}")
    except Exception as fault:
        return Feedback("miss", f"{WORDS['check_unreadable'].format(fault=_told(fault))} {asked.hint}")


def _named(asked: Key, meets: Callable[[Any, float], bool]) -> str | None:
    """Return the words for a known mistake: one met exactly goes before one that is near."""
    for loose in (0, _LOOSE):
        for wrong, words in asked.unless:
            if meets(wrong, loose):
                return words
    return None


def _difference(answer: Any, asked: Key) -> str:
    """Return in what an answer differs from the right one, without saying the right one; "" for plain values."""
    found, wanted = kind_of(answer), kind_of(asked.right)
    if wanted == "figure" and found == "figure":
        return figure_differs(answer, asked.right, lambda one, other: same(one, other, asked.within))
    if found == "function" and wanted != "function":
        return WORDS["check_not_called"].format(name=getattr(answer, "__name__", "…"))
    if found != wanted and {found, wanted} != {"set", "values"}:
        sentence = WORDS["check_kind"].format(found=_kind_words(answer), wanted=_kind_words(asked.right))
        alone = found in ("values", "table") and wanted in ("number", "text", "bool") and np.size(answer) == 1
        return f"{sentence} {WORDS['check_item']}" if alone else sentence
    if wanted == "table":
        return table_differs(answer, asked.right, asked.within)
    return values_differ(answer, asked.right, asked.within) if wanted in ("values", "set") else ""


def _kind_words(value: Any) -> str:
    return WORDS[f"kind_{kind_of(value)}"].format(type=type(value).__name__)


# Functions


def _is_function(value: Any) -> bool:
    return callable(value) and not isinstance(value, (type, pd.DataFrame, pd.Series)) and figure_of(value) is None


def _call(function: Any, given: Any) -> Any:
    given = copy.deepcopy(given)
    if isinstance(given, tuple):
        return function(*given)
    return function(**given) if isinstance(given, dict) else function(given)


def _judged_function(answer: Any, asked: Key) -> Feedback:
    if not _is_function(answer):
        return Feedback("miss", f"{WORDS['check_function'].format(found=_kind_words(answer))} {asked.hint}")
    results = []
    for given, right in zip(asked.inputs or (), asked.results, strict=True):
        call = _call_words(answer, given)
        try:
            found = _call(answer, given)
        except (Exception, SystemExit) as fault:
            return Feedback("miss", f"{WORDS['check_stops'].format(call=call, fault=_told(fault))} {asked.hint}")
        if found is None and right is not None:
            return Feedback("miss", f"{WORDS['check_returns_nothing'].format(call=call)} {asked.hint}")
        results.append((call, found, right))
    if all(same(found, right, asked.within) for _, found, right in results):
        return Feedback("right", asked.right_words)
    named = _named(asked, lambda wrong, loose: _like_mistake(wrong, results, asked, loose))
    call, found = next((call, found) for call, found, right in results if not same(found, right, asked.within))
    words = WORDS["check_gives"].format(call=call, found=_short(found))
    return Feedback("miss", f"{words} {named if named is not None else asked.hint}")


def _like_mistake(wrong: Any, results: list[tuple[str, Any, Any]], asked: Key, loose: float) -> bool:
    """Tell whether a function gives what a mistaken one gives for all inputs."""
    return _is_function(wrong) and all(
        same(found, _call(wrong, given), asked.within, loose)
        for given, (_, found, _) in zip(asked.inputs or (), results, strict=True)
    )


def _call_words(function: Any, given: Any) -> str:
    name = getattr(function, "__name__", "")
    name = name if name.isidentifier() else WORDS["check_your_function"]
    if isinstance(given, dict):
        inside = ", ".join(f"{word}={_short(value)}" for word, value in given.items())
    else:
        inside = ", ".join(map(_short, given if isinstance(given, tuple) else (given,)))
    return f"{name}({inside})"


def _short(value: Any) -> str:
    if kind_of(value) in ("figure", "table", "values", "other") and not isinstance(value, (list, tuple, range)):
        return _kind_words(value)
    try:
        told = " ".join(repr(value.item() if isinstance(value, np.generic) else value).split())
    except Exception:
        told = type(value).__name__
    return told if len(told) <= 60 else f"{told[:57]}…"


def _told(fault: BaseException) -> str:
    """Return a fault in a few words."""
    try:
        words = " ".join(str(fault).split())
    except Exception:
        words = ""
    return f"{type(fault).__name__}: {words[:160]}" if words else type(fault).__name__
