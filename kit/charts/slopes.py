"""Slopes: the same thing measured in two places, as lines from left to right."""

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import end_labels, framed, need, not_yet, number, with_status


def slopes(
    frame: pd.DataFrame,
    label: str,
    left: str,
    right: str,
    *,
    heads: tuple[str, str],
    unit: str,
    highlight: str = "",
    limits: tuple[float, float] | None = None,
    line: tuple[float, str] | None = None,
) -> go.Figure:
    """Draw one line for each row, from a value on the left to a value on the right.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a line; rows without both values are left out. A column ``status`` makes forecasts, targets and claims
        hollow and dotted.
    label, left, right : str
        Columns: what a line stands for, its two values.
    heads : (str, str)
        What stands under the two ends.
    unit : str
        Unit of both values, above the axis.
    highlight : str
        The row in colour; the others are grey. All are coloured if it is left out.
    limits : (float, float), optional
        Bottom and top of the axis; zero and the largest value if left out.
    line : (float, str), optional
        A value and its words, drawn as a thin dashed level, such as a coin's 0.5.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"model": ["A", "B"], "home": [0.93, 0.97], "away": [0.82, 0.93]})
    >>> figure = slopes(frame, "model", "home", "away", heads=("at home", "elsewhere"), unit="score")
    >>> [(trace.name, list(trace.y)) for trace in figure.data]
    [('A', [0.93, 0.82]), ('B', [0.97, 0.93])]
    """
    need(frame, label, left, right)
    rows = frame.dropna(subset=[left, right])
    low, top = limits or (0, float(rows[[left, right]].max().max()) * 1.05)
    traces, ends = [], []  # a label's place on the axis is its number: words such as 2022 would be read as one
    for position, (name, start, end, open_) in enumerate(
        zip(rows[label].astype(str), rows[left], rows[right], not_yet(rows), strict=True)
    ):
        in_full = with_status(name, rows[position : position + 1]) if open_ else name
        quiet = highlight and name != highlight
        colour = (
            theme.HUES["grey"].light
            if quiet
            else theme.SERIES[0]
            if highlight
            else theme.SERIES[position % len(theme.SERIES)]
        )
        marker = {"size": 9, "color": theme.PAPER if open_ else colour, "line": {"width": 2, "color": colour}}
        traces.append({
            "type": "scatter", "mode": "lines+markers", "x": list(heads), "y": [start, end], "name": with_status(name, rows.iloc[[position]]) if open_ else name,
            "line": {"color": colour, "width": 1.5 if quiet else 3, "dash": "dot" if open_ else "solid"}, "marker": marker,
            "hovertemplate": "%{x}: %{y}<extra>" + name + "</extra>", "cliponaxis": False,
        })  # fmt: skip
        ends.append((float(end), 1, f"{number(float(end))} {name}", colour))
    figure = framed(traces, unit, right=16)
    figure["layout"]["annotations"] += end_labels(ends, low, top)
    figure["layout"]["xaxis"] = {"type": "category", "range": [-0.12, 2.75], "showline": False, "ticks": ""}
    figure["layout"]["yaxis"] = {"range": [low, top]}
    if line:
        figure["layout"]["shapes"] = [
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": line[0],
                "y1": line[0],
                "line": {"color": theme.SOFT, "width": 1.5, "dash": "dash"},
            }
        ]
        figure["layout"]["annotations"].append(
            {
                "xref": "paper",
                "x": 1,
                "xanchor": "right",
                "y": line[0],
                "yanchor": "bottom",
                "text": line[1],
                "showarrow": False,
                "font": {"color": theme.SOFT, "size": 12},
            }
        )
    return go.Figure(figure)
