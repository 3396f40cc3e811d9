"""Machines: torque to squat, power to hover and fly."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import CruisePower, disk_area, fit_cruise_power, hover_power, squat

# The squat model: torque is force times lever arm, shared by the legs that stand.

MASS, THIGH, TORQUE = st.floats(1, 300), st.floats(0.1, 1), st.floats(1, 1000)


@given(MASS, THIGH, TORQUE, st.floats(0, 100), st.floats(1, 90))
def test_one_leg_carries_what_two_legs_share(mass, thigh, torque, load_kg, angle):
    two, one = (squat(mass, thigh, torque, legs=n, load_kg=load_kg, angle_deg=angle) for n in (2, 1))
    assert one.needed_nm == pytest.approx(2 * two.needed_nm)
    assert one.margin == pytest.approx(two.margin / 2)


@given(MASS, THIGH, TORQUE, st.floats(0, 50), st.floats(0.1, 50), st.floats(1, 89), st.floats(0, 1))
def test_more_load_or_a_deeper_squat_never_needs_less(mass, thigh, torque, load_kg, more, angle, deeper):
    base = squat(mass, thigh, torque, load_kg=load_kg, angle_deg=angle)
    assert squat(mass, thigh, torque, load_kg=load_kg + more, angle_deg=angle).needed_nm > base.needed_nm
    assert squat(mass, thigh, torque, load_kg=load_kg, angle_deg=angle + deeper).needed_nm >= base.needed_nm


@given(MASS, THIGH, TORQUE, st.floats(1.01, 5))
def test_a_robot_scaled_up_in_every_length_needs_the_fourth_power(mass, thigh, torque, scale):
    # Mass grows with the cube of the length, the lever arm with the length itself.
    assert squat(mass * scale**3, thigh * scale, torque).needed_nm == pytest.approx(
        scale**4 * squat(mass, thigh, torque).needed_nm
    )


@given(MASS, THIGH, TORQUE)
def test_what_stands_upright_needs_no_torque(mass, thigh, torque):
    assert squat(mass, thigh, torque, angle_deg=0).needed_nm == pytest.approx(0)
    assert np.isinf(squat(mass, thigh, torque, angle_deg=0).margin)


def test_a_kilogram_on_a_lever_of_a_metre_needs_nine_point_eight_one_newton_metres():
    assert squat(1, 1, 9.81, legs=1) == (9.81, 1.0)


@pytest.mark.parametrize(
    ("values", "options", "words"),
    [
        ((0, 0.3, 100), {}, "above 0"),
        ((30, -0.3, 100), {}, "above 0"),
        ((30, 0.3, 100), {"load_kg": -1}, "load_kg is -1; it must be 0 or more"),
        ((30, 0.3, 100), {"legs": 0}, "it must be a whole number from 1 up"),
        ((30, 0.3, 100), {"legs": 1.5}, "it must be a whole number from 1 up"),
        ((30, 0.3, 100), {"angle_deg": 91}, "between 0"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(values, options, words):
    with pytest.raises(ValueError, match=words):
        squat(*values, **options)


def test_of_23_humanoid_models_all_hold_on_two_legs_and_16_on_one():
    robots = load("robot_models").query("robot_type == 'humanoid'").set_index("robot")
    two, one = (squat(robots["mass_kg"], robots["thigh_m"], robots["knee_torque_nm"], legs=n).margin for n in (2, 1))
    assert (len(robots), (two > 1).sum(), (one > 1).sum()) == (23, 23, 16)
    weak = {robots.index[i]: round(float(one[i]), 2) for i in np.flatnonzero(one < 1)}
    assert weak == {
        "Unitree R1": 0.73,
        "Unitree R1 Air": 0.79,
        "Booster T1": 0.82,
        "Fourier GR-1 T2": 0.7,
        "PAL TALOS v2": 0.86,
        "NASA Valkyrie": 0.61,
        "Berkeley Humanoid": 0.82,
    }


# The rotor model: power to hover and to fly, against measured aircraft.

MASS_ROTOR, AREA = st.floats(0.1, 5000), st.floats(0.01, 200)


@given(MASS_ROTOR, AREA, st.floats(1.01, 10))
def test_twice_the_area_saves_the_square_root_and_mass_costs_the_power_of_one_and_a_half(mass, area, factor):
    base = hover_power(mass, area)
    assert hover_power(mass, area * factor) == pytest.approx(base / factor**0.5)
    assert hover_power(mass * factor, area) == pytest.approx(base * factor**1.5)


@given(MASS_ROTOR, AREA, st.floats(0.05, 1))
def test_a_real_machine_never_needs_less_than_the_ideal_one(mass, area, efficiency):
    assert hover_power(mass, area, efficiency=efficiency) >= hover_power(mass, area)


@given(MASS_ROTOR, AREA)
def test_the_least_power_to_stay_up_falls_with_speed_from_that_of_hovering(mass, area):
    lift = CruisePower(mass, area, 1.0, 0.0, 0.0).power(np.linspace(0, 40, 30))
    assert lift[0] == pytest.approx(hover_power(mass, area))
    assert (np.diff(lift) <= 1e-9 * lift[0]).all() and (lift > 0).all()


@given(MASS_ROTOR, AREA, st.floats(0.5, 4), st.floats(0, 500), st.floats(0.001, 2))
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
    with pytest.raises(ValueError, match=r"rotors is 0; it must be a whole|diameter_m is 0"):
        disk_area(rotors, diameter)


@pytest.mark.parametrize(
    ("values", "options", "words"),
    [
        ((-1, 1), {}, "mass_kg is -1; it must be 0 or more"),
        ((1, 0), {}, "above 0"),
        ((1, 1), {"efficiency": 54}, "efficiency is 54; a share lies between 0 and 1"),
        ((1, 1), {"efficiency": 0}, "efficiency is 0; it must be above 0"),
    ],
)
def test_a_hover_that_cannot_be_is_refused_with_a_sentence(values, options, words):
    with pytest.raises(ValueError, match=words):
        hover_power(*values, **options)


@pytest.mark.parametrize(("speed", "words"), [([1, 2], "at least 3 different points"), ([-1, 2, 3], "speed is -1")])
def test_a_fit_that_cannot_be_is_refused_with_a_sentence(speed, words):
    with pytest.raises(ValueError, match=words):
        fit_cruise_power(speed, [1.0] * len(speed), 1.3, 0.2)
