"""The response model: a best rate, a flat top, and a published optimum."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import Response, fit_response

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
    with pytest.raises(ValueError, match="at least three different rates"):
        fit_response(rates, yields)


@pytest.mark.parametrize("yields", [[4, 5, 7], [4, 5, 6]])
def test_yields_that_do_not_level_off_have_no_best_rate(yields):
    with pytest.raises(ValueError, match="do not level off"):
        fit_response([0, 100, 200], yields)
