"""Lesson 08: what its words say is what the data and the models give."""

from itertools import combinations

import pandas as pd
import pytest
from scipy.stats import norm

import kit
from kit import notebooks
from kit.models import knowledge_trace, tutor_dependence

(LESSON,) = [path for path in notebooks.lessons() if path.stem == "08_education"]


def effects():
    return kit.load("education_effects")


def middles(by):
    rows = effects().query("unit == 'SD' and status == 'measured'")
    return rows.groupby(by)["effect"].median().round(3).to_dict()


def learn_rate():
    rates = kit.load("knowledge_tracing").query("kind == 'learn rate of an item'").set_index("item")["value"]
    return rates["30304"]


def belief(right):
    """Return the beliefs in whole per cent before and after five answers, of which some are right."""
    answers = [number in right for number in range(1, 6)]
    return [round(100 * share) for share in knowledge_trace(answers, 0.3, learn_rate()).knows]


# Three surprises that a class finds


def test_what_helped_in_practice_did_not_teach():
    found = effects().set_index(["study", "test_kind"])["effect"]
    assert found["Bastani et al., GPT Base", "with the help on"] == 48
    assert found["Bastani et al., GPT Base", "exam, help off"] == -17  # about one sixth
    assert found["Bastani et al., GPT Tutor", "with the help on"] == 127
    assert pd.isna(found["Bastani et al., GPT Tutor", "exam, help off"])


def test_the_same_three_right_answers_leave_the_program_more_or_less_sure():
    ends = {chosen: belief(chosen)[-1] for chosen in combinations(range(1, 6), 3)}
    assert max(ends, key=ends.get) == (3, 4, 5) and ends[3, 4, 5] == 99
    assert min(ends, key=ends.get) == (1, 2, 3) and ends[1, 2, 3] == 78
    assert belief({1, 2, 4}) == [30, 76, 96, 78, 96, 79]
    assert knowledge_trace([True] * 5, 0.3, learn_rate()).knows[-1] > 0.99


@pytest.mark.parametrize(
    ("help", "kept", "prior", "changes"),
    [(0.50, 0.65, 0.10, (49, -17)), (0.65, 0.55, 0.30, (46, -16))],
)
def test_two_settings_of_the_model_hit_the_trial(help, kept, prior, changes):
    result = tutor_dependence(help, kept, prior=prior)
    assert (round(result.practice_change), round(result.exam_change)) == changes
    assert abs(result.practice_change - 48) <= 3 and abs(result.exam_change + 17) <= 3


# What else the core says


def test_effects_belong_to_their_tests():
    by_test = middles("test_kind")
    assert (by_test["mixed tests"], by_test["standard tests"], by_test["made for the study"]) == (0.6, 0.23, 0.38)
    assert (middles("tool_group")["chatbots"], middles("tool_group")["tutoring programs"]) == (0.52, 0.41)
    found = effects().set_index("study")["effect"]
    assert [found[f"Xu et al. 2019, vs teaching, {kind} tests"] for kind in ("mixed", "standard")] == [0.86, 0.26]
    assert (effects().query("test_kind == 'standard tests' and unit == 'SD'")["effect"].notna()).sum() == 2
    chatbots = effects().query("tool_group == 'chatbots' and unit == 'SD' and status == 'measured'")
    assert set(chatbots["test_kind"]) == {"made for the study"} and len(chatbots) == 4
    assert round(100 * norm.cdf(0.4)) == 66


def test_the_belief_that_is_worked_out_by_hand():
    assert knowledge_trace([True], 0.3, 0).knows[-1] == pytest.approx(27 / 37.5) == 0.72
    assert round(100 * learn_rate()) == 16 and belief({1})[1] == 76
    assert round(100 * knowledge_trace([True], 0.3, 0, guess=0.5).knows[-1]) == 44
    fits = kit.load("knowledge_tracing").query("parameter == 'auc_standard_bkt'").set_index("skill")["value"]
    assert (round(fits["Area Rectangle"], 2), round(fits.min(), 2)) == (0.99, 0.61)


def test_the_exercise_that_is_worked_out_by_hand():
    one = tutor_dependence(0.5, 0.5, exercises=1)
    assert (one.practice_alone, one.practice_helped) == pytest.approx(((9 + 13.5) / 100, (9 + 45) / 100))
    assert (round(90 * learn_rate()), round(90 * learn_rate() / 2)) == (14, 7)


def test_the_other_hits_that_the_teacher_is_told_and_a_target_that_one_start_cannot_reach():
    steps = [(help, kept) for help in range(5, 100, 5) for kept in range(0, 105, 5)]

    def near(practice, exam, prior, within):
        results = {step: tutor_dependence(step[0] / 100, step[1] / 100, prior=prior) for step in steps}
        return {
            step
            for step, result in results.items()
            if abs(result.practice_change - practice) <= within and abs(result.exam_change - exam) <= within
        }

    assert near(48, -17, 0.1, 3) == {(50, 65), (50, 70)}
    assert near(48, -17, 0.3, 3) == {(65, 50), (65, 55), (65, 60), (70, 50)}
    assert (95, 100) in near(127, 0, 0.1, 2) and not near(127, 0, 0.3, 20)


def test_the_invented_class_shows_what_the_trial_found():
    names = {"pd": pd}
    (cell,) = [cell for cell in notebooks.read(LESSON).cells if cell.id == "look"]
    exec(cell.source, names)
    means = names["pupils"].groupby("group").mean()
    changes = 100 * (means.loc["with AI"] / means.loc["alone"] - 1)
    assert (means.loc["with AI", "practice"], means.loc["alone", "practice"]) == (7.4, 5)
    assert (round(changes["practice"]), round(changes["exam"])) == (48, -17)
    spreads = names["pupils"].groupby("group").std().round(2)
    assert (spreads.loc["alone", "practice"], spreads.loc["alone", "exam"], spreads.loc["with AI", "exam"]) == (
        1.15, 0.82, 1.7
    )  # fmt: skip
    effect = (means.loc["with AI"] - means.loc["alone"]) / names["alone"][["practice", "exam"]].std()
    assert effect.round(2).to_dict() == {"practice": 2.08, "exam": -1.22}


def test_the_claim_of_lesson_08_can_be_computed():
    claim = kit.load("claims").set_index("claim_id").loc["C102"]
    found = effects().query("study == 'Nigeria Copilot (World Bank)'").set_index("subject")
    assert claim["evidence_value"] == found.loc["English", "effect"] == 0.23
    assert sorted(found["effect"]) == [0.23, 0.31] and set(found["test_kind"]) == {"made for the study"}


# Going further


def test_the_samples_of_pisa():
    scores = kit.load("pisa_mathematics").set_index(["system", "year"])
    china = scores.loc["China"]
    assert china["mean_score"].round().to_dict() == {2009: 600, 2012: 613, 2015: 531, 2018: 591}
    assert china["level6_percent"].round()[[2012, 2015]].tolist() == [31, 9] and china["sample"].nunique() == 3
    mean = scores["mean_score"].unstack()
    change = (mean[2015] - mean[2012]).drop("China").dropna().round()
    told = {
        "Macao SAR": 6, "Japan": -4, "Germany": -8, "Finland": -8, "Singapore": -9, "United States": -12,
        "Hong Kong SAR": -13, "Vietnam": -17, "South Korea": -30,
    }  # fmt: skip
    assert change[list(told)].to_dict() == told and set(change.index) - set(told) <= {"OECD average"}


def test_teachers_and_lines():
    access = kit.load("school_access").query("level == 'primary'").set_index(["place", "indicator", "year"])["value"]
    pupils, online = "pupils per qualified teacher", "schools with internet"
    assert [round(access["India", measure, 2023], 1) for measure in (pupils, online)] == [28.7, 38.9]
    assert round(access["India", online, 2019], 1) == 6.4
    assert round(access["China", pupils, 2023], 1) == 16.2 and round(access["China", online, 2023]) == 99
    assert [round(access["Bangladesh", measure, 2023], 1) for measure in (pupils, online)] == [42.3, 79.2]
    assert [round(access["Bangladesh", online, year]) for year in (2021, 2022)] == [49, 79]


def test_the_surveys_and_their_questions():
    shares = kit.load("student_ai_surveys").set_index("row_id")
    assert shares.loc[["U03", "U24", "U10", "U08"], "share_percent"].tolist() == [92, 67, 18, 8]
    assert set(shares.loc[["U03", "U24", "U10", "U08"], "place"]) == {"United Kingdom"}
    assert shares.loc["U03", "sample_n"] == 1041 and shares.loc[["U13", "U14"], "share_percent"].tolist() == [26, 54]
    pupils = shares.loc[["U36", "U37"], "share_percent"]
    assert pupils.round().tolist() == [18, 43] and round(pupils.sum()) == 62
    assert set(shares.loc[["U36", "U37", "U38", "U39", "U43"], "place"]) == {"China"}
    assert set(shares.loc[["U14", "U13", "U19", "U15"], "place"]) == {"United States"}
    assert shares.loc[["U20", "U21", "U25", "U28"], "place"].isna().all()


def test_the_platform_and_its_counts():
    counts = kit.load("smart_education").set_index(["metric", "date"])["value"]
    visits, users = counts["visits, cumulative", "2025-12-30"], counts["users", "2025-12-30"]
    assert round(visits / counts["visits, cumulative", "2024-09-26"], 2) == 1.45
    assert round(users / counts["registered users", "2025-04"], 2) == 1.09 and 400 < visits / users < 410
    for metric, times in (("school resources", 1.18), ("higher-education courses", 4.68)):
        assert round(counts[metric, "2025-12-30"] / counts[metric, "2025-04"], 2) == times
    who = ("students", "teachers", "others and visitors")
    assert [round(counts[f"share of page views: {name}", "2024-05-15"]) for name in who] == [31, 28, 32]
