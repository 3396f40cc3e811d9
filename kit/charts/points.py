"""Points: a scatter of two measures, and dots with intervals on one axis."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import axis_title, colour_of, framed, legend, need, not_yet, rows_axis, with_status

_MOST_NAMED = 12
_LETTERS = 24  # of a label beside the axis, before it goes on in the next line


def scatter(
    frame: pd.DataFrame,
    x: str,
    y: str,
    *,
    unit_x: str,
    unit_y: str,
    label: str = "",
    group: str = "",
    highlight: str = "",
    named: Iterable[str] | None = None,
    log_x: bool = False,
    log_y: bool = False,
    zero: bool = False,
) -> go.Figure:
    """Draw one mark for each row, by two measures.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a mark; rows without a value are left out. A column ``status`` makes forecasts, targets and claims hollow.
    x, y : str
        Columns with the two measures.
    unit_x, unit_y : str
        What they are, with the unit: under the axis and above it.
    label : str
        Column with the name of a mark.
    group : str
        Column that decides the colour; the groups stand in a line under the chart.
    highlight : str
        A label; without ``group`` its mark is in colour and the others are grey.
    named : iterable of str, optional
        Which labels are printed beside their marks; all if there are at most twelve marks, else only ``highlight``.
    log_x, log_y : bool
        Whether each step along the axis multiplies by ten.
    zero : bool
        Whether both axes reach zero.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"kg": [35, 47], "price": [16, 14], "name": ["G1", "H1"], "status": ["claim", "measured"]})
    >>> figure = scatter(frame, "kg", "price", unit_x="mass, kg", unit_y="thousand dollars", label="name")
    >>> [(trace.name, trace.marker.symbol) for trace in figure.data]
    [('thousand dollars', 'circle'), ('thousand dollars (claim)', 'circle-open')]
    """
    need(frame, x, y, label, group)
    rows = frame.dropna(subset=[x, y])
    names = rows[label].astype(str) if label else pd.Series("", index=rows.index)
    printed = set(names if len(rows) <= _MOST_NAMED else [highlight]) if named is None else set(named)
    traces = []
    for position, (name, part) in enumerate(rows.groupby(group, sort=False) if group else [("", rows)]):
        colour = colour_of(str(name), position)
        open_ = not_yet(part)
        for chosen, symbol in [(~open_, "circle"), (open_, "circle-open")]:
            if chosen.any():
                words = names[part.index][chosen].tolist()
                colours = (
                    colour
                    if group or not highlight
                    else [theme.SERIES[0] if w == highlight else theme.HUES["grey"].light for w in words]
                )
                traces.append(
                    _marks(part[chosen][x], part[chosen][y], words, printed, symbol, colours)
                    | {"name": _name(str(name) or unit_y, part[chosen], symbol)}
                )
    figure = framed(traces, unit_y, right=16)
    axis = {"rangemode": "tozero"} if zero else {}
    figure["layout"]["xaxis"] = (
        axis
        | {"title": axis_title(unit_x)}
        | (_log_axis(rows[x]) if log_x else {})
        | ({"tickformat": ","} if not log_x and rows[x].abs().max() >= 10_000 else {})
    )
    figure["layout"]["yaxis"] = axis | (_log_axis(rows[y]) if log_y else {})
    figure["layout"] |= {"showlegend": True, "legend": legend(-0.22)} if group else {}
    return go.Figure(figure)


def _log_axis(values: pd.Series) -> dict:
    """Return a logarithmic axis whose numbers do not meet: powers of ten, with 2 and 5 between them where there are few."""
    powers = np.log10(values.max() / values.min()) if len(values) else 0
    return {"type": "log", "dtick": 1 if powers > 4 else "D2"}


def _name(name: str, rows: pd.DataFrame, symbol: str) -> str:
    return with_status(name, rows) if symbol == "circle-open" else name


def _marks(
    x: pd.Series, y: pd.Series, words: list[str], printed: set[str], symbol: str, colours: str | list[str]
) -> dict:
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": x.to_numpy(),
        "y": y.to_numpy(),
        "marker": {
            "symbol": symbol,
            "size": 9,
            "color": colours,
            "line": {"width": 2 if symbol == "circle-open" else 0},
        },
    }
    if any(words):
        marks |= {"hovertext": words, "hovertemplate": "%{hovertext}: %{x:,}, %{y:,}<extra></extra>"}
    if printed & set(words):
        marks |= {
            "mode": "markers+text",
            "text": [word if word in printed else "" for word in words],
            "textposition": "top center",
            "textfont": {"size": 11},
            "cliponaxis": False,
        }
    return marks


def dots(
    frame: pd.DataFrame,
    label: str,
    value: str,
    *,
    unit: str,
    low: str = "",
    high: str = "",
    group: str = "",
    highlight: str = "",
    zero: bool = True,
) -> go.Figure:
    """Draw one dot for each row on a common axis, with its interval (a forest plot).

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a dot, from the top down; rows without a value are left out. A column ``status`` makes forecasts,
        targets and claims hollow.
    label, value : str
        Columns: what a dot stands for, where it stands.
    unit : str
        Unit of the values.
    low, high : str
        Columns with the ends of the interval, if there is one.
    group : str
        Column that decides the colour; the groups stand in a line under the chart.
    highlight : str
        A label; without ``group`` its dot is in colour and the others are grey.
    zero : bool
        Whether the axis reaches zero, with a line there.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"study": ["A", "B"], "effect": [15, 0], "from": [9, -4], "to": [20, 4]})
    >>> figure = dots(frame, "study", "effect", unit="%", low="from", high="to")
    >>> figure.data[0].error_x.array.tolist()
    [5.0, 4.0]
    """
    need(frame, label, value, low, high, group)
    rows = frame.dropna(subset=[value])
    traces = []
    for position, (name, part) in enumerate(rows.groupby(group, sort=False) if group else [("", rows)]):
        colour = colour_of(str(name), position)
        open_ = not_yet(part)
        for chosen, symbol in [(~open_, "circle"), (open_, "circle-open")]:
            shown = part[chosen]
            if len(shown):
                colours = (
                    colour
                    if group or not highlight
                    else [theme.SERIES[0] if w == highlight else theme.HUES["grey"].light for w in shown[label]]
                )
                traces.append(
                    _dots(shown, label, value, low, high, symbol, colours)
                    | {"name": _name(str(name) or unit, shown, symbol)}
                )
    figure = framed(traces, unit, right=16)
    figure["layout"]["yaxis"] = rows_axis(rows[label], _LETTERS)
    figure["layout"]["xaxis"] = {"showgrid": True, "gridcolor": theme.LINE} | (
        {"rangemode": "tozero", "zeroline": True, "zerolinecolor": theme.SURFACE["edge"].light, "zerolinewidth": 1.5}
        if zero
        else {}
    )
    figure["layout"] |= {"showlegend": True, "legend": legend(-0.12)} if group else {}
    return go.Figure(figure)


def _dots(
    rows: pd.DataFrame, label: str, value: str, low: str, high: str, symbol: str, colours: str | list[str]
) -> dict:
    centre = rows[value].to_numpy(dtype=float)
    marks = {
        "type": "scatter", "mode": "markers", "orientation": "h", "x": rows[value].to_numpy(), "y": rows[label].astype(str).tolist(),
        "marker": {"symbol": symbol, "size": 10, "color": colours, "line": {"width": 2 if symbol == "circle-open" else 0}}, "hovertemplate": "%{y}: %{x:,}<extra></extra>",
    }  # fmt: skip
    if low and high:
        ends = {
            "array": rows[high].to_numpy(dtype=float) - centre,
            "arrayminus": centre - rows[low].to_numpy(dtype=float),
        }
        colour = colours if isinstance(colours, str) else theme.HUES["grey"].light
        marks["error_x"] = {"type": "data", "symmetric": False, "thickness": 1.5, "width": 0, "color": colour} | {
            key: np.nan_to_num(values) for key, values in ends.items()
        }
    return marks
