"""Curves through points: steady growth, the price that falls with experience, the harvest that levels off."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from kit.models.checks import Array, Numbers, array, need_points, need_positive, plain


class Growth(NamedTuple):
    """Growth by the same factor in every year, fitted to points; negative months mean halving."""

    doubling_months: float
    times_a_year: float
    middle: float  # mean of the times, in years
    level: float  # fitted value at that time

    def at(self, years: ArrayLike) -> Array:
        """Return the fitted values at times in years."""
        return self.level * np.power(self.times_a_year, array(years) - self.middle)


def fit_growth(years: ArrayLike, values: ArrayLike) -> Growth:
    """Fit steady growth to points: a straight line through the logarithms, by least squares.

        log2 value = a + b year
        doubling time = 12 / b months,   growth = 2^b times a year

    Parameters
    ----------
    years : array_like
        Shape (n,); times in years, at least two of them different.
    values : array_like
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
    times, seen = need_points("Steady growth", 2, years, values)
    need_positive(values=seen)
    middle = times.mean()  # centred, so that years near 2020 lose no digits
    slope, height = np.polyfit(times - middle, np.log2(seen), 1)
    with np.errstate(divide="ignore"):
        return Growth(float(np.divide(12, slope)), float(2**slope), float(middle), float(2**height))


def growth_between(first: float, last: float, years: float) -> Growth:
    """Return the steady growth that leads from one value to another.

    Parameters
    ----------
    first, last : float
        Both above 0.
    years : float
        Time between them, above 0.

    Returns
    -------
    Growth

    Raises
    ------
    ValueError
        If a value or the time is not above 0.

    Examples
    --------
    >>> round(growth_between(37.5, 0.1375, 2.4).doubling_months, 1)
    -3.6
    """
    need_positive(first=first, last=last, years=years)
    return fit_growth([0, years], [first, last])


def cagr(baseline: float, target: float, years: float) -> float:
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
        Compound annual growth rate: 0.15 means 15 % a year; negative if the target lies below the baseline.

    Raises
    ------
    ValueError
        If a value or the time is not above 0.

    Notes
    -----
    It knows two points only: the way between them may look quite different.

    Examples
    --------
    >>> round(cagr(246, 492, years=5), 4)
    0.1487
    """
    need_positive(baseline=baseline, target=target, years=years)
    return float((target / baseline) ** (1 / years) - 1)


def grow(baseline: float, growth: float, years: ArrayLike) -> Array:
    """Return a value that grows by the same share each year, at given times.

    Parameters
    ----------
    baseline : float
        Value at time 0.
    growth : float
        Growth a year as a fraction, above −1.
    years : array_like
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
    return baseline * np.power(1 + growth, array(years))


class LearningCurve(NamedTuple):
    """Price = ``a`` · cumulative ** ``b``; ``rate`` is the share by which a doubling lowers the price."""

    a: float
    b: float
    rate: float

    def price(self, cumulative: ArrayLike) -> Numbers:
        """Return the price after so many units, in the unit of the fitted prices."""
        return plain(self.a * array(cumulative) ** self.b)


def fit_learning_curve(cumulative: ArrayLike, price: ArrayLike) -> LearningCurve:
    """Fit Wright's law by least squares on logarithms.

        price = a · cumulative^b,   learning rate = 1 − 2^b

    Parameters
    ----------
    cumulative : array_like
        Shape (n,); all units made up to each year, above 0.
    price : array_like
        Shape (n,); price of a unit in each year, above 0.

    Returns
    -------
    LearningCurve
        ``rate`` is a fraction: 0.2 means 20 % cheaper with each doubling; below 0 the price rose.

    Raises
    ------
    ValueError
        If there are fewer than two different points, or one is not above 0.

    Notes
    -----
    T. P. Wright, "Factors Affecting the Cost of Airplanes", *Journal of the Aeronautical Sciences* 3 (1936).

    Examples
    --------
    >>> round(fit_learning_curve([1, 2, 4], [100, 80, 64]).rate, 3)
    0.2
    """
    made, paid = need_points("A learning curve", 2, cumulative, price)
    need_positive(cumulative=made, price=paid)
    b, log_a = np.polyfit(np.log(made), np.log(paid), 1)
    return LearningCurve(float(np.exp(log_a)), float(b), float(1 - 2**b))


class Response(NamedTuple):
    """Yield = ``base`` + ``slope`` · rate + ``bend`` · rate²; yields in t/ha, rates in kg of nitrogen per hectare."""

    base: float
    slope: float
    bend: float

    def harvest(self, rate: ArrayLike) -> Numbers:
        """Return the yield in t/ha at each rate."""
        given = array(rate)
        return plain(self.base + self.slope * given + self.bend * given**2)

    def margin(self, rate: ArrayLike, grain_price: float, nitrogen_price: float) -> Numbers:
        """Return what the grain brings less what the nitrogen costs, per hectare.

        Parameters
        ----------
        rate : array_like
            kg of nitrogen per hectare.
        grain_price, nitrogen_price : float
            Money for a tonne of grain, for a kilogram of nitrogen.
        """
        return plain(grain_price * self.harvest(rate) - nitrogen_price * array(rate))

    def optimum(self, grain_price: float, nitrogen_price: float) -> float:
        """Return the rate with the highest margin: there one more kilogram brings just what it costs.

        rate* = (nitrogen price / grain price − slope) / (2 · bend), at least 0
        """
        return max(0.0, (nitrogen_price / grain_price - self.slope) / (2 * self.bend))


def fit_response(rates: ArrayLike, yields: ArrayLike) -> Response:
    """Fit a quadratic response to a trial by least squares.

    Around its top such a curve loses with the *square* of the distance: half as far off costs a quarter.

        margin(rate*) − margin(rate* + d) = −bend · grain price · d²

    Parameters
    ----------
    rates, yields : array_like
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
    x, y = need_points("A crop response", 3, rates, yields)
    bend, slope, base = (float(value) for value in np.polyfit(x, y, 2))
    if not bend < -1e-12:
        raise ValueError("These yields do not level off, so they have no best rate: add plots with more nitrogen.")
    return Response(base, slope, bend)
