"""The pace of a target: there and back, and the figures that others printed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import grow, required_growth

VALUES = st.floats(1, 1e4)
YEARS = st.floats(1, 50)


@given(VALUES, VALUES, YEARS)
def test_growing_at_the_required_pace_ends_at_the_target(baseline, target, years):
    assert grow(baseline, required_growth(baseline, target, years), np.array([years]))[0] == pytest.approx(
        target, rel=1e-6
    )


@given(VALUES, VALUES, YEARS, st.floats(1.01, 3))
def test_a_higher_target_asks_for_more_and_more_time_for_less(baseline, target, years, factor):
    assert required_growth(baseline, target * factor, years) > required_growth(baseline, target, years)
    gentler = abs(np.log1p(required_growth(baseline, target, years * factor)))
    assert gentler <= abs(np.log1p(required_growth(baseline, target, years))) + 1e-12


@given(VALUES, YEARS)
def test_standing_still_asks_for_nothing(value, years):
    assert required_growth(value, value, years) == 0
    assert grow(value, 0, np.array([0, years])).tolist() == [value, value]


def test_seven_per_cent_a_year_doubles_in_about_ten_years():
    """The rule of 70, as in any textbook of finance."""
    assert grow(1, 0.07, np.array([10]))[0] == pytest.approx(1.967, abs=0.001)


def test_the_low_altitude_goals_ask_for_72_and_17_5_per_cent_a_year():
    claims = load("claims").set_index("claim_id")
    for claim, years, percent in [("C33", 2, 72), ("C34", 12, 17.5)]:
        row = claims.loc[claim]
        assert 100 * required_growth(row.baseline_value, row.target_value, years) == pytest.approx(percent, abs=0.3)
        assert f"{percent:g} percent a year" in row.verdict_reason or f"{percent} percent a year" in row.verdict_reason


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [((0, 5, 1), "must be above 0"), ((5, -1, 1), "must be above 0"), ((5, 6, 0), "there must be more than 0")],
)
def test_what_has_no_pace_is_refused_with_a_sentence(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        required_growth(*arguments)
    with pytest.raises(ValueError, match="leaves nothing"):
        grow(1, -1, np.array([1]))
