"""Concentration: between many equal sellers and one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import concentration

WEIGHTS = st.lists(st.integers(1, 1000), min_size=1, max_size=30)


def test_the_example_of_the_merger_guidelines_comes_out():
    assert concentration([30, 30, 20, 20]).index == pytest.approx(2600)


@given(WEIGHTS)
def test_the_index_lies_between_equal_sellers_and_one_seller(weights):
    found = concentration(weights, rescale=True)
    assert 10_000 / len(weights) - 1e-6 <= found.index <= 10_000 + 1e-6
    assert 1 - 1e-9 <= found.equal_sellers <= len(weights) + 1e-9


@given(st.integers(1, 50))
def test_equal_sellers_are_counted(sellers):
    assert concentration([100 / sellers] * sellers).equal_sellers == pytest.approx(sellers)


@given(WEIGHTS)
def test_a_merger_never_lowers_the_index(weights):
    merged = [sum(weights[:2]), *weights[2:]]
    assert concentration(merged, rescale=True).index >= concentration(weights, rescale=True).index - 1e-6


@given(WEIGHTS, st.integers(1, 9))
def test_rescaling_forgets_the_unit_of_the_shares(weights, factor):
    assert concentration([factor * w for w in weights], rescale=True).index == pytest.approx(
        concentration(weights, rescale=True).index
    )


@pytest.mark.parametrize("shares", [[], [0, 0], [50, -1], [float("nan"), 3]])
def test_shares_that_are_none_are_refused_with_a_sentence(shares):
    with pytest.raises(ValueError, match="numbers from 0 up, without gaps"):
        concentration(shares)


def test_shares_that_hold_each_other_are_refused_with_a_way_out():
    with pytest.raises(ValueError, match="add to 160.0 percent.*leave out groups"):
        concentration([80, 80])


def test_the_same_weeks_are_a_wide_market_by_tokens_and_a_narrow_one_by_dollars():
    weeks = load("market_shares").query("market == 'model calls on OpenRouter'")
    tokens, dollars = (weeks[weeks.metric == m].share_percent for m in ("tokens", "spend at list price"))
    assert len(tokens) == len(dollars) == 11
    assert concentration(tokens).index == pytest.approx(945, abs=1)
    assert concentration(tokens, rescale=True).index == pytest.approx(1193, abs=1)
    assert concentration(dollars, rescale=True).index == pytest.approx(2913, abs=1)
