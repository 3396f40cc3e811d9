"""Lesson 13: the figures in its words are those of the data. The event study has its own tests."""

import pandas as pd
import pytest

import kit

CLOSES = kit.load("market_paths").pivot(index="date", columns="series", values="value")


def change(name, first, last):
    prices = CLOSES[name].dropna()
    return round(100 * (prices[:last].iloc[-1] / prices[:first].iloc[-1] - 1), 1)


def test_the_figures_that_lesson_13_speaks_of_are_those_of_the_data():
    assert [change(name, "2024-09-23", "2024-10-08") for name in ("CSI 300", "CSI AI theme")] == [32.5, 50.2]
    assert (change("CSI 300", "2024-09-23", "2025-02-21"), change("CSI 300", "2024-10-08", "2025-02-21")) == (
        23.8,
        -6.5,
    )
    assert [
        change(name, "2025-01-17", "2025-02-21") for name in ("Hang Seng", "CSI AI theme", "CSI 300", "Alibaba")
    ] == [19.9, 25.3, 4.4, 71.5]
    assert [
        change(name, "2025-01-17", "2025-04-08") for name in ("Hang Seng", "CSI AI theme", "CSI 300", "S&P 500")
    ] == [2.8, -6.3, -4.2, -16.9]
    fridays = CLOSES["Hang Seng"].dropna().loc["2025-01-17":"2025-04-25"].resample("W-FRI").last()
    assert list((100 * fridays / fridays.iloc[0]).round().iloc[[5, 7, 12, 14]]) == [120, 124, 107, 112]
    day = (100 * CLOSES.apply(lambda prices: prices.dropna().pct_change())).round(1)
    assert day.loc["2025-01-27", ["NVIDIA", "S&P 500", "CSI AI theme"]].to_list() == pytest.approx(
        [-17.0, -1.5, -2.3], abs=0.06
    )
    assert (day.loc["2025-01-27", ["Hang Seng", "Alibaba"]] > 0).all() and day.loc["2025-02-14", "Hang Seng"] == 3.7
    assert day.loc["2025-04-07", "Hang Seng"] == -13.2 and pd.isna(day.loc["2025-04-04", "Hang Seng"])
    alibaba = day["Alibaba"].loc["2025-01-20":"2025-02-21"]
    assert ((alibaba.abs() > 3).sum(), (alibaba > 3).sum()) == (9, 8)


def test_the_ratios_of_investment_are_those_of_the_counters():
    money = kit.load("ai_investment").pivot_table(index=["measure", "year"], columns="place", values="value")
    ratio = (money["United States"] / money["China"]).round(1)
    found = {
        key: ratio[key]
        for key in [
            ("private funding (CSET)", 2024),
            ("private investment (AI Index)", 2024),
            ("venture capital (one article)", 2024),
            ("venture capital (PitchBook)", 2018),
            ("private funding (CSET)", 2025),
            ("venture capital (OECD brief of 2026)", 2025),
        ]
    }
    assert list(found.values()) == [10.7, 11.7, 2.1, 0.9, 23.4, 14.0]


def test_an_application_gains_cents_and_loses_them_on_borrowed_money():
    listed = kit.load("ai_listings").set_index("company")
    gain = 100 * (listed.first_close / listed.offer_price - 1)
    cents = {
        name: round(100 * kit.models.allotment_gain(gain[name], listed.retail_cover_times[name]), 1)
        for name in ("MiniMax", "Moore Threads")
    }
    assert cents == {"MiniMax": 5.9, "Moore Threads": 15.5} and round(gain["MiniMax"]) == 109
    assert round(100 * kit.models.allotment_gain(gain["MiniMax"], 1837, days=7, rate=5), 1) == -3.7
