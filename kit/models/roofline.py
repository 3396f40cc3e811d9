"""The roofline: a chip is as fast as its arithmetic or its memory allows, whichever is less."""

import numpy as np


def attainable(peak: float, bandwidth: float, intensity: float) -> float:
    """Return how fast a chip can work on a task.

        speed = min(peak, bandwidth x intensity)

    Parameters
    ----------
    peak : float or numpy.ndarray
        Arithmetic operations per second, for example in TFLOP/s.
    bandwidth : float or numpy.ndarray
        Bytes fetched from memory per second, in the same prefix, for example TB/s.
    intensity : float or numpy.ndarray
        Operations that the task does with each byte it fetches.

    Returns
    -------
    float or numpy.ndarray
        In the unit of ``peak``.

    Raises
    ------
    ValueError
        If a number is not above 0.

    Notes
    -----
    Williams, Waterman and Patterson, *Roofline*, Communications of the ACM 52 (2009).
    A language model that writes answers reads every parameter (2 bytes at half precision) once for each step and
    does 2 operations with it for each answer that is written at the same time, so its intensity is about the
    number of answers written together.

    Examples
    --------
    >>> attainable(148, 4.0, 8), round(attainable(989.4, 3.35, 8), 1)
    (32.0, 26.8)
    """
    if np.min(peak) <= 0 or np.min(bandwidth) <= 0 or np.min(intensity) <= 0:
        raise ValueError("Peak, bandwidth and intensity must be above 0.")
    return _plain(np.minimum(peak, np.multiply(bandwidth, intensity, dtype=float)))


def ridge(peak: float, bandwidth: float) -> float:
    """Return the intensity from which on arithmetic, and no longer memory, sets the speed.

    Parameters
    ----------
    peak, bandwidth : float
        As in `attainable`.

    Examples
    --------
    >>> ridge(148, 4.0), round(ridge(989.4, 3.35))
    (37.0, 295)
    """
    if np.min(peak) <= 0 or np.min(bandwidth) <= 0:
        raise ValueError("Peak and bandwidth must be above 0.")
    return _plain(np.divide(peak, bandwidth))


def _plain(values: np.ndarray) -> float | np.ndarray:
    """Return a single value as a float, so that it prints as a number."""
    return float(values) if np.ndim(values) == 0 else values
