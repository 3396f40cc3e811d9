"""A cheap test before a costly one: the published costs, and what must hold for any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import fit_prices, triage

SHARE = st.floats(0.01, 1)
PRICE = st.floats(0, 1000)


def published():
    """Return the rows of the table in which an X-ray comes first, and the prices behind them."""
    rows = load("triage_thresholds").query("ai_threshold > 0")
    share, found = rows["sent_percent"] / 100, rows["sensitivity_percent"] / 100
    return rows, share, found, fit_prices(share, found, rows["cost_per_person_usd"], rows["cost_per_case_usd"])


def test_the_published_costs_come_out_within_a_fifth_of_a_dollar():
    rows, share, found, prices = published()
    computed = triage(share, found, prices.prevalence, prices.first_price, prices.second_price)
    np.testing.assert_allclose(computed.per_person, rows["cost_per_person_usd"], atol=0.03)
    np.testing.assert_allclose(computed.per_case, rows["cost_per_case_usd"], atol=0.2)
    assert [round(float(value), 2) for value in prices] == [0.96, 13.07, 0.18]


def test_the_cost_of_a_case_is_u_shaped_and_lowest_where_sensitivity_is_clearly_lower():
    rows = load("triage_thresholds").set_index("ai_threshold")
    cost = rows["cost_per_case_usd"]
    assert (cost[0], cost.min(), cost[100]) == (90.7, 58.15, 81.75)
    assert cost.idxmin() == 95 and rows["sensitivity_lower"][95] == "yes"


def test_the_dearer_a_missed_case_the_lower_the_best_threshold():
    rows, share, found, prices = published()
    best = [
        rows["ai_threshold"].iloc[
            triage(share, found, prices.prevalence, prices.first_price, prices.second_price, price).with_missed.argmin()
        ]
        for price in range(0, 801, 25)
    ]
    assert best == sorted(best, reverse=True) and (best[0], best[-1]) == (100, 49)


@given(SHARE, SHARE, SHARE, PRICE, PRICE, PRICE)
def test_cases_are_found_or_missed_and_a_person_never_costs_less_than_the_first_test(
    sent, found, prevalence, first, second, missed
):
    result = triage(sent, found, prevalence, first, second, missed)
    assert result.found + result.missed == pytest.approx(1000 * prevalence)
    assert result.per_person >= first and result.with_missed >= result.per_person
    assert result.per_case * result.found / 1000 == pytest.approx(float(result.per_person))


@given(
    SHARE,
    PRICE,
    PRICE,
    st.lists(st.tuples(SHARE, SHARE), min_size=2, max_size=8, unique_by=lambda pair: round(pair[0], 2)),
)
def test_prices_are_found_again_from_the_costs_that_they_make(prevalence, first, second, thresholds):
    sent, found = np.array(thresholds).T
    costs = triage(sent, found, prevalence, first, second + 1)
    assert fit_prices(sent, found, costs.per_person, costs.per_case) == pytest.approx(
        (first, second + 1, prevalence), rel=1e-4, abs=1e-4
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([1.5], [0.5], 0.1, 1, 1), "between 0 and 1"),
        (([0.5], [0], 0.1, 1, 1), "a case has no cost"),
        (([0.5], [0.5], 0, 1, 1), "above 0"),
        (([0.5], [0.5], 0.1, -1, 1), "0 or more"),
    ],
)
def test_impossible_inputs_are_refused_with_a_sentence(arguments, words):
    with pytest.raises(ValueError, match=words):
        triage(*arguments)


def test_two_prices_cannot_be_found_from_one_share():
    with pytest.raises(ValueError, match="at least two thresholds"):
        fit_prices([0.5, 0.5], [0.8, 0.7], [1, 2], [3, 4])
