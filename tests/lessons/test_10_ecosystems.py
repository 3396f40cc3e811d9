"""Lesson 10: the figures in its words, recomputed."""

import numpy as np
import pandas as pd
import pytest

import kit

prices = kit.load("model_prices")
prices["day"] = pd.to_datetime(prices.date, format="ISO8601")
prices["blend"] = (3 * prices.input_usd + prices.output_usd) / 4


def cheapest(level, until="2030", rows=prices):
    able = rows[(rows.capability_index >= level) & (rows.offer == "list") & (rows.day < until)].sort_values(
        ["day", "blend"]
    )
    return able[able.blend < able.blend.cummin().shift(fill_value=np.inf)]


def months(steps, end=None):
    return ((end or steps.day.iloc[-1]) - steps.day.iloc[0]).days / 365.25 * 12


def test_the_figures_that_lesson_10_speaks_of_are_those_of_the_data():
    gpt4 = cheapest(125)
    two_years = cheapest(125, until="2025-03-15").blend.iloc[-1]
    assert gpt4.blend.iloc[0] == 37.5 and two_years == pytest.approx(0.2625) and round(37.5 / two_years) == 143
    assert round(gpt4.blend.iloc[0] / gpt4.blend.iloc[-1]) == 273 and round(months(gpt4)) == 29
    assert -kit.models.growth_between(37.5, 0.1375, months(gpt4) / 12).doubling_months == pytest.approx(3.6, abs=0.05)
    whole = months(gpt4, prices.day.max())
    assert round(whole) == 41 and round(-kit.models.growth_between(37.5, 0.1375, whole / 12).doubling_months, 1) == 5.0
    o1 = cheapest(140)
    assert (
        o1.blend.iloc[0] == 26.25
        and o1.blend.iloc[-1] == 0.1375
        and round(months(o1)) == 8
        and round(26.25 / 0.1375) == 191
    )
    dearest = prices[prices.day >= "2023"].groupby(prices.day.dt.year).blend.max()
    assert dearest.to_dict() == {2023: 75, 2024: 30, 2025: 262.5, 2026: 67.5}
    deepseek = prices[prices.provider == "DeepSeek"].set_index("model").input_usd
    assert (deepseek["DeepSeek chat V3, promotion"], deepseek["DeepSeek chat V3"], deepseek["DeepSeek-V3.1"]) == (
        0.14,
        0.27,
        0.56,
    )
    open_steps = cheapest(125, rows=prices[prices.open_weights == "yes"])
    assert open_steps.blend.round(2).to_list()[:1] == [0.96] and open_steps.blend.round(2).min() <= 0.32


def test_the_shares_of_lesson_10():
    shares = kit.load("market_shares")
    gateway = shares[shares.market.str.contains("OpenRouter")].pivot(
        index="vendor", columns="metric", values="share_percent"
    )
    assert gateway.sum().round(1).to_dict() == {"spend at list price": 100.0, "tokens": 89.0}
    tokens, dollars = (kit.models.concentration(gateway[m], rescale=True) for m in ("tokens", "spend at list price"))
    assert (round(tokens.hhi, -1), round(dollars.hhi, -1)) == (1190, 2910) and (
        round(tokens.equal_sellers, 1),
        round(dollars.equal_sellers, 1),
    ) == (8.4, 3.4)
    assert gateway.loc["Anthropic"].round().tolist() == [46, 12] and gateway.loc["DeepSeek"].round().tolist() == [1, 6]
    leaders = {
        m: g.loc[g.share_percent.idxmax(), ["vendor", "share_percent"]].tolist()
        for m, g in shares[shares.period == "2025-H1"].groupby("metric")
    }
    assert leaders == {"tokens": ["Volcano Engine (ByteDance)", 49.2], "revenue": ["Alibaba", 35.8]}
    phones = shares[(shares.market == "smartphone operating systems") & (shares.period == "2025-Q2")].share_percent
    assert sorted(phones) == [16, 17, 66] and kit.models.concentration(phones).hhi == 4901
    many = shares[(shares.vendor == "all")].share_percent
    assert many.tolist() == [81]


def test_the_gaps_of_lesson_10():
    boards = kit.load("arena_boards")
    gap, closed = boards.us_score - boards.china_score, boards.closed_score - boards.open_score
    assert len(boards) == 129 and (gap.iloc[0], round(gap.iloc[-1]), gap.min()) == (356, 41, pytest.approx(16))
    assert (round(closed.iloc[0]), round(closed.iloc[-1])) == (191, 45)
    assert [round(100 * kit.models.preference(g)) for g in (356, 40.8, 39)] == [89, 56, 56]
    assert kit.load("model_gaps").query("value == 39")["unit"].tolist() == ["points"]
    late = boards[boards.date >= "2025"]
    behind = late.us_score - late.china_score
    assert (len(late), (behind < 25).sum(), (behind >= 25).sum()) == (47, 9, 38) and round(behind.min()) == 20
    assert late.date[behind.idxmin()] == "2025-11-06" and kit.models.votes_needed(20) == pytest.approx(1160, abs=10)
    pairs = kit.load("benchmark_scores").pivot(index="model", columns="tested_by", values="score_percent")
    difference = pairs.developer - pairs.independent
    assert (len(pairs), (difference > 0).sum(), round(difference.median(), 1)) == (30, 22, 1.5)
    assert pairs.loc["o1-preview"].tolist() == [73.3, 50.3] and pairs.loc["DeepSeek-R1"].tolist() == [71.5, 71.7]


def test_the_models_of_lesson_10_meet_what_happened():
    assert (
        [kit.models.connectors(5, 10, s) for s in range(5)] == [50, 15, 30, 45, 60]
        and round(50 / 15, 1) == 3.3
        and round(9 * 15 / 24, 1) == 5.6
    )
    plugs = (
        kit.load("charging_connectors")
        .query("code == 'USA'")
        .pivot(index="date", columns="connector", values="outlets")
    )
    parts = (100 * plugs.div(plugs.sum(axis=1), axis=0)).round()
    order = ["NACS (Tesla)", "CCS", "CHAdeMO"]
    assert parts.loc["2021-07-20", order].tolist() == [47, 31, 23] and parts.loc["2025-01", order].tolist() == [
        49,
        36,
        15,
    ]
    run = kit.load("model_training").set_index("model")
    assert (
        run.gpu_hours_mn["DeepSeek-V3"] * 2 == pytest.approx(5.576)
        and round(run.gpu_hours_mn["DeepSeek-V3"] * 4, 1) == 11.2
    )
    assert run.cost_mn_usd["DeepSeek-R1, RL stage only"] == 0.294
    assert (
        round(
            run.chips["DeepSeek-V3"] * kit.load("ai_chips").set_index("chip").price_usd["NVIDIA H100 SXM5 80GB"] / 1e6
        )
        == 69
    )
    opens = kit.load("open_models").set_index("indicator").value
    assert (
        opens["models released in the year"] == 102 and opens["models released as open source in the strict sense"] == 4
    )
    terms = kit.load("report_mentions").query("term == 'open_source'")
    assert terms["count"].sum() == 0 or "open_source" not in set(terms.term)
