"""A plotly figure as plain data: what is sent to the front end, embedded in a page, and put in words."""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import plotly.graph_objects as go

from kit.widgets.contract import FigureSpec
from kit.widgets.messages import MESSAGES

_DTYPES = {"i1": "<i1", "u1": "<u1", "i2": "<i2", "u2": "<u2", "i4": "<i4", "u4": "<u4", "f4": "<f4", "f8": "<f8"}


def to_spec(figure: go.Figure) -> FigureSpec:
    """Return a figure as lists, numbers and strings, without its template; one that has not the kit's is a guest.

    Numbers are rounded to seven significant digits, finer than any screen, so that equal states look equal
    and pack well.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure

    Returns
    -------
    dict
        ``{"data": [trace, …], "layout": {…}}``, ready for JSON; with ``"guest": True`` if the figure was not made by
        `kit.charts` nor in plotly's template "kit": the front end then leaves its legend and its axes alone.

    Examples
    --------
    >>> to_spec(go.Figure(go.Bar(x=["a"], y=[1 / 3])))["data"][0]["y"]
    [0.3333333]
    """
    full = figure.to_dict()
    template = full["layout"].pop("template", {}).get("layout", {})
    drawn: FigureSpec = {"data": _to_spec(full["data"]), "layout": _to_spec(full["layout"])}
    if template.get("meta") != "kit":
        drawn["guest"] = True
    return drawn


def fingerprint(figure: Mapping[str, Any], caption: str) -> str:
    """Return a short text that changes when a plain figure or its caption does.

    Numbers count with four digits: the last ones of a computed number may differ between processors.

    Parameters
    ----------
    figure : dict
        As `to_spec` returns it.
    caption : str

    Examples
    --------
    >>> fingerprint({"data": [{"y": [1.00001]}]}, "") == fingerprint({"data": [{"y": [1.00002]}]}, "")
    True
    """
    text = json.dumps([_rounded(figure), caption], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return float(f"{value:.4g}") if isinstance(value, float) else value


def _to_spec(value: Any) -> Any:
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        number = float(f"{value:.7g}")
        return None if number - number != 0 else int(number) if number.is_integer() and abs(number) < 1e15 else number
    if isinstance(value, Mapping):
        if "bdata" in value:
            array = np.frombuffer(base64.b64decode(value["bdata"]), dtype=_DTYPES[value["dtype"]])
            shape = value.get("shape")
            return _to_spec(
                array.reshape([int(n) for n in str(shape).split(",")]).tolist() if shape else array.tolist()
            )
        return {str(key): _to_spec(item) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return _to_spec(value.tolist())
    if isinstance(value, (list, tuple)):
        return [_to_spec(item) for item in value]
    return str(value)


def points(figure: FigureSpec) -> int:
    """Return how many points with a value a plain figure draws."""
    return sum(sum(v is not None for v in _values(trace)) for trace in figure["data"])


def text_summary(figure: FigureSpec) -> list[str]:
    """Return one line for each trace of a plain figure: name, how many points, from, to, least, most."""
    return [_trace_line(trace) for trace in figure["data"] if trace.get("visible", True) is True]


def _trace_line(trace: Mapping[str, Any]) -> str:
    places, values = _places(trace), _values(trace)
    known = [(p, v) for p, v in zip(places, values, strict=False) if v is not None]
    name = trace.get("name") or trace.get("type", "scatter")
    if not known:
        return f"  {name}: no points"
    line = f"  {name}: {len(known)} {'point' if len(known) == 1 else 'points'}"
    numbers = [(p, v) for p, v in known if isinstance(v, (int, float))]
    if not numbers:
        return line
    (first, start), (last, end) = numbers[0], numbers[-1]
    least, most = min(numbers, key=lambda pv: pv[1]), max(numbers, key=lambda pv: pv[1])
    return f"{line}, {first} → {last}: {_show(start)} → {_show(end)}; least {_show(least[1])} ({least[0]}), most {_show(most[1])} ({most[0]})"


def _values(trace: Mapping[str, Any]) -> list[Any]:
    sideways = trace.get("orientation") == "h"
    for key in ("z", "x", "values") if sideways else ("z", "y", "values", "x"):
        found = trace.get(key)
        if isinstance(found, list):
            return [item for row in found for item in row] if found and isinstance(found[0], list) else found
    return []


def _places(trace: Mapping[str, Any]) -> list[Any]:
    if (
        isinstance(trace.get("z"), list) and trace.get("x") and trace.get("y")
    ):  # a table: each cell is named by its row and its column
        return [f"{row}, {column}" for row in trace["y"] for column in trace["x"]]
    found = trace.get("y" if trace.get("orientation") == "h" else "x")
    labels = found if isinstance(found, list) else trace.get("labels")
    return [_show(p) if isinstance(p, float) else p for p in labels or range(1, len(_values(trace)) + 1)]


def _show(number: float) -> str:
    # Five digits are stable on every system; the sixth of a computed number may differ between processors.
    text = f"{number:,.0f}" if 10_000 <= abs(number) < 1e15 else f"{number:.5g}"
    return "0" if text == "-0" else text


def as_drawing(result: Any) -> tuple[go.Figure, str]:
    """Return figure and caption from what ``draw`` gave back.

    Raises
    ------
    TypeError
        If it is neither a plotly figure nor ``(figure, sentence)``.
    """
    figure, caption = result if isinstance(result, tuple) and len(result) == 2 else (result, "")
    if not isinstance(figure, go.Figure) or not isinstance(caption, str):
        found = "nothing" if result is None else type(result).__name__
        raise TypeError(
            f"draw returned {found}; it must end with “return figure” or “return figure, sentence” (a plotly figure and what is seen)"
        )
    return figure, caption


def caption_or_hint(figure: FigureSpec, caption: str) -> str:
    """Return the caption; for an empty chart without one, a hint what to do."""
    return caption or ("" if points(figure) else MESSAGES["empty"])
