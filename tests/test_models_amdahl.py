"""Amdahl's law: bounds, limits, and the examples of the textbook."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import overall_speedup, share_needed

SHARES, SPEEDUPS = st.floats(0, 1), st.floats(1, 1e6)


@given(SHARES, SPEEDUPS)
def test_the_whole_gains_at_most_what_the_task_gains_and_at_most_what_the_rest_allows(share, speedup):
    whole = overall_speedup(share, speedup)
    assert 1 - 1e-12 <= whole <= speedup * (1 + 1e-9)
    if share < 1:
        assert whole <= 1 / (1 - share) * (1 + 1e-9)


@given(SHARES, SHARES, SPEEDUPS)
def test_a_larger_share_never_makes_the_whole_slower(one, other, speedup):
    low, high = sorted([one, other])
    assert overall_speedup(low, speedup) <= overall_speedup(high, speedup) * (1 + 1e-12)


@given(SHARES, SPEEDUPS)
def test_time_is_conserved(share, speedup):
    # An independent way: an 8-hour day, minute by minute.
    minutes = (1 - share) * 480 + share * 480 / speedup
    assert overall_speedup(share, speedup) == pytest.approx(480 / minutes)


def test_the_limits_are_those_of_common_sense():
    assert overall_speedup(0, 50) == 1
    assert overall_speedup(1, 50) == 50
    assert overall_speedup(0.5, np.inf) == 2
    assert overall_speedup(0.3, 1) == 1
    assert overall_speedup(0.5, 0.5) == pytest.approx(2 / 3)  # a slower task slows the whole


@pytest.mark.parametrize(("share", "speedup", "whole"), [(0.4, 10, 1.56), (0.2, 10, 1.22), (0.5, 1.6, 1.23)])
def test_the_examples_of_hennessy_and_patterson_are_reproduced(share, speedup, whole):
    # J. L. Hennessy and D. A. Patterson, Computer Architecture: A Quantitative Approach, section on Amdahl's law.
    assert round(float(overall_speedup(share, speedup)), 2) == whole


@given(st.floats(1, 20), st.floats(1.01, 1e4))
def test_the_share_needed_is_the_one_that_gives_the_whole(overall, speedup):
    if overall <= speedup:
        assert overall_speedup(share_needed(overall, speedup), speedup) == pytest.approx(overall, rel=1e-6)


def test_ten_times_faster_on_under_a_fifth_of_the_work_is_a_fifth_more_in_all():
    assert share_needed(1.2, 10) == pytest.approx(0.185, abs=0.0005)
    assert overall_speedup(0.185, 10) == pytest.approx(1.20, abs=0.005)


def test_arrays_are_answered_by_arrays():
    np.testing.assert_allclose(overall_speedup([0, 0.5, 1], 2), [1, 4 / 3, 2])


@pytest.mark.parametrize("share", [-0.1, 1.1, 20])
def test_a_share_in_per_cent_is_refused_with_a_sentence(share):
    with pytest.raises(ValueError, match="write 0.2 for 20 %"):
        overall_speedup(share, 2)


@pytest.mark.parametrize("speedup", [0, -3])
def test_a_speed_up_of_nothing_is_refused(speedup):
    with pytest.raises(ValueError, match="above 0"):
        overall_speedup(0.5, speedup)


@pytest.mark.parametrize(("overall", "speedup"), [(3, 2), (0.5, 2), (1, 1)])
def test_what_no_share_can_bring_is_refused(overall, speedup):
    with pytest.raises(ValueError, match="No share is enough"):
        share_needed(overall, speedup)
