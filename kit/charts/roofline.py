"""Rooflines: how fast chips can work on tasks that do little or much with each byte they fetch."""

from math import log10

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import axis_title, framed, need
from kit.models import attainable


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
    >>> figure.data[0].y.tolist()
    [4.0, 148.0, 148.0]
    """
    need(frame, name, peak, bandwidth)
    traces, tops = [], []
    for position, row in enumerate(frame.to_dict("records")):
        colour = theme.SERIES[position % len(theme.SERIES)]
        corners = np.array([1, row[peak] / row[bandwidth], highest])
        roof = attainable(row[peak], row[bandwidth], corners)
        speed = attainable(row[peak], row[bandwidth], at)
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": corners,
                "y": roof,
                "name": row[name],
                "line": {"color": colour, "width": 2.5},
                "hovertemplate": "%{fullData.name}, %{x:,.0f}: %{y:,.0f}<extra></extra>",
            }
        )
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [at],
                "y": [speed],
                "name": f"{row[name]} here",
                "marker": {"color": colour, "size": 11},
                "hovertemplate": "%{fullData.name}: %{y:,.0f}<extra></extra>",
            }
        )
        tops.append((float(row[peak]), row[name], colour))
    figure = framed(traces, unit, right=22 + 7.2 * max((len(words) for _, words, _ in tops), default=0))
    figure["layout"]["shapes"] = [
        {
            "type": "line",
            "x0": at,
            "x1": at,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": {"color": theme.SOFT, "width": 1.5, "dash": "dash"},
        }
    ]
    figure["layout"]["annotations"] += _names(tops, highest)
    ticks = {"type": "log", "tickformat": ","}
    figure["layout"] |= {
        "xaxis": ticks | {"range": [0, log10(highest)], "title": axis_title(unit_x), "tickvals": [1, 10, 100, 1000]},
        "yaxis": ticks | {"tickvals": [1, 10, 100, 1000, 10000]},
    }
    return go.Figure(figure)


def _names(tops: list[tuple[float, str, str]], highest: float) -> list[dict]:
    """Return the names at the right ends of the roofs, moved down where they would overlap."""
    labels, above = [], float("inf")
    for value, words, colour in sorted(tops, reverse=True):
        above = min(log10(value), above - 0.2)
        labels.append(
            {
                "x": log10(highest),
                "y": round(above, 3),
                "text": words,
                "showarrow": False,
                "xanchor": "left",
                "xshift": 7,
                "font": {"color": colour},
            }
        )
    return labels
