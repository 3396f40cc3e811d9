"""Tests of health: what a positive result means (Bayes' rule in people), and a cheap test before a costly one."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from kit.models.checks import Array, array, need_not_negative, need_points, need_positive, need_shares


class Screening(NamedTuple):
    """Four groups of people, by whether they are ill and whether the test flags them.

    The fields are expected numbers of people: they need not be whole.
    """

    ill_flagged: float
    well_flagged: float
    ill_missed: float
    well_cleared: float

    @property
    def people(self) -> float:
        """Everybody who was tested."""
        return sum(self)

    @property
    def flagged(self) -> float:
        """Everybody whom the test flags, ill or well."""
        return self.ill_flagged + self.well_flagged

    @property
    def ppv(self) -> float:
        """Share of the flagged who are ill (positive predictive value); nan if nobody is flagged."""
        return self.ill_flagged / self.flagged if self.flagged > 0 else np.nan

    @property
    def npv(self) -> float:
        """Share of the others who are well (negative predictive value); nan if everybody is flagged."""
        others = self.well_cleared + self.ill_missed
        return self.well_cleared / others if others > 0 else np.nan

    def whole(self) -> "Screening":
        """Return the groups as whole people: the ill are rounded first, then each group within them.

        Examples
        --------
        >>> screen(0.00013, 0.929, 0.999).whole()
        Screening(ill_flagged=1, well_flagged=10, ill_missed=0, well_cleared=9989)
        """
        people, ill = round(self.people), round(self.ill_flagged + self.ill_missed)
        ill_flagged = min(round(self.ill_flagged), ill)
        well_flagged = min(round(self.well_flagged), people - ill)
        return Screening(ill_flagged, well_flagged, ill - ill_flagged, people - ill - well_flagged)


def screen(prevalence: float, sensitivity: float, specificity: float, people: float = 10_000) -> Screening:
    """Test a group of people and count who is flagged.

        ill, flagged  = people · prevalence · sensitivity
        well, flagged = people · (1 − prevalence) · (1 − specificity)

    Parameters
    ----------
    prevalence : float
        Share of the people who are ill, 0 to 1.
    sensitivity : float
        Share of the ill whom the test flags, 0 to 1.
    specificity : float
        Share of the well whom it does not flag, 0 to 1.
    people : float
        How many are tested, more than 0.

    Returns
    -------
    Screening
        ``ppv`` is then Bayes' rule: prevalence · sensitivity / share flagged.

    Raises
    ------
    ValueError
        If a share is not between 0 and 1, or nobody is tested.

    Notes
    -----
    Sensitivity and specificity are taken to be the same whoever is tested; in practice both can change with the group.
    The published example is DermaSensor (1,579 skin spots, 224 cancers): printed 16.6 % and 96.6 %.

    Examples
    --------
    >>> skin = screen(0.142, 0.955, 0.207)
    >>> round(100 * skin.ppv, 1), round(100 * skin.npv, 1)
    (16.6, 96.5)
    """
    need_shares(prevalence=prevalence, sensitivity=sensitivity, specificity=specificity)
    need_positive(people=people)
    ill = people * prevalence
    well = people - ill
    flagged_ill, flagged_well = ill * sensitivity, well * (1 - specificity)
    return Screening(flagged_ill, flagged_well, ill - flagged_ill, well - flagged_well)


def screen_again(first: Screening, sensitivity: float, specificity: float) -> Screening:
    """Give a second test to those whom the first one flagged; only who is flagged twice stays flagged.

    Parameters
    ----------
    first : Screening
        Result of the first test.
    sensitivity, specificity : float
        Of the second test, among those flagged by the first.

    Returns
    -------
    Screening
        All the people of ``first``; flagged are those flagged twice.

    Raises
    ------
    ValueError
        If a share is not between 0 and 1.

    Notes
    -----
    The second test is taken to err independently of the first. Two tests that are fooled by the same shadow are not.

    Examples
    --------
    >>> once = screen(0.00013, 0.929, 0.999)
    >>> twice = screen_again(once, 0.9, 0.95)
    >>> round(100 * once.ppv), round(100 * twice.ppv)
    (11, 68)
    """
    need_shares(sensitivity=sensitivity, specificity=specificity)
    ill, well = first.ill_flagged * sensitivity, first.well_flagged * (1 - specificity)
    return Screening(
        ill, well, first.ill_missed + first.ill_flagged - ill, first.well_cleared + first.well_flagged - well
    )


def prevalence_behind(ppv: float, sensitivity: float, specificity: float) -> float:
    """Return the prevalence at which a test has this positive predictive value: Bayes' rule read backwards.

        odds of being ill = odds among the flagged / likelihood ratio
        likelihood ratio = sensitivity / (1 − specificity)

    Parameters
    ----------
    ppv : float
        Share of the flagged who are ill, between 0 and 1, both excluded.
    sensitivity, specificity : float
        Of the test; specificity below 1 and sensitivity above 0.

    Returns
    -------
    float
        Share of the tested who are ill.

    Raises
    ------
    ValueError
        If no prevalence can explain the value.

    Examples
    --------
    GRAPE found cancer in 24.5 % of those it flagged in one hospital:

    >>> round(100 * prevalence_behind(0.245, 0.851, 0.968), 1)
    1.2
    """
    if not (0 < ppv < 1 and 0 < sensitivity <= 1 and 0 <= specificity < 1):
        raise ValueError(
            f"ppv is {ppv:g}, sensitivity {sensitivity:g} and specificity {specificity:g}; all are shares, ppv between"
            " 0 and 1, sensitivity above 0 and specificity below 1."
        )
    odds = ppv / (1 - ppv) * (1 - specificity) / sensitivity
    return odds / (1 + odds)


class Triage(NamedTuple):
    """Costs of a triage, in the currency of the prices, and cases, one value a threshold."""

    per_person: Array
    per_case: Array
    found: Array
    missed: Array
    with_missed: Array


def triage(
    sent: ArrayLike,
    sensitivity: ArrayLike,
    prevalence: float,
    first_price: float,
    second_price: float,
    missed_price: float = 0,
) -> Triage:
    """Cost a triage in which everybody gets a cheap test and a share is sent on to a costly one.

        cost of a person = first price + sent · second price
        cost of a case   = cost of a person / (prevalence · sensitivity)
        with the missed  = cost of a person + prevalence · (1 − sensitivity) · price of a missed case

    Parameters
    ----------
    sent : array_like
        Share of people who are sent on, 0 to 1, one value a threshold.
    sensitivity : array_like
        Share of the ill whom both steps together find, above 0 to 1; same shape.
    prevalence : float
        Share of the people who are ill, above 0 to 1.
    first_price, second_price : float
        Price of each test, 0 or more.
    missed_price : float
        What one case that is not found is taken to cost, 0 or more, in the same currency.

    Returns
    -------
    Triage
        ``found`` and ``missed`` are cases among 1,000 people.

    Raises
    ------
    ValueError
        If a share or a price is out of range.

    Notes
    -----
    With a prevalence of 18.3 % and prices of 0.96 and 13.07 US dollars this reproduces the costs of a published table
    (tuberculosis, PMC4515744, table 6): 88.15 → 58.15 → 81.75 dollars a case. `fit_prices` finds these prices.

    Examples
    --------
    >>> triage([0.5], [0.704], 0.183, 0.96, 13.07).per_case.round(1)
    array([58.2])
    """
    need_shares(sent=sent, sensitivity=sensitivity, prevalence=prevalence)
    need_positive(sensitivity=sensitivity, prevalence=prevalence)  # without a case found, a case has no cost
    need_not_negative(first_price=first_price, second_price=second_price, missed_price=missed_price)
    share, found = array(sent), array(sensitivity)
    person = first_price + share * second_price
    missed = prevalence * (1 - found)
    return Triage(
        person, person / (prevalence * found), 1000 * prevalence * found, 1000 * missed, person + missed * missed_price
    )


class Prices(NamedTuple):
    """What a table of costs implies: two prices, in its currency, and the share of people who are ill."""

    first_price: float
    second_price: float
    prevalence: float


def fit_prices(sent: ArrayLike, sensitivity: ArrayLike, per_person: ArrayLike, per_case: ArrayLike) -> Prices:
    """Find the two prices and the prevalence behind a table of costs, by least squares.

    Parameters
    ----------
    sent, sensitivity : array_like
        Shares, 0 to 1, one value a threshold; at least two thresholds.
    per_person, per_case : array_like
        Cost for each person tested and for each case found.

    Returns
    -------
    Prices
        ``prevalence`` is the median of cost of a person / (cost of a case · sensitivity).

    Raises
    ------
    ValueError
        If there are fewer than two different shares.

    Examples
    --------
    >>> fit_prices([1, 0.5], [0.8, 0.7], [14, 7.5], [70, 42.86]).second_price.round(2)
    np.float64(13.0)
    """
    share, person = need_points("A pair of prices", 2, sent, per_person)
    second_price, first_price = np.polyfit(share, person, 1)
    return Prices(first_price, second_price, float(np.median(person / (array(per_case) * array(sensitivity)))))
