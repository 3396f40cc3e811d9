"""A parcel: what its delivery costs when one person watches several drones, and how much carbon it takes."""

from math import inf
from typing import NamedTuple


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

    Raises
    ------
    ValueError
        If a value is negative.

    Examples
    --------
    >>> round(parcel_carbon(91.7, 582), 1)
    53.4
    """
    if min(energy_wh, grid, other) < 0:
        raise ValueError("Energy, grid and other gas must not be negative.")
    return energy_wh / 1000 * grid + other
