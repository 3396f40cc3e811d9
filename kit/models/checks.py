"""What the models share: the types of their numbers, and the checks of what they are given.

Models call scipy by its full name, as in ``scipy.stats.norm``: ``import scipy`` alone is cheap, and scipy loads the
part that is named when it is first used. So ``import kit`` does not wait for it.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Numbers = float | Array


def array(values: ArrayLike) -> Array:
    """Return values as an array of floats."""
    return np.asarray(values, dtype=float)


def plain(values: ArrayLike) -> Numbers:
    """Return one value as a float, so that it prints as a number, and several as an array."""
    found = array(values)
    return float(found) if found.ndim == 0 else found


def need_shares(**values: ArrayLike) -> None:
    """Raise ValueError unless all values are shares."""
    _need(values, lambda found: (found >= 0) & (found <= 1), "a share lies between 0 and 1: divide percent by 100")


def need_positive(**values: ArrayLike) -> None:
    """Raise ValueError unless all values are above 0."""
    _need(values, lambda found: found > 0, "it must be above 0")


def need_not_negative(**values: ArrayLike) -> None:
    """Raise ValueError unless all values are 0 or more."""
    _need(values, lambda found: found >= 0, "it must be 0 or more")


def need_counts(least: int, **values: ArrayLike) -> None:
    """Raise ValueError unless all values are whole numbers from ``least`` up."""
    _need(values, lambda found: (found >= least) & (found % 1 == 0), f"it must be a whole number from {least} up")


def need_points(what: str, fewest: int, x: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    """Return x and y as arrays, or raise ValueError unless they are numbers at so many different x."""
    found_x, found_y = array(x), array(y)
    whole = found_x.shape == found_y.shape and bool(np.isfinite(found_x).all() and np.isfinite(found_y).all())
    if not whole or np.unique(found_x).size < fewest:
        raise ValueError(
            f"{what} needs at least {fewest} different points, each a pair of numbers without gaps; found"
            f" {found_x.size} and {found_y.size} numbers, {np.unique(found_x).size} of the first different."
        )
    return found_x, found_y


def _need(values: dict[str, ArrayLike], allowed: Callable[[Array], NDArray[np.bool_]], sentence: str) -> None:
    for name, value in values.items():
        found = np.atleast_1d(array(value))
        wrong = found[~allowed(found)]
        if wrong.size:
            raise ValueError(f"{name} is {wrong[0]:g}; {sentence}.")
