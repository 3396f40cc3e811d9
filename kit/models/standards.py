"""One standard or several: connectors between programs, and who joins whom when moving costs something."""

from typing import NamedTuple

import numpy as np


def connectors(programs: int, tools: int, standards: int = 0) -> int:
    """Return how many connectors must be written so that every program works with every tool.

        without a standard:  programs x tools
        with s standards that all of them speak:  s x (programs + tools)

    Parameters
    ----------
    programs, tools : int
        How many of each, from 0 up.
    standards : int
        How many standards exist side by side; 0 means that each pair is joined by hand.

    Raises
    ------
    ValueError
        If a number is negative.

    Examples
    --------
    >>> connectors(5, 10), connectors(5, 10, standards=1), connectors(5, 10, standards=4)
    (50, 15, 60)
    """
    if min(programs, tools, standards) < 0:
        raise ValueError("Programs, tools and standards are counted from 0 up.")
    return standards * (programs + tools) if standards else programs * tools


class Adoption(NamedTuple):
    """Shares of each standard over time, and what the average user gets from it, in points.

    ``value`` holds for the last period; ``apart`` if everyone keeps the system at home, ``together`` if everyone
    uses the leading one. Costs of moving are in none of the three; ``moving`` is what was paid for it in all.
    """

    shares: np.ndarray
    value: float
    apart: float
    together: float
    moving: float

    @property
    def lasts(self) -> bool:
        """Whether several standards are still in use: the leading one has less than 95 percent."""
        return bool(self.shares[-1, 0] < 0.95)

    @property
    def useful(self) -> bool:
        """Whether users are better off with a system each than with one for all."""
        return self.apart > self.together


def adopt(
    fit: float,
    network: float,
    switching: float,
    *,
    gateway: float = 0.0,
    leader: float = 0.4,
    kinds: int = 4,
    periods: int = 60,
) -> Adoption:
    """Let users of several systems move to the leading one, if it pays.

    There are as many kinds of users as systems, and each kind begins with the system made for it. For a user

        value = fit (only at home) + network x (share of own system + gateway x share of all others)

    A user moves to the leading system if the gain in value is above her own cost of moving. These costs are spread
    evenly from 0 to twice ``switching``. Each period one in ten of those who would gain gets round to it.

    Parameters
    ----------
    fit : float
        What it is worth to have the system made for one's own needs, in points.
    network : float
        What it is worth if everyone else uses the same system, in points.
    switching : float
        What moving costs on average, in points, once.
    gateway : float
        Which part of the network's worth crosses from one system to another, 0 to 1.
    leader : float
        Share of the leading system at the start; the others share the rest evenly.
    kinds : int
        How many systems, at least 2.
    periods : int
        How many steps.

    Returns
    -------
    Adoption
        ``shares`` has the shape (periods + 1, kinds), the leading system first.

    Raises
    ------
    ValueError
        If a worth is negative, a share is outside its range, or the leader does not lead.

    Notes
    -----
    Ours, and simple on purpose. The two forces are those of Farrell and Saloner, *Standardization and Variety*,
    Economics Letters 20 (1986), and of Arthur, *Competing Technologies, Increasing Returns, and Lock-in by Historical
    Events*, Economic Journal 99 (1989). With systems of equal size, separate systems are worth more than one
    exactly if fit > network x (1 - gateway).

    Examples
    --------
    >>> world = adopt(fit=1, network=10, switching=1)
    >>> world.lasts, world.useful
    (False, False)
    """
    if min(fit, network, switching) < 0 or not 0 <= gateway <= 1:
        raise ValueError("Fit, network and switching must be 0 or more, and the gateway from 0 to 1.")
    if kinds < 2 or not 1 / kinds <= leader < 1:
        raise ValueError(f"With {kinds} systems the leader's share must be from {1 / max(kinds, 1):.2f} to below 1.")
    start = np.full(kinds, (1 - leader) / (kinds - 1))
    start[0] = leader
    moved, paths = 0.0, [start]
    for _ in range(periods):
        now = paths[-1]
        gain = network * (1 - gateway) * (now[0] - now[1]) - fit
        ready = 0.0 if gain <= 0 else 1.0 if gain >= 2 * switching else gain / (2 * switching)
        moved += 0.1 * max(ready - moved, 0)
        shares = start * (1 - moved)
        shares[0] = leader + (1 - leader) * moved
        paths.append(shares)

    def worth(shares: np.ndarray, at_home: float) -> float:
        same = float((shares**2).sum())
        return fit * at_home + network * (same + gateway * (1 - same))

    one = np.eye(kinds)[0]
    return Adoption(
        np.array(paths),
        worth(paths[-1], leader + (1 - leader) * (1 - moved)),
        worth(start, 1.0),
        worth(one, leader),
        (1 - leader) * switching * moved**2,
    )
