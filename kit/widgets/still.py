"""A plain plotly chart as an explorer without controls: so it stands on pages, which know no other chart."""

import re

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from kit.widgets.explore import Explorer, explore


def still(figure: BaseFigure, *, id: str, source: str = "") -> Explorer:
    """Return a chart as an explorer without controls, under its own title and as high as it says.

    Parameters
    ----------
    figure : plotly figure
    id : str
        Name of the explorer in a page's address.
    source : str
        The source line, if there is one.

    Returns
    -------
    Explorer

    Examples
    --------
    >>> still(go.Figure(go.Bar(x=["a"], y=[1])), id="bar").spec["title"]
    'Chart'
    """
    plain = go.Figure(figure)  # a figure that is a live widget has no life on a page
    title = re.sub("<[^>]*>", " ", str(plain.layout.title.text or "")).strip() or "Chart"
    return explore(lambda: plain, title=title, source=source, id=id, height=int(plain.layout.height or 340))
