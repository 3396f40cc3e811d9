"""When do two charts show the same? By what is drawn: traces, their names and values, not by colours or words."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from kit.widgets.figures import unpack
from kit.widgets.messages import EXERCISE_MESSAGES as WORDS

Same = Callable[[Any, Any], bool]

#: What carries the values of a trace, whichever kind it is.
_CARRIERS = (
    *("x", "y", "z", "r", "theta", "a", "b", "c", "lat", "lon", "locations", "labels", "parents", "values"),
    *("open", "high", "low", "close", "dimensions", "base", "lower", "upper"),
)
#: The same, one step down.
_PARTS = {"link": ("source", "target", "value"), "node": ("label",)}
_TWINS = {"scattergl": "scatter", "scatterpolargl": "scatterpolar"}


def figure_of(value: Any) -> go.Figure | None:
    """Return the chart in a value: a figure, an explorer's, the first of ``(figure, sentence)``; None without one."""
    if isinstance(value, BaseFigure):
        return value
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], str):
        return figure_of(value[0])
    inside = vars(value).get("figure") if hasattr(value, "__dict__") else None
    return inside if isinstance(inside, BaseFigure) else None


def same_figure(found: Any, right: Any, same: Same) -> bool:
    """Tell whether two charts show the same values; see `figure_differs`."""
    return not figure_differs(found, right, same)


def figure_differs(found: Any, right: Any, same: Same) -> str:
    """Return in one sentence what a chart shows otherwise than the right one; "" if nothing.

    Neither the order of the traces nor that of their points matters, but along a line; a line may run either way.

    Parameters
    ----------
    found, right : plotly figure, or what holds one
    same : callable
        Tells whether two values are the same.
    """
    theirs, ours = _traces(figure_of(found)), _traces(figure_of(right))
    if len(theirs) != len(ours):
        return WORDS["drawn_count"].format(found=len(theirs), right=len(ours))
    kinds, asked = sorted(t["kind"] for t in theirs), sorted(t["kind"] for t in ours)
    if kinds != asked:
        return WORDS["drawn_kind"].format(found=_listed(kinds), right=_listed(asked))
    if len(ours) > 1 and sorted(t["name"] for t in theirs) != sorted(t["name"] for t in ours):
        missing = [t["name"] for t in ours if t["name"] not in {other["name"] for other in theirs}]
        return WORDS["drawn_names"].format(names=_listed(missing) or "…")
    rest = list(theirs)
    for trace in ours:
        twin = next((other for other in rest if _same_trace(other, trace, same, len(ours) > 1)), None)
        if twin is None:
            return _what_differs(rest, trace, same, len(ours) > 1)
        rest.remove(twin)
    for axis in ("xaxis", "yaxis"):
        if _is_log(figure_of(found), axis) != _is_log(figure_of(right), axis):
            return WORDS["drawn_log" if _is_log(figure_of(right), axis) else "drawn_linear"].format(axis=axis[0])
    return ""


def _traces(figure: Any) -> list[dict[str, Any]]:
    return [_trace(trace) for trace in figure.data if trace.visible not in (False, "legendonly")]


def _trace(trace: Any) -> dict[str, Any]:
    kind = _TWINS.get(trace.type, trace.type)
    mode = (trace.mode or "lines") if kind.startswith("scatter") else ""
    columns = {name: column for name, column in _columns(trace) if column is not None}
    # Without places plotly counts from 0.
    for one, other in (("x", "y"), ("y", "x")):
        if kind in ("scatter", "bar") and one in columns and other not in columns:
            columns[other] = list(range(len(columns[one])))
    kind = "lines" if "lines" in mode else "points" if "markers" in mode else kind
    return {"kind": kind, "name": str(trace.name or "").strip(), "columns": columns}


def _columns(trace: Any) -> Iterator[tuple[str, list[Any] | None]]:
    for name in _CARRIERS:
        if name in trace:
            yield name, _column(trace[name])
    for part, names in _PARTS.items():
        if part in trace:
            yield from ((f"{part}.{name}", _column(trace[part][name])) for name in names if name in trace[part])


def _column(values: Any) -> list[Any] | None:
    """Return the values of a trace as a list, also where plotly keeps them packed; None for a single setting."""
    if isinstance(values, Mapping) and "bdata" in values:
        return list(unpack(values))
    if values is None or isinstance(values, (str, int, float)):
        return None
    return list(values)


def _same_trace(found: dict[str, Any], right: dict[str, Any], same: Same, named: bool) -> bool:
    theirs, ours = found["columns"], right["columns"]
    if found["kind"] != right["kind"] or theirs.keys() != ours.keys() or (named and found["name"] != right["name"]):
        return False
    return _same_points(_points(theirs), _points(ours), same, ordered=right["kind"] == "lines")


def _points(columns: dict[str, list[Any]]) -> list[list[Any]]:
    """Return one list a point; columns of unequal length (a heat map's) count as one point each."""
    ordered = [[_moment(value) for value in columns[name]] for name in sorted(columns)]
    lengths = {len(column) for column in ordered}
    return [list(row) for row in zip(*ordered, strict=True)] if len(lengths) == 1 else [[column] for column in ordered]


def _moment(value: Any) -> Any:
    """Return dates as the text that plotly draws, so that a day written out is the day itself."""
    if hasattr(value, "isoformat"):
        return value.isoformat().removesuffix("T00:00:00")
    if isinstance(value, str):
        return re.sub(r"^(\d{4}-\d\d-\d\d)[ T]00:00:00(\.0+)?$", r"\1", value)
    return str(value)[:10] if type(value).__name__ == "datetime64" and str(value)[11:].strip("0:.") == "" else value


def _same_points(found: list[Any], right: list[Any], same: Same, ordered: bool) -> bool:
    if len(found) != len(right):
        return False
    if ordered:
        return same(found, right) or same(found[::-1], right)
    key = repr
    return same(sorted(found, key=key), sorted(right, key=key)) or _matched(found, right, same)


def _matched(found: list[Any], right: list[Any], same: Same) -> bool:
    """Tell whether each point has a twin, where sorting alone cannot bring them side by side."""
    if len(right) > 500:
        return False
    rest = list(found)
    for point in right:
        twin = next((place for place, other in enumerate(rest) if same(other, point)), None)
        if twin is None:
            return False
        del rest[twin]
    return True


def _what_differs(rest: list[dict[str, Any]], trace: dict[str, Any], same: Same, named: bool) -> str:
    other = next((one for one in rest if not named or one["name"] == trace["name"]), rest[0])
    theirs, ours = other["columns"], trace["columns"]
    name = WORDS["drawn_of"].format(name=trace["name"]) if named and trace["name"] else ""
    if theirs.keys() == ours.keys() == {"x", "y"}:
        turned = other | {"columns": {"x": theirs["y"], "y": theirs["x"]}}
        if _same_trace(turned, trace, same, named=False):
            return WORDS["drawn_turned"].format(of=name)
    for key in ours:
        if key in theirs and len(theirs[key]) != len(ours[key]):
            return WORDS["drawn_points"].format(of=name, found=len(theirs[key]), right=len(ours[key]))
    wrong = [key for key in ours if not (key in theirs and _same_points(theirs[key], ours[key], same, ordered=False))]
    return WORDS["drawn_values"].format(of=name, names=_listed(wrong or list(ours)))


def _is_log(figure: Any, axis: str) -> bool:
    return bool(figure.layout[axis].type == "log")


def _listed(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(names))
