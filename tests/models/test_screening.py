"""Tests of health: Bayes in people, and a cheap test before a costly one."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.data import load
from kit.models import fit_prices, prevalence_behind, screen, screen_again, triage

# Bayes' rule in groups of people: nobody is lost, and a positive test means more where the disease is common.

SHARES = st.floats(0, 1)
INSIDE = st.floats(0.01, 0.99)


@given(SHARES, SHARES, SHARES, st.floats(1, 1e6))
def test_nobody_is_lost_and_no_group_is_negative(prevalence, sensitivity, specificity, people):
    result = screen(prevalence, sensitivity, specificity, people)
    assert result.people == pytest.approx(people)
    assert min(result) >= -1e-9 * people
    assert result.ill_flagged + result.ill_missed == pytest.approx(prevalence * people)


@given(INSIDE, INSIDE, INSIDE)
def test_the_share_of_the_flagged_who_are_ill_is_bayes_rule(prevalence, sensitivity, specificity):
    # An independent way to the same number: odds times likelihood ratio.
    odds = prevalence / (1 - prevalence) * sensitivity / (1 - specificity)
    assert screen(prevalence, sensitivity, specificity).ppv == pytest.approx(odds / (1 + odds))


@given(INSIDE, INSIDE, INSIDE, st.floats(0.001, 0.5))
def test_a_positive_test_means_more_and_a_negative_one_less_where_the_disease_is_commoner(
    prevalence, sensitivity, specificity, more
):
    commoner = min(prevalence + more, 0.999)
    assume(commoner > prevalence)
    rare, common = screen(prevalence, sensitivity, specificity), screen(commoner, sensitivity, specificity)
    assert common.ppv > rare.ppv and common.npv < rare.npv


@given(INSIDE, INSIDE)
def test_a_test_that_flags_ill_and_well_alike_says_nothing(prevalence, share):
    assert screen(prevalence, share, 1 - share).ppv == pytest.approx(prevalence)


def test_a_perfect_test_is_always_right_and_a_test_that_flags_nobody_has_no_positives():
    perfect = screen(0.01, 1, 1)
    assert (perfect.ppv, perfect.npv) == (1, 1)
    silent = screen(0.01, 0, 1)
    assert silent.ppv != silent.ppv and silent.npv == pytest.approx(0.99)


@given(INSIDE, INSIDE, INSIDE, INSIDE, INSIDE)
def test_a_second_test_loses_some_of_the_ill_and_nobody_else(
    prevalence, sensitivity, specificity, again_sensitivity, again_specificity
):
    once = screen(prevalence, sensitivity, specificity)
    twice = screen_again(once, again_sensitivity, again_specificity)
    assert twice.people == pytest.approx(once.people)
    assert twice.ill_flagged + twice.ill_missed == pytest.approx(once.ill_flagged + once.ill_missed)
    assert twice.flagged < once.flagged and twice.ill_flagged < once.ill_flagged


@given(INSIDE, INSIDE, INSIDE, INSIDE, INSIDE)
def test_the_second_test_works_like_a_test_among_the_flagged_alone(
    prevalence, sensitivity, specificity, again_sensitivity, again_specificity
):
    once = screen(prevalence, sensitivity, specificity)
    alone = screen(once.ppv, again_sensitivity, again_specificity)
    assert screen_again(once, again_sensitivity, again_specificity).ppv == pytest.approx(alone.ppv)


@given(INSIDE, INSIDE, INSIDE)
def test_the_prevalence_behind_a_result_is_the_one_that_gives_it(prevalence, sensitivity, specificity):
    assert prevalence_behind(
        screen(prevalence, sensitivity, specificity).ppv, sensitivity, specificity
    ) == pytest.approx(prevalence)


@given(SHARES, SHARES, SHARES)
def test_whole_people_add_up_and_are_close_to_the_expected_ones(prevalence, sensitivity, specificity):
    result = screen(prevalence, sensitivity, specificity)
    whole = result.whole()
    assert sum(whole) == 10_000 and min(whole) >= 0 and all(isinstance(group, int) for group in whole)
    assert all(abs(a - b) <= 1.5 for a, b in zip(whole, result, strict=True))


@pytest.mark.parametrize("shares", [(-0.1, 0.9, 0.9), (0.1, 1.1, 0.9), (0.1, 0.9, 99)])
def test_a_share_that_is_none_is_refused_with_a_sentence(shares):
    with pytest.raises(ValueError, match="a share lies between 0 and 1: divide percent by 100"):
        screen(*shares)


def test_impossible_questions_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="people is 0; it must be above 0"):
        screen(0.1, 0.9, 0.9, people=0)
    with pytest.raises(ValueError, match="specificity below 1"):
        prevalence_behind(0.2, 0.9, 1)


def test_dermasensor_its_printed_values_come_out_of_bayes_rule():
    row = load("screening_performance").query("test == 'DermaSensor' and ppv_percent.notna()").iloc[0]
    skin = screen(row.prevalence_percent / 100, row.sensitivity_percent / 100, row.specificity_percent / 100)
    assert round(100 * skin.ppv, 1) == row.ppv_percent == 16.6
    assert 100 * skin.npv == pytest.approx(row.npv_percent, abs=0.1) and round(100 * skin.npv, 1) == 96.5


def test_panda_a_test_that_is_right_for_999_of_1000_well_people_is_wrong_in_89_of_100_flags():
    row = load("screening_performance").query("test == 'PANDA' and specificity_percent == 99.9").iloc[0]
    everybody = screen(13 / 100_000, row.sensitivity_percent / 100, row.specificity_percent / 100)
    assert round(100 * everybody.ppv, 1) == 10.8


def test_ningbo_its_specificity_for_cancer_is_lower_than_the_printed_one_for_lesions():
    funnel = load("screening_funnels").query("programme.str.startswith('PANDA')").set_index("stage")["people"]
    well_cleared = (funnel["scans read"] - funnel["flagged"]) / (funnel["scans read"] - funnel["ill"])
    assert round(100 * well_cleared, 1) == 99.2 and round(100 * funnel["ill"] / funnel["flagged"], 1) == 1.7


def test_grape_what_it_found_in_two_hospitals_fits_the_rate_that_endoscopy_finds():
    rows = load("screening_performance").query("test == 'GRAPE' and ppv_percent.notna()")
    behind = [round(100 * prevalence_behind(ppv / 100, 0.851, 0.968), 1) for ppv in rows["ppv_percent"]]
    assert behind == [1.2, 0.8]


def test_masai_the_printed_sensitivities_are_the_cancers_found_and_the_cancers_that_came_later():
    rates = load("trial_outcomes").query("trial == 'MASAI final'").set_index("outcome")
    found, later, share = (
        rates.loc[name]
        for name in ("cancer detection", "interval cancers in 2 years", "sensitivity of the screening round")
    )
    for arm in ("value_ai", "value_control"):
        assert 100 * found[arm] / (found[arm] + later[arm]) == pytest.approx(share[arm], abs=0.3)


# A cheap test before a costly one: the published costs, and what must hold for any.

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
        (([0.5], [0], 0.1, 1, 1), "sensitivity is 0; it must be above 0"),
        (([0.5], [0.5], 0, 1, 1), "prevalence is 0; it must be above 0"),
        (([0.5], [0.5], 0.1, -1, 1), "0 or more"),
    ],
)
def test_impossible_inputs_are_refused_with_a_sentence(arguments, words):
    with pytest.raises(ValueError, match=words):
        triage(*arguments)


def test_two_prices_cannot_be_found_from_one_share():
    with pytest.raises(ValueError, match="at least 2 different points"):
        fit_prices([0.5, 0.5], [0.8, 0.7], [1, 2], [3, 4])


def test_one_misprinted_cost_of_a_case_does_not_move_the_prevalence():
    sent, found, person = np.array([1, 0.5, 0.25]), np.array([0.8, 0.7, 0.6]), np.array([14, 7.5, 4.25])
    case = person / (0.25 * found) * [1, 1, 2]
    assert fit_prices(sent, found, person, case) == pytest.approx((1, 13, 0.25))
