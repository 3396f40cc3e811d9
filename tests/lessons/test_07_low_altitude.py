"""Lesson 07: the figures that it speaks of are those of the data."""

import numpy as np
import pytest

import kit
from kit import notebooks


def china(measure, year):
    table = kit.load("drone_registrations").query("place == 'China' and measure == @measure and year == @year")
    return table[table.date.isin([str(year), f"{year}-12-31"])]["value"].item()


def names_of(*, until):
    """Run the code of the lesson up to a cell and return its names."""
    names = {}
    path = next(path for path in notebooks.lessons() if path.stem == "07_low_altitude")
    for cell in notebooks.read(path).cells:
        if cell.cell_type == "code" and "exercise" not in cell.metadata.get("tags", []):
            exec(compile(cell.source, cell.id, "exec"), names)
        if cell.id == until:
            return names
    raise AssertionError(f"the lesson has no cell {until}")


# Three surprises: fields fill the log, the log leaves nearly everything open, and the bill is the person's


def test_the_log_of_2023_is_full_of_fields_and_the_meals_of_years_are_half_a_percent_of_one_day():
    share = china("share of logged operation that is crop protection", 2023)
    assert share == 98.27 == names_of(until="load-drones")["main_use"]
    deliveries = kit.load("drone_deliveries").query("operator == 'Meituan'").sort_values("date")["deliveries"].iloc[-1]
    orders = kit.load("delivery_figures").query("measure == 'orders of all kinds on one day'")["value"].item()
    assert (deliveries, orders, round(100 * deliveries / (orders * 1e6), 1)) == (740_000, 150, 0.5)
    sizes = kit.load("drone_forecasts").query("place == 'China' and year == 2023").set_index("measure")["value"]
    assert (sizes["size of the passenger eVTOL industry"], sizes["size of the civil drone industry"]) == (1, 120)


def test_the_log_leaves_nearly_everything_open_about_all_hours():
    every, logged = china("flight hours", 2023), china("flight hours logged in the cloud", 2023)
    share = china("share of logged operation that is crop protection", 2023) / 100
    assert (round(every / 1e6, 2), round(logged / 1e6, 2), round(100 * share, 2)) == (23.11, 4.12, 98.27)
    least, most = share * logged / every, (share * logged + every - logged) / every
    assert (round(100 * least, 1), round(100 * most, 1)) == (17.5, 99.7)
    assert round(100 * (every / 2 - share * logged) / (every - logged), 1) == 39.5
    assert round(china("share of logged operation that is crop protection", 2022)) == 90
    connected = kit.load("drone_registrations").query("measure == 'drones that share data with the cloud'")
    assert connected["value"].tolist() == [184_000, 245_000]
    assert round(china("registered drones", 2023) / 245_000) == 5


def test_the_slider_of_the_log_shows_both_bounds_and_one_half():
    who_flies = names_of(until="explore-bounds")["who_flies"]
    said = {unlogged: who_flies(unlogged)[1] for unlogged in (0, 20, 40, 100)}
    assert "filled 18 % of" in said[0] and "filled 50 % of" in said[40] and "filled more than 99 % of" in said[100]
    assert "filled 34 % of" in said[20], "the start is no answer"
    drawn = who_flies(40)[0].data
    assert sum(sum(trace.y) for trace in drawn) == pytest.approx(23.11)


def test_a_parcel_by_drone_beats_a_full_van_when_one_person_watches_eighteen():
    figures = kit.load("delivery_figures").query("case == 'McKinsey 2023' and measure == 'cost of a parcel'")
    assert figures.set_index("basis")["value"].tolist() == [13.5, 1.8, 1.9, 3.0]
    cost = kit.models.parcel_cost((1, 20), (13.50, 1.80))
    assert (round(cost.person, 2), round(cost.other, 2), round(11.7 / 0.95, 2)) == (12.32, 1.18, 12.32)
    assert min(n for n in range(1, 21) if cost.cost(n) < 1.90) == 18 and round(cost.cost(17), 2) == 1.91
    assert round(cost.break_even(1.90), 1) == 17.2 and round(cost.cost(4), 2) == 4.26
    assert [min(n for n in range(1, 21) if cost.cost(n) < 190 / parcels) for parcels in (50, 25)] == [5, 2]
    assert (round(cost.cost(1) - cost.cost(2), 2), round(100 * (cost.cost(19) - cost.cost(20)))) == (6.16, 3)
    assert (190 / 5, 5 * 3.0) == (38, 15)
    assert round(100 * cost.person / 13.5) == 91
    assert round(12.32 / (1.60 - 1.18), 1) == 29.3
    labour = kit.load("delivery_figures").query("measure == 'share of labour in the cost'")["value"].item()
    assert labour == 95
    ghana = kit.load("delivery_figures").query("case == 'Ghana contract 2019'").set_index("measure")["value"]
    each = ghana["value of the contract"] * 1e6 / (ghana["deliveries a day"] * 365 * 4)
    assert (round(each, 2), round(2 * each, 2)) == (14.27, 28.54)


def test_the_slider_of_the_parcel_says_who_is_cheaper_and_draws_what_is_shared():
    parcel = names_of(until="explore-cost")["parcel"]
    assert parcel(100, 17)[1].endswith("by van 1.90. The van is cheaper.") and "1.91 dollars" in parcel(100, 17)[1]
    assert parcel(100, 18)[1].endswith("The drone is cheaper.") and parcel(50, 5)[1].endswith("The drone is cheaper.")
    assert parcel(50, 4)[1].endswith("The van is cheaper.") and "for 1 drone:" in parcel(100, 1)[1]
    rest, person = parcel(100, 20)[0].data[:2]
    assert (np.array(rest.y) + np.array(person.y)).round(2).tolist()[::19] == [13.50, 1.80]
    assert len(parcel(100, 3)[0].data[0].y) == 3, "what was not tried yet is not drawn"


def test_one_trip_that_was_told_needs_a_faster_drone_than_any_in_the_list():
    trips = names_of(until="load-trips")["trips"]
    speeds = (trips["km"] / (trips["minutes"] / 60)).round().tolist()
    assert dict(zip(trips["vehicle"], speeds, strict=True)) == {
        "Meituan drone": 36, "courier": 12, "Fengyi drone": 171, "car": 40, "Wing": 96, "Zipline P2": 97,
    }  # fmt: skip
    parcel = kit.load("aircraft").query("purpose == 'delivery drone'")
    assert sorted(parcel[parcel.lift == "rotors only"]["top_km_h"].dropna()) == [72, 80, 83]
    assert parcel[parcel.lift == "wing"]["cruise_km_h"].max() == 111 == parcel[["top_km_h", "cruise_km_h"]].max().max()
    assert round(8 / (7 / 60)) == 69


# Going further


def test_hours_per_registered_drone_in_lesson_07():
    hours = np.array([china("flight hours", year) for year in (2023, 2024, 2025)])
    fleet = np.array([china("registered drones", year) for year in (2022, 2023, 2024, 2025)])
    assert (hours / fleet[1:]).round(1).tolist() == [18.2, 12.1, 13.8]
    assert (hours / fleet[:-1]).round(1).tolist() == [24.1, 21.0, 20.5]
    assert (hours / ((fleet[1:] + fleet[:-1]) / 2)).round(1).tolist() == [20.8, 15.3, 16.5]
    assert (
        round(100 * (hours[2] / hours[0] - 1)),
        round(100 * (fleet[3] / fleet[1] - 1)),
        round(100 * (fleet[3] / fleet[2] - 1)),
    ) == (96, 159, 48)
    half = kit.load("drone_registrations").query("measure == 'flight hours since January'").set_index("date")["value"]
    first, second = (
        half["2025-06-30"] / half["2024-06-30"],
        (hours[2] - half["2025-06-30"]) / (hours[1] - half["2024-06-30"]),
    )
    assert (round(first, 1), round(second, 1)) == (2.5, 1.2)


def test_the_explorer_of_lesson_07_shows_the_same_hours():
    drawn = names_of(until="busy-data")["SHOWN"].items()
    shown = {show: values.loc[2023:2025].round(1).tolist() for show, (values, _) in drawn}
    assert shown["hours per drone, end of year"] == [18.2, 12.1, 13.8] and shown["registered drones"] == [1.3, 2.2, 3.3]
    assert shown["hours per drone, start of year"] == [24.1, 21.0, 20.5]
    assert shown["hours per drone, mean of both"] == [20.8, 15.3, 16.5]


def test_the_aircraft_in_lesson_07():
    aircraft = kit.load("aircraft").set_index("aircraft")
    fraction = (100 * aircraft["payload_kg"] / aircraft["takeoff_kg"]).round()
    wanted = {
        "Agras T100": 56,
        "Alta 8": 50,
        "Agras T40": 44,
        "FH-98 / FP-98": 29,
        "VoloCity": 22,
        "Midnight": 14,
        "Prime Air MK27": 6,
    }
    assert fraction[list(wanted)].to_dict() == wanted
    both = aircraft.dropna(subset=["range_km", "payload_kg"])
    assert both[both.lift == "rotors only"]["range_km"].max() == 35
    wings = both[both.lift == "wing"]["range_km"]
    assert (round(wings.min()), wings.max()) == (28, 1200)


def test_staying_in_the_air_in_lesson_07():
    models, drones = kit.models, kit.load("drone_hover")
    ideal = models.hover_power(
        drones["mass_kg"], [models.disk_area(r.disks, r.diameter_m) for r in drones.itertuples()]
    )
    efficiency = 100 * ideal / (60 * drones["battery_wh"] / drones["hover_min"])
    assert efficiency.round(1).tolist() == [53.6, 57.1, 41.0, 41.3, 39.0]
    assert (60 * drones["battery_wh"] / ideal).round(1).tolist()[:2] == [13.1, 31.5]
    assert round(2**1.5, 1) == 2.8
    flights = kit.load("drone_power").query("x_measure == 'speed'")

    def curve(study):
        flight = flights[flights.study == study]
        return models.fit_cruise_power(flight["x"], flight["y"], 1.3, models.disk_area(4, 0.254)), flight

    fit, flight = curve("Di Franco and Buttazzo 2016")
    speeds = np.arange(0, 17)
    assert speeds[fit.power(speeds).argmin()] == 7 and speeds[1:][(fit.power(speeds[1:]) / speeds[1:]).argmin()] == 13
    assert fit.power(np.array([0, 7, 15])).round().tolist() == [225, 202, 314]
    assert round(3600 / fit.power(7), 1) == 17.8 and round(3.6 * 60 * 13 / fit.power(13), 1) == 10.7
    assert (round(flight["y"].iloc[0]), round(flight["y"].min())) == (221, 204)
    later, flight = curve("Stolaroff et al. 2018")
    assert flight["x"].min() > 1.3 and later.power(4) - later.power(0) < 4
    wing = flights[flights.lift == "wing"].iloc[0]
    assert (round(wing.x, 1), round(wing.y), round(wing.y / wing.mass_kg)) == (10.6, 9, 9)
    per_kilogram = flights[flights.lift == "rotors only"]["y"] / 1.3
    assert 100 < per_kilogram.min() < 110 and round(204 / 1.3) < 160


def test_the_carbon_in_lesson_07():
    energy = (
        kit.load("delivery_figures")
        .query("case == 'Rodrigues 2022' and measure == 'energy of a parcel'")["value"]
        .item()
        / 3.6
        * 1000
    )
    van = kit.load("delivery_figures").query("case == 'electric van'").set_index("measure")["value"]
    each_km = 1000 * van["battery"] / van["range"]
    assert (round(energy), each_km, round(energy / each_km, 2)) == (92, 200, 0.46)
    grids = kit.load("grid_carbon").set_index("place")["g_per_kwh"]
    assert [round(kit.models.parcel_carbon(energy, grids[place])) for place in ("China", "France", "India")] == [
        53,
        5,
        65,
    ]
    by_van = [round(kit.models.parcel_carbon(km * each_km, grids["China"])) for km in (0.2, 1)]
    assert by_van == [23, 116] and round(grids["China"] / grids["France"]) == 10
    study = (
        kit.load("delivery_figures")
        .query("case == 'Stolaroff 2018' and measure == 'greenhouse gas of a parcel'")
        .set_index(["vehicle", "region"])["value"]
    )
    assert study["small quadcopter", "California"] == 420 and study["delivery truck", "California"] == 920
    review = kit.load("delivery_figures").query("case == 'review of studies 2025'")["value"].tolist()
    assert review == [0.6, 1786]


def test_the_forecast_in_lesson_07():
    said = (
        kit.load("drone_forecasts")
        .query("place == 'United States' and scenario == 'central'")
        .set_index(["published", "measure"])["value"]
    )
    usa = kit.load("drone_registrations").query("place == 'United States'").set_index(["measure", "date"])["value"]
    valid, foreseen = usa["registered commercial drones", "2023-12-31"], said["2019", "commercial fleet, as estimated"]
    assert (valid, foreseen) == (369_528, 835_211) and round(100 * (1 - valid / foreseen)) == 56
    assert round(valid / 0.73, -3) == 506_000 and round(100 * (1 - valid / 0.73 / foreseen)) == 39
    assert usa["commercial fleet, as estimated", "2019"] == 385_450 > usa.loc[["registered commercial drones"]].max()
    everyone = usa["registrations in all, commercial and hobby"]
    assert everyone["2021-03-01"] / everyone["2020-12"] == pytest.approx(0.5, abs=0.01)
    pilots = said["2018", "pilot licences"], usa["pilot licences", "2022-03-21"], said["2016", "pilot licences"]
    assert pilots == (301_000, 269_030, 1_300_000) and round(100 * (1 - pilots[1] / pilots[0])) == 11


def test_the_claims_of_lesson_07_follow_from_their_numbers():
    claims = kit.load("claims").set_index("claim_id")
    speed, market, fleet = claims.loc["C94"], claims.loc["C33"], claims.loc["C93"]
    assert speed["evidence_value"] < speed["target_value"] and speed["verdict"] == "not supported"
    assert round(100 * ((market["target_value"] / market["baseline_value"]) ** 0.5 - 1)) == 72
    assert round(100 * (1 - fleet["evidence_value"] / fleet["target_value"])) == 56
