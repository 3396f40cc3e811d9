"""Controls of an explorer: each is a finite list of settings with a label for every one of them."""

from collections.abc import Mapping, Sequence
from copy import copy
from math import floor
from numbers import Real
from typing import Any, Literal

from kit.widgets.contract import ControlSpec
from kit.widgets.messages import MESSAGES

#: Options as shown, or label → value.
Options = Sequence[Any] | Mapping[Any, Any]


class ControlError(ValueError):
    """A control was described in a way that cannot work; the message says what to write instead."""


class Control:
    """What every control has in common. Use `Select`, `MultiSelect`, `Slider` or `Toggle`.

    Attributes
    ----------
    options : tuple
        What ``draw`` can receive, in order.
    labels : tuple of str
        What the reader sees for each option.
    default : int
        Position of the setting at the start.
    """

    kind: Literal["select", "multiselect", "slider", "toggle"] = "select"

    def __init__(
        self, options: Sequence[Any], labels: Sequence[str], *, label: str = "", unit: str = "", help: str = ""
    ):
        self.options, self.labels = tuple(options), tuple(labels)
        self.label, self.unit, self.help = label, unit, help
        self.default = 0

    def settings(self, embedded: bool = False) -> range:
        """Return the positions of all settings; of those that a page without a kernel offers, if embedded."""
        return range(len(self.options))

    def value(self, index: int) -> Any:
        """Return what ``draw`` receives for a setting."""
        return self.options[index]

    def index(self, value: Any) -> int:
        """Return the position of a value; a label is understood too."""
        for candidates in (self.options, self.labels):
            for index, candidate in enumerate(candidates):
                if candidate is value or (
                    (type(candidate) is type(value) or isinstance(value, Real)) and candidate == value
                ):
                    return index
        allowed = ", ".join(self.labels[:8]) + (" …" if len(self.labels) > 8 else "")
        raise ControlError(f"“{self.label or self.kind}” has no setting {value!r}. It can be: {allowed}.")

    def describe(self, index: int) -> str:
        """Return a setting in words, with its unit."""
        return f"{self.labels[index]} {self.unit}".strip()

    def to_spec(self, name: str, embedded: bool = False) -> ControlSpec:
        """Return what the front end needs to build the control; if embedded, it starts at the nearest setting."""
        settings = self.settings(embedded)
        return {
            "kind": self.kind,
            "name": name,
            "label": self.label,
            "unit": self.unit,
            "help": self.help,
            "options": self._shown(embedded),
            "default": min(range(len(settings)), key=lambda place: abs(settings[place] - self.default)),
        }

    def _shown(self, embedded: bool) -> list[str]:
        return [self.labels[index] for index in self.settings(embedded)]


class Select(Control):
    """One of several options: buttons where they are few and short, else a menu.

    Parameters
    ----------
    options : list or dict
        Options as shown; with a dict, label → value that ``draw`` receives.
    default : optional
        The option at the start; the first one if left out.

    Raises
    ------
    ControlError
        If there is no option, or two look the same, or the default is not among them.

    Examples
    --------
    >>> Select(["robots", "share"]).labels
    ('robots', 'share')
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
    options : list or dict
        Options as shown; with a dict, label → value.
    default : list, optional
        The options ticked at the start; all if left out.

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

    def __init__(self, options: Options, *, default: Sequence[Any] | None = None, label: str = "", help: str = ""):
        labels, values = _labels_and_values(options, "MultiSelect")
        if len(labels) > 12:
            raise ControlError(f"MultiSelect has {len(labels)} options and allows 12: offer fewer, or use Select.")
        super().__init__(values, labels, label=label, help=help)
        self.default = 2 ** len(labels) - 1 if default is None else self.index(default)

    def settings(self, embedded: bool = False) -> range:
        return range(2 ** len(self.options))

    def value(self, index: int) -> list[Any]:
        return [option for bit, option in enumerate(self.options) if index >> bit & 1]

    def index(self, value: Any) -> int:
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise ControlError(f"“{self.label}” takes a list of options, not {value!r}.")
        return sum(1 << bit for bit in {super(MultiSelect, self).index(item) for item in value})

    def _shown(self, embedded: bool) -> list[str]:
        return list(self.labels)

    def describe(self, index: int) -> str:
        return ", ".join(label for bit, label in enumerate(self.labels) if index >> bit & 1) or MESSAGES["none_chosen"]


class Slider(Control):
    """A number between two bounds.

    Parameters
    ----------
    low, high : int or float
        The bounds; both can be reached if ``step`` divides the distance.
    step : int or float
        Distance between two settings.
    default : number, optional
        The setting at the start; ``low`` if left out.
    play : bool
        Whether there is a button that moves the slider by itself.
    embed_every : int
        A page without a kernel keeps every ``embed_every``-th setting; 1 keeps all.

    Raises
    ------
    ControlError
        If the bounds are reversed, the step is not positive, or the default is not a setting.

    Examples
    --------
    >>> Slider(8, 13, default=12, unit="years").options
    (8, 9, 10, 11, 12, 13)
    """

    kind = "slider"

    def __init__(
        self,
        low: float,
        high: float,
        step: float = 1,
        *,
        default: float | None = None,
        label: str = "",
        unit: str = "",
        help: str = "",
        play: bool = False,
        embed_every: int = 1,
    ):
        if not all(isinstance(n, Real) for n in (low, high, step)):
            raise ControlError(f"A slider needs numbers, not ({low!r}, {high!r}, {step!r}): write Slider(2010, 2024).")
        if low >= high:
            raise ControlError(
                f"The slider’s bounds are reversed or equal: from {low} to {high}. Write the smaller number first."
            )
        if step <= 0:
            raise ControlError(f"The slider’s step is {step}: it must be greater than 0.")
        if not isinstance(embed_every, int) or embed_every < 1:
            raise ControlError(f"embed_every is {embed_every!r}: it must be a whole number from 1 up.")
        count = floor((high - low) / step + 1e-9) + 1
        decimals = max(_decimals(low), _decimals(step))
        values = tuple(round(low + i * step, decimals) for i in range(count))
        labels = tuple(_number(v, decimals) for v in values)
        super().__init__(values, labels, label=label, unit=unit, help=help)
        self.play, self.embed_every = play, embed_every
        if default is not None:
            self.default = self.index(default)

    def settings(self, embedded: bool = False) -> range:
        return range(0, len(self.options), self.embed_every if embedded else 1)

    def to_spec(self, name: str, embedded: bool = False) -> ControlSpec:
        return super().to_spec(name, embedded) | {"play": self.play}


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


def as_control(name: str, given: Any) -> Control:
    """Return the control that an abbreviation stands for, by the rules of ``ipywidgets.interact``.

    Parameters
    ----------
    name : str
        Name of the argument of ``draw``.
    given : Control, bool, tuple, list or dict
        ``True`` or ``False`` → switch; two or three numbers in a tuple → slider; list or dict → menu.

    Raises
    ------
    ControlError
        For anything else.
    """
    if isinstance(given, Control):
        control = copy(given)
    elif isinstance(given, bool):
        control = Toggle(given)
    elif isinstance(given, tuple) and len(given) in (2, 3) and all(isinstance(n, Real) for n in given):
        control = Slider(*given)
    elif isinstance(given, (list, tuple, dict)):
        control = Select(given)
    else:
        raise ControlError(
            f"The control “{name}” is {given!r}. Use a list for a menu, (low, high) for a slider, "
            "True or False for a switch, or Select, MultiSelect, Slider, Toggle."
        )
    control.label = control.label or name.replace("_", " ").capitalize()
    return control


def _labels_and_values(options: Options, kind: str) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    if isinstance(options, str) or not isinstance(options, (Sequence, Mapping)):
        raise ControlError(f"{kind} takes a list or a dict of options, not {options!r}.")
    pairs = list(options.items()) if isinstance(options, Mapping) else [(option, option) for option in options]
    labels = tuple(str(label) for label, _ in pairs)
    if not labels:
        raise ControlError(f"{kind} has no options: give at least one.")
    twice = sorted({label for label in labels if labels.count(label) > 1})
    if twice:
        raise ControlError(f"{kind} has the option “{twice[0]}” twice: give every option its own label.")
    return labels, tuple(value for _, value in pairs)


def _decimals(number: float) -> int:
    text = repr(float(number))
    return 0 if text.endswith(".0") else len(text.partition(".")[2])


def _number(value: float, decimals: int) -> str:
    # A year is not a quantity: 2015 takes no comma, 15,000 does.
    return f"{value:,.{decimals}f}" if abs(value) >= 10_000 else f"{value:.{decimals}f}"
