"""Shaded spans under a chart: reigns, plans, phases."""

from collections.abc import Iterable

import plotly.graph_objects as go

from kit import theme


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
            shapes.append({"type": "rect", "x0": first, "x1": last, "yref": "paper", "y0": 0, "y1": 1, "fillcolor": theme.SURFACE["wash"].light, "line": {"width": 0}, "layer": "below"})
        names.append({"x": (first + last) / 2, "yref": "paper", "y": 1, "text": words, "textangle": -90, "yanchor": "top", "showarrow": False, "font": {"size": 11, "color": theme.SOFT}})
    # Together: plotly checks the whole list each time one is added.
    figure.update_layout(shapes=shapes, annotations=names)
    return figure
