"""Lines over time: series, and a stock with its flows."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import (
    ChartError,
    colour_of,
    columns,
    end_labels,
    framed,
    mark_line,
    need,
    not_yet,
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
    breaks: Iterable[tuple[float, str]] = (),
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
        If a column is missing, or a line would join two vintages.

    Examples
    --------
    >>> frame = pd.DataFrame({"year": [2022, 2023], "robots": [290, 276], "place": "China"})
    >>> lines(frame, "year", "robots", "place", unit="thousand robots").data[0].name
    'China'
    """
    need(frame, x, y, series)
    if pd.api.types.is_datetime64_any_dtype(frame[x]):
        frame = frame.assign(**{x: frame[x].dt.strftime("%Y-%m-%d")})
        limits = {
            "type": "date",
            "nticks": 5,
            "tickangle": 0,
            "tickformatstops": [{"dtickrange": ["M1", "M11"], "value": "%b<br>%Y"}],
            "range": [frame[x].min(), frame[x].max()],
        }
    elif pd.api.types.is_numeric_dtype(frame[x]) and len(frame):
        limits = {"range": [float(frame[x].min()), float(frame[x].max())]} | years(frame[x])
    else:
        limits = {}
    names = frame[series].astype(str)
    if "vintage" in frame and (frame.groupby(names)["vintage"].nunique() > 1).any():
        if vintages != "apart":
            mixed = frame.groupby(names)["vintage"].nunique().idxmax()
            found = ", ".join(str(v) for v in sorted(frame[names == mixed]["vintage"].unique()))
            raise ChartError(
                f'“{mixed}” mixes the vintages {found} in one line: filter one vintage, or write vintages="apart".'
            )
        names = names + " (" + frame["vintage"].astype(str) + ")"
    traces, ends = [], []
    for position, (name, rows) in enumerate(frame.groupby(names, sort=False)):
        rows = rows.sort_values(x)
        colour = colour_of(name, position)
        width = 3.5 if name == highlight else 2
        traces += _line_traces(rows, x, y, name, colour, width)
        known = rows[rows[y].notna()]
        if len(known):
            ends.append((float(known[y].iloc[-1]), known[x].iloc[-1], name, colour))
    values = frame[y].dropna()
    if log:
        if (values <= 0).any():
            raise ChartError("A logarithmic axis has no place for 0 or less: leave those rows out, or write log=False.")
        # Plotly counts places on such an axis in powers of ten.
        ends, values, zero = [(float(np.log10(end)), *rest) for end, *rest in ends], np.log10(values), False
    top = float(values.max()) if len(values) else 1.0
    low = float(values.min()) if len(values) else 0.0
    low = min(low, 0.0) if zero else low
    figure = framed(traces, unit, right=26 + 7.4 * max((len(name) for *_, name, _ in ends), default=0))
    figure["layout"]["annotations"] += end_labels(ends, low, top)
    figure["layout"]["yaxis"] = (
        {"range": [low, top + 0.06 * (top - low)]}
        if zero
        else {"type": "log"} | ({"dtick": 1} if top - low > 2 else {"dtick": "D2"} if top - low > 0.7 else {})
        if log
        else {}
    )
    # Without a range plotly would widen the axis to hold the labels.
    figure["layout"]["xaxis"] = limits
    for place, words in breaks:
        mark_line(figure, place, words, "dash", theme.SOFT)
    return go.Figure(figure)


def _line_traces(rows: pd.DataFrame, x: str, y: str, name: str, colour: str, width: float) -> list[dict]:
    """Return the facts of a series as a solid trace, and what is not yet fact as a dotted, hollow one."""
    values = rows[y].to_numpy(dtype=float)
    open_ = not_yet(rows)
    traces = []
    base = {
        "type": "scatter",
        "x": rows[x].to_numpy(),
        "name": name,
        "hovertemplate": "%{fullData.name}, %{x}: %{y:,}<extra></extra>",
    }
    if not open_.all():
        shown = np.where(open_, np.nan, values)
        traces.append(
            base
            | {
                "y": shown,
                "mode": _mode(shown),
                "line": {"color": colour, "width": width},
                "marker": {"color": colour, "size": 8},
            }
        )
    if open_.any():
        # The dotted line starts at the last fact before it, so that the two hang together.
        shown = open_ | np.append(open_[1:], False)
        traces.append(
            base
            | {
                "y": np.where(shown, values, np.nan),
                "mode": "lines" if open_.sum() > _MOST_RINGS else "lines+markers",
                "line": {"color": colour, "width": 2, "dash": "dot"},
            }
            # The fact keeps its own look: only what is not yet fact has a ring.
            | {
                "marker": {
                    "color": theme.PAPER,
                    "size": 8 if open_.all() else [8 if o else 0 for o in open_],
                    "line": {"color": colour, "width": 2},
                },
                "name": with_status(name, rows),
                "cliponaxis": False,
            }
        )
    return traces


def _mode(values: np.ndarray) -> str:
    """Return how values are drawn: one without a neighbour to be joined to would not be seen as a line."""
    known = np.concatenate([[False], ~np.isnan(values), [False]])
    alone = known[1:-1] & ~known[:-2] & ~known[2:]
    return "markers" if alone.sum() == known.sum() else "lines+markers" if alone.any() else "lines"


def stock_and_flows(
    frame: pd.DataFrame,
    x: str,
    *,
    arrivals: str,
    retirements: str,
    stock: str,
    unit: str,
    names: tuple[str, str, str] = ("came", "left", "at work"),
) -> go.Figure:
    """Draw a stock as a line, what came in as bars upwards, what went out as bars downwards.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a year.
    x, arrivals, retirements, stock : str
        Columns.
    unit : str
        Unit of all three.
    names : (str, str, str)
        What the reader calls arrivals, retirements and stock.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"year": [1, 2], "in": [5, 5], "out": [0, 2], "stock": [5, 8]})
    >>> figure = stock_and_flows(frame, "year", arrivals="in", retirements="out", stock="stock", unit="robots")
    >>> [trace.name for trace in figure.data]
    ['came', 'left', 'at work']
    """
    need(frame, x, arrivals, retirements, stock)
    places = frame[x].to_numpy()
    parts = [(names[0], frame[arrivals].to_numpy(), "blue"), (names[1], -frame[retirements].to_numpy(), "brown")]
    traces = [columns(places, values, name, theme.HUES[hue].light) for name, values, hue in parts]
    total = frame[stock].to_numpy()
    traces.append(
        {
            "type": "scatter",
            "x": places,
            "y": total,
            "name": names[2],
            "mode": "lines",
            "line": {"color": theme.HUES["red"].light, "width": 3.5},
            "hovertemplate": "%{x}: %{y:,}<extra>%{fullData.name}</extra>",
        }
    )
    figure = framed(traces, unit, right=70)
    ends = [(float(total[-1]), places[-1], names[2], theme.HUES["red"].light)] + [
        (float(v[-1]), places[-1], name, theme.HUES[hue].light) for name, v, hue in parts
    ]
    labels = end_labels(ends, float(min(parts[1][1].min(), 0)), float(total.max()))
    for label in labels:
        label["xshift"] = 16
    figure["layout"]["annotations"] += labels
    figure["layout"] |= {"barmode": "relative", "xaxis": {"range": [places[0] - 0.6, places[-1] + 0.6]}}
    return go.Figure(figure)
