"""Marks on a figure: a line through points, observed dots, named spans, bands, rings and words."""

import math

import pandas as pd
import plotly.graph_objects as go
import pytest

from kit import charts, theme

ROBOTS = pd.DataFrame(
    {"year": [2023, 2022, 2022, 2023], "robots": [276, 290, 50, 46], "place": ["China", "China", "Japan", "Japan"]}
)


def draw(frame=ROBOTS, **options):
    return charts.lines(frame, "year", "robots", "place", unit="thousand robots", **options)


def labels(figure, words):
    return [note for note in figure.layout.annotations if note.text in words]


def test_a_reference_is_a_ring_at_its_value_with_its_words_on_the_same_figure():
    figure = draw()
    marked = charts.reference(figure, 2023, 300.5, "federation: 300.5")
    ring = marked.data[-1]
    assert marked is figure
    assert (list(ring.x), list(ring.y), ring.marker.symbol) == ([2023], [300.5], "circle-open")
    assert labels(marked, ["federation: 300.5"])[0].y == 300.5


@pytest.mark.parametrize(("anchor", "side"), [("right", -1), ("left", 1)])
def test_the_words_of_a_reference_stand_on_the_side_that_is_free(anchor, side):
    note = labels(charts.reference(draw(), 2023, 300, "ring", anchor=anchor), ["ring"])[0]
    assert note.xanchor == anchor and note.xshift * side > 0


def test_a_band_lies_under_the_lines_and_has_both_edges():
    figure = charts.band(draw(), [2022, 2023], [1, 2], [3, 4], name="range")
    assert [trace.name for trace in figure.data] == ["range, low", "range, high", "China", "Japan"]
    assert figure.data[1].fill == "tonexty" and list(figure.data[1].y) == [3, 4]


def test_marks_say_their_words_where_they_stand():
    figure = charts.label(charts.vline(draw(), 2022.5, "a change", dash="dot"), 2022, 100, "here", anchor="right")
    assert [(note.x, note.text) for note in labels(figure, ["a change", "here"])] == [
        (2022.5, "a change"),
        (2022, "here"),
    ]
    assert figure.layout.shapes[0].line.dash == "dot"


def test_the_words_stand_halfway_up_a_rising_line_on_its_free_side():
    (words,) = charts.join(go.Figure(), [2020, 2024], [1, 3], "up").layout.annotations
    assert (words.x, words.y, words.xanchor) == (2022, 2, "right")
    (words,) = charts.join(go.Figure(), [2020, 2024], [3, 1], "down").layout.annotations
    assert words.xanchor == "left"


def test_on_a_logarithmic_axis_halfway_is_the_middle_of_the_powers():
    points = pd.DataFrame({"x": [1, 2], "y": [1, 10_000]})
    figure = charts.scatter(points, "x", "y", unit_x="", unit_y="", log_y=True)
    words = charts.join(figure, [1, 2], [1, 10_000], "four powers").layout.annotations[-1]
    assert math.isclose(words.y, 2)


def test_steps_hold_until_the_next_value_and_the_line_may_be_silent():
    figure = charts.join(go.Figure(), [1, 2, 3], [3, 2, 1], "cheapest", steps=True, dash="solid", place="none")
    assert figure.data[0].line.shape == "hv" and not figure.layout.annotations


def test_at_the_end_the_words_stand_beside_the_last_point():
    (words,) = charts.join(go.Figure(), [1, 2], [5, 4], "here", place="end").layout.annotations
    assert (words.x, words.y, words.xanchor) == (2, 4, "right")


def one_line():
    return go.Figure(go.Scatter(x=[1, 2], y=[1, 2], name="line"))


def test_dots_stand_on_the_line_and_say_what_they_are():
    figure = charts.observed(one_line(), [1, 2], [3, 4], name="counted")
    assert [trace.name for trace in figure.data] == ["line", "counted"]
    assert (list(figure.data[1].x), list(figure.data[1].y), figure.data[1].mode) == ([1, 2], [3, 4], "markers")
    assert figure.data[1].marker.color == theme.TEXT and not figure.data[1].cliponaxis


def test_quiet_dots_lie_under_the_lines():
    figure = charts.observed(one_line(), [1], [3], name="plots", quiet=True)
    assert [trace.name for trace in figure.data] == ["plots", "line"]
    assert figure.data[0].marker.size < 9 and figure.data[0].marker.color in theme.dark_variants()


def test_what_was_left_out_is_hollow():
    assert charts.observed(one_line(), [1], [3], name="left out", hollow=True).data[1].marker.symbol == "circle-open"


def test_no_dots_are_no_fault():
    assert len(charts.observed(one_line(), [], [], name="counted").data) == 2


def test_the_axis_grows_to_the_highest_dot_and_never_shrinks():
    figure = one_line().update_yaxes(range=[0, 2])
    assert charts.observed(figure, [1], [1], name="low").layout.yaxis.range == (0, 2)
    assert charts.observed(figure, [1], [100], name="high").layout.yaxis.range == (0, 106)


REIGNS = [(1954, 1976, "Zhou"), (1978, 1980, "Hua"), (1981, 1988, "Zhao")]


def test_every_second_span_is_shaded_and_all_are_named():
    figure = charts.vbands(go.Figure(), REIGNS)
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [(1954, 1976), (1981, 1988)]
    assert [(note.text, note.x) for note in figure.layout.annotations] == [
        ("Zhou", 1965),
        ("Hua", 1979),
        ("Zhao", 1984.5),
    ]


def test_names_of_spans_are_level_and_neighbours_stand_in_two_rows():
    names = charts.vbands(go.Figure(), REIGNS).layout.annotations
    assert [(note.textangle, note.yshift) for note in names] == [(None, 0), (None, -14), (None, 0)]


def test_shades_lie_below_and_have_a_dark_twin():
    for shape in charts.vbands(go.Figure(), REIGNS).layout.shapes:
        assert shape.layer == "below" and shape.fillcolor in theme.dark_variants()


def test_what_is_on_the_figure_stays():
    figure = go.Figure(layout={"annotations": [{"text": "unit"}]})
    assert charts.vbands(figure, REIGNS[:1]).layout.annotations[0].text == "unit"


def test_the_edges_of_a_band_are_named_after_what_they_are_and_lie_under_the_rest():
    low, high, line = charts.band(go.Figure(go.Scatter(y=[5])), [1, 2], [0, 1], [8, 9], name="chance").data
    assert (low.name, list(low.y), high.name, list(high.y)) == ("chance, low", [0, 1], "chance, high", [8, 9])
    assert (low.fill, high.fill, list(line.y)) == (None, "tonexty", [5])


def test_the_words_of_a_line_in_the_last_third_end_at_it_and_elsewhere_they_begin_there():
    figure = go.Figure(go.Scatter(x=[2012, 2024], y=[1, 2]))
    sides = [charts.vline(figure, year, "new").layout.annotations[-1].xanchor for year in (2013, 2019, 2021)]
    assert sides == ["left", "left", "right"]
    assert charts.vline(figure, 2013, "new", side="right").layout.annotations[-1].xanchor == "right"


def test_a_shaded_span_of_the_vertical_axis_lies_under_the_bars_and_says_what_it_is():
    figure = charts.hband(charts.bars(pd.DataFrame({"x": ["a"], "y": [-7]}), "x", "y", unit=""), -2, 2, "usual")
    (plane,) = figure.layout.shapes
    assert (plane.y0, plane.y1, plane.layer) == (-2, 2, "below") and (plane.x0, plane.x1, plane.xref) == (0, 1, "paper")
    assert [words.y for words in figure.layout.annotations if words.text == "usual"] == [-2]
