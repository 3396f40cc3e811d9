"""Lesson 01: what its prose says is what its data and models say."""

import pytest

import kit

ROBOTS = kit.load("robot_installations").pivot(index="year", columns="place", values="robots")
DENSITY = kit.load("robot_density").query("year == 2023").set_index("place")["robots_per_10000"]


def test_first_surprise_the_pauses_and_half_of_the_world_in_2021():
    share = 100 * ROBOTS["China"] / ROBOTS["World"]
    assert share[share > 50].index[0] == 2021 and [round(share[year]) for year in (2012, 2020, 2021)] == [14, 46, 51]
    assert (ROBOTS["China"][2021], ROBOTS["World"][2021]) == (268_000, 526_000)
    assert list(ROBOTS["China"].loc[2017:2019]) == [156_000, 155_000, 148_000]
    assert ROBOTS["China"][2023] < ROBOTS["China"][2022] and ROBOTS["China"][2021] / ROBOTS["China"][2020] > 1.5


def test_a_shared_axis_hides_that_the_other_four_grew_by_more_than_half():
    growth = (100 * (ROBOTS.loc[2023] / ROBOTS.loc[2012] - 1)).round()
    told = {"Germany": 56, "Japan": 59, "South Korea": 63, "United States": 73}
    assert growth[list(told)].to_dict() == told


def test_second_surprise_first_by_count_second_of_five_by_rate_and_the_denominator_decides():
    five = DENSITY[["South Korea", "China", "Germany", "Japan", "United States"]]
    assert five.to_list() == [1012, 470, 429, 419, 295] and DENSITY["Singapore"] == 770
    assert 470 / 1.1 < 429 < 470 / 1.05 and round(470 / 1.1) == 427 and round(470 / 1.05) == 448
    assert 470 / 0.9 < 1012
    assert round(1 / 0.9 - 1, 2) == 0.11  # a ninth, as the quiz says


def test_third_surprise_the_stock_hangs_on_an_assumed_life():
    stocks = {life: kit.models.stock(ROBOTS["China"], life).stock[-1] for life in range(8, 14)}
    assert [stocks[life] for life in (8, 10, 12, 13)] == [1_568_000, 1_694_000, 1_754_000, 1_777_000]
    assert stocks[12] - stocks[8] == 186_000
    assert min(stocks, key=lambda life: abs(1_800_000 - stocks[life])) == 13
    came, left, stock = kit.models.stock(ROBOTS["China"], 12)
    assert (came[-1], left[-1]) == (276_000, 23_000) and stock[-1] > stock[-2]


def test_the_workshop_that_is_worked_by_hand():
    assert kit.models.stock([3, 4, 5, 2], 3).stock.tolist() == [3, 7, 12, 11]


def test_the_plan_for_robot_density_doubles_what_was_there():
    claim = kit.load("claims").set_index("claim_id").loc["C15"]
    china = kit.load("robot_density").query("place == 'China'").set_index("year")["robots_per_10000"]
    assert (china[2020], china[2023], float(claim["target_value"])) == (246, 470, 492)
    assert claim["verdict"] == "outcome not found"


@pytest.mark.parametrize(("true_gain", "luck"), [(5, 6.3), (10, 4.5), (15, 2.7), (0, 8.1)])
def test_many_pairs_of_gain_and_luck_give_the_headline_of_the_prize_winners(true_gain, luck):
    assert abs(kit.models.winners(true_gain, luck).winners_mean - 22.3) < 0.15


def test_two_groups_of_prize_winners_were_reported():
    effects = kit.load("smart_factory_effects").query(
        "effect == 'production efficiency' and programme.str.startswith('MIIT')"
    )
    assert sorted(effects["change_percent"]) == [22.3, 34.8]


@pytest.mark.parametrize(("first_year", "lowered"), [(1978, -8), (1991, 12), (2000, 27)])
def test_the_price_of_a_doubling_hangs_on_the_window(first_year, lowered):
    sold = kit.load("japan_robot_prices").query("destination == 'domestic'").copy()
    sold["so_far"] = sold["robots"].cumsum()
    used = sold[sold["year"] >= first_year]
    assert round(100 * kit.models.fit_learning_curve(used["so_far"], used["unit_value_million_jpy"]).rate) == lowered
