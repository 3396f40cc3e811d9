"""The slider: evenly spaced settings are counted and not listed; there may be millions of them."""

import math
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import islice, pairwise
from numbers import Integral, Rational
from typing import Any

from kit.widgets.contract import ControlSpec
from kit.widgets.controls import MOST_OPTIONS, Control, ControlError, is_number, short

_MOST_SETTINGS = 2**53  # every whole number up to here is exact in JavaScript
_MOST_DECIMALS = 12


class Slider(Control):
    """A number between two bounds, or one of several numbers in a row.

    Parameters
    ----------
    low, high : number
        The bounds; the upper one can be reached if ``step`` divides the distance.
    step : number, optional
        Distance between two settings. If left out it is 1 between whole numbers, else the coarsest of
        …, 0.01, 0.02, 0.05, 0.1, … that gives at least 100 settings and ends at ``high``.
    steps : list of numbers, optional
        In place of bounds and step: the settings themselves, from small to large, evenly spaced or not.
    default : number, optional
        The setting at the start; the lowest if left out.
    play : bool
        Whether there is a button that moves the slider by itself.
    embed_every : int
        A page without a kernel keeps every ``embed_every``-th setting; 1 keeps all.

    Raises
    ------
    ControlError
        If the bounds are reversed or not finite, the step is not positive, or the default is not a setting.

    Examples
    --------
    >>> Slider(8, 13, default=12, unit="years").options
    (8, 9, 10, 11, 12, 13)
    >>> Slider(0.0, 1.0).value(37)
    0.37
    >>> Slider(steps=[1, 10, 100]).value(2)
    100
    """

    kind = "slider"

    def __init__(
        self,
        low: Any = None,
        high: Any = None,
        step: Any = None,
        *,
        steps: Iterable[Any] | None = None,
        default: Any = None,
        label: str = "",
        unit: str = "",
        help: str = "",
        play: bool = False,
        embed_every: int = 1,
    ):
        if not isinstance(embed_every, int) or embed_every < 1:
            raise ControlError(f"embed_every is {embed_every!r}: it must be a whole number from 1 up.")
        super().__init__((), (), label=label, unit=unit, help=help)
        self.play, self.embed_every = play, embed_every
        if steps is None:
            self._lay_grid(low, high, step)
        elif low is None and high is None and step is None:
            self._list_steps(list(islice(steps, MOST_OPTIONS + 1)))
        else:
            raise ControlError(
                "A slider has either bounds or steps: write Slider(1, 10) or Slider(steps=[1, 2, 5, 10])."
            )
        if default is not None:
            self.default = self.index(default)

    def _lay_grid(self, low: Any, high: Any, step: Any) -> None:
        """Settings that are evenly spaced are counted and not listed: there may be millions of them."""
        given = (low, high) if step is None else (low, high, step)
        if low is None or high is None or not all(map(is_number, given)):
            raise ControlError(f"A slider needs numbers, not {short(given)}: write Slider(2010, 2024).")
        if not all(map(_is_finite, given)):
            raise ControlError(
                f"A slider needs finite numbers, not {short(given)}: NaN and infinity have no place on it."
            )
        first, last = _exact(low), _exact(high)
        if first >= last:
            raise ControlError(
                f"The slider’s bounds are reversed or equal: from {low} to {high}. Write the smaller number first."
            )
        whole = all(isinstance(n, Integral) for n in given)
        distance = (Fraction(1) if whole else _usual_step(first, last)) if step is None else _exact(step)
        if distance <= 0:
            raise ControlError(f"The slider’s step is {step}: it must be greater than 0.")
        # A step such as 0.1 + 0.2 is a hair too long; the upper bound is reached all the same.
        count = int((last - first) / distance + Fraction(1, 10**9)) + 1
        if count > _MOST_SETTINGS:
            raise ControlError(f"The slider from {low} to {high} has too many settings: give it a longer step.")
        self._first, self._distance, self._count, self._whole = first, distance, count, whole
        self._decimals = _decimals(first, distance)
        self._steps: list[Any] | None = None
        if self._decimals > _MOST_DECIMALS or max(-first, last) >= 10**15:
            if count > MOST_OPTIONS:
                raise ControlError(
                    f"The slider from {low} to {high} has {count:,} settings of more digits than it can show: "
                    "give it a longer step, or numbers in another unit."
                )
            self._list_steps([self.value(i) for i in range(count)])

    def _list_steps(self, steps: list[Any]) -> None:
        if not steps or len(steps) > MOST_OPTIONS:
            raise ControlError(f"A slider takes 1 to {MOST_OPTIONS:,} steps: write Slider(steps=[1, 2, 5, 10]).")
        if not all(is_number(n) and _is_finite(n) for n in steps):
            raise ControlError(
                f"A slider’s steps are finite numbers, not {short(steps)}: use Select for anything else."
            )
        if any(before >= after for before, after in pairwise(steps)):
            raise ControlError(f"A slider’s steps go from small to large, each once: {short(steps)} do not.")
        self._steps, self._count = steps, len(steps)

    def settings(self, embedded: bool = False) -> range:
        return range(0, self._count, self.embed_every if embedded else 1)

    @property
    def options(self) -> tuple[Any, ...]:
        """What ``draw`` can receive, in order; made when it is asked for."""
        return tuple(map(self.value, self.settings()))

    @property
    def labels(self) -> tuple[str, ...]:
        """What the reader sees for each option; made when it is asked for."""
        return tuple(map(self._text, self.settings()))

    def value(self, index: int) -> Any:
        if self._steps is not None:
            return self._steps[index]
        exact = self._first + range(self._count)[index] * self._distance
        return int(exact) if self._whole else float(exact)

    def index(self, value: Any) -> int:
        number = _number_of(value)
        if number is None or not _is_finite(number):
            return self._refuse(value)
        if self._steps is not None:
            near = min(range(self._count), key=lambda i: abs(_exact(self._steps[i]) - _exact(number)))  # type: ignore[index]
        else:
            near = min(max(round((_exact(number) - self._first) / self._distance), 0), self._count - 1)
        exact, step = _exact(self.value(near)), Fraction(1) if self._steps is not None else self._distance
        close = math.isclose(
            float(number), float(exact), rel_tol=1e-12, abs_tol=float(step) * 1e-6 if self._steps is None else 0
        )
        return near if close or value == self._text(near) else self._refuse(value)

    def _text(self, index: int) -> str:
        if self._steps is not None:
            return _written(self._steps[index])
        # The front end computes the same: logic/settings.js.
        number = float(self._first) + index * float(self._distance)
        text = f"{number:,.{self._decimals}f}" if abs(number) >= 10_000 else f"{number:.{self._decimals}f}"
        return text.removeprefix("-") if not text.strip("-0.") else text

    def to_spec(self, name: str, embedded: bool = False) -> ControlSpec:
        spec: ControlSpec = super().to_spec(name, embedded) | {"play": self.play}
        if self._steps is None:
            settings = self.settings(embedded)
            spec["grid"] = {
                "low": float(self._first),
                "step": float(self._distance * settings.step),
                "count": len(settings),
                "decimals": self._decimals,
            }
        return spec

    def _shown(self, embedded: bool) -> list[str]:
        return [] if self._steps is None else [self._text(index) for index in self.settings(embedded)]


# Numbers of a slider: whatever Python counts as one, read as it is written, so that 0.1 is a tenth.


def _is_finite(value: Any) -> bool:
    return isinstance(value, Rational) or math.isfinite(value)


def _number_of(value: Any) -> Any:
    """Return a number, or the number that a label says, or None."""
    if not isinstance(value, str):
        return value if is_number(value) or isinstance(value, bool) else None
    try:
        return float(value.replace(",", ""))
    except ValueError:
        return None


def _exact(number: Any) -> Fraction:
    if isinstance(number, Integral):
        return Fraction(int(number))  # numpy's whole numbers would overflow
    return Fraction(number) if isinstance(number, (Rational, Decimal)) else Fraction(str(number))


def _usual_step(low: Fraction, high: Fraction) -> Fraction:
    """Return the coarsest round step that gives at least 100 settings and meets both ends."""
    span = high - low
    power = math.floor(math.log10(span / 100))
    rounds = [Fraction(10) ** (power + shift) * n for shift in (0, -1, -2) for n in (5, 2, 1)]
    fitting = [step for step in rounds if step * 100 <= span]
    return next((step for step in fitting if span % step == 0 and low % step == 0), fitting[0])


def _decimals(*numbers: Fraction) -> int:
    """Return how many decimals the numbers need; for those that do not end, enough to tell settings apart."""
    for places in range(_MOST_DECIMALS + 1):
        if all((number * 10**places).denominator == 1 for number in numbers):
            return places
    step = numbers[-1]
    return max(0, 3 - math.floor(math.log10(step)))


def _written(number: Any) -> str:
    """Return a number as it is read. A year is not a quantity: 2015 takes no comma, 15,000 does."""
    if isinstance(number, Integral):
        return f"{number:,}" if abs(int(number)) >= 10_000 else str(number)
    size = abs(float(number))
    if size and not 1e-4 <= size < 1e15:
        return f"{float(number):.6g}"
    text = f"{float(number):,.12f}" if size >= 10_000 else f"{float(number):.12f}"
    return text.rstrip("0").rstrip(".")
