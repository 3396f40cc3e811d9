"""Bars: a ranking, columns, a histogram."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import (
    axis_title,
    colour_of,
    columns,
    framed,
    legend,
    mark_line,
    need,
    not_yet,
    number,
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
    need(frame, label, value)
    shown = frame.dropna(subset=[value]).nlargest(top, value)
    colours = [
        theme.PLACE_COLOURS.get(name, theme.SERIES[0]) if name == highlight else theme.HUES["grey"].light
        for name in shown[label]
    ]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": shown[value].to_numpy(),
        "y": shown[label].tolist(),
        "name": unit,
        "marker": _marker(shown, colours),
        "text": [number(v) for v in shown[value]],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{x:,}<extra></extra>",
    }
    figure = framed([bars], unit, right=70)
    figure["layout"]["yaxis"] = words_axis(shown[label], 24) | {
        "tickangle": 0,
        "autorange": "reversed",
        "showgrid": False,
        "ticklabelstandoff": 6,
    }
    figure["layout"]["xaxis"] = {"visible": False, "rangemode": "tozero"}
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
        Columns: place on the axis (a year or a word), value.
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
    need(frame, x, y, series)
    traces = []
    for position, (name, rows) in enumerate(frame.groupby(series, sort=False) if series else [("", frame)]):
        colours = [colour_of(str(name), position)] * len(rows)
        if highlight and not series:
            colours = [theme.SERIES[0] if str(place) == highlight else theme.HUES["grey"].light for place in rows[x]]
        traces.append(
            columns(rows[x].to_numpy(), rows[y].to_numpy(), str(name) or unit, "") | {"marker": _marker(rows, colours)}
        )
        if not series and len(rows) <= 12:
            traces[-1] |= {
                "text": [number(value) if value == value else "" for value in rows[y]],
                "textposition": "outside",
                "cliponaxis": False,
            }
    figure = framed(traces, unit, right=16)
    figure["layout"] |= {
        "barmode": "relative" if stacked else "group",
        "xaxis": years(frame[x])
        if pd.api.types.is_numeric_dtype(frame[x])
        else words_axis(frame[x], 12) | {"tickangle": 0},
    }
    figure["layout"] |= {"showlegend": True, "legend": legend()} if series else {}
    return go.Figure(figure)


def _marker(rows: pd.DataFrame, colours: list[str]) -> dict:
    """Return the look of bars: filled, or outlined where the status says that it is not yet a fact."""
    open_ = not_yet(rows)
    if not open_.any():
        return {"color": colours if len(set(colours)) > 1 else colours[0] if colours else None}
    return {
        "color": [theme.PAPER if o else c for o, c in zip(open_, colours, strict=True)],
        "line": {"color": colours, "width": [2 if o else 0 for o in open_]},
    }


def histogram(
    values: np.ndarray,
    marked: np.ndarray,
    *,
    unit: str,
    names: tuple[str, str],
    bins: int = 60,
    limits: tuple[float, float] | None = None,
    claim: tuple[float, str] | None = None,
    names_below: bool = False,
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
        Whether the names stand in a line under the chart: for parts that lie among each other, so that a name would cover bars.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = histogram(np.array([1.0, 2.0, 2.5]), np.array([False, False, True]), unit="%", names=("all", "best"), bins=2)
    >>> [trace.y.tolist() for trace in figure.data]
    [[1, 1], [0, 1]]
    """
    edges = np.histogram_bin_edges(values, bins=bins, range=limits)
    centres = (edges[:-1] + edges[1:]) / 2
    parts = [(names[0], ~marked, theme.HUES["grey"].light), (names[1], marked, theme.HUES["red"].light)]
    traces = [columns(centres, np.histogram(values[chosen], edges)[0], name, colour) for name, chosen, colour in parts]
    figure = framed(traces, "how many", right=16)
    for trace, (name, chosen, colour) in zip(traces, parts, strict=True):
        if chosen.any() and not names_below:
            # The name stands above the highest bar of its own colour.
            peak, height = float(centres[trace["y"].argmax()]), int(trace["y"].max())
            # To its left where there is room, if a line with words stands on its right.
            anchor = (
                "right"
                if claim and name == names[0] and edges[0] + 0.3 * (edges[-1] - edges[0]) < peak < claim[0]
                else "left"
            )
            figure["layout"]["annotations"].append(
                {
                    "x": peak,
                    "y": height,
                    "text": name,
                    "showarrow": False,
                    "yanchor": "bottom",
                    "yshift": 4,
                    "xanchor": anchor,
                    "font": {"color": colour},
                }
            )
    figure["layout"] |= {
        "barmode": "stack",
        "bargap": 0.05,
        "xaxis": {"title": axis_title(unit), "range": [float(edges[0]), float(edges[-1])]},
    }
    figure["layout"] |= {"showlegend": True, "legend": legend(-0.22) | {"traceorder": "normal"}} if names_below else {}
    if claim:
        mark_line(figure, claim[0], claim[1], "dot", theme.ACCENT)
    return go.Figure(figure)
