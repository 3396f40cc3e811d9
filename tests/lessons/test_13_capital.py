"""Lesson 13: the figures in its words are those of the data. The event study has its own tests."""

import math

import pandas as pd
import pytest

import kit

CLOSES = kit.load("market_paths").pivot(index="date", columns="series", values="value")
MARKETS = {"Hang Seng": "Hong Kong", "S&P 500": "United States", "CSI AI theme": "Mainland, AI", "CSI 300": "Mainland"}
FIRST = ["2024-09-23", "2024-10-08", "2024-11-15", "2025-01-17"]
LAST = ["2025-01-17", "2025-02-21", "2025-06-30"]


def changes(first, last):
    """Return by how many per cent each market changed, the leader first."""
    markets = CLOSES[list(MARKETS)].rename(columns=MARKETS).ffill()
    return (100 * (markets.loc[last] / markets.loc[first] - 1)).round(1).sort_values(ascending=False)


def left_over(name, usual_from="2024-10-14", drift=False):
    """Return own changes, what is left over of them, and the same in wobbles, for each day of the five weeks."""
    fitted = kit.load("market_models").set_index(["series", "usual_from"]).loc[(name, usual_from)]
    prices = CLOSES.loc["2025-01-17":"2025-02-21", [name, fitted["against"]]].dropna()
    own, market = (kit.models.simple_returns(prices[column]) for column in prices)
    model = kit.models.MarketModel(*fitted[["alpha", "beta", "noise", "days"]])
    study = kit.models.event_study(own, market, model, drift)
    days = pd.DataFrame({"own": own, "market": market, "left": study.abnormal, "times": study.z}, prices.index[1:])
    return days, study


def test_the_index_climbed_to_124_and_came_back():
    fridays = CLOSES["Hang Seng"].dropna().loc["2025-01-17":"2025-04-25"].resample("W-FRI").last()
    weeks = 100 * fridays / fridays.iloc[0]
    assert list(weeks.round().iloc[[5, 7, 12, 14]]) == [120, 124, 107, 112] and weeks.idxmax() == fridays.index[7]
    since_january, since_march = weeks.iloc[14] / 100 - 1, weeks.iloc[14] / weeks.iloc[7] - 1
    assert (since_january, since_march) == (pytest.approx(1 / 8, abs=0.01), pytest.approx(-1 / 10, abs=0.01))
    assert fridays.index[7] == pd.Timestamp("2025-03-07")


# Surprise 1: two weeks turn the order round.


def test_two_first_days_two_weeks_apart_give_opposite_orders():
    september, october = changes(FIRST[0], LAST[0]), changes(FIRST[1], LAST[0])
    assert september.to_dict() == {"Mainland, AI": 40.0, "Mainland": 18.7, "Hong Kong": 7.3, "United States": 4.9}
    assert october.to_dict() == {"United States": 4.3, "Hong Kong": -6.4, "Mainland, AI": -6.8, "Mainland": -10.4}
    assert september.index[-1] == october.index[0] == "United States"
    assert changes(FIRST[0], FIRST[1])[["Mainland, AI", "Mainland"]].to_list() == [50.2, 32.5]


def test_hong_kong_leads_up_to_june_from_every_day_but_the_first_and_the_mainland_never():
    leaders = {(first, last): changes(first, last).index[0] for first in FIRST for last in LAST if first != last}
    assert [leaders[first, "2025-06-30"] for first in FIRST] == ["Mainland, AI", *["Hong Kong"] * 3]
    assert [changes(first, "2025-06-30")["Hong Kong"] for first in FIRST[1:]] == [15.0, 23.9, 22.9]
    assert [first for first in FIRST if leaders.get((first, "2025-02-21")) == "Hong Kong"] == ["2024-11-15"]
    assert leaders["2024-11-15", "2025-01-17"] == "United States" and changes(FIRST[2], LAST[0]).iloc[0] == 2.1
    assert "Mainland" not in leaders.values()


# Surprises 2 and 3: a quieter share had the more unusual day, and a window of three weeks leaves nothing over.


def test_four_coins_wobble_by_two():
    throws = [sum(1 if coins >> k & 1 else -1 for k in range(4)) for coins in range(16)]
    assert math.sqrt(sum(throw**2 for throw in throws) / 16) == 2
    assert [throws.count(size) for size in (-4, -2, 0, 2, 4)] == [1, 4, 6, 4, 1]


def test_nvidias_day_by_hand():
    days, study = left_over("NVIDIA")
    day = days.loc["2025-01-27"]
    assert (round(day.own, 1), round(day.market, 2)) == (-17.0, -1.45)
    assert (round(study.model.beta, 2), round(study.model.noise, 2)) == (1.91, 1.96)
    assert round(1.91 * -1.45, 1) == -2.8 and round(day.left, 1) == -14.2 and round(day.times, 1) == -7.2
    assert round(100 * math.log(1 + day.own / 100), 1) == -18.6
    two = days.loc["2025-01-27":"2025-01-28", "own"]
    assert (round(100 * ((1 + two / 100).prod() - 1), 1), round(two.sum(), 1)) == (-9.6, -8.0)


def test_the_most_unusual_day_is_alibabas_not_nvidias():
    most = {}
    for name in ("NVIDIA", "CSI AI theme", "Alibaba"):
        days, study = left_over(name)
        day = days["times"].abs().idxmax()
        most[name] = (f"{day:%m-%d}", round(days["times"][day], 1), round(study.model.noise, 1))
    assert most == {
        "NVIDIA": ("01-27", -7.2, 2.0), "CSI AI theme": ("02-21", 2.6, 1.6), "Alibaba": ("02-21", 9.9, 1.0)
    }  # fmt: skip
    days, study = left_over("Alibaba")
    assert days.loc["2025-02-21", ["own", "market", "left"]].round(1).to_list() == [14.6, 4.0, 9.9]
    assert round(study.model.beta, 2) == 1.17 and (days["times"].abs() > 2).sum() == 8 and len(days) == 22
    assert abs(left_over("NVIDIA")[0].loc["2025-01-27", "left"]) > days.loc["2025-02-21", "left"]


def test_after_three_weeks_hardly_anything_of_nvidias_fall_is_left_over():
    left = left_over("NVIDIA")[0]["left"].loc["2025-01-27":]
    until = ["2025-01-27", "2025-01-31", "2025-02-07", "2025-02-14", "2025-02-21"]
    assert [round(left.loc[:day].sum(), 1) for day in until] == pytest.approx([-14.2, -13.2, -4.7, -0.6, -0.6])


def test_the_day_of_r1_was_a_usual_one_whatever_days_are_called_usual():
    starts = ["2024-10-14", "2024-11-15", "2024-12-16"]
    r1 = [round(left_over("CSI AI theme", start)[0].loc["2025-01-20", "times"], 1) for start in starts]
    nvidia = [round(left_over("NVIDIA", start)[0].loc["2025-01-27", "times"], 1) for start in starts]
    assert (r1, nvidia) == ([0.4, 0.5, 0.4], [-7.2, -6.7, -6.8])


def test_three_days_of_nvidia_left_more_than_four_per_cent_over():
    days = CLOSES.loc["2025-01-17":"2025-02-21", ["NVIDIA", "S&P 500"]].dropna()
    left = 100 * days["NVIDIA"].pct_change() - 1.91 * 100 * days["S&P 500"].pct_change()
    found = left[left.abs() > 4].round(1)
    assert {f"{day:%m-%d}": value for day, value in found.items()} == {"01-27": -14.2, "01-28": 7.2, "02-05": 4.5}


# The claim, and Going further


def test_foreigners_sold_from_january_to_april_and_bought_afterwards():
    flows = kit.load("capital_flows").set_index(["flow", "period"])["value"]
    foreign = flows["foreign money into mainland shares and funds"]
    assert foreign["2025-H1"] - foreign["2025-05/2025-06"] == pytest.approx(-8.7)
    assert kit.load("claims").set_index("claim_id").loc["C42", "evidence_value"] == foreign["2025-H1"]
    assert flows["foreign money into shares, balance of payments", "2025-H1"] == 28.2


def test_single_days_have_more_than_one_story():
    day = (100 * CLOSES.apply(lambda prices: prices.dropna().pct_change())).round(1)
    assert (day.loc["2025-01-27", ["Hang Seng", "Alibaba"]] > 0).all() and day.loc["2025-02-14", "Hang Seng"] == 3.7
    assert day.loc["2025-04-07", "Hang Seng"] == -13.2 and pd.isna(day.loc["2025-04-04", "Hang Seng"])
    told = kit.load("market_events").set_index("date").loc["2025-02-18":"2025-02-24", "event"]
    assert list(told.str.startswith("Alibaba")) == [True, True]


def test_of_the_rise_of_ai_companies_less_is_left_without_the_market_and_without_the_drift():
    prices = CLOSES.loc["2025-01-17":"2025-02-21", "CSI AI theme"].dropna()
    assert round(100 * (prices.iloc[-1] / prices.iloc[0] - 1), 1) == 25.3
    days, without_beta = left_over("CSI AI theme")
    sums = [days["own"].sum(), without_beta.cumulated[-1], left_over("CSI AI theme", drift=True)[1].cumulated[-1]]
    assert [round(found, 1) for found in sums] == [23.1, 16.9, 14.0] and round(without_beta.margin()[-1], 1) == 13.2
    others = [left_over("CSI AI theme", start, drift=True)[1].cumulated[-1] for start in ("2024-11-15", "2024-12-16")]
    assert [round(found, 1) for found in others] == [16.4, 15.7]


def test_the_ratios_of_investment_are_those_of_the_counters():
    money = kit.load("ai_investment").pivot_table(index=["measure", "year"], columns="place", values="value")
    ratio = (money["United States"] / money["China"]).round(1)
    asked = {
        ("private funding (CSET)", 2024): 10.7,
        ("private investment (AI Index)", 2024): 11.7,
        ("venture capital (one article)", 2024): 2.1,
        ("venture capital (PitchBook)", 2018): 0.9,
        ("private funding (CSET)", 2025): 23.4,
        ("private investment (AI Index)", 2025): 23.1,
        ("venture capital (OECD brief of 2026)", 2025): 14.0,
    }
    assert {key: ratio[key] for key in asked} == asked


def test_an_application_gains_cents_and_loses_them_on_borrowed_money():
    listed = kit.load("ai_listings").set_index("company")
    gain = 100 * (listed.first_close / listed.offer_price - 1)
    cents = {
        name: round(100 * kit.models.allotment_gain(gain[name], listed.retail_cover_times[name]), 1)
        for name in ("MiniMax", "Moore Threads")
    }
    assert cents == {"MiniMax": 5.9, "Moore Threads": 15.5} and round(gain["MiniMax"]) == 109
    assert round(100 * kit.models.allotment_gain(gain["MiniMax"], 1837, days=7, rate=5), 1) == -3.7
    assert [round(365 * gain["MiniMax"] / 1837 / days, 1) for days in (7, 4)] == [3.1, 5.4]
