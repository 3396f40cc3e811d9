"""Marks on a finished figure: a published value, a line, a label, a band."""

from collections.abc import Sequence

import plotly.graph_objects as go

from kit import theme


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
    figure.add_scatter(x=[x], y=[y], name=words, mode="markers", marker={"symbol": "circle-open", "size": 13, "color": theme.INK, "line": {"width": 2}}, hovertemplate="%{fullData.name}<extra></extra>")
    figure.add_annotation(x=x, y=y, text=words, showarrow=False, xanchor=anchor, xshift=-12 if anchor == "right" else 12, font={"color": theme.INK})
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
    figure.add_annotation(x=x, y=y, text=words, showarrow=False, xanchor=anchor, xshift=shift, font={"color": colour or theme.INK, "size": 12})
    return figure


def vertical(figure: go.Figure, x: float, words: str, *, dash: str = "dash", side: str = "left") -> go.Figure:
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
    side : {"left", "right"}
        Which end of the words stands at the line.

    Examples
    --------
    >>> vertical(go.Figure(), 2012, "drones arrive").layout.shapes[0].x0
    2012
    """
    figure.add_shape(type="line", x0=x, x1=x, yref="paper", y0=0, y1=1, line={"color": theme.SOFT, "width": 1.5, "dash": dash})
    figure.add_annotation(x=x, yref="paper", y=1, text=words, showarrow=False, xanchor=side, yanchor="top", xshift=5 if side == "left" else -5, font={"color": theme.SOFT, "size": 12})
    return figure


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
    edge = {"x": x, "mode": "lines", "line": {"width": 1, "color": theme.LINE}, "hovertemplate": "%{fullData.name}, %{x}: %{y:,}<extra></extra>"}
    figure.add_scatter(y=low, name=f"{name}, low", **edge)
    figure.add_scatter(y=high, name=f"{name}, high", fill="tonexty", fillcolor=theme.LINE, **edge)
    *others, bottom, top = figure.data
    figure.data = (bottom, top, *others)
    return figure
