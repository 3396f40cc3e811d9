"""What was observed, as dots on a model's line."""

from collections.abc import Sequence

import plotly.graph_objects as go

from kit import theme


def observed(figure: go.Figure, x: Sequence[float], y: Sequence[float], *, name: str, quiet: bool = False, hollow: bool = False) -> go.Figure:
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
    marker = {"size": 5 if quiet else 9, "color": colour, "symbol": "circle-open" if hollow else "circle", "line": {"width": 2 if hollow else 0}}
    figure.add_scatter(x=list(x), y=list(y), mode="markers", name=name, marker=marker, cliponaxis=False, hovertemplate="%{fullData.name}, %{x}: %{y:,}<extra></extra>")
    axis = figure.layout.yaxis
    if axis.range and len(y) and max(y) > axis.range[1]:
        axis.range = [axis.range[0], 1.06 * max(y)]
    if quiet:
        *lines, dots = figure.data
        figure.data = (dots, *lines)
    return figure
