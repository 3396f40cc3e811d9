"""Lesson 06: the figures that it speaks of are those of the data."""

import numpy as np
import pytest

import kit


def test_the_figures_that_lesson_06_speaks_of_are_those_of_the_data():
    work = kit.load("robot_work").set_index(["who", "measure"])["value"]
    assert work["survey of customers"].item() == 1.64
    assert work["all humanoids"].item() == 1200 and round(1200 / 16_000, 3) == 0.075
    walker = work["UBTech Walker S2"]
    assert (
        walker["productivity, lower bound"],
        walker["productivity, upper bound"],
        walker["hours between battery changes"],
    ) == (30, 50, 2)
    robots = kit.load("robot_shipments").query("kind == 'humanoid' and who == 'all makers'")
    world = robots[robots.place == "World"].set_index(["said_by", "measure", "year"])["value"]
    assert world["Omdia", "shipped", 2025] == 13_317 and world["Counterpoint", "installed", 2025] == 16_000
    china = robots[robots.place == "China"].set_index(["said_by", "year"])["value"]
    assert (
        china["Counterpoint", 2025] / 16_000 == pytest.approx(0.81, abs=0.01)
        and china["Morgan Stanley", 2026] == 28_000
    )
    assert world["Counterpoint", "shipped", 2026] == 100_000


def test_the_race_in_lesson_06():
    races = kit.load("robot_races").set_index(["event", "runner", "measure"])["value"]
    first, last_year = (
        races["Half-marathon 2026", "Honor, first", "time"],
        races["Half-marathon 2025", "Tiangong Ultra", "time"],
    )
    assert (first, last_year) == (50 * 60 + 26, 2 * 3600 + 40 * 60 + 42)
    assert (round(last_year / 60, 1), round(first / 60, 1), round(first / last_year, 2)) == (160.7, 50.4, 0.31)
    assert round(3.6 * 21_097.5 / first, 1) == 25.1
    steered = races["Half-marathon 2026", "Honor, remote controlled", "time"]
    assert steered == 48 * 60 + 19 and round(1.2 * steered) == 57 * 60 + 59
    assert (
        steered
        < first
        < races["Half-marathon 2026", "Honor, third", "time"]
        < races["Human record", "human record", "time"]
        < 1.2 * steered
    )
    assert (
        races["Half-marathon 2025", "all robots", "robots at the start"] == 21
        and races["Half-marathon 2025", "all robots", "robots that finished"] == 6
    )
    assert races["Spring Festival Gala 2025", "Unitree H1", "robots on stage"] == 16
    speeds = kit.load("robot_catalogue").dropna(subset=["speed_m_s"]).set_index(["robot", "status"])["speed_m_s"]
    held = [speeds[name, "measured"] / speeds[name, "claim"] for name in ("Tiangong Ultra", "Noetix N2")]
    assert [round(100 * share) for share in held] == [66, 48]


def test_the_catalogue_in_lesson_06():
    catalogue = kit.load("robot_catalogue")
    assert (len(catalogue), (catalogue.status == "measured").sum()) == (54, 2)
    usd = catalogue["price_usd"].fillna(catalogue["price_cny"] / 7.1)
    assert usd[catalogue.robot == "UBTech Walker (2021-2023)"].dropna().round(-3).tolist() == [843_000]
    assert usd[catalogue.robot == "Noetix Bumi"].dropna().round().tolist() == [1408]
    assert sorted(usd[catalogue.robot == "EngineAI T800"].round()) == [25_352, 150_000]
    a_kilogram = usd / catalogue.groupby("robot")["mass_kg"].transform("mean")
    assert a_kilogram.min() == pytest.approx(107, abs=1) and a_kilogram.max() == pytest.approx(3846, abs=1)
    files = kit.load("robot_models").query("robot_type == 'humanoid'")
    slope = np.polyfit(np.log(files["mass_kg"]), np.log(files["knee_torque_nm"]), 1)[0]
    assert round(slope, 2) == 1.32
    knees = kit.load("robot_models").set_index("robot")["knee_torque_nm"]
    assert (knees["Unitree B2"], knees["Unitree G1 (23 DoF)"], knees["Unitree H1"]) == (320, 139, 300)


def test_the_forecasts_in_lesson_06_and_the_growth_that_they_need():
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

    assert (
        shipped(60)[0] == pytest.approx(13_317)
        and round(shipped(60)[-1], -3) == 1_443_000
        and round(shipped(140)[5], -3) == 1_049_000
    )
    assert kit.models.stock(shipped(60), 10).stock[-1] == pytest.approx(3.8e6, rel=0.02)
    assert 12e6 < kit.models.stock(shipped(85), 10).stock[-1] < 14e6


def test_the_squat_and_the_wage_in_lesson_06():
    robots = kit.load("robot_models").query("robot_type == 'humanoid'")
    margin = {
        (legs, load): kit.models.squat(
            robots.mass_kg, robots.thigh_m, robots.knee_torque_nm, legs=legs, load_kg=load
        ).margin
        for legs, load in [(2, 0), (1, 0), (1, 10)]
    }
    assert [int((values > 1).sum()) for values in margin.values()] == [23, 16, 9]
    assert (round(margin[2, 0].min(), 2), round(margin[2, 0].max(), 1)) == (1.23, 3.2)
    assert (
        kit.models.squat(robots.mass_kg, robots.thigh_m, robots.knee_torque_nm, legs=1, angle_deg=30).margin > 1
    ).all()
    assert round(kit.models.squat(60, 0.42, 1, legs=1).needed_nm) == 247
    wages = kit.load("robot_work").query("measure == 'average yearly wage'")["value"].tolist()
    assert wages == [69_476, 102_452, 124_110]

    def back(**options):
        return kit.models.payback(options.pop("price", 180_000), 69_476, life=5, **options)

    assert (
        round(back(productivity=0.4, hours=16).saving) == 55_581
        and round(back(productivity=0.4, hours=16).years, 1) == 3.2
    )
    assert round(back(productivity=0.4, hours=16, upkeep=69_476 / 3).years, 1) == 5.6
    few = back(productivity=0.4, hours=8, upkeep=69_476 / 3)
    assert round(few.saving) == 4632 and round(few.years) == 39
    assert round(back(price=5_988_000, productivity=1, hours=20).years, 1) == 34.5


def test_the_claims_of_lesson_06_follow_from_their_numbers():
    claims = kit.load("claims").set_index("claim_id")
    forecast, race = claims.loc["C91"], claims.loc["C92"]
    assert round(100 * ((forecast["target_value"] / forecast["baseline_value"]) ** 0.1 - 1)) == 59
    assert race["evidence_value"] < race["target_value"] < race["baseline_value"]
