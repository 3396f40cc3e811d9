"""``keys`` and ``check``: right, wrong in a known way, wrong, blank; whatever holds the values; never an error."""

import datetime
import io
import math
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kit
from kit.widgets import check, key, keys
from kit.widgets.messages import EXERCISE_MESSAGES

MISTAKES = {0.49: "That is everyone else's share.", 51.0: "A fraction, please."}


def judged(answer, right, **about):
    keys(tried=key(right, **about))
    return check("tried", answer)


# Numbers and mistakes


def test_a_number_within_the_tolerance_is_right_and_so_are_its_edges():
    for answer in (0.5119, 0.512, 0.508):
        assert judged(answer, 0.51, within=0.002), "binary fractions must not push a borderline answer out"
    assert not judged(0.513, 0.51, within=0.002)
    assert judged(6.7, 6.3, within=0.4) and judged(5.9, 6.3, within=0.4)
    assert not judged(1_000_000_000.9, 1_000_000_000, within=0.001)


numbers = st.integers(-(10**6), 10**6).map(lambda n: n / 100)


@settings(max_examples=300)
@given(numbers, st.integers(1, 10**4).map(lambda n: n / 100), st.sampled_from([-1, 1]))
def test_the_edge_of_any_tolerance_is_right_and_what_lies_beyond_is_not(right, within, side):
    assert judged(right + side * within, right, within=within)
    assert not judged(right + side * within * 1.01, right, within=within)


@settings(max_examples=200)
@given(st.integers(-(10**5), 10**5))
def test_a_number_is_itself_in_every_dress_and_is_no_text_and_no_truth(n):
    for dress in (
        float,
        np.int64,
        np.float32,
        np.array,
        Decimal,
        Fraction,
        complex,
        lambda m: np.array(m, dtype=object),
    ):
        assert judged(dress(n), n) and judged(n, dress(n))
        assert not judged(dress(n + 1), n)
    assert not judged(str(n), n) and not judged(bool(n), int(bool(n)))


@pytest.mark.parametrize(("answer", "words"), [(0.4902, MISTAKES[0.49]), (51.02, MISTAKES[51.0]), (0.7, "Divide.")])
def test_a_known_mistake_is_named_and_an_unknown_one_gets_the_hint(answer, words):
    result = judged(answer, 0.51, within=0.002, unless=MISTAKES, hint="Divide.")
    assert (result.kind, result.words) == ("miss", words)


def test_a_mistake_is_met_within_half_a_per_cent_and_no_more():
    named = {200: "Doubled."}
    assert judged(200.9, 100, unless=named).words == judged(199.1, 100, unless=named).words == "Doubled."
    assert judged(201.2, 100, unless=named).words == ""
    assert judged(-200.5, 100, unless={-200: "Turned round."}).words == "Turned round."


def test_a_mistake_that_is_met_exactly_goes_before_one_that_is_near():
    assert judged(30.1, 1, unless={30: "Thirty.", 30.1: "A little more."}).words == "A little more."


def test_mistakes_may_be_lists_and_gaps():
    named = [([2, 1], "Turned round."), (float("nan"), "No row is left.")]
    assert judged([2, 1], [1, 2], unless=named).words == "Turned round."
    assert judged(np.float64("nan"), 3, unless=named).words == "No row is left."


# What holds the values

HOLDERS = [
    list,
    tuple,
    np.array,
    pd.Series,
    pd.Index,
    iter,
    lambda v: pd.Series(v).array,
    lambda v: dict(enumerate(v)).values(),
    lambda v: pd.Series(v, index=[f"row {n}" for n in range(len(v))]),
    lambda v: np.array(v, dtype=object),
]


@settings(max_examples=100)
@given(st.one_of(st.lists(st.integers(-99, 99), min_size=1), st.lists(st.text("abÄ機", min_size=1), min_size=1)))
def test_values_are_compared_whatever_holds_them(values):
    other = [values[0] * 2 + 100 if isinstance(values[0], int) else values[0] + "x", *values[1:]]
    for hold in HOLDERS:
        assert judged(hold(values), values)
        assert not judged(hold(other), values)
        assert not judged(hold([*values, values[0]]), values)
        assert not judged(hold(values[1:]), values)


def test_ranges_unique_values_and_the_views_of_a_dictionary_are_values_too():
    assert judged(range(3), [0, 1, 2]) and judged([0, 1, 2], range(3)) and judged({"a": 1, "b": 2}.keys(), ["a", "b"])
    assert judged(pd.Series(["b", "a", "b"]).unique(), ["b", "a"])
    assert judged(pd.Series(["b", "a", "b"], dtype="category").unique(), ["b", "a"])
    assert judged([(1, 2), (3, 4)], np.array([[1, 2], [3, 4]])) and judged({"a": 1}.items(), [("a", 1)])


def test_ragged_lists_are_compared_and_not_shaped():
    assert judged([[1, 2], [3]], [[1, 2], [3]])
    assert not judged([[1, 2], [3, 4]], [[1, 2], [3]]) and not judged([1, 2, [3]], [[1, 2], [3]])


def test_order_matters_in_a_list_and_not_in_a_set():
    assert judged({3, 1, 2}, [1, 2, 3]) and judged([3, 2, 1], {1, 2, 3}) and judged({"B", "a"}, ["A", "b"])
    assert not judged([1, 1, 2], {1, 2}) and not judged({1, 2}, {1, 3})
    assert judged([3, 2, 1], [1, 2, 3]).words == EXERCISE_MESSAGES["differs_order"]


def test_a_tolerance_holds_inside_containers_and_says_nothing_of_texts():
    assert judged([1.1, "Japan"], [1, "japan"], within=0.1) and not judged([1.2, "Japan"], [1, "japan"], within=0.1)
    assert judged(pd.DataFrame({"a": [1.1], "b": ["x"]}), pd.DataFrame({"b": ["x"], "a": [1]}), within=0.1)
    assert judged({"a": [1.05]}, {"a": [1]}, within=0.1)
    assert judged("Japan", "japan", within=5) and not judged("Japan", "China", within=5)


@settings(max_examples=200)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_a_text_is_compared_without_regard_to_capitals_blanks_and_width(text):
    assert judged(f"  {text}\n", text) and judged(text, f" {text}") and judged(np.str_(text), text)
    assert not judged(text + "x", text)


def test_full_width_signs_are_read_as_narrow_ones():
    assert judged("ＧＰＴ－４　Ｔｕｒｂｏ", "GPT-4 turbo")
    assert not judged("Korea", "South Korea")


# Gaps and dates

GAPS = [None, float("nan"), pd.NaT, pd.NA, np.datetime64("NaT")]


@pytest.mark.parametrize("gap", GAPS, ids=repr)
@pytest.mark.parametrize("other", GAPS, ids=repr)
def test_inside_a_container_every_gap_is_like_every_other(gap, other):
    assert judged([1, gap], [1, other])
    assert judged(pd.DataFrame({"a": [1, gap]}), pd.DataFrame({"a": [1, other]}))
    assert not judged([1, 2], [1, other]) and not judged([1, gap], [1, 2])


def test_nothing_is_no_missing_value():
    assert judged(None, None) and judged(np.nan, pd.NaT) and not judged(None, math.nan) and not judged(math.nan, None)
    assert judged(None, 3).words == "Your answer is nothing; this asks for a number."


def test_a_day_is_a_day_in_every_dress():
    day = datetime.date(2025, 1, 27)
    for dress in (pd.Timestamp, np.datetime64, lambda d: datetime.datetime(d.year, d.month, d.day), pd.Period):
        dressed = pd.Period(day, "D") if dress is pd.Period else dress(day)
        assert judged(dressed, day) and judged(day, dressed)
    assert not judged(datetime.date(2025, 1, 28), day) and not judged("2025-01-27", day)
    assert judged(pd.Timestamp("2025-01-27 08:00+08:00"), pd.Timestamp("2025-01-27 00:00+00:00"))
    assert not judged(pd.Timestamp("2025-01-27", tz="UTC"), pd.Timestamp("2025-01-27"))
    assert judged(pd.date_range("2025-01-01", periods=2), [datetime.date(2025, 1, 1), datetime.date(2025, 1, 2)])
    assert judged(pd.Timedelta("2h"), datetime.timedelta(minutes=120)) and judged(
        datetime.date(1, 1, 1), datetime.date(1, 1, 1)
    )


# Tables and labels

TABLE = pd.DataFrame({"place": ["China", "Japan", None], "robots": [276, 46, np.nan]}, index=[3, 7, 9])


def test_of_a_table_columns_count_by_name_rows_by_place_and_gaps_are_equal():
    assert judged(TABLE.copy(), TABLE) and judged(TABLE[["robots", "place"]], TABLE)
    assert judged(TABLE.reset_index(drop=True), TABLE), "what is left of old row numbers does not matter"
    assert judged(pd.DataFrame({"n": [1, 2]}), pd.DataFrame({"n": [1.0, 2.0]}))
    assert judged(TABLE.rename(columns={"robots": "count"}), TABLE).words == (
        "These columns are missing: robots. These columns are not asked for: count."
    )
    assert judged(TABLE.head(2), TABLE).words == "Your table has 2 rows; this asks for 3."
    assert (
        judged(TABLE.assign(robots=[276, 47, np.nan]), TABLE).words == "In the column “robots”, 1 of 3 values differ."
    )
    assert judged(TABLE.fillna({"robots": 0}), TABLE).kind == "miss"


def test_row_labels_count_where_they_are_named_or_words():
    by_place = TABLE.dropna().set_index("place")
    assert judged(by_place.copy(), by_place) and judged(by_place.rename_axis(None), by_place)
    assert not judged(by_place.rename({"Japan": "Korea"}), by_place)
    assert not judged(by_place.reset_index(drop=True), by_place)


def test_the_labels_of_a_series_count_where_those_of_the_key_are_more_than_a_count():
    sold = pd.Series([1, 2], index=[2012, 2013])
    assert judged(sold.rename("other"), sold) and judged({2012: 1, 2013: 2}.values(), sold)
    assert judged(pd.Series([1, 2]), sold).words == EXERCISE_MESSAGES["differs_labels"]
    assert judged(pd.Series([1, 2], index=list("ab")), pd.Series([1, 2]))


def test_a_dictionary_is_compared_by_its_entries():
    assert judged({"b": 2, "a": 1.0}, {"a": 1, "b": 2}) and judged(pd.Series({"a": 1, "b": 2}), {"a": 1, "b": 2})
    assert not judged({"a": 1}, {"a": 1, "b": 2}) and not judged({"a": 1, "b": 3}, {"a": 1, "b": 2})


def test_a_column_that_stands_there_twice_is_no_error():
    twice = pd.DataFrame([[1, 2]], columns=["a", "a"])
    assert not judged(twice, pd.DataFrame({"a": [1]})) and judged(twice.copy(), twice)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["x", "y", None])), min_size=1, max_size=8), st.randoms())
def test_any_table_is_itself_with_its_columns_in_any_order_and_no_other(rows, random):
    table = pd.DataFrame(rows, columns=["n", "word"])
    assert judged(table[["word", "n"]].astype({"n": float}), table)
    changed = table.copy()
    changed.loc[random.randrange(len(table)), "n"] += 1
    assert not judged(changed, table)


def test_the_key_is_what_it_was_when_it_was_made():
    table = TABLE.copy()
    keys(rows=key(table))
    table["extra"] = 1
    assert not check("rows", table) and check("rows", TABLE)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("0.51", "Your answer is a text; this asks for a number."),
        (True, "Your answer is true or false; this asks for a number."),
        ([1, 2], "Your answer is a list of values; this asks for a number."),
        (pd.Series([0.51]), "Your answer is a list of values; this asks for a number. One value is in it: add .item()"),
        (TABLE, "Your answer is a table; this asks for a number."),
        (TABLE.robots.sum, "Your answer is the command “sum” itself; add round brackets, sum(), to run it."),
        (go.Figure(), "Your answer is a chart; this asks for a number."),
        (object(), "Your answer is something else (object); this asks for a number."),
    ],
)
def test_another_kind_of_answer_is_told_which_is_asked_for(answer, words):
    assert judged(answer, 0.51).words.startswith(words)


# Functions


def growth(first, last):
    return last / first - 1


GROWTH = key(growth, inputs=[(1, 2), (4, 6), {"first": 2, "last": 1}], unless=[(lambda a, b: b / a, "Take 1 away.")])


def answered(function):
    keys(growth=GROWTH)
    return check("growth", function)


def test_a_function_is_called_with_the_inputs_and_its_results_compared():
    assert answered(lambda first, last: (last - first) / first)
    keys(twice=key(lambda values: [2 * value for value in values], inputs=[[1, 2], []]))
    assert check("twice", lambda values: np.array(values) * 2)
    assert not check("twice", lambda values: values)


def test_what_a_function_does_wrong_is_told_with_the_input():
    def grow(first, last):
        return last - first

    assert answered(grow).words == "grow(4, 6) gives 2, which is not right."
    assert (
        answered(lambda first, last: 1 / 0).words
        == "your function(1, 2) stops with ZeroDivisionError: division by zero."
    )
    assert "gives nothing back: does the function end with return?" in answered(lambda first, last: None).words
    assert "stops with TypeError" in answered(lambda first: 1).words
    assert answered(0.5).words == "Your answer is a number; this asks for a function: give its name, without brackets."
    assert answered(lambda first, last: sys.exit()).kind == "miss"


def test_a_function_that_makes_a_known_mistake_is_told_which():
    keys(square=key(lambda n: n * n, inputs=[2, 3], unless=[(lambda n: 2 * n, "That doubles.")]))
    assert check("square", lambda n: n + n).words.endswith("which is not right. That doubles.")


def test_a_function_may_change_its_inputs_without_harm():
    keys(last=key(lambda values: values[-1], inputs=[[1, 2], [3]]))
    assert check("last", lambda values: values.pop()) and check("last", lambda values: values[-1])


def test_a_function_whose_body_is_blank_is_blank():
    def blank(first, last):
        return ...

    assert answered(blank).kind == "blank"


# Figures

SALES = pd.DataFrame({"year": [1, 2, 3] * 2, "sold": [4, 5, 6, 7, 8, 9], "place": ["A"] * 3 + ["B"] * 3})
LINES = px.line(SALES, x="year", y="sold", color="place")


def test_a_chart_is_right_by_what_it_draws():
    assert judged(px.line(SALES[::-1], x="year", y="sold", color="place", title="Other words"), LINES)
    assert judged(go.FigureWidget(LINES) if _has_widgets() else LINES, LINES) and judged((LINES, "A sentence."), LINES)
    explorer = kit.explore(lambda place: px.bar(SALES[SALES.place == place], x="year", y="sold"), place=["A", "B"])
    assert judged(explorer, px.bar(x=[1, 2, 3], y=[4, 5, 6]))
    assert judged(px.bar(x=[3, 1, 2], y=[6, 4, 5]), px.bar(x=[1, 2, 3], y=[4, 5, 6])), "bars have no order"
    assert judged(
        go.Figure(go.Scatter(y=[1, 2], mode="lines")), go.Figure(go.Scattergl(x=[0, 1], y=[1, 2], mode="lines"))
    )
    days = pd.to_datetime(["2025-01-01", "2025-01-02"])
    assert judged(px.line(x=days, y=[1, 2]), px.line(x=["2025-01-01", "2025-01-02"], y=[1, 2]))


def _has_widgets():
    try:
        go.FigureWidget()
    except ImportError:
        return False
    return True


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (px.line(SALES[SALES.place == "A"], x="year", y="sold"), "Your chart draws 1 series; this asks for 2."),
        (px.bar(SALES, x="year", y="sold", color="place"), "Your chart is of the kind bar; this asks for lines."),
        (px.line(SALES.replace("B", "C"), x="year", y="sold", color="place"), "These series are missing: B."),
        (
            px.line(SALES, x="sold", y="year", color="place"),
            "The two axes of “A” are exchanged: what is x should be y.",
        ),
        (px.line(SALES.replace(9, 1), x="year", y="sold", color="place"), "Other values are drawn of “B”: look at y."),
        (
            px.line(SALES[SALES.sold < 9], x="year", y="sold", color="place"),
            "Your chart has 2 points of “B”; this asks for 3.",
        ),
        (px.line(SALES, x="year", y="sold", color="place", log_y=True), "The axis y should not be logarithmic."),
    ],
)
def test_what_a_chart_shows_otherwise_is_said(drawn, words):
    assert judged(drawn, LINES).words == words


@pytest.mark.parametrize(
    "make",
    [
        lambda n: go.Pie(labels=["a", "b"], values=[1, n]),
        lambda n: go.Heatmap(z=[[1, 2], [3, n]]),
        lambda n: go.Histogram(x=[1, 2, n]),
        lambda n: go.Box(y=[1, 2, n]),
        lambda n: go.Scatterpolar(r=[1, n], theta=["a", "b"]),
        lambda n: go.Choropleth(locations=["CHN", "JPN"], z=[1, n]),
        lambda n: go.Treemap(labels=["a", "b"], parents=["", "a"], values=[1, n]),
        lambda n: go.Candlestick(x=[1], open=[1], high=[n], low=[1], close=[2]),
        lambda n: go.Scatter3d(x=[1], y=[2], z=[n]),
        lambda n: go.Scattergeo(lat=[1], lon=[n]),
        lambda n: go.Sankey(node={"label": ["a", "b"]}, link={"source": [0], "target": [1], "value": [n]}),
    ],
)
def test_every_kind_of_chart_is_compared(make):
    assert judged(go.Figure(make(5)), go.Figure(make(5)))
    assert not judged(go.Figure(make(6)), go.Figure(make(5)))


# Nothing that is given raises


class Hostile:
    """Fails wherever it is touched."""

    def _fail(self, *_):
        raise RuntimeError("no")

    __eq__ = __len__ = __iter__ = __repr__ = __array__ = __float__ = __bool__ = __str__ = __getitem__ = _fail
    __hash__ = None


def endless():
    n = 0
    while True:
        yield n
        n += 1


LOOP = [1]
LOOP.append(LOOP)
ODD = [Hostile(), [Hostile()], LOOP, endless(), range(10**12), 10**400, float("inf"), 1j, b"bytes", type, np.array([]),
       pd.DataFrame(), pd.Series(dtype=float), [], {}, set(), np.array([[1], [2]]), lambda: 1, print, Decimal("sNaN"),
       pd.DataFrame({"a": [1]}).groupby("a"), slice(3), NotImplemented, {"a": {1: [2]}}, "\ud800", go.Bar(y=[1]),
       pd.MultiIndex.from_tuples([(1, "a")]), np.zeros(3, dtype=[("a", int)]), math]  # fmt: skip
RIGHT = [1, 2.5, True, "text", None, [1, 2], {1, 2}, {"a": 1}, TABLE, pd.Series([1, 2], index=list("ab")), LINES,
         datetime.date(2025, 1, 1), np.eye(2), float("nan"), pd.DataFrame()]  # fmt: skip


@pytest.mark.parametrize("right", RIGHT, ids=lambda right: type(right).__name__)
def test_nothing_that_a_student_gives_raises(right):
    keys(odd=key(right, hint="Hint.", unless=[(4, "Four."), ("x", "Text.")]))
    for answer in ODD:
        result = check("odd", answer)
        assert result.kind in ("miss", "right") and repr(result) and result._repr_html_()


def test_an_unknown_exercise_gets_a_sentence():
    keys(known=key(1))
    assert "No exercise is named “knwon” here; there are:" in check("knwon", 1).words
    assert check(["not a name"], 1).kind == "miss"


def test_three_dots_are_still_blank():
    for blank in (..., [...], (1, ...)):
        assert judged(blank, 1).kind == "blank"
    assert EXERCISE_MESSAGES["check_replace"] in repr(judged(..., 1))


# What is said, and what an author may not write


def test_what_is_shown_is_escaped_and_marked_with_more_than_colour():
    html = judged(2, 1, unless={2: "<b>no</b>"})._repr_html_()
    assert "<b>no</b>" not in html and "✗" in html and 'role="status"' in html


def test_right_words_are_said_when_it_is_right():
    assert judged(1, 1, right_words="So it is.").words == "So it is."


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-8", "gbk"])
def test_feedback_can_be_printed_on_any_pipe(encoding, monkeypatch):
    pipe = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", pipe)
    for feedback in (judged(1, 1), judged(2, 1, unless={2: "“機器人” ≠"}), judged(..., 1)):
        print(feedback)
        print(f"{feedback}")


@pytest.mark.parametrize("within", [-1, float("nan"), float("inf"), "1", None])
def test_a_tolerance_that_is_none_is_refused(within):
    with pytest.raises(ValueError, match="it must be a number of 0 or more"):
        key(1, within=within)


def test_a_function_without_inputs_is_refused():
    with pytest.raises(ValueError, match="add what to call it with"):
        key(growth)


def test_without_ipython_an_answer_is_compared_alone():
    code = "import kit; kit.keys(a=1); x = 1; print(kit.check('a', x))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.split("\n")[0].endswith("Right.")
