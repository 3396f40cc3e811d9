"""Costs and savings: a machine, a parcel, a faster task, a voucher."""

from math import inf, isinf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import ParcelCost, overall_speedup, parcel_carbon, parcel_cost, payback, price_paid, share_needed

# The payback model: a price divided by what is saved in a year.

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
    # A seller's calculator (Robomercato): a system of 150,000 dollars replaces two workers in each of two shifts at
    # 40,000 dollars; two operators at 35,000 and 600 of power stay. It prints a saving of 89,400 a year and 1.68 years,
    # 20.1 months.
    result = payback(150_000, 2 * 40_000, productivity=1, hours=16, life=10, upkeep=2 * 35_000 + 600)
    assert result.saving == 89_400
    assert round(result.years, 2) == 1.68 and round(12 * result.years, 1) == 20.1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"productivity": -0.1}, "productivity is -0.1; it must be 0 or more"),
        ({"hours": 25}, "a day has 24"),
        ({"life": 0}, "above 0"),
        ({"shift": 0}, "above 0"),
        ({"upkeep": -1}, "upkeep is -1; it must be 0 or more"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(options, words):
    with pytest.raises(ValueError, match=words):
        payback(100, 100, **({"productivity": 1, "hours": 8, "life": 5} | options))


# The parcel model: a person shared by drones, and a grid behind the plug.

MONEY_PARCEL, DRONES = st.floats(0.01, 1000), st.floats(1, 200)


@given(MONEY_PARCEL, MONEY_PARCEL, st.integers(1, 50), st.integers(51, 200))
def test_two_points_give_the_two_parts_back(person, other, few, many):
    found = parcel_cost((few, many), tuple(ParcelCost(person, other).cost(n) for n in (few, many)))
    assert found.person == pytest.approx(person, rel=1e-3, abs=1e-6) and found.other == pytest.approx(
        other, rel=1e-3, abs=1e-4
    )


@given(MONEY_PARCEL, MONEY_PARCEL, DRONES, st.floats(1.01, 10))
def test_more_drones_a_person_cost_less_but_never_less_than_the_rest(person, other, drones, more):
    cost = ParcelCost(person, other)
    assert other <= cost.cost(drones * more) <= cost.cost(drones)


@given(MONEY_PARCEL, MONEY_PARCEL, st.floats(1.001, 100))
def test_at_break_even_both_cost_the_same_unless_one_drone_is_enough(person, other, times):
    cost, rival = ParcelCost(person, other), other * times
    drones = cost.break_even(rival)
    assert cost.cost(drones) == pytest.approx(rival) if drones > 1 else cost.cost(1) <= rival * (1 + 1e-9)
    assert isinf(cost.break_even(other))
    assert cost.break_even(2 * (person + other)) == 1  # nobody watches less than one drone


def test_the_published_case_breaks_even_at_seventeen_point_two_drones():
    # One operator a drone 13.50, one for twenty 1.80, a van with a hundred parcels 1.90 dollars (McKinsey, 2023).
    cost = parcel_cost((1, 20), (13.50, 1.80))
    assert (round(cost.person, 2), round(cost.other, 2), round(cost.break_even(1.90), 1)) == (12.32, 1.18, 17.2)
    assert cost.cost(17) > 1.90 > cost.cost(18)


@given(st.floats(0, 1000), st.floats(0, 2000), st.floats(0, 500))
def test_carbon_is_in_proportion_to_the_grid_and_never_below_the_rest(energy, grid, other):
    assert parcel_carbon(energy, 2 * grid, other) - other == pytest.approx(
        2 * (parcel_carbon(energy, grid, other) - other), abs=1e-6
    )
    assert parcel_carbon(energy, 0, other) == other


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: parcel_cost((1, 1), (2, 1)), "two different"),
        (lambda: parcel_cost((0.5, 2), (2, 1)), "at least 1"),
        (lambda: parcel_cost((1, 20), (1, 2)), "part negative"),
        (lambda: ParcelCost(1, 1).cost(0), "at least 1"),
        (lambda: parcel_carbon(-1, 1), "energy_wh is -1; it must be 0 or more"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_parcel(make, words):
    with pytest.raises(ValueError, match=words):
        make()


# Amdahl's law: bounds, limits, and the examples of the textbook.

SHARES, SPEEDUPS = st.floats(0, 1), st.floats(1, 1e6)


@given(SHARES, SPEEDUPS)
def test_the_whole_gains_at_most_what_the_task_gains_and_at_most_what_the_rest_allows(share, speedup):
    whole = overall_speedup(share, speedup)
    assert 1 - 1e-12 <= whole <= speedup * (1 + 1e-9)
    if share < 1:
        assert whole <= 1 / (1 - share) * (1 + 1e-9)


@given(SHARES, SHARES, SPEEDUPS)
def test_a_larger_share_never_makes_the_whole_slower(one, other, speedup):
    low, high = sorted([one, other])
    assert overall_speedup(low, speedup) <= overall_speedup(high, speedup) * (1 + 1e-12)


@given(SHARES, SPEEDUPS)
def test_time_is_conserved(share, speedup):
    # An independent way: an 8-hour day, minute by minute.
    minutes = (1 - share) * 480 + share * 480 / speedup
    assert overall_speedup(share, speedup) == pytest.approx(480 / minutes)


def test_the_limits_are_those_of_common_sense():
    assert overall_speedup(0, 50) == 1
    assert overall_speedup(1, 50) == 50
    assert overall_speedup(0.5, np.inf) == 2
    assert overall_speedup(0.3, 1) == 1
    assert overall_speedup(0.5, 0.5) == pytest.approx(2 / 3)  # a slower task slows the whole


@pytest.mark.parametrize(("share", "speedup", "whole"), [(0.4, 10, 1.56), (0.2, 10, 1.22), (0.5, 1.6, 1.23)])
def test_the_examples_of_hennessy_and_patterson_are_reproduced(share, speedup, whole):
    # J. L. Hennessy and D. A. Patterson, Computer Architecture: A Quantitative Approach, section on Amdahl's law.
    assert round(float(overall_speedup(share, speedup)), 2) == whole


@given(st.floats(1, 20), st.floats(1.01, 1e4))
def test_the_share_needed_is_the_one_that_gives_the_whole(overall, speedup):
    if overall <= speedup:
        assert overall_speedup(share_needed(overall, speedup), speedup) == pytest.approx(overall, rel=1e-6)


def test_ten_times_faster_on_under_a_fifth_of_the_work_is_a_fifth_more_in_all():
    assert share_needed(1.2, 10) == pytest.approx(0.185, abs=0.0005)
    assert overall_speedup(0.185, 10) == pytest.approx(1.20, abs=0.005)


def test_arrays_are_answered_by_arrays():
    np.testing.assert_allclose(overall_speedup([0, 0.5, 1], 2), [1, 4 / 3, 2])


@pytest.mark.parametrize("share", [-0.1, 1.1, 20])
def test_a_share_in_per_cent_is_refused_with_a_sentence(share):
    with pytest.raises(ValueError, match="divide percent by 100"):
        overall_speedup(share, 2)


@pytest.mark.parametrize("speedup", [0, -3])
def test_a_speed_up_of_nothing_is_refused(speedup):
    with pytest.raises(ValueError, match="above 0"):
        overall_speedup(0.5, speedup)


@pytest.mark.parametrize(("overall", "speedup"), [(3, 2), (0.5, 2), (1, 1)])
def test_what_no_share_can_bring_is_refused(overall, speedup):
    with pytest.raises(ValueError, match="No share is enough"):
        share_needed(overall, speedup)


# A voucher: a share of a bill, up to a cap.

MONEY_VOUCHER = st.floats(0, 1e6)
SHARES_VOUCHER = st.floats(0, 1)


@given(MONEY_VOUCHER, SHARES_VOUCHER, MONEY_VOUCHER)
def test_the_city_never_pays_more_than_its_share_nor_more_than_its_cap(bill, share, cap):
    repaid = bill - price_paid(bill, share, cap)
    assert -1e-6 <= repaid <= min(share * bill, cap) + 1e-6


@given(MONEY_VOUCHER, MONEY_VOUCHER, SHARES_VOUCHER, MONEY_VOUCHER)
def test_a_larger_bill_is_never_cheaper(bill, more, share, cap):
    assert price_paid(bill + more, share, cap) >= price_paid(bill, share, cap) - 1e-6


@given(st.floats(1, 1e6), SHARES_VOUCHER)
def test_without_a_cap_every_bill_shrinks_by_the_same_share(bill, share):
    assert price_paid(bill, share, inf) / bill == pytest.approx(1 - share)


def test_what_cannot_be_is_refused_in_one_sentence():
    for wrong, words in [
        ((-1, 0.3), "bill is -1"),
        ((1, 30), "divide percent by 100"),
        ((1, 0.3, -1), "cap is -1"),
    ]:
        with pytest.raises(ValueError, match=words):
            price_paid(*wrong)
