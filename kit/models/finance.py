"""Finance: how much of a price move is more than its market gave, and the lottery of a new share."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from kit.models.checks import Array, array, need_not_negative, need_positive


class EventStudy(NamedTuple):
    """What the market model found; returns are simple and in percent."""

    alpha: float
    beta: float
    noise: float
    days: int
    abnormal: Array
    cumulated: Array

    @property
    def z(self) -> Array:
        """Each abnormal return in standard deviations of usual days."""
        return array(self.abnormal / self.noise)

    def margin(self, sigmas: float = 1.96) -> Array:
        """Half the width of the band that chance alone gives to the cumulated return, in percentage points."""
        return array(sigmas * self.noise * np.sqrt(np.arange(1, len(self.abnormal) + 1)))


def simple_returns(prices: ArrayLike) -> Array:
    """Return the change from each price to the next, in percent (simple, not logarithmic).

    Parameters
    ----------
    prices : array_like
        Shape (n,); above 0, without gaps: leave out the days on which a market was closed.

    Returns
    -------
    numpy.ndarray
        Shape (n − 1,).

    Raises
    ------
    ValueError
        If a price is missing or not above 0.

    Examples
    --------
    >>> simple_returns([100, 83, 91.3]).round(1).tolist()
    [-17.0, 10.0]
    """
    need_positive(prices=prices)
    found = array(prices)
    return 100 * (found[1:] / found[:-1] - 1)


def event_study(
    asset: ArrayLike, market: ArrayLike, usual: ArrayLike, event: ArrayLike, drift: bool = True
) -> EventStudy:
    """Return how far an asset moved beyond what its market explains.

    The market model is fitted by least squares on usual days, before the event:

        asset(t) = alpha + beta · market(t) + noise(t)
        abnormal(t) = asset(t) − (alpha + beta · market(t))

    Parameters
    ----------
    asset, market : array_like
        Shape (n,); simple returns of the same days, in percent.
    usual, event : array_like of bool
        Shape (n,); the days of the estimation and of the event window.
    drift : bool
        Whether the earlier drift alpha is taken away too, or beta alone.

    Returns
    -------
    EventStudy

    Raises
    ------
    ValueError
        If there are fewer than ten usual days, no event day, or the windows overlap.

    Notes
    -----
    A. C. MacKinlay, "Event studies in economics and finance", *Journal of Economic Literature* 35 (1997): the market
    model.
    The noise has n − 2 degrees of freedom. A large z says that the day was unusual, never why.

    Examples
    --------
    >>> market = [1, -1, 2, -2, 1, -1, 2, -2, 1, -1, 1]
    >>> asset = [2 * m for m in market[:-1]] + [-8]
    >>> study = event_study(asset, market, [True] * 10 + [False], [False] * 10 + [True])
    >>> round(study.beta, 2), round(float(study.abnormal[0]), 2)
    (2.0, -10.0)
    """
    own, whole = array(asset), array(market)
    before, during = np.asarray(usual, dtype=bool), np.asarray(event, dtype=bool)
    if before.sum() < 10 or not during.any():
        raise ValueError(
            f"The windows hold {before.sum()} usual days and {during.sum()} event days; at least 10 and 1 are needed:"
            " make them longer."
        )
    if (before & during).any():
        raise ValueError("The two windows overlap: end the usual days before the event begins.")
    beta, alpha = np.polyfit(whole[before], own[before], 1)
    rest = own[before] - alpha - beta * whole[before]
    noise = float(np.sqrt((rest**2).sum() / (before.sum() - 2)))
    abnormal = own[during] - beta * whole[during] - (alpha if drift else 0)
    return EventStudy(float(alpha), float(beta), noise, int(before.sum()), abnormal, np.cumsum(abnormal))


def allotment_gain(first_day_gain: float, cover: float, days: float = 0, rate: float = 0) -> float:
    """Return what 100 put into an application are expected to gain.

    A cover of 1,000 leaves one unit of shares for each thousand applied for, and borrowed money costs interest
    while it waits:

        gain = first_day_gain / cover − rate · days / 365

    Parameters
    ----------
    first_day_gain : float
        Change from the offer price to the first close, in percent.
    cover : float
        Money applied for, divided by the shares on offer; at least 1.
    days : float
        Days for which the money is borrowed, from 0 up.
    rate : float
        Interest in percent a year, from 0 up.

    Returns
    -------
    float
        For each 100 applied for, in the same currency.

    Raises
    ------
    ValueError
        If the cover is below 1, or days or rate are negative.

    Notes
    -----
    Every application is served in proportion; real rules favour small ones.

    Examples
    --------
    >>> round(allotment_gain(109.1, 1837), 3), round(allotment_gain(109.1, 1837, days=7, rate=5), 3)
    (0.059, -0.037)
    """
    if not cover >= 1:
        raise ValueError(f"cover is {cover:g}; it must be 1 or more: below that, everybody is served in full.")
    need_not_negative(days=days, rate=rate)
    return first_day_gain / cover - rate * days / 365
