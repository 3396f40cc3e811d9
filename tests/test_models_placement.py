"""Placing work: as cheap as the limits allow."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kit.models import delay_ms, distance_km, place


@st.composite
def problems(draw):
    m, n = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    amounts = st.integers(0, 50).map(float)
    demand, capacity = draw(arrays.arrays(float, m, elements=amounts)), draw(arrays.arrays(float, n, elements=amounts))
    return demand, capacity, draw(arrays.arrays(float, (m, n), elements=amounts)), draw(arrays.arrays(bool, (m, n)))


@settings(max_examples=60, deadline=None)
@given(problems())
def test_all_work_is_somewhere_and_no_limit_is_broken(problem):
    demand, capacity, cost, allowed = problem
    found = place(*problem)
    np.testing.assert_allclose(found.work.sum(axis=1) + found.unplaced, demand, atol=1e-6)
    assert (found.work.sum(axis=0) <= capacity + 1e-6).all() and (found.work >= -1e-9).all()
    assert not found.work[~allowed].any()
    assert found.cost == pytest.approx((cost * found.work).sum())


@settings(max_examples=40, deadline=None)
@given(problems())
def test_more_freedom_never_leaves_more_work_over(problem):
    demand, capacity, cost, allowed = problem
    assert place(demand, capacity, cost).unplaced.sum() <= place(*problem).unplaced.sum() + 1e-6


def test_dantzigs_canneries_come_out():
    # Seattle and San Diego to New York, Chicago and Topeka; 90 dollars a case and thousand miles.
    miles = np.array([[2.5, 2.5], [1.7, 1.8], [1.8, 1.4]])
    assert place(np.array([325, 300, 275]), np.array([350, 600]), 0.09 * miles).cost == pytest.approx(153.675)


def test_what_finds_no_place_is_left_over():
    found = place(np.array([5.0]), np.array([3.0]), np.array([[1.0]]))
    assert found.unplaced.tolist() == [2] and found.cost == 3


@pytest.mark.parametrize(("cost", "words"), [(np.ones((2, 2)), r"must be \(1, 2\)"), (np.ones(2), "must be")])
def test_costs_of_the_wrong_shape_are_refused_with_a_sentence(cost, words):
    with pytest.raises(ValueError, match=words):
        place(np.array([1.0]), np.array([1.0, 1.0]), cost)


def test_negative_amounts_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="0 or more"):
        place(np.array([-1.0]), np.array([1.0]), np.array([[1.0]]))


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(-80, 80), st.floats(-179, 179))
def test_a_distance_is_the_same_both_ways_and_at_most_half_round_the_globe(a, b, c, d):
    there, back = distance_km(a, b, c, d), distance_km(c, d, a, b)
    assert there == pytest.approx(back, abs=1e-6) and 0 <= there <= 20_016
    assert distance_km(a, b, a, b) == 0


def test_a_quarter_of_the_equator_is_10_000_kilometres_and_50_milliseconds():
    quarter = distance_km(0, 0, 0, 90)
    assert quarter == pytest.approx(10_007, abs=1) and delay_ms(quarter) == pytest.approx(50, abs=0.1)
