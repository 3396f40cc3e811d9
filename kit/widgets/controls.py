"""Controls of an explorer: each is a row of settings, known by their positions, with words for every one of them.

What ``draw`` receives is looked up by position alone, so an option can be anything: a table, an array, None, NaN.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from numbers import Real
from typing import Any, Literal

import numpy as np
import pandas as pd

from kit.widgets.contract import ControlSpec
from kit.widgets.messages import MESSAGES

#: Options as shown, label–value pairs, or label → value.
Options = Iterable[Any] | Mapping[Any, Any]

MOST_OPTIONS = 10_000
_MOST_BOXES = 12
_LETTERS = 80  # an option whose words are longer is named by its kind and its place


class ControlError(ValueError):
    """A control was described in a way that cannot work; the message says what to write instead."""


class Control:
    """What every control has in common. Use `Select`, `MultiSelect`, `Slider` or `Toggle`.

    Attributes
    ----------
    default : int
        Position of the setting at the start.
    """

    kind: Literal["select", "multiselect", "slider", "toggle"] = "select"

    def __init__(
        self, options: Sequence[Any], labels: Sequence[str], *, label: str = "", unit: str = "", help: str = ""
    ):
        self._options, self._labels = tuple(options), tuple(labels)
        self.label, self.unit, self.help = label, unit, help
        self.default = 0

    @property
    def options(self) -> tuple[Any, ...]:
        """What ``draw`` can receive, in order."""
        return self._options

    @property
    def labels(self) -> tuple[str, ...]:
        """What the reader sees for each option."""
        return self._labels

    def settings(self, embedded: bool = False) -> range:
        """Return the positions of all settings; of those that a page without a kernel offers, if embedded."""
        return range(len(self._options))

    def value(self, index: int) -> Any:
        """Return what ``draw`` receives for a setting."""
        return self._options[index]

    def index(self, value: Any) -> int:
        """Return the position of an option, or of its label.

        The very same object comes first, then a label, then an equal option.
        """
        found = next((i for i, option in enumerate(self._options) if option is value), None)
        if found is None and isinstance(value, str) and value in self._labels:
            found = self._labels.index(value)
        if found is None:
            found = next((i for i, option in enumerate(self._options) if _equal(option, value)), None)
        return self._refuse(value) if found is None else found

    def _refuse(self, value: Any) -> int:
        settings = self.settings()
        allowed = ", ".join(self._text(index) for index in settings[:8])
        more = f" … {self._text(settings[-1])}" if len(settings) > 8 else ""
        raise ControlError(f"“{self.label or self.kind}” has no setting {short(value)}. It can be: {allowed}{more}.")

    def _text(self, index: int) -> str:
        return self._labels[index]

    def describe(self, index: int) -> str:
        """Return a setting in words, with its unit."""
        return f"{self._text(index)} {self.unit}".strip()

    def to_spec(self, name: str, embedded: bool = False) -> ControlSpec:
        """Return what the front end needs to build the control; if embedded, it starts at the nearest setting."""
        settings = self.settings(embedded)
        start = min(round((self.default - settings[0]) / settings.step), len(settings) - 1)
        return {
            "kind": self.kind,
            "name": name,
            "label": self.label,
            "unit": self.unit,
            "help": self.help,
            "options": self._shown(embedded),
            "default": start,
        }

    def _shown(self, embedded: bool) -> list[str]:
        return [self._labels[index] for index in self.settings(embedded)]


class Select(Control):
    """One of several options: buttons where they are few and short, else a menu.

    Parameters
    ----------
    options : list, array, range, Index, label–value pairs or dict
        Options as shown; with pairs or a dict, label → value that ``draw`` receives. A value can be anything.
    default : optional
        The option at the start, or its label; the first one if left out.

    Raises
    ------
    ControlError
        If there is no option, or two look the same, or the default is not among them.

    Examples
    --------
    >>> Select(["robots", "share"]).labels
    ('robots', 'share')
    >>> Select([("one", 10), ("two", 20)]).value(1)
    20
    """

    def __init__(self, options: Options, *, default: Any = None, label: str = "", unit: str = "", help: str = ""):
        labels, values = _labels_and_values(options, type(self).__name__)
        super().__init__(values, labels, label=label, unit=unit, help=help)
        if default is not None:
            self.default = self.index(default)


class MultiSelect(Control):
    """Any number of options, as tick boxes; ``draw`` receives the list of those ticked.

    A setting is a number whose binary digits say which boxes are ticked, so n options give 2ⁿ settings.

    Parameters
    ----------
    options : list, array, range, Index, label–value pairs or dict
        Options as shown; with pairs or a dict, label → value.
    default : list, optional
        The options ticked at the start, or their labels; all if left out.

    Raises
    ------
    ControlError
        If there is no option, or more than 12, or the default is not among them.

    Examples
    --------
    >>> MultiSelect(["China", "Japan"]).value(2)
    ['Japan']
    """

    kind = "multiselect"

    def __init__(self, options: Options, *, default: Iterable[Any] | None = None, label: str = "", help: str = ""):
        labels, values = _labels_and_values(options, "MultiSelect")
        if len(labels) > _MOST_BOXES:
            raise ControlError(
                f"MultiSelect has {len(labels)} options and allows {_MOST_BOXES}: offer fewer, or use Select."
            )
        super().__init__(values, labels, label=label, help=help)
        self.default = 2 ** len(labels) - 1 if default is None else self.index(default)

    def settings(self, embedded: bool = False) -> range:
        return range(2 ** len(self._options))

    def value(self, index: int) -> list[Any]:
        return [option for bit, option in enumerate(self._options) if index >> bit & 1]

    def index(self, value: Any) -> int:
        if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
            raise ControlError(f"“{self.label or 'MultiSelect'}” takes a list of options, not {short(value)}.")
        return sum(1 << bit for bit in {super(MultiSelect, self).index(item) for item in value})

    def _refuse(self, value: Any) -> int:
        raise ControlError(
            f"“{self.label or self.kind}” has no setting {short(value)}. It can be: {', '.join(self._labels)}."
        )

    def _shown(self, embedded: bool) -> list[str]:
        return list(self._labels)

    def describe(self, index: int) -> str:
        ticked = (label for bit, label in enumerate(self._labels) if index >> bit & 1)
        return ", ".join(ticked) or MESSAGES["none_chosen"]


class Toggle(Control):
    """A switch; ``draw`` receives True or False.

    Examples
    --------
    >>> Toggle(True).default
    1
    """

    kind = "toggle"

    def __init__(self, default: bool = False, *, label: str = "", help: str = ""):
        super().__init__((False, True), (MESSAGES["off"], MESSAGES["on"]), label=label, help=help)
        self.default = int(bool(default))


def _labels_and_values(options: Options, kind: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    if isinstance(options, (set, frozenset)):
        raise ControlError(f"{kind} was given a set, which has no order: write sorted({{…}}) or a list.")
    if isinstance(options, (str, bytes, pd.DataFrame)) or not isinstance(options, Iterable):
        raise ControlError(f"{kind} takes a list or a dict of options, not {short(options)}.")
    listed = list(islice(options.items() if isinstance(options, Mapping) else options, MOST_OPTIONS + 1))
    if not listed:
        raise ControlError(f"{kind} has no options: give at least one.")
    if len(listed) > MOST_OPTIONS:
        raise ControlError(f"{kind} has more than {MOST_OPTIONS:,} options: offer fewer, or use a slider.")
    if isinstance(options, Mapping) or all(isinstance(pair, (tuple, list)) and len(pair) == 2 for pair in listed):
        labels, values = [str(label) for label, _ in listed], [value for _, value in listed]
    else:
        labels, values = [_name(option, place) for place, option in enumerate(listed, 1)], listed
    seen: set[str] = set()
    for label in labels:
        if label in seen:
            raise ControlError(f"{kind} has the option “{label}” twice: give every option its own label.")
        seen.add(label)
    return tuple(labels), tuple(values)


def _name(option: Any, place: int) -> str:
    """Return the words for an option; one that has no short words is named by its kind and its place."""
    if isinstance(option, np.datetime64):
        option = pd.Timestamp(option)
    if isinstance(option, date):  # and so a datetime, a Timestamp
        return str(option).removesuffix(" 00:00:00")
    words = getattr(option, "__name__", "") if callable(option) else str(option)
    plain = (
        words and "\n" not in words and len(words) <= _LETTERS and " object at 0x" not in words and words != "<lambda>"
    )
    return words if plain or isinstance(option, str) else f"{type(option).__name__} {place}"


def _equal(one: Any, other: Any) -> bool:
    """Tell whether two options are one, whatever they are: some cannot be compared, and NaN is not itself."""
    if type(one) is not type(other) and not (is_number(one) and is_number(other)):
        return False
    try:
        if hasattr(one, "equals"):
            return bool(one.equals(other))
        if isinstance(one, np.ndarray):
            return bool(np.array_equal(one, other))
        return bool(one == other) or bool(one != one and other != other)
    except Exception:  # an object's own idea of equality may raise anything
        return False


def is_number(value: Any) -> bool:
    """Tell whether a value counts as a number; True and False do not."""
    return isinstance(value, (Real, Decimal)) and not isinstance(value, bool)


def short(value: Any) -> str:
    """Return a value as Python writes it, on one line and not longer than a sentence bears."""
    text = " ".join(repr(value).split())
    return text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…"
