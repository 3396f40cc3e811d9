"""Lesson 03: what its prose says is what its data and models say."""

import pandas as pd
import pytest

import kit


def waves():
    """Return the years of the waves and the share of firms of the median state."""
    rows = kit.load("us_ai_use").query("question == 'uses AI now'")
    start = pd.to_datetime(rows["start"])
    return (
        (start.dt.year + start.dt.day_of_year / 365).to_numpy(),
        rows["median_percent"].to_numpy(dtype=float),
        start.to_list(),
    )


def test_the_figures_that_lesson_03_speaks_of_are_those_of_the_data():
    studies = kit.load("productivity_studies").set_index("study")
    chats = studies.loc["brynjolfsson-qje"]
    assert chats[["sample_size", "effect_percent", "effect_novices", "effect_experts"]].to_list() == [5172, 15, 30, 0]
    assert (
        len(studies) == 21
        and studies["authors"].replace({"Schwarcz and others": "Schwarcz, Manning, Prescott and others"}).nunique()
        == 10
    )
    better = studies["effect_percent"].where(studies["better_when"] == "higher", -studies["effect_percent"])
    real = studies[~studies["design"].str.startswith("self")]
    assert better[real.index][real["scope"] == "set task"].agg(["min", "max"]).to_list() == [-19, 130]
    assert better[real.index][real["scope"] == "whole job"].agg(["min", "max"]).round().to_list() == [-19, 26]
    assert (better["metr-2025"], better["metr-2025-belief"]) == (-19, 20) and studies.loc[
        "metr-2025", ["ci_low", "ci_high"]
    ].to_list() == [2, 39]
    assert (
        studies.loc["humlum-time", ["effect_percent", "sample_size"]].to_list() == [2.8, 25_000]
        and better["humlum-pay"] == 0
    )
    assert studies.loc["peng-copilot", ["effect_percent", "ci_low", "ci_high", "sample_size"]].to_list() == [
        -55.8,
        -89,
        -21,
        95,
    ]
    assert [round(100 * less / (100 - less), 1) for less in (40, 55.8)] == [66.7, 126.2]
    firms = studies.loc["cui-three-firms"]
    assert [round(firms.effect_percent + side * 1.96 * firms.standard_error) for side in (-1, 1)] == [6, 46]
    assert set(studies.index[~studies["randomised"]]) == {
        "brynjolfsson-qje",
        "brynjolfsson-nber",
        "metr-2025-belief",
        "humlum-time",
        "humlum-pay",
        "port-agent",
    }


def test_every_headline_answers_its_own_question():
    newest = kit.load("ai_adoption").dropna(subset=["label"]).set_index("row_id")
    assert newest.loc[["A60", "A54", "A28", "A48", "A55", "A59"], "share_percent"].to_list() == [
        8.5,
        12.2,
        19.95,
        23,
        30,
        88,
    ]
    firms = newest[newest["weight"] == "firms"]
    assert len(firms) == 16 and firms["share_percent"].agg(["min", "max"]).to_list() == [8.5, 88]
    assert (
        newest.loc[newest["weight"] == "jobs", "share_percent"].to_list() == [32]
        and newest.loc["A38", "share_percent"] == 18
    )
    large = firms[firms["asked_whom"] == "firms with 250 or more staff"]
    assert large["share_percent"].agg(["min", "max"]).round().to_list() == [37, 55]
    assert newest.loc[["A29", "A31"], "share_percent"].round().to_list() == [55, 17]
    assert (
        set(newest.loc[["A60", "A54"], "use_of_ai"]) == {"in making goods or services"}
        and newest.loc["A55", "status"] == "claim"
    )
    us = kit.load("ai_adoption").query("code == 'USA' and period == '2026-05' and firm_size == 'all'")
    assert sorted(us["share_percent"]) == [17, 20]


def test_filings_accounts_and_users_are_three_things():
    rows = kit.load("registered_models").set_index(["series", "date"])["value"]
    on_file = rows["services on file"]
    assert on_file[["2023-08", "2024-12-31", "2026-04-30"]].to_list() == [11, 302, 868]
    users, accounts = rows["people who use generative AI"], rows["accounts registered with services"]
    assert users[["2025-06-30", "2025-12-31"]].to_list() == [515, 602] and accounts["2025-07-30"] == 3100
    people = users["2025-12-31"] / (rows["share of the population that uses generative AI", "2025-12-31"] / 100)
    assert (
        round(accounts["2025-07-30"] / users["2025-06-30"]) == 6 and 1350 < people < 1450 < accounts["2025-07-30"] / 2
    )


def test_one_named_model_in_three_has_its_seat_in_beijing():
    models = kit.load("llm_catalogue")
    fields, open_ = (
        models["sector_group"].value_counts(),
        models[models["has_public_page"]]["sector_group"].value_counts(),
    )
    assert (len(models), (models["province"] == "Beijing").sum(), (models["province"] == "Shanghai").sum()) == (
        247,
        84,
        34,
    )
    assert fields[["services", "industry", "primary", "general"]].to_list() == [107, 25, 6, 38]
    assert models["has_public_page"].sum() == 103 and open_[["services", "industry", "general"]].to_list() == [
        31,
        5,
        31,
    ]
    services = models[models["sector_group"] == "services"]
    assert (services["province"] == "Beijing").sum() == 43 and services["sector"].value_counts()["finance"] == services[
        "sector"
    ].value_counts().max() == 20
    built_on = models["base_model"].dropna()
    assert [len(built_on), *(built_on.str.contains(name).sum() for name in ("LLaMA", "ChatGLM", "Qwen"))] == [
        46,
        22,
        8,
        5,
    ]


def test_both_figures_of_the_district_office_can_be_true():
    effects = kit.load("vertical_models").set_index("row_id")
    assert effects.loc[["V54", "V58"], "change_percent"].to_list() == [-90, 20]
    faster = 1 / (1 - 0.90)
    assert kit.models.share_needed(1.20, faster) == pytest.approx(0.185, abs=0.0005)
    assert 480 / kit.models.overall_speedup(0.2, [faster, 100, float("inf")]) == pytest.approx([393.6, 384.96, 384])
    assert [round(100 * (kit.models.overall_speedup(0.2, s) - 1)) for s in (faster, 100, 0.84)] == [22, 25, -4]
    assert kit.models.share_needed(1 / (1 - 0.028), 2) == pytest.approx(0.056)
    assert kit.models.share_needed(2, 10) == pytest.approx(0.556, abs=0.001)
    assert kit.models.overall_speedup(0.3, 1 / 0.6) == pytest.approx(1.136, abs=0.001)
    assert kit.models.overall_speedup(0.25, 10) == pytest.approx(480 / 372)
    named = effects.dropna(subset=["label"])
    assert len(named) == 21 and (named["status"] == "measured").sum() == 1


@pytest.mark.parametrize(("ceiling", "miss", "in_2030"), [(15, 0.53, 15), (90, 0.48, 45)])
def test_the_beginning_of_a_curve_hides_its_end(ceiling, miss, in_2030):
    when, share, _ = waves()
    fit = kit.models.fit_logistic(when, share, ceiling=ceiling)
    assert round(fit.rmse, 2) == miss and round(float(fit.curve(2030))) == in_2030


def test_seen_up_to_july_2024_the_curve_chooses_a_ceiling_that_is_soon_passed_and_later_none():
    when, share, start = waves()
    early = kit.models.fit_logistic(when, share, until=when[23])
    assert f"{start[23]:%B %Y}" == "July 2024" and round(early.ceiling, 1) == 4.8
    assert (share[0], share[-1]) == (3.7, 8.5)
    with pytest.raises(ValueError, match="never slow down"):
        kit.models.fit_logistic(when, share)
