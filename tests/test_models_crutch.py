"""The crutch, our own model: help raises practice, lost learning lowers the exam, and one trial cannot prove it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import kept_behind, practise

SHARE = st.floats(0, 1)
INSIDE = st.floats(0.05, 0.8)


def bastani(tool, kind):
    """Return a measured change, in per cent."""
    return load("education_effects").query("study == @tool and test_kind == @kind")["effect"].item()


def test_two_settings_come_close_to_the_two_chatbots_of_the_trial():
    base, tutor = practise(help=0.5, kept=0.65), practise(help=0.95, kept=1)
    assert base.practice_change == pytest.approx(bastani("Bastani et al., GPT Base", "with the help on"), abs=1.5)
    assert base.exam_change == pytest.approx(bastani("Bastani et al., GPT Base", "exam, help off"), abs=1)
    assert tutor.practice_change == pytest.approx(bastani("Bastani et al., GPT Tutor", "with the help on"), abs=2.5)
    assert tutor.exam_change == 0


def test_the_learn_rate_is_a_published_one():
    rates = load("knowledge_tracing").query("kind == 'learn rate of an item'")["value"]
    assert practise.__kwdefaults__["learn"] in set(rates)


def test_another_prior_needs_another_share_so_the_trial_does_not_prove_the_model():
    assert [round(kept_behind(-17, prior=prior), 2) for prior in (0.1, 0.2, 0.3)] == [0.66, 0.6, 0.54]


@given(SHARE, SHARE, INSIDE, INSIDE)
def test_scores_are_shares_and_help_never_lowers_practice_when_learning_is_kept(help, kept, prior, learn):
    result = practise(help, kept, prior=prior, learn=learn)
    assert all(0 <= score <= 1 for score in result[:4])
    assert practise(help, 1, prior=prior, learn=learn).practice_change >= -1e-9
    assert result.exam_change <= 1e-9


@given(SHARE, st.floats(0, 0.9), INSIDE)
def test_more_learning_kept_means_a_better_exam_and_help_does_not_touch_it(help, kept, prior):
    assert practise(help, kept + 0.1, prior=prior).exam_change > practise(help, kept, prior=prior).exam_change
    assert practise(help, kept, prior=prior).exam_change == practise(0, kept, prior=prior).exam_change


def test_no_help_and_nothing_lost_is_no_difference_at_all():
    result = practise(help=0, kept=1)
    assert (result.practice_change, result.exam_change) == (0, 0)


@given(st.floats(0, 1), INSIDE)
def test_the_share_behind_a_change_is_the_one_that_gives_it(kept, prior):
    assert kept_behind(min(practise(0, kept, prior=prior).exam_change, 0), prior=prior) == pytest.approx(kept, abs=1e-6)


@pytest.mark.parametrize("change", [5, -99])
def test_a_change_that_no_share_can_give_is_refused_with_a_sentence(change):
    with pytest.raises(ValueError, match="cannot come from lost learning"):
        kept_behind(change)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"help": 2}, "help is 2"), ({"exercises": 0}, "whole number from 1"), ({"prior": -1}, "prior")],
)
def test_parameters_out_of_range_are_refused_with_a_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        practise(**({"help": 0.5, "kept": 0.5} | wrong))
