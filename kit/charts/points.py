"""Points: a scatter of two measures, and dots with intervals on one axis."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import (
    axis_title,
    by_status,
    figure_dict,
    grouped,
    highlighted,
    legend,
    log_axis,
    require_columns,
    rows_axis,
    zero_axis,
)

_MOST_NAMED = 12
_LETTERS = 24  # of a label beside the axis, before it goes on in the next line


def scatter(
    frame: pd.DataFrame,
    x: str,
    y: str,
    *,
    unit_x: str,
    unit_y: str,
    label: str = "",
    group: str = "",
    highlight: str = "",
    named: Iterable[str] | None = None,
    log_x: bool = False,
    log_y: bool = False,
    zero: bool = False,
) -> go.Figure:
    """Draw one mark for each row, by two measures.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a mark; rows without a value are left out. A column ``status`` makes forecasts, targets and claims
        hollow.
    x, y : str
        Columns with the two measures.
    unit_x, unit_y : str
        What they are, with the unit: under the axis and above it.
    label : str
        Column with the name of a mark.
    group : str
        Column that decides the colour; the groups stand in a line under the chart.
    highlight : str
        A label; without ``group`` its mark is in colour and the others are grey.
    named : iterable of str, optional
        Which labels are printed beside their marks; all if there are at most twelve marks, else only ``highlight``.
    log_x, log_y : bool
        Whether each step along the axis multiplies by ten.
    zero : bool
        Whether both axes reach zero.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"kg": [35, 47], "price": [16, 14], "name": ["G1", "H1"], "status": ["claim", "measured"]})
    >>> figure = scatter(frame, "kg", "price", unit_x="mass, kg", unit_y="thousand dollars", label="name")
    >>> [(trace.name, trace.marker.symbol) for trace in figure.data]
    [('thousand dollars', 'circle'), ('thousand dollars (claim)', 'circle-open')]
    """
    require_columns(frame, x, y, label, group)
    rows = frame.dropna(subset=[x, y])
    names = rows[label].astype(str) if label else pd.Series("", index=rows.index)
    printed = set(names if len(rows) <= _MOST_NAMED else [highlight]) if named is None else set(named)
    traces = []
    for name, part, color in grouped(rows, group):
        for in_full, shown, look in by_status(part, name or unit_y):
            words = names[shown.index].tolist()
            marker = look | {"size": 9, "color": _colors(words, color, group, highlight)}
            trace = {
                "type": "scatter",
                "mode": "markers",
                "name": in_full,
                "x": shown[x].to_numpy(),
                "y": shown[y].to_numpy(),
                "marker": marker,
            }
            traces.append(trace | _names(words, printed))
    figure = figure_dict(traces, unit_y, right=16)
    axis = {"rangemode": "tozero"} if zero else {}
    thousands = {"tickformat": ","} if not log_x and rows[x].abs().max() >= 10_000 else {}
    figure["layout"] |= {
        "xaxis": axis
        | {"title": axis_title(unit_x)}
        | (log_axis(_powers(rows[x]), alone=4) if log_x else {})
        | thousands,
        "yaxis": axis | (log_axis(_powers(rows[y]), alone=4) if log_y else {}),
    }
    figure["layout"] |= {"showlegend": True, "legend": legend(-0.22)} if group else {}
    return go.Figure(figure)


def _colors(names: Iterable[Any], color: str, group: str, highlight: str) -> str | list[str]:
    return color if group or not highlight else highlighted(names, highlight)


def _powers(values: "pd.Series[Any]") -> float:
    """Return how many powers of ten lie between the smallest and the largest value."""
    return float(np.log10(values.max() / values.min())) if len(values) else 0.0


def _names(words: list[str], printed: set[str]) -> dict[str, Any]:
    """Return the names of marks: all in the hover text, some beside their mark."""
    names: dict[str, Any] = {}
    if any(words):
        names |= {"hovertext": words, "hovertemplate": "%{hovertext}: %{x:,}, %{y:,}<extra></extra>"}
    if printed & set(words):
        names |= {
            "mode": "markers+text",
            "text": [word if word in printed else "" for word in words],
            "textposition": "top center",
            "textfont": {"size": 11},
            "cliponaxis": False,
        }
    return names


def dots(
    frame: pd.DataFrame,
    label: str,
    value: str,
    *,
    unit: str,
    low: str = "",
    high: str = "",
    group: str = "",
    highlight: str = "",
    zero: bool = True,
) -> go.Figure:
    """Draw one dot for each row on a common axis; with intervals it is a forest plot.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a dot, from the top down; rows without a value are left out. A column ``status`` makes forecasts,
        targets and claims hollow.
    label, value : str
        Columns: what a dot stands for, where it stands.
    unit : str
        Unit of the values.
    low, high : str
        Columns with the ends of the interval, if there is one.
    group : str
        Column that decides the colour; the groups stand in a line under the chart.
    highlight : str
        A label; without ``group`` its dot is in colour and the others are grey.
    zero : bool
        Whether the axis reaches zero, with a line there.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"study": ["A", "B"], "effect": [15, 0], "from": [9, -4], "to": [20, 4]})
    >>> figure = dots(frame, "study", "effect", unit="%", low="from", high="to")
    >>> figure.data[0].error_x.array.tolist()
    [5.0, 4.0]
    """
    require_columns(frame, label, value, low, high, group)
    rows = frame.dropna(subset=[value])
    traces = []
    for name, part, color in grouped(rows, group):
        for in_full, shown, look in by_status(part, name or unit):
            colors = _colors(shown[label], color, group, highlight)
            trace = {
                "type": "scatter",
                "mode": "markers",
                "orientation": "h",
                "name": in_full,
                "x": shown[value].to_numpy(),
                "y": shown[label].astype(str).tolist(),
                "marker": look | {"size": 10, "color": colors},
                "hovertemplate": "%{y}: %{x:,}<extra></extra>",
            }
            if low and high:
                trace["error_x"] = _interval(shown, value, low, high) | {
                    "color": colors if isinstance(colors, str) else theme.HUES["grey"].light
                }
            traces.append(trace)
    figure = figure_dict(traces, unit, right=16)
    figure["layout"] |= {
        "yaxis": rows_axis(rows[label], _LETTERS),
        "xaxis": {"showgrid": True, "gridcolor": theme.LINE} | (zero_axis(1.5) if zero else {}),
    }
    figure["layout"] |= {"showlegend": True, "legend": legend(-0.12)} if group else {}
    return go.Figure(figure)


def _interval(rows: pd.DataFrame, value: str, low: str, high: str) -> dict[str, Any]:
    """Return the arms of each dot; a missing end has none."""
    centre, bottom, top = (rows[column].to_numpy(dtype=float) for column in (value, low, high))
    arms = {"array": np.nan_to_num(top - centre), "arrayminus": np.nan_to_num(centre - bottom)}
    return {"type": "data", "symmetric": False, "thickness": 1.5, "width": 0} | arms
