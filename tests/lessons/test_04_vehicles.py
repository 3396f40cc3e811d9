"""Lesson 04: the figures in its words."""

import numpy as np
import pytest
from scipy.stats import poisson

import kit


def sales(place):
    return kit.load("ev_sales").query("place == @place and year <= 2025").set_index("year")


def fitted(place, until, ceiling=None):
    rows = sales(place)
    return kit.models.fit_logistic(rows.index, rows.sales_share_percent, ceiling=ceiling, until=until)


def test_the_figures_that_lesson_04_speaks_of_are_those_of_the_data():
    china, norway = sales("China"), sales("Norway")
    assert (
        list(china.sales_share_percent.loc[2019:]) == [5.0, 5.7, 16, 29, 38, 48, 53]
        and round(china.sales_share_percent[2015]) == 1
    )
    assert (china.stock_share_percent[2025], norway.sales_share_percent[2025], norway.stock_share_percent[2025]) == (
        14,
        97,
        36,
    )
    for rows, year in ((china, 2021), (norway, 2017)):
        assert rows.index[rows.sales_share_percent >= rows.stock_share_percent[2025]][0] == year
    assert china.phev_sales[2025] / china.ev_sales[2025] == pytest.approx(0.39, abs=0.005)
    ahead = kit.load("ev_sales").query("year == 2035").set_index("place")
    assert list(ahead.loc["China", ["sales_share_percent", "stock_share_percent"]]) == [94, 59]
    assert list(ahead.loc["World", ["sales_share_percent", "stock_share_percent"]]) == [53, 28]


def test_the_counts_of_lesson_04():
    counts = kit.load("china_ev_counts")
    shares = counts[counts.measure == "electric share of sales"]
    assert sorted(shares[shares.period == "2025-12"].value) == [52.3, 56.0, 56.3, 59.1, 60.4]
    buyers = (
        shares[shares.counted.str.startswith("sold to buyers") & ~shares.note.str.startswith("provisional", na=False)]
        .set_index("period")
        .value
    )
    assert list(buyers[["2025-01", "2025-12", "2026-01", "2026-02"]]) == [41, 59.1, 38.6, 44.9]
    assert (round(59.1 - 38.6, 1), round(41 - 38.6, 1), round(60.4 - 52.3, 1)) == (20.5, 2.4, 8.1)
    goal = shares[(shares.status == "target") & (shares.period == "2025")]
    assert list(goal.value) == [20]
    police = (
        counts[(counts.counted_by == "ministry of public security") & (counts.period == "2025")]
        .set_index("measure")
        .value
    )
    assert police["electric share of vehicles on the road"] == 12.01


def test_the_road_model_of_lesson_04_against_the_agency():
    past = sales("China").sales_share_percent
    years = np.arange(2010, 2046)

    def road(goal, life):
        climb = [past[2025] + (goal - past[2025]) * min(year - 2025, 10) / 10 for year in range(2026, 2046)]
        return kit.models.turnover([*past, *climb], life)

    shares = {goal: road(goal, 15) for goal in (53, 94, 100)}
    assert round(shares[94][15]) == 14 and round(shares[94][25]) == 63
    assert [round(road(94, life)[15]) for life in (14, 16)] == [15, 13]
    assert [int(kit.models.year_reached(years, shares[goal], 50)) for goal in (53, 100)] == [2036, 2033]
    early = {
        goal: kit.models.year_reached(years, road(goal, 10), 50) - kit.models.year_reached(years, shares[goal], 50)
        for goal in (53, 94)
    }
    assert all(-4.6 < gain < -2.5 for gain in early.values())
    assert round(kit.models.turnover(sales("Norway").sales_share_percent, 21)[-1]) == 36


def test_the_curves_of_lesson_04_on_years_that_they_have_not_seen():
    early = fitted("China", 2020)
    assert (round(early.ceiling), round(early.rmse, 1), round(early.held_out_rmse)) == (6, 0.2, 33)
    for until in (2021, 2022):
        with pytest.raises(ValueError, match="never slow down"):
            fitted("China", until)
    assert round(float(fitted("China", 2023).curve(2025))) == 53 and round(fitted("China", 2023).ceiling) == 59
    assert round(float(fitted("China", 2020, ceiling=100).curve(2025))) == 27
    assert round(fitted("China", 2025).ceiling) == 59 and round(fitted("World", 2025).ceiling) == 28
    assert [round(fitted("Norway", until).ceiling) for until in (2018, 2020)] == [62, 102]
    assert sales("Norway").sales_share_percent[2020] == 75


def test_the_safety_figures_of_lesson_04():
    paper = (
        kit.load("driverless_safety")
        .query("outcome == 'any injury' and miles == 7140000")
        .sort_values("rate_per_million_miles")
    )
    assert list(paper.rate_per_million_miles) == [0.41, 0.6] and paper.benchmark_per_million_miles.iloc[-1] == 2.80
    assert 1 / poisson.cdf(4, 2.80 * 7.14) == pytest.approx(60_000, rel=0.05)
    assert [round(100 * kit.models.trial(2.80, miles, 0.2).power) for miles in (7.14, 57)] == [19, 83]
    assert kit.models.trial(2.80, 7.14, 0.8).limit == 12 and round(100 * kit.models.trial(2.80, 7.14, 0).power) == 4
    assert round(1.09 / 100 * 7.14, 2) == 0.08 and poisson.cdf(0, 0.078) > 0.9
    assert kit.models.trial(1.09 / 100, 171, 0.92).limit == -1
    assert (
        kit.models.trial(1.09 / 100, 275, 0.92).limit == 0
        and round(100 * kit.models.trial(1.09 / 100, 275, 0.92).power) == 79
    )
    hub = kit.load("driverless_safety").query("outcome == 'serious injury or worse'").iloc[0]
    assert (hub.miles, hub.reduction_percent, hub.fewer_events) == (170_700_000, 92, 35)
    assert round(hub.fewer_events / 0.92) == 38 and round(hub.fewer_events / 0.92 - 35) == 3
    level2 = kit.load("assisted_driving").query("period == '2025-H1' and scope == 'all new cars'")
    assert list(level2.share_percent) == [62.1]


def test_the_prices_of_lesson_04_china_hides_two_sizes_and_mexico_is_simpsons_paradox():
    prices = kit.load("ev_prices")

    def table(place):
        return prices[prices.place == place].pivot(index="segment", columns="powertrain", values="median_usd")

    cheaper = {
        place: table(place)["battery electric"] < table(place)["petrol or diesel"] for place in ("China", "Mexico")
    }
    assert cheaper["China"]["all cars"] and cheaper["Mexico"]["all cars"]
    assert set(cheaper["China"].index[~cheaper["China"]]) == {"medium car", "small SUV or pick-up"}
    assert cheaper["Mexico"].drop("all cars").sum() == 0 and len(cheaper["Mexico"]) == 6
    assert list(table("China").loc["medium car", ["battery electric", "petrol or diesel"]]) == [22_000, 20_000]
    assert list(table("Mexico").loc["all cars", ["battery electric", "petrol or diesel"]]) == [21_000, 23_000]
    # The example for the teacher: dearer in each size, cheaper in the mean.
    assert ((9 * 20 + 100) / 10, (17 + 9 * 60) / 10) == (28, 55.7)


def test_the_learning_rates_of_lesson_04_depend_on_the_window():
    cells = kit.load("technology_prices").query("technology == 'battery cells'").set_index("year").price
    made = kit.load("ev_batteries").query("year <= 2024").groupby("year").gwh.sum().cumsum()

    def rate(first, last, before=0):
        used = made.loc[first:last] + before
        return 100 * kit.models.fit_learning_curve(used, cells[used.index]).rate

    assert [
        round(rate(2015, 2024)),
        round(rate(2019, 2024)),
        round(rate(2015, 2021)),
        round(rate(2015, 2024, 100)),
    ] == [17, 12, 20, 22]
    assert rate(2020, 2022) < 0 and list(cells[[2021, 2022]]) == [119, 132]
    published = kit.load("learning_rates").query("source_id == 'ziegler-trancik-2021'").fall_per_doubling_percent
    assert sorted(published) == [20, 24]
    prices = kit.load("technology_prices").sort_values("year").groupby("technology").price
    change = prices.last() / prices.first()
    assert round(change["nuclear electricity"]) == 13 and (change.drop("nuclear electricity") < 1 / 100).all()


def test_what_makers_planned_and_reported_in_lesson_04():
    services = kit.load("driverless_services")
    cities = services[services.measure == "cities"].set_index("period").value
    assert (cities["2025"], cities["2025-08"]) == (65, 16)
    pony = services.query("operator == 'Pony.ai' and period == '2025-12'").set_index("status").value
    assert (pony["target"], pony["claim"]) == (1000, 1159)
    twice = services[services.value == 140_000_000]
    assert set(twice.unit) == {"km", "miles"}
