"""Steady growth: doubling and halving."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import factor_between, fit_growth

MONTHS = st.floats(1, 120).map(lambda m: round(m, 3))


@given(MONTHS, st.sampled_from([1, -1]), st.floats(1e-3, 1e6))
def test_an_exact_doubling_or_halving_is_found(months, direction, level):
    years = np.array([2018.0, 2019.5, 2021, 2024])
    values = level * 2 ** (direction * 12 * (years - 2018) / months)
    found = fit_growth(years, values)
    assert found.doubling_months == pytest.approx(direction * months, rel=1e-6)
    np.testing.assert_allclose(found.at(years), values, rtol=1e-6)


@given(MONTHS, st.floats(1, 1e6))
def test_the_unit_of_the_values_does_not_matter(months, factor):
    years = np.array([2020.0, 2021, 2022])
    values = 2 ** (12 * (years - 2020) / months)
    assert fit_growth(years, factor * values).doubling_months == pytest.approx(
        fit_growth(years, values).doubling_months
    )


def test_the_way_back_is_the_way_there():
    assert factor_between(1, 8, 3).times_a_year == pytest.approx(2)
    assert factor_between(8, 1, 3).doubling_months == pytest.approx(-12)


def test_standing_still_never_doubles():
    assert (
        np.isinf(fit_growth([0, 1, 2], [5, 5, 5]).doubling_months)
        or fit_growth([0, 1, 2], [5, 5, 5]).doubling_months > 1e10
    )


@pytest.mark.parametrize(
    ("years", "values", "words"),
    [
        ([1, 1], [1, 2], "two different times"),
        ([1, 2], [0, 2], "values above 0"),
        ([1, 2], [1, np.nan], "without gaps"),
    ],
)
def test_points_that_have_no_growth_rate_are_refused_with_a_sentence(years, values, words):
    with pytest.raises(ValueError, match=words):
        fit_growth(years, values)


def test_two_values_need_a_time_between_them():
    with pytest.raises(ValueError, match="must be above 0"):
        factor_between(1, 2, 0)


def fitted(first, kinds=("confident", "likely", "speculative"), last=2026):
    models = load("notable_models")
    used = models[models.date.dt.year.between(first, last) & models.confidence.isin(kinds)]
    return fit_growth(
        2000 + (used.date - np.datetime64("2000-01-01")).dt.days / 365.25, used.training_flop
    ).doubling_months


def test_the_published_doubling_of_about_six_months_comes_out():
    assert fitted(2010, last=2022) == pytest.approx(6, abs=0.5)


@pytest.mark.parametrize(
    ("first", "kinds", "months"),
    [
        (2018, ("confident", "likely", "speculative"), 4.5),
        (2018, ("confident", "likely"), 4.7),
        (2010, ("confident", "likely", "speculative"), 5.7),
    ],
)
def test_training_compute_doubled_every_five_months_or_so_by_window_and_confidence(first, kinds, months):
    assert round(fitted(first, kinds), 1) == months
