"""Marks on a finished figure: a published value, words, a vertical line, a band, a model's line, dots, spans."""

from collections.abc import Iterable, Sequence
from math import log10
from numbers import Real
from typing import Any

import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import note, vertical_line

_HOVER = "%{fullData.name}, %{x}: %{y:,}<extra></extra>"


def reference(figure: go.Figure, x: float, y: float, words: str, *, anchor: str = "right") -> go.Figure:
    """Mark one published value with a ring and its words; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x, y : float
        Where the mark stands, in the units of the axes.
    words : str
        Who says so, and what.
    anchor : {"right", "left"}
        Which end of the words stands at the ring.

    Examples
    --------
    >>> reference(go.Figure(), 2023, 1.8, "federation: 1.8 million").data[0].name
    'federation: 1.8 million'
    """
    ring = {"symbol": "circle-open", "size": 13, "color": theme.TEXT, "line": {"width": 2}}
    hover = "%{fullData.name}<extra></extra>"
    figure.add_scatter(x=[x], y=[y], name=words, mode="markers", marker=ring, hovertemplate=hover)
    shift = -12 if anchor == "right" else 12
    return figure.add_annotation(note(x, y, words, theme.TEXT, xanchor=anchor, xshift=shift))


def label(figure: go.Figure, x: float, y: float, words: str, color: str = "", anchor: str = "left") -> go.Figure:
    """Write words beside a place in the chart; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x, y : float
        The place, in the units of the axes (on a logarithmic axis: the power of ten).
    words : str
        What stands there.
    color : str
        A light colour of ``kit.theme``; that of text if left out.
    anchor : {"left", "center", "right"}
        Which end of the words stands at the place.

    Examples
    --------
    >>> label(go.Figure(), 2012, 5, "drones arrive").layout.annotations[0].text
    'drones arrive'
    """
    shift = {"left": 7, "center": 0, "right": -7}[anchor]
    return figure.add_annotation(note(x, y, words, color or theme.TEXT, 12, xanchor=anchor, xshift=shift))


def vline(figure: go.Figure, x: float | str, words: str, *, dash: str = "dash", side: str = "") -> go.Figure:
    """Draw a thin line from bottom to top with its words beside it; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x : float or str
        Where the line stands; a date is written as in the table, "2025-01-27".
    words : str
        What happened there.
    dash : {"dash", "dot", "solid"}
        Dots for what is not yet fact.
    side : {"", "left", "right"}
        Which end of the words stands at the line; chosen by where there is room, if left out.

    Examples
    --------
    >>> vline(go.Figure(), 2012, "drones arrive").layout.shapes[0].x0
    2012
    """
    line, text = vertical_line(x, words, dash=dash, side=side or ("right" if _far_right(figure, x) else "left"))
    return figure.add_shape(line).add_annotation(text)


def _far_right(figure: go.Figure, x: float | str) -> bool:
    """Return whether a place lies in the last third of a linear axis of numbers."""
    ends = figure.layout.xaxis.range or [place for trace in figure.data if trace.x is not None for place in trace.x]
    if not ends or not all(isinstance(place, Real) for place in (x, *ends)):
        return False
    return bool(x > min(ends) + 0.67 * (max(ends) - min(ends)))


def band(figure: go.Figure, x: Sequence[Any], low: Sequence[float], high: Sequence[float], *, name: str) -> go.Figure:
    """Lay a quiet band under what is drawn: from ``low`` to ``high`` at each place; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x : sequence of float or of dates
        Shape (n,).
    low, high : sequence of float
        Shape (n,); the edges of the band.
    name : str
        What the band is, for hovering, the data table and screen readers.

    Examples
    --------
    >>> [trace.name for trace in band(go.Figure(), [1, 2], [0, 0], [1, 2], name="95 % interval").data]
    ['95 % interval, low', '95 % interval, high']
    """
    edge: dict[str, Any] = {"x": x, "mode": "lines", "line": {"width": 1, "color": theme.LINE}, "hovertemplate": _HOVER}
    figure.add_scatter(y=low, name=f"{name}, low", **edge)
    figure.add_scatter(y=high, name=f"{name}, high", fill="tonexty", fillcolor=theme.LINE, **edge)
    return _lowest(figure, 2)


def _lowest(figure: go.Figure, count: int) -> go.Figure:
    """Draw the newest traces first, so that they lie under the others."""
    figure.data = (*figure.data[-count:], *figure.data[:-count])
    return figure


def join(
    figure: go.Figure,
    x: Sequence[float],
    y: Sequence[float],
    words: str,
    *,
    dash: str = "dot",
    steps: bool = False,
    place: str = "middle",
) -> go.Figure:
    """Draw a line through points and write words beside it; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x, y : sequence of float
        Shape (n,); the points, in the units of the axes.
    words : str
        What the line is; also for hovering and screen readers.
    dash : {"dot", "dash", "solid"}
        Dots for what is a model and not a fact.
    steps : bool
        Whether a value holds until the next one.
    place : {"middle", "end", "none"}
        Where the words stand.

    Examples
    --------
    >>> join(go.Figure(), [2020, 2024], [1, 16], "twice a year").data[0].name
    'twice a year'
    """
    x, y = list(x), list(y)
    line = {"color": theme.TEXT, "width": 2.5, "dash": dash, "shape": "hv" if steps else "linear"}
    figure.add_scatter(x=x, y=y, name=words, mode="lines", line=line, showlegend=False, hovertemplate=_HOVER)
    if place == "none" or not x:
        return figure
    first, last = (log10(value) if figure.layout.yaxis.type == "log" else value for value in (y[0], y[-1]))
    where = (x[-1], last) if place == "end" else ((x[0] + x[-1]) / 2, (first + last) / 2)
    # Halfway up a rising line the free side is above on the left; beside the last point it is above.
    side = {"xanchor": "right", "xshift": -4} if place == "end" or last >= first else {"xanchor": "left", "xshift": 4}
    return figure.add_annotation(note(*where, words, theme.TEXT, 12, yanchor="bottom", yshift=3, **side))


def observed(
    figure: go.Figure, x: Sequence[float], y: Sequence[float], *, name: str, quiet: bool = False, hollow: bool = False
) -> go.Figure:
    """Put dots on a finished figure, with their name in the hover text; return the same figure.

    Where the axis ends below the highest dot, it grows.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x, y : sequence of float
        Shape (n,); where the dots stand, in the units of the axes.
    name : str
        What they are, for hovering, the data table and screen readers.
    quiet : bool
        Small grey dots under the lines, where there are many.
    hollow : bool
        For what is not yet fact, or was left out.

    Examples
    --------
    >>> observed(go.Figure(), [2024], [251_000], name="counted").data[0].marker.color
    '#1c2128'
    """
    marker = {
        "size": 5 if quiet else 9,
        "color": theme.SURFACE["edge"].light if quiet else theme.TEXT,
        "symbol": "circle-open" if hollow else "circle",
        "line": {"width": 2 if hollow else 0},
    }
    x, y = list(x), list(y)
    figure.add_scatter(x=x, y=y, mode="markers", name=name, marker=marker, cliponaxis=False, hovertemplate=_HOVER)
    axis = figure.layout.yaxis
    if axis.range and y and max(y) > axis.range[1]:
        axis.range = [axis.range[0], 1.06 * max(y)]
    return _lowest(figure, 1) if quiet else figure


def vbands(figure: go.Figure, parts: Iterable[tuple[float, float, str]]) -> go.Figure:
    """Shade every second span of the horizontal axis and name each in one of two rows; return the same figure.

    The names are level, and neighbours stand in different rows, so that a short span has room for its name.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    parts : iterable of (first, last, words)
        Where a span begins and ends, in units of the axis, and its name.

    Examples
    --------
    >>> figure = vbands(go.Figure(), [(2013, 2023, "Li Keqiang"), (2023, 2026, "Li Qiang")])
    >>> [shape.x0 for shape in figure.layout.shapes], [note.text for note in figure.layout.annotations]
    ([2013], ['Li Keqiang', 'Li Qiang'])
    """
    shapes, names = list(figure.layout.shapes), list(figure.layout.annotations)
    plane = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, "layer": "below", "line": {"width": 0}}
    for position, (first, last, words) in enumerate(parts):
        if position % 2 == 0:
            shapes.append(plane | {"x0": first, "x1": last, "fillcolor": theme.SURFACE["subtle"].light})
        row = {"yref": "paper", "yanchor": "top", "yshift": -14 * (position % 2)}
        names.append(note((first + last) / 2, 1, words, theme.MUTED, 11, **row))
    # Together: plotly checks the whole list each time one is added.
    return figure.update_layout(shapes=shapes, annotations=names)


def hband(figure: go.Figure, low: float, high: float, words: str) -> go.Figure:
    """Shade a span of the vertical axis from edge to edge, with its name under its right end; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    low, high : float
        Where the span begins and ends.
    words : str
        What lies in it.

    Examples
    --------
    >>> figure = hband(go.Figure(), -2, 2, "a usual day")
    >>> figure.layout.shapes[0].y1, figure.layout.annotations[0].text
    (2, 'a usual day')
    """
    plane = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": low, "y1": high, "layer": "below"}
    figure.add_shape(plane | {"line": {"width": 0}, "fillcolor": theme.LINE})
    return figure.add_annotation(note(1, low, words, theme.TEXT, 12, xref="paper", xanchor="right", yanchor="top"))
