"""``quiz``: a task list becomes questions, and a faulty one gets a sentence."""

import re
from collections import Counter
from itertools import permutations

import pytest

from kit.widgets import QuizError, quiz
from kit.widgets.quiz import as_seen

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
    assert sorted(question(ONE)["options"], key=lambda option: option["text"]) == [
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


LINES = [f"- [{'x' if name == 'ant' else ' '}] {name} :: Because." for name in ("ant", "bee", "cow", "dog")]


def test_the_order_of_options_is_drawn_from_the_words_however_they_are_written_down():
    seen = {tuple(as_seen(question("Which?\n" + "\n".join(lines)))) for lines in permutations(LINES)}
    assert len(seen) == 1
    places = Counter(as_seen(question(f"Which of {n}?\n" + "\n".join(LINES))).index("ant") for n in range(400))
    assert set(places) == {0, 1, 2, 3} and max(places.values()) < 140


def test_words_paper_and_the_front_end_show_one_order():
    widget = quiz(SEVERAL)
    texts = [option["text"] for option in widget.spec["questions"][0]["options"]]
    assert [line.removeprefix("  ○ ") for line in widget.text_summary().splitlines()[1:]] == texts


@pytest.mark.parametrize("count", range(2, 9))
def test_an_order_never_starts_in_its_right_order(count):
    for name in "abcdefgh":
        asked = question(f"From {name}\n" + "\n".join(f"{n + 1}. item {n}" for n in range(count)))
        assert sorted(asked["start"]) == list(range(count)) != asked["start"]
        assert as_seen(asked) == [f"item {n}" for n in asked["start"]]


@pytest.mark.parametrize(
    ("written", "text", "why"),
    [
        ("`a[::2]` :: every second", "`a[::2]`", "every second"),
        ("``x :: `y` :: z`` :: code", "``x :: `y` :: z``", "code"),
        ("std::vector :: a type", "std::vector", "a type"),
        ("yes:: of course", "yes", "of course"),
        ("a :: b :: c", "a", "b :: c"),
        ("one ` tick :: alone", "one ` tick", "alone"),
        ("slice :: write `a[1::2]`", "slice", "write `a[1::2]`"),
    ],
)
def test_two_colons_in_code_do_not_end_an_option(written, text, why):
    (option,) = [o for o in question(f"Which?\n- [x] {written}\n- [ ] other :: No.")["options"] if o["right"]]
    assert (option["text"], option["why"]) == (text, why)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Why?\n- [x] a :: b\n- [ ] a :: c", "“Why?” has the option “a” twice"),
        ("Why?\n- [x] a :: b\n1. c", "“Why?” mixes “- [x] a :: b” with “1. c”"),
        ("Why?\n- [x] :: b", "An option of “Why?” has no text"),
        ("Why?\n- [=] 1.2.3 :: b", "“1.2.3” in “Why?” is not a number"),
    ],
)
def test_slips_in_options_are_named(text, sentence):
    with pytest.raises(QuizError, match=re.escape(sentence)):
        quiz(text)


@pytest.mark.parametrize(
    ("written", "value", "within", "unit"),
    [
        ("1e6 ± 1e5 robots", 1e6, 1e5, "robots"),
        ("−3.5 +- 0.5 °C", -3.5, 0.5, "°C"),
        ("1/4", 0.25, 0, ""),
        ("12 500 +/- 500", 12_500, 500, ""),
        ("6.3 ± 0.4 times", 6.3, 0.4, "times"),
        ("65 ± 2 of 100", 65, 2, "of 100"),
        ("1,234.5 kg", 1234.5, 0, "kg"),
        ("51±1%", 51, 1, "%"),
    ],
)
def test_a_right_number_is_written_as_numbers_are(written, value, within, unit):
    found = question(f"How many?\n- [=] {written} :: Yes.")
    assert (found["options"][0]["value"], found["options"][0]["within"], found["unit"]) == (value, within, unit)


def test_a_version_follows_the_words_and_not_their_order_nor_the_reasons():
    version = question(ONE)["version"]
    turned = "\n".join([ONE.splitlines()[1], *reversed(ONE.splitlines()[2:])])
    assert question(turned)["version"] == version == question(ONE.replace("A count.", "It counts."))["version"]
    assert question(ONE.replace("Which", "What"))["version"] != version
    assert question(ONE.replace("470", "480"))["version"] != version
