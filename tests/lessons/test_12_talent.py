"""Lesson 12: the figures in its words are those of the data. The models are held by their own tests."""

import pytest

import kit

STAYS = kit.load("doctorate_stays").set_index(["measure", "place", "year"])["percent"].sort_index()
ARTICLES = kit.load("ai_articles").set_index(["place", "year"]).sort_index()[["articles", "international"]]
ABROAD = kit.load("study_abroad").set_index(["year", "group"])["people"]
MEASURES = kit.load("research_measures")


def leader(words):
    rows = MEASURES[MEASURES.measure.str.startswith(words)].sort_values("value", ascending=False)
    return [(row.place, row.value) for row in rows.itertuples()]


def test_first_surprise_most_of_these_doctorates_are_still_there():
    row = kit.load("doctorate_stays").query("measure == 'lives there in 2023'").iloc[0]
    assert "13,150 of 15,800" in row["note"] and row.doctorates == 15800
    assert row.percent == round(100 * 13150 / 15800, 1) and round(row.percent) == 83 and 100 - 83 == 17
    earned = kit.load("doctorate_stays").query("measure == 'means to stay' and place == 'China'").set_index("year")
    assert earned["doctorates"][[2017, 2018, 2019]].sum() == 18056


def test_at_the_ring_plan_and_path_are_close():
    plans = STAYS["means to stay", "China"]
    assert plans[[2017, 2018, 2019]].to_list() == [83.3, 79.4, 79.2]
    assert [round(plans[[2017, 2018, 2019]].agg(end)) for end in ("min", "max")] == [79, 83]


def test_where_plans_rose_a_little_the_path_rose_much():
    plan, path = STAYS["means to stay", "South Korea"], STAYS["is there five years later", "South Korea"]
    assert (plan[2016], plan[2023], path[2003], path[2017]) == (66.7, 71.1, 36, 57)
    assert round(plan[2023] - plan[2016]) == 4 and path[2017] - path[2003] == 21
    assert set(plan.index) & set(path.index - 5) == set(), "no year has both, so the two lines are about other people"
    india = STAYS["is there five years later", "India"]
    assert (STAYS["means to stay", "India", 2023], india.min(), india[2017]) == (89, 79, 83)


def test_the_great_fall_of_the_path_came_early():
    later = STAYS["is there five years later", "China"]
    assert later[[2007, 2011]].to_list() == [94, 85] and (later.diff(2).idxmin(), later.diff(2).min()) == (2011, -9)


def share(place, year):
    row = ARTICLES.loc[(place, year)]
    return round(100 * row.international / row.articles, 1)


def test_second_surprise_the_share_falls_while_the_number_grows_and_the_first_year_decides():
    china = ARTICLES.loc["China"]
    grown = (china.loc[2022] / china.loc[2015]).round(1)
    assert (grown.international, grown.articles) == (3.4, 4.8)
    assert (china.international[2015], china.international[2022]) == (2027, 6833)
    assert (share("China", 2015), share("China", 2022)) == (22.9, 16.1)
    rose = [year for year in range(2007, 2019) if share("China", year) < share("China", 2022)]
    assert rose == list(range(2007, 2013))
    assert [share("China", year) for year in (2008, 2012, 2013)] == [8.6, 15.2, 18.6]
    assert china.articles.idxmax() == 2022 and 0.4 < china.articles[2012] / china.articles[2009] < 0.5


def test_elsewhere_the_part_grew_faster_than_the_whole():
    states = (ARTICLES.loc["United States"].loc[2022] / ARTICLES.loc["United States"].loc[2015]).round(1)
    assert (states.international, states.articles) == (2.3, 2.0)
    assert [share("United States", year) for year in (2015, 2022)] == [33.8, 39.3]
    assert round(share("Singapore", 2022)) == 72


def edges(stay_abroad, study_home=51):
    band = kit.models.circulation(study_home / 100, 0.9, 0.36, stay_abroad / 100)
    return round(100 * band.low), round(100 * band.high)


def test_third_surprise_only_a_band_is_certain_and_two_settings_fit_one_count():
    paths = kit.load("talent_paths").set_index(["group", "code", "year"])["value"].sort_index()
    assert paths["first degree in China", "CHN", 2022] == 51 and paths["first degree in China", "USA", 2022] == 36
    assert paths["graduate study in China", "CHN", 2022] == 90
    stayed = paths.loc["graduate study in the United States", "USA"]
    assert stayed.to_dict() == {2022: 80, 2019: 88}
    assert round(51 * 0.9) == 46 and round(36 * 0.2) == 7 and 100 - 51 - 36 == 13
    assert [edges(80), edges(88)] == [(53, 66), (50, 63)]
    all_authors = kit.load("talent_paths").query("group == 'all authors' and year == 2022 and code == 'CHN'")
    began, works = all_authors.set_index("stage")["value"][["first degree", "works in"]]
    assert (began, works, round(100 * works / began)) == (47, 28, 60)
    assert [60 - low for low, _ in (edges(80), edges(88))] == [7, 10]


def test_the_shares_of_all_who_left_and_of_those_who_had_finished():
    shares = {year: 100 * ABROAD[year] / ABROAD[year].sum() for year in (2019, 2024)}
    assert all(parts.sum() == pytest.approx(100) for parts in shares.values())
    assert shares[2019].round(1).to_dict() == {"still studying": 25.2, "came back": 64.5, "finished, not back": 10.3}
    assert round(shares[2024]["came back"]) == 73
    finished = {year: ABROAD[year].drop("still studying") for year in (2019, 2024)}
    back = {year: 100 * done["came back"] / done.sum() for year, done in finished.items()}
    assert round(back[2019]) == 86 and round(back[2024], 1) == 86.7
    assert ABROAD[2019, "came back"] == 4_231_700 and finished[2019].sum() == 4_904_400
    assert round(shares[2019].drop("still studying").sum()) == 75
    assert round(100 * ABROAD[2024].sum() / ABROAD[2019].sum()) == 135


def test_the_listed_first_degrees_lack_a_rest():
    listed = kit.load("talent_paths").query("year == 2022 and stage == 'first degree'")["value"]
    assert len(listed) == 7 and listed.sum() == 88


def test_almost_half_had_a_first_degree_from_china():
    paths = kit.load("talent_paths").query("group == 'all authors'").set_index(["stage", "place", "year"])["value"]
    assert [paths["first degree", "China", year] for year in (2019, 2022)] == [29, 47]
    assert [paths["works in", place, year] for place in ("China", "United States") for year in (2019, 2022)] == [
        11,
        28,
        59,
        42,
    ]
    kept = kit.load("talent_paths").query("year == 2025").set_index("place")["value"]
    assert kept.to_dict() == {"United States": 87, "China": 10}


def test_the_measure_chooses_the_winner():
    assert (
        leader("articles, Scopus")[0] == ("China", 42524) and dict(leader("articles, Scopus"))["United States"] == 12642
    )
    assert round(42524 / 12642, 1) == 3.4
    assert leader("patent applications")[0][0] == leader("share of citations")[0][0] == "China"
    assert leader("papers among the 100")[:2] == [("United States", 46), ("China", 41)]
    assert leader("notable models, AI Index (press)")[:2] == [("United States", 50), ("China", 30)]
    assert leader("notable models, AI Index (chapter")[:2] == [("United States", 59), ("China", 35)]
    per_person = leader("patents granted per 100,000")
    assert per_person[0] == ("South Korea", 14.3) and per_person[-1] == ("China", 7.0)
    assert leader("doctorates with medicine") == [("China", 49498), ("United States", 33759)]
    assert leader("doctorates with social") == [("United States", 41071), ("China", 39768)]


def test_online_is_not_one_group():
    online = kit.load("online_groups").set_index(["group", "date"])["percent"]
    assert (
        online["60 and older"].to_list() == [43.2, 52.0]
        and online["everyone", "2025-06-30"] == 79.7
        and online["in the country", "2025-06-30"] == 69.2
    )
    assert online["users of 60 and older who searched for information alone"].item() == 46.2
    users = kit.load("policy_indicators").query("date == '2025-12'").set_index("indicator")["value"]
    assert (users["generative_ai_users"], users["generative_ai_penetration"]) == (602, 42.8)


def test_the_steps_of_the_circulation_that_the_words_name():
    assert [edges(80), edges(20)] == [(53, 66), (75, 88)]
    moved = [kit.models.circulation(0.51, 0.9, 0.36, stay).low for stay in (0.8, 0.9)]
    assert round(100 * (moved[0] - moved[1])) == 4
    assert edges(80, 60)[0] - edges(80)[0] == 8


def test_one_known_share_of_the_smaller_group_leaves_nearly_everything_open():
    leaders, others = 100, 900
    young = 0.2 * leaders
    assert (young / (leaders + others), (young + others) / (leaders + others)) == (0.02, 0.92)


def test_no_class_of_graduates_fills_the_gap_and_a_cap_bends_the_voucher():
    assert round(kit.models.workforce(1e6, 40_000 / 4, 1, 0, 8)[-1] / 1e6, 2) == 1.08
    assert round(kit.models.workforce(1e6, 77_179, 1, 0, 8)[-1] / 1e6, 2) == 1.62
    assert kit.models.price_paid(20, 0.5, 10) == 10 and kit.models.price_paid(40, 0.5, 10) == 30
    rules = kit.load("compute_vouchers").set_index("place")
    assert [round(100 * rules.cap[city] / rules.share[city], 1) for city in ("Hangzhou", "Zhuhai")] == [26.7, 20.0]
