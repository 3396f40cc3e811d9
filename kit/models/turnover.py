"""Turnover: how fast the things in use follow the things sold, when each is replaced after some years."""

from collections.abc import Sequence

import numpy as np


def turnover(share_sold: Sequence[float], life: float) -> np.ndarray:
    """Return the share of a new kind among all units in use, at the end of each year.

    All in use were sold in the last ``life`` years, as many each year. So the share in use is the mean of the
    shares sold over those years, the oldest of them counted in part:

        in_use(t) = (1 / life) · Σₖ min(1, life − k) · sold(t − k),   k = 0 … life

    Parameters
    ----------
    share_sold : sequence of float
        Shape (n,); share of the new kind among those sold in each year, as fractions or as percent.
    life : float
        Years from purchase to replacement, at least 1; need not be whole (33 months are 2.75 years).

    Returns
    -------
    numpy.ndarray
        Shape (n,), in the unit of ``share_sold``. Before the first year none was sold.

    Raises
    ------
    ValueError
        If the life is below 1 year, or a share is negative or missing.

    Notes
    -----
    The number in use stays the same, and all units of a year leave together, as in `stock`. Where the number grows,
    as cars in China do, more of those in use are young, and the share follows faster than this.

    Examples
    --------
    >>> turnover([0, 50, 100, 100], life=2).tolist()
    [0.0, 25.0, 75.0, 100.0]
    """
    sold = np.asarray(share_sold, dtype=float)
    if not life >= 1:
        raise ValueError(f"The life is {life}; it must be 1 year or more.")
    if not (np.isfinite(sold).all() and (sold >= 0).all()):
        raise ValueError("Shares must be numbers from 0 up, without gaps: choose years for which all are known.")
    weights = np.clip(life - np.arange(np.ceil(life)), 0, 1)
    return np.convolve(sold, weights)[: sold.size] / life


def year_reached(years: Sequence[float], values: Sequence[float], goal: float) -> float | None:
    """Return when a yearly series first reaches a goal, on a straight line between the ends of two years.

    Parameters
    ----------
    years, values : sequence of float
        Shape (n,); values at the end of each year.
    goal : float
        In the unit of the values.

    Returns
    -------
    float or None
        The end of 2030 is 2031.0; None if the goal is never reached.

    Examples
    --------
    >>> year_reached([2030, 2031], [40, 60], 50)
    2031.5
    """
    when, what = np.asarray(years, dtype=float) + 1, np.asarray(values, dtype=float)
    above = what >= goal
    if not above.any():
        return None
    first = int(above.argmax())
    if first == 0:
        return float(when[0])
    return float(np.interp(goal, what[first - 1 : first + 1], when[first - 1 : first + 1]))
