"""Costs and savings: a machine, a parcel, a faster task, a voucher."""

from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from kit.models.checks import Numbers, array, need_not_negative, need_positive, need_shares, plain


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
    need_not_negative(price=price, wage=wage, productivity=productivity, hours=hours, upkeep=upkeep)
    need_positive(life=life, shift=shift)
    if hours > 24:
        raise ValueError(f"hours is {hours:g}; a day has 24.")
    saving = productivity * hours / shift * wage - upkeep
    return Payback(saving, price / saving if saving > 0 else inf, saving * life - price)


class ParcelCost(NamedTuple):
    """Cost of one parcel by drone: ``person`` is shared by the drones that one person watches, ``other`` is not."""

    person: float
    other: float

    def cost(self, drones: float) -> float:
        """Return the cost of one parcel, with so many drones watched by one person."""
        if drones < 1:
            raise ValueError(f"One person watches {drones} drones; it must be at least 1.")
        return self.other + self.person / drones

    def break_even(self, rival: float) -> float:
        """Return how many drones one person must watch to match a rival's cost; infinite if never."""
        return max(1.0, self.person / (rival - self.other)) if rival > self.other else inf


def parcel_cost(drones: tuple[float, float], costs: tuple[float, float]) -> ParcelCost:
    """Return the two parts of the cost of a parcel from the cost at two numbers of drones a person.

        cost(n) = other + person / n

    Parameters
    ----------
    drones : (float, float)
        Two different numbers of drones that one person watches, each at least 1.
    costs : (float, float)
        Cost of one parcel at each, in any currency.

    Returns
    -------
    ParcelCost

    Raises
    ------
    ValueError
        If the two numbers are equal or below 1, or the costs make a part negative.

    Notes
    -----
    Two points fix two parts, so nothing checks the form: it is an assumption that only the person is shared.

    Examples
    --------
    >>> cost = parcel_cost((1, 20), (13.50, 1.80))
    >>> round(cost.person, 2), round(cost.other, 2), round(cost.break_even(1.90), 1)
    (12.32, 1.18, 17.2)
    """
    (a, b), (at_a, at_b) = drones, costs
    if min(a, b) < 1 or a == b:
        raise ValueError("Give two different numbers of drones, each at least 1.")
    person = (at_a - at_b) / (1 / a - 1 / b)
    other = at_a - person / a
    if person < 0 or other < 0:
        raise ValueError(
            "These costs make one part negative: the cost must fall as one person watches more drones, but not below 0."
        )
    return ParcelCost(person, other)


def parcel_carbon(energy_wh: float, grid: float, other: float = 0.0) -> float:
    """Return the greenhouse gas of one parcel that is delivered with electricity, in grams.

        carbon = energy / 1000 · grid + other

    Parameters
    ----------
    energy_wh : float
        Electricity for one parcel, Wh.
    grid : float
        Greenhouse gas of the grid, grams for each kWh.
    other : float
        What does not depend on the flight, such as batteries and warehouses, grams.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If a value is negative.

    Examples
    --------
    >>> round(parcel_carbon(91.7, 582), 1)
    53.4
    """
    need_not_negative(energy_wh=energy_wh, grid=grid, other=other)
    return energy_wh / 1000 * grid + other


def overall_speedup(share: ArrayLike, speedup: ArrayLike) -> Numbers:
    """Return how many times faster the whole gets when a share of it gets so many times faster.

        S = 1 / ((1 − f) + f / s)

    Parameters
    ----------
    share : array_like
        f, the part of the working time that the faster task took before, from 0 to 1.
    speedup : array_like
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
    >>> round(overall_speedup(0.4, 10), 2)
    1.56
    """
    need_shares(share=share)
    need_positive(speedup=speedup)
    f, s = array(share), array(speedup)
    with np.errstate(divide="ignore"):
        return plain(1 / ((1 - f) + f / s))


def share_needed(overall: float, speedup: float) -> float:
    """Return the share of the work that must get faster, so that the whole gets so many times faster.

        f = (1 − 1/S) / (1 − 1/s)

    Parameters
    ----------
    overall : float
        S, how many times faster the whole is to become, at least 1.
    speedup : float
        s, how many times faster that share of the work becomes, at least S and above 1.

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
            f"No share is enough: a whole cannot become {overall:g} times faster through a task that becomes"
            f" {speedup:g} times faster."
        )
    return (1 - 1 / overall) / (1 - 1 / speedup)


def price_paid(bill: float, share: float, cap: float = inf) -> float:
    """Return what a firm pays itself when a city repays a share of its bill.

        paid = bill − min(share · bill, cap)

    Parameters
    ----------
    bill : float
        What the firm is charged, from 0 up.
    share : float
        Share that is repaid, from 0 to 1.
    cap : float
        Most that one firm gets, in the unit of the bill; no cap if left out.

    Returns
    -------
    float
        In the unit of the bill.

    Raises
    ------
    ValueError
        If the bill or the cap is below 0, or the share is not between 0 and 1.

    Examples
    --------
    >>> price_paid(20, 0.30, cap=8), price_paid(40, 0.30, cap=8)
    (14.0, 32)
    """
    need_not_negative(bill=bill, cap=cap)
    need_shares(share=share)
    return bill - min(share * bill, cap)
