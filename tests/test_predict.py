"""``predict``, ``weigh`` and ``recall``: the answer stays hidden until the reader has committed."""

import json
import re

import pandas as pd
import pytest

import kit
from kit.widgets import PredictError, embedding, predict, recall, weigh
from kit.widgets.predict import VERDICTS

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
