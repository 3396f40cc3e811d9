"""The market model: what it takes away, what it leaves, and the check values of January 2025."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kit
from kit.models import MarketModel, allotment_gain, event_study, fit_market_model, simple_returns

seeds = st.integers(0, 10_000)


def study_of(asset, market, usual, drift=True):
    """Fit on the first days, study the rest."""
    return event_study(asset[usual:], market[usual:], fit_market_model(asset[:usual], market[:usual]), drift)


@given(seeds, st.floats(-3, 3), st.floats(-1, 1))
def test_an_asset_that_only_follows_its_market_has_no_abnormal_return(seed, beta, alpha):
    market = np.random.default_rng(seed).normal(0, 1, 40)
    study = study_of(alpha + beta * market, market, 30)
    assert study.model.beta == pytest.approx(beta, abs=1e-6) and study.model.alpha == pytest.approx(alpha, abs=1e-6)
    assert study.model.days == 30 and np.allclose(study.abnormal, 0, atol=1e-6)


@given(seeds, st.floats(-20, 20))
def test_a_jump_on_the_event_day_is_found_whole(seed, jump):
    random = np.random.default_rng(seed)
    market = random.normal(0, 1, 41)
    asset = 1.5 * market + random.normal(0, 0.5, 41)
    calm, moved = (study_of(returns, market, 40) for returns in (asset, asset + jump * (np.arange(41) == 40)))
    assert moved.abnormal[0] - calm.abnormal[0] == pytest.approx(jump, abs=1e-9)
    assert moved.model == calm.model


@given(seeds)
def test_the_cumulated_return_is_the_sum_and_the_band_widens(seed):
    market, asset = np.random.default_rng(seed).normal(0, 1, (2, 50))
    study = study_of(asset, market, 30)
    assert study.cumulated[-1] == pytest.approx(study.abnormal.sum())
    assert (np.diff(study.margin()) > 0).all()


def test_returns_that_cannot_work_get_a_sentence():
    with pytest.raises(ValueError, match="5 usual days; at least 10"):
        fit_market_model([1] * 5, [1] * 5)
    with pytest.raises(ValueError, match="3 returns of the asset and 2 of the market"):
        event_study([1] * 3, [1] * 2, MarketModel(0, 1, 1, 60))
    with pytest.raises(ValueError, match="no day"):
        event_study([], [], MarketModel(0, 1, 1, 60))
    with pytest.raises(ValueError, match="prices is 0; it must be above 0"):
        simple_returns([1, 0])


def kept(asset, usual_from="2024-10-14"):
    """Return the closes of an asset and its market in the event window, and the model the kit keeps of usual days."""
    found = kit.load("market_models").set_index(["series", "usual_from"]).loc[(asset, usual_from)]
    table = kit.load("market_paths").pivot(index="date", columns="series", values="value")
    prices = table.loc["2025-01-17":"2025-02-21", [asset, found["against"]]].dropna()
    return prices, MarketModel(found["alpha"], found["beta"], found["noise"], found["days"])


def test_nvidia_on_27_january_is_reproduced():
    prices, model = kept("NVIDIA")
    moves = (100 * prices.pct_change()).loc["2025-01-27":]
    assert moves.iloc[0].to_list() == pytest.approx([-16.97, -1.46], abs=0.011)
    found = event_study(moves["NVIDIA"], moves["S&P 500"], model)
    assert round(model.beta, 2) == 1.91 and round(-model.beta * moves["S&P 500"].iloc[0], 1) == 2.8
    assert round(found.abnormal[0], 1) == -14.2 and -7.3 < found.z[0] < -7.1
    assert abs(found.cumulated[-1]) < 0.05


@pytest.mark.parametrize("usual_from", ["2024-10-14", "2024-11-15", "2024-12-16"])
def test_the_day_of_nvidia_stays_unusual_with_every_choice_of_usual_days(usual_from):
    prices, model = kept("NVIDIA", usual_from)
    moves = (100 * prices.pct_change()).loc["2025-01-27"]
    assert -7.5 < event_study(moves[:1], moves[1:], model).z[0] < -6.5


def test_the_ai_theme_shrinks_without_beta_and_shrinks_again_without_drift():
    prices, model = kept("CSI AI theme")
    found = event_study(*(simple_returns(prices[name]) for name in prices), model)
    raw, market = 100 * (prices.iloc[-1] / prices.iloc[0] - 1)
    assert model.days == 69 and round(model.beta, 2) == 1.43
    assert (round(raw, 1), round(market, 1), round(raw - model.beta * market, 1), round(found.cumulated[-1], 1)) == (
        25.3,
        4.4,
        19.0,
        14.0,
    )


def test_the_market_series_hold_no_more_days_than_the_lesson_draws():
    paths = kit.load("market_paths")
    window = paths["date"].between("2025-01-17", "2025-02-21")
    outside = paths[~window].groupby("series")["date"].nunique()
    assert window.sum() < 160 and outside.max() <= 45 and outside["NVIDIA"] <= 5 and outside["Alibaba"] <= 5


@given(st.floats(-50, 500), st.floats(1, 5000), st.floats(0, 30), st.floats(0, 20))
def test_an_application_never_gains_more_than_a_share_and_interest_only_takes(gain, cover, days, rate):
    assert abs(allotment_gain(gain, cover)) <= abs(gain)
    assert allotment_gain(gain, cover, days, rate) <= allotment_gain(gain, cover)


def test_a_cover_below_one_gets_a_sentence():
    with pytest.raises(ValueError, match="1 or more"):
        allotment_gain(10, 0.5)


def test_two_fitted_numbers_cost_two_degrees_of_freedom():
    market, asset = np.random.default_rng(1).normal(0, 1, (2, 12))
    _, (squares,), _, _ = np.linalg.lstsq(np.column_stack([np.ones(12), market]), asset)
    assert fit_market_model(asset, market).noise == pytest.approx((squares / 10) ** 0.5)


def test_without_drift_the_event_keeps_the_alpha_of_usual_days():
    market, asset = np.random.default_rng(2).normal(0, 1, (2, 15))
    with_drift, without = (study_of(asset + 3, market, 12, drift) for drift in (True, False))
    alpha = with_drift.model.alpha
    assert without.abnormal - with_drift.abnormal == pytest.approx([alpha] * 3) and alpha > 1
