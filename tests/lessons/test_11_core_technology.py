"""Lesson 11: what its words say is what the data and the models give."""

import numpy as np
import pandas as pd
import pytest

import kit
from kit.models import (
    attainable,
    delay_ms,
    distance_km,
    fit_growth,
    growth_between,
    training_run,
    transport_plan,
    utilisation,
)

PEAK = 989.4e12  # operations a second of one H100, half precision
EVERYTHING, CENTRES, AI = (
    "computing capacity, all devices",
    "computing capacity in data centres",
    "intelligent computing in data centres",
)


def years_of(dates):
    return dates.dt.year + dates.dt.day_of_year / 365.25


MODELS = kit.load("notable_models")
MODELS["year"] = years_of(MODELS.date).round(2)
RUNS = kit.load("model_training").set_index("model")


def growth(first, place="", speculative=True):
    used = MODELS[
        (MODELS.year >= first) & MODELS.place.str.contains(place) & (speculative | (MODELS.confidence != "speculative"))
    ]
    return fit_growth(used.year, used.training_flop), len(used)


def doubling(*which, **kept):
    return round(growth(*which, **kept)[0].doubling_months, 1)


def above(times, since=2018):
    """Of 100 dots, those above a line through the middle of the cloud: before 2022, after."""
    used = MODELS[MODELS.year >= since]
    line = growth(since)[0]._replace(times_a_year=times).at(used.year)
    higher, late = used.training_flop > line, used.year >= 2022
    return round(100 * higher[~late].mean()), round(100 * higher[late].mean())


def eflops(indicator, date, code="CHN"):
    return (
        kit.load("computing_capacity").query("indicator == @indicator and date == @date and code == @code").value.item()
    )


def hours(model, used):
    run = RUNS.loc[model]
    needed = training_run(
        run.active_parameters_bn * 1e9, run.tokens_tn * 1e12, peak=PEAK, utilisation=used, dollars_an_hour=0
    )
    return needed.chip_hours / 1e6


# The three surprises


def test_first_surprise_the_work_of_a_model_grows_six_times_a_year_and_chips_do_not():
    fit, count = growth(2018)
    assert (round(fit.times_a_year, 1), round(fit.doubling_months, 1), count) == (6.2, 4.5, 378)
    assert [above(times) for times in (2, 6, 10)] == [(39, 71), (57, 56), (63, 42)]
    balance = {times: abs(np.subtract(*above(times))) for times in range(2, 11)}
    assert min(balance, key=balance.get) == 6
    chips = kit.load("ai_chips").dropna(subset=["released"])
    alone = fit_growth(years_of(pd.to_datetime(chips.released)), chips.tflops)
    assert (round(alone.times_a_year, 1), round(np.log10(alone.times_a_year), 2)) == (1.4, 0.15)


def test_second_surprise_one_country_grew_by_anything_from_nine_tenths_to_nine_times():
    first = {"centres": eflops(CENTRES, "2022-12"), "all": eflops(EVERYTHING, "2022")}
    last = {"centres": eflops(CENTRES, "2024-12"), "all": eflops(EVERYTHING, "2025-06"), "AI": eflops(AI, "2025-12")}
    assert {(a, b): round(last[b] / first[a], 1) for a in first for b in last} == {
        ("centres", "centres"): 1.6, ("centres", "all"): 5.3, ("centres", "AI"): 8.8,
        ("all", "centres"): 0.9, ("all", "all"): 3.2, ("all", "AI"): 5.3,
    }  # fmt: skip


def test_third_surprise_both_runs_used_a_third_of_the_top_speed():
    pair = ("DeepSeek-V3", "Llama 3.1 405B")
    published = RUNS.gpu_hours_mn
    off = {used: [abs(hours(run, used / 100) / published[run] - 1) for run in pair] for used in range(14, 51, 4)}
    assert [used for used, both in off.items() if max(both) < 0.05] == [34]
    assert round(published[pair[1]] / published[pair[0]]) == round(405 / 37) == 11
    assert published[pair[0]] / published[pair[1]] == pytest.approx(0.1, abs=0.01)
    assert hours("DeepSeek-V3", 1) == pytest.approx(0.92, abs=0.005) and hours("DeepSeek-V3", 1) > 0.5


# Numbers in the prose


def test_the_growth_that_lesson_11_speaks_of_is_in_the_data():
    assert [doubling(2018, speculative=False), doubling(2010), doubling(2022)] == [4.7, 5.7, 4.2]
    assert (doubling(2018, "China"), doubling(2018, "United States")) == (3.8, 5.0)
    recent = MODELS[MODELS.date >= "2018"]
    places = recent.place.where(recent.place.isin(["China", "United States"]), "elsewhere")
    alone = {place: fit_growth(rows.year, rows.training_flop).times_a_year for place, rows in recent.groupby(places)}
    assert {place: round(times, 1) for place, times in alone.items()} == {
        "China": 8.8, "United States": 5.4, "elsewhere": 9.0
    }  # fmt: skip
    assert 0.6 < (places == "United States").mean() < 2 / 3
    largest = MODELS.loc[MODELS.training_flop.idxmax()]
    sure = MODELS[MODELS.confidence != "speculative"]
    assert (largest.model, largest.confidence, largest.training_flop) == ("Grok 4", "speculative", 5e26)
    assert sure.loc[sure.training_flop.idxmax(), ["model", "training_flop"]].tolist() == ["GPT-4.5", 3.8e26]
    assert round(largest.training_flop / MODELS[MODELS.place == "China"].training_flop.max()) == 20
    late = MODELS[MODELS.year >= 2025].place.value_counts()
    assert (late["China"], late["United States"]) == (26, 18)
    spread = MODELS[MODELS.year >= 2018].training_flop / growth(2018)[0].at(MODELS[MODELS.year >= 2018].year)
    assert spread.max() / spread.min() > 1e6
    people, seconds = 8e9, 365.25 * 24 * 3600
    assert round(RUNS.training_flop["DeepSeek-V3"] / people / seconds / 1e6) == 13


def test_the_rulers_of_lesson_11():
    kinds = kit.load("computing_capacity").query("unit == 'EFLOPS' and code == 'CHN'").set_index("value").precision
    figures = [302.0, 180.0, 280.0, 788.0, 962.0, 1590.0]
    assert kinds[figures].tolist() == ["FP32", "FP32", "FP32", "FP16", "FP32", "FP16"]
    assert [eflops(CENTRES, date) for date in ("2023-12", "2024-12")] == [230, 280]
    shares = [eflops(EVERYTHING, date) / eflops(EVERYTHING, date, "WLD") for date in ("2022", "2025-06")]
    assert [round(100 * share) for share in shares] == [33, 21]
    assert round(eflops(EVERYTHING, "2025-06", "WLD") / eflops(EVERYTHING, "2022", "WLD")) == 5
    h100 = kit.load("ai_chips").set_index("chip").loc["NVIDIA H100 SXM5 80GB"]
    assert (round(h100.tflops), round(h100.fp32_tflops), round(h100.tflops / h100.fp32_tflops)) == (989, 67, 15)
    assert (f"{np.float32(np.pi):.6f}", f"{np.float16(np.pi):.2f}") == ("3.141593", "3.14")
    assert eflops("computing capacity of the eight hubs", "2024-12") / eflops(CENTRES, "2024-12") == 0.625
    racks = kit.load("cluster_figures").query("cluster == 'Qingyang' and measure == 'racks'").value
    assert racks.tolist() == [31_000] and eflops("new racks in Qingyang, plan", "2025") == 300
    assert not kit.load("computing_capacity").query("note.fillna('').str.contains('62.72')").empty


def test_the_runs_of_lesson_11():
    found = {
        model: round(
            100 * utilisation(6e21 * row.active_parameters_bn * row.tokens_tn, row.gpu_hours_mn * 1e6, PEAK), 1
        )
        for model, row in RUNS.dropna(subset=["gpu_hours_mn", "tokens_tn", "active_parameters_bn"]).iterrows()
    }
    assert (found.pop("DeepSeek-V3"), found.pop("Llama 3.1 405B")) == (33.1, 34.5)
    assert (len(found), round(min(found.values())), round(max(found.values()))) == (4, 14, 26)
    assert round(100 * utilisation(6 * 37e9 * 14.8e12, 2.664e6, PEAK), 1) == 34.6
    assert RUNS.loc["DeepSeek-V3", ["parameters_bn", "active_parameters_bn", "tokens_tn"]].tolist() == [671, 37, 14.8]
    assert RUNS.loc["Llama 3.1 405B", ["active_parameters_bn", "tokens_tn"]].tolist() == [405, 15.6]
    assert [f"{6 * n * d:.1e}" for n, d in ((37e9, 14.8e12), (405e9, 15.6e12))] == ["3.3e+24", "3.8e+25"]
    assert f"{PEAK * 3600:.1e}" == "3.6e+18" and round(6 * 37e9 * 14.8e12 / 1.2e18 / 1e6, 1) == 2.7
    tops = kit.load("ai_chips").set_index("chip").tflops
    assert round(tops["NVIDIA H800 SXM5"]) == round(tops["NVIDIA H100 SXM5 80GB"]) == 989


def test_the_chips_of_lesson_11():
    chips = kit.load("ai_chips").set_index("chip")
    h20, h100 = chips.loc["NVIDIA H20"], chips.loc["NVIDIA H100 SXM5 80GB"]
    speed = [round(attainable(chip.tflops, chip.bandwidth_gb_s / 1000, 8)) for chip in (h20, h100)]
    assert speed == [32, 27] and round(h100.tflops / h20.tflops, 1) == 6.7 and round(148 / 3.35) == 44
    assert round(100 * h20.tflops / h100.tflops) == 15 and round(100 * h20.bandwidth_gb_s / h100.bandwidth_gb_s) == 119


def test_the_data_of_lesson_11():
    economy = kit.load("data_economy")
    data = economy.set_index(["indicator", "date"]).value
    made = economy[economy.indicator == "data produced in the year"].set_index(["series", "date"]).value
    assert made["older series"]["2021"] == 6.6
    newer = made["survey since 2023"]
    assert newer["2023"] == 32.85 and round(100 * newer["2024"] / newer["2023"] - 100) == 25
    kept = (data["share of data output that is kept", "2023"], data["kept data not used for a year", "2023"])
    assert [share.item() for share in kept] == [2.9, 40]
    tokens = data["tokens used a day, national"]
    steps = [("2024-01", "2025-06", 17), ("2025-06", "2025-12", 6), ("2025-12", "2026-03", 3)]
    doubled = [growth_between(*tokens[[a, b]], months / 12).doubling_months for a, b, months in steps]
    assert [round(months, 1) for months in doubled] == [2.1, 3.5, 6.2]
    firms = economy.query("date == '2025-12' and status == 'estimate' and theme == 'tokens'").value.sum()
    assert (firms, tokens["2025-12"]) == (123, 100)


def test_the_list_of_supercomputers_in_lesson_11():
    machines = kit.load("supercomputers")
    lists = machines.pivot(index="list", columns="place", values="systems")
    dates = ["2016-06", "2019-11", "2025-11", "2026-06"]
    assert lists.loc[dates, "China"].tolist() == [168, 228, 40, 31]
    assert lists.loc[["2016-06", "2025-11"], "United States"].tolist() == [165, 171]
    share = machines.query("place == 'China'").set_index("list").performance_share_percent
    assert [round(share[date], 1) for date in dates[2:]] == [1.4, 12.7]


# Where to place the work


CLUSTERS, POWER = kit.load("computing_clusters"), kit.load("province_power").set_index("province")
PRICE, GREEN = (CLUSTERS.province.map(POWER[column]) for column in ("coal_price_cny_kwh", "renewable_percent"))


def placed(waits, limit, aim="price"):
    """Return units in the west, units left over, price of power, renewable share, slowest way, and the plan."""
    overhead = CLUSTERS.side.map({"east": 1.25, "west": 1.2})
    cities, need = POWER.loc[["Beijing", "Shanghai", "Guangdong"]], np.array([30, 40, 30])
    city = [cities[axis].to_numpy()[:, None] for axis in ("latitude", "longitude")]
    delay = delay_ms(distance_km(*city, CLUSTERS.latitude.to_numpy(), CLUSTERS.longitude.to_numpy()), detour=1.5)
    cost = PRICE * overhead if aim == "price" else (1 - GREEN / 100) * overhead
    found = transport_plan(
        np.concatenate([need * (1 - waits / 100), need * waits / 100]),
        np.full(10, 20.0),
        np.tile(cost, (6, 1)) + 1e-5 * np.vstack([delay, delay]),
        np.vstack([delay <= limit, np.ones_like(delay)]),
    )
    done = found.work.sum(axis=0)
    price, green = ((done * column).sum() / done.sum() for column in (PRICE * overhead, GREEN))
    west = done[(CLUSTERS.side == "west").to_numpy()].sum()
    return round(west), round(found.unplaced.sum()), round(price, 3), round(green), delay.max(), done


def test_the_plan_of_lesson_11():
    assert placed(0, 5)[1:3] == (10, 0.474) and placed(20, 5)[1] == 4
    assert placed(40, 5)[:4] == (58, 0, 0.415, 29) and placed(40, 5, "green")[2:4] == (0.456, 40)
    assert [placed(waits, 20)[0] for waits in (0, 40, 100)] == [80, 80, 80] and 14 < placed(0, 20)[4] < 15
    work = dict(zip(CLUSTERS.cluster, placed(100, 5)[5], strict=True))
    assert work["Zhangjiakou"] > 0 and work["Tianfu"] == pytest.approx(0)
    small = transport_plan([3], [2, 2], [[1, 5]])
    assert (small.work.tolist(), small.cost) == ([[2, 1]], 7)


def test_cheap_and_green_are_two_orders_of_the_clusters_of_lesson_11():
    cheap, green = (pd.Series(values.to_numpy(), CLUSTERS.cluster) for values in (PRICE, GREEN))
    assert set(cheap.nsmallest(2).index) == {"Zhongwei", "Horinger"} and (green.idxmax(), green.max()) == ("Tianfu", 70)
    assert all(green[["Zhongwei", "Horinger"]] < green.median()) and cheap["Tianfu"] > cheap.median()
    assert cheap["Qingyang"] < cheap.median() and green["Qingyang"] > green.median()
