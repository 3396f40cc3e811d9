"""A frontier: all offers as dots, and the best offer so far as a line of steps."""

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import framed, need


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
    >>> offers = pd.DataFrame({"year": [2023.2, 2024.5], "price": [37.5, 0.26], "model": ["A", "B"], "able": [True, True]})
    >>> figure = frontier(offers, "year", "price", able="able", label="model", unit="dollars", names=("able", "others"), best=offers, marked=offers[:1])
    >>> [trace.name for trace in figure.data]
    ['others', 'able', 'best so far', 'named']
    """
    need(frame, x, y, able, label)
    grey, red, ink = theme.HUES["grey"].light, theme.HUES["red"].light, theme.INK
    traces = []
    for name, rows, colour, size in [(names[1], frame[~frame[able]], grey, 5), (names[0], frame[frame[able]], red, 8)]:
        traces.append(
            _marks(rows, x, y, label) | {"name": name, "mode": "markers", "marker": {"color": colour, "size": size}}
        )
    if len(best):
        # The last price holds until the end of the axis.
        xs, ys = [*best[x], frame[x].max()], [*best[y], best[y].iloc[-1]]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": xs,
                "y": ys,
                "name": "best so far",
                "line": {"color": red, "width": 2.5, "shape": "hv"},
                "hovertemplate": "%{y:,}<extra>best so far</extra>",
            }
        )
    traces.append(
        _marks(marked, x, y, label)
        | {
            "name": "named",
            "mode": "markers+text",
            "text": marked[label].tolist(),
            "textposition": "top center",
            "textfont": {"size": 11},
            "cliponaxis": False,
            "marker": {"color": ink, "size": 8, "symbol": "diamond"},
        }
    )
    figure = framed(traces, unit, right=16)
    figure["layout"] |= {
        "showlegend": False,
        "xaxis": {"range": [frame[x].min() - 0.45, frame[x].max() + 0.25], "dtick": 1, "tickformat": "d"},
        "yaxis": {"type": "log", "dtick": 1, "tickformat": ","},
    }
    keys = [(names[0], red), (names[1], grey)]
    figure["layout"]["annotations"] += [
        {
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "y": 0,
            "yshift": -30 - 18 * row,
            "xanchor": "left",
            "yanchor": "top",
            "text": f"● {words}",
            "showarrow": False,
            "font": {"size": 12, "color": colour},
        }
        for row, (words, colour) in enumerate(keys)
    ]
    figure["layout"]["margin"]["b"] = 72
    return go.Figure(figure)


def _marks(rows: pd.DataFrame, x: str, y: str, label: str) -> dict:
    return {
        "type": "scatter",
        "x": rows[x].to_numpy(),
        "y": rows[y].to_numpy(),
        "hovertext": rows[label].tolist(),
        "hovertemplate": "%{hovertext}: %{y:,}<extra></extra>",
    }
