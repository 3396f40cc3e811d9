"""``quiz``: a task list becomes questions, and a faulty one gets a sentence."""

import pytest

from kit.widgets import QuizError, quiz

ONE = """
Which is a rate?
- [ ] 276,000 robots :: A count.
- [x] 470 robots per 10,000 workers :: Yes.
"""
SEVERAL = """
Tick the counts
- [x] robots :: Yes.
- [X] workers :: Yes.
- [ ] density :: A rate.
"""
NUMBER = """
Which share?
- [=] 51 ± 1 % :: Yes.
- [ ] 49 ± 0.5 :: That is everyone else's.
- [ ] * :: Divide by the world.
"""
ORDER = """
From small to large
1. Singapore :: Few robots.
2. Germany
3. China
"""


def question(text):
    return quiz(text).spec["questions"][0]


@pytest.mark.parametrize(
    ("text", "kind"), [(ONE, "single"), (SEVERAL, "several"), (NUMBER, "number"), (ORDER, "order")]
)
def test_the_marks_tell_what_kind_of_question_it_is(text, kind):
    assert question(text)["kind"] == kind


def test_options_keep_their_text_their_reason_and_whether_they_are_right():
    assert question(ONE)["options"] == [
        {"text": "276,000 robots", "why": "A count.", "right": False},
        {"text": "470 robots per 10,000 workers", "why": "Yes.", "right": True},
    ]


def test_a_number_has_a_tolerance_a_unit_and_named_mistakes():
    found = question(NUMBER)
    assert found["unit"] == "%"
    assert [(o["value"], o["within"], o["right"]) for o in found["options"]] == [
        (51, 1, True),
        (49, 0.5, False),
        (None, 0, False),
    ]


def test_several_questions_stand_in_one_card():
    assert [q["kind"] for q in quiz(ONE + "---" + NUMBER + "---" + ORDER).spec["questions"]] == [
        "single",
        "number",
        "order",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The quiz is empty"),
        ("Why?", "“Why\\?” has no options"),
        ("- [x] a :: b", "A question has no text"),
        ("Why?\n- [ ] a :: b\n- [ ] c :: d", "“Why\\?” has no right answer: mark one with “- \\[x\\]”"),
        ("Why?\n- [x] a :: b\n- [ ] c", "The option “c” of “Why\\?” has no reason"),
        ("Why?\n- [x] a :: b\nstray\n- [ ] c :: d", "“stray” stands between options"),
        ("How many?\n- [=] many :: b", "“many” in “How many\\?” is not a number"),
    ],
)
def test_a_faulty_text_gets_one_sentence_that_says_what_to_change(text, sentence):
    with pytest.raises(QuizError, match=sentence):
        quiz(text)


def test_the_words_do_not_tell_which_option_is_right():
    words = quiz(ONE).text_summary()
    assert "276,000 robots" in words and "Yes." not in words and "[x]" not in words
    assert "51" not in quiz(NUMBER).text_summary()


def test_the_unit_is_that_of_the_right_answer_and_commas_part_thousands():
    text = "How many?\n- [=] 12,500 ± 1,000 robots :: Yes.\n- [ ] 12.5 thousand :: In robots, please."
    found = question(text)
    assert found["unit"] == "robots"
    assert [(o["value"], o["within"]) for o in found["options"]] == [(12_500, 1_000), (12.5, 0)]
