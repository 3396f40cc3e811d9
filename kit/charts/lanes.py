"""Swim lanes: dated events, one lane for each kind."""

import re

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import ChartError, framed, need, not_yet

#: A date that is known only to the year or the month stands in its middle.
_MIDDLE = {4: "-07-01", 7: "-15", 10: ""}


def lanes(
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
    >>> [trace.x[0] for trace in lanes(frame, "date", "kind", "what", unit="events").data]
    ['2025-01-20', '2025-07-01']
    """
    need(frame, date, lane, event)
    names = list(dict.fromkeys(frame[lane]))
    traces = []
    for position, name in enumerate(names):
        rows = frame[frame[lane] == name]
        colour = theme.SERIES[position % len(theme.SERIES)]
        open_ = not_yet(rows)
        traces.append({
            "type": "scatter", "mode": "markers", "name": name, "x": [full_date(one) for one in rows[date]], "y": [name] * len(rows),
            "hovertext": rows[event].tolist(), "hovertemplate": "%{x}: %{hovertext}<extra></extra>",
            "marker": {"size": 10, "color": colour, "symbol": ["circle-open" if o else "circle" for o in open_], "line": {"width": [2 if o else 0 for o in open_]}},
        })  # fmt: skip
    figure = framed(traces, unit, right=16)
    figure["layout"]["xaxis"] = {"type": "date", "title": {"text": ""}}
    figure["layout"]["yaxis"] = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": names[::-1],
        "range": [-0.6, len(names) - 0.2],
        "gridcolor": theme.LINE,
    }
    figure["layout"]["shapes"] = []
    for letter, (when, words) in zip("AB", marked, strict=False):
        place = full_date(when)
        figure["layout"]["shapes"].append(
            {
                "type": "line",
                "x0": place,
                "x1": place,
                "yref": "paper",
                "y0": 0,
                "y1": 0.97,
                "line": {"color": theme.ACCENT, "width": 2},
            }
        )
        side = "right" if letter == "A" else "left"
        figure["layout"]["annotations"].append(
            {
                "x": place,
                "yref": "paper",
                "y": 1,
                "yanchor": "top",
                "xanchor": side,
                "xshift": -3 if side == "right" else 3,
                "text": f"<b>{letter}</b>",
                "hovertext": words,
                "showarrow": False,
                "font": {"color": theme.ACCENT, "size": 14},
            }
        )
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
