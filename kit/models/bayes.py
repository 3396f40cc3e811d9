"""What a positive test means: Bayes' rule in whole groups of people, for one test and for two in a row."""

from typing import NamedTuple

import numpy as np


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
        return _share(self.ill_flagged, self.flagged)

    @property
    def npv(self) -> float:
        """Share of the others who are well (negative predictive value); nan if everybody is flagged."""
        return _share(self.well_cleared, self.well_cleared + self.ill_missed)

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
    for name, share in [("prevalence", prevalence), ("sensitivity", sensitivity), ("specificity", specificity)]:
        _check_share(name, share)
    if not people > 0:
        raise ValueError(f"{people} people cannot be tested: there must be more than 0.")
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
    _check_share("sensitivity", sensitivity)
    _check_share("specificity", specificity)
    ill, well = first.ill_flagged * sensitivity, first.well_flagged * (1 - specificity)
    return Screening(
        ill, well, first.ill_missed + first.ill_flagged - ill, first.well_cleared + first.well_flagged - well
    )


def prevalence_behind(ppv: float, sensitivity: float, specificity: float) -> float:
    """Return the prevalence at which a test has this positive predictive value: Bayes' rule read backwards.

        odds of being ill = odds among the flagged / likelihood ratio,   likelihood ratio = sensitivity / (1 − specificity)

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
            "The share of the flagged who are ill must lie between 0 and 1, the sensitivity above 0 and the specificity below 1."
        )
    odds = ppv / (1 - ppv) * (1 - specificity) / sensitivity
    return odds / (1 + odds)


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else float(np.nan)


def _check_share(name: str, share: float) -> None:
    if not 0 <= share <= 1:
        raise ValueError(f"The {name} is {share}; it must be a share from 0 to 1 (90 % is 0.9).")
