"""The parcel model: a person shared by drones, and a grid behind the plug."""

from math import isinf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import ParcelCost, parcel_carbon, parcel_cost

MONEY, DRONES = st.floats(0.01, 1000), st.floats(1, 200)


@given(MONEY, MONEY, st.integers(1, 50), st.integers(51, 200))
def test_two_points_give_the_two_parts_back(person, other, few, many):
    found = parcel_cost((few, many), tuple(ParcelCost(person, other).cost(n) for n in (few, many)))
    assert found.person == pytest.approx(person, rel=1e-3, abs=1e-6) and found.other == pytest.approx(
        other, rel=1e-3, abs=1e-4
    )


@given(MONEY, MONEY, DRONES, st.floats(1.01, 10))
def test_more_drones_a_person_cost_less_but_never_less_than_the_rest(person, other, drones, more):
    cost = ParcelCost(person, other)
    assert other <= cost.cost(drones * more) <= cost.cost(drones)


@given(MONEY, MONEY, st.floats(1.001, 100))
def test_at_break_even_both_cost_the_same_unless_one_drone_is_enough(person, other, times):
    cost, rival = ParcelCost(person, other), other * times
    drones = cost.break_even(rival)
    assert cost.cost(drones) == pytest.approx(rival) if drones > 1 else cost.cost(1) <= rival * (1 + 1e-9)
    assert isinf(cost.break_even(other))


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
        (lambda: parcel_carbon(-1, 1), "not be negative"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(make, words):
    with pytest.raises(ValueError, match=words):
        make()
