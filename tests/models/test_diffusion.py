"""Diffusion curves: bounds, direction, ceilings; known curves are found again, unreadable ones are refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import bass, fit_bass, fit_logistic, logistic

YEARS = st.lists(st.integers(1900, 2100), min_size=2, max_size=30, unique=True).map(sorted)
CEILINGS = st.floats(0.01, 1e9)
FIVE = [2016, 2018, 2020, 2022, 2024]


@given(YEARS, CEILINGS, st.floats(1950, 2050), st.floats(0.01, 3))
def test_a_logistic_curve_only_rises_and_stays_between_nothing_and_its_ceiling(years, ceiling, midpoint, speed):
    curve = logistic(np.array(years), ceiling, midpoint, speed)
    assert (np.diff(curve) >= 0).all()
    assert ((curve >= 0) & (curve <= ceiling)).all()
    assert logistic(midpoint, ceiling, midpoint, speed) == pytest.approx(ceiling / 2)


@given(CEILINGS, st.floats(1950, 2050), st.floats(0.01, 3), st.floats(0, 100))
def test_a_logistic_curve_is_as_far_from_its_ceiling_after_the_midpoint_as_from_nothing_before(
    ceiling, midpoint, speed, years
):
    before, after = logistic(np.array([midpoint - years, midpoint + years]), ceiling, midpoint, speed)
    assert before + after == pytest.approx(ceiling)


def test_far_below_the_ceiling_a_logistic_curve_grows_by_the_same_factor_each_year():
    curve = logistic(np.array([2000, 2001, 2002]), 1e6, 2060, 0.4)
    np.testing.assert_allclose(curve[1:] / curve[:-1], np.exp(0.4), rtol=1e-6)


@given(YEARS, CEILINGS, st.floats(1e-4, 0.5), st.floats(0, 2))
def test_a_bass_curve_starts_at_nothing_only_rises_and_never_exceeds_its_market(years, market, innovation, imitation):
    curve = bass(np.array(years), market, innovation, imitation, start=years[0])
    assert curve[0] == 0
    assert (np.diff(curve) >= 0).all()
    assert (curve <= market).all()
    assert bass(years[0] - 5, market, innovation, imitation, start=years[0]) == 0


@given(st.floats(1e-3, 0.3), st.floats(0, 1.5), st.floats(0.5, 25))
def test_a_bass_curve_rises_as_its_equation_says(innovation, imitation, t):
    n, step = bass(t, 1, innovation, imitation, start=0), 1e-4
    slope = (bass(t + step, 1, innovation, imitation, start=0) - bass(t - step, 1, innovation, imitation, start=0)) / (
        2 * step
    )
    assert slope == pytest.approx((innovation + imitation * n) * (1 - n), rel=1e-4, abs=1e-9)


def test_without_imitation_the_same_share_of_the_rest_adopts_each_year():
    left = 100 - bass(np.arange(10), 100, 0.2, 0, start=0)
    np.testing.assert_allclose(left[1:] / left[:-1], np.exp(-0.2))


@given(st.floats(0.1, 1e6), st.floats(2015, 2023), st.floats(0.2, 1.2))
def test_a_known_logistic_curve_is_found_again(ceiling, midpoint, speed):
    years = np.arange(2005, 2026)
    fit = fit_logistic(years, logistic(years, ceiling, midpoint, speed))
    assert fit.ceiling == pytest.approx(ceiling, rel=1e-3)
    assert fit.midpoint == pytest.approx(midpoint, abs=0.01)
    assert fit.speed == pytest.approx(speed, rel=1e-3)
    assert fit.rmse < 1e-4 * ceiling
    assert fit.held_out_rmse is None


@given(st.floats(0.1, 1e6), st.floats(0.002, 0.05), st.floats(0.3, 1))
def test_a_known_bass_curve_is_found_again(market, innovation, imitation):
    years = np.arange(2006, 2026)
    fit = fit_bass(years, bass(years, market, innovation, imitation, start=2005), start=2005)
    assert fit.market == pytest.approx(market, rel=1e-2)
    assert fit.innovation == pytest.approx(innovation, rel=2e-2)
    assert fit.imitation == pytest.approx(imitation, rel=2e-2)
    np.testing.assert_allclose(
        fit.curve(years), bass(years, market, innovation, imitation, start=2005), rtol=1e-2, atol=1e-3 * market
    )


@given(st.floats(0.1, 1e3))
def test_another_unit_changes_the_ceiling_and_nothing_else(factor):
    values = np.array([2.0, 9, 20, 41, 70])
    one, other = fit_logistic(FIVE, values), fit_logistic(FIVE, factor * values)
    assert other.ceiling == pytest.approx(factor * one.ceiling, rel=1e-3)
    assert other.rmse == pytest.approx(factor * one.rmse, rel=1e-3)
    assert (other.midpoint, other.speed) == pytest.approx((one.midpoint, one.speed), rel=1e-3)


def test_no_other_curve_near_the_fitted_one_leaves_less():
    years, values = np.array(FIVE), np.array([2.0, 9, 20, 41, 70])
    fit = fit_logistic(years, values)
    for change in (
        {"ceiling": 1.01},
        {"ceiling": 0.99},
        {"speed": 1.01},
        {"speed": 0.99},
        {"midpoint": 1.0001},
        {"midpoint": 0.9999},
    ):
        moved = {name: getattr(fit, name) * change.get(name, 1) for name in ("ceiling", "midpoint", "speed")}
        assert np.sqrt(np.mean((logistic(years, **moved) - values) ** 2)) > fit.rmse


@pytest.mark.parametrize("ceiling", [15, 90])
def test_a_given_ceiling_is_kept_and_early_values_fit_a_low_and_a_high_one_alike(ceiling):
    years = np.arange(2012, 2020)
    early = logistic(years, 30, 2024, 0.4)
    fit = fit_logistic(years, early, ceiling=ceiling)
    assert fit.ceiling == ceiling
    assert fit.rmse < 0.05 * early.max()


def test_years_after_the_last_seen_do_not_move_the_fit_but_are_its_test():
    years = np.arange(2005, 2026)
    values = logistic(years, 60, 2016, 0.4)
    bent = np.where(years > 2018, values + 5, values)
    fit = fit_logistic(years, bent, until=2018)
    assert fit.ceiling == pytest.approx(60, rel=1e-4)
    assert fit.rmse == pytest.approx(0, abs=1e-4)
    assert fit.held_out_rmse == pytest.approx(5, abs=0.01)
    assert fit_bass(years, bent, start=2000, until=2018).held_out_rmse > 1


def test_a_curve_needs_the_logarithm_of_81_over_its_speed_to_climb_from_10_to_90_per_cent():
    fit = fit_logistic(FIVE, logistic(np.array(FIVE), 80, 2020, 0.5))
    middle = fit.midpoint + np.array([-0.5, 0.5]) * fit.years_from_10_to_90
    np.testing.assert_allclose(fit.curve(middle), [8, 72], rtol=1e-4)


def test_pearl_and_reed_put_a_ceiling_of_197_million_on_a_country_that_later_counted_331():
    # R. Pearl and L. J. Reed, "On the Rate of Growth of the Population of the United States since 1790" (1920):
    # y = 2,930,300.9 / (0.014854 + exp(-0.0313395 x)), x in years from 1780, through three censuses.
    fit = fit_logistic([1790, 1850, 1910, 2020], [3_929_214, 23_191_876, 91_972_266, 331_449_281], until=1910)
    assert fit.ceiling == pytest.approx(2_930_300.9 / 0.014854, rel=1e-3)
    assert fit.speed == pytest.approx(0.0313395, rel=1e-3)
    assert fit.midpoint == pytest.approx(1780 - np.log(0.014854) / 0.0313395, abs=0.1)
    assert fit.held_out_rmse == pytest.approx(331_449_281 - 190_400_000, rel=0.01)


@pytest.mark.parametrize(
    ("market", "innovation", "imitation", "peak"),
    [
        (16_895, 0.010399, 0.41861, 8.6),
        (15_092, 0.017206, 0.35688, 8.1),
        (58_838, 0.017135, 0.30145, 9.0),
        (21_937, 0.024796, 0.65410, 4.8),
    ],
    ids=["air conditioners", "clothes dryers", "coffee makers", "record players"],
)
def test_bass_saw_the_sales_of_consumer_durables_peak_where_his_table_says(market, innovation, imitation, peak):
    # F. M. Bass (1969): parameters (market in thousands) and predicted time of peak, in years from the start.
    years = np.arange(1, 20)
    fit = fit_bass(years, bass(years, market, innovation, imitation, start=0), start=0)
    assert fit.peak == pytest.approx(peak, abs=0.05)
    sold = np.diff(bass(np.linspace(0, 20, 2001), market, innovation, imitation, start=0))
    assert sold.argmax() / 100 == pytest.approx(peak, abs=0.06)


def test_where_imitation_is_weak_most_adopt_at_the_start():
    years = np.arange(2001, 2021)
    fit = fit_bass(years, bass(years, 100, 0.3, 0.05, start=2000), start=2000)
    assert fit.peak == 2000


@pytest.mark.parametrize(
    "fit", [fit_logistic, lambda *given, **more: fit_bass(*given, start=1990, **more)], ids=["logistic", "bass"]
)
@pytest.mark.parametrize(
    ("years", "values", "more", "words"),
    [
        ([2000, 2001], [1, 2], {}, "at least 3 years here; 2 can be seen"),
        ([2000, 2001, 2002, 2003], [1, 2, 3, 4], {"until": 2001}, "at least 3 years here; 2 can be seen"),
        ([2000, 2000, 2001], [1, 1, 2], {}, "at least 3 years"),
        ([2000, 2001, 2002], [1, 2], {}, "one value a year"),
        ([2000, 2001, 2002], [1, float("nan"), 3], {}, "without gaps"),
        ([2000, 2001, 2002], [-1, 2, 3], {}, "from 0 up"),
        ([2000, 2001, 2002], [3, 2, 1], {}, "can only rise"),
        ([2002, 2001, 2000], [1, 1, 1], {}, "can only rise"),
        ([2000, 2001, 2002, 2003], [1, 3, 9, 27], {}, "never slow down"),
    ],
)
def test_what_cannot_be_fitted_is_refused_with_a_sentence(fit, years, values, more, words):
    with pytest.raises(ValueError, match=words):
        fit(years, values, **more)


def test_a_ceiling_below_what_was_reached_is_refused():
    with pytest.raises(ValueError, match="ceiling is 8, but 9 was reached"):
        fit_logistic([2000, 2001], [2, 9], ceiling=8)
    with pytest.raises(ValueError, match="market is 8, but 9 have adopted"):
        fit_bass([2000, 2001], [2, 9], start=1999, market=8)
    assert fit_logistic([2000, 2001, 2002], [2, 7, 9], ceiling=8, until=2001).ceiling == 8


def test_a_step_has_no_speed():
    with pytest.raises(ValueError, match="jump from the bottom to the top"):
        fit_logistic([2000, 2001, 2010, 2011, 2012], [0, 0, 5, 5, 5])


def test_a_start_after_the_first_year_is_refused():
    with pytest.raises(ValueError, match="start is 2001, but the values begin in 2000"):
        fit_bass([2000, 2001, 2002], [1, 2, 3], start=2001)


@pytest.mark.parametrize(
    ("curve", "words"),
    [
        (lambda: logistic(2000, 0, 2000, 1), "above 0"),
        (lambda: logistic(2000, 1, 2000, -1), "above 0"),
        (lambda: bass(2000, 1, 0, 1, 1999), "above 0"),
        (lambda: bass(2000, 1, 0.1, -1, 1999), "imitation is -1; it must be 0 or more"),
    ],
)
def test_impossible_parameters_are_refused(curve, words):
    with pytest.raises(ValueError, match=words):
        curve()
