"""Lesson 10: the figures in its words, recomputed."""

import numpy as np
import pandas as pd
import pytest

import kit

prices = kit.load("model_prices")
prices["day"] = pd.to_datetime(prices.date, format="ISO8601")
prices["price"] = (3 * prices.input_usd + prices.output_usd) / 4


def cheapest(points, until="2030", rows=prices):
    able = rows[(rows.capability_index >= points) & (rows.offer == "list") & (rows.day < until)]
    able = able.sort_values(["day", "price"])
    return able[able.price < able.price.cummin().shift(fill_value=np.inf)]


def months(steps, end=None):
    return ((end or steps.day.iloc[-1]) - steps.day.iloc[0]).days / 365.25 * 12


def pace(steps, end=None):
    return kit.models.growth_between(steps.price.iloc[0], steps.price.iloc[-1], months(steps, end) / 12)


# Three surprises that a class finds


def test_a_fixed_level_became_273_times_cheaper_by_seven_models_in_turn():
    gpt4 = cheapest(125)
    assert (gpt4.price.iloc[0], gpt4.price.iloc[-1]) == (37.5, 0.1375)
    assert round(37.5 / 0.1375) == 273 and round(months(gpt4)) == 29
    assert gpt4.model.nunique() == len(gpt4) == 7 and set(gpt4.date_basis) == {"model release"}
    assert gpt4.price.round(3).tolist() == [37.5, 30, 15, 6, 0.262, 0.175, 0.138]
    assert set(gpt4.provider) == {"OpenAI", "Anthropic"}
    o1 = cheapest(140)
    assert (o1.price.iloc[0], o1.price.iloc[-1]) == (26.25, 0.1375)
    assert round(months(o1)) == 8 and round(26.25 / 0.1375) == 191


def test_the_dearest_new_model_has_no_such_trend_and_some_prices_rose():
    dearest = prices[prices.day >= "2023"].groupby(prices.day.dt.year).price.max()
    assert dearest.to_dict() == {2023: 75, 2024: 30, 2025: 262.5, 2026: 67.5}
    deepseek = prices[prices.provider == "DeepSeek"].set_index("model").input_usd
    models = ["DeepSeek chat V3, promotion", "DeepSeek chat V3", "DeepSeek-V3.1"]
    assert deepseek[models].tolist() == [0.14, 0.27, 0.56]


def test_the_headline_is_hours_times_an_assumed_rent():
    run = kit.load("model_training").set_index("model")
    hours = run.gpu_hours_mn["DeepSeek-V3"]
    assert (hours, run.chips["DeepSeek-V3"], hours * 2) == (2.788, 2048, pytest.approx(5.576))
    assert [round(hours * rent, 1) for rent in (2, 4, 8)] == [5.6, 11.2, 22.3]
    assert run.cost_mn_usd["DeepSeek-R1, RL stage only"] == 0.294
    chip = kit.load("ai_chips").set_index("chip").price_usd["NVIDIA H100 SXM5 80GB"]
    assert round(run.chips["DeepSeek-V3"] * chip / 1e6) == 69
    rents = kit.load("chip_rental").query("chip == 'H100' and date.str.startswith('2024')")
    assert (rents.usd_per_hour.min(), rents.usd_high.max()) == (2, 8)


# The guess and the pace


def test_two_years_later_the_price_was_one_part_in_143():
    two_years = cheapest(125, until="2025-03-15").price.iloc[-1]
    assert two_years == pytest.approx(0.2625) and round(37.5 / two_years) == 143
    assert 7 < np.log2(37.5 / two_years) < 8


def test_the_pace_depends_on_the_window():
    gpt4 = cheapest(125)
    short, long = pace(gpt4), pace(gpt4, prices.day.max())
    assert (round(-short.doubling_months, 1), round(-long.doubling_months, 1)) == (3.6, 5.0)
    assert (round(1 / short.times_a_year), round(1 / long.times_a_year)) == (10, 5)
    assert round(short.times_a_year, 1) == 0.1 and pytest.approx(0.97, abs=0.005) == (67.5 / 75) ** (1 / 3)
    open_steps = cheapest(125, rows=prices[prices.open_weights == "yes"])
    assert open_steps.price.round(2).tolist()[:3] == [0.96, 0.48, 0.32] and open_steps.date.iloc[0] == "2025-01-20"
    falls = (gpt4.price.shift() / gpt4.price).set_axis(gpt4.model)
    assert falls.idxmax() == "GPT-4o mini" and gpt4.set_index("model").open_weights["GPT-4o mini"] == "no"


# The model and its story


def test_connectors_by_hand_and_where_a_standard_saves_nothing():
    count = kit.models.connectors
    assert (count(4, 3), count(4, 3, 1), count(4, 3, 2)) == (12, 7, 14)
    assert [count(5, 10, s) for s in range(5)] == [50, 15, 30, 45, 60] and count(6, 4) - count(6, 4, 1) == 14
    still = {(a, m) for a in range(3, 10, 2) for m in (5, 10, 15) if count(a, m, 4) < count(a, m)}
    assert still == {(9, 10), (9, 15), (7, 10), (7, 15)}
    assert (round(5 * 10 / 15, 1), round(9 * 15 / 24, 1)) == (3.3, 5.6)


def test_the_story_of_the_chargers_stands_in_the_data():
    rows = kit.load("standards_events").query("layer == 'phone charging'")
    shares = rows[rows.date == "2018"].set_index("standard")["value"]
    assert shares.to_dict() == {"USB micro-B": 50, "USB-C": 29, "Lightning": 21} and shares.sum() == 100
    assert rows[rows.date == "2009"]["value"].tolist() == [30] and rows.date.iloc[-1] == "2024-12-28"
    tools = kit.load("standards_events").query("layer == 'agent tools'").set_index("event").date
    assert (tools["OpenAI adopts it"], tools["Google announces support"]) == ("2025-03", "2025-04")


def test_worlds_of_who_joins_whom():
    def world(fit, moving, leader=0.55, bridge=0.0):
        return kit.models.adopt(fit, 10, moving, gateway=bridge, leader=leader, periods=40)

    assert not world(2, 3).lasts and world(2, 9).lasts and not world(2, 9).useful
    assert world(14, 3, 0.4).lasts and world(14, 3, 0.4).useful
    assert world(8, 3, bridge=0.5).useful and not world(8, 3).useful
    assert (2 + 10 * 0.15, 10 * 0.55) == (3.5, 5.5)


# Going further


def test_the_shares_of_lesson_10():
    shares = kit.load("market_shares")
    gateway = shares[shares.market.str.contains("OpenRouter")].pivot(
        index="vendor", columns="metric", values="share_percent"
    )
    assert gateway.sum().round(1).to_dict() == {"spend at list price": 100.0, "tokens": 89.0}
    tokens, dollars = (kit.models.concentration(gateway[m], rescale=True) for m in ("tokens", "spend at list price"))
    assert (round(tokens.hhi, -1), round(dollars.hhi, -1)) == (1190, 2910)
    assert (round(tokens.equal_sellers, 1), round(dollars.equal_sellers, 1)) == (8.4, 3.4)
    assert gateway.loc["Anthropic"].round().tolist() == [46, 12] and gateway.loc["DeepSeek"].round().tolist() == [1, 6]
    leaders = {
        m: g.loc[g.share_percent.idxmax(), ["vendor", "share_percent"]].tolist()
        for m, g in shares[shares.period == "2025-H1"].groupby("metric")
    }
    assert leaders == {"tokens": ["Volcano Engine (ByteDance)", 49.2], "revenue": ["Alibaba", 35.8]}
    phones = shares[(shares.market == "smartphone operating systems") & (shares.period == "2025-Q2")].share_percent
    assert sorted(phones) == [16, 17, 66]
    assert shares[shares.vendor == "all"].share_percent.tolist() == [81]
    assert kit.models.concentration([50, 30, 20]).hhi == 3800


def test_plugs_for_cars_and_open_models():
    plugs = (
        kit.load("charging_connectors")
        .query("code == 'USA'")
        .pivot(index="date", columns="connector", values="outlets")
    )
    parts = (100 * plugs.div(plugs.sum(axis=1), axis=0)).round()[["NACS (Tesla)", "CCS", "CHAdeMO"]]
    assert (parts.loc["2021-07-20"].tolist(), parts.loc["2025-01"].tolist()) == ([47, 31, 23], [49, 36, 15])
    opens = kit.load("open_models").set_index("indicator").value
    assert opens["models released in the year"] == 102
    assert opens["models released as open source in the strict sense"] == 4


def test_the_gaps_of_lesson_10():
    boards = kit.load("arena_boards")
    gap, closed = boards.us_score - boards.china_score, boards.closed_score - boards.open_score
    assert len(boards) == 129 and (gap.iloc[0], round(gap.iloc[-1]), gap.min()) == (356, 41, pytest.approx(16))
    assert (round(closed.iloc[0]), round(closed.iloc[-1])) == (191, 45)
    assert [round(100 * kit.models.preference(g)) for g in (356, 40.8, 39)] == [89, 56, 56]
    assert kit.load("model_gaps").query("value == 39")["unit"].tolist() == ["points"]
    late = boards[boards.date >= "2025"]
    behind = late.us_score - late.china_score
    assert (len(late), (behind < 25).sum()) == (47, 9) and round(behind.min()) == 20
    assert late.date[behind.idxmin()] == "2025-11-06" and kit.models.votes_needed(20) == pytest.approx(1160, abs=10)
    pairs = kit.load("benchmark_scores").pivot(index="model", columns="tested_by", values="score_percent")
    difference = pairs.developer - pairs.independent
    assert (len(pairs), (difference > 0).sum(), round(difference.median(), 1)) == (30, 22, 1.5)
    assert pairs.loc["o1-preview"].tolist() == [73.3, 50.3] and pairs.loc["DeepSeek-R1"].tolist() == [71.5, 71.7]
