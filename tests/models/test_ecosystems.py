"""Ecosystems: concentration, ratings, standards."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import adopt, concentration, connectors, preference, votes_needed

# Concentration: between many equal sellers and one.

WEIGHTS = st.lists(st.integers(1, 1000), min_size=1, max_size=30)


def test_the_example_of_the_merger_guidelines_comes_out():
    assert concentration([30, 30, 20, 20]).hhi == pytest.approx(2600)


@given(WEIGHTS)
def test_the_index_lies_between_equal_sellers_and_one_seller(weights):
    found = concentration(weights, rescale=True)
    assert 10_000 / len(weights) - 1e-6 <= found.hhi <= 10_000 + 1e-6
    assert 1 - 1e-9 <= found.equal_sellers <= len(weights) + 1e-9


@given(st.integers(1, 50))
def test_equal_sellers_are_counted(sellers):
    assert concentration([100 / sellers] * sellers).equal_sellers == pytest.approx(sellers)


@given(WEIGHTS)
def test_a_merger_never_lowers_the_index(weights):
    merged = [sum(weights[:2]), *weights[2:]]
    assert concentration(merged, rescale=True).hhi >= concentration(weights, rescale=True).hhi - 1e-6


@given(WEIGHTS, st.integers(1, 9))
def test_rescaling_forgets_the_unit_of_the_shares(weights, factor):
    assert concentration([factor * w for w in weights], rescale=True).hhi == pytest.approx(
        concentration(weights, rescale=True).hhi
    )


@pytest.mark.parametrize("shares", [[], [0, 0], [50, -1], [float("nan"), 3]])
def test_shares_that_are_none_are_refused_with_a_sentence(shares):
    with pytest.raises(ValueError, match=r"it must be 0 or more|no share above 0"):
        concentration(shares)


def test_shares_that_hold_each_other_are_refused_with_a_way_out():
    with pytest.raises(ValueError, match=r"add to 160\.0 percent.*leave out groups"):
        concentration([80, 80])


def test_the_same_weeks_are_a_wide_market_by_tokens_and_a_narrow_one_by_dollars():
    weeks = load("market_shares").query("market == 'model calls on OpenRouter'")
    tokens, dollars = (weeks[weeks.metric == m].share_percent for m in ("tokens", "spend at list price"))
    assert len(tokens) == len(dollars) == 11
    assert concentration(tokens).hhi == pytest.approx(945, abs=1)
    assert concentration(tokens, rescale=True).hhi == pytest.approx(1193, abs=1)
    assert concentration(dollars, rescale=True).hhi == pytest.approx(2913, abs=1)


# Ratings: points as a chance.

GAPS = st.floats(-2000, 2000)


@pytest.mark.parametrize(("gap", "chance"), [(0, 0.50), (100, 0.64), (200, 0.76), (300, 0.85), (400, 0.91)])
def test_elos_own_table_comes_out(gap, chance):
    assert preference(gap) == pytest.approx(chance, abs=0.005)


def test_400_points_are_odds_of_ten_to_one():
    assert preference(400) / preference(-400) == pytest.approx(10)


@given(GAPS)
def test_the_chances_of_both_sides_add_to_one(gap):
    assert preference(gap) + preference(-gap) == pytest.approx(1)


@given(GAPS, st.floats(0.1, 500))
def test_a_wider_gap_is_a_higher_chance(gap, more):
    assert preference(gap + more) >= preference(gap)


@pytest.mark.parametrize(("gap", "hundred"), [(356, 89), (103, 64), (39, 56), (5, 51)])
def test_the_gaps_of_the_arena_as_chances(gap, hundred):
    assert round(100 * preference(gap)) == hundred


@given(st.floats(1, 1000), st.floats(1.1, 3))
def test_a_smaller_gap_takes_more_votes(gap, factor):
    assert votes_needed(gap / factor) >= votes_needed(gap)


def test_no_votes_show_a_gap_of_nothing():
    with pytest.raises(ValueError, match="no number of votes"):
        votes_needed(0)


# Standards: connectors, and who joins whom.

COUNTS = st.integers(0, 500)
WORTH = st.floats(0, 20)
LEADS = st.floats(0.26, 0.95)
CROSSING = st.floats(0, 1)


def test_five_programs_and_ten_tools():
    assert (connectors(5, 10), connectors(5, 10, 1), connectors(5, 10, 2)) == (50, 15, 30)


@given(COUNTS, COUNTS)
def test_from_two_of_each_up_one_standard_never_needs_more(programs, tools):
    if min(programs, tools) >= 2:
        assert connectors(programs, tools, 1) <= connectors(programs, tools)


@given(st.integers(1, 100), st.integers(1, 100), st.integers(1, 20))
def test_standards_stop_saving_where_their_number_reaches_the_harmonic_half(programs, tools, standards):
    saves = connectors(programs, tools, standards) < connectors(programs, tools)
    assert saves == (standards < programs * tools / (programs + tools))


def test_nothing_is_counted_below_zero():
    with pytest.raises(ValueError, match="programs is -1; it must be a whole number from 0 up"):
        connectors(-1, 2)


@given(WORTH, WORTH, WORTH, CROSSING, LEADS)
def test_shares_are_shares_and_the_leader_never_loses(fit, network, switching, gateway, leader):
    shares = adopt(fit, network, switching, gateway=gateway, leader=leader).shares
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    assert (shares >= -1e-12).all() and (np.diff(shares[:, 0]) >= -1e-12).all()


@given(WORTH, WORTH, WORTH, LEADS)
def test_dearer_moves_never_help_the_leader(fit, network, switching, leader):
    cheap, dear = (adopt(fit, network, s, leader=leader).shares[-1, 0] for s in (switching, switching + 1))
    assert dear <= cheap + 1e-9


@given(
    st.floats(0, 20).map(lambda x: round(x, 2)),
    st.floats(0, 20).map(lambda x: round(x, 2)),
    st.sampled_from([0, 0.25, 0.5, 0.75, 1]),
    st.integers(2, 8),
)
def test_with_equal_systems_many_are_better_than_one_exactly_if_fit_beats_the_network(fit, network, gateway, kinds):
    if abs(fit - network * (1 - gateway)) > 1e-6:
        assert adopt(fit, network, 0, gateway=gateway, leader=1 / kinds, kinds=kinds).useful == (
            fit > network * (1 - gateway)
        )


@given(WORTH, WORTH, WORTH, LEADS)
def test_with_a_perfect_gateway_nobody_moves(fit, network, switching, leader):
    outcome = adopt(fit, network, switching, gateway=1, leader=leader)
    assert outcome.shares[-1, 0] == pytest.approx(leader) and outcome.moving == 0


@given(WORTH, WORTH, LEADS)
def test_where_several_are_useful_several_last(fit, network, leader):
    outcome = adopt(fit, network, 0, leader=leader)
    assert outcome.lasts or not outcome.useful or leader >= 0.95


def test_the_four_ends_that_the_lesson_shows():
    assert not adopt(2, 10, 3, leader=0.55).lasts  # one wins
    stuck = adopt(2, 10, 9, leader=0.55)
    assert stuck.lasts and not stuck.useful  # the price of moving keeps several, to everyone's loss
    assert adopt(14, 10, 3, leader=0.4).useful  # needs differ: several are better
    assert adopt(8, 10, 3, leader=0.4, gateway=0.5).useful  # so they are with a gateway


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"fit": -1}, "fit is -1; it must be 0 or more"),
        ({"gateway": 2}, "gateway is 2; a share lies between 0 and 1"),
        ({"leader": 0.1}, "leader is 0.1; with 4 systems it must be from 0.25"),
        ({"kinds": 1}, "kinds is 1; it must be a whole number from 2 up"),
    ],
)
def test_impossible_worlds_are_refused_with_a_sentence(options, words):
    with pytest.raises(ValueError, match=words):
        adopt(**{"fit": 1, "network": 10, "switching": 1} | options)


def test_those_who_moved_are_those_for_whom_it_was_cheapest_and_their_costs_are_added():
    outcome = adopt(fit=2, network=10, switching=9, leader=0.55)
    moved = (outcome.shares[-1, 0] - 0.55) / 0.45
    costs = np.linspace(0, 18, 100_001)
    assert 0.05 < moved < 0.95
    assert outcome.moving == pytest.approx(0.45 * costs[costs <= 18 * moved].sum() / costs.size, rel=1e-3)


def test_each_period_one_in_ten_of_those_who_would_gain_gets_round_to_it():
    first_steps = adopt(fit=0, network=10, switching=0, leader=0.4, periods=2).shares[:, 0]
    assert first_steps == pytest.approx([0.4, 0.46, 0.4 + 0.6 * 0.19])
