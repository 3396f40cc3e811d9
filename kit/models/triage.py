"""A cheap test before a costly one: what a threshold costs, and whom it misses."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike


class Triage(NamedTuple):
    """Costs of a triage, in the currency of the prices, and cases, one value a threshold."""

    per_person: np.ndarray
    per_case: np.ndarray
    found: np.ndarray
    missed: np.ndarray
    with_missed: np.ndarray


def triage(
    sent: ArrayLike,
    sensitivity: ArrayLike,
    prevalence: float,
    first_price: float,
    second_price: float,
    missed_price: float = 0,
) -> Triage:
    """Cost a triage in which everybody gets a cheap test and a share is sent on to a costly one.

        cost of a person = first price + sent · second price
        cost of a case   = cost of a person / (prevalence · sensitivity)
        with the missed  = cost of a person + prevalence · (1 − sensitivity) · price of a missed case

    Parameters
    ----------
    sent : array_like
        Share of people who are sent on, 0 to 1, one value a threshold.
    sensitivity : array_like
        Share of the ill whom both steps together find, above 0 to 1; same shape.
    prevalence : float
        Share of the people who are ill, above 0 to 1.
    first_price, second_price : float
        Price of each test, 0 or more.
    missed_price : float
        What one case that is not found is taken to cost, 0 or more, in the same currency.

    Returns
    -------
    Triage
        ``found`` and ``missed`` are cases among 1,000 people.

    Raises
    ------
    ValueError
        If a share or a price is out of range.

    Notes
    -----
    With a prevalence of 18.3 % and prices of 0.96 and 13.07 US dollars this reproduces the costs of a published table
    (tuberculosis, PMC4515744, table 6): 88.15 → 58.15 → 81.75 dollars a case. `fit_prices` finds these prices.

    Examples
    --------
    >>> triage([0.5], [0.704], 0.183, 0.96, 13.07).per_case.round(1)
    array([58.2])
    """
    share, found = np.asarray(sent, dtype=float), np.asarray(sensitivity, dtype=float)
    if not ((share >= 0) & (share <= 1)).all():
        raise ValueError("The share that is sent on must lie between 0 and 1 (50 % is 0.5).")
    if not (((found > 0) & (found <= 1)).all() and 0 < prevalence <= 1):
        raise ValueError(
            "Sensitivity and prevalence must lie above 0 and not above 1: without a case found, a case has no cost."
        )
    if min(first_price, second_price, missed_price) < 0:
        raise ValueError("Prices must be 0 or more.")
    person = first_price + share * second_price
    missed = prevalence * (1 - found)
    return Triage(
        person, person / (prevalence * found), 1000 * prevalence * found, 1000 * missed, person + missed * missed_price
    )


class Prices(NamedTuple):
    """What a table of costs implies: two prices, in its currency, and the share of people who are ill."""

    first_price: float
    second_price: float
    prevalence: float


def fit_prices(sent: ArrayLike, sensitivity: ArrayLike, per_person: ArrayLike, per_case: ArrayLike) -> Prices:
    """Find the two prices and the prevalence behind a table of costs, by least squares.

    Parameters
    ----------
    sent, sensitivity : array_like
        Shares, 0 to 1, one value a threshold; at least two thresholds.
    per_person, per_case : array_like
        Cost for each person tested and for each case found.

    Returns
    -------
    Prices
        ``prevalence`` is the median of cost of a person / (cost of a case · sensitivity).

    Raises
    ------
    ValueError
        If there are fewer than two different shares.

    Examples
    --------
    >>> fit_prices([1, 0.5], [0.8, 0.7], [14, 7.5], [70, 42.86]).second_price.round(2)
    np.float64(13.0)
    """
    share, found, person, case = (
        np.asarray(values, dtype=float) for values in (sent, sensitivity, per_person, per_case)
    )
    if np.unique(share).size < 2:
        raise ValueError("Two prices need at least two thresholds that send on different shares.")
    slope, start = np.polyfit(share, person, 1)
    return Prices(start, slope, float(np.median(person / (case * found))))
