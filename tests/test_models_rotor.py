"""The rotor model: power to hover and to fly, against measured aircraft."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import CruisePower, disk_area, fit_cruise_power, hover_power

MASS, AREA = st.floats(0.1, 5000), st.floats(0.01, 200)


@given(MASS, AREA, st.floats(1.01, 10))
def test_twice_the_area_saves_the_square_root_and_mass_costs_the_power_of_one_and_a_half(mass, area, factor):
    base = hover_power(mass, area)
    assert hover_power(mass, area * factor) == pytest.approx(base / factor**0.5)
    assert hover_power(mass * factor, area) == pytest.approx(base * factor**1.5)


@given(MASS, AREA, st.floats(0.05, 1))
def test_a_real_machine_never_needs_less_than_the_ideal_one(mass, area, efficiency):
    assert hover_power(mass, area, efficiency=efficiency) >= hover_power(mass, area)


@given(MASS, AREA)
def test_the_least_power_to_stay_up_falls_with_speed_from_that_of_hovering(mass, area):
    lift = CruisePower(mass, area, 1.0, 0.0, 0.0).power(np.linspace(0, 40, 30))
    assert lift[0] == pytest.approx(hover_power(mass, area))
    assert (np.diff(lift) <= 1e-9 * lift[0]).all() and (lift > 0).all()


@given(MASS, AREA, st.floats(0.5, 4), st.floats(0, 500), st.floats(0.001, 2))
def test_the_parts_add_up_and_a_fit_finds_them_again(mass, area, induced, constant, drag):
    exact = CruisePower(mass, area, induced, constant, drag)
    speeds = np.linspace(0, 30, 25)
    assert sum(exact.parts(speeds).values()) == pytest.approx(exact.power(speeds))
    assert fit_cruise_power(speeds, exact.power(speeds), mass, area).power(speeds) == pytest.approx(
        exact.power(speeds), rel=1e-5
    )


def test_a_known_spraying_drone_turns_54_to_57_per_cent_of_its_battery_into_lift():
    # Its maker prints 7 minutes full at 90 kg and 18 minutes empty at 50 kg, on a pack of 30 Ah at a nominal 50 V.
    area, pack_wh = disk_area(4, 1.3716), 30 * 50
    full, empty = (hover_power(mass, area) / (pack_wh * 60 / minutes) for mass, minutes in [(90, 7), (50, 18)])
    assert (round(100 * full, 1), round(100 * empty, 1)) == (53.6, 57.1)


@pytest.mark.parametrize("aircraft", ["Di Franco and Buttazzo 2016", "Stolaroff et al. 2018"])
def test_the_measured_curves_are_met_within_a_tenth(aircraft):
    flight = load("drone_power").query("study == @aircraft and x_measure == 'speed'")
    fit = fit_cruise_power(flight["x"], flight["y"], 1.3, disk_area(4, 0.254))
    assert np.abs(fit.power(flight["x"]) / flight["y"] - 1).median() < 0.05
    assert (np.abs(fit.power(flight["x"]) / flight["y"] - 1) < 0.15).all()


@pytest.mark.parametrize(("rotors", "diameter"), [(0, 1), (4, 0)])
def test_no_rotor_is_refused(rotors, diameter):
    with pytest.raises(ValueError, match="at least one rotor"):
        disk_area(rotors, diameter)


@pytest.mark.parametrize(
    ("values", "options", "words"),
    [
        ((-1, 1), {}, "not be negative"),
        ((1, 0), {}, "above 0"),
        ((1, 1), {"efficiency": 54}, "at most 1"),
        ((1, 1), {"efficiency": 0}, "at most 1"),
    ],
)
def test_a_hover_that_cannot_be_is_refused_with_a_sentence(values, options, words):
    with pytest.raises(ValueError, match=words):
        hover_power(*values, **options)


@pytest.mark.parametrize(("speed", "words"), [([1, 2], "at least three"), ([-1, 2, 3], "negative")])
def test_a_fit_that_cannot_be_is_refused_with_a_sentence(speed, words):
    with pytest.raises(ValueError, match=words):
        fit_cruise_power(speed, [1.0] * len(speed), 1.3, 0.2)
