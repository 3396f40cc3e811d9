"""Lesson 05: the figures it speaks of are those of the data."""

from math import log2

import numpy as np
import pandas as pd

import kit


def said(device, measure, year):
    """Return what was said of a year, in the order in which it was said."""
    table = kit.load("device_forecasts").query("code == 'WLD'").sort_values("time")
    asked = (table["device"] == device) & (table["measure"] == measure) & (table["target_year"] == year)
    return table[asked]


def statements(device, year):
    """Return who said which share of those sold, when, and whether it was a forecast."""
    shares = said(device, "share of shipments", year)
    columns = shares[["forecaster", "published", "value", "status"]]
    return [tuple(row) for row in columns.itertuples(index=False)]


def test_the_first_surprise_a_forecast_was_half_of_what_its_own_maker_reported():
    assert statements("AI phone", 2024) == [
        ("Counterpoint", "2024-04", 11, "forecast"),
        ("IDC", "2024-07", 19, "forecast"),
        ("Counterpoint", "2025-03", 20, "estimate"),
    ]
    rules = said("AI phone", "share of shipments", 2024).set_index("forecaster")["definition"]
    assert "30 TOPS" in rules["IDC"] and set(rules["Counterpoint"]) == {
        "runs generative models; first by hardware, later also by update"
    }
    chips = kit.load("chip_speeds").set_index(["maker", "year", "device"])["tops"]
    assert (chips["Apple", 2022, "phone"].item(), chips["Apple", 2023, "phone"].item()) == (17, 35)


def test_the_second_surprise_a_lower_forecast_is_no_outcome():
    assert statements("AI PC", 2025) == [
        ("Canalys", "2024-03", 40, "forecast"),
        ("Gartner", "2024-09", 43, "forecast"),
        ("Gartner", "2025-09", 31, "forecast"),
    ]
    assert statements("AI PC", 2024) == [
        ("Canalys", "2024-03", 18, "forecast"),
        ("Gartner", "2024-09", 17, "forecast"),
        ("Canalys", "2025-02", 17, "estimate"),
        ("Gartner", "2025-09", 15.6, "estimate"),
    ]
    rows = said("AI PC", "share of shipments", 2024).set_index(["forecaster", "status"])
    assert "54 %" in rows.loc[("Canalys", "estimate"), "note"]
    assert "all Macs since 2020" in rows.loc[("Canalys", "estimate"), "definition"]
    gartner = pd.concat([said("AI PC", "share of shipments", year) for year in (2024, 2025)]).query(
        "forecaster == 'Gartner'"
    )
    assert set(gartner["definition"]) == {"has an NPU; Macs included"}, "the same rule in both years"


def test_the_third_surprise_an_update_of_old_phones_moves_2025_and_not_the_year_of_half():
    shares = kit.load("device_forecasts").query("forecaster == 'Counterpoint' and measure == 'share of shipments'")
    latest = shares.sort_values("time").drop_duplicates("target_year", keep="last").set_index("target_year")["value"]
    foreseen = latest.sort_index().loc[:2027]
    assert foreseen.to_dict() == {2024: 20, 2025: 36, 2026: 45, 2027: 52}
    years = range(2015, 2032)

    def in_use(sold, months, before):
        filled = sold.reindex(years).ffill().fillna(before)
        shares = kit.models.turnover(filled, months / 12)
        half = kit.models.year_reached(years, shares, 50)
        return round(shares[years.index(2025)]), half and int(half)

    assert in_use(foreseen, 24, 0) == (28, 2028), "the start of the explorer"
    assert [in_use(foreseen, months, 0)[1] for months in (33, 60)] == [2028, 2030]
    assert [in_use(foreseen, 33, before) for before in (0, 10)] == [(20, 2028), (23, 2028)]
    level = foreseen.loc[:2025]
    assert {in_use(level, months, before)[1] for months in range(18, 61, 3) for before in (0, 10, 20)} == {None}
    everyone = pd.concat([foreseen.loc[:2026], pd.Series({2027: 100.0})])
    assert [in_use(everyone, months, 0)[1] for months in (33, 60)] == [2027, 2028]


def test_the_case_by_hand_and_the_question_about_it():
    by_hand = kit.models.turnover([0, 30, 60, 60], 3)
    assert (3 * by_hand).tolist() == [0, 30, 90, 150]
    assert round(kit.models.turnover([0, 15, 60], 3)[-1]) == 25
    kept = kit.load("phone_facts").query("unit == 'months'").set_index(["code", "period"])["value"]
    assert (kept["WLD", "2017"], kept["CHN", "2025"], kept["USA", "2021"]) == (21, 33, 41)


def test_a_model_of_eight_billion_fits_into_the_mean_phone_at_four_bits():
    memory = (
        kit.load("phone_facts").query("unit == 'GB' and place == 'World'").set_index(["measure", "period"])["value"]
    )
    mean = memory["mean memory of phones sold"]
    assert (mean["2024-12"], mean["2025-12"], memory["memory of a cheap new phone", "2026"]) == (7.4, 8.4, 4)
    assert 8 * 4 / 8 <= mean["2025-12"] / 2 < 8 * 8 / 8
    assert 4 * 4 / 8 <= memory["memory of a cheap new phone", "2026"] / 2 < 5 * 4 / 8


def test_the_number_on_the_box_does_not_tell_the_speed_of_writing():
    runs = kit.load("on_device_speeds")
    tops = kit.load("chip_speeds").query("source_id == 'hollance-ane'").set_index("chip")["tops"]
    quick = runs[runs["bits"] == 4].set_index("chip")
    assert set(tops[["M1", "M1 Pro", "M1 Max"]]) == {11} and tops["M4"] == 38
    speeds = quick.loc[["M1", "M1 Pro", "M1 Max", "M4"], "tokens_per_second"]
    assert speeds.round().to_list() == [14, 36, 61, 21]
    assert quick.loc[["M1", "M1 Pro", "M1 Max"], "bandwidth_gb_s"].to_list() == [68, 200, 400]
    part = 100 * runs["tokens_per_second"] / kit.models.writing_speed(runs["bandwidth_gb_s"], runs["file_gb"])
    small, large = part[runs["bandwidth_gb_s"] <= 200], part[runs["bandwidth_gb_s"] == 800]
    assert (len(runs), runs["chip"].nunique(), round(part.min()), round(part.max())) == (11, 9, 40, 86)
    assert (round(small.min()), round(small.max()), round(large.min()), round(large.max())) == (70, 86, 40, 45)
    one = runs[runs["chip"] == "M1 Max"].set_index("bits")["tokens_per_second"].round()
    assert one[[16, 8, 4]].to_list() == [23, 40, 61]


def test_the_race_on_the_box_depends_on_its_start():
    chips = kit.load("chip_speeds")
    apple = chips[(chips["maker"] == "Apple") & (chips["device"] == "phone")].sort_values("year")
    months = []
    for first in (2017, 2018, 2020):
        used = apple[apple["year"] >= first]
        months.append(round(12 / np.polyfit(used["year"], np.log2(used["tops"]), 1)[0]))
    assert months == [16, 25, 27]
    assert log2(5 / 0.6) > 3 and apple["tops"].head(2).to_list() == [0.6, 5]
    assert set(chips[chips["chip"] == "M3"]["tops"]) == {15.8, 18}
    assert sorted(chips[chips["device"] == "threshold"]["tops"]) == [30, 40]
    assert {45, 48} <= set(chips[chips["device"] == "computer"]["tops"])


def test_the_last_forecast_of_2023_was_not_the_nearest_and_that_of_2026_fell():
    past, coming = (
        said("phone", "growth of shipments", year).query("forecaster == 'IDC'")[["published", "value", "status"]]
        for year in (2023, 2026)
    )
    assert past["value"].to_list() == [2.8, -1.1, -3.2, -4.7, -3.2]
    assert past["status"].to_list() == ["forecast"] * 4 + ["survey"]
    assert coming["value"].to_list() == [1.2, -0.9, -12.9, -13.9] and set(coming["status"]) == {"forecast"}
    assert coming["published"].to_list() == ["2025, before November", "2025-12", "2026-02", "2026-05"]


def test_two_firms_count_one_market():
    world = kit.load("phone_shipments").query("code == 'WLD'")
    yearly = world[world["frequency"] == "year"].pivot(index="period", columns="tracker", values="million")
    apart = (100 * (yearly["Counterpoint"] / yearly["IDC"] - 1)).dropna()
    assert (round(apart.min()), round(apart.max())) == (1, 8)
    assert (yearly.loc["2014", "IDC"], yearly.loc["2025", "IDC"]) == (1301.1, 1260)
    assert sorted(world[world["period"] == "2025-Q3"]["million"]) == [320.1, 322.7, 325.7]
