"""The claims ledger: what the numbers decide is computed here by the written definitions, over every row."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

import kit
from kit.data import verdict_words

CLAIMS = kit.load("claims")
OUTCOMES = kit.load("claim_outcomes")
AHEAD = {"target", "forecast"}  # said of a time still to come

#: Where a number of the same measure stands on both sides and words decide all the same: claim → why.
ARGUED = {"C110": "the pace held at one level of quality and not at others"}

#: Evidence that stands in the ledger alone: single facts behind which the kit holds no table.
ALONE = {"C24", "C32", "C49", "C110"}

#: Evidence that is worked out from a table below, not read off it.
DERIVED = {"C15", "C18", "C46", "C100", "C101", "C122"}

#: Evidence of lesson 00's and 14's claims, to be found in `policy_indicators`: claim → indicator, date.
INDICATORS = {
    "C01": ("core_ai_industry", "2020"),
    "C02": ("core_ai_industry", "2025"),
    "C03": ("core_ai_industry", "2025"),
    "C08": ("generative_ai_penetration", "2025-12"),
    "C09": ("generative_ai_penetration", "2025-12"),
    "C11": ("manufacturers_using_ai", "2025-12"),
    "C19": ("storage_capacity", "2025-06"),
    "C20": ("core_digital_share_of_gdp", "2025"),
    "C27": ("high_value_patents", "2025"),
    "C28": ("nev_share_of_sales", "2025"),
    "C29": ("nev_production", "2024"),
    "C30": ("nev_production", "2025"),
    "C31": ("humanoid_makers", "2025"),
    "C35": ("ai_education_base_schools", "2025-12"),
    "C39": ("high_quality_datasets", "2025-06"),
    "C40": ("daily_tokens", "2025-06"),
    "C41": ("deepseek_daily_users", "2025"),
    "C44": ("zhipu_local_deployment_revenue", "2024"),
    "C47": ("ai_patent_share", "2025-04"),
    "C48": ("ai_firms", "2025"),
    "C51": ("public_gpus", "2026-03-25"),
}


def ends(when):
    """Return the last day of a date that may be known only to the year or the month; spans end with their last year."""
    if pd.isna(when):
        return None
    last = when.split("-")[-1] if len(when) == 9 else when
    return last + {4: "-12-31", 7: "-31", 10: ""}[len(last)]


def passed(row):
    """Return whether the date of a claim lay behind the kit when it last looked; a claim without a date is open."""
    due = ends(row.target_date)
    return due is not None and due < f"{row.last_look:%Y-%m-%d}"


def in_time(row):
    """Return whether the evidence is of the claim's date or later."""
    due = ends(row.target_date)
    return due is None or ends(row.evidence_date) >= due


def ruled(row):
    """Return the verdict that the written definitions give, or None where only words can decide."""
    if row.yardstick == "no":
        return "not measurable"
    measured = row.evidence_measure == "same" and row.evidence_status != "forecast"
    share = row.evidence_value / row.target_value if pd.notna(row.target_value) else np.nan
    if row.evidence_measure == "unclear" and share >= 1:
        return "partly"  # the same name, and nobody can say whether the same thing
    if row.status in AHEAD:
        if measured and row.status == "forecast" and in_time(row) and share > 1.25:
            return "not supported"
        if measured and share >= 1 and (row.status == "target" or in_time(row)):
            return "supported"
        if measured and in_time(row) and pd.notna(row.target_date) and pd.notna(share):
            return "partly" if share >= 0.99 else "not supported"
        if measured and share < 0.5 and passed(row) and row.evidence_date[:4] == row.target_date[:4]:
            return "not supported"
        if measured and pd.isna(share):
            return None
        return "outcome not found" if passed(row) else "too early"
    if not measured or np.isnan(share):
        return None
    return "not supported" if share < 0.5 else "supported" if share >= 1 else "partly"


def known(row):
    """Return what is known of the outcome: a figure of the same measure in time, signs, or nothing."""
    measured = row.evidence_measure == "same" and row.evidence_status != "forecast" and row.yardstick == "yes"
    if measured and (in_time(row) or row.evidence_value >= row.target_value) and ruled(row) != "too early":
        return "found"
    return "signs" if pd.notna(row.evidence_value) or row.claim_id in set(OUTCOMES["claim_id"]) else "none"


ROWS = list(CLAIMS.itertuples())
each_claim = pytest.mark.parametrize("row", ROWS, ids=[row.claim_id for row in ROWS])


@each_claim
def test_a_verdict_that_the_definitions_decide_is_the_one_in_the_ledger(row):
    found = ruled(row)
    assert (found != row.verdict) if row.claim_id in ARGUED else found in (None, row.verdict), (
        f"{row.claim}: {row.target_value} by {row.target_date}, found {row.evidence_value} of {row.evidence_date}"
    )


def test_most_verdicts_are_computed():
    assert sum(ruled(row) is not None for row in ROWS) >= 0.75 * len(ROWS)


@each_claim
def test_a_verdict_keeps_its_written_definition(row):
    if row.verdict == "supported":
        assert row.evidence_measure == "same" and (in_time(row) or row.status == "target")
    if row.verdict == "not supported":
        assert row.evidence_measure == "same" and pd.notna(row.target_value)
    if row.verdict == "too early":
        assert row.status in AHEAD and row.yardstick == "yes" and not passed(row)
    if row.verdict == "outcome not found":
        assert row.status in AHEAD and row.yardstick == "yes" and passed(row) and row.outcome != "found"
    assert (row.verdict == "not measurable") == (row.yardstick == "no")


@each_claim
def test_what_is_known_of_an_outcome_follows_from_its_figures(row):
    assert row.outcome == known(row)


@each_claim
def test_every_claim_has_a_reason_a_measure_and_an_evidence_that_is_whole(row):
    assert len(row.verdict_reason) > 15 and row.metric
    evidence = (row.evidence_value, row.evidence_date, row.evidence_status, row.evidence_measure)
    whole = {pd.notna(part) for part in evidence}
    assert len(whole) == 1 and (pd.notna(row.evidence_source_id) or not whole.pop())


@each_claim
def test_nothing_is_known_before_it_was_published_or_after_the_last_look(row):
    look = f"{row.last_look:%Y-%m-%d}"
    assert row.date <= look and row.last_look.date() <= date.today()
    if pd.notna(row.evidence_date) and row.evidence_status != "forecast":
        published = kit.load("sources").set_index("source_id")["published"].get(row.evidence_source_id)
        assert row.evidence_date[-4:] <= look[:4] if len(row.evidence_date) == 9 else row.evidence_date <= look
        assert pd.isna(published) or ends(published) >= row.evidence_date[:4]


def test_the_six_words_are_explained_once_and_the_glossary_and_lesson_14_say_the_same():
    words = verdict_words()
    assert set(words) == set(CLAIMS["verdict"]) and len(words) == 6
    meanings = kit.load("glossary").set_index("term")["meaning"]
    for label, meaning in words.values():
        assert meanings[label] == f"Verdict: {meaning[0].lower()}{meaning[1:]}"


def test_what_else_was_found_has_its_dates_in_order_and_does_not_repeat_the_evidence():
    claims = CLAIMS.set_index("claim_id")
    for other in OUTCOMES.itertuples():
        row = claims.loc[other.claim_id]
        assert other.published <= f"{row.last_look:%Y-%m-%d}"
        assert ends(other.published) >= other.date or other.status in AHEAD | {"claim"}, other.found
        assert row.status not in AHEAD or ends(other.published) >= row.date, other.found
        assert pd.notna(other.unit) == pd.notna(other.value)
        same = (other.value, other.date, other.source_id) == (
            row.evidence_value,
            row.evidence_date,
            row.evidence_source_id,
        )
        assert not same, other.found


@pytest.mark.parametrize("row", list(OUTCOMES.itertuples()), ids=lambda row: f"{row.claim_id} {row.value:g}")
def test_a_later_count_of_the_same_measure_does_not_turn_the_verdict_unnoticed(row):
    """A figure of the same measure and of the claim's date, beside the evidence, must not contradict the verdict."""
    claim_row = next(one for one in ROWS if one.claim_id == row.claim_id)
    decides = row.measure == "same" and row.status not in AHEAD and pd.notna(claim_row.target_value)
    if decides and ends(row.date) >= (ends(claim_row.target_date) or ""):
        assert claim_row.verdict == "partly" or (row.value >= claim_row.target_value) == (
            claim_row.verdict == "supported"
        )


def test_the_ledger_shows_said_happened_and_verdict_with_a_mark_and_the_day_of_the_last_look():
    shown = kit.ledger()
    html = shown.html("ledger")
    assert html.count("<tr data-words=") == len(CLAIMS) and html.count("last look 20") == len(CLAIMS)
    counts = CLAIMS["outcome"].value_counts()
    assert html.count("● outcome") == counts["found"] == len(kit.ledger(outcome="found").claims)
    assert html.count("◐ signs") == counts["signs"] and html.count("○ no figure") == counts["none"]
    assert html.count("<li>") == CLAIMS["evidence_value"].notna().sum() + len(OUTCOMES)
    assert set(kit.ledger("06").claims["lesson"]) == {"06"} and "C31" in repr(kit.ledger("06"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("", "maybe"), "choose one of found, signs, none"),
        (("99",), "no claim of lesson '99'; it has claims of 00, 01"),
    ],
)
def test_an_unknown_lesson_or_outcome_is_told_which_there_are(arguments, sentence):
    with pytest.raises(kit.DatasetError, match=sentence):
        kit.ledger(*arguments)


def tables():
    names = set(kit.datasets()["name"]) - {"claims", "sources", "places", "glossary", "headline_checks"}
    return {name: kit.load(name) for name in names}


@pytest.fixture(scope="module")
def shipped():
    return tables()


def stands_in_a_table(row, shipped):
    """Return whether a table names the source of the evidence beside its very number."""
    for table in shipped.values():
        columns = [column for column in table if column.endswith("source_id")]
        named = table[table[columns].eq(row.evidence_source_id).any(axis=1)]
        numbers = named.select_dtypes("number").astype(float)
        if np.isclose(numbers, row.evidence_value).any():
            return True
    return False


WITH_EVIDENCE = [row for row in ROWS if pd.notna(row.evidence_value) and row.claim_id not in DERIVED]


@pytest.mark.parametrize("row", WITH_EVIDENCE, ids=lambda row: row.claim_id)
def test_the_evidence_stands_in_a_table_of_the_kit_with_the_same_source_or_is_named_as_standing_alone(row, shipped):
    assert stands_in_a_table(row, shipped) == (row.claim_id not in ALONE), (row.evidence_value, row.evidence_source_id)


@pytest.mark.parametrize("claim_id", INDICATORS)
def test_the_evidence_is_that_of_its_indicator_and_date(claim_id):
    indicators = kit.load("policy_indicators").query("status != 'target'").set_index(["indicator", "date"])
    row = CLAIMS.set_index("claim_id").loc[claim_id]
    found = indicators.loc[[INDICATORS[claim_id]]]
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
    abroad = kit.load("study_abroad").set_index(["year", "group"])["people"]
    for year, percent in [(2019, claim("C122").target_value), (2024, claim("C122").evidence_value)]:
        finished = abroad[year, "came back"] + abroad[year, "finished, not back"]
        assert 100 * abroad[year, "came back"] / finished == pytest.approx(percent, abs=0.05)
    assert f"{100 * abroad[2019, 'came back'] / abroad[2019].sum():.0f} of 100" in claim("C122").verdict_reason
    people = kit.load("policy_indicators").set_index(["indicator", "date"])["value"]
    assert 100 * people["generative_ai_users", "2025-12"] / people["internet_users", "2025-12"] == pytest.approx(
        53.5, abs=0.05
    )
    assert round(100 * claim("C19").evidence_value / claim("C19").target_value) == 93
    capacity = kit.load("computing_capacity").query("date == '2024-12' and precision == 'FP32'").set_index("indicator")
    total = capacity.loc["computing capacity in data centres", "value"]
    assert claim("C17").evidence_value == total == 280
    assert claim("C18").evidence_value == round(
        100 * capacity.loc["intelligent computing in data centres", "value"] / total
    )
    assert round(1 - claim("C29").evidence_value / claim("C29").target_value, 3) == 0.009
