"""Lesson 09: what its words say is what the data and the models give."""

import pytest

import kit
from kit.models import fit_prices, prevalence_behind, screen, screen_again, simulate_trial, triage, two_proportion_test


def of_100(share):
    return round(100 * share)


def test_the_figures_that_lesson_09_speaks_of_are_those_of_the_data():
    tests = kit.load("screening_performance").set_index("row_id")
    panda, eyes, skin = tests.loc["S02"], tests.loc["S09"], tests.loc["S42"]
    assert (panda.n, panda.sensitivity_percent, panda.specificity_percent) == (20_530, 92.9, 99.9)
    assert (eyes.sensitivity_percent, eyes.specificity_percent) == (87.2, 90.7)
    assert (skin.ppv_percent, skin.npv_percent, skin.prevalence_percent) == (16.6, 96.6, 14.2)
    assert list(tests.loc[["S02", "S03", "S09", "S18", "S42"], "test"]) == [
        "PANDA",
        "GRAPE",
        "IDx-DR",
        "Transpara + radiologists",
        "DermaSensor",
    ]
    assert (tests.loc["S03", "sensitivity_percent"], tests.loc["S03", "specificity_percent"]) == (85.1, 96.8)
    assert tests.query("place == 'Thailand'")["ungradable_percent"].dropna().tolist() == [21]


def test_the_crowds_of_lesson_09_are_rows_of_the_data():
    rates = (
        kit.load("disease_prevalence")
        .query("place == 'China' and condition == 'diabetic retinopathy'")
        .set_index("population_type")["per_100000"]
    )
    assert (rates["general population"], rates["known disease group"], rates["hospital patients"]) == (
        1140,
        16_300,
        31_800,
    )
    assert round(rates["hospital patients"] / rates["general population"]) == 28
    assert kit.load("disease_prevalence").query("condition == 'pancreatic cancer'")["per_100000"].round().tolist() == [
        13
    ]
    final = kit.load("trial_outcomes").query("trial == 'MASAI final'").set_index("outcome")["value_ai"]
    assert final["cancer detection"] + final["interval cancers in 2 years"] == pytest.approx(7.95)


def test_what_a_flag_means_in_lesson_09():
    everybody = screen(13 / 100_000, 0.929, 0.999, people=100_000)
    assert of_100(everybody.ppv) == 11 and (
        round(everybody.ill_flagged),
        round(everybody.well_flagged),
        round(everybody.flagged),
    ) == (12, 100, 112)
    assert 800 < everybody.ppv / 0.00013 < 850
    assert [of_100(screen(ill, 0.872, 0.907).ppv) for ill in (0.0114, 0.163, 0.318, 0.238)] == [10, 65, 81, 75]
    skin = screen(0.142, 0.955, 0.207)
    assert (of_100(skin.flagged / 10_000), of_100(skin.ppv), round(1000 * (1 - skin.npv))) == (82, 17, 35)
    assert of_100(screen(0.00795, 0.929, 0.999).ppv) == 88


def test_the_funnels_of_lesson_09():
    wide = kit.load("screening_funnels").pivot(index="programme", columns="stage", values="people")
    shares = (100 * wide["ill"] / wide["flagged"]).round(1)
    assert shares["PANDA at a hospital in Ningbo"] == 1.7 and shares["MASAI trial, with AI"] == 28.3
    assert shares.idxmax() == "MASAI trial, with AI" and shares.idxmin() == "PANDA at a hospital in Ningbo"
    ningbo = wide.loc["PANDA at a hospital in Ningbo"]
    cleared = (ningbo["scans read"] - ningbo["flagged"]) / (ningbo["scans read"] - ningbo["ill"])
    assert cleared == pytest.approx(0.99236, abs=1e-5) and (1 - cleared) / 0.001 == pytest.approx(7.6, abs=0.1)
    assert (
        round(ningbo["flagged"] / ningbo["ill"]),
        ningbo["ill: early stage"],
        of_100(ningbo["ill"] / ningbo["called in for more tests"]),
    ) == (58, 14, 8)


def test_the_scores_elsewhere_in_lesson_09():
    scores = kit.load("external_validation").set_index(["model", "measure"])
    many = scores.loc["86 radiology algorithms"]["away_high"]
    assert [round(86 * share / 100) for share in many] == [70, 42, 21]
    drops = scores.query("measure == 'AUC'").eval("(home_low + home_high) / 2 - (away_low + away_high) / 2").dropna()
    assert (
        drops.idxmax()[0] == "sepsis alert, v. 1" and drops.max() == pytest.approx(0.165) and sorted(drops)[1] < 0.045
    )


def test_the_trials_of_lesson_09():
    trials = kit.load("trial_outcomes").query("main == 'yes'")
    patients = trials.query("outcome_type == 'patient outcome'")
    assert sorted(zip(patients["design_kind"], patients["reading"], strict=True)) == [
        ("not randomised", "not tested here"),
        ("randomised", "better"),
        ("randomised", "no clear difference"),
        ("randomised", "no clear difference"),
    ]
    found = trials.query("outcome_type == 'detection'")["reading"].value_counts()
    assert found["better"] == 10 and found.sum() == 12
    harm = trials.query("outcome_type == 'harm'").set_index("trial")
    assert harm.loc["21 colonoscopy trials", "value_ai"] / harm.loc[
        "21 colonoscopy trials", "value_control"
    ] == pytest.approx(1.53, abs=0.01)
    assert tuple(harm.loc["Colonoscopy, Poland", ["value_ai", "value_control"]]) == (22.4, 28.4)
    alert = patients.set_index("trial").loc["ECG alert, Taiwan"]
    assert (alert.value_ai, alert.value_control) == (3.6, 4.3)
    kenya = patients.set_index("trial").loc["AI Consult trial, Kenya"]
    assert [
        round(100 * share, 1) for share in (kenya.events_ai / kenya.n_ai, kenya.events_control / kenya.n_control)
    ] == [
        kenya.value_ai,
        kenya.value_control,
    ]
    assert kenya.effect_low < 1 < kenya.effect_high and kenya.change_percent == pytest.approx(100 * (kenya.effect - 1))
    notes = trials.set_index(["trial", "outcome"]).loc[("AI Consult, Kenya", "diagnostic errors")]
    assert (notes.design_kind, notes.reading, notes.change_percent) == ("randomised", "better", -16)


def test_second_surprise_the_flag_of_a_coin_says_nothing():
    shares = (0.0114, 0.163, 0.318)
    assert [screen(ill, 0.5, 0.5).ppv for ill in shares] == pytest.approx(shares)


def test_the_class_and_the_school_that_are_worked_by_hand():
    flu = screen(10 / 30, 0.9, 0.9, people=30)
    assert [round(group) for group in flu] == [9, 2, 1, 18]
    once = screen(10 / 300, 0.9, 0.9, people=300)
    twice = screen_again(once, 0.9, 0.9)
    assert [round(one) for one in (once.ill_flagged, once.well_flagged, twice.ill_flagged, twice.well_flagged)] == [
        9,
        29,
        8,
        3,
    ]


def test_third_surprise_only_a_very_good_second_look_reaches_the_target():
    ill = round(1000 * screen(13 / 100_000, 0.929, 0.992).ppv)
    right = {clears: ill / (ill + round((1000 - ill) * (100 - clears) / 100)) for clears in (0, 80, 95, 99)}
    assert [round(100 * share) for share in right.values()] == [2, 7, 23, 60]
    assert [clears for clears, share in right.items() if share > 0.5] == [99]


def test_the_second_look_of_lesson_09_meets_ningbo():
    once = screen(13 / 100_000, 0.929, 0.992)
    assert round(100 * once.ppv, 1) == 1.5
    assert [round(100 * screen_again(once, 1, clears).ppv) for clears in (0.8, 0.99)] == [7, 60]
    assert of_100(screen_again(screen(13 / 100_000, 0.929, 0.999), 1, 0.99).ppv) == 92
    assert of_100(screen_again(screen(13 / 100_000, 0.929, 0.95), 1, 0.99).ppv) == 19
    assert round(100 - 92.9 * 0.8) == 26 and round(0.929 / 0.008) == 116


def test_the_thresholds_of_lesson_09():
    rows = kit.load("triage_thresholds")
    assert dict(zip(rows["ai_threshold"], rows["cost_per_case_usd"], strict=True))[95] == 58.15
    first = rows[rows.ai_threshold > 0]
    share, found = first["sent_percent"] / 100, first["sensitivity_percent"] / 100
    prices = fit_prices(share, found, first["cost_per_person_usd"], first["cost_per_case_usd"])
    missed = triage(share, found, *prices[2:], *prices[:2]).missed
    assert [round(missed[i]) for i in (0, 5 - 1)] == [39, 54] and round(1000 * prices.prevalence) == 183

    def best(price):
        return first["ai_threshold"].iloc[
            triage(share, found, prices.prevalence, prices.first_price, prices.second_price, price).with_missed.argmin()
        ]

    assert [best(price) for price in (0, 40, 100, 150, 480, 600)] == [100, 99, 95, 84, 84, 49]
    changes = [price for price in range(1, 601) if best(price) != best(price - 1)]
    assert changes == pytest.approx([27, 51, 127, 510], abs=6)


def test_chance_in_lesson_09():
    assert two_proportion_test(244, 39_996, 203, 40_024).p_exact == pytest.approx(0.052, abs=0.0005)
    assert two_proportion_test(244, 39_996, 204, 40_024).p_exact == pytest.approx(0.058, abs=0.0005)
    assert two_proportion_test(338, 53_000, 262, 53_000).p_exact == pytest.approx(0.002, abs=0.0005)
    luck = simulate_trial(5.1, 5.1, 40_000)
    assert (of_100(luck.significant.mean()), of_100((luck.differences >= 1.03).mean())) == (5, 2)
    assert [of_100(simulate_trial(6.1, 5.1, women).significant.mean()) for women in (40_000, 100_000)] == [48, 85]


def test_reading_backwards_in_lesson_09():
    assert [round(100 * prevalence_behind(share, 0.851, 0.968), 1) for share in (0.245, 0.177)] == [1.2, 0.8]


def test_the_claims_of_lesson_09_can_be_computed():
    claims = kit.load("claims").set_index("claim_id")
    facts = kit.load("hospital_ai").set_index("metric")["value"]
    assert claims.loc["C100", "evidence_value"] == pytest.approx(100 * 24 / 1400, abs=0.05)
    assert claims.loc["C101", "evidence_value"] == pytest.approx(
        100 * facts["diagnoses corrected, cumulative"] / facts["AI diagnosis suggestions, cumulative"], abs=0.005
    )
    assert facts["village clinics"] > 580_000 and facts["primary care institutions served"] == 53_000
