"""The payback model: a price divided by what is saved in a year."""

from math import isinf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import payback

MONEY, SHARE, HOURS, LIFE = st.floats(1, 1e6), st.floats(0.01, 2), st.floats(0.5, 24), st.floats(0.5, 30)


@given(MONEY, MONEY, SHARE, HOURS, LIFE)
def test_a_machine_that_lives_as_long_as_its_payback_leaves_nothing(price, wage, share, hours, life):
    result = payback(price, wage, productivity=share, hours=hours, life=life)
    even = payback(price, wage, productivity=share, hours=hours, life=result.years)
    assert even.left == pytest.approx(0, abs=1e-6 * price)
    assert (result.left > 0) == (result.years < life) or result.left == pytest.approx(0, abs=1e-6 * price)


@given(MONEY, MONEY, SHARE, HOURS, st.floats(1.01, 3))
def test_a_dearer_machine_or_a_lower_wage_takes_longer(price, wage, share, hours, more):
    base = payback(price, wage, productivity=share, hours=hours, life=5).years
    assert payback(price * more, wage, productivity=share, hours=hours, life=5).years > base
    assert payback(price, wage / more, productivity=share, hours=hours, life=5).years > base


@given(MONEY, MONEY, st.floats(0.01, 1), st.floats(0.5, 12))
def test_half_as_productive_for_twice_as_long_is_the_same(price, wage, share, hours):
    a = payback(price, wage, productivity=share, hours=hours, life=5)
    b = payback(price, wage, productivity=share / 2, hours=hours * 2, life=5)
    assert a.years == pytest.approx(b.years)


@given(MONEY, MONEY, SHARE, HOURS)
def test_what_eats_its_saving_never_pays_back(price, wage, share, hours):
    saving = payback(price, wage, productivity=share, hours=hours, life=5).saving
    assert isinf(payback(price, wage, productivity=share, hours=hours, life=5, upkeep=saving * 1.001).years)


def test_a_published_calculation_is_reproduced():
    # A seller's calculator: a system of 150,000 dollars replaces two workers in each of two shifts at 40,000 dollars; two
    # operators at 35,000 and 600 of power stay. It prints a saving of 89,400 a year and 1.68 years, 20.1 months (Robomercato).
    result = payback(150_000, 2 * 40_000, productivity=1, hours=16, life=10, upkeep=2 * 35_000 + 600)
    assert result.saving == 89_400
    assert round(result.years, 2) == 1.68 and round(12 * result.years, 1) == 20.1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"productivity": -0.1}, "not be negative"),
        ({"hours": 25}, "a day has 24"),
        ({"life": 0}, "above 0"),
        ({"shift": 0}, "above 0"),
        ({"upkeep": -1}, "not be negative"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(options, words):
    with pytest.raises(ValueError, match=words):
        payback(100, 100, **({"productivity": 1, "hours": 8, "life": 5} | options))
