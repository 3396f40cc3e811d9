"""Ten thousand people as a field of squares: who is ill, who is flagged, and what a flag means."""

from collections.abc import Mapping

import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import ChartError

_PER_ROW = 100
_FIELD = (0.36, 1.0)  # of the height, from the bottom; the bars stand below
_BARS = (0.0, 0.27)
#: Colours of the ill and of the well, for the first group, those between, and the last, which is the large quiet one.
_ILL = (theme.HUES["red"].light, theme.HUES["purple"].light, theme.HUES["brown"].light)
_WELL = (theme.HUES["blue"].light, theme.HUES["teal"].light, theme.LINE)


def people(groups: Mapping[str, tuple[int, int]], *, names: tuple[str, str] = ("ill", "well")) -> go.Figure:
    """Draw people as squares, 100 in a row, and under them what each group is made of.

    The squares are one shape a colour, not one mark a person, so that a figure is small however many people it shows.
    The bars carry the numbers: their traces are a table with a row for each group and a column for each of ``names``.

    Parameters
    ----------
    groups : mapping of str to (int, int)
        Two or three groups from the top down, for example ``{"flagged": (12, 95), "not flagged": (1, 9892)}``: how many
        people of the first kind (ill) and of the second (well) are in each. Together they fill whole rows of 100.
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
    >>> figure = people({"flagged": (12, 95), "not flagged": (1, 9892)})
    >>> [(trace.name, list(trace.y), list(trace.x)) for trace in figure.data]
    [('ill', ['flagged', 'not flagged'], [12, 1]), ('well', ['flagged', 'not flagged'], [95, 9892])]
    """
    counts = [count for pair in groups.values() for count in pair]
    if not 2 <= len(groups) <= 3:
        raise ChartError(f"people draws two or three groups, not {len(groups)}.")
    if any(count != int(count) or count < 0 for count in counts):
        raise ChartError(f"People come in whole numbers from 0: {', '.join(map(str, counts))} cannot be drawn.")
    if not sum(counts) or sum(counts) % _PER_ROW:
        raise ChartError(
            f"There are {sum(counts):,} people; they must fill whole rows of {_PER_ROW}, for example 10,000."
        )
    colours = [(_ILL[0], _WELL[0]), *[(_ILL[1], _WELL[1])] * (len(groups) - 2), (_ILL[2], _WELL[2])]
    figure = {"data": _bars(groups, names, colours), "layout": _layout(groups, names, sum(counts))}
    figure["layout"]["shapes"] = _squares(
        [
            (count, colour)
            for pair, both in zip(groups.values(), colours, strict=True)
            for count, colour in zip(pair, both, strict=True)
        ],
        sum(counts),
    )
    return go.Figure(figure)


def _bars(groups: Mapping[str, tuple[int, int]], names: tuple[str, str], colours: list[tuple[str, str]]) -> list[dict]:
    return [
        {
            "type": "bar", "orientation": "h", "name": name, "y": list(groups), "x": [pair[kind] for pair in groups.values()],
            "customdata": [pair[kind] for pair in groups.values()], "marker": {"color": [both[kind] for both in colours]},
            "hovertemplate": "%{y}, " + name + ": %{customdata:,}<extra></extra>", "width": 0.26,
        }
        for kind, name in enumerate(names)
    ]  # fmt: skip


def _layout(groups: Mapping[str, tuple[int, int]], names: tuple[str, str], everybody: int) -> dict:
    soft = {"showarrow": False, "xref": "paper", "x": 0, "xanchor": "left", "font": {"size": 12}}
    words = [
        soft
        | {
            "yref": "paper",
            "y": _FIELD[1],
            "yanchor": "bottom",
            "yshift": 5,
            "text": f"{everybody:,} people, {_PER_ROW} in a row",
            "font": {"color": theme.SOFT, "size": 12},
        }
    ]
    for group, (ill, well) in groups.items():
        share = f": {100 * ill / (ill + well):.3g} % {names[0]}" if ill + well else ""
        words.append(
            soft
            | {
                "y": group,
                "yanchor": "bottom",
                "yshift": 11,
                "text": f"<b>{group}</b> {ill + well:,} = {ill:,} {names[0]} + {well:,} {names[1]}{share}",
            }
        )
    return {
        "annotations": words,
        "barmode": "stack",
        "barnorm": "percent",
        "xaxis": {"visible": False, "range": [0, 100]},
        "yaxis": {"visible": False, "type": "category", "autorange": "reversed", "domain": list(_BARS)},
        "margin": {"l": 2, "r": 2, "b": 4},
    }


def _squares(runs: list[tuple[int, str]], everybody: int) -> list[dict]:
    """Return one shape for each run of people, and the gaps between all of them."""
    rows = everybody // _PER_ROW
    shapes, start = [], 0
    for count, colour in runs:
        if count:
            shapes.append(_shape(_run(start, start + count, rows), fill=colour))
        start += count
    gaps = [f"M{_x(column)},{_y(0, rows)}V{_y(rows, rows)}" for column in range(1, _PER_ROW)]
    gaps += [f"M0,{_y(row, rows)}H1" for row in range(1, rows)]
    return [*shapes, _shape("".join(gaps), line=theme.PAPER)]


def _shape(path: str, fill: str = "", line: str = "") -> dict:
    look = {"line": {"width": 0}, "fillcolor": fill} if fill else {"line": {"width": 1, "color": line}}
    return {"type": "path", "xref": "paper", "yref": "paper", "path": path, "layer": "above"} | look


def _run(start: int, end: int, rows: int) -> str:
    """Return the outline of the places from ``start`` up to ``end``, counted along the rows."""
    (top, first), (bottom, last) = divmod(start, _PER_ROW), divmod(end, _PER_ROW)
    if top == bottom or (bottom == top + 1 and not last):  # within one row
        right = last or _PER_ROW
        return f"M{_x(first)},{_y(top, rows)}H{_x(right)}V{_y(top + 1, rows)}H{_x(first)}Z"
    path = f"M{_x(first)},{_y(top, rows)}H1V{_y(bottom, rows)}H{_x(last)}"
    path += f"V{_y(bottom + 1, rows)}H0" if last else ""
    return path + (f"H0V{_y(top + 1, rows)}H{_x(first)}Z" if first else f"H0V{_y(top, rows)}Z")


def _x(column: int) -> float:
    return round(column / _PER_ROW, 4)


def _y(row: int, rows: int) -> float:
    return round(_FIELD[1] - (_FIELD[1] - _FIELD[0]) * row / rows, 5)
