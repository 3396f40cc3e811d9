"""``check``: right, wrong in a known way, wrong, blank."""

import numpy as np
import pandas as pd
import pytest

from kit.widgets import check
from kit.widgets.messages import MESSAGES

MISTAKES = {0.49: "That is everyone else's share.", 51.0: "A fraction, please."}


def test_a_number_within_the_tolerance_is_right():
    assert check(0.5119, is_=0.51, within=0.002)
    assert check(0.512, is_=0.51, within=0.002), "binary fractions must not push a borderline answer out"
    assert not check(0.513, is_=0.51, within=0.002)


@pytest.mark.parametrize(("answer", "words"), [(0.4902, MISTAKES[0.49]), (51.02, MISTAKES[51.0]), (0.7, "Divide.")])
def test_a_known_mistake_is_named_and_an_unknown_one_gets_the_hint(answer, words):
    result = check(answer, is_=0.51, within=0.002, unless=MISTAKES, hint="Divide.")
    assert (result.kind, result.words) == ("miss", words)


def test_three_dots_are_still_blank():
    assert check(..., is_=1).kind == "blank"
    assert MESSAGES["check_replace"] in repr(check(..., is_=1))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("0.51", "Your answer is a text; this asks for a number."),
        (None, "Your answer is nothing; this asks for a number."),
        (True, "Your answer is true or false; this asks for a number."),
    ],
)
def test_another_kind_of_answer_is_told_which_is_asked_for(answer, words):
    assert check(answer, is_=0.51).words == words


@pytest.mark.parametrize(
    "answer", [[1, 2, 3], (1, 2, 3), np.array([1.0, 2.0, 3.0]), pd.Series([1, 2, 3], index=[7, 8, 9])]
)
def test_values_are_compared_whatever_holds_them(answer):
    assert check(answer, is_=[1, 2, 3])
    assert not check(answer, is_=[1, 2, 4])
    assert "shape (3,); this asks for (2,)" in check(answer, is_=[1, 2]).words


def test_a_text_is_compared_without_regard_to_case_and_blanks():
    assert check(" south korea ", is_="South Korea")
    assert not check("Korea", is_="South Korea")


def test_what_is_shown_is_escaped_and_marked_with_more_than_colour():
    html = check(2, is_=1, unless={2: "<b>no</b>"})._repr_html_()
    assert "<b>no</b>" not in html and "✗" in html and 'role="status"' in html


def test_a_negative_tolerance_is_refused():
    with pytest.raises(ValueError, match="within=-1; it must be 0 or more"):
        check(1, is_=1, within=-1)


def test_gaps_are_equal_where_both_have_them():
    assert check([1, float("nan")], is_=[1, np.nan])
    assert not check([1, 2], is_=[1, np.nan]) and not check([1, np.nan], is_=[1, 2])


def test_a_mistake_is_met_within_half_a_per_cent_and_no_more():
    named = {200: "Doubled."}
    assert check(200.9, is_=100, unless=named).words == check(199.1, is_=100, unless=named).words == "Doubled."
    assert check(201.2, is_=100, unless=named).words == ""
    assert check(-200.5, is_=100, unless={-200: "Turned round."}).words == "Turned round."


def test_a_table_of_words_is_compared_cell_by_cell():
    table = pd.DataFrame({"place": ["China", "Japan"]})
    assert check(table.copy(), is_=table)
    assert not check(pd.DataFrame({"place": ["China", "Korea"]}), is_=table)
