"""The turnover model: what is in use follows what is sold, years later."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import stock, turnover, year_reached

SHARES = st.lists(st.floats(0, 100), min_size=1, max_size=40)
LIVES = st.floats(1, 30)


@given(SHARES, LIVES)
def test_the_share_in_use_stays_between_none_and_the_highest_share_sold(shares, life):
    in_use = turnover(shares, life)
    assert in_use.shape == (len(shares),)
    assert (in_use >= 0).all() and (in_use <= max(shares) + 1e-9).all()


@given(SHARES, LIVES)
def test_while_sales_rise_the_share_in_use_lies_behind_them(shares, life):
    rising = np.sort(shares)
    assert (turnover(rising, life) <= rising + 1e-9).all()


@given(st.floats(0, 100), st.floats(1, 20))
def test_a_constant_share_of_sales_is_reached_after_one_life_and_not_before(share, life):
    in_use = turnover([share] * 25, life)
    years = np.arange(1, 26)
    np.testing.assert_allclose(in_use, share * np.minimum(years / life, 1), atol=1e-9)


@given(SHARES, st.integers(1, 30))
def test_it_is_the_stock_model_where_as_many_are_sold_each_year(shares, life):
    # 100 units a year: the new kind among those in use, by the other model.
    np.testing.assert_allclose(turnover(shares, life), stock(shares, life).stock / life, atol=1e-9)


@given(SHARES, LIVES, st.floats(0, 1))
def test_half_the_shares_sold_give_half_the_share_in_use(shares, life, part):
    np.testing.assert_allclose(turnover(np.multiply(shares, part), life), part * turnover(shares, life), atol=1e-9)


def test_a_life_need_not_be_whole():
    assert turnover([0, 0, 100], 2.5).tolist() == [0, 0, 40]
    assert turnover([100, 0, 0], 2.5).tolist() == [40, 40, 20]


@pytest.mark.parametrize("life", [0, 0.5, -3, float("nan")])
def test_a_life_below_a_year_is_refused_with_a_sentence(life):
    with pytest.raises(ValueError, match="must be 1 year or more"):
        turnover([1, 2], life)


@pytest.mark.parametrize("shares", [[1, -1], [float("nan")]])
def test_negative_or_missing_shares_are_refused_with_a_sentence(shares):
    with pytest.raises(ValueError, match="from 0 up, without gaps"):
        turnover(shares, 3)


def test_a_goal_is_reached_on_the_line_between_two_year_ends_or_never():
    assert year_reached([2030, 2031], [40, 60], 50) == 2031.5
    assert year_reached([2030, 2031], [40, 60], 40) == 2031
    assert year_reached([2030, 2031], [40, 60], 61) is None


def test_fifteen_years_of_chinas_sales_give_the_share_on_the_road_that_the_agency_publishes():
    china = load("ev_sales").query("code == 'CHN' and year <= 2025")
    assert round(turnover(china["sales_share_percent"], 15)[-1]) == china["stock_share_percent"].iloc[-1] == 14


def test_with_the_agencys_sales_of_2035_the_model_comes_within_four_points_of_its_stock():
    china = load("ev_sales").query("code == 'CHN'")
    past = china[china.year <= 2025]["sales_share_percent"]
    path = np.append(past, np.linspace(past.iloc[-1], 94, 11)[1:])
    assert china["sales_share_percent"].iloc[-1] == 94
    assert turnover(path, 15)[-1] == pytest.approx(china["stock_share_percent"].iloc[-1], abs=4)
