"""A workforce as stock and flow."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import required_growth, workforce

SHARES = st.floats(0, 1)


@given(st.floats(0, 1e7), st.floats(0, 1e6), SHARES, SHARES, st.integers(0, 40))
def test_what_is_there_is_what_was_there_and_came_less_what_left(start, graduates, share_in, share_out, years):
    people = workforce(start, graduates, share_in, share_out, years)
    assert people.shape == (years + 1,) and people[0] == start
    np.testing.assert_allclose(np.diff(people), graduates * share_in - share_out * people[:-1], atol=1e-3)


@given(st.floats(0, 1e6), st.floats(1, 1e6), SHARES, st.floats(0.05, 1))
def test_it_settles_where_as_many_come_as_leave(start, graduates, share_in, share_out):
    assert workforce(start, graduates, share_in, share_out, 600)[-1] == pytest.approx(
        graduates * share_in / share_out, rel=1e-6, abs=1e-3
    )


def test_from_one_to_six_million_in_eight_years_is_a_quarter_more_each_year():
    wanted = load("talent_supply").query("indicator == 'people in AI work wanted'").set_index("year")["people"]
    assert 100 * required_growth(wanted[2022], wanted[2030], 8) == pytest.approx(25.1, abs=0.05)


def test_every_doctor_of_science_together_does_not_fill_the_gap():
    supply = load("talent_supply").set_index(["indicator", "year"])["people"]
    reached = workforce(supply["people in AI work wanted", 2022], supply["STEM doctorates in a year", 2025], 1, 0, 8)[
        -1
    ]
    assert round(reached / 1e6, 2) == 1.62 and reached < supply["people in AI work expected", 2030]


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ((-1, 1, 0.5, 0.1, 3), "below 0"),
        ((1, 1, 0.5, 0.1, 2.5), "whole"),
        ((1, 1, 50, 0.1, 3), "divide percent by 100"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(given_, words):
    with pytest.raises(ValueError, match=words):
        workforce(*given_)
