"""The best of many: why the average of prize winners lies above what the prize is worth."""

from functools import cache
from typing import NamedTuple

import numpy as np
from scipy.stats import norm


class Selection(NamedTuple):
    """One draw: what every unit measured, which were chosen, and both means, in per cent."""

    gains: np.ndarray
    chosen: np.ndarray
    winners_mean: float
    everyone_mean: float
    again_mean: float


@cache
def _normal_draws(units: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    # Evenly spaced quantiles in random order: as typical as a draw can be, so that no single lucky unit moves the mean.
    # Made once: a slider then only shifts and stretches them, answers at once and moves smoothly.
    quantiles = norm.ppf((np.arange(units) + 0.5) / units)
    generator = np.random.default_rng(seed)
    return generator.permutation(quantiles), generator.permutation(quantiles)


def winners(true_gain: float, noise: float, units: int = 30_000, chosen: int = 230, seed: int = 2025) -> Selection:
    """Give every unit the same true gain, measure it with noise, and choose the best.

        measured = true_gain + noise · z,   z ~ N(0, 1)

    Parameters
    ----------
    true_gain : float
        What every unit really gained, in per cent.
    noise : float
        Standard deviation of luck and measurement, in percentage points, from 0 up.
    units, chosen : int
        How many are measured, how many of the best are chosen.
    seed : int
        The same seed gives the same units.

    Returns
    -------
    Selection
        ``again_mean`` is the mean of the same winners when measured a second time.

    Raises
    ------
    ValueError
        If the noise is negative, or more are chosen than there are.

    Examples
    --------
    >>> result = winners(true_gain=5, noise=6.3)
    >>> round(result.everyone_mean), round(result.winners_mean), round(result.again_mean)
    (5, 22, 5)
    """
    _check(noise, units, chosen)
    first, second = _normal_draws(units, seed)
    best = np.zeros(units, dtype=bool)
    best[np.argpartition(first, -chosen)[-chosen:]] = True
    gains = true_gain + noise * first
    again = true_gain + noise * second[best].mean()
    return Selection(gains, best, float(gains[best].mean()), float(gains.mean()), float(again))


def expected_winners_mean(true_gain: float, noise: float, units: int = 30_000, chosen: int = 230) -> float:
    """Return the mean that the best are expected to show, without drawing.

    With p = chosen / units and z the point that a share p of a normal distribution exceeds,
    the mean of the tail is φ(z) / p standard deviations above the middle (inverse Mills ratio).

    Parameters
    ----------
    true_gain, noise, units, chosen
        As in `winners`.

    Returns
    -------
    float
        In per cent.

    Examples
    --------
    >>> round(expected_winners_mean(5, 6.3), 2)
    22.35
    """
    _check(noise, units, chosen)
    share = chosen / units
    return float(true_gain + noise * norm.pdf(norm.isf(share)) / share)


def _check(noise: float, units: int, chosen: int) -> None:
    if noise < 0:
        raise ValueError(f"The noise is {noise}; it must be 0 or more percentage points.")
    if not 1 <= chosen <= units:
        raise ValueError(
            f"{chosen} winners of {units} cannot be chosen: there must be at least one, and no more than there are."
        )
