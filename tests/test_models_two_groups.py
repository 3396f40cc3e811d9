"""Chance in trials: a published p comes out, and luck alone is significant in one trial of twenty."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import compare_groups, redraw_trial

GROUP = st.tuples(st.integers(1, 500), st.integers(501, 10_000))


def masai():
    """Return the first row of MASAI's interim report."""
    return load("trial_outcomes").query("trial == 'MASAI interim' and outcome == 'cancer detection'").iloc[0]


def test_masai_the_exact_test_gives_the_printed_p():
    row = masai()
    result = compare_groups(row.events_ai, row.n_ai, row.events_control, row.n_control)
    assert (round(result.rate_a, 1), round(result.rate_b, 1)) == (row.value_ai, row.value_control) == (6.1, 5.1)
    assert round(result.p_exact, 3) == row.p_value == 0.052
    assert round(result.p, 3) == 0.051 and result.difference_low < 0 < result.difference_high


def test_masai_one_cancer_more_or_less_moves_p():
    row = masai()
    one_more_without = compare_groups(row.events_ai, row.n_ai, row.events_control + 1, row.n_control)
    one_more_with = compare_groups(row.events_ai + 1, row.n_ai, row.events_control, row.n_control)
    assert round(one_more_without.p_exact, 3) == 0.058 and round(one_more_with.p, 3) == 0.046


def test_masai_the_full_trial_leaves_no_doubt_that_more_cancers_were_found():
    row = load("trial_outcomes").query("trial == 'MASAI second report' and outcome == 'cancers found'").iloc[0]
    result = compare_groups(row.events_ai, 53_000, row.events_control, 53_000)
    assert round(result.ratio, 2) == 1.29 and result.p_exact < 0.003


@given(GROUP, GROUP)
def test_swapping_the_groups_turns_the_sign_and_keeps_p(a, b):
    one, other = compare_groups(*a, *b), compare_groups(*b, *a)
    assert one.difference == pytest.approx(-other.difference)
    assert (
        one.z == pytest.approx(-other.z)
        and one.p == pytest.approx(other.p)
        and one.p_exact == pytest.approx(other.p_exact)
    )
    assert one.difference_low <= one.difference <= one.difference_high and 0 <= one.p <= 1


@given(GROUP)
def test_equal_groups_have_no_difference(a):
    result = compare_groups(*a, *a)
    assert (result.difference, result.z, result.ratio) == (0, 0, 1) and result.p == pytest.approx(1)


@given(GROUP, GROUP)
def test_the_same_shares_in_ten_times_as_many_people_give_a_smaller_p(a, b):
    ten = compare_groups(*(10 * n for n in a), *(10 * n for n in b))
    assert ten.p <= compare_groups(*a, *b).p + 1e-12


@pytest.mark.parametrize("people", [5_000, 40_000, 100_000])
def test_where_nothing_differs_about_one_trial_in_twenty_is_significant(people):
    assert redraw_trial(5.1, 5.1, people).significant.mean() == pytest.approx(0.05, abs=0.01)


def test_a_larger_trial_finds_a_true_difference_more_often_and_its_luck_spreads_less():
    small, large = (redraw_trial(6.1, 5.1, people) for people in (10_000, 100_000))
    assert large.significant.mean() > small.significant.mean() + 0.5
    assert large.differences.std() < small.differences.std() / 3
    assert large.differences.mean() == pytest.approx(1.0, abs=0.02)


def test_the_share_of_lucky_trials_as_extreme_as_masai_is_its_p():
    differences = redraw_trial(5.585, 5.585, 40_000).differences
    assert (np.abs(differences) >= 1.0286).mean() == pytest.approx(0.051, abs=0.006)


@pytest.mark.parametrize("groups", [(5, 4, 1, 10), (0, 10, 0, 10), (10, 10, 10, 10), (0, 0, 1, 10)])
def test_groups_that_cannot_be_compared_are_refused_with_a_sentence(groups):
    with pytest.raises(ValueError, match=r"people|event"):
        compare_groups(*groups)


@pytest.mark.parametrize("arguments", [(0, 5, 100), (5, 1000, 100), (5, 5, 0)])
def test_trials_that_cannot_be_drawn_are_refused_with_a_sentence(arguments):
    with pytest.raises(ValueError, match=r"rates|at least one person"):
        redraw_trial(*arguments)
