"""Lesson 08: what its words say is what the data and the models give."""

from scipy.stats import norm

import kit
from kit.models import knowledge_trace, tutor_dependence


def effects():
    return kit.load("education_effects")


def middles(by, rows=None):
    rows = effects() if rows is None else rows
    return rows[rows.unit == "SD"].groupby(by)["effect"].median().round(2)


def test_the_figures_that_lesson_08_speaks_of_are_those_of_the_data():
    found = effects().set_index(["study", "test_kind"])["effect"]
    assert (
        found["Bastani et al., GPT Base", "with the help on"],
        found["Bastani et al., GPT Base", "exam, help off"],
    ) == (48, -17)
    assert (
        found["Bastani et al., GPT Tutor", "with the help on"] == 127
        and found.isna()["Bastani et al., GPT Tutor", "exam, help off"]
    )
    assert (
        found["Xu et al. 2019, vs teaching, mixed tests", "mixed tests"],
        found["Xu et al. 2019, vs teaching, standard tests", "standard tests"],
    ) == (0.86, 0.26)
    humans = effects().query("tool_group == 'human tutors'").set_index("study")["effect"]
    assert (humans["belief before VanLehn"], humans["VanLehn 2011"], humans["review of human-tutoring reviews"]) == (
        2.0,
        0.79,
        0.40,
    )
    assert [round(100 * norm.cdf(sd)) for sd in (0.4, 2)] == [66, 98]


def test_the_middles_of_the_lines_in_lesson_08():
    by_test = middles("test_kind", effects().query("status != 'retracted'"))
    assert (
        by_test["believed, not tested"],
        by_test["mixed tests"],
        by_test["made for the study"],
        by_test["standard tests"],
    ) == (1.0, 0.6, 0.38, 0.23)
    assert not {"often with the help on", "own opinion"} & set(by_test.index)
    by_tool = middles("tool_group", effects().query("status != 'retracted'"))
    assert (by_tool["chatbots"], by_tool["tutoring programs"]) == (0.52, 0.41)
    chatbots = effects().query("tool_group == 'chatbots' and unit == 'SD' and status == 'measured'")
    assert set(chatbots["test_kind"]) == {"made for the study"}
    assert not effects().query("design_kind == 'trial' and test_kind == 'standard tests'")["effect"].notna().any()


def test_teachers_and_lines_in_lesson_08():
    access = kit.load("school_access").query("level == 'primary'").set_index(["place", "indicator", "year"])["value"]
    pupils, lines = "pupils per qualified teacher", "schools with internet"
    assert [round(access["India", measure, 2023], 1) for measure in (pupils, lines)] == [28.7, 38.9] and round(
        access["India", lines, 2019], 1
    ) == 6.4
    assert round(access["China", pupils, 2023], 1) == 16.2 and round(access["China", lines, 2023]) == 99
    assert [round(access["Bangladesh", measure, 2023], 1) for measure in (pupils, lines)] == [42.3, 79.2]
    assert [round(access["Bangladesh", lines, year]) for year in (2021, 2022)] == [49, 79]


def test_the_samples_of_lesson_08():
    china = kit.load("pisa_mathematics").query("system == 'China'").set_index("year")
    assert china["mean_score"].round().to_dict() == {2009: 600, 2012: 613, 2015: 531, 2018: 591}
    assert round(china["mean_score"][2012]) - round(china["mean_score"][2015]) == 82
    assert china["level6_percent"].round()[[2012, 2015]].tolist() == [31, 9]
    assert round(china["mean_score"][2018]) - round(china["mean_score"][2015]) == 60
    assert china["sample"].nunique() == 3


def test_the_surveys_of_lesson_08():
    shares = kit.load("student_ai_surveys").set_index("row_id")
    assert shares.loc[["U03", "U24", "U10", "U08"], "share_percent"].tolist() == [92, 67, 18, 8] and set(
        shares.loc[["U03", "U24", "U10", "U08"], "place"]
    ) == {"United Kingdom"}
    assert shares.loc["U03", "sample_n"] == 1041 and (
        shares.loc["U13", "share_percent"],
        shares.loc["U14", "share_percent"],
    ) == (26, 54)
    pupils = shares.loc[["U36", "U37"], "share_percent"]
    assert pupils.round().tolist() == [18, 43] and round(pupils.sum()) == 62
    assert set(shares.loc[["U36", "U37", "U38", "U39", "U43"], "place"]) == {"China"} and set(
        shares.loc[["U14", "U13", "U19", "U15"], "place"]
    ) == {"United States"}
    assert shares.loc[["U20", "U21", "U25", "U28"], "place"].isna().all()


def test_beliefs_in_lesson_08():
    rates = kit.load("knowledge_tracing").query("kind == 'learn rate of an item'").set_index("item")["value"]

    def belief(pattern, item):
        return [round(100 * share) for share in knowledge_trace([a == "1" for a in pattern], 0.3, rates[item]).knows]

    assert belief("11", "30304") == [30, 76, 96] and belief("1101", "30304") == [30, 76, 96, 78, 96]
    assert belief("111", "30046") == [30, 72, 94, 99]
    assert round(100 * 27 / 37.5) == 72
    assert [round(100 * knowledge_trace([True], 0.3, learn, guess=0.5).knows[-1]) for learn in (0, 0.1585)] == [44, 52]
    fits = kit.load("knowledge_tracing").query("parameter == 'auc_standard_bkt'")["value"]
    assert (round(fits.max(), 2), round(fits.min(), 2)) == (0.99, 0.61)


def test_the_crutch_of_lesson_08():
    base, tutor = tutor_dependence(0.5, 0.65), tutor_dependence(0.95, 1)
    assert [round(base.practice_change), round(base.exam_change)] == [49, -17]
    assert [round(tutor.practice_change), round(tutor.exam_change)] == [129, 0]
    other = tutor_dependence(0.67, 0.54, prior=0.3)
    assert [round(other.practice_change), round(other.exam_change)] == [48, -17]


def test_the_platform_of_lesson_08():
    counts = kit.load("smart_education").set_index(["metric", "date"])["value"]
    visits, users = counts["visits, cumulative", "2025-12-30"], counts["users", "2025-12-30"]
    assert (
        round(visits / counts["visits, cumulative", "2024-09-26"], 2) == 1.45
        and round(users / counts["registered users", "2025-04"], 2) == 1.09
    )
    assert round(counts["school resources", "2025-12-30"] / counts["school resources", "2025-04"], 2) == 1.18
    assert (
        round(counts["higher-education courses", "2025-12-30"] / counts["higher-education courses", "2025-04"], 1)
        == 4.7
    )
    assert 400 < visits / users < 410
    shares = [
        counts[f"share of page views: {who}", "2024-05-15"] for who in ("students", "teachers", "others and visitors")
    ]
    assert [round(share) for share in shares] == [31, 28, 32]


def test_the_claims_of_lesson_08_can_be_computed():
    claims = kit.load("claims").set_index("claim_id")
    found = effects().set_index(["study", "subject"])["effect"]
    assert claims.loc["C102", "evidence_value"] == found["Nigeria Copilot (World Bank)", "English"] == 0.23
    review = effects().query("study == 'VanLehn 2011' and tool_group == 'human tutors'")["effect"].item()
    assert (
        claims.loc["C103", "evidence_value"] == review < claims.loc["C103", "target_value"]
        and claims.loc["C103", "verdict"] == "not supported"
    )
