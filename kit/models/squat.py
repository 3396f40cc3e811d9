"""A squat: the torque that a knee must hold, beside the torque that it has."""

from typing import NamedTuple

import numpy as np

#: Acceleration of free fall, m/s².
GRAVITY = 9.81


class Squat(NamedTuple):
    """Torque that each knee must hold, in N m, and how many times over the robot has it."""

    needed_nm: np.ndarray | float
    margin: np.ndarray | float


def squat(
    mass_kg: np.ndarray | float,
    thigh_m: np.ndarray | float,
    knee_torque_nm: np.ndarray | float,
    *,
    legs: int = 2,
    load_kg: float = 0.0,
    angle_deg: float = 90.0,
) -> Squat:
    """Return the torque that a knee needs to hold a squat, and the margin over it.

    The whole weight acts straight above the foot, at the end of the thigh, and is shared by the legs that stand:

        needed = (mass + load) · g · thigh · sin(angle) / legs,   margin = knee torque / needed

    Parameters
    ----------
    mass_kg : array_like
        Mass of the robot, kg, above 0.
    thigh_m : array_like
        Distance from the hip to the knee, m, above 0.
    knee_torque_nm : array_like
        Largest torque of one knee, N m, not negative.
    legs : int
        How many legs share the weight, at least 1.
    load_kg : float
        What the robot carries, kg, not negative.
    angle_deg : float
        Angle of the thigh from upright, in degrees: 0 stands, 90 has the thigh level.

    Returns
    -------
    Squat
        ``margin`` is 1 where the knee just holds, below 1 where it does not, infinite while it stands upright.

    Raises
    ------
    ValueError
        If a mass, a length or a torque cannot be, no leg stands, or the angle is not between 0 and 90.

    Notes
    -----
    Statics: torque is force times lever arm. It is an upper bound, because shank and foot do not rest on the knee, and
    it holds for standing still: getting up quickly needs more.

    Examples
    --------
    >>> held = squat(35, 0.34, 139, legs=1)
    >>> round(float(held.needed_nm)), round(float(held.margin), 2)
    (117, 1.19)
    """
    mass, thigh, torque = (np.asarray(value, dtype=float) for value in (mass_kg, thigh_m, knee_torque_nm))
    if not ((mass > 0).all() and (thigh > 0).all() and (torque >= 0).all() and load_kg >= 0):
        raise ValueError(
            "Mass and thigh must be above 0, knee torque and load not below 0: check the units (kg, m, N m)."
        )
    if legs != int(legs) or legs < 1:
        raise ValueError(f"The number of legs is {legs}; at least one whole leg must stand.")
    if not 0 <= angle_deg <= 90:
        raise ValueError(f"The thigh is at {angle_deg} degrees; it must be between 0 (upright) and 90 (level).")
    needed = (mass + load_kg) * GRAVITY * thigh * np.sin(np.radians(angle_deg)) / legs
    with np.errstate(divide="ignore", invalid="ignore"):
        margin = np.where(needed > 0, torque / needed, np.inf)
    return Squat(needed[()], margin[()])
