"""Training runs: arithmetic, hours, dollars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import training_run, utilisation

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


@pytest.mark.parametrize(("share", "words"), [(1.2, "a fraction, at most 1"), (0, "must be above 0")])
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
