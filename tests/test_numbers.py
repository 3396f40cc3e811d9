"""Numbers: read and written alike in Python and in the front end, from one table of cases."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.widgets.numbers import format_number, format_quantity, read_number

CASES = json.loads((Path(__file__).parent / "front" / "numbers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "unit", "english", "meanings"), CASES["read"])
def test_a_typed_number_is_read_asked_about_or_refused(text, unit, english, meanings):
    assert read_number(text, unit, english=english) == meanings


@pytest.mark.parametrize(("value", "words"), CASES["write"])
def test_a_number_is_written_as_it_stands_in_a_sentence(value, words):
    assert format_number(value) == words


@pytest.mark.parametrize(("value", "unit", "words"), CASES["quantity"])
def test_one_of_a_unit_is_singular(value, unit, words):
    assert format_quantity(value, unit) == words


@given(st.text())
def test_any_text_has_at_most_four_meanings_and_stops_nothing(text):
    assert len(read_number(text, "%")) <= 4


@given(st.integers(-(10**14), 10**14), st.sampled_from([",", " ", "’", ""]), st.integers(1, 99))
def test_what_is_written_in_any_notation_means_what_was_meant(whole, thousands, cents):
    decimal = "," if thousands != "," else "."
    text = f"{whole:,}".replace(",", thousands) + f"{decimal}{cents:02}"
    meant = float(f"{'-' if whole < 0 else ''}{abs(whole)}.{cents:02}")
    assert read_number(text) == [meant]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_written_number_has_no_program_in_it(value):
    words = format_number(value)
    assert "e" not in words and "-" not in words and words not in ("−0", "")
