"""Stocks and flows: nothing is lost, and published stocks come out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import cagr, circulation, stock, turnover, workforce, year_reached

# The stock model: what is there is what came minus what left.

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
    with pytest.raises(ValueError, match=f"life is {life}; it must be a whole number from 1 up"):
        stock([1, 2, 3], life)


@pytest.mark.parametrize("arrivals", [[1, -1], [1, float("nan")], [float("nan")]])
def test_negative_or_missing_arrivals_are_refused_with_a_sentence(arrivals):
    with pytest.raises(ValueError, match=r"arrivals is (-1|nan); it must be 0 or more"):
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


# The turnover model: what is in use follows what is sold, years later.

SHARES = st.lists(st.floats(0, 100), min_size=1, max_size=40)
LIVES_TURNOVER = st.floats(1, 30)


@given(SHARES, LIVES_TURNOVER)
def test_the_share_in_use_stays_between_none_and_the_highest_share_sold(shares, life):
    in_use = turnover(shares, life)
    assert in_use.shape == (len(shares),)
    assert (in_use >= 0).all() and (in_use <= max(shares) + 1e-9).all()


@given(SHARES, LIVES_TURNOVER)
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


@given(SHARES, LIVES_TURNOVER, st.floats(0, 1))
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
    with pytest.raises(ValueError, match=r"share_sold is (-1|nan); it must be 0 or more"):
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


# A workforce as stock and flow.

SHARES_WORKFORCE = st.floats(0, 1)


@given(st.floats(0, 1e7), st.floats(0, 1e6), SHARES_WORKFORCE, SHARES_WORKFORCE, st.integers(0, 40))
def test_what_is_there_is_what_was_there_and_came_less_what_left(start, graduates, share_in, share_out, years):
    people = workforce(start, graduates, share_in, share_out, years)
    assert people.shape == (years + 1,) and people[0] == start
    np.testing.assert_allclose(np.diff(people), graduates * share_in - share_out * people[:-1], atol=1e-3)


@given(st.floats(0, 1e6), st.floats(1, 1e6), SHARES_WORKFORCE, st.floats(0.05, 1))
def test_it_settles_where_as_many_come_as_leave(start, graduates, share_in, share_out):
    assert workforce(start, graduates, share_in, share_out, 600)[-1] == pytest.approx(
        graduates * share_in / share_out, rel=1e-6, abs=1e-3
    )


def test_from_one_to_six_million_in_eight_years_is_a_quarter_more_each_year():
    wanted = load("talent_supply").query("indicator == 'people in AI work wanted'").set_index("year")["people"]
    assert 100 * cagr(wanted[2022], wanted[2030], 8) == pytest.approx(25.1, abs=0.05)


def test_every_doctor_of_science_together_does_not_fill_the_gap():
    supply = load("talent_supply").set_index(["indicator", "year"])["people"]
    reached = workforce(supply["people in AI work wanted", 2022], supply["STEM doctorates in a year", 2025], 1, 0, 8)[
        -1
    ]
    assert round(reached / 1e6, 2) == 1.62 and reached < supply["people in AI work expected", 2030]


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ((-1, 1, 0.5, 0.1, 3), "start is -1; it must be 0 or more"),
        ((1, 1, 0.5, 0.1, 2.5), "years is 2.5; it must be a whole number from 0 up"),
        ((1, 1, 50, 0.1, 3), "divide percent by 100"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(given_, words):
    with pytest.raises(ValueError, match=words):
        workforce(*given_)


# The model of circulation: a band where one branch of the paths is unknown.

SHARES_CIRCULATION = st.floats(0, 1)


@given(SHARES_CIRCULATION, SHARES_CIRCULATION, SHARES_CIRCULATION, SHARES_CIRCULATION)
def test_the_band_lies_between_none_and_all_and_is_as_wide_as_the_unknown_branch(
    part, stayed_home, studied_home, stayed_abroad
):
    band = circulation(studied_home * part, stayed_home, studied_home * (1 - part), stayed_abroad)
    assert -1e-9 <= band.low <= band.high <= 1 + 1e-9
    assert band.high - band.low == pytest.approx(band.unknown, abs=1e-9)
    assert band.unknown == pytest.approx(1 - studied_home, abs=1e-9)


@given(SHARES_CIRCULATION, SHARES_CIRCULATION, SHARES_CIRCULATION)
def test_more_that_stay_at_home_raise_it_and_more_that_stay_abroad_lower_it(stayed_home, stayed_abroad, less):
    band = circulation(0.5, stayed_home, 0.4, stayed_abroad)
    assert circulation(0.5, stayed_home * less, 0.4, stayed_abroad).low <= band.low + 1e-9
    assert circulation(0.5, stayed_home, 0.4, stayed_abroad * less).low >= band.low - 1e-9


def test_if_nobody_leaves_there_is_no_band_and_all_work_at_home():
    assert circulation(1, 1, 0, 0) == (1, 1, 0)


def test_the_published_shares_of_2022_fit_the_published_shares_of_those_who_work_in_china():
    paths = load("talent_paths").query("year == 2022").set_index(["group", "stage", "code"])["value"] / 100
    band = circulation(
        paths["first degree in China", "graduate study", "CHN"],
        paths["graduate study in China", "works in", "CHN"],
        paths["first degree in China", "graduate study", "USA"],
        paths["graduate study in the United States", "works in", "USA"],
    )
    assert (round(band.low, 3), round(band.high, 3)) == (0.531, 0.661)
    # From the other tables of the same study: 28 of 100 authors work in China, 47 have a first degree from there.
    assert band.low < paths["all authors", "works in", "CHN"] / paths["all authors", "first degree", "CHN"] < band.high


@pytest.mark.parametrize("shares", [(51, 0.9, 0.36, 0.8), (0.5, -0.1, 0.3, 0.8), (0.5, 0.9, 0.3, 1.01)])
def test_a_share_that_is_none_is_refused_with_a_way_out(shares):
    with pytest.raises(ValueError, match="between 0 and 1: divide percent by 100"):
        circulation(*shares)


def test_branches_of_more_than_all_are_refused():
    with pytest.raises(ValueError, match=r"1\.1 together; they can be 1 at most"):
        circulation(0.6, 0.9, 0.5, 0.8)
