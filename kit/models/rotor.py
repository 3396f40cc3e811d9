"""Rotors: the power to hover, the power to fly at a speed, and why the second is first lower, then higher."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import nnls

#: Acceleration of free fall, m/s².
GRAVITY = 9.81
#: Density of air at sea level and 15 °C, kg/m³.
AIR = 1.225


def disk_area(rotors: int, diameter_m: float) -> float:
    """Return the area that the rotors sweep, m².

    Rotors that stand on one another sweep one area: count each pair once.

    Examples
    --------
    >>> round(disk_area(4, 1.3716), 2)
    5.91
    """
    if rotors < 1 or diameter_m <= 0:
        raise ValueError("There must be at least one rotor, with a diameter above 0 m.")
    return rotors * np.pi * (diameter_m / 2) ** 2


def hover_power(
    mass_kg: np.ndarray | float, area_m2: np.ndarray | float, *, efficiency: float = 1.0, air: float = AIR
) -> np.ndarray | float:
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
    mass, area = np.asarray(mass_kg, dtype=float), np.asarray(area_m2, dtype=float)
    if not ((mass >= 0).all() and (area > 0).all() and air > 0):
        raise ValueError(
            "Mass must not be negative; the area of the rotors and the density of the air must be above 0."
        )
    if not 0 < efficiency <= 1:
        raise ValueError(f"The efficiency is {efficiency}; it must be above 0 and at most 1 (0.5 for 50 %).")
    return ((mass * GRAVITY) ** 1.5 / np.sqrt(2 * air * area) / efficiency)[()]


class CruisePower(NamedTuple):
    """Power against speed of one aircraft: induced, constant and drag part; see `fit_cruise_power`."""

    mass_kg: float
    area_m2: float
    induced: float
    constant_w: float
    drag_area_m2: float

    def power(self, speed: np.ndarray | float) -> np.ndarray | float:
        """Return the power at a speed in m/s, W."""
        lift, drag = _parts(speed, self.mass_kg, self.area_m2)
        return (self.induced * lift + self.constant_w + self.drag_area_m2 * drag)[()]

    def parts(self, speed: np.ndarray | float) -> dict[str, np.ndarray]:
        """Return the three parts of the power at a speed in m/s, W."""
        lift, drag = _parts(speed, self.mass_kg, self.area_m2)
        return {
            "to stay up": self.induced * lift,
            "always": np.full_like(lift, self.constant_w),
            "against the air": self.drag_area_m2 * drag,
        }


def _parts(speed: np.ndarray | float, mass_kg: float, area_m2: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the least power to stay up while moving, and the drag power of one square metre, both in W."""
    v = np.asarray(speed, dtype=float)
    weight = mass_kg * GRAVITY
    hover = np.sqrt(weight / (2 * AIR * area_m2))  # speed of the air through the rotor in hover
    # Glauert: the air that comes from ahead is pushed down as well, so each bit needs less of a push.
    through = np.sqrt(np.sqrt(v**4 / 4 + hover**4) - v**2 / 2)
    return weight * through, 0.5 * AIR * v**3


def fit_cruise_power(speed: Sequence[float], power: Sequence[float], mass_kg: float, area_m2: float) -> CruisePower:
    """Fit measured power against speed by three parts, none of them negative.

        P(v) = k · m · g · w(v) + P0 + f · ρ · v³ / 2,   w(v)² = sqrt(v⁴/4 + w0⁴) − v²/2

    The first falls with speed (a moving rotor meets more air), the last rises: the sum has the shape of a bathtub.

    Parameters
    ----------
    speed, power : sequence of float
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
    v, p = np.asarray(speed, dtype=float), np.asarray(power, dtype=float)
    if v.size < 3 or v.shape != p.shape:
        raise ValueError("A fit of three parts needs at least three speeds, each with its power.")
    if (v < 0).any():
        raise ValueError("A speed is negative: use metres a second from 0 up.")
    lift, drag = _parts(v, mass_kg, area_m2)
    induced, constant, area = nnls(np.column_stack([lift, np.ones_like(v), drag]), p)[0]
    return CruisePower(mass_kg, area_m2, float(induced), float(constant), float(area))
