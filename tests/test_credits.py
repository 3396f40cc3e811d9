"""The card of sources: status, licence, caveats, and never HTML from the catalogue."""

import pytest

import kit
from kit.data import resource
from kit.data.credits import source_html


def test_the_sources_card_says_status_licence_and_every_caveat_of_the_catalogue():
    card = kit.sources("robot_density", "robot_stock")
    words, page = repr(card), card._repr_html_()
    for name in ("robot_density", "robot_stock"):
        entry = resource(name)
        for text in (
            entry["title"],
            *entry["caveats"],
            *(gap["what"] for gap in entry["gaps"]),
            *(b["change"] for b in entry["breaks"]),
        ):
            assert text in words
        for status, count in entry["statuses"].items():
            assert f"{count} {status}" in words and f"{count} {status}" in page
    assert repr(kit.sources("robot_density", "robot_stock")) == words


def test_an_unknown_dataset_in_the_sources_card_is_a_dataset_error():
    with pytest.raises(kit.DatasetError, match="robot_dencity"):
        kit.sources("robot_dencity")


def test_text_from_the_catalogue_is_never_html():
    source = {"title": "<img src=x>", "link": "javascript:alert(1)", "publisher": "<b>", "published": ""}
    written = source_html(source)
    assert "<img" not in written and "<b>" not in written and "javascript" not in written
