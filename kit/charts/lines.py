"""Lines over time, one for each series."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import (
    DAYS,
    ChartError,
    color_of,
    end_labels,
    figure_dict,
    is_dated,
    log_axis,
    positions,
    provisional,
    require_columns,
    vertical_line,
    with_days,
    with_status,
    years,
)

_MOST_RINGS = 10  # rings of a longer dotted line would hide it


def lines(
    frame: pd.DataFrame,
    x: str,
    y: str,
    series: str,
    *,
    unit: str,
    highlight: str = "",
    zero: bool = True,
    log: bool = False,
    breaks: Iterable[tuple[Any, str]] = (),
    vintages: str = "refuse",
) -> go.Figure:
    """Draw one line for each series, with its name at its end.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row for each point. A column ``status`` makes forecasts, targets and claims hollow and dotted.
    x, y, series : str
        Columns: place on the axis, value, name of the line.
    unit : str
        Unit of ``y``, printed above the axis.
    highlight : str
        The series that is drawn thick.
    zero : bool
        Whether the axis reaches zero.
    log : bool
        Whether each step up the axis multiplies by ten; values from 0 down cannot be drawn then.
    breaks : iterable of (x, words)
        Where a definition changed; drawn as a thin dashed line with its words.
    vintages : {"refuse", "apart"}
        What to do if a series mixes vintages (column ``vintage``): refuse, or draw one line for each.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing, a line would join two vintages, or a logarithmic axis would have to hold 0 or less.

    Examples
    --------
    >>> frame = pd.DataFrame({"year": [2022, 2023], "robots": [290, 276], "place": "China"})
    >>> lines(frame, "year", "robots", "place", unit="thousand robots").data[0].name
    'China'
    """
    require_columns(frame, x, y, series)
    if is_dated(frame, x):
        frame = with_days(frame, x)
        axis = DAYS | {"range": [frame[x].min(), frame[x].max()]}
    elif pd.api.types.is_numeric_dtype(frame[x]) and len(frame):
        # Without a range plotly would widen the axis to hold the labels.
        axis = {"range": [float(frame[x].min()), float(frame[x].max())]} | years(frame[x])
    else:
        axis = {}
    traces, ends, places = [], [], positions(frame[series])
    for position, (name, rows) in enumerate(frame.groupby(_names(frame, series, vintages), sort=False)):
        rows, color = rows.sort_values(x), color_of(str(name), places.get(str(name), position))
        traces += _line_traces(rows, x, y, str(name), color, 3.5 if name == highlight else 2)
        known = rows[rows[y].notna()]
        if len(known):
            ends.append((float(known[y].iloc[-1]), known[x].iloc[-1], str(name), color))
    values = frame[y].dropna()
    if log:
        if (values <= 0).any():
            raise ChartError("A logarithmic axis has no place for 0 or less: leave those rows out, or write log=False.")
        # Plotly counts places on such an axis in powers of ten.
        ends, values = [(float(np.log10(end)), *rest) for end, *rest in ends], np.log10(values)
    top = float(values.max()) if len(values) else 1.0
    low = float(values.min()) if len(values) else 0.0
    low = min(low, 0.0) if zero and not log else low
    figure = figure_dict(traces, unit, right=26 + 7.4 * max((len(name) for *_, name, _ in ends), default=0))
    layout = figure["layout"]
    layout["annotations"] += end_labels(ends, low, top)
    layout["xaxis"] = axis
    if log:
        # Less than 2 to 10: plotly finds numbers between.
        layout["yaxis"] = log_axis(top - low, alone=2) if top - low > 0.7 else {"type": "log"}
    else:
        layout["yaxis"] = {"range": [low, top + 0.06 * (top - low)]} if zero else {}
    drawn = [vertical_line(*one) for one in breaks]
    layout["annotations"] += [words for _, words in drawn]
    layout |= {"shapes": [line for line, _ in drawn]} if drawn else {}
    return go.Figure(figure)


def _names(frame: pd.DataFrame, series: str, vintages: str) -> "pd.Series[str]":
    """Return the name of each row's line; a line that would join two vintages is refused or becomes two."""
    names = frame[series].astype(str)
    if "vintage" not in frame:
        return names
    count = frame.groupby(names)["vintage"].nunique()
    if not (count > 1).any():
        return names
    if vintages != "apart":
        mixed = count.idxmax()
        found = ", ".join(str(v) for v in sorted(frame[names == mixed]["vintage"].unique()))
        raise ChartError(
            f'“{mixed}” mixes the vintages {found} in one line: filter one vintage, or write vintages="apart".'
        )
    return names + " (" + frame["vintage"].astype(str) + ")"


def _line_traces(rows: pd.DataFrame, x: str, y: str, name: str, color: str, width: float) -> list[dict[str, Any]]:
    """Return the facts of a series as a solid trace, and what is not yet fact as a dotted, hollow one."""
    values = rows[y].to_numpy(dtype=float)
    hollow = provisional(rows)
    traces: list[dict[str, Any]] = []
    base: dict[str, Any] = {
        "type": "scatter",
        "x": rows[x].to_numpy(),
        "name": name,
        "hovertemplate": "%{fullData.name}, %{x}: %{y:,}<extra></extra>",
    }
    if not hollow.all():
        shown = np.where(hollow, np.nan, values)
        look = {"line": {"color": color, "width": width}, "marker": {"color": color, "size": 8}}
        traces.append(base | look | {"y": shown, "mode": _mode(shown)})
    if hollow.any():
        # The dotted line starts at the last fact before it, so that the two hang together; that fact keeps its own
        # look: only what is not yet fact has a ring.
        shown = hollow | np.append(hollow[1:], False)
        sizes = 8 if hollow.all() else [8 if h else 0 for h in hollow]
        look = {
            "line": {"color": color, "width": 2, "dash": "dot"},
            "marker": {"color": theme.BACKGROUND, "size": sizes, "line": {"color": color, "width": 2}},
        }
        mode = "lines" if hollow.sum() > _MOST_RINGS else "lines+markers"
        where = {"name": with_status(name, rows), "y": np.where(shown, values, np.nan), "cliponaxis": False}
        traces.append(base | look | where | {"mode": mode})
    return traces


def _mode(values: "np.ndarray[Any, Any]") -> str:
    """Return how values are drawn: one without a neighbour to be joined to would not be seen as a line."""
    known = np.concatenate([[False], ~np.isnan(values), [False]])
    alone = known[1:-1] & ~known[:-2] & ~known[2:]
    return "markers" if alone.sum() == known.sum() else "lines+markers" if alone.any() else "lines"
