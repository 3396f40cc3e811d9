"""Lesson 00: the figures in its words."""

import pandas as pd
import pytest

import kit


def test_the_figures_that_lesson_00_speaks_of_are_those_of_the_data():
    texts = kit.load("report_texts").set_index(["language", "year"])["length"]
    assert (
        texts["zh"].loc[2008:].idxmin() == 2020
        and texts["zh", 2020] == 9_947
        and texts["zh"].loc[2008:].max() == texts["zh", 2008] == 21_812
    )
    assert (texts["zh", 2023], texts["zh", 2025]) == (16_299, 16_263)

    mentions = kit.load("report_mentions").set_index(["language", "term", "year"])
    count, rate = mentions["count"], mentions["per_10000"]
    assert [count["zh", "artificial_intelligence", year] for year in (2017, 2018, 2020, 2021, 2025)] == [1, 1, 0, 0, 3]
    assert count["zh", "artificial_intelligence"].loc[:2016].sum() == 0 and count["zh", "ai_plus", 2025] == 1
    assert (
        count["zh", "internet_any"].max(),
        count["zh", "internet_any", 2018],
        count["zh", "internet_any", 2025],
    ) == (12, 12, 2)
    assert [count["zh", "talent", year] for year in (2023, 2024, 2025)] == [5, 20, 25]
    assert (count["zh", "talent", 2022], count["en", "talent", 2022]) == (8, 3)
    assert [
        count["zh", term, 2025]
        for term in ("reform", "development", "education", "healthcare", "agriculture", "intelligent_any")
    ] == [44, 145, 26, 19, 9, 10]
    assert [count["zh", "reform", year] for year in (2019, 2020)] == [109, 31]
    assert [round(rate["zh", "reform", year], 1) for year in (2019, 2020)] == [60.0, 31.2]
    assert count["zh", "low_altitude"].loc[lambda s: s > 0].index[0] == 2024
    for term in ("large_model", "embodied", "mobile_6g"):
        assert count["zh", term].loc[lambda s: s > 0].index.tolist() == [2025]
    assert count["zh", "internet_plus"].loc[lambda s: s > 0].index[0] == 2015


def test_the_tree_of_lesson_00_has_21_parts_of_which_nine_are_in_the_report():
    tree = kit.load("priorities")
    parts = tree[tree.priority_id.str.startswith("P") & (tree.level == 2)]
    assert (len(parts), (parts.said_in == "both").sum()) == (21, 9)
    assert set(tree.set_index("priority_id").loc[["P1.2", "P3.2", "P3.3"], "said_in"]) == {"briefing"}


def test_the_days_of_lesson_00():
    dates = pd.to_datetime(kit.load("timeline").query("precision == 'day'").set_index("event_id")["date"])
    assert [(dates[b] - dates[a]).days for a, b in (("E065", "E073"), ("E034", "E041"), ("E073", "E095"))] == [
        44,
        258,
        174,
    ]


def test_the_shares_of_lesson_00_and_the_growth_that_hangs_on_a_definition():
    table = kit.load("policy_indicators")
    share = table.query("indicator == 'core_digital_share_of_gdp'")
    assert {9.9, 10.5} <= set(share.query("status == 'official'")["value"]) and 12.5 in set(
        share.query("status == 'target'")["value"]
    )
    industry = table.query("indicator == 'core_ai_industry' and date == '2024'")["value"]
    assert sorted(industry) == [600, 700, 900] and 1200 / 600 - 1 == 1 and pytest.approx(1 / 3) == 1200 / 900 - 1


def test_the_chances_that_lesson_00_speaks_of():
    compare = kit.models.poisson_ratio_test
    assert round(compare(1, 3, earlier_length=16_299, later_length=16_263).p_value, 2) == 0.62
    assert f"{compare(5, 25, earlier_length=16_299, later_length=16_263).p_value:.1g}" == "0.0003"
    assert round(compare(1, 9, earlier_length=16_299, later_length=16_263).p_value, 2) == 0.02
    assert round(compare(1, 7, earlier_length=16_299, later_length=16_263).p_value, 2) == 0.07
