"""Learning with a computer: what a tutor believes, what a helper does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import knowledge_trace, tutor_dependence

# Knowledge tracing: right answers raise the belief, a slip does not end it, the published example comes out.

ANSWERS = st.lists(st.booleans(), max_size=12)
SHARE = st.floats(0.01, 0.99)
LEARN = st.floats(0, 0.9)
ERROR = st.floats(0.01, 0.45)


def test_the_example_of_the_course_big_data_and_education_comes_out():
    # Belief 0.4; wrong: 0.12 / 0.60 = 0.20, then 0.28; right: 0.196 / 0.340 = 0.576, then 0.62.
    knows = knowledge_trace([False, True], prior=0.4, learn=0.1, guess=0.2, slip=0.3).knows
    assert knows.round(2).tolist() == [0.4, 0.28, 0.62]


def test_the_fixed_values_are_those_of_the_study():
    fixed = load("knowledge_tracing").query("kind == 'fixed in a study'").set_index("parameter")["value"]
    assert (fixed["guess"], fixed["slip"]) == (0.15, 0.10) == knowledge_trace.__defaults__


@given(ANSWERS, SHARE, LEARN, ERROR, ERROR)
def test_beliefs_stay_shares_and_there_is_one_more_than_answers(answers, prior, learn, guess, slip):
    result = knowledge_trace(answers, prior, learn, guess, slip)
    assert result.knows.shape == result.will_be_right.shape == (len(answers) + 1,)
    assert ((result.knows >= 0) & (result.knows <= 1)).all()
    assert ((result.will_be_right >= guess - 1e-12) & (result.will_be_right <= 1 - slip + 1e-12)).all()


@given(ANSWERS, SHARE, LEARN, ERROR, ERROR)
def test_a_right_answer_never_leaves_less_belief_than_a_wrong_one(answers, prior, learn, guess, slip):
    right, wrong = (
        knowledge_trace([*answers, True], prior, learn, guess, slip),
        knowledge_trace([*answers, False], prior, learn, guess, slip),
    )
    assert right.knows[-1] >= wrong.knows[-1] - 1e-12


@given(ANSWERS, SHARE, LEARN, ERROR, ERROR)
def test_the_belief_before_practice_is_the_mean_of_what_both_answers_would_leave(answers, prior, learn, guess, slip):
    # Before it teaches anything, an answer moves the belief but not its expectation.
    before = knowledge_trace(answers, prior, learn, guess, slip)
    chance, belief = before.will_be_right[-1], before.knows[-1]
    right, wrong = (knowledge_trace([answer], belief, 0, guess, slip).knows[-1] for answer in (True, False))
    assert chance * right + (1 - chance) * wrong == pytest.approx(belief)


@given(st.integers(1, 30), SHARE, ERROR, ERROR)
def test_without_learning_many_right_answers_lead_to_certainty_and_wrong_ones_to_none(n, prior, guess, slip):
    up, down = (knowledge_trace([answer] * n, prior, 0, guess, slip).knows for answer in (True, False))
    assert (np.diff(up) >= 0).all() and (np.diff(down) <= 0).all()


@given(ANSWERS, SHARE)
def test_guess_and_slip_of_one_half_say_nothing(answers, prior):
    assert knowledge_trace(answers, prior, 0, 0.5, 0.499999).knows[-1] == pytest.approx(prior, abs=1e-4)


def test_a_tutor_that_cannot_guess_or_slip_knows_after_one_answer():
    assert (
        knowledge_trace([True], 0.3, 0, guess=0, slip=0).knows[-1] == 1
        and knowledge_trace([False], 0.3, 0, guess=0, slip=0).knows[-1] == 0
    )


def test_an_answer_that_could_not_happen_leaves_the_belief():
    assert knowledge_trace([False], 1, 0, guess=0, slip=0).knows[-1] == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"prior": 2}, "prior is 2"), ({"learn": -0.1}, "learn"), ({"guess": 0.6, "slip": 0.4}, "below 1")],
)
def test_parameters_out_of_range_are_refused_with_a_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        knowledge_trace([True], **({"prior": 0.3, "learn": 0.1} | wrong))


# The crutch, our own model: help raises practice, lost learning lowers the exam, and one trial cannot prove it.

SHARE_CRUTCH = st.floats(0, 1)
INSIDE = st.floats(0.05, 0.8)


def bastani(tool, kind):
    """Return a measured change, in per cent."""
    return load("education_effects").query("study == @tool and test_kind == @kind")["effect"].item()


def test_two_settings_come_close_to_the_two_chatbots_of_the_trial():
    base, tutor = tutor_dependence(help=0.5, kept=0.65), tutor_dependence(help=0.95, kept=1)
    assert base.practice_change == pytest.approx(bastani("Bastani et al., GPT Base", "with the help on"), abs=1.5)
    assert base.exam_change == pytest.approx(bastani("Bastani et al., GPT Base", "exam, help off"), abs=1)
    assert tutor.practice_change == pytest.approx(bastani("Bastani et al., GPT Tutor", "with the help on"), abs=2.5)
    assert tutor.exam_change == 0


def test_the_learn_rate_is_a_published_one():
    rates = load("knowledge_tracing").query("kind == 'learn rate of an item'")["value"]
    assert tutor_dependence.__kwdefaults__["learn"] in set(rates)


def test_another_prior_needs_another_share_so_the_trial_does_not_prove_the_model():
    for prior, kept in [(0.1, 0.66), (0.2, 0.6), (0.3, 0.54)]:
        assert tutor_dependence(0.5, kept, prior=prior).exam_change == pytest.approx(-17, abs=0.3)


@given(SHARE_CRUTCH, SHARE_CRUTCH, INSIDE, INSIDE)
def test_scores_are_shares_and_help_never_lowers_practice_when_learning_is_kept(help, kept, prior, learn):
    result = tutor_dependence(help, kept, prior=prior, learn=learn)
    assert all(0 <= score <= 1 for score in result[:4])
    assert tutor_dependence(help, 1, prior=prior, learn=learn).practice_change >= -1e-9
    assert result.exam_change <= 1e-9


@given(SHARE_CRUTCH, st.floats(0, 0.9), INSIDE)
def test_more_learning_kept_means_a_better_exam_and_help_does_not_touch_it(help, kept, prior):
    assert (
        tutor_dependence(help, kept + 0.1, prior=prior).exam_change
        > tutor_dependence(help, kept, prior=prior).exam_change
    )
    assert tutor_dependence(help, kept, prior=prior).exam_change == tutor_dependence(0, kept, prior=prior).exam_change


def test_no_help_and_nothing_lost_is_no_difference_at_all():
    result = tutor_dependence(help=0, kept=1)
    assert (result.practice_change, result.exam_change) == (0, 0)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"help": 2}, "help is 2"),
        ({"exercises": 0}, "exercises is 0; it must"),
        ({"prior": -1}, "prior"),
    ],
)
def test_parameters_out_of_range_are_refused_with_a_sentence_crutch(wrong, words):
    with pytest.raises(ValueError, match=words):
        tutor_dependence(**({"help": 0.5, "kept": 0.5} | wrong))
