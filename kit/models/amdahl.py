"""Amdahl's law for work: a faster task makes a faster job only as far as the task fills the job."""

import numpy as np


def overall_speedup(share: np.ndarray | float, speedup: np.ndarray | float) -> np.ndarray | float:
    """Return how many times faster the whole gets when a share of it gets so many times faster.

        S = 1 / ((1 − f) + f / s)

    Parameters
    ----------
    share : float or array
        f, the part of the working time that the faster task took before, from 0 to 1.
    speedup : float or array
        s, how many times faster that task becomes, above 0; ``numpy.inf`` for a task that takes no time any more.

    Returns
    -------
    float or array
        Between 1 and s; never above 1 / (1 − f).

    Raises
    ------
    ValueError
        If a share is not from 0 to 1, or a speed-up not above 0.

    Notes
    -----
    G. M. Amdahl, "Validity of the Single Processor Approach to Achieving Large-Scale Computing Capabilities" (1967),
    about computers. It assumes that the rest of the work stays as it was, and that the freed time is used as before.

    Examples
    --------
    >>> round(float(overall_speedup(0.4, 10)), 2)
    1.56
    """
    f, s = np.asarray(share, dtype=float), np.asarray(speedup, dtype=float)
    if not ((f >= 0) & (f <= 1)).all():
        raise ValueError("The share of the work must lie between 0 and 1: write 0.2 for 20 %.")
    if not (s > 0).all():
        raise ValueError("The speed-up must be above 0: 10 means ten times faster, 0.5 means half as fast.")
    with np.errstate(divide="ignore"):
        return 1 / ((1 - f) + f / s)


def share_needed(overall: float, speedup: float) -> float:
    """Return the share of the work that must become ``speedup`` times faster for the whole to become ``overall`` times faster.

        f = (1 − 1/S) / (1 − 1/s)

    Parameters
    ----------
    overall : float
        S, at least 1.
    speedup : float
        s, at least S and above 1.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    ValueError
        If the whole would have to become faster than the task.

    Examples
    --------
    >>> round(share_needed(1.2, 10), 3)
    0.185
    """
    if not 1 <= overall <= speedup or not speedup > 1:
        raise ValueError(
            f"No share is enough: a whole cannot become {overall:g} times faster through a task that becomes {speedup:g} times faster."
        )
    return (1 - 1 / overall) / (1 - 1 / speedup)
