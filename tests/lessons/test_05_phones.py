"""Lesson 05: the figures in its words."""

import numpy as np
import pytest

import kit


def said(device, measure, year, code="WLD"):
    table = kit.load("device_forecasts")
    return table[
        (table.device == device) & (table.measure == measure) & (table.target_year == year) & (table.code == code)
    ].sort_values("time")


def test_the_forecasts_that_lesson_05_speaks_of_are_those_of_the_data():
    phones = said("AI phone", "share of shipments", 2024)
    assert list(phones.value) == [11, 19, 20] and list(phones.status) == ["forecast", "forecast", "estimate"]
    assert list(phones.forecaster) == ["Counterpoint", "IDC", "Counterpoint"] and list(phones.published) == [
        "2024-04",
        "2024-07",
        "2025-03",
    ]
    assert list(said("AI phone", "share of shipments", 2027).value) == [43, 52]
    assert list(said("AI phone", "share of shipments", 2025).query("status == 'estimate'").value) == [36]
    gartner = said("AI PC", "share of shipments", 2025).query("forecaster == 'Gartner'")
    assert list(gartner.value) == [43, 31] and set(said("AI PC", "share of shipments", 2025).status) == {"forecast"}
    outcomes = said("AI PC", "share of shipments", 2024).query("status != 'forecast'").set_index("forecaster").value
    assert dict(outcomes) == {"Canalys": 17, "Gartner": 15.6}
    assert (
        "54 %"
        in said("AI PC", "share of shipments", 2024)
        .query("forecaster == 'Canalys' and status == 'estimate'")
        .note.item()
    )


def test_the_revisions_of_lesson_05():
    idc = said("phone", "growth of shipments", 2026).query("forecaster == 'IDC'")
    assert list(idc.value) == [1.2, -0.9, -12.9, -13.9] and set(idc.status) == {"forecast"}
    past = said("phone", "growth of shipments", 2023)
    assert list(past[past.status == "forecast"].value) == [2.8, -1.1, -3.2, -4.7] and list(
        past[past.status != "forecast"].value
    ) == [-3.2]


def test_the_pockets_of_lesson_05():
    facts = kit.load("phone_facts")
    months = facts[facts.unit == "months"].set_index(["code", "period"]).value
    assert (months["WLD", "2017"], months["CHN", "2025"], months["USA", "2021"]) == (21, 33, 41)
    years = range(2022, 2035)
    sold = [0, 0, 20, 36, 45, 52, *[54] * 7]
    use = kit.models.turnover(sold, 33 / 12)
    assert round(use[3]) == 20
    assert [int(kit.models.year_reached(years, kit.models.turnover(sold, months / 12), 50)) for months in (33, 60)] == [
        2028,
        2030,
    ]
    assert kit.models.year_reached(years, kit.models.turnover([0, 0, 20, *[36] * 10], 33 / 12), 50) is None
    idc = [0, 0, *np.linspace(19, 70, 5), *[70] * 6]
    assert int(kit.models.year_reached(years, kit.models.turnover(idc, 33 / 12), 50)) == 2028


def test_the_memory_and_the_speeds_of_lesson_05():
    facts = kit.load("phone_facts")
    memory = facts[facts.measure == "mean memory of phones sold"].set_index("period").value
    assert memory["2025-12"] == 8.4
    assert (round(8.4 / 2 * 8 / 16, 1), round(8.4 / 2 * 8 / 4, 1)) == (2.1, 8.4)
    runs = kit.load("on_device_speeds")
    tops = kit.load("chip_speeds").query("source_id == 'hollance-ane'").set_index("chip").tops
    quick = runs[runs.bits == 4].set_index("chip").tokens_per_second
    assert set(tops[["M1", "M1 Pro", "M1 Max"]]) == {11} and tops["M4"] == 38
    assert [round(quick[chip]) for chip in ("M1", "M1 Pro", "M1 Max", "M4")] == [14, 36, 61, 21]
    part = 100 * runs.tokens_per_second / kit.models.writing_speed(runs.bandwidth_gb_s, runs.file_gb)
    assert (len(runs), runs.chip.nunique(), round(part.min()), round(part.max())) == (11, 9, 40, 86)
    assert [round(v) for v in runs[runs.chip == "M1 Max"].sort_values("bits", ascending=False).tokens_per_second] == [
        23,
        40,
        61,
    ]
    small, large = part[runs.bandwidth_gb_s <= 200], part[runs.bandwidth_gb_s == 800]
    assert (round(small.min()), round(small.max()), round(large.min()), round(large.max())) == (70, 86, 40, 45)


def test_the_chip_race_of_lesson_05_depends_on_its_start():
    chips = kit.load("chip_speeds")
    apple = chips[(chips.maker == "Apple") & (chips.device == "phone")]
    months = []
    for first in (2017, 2018, 2020):
        used = apple[apple.year >= first]
        months.append(round(12 / np.polyfit(used.year, np.log2(used.tops), 1)[0]))
    assert months == [16, 25, 27]
    assert 84 / np.log2(35 / 0.6) == pytest.approx(14.3, abs=0.05) and 72 / np.log2(35 / 5) == pytest.approx(
        25.6, abs=0.1
    )
    assert set(chips[chips.chip == "M3"].tops) == {15.8, 18}
    assert sorted(chips[chips.device == "threshold"].tops) == [30, 40]


def test_the_shipments_of_lesson_05():
    world = kit.load("phone_shipments").query("code == 'WLD'")
    yearly = world[world.frequency == "year"].pivot(index="period", columns="tracker", values="million")
    apart = (100 * (yearly.Counterpoint / yearly.IDC - 1)).dropna()
    assert (round(apart.min()), round(apart.max())) == (1, 8)
    assert (yearly.IDC["2014"], yearly.IDC["2025"]) == (1301.1, 1260)
    third = world[world.period == "2025-Q3"]
    assert sorted(third.million) == [320.1, 322.7, 325.7]
