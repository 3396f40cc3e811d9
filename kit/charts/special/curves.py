"""Curves of one lesson each: a stock with its flows, rooflines, equal shares of a whole."""

from collections.abc import Sequence
from math import log10

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import (
    ChartError,
    axis_title,
    columns,
    end_labels,
    figure_dict,
    note,
    require_columns,
    vertical_line,
)
from kit.models import attainable


def stock_and_flows(
    frame: pd.DataFrame,
    x: str,
    *,
    arrivals: str,
    retirements: str,
    stock: str,
    unit: str,
    names: tuple[str, str, str] = ("came", "left", "at work"),
) -> go.Figure:
    """Draw a stock as a line, what came in as bars upwards, what went out as bars downwards.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a year.
    x, arrivals, retirements, stock : str
        Columns.
    unit : str
        Unit of all three.
    names : (str, str, str)
        What the reader calls arrivals, retirements and stock.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"year": [1, 2], "in": [5, 5], "out": [0, 2], "stock": [5, 8]})
    >>> figure = stock_and_flows(frame, "year", arrivals="in", retirements="out", stock="stock", unit="robots")
    >>> [trace.name for trace in figure.data]
    ['came', 'left', 'at work']
    """
    require_columns(frame, x, arrivals, retirements, stock)
    places, total = frame[x].to_numpy(), frame[stock].to_numpy()
    came, left, at_work = names
    red, blue, brown = (theme.HUES[hue].light for hue in ("red", "blue", "brown"))
    parts = [(came, frame[arrivals].to_numpy(), blue), (left, -frame[retirements].to_numpy(), brown)]
    line = {
        "type": "scatter",
        "x": places,
        "y": total,
        "name": at_work,
        "mode": "lines",
        "line": {"color": red, "width": 3.5},
        "hovertemplate": "%{x}: %{y:,}<extra>%{fullData.name}</extra>",
    }
    figure = figure_dict(
        [*(columns(places, values, name, color) for name, values, color in parts), line], unit, right=70
    )
    ends = [(float(v[-1]), places[-1], name, color) for name, v, color in [(at_work, total, red), *parts]]
    labels = end_labels(ends, float(min(parts[1][1].min(), 0)), float(total.max()))
    figure["layout"]["annotations"] += [label | {"xshift": 16} for label in labels]
    figure["layout"] |= {"barmode": "relative", "xaxis": {"range": [places[0] - 0.6, places[-1] + 0.6]}}
    return go.Figure(figure)


def roofline(
    frame: pd.DataFrame,
    name: str,
    peak: str,
    bandwidth: str,
    *,
    at: float,
    unit: str,
    unit_x: str,
    highest: float = 2048,
) -> go.Figure:
    """Draw one roof for each chip, both axes in steps that multiply, and mark one task on all of them.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a chip; a few of them, or the roofs hide each other.
    name, peak, bandwidth : str
        Columns: the chip, operations per second, bytes per second in the same prefix.
    at : float
        Intensity of the task that is marked: operations for each byte.
    unit, unit_x : str
        Unit of the speed, above the axis; what the intensity is, under it.
    highest : float
        End of the axis.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> chips = pd.DataFrame({"chip": ["A"], "peak": [148.0], "memory": [4.0]})
    >>> figure = roofline(chips, "chip", "peak", "memory", at=8, unit="TFLOP/s", unit_x="operations a byte")
    >>> list(figure.data[0].y)
    [4.0, 148.0, 148.0]
    """
    require_columns(frame, name, peak, bandwidth)
    traces, tops = [], []
    for position, row in enumerate(frame.to_dict("records")):
        color = theme.SERIES[position % len(theme.SERIES)]
        corners = [1, row[peak] / row[bandwidth], highest]
        roof = {
            "mode": "lines",
            "x": corners,
            "y": [attainable(row[peak], row[bandwidth], corner) for corner in corners],
            "name": row[name],
            "line": {"color": color, "width": 2.5},
            "hovertemplate": "%{fullData.name}, %{x:,.0f}: %{y:,.0f}<extra></extra>",
        }
        task = {
            "mode": "markers",
            "x": [at],
            "y": [attainable(row[peak], row[bandwidth], at)],
            "name": f"{row[name]} here",
            "marker": {"color": color, "size": 11},
            "hovertemplate": "%{fullData.name}: %{y:,.0f}<extra></extra>",
        }
        traces += [{"type": "scatter"} | trace for trace in (roof, task)]
        tops.append((float(row[peak]), row[name], color))
    figure = figure_dict(traces, unit, right=22 + 7.2 * max((len(words) for _, words, _ in tops), default=0))
    figure["layout"]["shapes"] = [vertical_line(at, "")[0]]
    above = float("inf")
    for value, words, color in sorted(tops, reverse=True):
        above = min(log10(value), above - 0.2)  # names that would overlap move down
        end = note(log10(highest), round(above, 3), words, color, xanchor="left", xshift=7)
        figure["layout"]["annotations"].append(end)
    ticks = {"type": "log", "tickformat": ","}
    figure["layout"] |= {
        "xaxis": ticks | {"range": [0, log10(highest)], "title": axis_title(unit_x), "tickvals": [1, 10, 100, 1000]},
        "yaxis": ticks | {"tickvals": [1, 10, 100, 1000, 10000]},
    }
    return go.Figure(figure)


def equal_shares(
    figure: go.Figure, shares: Sequence[float], low: float, high: float, *, words: str = "{percent:g} %"
) -> go.Figure:
    """Draw a thin line where y is a given share of x, for each share, under a scatter; return the same figure.

    On logarithmic axes these lines are parallel: whoever stands on the same line has the same share, however large.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
        A scatter with both axes logarithmic (see `kit.charts.scatter`).
    shares : sequence of float
        Fractions above 0: 0.25 for a quarter.
    low, high : float
        From which x to which x the lines run, both above 0.
    words : str
        How a share is written at the upper end; ``percent`` stands for it.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a share or an end is not above 0.

    Examples
    --------
    >>> figure = equal_shares(go.Figure(), [0.25, 0.5], 1, 1000)
    >>> [trace.y for trace in figure.data], [note.text for note in figure.layout.annotations]
    ([(0.25, 250.0), (0.5, 500.0)], ['25 %', '50 %'])
    """
    if min(*shares, low, high) <= 0 or low >= high:
        raise ChartError("Shares and ends must be above 0, and the line must run from a smaller x to a larger one.")
    count = len(figure.data)
    for share in shares:
        name = words.format(percent=100 * share)
        figure.add_scatter(
            x=[low, high],
            y=[share * low, share * high],
            name=name,
            mode="lines",
            showlegend=False,
            line={"color": theme.SURFACE["edge"].light, "width": 1, "dash": "dot"},
            hovertemplate="%{fullData.name}<extra></extra>",
        )
        end = note(log10(high), log10(share * high), name, theme.MUTED, 11, xanchor="left", xshift=3)
        figure.add_annotation(end)
    figure.data = (*figure.data[count:], *figure.data[:count])
    return figure
