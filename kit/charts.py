"""Charts in the kit's style, from tidy frames.

One highlighted series and quiet others, labels at the line's end instead of a legend, zero at the bottom, the unit
above the axis, and a hollow, dotted look for whatever is not yet a fact.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

from kit import theme

pio.templates["kit"] = theme.TEMPLATE
pio.templates.default = "kit"

#: Rows of these kinds are drawn hollow and dotted.
NOT_YET_FACTS = frozenset({"forecast", "target", "claim"})

_PLOT_HEIGHT = 270  # pixels between the axes of a chart 340 pixels high
_LABEL_HEIGHT = 16


class ChartError(ValueError):
    """A frame cannot be drawn as asked; the message says what to change."""


def lines(
    frame: pd.DataFrame,
    x: str,
    y: str,
    series: str,
    *,
    unit: str,
    highlight: str = "",
    zero: bool = True,
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
        Whether the axis starts at zero.
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
    _need(frame, x, y, series)
    names = frame[series].astype(str)
    if "vintage" in frame and (frame.groupby(names)["vintage"].nunique() > 1).any():
        if vintages != "apart":
            mixed = frame.groupby(names)["vintage"].nunique().idxmax()
            found = ", ".join(str(v) for v in sorted(frame[names == mixed]["vintage"].unique()))
            raise ChartError(f"“{mixed}” mixes the vintages {found} in one line: filter one vintage, or write vintages=\"apart\".")
        names = names + " (" + frame["vintage"].astype(str) + ")"
    traces, ends = [], []
    for position, (name, rows) in enumerate(frame.groupby(names, sort=False)):
        rows = rows.sort_values(x)
        colour = theme.PLACE_COLOURS.get(name, theme.SERIES[position % len(theme.SERIES)])
        width = 3.5 if name == highlight else 2
        traces += _line_traces(rows, x, y, name, colour, width)
        known = rows[rows[y].notna()]
        if len(known):
            ends.append((float(known[y].iloc[-1]), known[x].iloc[-1], name, colour))
    values = frame[y].dropna()
    top = float(values.max()) if len(values) else 1.0
    low = float(values.min()) if len(values) and not zero else 0.0
    figure = _figure(traces, unit, right=26 + 7.4 * max((len(name) for *_, name, _ in ends), default=0))
    figure["layout"]["annotations"] += _end_labels(ends, low, top)
    figure["layout"]["yaxis"] = {"range": [low, top + 0.06 * (top - low)]} if zero else {}
    if pd.api.types.is_numeric_dtype(frame[x]) and len(frame):
        # Without a range plotly would widen the axis to hold the labels.
        figure["layout"]["xaxis"] = {"range": [float(frame[x].min()), float(frame[x].max())]}
    for place, words in breaks:
        _mark_line(figure, place, words, "dash", theme.SOFT)
    return go.Figure(figure)


def _line_traces(rows: pd.DataFrame, x: str, y: str, name: str, colour: str, width: float) -> list[dict]:
    """Return the facts of a series as a solid trace, and what is not yet fact as a dotted, hollow one."""
    values = rows[y].to_numpy(dtype=float)
    open_ = rows["status"].isin(NOT_YET_FACTS).to_numpy() if "status" in rows else np.zeros(len(rows), dtype=bool)
    traces = []
    base = {"type": "scatter", "x": rows[x].to_numpy(), "name": name, "hovertemplate": "%{fullData.name}, %{x}: %{y:,}<extra></extra>"}
    if not open_.all():
        few = (~open_).sum() == 1
        traces.append(base | {"y": np.where(open_, np.nan, values), "mode": "markers" if few else "lines", "line": {"color": colour, "width": width}, "marker": {"color": colour, "size": 8}})
    if open_.any():
        # The dotted line starts at the last fact before it, so that the two hang together.
        shown = open_ | np.append(open_[1:], False)
        traces.append(
            base
            | {"y": np.where(shown, values, np.nan), "mode": "lines+markers", "line": {"color": colour, "width": 2, "dash": "dot"}}
            | {"marker": {"color": theme.PAPER, "size": 8, "line": {"color": colour, "width": 2}}, "name": f"{name}, not yet fact"}
        )
    return traces


def _end_labels(ends: Sequence[tuple], low: float, top: float) -> list[dict]:
    """Return the names at the lines' ends, moved apart where they would overlap."""
    room = (top - low) * _LABEL_HEIGHT / _PLOT_HEIGHT
    labels, above = [], float("inf")
    # From the top down: a label goes under the one above it; what leaves the axis at the bottom lifts the rest.
    for value, place, name, colour in sorted(ends, reverse=True):
        above = min(value, above - room)
        labels.append({"x": place, "y": above, "text": name, "showarrow": False, "xanchor": "left", "xshift": 7, "font": {"color": colour}})
    below = low + 0.2 * room  # a label outside the axis would not be drawn
    for label in reversed(labels):
        label["y"] = max(label["y"], below)
        below = label["y"] + room
        label["y"] = float(f"{label['y']:.3g}")  # finer than a pixel, and it packs well
    return labels


def ranking(frame: pd.DataFrame, label: str, value: str, *, unit: str, highlight: str = "", top: int = 8) -> go.Figure:
    """Draw the largest values as horizontal bars, the largest on top.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a bar; rows without a value are left out.
    label, value : str
        Columns: what a bar stands for, how long it is.
    unit : str
        Unit of the values.
    highlight : str
        The bar in colour; the others are grey.
    top : int
        How many bars.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"place": ["A", "B"], "robots": [1, 2]})
    >>> list(ranking(frame, "place", "robots", unit="robots").data[0].y)
    ['B', 'A']
    """
    _need(frame, label, value)
    shown = frame.dropna(subset=[value]).nlargest(top, value)
    colours = [theme.PLACE_COLOURS.get(name, theme.SERIES[0]) if name == highlight else theme.HUES["grey"].light for name in shown[label]]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": shown[value].to_numpy(),
        "y": shown[label].tolist(),
        "name": unit,
        "marker": {"color": colours},
        "text": [f"{v:,.0f}" for v in shown[value]],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{x:,}<extra></extra>",
    }
    figure = _figure([bars], unit, right=70)
    figure["layout"]["yaxis"] = {"autorange": "reversed", "showgrid": False, "ticklabelstandoff": 6}
    figure["layout"]["xaxis"] = {"visible": False, "rangemode": "tozero"}
    return go.Figure(figure)


def histogram(
    values: np.ndarray,
    marked: np.ndarray,
    *,
    unit: str,
    names: tuple[str, str],
    bins: int = 60,
    limits: tuple[float, float] | None = None,
    claim: tuple[float, str] | None = None,
) -> go.Figure:
    """Draw how many values fall into each bin, with some of them in colour.

    The counting is done here, so that the figure carries some sixty bars however many values there are.

    Parameters
    ----------
    values : numpy.ndarray
        Shape (n,).
    marked : numpy.ndarray of bool
        Shape (n,); these values are drawn in colour, on top of the others.
    unit : str
        Unit of the values, under the axis.
    names : (str, str)
        What the grey and the coloured bars are.
    bins : int
        Number of bars.
    limits : (float, float), optional
        First and last edge; from the values if left out.
    claim : (float, str), optional
        A claimed value and its words, drawn as a dotted line.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = histogram(np.array([1.0, 2.0, 2.5]), np.array([False, False, True]), unit="%", names=("all", "best"), bins=2)
    >>> [trace.y.tolist() for trace in figure.data]
    [[1, 1], [0, 1]]
    """
    edges = np.histogram_bin_edges(values, bins=bins, range=limits)
    centres = (edges[:-1] + edges[1:]) / 2
    parts = [(names[0], ~marked, theme.HUES["grey"].light), (names[1], marked, theme.HUES["red"].light)]
    traces = [_bars(centres, np.histogram(values[chosen], edges)[0], name, colour) for name, chosen, colour in parts]
    figure = _figure(traces, "how many", right=16)
    for trace, (name, chosen, colour) in zip(traces, parts, strict=True):
        if chosen.any():
            # The name stands above the highest bar of its own colour.
            height = int(trace["y"].max())
            figure["layout"]["annotations"].append({"x": float(centres[trace["y"].argmax()]), "y": height, "text": name, "showarrow": False, "yanchor": "bottom", "yshift": 4, "xanchor": "left", "font": {"color": colour}})
    figure["layout"] |= {"barmode": "stack", "bargap": 0.05, "xaxis": {"title": {"text": unit, "font": {"size": 12, "color": theme.SOFT}}, "range": [float(edges[0]), float(edges[-1])]}}
    if claim:
        _mark_line(figure, claim[0], claim[1], "dot", theme.ACCENT)
    return go.Figure(figure)


def stock_and_flows(frame: pd.DataFrame, x: str, *, arrivals: str, retirements: str, stock: str, unit: str) -> go.Figure:
    """Draw a stock as a line, what came in as bars upwards, what went out as bars downwards.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a year.
    x, arrivals, retirements, stock : str
        Columns.
    unit : str
        Unit of all three.

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
    _need(frame, x, arrivals, retirements, stock)
    places = frame[x].to_numpy()
    parts = [("came", frame[arrivals].to_numpy(), "blue"), ("left", -frame[retirements].to_numpy(), "brown")]
    traces = [_bars(places, values, name, theme.HUES[hue].light) for name, values, hue in parts]
    total = frame[stock].to_numpy()
    traces.append({"type": "scatter", "x": places, "y": total, "name": "at work", "mode": "lines", "line": {"color": theme.HUES["red"].light, "width": 3.5}, "hovertemplate": "%{x}: %{y:,}<extra>at work</extra>"})
    figure = _figure(traces, unit, right=70)
    ends = [(float(total[-1]), places[-1], "at work", theme.HUES["red"].light)] + [(float(v[-1]), places[-1], name, theme.HUES[hue].light) for name, v, hue in parts]
    labels = _end_labels(ends, float(min(parts[1][1].min(), 0)), float(total.max()))
    for label in labels:
        label["xshift"] = 16
    figure["layout"]["annotations"] += labels
    figure["layout"] |= {"barmode": "relative", "xaxis": {"range": [places[0] - 0.6, places[-1] + 0.6]}}
    return go.Figure(figure)


def reference(figure: go.Figure, x: float, y: float, words: str) -> go.Figure:
    """Mark one published value with a ring and its words; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x, y : float
        Where the mark stands, in the units of the axes.
    words : str
        Who says so, and what.

    Examples
    --------
    >>> reference(go.Figure(), 2023, 1.8, "federation: 1.8 million").data[0].name
    'federation: 1.8 million'
    """
    figure.add_scatter(x=[x], y=[y], name=words, mode="markers", marker={"symbol": "circle-open", "size": 13, "color": theme.INK, "line": {"width": 2}}, hovertemplate="%{fullData.name}<extra></extra>")
    figure.add_annotation(x=x, y=y, text=words, showarrow=False, xanchor="right", xshift=-12, font={"color": theme.INK})
    return figure


def _bars(x: np.ndarray, y: np.ndarray, name: str, colour: str) -> dict:
    return {"type": "bar", "x": x, "y": y, "name": name, "marker": {"color": colour}, "hovertemplate": "%{x}: %{y:,}<extra>%{fullData.name}</extra>"}


def _mark_line(figure: dict, x: float, words: str, dash: str, colour: str) -> None:
    """Add a thin vertical line with its words at the top."""
    figure["layout"].setdefault("shapes", []).append({"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": colour, "width": 1.5, "dash": dash}})
    figure["layout"]["annotations"].append({"x": x, "yref": "paper", "y": 1, "text": words, "showarrow": False, "xanchor": "left", "yanchor": "top", "xshift": 5, "font": {"color": colour, "size": 12}})


def _figure(traces: list[dict], unit: str, right: float) -> dict:
    """Return traces and layout with the unit above the axis: it takes no width from a phone."""
    words = {"text": unit, "xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "yshift": 6, "showarrow": False, "font": {"color": theme.SOFT, "size": 12}}
    return {"data": traces, "layout": {"annotations": [words], "margin": {"r": round(right)}}}


def _need(frame: pd.DataFrame, *columns: str) -> None:
    missing = [column for column in columns if column not in frame]
    if missing:
        raise ChartError(f"The table has no column “{missing[0]}”. It has: {', '.join(map(str, frame.columns))}.")
