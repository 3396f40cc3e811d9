"""Crop response to nitrogen: why a field forgives a wrong rate."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Response(NamedTuple):
    """Yield = ``base`` + ``slope`` · rate + ``bend`` · rate²; yields in t/ha, rates in kg of nitrogen per hectare."""

    base: float
    slope: float
    bend: float

    def harvest(self, rate: np.ndarray | float) -> np.ndarray | float:
        """Return the yield in t/ha at each rate."""
        rate = np.asarray(rate, dtype=float)
        return self.base + self.slope * rate + self.bend * rate**2

    def margin(self, rate: np.ndarray | float, grain_price: float, nitrogen_price: float) -> np.ndarray | float:
        """Return what the grain brings less what the nitrogen costs, per hectare.

        Parameters
        ----------
        rate : float or array
            kg of nitrogen per hectare.
        grain_price, nitrogen_price : float
            Money for a tonne of grain, for a kilogram of nitrogen.
        """
        return grain_price * self.harvest(rate) - nitrogen_price * np.asarray(rate, dtype=float)

    def optimum(self, grain_price: float, nitrogen_price: float) -> float:
        """Return the rate with the highest margin: there one more kilogram brings just what it costs.

        rate* = (nitrogen price / grain price − slope) / (2 · bend), at least 0
        """
        return max(0.0, (nitrogen_price / grain_price - self.slope) / (2 * self.bend))


def fit_response(rates: Sequence[float], yields: Sequence[float]) -> Response:
    """Fit a quadratic response to a trial by least squares.

    Around its top such a curve loses with the *square* of the distance: half as far off costs a quarter.

        margin(rate*) − margin(rate* + d) = −bend · grain price · d²

    Parameters
    ----------
    rates, yields : sequence of float
        Shape (n,); nitrogen in kg/ha and grain in t/ha of each plot, with at least three different rates.

    Returns
    -------
    Response

    Raises
    ------
    ValueError
        If there are fewer than three rates, a value is missing, or the yields do not level off.

    Notes
    -----
    The economic optimum of a quadratic response is textbook agronomy; for its uncertainty see M. Bachmaier,
    "A confidence set for that x-coordinate where a quadratic regression model has a given gradient",
    *Statistical Papers* 50 (2009). A quadratic falls beyond its top; real crops often stay level.

    Examples
    --------
    >>> trial = fit_response([0, 100, 200], [4, 7, 8])
    >>> round(trial.optimum(grain_price=110, nitrogen_price=0.6))
    173
    """
    x, y = np.asarray(rates, dtype=float), np.asarray(yields, dtype=float)
    if x.shape != y.shape or not (np.isfinite(x).all() and np.isfinite(y).all()) or np.unique(x).size < 3:
        raise ValueError("A response needs one yield for each rate, without gaps, and at least three different rates.")
    bend, slope, base = (float(value) for value in np.polyfit(x, y, 2))
    if not bend < -1e-12:
        raise ValueError("These yields do not level off, so they have no best rate: add plots with more nitrogen.")
    return Response(base, slope, bend)
