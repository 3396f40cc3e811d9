"""Readings: the same four words have the same colour and mark, whatever else is drawn."""

import pandas as pd
import pytest

from kit import charts, theme

RESULTS = pd.DataFrame({
    "kind": ["found", "found", "harm", "harm"], "name": ["a", "b", "c", "d"], "change": [20.0, 30.0, -5.0, None],
    "reading": ["better", "no clear difference", "worse", "not tested here"],
})  # fmt: skip


def test_results_are_counted_by_kind_and_reading():
    figure = charts.special.readings(RESULTS, "kind", unit="results")
    assert {trace.name: dict(zip(trace.y, trace.x, strict=True)) for trace in figure.data} == {
        "better": {"found": 1},
        "no clear difference": {"found": 1},
        "not tested here": {"harm": 1},
        "worse": {"harm": 1},
    }
    assert figure.layout.barmode == "stack"


def test_with_a_value_each_result_is_a_mark_the_largest_on_top_and_a_gap_is_left_out():
    figure = charts.special.readings(RESULTS, "name", value="change", unit="%")
    assert {trace.name: list(trace.x) for trace in figure.data} == {
        "better": [20],
        "no clear difference": [30],
        "worse": [-5],
    }
    assert list(figure.layout.yaxis.categoryarray) == ["c", "a", "b"]


def test_a_reading_keeps_its_colour_and_its_mark_when_others_are_missing():
    alone = charts.special.readings(RESULTS[RESULTS.reading == "worse"], "name", value="change", unit="%").data[0]
    among = charts.special.readings(RESULTS, "name", value="change", unit="%").data[-1]
    assert (
        (alone.name, alone.marker.color, alone.marker.symbol)
        == (among.name, among.marker.color, among.marker.symbol)
        == ("worse", theme.HUES["red"].light, "x")
    )


def test_what_was_not_tested_is_hollow():
    bars = charts.special.readings(RESULTS, "kind", unit="results").data
    (bar,) = [trace for trace in bars if trace.name == "not tested here"]
    assert bar.marker.color == theme.BACKGROUND


def test_an_empty_table_draws_no_trace():
    assert not charts.special.readings(RESULTS.iloc[:0], "name", value="change", unit="%").data


def test_an_unknown_reading_is_refused_with_the_four_that_exist():
    with pytest.raises(charts.ChartError, match="“great” is no reading; there are: better"):
        charts.special.readings(RESULTS.assign(reading="great"), "kind", unit="results")
