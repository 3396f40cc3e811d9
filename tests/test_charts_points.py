"""Scatters and dots: names, claims, order, intervals."""

import pandas as pd
from chart_parts import MIXED

from kit import charts, theme


def test_a_scatter_shows_claims_hollow_names_few_marks_and_leaves_out_rows_without_values():
    figure = charts.scatter(MIXED, "low", "models", unit_x="low", unit_y="models", label="place")
    assert [(list(t.x), list(t.y), t.marker.symbol, list(t.text)) for t in figure.data] == [
        ([2, 4], [3, 5], "circle", ["A", "A"])
    ]
    filled, hollow = charts.scatter(MIXED, "year", "models", unit_x="year", unit_y="models").data
    assert (filled.marker.symbol, hollow.marker.symbol, list(hollow.x)) == ("circle", "circle-open", [2025])


def test_a_scatter_of_many_marks_names_only_those_asked_for():
    many = pd.DataFrame({"x": range(20), "y": range(20), "name": [f"n{i}" for i in range(20)]})
    quiet = charts.scatter(many, "x", "y", unit_x="x", unit_y="y", label="name").data[0]
    assert quiet.mode == "markers" and quiet.hovertext[3] == "n3"
    (loud,) = charts.scatter(many, "x", "y", unit_x="x", unit_y="y", label="name", highlight="n3").data
    assert [word for word in loud.text if word] == ["n3"] and loud.marker.color[3] == theme.SERIES[0]


def test_dots_keep_their_order_from_the_top_and_carry_their_intervals():
    figure = charts.dots(MIXED, "year", "models", unit="models", low="low", high="high")
    filled, hollow = figure.data
    assert list(filled.x) == [3, 5] and list(filled.y) == ["2023", "2024"] and list(hollow.y) == ["2025"]
    assert list(filled.error_x.array) == [1, 2] and list(filled.error_x.arrayminus) == [1, 1]
    assert list(hollow.error_x.array) == [0]
    assert list(figure.layout.yaxis.categoryarray) == ["2025", "2024", "2023"]


def test_a_scatter_reaches_zero_on_both_axes_where_it_is_asked_to():
    far = charts.scatter(MIXED, "low", "models", unit_x="low", unit_y="models").layout
    near = charts.scatter(MIXED, "low", "models", unit_x="low", unit_y="models", zero=True).layout
    assert (far.xaxis.rangemode, far.yaxis.rangemode) == (None, None)
    assert (near.xaxis.rangemode, near.yaxis.rangemode) == ("tozero", "tozero")


def test_a_category_keeps_its_colour_while_another_is_hidden():
    kinds = pd.Categorical(["task", "job"], ["task", "job"])
    frame = pd.DataFrame({"study": ["A", "B"], "effect": [15, 3], "kind": kinds})
    (both, shown), (alone,) = (
        [
            (trace.name, trace.marker.color)
            for trace in charts.dots(rows, "study", "effect", unit="%", group="kind").data
        ]
        for rows in (frame, frame[frame["kind"] == "job"])
    )
    assert shown == alone == ("job", theme.SERIES[1]) and both == ("task", theme.SERIES[0])
