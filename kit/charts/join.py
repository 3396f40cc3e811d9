"""A line through given points, laid over a chart: a trend, or the step from one figure to another."""

from collections.abc import Sequence
from math import log10

import plotly.graph_objects as go

from kit import theme


def join(figure: go.Figure, x: Sequence[float], y: Sequence[float], words: str, *, dash: str = "dot", steps: bool = False, place: str = "middle") -> go.Figure:
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
        figure.add_annotation(x=where[0], y=where[1], text=words, showarrow=False, xanchor=anchor, yanchor="bottom", xshift=-4 if anchor == "right" else 4, yshift=3, font={"color": theme.INK, "size": 12})
    return figure
