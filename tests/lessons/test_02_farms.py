"""Lesson 02: what its prose says is what its data and models say."""

import numpy as np
import pytest

import kit

COUNTED = ["2016", "2020-12-31", "2021", "2024-12-31", "2025-12-31"]


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


def test_the_figures_that_lesson_02_speaks_of_are_those_of_the_data():
    yields = kit.load("cereal_yields").pivot(index="year", columns="place", values="tonnes_per_ha").astype(float)
    china = yields["China"]
    assert china[[1961, 2016, 2022]].round(2).to_list() == [1.19, 6.02, 6.38]
    assert (
        round(100 * (china[2022] / china[2016] - 1), 1) == 6.0
        and round(100 * (china[2016] / china[2010] - 1), 1) == 8.9
    )
    assert round(100 * (china[2016] - china[1961]) / (china[2022] - china[1961])) == 93
    assert [slopes(china, year) for year in (1970, 1980, 2000, 2016)] == [(96, 83), (85, 73), (101, 76), (89, 60)]
    assert all(before > after for before, after in (slopes(china, year) for year in range(1970, 2019, 2)))
    others = [("India", 2016), ("Brazil", 2002), ("Vietnam", 1986), ("United States", 2012), ("United States", 2016)]
    assert [slopes(yields[place].dropna(), year) for place, year in others] == [
        (41, 91),
        (39, 117),
        (27, 96),
        (83, 153),
        (89, -62),
    ]
    assert round(yields["India"][2022], 2) == 3.57


def test_hands_became_fewer_and_machines_more():
    farms = (
        kit.load("farm_inputs").set_index(["place", "year"]).drop(columns=["code", "status", "source_id"]).astype(float)
    )
    change = farms.loc["China"].loc[2019] / farms.loc["China"].loc[1991]
    assert (farms.loc["China"].loc[[1991, 2019], "workers_thousand"] / 1000).round().to_list() == [391, 194]
    assert change[["workers_thousand", "machinery_thousand_hp", "output_index"]].round(1).to_list() == [0.5, 3.5, 2.9]
    assert (
        round(farms.loc[("China", 2019), "machinery_thousand_hp"] / farms.loc[("China", 1961), "machinery_thousand_hp"])
        == 194
    )
    nigeria = farms.loc["Nigeria"].loc[[1991, 2019]]
    assert (nigeria["workers_thousand"] / 1000).round().to_list() == [16, 20] and nigeria["output_index"].iloc[
        1
    ] > 2 * nigeria["output_index"].iloc[0]
    assert round(2_670_000_000 / 15 / (1000 * farms.loc[("China", 2019), "cropland_thousand_ha"]), 3) == 1.312
    assert (
        round(100 * 460 / 15 / (farms.loc[("China", 2019), "cropland_thousand_ha"] / 1000)) == 23
        and round(460 / 15) == 31
    )


def test_drones_win_on_speed_draw_on_pests_and_lose_on_evenness():
    trials = kit.load("field_trials").set_index("row_id")
    assert (trials.loc["T06", "value_low"], trials.loc["T13", "value"]) == (1.7, 21.3)
    claims = trials.loc[["T40", "T41", "T42"], "value"] / trials.loc[["T40", "T41", "T42"], "comparator_value"]
    assert claims.round().to_list() == [67, 50, 10]
    spray = trials[trials.effect == "spray volume"]
    assert (
        spray["value"].min() == 9
        and spray["value_high"].max() == 45
        and set(spray["comparator_value"].dropna()) == {225, 500}
    )
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
def test_the_ceiling_hangs_on_one_number(in_2024, without, logistic):
    assert ceiling(kit.models.fit_logistic, counts(in_2024, without)) == logistic


@pytest.mark.parametrize(("start", "market"), [(2010, 416_000), (2012, 421_000), (2014, 437_000)])
def test_the_ceiling_of_bass_hangs_on_the_start_too(start, market):
    assert ceiling(lambda years, drones: kit.models.fit_bass(years, drones, start=start), counts()) == market


def test_with_the_other_official_count_no_ceiling_can_be_read_and_two_fit_alike():
    years, drones = zip(*counts(201_000), strict=True)
    with pytest.raises(ValueError, match="never slow down"):
        kit.models.fit_logistic(years, drones)
    low, high = (kit.models.fit_logistic(years, drones, ceiling=top) for top in (1_000_000, 10_000_000))
    assert high.rmse == pytest.approx(low.rmse, rel=0.15)


def test_of_the_forecasts_for_2025_one_is_fair_and_one_is_poor():
    for in_2024, foreseen in [(251_000, 292_000), (201_000, 218_000)]:
        years, drones = zip(*counts(in_2024), strict=True)
        fit = kit.models.fit_logistic(years, drones, until=2024)
        assert round(float(fit.curve(2025)), -3) == foreseen and fit.held_out_rmse == pytest.approx(
            300_000 - foreseen, abs=600
        )


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


def test_the_headline_needs_nearly_all_of_the_land():
    totals = kit.load("farm_drone_figures").query("source_id == 'dji-insight-2023-24'").set_index("measure")["value"]
    headline = 1000 * totals["water saved since the beginning"] / totals["area treated since the beginning"]
    assert headline == 420 > 225 - 9
    assert round(100 * headline / (500 - 20)) == 88
    assert (
        1e6 * totals["pesticide saved since the beginning"] / (1e6 * totals["area treated since the beginning"]) == 94
    )
