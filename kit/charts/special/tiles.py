"""Tiles: a row for each verdict and a tile for each claim, so that many single cases are counted with the eye."""

from collections.abc import Iterable
from math import ceil
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import ChartError, figure_dict, legend, note, require_columns

_ACROSS = 12  # tiles side by side: on a phone each has room for four letters
_HEAD = 0.3  # of a row, for its words
#: The looks of groups, in their order: full, pale, hollow. Fill, outline and its width, letters.
_LOOKS = (
    (theme.HUES["blue"].light, theme.BACKGROUND, 2, theme.BACKGROUND),
    (theme.LINE, theme.BACKGROUND, 2, theme.TEXT),
    (theme.BACKGROUND, theme.SURFACE["edge"].light, 1, theme.TEXT),
)


def tiles(
    frame: pd.DataFrame, row: str, label: str, *, rows: Iterable[str], group: str, groups: Iterable[str], hover: str
) -> go.Figure:
    """Draw one tile for each case, in the row of its verdict, with the count of each row above it.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a case.
    row, label, group, hover : str
        Columns: the row a tile stands in, the few letters on it, its group, and the words shown on pointing at it.
    rows : iterable of str
        All rows, from the top down; those without a tile stand empty, so that nothing moves when cases do.
    groups : iterable of str
        Up to three groups: the first is full, the second pale, the third hollow.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing, a case has no place among ``rows`` or ``groups``, or there are more than three groups.

    Examples
    --------
    >>> frame = pd.DataFrame({"verdict": ["yes", "no", "yes"], "id": ["A", "B", "C"], "known": "much", "claim": "…"})
    >>> figure = tiles(frame, "verdict", "id", rows=["yes", "no"], group="known", groups=["much"], hover="claim")
    >>> [words.text for words in figure.layout.annotations[1:]]
    ['<b>yes</b> 2', '<b>no</b> 1']
    """
    require_columns(frame, row, label, group, hover)
    names, kinds = list(rows), list(groups)
    if len(kinds) > len(_LOOKS):
        raise ChartError(f"tiles draws up to {len(_LOOKS)} groups, not {len(kinds)}.")
    for column, known in ((row, names), (group, kinds)):
        lost = sorted(set(frame[column]) - set(known))
        if lost:
            raise ChartError(f"“{lost[0]}” in the column “{column}” has no place: there are {', '.join(known)}.")
    # Groups stand together within a row, the best known first.
    sorted_ = frame.assign(_kind=frame[group].map(kinds.index)).sort_values("_kind", kind="stable")
    place = sorted_.groupby(row).cumcount()
    counts = frame[row].value_counts()
    height = (1 - _HEAD) / max(2, ceil(max(counts, default=0) / _ACROSS))
    traces = [
        _trace(part, place[part.index], kind, look, (row, label, hover), height)
        for kind, look in zip(kinds, _LOOKS, strict=False)
        if len(part := sorted_[sorted_[group] == kind])
    ]
    figure = figure_dict(traces, "each tile: one sentence that was said", right=2)
    at = {"xref": "paper", "xanchor": "left", "yanchor": "top"}
    figure["layout"]["annotations"] += [
        note(0, number - 0.5, f"<b>{name}</b> {counts.get(name, 0)}", theme.TEXT, 12, **at)
        for number, name in enumerate(names)
    ]
    figure["layout"] |= {
        "barmode": "overlay",
        "xaxis": {"visible": False, "range": [0, _ACROSS]},
        "yaxis": {
            "visible": False,
            "type": "category",
            "categoryorder": "array",
            "categoryarray": names,
            "range": [len(names) - 0.5, -0.5],
        },
        # At the bottom of the whole, in a margin of its own: beside the axis it would wander when the chart is resized.
        "margin": {"l": 2, "r": 2, "b": 34},
        "showlegend": True,
        "legend": legend(0) | {"yref": "container", "yanchor": "bottom"},
    }
    return go.Figure(figure)


def _trace(
    part: pd.DataFrame,
    place: "pd.Series[int]",
    kind: str,
    look: tuple[str, str, int, str],
    columns: tuple[str, str, str],
    height: float,
) -> dict[str, Any]:
    row, label, hover = columns
    fill, edge, line, letters = look
    return {
        "type": "bar",
        "orientation": "h",
        "name": kind,
        "y": part[row].tolist(),
        "x": [1] * len(part),
        "base": (place % _ACROSS).tolist(),
        "offset": [round(_HEAD - 0.5 + height * below, 3) for below in place // _ACROSS],
        "width": round(height, 3),
        "marker": {"color": fill, "line": {"color": edge, "width": line}},
        "text": part[label].tolist(),
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 10, "color": letters},
        "hovertext": (part[label].astype(str) + " " + part[hover].astype(str)).tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
