"""Rare events: how far one must drive, against published distances."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from kit.data import load
from kit.models import chance_of_so_few, count_interval, exposure_for_precision, exposure_without_event, trial

RATES = st.floats(1e-9, 10)
CONFIDENCES = st.floats(0.5, 0.999)


def human(outcome):
    """Return the human rate per million miles that RAND used."""
    return (
        load("driverless_safety")
        .query("system == 'human drivers' and outcome == @outcome")["benchmark_per_million_miles"]
        .item()
    )


def test_rand_found_275_million_miles_without_a_death_and_12_and_a_half_years():
    million_miles = exposure_without_event(human("killed"))
    assert round(million_miles) == 275
    # A hundred cars, day and night, at 25 miles an hour.
    assert round(million_miles * 1e6 / (100 * 25 * 24 * 365), 1) == 12.5


def test_rand_found_8_point_8_billion_miles_for_twenty_per_cent_precision():
    assert round(exposure_for_precision(human("killed"), 0.2) / 1000, 1) == 8.8


def test_rand_found_fewer_million_miles_for_more_frequent_events():
    assert round(exposure_without_event(human("injured, reported")), 1) == 3.9
    assert round(exposure_without_event(human("crashes, reported")), 1) == 1.6


@given(RATES, CONFIDENCES)
def test_after_that_distance_no_event_has_just_the_chance_that_is_left(rate, confidence):
    assert np.exp(-rate * exposure_without_event(rate, confidence)) == pytest.approx(1 - confidence)


@given(RATES, st.floats(1.1, 100), CONFIDENCES)
def test_rarer_events_take_as_much_further(rate, times, confidence):
    assert exposure_without_event(rate / times, confidence) == pytest.approx(
        times * exposure_without_event(rate, confidence)
    )


@given(st.integers(0, 300), CONFIDENCES)
def test_an_interval_holds_its_count_and_its_ends_are_just_possible(events, confidence):
    low, high = count_interval(events, confidence)
    assert low <= events <= high
    assert poisson.cdf(events, high) == pytest.approx((1 - confidence) / 2, rel=1e-6)
    assert events == 0 or poisson.sf(events - 1, low) == pytest.approx((1 - confidence) / 2, rel=1e-6)


def test_four_events_allow_1_to_10():
    # The table of Garwood (1936), 95 %.
    assert [round(end, 2) for end in count_interval(4)] == [1.09, 10.24]


@given(st.floats(0.001, 5), st.floats(0.01, 500), st.floats(0, 1))
def test_a_trial_is_rarely_fooled_and_is_surer_the_safer_the_system(rate, exposure, reduction):
    drive = trial(rate, exposure, reduction)
    assert poisson.cdf(drive.limit, drive.expected_humans) <= 0.05 + 1e-9
    assert poisson.cdf(drive.limit + 1, drive.expected_humans) > 0.05
    assert trial(rate, exposure, min(1, reduction + 0.1)).power >= drive.power - 1e-12


@given(st.floats(0.001, 5), st.floats(0.01, 500), st.floats(0, 1))
def test_the_bars_of_a_trial_hold_nearly_all_chances(rate, exposure, reduction):
    drive = trial(rate, exposure, reduction)
    assert len(drive.counts) == len(drive.as_humans) == len(drive.as_system) <= 41
    for chances in (drive.as_humans, drive.as_system):
        assert (chances >= -1e-12).all() and 0.998 < chances.sum() < 1.0001


def test_a_system_as_safe_as_humans_passes_only_by_chance():
    assert trial(2.8, 7.14, 0).power == pytest.approx(0.039, abs=0.001)


def test_where_hardly_any_event_is_expected_even_none_proves_nothing():
    drive = trial(human("killed"), 7.14, 1)
    assert drive.limit == -1 and drive.power == 0
    assert chance_of_so_few(0, drive.expected_humans) == pytest.approx(0.925, abs=0.001)


def test_20_expected_and_4_seen_is_no_chance():
    row = load("driverless_safety").query("outcome == 'any injury' and source_id == 'waymo-7m-v3'").iloc[0]
    expected, seen = row.benchmark_per_million_miles * row.miles / 1e6, row.rate_per_million_miles * row.miles / 1e6
    assert (round(expected, 1), round(seen)) == (20.0, 4)
    assert chance_of_so_few(4, expected) < 2e-5


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: exposure_without_event(0), "rate is 0"),
        (lambda: exposure_without_event(1, 1), "confidence is 1"),
        (lambda: exposure_for_precision(1, 0), "precision is 0"),
        (lambda: count_interval(-1), "0 or more"),
        (lambda: trial(1, 0, 0.5), "above 0 and the reduction between 0 and 1"),
        (lambda: trial(1, 1, 2), "above 0 and the reduction between 0 and 1"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(call, words):
    with pytest.raises(ValueError, match=words):
        call()
