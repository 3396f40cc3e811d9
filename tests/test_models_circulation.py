"""The model of circulation: a band where one branch of the paths is unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import circulation

SHARES = st.floats(0, 1)


@given(SHARES, SHARES, SHARES, SHARES)
def test_the_band_lies_between_none_and_all_and_is_as_wide_as_the_unknown_branch(
    part, stayed_home, studied_home, stayed_abroad
):
    band = circulation(studied_home * part, stayed_home, studied_home * (1 - part), stayed_abroad)
    assert -1e-9 <= band.low <= band.high <= 1 + 1e-9
    assert band.high - band.low == pytest.approx(band.unknown, abs=1e-9)
    assert band.unknown == pytest.approx(1 - studied_home, abs=1e-9)


@given(SHARES, SHARES, SHARES)
def test_more_that_stay_at_home_raise_it_and_more_that_stay_abroad_lower_it(stayed_home, stayed_abroad, less):
    band = circulation(0.5, stayed_home, 0.4, stayed_abroad)
    assert circulation(0.5, stayed_home * less, 0.4, stayed_abroad).low <= band.low + 1e-9
    assert circulation(0.5, stayed_home, 0.4, stayed_abroad * less).low >= band.low - 1e-9


def test_if_nobody_leaves_there_is_no_band_and_all_work_at_home():
    assert circulation(1, 1, 0, 0) == (1, 1, 0)


def test_the_published_shares_of_2022_fit_the_published_shares_of_those_who_work_in_china():
    paths = load("talent_paths").query("year == 2022").set_index(["group", "stage", "code"])["value"] / 100
    band = circulation(
        paths["first degree in China", "graduate study", "CHN"], paths["graduate study in China", "works in", "CHN"],
        paths["first degree in China", "graduate study", "USA"], paths["graduate study in the United States", "works in", "USA"],
    )  # fmt: skip
    assert (round(band.low, 3), round(band.high, 3)) == (0.531, 0.661)
    # From the other tables of the same study: 28 of 100 authors work in China, 47 have a first degree from there.
    assert band.low < paths["all authors", "works in", "CHN"] / paths["all authors", "first degree", "CHN"] < band.high


@pytest.mark.parametrize("shares", [(51, 0.9, 0.36, 0.8), (0.5, -0.1, 0.3, 0.8), (0.5, 0.9, 0.3, 1.01)])
def test_a_share_that_is_none_is_refused_with_a_way_out(shares):
    with pytest.raises(ValueError, match="between 0 and 1: divide percent by 100"):
        circulation(*shares)


def test_branches_of_more_than_all_are_refused():
    with pytest.raises(ValueError, match="1.1 together; they can be 1 at most"):
        circulation(0.6, 0.9, 0.5, 0.8)
