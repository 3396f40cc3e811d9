"""The selection model: winners of a noisy contest look better than they are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import expected_winners_mean, winners

GAINS = st.floats(-20, 50)
NOISES = st.floats(0, 30)
FEW = {"units": 400, "chosen": 20}


@given(GAINS, NOISES)
def test_winners_show_at_least_the_mean_of_all(gain, noise):
    result = winners(gain, noise, **FEW)
    assert result.winners_mean >= result.everyone_mean - 1e-9


@given(GAINS, NOISES)
def test_everyone_together_shows_the_true_gain(gain, noise):
    assert winners(gain, noise, **FEW).everyone_mean == pytest.approx(gain, abs=1e-6)


@given(GAINS, NOISES, st.integers(1, 400))
def test_as_many_are_chosen_as_asked_and_none_left_out_is_better(gain, noise, chosen):
    result = winners(gain, noise, units=400, chosen=chosen)
    assert result.chosen.sum() == chosen
    left = result.gains[~result.chosen]
    assert not left.size or result.gains[result.chosen].min() >= left.max()
    assert result.winners_mean == pytest.approx(result.gains[result.chosen].mean())


@given(GAINS, st.floats(0.1, 30))
def test_more_noise_lifts_the_winners_and_fewer_winners_stand_higher(gain, noise):
    assert expected_winners_mean(gain, 2 * noise) > expected_winners_mean(gain, noise) > gain
    assert expected_winners_mean(gain, noise, chosen=100) > expected_winners_mean(gain, noise, chosen=200)
    assert (
        winners(gain, noise, units=400, chosen=5).winners_mean > winners(gain, noise, units=400, chosen=50).winners_mean
    )


@given(GAINS, NOISES)
def test_if_all_are_chosen_there_is_no_selection(gain, noise):
    assert expected_winners_mean(gain, noise, units=50, chosen=50) == pytest.approx(gain, abs=1e-9)
    assert winners(gain, noise, units=50, chosen=50).winners_mean == pytest.approx(gain, abs=1e-6)


def test_a_true_gain_of_5_and_noise_of_6_3_show_as_22_35_among_230_of_30000():
    assert expected_winners_mean(0, 1) == pytest.approx(2.754, abs=5e-4)
    assert expected_winners_mean(5, 6.3) == pytest.approx(5 + 6.3 * 2.754, abs=0.005)
    assert expected_winners_mean(5, 6.3) == pytest.approx(22.35, abs=0.005)


@pytest.mark.parametrize("seed", [1, 2, 2025])
@pytest.mark.parametrize(("gain", "noise", "chosen"), [(5, 6.3, 230), (0, 10, 30), (12, 3, 3000)])
def test_the_drawn_winners_agree_with_the_formula(gain, noise, chosen, seed):
    drawn = winners(gain, noise, chosen=chosen, seed=seed).winners_mean
    assert drawn == pytest.approx(expected_winners_mean(gain, noise, chosen=chosen), abs=0.01 * noise)


@pytest.mark.parametrize("seed", range(6))
def test_measured_again_the_same_winners_fall_back_to_the_true_gain(seed):
    result = winners(5, 6.3, seed=seed)
    # The mean of 230 second measurements has a standard error of 6.3 / √230 = 0.42.
    assert result.again_mean == pytest.approx(5, abs=4 * 6.3 / 230**0.5)
    assert result.winners_mean - result.again_mean > 15


def test_without_noise_winners_are_like_everyone():
    result = winners(5, 0)
    assert result.winners_mean == result.everyone_mean == result.again_mean == 5


def test_the_same_seed_gives_the_same_draw_and_another_seed_another():
    one, same, other = winners(5, 6, seed=1), winners(5, 6, seed=1), winners(5, 6, seed=2)
    np.testing.assert_array_equal(one.gains, same.gains)
    np.testing.assert_array_equal(one.chosen, same.chosen)
    assert one.again_mean == same.again_mean
    assert not np.array_equal(one.gains, other.gains)
    assert one.again_mean != other.again_mean


def test_a_slider_for_noise_only_stretches_the_same_units():
    calm, loud = winners(5, 2), winners(5, 8)
    np.testing.assert_allclose((loud.gains - 5) / 8, (calm.gains - 5) / 2)
    np.testing.assert_array_equal(calm.chosen, loud.chosen)


@pytest.mark.parametrize("model", [winners, expected_winners_mean])
def test_negative_noise_is_refused_with_a_sentence(model):
    with pytest.raises(ValueError, match="noise is -1; it must be 0 or more"):
        model(5, -1)


@pytest.mark.parametrize("model", [winners, expected_winners_mean])
@pytest.mark.parametrize("chosen", [0, -3, 11])
def test_an_impossible_number_of_winners_is_refused_with_a_sentence(model, chosen):
    with pytest.raises(ValueError, match=f"{chosen} winners of 10 cannot be chosen"):
        model(5, 6, units=10, chosen=chosen)
