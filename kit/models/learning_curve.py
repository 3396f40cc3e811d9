"""Wright's law: each doubling of what was ever made changes the price by the same share."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class LearningCurve(NamedTuple):
    """Price = ``a`` · cumulative ** ``b``; ``rate`` is the share by which a doubling lowers the price."""

    a: float
    b: float
    rate: float

    def price(self, cumulative: np.ndarray | float) -> np.ndarray | float:
        """Return the price after so many units, in the unit of the fitted prices."""
        return self.a * np.asarray(cumulative, dtype=float) ** self.b


def fit_learning_curve(cumulative: Sequence[float], price: Sequence[float]) -> LearningCurve:
    """Fit Wright's law by least squares on logarithms.

        price = a · cumulative^b,   learning rate = 1 − 2^b

    Parameters
    ----------
    cumulative : sequence of float
        Shape (n,); all units made up to each year, above 0.
    price : sequence of float
        Shape (n,); price of a unit in each year, above 0.

    Returns
    -------
    LearningCurve
        ``rate`` is a fraction: 0.2 means 20 % cheaper with each doubling; below 0 the price rose.

    Raises
    ------
    ValueError
        If there are fewer than two points, or one is not above 0.

    Notes
    -----
    T. P. Wright, "Factors Affecting the Cost of Airplanes", *Journal of the Aeronautical Sciences* 3 (1936).

    Examples
    --------
    >>> round(fit_learning_curve([1, 2, 4], [100, 80, 64]).rate, 3)
    0.2
    """
    made, paid = np.asarray(cumulative, dtype=float), np.asarray(price, dtype=float)
    if made.shape != paid.shape or made.size < 2 or not ((made > 0).all() and (paid > 0).all()):
        raise ValueError("A learning curve needs at least two points, with cumulative units and prices above 0.")
    b, log_a = np.polyfit(np.log(made), np.log(paid), 1)
    return LearningCurve(float(np.exp(log_a)), float(b), float(1 - 2**b))
