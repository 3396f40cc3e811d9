"""Marks on a finished figure: a published value, a label, a line, a band, what was observed, spans, shares."""

from collections.abc import Iterable, Sequence
from math import log10
from numbers import Real

import numpy as np
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import ChartError


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
    figure.add_scatter(
        x=[x],
        y=[y],
        name=words,
        mode="markers",
        marker={"symbol": "circle-open", "size": 13, "color": theme.INK, "line": {"width": 2}},
        hovertemplate="%{fullData.name}<extra></extra>",
    )
    figure.add_annotation(
        x=x,
        y=y,
        text=words,
        showarrow=False,
        xanchor=anchor,
        xshift=-12 if anchor == "right" else 12,
        font={"color": theme.INK},
    )
    return figure


def label(figure: go.Figure, x: float, y: float, words: str, colour: str = "", anchor: str = "left") -> go.Figure:
    """Write words beside a place in the chart; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x, y : float
        The place, in the units of the axes (on a logarithmic axis: the power of ten).
    words : str
        What stands there.
    colour : str
        A light colour of ``kit.theme``; ink if left out.
    anchor : {"left", "center", "right"}
        Which end of the words stands at the place.

    Examples
    --------
    >>> label(go.Figure(), 2012, 5, "drones arrive").layout.annotations[0].text
    'drones arrive'
    """
    shift = {"left": 7, "center": 0, "right": -7}[anchor]
    figure.add_annotation(
        x=x,
        y=y,
        text=words,
        showarrow=False,
        xanchor=anchor,
        xshift=shift,
        font={"color": colour or theme.INK, "size": 12},
    )
    return figure


def vertical(figure: go.Figure, x: float, words: str, *, dash: str = "dash", side: str = "") -> go.Figure:
    """Draw a thin line from bottom to top with its words beside it; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x : float
        Where the line stands.
    words : str
        What happened there.
    dash : {"dash", "dot", "solid"}
        Dots for what is not yet fact.
    side : {"", "left", "right"}
        Which end of the words stands at the line; chosen by where there is room, if left out.

    Examples
    --------
    >>> vertical(go.Figure(), 2012, "drones arrive").layout.shapes[0].x0
    2012
    """
    side = side or ("right" if _far_right(figure, x) else "left")
    figure.add_shape(
        type="line", x0=x, x1=x, yref="paper", y0=0, y1=1, line={"color": theme.SOFT, "width": 1.5, "dash": dash}
    )
    figure.add_annotation(
        x=x,
        yref="paper",
        y=1,
        text=words,
        showarrow=False,
        xanchor=side,
        yanchor="top",
        xshift=5 if side == "left" else -5,
        font={"color": theme.SOFT, "size": 12},
    )
    return figure


def _far_right(figure: go.Figure, x: float) -> bool:
    """True if a place lies in the last third of a linear axis of numbers."""
    ends = figure.layout.xaxis.range or [place for trace in figure.data if trace.x is not None for place in trace.x]
    if not ends or not all(isinstance(place, Real) for place in (x, *ends)):
        return False
    return x > min(ends) + 0.67 * (max(ends) - min(ends))


def band(figure: go.Figure, x: Sequence[float], low: Sequence[float], high: Sequence[float], *, name: str) -> go.Figure:
    """Lay a quiet band under what is drawn: from ``low`` to ``high`` at each place; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    x : sequence of float
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
    edge = {
        "x": x,
        "mode": "lines",
        "line": {"width": 1, "color": theme.LINE},
        "hovertemplate": "%{fullData.name}, %{x}: %{y:,}<extra></extra>",
    }
    figure.add_scatter(y=low, name=f"{name}, low", **edge)
    figure.add_scatter(y=high, name=f"{name}, high", fill="tonexty", fillcolor=theme.LINE, **edge)
    *others, bottom, top = figure.data
    figure.data = (bottom, top, *others)
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
    figure.add_scatter(
        x=x, y=y, name=words, mode="lines", showlegend=False, hovertemplate="%{fullData.name}, %{x}: %{y:,}<extra></extra>",
        line={"color": theme.INK, "width": 2.5, "dash": dash, "shape": "hv" if steps else "linear"},
    )  # fmt: skip
    if place != "none" and x:
        powers = [log10(value) if figure.layout.yaxis.type == "log" else value for value in y]
        where = (x[-1], powers[-1]) if place == "end" else ((x[0] + x[-1]) / 2, (powers[0] + powers[-1]) / 2)
        # Halfway up a rising line the free side is above on the left; beside the last point it is above.
        anchor = "right" if place == "end" or powers[-1] >= powers[0] else "left"
        figure.add_annotation(
            x=where[0],
            y=where[1],
            text=words,
            showarrow=False,
            xanchor=anchor,
            yanchor="bottom",
            xshift=-4 if anchor == "right" else 4,
            yshift=3,
            font={"color": theme.INK, "size": 12},
        )
    return figure


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
    colour = theme.SURFACE["edge"].light if quiet else theme.INK
    marker = {
        "size": 5 if quiet else 9,
        "color": colour,
        "symbol": "circle-open" if hollow else "circle",
        "line": {"width": 2 if hollow else 0},
    }
    figure.add_scatter(
        x=list(x),
        y=list(y),
        mode="markers",
        name=name,
        marker=marker,
        cliponaxis=False,
        hovertemplate="%{fullData.name}, %{x}: %{y:,}<extra></extra>",
    )
    axis = figure.layout.yaxis
    if axis.range and len(y) and max(y) > axis.range[1]:
        axis.range = [axis.range[0], 1.06 * max(y)]
    if quiet:
        *lines, dots = figure.data
        figure.data = (dots, *lines)
    return figure


def spans(figure: go.Figure, parts: Iterable[tuple[float, float, str]]) -> go.Figure:
    """Shade every second span of the horizontal axis and write its name upright at the top; return the same figure.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    parts : iterable of (first, last, words)
        Where a span begins and ends, in units of the axis, and its name.

    Examples
    --------
    >>> figure = spans(go.Figure(), [(2013, 2023, "Li Keqiang"), (2023, 2026, "Li Qiang")])
    >>> [shape.x0 for shape in figure.layout.shapes], [note.text for note in figure.layout.annotations]
    ([2013], ['Li Keqiang', 'Li Qiang'])
    """
    shapes, names = list(figure.layout.shapes), list(figure.layout.annotations)
    for position, (first, last, words) in enumerate(parts):
        if position % 2 == 0:
            shapes.append(
                {
                    "type": "rect",
                    "x0": first,
                    "x1": last,
                    "yref": "paper",
                    "y0": 0,
                    "y1": 1,
                    "fillcolor": theme.SURFACE["wash"].light,
                    "line": {"width": 0},
                    "layer": "below",
                }
            )
        names.append(
            {
                "x": (first + last) / 2,
                "yref": "paper",
                "y": 1,
                "text": words,
                "textangle": -90,
                "yanchor": "top",
                "showarrow": False,
                "font": {"size": 11, "color": theme.SOFT},
            }
        )
    # Together: plotly checks the whole list each time one is added.
    figure.update_layout(shapes=shapes, annotations=names)
    return figure


def equal_shares(
    figure: go.Figure, shares: Sequence[float], low: float, high: float, *, words: str = "{percent:g} %"
) -> go.Figure:
    """Draw a thin line for each share on which y is that share of x, under the marks of a scatter; return the same figure.

    On logarithmic axes these lines are parallel: whoever stands on the same line has the same share, however large.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
        A scatter with both axes logarithmic (see `kit.charts.scatter`).
    shares : sequence of float
        Fractions above 0: 0.25 for a quarter.
    low, high : float
        From which x to which x the lines run, both above 0.
    words : str
        How a share is written at the upper end; ``percent`` stands for it.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a share or an end is not above 0.

    Examples
    --------
    >>> figure = equal_shares(go.Figure(), [0.25, 0.5], 1, 1000)
    >>> [trace.y for trace in figure.data], [note.text for note in figure.layout.annotations]
    ([(0.25, 250.0), (0.5, 500.0)], ['25 %', '50 %'])
    """
    if min(*shares, low, high) <= 0 or low >= high:
        raise ChartError("Shares and ends must be above 0, and the line must run from a smaller x to a larger one.")
    marks = figure.data
    for share in shares:
        name = words.format(percent=100 * share)
        figure.add_scatter(
            x=[low, high],
            y=[share * low, share * high],
            name=name,
            mode="lines",
            showlegend=False,
            line={"color": theme.SURFACE["edge"].light, "width": 1, "dash": "dot"},
            hovertemplate="%{fullData.name}<extra></extra>",
        )
        figure.add_annotation(
            x=float(np.log10(high)),
            y=float(np.log10(share * high)),
            text=name,
            showarrow=False,
            xanchor="left",
            xshift=3,
            font={"color": theme.SOFT, "size": 11},
        )
    figure.data = (*figure.data[len(marks) :], *marks)
    return figure
