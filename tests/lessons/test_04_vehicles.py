"""Lesson 04: the figures in its words."""

import numpy as np
import pytest
from scipy.stats import poisson

import kit

KM = 1.609344
DEATHS, INJURIES = 0.0109 / KM, 2.80 / KM  # of human drivers, per million km
SERIOUS = 35 / 0.92 / 170.7 / KM
DRIVES = [1, 2, 5, 10, 20, 50, 70, 90, 150, 275, 400, 450, 600, 1000]  # the slider's settings, million km


def cars(place):
    return kit.load("ev_sales").query("place == @place and year <= 2025").set_index("year")


def fitted(place, until, ceiling=None):
    rows = cars(place)
    return kit.models.fit_logistic(rows.index, rows.sales_share_percent, ceiling=ceiling, until=until)


def road(goal, life):
    past = cars("China").sales_share_percent
    climb = [past[2025] + (goal - past[2025]) * min(year - 2025, 10) / 10 for year in range(2026, 2046)]
    return kit.models.turnover([*past, *climb], life)


# The three surprises that a class finds


def test_the_road_is_years_behind_sales():
    for place, sold, on_the_road, passed in (("China", 53, 14, 2021), ("Norway", 97, 36, 2017)):
        rows = cars(place)
        assert (rows.sales_share_percent[2025], rows.stock_share_percent[2025]) == (sold, on_the_road)
        assert rows.index[rows.sales_share_percent >= on_the_road][0] == passed


def test_twice_the_sales_gain_three_years():
    years = np.arange(2010, 2046)
    half = {goal: kit.models.year_reached(years, road(goal, 15), 50) for goal in (53, 100)}
    assert {goal: int(year) for goal, year in half.items()} == {53: 2036, 100: 2033}
    assert [round(road(53, life)[15]) for life in (14, 15, 16)] == [15, 14, 13]
    assert round(road(94, 15)[25]) == 63
    early = [half[goal] - kit.models.year_reached(years, road(goal, 10), 50) for goal in (53, 100)]
    assert all(2.5 < gain < 4.6 for gain in early)
    # Half lies within the axis for every setting, so that the note always has a year.
    assert all(kit.models.year_reached(years, road(53, life), 50) for life in range(10, 21))


def test_even_no_death_proves_nothing_before_450_million_kilometres():
    assert next(drive for drive in DRIVES if kit.models.trial(DEATHS, drive, 0.8).limit >= 0) == 450
    assert round(3 / DEATHS, -1) == 440 and round(1000 * DEATHS, 1) == 6.8
    years = 3e6 / DEATHS / (100 * 40 * 24 * 365)  # a hundred cars at 40 km/h
    assert years == pytest.approx(12.6, abs=0.1)


# The model


def test_no_six_in_18_throws_is_a_proof_and_in_12_is_none():
    assert [round(100 * (5 / 6) ** throws) for throws in (6, 12, 18)] == [33, 11, 4]
    assert [round(100 * poisson.pmf(0, expected)) for expected in (1, 2, 3)] == [37, 14, 5]
    assert poisson.pmf(0, 3) < 0.05


def test_the_distances_of_the_model():
    assert (round(INJURIES, 2), round(3 / INJURIES, 1)) == (1.74, 1.7)
    power = {drive: kit.models.trial(INJURIES, drive, 0.2).power for drive in DRIVES}
    assert next(drive for drive in DRIVES if power[drive] >= 0.8) == 90
    assert [round(100 * power[drive]) for drive in (70, 90)] == [73, 82]
    found = [kit.models.trial(rate, drive, 0) for rate in (INJURIES, SERIOUS, DEATHS) for drive in DRIVES]
    assert all(0 < drive.power <= 0.05 for drive in found if drive.limit >= 0)
    assert round(10 * DEATHS, 2) == 0.07 and 100 * DEATHS < 1 and poisson.pmf(0, 10 * DEATHS) > 0.9


def test_the_rates_of_the_model_are_those_of_the_data():
    rows = kit.load("driverless_safety")
    humans = rows[rows.system == "human drivers"].set_index("outcome").benchmark_per_million_miles
    paper = rows.query("outcome == 'any injury' and miles == 7140000").sort_values("rate_per_million_miles")
    hub = rows[rows.outcome == "serious injury or worse"].iloc[0]
    assert humans["killed"] == 0.0109 and list(paper.rate_per_million_miles) == [0.41, 0.6]
    assert paper.benchmark_per_million_miles.iloc[-1] == 2.80
    assert (hub.miles, hub.reduction_percent, hub.fewer_events) == (170_700_000, 92, 35)
    drive = kit.models.trial(SERIOUS, 275, 0.92)
    assert (round(drive.expected_humans), round(drive.expected_system), round(170.7 * KM)) == (38, 3, 275)
    assert kit.models.trial(DEATHS, 275, 0.92).limit == -1
    assert 1 / poisson.cdf(4, 2.80 * 7.14) == pytest.approx(60_000, rel=0.05)
    assert (round(2.80 * 7.14), round(0.6 * 7.14), round(7.14 * KM, 1)) == (20, 4, 11.5)


# What is sold


def test_what_the_text_says_of_sales_is_in_the_data():
    counts = kit.load("china_ev_counts").query("period == '2025'")
    buyers = counts[counts.counted == "sold to buyers, passenger cars"].set_index("measure").value
    assert buyers["electric share of sales"] == pytest.approx(53.9, abs=0.11)  # one relay prints 54
    checks = kit.load("headline_checks").set_index("check_id")
    assert "are 53.9" in checks.seen["H69"] and checks.how["H69"] == "two relays"
    china = cars("China")
    assert china.ev_stock[2025] == 44_000_000 and round(china.ev_sales.sum(), -6) == 46_000_000
    assert china.phev_sales[2025] / china.ev_sales[2025] == pytest.approx(0.39, abs=0.005)
    ahead = kit.load("ev_sales").query("place == 'China' and year == 2035").iloc[0]
    assert (ahead.sales_share_percent, ahead.stock_share_percent) == (94, 59)
    assert round(kit.models.turnover(cars("Norway").sales_share_percent, 21)[-1]) == 36


def test_level_2_was_ahead_in_every_year_but_2022():
    rows = kit.load("assisted_driving").query("scope == 'all new cars' and function.str.contains('level 2')")
    rows = rows[rows.status != "forecast"].assign(year=rows.time.astype(int)).sort_values("time")
    level_2 = rows.drop_duplicates("year", keep="last").set_index("year").share_percent
    assert dict(level_2) == {2021: 23.5, 2022: 23.0, 2023: 42.4, 2024: 57.3, 2025: 64.0}
    electric = cars("China").sales_share_percent
    assert [year for year in level_2.index if level_2[year] < electric[year]] == [2022]
    new = kit.load("assisted_driving").query("period == '2025-H1' and scope == 'new electric cars'")
    assert list(new.share_percent) == [82.6]


def test_the_road_has_fallen_further_behind_in_each_year_since_2020():
    gap = cars("China").eval("sales_share_percent - stock_share_percent")
    assert (gap.diff().loc[2020:] > 0).all()


# Going further


def test_the_counts_of_one_month():
    counts = kit.load("china_ev_counts")
    shares = counts[counts.measure == "electric share of sales"]
    assert sorted(shares[shares.period == "2025-12"].value) == [52.3, 56.0, 56.3, 59.1, 60.4]
    final = ~shares.note.str.startswith("provisional", na=False)
    buyers = shares[shares.counted.str.startswith("sold to buyers") & final].set_index("period").value
    assert list(buyers[["2025-01", "2025-12", "2026-01", "2026-02"]]) == [41, 59.1, 38.6, 44.9]
    assert (round(59.1 - 38.6, 1), round(41 - 38.6, 1), round(60.4 - 52.3, 1)) == (20.5, 2.4, 8.1)
    assert list(shares[(shares.status == "target") & (shares.period == "2025")].value) == [20]
    police = counts[(counts.counted_by == "ministry of public security") & (counts.period == "2025")]
    assert police.set_index("measure").value["electric share of vehicles on the road"] == 12.01


def test_the_curves_on_years_that_they_have_not_seen():
    early = fitted("China", 2020)
    assert (round(early.ceiling), round(early.rmse, 1), round(early.held_out_rmse)) == (6, 0.2, 33)
    for until in (2018, 2021, 2022):
        with pytest.raises(ValueError, match="never slow down"):
            fitted("China", until)
    assert round(float(fitted("China", 2023).curve(2025))) == 53 and round(fitted("China", 2023).ceiling) == 59
    assert round(float(fitted("China", 2020, ceiling=100).curve(2025))) == 27
    assert round(fitted("China", 2025).ceiling) == 59 and round(fitted("World", 2025).ceiling) == 28
    norway = {until: round(fitted("Norway", until).ceiling) for until in (2020, 2021, 2023, 2024, 2025)}
    assert (norway[2020], norway[2021]) == (102, 118) and all(99 <= norway[year] <= 101 for year in (2023, 2024, 2025))
    assert cars("Norway").sales_share_percent[2023] == 90


def test_china_hides_two_sizes_and_mexico_is_simpsons_paradox():
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
    # The example for the teacher: dearer in each size, cheaper in the mean.
    assert ((9 * 20 + 100) / 10, (17 + 9 * 60) / 10) == (28, 55.7)


def test_the_learning_rates_depend_on_the_window():
    cells = kit.load("technology_prices").query("technology == 'battery cells'").set_index("year").price
    made = kit.load("ev_batteries").query("year <= 2024").groupby("year").gwh.sum().cumsum()

    def rate(first, last, before=0):
        used = made.loc[first:last] + before
        return 100 * kit.models.fit_learning_curve(used, cells[used.index]).rate

    windows = [rate(2015, 2024), rate(2019, 2024), rate(2015, 2021), rate(2015, 2024, 100)]
    assert [round(window) for window in windows] == [17, 12, 20, 22]
    assert rate(2020, 2022) < 0 and list(cells[[2021, 2022]]) == [119, 132]
    published = kit.load("learning_rates").query("source_id == 'ziegler-trancik-2021'").fall_per_doubling_percent
    assert sorted(published) == [20, 24]
    prices = kit.load("technology_prices").sort_values("year").groupby("technology").price
    change = prices.last() / prices.first()
    assert round(change["nuclear electricity"]) == 13 and (change.drop("nuclear electricity") < 1 / 100).all()


def test_what_operators_planned_and_reported():
    services = kit.load("driverless_services")
    cities = services[services.measure == "cities"].set_index("period").value
    assert (cities["2025"], cities["2025-08"]) == (65, 16)
    pony = services.query("operator == 'Pony.ai' and period == '2025-12'").set_index("status").value
    assert (pony["target"], pony["claim"]) == (1000, 1159)
    assert set(services[services.value == 140_000_000].unit) == {"km", "miles"}
