"""Embedding: what goes in comes out, and no text breaks out of its place."""

import json
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.widgets import embedding

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
def test_what_is_compressed_comes_back_as_it_was(value):
    assert embedding.decompress(embedding.compress(value)) == value


@given(st.text())
def test_no_text_ends_the_data_block_early(words):
    html = embedding.element("quiz", {"id": "q", "text": words + "</script><b>"}, "words")
    block = re.search(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)[1]
    assert json.loads(block)["text"] == words + "</script><b>"


def test_words_and_names_are_escaped():
    html = embedding.element("quiz", {"id": '"><b>'}, "<img onerror=x>")
    assert "<img" not in html and '"><b>' not in html.split("<script")[0]


def test_too_many_states_are_refused_with_advice():
    embedding.refuse_too_many(5_000, "A chart")
    with pytest.raises(
        embedding.EmbedError, match=r"“A chart” has 5,001 states and a page holds 5,000: offer fewer options"
    ):
        embedding.refuse_too_many(5_001, "A chart")


def test_too_large_a_widget_is_refused_with_advice():

    dice = random.Random(1)
    noise = [dice.random() for _ in range(60_000)]
    with pytest.raises(
        embedding.EmbedError, match=r"“A chart” takes .* KB and a page allows 400 KB: draw fewer points"
    ):
        embedding.compress(noise, "A chart")
