"""A frontier, for one lesson: all offers as dots, and the best offer so far as a line of steps."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import figure_dict, note, require_columns


def frontier(
    frame: pd.DataFrame,
    x: str,
    y: str,
    *,
    able: str,
    label: str,
    unit: str,
    names: tuple[str, str],
    best: pd.DataFrame,
    marked: pd.DataFrame,
) -> go.Figure:
    """Draw offers over time on an axis whose steps multiply, with the best of the able ones so far.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row an offer.
    x, y, label : str
        Columns: time in years, price, name.
    able : str
        Column of True and False: who counts; the others are grey and small.
    unit : str
        Unit of ``y``, printed above the axis.
    names : (str, str)
        What the able ones and the others are called in the line under the chart.
    best : pandas.DataFrame
        Rows at which the best price so far falls; drawn as steps.
    marked : pandas.DataFrame
        Rows that are named.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> offers = pd.DataFrame({"year": [2023.2, 2024.5], "price": [37.5, 0.26], "model": ["A", "B"], "able": True})
    >>> names = {"able": "able", "label": "model", "names": ("able", "others"), "unit": "dollars"}
    >>> [trace.name for trace in frontier(offers, "year", "price", best=offers, marked=offers[:1], **names).data]
    ['others', 'able', 'best so far', 'named']
    """
    require_columns(frame, x, y, able, label)
    grey, red = theme.HUES["grey"].light, theme.HUES["red"].light
    capable, others = names
    traces = [
        _marks(frame[~frame[able]], x, y, label, others, {"color": grey, "size": 5}),
        _marks(frame[frame[able]], x, y, label, capable, {"color": red, "size": 8}),
    ]
    if len(best):
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                # The last price holds until the end of the axis.
                "x": [*best[x], frame[x].max()],
                "y": [*best[y], best[y].iloc[-1]],
                "name": "best so far",
                "line": {"color": red, "width": 2.5, "shape": "hv"},
                "hovertemplate": "%{y:,}<extra>best so far</extra>",
            }
        )
    # A name stands towards the middle, so that none leaves the chart and none lies on the line that falls to its mark.
    middle = (frame[x].min() + frame[x].max()) / 2
    sides = ["top right" if place < middle else "top left" for place in marked[x]]
    words = {"text": marked[label].tolist(), "textposition": sides, "textfont": {"size": 11}}
    diamond = {"color": theme.TEXT, "size": 8, "symbol": "diamond"}
    named = _marks(marked, x, y, label, "named", diamond)
    traces.append(named | words | {"mode": "markers+text", "cliponaxis": False})
    figure = figure_dict(traces, unit, right=16)
    layout = figure["layout"]
    for row, (name, color) in enumerate([(capable, red), (others, grey)]):
        place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top", "yshift": -30 - 18 * row}
        layout["annotations"].append(note(0, 0, f"● {name}", color, 12) | place)
    layout["margin"]["b"] = 72
    layout |= {
        "showlegend": False,
        "xaxis": {"range": [frame[x].min() - 0.45, frame[x].max() + 0.25], "dtick": 1, "tickformat": "d"},
        "yaxis": {"type": "log", "dtick": 1, "tickformat": ","},
    }
    return go.Figure(figure)


def _marks(rows: pd.DataFrame, x: str, y: str, label: str, name: str, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows[x].to_numpy(),
        "y": rows[y].to_numpy(),
        "name": name,
        "marker": marker,
        "hovertext": rows[label].tolist(),
        "hovertemplate": "%{hovertext}: %{y:,}<extra></extra>",
    }
