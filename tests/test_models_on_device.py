"""A model on a device: its size, and the speed that memory allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import model_size, writing_speed

POSITIVE = st.floats(0.01, 1e4)


@given(POSITIVE, POSITIVE)
def test_half_the_bits_make_half_the_file_and_twice_the_speed(parameters, bits):
    whole, half = model_size(parameters, bits), model_size(parameters, bits / 2)
    assert half == pytest.approx(whole / 2)
    assert writing_speed(100, half) == pytest.approx(2 * writing_speed(100, whole))


def test_16_bits_give_the_published_file_and_fewer_bits_a_little_less_than_theirs():
    runs = load("on_device_speeds")
    sizes = model_size(runs["parameters_billion"], runs["bits"])
    exact = runs["bits"] == 16
    assert (sizes[exact] - runs["file_gb"][exact]).abs().max() < 0.01
    # Scales are stored beside the numbers, so a file is 5 to 25 % larger than the bits alone.
    assert (runs["file_gb"] / sizes)[~exact].between(1.05, 1.25).all()


def test_400_gb_a_second_and_a_file_of_3_83_gb_allow_104_tokens():
    assert round(writing_speed(400, 3.83)) == 104


def test_no_measured_speed_is_above_the_ceiling():
    runs = load("on_device_speeds")
    part = runs["tokens_per_second"] / writing_speed(runs["bandwidth_gb_s"], runs["file_gb"])
    assert part.between(0.35, 1).all()


@pytest.mark.parametrize(
    "call",
    [lambda: model_size(0, 4), lambda: model_size(7, -1), lambda: writing_speed(0, 4), lambda: writing_speed(100, 0)],
)
def test_values_that_are_not_above_0_are_refused_with_a_sentence(call):
    with pytest.raises(ValueError, match="must be above 0"):
        call()
