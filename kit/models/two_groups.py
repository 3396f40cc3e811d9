"""Chance in trials: how large a difference luck alone makes between two groups."""

from typing import NamedTuple

import numpy as np
from scipy.stats import fisher_exact, norm


class GroupComparison(NamedTuple):
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


def compare_groups(events_a: int, people_a: int, events_b: int, people_b: int) -> GroupComparison:
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
    GroupComparison
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
    >>> result = compare_groups(244, 39_996, 203, 40_024)
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
    half = norm.isf(0.025) * np.sqrt(a * (1 - a) / people_a + b * (1 - b) / people_b)
    ratio = a / b if b else np.inf
    exact = fisher_exact([[events_a, people_a - events_a], [events_b, people_b - events_b]]).pvalue
    values = (
        1000 * a,
        1000 * b,
        ratio,
        1000 * (a - b),
        1000 * (a - b - half),
        1000 * (a - b + half),
        z,
        2 * norm.sf(abs(z)),
        exact,
    )
    return GroupComparison(*(float(value) for value in values))


class Redrawn(NamedTuple):
    """Imagined repeats of a trial: the difference of each, per 1,000, and which of them pass p < 0.05."""

    differences: np.ndarray
    significant: np.ndarray


def redraw_trial(rate_a: float, rate_b: float, people: int, repeats: int = 10_000, seed: int = 2025) -> Redrawn:
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
    Redrawn
        Arrays of shape (repeats,).

    Raises
    ------
    ValueError
        If a rate or a number is out of range.

    Examples
    --------
    >>> no_effect = redraw_trial(5.1, 5.1, 40_000)
    >>> 0.04 < no_effect.significant.mean() < 0.06
    np.True_
    """
    if not (0 < rate_a < 1000 and 0 < rate_b < 1000):
        raise ValueError("The rates must lie above 0 and below 1,000 of 1,000.")
    if people < 1 or repeats < 1:
        raise ValueError("A trial needs at least one person in each group, and at least one repeat.")
    a, b = (
        np.random.default_rng([seed, group]).binomial(people, rate / 1000, repeats)
        for group, rate in enumerate((rate_a, rate_b))
    )
    pooled = (a + b) / (2 * people)
    spread = np.sqrt(pooled * (1 - pooled) * 2 / people)
    z = np.divide((a - b) / people, spread, out=np.zeros(repeats), where=spread > 0)
    return Redrawn(1000 * (a - b) / people, np.abs(z) > norm.isf(0.025))
