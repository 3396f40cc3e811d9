"""The line that a reader draws: its places, the room for it, and the charts before and after her guess.

Nothing that is drawn before the guess depends on a hidden value alone: the top of the axis is one of the round numbers
above the largest value, and which of them is drawn from the words of the question.
"""

from collections.abc import Hashable, Mapping
from datetime import date
from itertools import pairwise
from math import floor, isfinite, log10
from typing import Any

import pandas as pd

from kit import charts, theme
from kit.widgets.contract import FigureSpec, Line
from kit.widgets.figures import to_spec
from kit.widgets.memory import digest
from kit.widgets.numbers import format_number

_ROUND = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8)  # tops of an axis, times a power of ten
_TICKS = 6


class PredictError(ValueError):
    """A prediction was described in a way that cannot work; the message says what to write instead."""


def line_to_draw(
    answer: "pd.Series[Any]",
    known: int,
    context: "Mapping[str, pd.Series[Any]]",
    low: float,
    high: float | None,
    unit: str,
    question: str,
) -> tuple[Line, list[float], FigureSpec]:
    """Return what a card needs of a series, the hidden values, and the chart with all of it.

    Parameters
    ----------
    answer : pandas.Series
        Index: numbers, dates, periods or texts, each once.
    known : int
        How many values stand from the beginning.
    context : dict of str to pandas.Series
        Other series, drawn from the beginning.
    low, high : float
        Bottom and top of the drawing area; None for a top that is drawn from the question.
    unit, question : str
        As the card shows them.

    Returns
    -------
    dict, list of float, dict

    Raises
    ------
    PredictError
        If the index, the values or the room do not allow it.
    """
    answer = _numbers(answer, "The series")
    context = {name: _numbers(series, f"“{name}”") for name, series in context.items()}
    if not 1 <= known < len(answer):
        raise PredictError(
            f"known is {known} and the series has {len(answer)} values: "
            "leave at least one value to show and one to guess."
        )
    if not answer.index.is_unique:
        twice = answer.index[answer.index.duplicated()][0]
        raise PredictError(f"The series has more than one value at {twice}: keep one value for each place.")
    order: dict[Hashable, int] = {place: count for count, place in enumerate(answer.index)}
    numeric = _is_numeric(answer.index)
    answer, labels = _on_axis(answer, order)
    context = {name: _on_axis(series, order)[0] for name, series in context.items()}
    values = pd.concat([answer, *context.values()])
    visible = pd.concat([answer.iloc[:known], *context.values()])
    top = high if high is not None else _top(float(visible.max()), float(values.max()), low, question)
    if not low < top or float(values.min()) < low or float(values.max()) > top:
        raise PredictError(
            f"The drawing area goes from {format_number(low)} to {format_number(top)} and must hold every value, "
            f"from {format_number(float(values.min()))} to {format_number(float(values.max()))}: change low or high."
        )
    places = [int(place) if float(place).is_integer() else float(place) for place in answer.index]
    name = str(answer.name or "data")
    gap = min(after - before for before, after in pairwise(places))
    ticks = list(range(0, len(places), 1 + (len(places) - 1) // _TICKS))

    def figure(series: "pd.Series[Any]", labelled: bool) -> FigureSpec:
        frames = [
            pd.DataFrame({"place": s.index, "value": s.to_numpy(), "series": str(label)})
            for label, s in [(name, series), *context.items()]
        ]
        drawn = charts.lines(pd.concat(frames), "place", "value", "series", unit=unit, highlight=name)
        drawn.update_yaxes(range=[low, top])
        drawn.update_xaxes(range=[places[0] - 0.4 * gap, places[-1] + 0.4 * gap])
        if not numeric:
            drawn.update_xaxes(
                tickmode="array", tickvals=[places[k] for k in ticks], ticktext=[labels[k] for k in ticks]
            )
        if not labelled:  # the end of the guess carries the label
            drawn.layout.annotations = [note for note in drawn.layout.annotations if note.text != name]
        return to_spec(drawn)

    step = step_of(low, top)
    spec: Line = {
        "figure": figure(answer.iloc[:known], False),
        "places": places,
        "labels": labels,
        "known": known,
        "start": float(answer.iloc[known - 1]),
        "low": low,
        "high": top,
        "step": step,
        "color": theme.MUTED,
        "background": theme.BACKGROUND,
    }
    return spec, [float(value) for value in answer.iloc[known:]], figure(answer, True)


def step_of(low: float, high: float) -> float:
    """Return the power of ten by which a value moves between two ends: about a hundredth of the way.

    Examples
    --------
    >>> step_of(0, 100), step_of(0, 1)
    (1, 0.01)
    """
    step: float = 10.0 ** floor(log10((high - low) / 100))
    return int(step) if step >= 1 else step


def _numbers(series: "pd.Series[Any]", name: str) -> "pd.Series[Any]":
    """Return the values that are there, as numbers."""
    try:
        found = pd.to_numeric(series.dropna()).astype(float)
    except (TypeError, ValueError):
        raise PredictError(f"{name} has values that are not numbers: give numbers, and leave gaps empty.") from None
    if not all(map(isfinite, found)):
        raise PredictError(f"{name} has an infinite value: leave it out or replace it.")
    return found


def _on_axis(series: "pd.Series[Any]", order: Mapping[Hashable, int]) -> "tuple[pd.Series[Any], list[str]]":
    """Return a series over positions on the axis, from left to right, and the label of each position."""
    entries = zip(_positions(series.index, order), series, _labels(series.index), strict=True)
    rows = sorted(entry for entry in entries if entry[0] is not None)
    if not all(isfinite(place) for place, *_ in rows):
        raise PredictError("The index has a gap or an infinite place: give every value its place.")
    placed = pd.Series([value for _, value, _ in rows], index=[place for place, *_ in rows], name=series.name)
    return placed, [label for *_, label in rows]


def _is_numeric(index: "pd.Index[Any]") -> bool:
    return pd.api.types.is_numeric_dtype(index) and not pd.api.types.is_bool_dtype(index)


def _positions(index: "pd.Index[Any]", order: Mapping[Hashable, int]) -> list[Any]:
    """Return where the entries of an index stand: numbers as they are, dates by days, texts in the answer's order."""
    if _is_numeric(index):
        return [float(place) for place in index]
    moments = _moments(index)
    if moments is not None:
        return list((moments - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1))
    return [order.get(place) for place in index]


def _moments(index: "pd.Index[Any]") -> pd.DatetimeIndex | None:
    """Return the dates in an index, or None if it holds other things."""
    if isinstance(index, pd.PeriodIndex):
        return index.to_timestamp()
    if not isinstance(index, pd.DatetimeIndex):
        if not len(index) or not all(isinstance(place, date) for place in index):
            return None
        index = pd.DatetimeIndex(pd.to_datetime(list(index)))
    return index.tz_localize(None)


def _labels(index: "pd.Index[Any]") -> list[str]:
    moments = None if isinstance(index, pd.PeriodIndex) else _moments(index)
    if moments is not None:
        whole_days = bool((moments == moments.normalize()).all())
        first_days = whole_days and bool((moments.day == 1).all())
        return list(moments.strftime("%Y-%m" if first_days else "%Y-%m-%d" if whole_days else "%Y-%m-%d %H:%M"))
    return [str(int(place)) if isinstance(place, float) and place.is_integer() else str(place) for place in index]


def _top(visible: float, largest: float, low: float, question: str) -> float:
    """Return a round number above every value: if a hidden one is the largest, one of four, drawn from the question."""
    room = 1.15 * largest
    if room <= 0:
        raise PredictError(f"No value is above 0 (the largest is {format_number(largest)}): give the top as high=…")
    power = floor(log10(room))
    above = [factor * 10.0**tens for tens in (power, power + 1) for factor in _ROUND if factor * 10.0**tens >= room]
    top = above[digest(question)[0] % 4 if largest > visible else 0]
    return int(top) if top >= 1 and float(top).is_integer() else top
