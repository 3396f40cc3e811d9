"""Ecosystems: how concentrated a market is, what a rating says, and whether one standard wins."""

from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from kit.models.checks import Array, Numbers, array, need_counts, need_not_negative, need_shares, plain


class Concentration(NamedTuple):
    """The Herfindahl-Hirschman index, from 0 to 10,000, and the number of equal sellers with the same index."""

    hhi: float
    equal_sellers: float


def concentration(shares: ArrayLike, *, rescale: bool = False) -> Concentration:
    """Return the Herfindahl-Hirschman index of market shares.

        HHI = sum of the squared shares in percent
        equal sellers = 10,000 / HHI

    Parameters
    ----------
    shares : array_like
        Shape (n,); shares in percent, none negative, together at most 100 (101 is allowed for rounding).
    rescale : bool
        Whether the shares are first brought to 100 together: then the index speaks of the named sellers only.
        Without it, whoever is not named counts as many tiny sellers, and the index is a lower bound.

    Returns
    -------
    Concentration

    Raises
    ------
    ValueError
        If there is no share, one is negative or missing, or they add to more than 101.

    Notes
    -----
    Herfindahl (1950) and Hirschman (1945). The merger guidelines of the United States give the example of four
    sellers with 30, 30, 20 and 20 percent: an index of 2,600.

    Examples
    --------
    >>> round(concentration([30, 30, 20, 20]).hhi)
    2600
    >>> concentration([50, 50]).equal_sellers
    2.0
    """
    need_not_negative(shares=shares)
    parts = array(shares)
    if not parts.sum():
        raise ValueError("shares holds no share above 0; at least one seller must sell something.")
    if rescale:
        parts = 100 * parts / parts.sum()
    elif parts.sum() > 101:
        raise ValueError(
            f"The shares add to {parts.sum():.1f} percent: leave out groups that hold others, or write rescale=True."
        )
    hhi = float((parts**2).sum())
    return Concentration(hhi, 10_000 / hhi)


def preference(gap: ArrayLike) -> Numbers:
    """Return the chance that the higher-rated of two is preferred.

        chance = 1 / (1 + 10^(-gap / 400))

    Parameters
    ----------
    gap : array_like
        Difference of the two ratings in points; negative if the other one leads.

    Returns
    -------
    float or array
        Between 0 and 1; one half at a gap of 0.

    Notes
    -----
    Elo, *The Rating of Chessplayers* (1978), with the scale that makes 400 points odds of ten to one. The Arena
    fits the same curve (Bradley and Terry, 1952) to the votes of its users.

    Examples
    --------
    >>> round(preference(39), 3)
    0.556
    """
    return plain(1 / (1 + 10 ** (-array(gap) / 400)))


def votes_needed(gap: float, z: float = 1.96) -> int:
    """Return how many votes it takes until chance alone no longer explains a gap.

    With n votes the share of one side wobbles by about z / (2 sqrt(n)) around one half. The gap shows when the
    preference leaves that range:

        n = (z / (2 (chance - 1/2)))^2

    Parameters
    ----------
    gap : float
        Difference in points, not 0.
    z : float
        Width of the range: 1.96 for 95 of 100 cases.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If the gap is 0: no number of votes would do.

    Examples
    --------
    >>> votes_needed(39), votes_needed(5)
    (308, 18552)
    """
    if not gap:
        raise ValueError("A gap of 0 points is no gap: no number of votes will show one.")
    return ceil((z / (2 * (float(preference(abs(gap))) - 0.5))) ** 2)


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

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If a number is negative or not whole.

    Examples
    --------
    >>> connectors(5, 10), connectors(5, 10, standards=1), connectors(5, 10, standards=4)
    (50, 15, 60)
    """
    need_counts(0, programs=programs, tools=tools, standards=standards)
    return standards * (programs + tools) if standards else programs * tools


class Adoption(NamedTuple):
    """Shares of each standard over time, and what the average user gets from it, in points.

    ``value`` holds for the last period; ``apart`` if everyone keeps the system at home, ``together`` if everyone
    uses the leading one. Costs of moving are in none of the three; ``moving`` is what was paid for it in all.
    """

    shares: Array
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
    need_not_negative(fit=fit, network=network, switching=switching)
    need_shares(gateway=gateway)
    need_counts(2, kinds=kinds)
    if not 1 / kinds <= leader < 1:
        raise ValueError(f"leader is {leader:g}; with {kinds} systems it must be from {1 / kinds:.2f} to below 1.")
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

    def worth(shares: Array, at_home: float) -> float:
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
