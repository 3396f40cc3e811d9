"""What every chart has in common: the unit above the axis, labels at line ends, and the hollow look of what is not yet fact."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

import numpy as np
import pandas as pd

from kit import theme

#: Rows of these kinds are drawn hollow, dotted or outlined.
NOT_YET_FACTS = frozenset({"forecast", "target", "claim"})

PLOT_HEIGHT = 270  # pixels between the axes of a chart 340 pixels high
LABEL_HEIGHT = 16


class ChartError(ValueError):
    """A frame cannot be drawn as asked; the message says what to change."""


def need(frame: pd.DataFrame, *columns: str) -> None:
    """Raise `ChartError` if the table lacks a column; an empty name asks for none."""
    missing = [column for column in columns if column and column not in frame]
    if missing:
        raise ChartError(f"The table has no column “{missing[0]}”. It has: {', '.join(map(str, frame.columns))}.")


def not_yet(rows: pd.DataFrame) -> np.ndarray:
    """Return for each row whether its ``status`` says that it is not yet a fact; without that column, none is."""
    return rows["status"].isin(NOT_YET_FACTS).to_numpy() if "status" in rows else np.zeros(len(rows), dtype=bool)


def with_status(name: str, rows: pd.DataFrame) -> str:
    """Return the name of a hollow series with what it is: "Apple (claim)"; a name that says so already stays.

    Examples
    --------
    >>> with_status("Apple", pd.DataFrame({"status": ["claim", "survey", "target"]}))
    'Apple (claim, target)'
    """
    kinds = sorted(set(rows["status"]) & NOT_YET_FACTS)
    return name if all(kind in name for kind in kinds) else f"{name} ({', '.join(kinds)})"


def number(value: float) -> str:
    """Return a number as a label: whole from 100 up, three digits below.

    Examples
    --------
    >>> number(276_000), number(6.0192)
    ('276,000', '6.02')
    """
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def axis_title(words: str) -> dict:
    """Return the quiet title of an axis."""
    return {"text": words, "font": {"size": 12, "color": theme.SOFT}}


def years(values: pd.Series) -> dict:
    """Return how an axis of years is written: whole, without a comma; nothing for other values."""
    known = values.dropna()
    if (
        not pd.api.types.is_numeric_dtype(values)
        or known.empty
        or not known.between(1800, 2200).all()
        or (known % 1).any()
    ):
        return {}
    return {"tickformat": "d"} | ({"dtick": 1} if known.max() - known.min() <= 6 else {})


def words_axis(words: Iterable, letters: int) -> dict:
    """Return an axis of words, broken into lines of so many letters: level, and with little room on a phone."""
    names = list(dict.fromkeys(map(str, words)))
    return {
        "type": "category",
        "tickmode": "array",
        "tickvals": names,
        "ticktext": ["<br>".join(wrap(name, letters)) for name in names],
    }


def rows_axis(words: Iterable, letters: int) -> dict:
    """Return a vertical axis of words from the top down, with half a row of room at both ends."""
    axis = words_axis(words, letters)
    names = axis["tickvals"]
    return axis | {
        "categoryorder": "array",
        "categoryarray": names[::-1],
        "ticklabelstandoff": 6,
        "range": [-0.6, len(names) - 0.4],
    }


def legend(below: float = -0.2) -> dict:
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


def colour_of(name: str, position: int) -> str:
    """Return the colour of a series: a place keeps its own, the others take theirs in order."""
    return theme.PLACE_COLOURS.get(name, theme.SERIES[position % len(theme.SERIES)])


def framed(traces: list[dict], unit: str, right: float) -> dict:
    """Return traces and layout with the unit above the axis: it takes no width from a phone."""
    words = {
        "text": unit,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 6,
        "showarrow": False,
        "font": {"color": theme.SOFT, "size": 12},
    }
    return {"data": traces, "layout": {"annotations": [words], "margin": {"r": round(right)}}}


def mark_line(figure: dict, x: float, words: str, dash: str, colour: str) -> None:
    """Add a thin vertical line with its words at the top."""
    figure["layout"].setdefault("shapes", []).append(
        {
            "type": "line",
            "x0": x,
            "x1": x,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": {"color": colour, "width": 1.5, "dash": dash},
        }
    )
    figure["layout"]["annotations"].append(
        {
            "x": x,
            "yref": "paper",
            "y": 1,
            "text": words,
            "showarrow": False,
            "xanchor": "left",
            "yanchor": "top",
            "xshift": 5,
            "font": {"color": colour, "size": 12},
        }
    )


def columns(x: np.ndarray, y: np.ndarray, name: str, colour: str) -> dict:
    """Return the trace of plain columns."""
    return {
        "type": "bar",
        "x": x,
        "y": y,
        "name": name,
        "marker": {"color": colour},
        "hovertemplate": "%{x}: %{y:,}<extra>%{fullData.name}</extra>",
    }


def end_labels(ends: Sequence[tuple], low: float, top: float) -> list[dict]:
    """Return the names at the lines' ends, moved apart where they would overlap."""
    room = (top - low) * LABEL_HEIGHT / PLOT_HEIGHT
    labels, above = [], float("inf")
    # From the top down: a label goes under the one above it; what leaves the axis at the bottom lifts the rest.
    for value, place, name, colour in sorted(ends, reverse=True):
        above = min(value, above - room)
        labels.append(
            {
                "x": place,
                "y": above,
                "text": name,
                "showarrow": False,
                "xanchor": "left",
                "xshift": 7,
                "font": {"color": colour},
            }
        )
    below = low + 0.2 * room  # a label outside the axis would not be drawn
    for label in reversed(labels):
        label["y"] = max(label["y"], below)
        below = label["y"] + room
        label["y"] = float(f"{label['y']:.3g}")  # finer than a pixel, and it packs well
    return labels
