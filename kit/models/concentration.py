"""How concentrated a market is: the sum of squared shares, and the number of equal sellers that would give it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Concentration(NamedTuple):
    """An index from 0 to 10,000 and the number of equal sellers with the same index."""

    index: float
    equal_sellers: float


def concentration(shares: Sequence[float], *, rescale: bool = False) -> Concentration:
    """Return the Herfindahl-Hirschman index of market shares.

        index = sum of the squared shares in percent
        equal sellers = 10,000 / index

    Parameters
    ----------
    shares : sequence of float
        Shape (n,); shares in percent, none negative, together at most 100 (101 is allowed for rounding).
    rescale : bool
        Whether the shares are first brought to 100 together: then the index speaks of the named sellers only.
        Without it, whoever is not named counts as many tiny sellers, and the index is a lower bound.

    Returns
    -------
    Concentration

    Raises
    ------
    ValueError
        If there is no share, one is negative or missing, or they add to more than 101.

    Notes
    -----
    Herfindahl (1950) and Hirschman (1945). The merger guidelines of the United States give the example of four
    sellers with 30, 30, 20 and 20 percent: an index of 2,600.

    Examples
    --------
    >>> round(concentration([30, 30, 20, 20]).index)
    2600
    >>> concentration([50, 50]).equal_sellers
    2.0
    """
    parts = np.asarray(shares, dtype=float)
    if parts.size == 0 or np.isnan(parts).any() or (parts < 0).any() or not parts.sum():
        raise ValueError("Market shares must be numbers from 0 up, without gaps, and one of them above 0.")
    if rescale:
        parts = 100 * parts / parts.sum()
    elif parts.sum() > 101:
        raise ValueError(
            f"The shares add to {parts.sum():.1f} percent: leave out groups that hold others, or write rescale=True."
        )
    index = float((parts**2).sum())
    return Concentration(index, 10_000 / index)
