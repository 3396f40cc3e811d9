"""Results by what they say: better, worse, no clear difference, not tested; counted, or each with its size."""

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import ChartError, axis_title, framed, legend, need, rows_axis

#: What a result can say, from left to right, with its colour and mark. A mark of its own for each, for grey print.
READINGS = {
    "better": (theme.HUES["green"].light, "circle"),
    "no clear difference": (theme.HUES["grey"].light, "diamond"),
    "not tested here": (theme.SURFACE["edge"].light, "circle-open"),
    "worse": (theme.HUES["red"].light, "x"),
}
_LETTERS = 26  # of a label, before it goes on in the next line


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
    need(frame, by, value, reading)
    unknown = sorted(set(frame[reading]) - set(READINGS))
    if unknown:
        raise ChartError(f"“{unknown[0]}” is no reading; there are: {', '.join(READINGS)}.")
    rows = frame.dropna(subset=[value]).sort_values(value, ascending=False, kind="stable") if value else frame
    traces = [
        (_marks if value else _bars)(rows[rows[reading] == name], by, value, name, colour, symbol)
        for name, (colour, symbol) in READINGS.items()
        if (rows[reading] == name).any()
    ]
    figure = framed(traces, unit, right=16)
    figure["layout"]["yaxis"] = rows_axis(rows[by], _LETTERS) | {"showgrid": bool(value), "tickfont": {"size": 12}}
    figure["layout"]["xaxis"] = {
        "rangemode": "tozero",
        "zeroline": True,
        "zerolinecolor": theme.SURFACE["edge"].light,
        "showgrid": True,
        "gridcolor": theme.LINE,
        "title": axis_title(""),
    }
    figure["layout"] |= {"barmode": "stack", "showlegend": True, "legend": legend(-0.1) | {"traceorder": "normal"}}
    return go.Figure(figure)


def _bars(rows: pd.DataFrame, by: str, value: str, name: str, colour: str, symbol: str) -> dict:
    counts = rows.groupby(by, sort=False).size()
    look = {"color": theme.PAPER if symbol.endswith("open") else colour, "line": {"color": colour, "width": 1.5}}
    return {
        "type": "bar", "orientation": "h", "name": name, "y": [str(kind) for kind in counts.index], "x": counts.tolist(), "marker": look,
        "hovertemplate": "%{y}, " + name + ": %{x}<extra></extra>",
    }  # fmt: skip


def _marks(rows: pd.DataFrame, by: str, value: str, name: str, colour: str, symbol: str) -> dict:
    return {
        "type": "scatter", "mode": "markers", "orientation": "h", "name": name, "y": rows[by].astype(str).tolist(), "x": rows[value].to_numpy(),
        "marker": {"symbol": symbol, "size": 11, "color": colour, "line": {"width": 2 if symbol.endswith("open") else 0}}, "cliponaxis": False,
        "hovertemplate": "%{y}: %{x}<extra>" + name + "</extra>",
    }  # fmt: skip
