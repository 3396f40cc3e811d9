"""Counts of a rare thing: is the later count more than chance would give?"""

from typing import NamedTuple

import numpy as np
from scipy.stats import binom


class CountComparison(NamedTuple):
    """Two counts compared; see `compare_counts`."""

    ratio: float
    expected: float
    one_sided: float
    p_value: float
    split: np.ndarray


def compare_counts(
    earlier: int, later: int, *, earlier_length: float = 1.0, later_length: float = 1.0
) -> CountComparison:
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
    CountComparison
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
    >>> round(compare_counts(1, 3).p_value, 3)
    0.625
    """
    for name, count in (("earlier", earlier), ("later", later)):
        if count != int(count) or count < 0:
            raise ValueError(f"The {name} count is {count}; it must be a whole number from 0 up.")
    if not (earlier_length > 0 and later_length > 0):
        raise ValueError("Both texts need a length above 0, in the same unit.")
    total = int(earlier + later)
    chance = later_length / (earlier_length + later_length)
    split = binom.pmf(np.arange(total + 1), total, chance)
    upper, lower = float(binom.sf(later - 1, total, chance)), float(binom.cdf(later, total, chance))
    one_sided = min(upper, lower, 1.0)
    if earlier:
        ratio = (later / later_length) / (earlier / earlier_length)
    else:
        ratio = float("inf") if later else 1.0
    return CountComparison(ratio, total * chance, one_sided, min(1.0, 2 * one_sided), split)
