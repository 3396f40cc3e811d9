"""Lesson 07: the figures that it speaks of are those of the data."""

import numpy as np
import pytest

import kit
from kit import notebooks


def china(measure, year):
    table = kit.load("drone_registrations").query("place == 'China' and measure == @measure and year == @year")
    return table[table.date.isin([str(year), f"{year}-12-31"])]["value"].item()


def test_the_figures_that_lesson_07_speaks_of_are_those_of_the_data():
    every, logged = china("flight hours", 2023), china("flight hours logged in the cloud", 2023)
    share = china("share of logged operation that is crop protection", 2023) / 100
    assert (round(every / 1e6, 2), round(logged / 1e6, 2), round(100 * share, 2)) == (23.11, 4.12, 98.27)
    least, most = share * logged / every, (share * logged + every - logged) / every
    assert (round(100 * least, 1), round(100 * most, 1)) == (17.5, 99.7)
    assert round(100 * (every / 2 - share * logged) / (every - logged), 1) == 39.5
    assert round(china("share of logged operation that is crop protection", 2022)) == 90
    connected = (
        kit.load("drone_registrations").query("measure == 'drones that share data with the cloud'")["value"].tolist()
    )
    assert connected == [184_000, 245_000]
    deliveries = kit.load("drone_deliveries").query("operator == 'Meituan'").sort_values("date")["deliveries"].iloc[-1]
    orders = kit.load("delivery_figures").query("measure == 'orders of all kinds on one day'")["value"].item()
    assert (deliveries, orders, round(100 * deliveries / (orders * 1e6), 1)) == (740_000, 150, 0.5)
    sizes = kit.load("drone_forecasts").query("place == 'China' and year == 2023").set_index("measure")["value"]
    assert (sizes["size of the passenger eVTOL industry"], sizes["size of the civil drone industry"]) == (1, 120)


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
    names = {}
    path = next(path for path in notebooks.lessons() if path.stem == "07_low_altitude")
    for cell in notebooks.read(path).cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, cell.id, "exec"), names)
        if cell.id == "busy-data":
            break
    shown = {show: values.loc[2023:2025].round(1).tolist() for show, (values, _) in names["SHOWN"].items()}
    assert shown["hours per drone, end of year"] == [18.2, 12.1, 13.8] and shown["registered drones"] == [1.3, 2.2, 3.3]
    assert shown["hours per drone, start of year"] == [24.1, 21.0, 20.5] and shown["hours per drone, mean of both"] == [
        20.8,
        15.3,
        16.5,
    ]


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
    parcel = aircraft[aircraft.purpose == "delivery drone"]
    assert sorted(parcel[parcel.lift == "rotors only"]["top_km_h"].dropna()) == [72, 80, 83]
    assert parcel[parcel.lift == "wing"]["cruise_km_h"].max() == 111
    flight = kit.load("delivery_figures").query("vehicle == 'Fengyi drone'")["value"].item()
    assert flight == 7 and round(20 / (flight / 60)) == 171 and round(8 / (flight / 60)) == 69


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


def test_the_parcel_in_lesson_07():
    figures = (
        kit.load("delivery_figures")
        .query("case == 'McKinsey 2023' and measure == 'cost of a parcel'")
        .set_index("basis")["value"]
    )
    assert figures.tolist() == [13.5, 1.8, 1.9, 3.0]
    cost = kit.models.parcel_cost((1, 20), (13.50, 1.80))
    assert (round(cost.break_even(1.90), 1), round(cost.break_even(3.00), 1), round(cost.break_even(1.60), 1)) == (
        17.2,
        6.8,
        29.6,
    )
    assert round(cost.cost(17), 2) == 1.91 and cost.cost(18) < 1.90
    assert (round(cost.cost(1) - cost.cost(2), 2), round(100 * (cost.cost(19) - cost.cost(20)))) == (6.16, 3)
    ghana = kit.load("delivery_figures").query("case == 'Ghana contract 2019'").set_index("measure")["value"]
    each = ghana["value of the contract"] * 1e6 / (ghana["deliveries a day"] * 365 * 4)
    assert (round(each, 2), round(2 * each, 2)) == (14.27, 28.54)


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
    assert round(kit.models.parcel_carbon(0.2 * each_km, grids["China"])) == 23
    study = (
        kit.load("delivery_figures")
        .query("case == 'Stolaroff 2018' and measure == 'greenhouse gas of a parcel'")
        .set_index(["vehicle", "region"])["value"]
    )
    assert study["small quadcopter", "California"] == 420 and study["delivery truck", "USA"] == 1000
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
