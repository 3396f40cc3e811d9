"""Rare events: how far one must drive to show that something seldom happens."""

from typing import NamedTuple

import numpy as np
from scipy.stats import chi2, norm, poisson

_MOST_BARS = 40


class Trial(NamedTuple):
    """What a distance can prove: expected events, the limit that proves a difference, and the chance to stay under it.

    ``limit`` is the largest number of events that would be too few for chance, −1 if even none would not be.
    ``power`` is the chance of the safer system to stay at or under the limit. ``counts`` are numbers of events (shape
    (n,), the middle of a bin where there are many), ``as_humans`` and ``as_system`` the chance of each (shape (n,)).
    """

    expected_humans: float
    expected_system: float
    limit: int
    power: float
    counts: np.ndarray
    as_humans: np.ndarray
    as_system: np.ndarray


def exposure_without_event(rate: float, confidence: float = 0.95) -> float:
    """Return the distance without any event that shows the rate to be at most ``rate``.

        P(no event) = exp(−rate · distance) = 1 − confidence

    Parameters
    ----------
    rate : float
        Events per unit of distance, above 0.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    float
        In the unit of distance of the rate.

    Raises
    ------
    ValueError
        If the rate is not above 0 or the confidence not between 0 and 1.

    Notes
    -----
    N. Kalra and S. M. Paddock, *Driving to Safety*, RAND RR-1478 (2016): 275 million miles without a death, since
    human drivers in the United States have 1.09 deaths in 100 million miles.

    Examples
    --------
    >>> round(exposure_without_event(1.09 / 100))
    275
    """
    _need(rate, confidence)
    return float(-np.log1p(-confidence) / rate)


def exposure_for_precision(rate: float, precision: float, confidence: float = 0.95) -> float:
    """Return the distance after which the measured rate is within ``precision`` of the true one.

        events needed = (z / precision)²,   distance = events / rate

    Parameters
    ----------
    rate : float
        Events per unit of distance, above 0.
    precision : float
        Half of the interval's width as a fraction of the rate, above 0: 0.2 means plus or minus 20 %.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    float
        In the unit of distance of the rate.

    Raises
    ------
    ValueError
        If the rate or the precision is not above 0 or the confidence not between 0 and 1.

    Examples
    --------
    RAND (2016): 8.8 billion miles to know the rate of deaths to within 20 %; in millions of miles:

    >>> round(exposure_for_precision(1.09 / 100, 0.2), -2)
    8800.0
    """
    _need(rate, confidence)
    if not precision > 0:
        raise ValueError(f"The precision is {precision}; it must be above 0.")
    return float((norm.ppf((1 + confidence) / 2) / precision) ** 2 / rate)


def count_interval(events: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the interval of expected numbers that a counted number of events allows (Garwood's, exact).

    Parameters
    ----------
    events : int
        Counted events, 0 or more.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    (float, float)
        Lowest and highest expected number.

    Raises
    ------
    ValueError
        If the number is negative or the confidence not between 0 and 1.

    Notes
    -----
    F. Garwood, "Fiducial limits for the Poisson distribution", *Biometrika* 28 (1936).

    Examples
    --------
    >>> [round(end, 2) for end in count_interval(4)]
    [1.09, 10.24]
    """
    _need(1, confidence)
    if not events >= 0:
        raise ValueError(f"{events} events cannot be counted; the number must be 0 or more.")
    rest = (1 - confidence) / 2
    low = chi2.ppf(rest, 2 * events) / 2 if events else 0.0
    return float(low), float(chi2.ppf(1 - rest, 2 * (events + 1)) / 2)


def chance_of_so_few(events: int, expected: float) -> float:
    """Return the chance to see so few events or fewer, where ``expected`` are expected.

    Parameters
    ----------
    events : int
        Counted events.
    expected : float
        Expected number, 0 or more.

    Examples
    --------
    >>> f"{chance_of_so_few(4, 20):.6f}"
    '0.000017'
    """
    return float(poisson.cdf(events, expected))


def trial(rate: float, exposure: float, reduction: float, confidence: float = 0.95) -> Trial:
    """Return what a drive can prove about a system whose events are rarer by ``reduction``.

    The number of events is Poisson: rate · exposure as humans, (1 − reduction) · rate · exposure as the system.

    Parameters
    ----------
    rate : float
        Human events per unit of distance, above 0.
    exposure : float
        Distance driven, above 0.
    reduction : float
        True reduction of the system as a fraction, from 0 (as humans) to 1 (no events).
    confidence : float
        Between 0 and 1: so sure one wants to be that it is not chance.

    Returns
    -------
    Trial

    Raises
    ------
    ValueError
        If the rate or exposure is not above 0, the reduction not from 0 to 1 or the confidence not between 0 and 1.

    Examples
    --------
    >>> drive = trial(rate=2.80, exposure=7.14, reduction=0.8)
    >>> round(drive.expected_humans), round(drive.expected_system), drive.limit, round(drive.power, 4)
    (20, 4, 12, 0.9997)
    """
    _need(rate, confidence)
    if not (exposure > 0 and 0 <= reduction <= 1):
        raise ValueError("The distance must be above 0 and the reduction between 0 and 1.")
    humans, system = rate * exposure, (1 - reduction) * rate * exposure
    limit = int(poisson.ppf(1 - confidence, humans))
    if poisson.cdf(limit, humans) > 1 - confidence:
        limit -= 1
    top = int(max(poisson.ppf(0.999, humans), poisson.ppf(0.999, system), 3))
    step = int(np.ceil((top + 1) / _MOST_BARS))
    ends = np.arange(0, top + step, step) + step - 1
    chances = [np.diff(poisson.cdf(ends, expected), prepend=0.0) for expected in (humans, system)]
    return Trial(humans, system, limit, float(poisson.cdf(limit, system)), ends - (step - 1) / 2, *chances)


def _need(rate: float, confidence: float) -> None:
    if not rate > 0:
        raise ValueError(f"The rate is {rate}; it must be above 0.")
    if not 0 < confidence < 1:
        raise ValueError(f"The confidence is {confidence}; it must lie between 0 and 1, for example 0.95.")
