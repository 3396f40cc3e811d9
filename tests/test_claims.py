"""The claims ledger: what the numbers decide is computed here from the shipped data, so that it cannot drift from them."""

import numpy as np
import pandas as pd
import pytest

import kit

CLAIMS = kit.load("claims")
READ = "2026-11-24"  # the ledger knows nothing later

#: Where a number stands on both sides and words decide all the same: claim → why the rule is not enough.
ARGUED = {
    "C36": "a rollout was reported, the hours themselves were not",
    "C56": "the 90 percent are of some tasks, the 20 of the whole job",
    "C70": "passes over a field against fields: two measures",
    "C74": "any use in some part of a large firm against use in firms of all sizes",
    "C92": "fewer seconds are better, and the rules of the race differ from a human's",
    "C93": "an estimated fleet against registrations: two measures",
    "C110": "the pace held at one level of quality and not at others",
}

#: Evidence that stands in the ledger alone: single facts behind which the kit holds no table.
ALONE = {"C24", "C32", "C49", "C110"}

#: Evidence that is worked out from a table below, not read off it.
DERIVED = {"C15", "C46", "C100", "C101"}

#: Evidence of lesson 00's and 14's claims, to be found in `policy_indicators`: claim → indicator, date.
INDICATORS = {
    "C01": ("core_ai_industry", "2020"), "C02": ("core_ai_industry", "2025"), "C03": ("core_ai_industry", "2025"),
    "C08": ("generative_ai_penetration", "2025-12"), "C09": ("generative_ai_penetration", "2025-12"), "C11": ("manufacturers_using_ai", "2025-12"),
    "C17": ("intelligent_compute", "2025-12"), "C19": ("storage_capacity", "2025-06"), "C20": ("core_digital_share_of_gdp", "2025"),
    "C27": ("high_value_patents", "2025"), "C28": ("nev_share_of_sales", "2025"), "C29": ("nev_production", "2024"), "C30": ("nev_production", "2025"),
    "C31": ("humanoid_makers", "2025"), "C35": ("ai_education_base_schools", "2025-12"), "C39": ("high_quality_datasets", "2025-06"),
    "C40": ("daily_tokens", "2025-06"), "C41": ("deepseek_daily_users", "2025"), "C42": ("hang_seng_tech_ytd", "2025-03-20"),
    "C44": ("zhipu_local_deployment_revenue", "2025"), "C47": ("ai_patent_share", "2025-04"), "C48": ("ai_firms", "2025"), "C51": ("public_gpus", "2025"),
}  # fmt: skip


def ends(when):
    """Return the last day of a date that may be known only to the year or the month; spans end with their last year."""
    if pd.isna(when):
        return None
    last = when.split("-")[-1] if len(when) == 9 else when
    return last + {4: "-12-31", 7: "-31", 10: ""}[len(last)]


def ruled(row):
    """Return the verdict that the numbers alone give, or None where there is nothing to compare."""
    goal, found, due, seen = row.target_value, row.evidence_value, ends(row.target_date), ends(row.evidence_date)
    if np.isnan(goal):
        return None
    if due and due > READ and row.status != "claim":
        return "supported" if found >= goal else "too early"
    if np.isnan(found):
        return "not measurable" if due else None
    if row.evidence_status == "forecast":
        return "too early"
    if found * goal < 0:
        return "not supported"
    ratio = found / goal
    if row.status == "forecast" and ratio > 1.25:
        return "not supported"  # a forecast can be too low as well
    if ratio >= 1:
        return "supported"
    if row.status in ("target", "forecast"):
        if not due:
            return None  # nobody said until when
        if seen < due and ratio < 0.9:
            return "not supported" if ratio < 0.5 and seen[:4] == due[:4] else "too early"
        return "partly" if seen < due or ratio >= 0.99 else "not supported"
    return "partly" if ratio >= 0.5 else "not supported"


COMPUTED = [row for row in CLAIMS.itertuples() if row.claim_id not in ARGUED and ruled(row)]


@pytest.mark.parametrize("row", COMPUTED, ids=lambda row: row.claim_id)
def test_a_verdict_that_numbers_decide_is_the_one_in_the_ledger(row):
    assert ruled(row) == row.verdict, (
        f"{row.claim}: {row.target_value} by {row.target_date}, found {row.evidence_value} of {row.evidence_date}"
    )


def test_most_verdicts_with_a_number_are_computed_and_each_exception_is_one():
    numbered = CLAIMS[CLAIMS.target_value.notna()]
    assert len(COMPUTED) >= 45 and len(COMPUTED) >= 0.8 * len(numbered)
    backwards = {"C92"}  # the rule meets its verdict by chance: it takes more for better
    for row in CLAIMS[CLAIMS.claim_id.isin(set(ARGUED) - backwards)].itertuples():
        assert ruled(row) != row.verdict, f"{row.claim_id} needs no exception"


def test_nothing_is_supported_without_a_figure_and_nothing_refuted_without_two():
    assert CLAIMS.query("verdict == 'supported'")["evidence_value"].notna().all()
    refuted = CLAIMS.query("verdict == 'not supported'")
    assert refuted["evidence_value"].notna().all() and refuted["target_value"].notna().all()


def test_too_early_is_only_what_can_still_come_or_was_seen_too_soon():
    for row in CLAIMS.query("verdict == 'too early'").itertuples():
        due = ends(row.target_date)
        assert due is None or due > READ or row.evidence_status == "forecast" or ends(row.evidence_date) < due, (
            row.claim_id
        )


def test_every_claim_has_a_reason_a_measure_and_an_evidence_that_is_whole():
    for row in CLAIMS.itertuples():
        assert len(row.verdict_reason) > 15 and row.metric, row.claim_id
        known = [
            pd.notna(value)
            for value in (row.evidence_value, row.evidence_date, row.evidence_status, row.evidence_source_id)
        ]
        assert len(set(known[:3])) == 1 and (known[3] or not known[0]), row.claim_id


def tables():
    names = set(kit.datasets()["name"]) - {"claims", "sources", "places", "glossary"}
    return {name: kit.load(name) for name in names}


@pytest.fixture(scope="module")
def shipped():
    return tables()


@pytest.mark.parametrize(
    "claim_id", CLAIMS[CLAIMS.evidence_value.notna() & ~CLAIMS.claim_id.isin(ALONE | DERIVED)]["claim_id"]
)
def test_the_evidence_stands_in_a_table_of_the_kit_with_the_same_source(claim_id, shipped):
    row = CLAIMS.set_index("claim_id").loc[claim_id]
    for table in shipped.values():
        columns = [column for column in table if column.endswith("source_id")]
        named = (
            table[np.any([table[column] == row.evidence_source_id for column in columns], axis=0)]
            if columns
            else table.iloc[:0]
        )
        if any(
            np.isclose(named[column].astype(float), row.evidence_value).any()
            for column in named.select_dtypes("number")
        ):
            return
    pytest.fail(f"{row.evidence_value} from {row.evidence_source_id} is in no table")


@pytest.mark.parametrize("claim_id", INDICATORS)
def test_the_evidence_is_that_of_its_indicator_and_date(claim_id):
    indicator, when = INDICATORS[claim_id]
    row = CLAIMS.set_index("claim_id").loc[claim_id]
    found = kit.load("policy_indicators").query("indicator == @indicator and date == @when and status != 'target'")
    assert row.evidence_value in set(found["value"])


def claim(claim_id):
    return CLAIMS.set_index("claim_id").loc[claim_id]


def test_the_goals_of_the_plan_of_2017_and_of_two_five_year_plans_are_those_of_the_tables():
    plan = kit.load("policy_indicators").query("status == 'target'").set_index(["indicator", "date"])["value"]
    for claim_id, year in [("C01", "2020"), ("C02", "2025"), ("C03", "2030")]:
        assert claim(claim_id).target_value == plan["core_ai_industry", year]
    assert (
        claim("C20").target_value == plan["core_digital_share_of_gdp", "2025"]
        and claim("C21").target_value == plan["core_digital_share_of_gdp", "2030"]
    )
    spending = kit.load("rd_intensity").query("code == 'CHN'").set_index(["vintage", "year"])["percent_of_gdp"]
    assert (
        claim("C22").target_value == spending["plan goal", 2015]
        and claim("C22").evidence_value == spending["OECD MSTI 2021", 2015] == 2.06
    )
    assert (
        claim("C23").target_value == spending["plan goal", 2020]
        and claim("C23").evidence_value == spending["NBS, revised GDP, printed 2026", 2020] == 2.36
    )
    assert (
        claim("C26").baseline_value == spending["NBS 2026", 2024]
        and claim("C26").evidence_value == spending["report of 2026", 2025]
    )


def test_the_robot_goal_is_twice_the_density_of_2020_and_470_is_96_per_cent_of_it():
    density = kit.load("robot_density").query("code == 'CHN'").set_index("year")["robots_per_10000"]
    row = claim("C15")
    assert row.baseline_value in set(density.loc[[2020]]) and row.evidence_value in set(density.loc[[2023]])
    assert row.target_value == 2 * row.baseline_value and round(100 * row.evidence_value / row.target_value) == 96


def test_arithmetic_behind_reasons():
    assert claim("C40").evidence_value / claim("C40").baseline_value == pytest.approx(300)
    litres = 210e6 * 1000 / 500e6
    assert f"{litres:.0f} litres a hectare" in claim("C55").verdict_reason
    training = kit.load("model_training").set_index("model").loc["DeepSeek-V3"]
    assert training["gpu_hours_mn"] * 2 == pytest.approx(claim("C46").evidence_value)
    funnel = (
        kit.load("screening_funnels").query("programme == 'PANDA at a hospital in Ningbo'").set_index("stage")["people"]
    )
    assert round(100 * funnel["ill"] / funnel["flagged"], 1) == claim("C100").evidence_value
    village = kit.load("hospital_ai").query("source_id == 'iflytek-2024'").set_index("metric")["value"]
    corrected = village["diagnoses corrected, cumulative"] / village["AI diagnosis suggestions, cumulative"]
    assert round(100 * corrected, 2) == claim("C101").evidence_value
    people = kit.load("policy_indicators").set_index(["indicator", "date"])["value"]
    assert 100 * people["generative_ai_users", "2025-12"] / people["internet_users", "2025-12"] == pytest.approx(
        53.5, abs=0.05
    )
    assert round(100 * claim("C19").evidence_value / claim("C19").target_value) == 93
