"""Curves through points: growth, prices, harvests."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import Response, cagr, fit_growth, fit_learning_curve, fit_response, grow, growth_between

# Steady growth: doubling and halving.

MONTHS = st.floats(1, 120).map(lambda m: round(m, 3))


@given(MONTHS, st.sampled_from([1, -1]), st.floats(1e-3, 1e6))
def test_an_exact_doubling_or_halving_is_found(months, direction, level):
    years = np.array([2018.0, 2019.5, 2021, 2024])
    values = level * 2 ** (direction * 12 * (years - 2018) / months)
    found = fit_growth(years, values)
    assert found.doubling_months == pytest.approx(direction * months, rel=1e-6)
    np.testing.assert_allclose(found.at(years), values, rtol=1e-6)


@given(MONTHS, st.floats(1, 1e6))
def test_the_unit_of_the_values_does_not_matter(months, factor):
    years = np.array([2020.0, 2021, 2022])
    values = 2 ** (12 * (years - 2020) / months)
    assert fit_growth(years, factor * values).doubling_months == pytest.approx(
        fit_growth(years, values).doubling_months
    )


def test_the_way_back_is_the_way_there():
    assert growth_between(1, 8, 3).times_a_year == pytest.approx(2)
    assert growth_between(8, 1, 3).doubling_months == pytest.approx(-12)


def test_standing_still_never_doubles():
    assert (
        np.isinf(fit_growth([0, 1, 2], [5, 5, 5]).doubling_months)
        or fit_growth([0, 1, 2], [5, 5, 5]).doubling_months > 1e10
    )


@pytest.mark.parametrize(
    ("years", "values", "words"),
    [
        ([1, 1], [1, 2], "at least 2 different points"),
        ([1, 2], [0, 2], "values is 0; it must be above 0"),
        ([1, 2], [1, np.nan], "without gaps"),
    ],
)
def test_points_that_have_no_growth_rate_are_refused_with_a_sentence(years, values, words):
    with pytest.raises(ValueError, match=words):
        fit_growth(years, values)


def test_two_values_need_a_time_between_them():
    with pytest.raises(ValueError, match="must be above 0"):
        growth_between(1, 2, 0)


def fitted(first, kinds=("confident", "likely", "speculative"), last=2026):
    models = load("notable_models")
    used = models[models.date.dt.year.between(first, last) & models.confidence.isin(kinds)]
    return fit_growth(
        2000 + (used.date - np.datetime64("2000-01-01")).dt.days / 365.25, used.training_flop
    ).doubling_months


def test_the_published_doubling_of_about_six_months_comes_out():
    assert fitted(2010, last=2022) == pytest.approx(6, abs=0.5)


@pytest.mark.parametrize(
    ("first", "kinds", "months"),
    [
        (2018, ("confident", "likely", "speculative"), 4.5),
        (2018, ("confident", "likely"), 4.7),
        (2010, ("confident", "likely", "speculative"), 5.7),
    ],
)
def test_training_compute_doubled_every_five_months_or_so_by_window_and_confidence(first, kinds, months):
    assert round(fitted(first, kinds), 1) == months


# The pace of a target: there and back, and the figures that others printed.

VALUES = st.floats(1, 1e4)
YEARS = st.floats(1, 50)


@given(VALUES, VALUES, YEARS)
def test_growing_at_the_required_pace_ends_at_the_target(baseline, target, years):
    assert grow(baseline, cagr(baseline, target, years), np.array([years]))[0] == pytest.approx(target, rel=1e-6)


@given(VALUES, VALUES, YEARS, st.floats(1.01, 3))
def test_a_higher_target_asks_for_more_and_more_time_for_less(baseline, target, years, factor):
    assert cagr(baseline, target * factor, years) > cagr(baseline, target, years)
    gentler = abs(np.log1p(cagr(baseline, target, years * factor)))
    assert gentler <= abs(np.log1p(cagr(baseline, target, years))) + 1e-12


@given(VALUES, YEARS)
def test_standing_still_asks_for_nothing(value, years):
    assert cagr(value, value, years) == 0
    assert grow(value, 0, np.array([0, years])).tolist() == [value, value]


def test_seven_per_cent_a_year_doubles_in_about_ten_years():
    """The rule of 70, as in any textbook of finance."""
    assert grow(1, 0.07, np.array([10]))[0] == pytest.approx(1.967, abs=0.001)


def test_the_low_altitude_goals_ask_for_72_and_17_5_per_cent_a_year():
    claims = load("claims").set_index("claim_id")
    for claim, years, percent in [("C33", 2, 72), ("C34", 12, 17.5)]:
        row = claims.loc[claim]
        assert 100 * cagr(row.baseline_value, row.target_value, years) == pytest.approx(percent, abs=0.3)
        assert f"{percent:g} percent a year" in row.verdict_reason or f"{percent} percent a year" in row.verdict_reason


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [((0, 5, 1), "must be above 0"), ((5, -1, 1), "must be above 0"), ((5, 6, 0), "years is 0; it must be above 0")],
)
def test_what_has_no_pace_is_refused_with_a_sentence(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        cagr(*arguments)
    with pytest.raises(ValueError, match="leaves nothing"):
        grow(1, -1, np.array([1]))


# The learning curve: how much cheaper with each doubling, and how much that depends on the window.


@given(
    st.floats(0.01, 1e6), st.floats(-0.5, 0.9), st.lists(st.integers(1, 10**6), min_size=3, max_size=20, unique=True)
)
def test_a_known_curve_is_recovered(first_price, rate, made):
    made = np.sort(np.array(made, dtype=float))
    price = first_price * made ** np.log2(1 - rate)
    fit = fit_learning_curve(made, price)
    assert fit.rate == pytest.approx(rate, abs=1e-6)
    assert fit.a == pytest.approx(first_price, rel=1e-3)
    np.testing.assert_allclose(fit.price(made), price, rtol=1e-5)


def test_a_doubling_lowers_the_fitted_price_by_the_rate():
    fit = fit_learning_curve([1, 3, 9, 20], [50, 41, 30, 27])
    assert fit.price(200) == pytest.approx(fit.price(100) * (1 - fit.rate))
    assert fit.rate == pytest.approx(1 - 2**fit.b)


def test_scatter_that_is_even_on_both_sides_leaves_the_rate_unchanged():
    made = np.array([1.0, 1, 2, 2, 4, 4, 8, 8])
    fit = fit_learning_curve(made, 100 * made ** np.log2(0.8) * np.array([1.1, 1 / 1.1] * 4))
    assert fit.rate == pytest.approx(0.2)
    assert fit.a == pytest.approx(100)


def test_the_unit_of_price_changes_the_level_but_not_the_rate():
    yen, thousand = fit_learning_curve([1, 2, 5], [9, 7, 4]), fit_learning_curve([1, 2, 5], [9000, 7000, 4000])
    assert thousand.rate == pytest.approx(yen.rate)
    assert thousand.a == pytest.approx(1000 * yen.a)


@pytest.mark.parametrize(("since", "rate"), [(1978, -0.08), (1991, 0.12), (2000, 0.27)])
def test_the_rate_of_robots_sold_at_home_in_japan_changes_its_sign_with_the_window(since, rate):
    home = load("japan_robot_prices").query("destination == 'domestic'").sort_values("year")
    made = home["robots"].cumsum()  # always from 1978: a window shortens what is fitted, not what was made
    window = home["year"] >= since
    assert home["year"].min() == 1978
    assert round(fit_learning_curve(made[window], home["unit_value_million_jpy"][window]).rate, 2) == rate


@pytest.mark.parametrize(
    ("made", "paid"),
    [
        ([], []),
        ([1], [10]),
        ([1, 2], [10]),
        ([0, 2], [10, 9]),
        ([1, 2], [10, 0]),
        ([-1, 2], [10, 9]),
        ([1, 2], [10, -9]),
        ([1, float("nan")], [10, 9]),
    ],
)
def test_too_few_points_or_points_not_above_zero_are_refused_with_a_sentence(made, paid):
    with pytest.raises(ValueError, match=r"at least 2 different points|it must be above 0"):
        fit_learning_curve(made, paid)


# The response model: a best rate, a flat top, and a published optimum.

RESPONSES = st.builds(Response, st.floats(0, 8), st.floats(0.02, 0.06), st.floats(-3e-4, -3e-5))
PRICES = st.floats(50, 400), st.floats(0.01, 1.5)
# J. A. Hernandez and D. J. Mulla, Agronomy Journal 100 (2008): maize in Olmsted county, Minnesota, site 5 of five,
# kg of nitrogen per hectare and t/ha, as in the R package agridat, whose page works out the optimum.
RATES = np.repeat([0, 33.6, 67.2, 100.8, 134.4, 168], 4)
YIELDS = [8.91634, 8.17685, 9.245, 8.8249, 10.98147, 9.84763, 10.05861, 9.81029, 12.48481, 10.77839, 13.4251, 10.51968]
YIELDS += [
    14.24289,
    14.39509,
    12.92164,
    13.26923,
    15.42649,
    13.56748,
    15.07575,
    14.17512,
    14.96135,
    14.57867,
    14.40876,
    14.7425,
]


def test_the_published_optimum_of_a_maize_trial_in_minnesota_is_found():
    assert fit_response(RATES, YIELDS).optimum(grain_price=118.1, nitrogen_price=0.6615) == pytest.approx(
        191.7198, abs=1e-3
    )


@given(RESPONSES, st.lists(st.integers(0, 300), min_size=3, max_size=20, unique=True))
def test_a_known_response_is_found_again(response, rates):
    if np.ptp(rates) >= 30:
        fit = fit_response(rates, response.harvest(rates))
        np.testing.assert_allclose(fit.harvest([0, 150, 300]), response.harvest([0, 150, 300]), atol=0.05)


@given(RESPONSES, *PRICES, st.floats(-200, 200))
def test_no_other_rate_earns_more_than_the_optimum(response, grain, nitrogen, away):
    best = response.optimum(grain, nitrogen)
    other = max(0.0, best + away)
    assert response.margin(other, grain, nitrogen) <= response.margin(best, grain, nitrogen) + 1e-6


@given(RESPONSES, *PRICES, st.floats(1, 60))
def test_around_the_optimum_half_as_far_off_costs_a_quarter(response, grain, nitrogen, away):
    best = response.optimum(grain, nitrogen)
    if best > 0:
        lost = [
            response.margin(best, grain, nitrogen) - response.margin(best + d, grain, nitrogen)
            for d in (away, away / 2)
        ]
        assert lost[0] == pytest.approx(4 * lost[1], rel=1e-3, abs=1e-6)
        assert lost[0] == pytest.approx(-response.bend * grain * away**2, rel=1e-3, abs=1e-6)


@given(RESPONSES, *PRICES)
def test_dearer_nitrogen_never_raises_the_best_rate_and_dearer_grain_never_lowers_it(response, grain, nitrogen):
    assert response.optimum(grain, 1.1 * nitrogen) <= response.optimum(grain, nitrogen)
    assert response.optimum(1.1 * grain, nitrogen) >= response.optimum(grain, nitrogen)


def test_where_nitrogen_costs_more_than_its_first_kilogram_brings_the_best_rate_is_none():
    assert Response(5, 0.03, -1e-4).optimum(grain_price=10, nitrogen_price=1) == 0


@pytest.mark.parametrize(
    ("rates", "yields"),
    [([0, 100], [4, 7]), ([0, 0, 100], [4, 5, 7]), ([0, 100, 200], [4, float("nan"), 8]), ([0, 100, 200], [4, 7])],
)
def test_too_few_rates_or_gaps_are_refused(rates, yields):
    with pytest.raises(ValueError, match="at least 3 different points"):
        fit_response(rates, yields)


@pytest.mark.parametrize("yields", [[4, 5, 7], [4, 5, 6]])
def test_yields_that_do_not_level_off_have_no_best_rate(yields):
    with pytest.raises(ValueError, match="do not level off"):
        fit_response([0, 100, 200], yields)
