"""Steady growth: how long a quantity takes to double, or to halve."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Growth(NamedTuple):
    """Growth by the same factor in every year, fitted to points; negative months mean halving."""

    doubling_months: float
    times_a_year: float
    middle: float  # mean of the times, in years
    level: float  # fitted value at that time

    def at(self, years: np.ndarray) -> np.ndarray:
        """Return the fitted values at times in years."""
        return self.level * self.times_a_year ** (np.asarray(years, dtype=float) - self.middle)


def fit_growth(years: Sequence[float], values: Sequence[float]) -> Growth:
    """Fit steady growth to points: a straight line through the logarithms, by least squares.

        log2 value = a + b year
        doubling time = 12 / b months,   growth = 2^b times a year

    Parameters
    ----------
    years : sequence of float
        Shape (n,); times in years, at least two of them different.
    values : sequence of float
        Shape (n,); all above 0.

    Returns
    -------
    Growth

    Raises
    ------
    ValueError
        If there are not two different times, or a value is 0, negative or missing.

    Notes
    -----
    The same fit is used by Sevilla and others, *Compute Trends Across Three Eras of Machine Learning* (2022), who
    find that training compute doubled about every six months since 2010.

    Examples
    --------
    >>> round(fit_growth([2020, 2021, 2022], [1, 4, 16]).doubling_months, 3)
    6.0
    """
    times, seen = np.asarray(years, dtype=float), np.asarray(values, dtype=float)
    if np.unique(times).size < 2:
        raise ValueError("A growth rate needs points at two different times or more.")
    if np.isnan(seen).any() or (seen <= 0).any():
        raise ValueError("Growth by a factor needs values above 0, without gaps.")
    middle = times.mean()  # centred, so that years near 2020 lose no digits
    slope, height = np.polyfit(times - middle, np.log2(seen), 1)
    with np.errstate(divide="ignore"):
        return Growth(float(np.divide(12, slope)), float(2**slope), float(middle), float(2**height))


def factor_between(first: float, last: float, years: float) -> Growth:
    """Return the steady growth that leads from one value to another.

    Parameters
    ----------
    first, last : float
        Both above 0.
    years : float
        Time between them, above 0.

    Raises
    ------
    ValueError
        If a value or the time is not above 0.

    Examples
    --------
    >>> round(factor_between(37.5, 0.1375, 2.4).doubling_months, 1)
    -3.6
    """
    if min(first, last, years) <= 0:
        raise ValueError("Both values and the time between them must be above 0.")
    return fit_growth([0, years], [first, last])
