"""Lesson 03: what its prose says is what its data and models say."""

import pandas as pd
import pytest

import kit

TASKS = {"peng-copilot": 44, "noy-zhang-time": 60, "schwarcz-law": 67, "bcg-inside-tasks": 89}
JOBS = {"cui-three-firms": 79, "brynjolfsson-qje": 87, "humlum-time": 97, "metr-2025": 119}


def studies():
    return kit.load("productivity_studies").set_index("study")


def waves():
    """Return the years of the waves, the share of firms of the median state, and the first days of the waves."""
    rows = kit.load("us_ai_use").query("question == 'uses AI now'")
    start = pd.to_datetime(rows["start"])
    years = (start.dt.year + start.dt.day_of_year / 365).to_numpy()
    return years, rows["median_percent"].to_numpy(dtype=float), start.to_list()


# The core


def test_beginners_gained_and_experts_did_not():
    chats = studies().loc["brynjolfsson-qje"]
    assert chats[["sample_size", "effect_percent", "effect_novices", "effect_experts"]].to_list() == [5172, 15, 30, 0]


def test_a_set_task_keeps_fewer_minutes_of_100_than_most_whole_jobs():
    rows = studies()
    left = {}
    for study in TASKS | JOBS:
        change = rows.loc[study, "effect_percent"]
        saved = rows.loc[study, "better_when"] == "lower"
        left[study] = 100 + change if saved else 100 / (1 + change / 100)
    left["humlum-time"] = 100 - rows.loc["humlum-time", "effect_percent"]
    assert {study: round(minutes) for study, minutes in left.items()} == TASKS | JOBS
    assert set(rows.loc[list(TASKS), "scope"]) == {"set task"} and set(rows.loc[list(JOBS), "scope"]) == {"whole job"}
    assert rows.loc["humlum-time", "outcome"] == "work time saved"
    assert round(100 * (100 / left["peng-copilot"] - 1)) == 126
    assert rows.loc["schwarcz-law", "note"].startswith("gains significant in five of six tasks, 50 to 130")
    assert rows.loc["peng-copilot", "note"].endswith("three of the four authors worked for the makers of the tool")
    assert "the three firms ran the trials" in rows.loc["cui-three-firms", "note"]


def test_most_named_models_are_for_services_and_few_have_an_open_page():
    models = kit.load("llm_catalogue")
    named = models.groupby("sector_group").size()
    opened = models[models["has_public_page"]].groupby("sector_group").size()
    assert (named.sum(), named.sum() - named["general"], opened.sum()) == (247, 209, 103)
    assert named.idxmax() == "services" and (named["services"], opened["services"]) == (107, 31)
    assert (named["general"], opened["general"]) == (38, 31) == (38, opened.max())
    work = models[models["sector_group"] == "services"].groupby(["sector", "has_public_page"]).size()
    assert work["finance"].sum() == 20 == work.groupby("sector").sum().max() and work["finance", True] == 8
    share = opened / named
    assert share[["general", "services", "industry"]].round(2).to_list() == [0.82, 0.29, 0.20]
    assert share.idxmax() == "general" and share.index[share.isna()].to_list() == ["primary"] and named["primary"] == 6
    pairs = models.groupby(["sector_group", "province"]).size()
    assert pairs.idxmax() == ("services", "Beijing") and pairs.max() == 43
    built_on = models["base_model"].dropna()
    assert (len(built_on), built_on.str.contains("LLaMA").sum()) == (46, 22)


def test_both_figures_of_the_district_office_can_be_true():
    effects = kit.load("vertical_models").set_index("row_id")
    assert effects.loc[["V54", "V58"], "change_percent"].to_list() == [-90, 20]

    def left(task, speedup):
        return 480 / kit.models.overall_speedup(task / 480, speedup)

    assert left(120, 10) == pytest.approx(372) and round(480 / 372, 2) == 1.29
    assert [round(left(90, speedup)) for speedup in (10, 100, float("inf"))] == [399, 391, 390]
    assert [task for task in range(0, 490, 10) if round(100 * (480 / left(task, 10) - 1)) == 20] == [90]
    assert 480 * kit.models.share_needed(1.2, 10) == pytest.approx(88.9, abs=0.05)
    assert left(480, 10) == pytest.approx(48)
    assert kit.models.share_needed(1.2, 10) == pytest.approx(0.185, abs=0.0005)
    assert kit.models.share_needed(1 / (1 - 0.028), 2) == pytest.approx(0.056)
    assert kit.models.overall_speedup(0.25, 10) == pytest.approx(480 / 372)


# Going further


def test_the_21_figures_their_bars_and_what_chance_decided():
    rows = studies()
    teams = rows["authors"].replace({"Schwarcz and others": "Schwarcz, Manning, Prescott and others"})
    extra = set(teams) - set(teams[list(TASKS | JOBS)])
    assert len(rows) == 21 and len(extra) == 2
    better = rows["effect_percent"].where(rows["better_when"] == "higher", -rows["effect_percent"])
    assert (better["metr-2025"], better["metr-2025-belief"]) == (-19, 20)
    assert rows.loc["metr-2025", ["ci_low", "ci_high"]].to_list() == [2, 39]
    assert rows.loc["peng-copilot", ["effect_percent", "ci_low", "ci_high", "sample_size"]].to_list() == [
        -55.8,
        -89,
        -21,
        95,
    ]
    firms = rows.loc["cui-three-firms"]
    assert [round(firms["effect_percent"] + side * 1.96 * firms["standard_error"]) for side in (-1, 1)] == [6, 46]
    kept = rows[rows["randomised"]]
    assert set(rows.index) - set(kept.index) == {
        "brynjolfsson-qje",
        "brynjolfsson-nber",
        "metr-2025-belief",
        "humlum-time",
        "humlum-pay",
        "port-agent",
    }


def test_every_headline_answers_its_own_question():
    newest = kit.load("ai_adoption").dropna(subset=["label"]).set_index("row_id")
    shares = newest.loc[["A60", "A54", "A28", "A48", "A55", "A59"], "share_percent"]
    assert shares.to_list() == [8.5, 12.2, 19.95, 23, 30, 88]
    firms = newest[newest["weight"] == "firms"]
    assert len(firms) == 16 and firms["share_percent"].agg(["min", "max"]).to_list() == [8.5, 88]
    assert newest.loc[newest["weight"] == "jobs", "share_percent"].to_list() == [32]
    assert newest.loc["A38", "share_percent"] == 18
    large = firms[firms["asked_whom"] == "firms with 250 or more staff"]
    assert large["share_percent"].agg(["min", "max"]).round().to_list() == [37, 55]
    assert set(newest.loc[["A60", "A54"], "use_of_ai"]) == {"in making goods or services"}
    assert newest.loc["A55", "status"] == "claim"
    us = kit.load("ai_adoption").query("code == 'USA' and period == '2026-05' and firm_size == 'all'")
    assert sorted(us["share_percent"]) == [17, 20]


def test_filings_accounts_and_users_are_three_things():
    rows = kit.load("registered_models").set_index(["series", "date"])["value"]
    on_file = rows["services on file"]
    assert on_file[["2024-12-31", "2026-04-30"]].to_list() == [302, 868]
    users, accounts = rows["people who use generative AI"], rows["accounts registered with services"]
    assert users[["2025-06-30", "2025-12-31"]].to_list() == [515, 602] and accounts["2025-07-30"] == 3100
    people = users["2025-12-31"] / (rows["share of the population that uses generative AI", "2025-12-31"] / 100)
    assert round(accounts["2025-07-30"] / users["2025-06-30"]) == 6 and 1350 < people < 1450


def test_one_named_model_in_three_has_its_maker_in_beijing():
    models = kit.load("llm_catalogue")
    assert ((models["province"] == "Beijing").sum(), round(100 * 84 / 247)) == (84, 34)
    at = models.groupby(["sector_group", "province"]).size()
    assert (at["health", "Shanghai"], at["health", "Beijing"], at["industry", "Beijing"]) == (8, 5, 7)
    open_ = models[models["has_public_page"]].groupby("sector_group").size()
    assert open_[["general", "industry", "public"]].to_list() == [31, 5, 2]
    named = models.groupby("sector_group").size()
    assert named[["general", "industry", "public"]].to_list() == [38, 25, 14]
    finance = models[models["sector"] == "finance"]["province"].value_counts()
    assert finance[["Shanghai", "Beijing", "Zhejiang"]].to_list() == [5, 5, 3] == finance.head(3).to_list()


@pytest.mark.parametrize(("ceiling", "miss", "in_2030"), [(15, 0.53, 15), (90, 0.48, 45)])
def test_the_beginning_of_a_curve_hides_its_end(ceiling, miss, in_2030):
    when, share, _ = waves()
    fit = kit.models.fit_logistic(when, share, ceiling=ceiling)
    assert round(fit.rmse, 2) == miss and round(float(fit.curve(2030))) == in_2030


def test_seen_up_to_july_2024_the_curve_chooses_a_ceiling_that_is_soon_passed_and_later_none():
    when, share, start = waves()
    early = kit.models.fit_logistic(when, share, until=when[23])
    assert f"{start[23]:%B %Y}" == "July 2024" and round(early.ceiling, 1) == 4.8
    assert (len(share), share[-1], f"{start[-1]:%B %Y}") == (46, 8.5, "June 2025")
    with pytest.raises(ValueError, match="never slow down"):
        kit.models.fit_logistic(when, share)


def test_one_of_the_effects_that_are_stated_of_specialised_models_was_measured():
    effects = kit.load("vertical_models").dropna(subset=["label"]).set_index("label")
    measured = effects.index[effects["status"] == "measured"]
    assert len(effects) == 21 and measured.to_list() == ["Ports: time to mend"]
    assert effects.loc["Futian: all its work", "change_percent"] == 20
