"""Programs and tools, and the wires between them: each with each, or through standards."""

import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import ChartError, framed


def wires(
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
    >>> [len(trace.x) // 3 for trace in wires(2, 3).data if trace.mode == "lines"]
    [6]
    """
    if min(programs, tools) < 1 or standards < 0:
        raise ChartError(
            f"wires was given {programs} programs, {tools} tools and {standards} standards: it needs at least one program and one tool."
        )
    left, right, middle = (_column(x, n) for x, n in ((0, programs), (2, tools), (1, standards)))
    ends = (
        [(a, b) for a in left for b in right]
        if not standards
        else [(a, m) for m in middle for a in left] + [(m, b) for m in middle for b in right]
    )
    xs, ys = ([v for a, b in ends for v in (a[i], b[i], None)] for i in (0, 1))
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "name": f"{len(ends)} connectors",
            "line": {"color": theme.HUES["grey"].light, "width": 1},
            "hoverinfo": "skip",
        }
    ]
    for name, points, colour, symbol in [
        (names[0], left, "blue", "circle"),
        (names[1], right, "red", "circle"),
        ("standards", middle, "green", "square"),
    ]:
        if points:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [p[0] for p in points],
                    "y": [p[1] for p in points],
                    "name": name,
                    "marker": {"color": theme.HUES[colour].light, "size": 12, "symbol": symbol},
                    "hovertemplate": "%{fullData.name}<extra></extra>",
                }
            )
    figure = framed(traces, f"{len(ends)} connectors", right=16)
    heads = [(0, names[0], "left", "blue"), (2, names[1], "right", "red")] + (
        [(1, "standard" if standards == 1 else "standards", "center", "green")] if standards else []
    )
    for x, words, anchor, colour in heads:
        figure["layout"]["annotations"].append(
            {
                "x": x,
                "y": -0.09,
                "text": words,
                "showarrow": False,
                "xanchor": anchor,
                "font": {"color": theme.HUES[colour].light, "size": 13},
            }
        )
    hidden = {"visible": False, "fixedrange": True}
    figure["layout"] |= {"xaxis": hidden | {"range": [-0.1, 2.1]}, "yaxis": hidden | {"range": [-0.16, 1.06]}}
    return go.Figure(figure)


def _column(x: float, count: int) -> list[tuple[float, float]]:
    """Return points one above the other, evenly between the bottom and the top."""
    return [(x, round((i + 0.5) / count, 4)) for i in range(count)]
