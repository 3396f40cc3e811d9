"""An event study: how much of a price move is more than its market would have given."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class EventStudy(NamedTuple):
    """What the market model found; returns are simple and in percent."""

    alpha: float
    beta: float
    noise: float
    days: int
    abnormal: np.ndarray
    cumulated: np.ndarray

    @property
    def z(self) -> np.ndarray:
        """Each abnormal return in standard deviations of usual days."""
        return self.abnormal / self.noise

    def margin(self, sigmas: float = 1.96) -> np.ndarray:
        """Half the width of the band that chance alone gives to the cumulated return, in percentage points."""
        return sigmas * self.noise * np.sqrt(np.arange(1, len(self.abnormal) + 1))


def simple_returns(prices: Sequence[float]) -> np.ndarray:
    """Return the change from each price to the next, in percent (simple, not logarithmic).

    Examples
    --------
    >>> simple_returns([100, 83, 91.3]).round(1).tolist()
    [-17.0, 10.0]
    """
    found = np.asarray(prices, dtype=float)
    if (found <= 0).any() or np.isnan(found).any():
        raise ValueError(
            "Prices must be greater than 0 and without gaps: leave out the days on which a market was closed."
        )
    return 100 * (found[1:] / found[:-1] - 1)


def event_study(
    asset: Sequence[float], market: Sequence[float], usual: Sequence[bool], event: Sequence[bool], drift: bool = True
) -> EventStudy:
    """Return how far an asset moved beyond what its market explains.

    The market model is fitted by least squares on usual days, before the event:

        asset(t) = alpha + beta · market(t) + noise(t)
        abnormal(t) = asset(t) − (alpha + beta · market(t))

    Parameters
    ----------
    asset, market : sequence of float
        Shape (n,); simple returns of the same days, in percent.
    usual, event : sequence of bool
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
    A. C. MacKinlay, "Event studies in economics and finance", *Journal of Economic Literature* 35 (1997), the market model.
    The noise has n − 2 degrees of freedom. A large z says that the day was unusual, never why.

    Examples
    --------
    >>> market = [1, -1, 2, -2, 1, -1, 2, -2, 1, -1, 1]
    >>> asset = [2 * m for m in market[:-1]] + [-8]
    >>> study = event_study(asset, market, [True] * 10 + [False], [False] * 10 + [True])
    >>> round(study.beta, 2), round(float(study.abnormal[0]), 2)
    (2.0, -10.0)
    """
    own, whole = np.asarray(asset, dtype=float), np.asarray(market, dtype=float)
    before, during = np.asarray(usual, dtype=bool), np.asarray(event, dtype=bool)
    if before.sum() < 10 or not during.any():
        raise ValueError(
            f"The windows hold {before.sum()} usual days and {during.sum()} event days; at least 10 and 1 are needed: make them longer."
        )
    if (before & during).any():
        raise ValueError("The two windows overlap: end the usual days before the event begins.")
    beta, alpha = np.polyfit(whole[before], own[before], 1)
    rest = own[before] - alpha - beta * whole[before]
    noise = float(np.sqrt((rest**2).sum() / (before.sum() - 2)))
    abnormal = own[during] - beta * whole[during] - (alpha if drift else 0)
    return EventStudy(float(alpha), float(beta), noise, int(before.sum()), abnormal, np.cumsum(abnormal))
