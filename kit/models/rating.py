"""Ratings from choices between two: what a gap in points means as a chance, and how many votes show it."""

from math import ceil

import numpy as np


def preference(gap: float) -> float:
    """Return the chance that the higher-rated of two is preferred.

        chance = 1 / (1 + 10^(-gap / 400))

    Parameters
    ----------
    gap : float or numpy.ndarray
        Difference of the two ratings in points; negative if the other one leads.

    Returns
    -------
    float or numpy.ndarray
        Between 0 and 1; one half at a gap of 0.

    Notes
    -----
    Elo, *The Rating of Chessplayers* (1978), with the scale that makes 400 points odds of ten to one. The Arena
    fits the same curve (Bradley and Terry, 1952) to the votes of its users.

    Examples
    --------
    >>> round(preference(39), 3)
    0.556
    """
    chance = 1 / (1 + 10 ** (-np.asarray(gap, dtype=float) / 400))
    return float(chance) if chance.ndim == 0 else chance


def votes_needed(gap: float, z: float = 1.96) -> int:
    """Return how many votes it takes until chance alone no longer explains a gap.

    With n votes the share of one side wobbles by about z / (2 sqrt(n)) around one half. The gap shows when the
    preference leaves that range:

        n = (z / (2 (chance - 1/2)))^2

    Parameters
    ----------
    gap : float
        Difference in points, not 0.
    z : float
        Width of the range: 1.96 for 95 of 100 cases.

    Raises
    ------
    ValueError
        If the gap is 0: no number of votes would do.

    Examples
    --------
    >>> votes_needed(39), votes_needed(5)
    (308, 18552)
    """
    if not gap:
        raise ValueError("A gap of 0 points is no gap: no number of votes will show one.")
    return ceil((z / (2 * (preference(abs(gap)) - 0.5))) ** 2)
