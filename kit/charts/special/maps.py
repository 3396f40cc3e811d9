"""A map for one lesson: places by longitude and latitude, with what flows between them; no borders are drawn."""

from collections.abc import Iterable
from math import cos, radians
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.layout import figure_dict, grouped, legend, require_columns


def point_map(
    frame: pd.DataFrame,
    label: str,
    *,
    size: str = "",
    group: str = "",
    unit: str = "",
    flows: Iterable[tuple[str, str, float]] = (),
    anchors: dict[str, str] | None = None,
    longitudes: tuple[float, float] = (98.5, 128.5),
    latitudes: tuple[float, float] = (20.5, 42.5),
) -> go.Figure:
    """Draw each row where it lies, as a dot with its name; a degree is as long in both directions.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a place, with ``latitude`` and ``longitude`` in degrees.
    label : str
        Column with the names; what follows ``<br>`` stands in a second line.
    size : str
        Column that decides the area of the dot; a missing value is drawn as an open ring.
    group : str
        Column that decides the colour; the groups stand in a line under the chart.
    unit : str
        What the size means, printed above.
    flows : iterable of (from, to, amount)
        Lines between two names; the width grows with the amount, from 0 to 100.
    anchors : dict of str to str, optional
        Side of the name where the usual one (above) is taken: for example ``{"Wuhu": "bottom right"}``.
    longitudes, latitudes : (float, float)
        What is shown.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> towns = pd.DataFrame({"town": ["A", "B"], "latitude": [30, 40], "longitude": [110, 120]})
    >>> [trace.name for trace in point_map(towns, "town", flows=[("A", "B", 10)]).data]
    ['A to B: 10', 'places']
    """
    require_columns(frame, "latitude", "longitude", label, size, group)
    where = frame.set_index(label)[["longitude", "latitude"]]
    traces = [_flow(where, *flow) for flow in flows]
    largest = float(frame[size].max()) if size else 1.0
    for name, rows, color in grouped(frame, group):
        known = rows[size].notna() if size else pd.Series(True, index=rows.index)
        for part, symbol in [(rows[known], "circle"), (rows[~known], "circle-open")]:
            if part.empty:
                continue
            full = symbol == "circle"
            sides = [(anchors or {}).get(words.partition("<br>")[0], "top center") for words in part[label]]
            diameters = [8 + 20 * (float(v) / largest) ** 0.5 for v in part[size]] if size and full else 10
            trace = {
                "type": "scatter",
                "mode": "markers+text",
                "name": (name or "places") if full else f"{name or 'places'}, none or not found",
                "showlegend": full,
                "x": part["longitude"].to_numpy(),
                "y": part["latitude"].to_numpy(),
                "text": part[label].tolist(),
                "textposition": sides,
                "textfont": {"size": 11},
                "cliponaxis": False,
                "marker": {"color": color, "size": diameters, "symbol": symbol},
                "hovertemplate": "%{text}" + (": %{customdata}" if size else "") + "<extra></extra>",
            }
            if size:
                trace["customdata"] = [f"{v:,.6g} {unit}" if full else "none or not found" for v in part[size]]
            traces.append(trace)
    figure = figure_dict(traces, unit, right=16)
    stretch = round(1 / cos(radians(sum(latitudes) / 2)), 3)
    axis = {"constrain": "domain", "dtick": 10}
    figure["layout"] |= {
        "xaxis": axis | {"range": list(longitudes), "ticksuffix": "° E"},
        "yaxis": axis | {"range": list(latitudes), "ticksuffix": "° N", "scaleanchor": "x", "scaleratio": stretch},
    }
    figure["layout"] |= {"showlegend": True, "legend": legend(-0.1)} if group else {}
    return go.Figure(figure)


def _flow(where: pd.DataFrame, start: str, end: str, amount: float) -> dict[str, Any]:
    (x0, y0), (x1, y1) = where.loc[[start, end]].to_numpy().tolist()
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x0, x1],
        "y": [y0, y1],
        "name": f"{start} to {end}: {amount:.0f}",
        "showlegend": False,
        "opacity": 0.7,
        "line": {"color": theme.HUES["grey"].light, "width": round(1 + 12 * amount / 100, 1)},
        "hovertemplate": "%{fullData.name}<extra></extra>",
    }
