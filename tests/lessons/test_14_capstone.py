"""Lesson 14: the figures in its words."""

import json
from pathlib import Path

import pytest

import kit
from kit.data import verdict_words


def read_notebook(name):
    notebooks = Path(kit.__file__).resolve().parents[1] / "notebooks"
    return json.loads((notebooks / f"{name}.ipynb").read_text(encoding="utf-8"))


@pytest.fixture
def ledger():
    return kit.load("claims").set_index("claim_id")


def test_what_lesson_14_says_of_the_whole_ledger_holds(ledger):
    shares = ledger["verdict"].value_counts(normalize=True)
    assert shares["supported"] == pytest.approx(1 / 9, abs=0.01)
    assert shares["not supported"] == pytest.approx(1 / 9, abs=0.01)
    counts = ledger.groupby("verdict")["evidence_status"].value_counts()
    assert (counts["supported", "official"], counts["supported", "claim"], counts["supported"].sum()) == (4, 1, 9)
    assert counts["partly", "claim"] / counts["partly"].sum() > 1 / 3
    unmeasured = (ledger["verdict"] == "not measurable").groupby(ledger["status"]).mean()
    assert unmeasured["claim"] == pytest.approx(unmeasured["target"], abs=0.01) and unmeasured["target"] > 1 / 4
    assert unmeasured["forecast"] == 0.1
    open_ = ledger[ledger.verdict == "too early"]["status"].value_counts()
    assert open_.index[0] == "target"
    assert (ledger["outcome"] == "found").sum() == 26 and len(ledger) == 84
    assert (ledger["verdict"] == "outcome not found").sum() == 9


def test_the_definitions_in_lesson_14_are_those_of_the_catalogue():
    lesson = read_notebook("14_capstone")
    shown = "".join(next(cell for cell in lesson["cells"] if cell["id"] == "explore")["source"])
    for label, meaning in verdict_words().values():
        assert f"| {label} | {meaning} |" in shown


def test_the_goals_that_lesson_14_compares(ledger):
    reached = 100 * ledger["evidence_value"] / ledger["target_value"]
    assert reached[["C02", "C15", "C17", "C19"]].round().tolist() == [300, 96, 93, 93]
    assert (ledger.loc[["C15", "C17", "C19"], "verdict"] == "outcome not found").all()
    assert ledger.loc["C02", "verdict"] == "partly" and round(100 * 1590 / ledger.loc["C17", "target_value"]) == 530
    assert (ledger.loc["C28", "target_value"], ledger.loc["C28", "evidence_value"]) == (20, 47.9)


def test_the_paces_of_lesson_14(ledger):
    def needed(claim, years):
        row = ledger.loc[claim]
        return 100 * kit.models.cagr(row.baseline_value, row.target_value, years)

    assert [round(needed(*pair), 1) for pair in (("C15", 5), ("C34", 12))] == [14.9, 17.5]
    assert [round(needed(*pair)) for pair in (("C33", 2), ("C91", 10))] == [72, 59]
    assert round(505.95 * 1.338**2) == 906 and round(1.2**5, 2) == 2.49 and round(12 * 1.75**4) == 113


def test_the_worked_example_of_lesson_14(ledger):
    china = kit.load("rd_intensity").query("code == 'CHN'").set_index(["vintage", "year"])["percent_of_gdp"]
    goal, found = china["plan goal"], china["NBS, revised GDP, printed 2026"]
    assert round(goal[2020] - found[2020], 2) == round(goal[2015] - china["OECD MSTI 2021", 2015], 2) == 0.14
    assert (china["report of 2013", 2012], found[2012]) == (1.97, 1.91) and round(100 * (1.97 / 1.91 - 1)) == 3
    assert round(100 * (1 - found[2020] / goal[2020]), 1) == 5.6
    assert (
        ledger.loc["C23", "verdict"] == "not supported" and "above 2.5 for 2022" in ledger.loc["C23", "verdict_reason"]
    )


def test_the_shares_in_the_quiz_of_lesson_14():
    people = kit.load("policy_indicators").set_index(["indicator", "date"])["value"]
    assert people["generative_ai_users", "2025-06"] == 515 and people["generative_ai_penetration", "2025-06"] == 36.5
    assert round(100 * 515 / people["internet_users", "2025-06"], 1) == 45.9
