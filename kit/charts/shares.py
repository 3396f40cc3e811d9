"""Lines on which one measure is the same share of the other."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import ChartError


def equal_shares(figure: go.Figure, shares: Sequence[float], low: float, high: float, *, words: str = "{percent:g} %") -> go.Figure:
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
        figure.add_scatter(x=[low, high], y=[share * low, share * high], name=name, mode="lines", showlegend=False, line={"color": theme.SURFACE["edge"].light, "width": 1, "dash": "dot"}, hovertemplate="%{fullData.name}<extra></extra>")
        figure.add_annotation(x=float(np.log10(high)), y=float(np.log10(share * high)), text=name, showarrow=False, xanchor="left", xshift=3, font={"color": theme.SOFT, "size": 11})
    figure.data = (*figure.data[len(marks) :], *marks)
    return figure
