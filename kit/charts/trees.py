"""A tree as an indented list: every part stands under its whole, readable on a phone."""

from collections.abc import Collection, Sequence
from textwrap import shorten

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import ChartError, legend, need

_SYMBOLS = ("circle", "square", "diamond", "triangle-up")
_HUES = ("blue", "red", "teal", "brown")
_INDENT = 0.055  # of the width, for one level
_MOST_LETTERS = 40


def tree(
    frame: pd.DataFrame,
    key: str,
    parent: str,
    words: str,
    *,
    group: str,
    link: str = "",
    bold: Collection[str] = (),
    order: Sequence[str] = (),
) -> go.Figure:
    """Draw rows as a tree: each under its parent, with a mark that says its group.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a part, each after its parent. A row whose parent is not in the frame is a root.
    key, parent, words : str
        Columns: name of the row, name of its parent (empty for a root), what stands beside the mark.
    group : str
        Column that decides colour and shape of the mark; the groups stand in a line under the chart.
    link : str
        Column with an address; the words lead there.
    bold : collection of str
        Keys whose words are bold.
    order : list of str
        All groups there can be, so that each keeps its colour and shape where another is missing.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing, or a row stands before its parent.

    Examples
    --------
    >>> frame = pd.DataFrame({"id": ["P", "P1"], "of": ["", "P"], "text": ["all", "farms"], "who": ["report", "briefing"]})
    >>> [(trace.name, list(trace.x)) for trace in tree(frame, "id", "of", "text", group="who").data]
    [('report', [0.0]), ('briefing', [1.0])]
    """
    need(frame, key, parent, words, group, link)
    levels = _levels(frame, key, parent)
    places = {name: -row for row, name in enumerate(frame[key])}
    rows = frame.assign(_x=[float(levels[name]) for name in frame[key]], _y=[places[name] for name in frame[key]])
    traces, labels = [], []
    known = list(dict.fromkeys([*order, *rows[group]]))
    for name, part in rows.groupby(group, sort=False):
        position = known.index(name)
        marker = {"size": 10, "symbol": _SYMBOLS[position % 4], "color": theme.HUES[_HUES[position % 4]].light}
        traces.append({
            "type": "scatter", "mode": "markers", "name": str(name), "x": part["_x"].tolist(), "y": part["_y"].tolist(), "marker": marker,
            "hovertext": part[words].tolist(), "hovertemplate": "%{hovertext}<extra>%{fullData.name}</extra>",
        })  # fmt: skip
    for row in rows.to_dict("records"):
        text = shorten(str(row[words]), _MOST_LETTERS, placeholder=" …")
        text = f"<b>{text}</b>" if row[key] in bold else text
        text = f'<a href="{row[link]}">{text}</a>' if link and row[link] else text
        labels.append(
            {
                "x": row["_x"],
                "y": row["_y"],
                "text": text,
                "showarrow": False,
                "xanchor": "left",
                "xshift": 9,
                "font": {"size": 13, "color": theme.ACCENT if link and row[link] else theme.INK},
            }
        )
    width = 1 / _INDENT
    figure = {
        "data": traces,
        "layout": {
            "annotations": labels,
            "shapes": _branches(rows, key, parent),
            "showlegend": True,
            "legend": legend(0.0),
            "margin": {"l": 8, "r": 4, "t": 8, "b": 8},
        },
    }
    figure["layout"]["xaxis"] = {"visible": False, "range": [-0.5, width], "title": {"text": "level"}}
    figure["layout"]["yaxis"] = {"visible": False, "range": [-0.4 - len(rows), 0.7], "title": {"text": "line"}}
    return go.Figure(figure)


def _levels(frame: pd.DataFrame, key: str, parent: str) -> dict[str, int]:
    known, levels = set(frame[key]), {}
    for name, above in zip(frame[key], frame[parent], strict=True):
        if above in known and above not in levels:
            raise ChartError(
                f"“{name}” stands before its parent “{above}”: sort the table so that each row follows its parent."
            )
        levels[name] = levels[above] + 1 if above in known else 0
    return levels


def _branches(rows: pd.DataFrame, key: str, parent: str) -> list[dict]:
    """Return one thin path: from each parent down, and from there to each child."""
    at = {name: (x, y) for name, x, y in zip(rows[key], rows["_x"], rows["_y"], strict=True)}
    steps = [
        f"M{at[above][0]:g},{at[above][1]:g}V{at[name][1]:g}H{at[name][0]:g}"
        for name, above in zip(rows[key], rows[parent], strict=True)
        if above in at
    ]
    return (
        [{"type": "path", "path": "".join(steps), "line": {"color": theme.LINE, "width": 1.5}, "layer": "below"}]
        if steps
        else []
    )
