"""Lesson 06: the figures that it speaks of are those of the data."""

import numpy as np
import pandas as pd
import pytest

import kit

WAGE = 69_476


def back(productivity, hours, minder=0.0, price=180_000, wage=WAGE):
    """Return the payback of a robot as the lesson's model computes it; ``minder`` is a share of a person."""
    return kit.models.payback(price, wage, productivity=productivity, hours=hours, life=5, upkeep=minder * wage)


@pytest.fixture(scope="module")
def minutes():
    """Event and runner → minutes over the half-marathon."""
    races = kit.load("robot_races").query("measure == 'time'")
    return races.set_index(["event", "runner"])["value"] / 60


def test_the_guess_few_of_those_installed_were_counted_at_work():
    work = kit.load("robot_work").set_index("who")
    at_work = work.loc["all humanoids"]
    assert (at_work["value"], at_work["status"]) == (1200, "estimate")
    assert "factory floors and in warehouses" in at_work["note"] and "generous" in at_work["note"]
    robots = kit.load("robot_shipments").query("kind == 'humanoid' and who == 'all makers' and place == 'World'")
    counted = robots[robots.status == "estimate"].set_index(["said_by", "measure", "year"])["value"]
    assert counted.to_dict() == {
        ("Omdia", "shipped", 2025): 13_317,
        ("Counterpoint", "installed", 2025): 16_000,
        ("Robonaissance", "at productive work", 2026): 1200,
    }
    assert 7 < 100 * 1200 / 16_000 < 8
    assert work.loc["survey of customers", "value"] == 1.64 and round(100 / 61, 2) == 1.64


def test_the_stage_and_the_start_of_the_race():
    races = kit.load("robot_races").set_index("event")
    show = races.query("measure == 'robots on stage'").loc["Spring Festival Gala 2025"]
    assert (show["date"], show["runner"], show["value"]) == ("2025-01-28", "Unitree H1", 16)
    counts = races.loc["Half-marathon 2025"].set_index("measure")["value"]
    assert (counts["robots at the start"], counts["robots that finished"]) == (21, 6)


def test_first_surprise_a_third_of_the_time_one_year_later_and_faster_than_any_human(minutes):
    record = minutes["Human record", "human record"]
    old, new = minutes["Half-marathon 2025"], minutes["Half-marathon 2026"]
    robots = new[new.index.str.startswith("Honor")].sort_values()
    assert round(record, 1) == 57.3 and (robots < record).all() and len(robots) == 4
    assert robots.round(1).tolist() == [48.3, 50.4, 50.9, 53.0]
    assert round(old["Tiangong Ultra"], 1) == 160.7 and old["DroidUp X02"] == 290
    assert round(robots["Honor, first"] / old["Tiangong Ultra"], 2) == 0.31
    assert (old["fastest human, 2025"], new["fastest human, 2026"]) == (62, 67)


def test_second_surprise_the_rule_names_the_winner(minutes):
    new = minutes["Half-marathon 2026"]
    steered, own = new["Honor, remote controlled"], new["Honor, first"]
    factors = np.arange(1, 1.31, 0.05)
    assert next(round(factor, 2) for factor in factors if steered * factor > own) == 1.05
    assert round(1.2 * steered, 1) == 58.0 and 1.2 * steered > minutes["Human record", "human record"]


def test_third_surprise_the_minder_decides_whether_a_robot_pays():
    assert back(0.4, 8, 1 / 3).years == pytest.approx(38.9, abs=0.1)
    assert back(0.4, 16, 1 / 3).years == pytest.approx(5.6, abs=0.1)
    assert round(back(0.4, 8, 1 / 3).years / back(0.4, 16, 1 / 3).years) == 7
    assert back(0.4, 8).years / back(0.4, 16).years == pytest.approx(2)


def test_the_target_and_the_standing_still_of_the_model():
    claimed, hours = (0.3, 0.4, 0.5), (8, 12, 16, 20)
    met = {(p, h): round(back(p, h, 1 / 10).years, 1) for p in claimed for h in hours if back(p, h, 1 / 10).years <= 3}
    assert met == {(0.4, 20): 2.9, (0.5, 16): 2.9, (0.5, 20): 2.3}
    assert [round(back(0.4, h, 1 / 10).years, 1) for h in (16, 12)] == [3.7, 5.2]
    assert [round(back(p, 16).years, 1) for p in (0.3, 0.5)] == [4.3, 2.6]
    assert round(back(1, 20).years, 1) == 1.0 and back(0.3, 8, 1 / 3).saving < 0
    assert round(back(1, 20, price=5_988_000).years, 1) == 34.5


def test_the_cases_worked_by_hand():
    assert back(0.5, 16, 1 / 4, wage=80_000) == (60_000, 3, 120_000)
    assert back(0.5, 16, price=210_000, wage=70_000).years == 3
    assert back(0.5, 8, price=210_000, wage=70_000).years == 6


def test_the_wages_and_the_makers_word():
    work = kit.load("robot_work")
    wages = work[work.measure == "average yearly wage"].set_index("who")["value"]
    assert wages["workers in China, private firms in towns"] == WAGE
    assert wages["workers in China, non-private units in towns"] == 124_110
    walker = work[work.who == "UBTech Walker S2"].set_index("measure")
    said = walker.loc[["productivity, lower bound", "productivity, upper bound"]]
    assert said["value"].tolist() == [30, 50] and said["note"].str.contains("in some tasks").all()
    assert walker.loc["hours between battery changes", "value"] == 2
    assert set(work[work.who.str.contains("2021")]["value"]) == {5_988_000}
    prices = kit.load("robot_catalogue").query("robot == 'EngineAI T800'")
    assert prices["price_cny"].max() == 180_000 and prices["price_usd"].max() == 150_000


def test_the_catalogue():
    catalogue = kit.load("robot_catalogue")
    assert (len(catalogue), (catalogue.status == "measured").sum()) == (54, 2)
    usd = catalogue["price_usd"].fillna(catalogue["price_cny"] / 7.1)
    assert usd[catalogue.robot == "UBTech Walker (2021-2023)"].dropna().round(-3).tolist() == [843_000]
    assert usd[catalogue.robot == "Noetix Bumi"].dropna().round().tolist() == [1408]
    low, high = sorted(usd[catalogue.robot == "EngineAI T800"].round())
    assert (low, high, round(high / low)) == (25_352, 150_000, 6)
    assert (catalogue.robot[usd.notna()] == "Unitree G1").sum() == 3
    a_kilogram = (usd / catalogue.groupby("robot")["mass_kg"].transform("mean")).rename(index=catalogue.robot)
    assert (round(a_kilogram.min()), round(a_kilogram.max())) == (107, 3846)
    assert (a_kilogram.idxmin(), a_kilogram.idxmax()) == ("Unitree Go2", "Agility Digit")
    speeds = (3.6 * catalogue["speed_m_s"]).groupby([catalogue.robot, catalogue.status]).first()
    for robot, measured, claim, held in (("Tiangong Ultra", 7.9, 12, 66), ("Noetix N2", 6.1, 12.6, 48)):
        assert (round(speeds[robot, "measured"], 1), round(speeds[robot, "claim"], 1)) == (measured, claim)
        assert round(100 * speeds[robot, "measured"] / speeds[robot, "claim"]) == held


def test_the_squat_and_the_scaling():
    files = kit.load("robot_models")
    robots = files.query("robot_type == 'humanoid'")

    def margin(**options):
        held = kit.models.squat(robots.mass_kg, robots.thigh_m, robots.knee_torque_nm, **options)
        return pd.Series(held.margin, index=robots.robot)

    assert [int((margin(legs=legs, load_kg=load) > 1).sum()) for legs, load in [(2, 0), (1, 0), (1, 10)]] == [23, 16, 9]
    assert round(margin().min(), 2) == 1.23 and "Valkyrie" in margin().idxmin()
    assert (margin(legs=1, angle_deg=30) > 1).all()
    assert round(kit.models.squat(60, 0.42, 1, legs=1).needed_nm) == 247 and round(60 * 9.81 * 0.2) == 118
    for kind, slope in (("humanoid", 1.32), ("four-legged", 0.99)):
        rows = files[files.robot_type.str.contains(kind)]
        assert round(np.polyfit(np.log(rows.mass_kg), np.log(rows.knee_torque_nm), 1)[0], 2) == slope
    knees = files.set_index("robot")["knee_torque_nm"]
    assert (knees["Unitree B2"], knees["Unitree G1 (23 DoF)"]) == (320, 139)


def test_the_forecasts_and_the_growth_that_they_need():
    needed = {
        name: round(100 * ((end / 13_317) ** (1 / years) - 1))
        for name, end, years in [("Goldman", 1.4e6, 10), ("Omdia", 2.6e6, 10), ("America", 1e6, 5)]
    }
    assert needed == {"Goldman": 59, "Omdia": 69, "America": 137}
    drones = kit.load("spraying_drones").query("date in ['2014', '2024', '2024-12-31']")
    first, *counts = drones.sort_values("year")["drones"]
    assert sorted(round(100 * ((count / first) ** 0.1 - 1)) for count in counts) == [76, 80]
    factory = kit.load("robot_installations").query("place == 'China'").set_index("year")["robots"]
    assert round(100 * ((factory[2023] / factory[2012]) ** (1 / 11) - 1)) == 25
    years = np.arange(2025, 2036)

    def shipped(growth, ceiling=1e8):
        speed = np.log(1 + growth / 100)
        return kit.models.logistic(years, ceiling, 2025 + np.log(ceiling / 13_317 - 1) / speed, speed)

    assert shipped(60)[0] == pytest.approx(13_317)
    assert round(shipped(60)[-1], -3) == 1_443_000 and round(shipped(140)[5], -3) == 1_049_000
    assert kit.models.stock(shipped(60), 10).stock[-1] == pytest.approx(3.8e6, rel=0.02)
    assert 12e6 < kit.models.stock(shipped(85), 10).stock[-1] < 14e6
    said = kit.load("robot_shipments").query("kind == 'humanoid' and year == 2026").set_index(["said_by", "place"])
    assert said.loc[("Counterpoint", "World"), "value"] == 100_000
    assert said.loc[("Morgan Stanley", "China"), "value"] == 28_000


def test_the_claims_of_the_lesson_follow_from_their_numbers():
    claims = kit.load("claims").set_index("claim_id")
    assert claims.loc[["C90", "C32"], "verdict"].tolist() == ["not measurable", "supported"]
    forecast, race = claims.loc["C91"], claims.loc["C92"]
    assert round(100 * ((forecast["target_value"] / forecast["baseline_value"]) ** 0.1 - 1)) == 59
    assert race["evidence_value"] < race["target_value"] < race["baseline_value"]
