"""Ratings: points as a chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import preference, votes_needed

GAPS = st.floats(-2000, 2000)


@pytest.mark.parametrize(("gap", "chance"), [(0, 0.50), (100, 0.64), (200, 0.76), (300, 0.85), (400, 0.91)])
def test_elos_own_table_comes_out(gap, chance):
    assert preference(gap) == pytest.approx(chance, abs=0.005)


def test_400_points_are_odds_of_ten_to_one():
    assert preference(400) / preference(-400) == pytest.approx(10)


@given(GAPS)
def test_the_chances_of_both_sides_add_to_one(gap):
    assert preference(gap) + preference(-gap) == pytest.approx(1)


@given(GAPS, st.floats(0.1, 500))
def test_a_wider_gap_is_a_higher_chance(gap, more):
    assert preference(gap + more) >= preference(gap)


@pytest.mark.parametrize(("gap", "hundred"), [(356, 89), (103, 64), (39, 56), (5, 51)])
def test_the_gaps_of_the_arena_as_chances(gap, hundred):
    assert round(100 * preference(gap)) == hundred


@given(st.floats(1, 1000), st.floats(1.1, 3))
def test_a_smaller_gap_takes_more_votes(gap, factor):
    assert votes_needed(gap / factor) >= votes_needed(gap)


def test_no_votes_show_a_gap_of_nothing():
    with pytest.raises(ValueError, match="no number of votes"):
        votes_needed(0)
