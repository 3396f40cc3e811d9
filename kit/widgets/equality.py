"""When are two results the same? By their values, whatever holds them; by labels and columns where these count.

Numbers, texts, dates and gaps are compared one by one (`same`); lists, arrays, Series and Index by their values in
order; sets without order; tables by the names of their columns. Charts have a module of their own, `kit.widgets.drawn`.
"""

import datetime
import math
import unicodedata
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, Set, ValuesView
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from numbers import Complex, Integral, Real
from typing import Any

import numpy as np
import pandas as pd

from kit.widgets.drawn import figure_of, same_figure
from kit.widgets.messages import EXERCISE_MESSAGES as WORDS

#: How far two computations of one number may part, as a share of it, and what a binary fraction costs at an edge.
_COMPUTED, _BINARY = 1e-9, 1e-14
_SEQUENCES = (list, tuple, range, KeysView, ValuesView, ItemsView, Iterator)
_ARRAYS = (np.ndarray, pd.Series, pd.Index, pd.api.extensions.ExtensionArray)


def kind_of(value: Any) -> str:
    """Return what a value is to a learner, as the end of a message's name: "number", "text", "table", …"""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value.item()
    if figure_of(value) is not None:
        return "figure"
    if value is None:
        return "nothing"
    for kind, types in _KINDS:
        if isinstance(value, types):
            return kind
    return "gap" if is_gap(value) else "function" if callable(value) else "other"


_KINDS: tuple[tuple[str, Any], ...] = (
    ("bool", (bool, np.bool_)),
    ("text", str),
    # NaT is a datetime to Python: gaps go before dates, and a NaN is a number.
    ("gap", (type(pd.NaT), type(pd.NA))),
    ("duration", (datetime.timedelta, np.timedelta64)),
    ("number", (Complex, Decimal, np.number)),
    ("date", (datetime.date, np.datetime64, pd.Period)),
    ("table", pd.DataFrame),
    ("set", Set),  # the keys of a dictionary are one too, and have an order besides: `_values` knows
    ("values", (*_SEQUENCES, *_ARRAYS)),
    ("mapping", Mapping),
)


def is_gap(value: Any) -> bool:
    """Tell whether a value stands for a missing one: None, NaN, NaT, NA."""
    if value is None or value is pd.NaT or value is pd.NA:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()
    return isinstance(value, (float, np.floating, np.datetime64, np.timedelta64)) and bool(pd.isna(value))


def same(found: Any, right: Any, within: float = 0, loose: float = 0) -> bool:
    """Tell whether a result is the right one.

    Parameters
    ----------
    found, right : anything
        ``right`` sets the measure: its index counts where it is not the default one.
    within : float
        How far a number may be off, wherever it stands; the edges are right.
    loose : float
        The same as a share of the right number; the larger of the two counts.

    Examples
    --------
    >>> same(np.array([6.7, 1]), [6.3, 1], within=0.4)
    True
    """
    if figure_of(right) is not None:
        return figure_of(found) is not None and same_figure(found, right, _element(within, loose))
    if isinstance(right, pd.DataFrame):
        return isinstance(found, pd.DataFrame) and not table_differs(found, right, within, loose)
    if isinstance(right, Mapping):
        labels = found.to_dict() if isinstance(found, pd.Series) and found.index.is_unique else found
        return isinstance(labels, Mapping) and _same_mapping(labels, right, within, loose)
    if _many(right):
        return _many(found) and _same_values(found, right, within, loose)
    return (
        not _many(found) and not isinstance(found, (pd.DataFrame, Mapping)) and _same_one(found, right, within, loose)
    )


def _element(within: float, loose: float) -> Callable[[Any, Any], bool]:
    return lambda found, right: same(found, right, within, loose)


def _many(value: Any) -> bool:
    return kind_of(value) in ("values", "set")


# One value


def _same_one(found: Any, right: Any, within: float, loose: float) -> bool:
    found, right = _plain(found), _plain(right)
    if is_gap(found) or is_gap(right):
        return is_gap(found) and is_gap(right) and (found is None) == (right is None)
    kind = kind_of(right)
    if kind_of(found) != kind:
        return False
    if kind == "text":
        return reading(found) == reading(right)
    if kind == "number":
        return _same_number(found, right, within, loose)
    if kind == "date":
        return bool(_moment(found) == _moment(right))
    if kind == "duration":
        return _same_number(pd.Timedelta(found).total_seconds(), pd.Timedelta(right).total_seconds(), 0, loose)
    return bool(found is right or found == right)


def _plain(value: Any) -> Any:
    """Return numpy's scalars and arrays without an axis as Python's own."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    return value.item() if isinstance(value, (np.number, np.bool_, np.str_)) and not _is_time(value) else value


def _is_time(value: Any) -> bool:
    return isinstance(value, (np.datetime64, np.timedelta64))


def reading(text: str) -> str:
    """Return a text as it is read: full-width signs narrow, capitals small, blanks single."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _same_number(found: Any, right: Any, within: float, loose: float) -> bool:
    if found == right:
        return True
    if isinstance(found, Integral) and isinstance(right, Integral):
        return bool(abs(int(found) - int(right)) <= max(within, loose * _size(right)))
    try:
        found, right = (complex(n) if not isinstance(n, (Real, Decimal)) else float(n) for n in (found, right))
    except OverflowError:
        return False
    if not all(map(math.isfinite, (abs(found), abs(right)))):
        return False
    allowed = max(within, loose * abs(right))
    slack = max(allowed * _COMPUTED, _BINARY * abs(right)) if allowed else _COMPUTED * abs(right) or 1e-12
    return bool(abs(found - right) <= allowed + slack)


def _size(number: Any) -> Fraction | float:
    return abs(Fraction(int(number))) if abs(int(number)) > 2**53 else float(abs(number))


def _moment(value: Any) -> Any:
    if isinstance(value, pd.Period):
        value = value.start_time
    if isinstance(value, datetime.datetime) and value.tzinfo is not None:
        return pd.Timestamp(value).tz_convert("UTC")
    moment: Any = value.to_datetime64() if isinstance(value, pd.Timestamp) else value
    return np.datetime64(moment, "us")


# Many values


def _values(many: Any, at_most: int = 10**7) -> list[Any]:
    """Return the values of a list, an array, a Series, …; rows of a larger array are lists themselves."""
    if isinstance(many, np.ndarray):
        return [_values(row) if many.ndim > 1 else row for row in many]
    if isinstance(many, Iterator):
        return list(islice(many, at_most))
    return list(many)


def _same_values(found: Any, right: Any, within: float, loose: float) -> bool:
    if isinstance(right, pd.Series) and isinstance(found, pd.Series) and not same_labels(found.index, right.index):
        return False
    ours = _values(right)
    if not isinstance(found, Iterator) and len(found) != len(ours):
        return False
    theirs = _values(found, len(ours) + 1)
    if len(theirs) != len(ours):
        return False
    if any(isinstance(many, Set) and not isinstance(many, (KeysView, ItemsView)) for many in (found, right)):
        theirs, ours = sorted(theirs, key=_place), sorted(ours, key=_place)
    return all(_same_inside(one, other, within, loose) for one, other in zip(theirs, ours, strict=True))


def _same_inside(found: Any, right: Any, within: float, loose: float) -> bool:
    """Compare two values inside a container, where every gap is like every other."""
    return (is_gap(found) and is_gap(right)) or same(found, right, within, loose)


def _place(value: Any) -> tuple[str, Any]:
    """Return where a value of a set stands, so that sets can be compared side by side."""
    value = _plain(value)
    if is_gap(value):
        return "gap", 0
    kind = kind_of(value)
    return kind, value if kind in ("number", "bool") else reading(value) if kind == "text" else repr(value)


def _same_mapping(found: Mapping[Any, Any], right: Mapping[Any, Any], within: float, loose: float) -> bool:
    ours = {_place(key): value for key, value in right.items()}
    theirs = {_place(key): value for key, value in found.items()}
    return ours.keys() == theirs.keys() and all(
        _same_inside(theirs[key], value, within, loose) for key, value in ours.items()
    )


# Labels and tables


def same_labels(found: pd.Index, right: pd.Index) -> bool:
    """Tell whether the row labels agree, if those of the right result are more than a count from 0."""
    default = isinstance(right, pd.RangeIndex) and right.start == 0 and right.step == 1 and right.name is None
    return default or _same_values(list(found), list(right), 0, 0)


def table_differs(found: pd.DataFrame, right: pd.DataFrame, within: float = 0, loose: float = 0) -> str:
    """Return in one sentence what distinguishes a table from the right one; "" if nothing does.

    The order of columns does not matter. Row labels do where they are named or are words: what is left of the old
    row numbers after some rows were taken does not.
    """
    if not (found.columns.is_unique and right.columns.is_unique):
        return WORDS["differs_twice"] if not found.columns.equals(right.columns) or not found.equals(right) else ""
    missing = [str(name) for name in right.columns if name not in found.columns]
    extra = [str(name) for name in found.columns if name not in right.columns]
    if missing or extra:
        told = [WORDS[f"differs_{key}"].format(names=", ".join(names))
                for key, names in (("missing", missing), ("extra", extra)) if names]  # fmt: skip
        return " ".join(told)
    if len(found) != len(right):
        return WORDS["differs_rows"].format(found=len(found), right=len(right))
    meant = any(name is not None for name in right.index.names) or not pd.api.types.is_integer_dtype(right.index.dtype)
    if meant and not same_labels(found.index, right.index):
        return WORDS["differs_labels"]
    for name in right.columns:
        ours, theirs = list(right[name]), list(found[name])
        wrong = sum(not _same_inside(a, b, within, loose) for a, b in zip(theirs, ours, strict=True))
        if wrong:
            return WORDS["differs_column"].format(name=name, wrong=wrong, all=len(ours))
    return ""


def values_differ(found: Any, right: Any, within: float = 0) -> str:
    """Return in one sentence what distinguishes many values from the right ones; "" if it cannot be said."""
    if isinstance(found, Iterator):
        return ""
    if len(found) != len(right):
        return WORDS["differs_length"].format(found=len(found), right=len(right))
    ours, theirs = _values(right), _values(found)
    wrong = sum(not _same_inside(a, b, within, 0) for a, b in zip(theirs, ours, strict=True))
    if not wrong:
        return WORDS["differs_labels"]
    if _same_values(set_of(theirs), set_of(ours), within, 0):
        return WORDS["differs_order"]
    return WORDS["differs_values"].format(wrong=wrong, all=len(ours))


def set_of(values: list[Any]) -> list[Any]:
    """Return values in the one order in which those of a set are compared."""
    return sorted(values, key=_place)
