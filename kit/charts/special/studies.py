"""Results of studies, each for one lesson: a strip plot, results by what they say, and a table of counts."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import (
    ChartError,
    axis_title,
    by_status,
    figure_dict,
    legend,
    note,
    number,
    provisional,
    require_columns,
    rows_axis,
    words_axis,
    zero_axis,
)

#: What a result can say, from left to right, with its colour and mark. A mark of its own for each, for grey print.
READINGS = {
    "better": (theme.HUES["green"].light, "circle"),
    "no clear difference": (theme.HUES["grey"].light, "diamond"),
    "not tested here": (theme.SURFACE["edge"].light, "circle-open"),
    "worse": (theme.HUES["red"].light, "x"),
}

_HOVER = "%{hovertext}: %{x}<extra>%{y}</extra>"


def readings(frame: pd.DataFrame, by: str, *, value: str = "", unit: str, reading: str = "reading") -> go.Figure:
    """Count results by kind and reading as stacked bars, or draw each result as a mark at its size.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a result.
    by : str
        Column with the kind of a result (one bar for each kind), or its name (one line for each result).
    value : str
        Column with the size of a result; without it, results are counted.
    unit : str
        Unit of the sizes or of the counts, above the axis.
    reading : str
        Column with what a result says: one of `READINGS`.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing, or a reading is none of the four.

    Examples
    --------
    >>> frame = pd.DataFrame({"kind": ["found", "found", "harm"], "reading": ["better", "better", "worse"]})
    >>> [(trace.name, list(trace.y), list(trace.x)) for trace in readings(frame, "kind", unit="results").data]
    [('better', ['found'], [2]), ('worse', ['harm'], [1])]
    """
    require_columns(frame, by, value, reading)
    unknown = sorted(set(frame[reading]) - set(READINGS))
    if unknown:
        raise ChartError(f"“{unknown[0]}” is no reading; there are: {', '.join(READINGS)}.")
    rows = frame.dropna(subset=[value]).sort_values(value, ascending=False, kind="stable") if value else frame
    traces = []
    for name, (color, symbol) in READINGS.items():
        found, hollow = rows[rows[reading] == name], symbol.endswith("open")
        if found.empty:
            continue
        if value:
            line = {"width": 2 if hollow else 0}
            marker = {"symbol": symbol, "size": 11, "color": color, "line": line}
            places = {"y": found[by].astype(str).tolist(), "x": found[value].to_numpy()}
            hover = "%{y}: %{x}<extra>" + name + "</extra>"
            trace = {"type": "scatter", "mode": "markers", "marker": marker, "cliponaxis": False}
        else:
            counts = found.groupby(by, sort=False).size()
            marker = {"color": theme.BACKGROUND if hollow else color, "line": {"color": color, "width": 1.5}}
            places = {"y": [str(kind) for kind in counts.index], "x": counts.tolist()}
            hover = "%{y}, " + name + ": %{x}<extra></extra>"
            trace = {"type": "bar", "marker": marker}
        traces.append(trace | places | {"orientation": "h", "name": name, "hovertemplate": hover})
    figure = figure_dict(traces, unit, right=16)
    grid = {"showgrid": True, "gridcolor": theme.LINE}
    figure["layout"] |= {
        "yaxis": rows_axis(rows[by], 26) | {"showgrid": bool(value), "tickfont": {"size": 12}},
        "xaxis": zero_axis() | grid | {"title": axis_title("")},
        "barmode": "stack",
        "showlegend": True,
        "legend": legend(-0.1) | {"traceorder": "normal"},
    }
    return go.Figure(figure)


def strip(
    frame: pd.DataFrame,
    by: str,
    value: str,
    *,
    unit: str,
    label: str,
    order: Sequence[str] = (),
    highlight: Sequence[str] = (),
) -> go.Figure:
    """Draw one mark for each row, lined up by kind, with a bar at the median of each line.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a mark; rows without a value are left out. A column ``status`` makes forecasts, targets and claims
        hollow, and what was retracted; none of these counts in a median.
    by, value : str
        Columns: the line of a mark, its place on the line.
    unit : str
        Unit of the values, above the axis.
    label : str
        Column with the name of a mark, for hovering, the data table and screen readers.
    order : sequence of str
        The lines from the top down; as they come if left out. Lines without a mark are left out.
    highlight : sequence of str
        Names of marks that are pointed out: larger, in a colour of their own.

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
    require_columns(frame, by, value, label)
    rows = frame.dropna(subset=[value])
    found = list(dict.fromkeys(rows[by].astype(str)))
    lines = [name for name in order if name in found] or found
    rows = rows[rows[by].isin(lines)]
    pointed = rows[label].isin(list(highlight))
    base = {"type": "scatter", "mode": "markers", "orientation": "h", "cliponaxis": False}
    traces = []
    for name, part, hue, size in ((unit, rows[~pointed], "blue", 11), ("pointed out", rows[pointed], "red", 15)):
        for in_full, shown, look in by_status(part, name):
            line = {"width": 2, "color": theme.BACKGROUND} if look["symbol"] == "circle" else {"width": 2}
            places = {"x": shown[value].to_numpy(), "y": shown[by].astype(str).tolist()}
            hover = {"hovertext": shown[label].astype(str).tolist(), "hovertemplate": _HOVER}
            marker = look | {"size": size, "color": theme.HUES[hue].light, "line": line}
            traces.append(base | places | hover | {"name": in_full, "marker": marker})
    facts = rows[~provisional(rows)]
    middles = facts.groupby(by)[value].median().reindex(lines).dropna()
    bar = {"symbol": "line-ns", "size": 26, "line": {"width": 3, "color": theme.TEXT}}
    places = {"x": np.round(middles.to_numpy(dtype=float), 6), "y": middles.index.tolist()}
    hover = {"hovertext": ["median"] * len(middles), "hovertemplate": _HOVER}
    traces.append(base | places | hover | {"name": "median", "marker": bar})
    figure = figure_dict(traces, unit, right=16)
    figure["layout"] |= {
        "yaxis": rows_axis(lines, 16),
        "xaxis": zero_axis() | {"showgrid": True, "gridcolor": theme.LINE},
        "showlegend": True,
        "legend": legend(-0.14),
    }
    return go.Figure(figure)


def heatmap(frame: pd.DataFrame, row: str, column: str, value: str, *, unit: str) -> go.Figure:
    """Draw a table of numbers, each on a ground that is the darker the larger it is.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row for each cell, in the order in which rows and columns stand. A cell without a row, or with 0, stays
        blank.
    row, column, value : str
        Columns: name of the row, name of the column, the number (0 or more).
    unit : str
        What the numbers count, above the table.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"sector": ["health", "law"], "city": ["A", "A"], "models": [3, 1]})
    >>> heatmap(frame, "sector", "city", "models", unit="models").data[0].z.tolist()
    [[3.0], [1.0]]
    """
    require_columns(frame, row, column, value)
    rows, columns = (list(dict.fromkeys(frame[name].astype(str))) for name in (row, column))
    cells = np.full((len(rows), len(columns)), np.nan)
    for r, c, v in zip(frame[row].astype(str), frame[column].astype(str), frame[value], strict=True):
        cells[rows.index(r), columns.index(c)] = v if v else np.nan
    top = float(np.nanmax(cells)) if np.isfinite(cells).any() else 1.0
    cells_trace = {
        "type": "heatmap",
        "z": cells,
        "x": columns,
        "y": rows,
        "zmin": 0,
        "zmax": top,
        "colorscale": [[0, theme.BACKGROUND], [1, theme.HUES["blue"].light]],
        "showscale": False,
        "hoverongaps": False,
        "xgap": 2,
        "ygap": 2,
        "name": unit,
        "hovertemplate": "%{y}, %{x}: %{z:,}<extra></extra>",
    }
    figure = figure_dict([cells_trace], unit, right=8)
    layout = figure["layout"]
    layout["annotations"][0] |= {"x": 1, "xanchor": "right", "y": 0, "yanchor": "top", "yshift": -6}
    for r, c in zip(*np.nonzero(np.isfinite(cells)), strict=True):
        color = theme.BACKGROUND if cells[r, c] > 0.55 * top else theme.TEXT
        layout["annotations"].append(note(columns[c], rows[r], number(cells[r, c]), color, 12))
    above = {"side": "top", "tickangle": -60, "ticks": "", "showline": False, "showgrid": False}
    ordered = {"type": "category", "categoryorder": "array"}
    layout["xaxis"] = ordered | {"categoryarray": columns} | above
    beside = {"categoryarray": rows[::-1], "showgrid": False, "ticklabelstandoff": 6}
    layout["yaxis"] = words_axis(rows, 12) | ordered | beside
    layout["margin"] |= {"b": 26}
    return go.Figure(figure)
