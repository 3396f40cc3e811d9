"""Chance: rare events, two counts, two groups, the best of many."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm, poisson

from kit.data import load
from kit.models import poisson_ratio_test, simulate_trial, trial, two_proportion_test, winners

# Rare events: how far one must drive, against published distances.

RATES = st.floats(1e-9, 10)
CONFIDENCES = st.floats(0.5, 0.999)


def human(outcome):
    """Return the human rate per million miles that RAND used."""
    return (
        load("driverless_safety")
        .query("system == 'human drivers' and outcome == @outcome")["benchmark_per_million_miles"]
        .item()
    )


@given(st.floats(0.001, 5), st.floats(0.01, 500), st.floats(0, 1))
def test_a_trial_is_rarely_fooled_and_is_surer_the_safer_the_system(rate, exposure, reduction):
    drive = trial(rate, exposure, reduction)
    assert poisson.cdf(drive.limit, drive.expected_humans) <= 0.05 + 1e-9
    assert poisson.cdf(drive.limit + 1, drive.expected_humans) > 0.05
    assert trial(rate, exposure, min(1, reduction + 0.1)).power >= drive.power - 1e-12


@given(st.floats(0.001, 5), st.floats(0.01, 500), st.floats(0, 1))
def test_the_bars_of_a_trial_hold_nearly_all_chances(rate, exposure, reduction):
    drive = trial(rate, exposure, reduction)
    assert len(drive.counts) == len(drive.as_humans) == len(drive.as_system) <= 41
    for chances in (drive.as_humans, drive.as_system):
        assert (chances >= -1e-12).all() and 0.998 < chances.sum() < 1.0001


def test_a_system_as_safe_as_humans_passes_only_by_chance():
    assert trial(2.8, 7.14, 0).power == pytest.approx(0.039, abs=0.001)


def test_where_hardly_any_event_is_expected_even_none_proves_nothing():
    drive = trial(human("killed"), 7.14, 1)
    assert drive.limit == -1 and drive.power == 0
    assert poisson.cdf(0, drive.expected_humans) == pytest.approx(0.925, abs=0.001)


def test_20_expected_and_4_seen_is_no_chance():
    row = load("driverless_safety").query("outcome == 'any injury' and source_id == 'waymo-7m-v3'").iloc[0]
    expected, seen = row.benchmark_per_million_miles * row.miles / 1e6, row.rate_per_million_miles * row.miles / 1e6
    assert (round(expected, 1), round(seen)) == (20.0, 4)
    assert poisson.cdf(4, expected) < 2e-5


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: trial(0, 1, 0.5), "rate is 0; it must be above 0"),
        (lambda: trial(1, 1, 0.5, confidence=1), "confidence is 1; it must lie between 0 and 1"),
        (lambda: trial(1, 0, 0.5), "exposure is 0; it must be above 0"),
        (lambda: trial(1, 1, 2), "reduction is 2; a share lies between 0 and 1"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(call, words):
    with pytest.raises(ValueError, match=words):
        call()


# Two counts compared: what must hold, and examples from print and from the reports.

COUNTS = st.integers(0, 200)
LENGTHS = st.floats(0.1, 1e6)


@given(COUNTS, COUNTS, LENGTHS, LENGTHS)
def test_a_p_value_is_between_0_and_1_and_the_splits_add_up_to_1(earlier, later, a, b):
    found = poisson_ratio_test(earlier, later, earlier_length=a, later_length=b)
    assert 0 <= found.one_sided <= found.p_value <= 1
    assert found.split.shape == (earlier + later + 1,) and found.split.sum() == pytest.approx(1)


@given(COUNTS, COUNTS, LENGTHS, LENGTHS)
def test_the_one_sided_chance_is_that_of_the_exact_binomial_test(earlier, later, a, b):
    found = poisson_ratio_test(earlier, later, earlier_length=a, later_length=b)
    if earlier + later:
        tails = [binomtest(later, earlier + later, b / (a + b), side).pvalue for side in ("greater", "less")]
        assert found.one_sided == pytest.approx(min(tails), rel=1e-6, abs=1e-12)


@given(COUNTS, COUNTS)
def test_turning_the_texts_round_changes_nothing(earlier, later):
    assert poisson_ratio_test(earlier, later).p_value == pytest.approx(poisson_ratio_test(later, earlier).p_value)


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_wider_gap_is_never_more_likely(earlier, more):
    assert (
        poisson_ratio_test(earlier, earlier + more + 1).p_value
        <= poisson_ratio_test(earlier, earlier + more).p_value + 1e-12
    )


@given(COUNTS, LENGTHS)
def test_at_an_equal_rate_nothing_is_unlikely(count, length):
    found = poisson_ratio_test(count, count, earlier_length=length, later_length=length)
    assert found.p_value == 1 and found.ratio == 1 and found.expected == count


def test_the_seeds_of_przyborowski_and_wilenski():
    """No dodder seed in 100 g before shipping and three in 100 g after: 1/8 by the conditional test (1940)."""
    found = poisson_ratio_test(0, 3, earlier_length=100, later_length=100)
    assert found.one_sided == pytest.approx(0.125) and found.p_value == pytest.approx(0.25)
    assert found.ratio == np.inf


def report(term):
    counts = load("report_mentions").query("term == @term and language == 'zh'").set_index("year")["count"]
    lengths = load("report_texts").query("language == 'zh'").set_index("year")["length"]
    return poisson_ratio_test(counts[2023], counts[2025], earlier_length=lengths[2023], later_length=lengths[2025])


def test_three_mentions_of_ai_are_not_more_than_one_and_twenty_five_of_talent_are_more_than_five():
    assert report("artificial_intelligence").p_value == pytest.approx(0.62, abs=0.005)
    assert report("artificial_intelligence").one_sided == pytest.approx(0.31, abs=0.005)
    assert report("talent").p_value == pytest.approx(0.0003, abs=0.00005)
    assert poisson_ratio_test(1, 3).p_value == 0.625


@pytest.mark.parametrize("counts", [(-1, 2), (1, 2.5)])
def test_a_count_that_is_no_whole_number_from_0_is_refused_with_a_sentence(counts):
    with pytest.raises(ValueError, match="it must be a whole number from 0 up"):
        poisson_ratio_test(*counts)


def test_a_text_without_length_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="later_length is 0; it must be above 0"):
        poisson_ratio_test(1, 2, later_length=0)


# Chance in trials: a published p comes out, and luck alone is significant in one trial of twenty.

GROUP = st.tuples(st.integers(1, 500), st.integers(501, 10_000))


def masai():
    """Return the first row of MASAI's interim report."""
    return load("trial_outcomes").query("trial == 'MASAI interim' and outcome == 'cancer detection'").iloc[0]


def test_masai_the_exact_test_gives_the_printed_p():
    row = masai()
    result = two_proportion_test(row.events_ai, row.n_ai, row.events_control, row.n_control)
    assert (round(result.rate_a, 1), round(result.rate_b, 1)) == (row.value_ai, row.value_control) == (6.1, 5.1)
    assert round(result.p_exact, 3) == row.p_value == 0.052
    assert round(result.p, 3) == 0.051 and result.difference_low < 0 < result.difference_high


def test_masai_one_cancer_more_or_less_moves_p():
    row = masai()
    one_more_without = two_proportion_test(row.events_ai, row.n_ai, row.events_control + 1, row.n_control)
    one_more_with = two_proportion_test(row.events_ai + 1, row.n_ai, row.events_control, row.n_control)
    assert round(one_more_without.p_exact, 3) == 0.058 and round(one_more_with.p, 3) == 0.046


def test_masai_the_full_trial_leaves_no_doubt_that_more_cancers_were_found():
    row = load("trial_outcomes").query("trial == 'MASAI second report' and outcome == 'cancers found'").iloc[0]
    result = two_proportion_test(row.events_ai, 53_000, row.events_control, 53_000)
    assert round(result.ratio, 2) == 1.29 and result.p_exact < 0.003


@given(GROUP, GROUP)
def test_swapping_the_groups_turns_the_sign_and_keeps_p(a, b):
    one, other = two_proportion_test(*a, *b), two_proportion_test(*b, *a)
    assert one.difference == pytest.approx(-other.difference)
    assert (
        one.z == pytest.approx(-other.z)
        and one.p == pytest.approx(other.p)
        and one.p_exact == pytest.approx(other.p_exact)
    )
    assert one.difference_low <= one.difference <= one.difference_high and 0 <= one.p <= 1


@given(GROUP)
def test_equal_groups_have_no_difference(a):
    result = two_proportion_test(*a, *a)
    assert (result.difference, result.z, result.ratio) == (0, 0, 1) and result.p == pytest.approx(1)


@given(GROUP, GROUP)
def test_the_same_shares_in_ten_times_as_many_people_give_a_smaller_p(a, b):
    ten = two_proportion_test(*(10 * n for n in a), *(10 * n for n in b))
    assert ten.p <= two_proportion_test(*a, *b).p + 1e-12


@pytest.mark.parametrize("people", [5_000, 40_000, 100_000])
def test_where_nothing_differs_about_one_trial_in_twenty_is_significant(people):
    assert simulate_trial(5.1, 5.1, people).significant.mean() == pytest.approx(0.05, abs=0.01)


def test_a_larger_trial_finds_a_true_difference_more_often_and_its_luck_spreads_less():
    small, large = (simulate_trial(6.1, 5.1, people) for people in (10_000, 100_000))
    assert large.significant.mean() > small.significant.mean() + 0.5
    assert large.differences.std() < small.differences.std() / 3
    assert large.differences.mean() == pytest.approx(1.0, abs=0.02)


def test_the_share_of_lucky_trials_as_extreme_as_masai_is_its_p():
    differences = simulate_trial(5.585, 5.585, 40_000).differences
    assert (np.abs(differences) >= 1.0286).mean() == pytest.approx(0.051, abs=0.006)


@pytest.mark.parametrize("groups", [(5, 4, 1, 10), (0, 10, 0, 10), (10, 10, 10, 10), (0, 0, 1, 10)])
def test_groups_that_cannot_be_compared_are_refused_with_a_sentence(groups):
    with pytest.raises(ValueError, match=r"people|event"):
        two_proportion_test(*groups)


@pytest.mark.parametrize("arguments", [(0, 5, 100), (5, 1000, 100), (5, 5, 0)])
def test_trials_that_cannot_be_drawn_are_refused_with_a_sentence(arguments):
    with pytest.raises(ValueError, match=r"rates|people is 0; it must be a whole"):
        simulate_trial(*arguments)


# The selection model: winners of a noisy contest look better than they are.

GAINS = st.floats(-20, 50)
NOISES = st.floats(0, 30)
FEW = {"units": 400, "chosen": 20}


@given(GAINS, NOISES)
def test_winners_show_at_least_the_mean_of_all(gain, noise):
    result = winners(gain, noise, **FEW)
    assert result.winners_mean >= result.everyone_mean - 1e-9


@given(GAINS, NOISES)
def test_everyone_together_shows_the_true_gain(gain, noise):
    assert winners(gain, noise, **FEW).everyone_mean == pytest.approx(gain, abs=1e-6)


@given(GAINS, NOISES, st.integers(1, 400))
def test_as_many_are_chosen_as_asked_and_none_left_out_is_better(gain, noise, chosen):
    result = winners(gain, noise, units=400, chosen=chosen)
    assert result.chosen.sum() == chosen
    left = result.gains[~result.chosen]
    assert not left.size or result.gains[result.chosen].min() >= left.max()
    assert result.winners_mean == pytest.approx(result.gains[result.chosen].mean())


@given(GAINS, st.floats(0.1, 30))
def test_more_noise_lifts_the_winners_and_fewer_winners_stand_higher(gain, noise):
    assert winners(gain, 2 * noise, **FEW).winners_mean > winners(gain, noise, **FEW).winners_mean > gain
    assert (
        winners(gain, noise, units=400, chosen=5).winners_mean > winners(gain, noise, units=400, chosen=50).winners_mean
    )


@given(GAINS, NOISES)
def test_if_all_are_chosen_there_is_no_selection(gain, noise):
    assert winners(gain, noise, units=50, chosen=50).winners_mean == pytest.approx(gain, abs=1e-6)


def expected_winners_mean(gain, noise, chosen):
    """Return the mean of the tail of a normal distribution, without drawing (inverse Mills ratio)."""
    share = chosen / 30_000
    return gain + noise * norm.pdf(norm.isf(share)) / share


def test_a_true_gain_of_5_and_noise_of_6_3_show_as_22_35_among_230_of_30000():
    assert expected_winners_mean(5, 6.3, 230) == pytest.approx(22.35, abs=0.005)
    assert winners(5, 6.3).winners_mean == pytest.approx(22.35, abs=0.005)


@pytest.mark.parametrize("seed", [1, 2, 2025])
@pytest.mark.parametrize(("gain", "noise", "chosen"), [(5, 6.3, 230), (0, 10, 30), (12, 3, 3000)])
def test_the_drawn_winners_agree_with_the_formula(gain, noise, chosen, seed):
    drawn = winners(gain, noise, chosen=chosen, seed=seed).winners_mean
    assert drawn == pytest.approx(expected_winners_mean(gain, noise, chosen), abs=0.01 * noise)


@pytest.mark.parametrize("seed", range(6))
def test_measured_again_the_same_winners_fall_back_to_the_true_gain(seed):
    result = winners(5, 6.3, seed=seed)
    # The mean of 230 second measurements has a standard error of 6.3 / √230 = 0.42.
    assert result.again_mean == pytest.approx(5, abs=4 * 6.3 / 230**0.5)
    assert result.winners_mean - result.again_mean > 15


def test_without_noise_winners_are_like_everyone():
    result = winners(5, 0)
    assert result.winners_mean == result.everyone_mean == result.again_mean == 5


def test_the_same_seed_gives_the_same_draw_and_another_seed_another():
    one, same, other = winners(5, 6, seed=1), winners(5, 6, seed=1), winners(5, 6, seed=2)
    np.testing.assert_array_equal(one.gains, same.gains)
    np.testing.assert_array_equal(one.chosen, same.chosen)
    assert one.again_mean == same.again_mean
    assert not np.array_equal(one.gains, other.gains)
    assert one.again_mean != other.again_mean


def test_a_slider_for_noise_only_stretches_the_same_units():
    calm, loud = winners(5, 2), winners(5, 8)
    np.testing.assert_allclose((loud.gains - 5) / 8, (calm.gains - 5) / 2)
    np.testing.assert_array_equal(calm.chosen, loud.chosen)


def test_negative_noise_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="noise is -1; it must be 0 or more"):
        winners(5, -1)


@pytest.mark.parametrize(
    ("chosen", "words"), [(0, "chosen is 0; it must be a whole"), (-3, "chosen is -3"), (11, "11 winners of 10")]
)
def test_an_impossible_number_of_winners_is_refused_with_a_sentence(chosen, words):
    with pytest.raises(ValueError, match=words):
        winners(5, 6, units=10, chosen=chosen)


def test_the_interval_of_a_difference_takes_each_group_by_itself_while_z_pools_them():
    # By hand: √(0.6 · 0.4 / 100 + 0.2 · 0.8 / 100) = 0.0632; pooled, √(0.4 · 0.6 · 2 / 100) = 0.0693.
    result = two_proportion_test(60, 100, 20, 100)
    assert (result.difference_low, result.difference_high) == pytest.approx((276.04, 523.96), abs=0.01)
    assert result.z == pytest.approx(0.4 / 0.069282, rel=1e-5)
