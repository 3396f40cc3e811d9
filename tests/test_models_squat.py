"""The squat model: torque is force times lever arm, shared by the legs that stand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import squat

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
        ((30, 0.3, 100), {"load_kg": -1}, "not below 0"),
        ((30, 0.3, 100), {"legs": 0}, "at least one whole leg"),
        ((30, 0.3, 100), {"legs": 1.5}, "at least one whole leg"),
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
