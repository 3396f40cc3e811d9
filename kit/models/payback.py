"""Payback: how long a machine must work until it has saved its price."""

from math import inf
from typing import NamedTuple


class Payback(NamedTuple):
    """Saving in a year, years until the price is back, and what is left at the end of the machine's life."""

    saving: float
    years: float
    left: float


def payback(
    price: float,
    wage: float,
    *,
    productivity: float,
    hours: float,
    life: float,
    shift: float = 8.0,
    upkeep: float = 0.0,
) -> Payback:
    """Return when a machine that does part of a worker's work has saved its price.

        saving = productivity · hours / shift · wage − upkeep
        years  = price / saving            left = saving · life − price

    Parameters
    ----------
    price : float
        Price of the machine, in any currency, not negative.
    wage : float
        What one worker costs in a year, in the same currency, not negative.
    productivity : float
        Work done in an hour, as a share of what the worker does in an hour; 1 is equal.
    hours : float
        Hours that the machine works in a day, 0 to 24.
    life : float
        Years that the machine works, above 0.
    shift : float
        Hours that the worker works in a day, above 0.
    upkeep : float
        Power, repairs and supervision in a year, in the same currency, not negative.

    Returns
    -------
    Payback
        ``years`` is infinite where nothing is saved.

    Raises
    ------
    ValueError
        If an amount is negative, a day has more than 24 hours, or a life or a shift is not above 0.

    Notes
    -----
    Simple payback, without interest: the form that makers' own calculators use. Interest, training and the work that
    nobody can do are left out.

    Examples
    --------
    >>> round(payback(120_000, 80_000, productivity=0.5, hours=16, life=5).years, 2)
    1.5
    """
    if min(price, wage, productivity, hours, upkeep) < 0:
        raise ValueError("Price, wage, productivity, hours and upkeep must not be negative.")
    if hours > 24:
        raise ValueError(f"The machine works {hours} hours a day; a day has 24.")
    if life <= 0 or shift <= 0:
        raise ValueError("The life of the machine and the worker's shift must be above 0.")
    saving = productivity * hours / shift * wage - upkeep
    return Payback(saving, price / saving if saving > 0 else inf, saving * life - price)
