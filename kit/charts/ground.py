"""Places by longitude and latitude, with what flows between them; no borders are drawn."""

from collections.abc import Iterable
from math import cos, radians

import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import colour_of, framed, legend, need


def ground(
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
    >>> [trace.name for trace in ground(towns, "town", flows=[("A", "B", 10)]).data]
    ['A to B: 10', 'places']
    """
    need(frame, "latitude", "longitude", label, size, group)
    where = frame.set_index(label)[["longitude", "latitude"]]
    traces = [_flow(where, *flow) for flow in flows]
    largest = frame[size].max() if size else None
    for position, (name, rows) in enumerate(frame.groupby(group, sort=False) if group else [("places", frame)]):
        known = rows[size].notna() if size else pd.Series(True, index=rows.index)
        for part, symbol in [(rows[known], "circle"), (rows[~known], "circle-open")]:
            if len(part):
                diameters = (
                    [8 + 20 * (float(v) / largest) ** 0.5 for v in part[size]] if size and symbol == "circle" else 10
                )
                traces.append({
                    "type": "scatter", "mode": "markers+text", "name": str(name) if symbol == "circle" else f"{name}, none or not found", "showlegend": symbol == "circle",
                    "x": part["longitude"].to_numpy(), "y": part["latitude"].to_numpy(), "text": part[label].tolist(), "cliponaxis": False,
                    "textposition": [(anchors or {}).get(words.partition("<br>")[0], "top center") for words in part[label]], "textfont": {"size": 11},
                    "marker": {"color": colour_of(str(name), position), "size": diameters, "symbol": symbol},
                    "hovertemplate": "%{text}" + (": %{customdata}" if size else "") + "<extra></extra>",
                } | ({"customdata": [f"{v:,.6g} {unit}" if symbol == "circle" else "none or not found" for v in part[size]]} if size else {}))  # fmt: skip
    figure = framed(traces, unit, right=16)
    middle = sum(latitudes) / 2
    figure["layout"] |= {
        "xaxis": {"range": list(longitudes), "constrain": "domain", "dtick": 5, "ticksuffix": "° E"},
        "yaxis": {"range": list(latitudes), "scaleanchor": "x", "scaleratio": round(1 / cos(radians(middle)), 3), "constrain": "domain", "dtick": 5, "ticksuffix": "° N"},
    } | ({"showlegend": True, "legend": legend(-0.1)} if group else {})  # fmt: skip
    return go.Figure(figure)


def _flow(where: pd.DataFrame, start: str, end: str, amount: float) -> dict:
    (x0, y0), (x1, y1) = where.loc[start], where.loc[end]
    return {
        "type": "scatter", "mode": "lines", "x": [float(x0), float(x1)], "y": [float(y0), float(y1)], "name": f"{start} to {end}: {amount:.0f}", "showlegend": False,
        "opacity": 0.7, "line": {"color": theme.HUES["grey"].light, "width": round(1 + 12 * amount / 100, 1)}, "hovertemplate": "%{fullData.name}<extra></extra>",
    }  # fmt: skip
