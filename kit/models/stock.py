"""A stock as the sum of its flows: how many robots, cars or people there are, from how many came."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Stock(NamedTuple):
    """Flows and stock, one value a year, all in the unit of the arrivals."""

    arrivals: np.ndarray
    retirements: np.ndarray
    stock: np.ndarray


def stock(arrivals: Sequence[float], life: int) -> Stock:
    """Return the stock that arrivals build when each unit leaves after ``life`` years.

    A unit that arrives in year t works in the years t to t + life − 1 and leaves in year t + life:

        retirements(t) = arrivals(t − life)
        stock(t) = stock(t − 1) + arrivals(t) − retirements(t)

    Arrivals before the series begins are unknown and count as none, so a stock is complete only
    once the series is at least ``life`` years long.

    Parameters
    ----------
    arrivals : sequence of float
        Shape (n,); units that came in each year, none negative.
    life : int
        Service life in years, at least 1.

    Returns
    -------
    Stock
        Three arrays of shape (n,).

    Raises
    ------
    ValueError
        If the life is not a whole number from 1, or an arrival is negative or missing.

    Notes
    -----
    All units of a year leave together ("simultaneous exit", OECD, *Measuring Capital*, 2009). The International
    Federation of Robotics computes its operational stock so, with a life of 12 years.

    Examples
    --------
    >>> stock([10, 10, 10, 10], life=2).stock
    array([10., 20., 20., 20.])
    """
    came = np.asarray(arrivals, dtype=float)
    if life != int(life) or life < 1:
        raise ValueError(f"The service life is {life}; it must be a whole number of years from 1 up.")
    if np.isnan(came).any() or (came < 0).any():
        raise ValueError("Arrivals must be numbers from 0 up, without gaps: choose years for which all are known.")
    life = int(life)
    left = np.concatenate([np.zeros(min(life, came.size)), came[:-life]])
    return Stock(came, left, np.cumsum(came - left))
