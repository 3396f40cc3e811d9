"""Lesson 02: what its prose says is what its data and models say."""

import numpy as np
import pandas as pd
import pytest

import kit

COUNTED = ["2016", "2020-12-31", "2021", "2024-12-31", "2025-12-31"]
CEILINGS = [350, 400, 450, 500, 600, 800, 1000, 2000, 5000, 10_000]  # thousand drones: the places of the slider


def slopes(series, year):
    """Return the growth in kg a hectare and year up to a year and from it on."""
    return tuple(round(1000 * np.polyfit(part.index, part, 1)[0]) for part in (series.loc[:year], series.loc[year:]))


def counts(in_2024=251_000, without=()):
    """Return years and counts of China's spraying drones."""
    known = kit.load("spraying_drones").set_index("date")["drones"][COUNTED].astype(int).to_list()
    series = dict(zip([2016, 2020, 2021, 2024, 2025], known, strict=True)) | {2024: in_2024}
    return [(year, drones) for year, drones in series.items() if year not in without]


def ceiling(fit, pairs):
    return round(fit([year for year, _ in pairs], [drones for _, drones in pairs])[0], -3)


def misses(in_2024):
    """Return how far the best curve under each ceiling of the slider misses the counts."""
    years, drones = zip(*counts(in_2024), strict=True)
    return [kit.models.fit_logistic(years, drones, ceiling=1000 * top).rmse for top in CEILINGS]


@pytest.fixture(scope="module")
def yields():
    return kit.load("cereal_yields").pivot(index="year", columns="place", values="tonnes_per_ha").astype(float)


# The three surprises of the core


def test_the_harvest_rose_by_six_per_cent_after_drones_came_and_by_more_before(yields):
    china = yields["China"]
    assert china[[1961, 2016, 2022]].round(2).to_list() == [1.19, 6.02, 6.38]
    assert round(100 * (china[2022] / china[2016] - 1), 1) == 6.0
    assert round(100 * (china[2016] / china[2010] - 1), 1) == 8.9
    assert round(100 * (china[2016] - china[1961]) / (china[2022] - china[1961])) == 93
    assert [slopes(china, year) for year in (1970, 1980, 2000, 2016)] == [(96, 83), (85, 73), (101, 76), (89, 60)]
    assert all(before > after for before, after in (slopes(china, year) for year in range(1970, 2019, 2)))
    others = {("India", 2016): (41, 91), ("Brazil", 1990): (19, 109), ("Vietnam", 1970): (-8, 88)}
    assert {(place, year): slopes(yields[place].dropna(), year) for place, year in others} == others
    assert slopes(yields["United States"], 2016)[1] == -62
    fleet = kit.load("spraying_drones").query("source_id == 'stdaily-2022-agdrones'").set_index("year")["drones"]
    assert fleet.to_dict() == {2016: 4000, 2021: 100_000}


def test_one_count_decides_whether_a_ceiling_can_be_read():
    with_a_bend, without = misses(251_000), misses(201_000)
    assert CEILINGS[int(np.argmin(with_a_bend))] == 400
    assert [round(with_a_bend[CEILINGS.index(top)]) for top in (350, 400, 800)] == [5321, 3243, 8204]
    assert sorted(without, reverse=True) == without
    assert (round(without[0]), round(without[-1])) == (19_620, 12_060)
    assert without[CEILINGS.index(2000)] / without[-1] < 1.05


def test_the_headline_needs_nearly_all_of_the_land():
    totals = kit.load("farm_drone_figures").query("source_id == 'dji-insight-2023-24'").set_index("measure")["value"]
    area = totals["area treated since the beginning"]
    water, carbon, pesticide = (totals[f"{what} since the beginning"] for what in
                                ("water saved", "carbon dioxide avoided", "pesticide saved"))  # fmt: skip
    assert (water, area) == (210, 500)
    assert (1000 * water / area, round(1000 * carbon / area), pesticide / 1000 / area) == (420, 51, 0.094)
    spray = kit.load("field_trials").query("effect == 'spray volume'").dropna(subset=["comparator_value"])
    saved = spray["comparator_value"] - spray["value"]
    assert saved.round().to_list() == [216, 208, 197, 470, 475]
    assert set(spray.loc[saved > 420, "place"]) == {"India"} and set(spray.loc[saved > 420, "crop"]) == {"rice"}
    assert set(spray["comparator_value"]) == {225, 500}
    assert 225 - 10 < 420 and round(100 * 420 / (500 - 20), 1) == 87.5


# The hundred farms and the quiz


def test_a_hundred_farms_buy_as_the_rule_says():
    def new(owners, farms=100, speed=0.5):
        return speed * owners * (farms - owners) / farms

    assert [new(owners) for owners in (20, 40, 50, 60, 80)] == [8, 12, 12.5, 12, 8]
    assert new(900, farms=1000) == 45
    # The curve of the model grows by the same rule.
    step = 1e-4
    grown = kit.models.logistic(np.array([2020, 2020 + step]), 100, 2023, 0.5)
    assert np.diff(grown)[0] / step == pytest.approx(new(grown[0]), rel=1e-3)


def test_two_counts_for_2024_are_claims_because_neither_says_who_counted():
    drones = kit.load("spraying_drones").query("year == 2024")
    assert set(drones["drones"]) == {251_000, 201_000, 300_000} and set(drones["status"]) == {"claim"}
    assert drones.loc[drones["drones"] != 300_000, "note"].str.contains("whose count it is is not said").all()


# Going further


def test_hands_became_fewer_and_machines_more():
    farms = kit.load("farm_inputs").set_index(["place", "year"]).select_dtypes("number").astype(float)
    change = farms.loc[("China", 2019)] / farms.loc[("China", 1991)]
    assert (farms.loc["China"].loc[[1991, 2019], "workers_thousand"] / 1000).round().to_list() == [391, 194]
    assert change[["workers_thousand", "machinery_thousand_hp", "output_index"]].round(1).to_list() == [0.5, 3.5, 2.9]
    power = farms.loc["China"]["machinery_thousand_hp"]
    assert round(100 * power[2019] / power[1961]) == 19_426
    nigeria = farms.loc[("Nigeria", 2019)] / farms.loc[("Nigeria", 1991)]
    assert (100 * nigeria[["workers_thousand", "output_index"]]).round().to_list() == [126, 235]


def test_six_passes_make_the_two_areas_agree():
    sprayed = kit.load("farm_drone_figures").set_index("source_id")["value"] / 15
    passes, land = sprayed["xinhua-2025-02-agdrones"], sprayed[["scio-2026-01-agri"]].item()
    cropland = kit.load("farm_inputs").query("place == 'China' and year == 2019")["cropland_thousand_ha"].item() / 1000
    assert (round(passes), round(land), round(cropland)) == (178, 31, 136)
    assert min(range(1, 9), key=lambda times: abs(passes / times - land)) == 6 and round(passes / land, 1) == 5.8
    assert round(passes / cropland, 1) == 1.3 and round(100 * land / cropland) == 23


def test_drones_win_on_speed_are_equal_on_pests_and_lose_on_evenness():
    trials = kit.load("field_trials").set_index("row_id")
    assert (trials.loc["T06", "value_low"], trials.loc["T13", "value"]) == (1.7, 21.3)
    claims = trials.loc[["T40", "T41", "T42"], "value"] / trials.loc[["T40", "T41", "T42"], "comparator_value"]
    assert claims.round().to_list() == [67, 50, 10]
    assert trials.loc["T01", ["value", "comparator_value"]].to_list() == [87.2, 31.2]
    assert trials.loc[["T17", "T20", "T21", "T29"], "value"].to_list() == [59, 35, 65, 24.9]
    assert set(trials.loc[["T04", "T14"], "reading"]) == {"comparable"}


@pytest.mark.parametrize(
    ("in_2024", "without", "logistic"),
    [
        (251_000, (), 413_000),
        (251_000, (2016,), 442_000),
        (251_000, (2025,), 375_000),
        (201_000, (2025,), 243_000),
        (300_000, (2025,), 612_000),
    ],
)
def test_the_ceiling_moves_with_one_number(in_2024, without, logistic):
    assert ceiling(kit.models.fit_logistic, counts(in_2024, without)) == logistic


@pytest.mark.parametrize(("start", "market"), [(2010, 416_000), (2012, 421_000), (2014, 437_000)])
def test_the_ceiling_of_bass_moves_with_the_start_too(start, market):
    assert ceiling(lambda years, drones: kit.models.fit_bass(years, drones, start=start), counts()) == market


def test_leaving_out_2016_or_2025_moves_the_ceiling_most():
    tops = pd.Series(
        {year: ceiling(kit.models.fit_logistic, counts(without=(year,))) for year in (2016, 2020, 2021, 2024, 2025)}
    )
    assert set((tops - 413_000).abs().nlargest(2).index) == {2016, 2025}


@pytest.mark.parametrize(("in_2024", "foreseen"), [(251_000, 292_000), (201_000, 218_000)])
def test_of_the_forecasts_for_2025_one_is_fair_and_one_is_poor(in_2024, foreseen):
    years, drones = zip(*counts(in_2024), strict=True)
    fit = kit.models.fit_logistic(years, drones, until=2024)
    assert round(float(fit.curve(2025)), -3) == foreseen
    assert fit.held_out_rmse == pytest.approx(300_000 - foreseen, abs=600)


def test_one_dose_for_two_zones_costs_a_few_euros():
    trial = kit.load("nitrogen_trial")
    zones = {
        zone: kit.models.fit_response(part.nitrogen_kg_per_ha, part.tonnes_per_ha)
        for zone, part in trial.groupby("zone")
    }
    low, high = zones["low yield"], zones["high yield"]
    assert (round(low.optimum(110, 0.6)), round(high.optimum(110, 0.6))) == (199, 240)
    assert (round(low.optimum(110, 1.2)), round(high.optimum(110, 1.2))) == (166, 198)

    def lost(zone, dose, price=0.6):
        return round(float(zone.margin(zone.optimum(110, price), 110, price) - zone.margin(dose, 110, price)))

    assert [lost(zone, 220) for zone in (low, high)] == [4, 3] and [lost(zone, 180) for zone in (low, high)] == [3, 26]
    assert [lost(zone, 180, 1.2) for zone in (low, high)] == [2, 2]
    assert [round(float(zone.margin(zone.optimum(110, 0.6), 110, 0.6))) for zone in (low, high)] == [756, 1007]
    tops = [-zone.slope / (2 * zone.bend) - zone.optimum(110, 0.6) for zone in (low, high)]
    assert [round(top) for top in tops] == [33, 42]
