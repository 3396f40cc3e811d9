"""Slopes: the same thing measured in two places, as lines from left to right."""

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import (
    end_labels,
    figure_dict,
    highlighted,
    note,
    number,
    provisional,
    require_columns,
    with_status,
)


def slope_chart(
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
    >>> figure = slope_chart(frame, "model", "home", "away", heads=("at home", "elsewhere"), unit="score")
    >>> [(trace.name, list(trace.y)) for trace in figure.data]
    [('A', [0.93, 0.82]), ('B', [0.97, 0.93])]
    """
    require_columns(frame, label, left, right)
    rows = frame.dropna(subset=[left, right])
    low, top = limits or (0, float(rows[[left, right]].max().max()) * 1.05)
    names = rows[label].astype(str).tolist()
    series = [theme.SERIES[position % len(theme.SERIES)] for position in range(len(rows))]
    colors = highlighted(names, highlight) if highlight else series
    traces, ends = [], []
    for position, (name, color, hollow) in enumerate(zip(names, colors, provisional(rows), strict=True)):
        row = rows.iloc[[position]]
        values = [row[left].iloc[0], row[right].iloc[0]]
        width = 1.5 if highlight and name != highlight else 3
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": with_status(name, row) if hollow else name,
                "x": list(heads),
                "y": values,
                "line": {"color": color, "width": width, "dash": "dot" if hollow else "solid"},
                "marker": {
                    "size": 9,
                    "color": theme.BACKGROUND if hollow else color,
                    "line": {"width": 2, "color": color},
                },
                "hovertemplate": "%{x}: %{y}<extra>" + name + "</extra>",
                "cliponaxis": False,
            }
        )
        # A label's place on the axis is its number: words such as 2022 would be read as one.
        ends.append((float(values[1]), 1, f"{number(float(values[1]))} {name}", color))
    figure = figure_dict(traces, unit, right=16)
    figure["layout"]["annotations"] += end_labels(ends, low, top)
    figure["layout"] |= {
        "xaxis": {"type": "category", "range": [-0.12, 2.75], "showline": False, "ticks": ""},
        "yaxis": {"range": [low, top]},
    }
    if line:
        level, words = line
        look = {"color": theme.MUTED, "width": 1.5, "dash": "dash"}
        shape = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": level, "y1": level, "line": look}
        figure["layout"]["shapes"] = [shape]
        place = {"xref": "paper", "xanchor": "right", "yanchor": "bottom"}
        figure["layout"]["annotations"].append(note(1, level, words, theme.MUTED, 12, **place))
    return go.Figure(figure)
