"""``predict``, ``weigh`` and ``recall``: the answer stays hidden until the reader has committed."""

import json
import re

import pandas as pd
import plotly.graph_objects as go
import pytest

import kit
from kit.widgets import PredictError, embedding, ids, predict, recall, weigh
from kit.widgets.weigh import VERDICTS, date_in_words

ROBOTS = pd.Series([23.0, 37.0, 57.0, 69.0], index=[2012, 2013, 2014, 2015], name="China")


def secret(widget):
    return embedding.decompress(widget.spec["secret"])


def test_a_series_is_drawn_a_number_typed_a_text_chosen():
    assert predict("Draw", ROBOTS, id="a").spec["mode"] == "line"
    assert predict("How many?", 3, id="b").spec["mode"] == "number"
    assert predict("Which?", "b", id="c", choices=["a", "b"]).spec["mode"] == "choice"


def test_only_the_known_points_are_in_the_open():
    spec = predict("Draw", ROBOTS, id="a", known=2).spec
    assert (spec["places"], spec["known"], spec["start"]) == ([2012, 2013, 2014, 2015], 2, 37)
    assert [trace["y"] for trace in spec["figure"]["data"]] == [[23, 37]]
    assert secret(predict("Draw", ROBOTS, id="a", known=2))["truth"] == [57, 69]


def test_both_charts_have_one_axis_so_that_it_tells_nothing():
    widget = predict("Draw", ROBOTS, id="a")
    assert widget.spec["figure"]["layout"]["yaxis"]["range"] == secret(widget)["figure"]["layout"]["yaxis"]["range"]


@pytest.mark.parametrize("answer", [42.4242, "the second"])
def test_the_answer_cannot_be_read_in_the_words_nor_in_the_page(answer):
    choices = ["the first", "the second"] if isinstance(answer, str) else []
    widget = predict("What?", answer, id="a", choices=choices, why="Because of the tide.")
    assert "Because of the tide" not in widget.text_summary() + widget.embed()
    assert "42.4242" not in widget.text_summary() + widget.embed()
    assert secret(widget)["truth"] == answer


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            {"answer": [1, 2]},
            "predict was given list as the answer; it takes a pandas Series, a number, or one of some choices",
        ),
        ({"answer": "c", "choices": ["a", "b"]}, "The answer “c” is not among the choices"),
        ({"answer": ROBOTS, "known": 4}, "known is 4 and the series has 4 values"),
        ({"answer": ROBOTS, "known": 0}, "known is 0 and the series has 4 values"),
    ],
)
def test_what_cannot_be_guessed_is_refused_in_one_sentence(arguments, sentence):
    with pytest.raises(PredictError, match=re.escape(sentence)):
        predict("What?", id="a", **arguments)


@pytest.mark.parametrize("row", list(kit.load("claims").itertuples()), ids=lambda row: row.claim_id)
def test_every_claim_of_the_ledger_can_be_weighed_and_its_verdict_stays_hidden(row):
    widget = weigh(row.claim_id, for_=["One."], against=["Two."], missing=["Three."])
    assert row.claim in widget.spec["title"] and row.claimed_by in widget.spec["about"]
    assert secret(widget)["truth"] == VERDICTS[row.verdict]
    assert row.verdict_reason not in widget.embed()


def test_an_unknown_claim_is_told_which_there_are():
    with pytest.raises(PredictError, match=r"The ledger has no claim “C999”\. It has C01 to C"):
        weigh("C999", for_=[], against=[], missing=[])


def test_a_recall_reads_the_guess_of_its_prediction():
    block = re.search(r'<script type="application/json">(.*?)</script>', recall("01-china").embed())[1]
    key = "ai-priorities-2025/predict/01-china"
    assert json.loads(block) == {
        "id": "01-china-recall",
        "memory": {"key": key, "version": ""},
        "title": "What you guessed",
    }
    asked = predict("How many?", 3, id="01-china")
    assert recall("01-china").spec["memory"] == asked.spec["memory"] and asked.spec["memory"]["key"] == key


def lines_of(figure):
    return {trace["name"]: trace["y"] for trace in figure["data"]}


def test_the_context_is_drawn_before_and_after_and_the_axis_has_room_for_it():
    japan = pd.Series([28.0, 25, 29, 35], index=ROBOTS.index)
    widget = predict("Draw", ROBOTS, id="a", context={"Japan": japan * 10})
    assert lines_of(widget.spec["figure"]) == {"China": [23], "Japan": [280, 250, 290, 350]}
    assert lines_of(secret(widget)["figure"])["China"] == [23, 37, 57, 69]
    assert widget.spec["high"] == 500  # 1.15 times 350, and up to a round number


def test_the_axis_is_there_to_the_last_place_whatever_is_known():
    for known in (1, 3):
        spec = predict("Draw", ROBOTS, id="a", known=known).spec
        layout = spec["figure"]["layout"]
        assert layout["xaxis"]["range"] == [2011.6, 2015.4] and layout["yaxis"]["range"] == [0, spec["high"]]


def test_low_and_high_are_kept_and_a_value_moves_by_a_hundredth_of_the_room():
    spec = predict("Draw", ROBOTS, id="a", low=20, high=120).spec
    assert (spec["low"], spec["high"], spec["step"]) == (20, 120, 1)
    assert predict("Draw", ROBOTS / 100, id="a", high=1).spec["step"] == pytest.approx(0.01)
    with pytest.raises(PredictError, match="must hold every value, from 23 to 69"):
        predict("Draw", ROBOTS, id="a", low=30)


def test_the_end_of_the_guess_carries_the_label_and_so_the_known_line_has_none():
    widget = predict("Draw", ROBOTS, id="a", known=2)
    labels = [
        [note["text"] for note in f["layout"].get("annotations", [])]
        for f in (widget.spec["figure"], secret(widget)["figure"])
    ]
    assert "China" not in labels[0] and "China" in labels[1]


def test_a_year_without_a_value_is_left_out():
    spec = predict("Draw", pd.Series([1.0, None, 3.0], index=[2012, 2013, 2014], name="x"), id="a").spec
    assert spec["places"] == [2012, 2014]


def test_sources_stand_in_the_order_in_which_they_are_named_and_once():
    names = ["robot_installations", "policy_indicators", "robot_installations"]
    line = predict("How many?", 3, id="a", data=names).spec["source"]
    first, second = (predict("How many?", 3, id="a", data=name).spec["source"] for name in names[:2])
    assert line == f"{first} · {second.removeprefix('Source: ')}"
    turned = predict("How many?", 3, id="a", data=names[1:]).spec["source"]
    assert turned == f"{second} · {first.removeprefix('Source: ')}"


def test_a_side_without_evidence_has_no_heading():
    heads = [part["head"] for part in weigh("C15", for_=["a"], against=[], missing=["b"]).spec["evidence"]]
    assert heads == ["For", "Missing"]


@pytest.mark.parametrize(
    ("when", "words"), [("2025-02-05", "5 February 2025"), ("2024-12", "2024-12"), ("2024", "2024")]
)
def test_a_date_is_written_out(when, words):
    assert date_in_words(when) == words


def test_the_top_of_the_axis_does_not_tell_the_largest_hidden_value():
    tops = {q: predict(f"Draw {q}", ROBOTS, id="a").spec["high"] for q in range(40)}
    assert set(tops.values()) == {80, 100, 120, 150}
    visible = pd.Series([300.0] * 4, index=ROBOTS.index)
    assert predict("Draw 1", ROBOTS, id="a", context={"World": visible}).spec["high"] == 400


def hidden_from(widget):
    return json.dumps({key: value for key, value in widget.spec.items() if key != "secret"}) + widget.text_summary()


@pytest.mark.parametrize("shape", ["", "share", "dots"])
@pytest.mark.parametrize("answer", [41.378, 3.0017])
def test_nothing_outside_the_secret_depends_on_the_answer(answer, shape):
    words = {"unit": "%", "id": "a", "shape": shape}
    one = predict("How much?", answer, why="W", follows=["F"], figure=go.Figure(go.Bar(x=[1], y=[answer])), **words)
    ids.new_page()
    assert hidden_from(one) == hidden_from(predict("How much?", 77.7, **words))


def test_a_share_is_set_on_a_bar_or_on_as_many_dots_as_there_are_people():
    asked = [
        predict("How much?", 0.3, id="a", shape="share", low=-1, high=1),
        predict("Of 100?", 3.4, id="b", shape="dots", unit="%"),
        predict("Of 20?", 3, id="c", shape="dots", unit="people", high=20),
    ]
    ends = [[card.spec[end] for end in ("shape", "low", "high", "step")] for card in asked]
    assert ends == [["bar", -1, 1, 0.01], ["dots", 0, 100, 1], ["dots", 0, 20, 1]]
    told = predict("Of 20?", 3, id="d", shape="dots", unit="people", high=20).text_summary()
    assert told == "Of 20?\n  ○ × 20: dots to colour"


def test_the_secret_holds_words_for_each_kind_of_guess_and_what_follows():
    found = secret(predict("How many?", 20, id="a", why={"too low": "L", "close": "C"}, follows="One."))
    assert (found["why"], found["why_by"], found["close"]) == ("", {"too low": "L", "close": "C"}, 2)
    assert found["follows"] == ["One."]
    chosen = secret(predict("Which?", 2021, id="a", choices=[2019, 2020, 2021], why={2019: "Earlier."}))
    assert chosen["why_by"] == {"2019": "Earlier."} and chosen["truth"] == "2021"
    assert secret(predict("How many?", 0, id="a", close=3))["close"] == 3
    assert secret(predict("Draw", ROBOTS, id="a"))["close"] == pytest.approx(6.9)


@pytest.mark.parametrize(
    ("answer", "others", "sentence"),
    [
        (float("nan"), {}, "The answer is nan, which nobody can guess"),
        (float("inf"), {}, "The answer is inf, which nobody can guess"),
        (True, {}, "predict was given bool as the answer"),
        (5, {"high": 3}, "The answer lies outside of low=None to high=3"),
        (5, {"choices": [1, 2]}, "The answer “5” is not among the choices (1, 2)"),
        (1, {"choices": [1, 1.0]}, "The choices (1, 1) must be two or more"),
        (5, {"shape": "pie"}, "The shape 'pie' is not known"),
        (5, {"shape": "share"}, "A bar needs its end"),
        (5, {"shape": "dots"}, "A field of dots needs its end"),
        (5, {"shape": "dots", "high": 101}, "Dots are counted from 0 to a whole number, 2 to 100, and here they go"),
        (5, {"shape": "dots", "high": 12.5}, "Dots are counted from 0 to a whole number"),
        (1, {"shape": "dots", "high": 1}, "Dots are counted from 0 to a whole number"),
        (
            5,
            {"shape": "dots", "high": 20, "low": 2},
            "from 0 to a whole number, 2 to 100, and here they go from 2 to 20",
        ),
        (21, {"shape": "dots", "high": 22, "unit": "%", "low": 30}, "The answer lies outside of low=30 to high=22"),
        (120, {"shape": "dots", "unit": "of 100"}, "The field of dots goes from 0 to 100 and must hold the answer"),
        (120, {"shape": "share", "unit": "%"}, "The bar goes from 0 to 100 and must hold the answer"),
        (5, {"why": {"lower": "x"}}, "why has words for “lower”, and a guess here is one of: too low, too high, close"),
        ("a", {"choices": ["a", "b"], "why": {"c": "x"}}, "why has words for “c”"),
        (ROBOTS, {"choices": ["a", "b"]}, "A series is drawn"),
        (ROBOTS, {"high": 0}, "The drawing area goes from 0 to 0 and must hold every value, from 23 to 69"),
        (ROBOTS, {"high": 50}, "The drawing area goes from 0 to 50 and must hold every value"),
        (-ROBOTS, {"low": -100}, "No value is above 0"),
        (ROBOTS.map(str).replace("23.0", "many"), {}, "The series has values that are not numbers"),
        (ROBOTS.replace(37, float("inf")), {}, "The series has an infinite value"),
        (ROBOTS.set_axis([2012, 2012, 2013, 2014]), {}, "The series has more than one value at 2012"),
        (ROBOTS.set_axis([2012, float("nan"), 2013, 2014]), {}, "The index has a gap"),
    ],
)
def test_an_answer_that_cannot_be_guessed_gets_one_clear_sentence(answer, others, sentence):
    with pytest.raises(PredictError, match=re.escape(sentence)):
        predict("What?", answer, id="a", **others)


DAYS = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"]
MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04"]


@pytest.mark.parametrize(
    ("index", "labels", "places"),
    [
        (pd.DatetimeIndex(DAYS), MONTHS, [19723, 19754, 19783, 19814]),
        (pd.DatetimeIndex(DAYS, tz="Asia/Tokyo"), MONTHS, [19723, 19754, 19783, 19814]),
        (
            pd.PeriodIndex(["2023Q1", "2023Q2", "2023Q3", "2023Q4"], freq="Q"),
            ["2023Q1", "2023Q2", "2023Q3", "2023Q4"],
            [19358, 19448, 19539, 19631],
        ),
        ([pd.Timestamp(day).date() for day in DAYS], MONTHS, [19723, 19754, 19783, 19814]),
        (["Mon", "Tue", "Wed", "Thu"], ["Mon", "Tue", "Wed", "Thu"], [0, 1, 2, 3]),
        ([2012.0, 2012.5, 2013.0, 2013.5], ["2012", "2012.5", "2013", "2013.5"], [2012, 2012.5, 2013, 2013.5]),
        ([4, 3, 2, 1], ["1", "2", "3", "4"], [1, 2, 3, 4]),
    ],
)
def test_dates_periods_texts_and_numbers_can_be_the_places_of_a_line(index, labels, places):
    spec = predict("Draw", ROBOTS.set_axis(index), id="a", context={"Other": ROBOTS.set_axis(index)}).spec
    assert (spec["labels"], spec["places"]) == (labels, places)
    assert {trace["name"]: len(trace["x"]) for trace in spec["figure"]["data"]} == {"China": 1, "Other": 4}


def test_a_high_and_a_low_of_zero_are_kept():
    spec = predict("Draw", -ROBOTS, id="a", low=-100, high=0).spec
    assert (spec["low"], spec["high"]) == (-100, 0)


def test_a_version_follows_the_question_and_not_its_answer():
    version = predict("How many?", 3, id="a", unit="robots").spec["memory"]["version"]
    assert predict("How many?", 4, id="b", unit="robots", why="x").spec["memory"]["version"] == version
    assert predict("How many now?", 3, id="a", unit="robots").spec["memory"]["version"] != version
    assert predict("How many?", 3, id="a", unit="cars").spec["memory"]["version"] != version
