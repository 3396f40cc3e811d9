"""Lesson 01: the figures it speaks of are those of the data."""

import kit


def test_the_figures_that_lesson_01_speaks_of_are_those_of_the_data():
    robots = kit.load("robot_installations").pivot(index="year", columns="place", values="robots")
    share = robots["China"] / robots["World"]
    assert share[share > 0.5].index[0] == 2021 and round(100 * share[2021]) == 51
    assert list(robots["China"].loc[2017:2019]) == [156_000, 155_000, 148_000]
    growth = (100 * (robots.loc[2023] / robots.loc[2012] - 1)).round()
    assert dict(growth[["Germany", "Japan", "South Korea", "United States"]]) == {
        "Germany": 56,
        "Japan": 59,
        "South Korea": 63,
        "United States": 73,
    }
    density = kit.load("robot_density").query("year == 2023").set_index("place")["robots_per_10000"]
    assert density[["South Korea", "Singapore", "China", "Germany", "Japan"]].to_list() == [1012, 770, 470, 429, 419]
    assert density["China"] / 1.1 < density["Germany"] and density["China"] / 0.9 < density["Singapore"]
    assert kit.models.stock(robots["China"], 12).stock[-1] - kit.models.stock(robots["China"], 8).stock[-1] == 186_000
    for true_gain, luck in [(5, 6.3), (10, 4.5), (15, 2.7), (0, 8.1)]:
        assert abs(kit.models.winners(true_gain, luck).winners_mean - 22.3) < 0.15
    effects = kit.load("smart_factory_effects").query(
        "effect == 'production efficiency' and programme.str.startswith('MIIT')"
    )
    assert sorted(effects["change_percent"]) == [22.3, 34.8]
