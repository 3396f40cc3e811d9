"""``check``: instant feedback on a code exercise, with names for the common mistakes."""

import html
from collections.abc import Mapping
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from kit.widgets.messages import MESSAGES

_MARKS = {"right": ("✓", "good", "#0a6f4d"), "miss": ("✗", "miss", "#a63a10"), "blank": ("…", "soft", "#57606a")}


class Feedback:
    """What `check` found: ``kind`` is "right", "miss" or "blank"; ``words`` says it in a sentence."""

    def __init__(self, kind: str, words: str):
        self.kind, self.words = kind, words

    def __bool__(self) -> bool:
        return self.kind == "right"

    def __repr__(self) -> str:
        return f"{_MARKS[self.kind][0]} {MESSAGES[f'check_{self.kind}']}. {self.words}".strip()

    def _repr_html_(self) -> str:
        _, name, fallback = _MARKS[self.kind]
        return (
            f'<p role="status" style="margin:.4rem 0;padding-left:.7rem;border-left:3px solid var(--kit-{name},{fallback})">'
            f"<strong>{_MARKS[self.kind][0]} {MESSAGES[f'check_{self.kind}']}.</strong> {html.escape(self.words)}</p>"
        )


def check(
    answer: Any,
    *,
    is_: Any,
    within: float = 0,
    unless: Mapping[Any, str] | None = None,
    right: str = "",
    hint: str = "",
) -> Feedback:
    """Compare an answer with what it should be, and say what to do next.

    Parameters
    ----------
    answer : anything
        The student's result; ``...`` means that the exercise is still blank.
    is_ : number, str, bool, list, numpy.ndarray, pandas.Series or pandas.DataFrame
        The right result.
    within : float
        How far a number may be off, in the unit of ``is_``.
    unless : dict, optional
        Wrong results that mean a known mistake → what to tell the student. A number is met within half a per cent.
    right, hint : str
        What to add when the answer is right; when it is wrong in an unknown way.

    Returns
    -------
    Feedback
        True in a condition if the answer is right.

    Raises
    ------
    ValueError
        If ``within`` is negative.

    Examples
    --------
    >>> check(51.0, is_=0.51, within=0.002, unless={51.0: "Right number, but this asks for a fraction: 0.51, not 51."})
    ✗ Not yet. Right number, but this asks for a fraction: 0.51, not 51.
    """
    if within < 0:
        raise ValueError(f"check was given within={within}; it must be 0 or more.")
    if answer is ...:
        return Feedback("blank", MESSAGES["check_replace"])
    if _same(answer, is_, within):
        return Feedback("right", right)
    for mistake, words in (unless or {}).items():
        if _same(answer, mistake, max(within, 0.005 * abs(float(mistake))) if isinstance(mistake, Real) else within):
            return Feedback("miss", words)
    found = _kind(answer)
    if found != _kind(is_):
        return Feedback("miss", _with(MESSAGES["check_kind"].format(found=found, wanted=_kind(is_)), hint))
    if np.shape(answer) != np.shape(is_):
        return Feedback(
            "miss", _with(MESSAGES["check_shape"].format(found=np.shape(answer), wanted=np.shape(is_)), hint)
        )
    return Feedback("miss", hint)


def _same(answer: Any, wanted: Any, within: float) -> bool:
    if _kind(answer) != _kind(wanted):
        return False
    if isinstance(wanted, str):
        return str(answer).strip().casefold() == wanted.strip().casefold()
    try:
        found, right = np.asarray(answer, dtype=float), np.asarray(wanted, dtype=float)
    except (TypeError, ValueError):
        return np.shape(answer) == np.shape(wanted) and bool(np.all(np.asarray(answer) == np.asarray(wanted)))
    # A billionth more than `within`, so that 0.51 ± 0.01 takes 0.52 in spite of binary fractions.
    return found.shape == right.shape and bool(np.all(np.isclose(found, right, rtol=1e-9, atol=within, equal_nan=True)))


def _kind(value: Any) -> str:
    if isinstance(value, (bool, np.bool_)):
        return MESSAGES["kind_bool"]
    if isinstance(value, (Real, np.number)):
        return MESSAGES["kind_number"]
    if isinstance(value, str):
        return MESSAGES["kind_text"]
    if isinstance(value, pd.DataFrame):
        return MESSAGES["kind_table"]
    if isinstance(value, (pd.Series, np.ndarray, list, tuple)):
        return MESSAGES["kind_values"]
    return MESSAGES["kind_nothing" if value is None else "kind_other"]


def _with(words: str, hint: str) -> str:
    return f"{words} {hint}".strip()
