"""Slips in exercise cells: one kind sentence each; blanks; other cells and other people's handlers are left alone."""

import re

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from kit.widgets import exercises

SETUP = """
import kit, pandas as pd, numpy as np, plotly.express as px
robots = pd.DataFrame({"place": ["South Korea", "Japan"], "year": [2022, 2023], "count": [1, 2]})
by_place = robots.set_index("place")
china = pd.Series({2022: 5.0, 2023: 6.0})
COUNTS = {"mentions": 1}
nothing = None
def rate(part, whole): return part / whole
kit.keys(a=kit.key(3), t=kit.key(robots), f=kit.key(rate, inputs=[(1, 2)]))
"""


@pytest.fixture(scope="module")
def shell():
    made = InteractiveShell.instance()
    made.history_manager.enabled = False
    exercises.install()
    made.run_cell(SETUP)
    yield made
    InteractiveShell.clear_instance()


def said(shell, code, check='kit.check("a", answer)'):
    with capture_output() as caught:
        ran = shell.run_cell(f"{code}\n{check}")
    words = "\n".join([*(output.data.get("text/plain", "") for output in caught.outputs), caught.stdout])
    html = "".join(output.data.get("text/html", "") for output in caught.outputs)
    return ran, words, html


SLIPS = [
    # what cannot be read
    ('answer = "Japan', "quotation mark is missing"),
    ('answer = Japan"', "quotation mark is missing"),
    ("answer = robots['place", "quotation mark is missing"),
    ("answer = “Japan”", 'sign “.*type "'),
    ("answer = 1 − 2", "sign −.*type -"),
    ("answer = rate（1, 2）", r"sign （.*type \("),
    ("answer = 1\u00a0+ 2", "delete it|type"),
    ("answer = (1 + 2", r"bracket \( is opened and never closed"),
    ('answer = robots[(robots.year == 2022]["count"].sum()', r"line 1 the bracket \( is opened and never closed"),
    ('answer = robots[robots.year == 2022["count"].sum()', r"bracket \[ is opened and never closed"),
    ("answer = rate(1, 2))", r"bracket \) closes nothing"),
    ("answer = [1, 2)", r"bracket \) meets a \["),
    ('answer = "(" + (1', r"bracket \( is opened"),
    ("if china[2022] == 5\n    answer = 1", "colon : is missing"),
    ("def f(a)\n    return a\nanswer = 1", "colon : is missing"),
    ("for n in [1]:\nanswer = 1", "Line 2 should be indented"),
    ("  answer = 1", "Line 1 starts with blanks"),
    ("if True:\n        answer = 1\n    answer = 2", "Line 3 is indented otherwise"),
    ("answer = robots[robots.year = 2022]", "write =="),
    ("if china[2022] = 5:\n    answer = 1", "write =="),
    ("answer = rate(robots.year = 2022)", "write =="),
    ("answer = South Korea", 'write "South Korea", in quotation marks'),
    ("answer = North Korea", "the text North Korea has no quotation marks"),
    ("answer = rate(1 2)", "comma"),
    ("answer = 12ab", "cannot read a number"),
    ("answer = 1 +", "not finished"),
    # unknown names, columns, rows, entries
    ("answer = robts['count'].sum()", "no name “robts” here. Did you mean robots"),
    ("answer = Robots['count'].sum()", "Did you mean robots"),
    ("answer = Japan", "“Japan” is a text in the table robots: put it in quotation marks"),
    ("answer = japan", 'put it in quotation marks, "Japan"'),
    ("answer = pritn(1)", "Did you mean print"),
    ("answer = zzz", "no name “zzz” here. Look at its spelling, or run the cells above first"),
    ("answer = go.Figure()", "Run the cells above first"),
    ('answer = robots["plcae"]', "robots has no column “plcae”. Its columns are: place, year, count"),
    ('answer = robots[["place", "yaer"]]', "no column “yaer”. Its columns are: year"),
    ('answer = robots[robots["plac"] == "x"]', "no column “plac”"),
    ('answer = robots["Japan"]', r'value in the column “place”.*robots\[robots\["place"\] == "Japan"\]'),
    ('answer = robots.groupby("plce").sum()', "no column “plce”"),
    ('answer = robots.groupby("place")["cuont"].sum()', "no column “cuont”"),
    ('answer = robots.sort_values("yeer")', "no column “yeer”"),
    ('answer = robots.pivot(index="place", columns="yeer", values="count")', "no column “yeer”"),
    ('answer = robots.set_index("plase")', "no column “plase”"),
    ('answer = robots.melt(id_vars="plase")', "robots has no column “plase”. Its columns are: place"),
    ('answer = robots.query("plase == 1")', "no column “plase”"),
    ('answer = px.bar(robots, x="plase")', "robots has no column “plase”. Its columns are: place"),
    ('answer = px.bar(robots.head(1), x="plase")', "robots has no column “plase”. Its columns are: place"),
    ('answer = px.bar(china, x="plase")', "china has no column “plase”"),
    ('answer = px.bar(x="place")', "The chart has no table"),
    ("answer = robots.plase", "robots has no part “plase”. Did you mean place"),
    ('answer = by_place.loc["Jpan"]', "by_place has no row “Jpan”. Its rows are: Japan"),
    ('answer = by_place.loc["Jpan", "year"]', "no row “Jpan”"),
    ('answer = by_place.loc["Japan", "yaer"]', "no column “yaer”"),
    ("answer = china[2024]", "china has no row “2024”. Its rows are: 202"),
    ('answer = COUNTS["mention"]', "COUNTS has no entry 'mention'. Its entries are: 'mentions'"),
    ("answer = china.summ()", "china has no part “summ”. Did you mean sum"),
    ("answer = kit.models.cgar(1, 2, 3)", "no part “cgar”. Did you mean cagr"),
    ("place = robots\nanswer = robots[place]", r'quotation marks: robots\["place"\]'),
    ("year = robots['year'] > 0\nanswer = robots[year].groupby('plce').sum()", "no column “plce”"),
    ("answer = nothing.sum()", "nothing \\(None\\)"),
    # kinds of values
    ("answer = robots[robots.count > 0]", r'command of every table; for the column write robots\["count"\]'),
    ("answer = robots[robots.count == 0]", r'write robots\["count"\]'),
    ("answer = china(2022)", r"china is a list of values; .* write china\[…\]"),
    ("answer = robots('count')", r"robots is a table; .*robots\[…\]"),
    ("answer = 2(3 + 4)", r"to multiply, write \*"),
    ("answer = china.sum / 2", "“sum” is a command that was not run"),
    ("answer = china.tail[2]", "not square ones"),
    ("answer = 'China' + 1", "A text and a number"),
    ("answer = 1 + 'China'", "A text and a number"),
    ("answer = china['2022'] if False else china + 'x'", "A text and a number|Two texts"),
    ("answer = robots['year'] > '2022'", "A text and a number"),
    ("answer = robots['place'] / 2", "A text and a number"),
    ("answer = 'a' - 'b'", "Two texts"),
    ("answer = robots[robots.place == 'x' & robots.year == 2022]", "round brackets of its own"),
    ("answer = robots[(robots.year > 1) and (robots.year < 2)]", "write & for “and”"),
    ("answer = robots[robots.year > 1]['count'].item()", "Not exactly one row"),
    ("answer = rate(1)", r"rate\(\) needs more in its brackets: whole"),
    ("answer = rate(part=1, hole=2)", r"rate\(\) takes nothing named “hole”"),
    ("answer = 1 / 0", "divided by 0"),
    ("answer = [1, 2][5]", "counting starts at 0"),
    ("answer = 1 + None", "nothing \\(None\\)"),
    ("answer = kit.models.screen(31.8, 0.9, 0.9)", "divide percent by 100"),
]


@pytest.mark.parametrize(("code", "words"), SLIPS, ids=[code for code, _ in SLIPS])
def test_a_slip_gets_one_sentence_and_the_whole_message_is_folded_below(shell, code, words):
    ran, told, html = said(shell, code)
    assert not ran.success, "the cell has failed as any other"
    shown = re.search(r"Python stopped\. (.*)", told)
    assert shown and re.search(words, shown[1]), told
    assert "Traceback" not in told and "<details>" in html
    assert told.count("\n") <= 3, "one sentence, and the name of the fault"


@pytest.mark.parametrize(
    "code",
    [
        "answer = ...",
        "place = ...\nanswer = robots[robots.place == place]['count'].sum()",
        "answer = robots[robots.place == ...]",
        "answer = ... / 2",
        "answer = china[...]",
        "place = ...\nanswer = by_place.loc[place, 'year']",
        "def f(part, whole):\n    return ...\nanswer = f(1, 2) + 1",
        "def f(part, whole):\n    ...\nanswer = f(1, 2)",
        "answer = rate(..., 2)",
        "answer = [1, 2, ...]",
        "assert ... == 1\nanswer = 1",
    ],
)
def test_a_cell_with_three_dots_is_blank_whatever_they_break(shell, code):
    ran, _, _ = said(shell, code)
    assert ran.success and ran.result.kind == "blank"
    assert ran.result.words == "Replace the three dots with your code, then run the cell again."


def test_a_slip_beside_a_blank_is_told_with_it(shell):
    ran, _, _ = said(shell, "korea = robts['count']\nanswer = ...")
    assert ran.result.kind == "blank" and "Did you mean robots" in ran.result.words


@pytest.mark.parametrize(
    "code", ["answer = np.array([[1, 2]])[..., 0].sum() + 2", "x: tuple[int, ...] = (1, 2)\nanswer = sum(x)"]
)
def test_dots_that_are_meant_are_no_blanks(shell, code):
    ran, _, _ = said(shell, code)
    assert ran.success and ran.result.kind == "right"


@pytest.mark.parametrize(
    "code",
    [
        "answer = 3",
        "answer = -(-3.0)",
        "answer = 31_000",
        "answer: float = 4",
        "x = 3\nanswer = x",
        "answer, other = 3, 4",
        "answer = float('3')",
        "answer = 3 + 0",
        "answer = np.array([1, 2])",
        "answer = pd.DataFrame({'place': ['x']})",
        "answer = china.sum()\nanswer = 3",
        "answer = f'{3}'",
    ],
)
def test_what_was_only_typed_is_left_to_python_right_or_wrong(shell, code):
    ran, _, _ = said(shell, code)
    assert ran.result.kind == "miss" and ran.result.words.startswith("Let Python find it")


@pytest.mark.parametrize(
    "code",
    [
        "answer = robots['count'].sum()",
        "answer = 1 + 2",
        "answer = 0\nfor n in robots['count']:\n    answer += n",
        "answer = 5\nanswer = robots['count'].sum()",
        "year = 2022\nanswer = china[year] - 2",
        "answer = len([1, 2, 3])",
    ],
)
def test_what_was_computed_is_not(shell, code):
    ran, _, _ = said(shell, code)
    assert ran.result.kind == "right"


def test_an_answer_given_without_a_name_and_a_key_for_what_is_typed(shell):
    ran, _, _ = said(shell, "", 'kit.check("a", 3)')
    assert ran.result.words.startswith("Let Python find it")
    ran, _, _ = said(
        shell, "kit.keys(word=kit.key('Japan', literal=True))\nanswer = 'japan'", 'kit.check("word", answer)'
    )
    assert ran.result.kind == "right"


def test_other_cells_keep_their_message_and_an_unknown_name_gets_a_line(shell):
    ran, told, html = said(shell, "robts", "pass")
    assert not ran.success and "Traceback" in told and "run the cells above first" in told and not html
    ran, told, _ = said(shell, "robots['plcae']", "pass")
    assert "Traceback" in told and "Its columns are" not in told


def test_an_uncommon_fault_keeps_its_message_and_other_peoples_handlers_work(shell):
    ran, told, html = said(shell, "class Odd(Exception): pass\nraise Odd('x')")
    assert not ran.success and "Traceback" in told and not html
    met = []
    shell.set_custom_exc((ZeroDivisionError,), lambda *about, **_: met.append(about))
    try:
        said(shell, "answer = 1 / 0")
    finally:
        shell.set_custom_exc((), None)
    assert met


def test_it_is_installed_once(shell):
    before = len(shell.ast_transformers), shell._showtraceback
    exercises.install()
    assert (len(shell.ast_transformers), shell._showtraceback) == before


def test_in_a_kernel_a_slip_fails_the_cell_and_a_blank_does_not():
    cells = [
        SETUP,
        'answer = ... / 2\nkit.check("a", answer)',
        'answer = robots["plcae"]\nkit.check("a", answer)',
        'answer = 3\nkit.check("a", answer)',
        'answer = robots["count"].sum()\nprint(kit.check("a", answer))',
    ]
    notebook = new_notebook(cells=[new_code_cell(source) for source in cells])
    ran = NotebookClient(notebook, allow_errors=True, timeout=120, kernel_name="python3").execute()
    nbformat.validate(ran)
    _, blank, slip, typed, right = (cell.outputs for cell in ran.cells)
    assert blank[0]["data"]["text/plain"].startswith("… Still blank")
    assert [output["output_type"] for output in slip] == ["display_data", "error"]
    assert "Its columns are: place" in slip[0]["data"]["text/plain"] and "Traceback" in slip[0]["data"]["text/html"]
    assert slip[1]["traceback"] == ["KeyError: 'plcae'"]
    assert "Let Python find it" in typed[0]["data"]["text/plain"]
    assert right[0]["text"].startswith("✓ Right")
