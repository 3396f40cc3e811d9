"""A voucher: a share of a bill, up to a cap."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import firms_served, price_paid

MONEY = st.floats(0, 1e6)
SHARES = st.floats(0, 1)


@given(MONEY, SHARES, MONEY)
def test_the_city_never_pays_more_than_its_share_nor_more_than_its_cap(bill, share, cap):
    repaid = bill - price_paid(bill, share, cap)
    assert -1e-6 <= repaid <= min(share * bill, cap) + 1e-6


@given(MONEY, MONEY, SHARES, MONEY)
def test_a_larger_bill_is_never_cheaper(bill, more, share, cap):
    assert price_paid(bill + more, share, cap) >= price_paid(bill, share, cap) - 1e-6


@given(st.floats(1, 1e6), SHARES)
def test_without_a_cap_every_bill_shrinks_by_the_same_share(bill, share):
    assert price_paid(bill, share, inf) / bill == pytest.approx(1 - share)


@given(st.floats(0, 1e5), st.floats(1, 1e3))
def test_the_firms_served_fit_into_the_budget_and_one_more_does_not(budget, cap):
    firms = firms_served(budget, cap)
    assert firms * cap <= budget + 1e-6 and (firms + 1) * cap > budget - 1e-6


def test_the_budgets_of_two_cities_serve_31_and_50_firms_at_the_cap():
    rules = load("compute_vouchers").set_index("place")
    assert [firms_served(rules.budget[city], rules.cap[city]) for city in ("Hangzhou", "Zhuhai")] == [31, 50]


def test_what_cannot_be_is_refused_in_one_sentence():
    for wrong, words in [((-1, 0.3), "below 0"), ((1, 30), "divide percent by 100"), ((1, 0.3, -1), "below 0")]:
        with pytest.raises(ValueError, match=words):
            price_paid(*wrong)
    with pytest.raises(ValueError, match="the cap above 0"):
        firms_served(100, 0)
