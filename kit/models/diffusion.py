"""Diffusion: how a new thing spreads along an S-curve, and what part of the curve tells its ceiling."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from kit.models.checks import Array, Numbers, array, need_not_negative, need_positive, plain

HIGHEST = 100  # a fitted ceiling so many times above all values was not read from them


class LogisticFit(NamedTuple):
    """A logistic curve: ceiling and errors in the unit of the values, midpoint a year, speed per year."""

    ceiling: float
    midpoint: float
    speed: float
    rmse: float
    held_out_rmse: float | None

    def curve(self, year: ArrayLike) -> Numbers:
        """Return the value of the curve in each year."""
        return logistic(year, self.ceiling, self.midpoint, self.speed)

    @property
    def years_from_10_to_90(self) -> float:
        """The years in which the curve climbs from 10 to 90 % of its ceiling."""
        return float(np.log(81) / self.speed)


class BassFit(NamedTuple):
    """A Bass curve: market and errors in the unit of the values, start a year, the two rates per year."""

    market: float
    innovation: float
    imitation: float
    start: float
    rmse: float
    held_out_rmse: float | None

    def curve(self, year: ArrayLike) -> Numbers:
        """Return all adopters up to each year."""
        return bass(year, self.market, self.innovation, self.imitation, self.start)

    @property
    def peak(self) -> float:
        """The year in which most adopt; the start, where imitation is no stronger than innovation."""
        rates = self.innovation + self.imitation
        return self.start + max(0.0, float(np.log(self.imitation / self.innovation) / rates))


def logistic(year: ArrayLike, ceiling: float, midpoint: float, speed: float) -> Numbers:
    """Return an S-curve that starts at 0, passes half of its ceiling at the midpoint and ends at the ceiling.

        N(t) = K / (1 + exp(−r · (t − t₀)))

    Parameters
    ----------
    year : array_like
        Years t.
    ceiling : float
        K, in the unit of the values, above 0.
    midpoint : float
        t₀, the year in which half of the ceiling is reached.
    speed : float
        r per year, above 0: far below the ceiling the values grow by the factor exp(r) a year.

    Returns
    -------
    float or array
        Shape of ``year``, between 0 and the ceiling.

    Raises
    ------
    ValueError
        If the ceiling or the speed is not above 0.

    Notes
    -----
    P.-F. Verhulst, "Notice sur la loi que la population suit dans son accroissement" (1838).

    Examples
    --------
    >>> logistic(2020, ceiling=80, midpoint=2020, speed=0.5)
    40.0
    """
    need_positive(ceiling=ceiling, speed=speed)
    return plain(ceiling * scipy.special.expit(speed * (array(year) - midpoint)))


def bass(year: ArrayLike, market: float, innovation: float, imitation: float, start: float) -> Numbers:
    """Return all adopters up to each year when some adopt by themselves and others imitate them.

        dN/dt = (p + q · N/M) · (M − N)
        N(t) = M · (1 − exp(−(p + q) · t)) / (1 + (q/p) · exp(−(p + q) · t)),  t counted from the start

    Parameters
    ----------
    year : array_like
        Years; before the start nobody has adopted.
    market : float
        M, all who will ever adopt, above 0.
    innovation : float
        p per year, above 0: the chance to adopt without having seen anyone.
    imitation : float
        q per year, 0 or more: how much the chance grows with those who have adopted.
    start : float
        The year in which the first could adopt.

    Returns
    -------
    float or array
        Shape of ``year``, between 0 and the market.

    Raises
    ------
    ValueError
        If the market or the innovation is not above 0, or the imitation is below 0.

    Notes
    -----
    F. M. Bass, "A New Product Growth for Model Consumer Durables", *Management Science* 15 (1969).

    Examples
    --------
    >>> round(bass(2030, market=100, innovation=0.03, imitation=0.4, start=2020), 1)
    83.5
    """
    need_positive(market=market, innovation=innovation)
    need_not_negative(imitation=imitation)
    gone = np.exp(-(innovation + imitation) * np.maximum(array(year) - start, 0))
    return plain(market * (1 - gone) / (1 + imitation / innovation * gone))


def fit_logistic(
    years: ArrayLike, values: ArrayLike, ceiling: float | None = None, until: float | None = None
) -> LogisticFit:
    """Fit a logistic curve by least squares on the values; years after ``until`` are held out to test it.

    Parameters
    ----------
    years, values : array_like
        Shape (n,); the values must not be negative. Three points give a ceiling, two a curve under a known one.
    ceiling : float, optional
        A ceiling known from elsewhere, in the unit of the values; without it the ceiling is fitted too.
    until : float, optional
        The last year that the fit may see.

    Returns
    -------
    LogisticFit
        ``rmse`` over the years seen; ``held_out_rmse`` over the others, None if there are none.

    Raises
    ------
    ValueError
        If there are too few points, they do not rise, one is negative or missing, one exceeds the given ceiling,
        or no ceiling can be read from them: values that never slow down fit any high ceiling alike.

    Examples
    --------
    Pearl and Reed (1920) put the curve of the United States' population, in millions, through three censuses.
    It would end at 197 million, they found; the census of 2020 counted 331.

    >>> fit = fit_logistic([1790, 1850, 1910], [3.929214, 23.191876, 91.972266])
    >>> round(fit.ceiling, 1), round(fit.midpoint), round(fit.speed, 4)
    (197.3, 1914, 0.0313)
    """
    t, y, seen = _series(years, values, until, fewest=3 if ceiling is None else 2)
    if ceiling is not None and not ceiling > y[seen].max():
        raise ValueError(f"The ceiling is {ceiling:g}, but {y[seen].max():g} was reached already: choose a higher one.")
    first, span = t[seen].min(), np.ptp(t[seen])

    def shape(place: Array, log_speed: Array, when: Array) -> Array:
        return array(scipy.special.expit(np.exp(log_speed) * ((when - first) / span - place)))

    (place, log_speed), top = _best(
        shape, t[seen], y[seen], np.linspace(-1, 5, 25), np.log(np.geomspace(0.3, 60, 25)), ceiling
    )
    share = shape(place, log_speed, t[seen])
    if not ((share > 0.001) & (share < 0.999)).any():
        raise ValueError("The values jump from the bottom to the top: years between are needed to see the speed.")
    midpoint, speed = float(first + span * place), float(np.exp(log_speed) / span)
    return LogisticFit(top, midpoint, speed, *_errors(logistic(t, top, midpoint, speed) - y, seen))


def fit_bass(
    years: ArrayLike,
    values: ArrayLike,
    start: float,
    market: float | None = None,
    until: float | None = None,
) -> BassFit:
    """Fit a Bass curve to all adopters so far, by least squares; years after ``until`` are held out to test it.

    Parameters
    ----------
    years, values : array_like
        Shape (n,); values count all who adopted up to that year. Three points give a market, two a curve in a known
        one.
    start : float
        The year in which the first could adopt, before the first of the years.
    market : float, optional
        All who will ever adopt, where it is known from elsewhere.
    until : float, optional
        The last year that the fit may see.

    Returns
    -------
    BassFit
        ``rmse`` over the years seen; ``held_out_rmse`` over the others, None if there are none.

    Raises
    ------
    ValueError
        As `fit_logistic`, and if the start is not before the first year.

    Examples
    --------
    >>> years = [2016, 2018, 2020, 2022, 2024]
    >>> fit = fit_bass(years, bass(years, market=100, innovation=0.01, imitation=0.6, start=2014), start=2014)
    >>> round(fit.market, 2), round(fit.innovation, 3), round(fit.imitation, 2), round(fit.peak, 1)
    (100.0, 0.01, 0.6, 2020.7)
    """
    t, y, seen = _series(years, values, until, fewest=3 if market is None else 2)
    if not start < t.min():
        raise ValueError(f"The start is {start:g}, but the values begin in {t.min():g}: it must be earlier.")
    if market is not None and not market > y[seen].max():
        raise ValueError(f"The market is {market:g}, but {y[seen].max():g} have adopted already: choose a larger one.")
    span = t[seen].max() - start

    def shape(log_p: Array, log_q: Array, when: Array) -> Array:
        p, q = np.exp(np.clip(log_p, -60, 60)), np.exp(np.clip(log_q, -60, 60))
        rates, u = p + q, (when - start) / span
        return array(-np.expm1(-rates * u) / (1 + q / p * np.exp(-rates * u)))

    (log_p, log_q), top = _best(
        shape, t[seen], y[seen], np.log(np.geomspace(1e-6, 3, 25)), np.log(np.geomspace(0.01, 60, 25)), market
    )
    p, q = float(np.exp(log_p) / span), float(np.exp(max(log_q, -60)) / span)
    return BassFit(top, p, q, float(start), *_errors(bass(t, top, p, q, start) - y, seen))


def _series(
    years: ArrayLike, values: ArrayLike, until: float | None, fewest: int
) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Return years, values and which of them the fit may see, or say why they cannot be fitted."""
    t, y = array(years), array(values)
    if t.shape != y.shape or t.ndim != 1 or not (np.isfinite(t).all() and np.isfinite(y).all() and (y >= 0).all()):
        raise ValueError("A diffusion curve needs one value a year, numbers from 0 up without gaps.")
    seen = np.ones(t.size, dtype=bool) if until is None else t <= until
    if np.unique(t[seen]).size < fewest:
        raise ValueError(
            f"A diffusion curve needs at least {fewest} years here; {np.unique(t[seen]).size} can be seen."
        )
    if not y[seen][t[seen].argmax()] > y[seen][t[seen].argmin()]:
        raise ValueError("The last value is not above the first: a diffusion curve can only rise.")
    return t, y, seen


def _best(
    shape: Callable[[Array, Array, Array], Array], t: Array, y: Array, ones: Array, others: Array, ceiling: float | None
) -> tuple[Array, float]:
    """Return the two parameters of a shape from 0 to 1, and the ceiling, that leave the least squares.

    For given parameters the best ceiling is a division, so only two are searched: a grid first, then refined.
    """
    unit = y.max()
    y, known = y / unit, None if ceiling is None else ceiling / unit

    def scale(rising: Array) -> Numbers:
        return known or plain((rising @ y) / np.maximum((rising**2).sum(axis=-1), 1e-300))

    def misses(parameters: Array) -> Array:
        rising = shape(parameters[0], parameters[1], t)
        return scale(rising) * rising - y

    grid = np.stack(np.meshgrid(ones, others, indexing="ij"), axis=-1).reshape(-1, 2)
    rising = shape(grid[:, :1], grid[:, 1:], t)
    squares = ((np.reshape(scale(rising) * np.ones(len(grid)), (-1, 1)) * rising - y) ** 2).sum(axis=1)
    tries = [
        scipy.optimize.least_squares(
            misses, grid[index], method="trf", x_scale="jac", xtol=1e-12, ftol=1e-12, gtol=1e-12
        )
        for index in squares.argsort()[:3]
    ]
    best = min(tries, key=lambda fit: fit.cost).x
    top = float(scale(shape(best[0], best[1], t)))
    if known is None and top > HIGHEST:
        raise ValueError(
            "These values never slow down, so any high ceiling fits them alike: give one, or add later years."
        )
    return best, float(ceiling or top * unit)


def _errors(misses: Array, seen: NDArray[np.bool_]) -> tuple[float, float | None]:
    """Return the root mean square error over the years seen and over the others."""
    inside, outside = misses[seen], misses[~seen]
    return float(np.sqrt(np.mean(inside**2))), float(np.sqrt(np.mean(outside**2))) if outside.size else None
