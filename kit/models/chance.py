"""Chance: rare events, two counts, two groups, and the best of many."""

from functools import cache
from typing import NamedTuple

import numpy as np
import scipy
from numpy.typing import NDArray

from kit.models.checks import Array, need_counts, need_not_negative, need_positive, need_shares

_MOST_BARS = 40


class Trial(NamedTuple):
    """What a distance can prove: expected events, the limit that proves a difference, and the chance to stay under it.

    ``limit`` is the largest number of events that would be too few for chance, −1 if even none would not be.
    ``power`` is the chance of the safer system to stay at or under the limit. ``counts`` are numbers of events (shape
    (n,), the middle of a bin where there are many), ``as_humans`` and ``as_system`` the chance of each (shape (n,)).
    """

    expected_humans: float
    expected_system: float
    limit: int
    power: float
    counts: Array
    as_humans: Array
    as_system: Array


def trial(rate: float, exposure: float, reduction: float, confidence: float = 0.95) -> Trial:
    """Return what a drive can prove about a system whose events are rarer by ``reduction``.

    The number of events is Poisson: rate · exposure as humans, (1 − reduction) · rate · exposure as the system.

    Parameters
    ----------
    rate : float
        Human events per unit of distance, above 0.
    exposure : float
        Distance driven, above 0.
    reduction : float
        True reduction of the system as a fraction, from 0 (as humans) to 1 (no events).
    confidence : float
        Between 0 and 1: so sure one wants to be that it is not chance.

    Returns
    -------
    Trial

    Raises
    ------
    ValueError
        If the rate or exposure is not above 0, the reduction not from 0 to 1 or the confidence not between 0 and 1.

    Examples
    --------
    >>> drive = trial(rate=2.80, exposure=7.14, reduction=0.8)
    >>> round(drive.expected_humans), round(drive.expected_system), drive.limit, round(drive.power, 4)
    (20, 4, 12, 0.9997)
    """
    need_positive(rate=rate, exposure=exposure)
    need_shares(reduction=reduction)
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence:g}; it must lie between 0 and 1, for example 0.95.")
    poisson = scipy.stats.poisson
    humans, system = rate * exposure, (1 - reduction) * rate * exposure
    limit = int(poisson.ppf(1 - confidence, humans))
    if poisson.cdf(limit, humans) > 1 - confidence:
        limit -= 1
    top = int(max(poisson.ppf(0.999, humans), poisson.ppf(0.999, system), 3))
    step = int(np.ceil((top + 1) / _MOST_BARS))
    ends = np.arange(0.0, top + step, step) + step - 1
    chances = [np.diff(poisson.cdf(ends, expected), prepend=0.0) for expected in (humans, system)]
    return Trial(humans, system, limit, float(poisson.cdf(limit, system)), ends - (step - 1) / 2, *chances)


class PoissonRatio(NamedTuple):
    """Two counts compared; see `poisson_ratio_test`."""

    ratio: float
    expected: float
    one_sided: float
    p_value: float
    split: Array


def poisson_ratio_test(
    earlier: int, later: int, *, earlier_length: float = 1.0, later_length: float = 1.0
) -> PoissonRatio:
    """Return how easily chance alone splits all mentions as they were split, or further apart.

    If both texts use the word at the same rate, then of the n = earlier + later mentions each falls into the later
    text with probability q = later_length / (earlier_length + later_length), whatever the rate is. So the later count
    is binomial, and the chance of a split at least as far to that side is a sum of

        P(k) = C(n, k) qᵏ (1 − q)ⁿ⁻ᵏ

    The p-value is twice the smaller of the two tails, at most 1 ("doubled one-sided").

    Parameters
    ----------
    earlier, later : int
        Mentions in the earlier and in the later text, from 0 up.
    earlier_length, later_length : float
        Lengths of the texts in any common unit, such as characters.

    Returns
    -------
    PoissonRatio
        ``ratio``: later rate divided by earlier rate (infinite if the word was not there, 1 if it is in neither);
        ``expected``: mentions that the later text would have at an equal rate; ``one_sided``: chance of the smaller
        tail; ``p_value``: twice that, at most 1; ``split``: shape (n + 1,), the chance of each later count 0 … n.

    Raises
    ------
    ValueError
        If a count is not a whole number from 0, or a length is not above 0.

    Notes
    -----
    The conditional test of J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson
    series", Biometrika 31 (1940). It takes mentions as independent of each other, which words in a text are not:
    a word often comes twice in one sentence. The true p-value is therefore larger rather than smaller.

    Examples
    --------
    >>> round(poisson_ratio_test(1, 3).p_value, 3)
    0.625
    """
    need_counts(0, earlier=earlier, later=later)
    need_positive(earlier_length=earlier_length, later_length=later_length)
    binom = scipy.stats.binom
    total = int(earlier + later)
    chance = later_length / (earlier_length + later_length)
    split = binom.pmf(np.arange(total + 1), total, chance)
    upper, lower = float(binom.sf(later - 1, total, chance)), float(binom.cdf(later, total, chance))
    one_sided = min(upper, lower, 1.0)
    same = np.inf if later else 1.0
    ratio = (later / later_length) / (earlier / earlier_length) if earlier else same
    return PoissonRatio(ratio, total * chance, one_sided, min(1.0, 2 * one_sided), split)


class TwoProportions(NamedTuple):
    """Two groups compared. Rates are per 1,000; both p are two-sided, ``p_exact`` is Fisher's."""

    rate_a: float
    rate_b: float
    ratio: float
    difference: float
    difference_low: float
    difference_high: float
    z: float
    p: float
    p_exact: float


def two_proportion_test(events_a: int, people_a: int, events_b: int, people_b: int) -> TwoProportions:
    """Compare the share of events in two groups.

        z = (a/n_a − b/n_b) / √( q(1 − q)(1/n_a + 1/n_b) ),   q = (a + b)/(n_a + n_b)

    Parameters
    ----------
    events_a, events_b : int
        Events in each group, 0 or more.
    people_a, people_b : int
        People in each group, at least as many as events.

    Returns
    -------
    TwoProportions
        The interval of the difference holds 95 %.

    Raises
    ------
    ValueError
        If there are more events than people, or no event, or nothing but events.

    Notes
    -----
    The pooled z test, and Fisher's exact test. MASAI's interim report prints p = 0.052; from the counts behind its
    rates (244 of 39,996 and 203 of 40,024) the z test gives 0.051 and the exact test 0.052.

    Examples
    --------
    >>> result = two_proportion_test(244, 39_996, 203, 40_024)
    >>> round(result.rate_a, 1), round(result.rate_b, 1), round(result.p_exact, 3)
    (6.1, 5.1, 0.052)
    """
    if not (0 <= events_a <= people_a and 0 <= events_b <= people_b and people_a and people_b):
        raise ValueError("Each group needs people, and no more events than people.")
    if not 0 < events_a + events_b < people_a + people_b:
        raise ValueError("Without a single event, or with nothing but events, there is nothing to compare.")
    a, b = events_a / people_a, events_b / people_b
    pooled = (events_a + events_b) / (people_a + people_b)
    z = (a - b) / np.sqrt(pooled * (1 - pooled) * (1 / people_a + 1 / people_b))
    norm = scipy.stats.norm
    half = norm.isf(0.025) * np.sqrt(a * (1 - a) / people_a + b * (1 - b) / people_b)
    ratio = a / b if b else np.inf
    exact = scipy.stats.fisher_exact([[events_a, people_a - events_a], [events_b, people_b - events_b]]).pvalue
    per_1000 = (1000 * a, 1000 * b), (1000 * (a - b), 1000 * (a - b - half), 1000 * (a - b + half))
    values = (*per_1000[0], ratio, *per_1000[1], z, 2 * norm.sf(abs(z)), exact)
    return TwoProportions(*(float(value) for value in values))


class SimulatedTrials(NamedTuple):
    """Imagined repeats of a trial: the difference of each, per 1,000, and which of them pass p < 0.05."""

    differences: Array
    significant: NDArray[np.bool_]


def simulate_trial(
    rate_a: float, rate_b: float, people: int, repeats: int = 10_000, seed: int = 2025
) -> SimulatedTrials:
    """Repeat a trial with two equal groups many times, with nothing but chance between the repeats.

        events ~ Binomial(people, rate / 1000) in each group

    Parameters
    ----------
    rate_a, rate_b : float
        True events per 1,000 in each group, above 0 and below 1,000.
    people : int
        People in each group, at least 1.
    repeats : int
        How many imagined trials.
    seed : int
        The same seed gives the same trials.

    Returns
    -------
    SimulatedTrials
        Arrays of shape (repeats,).

    Raises
    ------
    ValueError
        If a rate or a number is out of range.

    Examples
    --------
    >>> no_effect = simulate_trial(5.1, 5.1, 40_000)
    >>> 0.04 < no_effect.significant.mean() < 0.06
    np.True_
    """
    if not (0 < rate_a < 1000 and 0 < rate_b < 1000):
        raise ValueError("The rates must lie above 0 and below 1,000 of 1,000.")
    need_counts(1, people=people, repeats=repeats)
    a, b = (
        np.random.default_rng([seed, group]).binomial(people, rate / 1000, repeats)
        for group, rate in enumerate((rate_a, rate_b))
    )
    pooled = (a + b) / (2 * people)
    spread = np.sqrt(pooled * (1 - pooled) * 2 / people)
    z = np.divide((a - b) / people, spread, out=np.zeros(repeats), where=spread > 0)
    return SimulatedTrials(1000 * (a - b) / people, np.abs(z) > scipy.stats.norm.isf(0.025))


class Selection(NamedTuple):
    """One draw: what every unit measured, which were chosen, and both means, in per cent."""

    gains: Array
    chosen: NDArray[np.bool_]
    winners_mean: float
    everyone_mean: float
    again_mean: float


@cache
def _normal_draws(units: int, seed: int) -> tuple[Array, Array]:
    # Evenly spaced quantiles in random order: as typical as a draw can be, so that no single lucky unit moves the mean.
    # Made once: a slider then only shifts and stretches them, answers at once and moves smoothly.
    quantiles = scipy.stats.norm.ppf((np.arange(units) + 0.5) / units)
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
        If the noise is negative, or none or more are chosen than there are.

    Examples
    --------
    >>> result = winners(true_gain=5, noise=6.3)
    >>> round(result.everyone_mean), round(result.winners_mean), round(result.again_mean)
    (5, 22, 5)
    """
    need_not_negative(noise=noise)
    need_counts(1, units=units, chosen=chosen)
    if chosen > units:
        raise ValueError(f"{chosen} winners of {units} cannot be chosen: there must be no more than there are.")
    first, second = _normal_draws(units, seed)
    best = np.zeros(units, dtype=bool)
    best[np.argpartition(first, -chosen)[-chosen:]] = True
    gains = true_gain + noise * first
    again = true_gain + noise * second[best].mean()
    return Selection(gains, best, float(gains[best].mean()), float(gains.mean()), float(again))
