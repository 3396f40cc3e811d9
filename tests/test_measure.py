"""The measure of a core: every lesson's counts in a table (``pytest -s``), and what each may reach."""

import ast
from math import sqrt
from typing import NamedTuple

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import kit
from kit import notebooks
from kit.site.measure import MOST, Measure, measure
from kit.widgets.messages import MESSAGES

LESSONS = notebooks.lessons()


def row(path, found):
    tasks = "+".join(map(str, found.tasks))
    return (
        f"{path.stem:20} {found.words:6,} {found.explorers:5} {tasks:>20} {found.models:7} {found.questions:10} "
        f"{found.numbers:8} {found.claims:7} {found.minutes:8}"
    )


def test_the_counts_of_every_lesson_are_printed():
    print(f"\n{'lesson':20}  words  expl.  tasks an explorer   models  questions  numbers  claims  minutes")
    print(f"{'at most':20} {MOST['words']:6,} {MOST['explorers']:5} {MOST['tasks']:20} {MOST['models']:7} "
          f"{MOST['questions']:10} {MOST['numbers']:8} {MOST['claims']:7} {MOST['minutes']:8}")  # fmt: skip
    for path in LESSONS:
        print(row(path, measure(notebooks.read(path))))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_core_is_no_larger_than_a_lesson_bears(path):
    found = measure(notebooks.read(path))
    assert found.beyond() == [], row(path, found)


def text(words, *tags):
    return new_markdown_cell(words, metadata={"tags": list(tags)})


def code(source, shown="", *tags):
    outputs = [new_output("execute_result", {"text/plain": shown})] if shown else []
    return new_code_cell(source, outputs=outputs, metadata={"tags": list(tags)})


EXPLORER = f"A title\nCountry: China\n  China: 12 points, 2012 to 2023\nOne two three.\n{MESSAGES['run_cell']}"
BOOK = [
    text("# One two\n\nthree [four](#term-flow) [five](04_vehicles.ipynb)"),
    text("Not read by students, five words.", "teacher"),
    code("import kit", "", "imports"),
    text("## Guess", "predict"),
    code(
        "kit.predict('Q', 6, id='a', why={'low': 'One.', 'high': 'One 2 three 4.'}, follows=['Five 5.', 'Six.'])",
        "Q\n  ○ yes\n  ○ no",
    ),
    text("## See\n\n1. Look.\n2. Look again.\n\n<details><summary>Hint</summary>Folded words.</details>", "explore"),
    code("kit.explore(draw, finding='It rose.')", EXPLORER),
    text("## Model\n\n1. Move.", "model"),
    code("kit.explore(draw)", EXPLORER),
    text("## Check", "check"),
    code("kit.quiz('…')", "First?\n  ○ yes\n  ○ no\nSecond?"),
    text("## Code", "code"),
    code("kit.check('a', a)", "… Still blank.", "exercise"),
    code("kit.check('a', 1)", "✓ Right.", "solution"),
    text("## Weigh", "weigh"),
    code("kit.weigh('C1', for_=['a'])", "Claim\nFor: a"),
    text("## Recap\n\n`3` and 12,000 of 2023.", "recap"),
    text("## More\n\n" + "word 1 " * 400, "further"),
    code("kit.explore(draw)", EXPLORER),
]


def test_a_core_is_counted_from_its_title_to_its_recap():
    found = measure(new_notebook(cells=BOOK))
    # Text 21; cards at the start 3 + 7 + 7 + 4 + 3; after the guess 4 (the longer of two) + 3; the finding 2.
    assert found == Measure(54, 2, (2, 1), 1, 2, 2, 1, 1, 1)
    assert found.minutes == round(54 / 170 + 3 + 2 + 2 + 3 * 2 + 4)
    assert found.beyond() == []


@pytest.mark.parametrize(
    ("added", "beyond"),
    [
        (text("word " * 1200, "recap"), "words 1,254 > 1,200"),
        (text("1 2 3 4, and 5.5 6,000 7", "recap"), "numbers 7 > 6"),
        (code("kit.weigh('C2')", "Claim"), "claims 2 > 1"),
        (text("1. a\n2. b\n3. c\n4. d", "explore"), "tasks 4 > 3"),
        (code("kit.quiz('b')", "One?\nTwo?\nThree?"), "questions 5 > 4"),
    ],
)
def test_what_is_too_much_is_named_with_its_limit(added, beyond):
    more = [added, code("kit.explore(draw)", EXPLORER)] if "tasks" in beyond else [added]
    assert beyond in measure(new_notebook(cells=BOOK[:-2] + more)).beyond()


# Quizzes: neither place nor length of the right option tells anything


class Choice(NamedTuple):
    """A question with three or more options of which one is right, as it is shown."""

    name: str
    options: list

    @property
    def place(self):
        right = [option["right"] for option in self.options].index(True)
        return "first" if right == 0 else "last" if right == len(self.options) - 1 else "middle"

    @property
    def right_is_longest(self):
        """Whether the right option alone is the longest; a tie tells a guesser nothing."""
        lengths = sorted((len(option["text"]), option["right"]) for option in self.options)
        return lengths[-1][1] and lengths[-1][0] > lengths[-2][0]


def choices(path):
    """Return the choices that a lesson's quizzes ask."""
    cells = notebooks.read(path).cells
    names = notebooks.kit_names(cells)
    asked = []
    for cell in cells:
        for name, call in notebooks.kit_calls(notebooks.tree_of(cell.source) or ast.Module([], []), names):
            if name == "quiz" and cell.cell_type == "code" and "exercise" not in notebooks.tags_of(cell):
                asked += kit.quiz(ast.literal_eval(call.args[0])).spec["questions"]
    return [
        Choice(f"{path.stem}: {one['text']}", one["options"])
        for one in asked
        if one["kind"] == "single" and len(one["options"]) > 2
    ]


def by_chance(asked, options_of=lambda count: 1):
    """Return how often chance would choose one of some options of each question, and the spread of that count."""
    shares = [options_of(len(one.options)) / len(one.options) for one in asked]
    return sum(shares), sqrt(sum(share * (1 - share) for share in shares))


def told(asked, what, expected, spread):
    """Say how often something tells which option is right, and where."""
    named = "".join(f"\n  {one.name}" for one in asked)
    return f"{what} {len(asked)} times, by chance {expected:.1f} ± {spread:.1f}; in{named}"


@pytest.fixture(scope="module")
def all_choices():
    return {path.stem: choices(path) for path in LESSONS}


@pytest.mark.parametrize(
    ("place", "options_of"),
    [("first", lambda count: 1), ("middle", lambda count: count - 2), ("last", lambda count: 1)],
)
def test_the_right_option_stands_in_each_place_about_as_often_as_chance_puts_it_there(all_choices, place, options_of):
    asked = [one for found in all_choices.values() for one in found]
    there = [one for one in asked if one.place == place]
    expected, spread = by_chance(asked, options_of)
    said = told(there, f"The right option stands {place}", expected, spread)
    # The order is drawn from the question's own words: other words in one of these questions are another draw.
    assert abs(len(there) - expected) <= 2.5 * spread, said


def test_the_right_option_is_the_longest_no_more_often_than_chance_allows(all_choices):
    for lesson, asked in all_choices.items():
        print(f"{lesson:20} {sum(one.right_is_longest for one in asked)} of {len(asked)}")
    asked = [one for found in all_choices.values() for one in found]
    longest = [one for one in asked if one.right_is_longest]
    expected, spread = by_chance(asked)
    assert len(longest) <= expected + spread, told(longest, "The right option is the longest", expected, spread)


def test_a_choice_knows_where_its_right_option_stands_and_whether_it_is_the_longest():
    def choice(*texts):
        return Choice("", [{"text": text.strip("!"), "right": text.endswith("!")} for text in texts])

    assert [choice("a!", "b", "c").place, choice("a", "b!", "c").place, choice("a", "b", "c", "d!").place] == [
        "first", "middle", "last"
    ]  # fmt: skip
    assert [choice("a", "bbb!", "cc").right_is_longest, choice("a", "bb!", "cc").right_is_longest] == [True, False]
    assert not choice("aaa", "b!", "cc").right_is_longest
    assert by_chance([choice("a!", "b", "c", "d")] * 16) == (4, sqrt(3))
