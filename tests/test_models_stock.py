"""The stock model: what is there is what came minus what left."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import stock

ARRIVALS = st.lists(st.integers(0, 10**7), min_size=1, max_size=40)
LIVES = st.integers(1, 60)


def installed(place: str) -> tuple[list[int], list[int]]:
    """Return years and yearly installations of a place."""
    rows = load("robot_installations").query("place == @place").sort_values("year")
    return rows["year"].tolist(), rows["robots"].tolist()


@given(ARRIVALS, LIVES)
def test_nothing_is_lost_all_arrivals_are_either_at_work_or_have_left(arrivals, life):
    result = stock(arrivals, life)
    np.testing.assert_array_equal(np.cumsum(result.arrivals), result.stock + np.cumsum(result.retirements))
    np.testing.assert_array_equal(result.arrivals, arrivals)


@given(ARRIVALS, LIVES)
def test_the_stock_is_the_sum_of_the_arrivals_of_the_last_years_of_life(arrivals, life):
    # An independent way to the same number: a window instead of a recurrence.
    windows = [sum(arrivals[max(0, t - life + 1) : t + 1]) for t in range(len(arrivals))]
    np.testing.assert_array_equal(stock(arrivals, life).stock, windows)


@given(ARRIVALS, st.integers(0, 5))
def test_while_nothing_is_old_enough_to_leave_the_stock_is_all_that_ever_came(arrivals, more):
    result = stock(arrivals, len(arrivals) + more)
    np.testing.assert_array_equal(result.stock, np.cumsum(arrivals))
    assert not result.retirements.any()


@given(ARRIVALS, LIVES)
def test_a_longer_life_never_makes_the_stock_smaller(arrivals, life):
    assert (stock(arrivals, life + 1).stock >= stock(arrivals, life).stock).all()


def test_a_unit_leaves_exactly_after_its_life():
    result = stock([7, 0, 0, 0, 0], life=3)
    assert result.retirements.tolist() == [0, 0, 0, 7, 0]
    assert result.stock.tolist() == [7, 7, 7, 0, 0]


def test_a_life_may_be_a_whole_number_written_as_a_float():
    assert stock([1, 2, 3], 2.0).stock.tolist() == [1, 3, 5]


def test_no_arrivals_give_an_empty_stock():
    assert stock([], 3).stock.shape == (0,)


@pytest.mark.parametrize("life", [0, -1, 2.5])
def test_a_life_that_is_no_whole_number_from_one_is_refused_with_a_sentence(life):
    with pytest.raises(ValueError, match=f"service life is {life}.*whole number of years from 1"):
        stock([1, 2, 3], life)


@pytest.mark.parametrize("arrivals", [[1, -1], [1, float("nan")], [float("nan")]])
def test_negative_or_missing_arrivals_are_refused_with_a_sentence(arrivals):
    with pytest.raises(ValueError, match="numbers from 0 up, without gaps"):
        stock(arrivals, 2)


@pytest.mark.parametrize(("life", "robots"), [(12, 1_754_000), (8, 1_568_000)])
def test_the_robots_at_work_in_china_in_2023_depend_on_the_assumed_life(life, robots):
    years, arrivals = installed("China")
    assert stock(arrivals, life).stock[years.index(2023)] == robots


def test_the_computed_stock_of_the_world_agrees_with_the_published_one_within_two_per_cent():
    years, arrivals = installed("World")
    computed = stock(arrivals, 12).stock[years.index(2023)]
    published = (
        load("robot_stock")
        .query("place == 'World' and year == 2023 and vintage.astype('str') == '2024'")["robots"]
        .item()
    )
    assert published == 4_281_585
    assert computed == 4_336_000
    assert computed == pytest.approx(published, rel=0.02)
