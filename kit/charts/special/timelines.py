"""A timeline: dated events in lanes."""

import re

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import ChartError, figure_dict, note, provisional, require_columns

#: A date that is known only to the year or the month stands in its middle.
_MIDDLE = {4: "-07-01", 7: "-15", 10: ""}


def swimlanes(
    frame: pd.DataFrame, date: str, lane: str, event: str, *, unit: str, marked: tuple[tuple[str, str], ...] = ()
) -> go.Figure:
    """Draw each event as a dot at its date, in the lane of its kind.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row an event, in the order in which the lanes stand; if the lanes are a categorical column, all its
        categories are drawn, each in its own colour, also those without an event. A column ``status`` makes forecasts,
        targets and claims hollow.
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
    kinds = frame[lane]
    names = list(kinds.cat.categories if isinstance(kinds.dtype, pd.CategoricalDtype) else dict.fromkeys(kinds))
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
