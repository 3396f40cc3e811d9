"""Columns, rankings and histograms: what is filled, outlined, highlighted, counted."""

import numpy as np
import pandas as pd
from chart_parts import MIXED
from hypothesis import given
from hypothesis import strategies as st

from kit import charts, theme


def labels(figure, words):
    return [note for note in figure.layout.annotations if note.text in words]


@given(st.lists(st.integers(0, 999) | st.none(), min_size=1, max_size=20), st.integers(1, 12))
def test_a_ranking_shows_the_largest_known_values_in_falling_order(values, top):
    frame = pd.DataFrame({"place": [f"P{i}" for i in range(len(values))], "robots": np.array(values, dtype=float)})
    bar = charts.ranking(frame, "place", "robots", unit="", top=top).data[0]
    assert [float(v) for v in bar.x] == sorted((v for v in values if v is not None), reverse=True)[:top]
    assert all(values[int(name[1:])] == v for name, v in zip(bar.y, bar.x, strict=True))


def test_a_ranking_colours_only_the_highlighted_bar_and_starts_at_zero():
    frame = pd.DataFrame({"place": ["China", "Japan", "X"], "robots": [3, 2, 1234567]})
    figure = charts.ranking(frame, "place", "robots", unit="", highlight="Japan")
    (bar,) = figure.data
    grey = theme.HUES["grey"].light
    assert list(bar.y) == ["X", "China", "Japan"]
    assert list(bar.marker.color) == [grey, grey, theme.PLACE_COLORS["Japan"]]
    assert bar.text[0] == "1,234,567"
    assert figure.layout.xaxis.rangemode == "tozero"
    assert figure.layout.yaxis.autorange == "reversed"  # the first bar on top


@given(st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=200), st.data())
def test_a_histogram_counts_every_value_once_in_at_most_sixty_bars(values, data):
    marked = np.array(data.draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values))))
    grey, red = charts.histogram(np.array(values), marked, unit="%", names=("all", "best")).data
    assert sum(grey.y) + sum(red.y) == len(values)
    assert sum(red.y) == marked.sum()
    assert len(grey.x) == len(red.x) <= 60


def test_a_histogram_of_many_values_stays_small_and_puts_them_in_the_right_bar():
    values = np.arange(30_000) / 3000
    figure = charts.histogram(
        values, values >= 9, unit="%", names=("all", "best"), bins=10, limits=(0, 10), claim=(7, "claimed")
    )
    grey, red = figure.data
    assert list(grey.y) == [3000] * 9 + [0] and list(red.y) == [0] * 9 + [3000]
    assert list(grey.x) == [0.5 + i for i in range(10)]
    assert tuple(figure.layout.xaxis.range) == (0, 10) and figure.layout.barmode == "stack"
    assert (figure.layout.shapes[0].x0, figure.layout.shapes[0].line.dash) == (7, "dot")
    assert {note.text for note in figure.layout.annotations} == {"how many", "all", "best", "claimed"}


def test_a_histogram_without_marked_values_names_only_the_grey_bars():
    figure = charts.histogram(np.array([1.0, 2]), np.array([False, False]), unit="", names=("all", "best"))
    assert not labels(figure, ["best"]) and labels(figure, ["all"])


def test_columns_of_targets_are_outlined_and_those_of_facts_are_filled():
    (trace,) = charts.bars(MIXED, "year", "models", unit="models").data
    assert list(trace.y) == [3, 5, 9]
    assert list(trace.marker.color) == [theme.SERIES[0], theme.SERIES[0], theme.BACKGROUND]
    assert list(trace.marker.line.width) == [0, 0, 2]


def test_columns_of_several_series_carry_a_legend_and_stand_side_by_side_or_stacked():
    figure = charts.bars(MIXED, "year", "models", unit="models", series="place")
    assert [trace.name for trace in figure.data] == ["A", "B"] and figure.layout.showlegend
    assert figure.layout.barmode == "group"
    assert (
        charts.bars(MIXED, "year", "models", unit="models", series="place", stacked=True).layout.barmode == "relative"
    )


def test_columns_of_days_stand_on_an_axis_of_days_without_hours_or_numbers_on_them():
    frame = pd.DataFrame({"day": pd.to_datetime(["2025-01-27", "2025-02-03"]), "times": [-7.2, 1.4]})
    figure = charts.bars(frame, "day", "times", unit="times the wobble")
    assert figure.layout.xaxis.type == "date" and list(figure.data[0].x) == ["2025-01-27", "2025-02-03"]
    assert figure.data[0].text is None


def test_one_column_can_be_highlighted():
    (trace,) = charts.bars(MIXED.iloc[:2], "year", "models", unit="models", highlight="2024").data
    assert list(trace.marker.color) == [theme.HUES["grey"].light, theme.SERIES[0]]


def test_a_ranking_outlines_what_is_not_yet_fact_and_labels_small_numbers_with_three_digits():
    (trace,) = charts.ranking(MIXED.assign(models=MIXED.models / 7), "year", "models", unit="models").data
    assert list(trace.text) == ["1.29", "0.714", "0.429"]
    assert trace.marker.color[0] == theme.BACKGROUND


def test_long_words_under_columns_are_broken_and_stay_level():
    axis = charts.bars(
        pd.DataFrame({"what": ["trials (your guess)", "run"], "cost": [1, 2]}), "what", "cost", unit=""
    ).layout.xaxis
    assert list(axis.ticktext) == ["trials (your<br>guess)", "run"] and axis.tickangle == 0
