"""Stocks and flows: how many robots, cars, phones or people there are, from how many come and how many leave."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from kit.models.checks import Array, array, need_counts, need_not_negative, need_shares


class Stock(NamedTuple):
    """Flows and stock, one value a year, all in the unit of the arrivals."""

    arrivals: Array
    retirements: Array
    stock: Array


def stock(arrivals: ArrayLike, life: int) -> Stock:
    """Return the stock that arrivals build when each unit leaves after ``life`` years.

    A unit that arrives in year t works in the years t to t + life − 1 and leaves in year t + life:

        retirements(t) = arrivals(t − life)
        stock(t) = stock(t − 1) + arrivals(t) − retirements(t)

    Arrivals before the series begins are unknown and count as none, so a stock is complete only
    once the series is at least ``life`` years long.

    Parameters
    ----------
    arrivals : array_like
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
    need_counts(1, life=life)
    need_not_negative(arrivals=arrivals)
    came, life = array(arrivals), int(life)
    left = np.concatenate([np.zeros(min(life, came.size)), came[:-life]])
    return Stock(came, left, np.cumsum(came - left))


def turnover(share_sold: ArrayLike, life: float) -> Array:
    """Return the share of a new kind among all units in use, at the end of each year.

    All in use were sold in the last ``life`` years, as many each year. So the share in use is the mean of the
    shares sold over those years, the oldest of them counted in part:

        in_use(t) = (1 / life) · Σₖ min(1, life − k) · sold(t − k),   k = 0 … life

    Parameters
    ----------
    share_sold : array_like
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
    if not life >= 1:
        raise ValueError(f"life is {life:g}; it must be 1 year or more.")
    need_not_negative(share_sold=share_sold)
    sold = array(share_sold)
    weights = np.clip(life - np.arange(np.ceil(life)), 0, 1)
    return np.convolve(sold, weights)[: sold.size] / life


def year_reached(years: ArrayLike, values: ArrayLike, goal: float) -> float | None:
    """Return when a yearly series first reaches a goal, on a straight line between the ends of two years.

    Parameters
    ----------
    years, values : array_like
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
    when, what = array(years) + 1, array(values)
    above = what >= goal
    if not above.any():
        return None
    first = int(above.argmax())
    if first == 0:
        return float(when[0])
    return float(np.interp(goal, what[first - 1 : first + 1], when[first - 1 : first + 1]))


def workforce(start: float, graduates: float, share_in: float, share_out: float, years: int) -> Array:
    """Return the number of people at work at the start and after each year.

        people(t + 1) = people(t) · (1 − share_out) + graduates · share_in

    After many years it settles where as many come as leave, at graduates · share_in / share_out.

    Parameters
    ----------
    start : float
        People at work at the start.
    graduates : float
        People who finish their studies each year.
    share_in : float
        Share of them who take up this work, from 0 to 1.
    share_out : float
        Share of those at work who leave it each year, from 0 to 1.
    years : int
        How many years, from 0 up.

    Returns
    -------
    numpy.ndarray
        Shape (years + 1,); people.

    Raises
    ------
    ValueError
        If people or years are below 0, or a share is not between 0 and 1.

    Examples
    --------
    >>> workforce(1000, 100, 0.5, 0.1, 2).tolist()
    [1000.0, 950.0, 905.0]
    """
    need_not_negative(start=start, graduates=graduates)
    need_shares(share_in=share_in, share_out=share_out)
    need_counts(0, years=years)
    people = [float(start)]
    for _ in range(int(years)):
        people.append(people[-1] * (1 - share_out) + graduates * share_in)
    return np.array(people)


class Circulation(NamedTuple):
    """Share of those with a first degree at home who work at home: at least, at most, and the unknown branch."""

    low: float
    high: float
    unknown: float


def circulation(studied_home: float, stayed_home: float, studied_abroad: float, stayed_abroad: float) -> Circulation:
    """Return the band in which the share that works at home must lie.

    Two steps, each a branching: from the first degree to graduate study, and from there to work.

        low = studied_home · stayed_home + studied_abroad · (1 − stayed_abroad)
        high = low + unknown,   unknown = 1 − studied_home − studied_abroad

    Nothing is known of those who studied elsewhere or went to work at once: none of them, or all, may work at home.

    Parameters
    ----------
    studied_home, studied_abroad : float
        Shares of those with a first degree at home who did graduate study at home, or in the one country abroad that
        is known; together at most 1.
    stayed_home, stayed_abroad : float
        Shares of these two groups who work where they did their graduate study, from 0 to 1.

    Returns
    -------
    Circulation

    Raises
    ------
    ValueError
        If a share is not between 0 and 1, or the two branches are more than all.

    Notes
    -----
    A Markov chain: where a person works depends on the last place of study alone. Who leaves the country abroad is
    taken to return home, so ``low`` leans up a little. MacroPolo's shares for authors of one conference in 2022 (0.51,
    0.90, 0.36, 0.80) give 0.531 to 0.661.

    Examples
    --------
    >>> band = circulation(0.51, 0.90, 0.36, 0.80)
    >>> round(band.low, 3), round(band.high, 3), round(band.unknown, 2)
    (0.531, 0.661, 0.13)
    """
    need_shares(
        studied_home=studied_home, stayed_home=stayed_home, studied_abroad=studied_abroad, stayed_abroad=stayed_abroad
    )
    unknown = 1 - studied_home - studied_abroad
    if unknown < -1e-9:
        raise ValueError(
            f"The two branches of study are {studied_home + studied_abroad:g} together; they can be 1 at most."
        )
    unknown = max(unknown, 0.0)
    low = studied_home * stayed_home + studied_abroad * (1 - stayed_abroad)
    return Circulation(low, low + unknown, unknown)
