"""Bounds, for one lesson: a bar whose last part nobody knows, filled as far as the reader chooses."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import figure_dict, legend, note, number, require_columns

_HALF = 0.17  # of a row: from the middle of a bar to its edge


def open_bars(
    frame: pd.DataFrame, label: str, parts: Sequence[str], unknown: str, *, filled: float, unit: str, total: float = 100
) -> go.Figure:
    """Draw a bar for each row: its known parts, then the unknown one, filled so far and hollow beyond.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a bar, from the top down.
    label : str
        Column with the name of the bar, which stands above it.
    parts : sequence of str
        Columns: the known parts, from the left.
    unknown : str
        Column: the size of the part of which nothing is known. Its two ends are written under the bar.
    filled : float
        How much of the unknown part is filled, at most all of it.
    unit : str
        What the axis counts.
    total : float
        Where the axis ends.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"who": ["a class"], "yes": [12], "no answer": [5]})
    >>> figure = open_bars(frame, "who", ["yes"], "no answer", filled=2, unit="pupils", total=30)
    >>> [(trace.name, list(trace.x)) for trace in figure.data]
    [('yes', [12]), ('no answer: your choice', [2]), ('no answer: the rest', [3])]
    """
    require_columns(frame, label, *parts, unknown)
    names = frame[label].astype(str).tolist()
    chosen = frame[unknown].clip(upper=filled)
    sizes = {part: frame[part] for part in parts} | {
        f"{unknown}: your choice": chosen,
        f"{unknown}: the rest": frame[unknown] - chosen,
    }
    colors = [*theme.SERIES[: len(parts) + 1], theme.BACKGROUND]
    edges = [*colors[:-1], colors[-2]]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "x": size.tolist(),
            "y": names,
            "name": name,
            "width": 2 * _HALF,
            "marker": {"color": color, "line": {"color": edge, "width": 2}},
            "hovertemplate": "%{y}, %{fullData.name}: %{x}<extra></extra>",
        }
        for (name, size), color, edge in zip(sizes.items(), colors, edges, strict=True)
    ]
    figure = figure_dict(traces, unit, right=16)
    over: dict[str, Any] = {"yanchor": "bottom", "yshift": 1}
    under: dict[str, Any] = {"yanchor": "top", "yshift": -1}
    for row, (name, low, size) in enumerate(zip(names, frame[list(parts)].sum(axis=1), frame[unknown], strict=True)):
        high, above, below = low + size, row - _HALF, row + _HALF  # on an axis of words a number counts the rows
        figure["layout"]["annotations"] += [
            note(0, above, name, theme.TEXT, xanchor="left", **over),
            note(low, below, f"at least {number(low)}", theme.MUTED, 12, xanchor="right", **under),
            note(high, below, f"at most {number(high)}", theme.MUTED, 12, xanchor="left", **under),
        ]
    figure["layout"] |= {
        "barmode": "stack",
        "xaxis": {"range": [0, total]},
        "yaxis": {"visible": False, "type": "category", "range": [len(frame) - 0.5, -0.6]},
        "showlegend": True,
        "legend": legend() | {"traceorder": "normal"},
    }
    return go.Figure(figure)
