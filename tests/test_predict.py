"""``predict``, ``weigh`` and ``recall``: the answer stays hidden until the reader has committed."""

import json
import re

import pandas as pd
import pytest

import kit
from kit.widgets import PredictError, embedding, predict, recall, weigh
from kit.widgets.predict import VERDICTS, date_in_words

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
    widget = predict("What?", answer, id="a", choices=["the first", "the second"], why="Because of the tide.")
    assert "Because of the tide" not in widget.text_summary() + widget.embed()
    assert "42.4242" not in widget.text_summary() + widget.embed()
    assert secret(widget)["truth"] == answer


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            {"answer": [1, 2]},
            "predict was given list as the answer; it takes a pandas Series, a number, or a text with choices",
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
    with pytest.raises(PredictError, match="The ledger has no claim “C999”. It has C01 to C"):
        weigh("C999", for_=[], against=[], missing=[])


def test_a_recall_reads_the_guess_of_its_prediction():
    block = re.search(r'<script type="application/json">(.*?)</script>', recall("01-china").embed())[1]
    assert json.loads(block) == {"id": "01-china-recall", "of": "01-china", "title": "What you guessed"}


def lines_of(figure):
    return {trace["name"]: trace["y"] for trace in figure["data"]}


def test_the_context_is_drawn_before_and_after_and_the_axis_has_room_for_it():
    japan = pd.Series([28.0, 25, 29, 35], index=ROBOTS.index)
    widget = predict("Draw", ROBOTS, id="a", context={"Japan": japan * 10})
    assert lines_of(widget.spec["figure"]) == {"China": [23], "Japan": [280, 250, 290, 350]}
    assert lines_of(secret(widget)["figure"])["China"] == [23, 37, 57, 69]
    assert widget.spec["high"] == pytest.approx(1.15 * 350)


def test_the_axis_is_there_to_the_last_place_whatever_is_known():
    for known in (1, 3):
        layout = predict("Draw", ROBOTS, id="a", known=known).spec["figure"]["layout"]
        assert layout["xaxis"]["range"] == [2011.6, 2015.4] and layout["yaxis"]["range"] == [0, pytest.approx(79.35)]


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
