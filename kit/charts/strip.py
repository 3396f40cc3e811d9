"""A strip plot: one line a kind, one mark a result, and where their middle lies."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import framed, legend, need, not_yet, rows_axis, with_status

_LETTERS = 16  # of a label beside the axis, before it goes on in the next line


def strip(
    frame: pd.DataFrame,
    by: str,
    value: str,
    *,
    unit: str,
    label: str,
    order: Sequence[str] = (),
    group: str = "",
    groups: Sequence[str] = (),
) -> go.Figure:
    """Draw one mark for each row, lined up by kind, with a bar at the median of each line.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a mark; rows without a value are left out. A column ``status`` makes forecasts, targets and claims hollow.
    by, value : str
        Columns: the line of a mark, its place on the line.
    unit : str
        Unit of the values, above the axis.
    label : str
        Column with the name of a mark, for hovering, the data table and screen readers.
    order : sequence of str
        The lines from the top down; as they come if left out. Lines without a mark are left out.
    group : str
        Column that decides the colour.
    groups : sequence of str
        All groups, so that each keeps its colour when another is missing; they stand in a line under the chart.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"test": ["own", "own", "standard"], "effect": [0.5, 0.7, 0.2], "study": ["A", "B", "C"]})
    >>> figure = strip(frame, "test", "effect", unit="SD", label="study")
    >>> figure.data[-1].name, figure.data[-1].x.tolist()
    ('median', [0.6, 0.2])
    """
    need(frame, by, value, label, group)
    rows = frame.dropna(subset=[value])
    found = list(dict.fromkeys(rows[by].astype(str)))
    lines = [name for name in order if name in found] or found
    rows = rows[rows[by].isin(lines)]
    traces = []
    for position, name in enumerate(groups or (dict.fromkeys(rows[group]) if group else [unit])):
        part = rows[rows[group] == name] if group else rows
        open_ = not_yet(part)
        for chosen, symbol in [(~open_, "circle"), (open_, "circle-open")]:
            if chosen.any():
                shown = part[chosen]
                traces.append({
                    "type": "scatter", "mode": "markers", "orientation": "h", "name": with_status(str(name), shown) if symbol == "circle-open" else str(name), "x": shown[value].to_numpy(), "y": shown[by].astype(str).tolist(),
                    "hovertext": shown[label].astype(str).tolist(), "hovertemplate": "%{hovertext}: %{x}<extra>%{y}</extra>", "cliponaxis": False,
                    "marker": {"symbol": symbol, "size": 11, "color": theme.SERIES[position % len(theme.SERIES)], "line": {"width": 2, "color": theme.PAPER} if symbol == "circle" else {"width": 2}},
                })  # fmt: skip
    middles = rows.groupby(by)[value].median().reindex(lines)
    traces.append({
        "type": "scatter", "mode": "markers", "orientation": "h", "name": "median", "x": np.round(middles.to_numpy(dtype=float), 6), "y": lines,
        "hovertext": ["median"] * len(lines), "hovertemplate": "median: %{x}<extra>%{y}</extra>", "marker": {"symbol": "line-ns", "size": 26, "line": {"width": 3, "color": theme.INK}},
    })  # fmt: skip
    figure = framed(traces, unit, right=16)
    figure["layout"]["yaxis"] = rows_axis(lines, _LETTERS)
    figure["layout"]["xaxis"] = {
        "showgrid": True,
        "gridcolor": theme.LINE,
        "rangemode": "tozero",
        "zeroline": True,
        "zerolinecolor": theme.SURFACE["edge"].light,
    }
    figure["layout"] |= {"showlegend": True, "legend": legend(-0.14)}
    return go.Figure(figure)
