"""Machines: the torque that a squat needs, and the power to hover and to fly."""

from typing import NamedTuple

import numpy as np
import scipy
from numpy.typing import ArrayLike

from kit.models.checks import (
    Array,
    Numbers,
    array,
    need_counts,
    need_not_negative,
    need_points,
    need_positive,
    need_shares,
    plain,
)

#: Acceleration of free fall, m/s².
GRAVITY = 9.81
#: Density of air at sea level and 15 °C, kg/m³.
AIR = 1.225


class Squat(NamedTuple):
    """Torque that each knee must hold, in N m, and how many times over the robot has it."""

    needed_nm: Numbers
    margin: Numbers


def squat(
    mass_kg: ArrayLike,
    thigh_m: ArrayLike,
    knee_torque_nm: ArrayLike,
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
    >>> round(held.needed_nm), round(held.margin, 2)
    (117, 1.19)
    """
    need_positive(mass_kg=mass_kg, thigh_m=thigh_m)
    need_not_negative(knee_torque_nm=knee_torque_nm, load_kg=load_kg)
    need_counts(1, legs=legs)
    if not 0 <= angle_deg <= 90:
        raise ValueError(f"angle_deg is {angle_deg:g}; it must be between 0 (upright) and 90 (level).")
    mass, thigh, torque = array(mass_kg), array(thigh_m), array(knee_torque_nm)
    needed = (mass + load_kg) * GRAVITY * thigh * np.sin(np.radians(angle_deg)) / legs
    with np.errstate(divide="ignore", invalid="ignore"):
        margin = np.where(needed > 0, torque / needed, np.inf)
    return Squat(plain(needed), plain(margin))


def disk_area(rotors: int, diameter_m: float) -> float:
    """Return the area that the rotors sweep, m².

    Parameters
    ----------
    rotors : int
        How many, at least 1. Rotors that stand on one another sweep one area: count each pair once.
    diameter_m : float
        Diameter of each, m, above 0.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If there is no whole rotor, or the diameter is not above 0.

    Examples
    --------
    >>> round(disk_area(4, 1.3716), 2)
    5.91
    """
    need_counts(1, rotors=rotors)
    need_positive(diameter_m=diameter_m)
    return rotors * np.pi * (diameter_m / 2) ** 2


def hover_power(mass_kg: ArrayLike, area_m2: ArrayLike, *, efficiency: float = 1.0, air: float = AIR) -> Numbers:
    """Return the power to hover, W.

    A rotor stays up by pushing air down. By momentum theory the least power is

        P = (m · g)^1.5 / sqrt(2 · ρ · A),   divided by the efficiency of the real machine

    Parameters
    ----------
    mass_kg : array_like
        Mass, kg, not negative.
    area_m2 : array_like
        Area that the rotors sweep, m², above 0.
    efficiency : float
        Share of the battery's power that becomes least power: 1 is the ideal, real machines have 0.3 to 0.7.
    air : float
        Density of the air, kg/m³.

    Returns
    -------
    float or array

    Raises
    ------
    ValueError
        If a mass is negative, an area or the air is not above 0, or the efficiency is not in (0, 1].

    Notes
    -----
    Leishman, *Principles of Helicopter Aerodynamics*, chapter 2.

    Examples
    --------
    >>> round(hover_power(90, disk_area(4, 1.3716)))
    6894
    """
    need_not_negative(mass_kg=mass_kg)
    need_positive(area_m2=area_m2, air=air)
    need_shares(efficiency=efficiency)
    need_positive(efficiency=efficiency)
    return plain((array(mass_kg) * GRAVITY) ** 1.5 / np.sqrt(2 * air * array(area_m2)) / efficiency)


class CruisePower(NamedTuple):
    """Power against speed of one aircraft: induced, constant and drag part; see `fit_cruise_power`."""

    mass_kg: float
    area_m2: float
    induced: float
    constant_w: float
    drag_area_m2: float

    def power(self, speed: ArrayLike) -> Numbers:
        """Return the power at a speed in m/s, W."""
        lift, drag = _parts(speed, self.mass_kg, self.area_m2)
        return plain(self.induced * lift + self.constant_w + self.drag_area_m2 * drag)

    def parts(self, speed: ArrayLike) -> dict[str, Array]:
        """Return the three parts of the power at a speed in m/s, W."""
        lift, drag = _parts(speed, self.mass_kg, self.area_m2)
        return {
            "to stay up": self.induced * lift,
            "always": np.full_like(lift, self.constant_w),
            "against the air": self.drag_area_m2 * drag,
        }


def _parts(speed: ArrayLike, mass_kg: float, area_m2: float) -> tuple[Array, Array]:
    """Return the least power to stay up while moving, and the drag power of one square metre, both in W."""
    v = array(speed)
    weight = mass_kg * GRAVITY
    hover = np.sqrt(weight / (2 * AIR * area_m2))  # speed of the air through the rotor in hover
    # Glauert: the air that comes from ahead is pushed down as well, so each bit needs less of a push.
    through = np.sqrt(np.sqrt(v**4 / 4 + hover**4) - v**2 / 2)
    return weight * through, 0.5 * AIR * v**3


def fit_cruise_power(speed: ArrayLike, power: ArrayLike, mass_kg: float, area_m2: float) -> CruisePower:
    """Fit measured power against speed by three parts, none of them negative.

        P(v) = k · m · g · w(v) + P0 + f · ρ · v³ / 2,   w(v)² = sqrt(v⁴/4 + w0⁴) − v²/2

    The first falls with speed (a moving rotor meets more air), the last rises: the sum has the shape of a bathtub.

    Parameters
    ----------
    speed, power : array_like
        Shape (n,), n at least 3; m/s and W.
    mass_kg, area_m2 : float
        Mass and area of the rotors.

    Returns
    -------
    CruisePower

    Raises
    ------
    ValueError
        If there are fewer than three points, or a speed is negative.

    Notes
    -----
    Glauert's induced speed in forward flight, as in Stolaroff et al., *Nature Communications* 9, 409 (2018).

    Examples
    --------
    >>> exact = CruisePower(1.3, 0.2, 2.0, 80.0, 0.05)
    >>> fit = fit_cruise_power([0, 5, 10, 15], exact.power(np.array([0, 5, 10, 15])), 1.3, 0.2)
    >>> round(fit.constant_w), round(fit.drag_area_m2, 3)
    (80, 0.05)
    """
    v, p = need_points("A fit of three parts", 3, speed, power)
    need_not_negative(speed=v)
    need_positive(mass_kg=mass_kg, area_m2=area_m2)
    lift, drag = _parts(v, mass_kg, area_m2)
    induced, constant, area = scipy.optimize.nnls(np.column_stack([lift, np.ones_like(v), drag]), p)[0]
    return CruisePower(mass_kg, area_m2, float(induced), float(constant), float(area))
