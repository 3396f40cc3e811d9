"""Where to do which work: the cheapest way to share demand among places with limits."""

from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog

EARTH_RADIUS_KM = 6371
FIBRE_KM_PER_MS = 200  # light in glass, one way


class Placement(NamedTuple):
    """Work of each demand (row) at each place (column), its total cost, and the demand that found no place."""

    work: np.ndarray
    cost: float
    unplaced: np.ndarray


def place(demand: np.ndarray, capacity: np.ndarray, cost: np.ndarray, allowed: np.ndarray | None = None) -> Placement:
    """Share work among places at the lowest cost.

    Minimise the sum of cost(i, j) x work(i, j) so that the work of each demand i adds to demand(i), that of each
    place j to no more than capacity(j), and nothing is placed where it is not allowed. What finds no place is left
    over rather than refused; as much as possible is placed.

    Parameters
    ----------
    demand : numpy.ndarray
        Shape (m,); amounts of work, from 0 up.
    capacity : numpy.ndarray
        Shape (n,); how much each place can do.
    cost : numpy.ndarray
        Shape (m, n); cost of one unit of demand i at place j.
    allowed : numpy.ndarray of bool, optional
        Shape (m, n); where a demand may go, for example because the signal is back in time. Everywhere if left out.

    Returns
    -------
    Placement

    Raises
    ------
    ValueError
        If shapes do not fit together, or an amount is negative.

    Notes
    -----
    The transport problem of Kantorovich and Hitchcock as a linear programme, solved by ``scipy.optimize.linprog``.
    The test reproduces Dantzig's example of two canneries and three markets (153.675 thousand dollars).

    Examples
    --------
    >>> place(np.array([3.0]), np.array([2.0, 2.0]), np.array([[1.0, 5.0]])).work
    array([[2., 1.]])
    """
    demand, capacity, cost = (np.asarray(a, dtype=float) for a in (demand, capacity, cost))
    m, n = demand.size, capacity.size
    if cost.shape != (m, n):
        raise ValueError(
            f"The costs have the shape {cost.shape}; with {m} demands and {n} places it must be ({m}, {n})."
        )
    if (demand < 0).any() or (capacity < 0).any():
        raise ValueError("Demand and capacity must be 0 or more.")
    allowed = np.ones((m, n), dtype=bool) if allowed is None else np.asarray(allowed, dtype=bool)
    # A last column takes what finds no place, at a price that is only paid when nothing else is left.
    last_resort = 10 * (1 + np.abs(cost).max(initial=0)) * (m + n)
    prices = np.column_stack([cost, np.full(m, last_resort)])
    bounds = [(0, None if ok else 0) for row in np.column_stack([allowed, np.ones(m, dtype=bool)]) for ok in row]
    each_demand = np.kron(np.eye(m), np.ones(n + 1))
    each_place = np.kron(np.ones(m), np.eye(n, n + 1))
    answer = linprog(
        prices.ravel(), A_ub=each_place, b_ub=capacity, A_eq=each_demand, b_eq=demand, bounds=bounds, method="highs"
    )
    work = answer.x.reshape(m, n + 1)
    return Placement(work[:, :n], float((cost * work[:, :n]).sum()), work[:, n])


def distance_km(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Return the shortest way over the globe between two points, in kilometres; arrays are matched by broadcasting.

    Examples
    --------
    >>> round(float(distance_km(39.9, 116.4, 31.2, 121.5)), -1)
    1070.0
    """
    a, b, c, d = (np.radians(x) for x in (latitude_a, longitude_a, latitude_b, longitude_b))
    half = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))


def delay_ms(distance: float, detour: float = 1.0) -> float:
    """Return how long light takes through fibre, one way, in milliseconds.

    Parameters
    ----------
    distance : float or numpy.ndarray
        Kilometres as the crow flies.
    detour : float
        How much longer the cable is than that.

    Examples
    --------
    >>> delay_ms(1070), delay_ms(1070, detour=1.5)
    (5.35, 8.025)
    """
    return distance * detour / FIBRE_KM_PER_MS
