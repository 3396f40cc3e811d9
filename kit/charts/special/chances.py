"""Chances, each for one lesson: people as squares, and how likely each number is for two or more things."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import ChartError, axis_title, columns, figure_dict, note, require_columns, vertical_line

_NEAR = 0.3  # of the axis: names of peaks that are nearer stand above each other

#: People in a row: few people are drawn larger.
_PER_ROW, _FEW_PER_ROW, _FEW = 100, 40, 2_000
_FIELD = (0.36, 1.0)  # of the height, from the bottom; the bars stand below
_BARS = (0.0, 0.27)
#: Colours of the ill and of the well, for the first group, those between, and the last, which is the large quiet one.
_ILL = (theme.HUES["red"].light, theme.HUES["purple"].light, theme.HUES["brown"].light)
_WELL = (theme.HUES["blue"].light, theme.HUES["teal"].light, theme.LINE)


def icon_array(groups: Mapping[str, tuple[int, int]], *, names: tuple[str, str] = ("ill", "well")) -> go.Figure:
    """Draw people as squares, and under them what each group is made of.

    The squares are one shape a colour, not one mark a person, so that a figure is small however many people it shows.
    The bars carry the numbers: their traces are a table with a row for each group and a column for each of ``names``.

    Parameters
    ----------
    groups : mapping of str to (int, int)
        Two or three groups from the top down, for example ``{"flagged": (12, 95), "not flagged": (1, 9892)}``: how many
        people of the first kind (ill) and of the second (well) are in each. Together they fill whole rows of 100, up
        to 2,000 people rows of 40.
    names : (str, str)
        The two kinds.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If there are not two or three groups, a number is negative or not whole, or the people fill no whole rows.

    Examples
    --------
    >>> figure = icon_array({"flagged": (12, 95), "not flagged": (1, 9892)})
    >>> [(trace.name, list(trace.y), list(trace.x)) for trace in figure.data]
    [('ill', ['flagged', 'not flagged'], [12, 1]), ('well', ['flagged', 'not flagged'], [95, 9892])]
    """
    counts = [count for pair in groups.values() for count in pair]
    if not 2 <= len(groups) <= 3:
        raise ChartError(f"people draws two or three groups, not {len(groups)}.")
    if any(count != int(count) or count < 0 for count in counts):
        raise ChartError(f"People come in whole numbers from 0: {', '.join(map(str, counts))} cannot be drawn.")
    everybody = sum(counts)
    per_row = _PER_ROW if everybody > _FEW else _FEW_PER_ROW
    if not everybody or everybody % per_row:
        raise ChartError(f"There are {everybody:,} people; they must fill whole rows of {per_row}, for example 10,000.")
    colors = [(_ILL[0], _WELL[0]), *[(_ILL[1], _WELL[1])] * (len(groups) - 2), (_ILL[2], _WELL[2])]
    figure = figure_dict(_bars(groups, names, colors), f"{everybody:,} people, {per_row} in a row", right=2)
    figure["layout"]["annotations"][0]["yshift"] = 5
    figure["layout"]["annotations"] += _words(groups, names)
    figure["layout"]["shapes"] = _squares(
        list(zip(counts, [c for both in colors for c in both], strict=True)), everybody // per_row, per_row
    )
    figure["layout"] |= {
        "barmode": "stack",
        "barnorm": "percent",
        "xaxis": {"visible": False, "range": [0, 100]},
        "yaxis": {"visible": False, "type": "category", "autorange": "reversed", "domain": list(_BARS)},
        "margin": {"l": 2, "r": 2, "b": 4},
    }
    return go.Figure(figure)


def _bars(
    groups: Mapping[str, tuple[int, int]], names: tuple[str, str], colors: list[tuple[str, str]]
) -> list[dict[str, Any]]:
    return [
        {
            "type": "bar",
            "orientation": "h",
            "name": name,
            "y": list(groups),
            "x": [pair[kind] for pair in groups.values()],
            "customdata": [pair[kind] for pair in groups.values()],
            "marker": {"color": [both[kind] for both in colors]},
            "hovertemplate": "%{y}, " + name + ": %{customdata:,}<extra></extra>",
            "width": 0.26,
        }
        for kind, name in enumerate(names)
    ]


def _words(groups: Mapping[str, tuple[int, int]], names: tuple[str, str]) -> list[dict[str, Any]]:
    """Return a line of words above each bar: how many, of which kind, and the share of the first kind."""
    lines = []
    for group, (ill, well) in groups.items():
        share = f": {100 * ill / (ill + well):.3g} % {names[0]}" if ill + well else ""
        text = f"<b>{group}</b> {ill + well:,} = {ill:,} {names[0]} + {well:,} {names[1]}{share}"
        place = {"x": 0, "y": group, "xref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 11}
        lines.append({"text": text, "showarrow": False, "font": {"size": 12}} | place)
    return lines


def _squares(runs: list[tuple[int, str]], rows: int, per_row: int) -> list[dict[str, Any]]:
    """Return one shape for each run of people, and the gaps between all of them."""
    shapes, start = [], 0
    for count, color in runs:
        if count:
            shapes.append(_shape(_run(start, start + count, rows, per_row), fill=color))
        start += count
    gaps = [f"M{column / per_row:.5g},{_y(0, rows)}V{_y(rows, rows)}" for column in range(1, per_row)]
    gaps += [f"M0,{_y(row, rows)}H1" for row in range(1, rows)]
    return [*shapes, _shape("".join(gaps), line=theme.BACKGROUND)]


def _shape(path: str, fill: str = "", line: str = "") -> dict[str, Any]:
    look = {"line": {"width": 0}, "fillcolor": fill} if fill else {"line": {"width": 1, "color": line}}
    return {"type": "path", "xref": "paper", "yref": "paper", "path": path, "layer": "above"} | look


def _run(start: int, end: int, rows: int, per_row: int) -> str:
    """Return the outline of the places from ``start`` up to ``end``, counted along the rows."""
    (top, first), (bottom, last) = divmod(start, per_row), divmod(end, per_row)
    left, right = f"{first / per_row:.5g}", f"{last / per_row:.5g}"
    if top == bottom or (bottom == top + 1 and not last):  # within one row
        return f"M{left},{_y(top, rows)}H{right if last else 1}V{_y(top + 1, rows)}H{left}Z"
    path = f"M{left},{_y(top, rows)}H1V{_y(bottom, rows)}H{right}"
    path += f"V{_y(bottom + 1, rows)}H0" if last else ""
    return path + (f"H0V{_y(top + 1, rows)}H{left}Z" if first else f"H0V{_y(top, rows)}Z")


def _y(row: int, rows: int) -> float:
    return round(_FIELD[1] - (_FIELD[1] - _FIELD[0]) * row / rows, 5)


def distributions(
    frame: pd.DataFrame, x: str, y: str, series: str, *, unit: str, unit_x: str, limit: tuple[float, str] | None = None
) -> go.Figure:
    """Draw one hill of columns for each series, see-through where they overlap, with its name at its top.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a column, evenly spaced along ``x``.
    x, y, series : str
        Columns: place on the axis, height, name of the distribution. The first one is grey.
    unit, unit_x : str
        What the height is, above the axis, and what the places are, under it.
    limit : (float, str), optional
        A place on the axis and its words, drawn as a thin dashed line.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"events": [0, 1, 0, 1], "chance": [40, 60, 70, 30], "who": ["a", "a", "b", "b"]})
    >>> [trace.name for trace in distributions(frame, "events", "chance", "who", unit="%", unit_x="events").data]
    ['a', 'b']
    """
    require_columns(frame, x, y, series)
    hues = [theme.HUES[name].light for name in ("grey", "red", "blue", "green")]
    start, span = float(frame[x].min()), float(frame[x].max() - frame[x].min()) or 1.0
    middle = start + span / 2
    traces, peaks = [], []
    for position, (name, rows) in enumerate(frame.groupby(series, sort=False)):
        color = hues[position % len(hues)]
        hover = {"hovertemplate": "%{x}: %{y:.2g}<extra>%{fullData.name}</extra>"}
        traces.append(columns(rows[x].to_numpy(), rows[y].to_numpy(), str(name), color) | {"opacity": 0.75} | hover)
        top = rows.iloc[int(rows[y].to_numpy().argmax())]
        peaks.append((float(top[x]), float(top[y]), str(name), color))
    figure = figure_dict(traces, unit, right=16)
    highest = float(frame[y].max()) or 1.0
    placed: list[tuple[float, float]] = []
    for place, height, name, color in sorted(peaks, key=lambda peak: peak[1]):
        under = frame[(frame[x] - place).abs() <= _NEAR * span / 2][y].max()  # what the words would cover
        near = [above for other, above in placed if abs(other - place) < _NEAR * span]
        height = max([height, float(under), *(above + 0.08 * highest for above in near)])
        placed.append((place, height))
        # In the middle of the axis the name's middle stands at the peak; near an edge, the end that keeps it inside.
        offset = (place - middle) / span
        anchor = "left" if offset < -0.2 else "right" if offset > 0.2 else "center"
        words = note(place, height, name, color, yanchor="bottom", yshift=3, xanchor=anchor)
        figure["layout"]["annotations"].append(words)
    figure["layout"] |= {
        "barmode": "overlay",
        "bargap": 0.08,
        "xaxis": {"title": axis_title(unit_x)},
        "yaxis": {"range": [0, 1.3 * max(height for _, height in placed)]},
    }
    if limit:
        line, words = vertical_line(*limit, side="left" if limit[0] < middle else "right")
        figure["layout"]["shapes"] = [line]
        figure["layout"]["annotations"].append(words)
    return go.Figure(figure)
