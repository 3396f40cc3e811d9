"""Hills: how likely each number is, for two or more things side by side."""

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import axis_title, framed, need

_COLOURS = (theme.HUES["grey"].light, theme.HUES["red"].light, theme.HUES["blue"].light, theme.HUES["green"].light)
_NEAR = 0.3  # of the axis: names of tops that are nearer stand above each other


def hills(
    frame: pd.DataFrame, x: str, y: str, series: str, *, unit: str, unit_x: str, limit: tuple[float, str] | None = None
) -> go.Figure:
    """Draw one hill of columns for each series, see-through where they overlap, with its name at its top.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a column, evenly spaced along ``x``.
    x, y, series : str
        Columns: place on the axis, height, name of the hill. The first hill is grey.
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
    >>> [trace.name for trace in hills(frame, "events", "chance", "who", unit="%", unit_x="events").data]
    ['a', 'b']
    """
    need(frame, x, y, series)
    span = float(frame[x].max() - frame[x].min()) or 1.0
    traces, names = [], []
    for position, (name, rows) in enumerate(frame.groupby(series, sort=False)):
        colour = _COLOURS[position % len(_COLOURS)]
        traces.append(
            {
                "type": "bar",
                "x": rows[x].to_numpy(),
                "y": rows[y].to_numpy(),
                "name": name,
                "opacity": 0.75,
                "marker": {"color": colour},
                "hovertemplate": "%{x}: %{y:.2g}<extra>%{fullData.name}</extra>",
            }
        )
        top = rows.loc[rows[y].idxmax()]
        names.append((float(top[x]), float(top[y]), name, colour))
    figure = framed(traces, unit, right=16)
    highest = float(frame[y].max()) or 1.0
    middle = float(frame[x].min()) + span / 2
    placed: list[tuple[float, float]] = []
    for place, height, name, colour in sorted(names, key=lambda n: n[1]):
        under = frame[(frame[x] - place).abs() <= _NEAR * span / 2][y].max()  # what the words would cover
        near = [above for other, above in placed if abs(other - place) < _NEAR * span]
        height = max([height, float(under), *(above + 0.08 * highest for above in near)])
        placed.append((place, height))
        figure["layout"]["annotations"].append(
            {
                "x": place,
                "y": height,
                "text": name,
                "showarrow": False,
                "yanchor": "bottom",
                "yshift": 3,
                "xanchor": _anchor((place - middle) / span),
                "font": {"color": colour},
            }
        )
    figure["layout"] |= {
        "barmode": "overlay",
        "bargap": 0.08,
        "xaxis": {"title": axis_title(unit_x)},
        "yaxis": {"range": [0, 1.3 * max(height for _, height in placed)]},
    }
    drawn = go.Figure(figure)
    if limit:
        side = "left" if limit[0] < middle else "right"
        drawn.add_shape(
            type="line",
            x0=limit[0],
            x1=limit[0],
            yref="paper",
            y0=0,
            y1=1,
            line={"color": theme.SOFT, "width": 1.5, "dash": "dash"},
        )
        drawn.add_annotation(
            x=limit[0],
            yref="paper",
            y=1,
            text=limit[1],
            showarrow=False,
            xanchor=side,
            yanchor="top",
            xshift=5 if side == "left" else -5,
            font={"color": theme.SOFT, "size": 12},
        )
    return drawn


def _anchor(offset: float) -> str:
    """Return which end of a name stands at its place: its middle, but near an edge the end that keeps it inside."""
    return "left" if offset < -0.2 else "right" if offset > 0.2 else "center"
