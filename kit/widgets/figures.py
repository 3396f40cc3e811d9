"""A plotly figure as plain data: what is sent to the front end, embedded in a page, and put in words."""

import base64
import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from kit.widgets.contract import FigureSpec
from kit.widgets.messages import MESSAGES
from kit.widgets.readings import DIMENSIONS, Reading, read_trace

#: Units of durations, in seconds: plotly.js has no axis for them, so they are drawn as numbers in one of these.
_UNITS = {"days": 86_400.0, "hours": 3_600.0, "minutes": 60.0, "seconds": 1.0, "milliseconds": 0.001}


def to_spec(figure: BaseFigure) -> FigureSpec:
    """Return a figure as lists, numbers and strings, without its template; one that has not the kit's is a guest.

    Numbers keep fifteen significant digits, all that a float holds for certain, and single-precision ones the digits
    that tell them apart. Gaps of every kind become None, dates their ISO text, durations numbers in one unit, which the
    title of the axis names.

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
    >>> to_spec(go.Figure(go.Bar(x=["a"], y=[0.1 + 0.2])))["data"][0]["y"]
    [0.3]
    """
    full = figure.to_dict()
    template = full["layout"].pop("template", {}).get("layout", {})
    unit = _unit_of(full["data"])
    drawn: FigureSpec = {"data": _to_spec(full["data"], unit), "layout": _to_spec(full["layout"], unit)}
    if unit:
        _name_unit(full["data"], drawn["layout"], unit)
    if template.get("meta") != "kit":
        drawn["guest"] = True
    return drawn


def unpack(packed: Mapping[str, Any]) -> Any:
    """Return the array that plotly keeps packed in a figure: its bytes in base64, its dtype, its shape.

    Examples
    --------
    >>> unpack(go.Figure(go.Heatmap(z=np.array([[1.5, 2], [3, 4]]))).to_dict()["data"][0]["z"]).tolist()
    [[1.5, 2.0], [3.0, 4.0]]
    """
    flat = np.frombuffer(base64.b64decode(packed["bdata"]), dtype=np.dtype(packed["dtype"]).newbyteorder("<"))
    return flat.reshape([int(size) for size in str(packed.get("shape") or flat.size).split(",")])


def _to_spec(value: Any, unit: str) -> Any:
    if isinstance(value, str) or value is None or isinstance(value, (bool, np.bool_)):
        return bool(value) if isinstance(value, np.bool_) else value
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating, Decimal, Fraction)):
        return _number(float(str(value)) if isinstance(value, (np.float16, np.float32)) else float(value))
    if isinstance(value, Mapping):
        if "bdata" in value:
            return _to_spec(unpack(value), unit)
        return {str(key): _to_spec(item, unit) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return _array_to_spec(value, unit)
    if isinstance(value, (list, tuple)):
        return [_to_spec(item, unit) for item in value]
    return _object_to_spec(value, unit)


def _array_to_spec(array: Any, unit: str) -> Any:
    if array.dtype.kind == "M":
        return [None if np.isnat(day) else _date(pd.Timestamp(day)) for day in array.ravel()]
    if array.dtype.kind == "f" and array.dtype.itemsize < 8:
        array = array.astype(str).astype(float)  # 0.1 in single precision is 0.1, not 0.10000000149
    items = list(array) if array.dtype.kind == "m" else array.tolist()
    if array.dtype.kind == "O" and items and all(isinstance(item, tuple) and len(item) == 2 for item in items):
        items = list(zip(*items, strict=True))  # an index of two levels is two rows of categories
    return _to_spec(items, unit)


def _object_to_spec(value: Any, unit: str) -> Any:
    if hasattr(value, "as_py"):  # a value of Apache Arrow
        return _to_spec(value.as_py(), unit)
    if value is pd.NA or value is pd.NaT or (isinstance(value, (np.datetime64, np.timedelta64)) and np.isnat(value)):
        return None
    if isinstance(value, (datetime, np.datetime64)):
        return _date(pd.Timestamp(value))
    if isinstance(value, (timedelta, np.timedelta64)):
        return _number(pd.Timedelta(value).total_seconds() / _UNITS[unit or "seconds"])
    return str(value)


def _number(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    number = float(f"{value:.15g}")
    if not math.isfinite(number):  # the largest floats have no neighbour to be rounded to
        return value
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _date(day: pd.Timestamp) -> str:
    # plotly.js draws the clock's time and knows no zones.
    return day.tz_localize(None).isoformat(sep=" ").removesuffix(" 00:00:00")


def _durations(value: Any) -> list[Any]:
    """Return the durations in a column, none if it holds something else."""
    if isinstance(value, (list, tuple, np.ndarray)) and getattr(value, "dtype", np.dtype("O")).kind in "Om":
        first = next((item for item in value if item is not None), None)
        if isinstance(first, (timedelta, np.timedelta64)):
            return [item for item in value if isinstance(item, (timedelta, np.timedelta64)) and not pd.isna(item)]
    return []


def _unit_of(traces: Iterable[Mapping[str, Any]]) -> str:
    """Return the largest unit of which the longest duration in a figure holds two, or "" if there is none."""
    lengths = [
        abs(pd.Timedelta(item).total_seconds())
        for trace in traces
        for column in trace.values()
        for item in _durations(column)
    ]
    if not lengths:
        return ""
    return next((unit for unit, seconds in _UNITS.items() if max(lengths) >= 2 * seconds), "seconds")


def _name_unit(traces: Iterable[Mapping[str, Any]], layout: dict[str, Any], unit: str) -> None:
    axes = {(key, trace.get(f"{key}axis", key)[1:]) for trace in traces for key in "xy" if _durations(trace.get(key))}
    for key, number in axes:
        axis = layout.setdefault(f"{key}axis{number}", {})
        title = axis.get("title", {}).get("text", "")
        axis["title"] = axis.get("title", {}) | {"text": f"{title} ({unit})" if title else unit}


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
    if not isinstance(value, float):
        return value
    number = float(f"{value:.7g}")
    return int(number) if number.is_integer() and abs(number) < 1e15 else float(f"{number:.4g}")


# Words


def points(figure: FigureSpec) -> int:
    """Return how many points with a value a plain figure draws; a picture counts as one."""
    if not figure["data"]:
        return len(figure["layout"].get("shapes", [])) + len(figure["layout"].get("images", []))
    return sum(len(_known(read_trace(trace))) or trace.get("type") == "image" for trace in figure["data"])


def _known(reading: Reading) -> list[tuple[str, Any]]:
    """Return place and value of every point that has a value."""
    values = reading.values[0] if reading.values else (reading.places[0] if reading.places else [])
    places = zip(*reading.places, strict=False) if reading.places else [()] * len(values)
    return [(_place(place), value) for place, value in zip(places, values, strict=False) if value is not None]


def _place(parts: tuple[Any, ...]) -> str:
    return ", ".join(_show(part) if isinstance(part, float) else str(part) for part in parts if part not in ("", None))


def text_summary(figure: FigureSpec) -> list[str]:
    """Return one line for each trace of a plain figure: name, how many points, from, to, least, most."""
    return [_trace_line(trace) for trace in figure["data"] if trace.get("visible", True) is True]


def _trace_line(trace: Mapping[str, Any]) -> str:
    kind = trace.get("type", "scatter")
    name = trace.get("name") or kind
    if kind == "image":
        return f"  {name}: a picture"
    reading = read_trace(trace)
    if kind == "table":
        heads = trace.get("header", {}).get("values") or []
        return f"  {name}: {max(map(len, reading.values), default=0)} rows of {', '.join(map(_head, heads))}"
    known = _known(reading)
    if not known:
        return f"  {name}: no points"
    line = f"  {name}: {len(known)} {'point' if len(known) == 1 else 'points'}"
    if kind in DIMENSIONS:
        return f"{line} of {', '.join(str(d.get('label', '')) for d in trace['dimensions'])}"
    numbers = [(p, v) for p, v in known if isinstance(v, (int, float))]
    if not numbers:
        return line
    (first, start), (last, end) = numbers[0], numbers[-1]
    least, most = min(numbers, key=lambda pv: pv[1]), max(numbers, key=lambda pv: pv[1])
    if not reading.places:
        middle = median(value for _, value in numbers)
        return f"{line}, least {_show(least[1])}, middle {_show(middle)}, most {_show(most[1])}"
    return (
        f"{line}, {first} → {last}: {_show(start)} → {_show(end)}; "
        f"least {_show(least[1])} ({least[0]}), most {_show(most[1])} ({most[0]})"
    )


def _head(head: Any) -> str:
    return " ".join(map(str, head)) if isinstance(head, list) else str(head)


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
    ValueError
        If the figure is an animation.
    """
    figure, caption = result if isinstance(result, tuple) and len(result) == 2 else (result, "")
    caption = "" if caption is None else caption
    if not isinstance(figure, BaseFigure) or not isinstance(caption, str):
        found = "nothing" if result is None else type(result).__name__
        raise TypeError(
            f"draw returned {found}; it must end with “return figure” or “return figure, sentence” "
            "(a plotly figure and what is seen)"
        )
    if figure.frames:
        raise ValueError(
            f"the figure is an animation of {len(figure.frames)} frames, and a card plays none: leave animation_frame "
            "out, and let a control choose what draw shows, for example year=kit.Slider(2012, 2024, play=True)"
        )
    return (figure if isinstance(figure, go.Figure) else go.Figure(figure)), caption


def caption_or_hint(figure: FigureSpec, caption: str) -> str:
    """Return the caption; for an empty chart without one, a hint what to do."""
    return caption or ("" if points(figure) else MESSAGES["empty"])
