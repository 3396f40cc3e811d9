"""Bars: a ranking, columns, a histogram."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import (
    DAYS,
    axis_title,
    columns,
    figure_dict,
    grouped,
    highlighted,
    is_dated,
    legend,
    note,
    number,
    provisional,
    require_columns,
    vertical_line,
    with_days,
    words_axis,
    years,
)


def ranking(frame: pd.DataFrame, label: str, value: str, *, unit: str, highlight: str = "", top: int = 8) -> go.Figure:
    """Draw the largest values as horizontal bars, the largest on top.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a bar; rows without a value are left out. A column ``status`` outlines forecasts, targets and claims.
    label, value : str
        Columns: what a bar stands for, how long it is.
    unit : str
        Unit of the values.
    highlight : str
        The bar in colour; the others are grey.
    top : int
        How many bars.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"place": ["A", "B"], "robots": [1, 2]})
    >>> list(ranking(frame, "place", "robots", unit="robots").data[0].y)
    ['B', 'A']
    """
    require_columns(frame, label, value)
    shown = frame.dropna(subset=[value]).nlargest(top, value)
    colors = highlighted(shown[label], highlight, theme.PLACE_COLORS.get(highlight, theme.SERIES[0]))
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": shown[value].to_numpy(),
        "y": shown[label].tolist(),
        "name": unit,
        "marker": _marker(shown, colors),
        "text": [number(v) for v in shown[value]],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{x:,}<extra></extra>",
    }
    figure = figure_dict([trace], unit, right=70)
    rows = {"tickangle": 0, "autorange": "reversed", "showgrid": False, "ticklabelstandoff": 6}
    figure["layout"] |= {
        "yaxis": words_axis(shown[label], 24) | rows,
        "xaxis": {"visible": False, "rangemode": "tozero"},
    }
    return go.Figure(figure)


def bars(
    frame: pd.DataFrame,
    x: str,
    y: str,
    *,
    unit: str,
    series: str = "",
    stacked: bool = False,
    highlight: str = "",
) -> go.Figure:
    """Draw columns, one for each row.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a column. A column ``status`` outlines forecasts, targets and claims instead of filling them.
    x, y : str
        Columns: place on the axis (a year, a date or a word), value.
    unit : str
        Unit of ``y``, printed above the axis.
    series : str
        Column with the name of the series, if there are several; its names stand in a line under the chart.
    stacked : bool
        Whether the series stand on each other instead of side by side.
    highlight : str
        Without ``series``: the place on the axis that is in colour; the others are grey.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"year": [2024, 2025], "models": [3, 5], "status": ["official", "target"]})
    >>> bars(frame, "year", "models", unit="models").data[0].marker.color
    ('#b3341f', '#ffffff')
    """
    require_columns(frame, x, y, series)
    if is_dated(frame, x):
        frame, axis = with_days(frame, x), DAYS
    else:
        numeric = pd.api.types.is_numeric_dtype(frame[x])
        axis = years(frame[x]) if numeric else words_axis(frame[x], 12) | {"tickangle": 0}
    traces = []
    for name, rows, color in grouped(frame, series):
        colors = highlighted(rows[x], highlight) if highlight and not series else [color] * len(rows)
        trace = columns(rows[x].to_numpy(), rows[y].to_numpy(), name or unit, "") | {"marker": _marker(rows, colors)}
        if not series and len(rows) <= 12 and axis is not DAYS:
            words = [number(value) if value == value else "" for value in rows[y]]
            trace |= {"text": words, "textposition": "outside", "cliponaxis": False}
        traces.append(trace)
    figure = figure_dict(traces, unit, right=16)
    figure["layout"] |= {"barmode": "relative" if stacked else "group", "xaxis": axis}
    figure["layout"] |= {"showlegend": True, "legend": legend()} if series else {}
    return go.Figure(figure)


def _marker(rows: pd.DataFrame, colors: list[str]) -> dict[str, Any]:
    """Return the look of bars: filled, or outlined where the status says that it is not yet a fact."""
    hollow = provisional(rows)
    if not hollow.any():
        return {"color": colors if len(set(colors)) > 1 else colors[0] if colors else None}
    return {
        "color": [theme.BACKGROUND if h else color for h, color in zip(hollow, colors, strict=True)],
        "line": {"color": colors, "width": [2 if h else 0 for h in hollow]},
    }


def histogram(
    values: "np.ndarray[Any, Any]",
    marked: "np.ndarray[Any, Any]",
    *,
    unit: str,
    names: tuple[str, str],
    bins: int = 60,
    limits: tuple[float, float] | None = None,
    claim: tuple[float, str] | None = None,
    names_below: bool = False,
    shares: bool = False,
) -> go.Figure:
    """Draw how many values fall into each bin, with some of them in colour.

    The counting is done here, so that the figure carries some sixty bars however many values there are.

    Parameters
    ----------
    values : numpy.ndarray
        Shape (n,).
    marked : numpy.ndarray of bool
        Shape (n,); these values are drawn in colour, on top of the others.
    unit : str
        Unit of the values, under the axis.
    names : (str, str)
        What the grey and the coloured bars are.
    bins : int
        Number of bars.
    limits : (float, float), optional
        First and last edge; from the values if left out.
    claim : (float, str), optional
        A claimed value and its words, drawn as a dotted line.
    names_below : bool
        Whether the names stand in a line under the chart: for parts that lie among each other, so that a name would
        cover bars.
    shares : bool
        Whether a bar is the share of its own group in per cent, so that few among many can be seen.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> values, best = np.array([1.0, 2.0, 2.5]), np.array([False, False, True])
    >>> [trace.y.tolist() for trace in histogram(values, best, unit="%", names=("all", "best"), bins=2).data]
    [[1, 1], [0, 1]]
    """
    edges = np.histogram_bin_edges(values, bins=bins, range=limits)
    centres = (edges[:-1] + edges[1:]) / 2
    first, last = float(edges[0]), float(edges[-1])
    parts = [(names[0], ~marked, theme.HUES["grey"].light), (names[1], marked, theme.HUES["red"].light)]
    traces = [columns(centres, _per_bin(values[chosen], edges, shares), name, color) for name, chosen, color in parts]
    if shares:  # the groups stand in front of each other
        traces = [trace | {"opacity": 0.75} for trace in traces]
    figure = figure_dict(traces, "% of each group" if shares else "how many", right=16)
    axis = {"title": axis_title(unit), "range": [first, last]}
    figure["layout"] |= {"barmode": "overlay" if shares else "stack", "bargap": 0.05, "xaxis": axis}
    if names_below:
        figure["layout"] |= {"showlegend": True, "legend": legend(-0.22) | {"traceorder": "normal"}}
    for trace, (name, chosen, color) in zip(traces, parts, strict=True):
        if chosen.any() and not names_below:
            # The name stands above the highest bar of its own colour: to its left where there is room, if a line with
            # words stands on its right.
            peak = float(centres[trace["y"].argmax()])
            left = claim and (shares or name == names[0]) and first + 0.3 * (last - first) < peak < claim[0]
            side = "right" if left else "left"
            words = note(peak, trace["y"].max().item(), name, color, yanchor="bottom", yshift=4, xanchor=side)
            figure["layout"]["annotations"].append(words)
    if claim:
        line, words = vertical_line(*claim, color=theme.ACCENT, dash="dot")
        figure["layout"]["shapes"] = [line]
        figure["layout"]["annotations"].append(words)
    return go.Figure(figure)


def _per_bin(values: "np.ndarray[Any, Any]", edges: "np.ndarray[Any, Any]", shares: bool) -> "np.ndarray[Any, Any]":
    """Return how many values each bin holds, or what share of them, in per cent."""
    counts = np.histogram(values, edges)[0]
    return np.round(100 * counts / max(len(values), 1), 2) if shares else counts
