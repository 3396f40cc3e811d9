"""Lesson 12: the figures in its words are those of the data. The models are held by their own tests."""

import pytest

import kit

STAYS = kit.load("doctorate_stays").set_index(["measure", "place", "year"])["percent"].sort_index()
ARTICLES = kit.load("ai_articles").set_index(["place", "year"]).sort_index()
MEASURES = kit.load("research_measures")


def leader(words):
    rows = MEASURES[MEASURES.measure.str.startswith(words)].sort_values("value", ascending=False)
    return [(row.place, row.value) for row in rows.itertuples()]


def test_plans_fell_by_less_than_ten_points_and_turned():
    meant = STAYS["means to stay", "China"]
    assert meant[[2016, 2017, 2021, 2023]].to_list() == [81.0, 83.3, 73.8, 77.5]
    assert meant.max() == meant[2017] and meant.min() == meant[2021]
    assert STAYS["means to stay", "India", 2023] == 89.0 and STAYS["means to stay", "Iran", 2023] == 93.2


def test_the_great_fall_came_before_2011_and_plan_and_path_lie_close_together():
    later = STAYS["is there five years later", "China"]
    assert later[[2005, 2007, 2011, 2017]].to_list() == [95, 94, 85, 83]
    assert (later.diff(2).idxmin(), later.diff(2).min()) == (2011, -9)
    row = kit.load("doctorate_stays").query("measure == 'lives there in 2023'").iloc[0]
    assert (
        "13,150 of 15,800" in row["note"] and row.doctorates == 15800 and row.percent == round(100 * 13150 / 15800, 1)
    )
    assert 79.2 <= STAYS["means to stay", "China"][[2017, 2018, 2019]].min() < 80 and row.percent < 83.3


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


@pytest.mark.parametrize(
    ("year", "share", "number"),
    [(2008, 8.6, 850), (2010, 8.2, 932), (2013, 18.6, 1434), (2015, 22.9, 2027), (2022, 16.1, 6833)],
)
def test_the_share_across_borders_depends_on_the_first_year(year, share, number):
    row = ARTICLES.loc[("China", year)]
    assert (round(100 * row.international / row.articles, 1), row.international) == (share, number)


def test_a_falling_share_of_a_growing_whole_is_more():
    china = ARTICLES.loc["China"]
    assert round(china.international[2022] / china.international[2013], 1) == 4.8
    home = china.articles - china.international
    assert home[2022] / home[2013] > china.international[2022] / china.international[2013]
    assert round(china.articles[2022] / china.articles[2013], 1) == 5.5
    shares = {
        place: round(100 * ARTICLES.international[place, 2022] / ARTICLES.articles[place, 2022], 1)
        for place in ("Singapore", "United States")
    }
    assert shares == {"Singapore": 72.2, "United States": 39.3}
    table = ARTICLES["international"].drop("World", level="place").unstack()
    assert (
        (table[2022] / table[2013]).idxmax(),
        round((table[2022] / table[2013]).max(), 1),
        table[2013]["India"],
    ) == ("India", 11.2, 219)
    gained = (table[2022] - table[2013]).sort_values(ascending=False)
    assert list(gained.index[:2]) == ["China", "United States"] and list(gained[:2]) == [5399, 3165]


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
    def edges(stay_abroad, study_home=51):
        band = kit.models.circulation(study_home / 100, 0.9, 0.36, stay_abroad / 100)
        return round(100 * band.low), round(100 * band.high)

    assert [edges(80), edges(88), edges(20)] == [(53, 66), (50, 63), (75, 88)]
    assert edges(80, 60)[0] - edges(80)[0] == 8


def test_no_class_of_graduates_fills_the_gap_and_a_cap_bends_the_voucher():
    assert round(kit.models.workforce(1e6, 40_000 / 4, 1, 0, 8)[-1] / 1e6, 2) == 1.08
    assert round(kit.models.workforce(1e6, 77_179, 1, 0, 8)[-1] / 1e6, 2) == 1.62
    assert kit.models.price_paid(20, 0.5, 10) == 10 and kit.models.price_paid(40, 0.5, 10) == 30
    rules = kit.load("compute_vouchers").set_index("place")
    assert [round(100 * rules.cap[city] / rules.share[city], 1) for city in ("Hangzhou", "Zhuhai")] == [26.7, 20.0]
