"""The pace that a target asks for, and where another pace leads."""

import numpy as np


def required_growth(baseline: float, target: float, years: float) -> float:
    """Return the growth a year that leads from a baseline to a target, as a fraction.

    A value that grows by the same share g each year is baseline · (1 + g)ᵗ after t years. Solved for g:

        g = (target / baseline)^(1 / years) − 1

    Parameters
    ----------
    baseline, target : float
        Values at the beginning and at the end, above 0, in one unit.
    years : float
        Time between them, above 0.

    Returns
    -------
    float
        0.15 means 15 % a year; negative if the target lies below the baseline.

    Raises
    ------
    ValueError
        If a value or the time is not above 0.

    Notes
    -----
    The "compound annual growth rate". It knows two points only: the way between them may look quite different.

    Examples
    --------
    >>> round(required_growth(246, 492, years=5), 4)
    0.1487
    """
    if not (baseline > 0 and target > 0):
        raise ValueError("Baseline and target must be above 0: growth in percent has no meaning from 0 or below.")
    if not years > 0:
        raise ValueError(f"Between baseline and target lie {years} years; there must be more than 0.")
    return float((target / baseline) ** (1 / years) - 1)


def grow(baseline: float, growth: float, years: np.ndarray) -> np.ndarray:
    """Return a value that grows by the same share each year, at given times.

    Parameters
    ----------
    baseline : float
        Value at time 0.
    growth : float
        Growth a year as a fraction, above −1.
    years : numpy.ndarray
        Shape (n,); years since the baseline.

    Returns
    -------
    numpy.ndarray
        Shape (n,), in the unit of the baseline.

    Raises
    ------
    ValueError
        If the growth is −1 (everything gone at once) or less.

    Examples
    --------
    >>> grow(100, 0.1, np.array([0, 1, 2])).round(1).tolist()
    [100.0, 110.0, 121.0]
    """
    if not growth > -1:
        raise ValueError(f"A growth of {growth:.0%} a year leaves nothing after one year; it must be above −100 %.")
    return baseline * (1 + growth) ** np.asarray(years, dtype=float)
