"""Timelines, each for one lesson: dated events in lanes, and forecasts by the date on which they were made."""

import re
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import ChartError, figure_dict, legend, note, provisional, require_columns

_HUES = tuple(theme.HUES[name].light for name in ("blue", "red", "green", "purple", "brown", "teal"))
_ROOM = 0.055  # of the axis: labels nearer than this move apart
#: A date that is known only to the year or the month stands in its middle.
_MIDDLE = {4: "-07-01", 7: "-15", 10: ""}


def swimlanes(
    frame: pd.DataFrame, date: str, lane: str, event: str, *, unit: str, marked: tuple[tuple[str, str], ...] = ()
) -> go.Figure:
    """Draw each event as a dot at its date, in the lane of its kind.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row an event, in the order in which the lanes stand. A column ``status`` makes forecasts, targets and
        claims hollow.
    date, lane, event : str
        Columns: an ISO date (a year, a month or a day), the lane, what happened.
    unit : str
        What a dot is, above the chart.
    marked : tuple of (date, words)
        Up to two dates that get a thin line and a letter: A, B. The words go into the hover text.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing, or a date is none.

    Examples
    --------
    >>> frame = pd.DataFrame({"date": ["2025-01-20", "2025"], "kind": ["model", "policy"], "what": ["R1", "report"]})
    >>> [trace.x[0] for trace in swimlanes(frame, "date", "kind", "what", unit="events").data]
    ['2025-01-20', '2025-07-01']
    """
    require_columns(frame, date, lane, event)
    names = list(dict.fromkeys(frame[lane]))
    traces = []
    for position, name in enumerate(names):
        rows = frame[frame[lane] == name]
        hollow = provisional(rows)
        marker = {
            "size": 10,
            "color": theme.SERIES[position % len(theme.SERIES)],
            "symbol": ["circle-open" if h else "circle" for h in hollow],
            "line": {"width": [2 if h else 0 for h in hollow]},
        }
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": name,
                "x": [full_date(one) for one in rows[date]],
                "y": [name] * len(rows),
                "hovertext": rows[event].tolist(),
                "hovertemplate": "%{x}: %{hovertext}<extra></extra>",
                "marker": marker,
            }
        )
    figure = figure_dict(traces, unit, right=16)
    ordered = {"type": "category", "categoryorder": "array", "categoryarray": names[::-1]}
    figure["layout"] |= {
        "xaxis": {"type": "date", "title": {"text": ""}},
        "yaxis": ordered | {"range": [-0.6, len(names) - 0.2], "gridcolor": theme.LINE},
        "shapes": [],
    }
    for letter, side, (when, words) in zip("AB", ("right", "left"), marked, strict=False):
        place = full_date(when)
        look = {"yref": "paper", "y0": 0, "y1": 0.97, "line": {"color": theme.ACCENT, "width": 2}}
        figure["layout"]["shapes"].append({"type": "line", "x0": place, "x1": place} | look)
        beside = {"yanchor": "top", "xanchor": side, "xshift": -3 if side == "right" else 3}
        letter_note = note(place, 1, f"<b>{letter}</b>", theme.ACCENT, 14, yref="paper", hovertext=words, **beside)
        figure["layout"]["annotations"].append(letter_note)
    return go.Figure(figure)


def full_date(when: str) -> str:
    """Return an ISO date to the day; a year or a month stands for its middle.

    Examples
    --------
    >>> full_date("2025"), full_date("2025-03"), full_date("2025-03-05")
    ('2025-07-01', '2025-03-15', '2025-03-05')
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", when):
        raise ChartError(f"“{when}” is no date: write 2025, 2025-03 or 2025-03-05.")
    return when + _MIDDLE[len(when)]


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
    >>> columns = {"year": [2024, 2027, 2024], "share": [11, 43, 20], "said": ["2024-04", "2024-04", "2025-03"]}
    >>> frame = pd.DataFrame(columns | {"who": "A", "status": ["forecast", "forecast", "estimate"]})
    >>> [trace.name for trace in vintages(frame, "year", "share", "said", "who", unit="%").data]
    ['A', 'what happened']
    """
    require_columns(frame, x, y, issued, by, "status")
    hollow = provisional(frame)
    said, facts = frame[hollow], frame[~hollow].sort_values([x, issued])
    colors = {name: _HUES[position % len(_HUES)] for position, name in enumerate(dict.fromkeys(frame[by]))}
    base = {"type": "scatter", "mode": "lines+markers"}
    traces: list[dict[str, Any]] = []
    ends, named = [], set()
    for (name, when), rows in said.groupby([by, issued], sort=False):
        rows, color = rows.sort_values(x), colors[name]
        traces.append(
            base
            | {
                "x": rows[x].to_numpy(),
                "y": rows[y].to_numpy(),
                "name": name,
                "legendgroup": name,
                "showlegend": name not in named,
                "line": {"color": color, "width": 2, "dash": "dot"},
                "marker": {"color": theme.BACKGROUND, "size": 9, "line": {"color": color, "width": 2}},
                "hovertemplate": f"{name}, {when}, for %{{x}}: %{{y:,}}<extra></extra>",
            }
        )
        named.add(name)
        ends.append((rows[x].iloc[-1], float(rows[y].iloc[-1]), short_date(str(when)), color))
    if len(facts):
        traces.append(
            base
            | {
                "x": facts[x].to_numpy(),
                "y": facts[y].to_numpy(),
                "name": happened,
                "line": {"color": theme.TEXT, "width": 3},
                "marker": {"color": theme.TEXT, "size": 9},
                "hovertemplate": f"{happened}, %{{x}}: %{{y:,}}<extra></extra>",
            }
        )
    figure = figure_dict(traces, unit, right=58)
    top = float(frame[y].max()) if len(frame) else 1.0
    low = min(0.0, float(frame[y].min())) if len(frame) else 0.0
    figure["layout"]["annotations"] += _dates(ends, (top - low) * _ROOM)
    figure["layout"] |= {
        "showlegend": True,
        "legend": legend(-0.14),
        "yaxis": {"range": [low, top + 0.08 * (top - low)]},
    }
    if len(frame):
        span = [float(frame[x].min()) - 0.25, float(frame[x].max()) + 0.15]
        figure["layout"]["xaxis"] = {"range": span, "dtick": 1, "tickformat": "d"}
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


def _dates(ends: list[tuple[Any, float, str, str]], room: float) -> list[dict[str, Any]]:
    """Return the dates at the lines' ends; those at the same place on the axis move apart."""
    labels: list[dict[str, Any]] = []
    last: dict[Any, float] = {}
    for place, value, words, color in sorted(ends, key=lambda end: (end[0], end[1])):
        last[place] = max(value, last.get(place, float("-inf")) + room)
        ground = {"bgcolor": theme.BACKGROUND, "borderpad": 0}
        height = float(f"{last[place]:.4g}")
        labels.append(note(place, height, words, color, 12, xanchor="left", xshift=8, **ground))
    return labels
