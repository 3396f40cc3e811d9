"""Computing: what a training run takes, how fast a chip can be, and where to do which work."""

from typing import NamedTuple

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from kit.models.checks import Array, Numbers, array, need_not_negative, need_positive, need_shares, plain

EARTH_RADIUS_KM = 6371
FIBRE_KM_PER_MS = 200  # light in glass, one way


class TrainingRun(NamedTuple):
    """Arithmetic operations, hours of all chips together, and their rent in dollars."""

    flop: float
    chip_hours: float
    dollars: float


def training_run(
    parameters: float, tokens: float, *, peak: float, utilisation: float, dollars_an_hour: float
) -> TrainingRun:
    """Return what a training run takes.

        FLOP = 6 x parameters x tokens
        chip hours = FLOP / (peak x utilisation x 3600 s)
        dollars = chip hours x rent

    Parameters
    ----------
    parameters : float
        Parameters that work on each token: all of a dense model, the active ones of a mixture of experts.
    tokens : float
        Tokens read in training.
    peak : float
        What one chip could do, FLOP/s.
    utilisation : float
        Which part of the peak is reached, above 0, at most 1.
    dollars_an_hour : float
        Rent of one chip for one hour.

    Returns
    -------
    TrainingRun

    Raises
    ------
    ValueError
        If a number is not above 0, or the utilisation is above 1.

    Notes
    -----
    6 N D: two operations for each parameter and token on the way forward, four on the way back (Kaplan and others,
    *Scaling Laws for Neural Language Models*, 2020). Attention and the vocabulary add a few percent.

    Examples
    --------
    >>> run = training_run(37e9, 14.8e12, peak=989.5e12, utilisation=0.346, dollars_an_hour=2)
    >>> round(run.chip_hours / 1e6, 2), round(run.dollars / 1e6, 1)
    (2.67, 5.3)
    """
    need_positive(parameters=parameters, tokens=tokens, peak=peak, utilisation=utilisation)
    need_shares(utilisation=utilisation)
    need_not_negative(dollars_an_hour=dollars_an_hour)
    flop = 6 * parameters * tokens
    hours = flop / (peak * utilisation * 3600)
    return TrainingRun(flop, hours, hours * dollars_an_hour)


def utilisation(flop: float, chip_hours: float, peak: float) -> float:
    """Return which part of the peak a finished run reached, from its arithmetic and its hours.

    Parameters
    ----------
    flop : float
        Arithmetic operations of the run.
    chip_hours : float
        Hours of all chips together.
    peak : float
        What one chip could do, FLOP/s.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If a number is not above 0.

    Examples
    --------
    >>> round(utilisation(6 * 37e9 * 14.8e12, 2.664e6, 989.5e12), 3)
    0.346
    """
    need_positive(flop=flop, chip_hours=chip_hours, peak=peak)
    return flop / (chip_hours * 3600 * peak)


def attainable(peak: ArrayLike, bandwidth: ArrayLike, intensity: ArrayLike) -> Numbers:
    """Return how fast a chip can work on a task.

        speed = min(peak, bandwidth x intensity)

    Parameters
    ----------
    peak : array_like
        Arithmetic operations per second, for example in TFLOP/s.
    bandwidth : array_like
        Bytes fetched from memory per second, in the same prefix, for example TB/s.
    intensity : array_like
        Operations that the task does with each byte it fetches.

    Returns
    -------
    float or array
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
    need_positive(peak=peak, bandwidth=bandwidth, intensity=intensity)
    return plain(np.minimum(array(peak), array(bandwidth) * array(intensity)))


def writing_speed(bandwidth: ArrayLike, size: ArrayLike) -> Numbers:
    """Return the most tokens a second that a chip can write: each token reads the whole model once.

        speed ≤ bandwidth / size

    Parameters
    ----------
    bandwidth : array_like
        Reading speed of the memory in GB a second, above 0.
    size : array_like
        Size of the model in GB, above 0.

    Returns
    -------
    float or array
        Tokens a second. A ceiling: measured speeds lie below it.

    Raises
    ------
    ValueError
        If a value is not above 0.

    Notes
    -----
    For one reader at a time and a model all of whose parameters take part. A chip that answers many at once, or a
    model that uses only some of its parameters for a token, gets more out of one reading.

    Examples
    --------
    >>> writing_speed(400, 4)
    100.0
    """
    need_positive(bandwidth=bandwidth, size=size)
    return plain(array(bandwidth) / array(size))


class TransportPlan(NamedTuple):
    """Work of each demand (row) at each place (column), its total cost, and the demand that found no place."""

    work: Array
    cost: float
    unplaced: Array


def transport_plan(
    demand: ArrayLike, capacity: ArrayLike, cost: ArrayLike, allowed: ArrayLike | None = None
) -> TransportPlan:
    """Share work among places at the lowest cost.

    Minimise the sum of cost(i, j) x work(i, j) so that the work of each demand i adds to demand(i), that of each
    place j to no more than capacity(j), and nothing is placed where it is not allowed. What finds no place is left
    over rather than refused; as much as possible is placed.

    Parameters
    ----------
    demand : array_like
        Shape (m,); amounts of work, from 0 up.
    capacity : array_like
        Shape (n,); how much each place can do.
    cost : array_like
        Shape (m, n); cost of one unit of demand i at place j.
    allowed : array_like of bool, optional
        Shape (m, n); where a demand may go, for example because the signal is back in time. Everywhere if left out.

    Returns
    -------
    TransportPlan

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
    >>> transport_plan([3], [2, 2], [[1, 5]]).work
    array([[2., 1.]])
    """
    need_not_negative(demand=demand, capacity=capacity)
    costs, m, n = array(cost), array(demand).size, array(capacity).size
    if costs.shape != (m, n):
        raise ValueError(f"cost has the shape {costs.shape}; with {m} demands and {n} places it must be ({m}, {n}).")
    free: NDArray[np.bool_] = np.ones((m, n), dtype=bool) if allowed is None else np.asarray(allowed, dtype=bool)
    # A last column takes what finds no place, at a price that is only paid when nothing else is left.
    last_resort = 10 * (1 + np.abs(costs).max(initial=0)) * (m + n)
    prices = np.column_stack([costs, np.full(m, last_resort)])
    bounds = [(0, None if ok else 0) for row in np.column_stack([free, np.ones(m, dtype=bool)]) for ok in row]
    each_demand = np.kron(np.eye(m), np.ones(n + 1))
    each_place = np.kron(np.ones(m), np.eye(n, n + 1))
    answer = scipy.optimize.linprog(
        prices.ravel(), A_ub=each_place, b_ub=capacity, A_eq=each_demand, b_eq=demand, bounds=bounds, method="highs"
    )
    work = answer.x.reshape(m, n + 1)
    return TransportPlan(work[:, :n], float((costs * work[:, :n]).sum()), work[:, n])


def distance_km(
    latitude_a: ArrayLike, longitude_a: ArrayLike, latitude_b: ArrayLike, longitude_b: ArrayLike
) -> Numbers:
    """Return the shortest way over the globe between two points (haversine formula).

    Parameters
    ----------
    latitude_a, longitude_a, latitude_b, longitude_b : array_like
        Degrees; arrays are matched by broadcasting.

    Returns
    -------
    float or array
        Kilometres, on a sphere.

    Examples
    --------
    >>> round(distance_km(39.9, 116.4, 31.2, 121.5), -1)
    1070.0
    """
    a, b, c, d = (np.radians(array(x)) for x in (latitude_a, longitude_a, latitude_b, longitude_b))
    half = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    return plain(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)))


def delay_ms(distance: ArrayLike, detour: float = 1.0) -> Numbers:
    """Return how long light takes through fibre, one way, in milliseconds.

    Parameters
    ----------
    distance : array_like
        Kilometres as the crow flies.
    detour : float
        How much longer the cable is than that.

    Returns
    -------
    float or array

    Examples
    --------
    >>> delay_ms(1070), delay_ms(1070, detour=1.5)
    (5.35, 8.025)
    """
    return plain(array(distance) * detour / FIBRE_KM_PER_MS)
