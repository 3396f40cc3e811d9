"""Lesson 11: the figures in its words, recomputed."""

import numpy as np
import pytest

import kit

models = kit.load("notable_models")
models["year"] = models.date.dt.year + models.date.dt.day_of_year / 365.25


def doubling(first, place="", speculative=True):
    used = models[
        (models.year >= first) & models.place.str.contains(place) & (speculative | (models.confidence != "speculative"))
    ]
    return round(kit.models.fit_growth(used.year, used.training_flop).doubling_months, 1), len(used)


def test_the_figures_that_lesson_11_speaks_of_are_those_of_the_data():
    assert [doubling(2018), doubling(2018, speculative=False)[0], doubling(2010)[0], doubling(2022)[0]] == [
        (4.5, 378),
        4.7,
        5.7,
        4.2,
    ]
    assert (doubling(2018, "China")[0], doubling(2018, "United States")[0]) == (3.8, 5.0)
    largest = models.loc[models.training_flop.idxmax()]
    sure = models[models.confidence != "speculative"]
    assert (largest.model, largest.confidence, largest.training_flop) == ("Grok 4", "speculative", 5e26)
    assert sure.loc[sure.training_flop.idxmax(), ["model", "training_flop"]].tolist() == ["GPT-4.5", 3.8e26]
    china = models[models.place == "China"]
    assert (
        china.training_flop.max() == pytest.approx(2.5e25, rel=0.01)
        and round(largest.training_flop / china.training_flop.max()) == 20
    )
    late = models[models.year >= 2025].place.value_counts()
    assert (late["China"], late["United States"]) == (26, 18)
    early = models.set_index("model").training_flop
    assert early["AlexNet"] == pytest.approx(5e17, rel=0.15) and early["GPT-4 (Mar 2023)"] == pytest.approx(
        2e25, rel=0.1
    )
    assert round(2 ** (12 / 24), 1) == 1.4 and pytest.approx(6.3, abs=0.1) == 2 ** (12 / 4.5)


def eflops(indicator, date, code="CHN"):
    return (
        kit.load("computing_capacity").query("indicator == @indicator and date == @date and code == @code").value.item()
    )


def test_the_rulers_of_lesson_11():
    everything, centres, ai = (
        "computing capacity, all devices",
        "computing capacity in data centres",
        "intelligent computing in data centres",
    )
    assert round(eflops(centres, "2024-12") / eflops(centres, "2022-12"), 1) == 1.6
    assert round(eflops(everything, "2025-06") / eflops(everything, "2022"), 1) == 3.2
    assert round(eflops(ai, "2025-12") / eflops(everything, "2022"), 1) == 5.3
    kinds = kit.load("computing_capacity").query("unit == 'EFLOPS' and code == 'CHN'").set_index("value").precision
    assert kinds[[302.0, 180.0, 280.0, 788.0, 962.0, 1590.0]].tolist() == [
        "FP32",
        "FP32",
        "FP32",
        "FP16",
        "FP32",
        "FP16",
    ]
    assert round(eflops(ai, "2025-12") / eflops(centres, "2024-12"), 1) == 5.7
    shares = [eflops(everything, d) / eflops(everything, d, "WLD") for d in ("2022", "2025-06")]
    assert [round(100 * s) for s in shares] == [33, 21] and round(
        eflops(everything, "2025-06", "WLD") / eflops(everything, "2022", "WLD")
    ) == 5
    h100 = kit.load("ai_chips").set_index("chip").loc["NVIDIA H100 SXM5 80GB"]
    assert (round(h100.tflops), round(h100.fp32_tflops), round(h100.tflops / h100.fp32_tflops, 1)) == (989, 67, 14.8)
    assert eflops("computing capacity of the eight hubs", "2024-12") / eflops(centres, "2024-12") == 0.625
    racks = kit.load("cluster_figures").query("cluster == 'Qingyang' and measure == 'racks'").value
    assert racks.tolist() == [31_000] and eflops("new racks in Qingyang, plan", "2025") == 300


def test_the_data_of_lesson_11():
    data = kit.load("data_economy").set_index(["indicator", "date"]).value
    made = data["data produced in the year"]
    assert (
        made["2021"].tolist() == [6.6, 16.0]
        and made["2023"].tolist()[0] == 32.85
        and round(100 * made["2024"].item() / 32.85 - 100) == 25
    )
    assert (
        data["share of data output that is kept", "2023"].item() == 2.9
        and data["kept data not used for a year", "2023"].item() == 40
    )
    tokens = data["tokens used a day, national"]
    steps = [
        (tokens["2024-01"], tokens["2025-06"], 17),
        (tokens["2025-06"], tokens["2025-12"], 6),
        (tokens["2025-12"], tokens["2026-03"], 3),
    ]
    assert [
        round(
            kit.models.growth_between(
                a.item() if hasattr(a, "item") else a, b.item() if hasattr(b, "item") else b, m / 12
            ).doubling_months,
            1,
        )
        for a, b, m in steps
    ] == [2.1, 3.5, 6.2]
    firms = (
        kit.load("data_economy").query("date == '2025-12' and status == 'estimate' and theme == 'tokens'").value.sum()
    )
    assert firms == 123 > 100


def test_the_runs_and_chips_of_lesson_11():
    runs, peak = kit.load("model_training").set_index("model"), 989.4e12
    found = {}
    for name, row in runs.dropna(subset=["gpu_hours_mn", "tokens_tn", "active_parameters_bn"]).iterrows():
        flop = 6 * row.active_parameters_bn * 1e9 * row.tokens_tn * 1e12
        found[name] = round(100 * kit.models.utilisation(flop, row.gpu_hours_mn * 1e6, peak), 1)
    assert found["DeepSeek-V3"] == 33.1 and found["Llama 3.1 405B"] == 34.5 and round(found["Llama 3.1 70B"]) == 25
    assert (round(found["Llama 4 Scout"]), found["Llama 4 Maverick"]) == (23, 26.5)
    assert round(100 * kit.models.utilisation(6 * 37e9 * 14.8e12, 2.664e6, peak), 1) == 34.6
    assert round(runs.gpu_hours_mn["Llama 3.1 405B"] / runs.gpu_hours_mn["DeepSeek-V3"]) == round(405 / 37) == 11
    assert runs.parameters_bn["DeepSeek-V3"] == 671
    chips = kit.load("ai_chips").set_index("chip")
    h20, h100 = chips.loc["NVIDIA H20"], chips.loc["NVIDIA H100 SXM5 80GB"]
    speed = [kit.models.attainable(c.tflops, c.bandwidth_gb_s / 1000, 8) for c in (h20, h100)]
    assert (
        [round(s) for s in speed] == [32, 27] and round(h100.tflops / h20.tflops, 1) == 6.7 and round(148 / 3.35) == 44
    )
    assert round(100 * h20.tflops / h100.tflops) == 15 and round(100 * h20.bandwidth_gb_s / h100.bandwidth_gb_s) == 119


def test_the_list_of_supercomputers_in_lesson_11():
    lists = kit.load("supercomputers").pivot(index="list", columns="place", values="systems")
    assert [
        lists.loc[when, ["China", "United States"]].tolist() for when in ("2016-06", "2019-11", "2025-11", "2026-06")
    ] == [[168, 165], [228, 117], [40, 171], [31, 161]]
    share = kit.load("supercomputers").query("place == 'China'").set_index("list").performance_share_percent
    assert [round(share[when], 1) for when in ("2025-11", "2026-06")] == [1.4, 12.7] and lists.loc[
        "2026-06", "Japan"
    ] == 44


def placed(waits, limit, aim):
    clusters, power = kit.load("computing_clusters"), kit.load("province_power").set_index("province")
    price, green = clusters.province.map(power.coal_price_cny_kwh), clusters.province.map(power.renewable_percent)
    overhead = clusters.side.map({"east": 1.25, "west": 1.2})
    cities, need = power.loc[["Beijing", "Shanghai", "Guangdong"]], np.array([30, 40, 30])
    far = kit.models.distance_km(
        cities.latitude.to_numpy()[:, None],
        cities.longitude.to_numpy()[:, None],
        clusters.latitude.to_numpy(),
        clusters.longitude.to_numpy(),
    )
    delay = kit.models.delay_ms(far, detour=1.5)
    cost = price * overhead if aim == "price" else (1 - green / 100) * overhead
    demand = np.concatenate([need * (1 - waits / 100), need * waits / 100])
    found = kit.models.transport_plan(
        demand,
        np.full(10, 20.0),
        np.tile(cost, (6, 1)) + 1e-5 * np.vstack([delay, delay]),
        np.vstack([delay <= limit, np.ones_like(delay)]),
    )
    done = found.work.sum(axis=0)
    mean = [(done * column).sum() / done.sum() for column in (price * overhead, green)]
    return (
        round(done[(clusters.side == "west").to_numpy()].sum()),
        round(found.unplaced.sum()),
        round(mean[0], 3),
        round(mean[1]),
        delay.max(),
        found,
        clusters,
    )


def test_the_plan_of_lesson_11():
    assert placed(0, 5, "price")[1:3] == (10, 0.474) and placed(20, 5, "price")[1] == 4
    assert placed(40, 5, "price")[:4] == (58, 0, 0.415, 29) and placed(40, 5, "green")[2:4] == (0.456, 40)
    assert [placed(waits, 20, "price")[0] for waits in (0, 40, 100)] == [80, 80, 80] and 14 < placed(0, 20, "price")[
        4
    ] < 15
    _, _, _, _, _, found, clusters = placed(100, 5, "price")
    work = dict(zip(clusters.cluster, found.work.sum(axis=0), strict=True))
    assert work["Zhangjiakou"] > 0 and work["Tianfu"] == pytest.approx(0)
    assert not kit.load("computing_capacity").query("note.fillna('').str.contains('62.72')").empty
