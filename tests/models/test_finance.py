"""The market model: what it takes away, what it leaves, and the check values of January 2025."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kit
from kit.models import allotment_gain, event_study, simple_returns

seeds = st.integers(0, 10_000)


def windows(n, usual):
    return np.arange(n) < usual, np.arange(n) >= usual


@given(seeds, st.floats(-3, 3), st.floats(-1, 1))
def test_an_asset_that_only_follows_its_market_has_no_abnormal_return(seed, beta, alpha):
    market = np.random.default_rng(seed).normal(0, 1, 40)
    study = event_study(alpha + beta * market, market, *windows(40, 30))
    assert study.beta == pytest.approx(beta, abs=1e-6) and study.alpha == pytest.approx(alpha, abs=1e-6)
    assert np.allclose(study.abnormal, 0, atol=1e-6)


@given(seeds, st.floats(-20, 20))
def test_a_jump_on_the_event_day_is_found_whole(seed, jump):
    random = np.random.default_rng(seed)
    market = random.normal(0, 1, 41)
    asset = 1.5 * market + random.normal(0, 0.5, 41)
    calm, moved = (
        event_study(asset, market, *windows(41, 40)),
        event_study(asset + jump * (np.arange(41) == 40), market, *windows(41, 40)),
    )
    assert moved.abnormal[0] - calm.abnormal[0] == pytest.approx(jump, abs=1e-9)
    assert moved.beta == pytest.approx(calm.beta)


@given(seeds)
def test_the_cumulated_return_is_the_sum_and_the_band_widens(seed):
    random = np.random.default_rng(seed)
    study = event_study(random.normal(0, 1, 50), random.normal(0, 1, 50), *windows(50, 30))
    assert study.cumulated[-1] == pytest.approx(study.abnormal.sum())
    assert (np.diff(study.margin()) > 0).all()


def test_windows_that_cannot_work_get_a_sentence():
    with pytest.raises(ValueError, match="at least 10 and 1"):
        event_study([1] * 12, [1] * 12, *windows(12, 5))
    with pytest.raises(ValueError, match="overlap"):
        event_study(range(12), range(12), [True] * 12, [True] * 12)
    with pytest.raises(ValueError, match="prices is 0; it must be above 0"):
        simple_returns([1, 0])


def of(asset, market, first, last):
    table = kit.load("market_paths").pivot(index="date", columns="series", values="value")[[asset, market]].dropna()
    days = table.index[1:]
    own, whole = (simple_returns(table[name]) for name in (asset, market))
    usual = (days >= "2024-10-14") & (days <= "2025-01-17")
    return lambda drift=True: event_study(own, whole, usual, (days >= first) & (days <= last), drift), table


def test_nvidia_on_27_january_is_reproduced():
    study, table = of("NVIDIA", "S&P 500", "2025-01-27", "2025-02-21")
    found = study()
    moves = table.pct_change().loc["2025-01-27"] * 100
    assert moves.to_list() == pytest.approx([-16.97, -1.46], abs=0.011)
    assert round(found.beta, 2) == 1.91 and round(-found.beta * moves["S&P 500"], 1) == 2.8
    assert round(found.abnormal[0], 1) == -14.2 and -7.3 < found.z[0] < -7.1
    assert abs(found.cumulated[-1]) < 0.05


def test_the_ai_theme_shrinks_without_beta_and_shrinks_again_without_drift():
    study, table = of("CSI AI theme", "CSI 300", "2025-01-20", "2025-02-21")
    found = study()
    raw, market = (100 * (table[name].loc["2025-02-21"] / table[name].loc["2025-01-17"] - 1) for name in table)
    assert found.days == 69 and round(found.beta, 2) == 1.43
    assert (round(raw, 1), round(market, 1), round(raw - found.beta * market, 1), round(found.cumulated[-1], 1)) == (
        25.3,
        4.4,
        19.0,
        14.0,
    )


@given(st.floats(-50, 500), st.floats(1, 5000), st.floats(0, 30), st.floats(0, 20))
def test_an_application_never_gains_more_than_a_share_and_interest_only_takes(gain, cover, days, rate):
    assert abs(allotment_gain(gain, cover)) <= abs(gain)
    assert allotment_gain(gain, cover, days, rate) <= allotment_gain(gain, cover)


def test_a_cover_below_one_gets_a_sentence():
    with pytest.raises(ValueError, match="1 or more"):
        allotment_gain(10, 0.5)


def test_two_fitted_numbers_cost_two_degrees_of_freedom():
    random = np.random.default_rng(1)
    market, asset = random.normal(0, 1, (2, 13))
    _, (squares,), _, _ = np.linalg.lstsq(np.column_stack([np.ones(12), market[:12]]), asset[:12])
    assert event_study(asset, market, *windows(13, 12)).noise == pytest.approx((squares / 10) ** 0.5)


def test_without_drift_the_event_keeps_the_alpha_of_usual_days():
    random = np.random.default_rng(2)
    market, asset = random.normal(0, 1, (2, 15))
    with_drift, without = (event_study(asset + 3, market, *windows(15, 12), drift) for drift in (True, False))
    assert without.abnormal - with_drift.abnormal == pytest.approx([with_drift.alpha] * 3) and with_drift.alpha > 1
