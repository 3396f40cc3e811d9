"""Baking: what goes in comes out, and no text breaks out of its place."""

import json
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.widgets import baking

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(values)
def test_what_is_packed_comes_back_as_it_was(value):
    assert baking.unpack(baking.pack(value)) == value


@given(st.text())
def test_no_text_ends_the_data_block_early(words):
    html = baking.element("quiz", {"id": "q", "text": words + "</script><b>"}, "words")
    block = re.search(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)[1]
    assert json.loads(block)["text"] == words + "</script><b>"


def test_words_and_names_are_escaped():
    html = baking.element("quiz", {"id": '"><b>'}, "<img onerror=x>")
    assert "<img" not in html and '"><b>' not in html.split("<script")[0]


def test_too_many_states_are_refused_with_advice():
    baking.refuse_too_many(5_000, "A chart")
    with pytest.raises(
        baking.BakeError, match=r"“A chart” has 5,001 states and a page holds 5,000: offer fewer options"
    ):
        baking.refuse_too_many(5_001, "A chart")


def test_too_large_a_widget_is_refused_with_advice():

    dice = random.Random(1)
    noise = [dice.random() for _ in range(60_000)]
    with pytest.raises(baking.BakeError, match="“A chart” takes .* KB and a page allows 400 KB: draw fewer points"):
        baking.pack(noise, "A chart")


@pytest.mark.parametrize(("switch", "baked"), [("1", True), ("0", False), (None, False)])
def test_the_baked_form_is_added_only_while_the_site_is_built(monkeypatch, switch, baked):
    monkeypatch.delenv(baking.SWITCH, raising=False)
    if switch is not None:
        monkeypatch.setenv(baking.SWITCH, switch)
    forms, _ = baking.bundle(({"application/vnd.jupyter.widget-view+json": {}}, {}), "words", lambda: "<div></div>")
    assert forms["text/plain"] == "words"
    assert ("text/html" in forms) == baked
