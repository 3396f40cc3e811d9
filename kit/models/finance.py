"""Finance: how much of a price move is more than its market gave, and the lottery of a new share."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from kit.models.checks import Array, array, need_not_negative, need_positive


class MarketModel(NamedTuple):
    """How an asset moves with its market on usual days: drift, beta, noise (simple returns in percent), days used."""

    alpha: float
    beta: float
    noise: float
    days: int


class EventStudy(NamedTuple):
    """What a market model leaves of each day of an event window; returns are simple and in percent."""

    model: MarketModel
    abnormal: Array
    cumulated: Array

    @property
    def z(self) -> Array:
        """Each abnormal return in standard deviations of usual days."""
        return array(self.abnormal / self.model.noise)

    def margin(self, sigmas: float = 1.96) -> Array:
        """Half the width of the band that chance alone gives to the cumulated return, in percentage points."""
        return array(sigmas * self.model.noise * np.sqrt(np.arange(1, len(self.abnormal) + 1)))


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


def fit_market_model(asset: ArrayLike, market: ArrayLike) -> MarketModel:
    """Return the market model of usual days, before an event, fitted by least squares.

        asset(t) = alpha + beta · market(t) + noise(t)

    Parameters
    ----------
    asset, market : array_like
        Shape (n,), at least ten; simple returns of the same days, in percent.

    Returns
    -------
    MarketModel

    Raises
    ------
    ValueError
        If there are fewer than ten days, or not as many of one as of the other.

    Notes
    -----
    A. C. MacKinlay, "Event studies in economics and finance", *Journal of Economic Literature* 35 (1997).
    The noise has n − 2 degrees of freedom.

    Examples
    --------
    >>> market = [1, -1, 2, -2, 1, -1, 2, -2, 1, -1]
    >>> round(fit_market_model([2 * move for move in market], market).beta, 2)
    2.0
    """
    own, whole = _same_days(asset, market)
    if len(own) < 10:
        raise ValueError(f"There are {len(own)} usual days; at least 10 are needed: begin earlier.")
    beta, alpha = np.polyfit(whole, own, 1)
    rest = own - alpha - beta * whole
    return MarketModel(float(alpha), float(beta), float(np.sqrt((rest**2).sum() / (len(own) - 2))), len(own))


def event_study(asset: ArrayLike, market: ArrayLike, model: MarketModel, drift: bool = True) -> EventStudy:
    """Return how far an asset moved, day by day, beyond what its market explains.

        abnormal(t) = asset(t) − (alpha + beta · market(t))

    Parameters
    ----------
    asset, market : array_like
        Shape (n,); simple returns of the days of the event window, in percent.
    model : MarketModel
        Fitted on usual days that end before the window begins.
    drift : bool
        Whether the earlier drift alpha is taken away too, or beta alone.

    Returns
    -------
    EventStudy

    Raises
    ------
    ValueError
        If there is no day, or not as many of one as of the other.

    Notes
    -----
    A large z says that the day was unusual, never why.

    Examples
    --------
    >>> study = event_study([-17], [-1.5], MarketModel(alpha=0, beta=1.9, noise=2, days=66))
    >>> study.abnormal.round(2).tolist(), study.z.round(1).tolist()
    ([-14.15], [-7.1])
    """
    own, whole = _same_days(asset, market)
    if not len(own):
        raise ValueError("The event window holds no day; at least 1 is needed: make it longer.")
    abnormal = own - model.beta * whole - (model.alpha if drift else 0)
    return EventStudy(model, abnormal, np.cumsum(abnormal))


def _same_days(asset: ArrayLike, market: ArrayLike) -> tuple[Array, Array]:
    own, whole = array(asset), array(market)
    if own.shape != whole.shape:
        raise ValueError(
            f"There are {own.size} returns of the asset and {whole.size} of the market; give the same days."
        )
    return own, whole


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
