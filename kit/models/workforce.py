"""A workforce as stock and flow: some leave each year, a share of the graduates comes."""

import numpy as np


def workforce(start: float, graduates: float, share_in: float, share_out: float, years: int) -> np.ndarray:
    """Return the number of people at work at the start and after each year.

        people(t + 1) = people(t) · (1 − share_out) + graduates · share_in

    After many years it settles where as many come as leave, at graduates · share_in / share_out.

    Parameters
    ----------
    start : float
        People at work at the start.
    graduates : float
        People who finish their studies each year.
    share_in : float
        Share of them who take up this work, from 0 to 1.
    share_out : float
        Share of those at work who leave it each year, from 0 to 1.
    years : int
        How many years, from 0 up.

    Returns
    -------
    numpy.ndarray
        Shape (years + 1,); people.

    Raises
    ------
    ValueError
        If people or years are below 0, or a share is not between 0 and 1.

    Examples
    --------
    >>> workforce(1000, 100, 0.5, 0.1, 2).tolist()
    [1000.0, 950.0, 905.0]
    """
    if min(start, graduates) < 0 or years != int(years) or years < 0:
        raise ValueError(
            f"Found {start} people, {graduates} graduates and {years} years; none may be below 0, and years must be whole."
        )
    if not (0 <= share_in <= 1 and 0 <= share_out <= 1):
        raise ValueError(
            f"The shares are {share_in} in and {share_out} out; each lies between 0 and 1: divide percent by 100."
        )
    people = [float(start)]
    for _ in range(int(years)):
        people.append(people[-1] * (1 - share_out) + graduates * share_in)
    return np.array(people)
