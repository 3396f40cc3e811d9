"""What every chart has in common: the template, the unit above the axis, labels, the look of what is no fact yet."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Any

import numpy as np
import pandas as pd
import plotly.io as pio

from kit import theme

# By its name only: charts that a lesson draws without the kit keep plotly's own template.
pio.templates["kit"] = theme.TEMPLATE

#: Rows of these kinds are drawn hollow, dotted or outlined: not yet a fact, or no longer one.
PROVISIONAL = frozenset({"forecast", "target", "claim", "retracted"})

PLOT_HEIGHT = 270  # pixels between the axes of a chart 340 pixels high
LABEL_HEIGHT = 16


class ChartError(ValueError):
    """A frame cannot be drawn as asked; the message says what to change."""


def require_columns(frame: pd.DataFrame, *columns: str) -> None:
    """Raise `ChartError` if the table lacks a column; an empty name asks for none."""
    missing = [column for column in columns if column and column not in frame]
    if missing:
        raise ChartError(f"The table has no column “{missing[0]}”. It has: {', '.join(map(str, frame.columns))}.")


def figure_dict(traces: list[dict[str, Any]], unit: str, right: float) -> dict[str, Any]:
    """Return traces and layout in the kit's template, with the unit above the axis: it takes no width from a phone."""
    words = note(0, 1, unit, theme.MUTED, 12, xref="paper", yref="paper", xanchor="left", yanchor="bottom", yshift=6)
    return {"data": traces, "layout": {"template": "kit", "annotations": [words], "margin": {"r": round(right)}}}


# What is not yet a fact


def provisional(rows: pd.DataFrame) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Return for each row whether its ``status`` says that it is not yet a fact; without that column, none is."""
    return rows["status"].isin(PROVISIONAL).to_numpy() if "status" in rows else np.zeros(len(rows), dtype=bool)


def with_status(name: str, rows: pd.DataFrame) -> str:
    """Return the name of a hollow series with what it is: "Apple (claim)"; a name that says so already stays.

    Examples
    --------
    >>> with_status("Apple", pd.DataFrame({"status": ["claim", "survey", "target"]}))
    'Apple (claim, target)'
    """
    kinds = sorted(set(rows["status"]) & PROVISIONAL)
    return name if all(kind in name for kind in kinds) else f"{name} ({', '.join(kinds)})"


def by_status(rows: pd.DataFrame, name: str) -> Iterator[tuple[str, pd.DataFrame, dict[str, Any]]]:
    """Yield facts as full dots, then the rest as rings: the name of each part, its rows, and how its marks look."""
    hollow = provisional(rows)
    if not hollow.all():
        yield name, rows[~hollow], {"symbol": "circle", "line": {"width": 0}}
    if hollow.any():
        yield with_status(name, rows[hollow]), rows[hollow], {"symbol": "circle-open", "line": {"width": 2}}


def grouped(rows: pd.DataFrame, group: str) -> Iterator[tuple[str, pd.DataFrame, str]]:
    """Yield name, rows and colour of each group; all rows without a name, if the column is left out."""
    if not group:
        yield "", rows, color_of("", 0)
        return
    places = positions(rows[group])
    for name, part in rows.groupby(group, sort=False, observed=True):
        yield str(name), part, color_of(str(name), places[str(name)])


# Colours


def color_of(name: str, position: int) -> str:
    """Return the colour of a series: a place keeps its own, the others take theirs in order."""
    return theme.PLACE_COLORS.get(name, theme.SERIES[position % len(theme.SERIES)])


def positions(names: "pd.Series[Any]") -> dict[str, int]:
    """Return the place of each name in the order of colours.

    Categories keep their place while others are left out; names without categories come as they are met.

    Examples
    --------
    >>> positions(pd.Series(["job", "task"])), positions(pd.Series(pd.Categorical(["job"], ["task", "job"])))
    ({'job': 0, 'task': 1}, {'task': 0, 'job': 1})
    """
    categories = isinstance(names.dtype, pd.CategoricalDtype)
    known = names.cat.categories if categories else names.dropna().unique()
    return {str(name): place for place, name in enumerate(known)}


def highlighted(names: Iterable[Any], highlight: str, color: str = theme.SERIES[0]) -> list[str]:
    """Return a colour for each name: one in colour, the others grey."""
    return [color if str(name) == highlight else theme.HUES["grey"].light for name in names]


# Axes


def number(value: float) -> str:
    """Return a number as a label: whole from 100 up, three digits below.

    Examples
    --------
    >>> number(276_000), number(6.0192)
    ('276,000', '6.02')
    """
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def axis_title(words: str) -> dict[str, Any]:
    """Return the quiet title of an axis."""
    return {"text": words, "font": {"size": 12, "color": theme.MUTED}}


def years(values: "pd.Series[Any]") -> dict[str, Any]:
    """Return how an axis of years is written: whole, without a comma; nothing for other values."""
    known = values.dropna()
    if not pd.api.types.is_numeric_dtype(values) or known.empty or not known.between(1800, 2200).all():
        return {}
    if (known % 1).any():
        return {}
    return {"tickformat": "d"} | ({"dtick": 1} if known.max() - known.min() <= 6 else {})


#: An axis of days: few numbers, the year under the month.
DAYS: dict[str, Any] = {
    "type": "date",
    "nticks": 5,
    "tickangle": 0,
    "tickformatstops": [{"dtickrange": ["M1", "M11"], "value": "%b<br>%Y"}],
}


def is_dated(frame: pd.DataFrame, x: str) -> bool:
    """Return whether a column holds dates."""
    return pd.api.types.is_datetime64_any_dtype(frame[x])


def with_days(frame: pd.DataFrame, x: str) -> pd.DataFrame:
    """Return the table with a column of dates as texts, "2025-01-27": they pack well and name a day, not an hour."""
    return frame.assign(**{x: frame[x].dt.strftime("%Y-%m-%d")})


def log_axis(powers: float, alone: float) -> dict[str, Any]:
    """Return a logarithmic axis over so many powers of ten whose numbers do not meet.

    Powers of ten stand alone where there are more than ``alone``, with 2 and 5 between them where there are fewer.
    """
    return {"type": "log", "dtick": 1 if powers > alone else "D2"}


def words_axis(words: Iterable[Any], letters: int) -> dict[str, Any]:
    """Return an axis of words, broken into lines of so many letters: level, and with little room on a phone."""
    names = list(dict.fromkeys(map(str, words)))
    return {
        "type": "category",
        "tickmode": "array",
        "tickvals": names,
        "ticktext": ["<br>".join(wrap(name, letters)) for name in names],
    }


def rows_axis(words: Iterable[Any], letters: int) -> dict[str, Any]:
    """Return a vertical axis of words from the top down, with half a row of room at both ends."""
    axis = words_axis(words, letters)
    names = axis["tickvals"]
    return axis | {
        "categoryorder": "array",
        "categoryarray": names[::-1],
        "ticklabelstandoff": 6,
        "range": [-0.6, len(names) - 0.4],
    }


def zero_axis(line_width: float | None = None) -> dict[str, Any]:
    """Return a horizontal axis that reaches zero and has a line there."""
    axis: dict[str, Any] = {"rangemode": "tozero", "zeroline": True, "zerolinecolor": theme.SURFACE["edge"].light}
    return axis | ({} if line_width is None else {"zerolinewidth": line_width})


def legend(below: float = -0.2) -> dict[str, Any]:
    """Return a legend in one line under the chart, for groups that cannot carry their name themselves."""
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": below,
        "yanchor": "top",
        "font": {"size": 12},
        "itemclick": False,
        "itemdoubleclick": False,
    }


# Words and lines in the chart


def note(x: Any, y: Any, words: str, color: str, size: int | None = None, **place: Any) -> dict[str, Any]:
    """Return words at a place in the chart; ``place`` are plotly's names for where exactly they stand."""
    font = {"color": color} if size is None else {"color": color, "size": size}
    return {"x": x, "y": y, "text": words, "showarrow": False, "font": font} | place


def vertical_line(
    x: Any, words: str, *, color: str = theme.MUTED, dash: str = "dash", side: str = "left"
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a thin line from bottom to top, and its words beside its upper end; ``side`` is their end at the line."""
    line = {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1}
    shift = 5 if side == "left" else -5
    words_ = note(x, 1, words, color, 12, yref="paper", xanchor=side, yanchor="top", xshift=shift)
    return line | {"line": {"color": color, "width": 1.5, "dash": dash}}, words_


def end_labels(ends: Sequence[tuple[float, Any, str, str]], low: float, top: float) -> list[dict[str, Any]]:
    """Return the names at the lines' ends, moved apart where they would overlap.

    Parameters
    ----------
    ends : sequence of (value, place, name, color)
        Where each line ends, what it is called, and its colour.
    low, top : float
        Bottom and top of the vertical axis.
    """
    room = (top - low) * LABEL_HEIGHT / PLOT_HEIGHT
    labels, above = [], float("inf")
    # From the top down: a label goes under the one above it; what leaves the axis at the bottom lifts the rest.
    for value, place, name, color in sorted(ends, reverse=True):
        above = min(value, above - room)
        labels.append(note(place, above, name, color, xanchor="left", xshift=7))
    below = low + 0.2 * room  # a label outside the axis would not be drawn
    for label in reversed(labels):
        label["y"] = max(label["y"], below)
        below = label["y"] + room
        label["y"] = float(f"{label['y']:.3g}")  # finer than a pixel, and it packs well
    return labels


def columns(x: Any, y: Any, name: str, color: str) -> dict[str, Any]:
    """Return the trace of plain columns."""
    return {
        "type": "bar",
        "x": x,
        "y": y,
        "name": name,
        "marker": {"color": color},
        "hovertemplate": "%{x}: %{y:,}<extra>%{fullData.name}</extra>",
    }
