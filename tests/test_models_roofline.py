"""The roofline: arithmetic or memory, whichever is less."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import attainable, ridge

POSITIVE = st.floats(1e-3, 1e6)


@given(POSITIVE, POSITIVE, POSITIVE)
def test_no_chip_is_faster_than_its_arithmetic_or_its_memory(peak, bandwidth, intensity):
    speed = attainable(peak, bandwidth, intensity)
    assert speed <= peak and speed <= bandwidth * intensity
    assert speed in (peak, bandwidth * intensity)


@given(POSITIVE, POSITIVE)
def test_the_roof_bends_at_the_ridge(peak, bandwidth):
    corner = ridge(peak, bandwidth)
    assert attainable(peak, bandwidth, corner / 2) == pytest.approx(peak / 2)
    assert attainable(peak, bandwidth, 2 * corner) == peak


def test_the_chip_of_the_papers_first_figure_comes_out():
    # Opteron X2: 17.6 GFlop/s and 15 GB/s; at 16 operations a byte it is at its peak, at 1/4 at 3.75.
    assert ridge(17.6, 15) == pytest.approx(1.17, abs=0.01)
    assert list(attainable(17.6, 15, np.array([0.25, 16]))) == [3.75, 17.6]


@pytest.mark.parametrize("numbers", [(0, 1, 1), (1, -1, 1), (1, 1, 0)])
def test_a_chip_without_speed_is_refused_with_a_sentence(numbers):
    with pytest.raises(ValueError, match="must be above 0"):
        attainable(*numbers)


def test_a_ridge_needs_a_memory():
    with pytest.raises(ValueError, match="must be above 0"):
        ridge(1, 0)


def test_the_h20_answers_faster_and_trains_slower_than_the_h100():
    chips = load("ai_chips").set_index("chip")[["tflops", "bandwidth_gb_s"]]
    h20, h100 = chips.loc["NVIDIA H20"], chips.loc["NVIDIA H100 SXM5 80GB"]
    assert round(100 * h20.tflops / h100.tflops) == 15 and round(100 * h20.bandwidth_gb_s / h100.bandwidth_gb_s) == 119
    speed = {n: [attainable(c.tflops, c.bandwidth_gb_s / 1000, n) for c in (h20, h100)] for n in (8, 1024)}
    assert speed[8][0] > speed[8][1] and speed[1024][1] / speed[1024][0] == pytest.approx(6.7, abs=0.05)
