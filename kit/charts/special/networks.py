"""Networks, each for one lesson: a tree as an indented list, and programs and tools with their connectors."""

from collections.abc import Collection, Sequence
from textwrap import shorten
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import ChartError, figure_dict, legend, note, require_columns

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
    >>> columns = {"id": ["P", "P1"], "of": ["", "P"], "text": ["all", "farms"], "who": ["report", "briefing"]}
    >>> frame = pd.DataFrame(columns)
    >>> [(trace.name, list(trace.x)) for trace in tree(frame, "id", "of", "text", group="who").data]
    [('report', [0.0]), ('briefing', [1.0])]
    """
    require_columns(frame, key, parent, words, group, link)
    levels = _levels(frame, key, parent)
    places = {name: -row for row, name in enumerate(frame[key])}
    rows = frame.assign(_x=[float(levels[name]) for name in frame[key]], _y=[places[name] for name in frame[key]])
    traces, labels = [], []
    known = list(dict.fromkeys([*order, *rows[group]]))
    for name, part in rows.groupby(group, sort=False):
        position = known.index(name)
        marker = {"size": 10, "symbol": _SYMBOLS[position % 4], "color": theme.HUES[_HUES[position % 4]].light}
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": str(name),
                "x": part["_x"].tolist(),
                "y": part["_y"].tolist(),
                "marker": marker,
                "hovertext": part[words].tolist(),
                "hovertemplate": "%{hovertext}<extra>%{fullData.name}</extra>",
            }
        )
    for row in rows.to_dict("records"):
        text = shorten(str(row[words]), _MOST_LETTERS, placeholder=" …")
        text = f"<b>{text}</b>" if row[key] in bold else text
        linked = bool(link and row[link])
        text = f'<a href="{row[link]}">{text}</a>' if linked else text
        color = theme.ACCENT if linked else theme.TEXT
        labels.append(note(row["_x"], row["_y"], text, color, 13, xanchor="left", xshift=9))
    figure = figure_dict(traces, "", right=4)
    figure["layout"] |= {
        "annotations": labels,
        "shapes": _branches(rows, key, parent),
        "showlegend": True,
        "legend": legend(0.0),
        "margin": {"l": 8, "r": 4, "t": 8, "b": 8},
        "xaxis": {"visible": False, "range": [-0.5, 1 / _INDENT], "title": {"text": "level"}},
        "yaxis": {"visible": False, "range": [-0.4 - len(rows), 0.7], "title": {"text": "line"}},
    }
    return go.Figure(figure)


def _levels(frame: pd.DataFrame, key: str, parent: str) -> dict[str, int]:
    known = set(frame[key])
    levels: dict[str, int] = {}
    for name, above in zip(frame[key], frame[parent], strict=True):
        if above in known and above not in levels:
            raise ChartError(
                f"“{name}” stands before its parent “{above}”: sort the table so that each row follows its parent."
            )
        levels[name] = levels[above] + 1 if above in known else 0
    return levels


def _branches(rows: pd.DataFrame, key: str, parent: str) -> list[dict[str, Any]]:
    """Return one thin path: from each parent down, and from there to each child."""
    at = {name: (x, y) for name, x, y in zip(rows[key], rows["_x"], rows["_y"], strict=True)}
    steps = [
        f"M{at[above][0]:g},{at[above][1]:g}V{at[name][1]:g}H{at[name][0]:g}"
        for name, above in zip(rows[key], rows[parent], strict=True)
        if above in at
    ]
    line = {"color": theme.LINE, "width": 1.5}
    return [{"type": "path", "path": "".join(steps), "line": line, "layer": "below"}] if steps else []


def bipartite(
    programs: int, tools: int, standards: int = 0, *, names: tuple[str, str] = ("programs", "tools")
) -> go.Figure:
    """Draw programs on the left, tools on the right, and every connector between them as a line.

    Parameters
    ----------
    programs, tools : int
        How many of each, at least 1.
    standards : int
        0: each program is joined with each tool; else so many standards in the middle, each joined with all.
    names : (str, str)
        What stands on the left and on the right.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If there is no program or no tool.

    Examples
    --------
    >>> [len(trace.x) // 3 for trace in bipartite(2, 3).data if trace.mode == "lines"]
    [6]
    """
    if min(programs, tools) < 1 or standards < 0:
        raise ChartError(
            f"bipartite was given {programs} programs, {tools} tools and {standards} standards: "
            "it needs at least one program and one tool."
        )
    left, right, middle = (_column(x, n) for x, n in ((0, programs), (2, tools), (1, standards)))
    by_hand = [(program, tool) for program in left for tool in right]
    through = [(a, m) for m in middle for a in left] + [(m, b) for m in middle for b in right]
    ends = through if standards else by_hand
    xs, ys = ([v for a, b in ends for v in (a[i], b[i], None)] for i in (0, 1))
    count = f"{len(ends)} connectors"
    connectors = {"mode": "lines", "x": xs, "y": ys, "name": count, "hoverinfo": "skip"}
    traces: list[dict[str, Any]] = [connectors | {"line": {"color": theme.HUES["grey"].light, "width": 1}}]
    labels = []
    heads = [(left, names[0], "left", "blue", "circle"), (right, names[1], "right", "red", "circle")]
    for points, words, anchor, hue, symbol in [*heads, (middle, "standards", "center", "green", "square")]:
        if not points:
            continue
        color = theme.HUES[hue].light
        traces.append(
            {
                "mode": "markers",
                "x": [x for x, _ in points],
                "y": [y for _, y in points],
                "name": words,
                "marker": {"color": color, "size": 12, "symbol": symbol},
                "hovertemplate": "%{fullData.name}<extra></extra>",
            }
        )
        below = "standard" if points is middle and standards == 1 else words
        labels.append(note(points[0][0], -0.09, below, color, 13, xanchor=anchor))
    figure = figure_dict([{"type": "scatter"} | trace for trace in traces], count, right=16)
    figure["layout"]["annotations"] += labels
    hidden = {"visible": False, "fixedrange": True}
    figure["layout"] |= {"xaxis": hidden | {"range": [-0.1, 2.1]}, "yaxis": hidden | {"range": [-0.16, 1.06]}}
    return go.Figure(figure)


def _column(x: float, count: int) -> list[tuple[float, float]]:
    """Return points one above the other, evenly between the bottom and the top."""
    return [(x, round((i + 0.5) / count, 4)) for i in range(count)]
