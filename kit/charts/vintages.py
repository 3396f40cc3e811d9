"""Vintages: each forecast as its own hollow line, named by the date on which it was made, against what happened."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import framed, legend, need, not_yet

_HUES = tuple(theme.HUES[name].light for name in ("blue", "red", "green", "purple", "brown", "teal"))
_ROOM = 0.055  # of the axis: labels nearer than this move apart


def vintages(
    frame: pd.DataFrame, x: str, y: str, issued: str, by: str, *, unit: str, happened: str = "what happened"
) -> go.Figure:
    """Draw forecasts by date of issue: one hollow, dotted line each, and what happened as a thick line.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a statement; ``status`` says which are forecasts and which are what happened.
    x, y : str
        Columns: the year that a statement is about, its value.
    issued, by : str
        Columns: the day, month or year on which it was made (``2024-04``), and who made it. The date is printed at
        the end of each line; who, in the line of colours under the chart.
    unit : str
        Unit of ``y``, printed above the axis.
    happened : str
        Name of the thick line.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"year": [2024, 2027, 2024], "share": [11, 43, 20], "said": ["2024-04", "2024-04", "2025-03"],
    ...                       "who": ["A", "A", "A"], "status": ["forecast", "forecast", "estimate"]})
    >>> [trace.name for trace in vintages(frame, "year", "share", "said", "who", unit="%").data]
    ['A', 'what happened']
    """
    need(frame, x, y, issued, by, "status")
    open_ = not_yet(frame)
    said, facts = frame[open_], frame[~open_].sort_values([x, issued])
    colours = {name: _HUES[position % len(_HUES)] for position, name in enumerate(dict.fromkeys(frame[by]))}
    traces, ends, named = [], [], set()
    for (name, when), rows in said.groupby([by, issued], sort=False):
        rows = rows.sort_values(x)
        colour = colours[name]
        traces.append({
            "type": "scatter", "mode": "lines+markers", "x": rows[x].to_numpy(), "y": rows[y].to_numpy(), "name": name, "legendgroup": name,
            "showlegend": name not in named, "line": {"color": colour, "width": 2, "dash": "dot"},
            "marker": {"color": theme.PAPER, "size": 9, "line": {"color": colour, "width": 2}},
            "hovertemplate": f"{name}, {when}, for %{{x}}: %{{y:,}}<extra></extra>",
        })  # fmt: skip
        named.add(name)
        ends.append((rows[x].iloc[-1], float(rows[y].iloc[-1]), short_date(str(when)), colour))
    if len(facts):
        traces.append({
            "type": "scatter", "mode": "lines+markers", "x": facts[x].to_numpy(), "y": facts[y].to_numpy(), "name": happened,
            "line": {"color": theme.INK, "width": 3}, "marker": {"color": theme.INK, "size": 9}, "hovertemplate": f"{happened}, %{{x}}: %{{y:,}}<extra></extra>",
        })  # fmt: skip
    figure = framed(traces, unit, right=58)
    top = float(frame[y].max()) if len(frame) else 1.0
    low = min(0.0, float(frame[y].min())) if len(frame) else 0.0
    figure["layout"]["annotations"] += _dates(ends, (top - low) * _ROOM)
    figure["layout"] |= {
        "showlegend": True,
        "legend": legend(-0.14),
        "yaxis": {"range": [low, top + 0.08 * (top - low)]},
    }
    if len(frame):
        figure["layout"]["xaxis"] = {
            "range": [float(frame[x].min()) - 0.25, float(frame[x].max()) + 0.15],
            "dtick": 1,
            "tickformat": "d",
        }
    return go.Figure(figure)


def short_date(when: str) -> str:
    """Return a date as a label: "2024-04" as "Apr 24"; what is no date stays.

    Examples
    --------
    >>> short_date("2024-04"), short_date("2024-09-25"), short_date("2026")
    ('Apr 24', 'Sep 24', '2026')
    """
    try:
        return f"{date.fromisoformat(when[:7] + '-01'):%b %y}"
    except ValueError:
        return when.split(",")[0]


def _dates(ends: list[tuple], room: float) -> list[dict]:
    """Return the dates at the lines' ends; those at the same place on the axis move apart."""
    labels, last = [], {}
    for place, value, words, colour in sorted(ends, key=lambda end: (end[0], end[1])):
        height = max(value, last.get(place, float("-inf")) + room)
        last[place] = height
        labels.append(
            {
                "x": place,
                "y": float(f"{height:.4g}"),
                "text": words,
                "showarrow": False,
                "xanchor": "left",
                "xshift": 8,
                "bgcolor": theme.PAPER,
                "borderpad": 0,
                "font": {"color": colour, "size": 12},
            }
        )
    return labels
