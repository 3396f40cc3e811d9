"""Worksheets: what stands on paper, what does not, and the answers apart."""

import re

import pandas as pd
import pytest

import kit
from kit.notebooks import Metadata
from kit.site.outline import Note, Outline, Task
from kit.site.worksheets import answers, axes, worksheet
from kit.widgets.contract import PredictData, QuizData
from kit.widgets.quiz import as_seen

QUIZ = """
From small to large
1. Zambia
2. Japan
3. China
---
How many?
- [=] 51 ± 1 % :: Divided.
- [ ] * :: Count again.
---
Which?
- [ ] this :: No.
- [x] that :: Yes.
"""


@pytest.fixture(scope="module")
def lesson():
    series = pd.Series([120.0, 140, 160, 200], index=[2012, 2013, 2014, 2015], name="China")
    line = kit.predict("Draw the line", series, id="s-line", known=1, low=100, unit="robots", why="It grew.")
    second = kit.predict("A second guess", 7, id="s-second")
    claims = [kit.weigh(name, for_=[f"for {name}"], against=["b"], missing=["c"]) for name in ("C15", "C54")]
    return Outline(
        Metadata("01_factories", "Factories", 50, "P", "Summary."),
        {},
        [Note("Predict", "", "A likely guess.", "predict"), Note("Who", "", "A likely answer.", "explore")],
        "What comes next?",
        [Task("Who leads", "**Who leads?**", ["Look."])],
        "Is it fair?",
        [],
        [
            *(PredictData(kind="predict", spec=card.spec) for card in (line, second)),
            QuizData(kind="quiz", spec=kit.quiz(QUIZ, id="s-quiz").spec),
            *(PredictData(kind="predict", spec=claim.spec) for claim in claims),
        ],
        [],
    )


def test_paper_asks_the_first_guess_every_task_every_question_and_tells_no_answer(lesson):
    page = worksheet(lesson)
    for asked in ("Draw the line", "What comes next?", "Who leads?", "Look.", "How many?", "Which?", "Is it fair?"):
        assert asked in page
    assert page.count("What did I assume?") == 1
    for kept in ("A second guess", "It grew.", "Divided.", "A likely answer."):
        assert kept not in page


def test_a_share_of_dots_is_a_field_to_colour_and_its_height_counts(lesson):
    def page(**more):
        card = kit.predict("How many are ill?", 3, id="s-dots", unit="people", **more)
        return worksheet(lesson._replace(asked=[PredictData(kind="predict", spec=card.spec)]))

    field = page(shape="dots", high=23)
    assert field.count("<circle") == 23 and 'viewBox="0 0 50 15"' in field and "My guess: <span></span> people" in field
    assert "How many are ill?" in field or "What comes next?" in field
    for other in (page(), page(shape="share", high=23)):
        assert "<circle" not in other and "My guess: <span></span> people" in other


def test_an_order_stands_as_on_the_screen_on_paper_and_in_its_right_order_in_the_answers(lesson):
    page = worksheet(lesson)
    (order,) = [asked for asked in kit.quiz(QUIZ, id="s-again").spec["questions"] if asked["kind"] == "order"]
    found = [page.index(f"<li>{item}") for item in as_seen(order)]
    assert found == sorted(found) and len(found) == 3
    assert "✓ Zambia → Japan → China" in answers(lesson)


def test_only_the_first_claim_brings_its_evidence(lesson):
    page = worksheet(lesson)
    assert "for C15" in page and "for C54" not in page


def test_the_answers_tell_what_was_to_be_drawn_what_is_right_first_and_what_is_likely_where_one_explores(lesson):
    page = answers(lesson)
    assert "2013: 140, 2014: 160, 2015: 200 (robots). It grew." in page
    assert page.index("✓ that: Yes.") < page.index("✗ this: No.")
    assert "✓ 51 %: Divided." in page and "✗ another number: Count again." in page
    assert "A likely answer." in page and "A likely guess." not in page


def test_the_axes_begin_at_the_lowest_value_and_show_only_what_is_known(lesson):
    drawn = axes(lesson.asked[0]["spec"])
    ticks = re.findall(r'y1="([\d.]+)" y2="\1"/><text[^>]*text-anchor="end">(\d+)<', drawn)
    assert float(ticks[0][0]) == 189 and ticks[0][1] == "100"
    assert drawn.count("<circle") == 1 and "<polyline" not in drawn
