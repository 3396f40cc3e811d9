"""Computing: training runs, rooflines, devices, and where to do which work."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kit.data import load
from kit.models import attainable, delay_ms, distance_km, training_run, transport_plan, utilisation, writing_speed

# Training runs: arithmetic, hours, dollars.

BIG = st.floats(1e6, 1e15)
SHARE = st.floats(0.01, 1)


@given(BIG, BIG, BIG, SHARE, st.floats(0, 100))
def test_the_way_back_from_hours_finds_the_utilisation(parameters, tokens, peak, share, rent):
    run = training_run(parameters, tokens, peak=peak, utilisation=share, dollars_an_hour=rent)
    assert run.flop == 6 * parameters * tokens
    assert utilisation(run.flop, run.chip_hours, peak) == pytest.approx(share)
    assert run.dollars == run.chip_hours * rent


@given(BIG, BIG, BIG, SHARE)
def test_twice_the_parameters_take_twice_the_hours(parameters, tokens, peak, share):
    once, twice = (
        training_run(n * parameters, tokens, peak=peak, utilisation=share, dollars_an_hour=1).chip_hours for n in (1, 2)
    )
    assert twice == pytest.approx(2 * once)


@pytest.mark.parametrize(("share", "words"), [(1.2, "a share lies between 0 and 1"), (0, "must be above 0")])
def test_an_impossible_utilisation_is_refused_with_a_sentence(share, words):
    with pytest.raises(ValueError, match=words):
        training_run(1e9, 1e12, peak=1e15, utilisation=share, dollars_an_hour=1)


def test_no_hours_have_no_utilisation():
    with pytest.raises(ValueError, match="must be above 0"):
        utilisation(1e24, 0, 1e15)


def published(model):
    row = load("model_training").set_index("model").loc[model]
    return row, 6 * row.active_parameters_bn * 1e9 * row.tokens_tn * 1e12


@pytest.mark.parametrize(("model", "percent"), [("DeepSeek-V3", 33.1), ("Llama 3.1 405B", 34.5)])
def test_the_published_hours_of_two_large_models_mean_about_a_third_of_the_peak(model, percent):
    row, flop = published(model)
    assert 100 * utilisation(flop, row.gpu_hours_mn * 1e6, 989.5e12) == pytest.approx(percent, abs=0.1)


def test_the_pre_training_of_deepseek_v3_reaches_34_6_percent():
    assert 100 * utilisation(published("DeepSeek-V3")[1], 2.664e6, 989.5e12) == pytest.approx(34.6, abs=0.05)


def test_hours_times_rent_is_the_5_6_million_dollars():
    row, _ = published("DeepSeek-V3")
    assert row.gpu_hours_mn * 2 == pytest.approx(row.cost_mn_usd) == 5.576


# The roofline: arithmetic or memory, whichever is less.

POSITIVE = st.floats(1e-3, 1e6)


@given(POSITIVE, POSITIVE, POSITIVE)
def test_no_chip_is_faster_than_its_arithmetic_or_its_memory(peak, bandwidth, intensity):
    speed = attainable(peak, bandwidth, intensity)
    assert speed <= peak and speed <= bandwidth * intensity
    assert speed in (peak, bandwidth * intensity)


@given(POSITIVE, POSITIVE)
def test_the_roof_bends_at_the_ridge(peak, bandwidth):
    corner = peak / bandwidth
    assert attainable(peak, bandwidth, corner / 2) == pytest.approx(peak / 2)
    assert attainable(peak, bandwidth, 2 * corner) == peak


def test_the_chip_of_the_papers_first_figure_comes_out():
    # Opteron X2: 17.6 GFlop/s and 15 GB/s; at 16 operations a byte it is at its peak, at 1/4 at 3.75.
    assert list(attainable(17.6, 15, np.array([0.25, 16]))) == [3.75, 17.6]


@pytest.mark.parametrize("numbers", [(0, 1, 1), (1, -1, 1), (1, 1, 0)])
def test_a_chip_without_speed_is_refused_with_a_sentence(numbers):
    with pytest.raises(ValueError, match="must be above 0"):
        attainable(*numbers)


def test_the_h20_answers_faster_and_trains_slower_than_the_h100():
    chips = load("ai_chips").set_index("chip")[["tflops", "bandwidth_gb_s"]]
    h20, h100 = chips.loc["NVIDIA H20"], chips.loc["NVIDIA H100 SXM5 80GB"]
    assert round(100 * h20.tflops / h100.tflops) == 15 and round(100 * h20.bandwidth_gb_s / h100.bandwidth_gb_s) == 119
    speed = {n: [attainable(c.tflops, c.bandwidth_gb_s / 1000, n) for c in (h20, h100)] for n in (8, 1024)}
    assert speed[8][0] > speed[8][1] and speed[1024][1] / speed[1024][0] == pytest.approx(6.7, abs=0.05)


# A model on a device: its size, and the speed that memory allows.

POSITIVE_ON_DEVICE = st.floats(0.01, 1e4)


def test_16_bits_give_the_published_file_and_fewer_bits_a_little_less_than_theirs():
    runs = load("on_device_speeds")
    sizes = runs["parameters_billion"] * runs["bits"] / 8
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
    [lambda: writing_speed(0, 4), lambda: writing_speed(100, 0)],
)
def test_values_that_are_not_above_0_are_refused_with_a_sentence(call):
    with pytest.raises(ValueError, match="must be above 0"):
        call()


# Placing work: as cheap as the limits allow.


@st.composite
def problems(draw):
    m, n = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    amounts = st.integers(0, 50).map(float)
    demand, capacity = draw(arrays.arrays(float, m, elements=amounts)), draw(arrays.arrays(float, n, elements=amounts))
    return demand, capacity, draw(arrays.arrays(float, (m, n), elements=amounts)), draw(arrays.arrays(bool, (m, n)))


@settings(max_examples=60)
@given(problems())
def test_all_work_is_somewhere_and_no_limit_is_broken(problem):
    demand, capacity, cost, allowed = problem
    found = transport_plan(*problem)
    np.testing.assert_allclose(found.work.sum(axis=1) + found.unplaced, demand, atol=1e-6)
    assert (found.work.sum(axis=0) <= capacity + 1e-6).all() and (found.work >= -1e-9).all()
    assert not found.work[~allowed].any()
    assert found.cost == pytest.approx((cost * found.work).sum())


@settings(max_examples=40)
@given(problems())
def test_more_freedom_never_leaves_more_work_over(problem):
    demand, capacity, cost, _ = problem
    assert transport_plan(demand, capacity, cost).unplaced.sum() <= transport_plan(*problem).unplaced.sum() + 1e-6


def test_dantzigs_canneries_come_out():
    # Seattle and San Diego to New York, Chicago and Topeka; 90 dollars a case and thousand miles.
    miles = np.array([[2.5, 2.5], [1.7, 1.8], [1.8, 1.4]])
    assert transport_plan(np.array([325, 300, 275]), np.array([350, 600]), 0.09 * miles).cost == pytest.approx(153.675)


def test_what_finds_no_place_is_left_over():
    found = transport_plan(np.array([5.0]), np.array([3.0]), np.array([[1.0]]))
    assert found.unplaced.tolist() == [2] and found.cost == 3


@pytest.mark.parametrize(("cost", "words"), [(np.ones((2, 2)), r"must be \(1, 2\)"), (np.ones(2), "must be")])
def test_costs_of_the_wrong_shape_are_refused_with_a_sentence(cost, words):
    with pytest.raises(ValueError, match=words):
        transport_plan(np.array([1.0]), np.array([1.0, 1.0]), cost)


def test_negative_amounts_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="0 or more"):
        transport_plan(np.array([-1.0]), np.array([1.0]), np.array([[1.0]]))


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(-80, 80), st.floats(-179, 179))
def test_a_distance_is_the_same_both_ways_and_at_most_half_round_the_globe(a, b, c, d):
    there, back = distance_km(a, b, c, d), distance_km(c, d, a, b)
    assert there == pytest.approx(back, abs=1e-6) and 0 <= there <= 20_016
    assert distance_km(a, b, a, b) == 0


def test_a_quarter_of_the_equator_is_10_000_kilometres_and_50_milliseconds():
    quarter = distance_km(0, 0, 0, 90)
    assert quarter == pytest.approx(10_007, abs=1) and delay_ms(quarter) == pytest.approx(50, abs=0.1)
