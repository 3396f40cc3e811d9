"""What a trace of any type shows: where its points stand, and what they are worth."""

from collections.abc import Mapping
from typing import Any, NamedTuple

_XY = (("x",), ("y",))
_PARTS = (("labels", "parents"), ("values",))
_OUTLINES = (("locations",), ("z",))
_SPOTS = (("locations", "lat", "lon"), ())
_ARROWS = (("x", "y", "z"), ("u", "v", "w"))
_PRICES = (("x",), ("open", "high", "low", "close"))

#: Type of trace → where its points stand, and what they are worth: the arrays that say so, a dot leading inwards. Both
#: words (here) and tables (front/logic/tables.js) are read by it. A ``z`` of rows is a grid, whatever the type.
READINGS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **dict.fromkeys(["scatter", "scattergl", "bar", "funnel", "waterfall", "histogram", "violin"], _XY),
    **dict.fromkeys(["histogram2d", "histogram2dcontour"], _XY),
    "box": (("x",), ("y", "lowerfence", "q1", "median", "q3", "upperfence")),
    **dict.fromkeys(["candlestick", "ohlc"], _PRICES),
    **dict.fromkeys(["heatmap", "contour", "surface", "scatter3d", "mesh3d"], (("x", "y"), ("z",))),
    **dict.fromkeys(["isosurface", "volume"], (("x", "y", "z"), ("value",))),
    **dict.fromkeys(["cone", "streamtube"], _ARROWS),
    "quiver": (("x", "y"), ("u", "v")),
    **dict.fromkeys(["pie", "funnelarea", "sunburst", "treemap", "icicle"], _PARTS),
    **dict.fromkeys(["scatterpolar", "scatterpolargl", "barpolar"], (("theta",), ("r",))),
    "scattersmith": (("real",), ("imag",)),
    "scatterternary": (("a", "b"), ("c",)),
    "carpet": (("a", "b"), ("y",)),
    "scattercarpet": (("a",), ("b",)),
    "contourcarpet": (("a", "b"), ("z",)),
    **dict.fromkeys(["choropleth", "choroplethmap"], _OUTLINES),
    **dict.fromkeys(["scattergeo", "scattermap"], _SPOTS),
    "densitymap": (("lat", "lon"), ("z",)),
    "sankey": (("link.source", "link.target"), ("link.value",)),
    "indicator": ((), ("value",)),
}
#: Types whose columns bear names of their own, and the one that has none.
DIMENSIONS = {"splom", "parcoords", "parcats"}
_SAMPLES = {"box", "violin", "histogram"}


class Reading(NamedTuple):
    """What a trace shows: columns that say where each point stands, and columns that say what it is worth."""

    places: list[list[Any]]
    values: list[list[Any]]


def read_trace(trace: Mapping[str, Any]) -> Reading:
    """Return where the points of a plain trace stand and what they are worth, whatever its type.

    Parameters
    ----------
    trace : dict
        One of ``data`` of what `to_spec` returns.

    Examples
    --------
    >>> read_trace({"type": "pie", "labels": ["a", "b"], "values": [1, 2]})
    Reading(places=[['a', 'b']], values=[[1, 2]])
    """
    kind = trace.get("type", "scatter")
    if kind == "image":
        return Reading([], [])
    if kind == "table":
        cells = trace.get("cells", {}).get("values") or []
        return Reading([], [column if isinstance(column, list) else [column] for column in cells])
    if kind in DIMENSIONS:
        return Reading([], [d["values"] for d in trace.get("dimensions") or [] if isinstance(d.get("values"), list)])
    if _is_grid(trace):
        return _read_grid(trace)
    place_keys, value_keys = READINGS.get(kind, _XY)
    if trace.get("orientation") == "h":
        place_keys, value_keys = _turned(place_keys), _turned(value_keys)
    places, values = _columns(trace, place_keys), _columns(trace, value_keys)
    if not values and value_keys == ("value",) and trace.get("value") is not None:
        values = [[trace["value"]]]
    if not values and place_keys in (("x",), ("y",)):
        places, values = [], places  # one column alone is what the points are worth
    if kind == "sankey":
        places = [[_node(trace, number) for number in column] for column in places]
    if not places and kind not in _SAMPLES and kind != "indicator" and values:
        start, step = trace.get("x0", 0), trace.get("dx", 1)
        counted = isinstance(start, (int, float)) and isinstance(step, (int, float))
        places = [[start + i * step if counted else i for i in range(len(values[0]))]]
    return Reading(places, values)


def _turned(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({"x": "y", "y": "x"}.get(key, key) for key in keys)


def _columns(trace: Mapping[str, Any], keys: tuple[str, ...]) -> list[list[Any]]:
    return [column for key in keys if (column := _column(trace, key)) is not None]


def _column(trace: Mapping[str, Any], key: str) -> list[Any] | None:
    found: Any = trace
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    if not isinstance(found, list):
        return None
    if found and all(isinstance(level, list) for level in found):  # categories of several levels
        return [", ".join(map(str, levels)) for levels in zip(*found, strict=False)]
    return found


def _is_grid(trace: Mapping[str, Any]) -> bool:
    z = trace.get("z")
    return isinstance(z, list) and bool(z) and isinstance(z[0], list)


def _read_grid(trace: Mapping[str, Any]) -> Reading:
    z = trace["z"]
    width = max(map(len, z))
    rows, columns = _column(trace, "y"), _column(trace, "x")
    named = [
        (row, column, value)
        for row, line in zip(rows or range(len(z)), z, strict=False)
        for column, value in zip(columns or range(width), line, strict=False)
    ]
    return Reading([[row for row, _, _ in named], [column for _, column, _ in named]], [[v for _, _, v in named]])


def _node(trace: Mapping[str, Any], number: Any) -> Any:
    labels = (trace.get("node") or {}).get("label")
    return (
        labels[number] if isinstance(labels, list) and isinstance(number, int) and 0 <= number < len(labels) else number
    )
