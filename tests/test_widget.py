"""The forms in which every widget is shown: the live view, words, and an embedded element while the site is built."""

import json
import re

import plotly.graph_objects as go
import pytest

from kit.widgets import embedding, explore, poll, predict, quiz, recall, verdicts, weigh
from kit.widgets.contract import MIME_TYPE, widget_in
from kit.widgets.messages import MESSAGES

MADE = {
    "explore": lambda: explore(lambda n: go.Figure(go.Bar(x=["n"], y=[n])), title="A bar", n=(1, 3)),
    "predict": lambda: predict("How many legs?", 6, id="w-legs"),
    "weigh": lambda: weigh("C15", for_=["a"], against=["b"], missing=["c"]),
    "quiz": lambda: quiz("Which?\n- [x] this :: Yes.\n- [ ] that :: No.", id="w-quiz"),
    "recall": lambda: recall("w-legs"),
    "verdicts": lambda: verdicts(["C15"]),
    "poll": lambda: poll(predict("How many legs?", 6, id="w-legs")),
}


@pytest.fixture(params=MADE, ids=str)
def widget(request):
    return MADE[request.param]()


def test_the_words_are_the_same_wherever_they_stand_and_end_with_what_to_do(widget):
    words = repr(widget)
    assert words == f"{widget.text_summary()}\n{MESSAGES['run_cell']}"
    assert widget._repr_mimebundle_()[0]["text/plain"] == words


@pytest.mark.parametrize("switch", ["0", None])
def test_outside_the_site_there_is_no_embedded_form(widget, monkeypatch, switch):
    monkeypatch.delenv(embedding.SWITCH, raising=False)
    if switch is not None:
        monkeypatch.setenv(embedding.SWITCH, switch)
    forms, _ = widget._repr_mimebundle_()
    assert not {"text/html", MIME_TYPE} & set(forms)


def test_while_the_site_is_built_the_widget_travels_as_html_and_as_data(widget, monkeypatch):
    monkeypatch.setenv(embedding.SWITCH, "1")
    forms, _ = widget._repr_mimebundle_()
    assert forms["text/html"] == widget.embed()
    found = widget_in(json.loads(json.dumps({"data": forms})))
    # What an explorer shows on paper travels beside its spec: see test_chart_sheets.py.
    assert found["spec"].pop("pictures", None) is None or widget.kind == "explore"
    assert found == {"kind": widget.kind, "spec": widget.spec}


def test_the_element_names_its_kind_and_tells_a_page_without_a_kernel_nothing_about_running_cells(widget):
    element = widget.embed()
    kind, block = re.search(r'data-kit="(\w+)"><script type="application/json">(.*?)</script>', element).groups()
    assert (kind, json.loads(block)["id"]) == (widget.kind, widget.spec["id"])
    assert MESSAGES["run_cell"] not in element
