"""The measure of a core: every lesson's counts in a table (``pytest -s``), held once a lesson is rewritten."""

import ast
from math import sqrt

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import kit
from kit import notebooks
from kit.site.measure import MOST, Measure, measure
from kit.widgets.messages import MESSAGES

LESSONS = notebooks.lessons()

#: Lessons whose core is still larger than the measure allows. The list only shrinks.
DUE = {
    "00_start_here", "01_factories", "02_farms", "03_services", "04_vehicles", "05_phones", "06_robots",
    "07_low_altitude", "08_education", "09_health", "10_ecosystems", "11_core_technology", "12_talent", "13_capital",
    "14_capstone",
}  # fmt: skip

#: Lessons whose right options are still longer than the others. The list only shrinks.
LENGTH_DUE = set(DUE)

#: Lessons whose options still stand in the order in which they were written. The list only shrinks.
ORDER_DUE = set(DUE)


def row(path, found):
    tasks = "+".join(map(str, found.tasks))
    return (
        f"{path.stem:20} {found.words:6,} {found.explorers:5} {tasks:>20} {found.models:7} {found.questions:10} "
        f"{found.numbers:8} {found.claims:7} {found.minutes:8}   {'due' if path.stem in DUE else ''}"
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
    if path.stem in DUE:
        assert found.beyond(), f"{path.stem} keeps the measure now: take it off the list DUE"
    else:
        assert found.beyond() == [], row(path, found)


def test_the_list_of_what_is_due_names_lessons():
    assert {path.stem for path in LESSONS} >= DUE | LENGTH_DUE | ORDER_DUE


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


def questions(path):
    """Return the questions with three or more options of which one is right, as they are shown."""
    cells = notebooks.read(path).cells
    names = notebooks.kit_names(cells)
    found = []
    for cell in cells:
        for name, call in notebooks.kit_calls(notebooks.tree_of(cell.source) or ast.Module([], []), names):
            if name == "quiz" and cell.cell_type == "code" and "exercise" not in notebooks.tags_of(cell):
                found += kit.quiz(ast.literal_eval(call.args[0])).spec["questions"]
    return [one["options"] for one in found if one["kind"] == "single" and len(one["options"]) > 2]


def right_place(options):
    return next(place for place, option in enumerate(options) if option["right"])


def right_is_longest(options):
    """Tell whether the right option alone is the longest; a tie tells a guesser nothing."""
    lengths = sorted((len(option["text"]), option["right"]) for option in options)
    return lengths[-1][1] and lengths[-1][0] > lengths[-2][0]


def by_chance(asked):
    """Return how often something happens that one option in each question has by chance, and the spread of it."""
    shares = [1 / len(options) for options in asked]
    return sum(shares), sqrt(sum(share * (1 - share) for share in shares))


def of_lessons(due):
    return [options for path in LESSONS if path.stem not in due for options in questions(path)]


def test_the_right_option_stands_first_and_last_about_as_often_as_chance_puts_it_there():
    everything = of_lessons(set())
    for name, asked in {"all lessons": everything, "those not due": of_lessons(ORDER_DUE)}.items():
        places = [(right_place(options), len(options)) for options in asked]
        first, last = sum(place == 0 for place, _ in places), sum(place == count - 1 for place, count in places)
        expected, spread = by_chance(asked)
        print(f"\n{name}: {len(asked)} questions; first {first}, middle {len(asked) - first - last}, last {last}; "
              f"by chance {expected:.1f} ± {spread:.1f} first and as many last")  # fmt: skip
        if name == "those not due":
            assert abs(first - expected) <= 2 * spread and abs(last - expected) <= 2 * spread


def test_the_right_option_is_the_longest_no_more_often_than_chance_allows():
    for name, asked in {"all lessons": of_lessons(set()), "those not due": of_lessons(LENGTH_DUE)}.items():
        longest = sum(map(right_is_longest, asked))
        expected, spread = by_chance(asked)
        print(f"\n{name}: {len(asked)} questions; the right option is the longest in {longest}; "
              f"by chance {expected:.1f} ± {spread:.1f}")  # fmt: skip
        if name == "those not due":
            assert longest <= expected + spread
    for path in LESSONS:
        asked = questions(path)
        print(f"{path.stem:20} {sum(map(right_is_longest, asked))} of {len(asked)}")
