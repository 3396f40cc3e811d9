"""Lesson 00: the figures in its words."""

import pandas as pd
import pytest

import kit

COMPARE = kit.models.poisson_ratio_test


@pytest.fixture(scope="module")
def counts():
    return kit.load("report_mentions").set_index(["language", "term", "year"])["count"]


@pytest.fixture(scope="module")
def lengths():
    return kit.load("report_texts").query("language == 'zh'").set_index("year")["length"]


def test_the_first_surprise_ai_stands_three_times_in_the_report_and_development_leads_in_every_year(counts, lengths):
    assert counts["zh", "artificial_intelligence", 2025] == 3 and lengths[2025] == 16_263
    chinese = counts["zh"].unstack("year").loc[:, 2008:]
    assert len(chinese) == 43 and set(chinese.idxmax()) == {"development"}
    assert list(chinese[2025].nlargest(2)) == [145, 44] and chinese[2025].nlargest(2).index[1] == "reform"
    assert [counts["zh", "artificial_intelligence", year] for year in (2020, 2021)] == [0, 0]
    for term in ("large_model", "embodied"):
        assert counts["zh", term].loc[lambda s: s > 0].index.tolist() == [2025]


def test_the_second_surprise_a_third_of_the_fall_of_reform_was_the_length_of_the_text(counts, lengths):
    recent = lengths.loc[2008:]
    assert recent.idxmin() == 2020 and recent[2020] == 9_947 and recent.max() == recent[2008] == 21_812
    assert recent.between(15_000, 18_000).sum() > len(recent) / 2
    fall = [counts["zh", "reform", year] for year in (2019, 2020)]
    rates = kit.load("report_mentions").set_index(["language", "term", "year"])["per_10000"]["zh", "reform"]
    assert fall == [109, 31] and round(100 * (1 - 31 / 109)) == 72
    assert [round(rates[year], 1) for year in (2019, 2020)] == [60.0, 31.2]
    assert round(100 * (1 - rates[2020] / rates[2019])) == 48


def test_the_third_surprise_chance_gives_one_and_three_most_of_the_time_and_five_and_twenty_five_hardly_ever(counts):
    assert [counts["zh", "artificial_intelligence", year] for year in (2023, 2025)] == [1, 3]
    assert [counts["zh", "talent", year] for year in (2023, 2025)] == [5, 25]
    assert COMPARE(1, 3).p_value == 10 / 16 and f"{COMPARE(5, 25).p_value:.1g}" == "0.0003"
    assert [round(1000 * COMPARE(1, now).p_value) for now in (7, 8)] == [70, 39]


def test_the_texts_that_are_compared_are_almost_equally_long(lengths):
    exact = COMPARE(1, 3, earlier_length=lengths[2023], later_length=lengths[2025]).p_value
    assert round(exact, 2) == 0.62 and abs(lengths[2023] / lengths[2025] - 1) < 0.003


def test_internet_led_in_2018_and_faded(counts):
    assert [counts["zh", "internet_any", year] for year in (2018, 2025)] == [12, 2]
    assert counts["zh", "artificial_intelligence", 2018] == 1 and counts["zh", "internet_any"].max() == 12
    assert counts["zh", "intelligent_any", 2025] == 10


def test_what_the_exercises_count(counts):
    ai = counts["zh", "artificial_intelligence"].loc[2008:]
    assert ai.value_counts().to_dict() == {0: 11, 1: 5, 3: 2}


def test_the_words_of_seventy_years(counts):
    assert [counts["zh", "reform", year] for year in (1979, 1981, 1988)] == [18, 36, 175]
    assert [counts["zh", "opening_up", year] for year in (1979, 1981, 1987)] == [0, 4, 30]
    assert (counts["zh", "talent", 2022], counts["en", "talent", 2022]) == (8, 3)
    plus = counts["zh", "internet_plus"]
    assert plus.loc[lambda s: s > 0].index[[0, -1]].tolist() == [2015, 2023] and plus[2019] == 7


def test_of_all_changes_eleven_are_rare(counts, lengths):
    recent, rare = lengths.loc[2008:], {}
    for term, line in counts["zh"].loc[:, 2008:].groupby("term"):
        pairs = zip(recent.index[:-1], recent.index[1:], strict=True)
        rare[term] = [
            later
            for earlier, later in pairs
            if COMPARE(
                line[term, earlier], line[term, later], earlier_length=recent[earlier], later_length=recent[later]
            ).p_value
            < 0.05
        ]
    assert (rare["talent"], rare["reform"], rare["education"]) == ([2010, 2024], [2020], [])
    assert sum(map(len, rare.values())) == 11 and 43 * 17 == 731 and round(731 / 20) == 37


def test_the_tree_has_21_parts_of_which_nine_are_in_the_report(counts):
    tree = kit.load("priorities")
    parts = tree[tree.priority_id.str.startswith("P") & (tree.level == 2)]
    assert (len(parts), (parts.said_in == "both").sum()) == (21, 9)
    assert set(tree.set_index("priority_id").loc[["P1.2", "P3.2", "P3.3"], "said_in"]) == {"briefing"}
    assert [counts["zh", term, 2025] for term in ("education", "healthcare", "agriculture")] == [26, 19, 9]


def test_the_days_between_events():
    dates = pd.to_datetime(kit.load("timeline").query("precision == 'day'").set_index("event_id")["date"])
    pairs = [("E065", "E073"), ("E034", "E041"), ("E073", "E095")]
    assert [(dates[b] - dates[a]).days for a, b in pairs] == [44, 258, 174]


def test_the_goal_for_2025_was_met_and_the_growth_of_an_industry_hangs_on_a_definition():
    table = kit.load("policy_indicators").set_index("indicator")
    share = table.loc["core_digital_share_of_gdp"].set_index(["date", "status"])["value"]
    assert (share["2023", "official"].item(), set(share["2025", "official"])) == (9.9, {10.5})
    assert (share["2025", "target"].item(), share["2030", "target"].item()) == (10, 12.5)
    assert round(100 * (10.5 / 9.9 - 1)) == 6
    industry = table.loc["core_ai_industry"].query("date == '2024'")["value"]
    assert sorted(industry) == [600, 700, 900] and 1200 / 600 - 1 == 1 and pytest.approx(1 / 3) == 1200 / 900 - 1
