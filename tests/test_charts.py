"""Charts: what is drawn, how a forecast looks, what is refused."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import charts, theme
from kit.charts.layout import LABEL_HEIGHT, PLOT_HEIGHT

ROBOTS = pd.DataFrame(
    {"year": [2023, 2022, 2022, 2023], "robots": [276, 290, 50, 46], "place": ["China", "China", "Japan", "Japan"]}
)
STATUSES = pd.DataFrame(
    {
        "year": [2021, 2022, 2023, 2024, 2025],
        "robots": [1.0, 2, 3, 4, 5],
        "place": "A",
        "status": ["survey", "survey", "survey", "forecast", "forecast"],
    }
)
VINTAGES = pd.DataFrame(
    {
        "year": [2021, 2022, 2022, 2023],
        "robots": [5, 6, 7, 8],
        "place": ["China"] * 4,
        "vintage": ["2022", "2022", "2024", "2024"],
    }
)


def draw(frame=ROBOTS, **options):
    return charts.lines(frame, "year", "robots", "place", unit="thousand robots", **options)


def labels(figure, words):
    return [note for note in figure.layout.annotations if note.text in words]


def test_each_line_shows_its_own_values_in_order_of_the_axis():
    figure = draw()
    assert [trace.name for trace in figure.data] == ["China", "Japan"]
    assert [list(trace.x) for trace in figure.data] == [[2022, 2023], [2022, 2023]]
    assert [list(trace.y) for trace in figure.data] == [[290, 276], [50, 46]]


def test_the_highlighted_line_is_thicker_than_the_others():
    china, japan = draw(highlight="Japan").data
    assert (china.line.width, japan.line.width) == (2, 3.5)
    assert [t.line.width for t in draw().data] == [2, 2]


def test_a_country_keeps_its_colour_and_its_label_has_the_same():
    figure = draw(ROBOTS.iloc[::-1])
    for trace in figure.data:
        assert trace.line.color == theme.PLACE_COLORS[trace.name]
        assert labels(figure, [trace.name])[0].font.color == trace.line.color


def test_each_line_carries_its_name_at_its_end_and_the_unit_stands_above_the_axis():
    figure = draw()
    ends = {note.text: (note.x, note.y) for note in labels(figure, ["China", "Japan"])}
    assert ends == {"China": (2023, 276), "Japan": (2023, 46)}
    (unit,) = labels(figure, ["thousand robots"])
    assert (unit.yref, unit.y, unit.yanchor) == ("paper", 1, "bottom")


def test_the_last_fact_before_a_forecast_has_no_ring():
    _, dotted = draw(STATUSES).data
    assert [size for size, y in zip(dotted.marker.size, dotted.y, strict=True) if y == y] == [0, 8, 8]


def test_a_line_that_ends_early_has_its_label_at_its_last_known_value():
    frame = pd.DataFrame({"year": [1, 2, 3, 1, 2, 3], "robots": [1, 4, np.nan, 5, 6, 7], "place": list("AAABBB")})
    (label,) = labels(draw(frame), ["A"])
    assert (label.x, label.y) == (2, 4)


def test_the_axis_starts_at_zero_unless_told_otherwise():
    assert draw().layout.yaxis.range[0] == 0
    assert draw().layout.yaxis.range[1] > 290
    assert draw(zero=False).layout.yaxis.range is None


def test_the_horizontal_axis_ends_where_the_data_end():
    assert tuple(draw().layout.xaxis.range) == (2022, 2023)


@settings(deadline=None)
@given(st.lists(st.floats(0, 1000), min_size=1, max_size=8))
def test_labels_at_line_ends_do_not_overlap_and_stay_inside_the_axis(ends):
    rows = [
        {"year": year, "robots": 1000 if year == 1 else end, "place": f"P{i}"}
        for i, end in enumerate(ends)
        for year in (1, 2)
    ]
    figure = draw(pd.DataFrame(rows))
    names = [f"P{i}" for i in range(len(ends))]
    heights = sorted(note.y for note in labels(figure, names))
    low, high = figure.layout.yaxis.range
    assert len(heights) == len(ends)
    pixels = PLOT_HEIGHT / (high - low)
    # Two pixels of tolerance: heights are rounded to three digits, and the axis is a little longer than the data.
    assert all((b - a) * pixels >= LABEL_HEIGHT - 2 for a, b in pairwise(heights))
    assert heights[0] >= low and heights[-1] <= high


def test_labels_that_have_room_stand_exactly_at_their_lines():
    frame = pd.DataFrame({"year": [1, 2, 1, 2], "robots": [100, 80, 100, 20], "place": list("AABB")})
    assert {note.text: note.y for note in labels(draw(frame), "AB")} == {"A": 80, "B": 20}


def test_labels_stand_in_the_order_of_their_lines():
    frame = pd.DataFrame(
        [
            {"year": y, "robots": v, "place": n}
            for n, v in [("A", 50), ("B", 51), ("C", 100), ("D", 49.5)]
            for y in (1, 2)
        ]
    )
    heights = {note.text: note.y for note in labels(draw(frame), "ABCD")}
    assert heights["C"] > heights["B"] > heights["A"] > heights["D"]


def test_facts_are_solid_and_what_is_not_yet_fact_is_dotted_and_hollow():
    fact, open_ = draw(STATUSES).data
    assert fact.line.dash in (None, "solid") and "markers" not in fact.mode
    assert np.isfinite(fact.y).tolist() == [True, True, True, False, False]
    assert open_.line.dash == "dot" and "markers" in open_.mode
    assert open_.marker.color == theme.BACKGROUND and open_.marker.line.color == fact.line.color
    assert open_.name == "A (forecast)"


def test_the_dotted_line_hangs_on_the_last_fact():
    open_ = draw(STATUSES).data[1]
    assert list(open_.x[np.isfinite(open_.y)]) == [2023, 2024, 2025]


@pytest.mark.parametrize("status", ["forecast", "target", "claim"])
def test_each_kind_that_is_not_a_fact_alone_gives_only_a_dotted_line(status):
    (trace,) = draw(STATUSES.assign(status=status)).data
    assert trace.line.dash == "dot"
    assert list(trace.y) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("status", ["survey", "official"])
def test_each_kind_of_fact_gives_only_a_solid_line(status):
    (trace,) = draw(STATUSES.assign(status=status)).data
    assert trace.line.dash in (None, "solid")


def test_a_single_fact_is_a_dot_because_a_line_would_not_show():
    assert draw(ROBOTS.query("year == 2023")).data[0].mode == "markers"


def test_two_vintages_in_one_line_are_refused_with_a_sentence():
    with pytest.raises(
        charts.ChartError,
        match='“China” mixes the vintages 2022, 2024 in one line: filter one vintage, or write vintages="apart"',
    ):
        draw(VINTAGES)


def test_two_vintages_are_drawn_apart_when_told():
    figure = draw(VINTAGES, vintages="apart")
    assert {t.name: list(t.y) for t in figure.data} == {"China (2022)": [5, 6], "China (2024)": [7, 8]}
    assert len({t.line.color for t in figure.data}) == 2


def test_one_vintage_in_each_line_is_fine_though_they_differ_between_lines():
    frame = ROBOTS.assign(vintage=ROBOTS["place"].map({"China": "2022", "Japan": "2024"}))
    assert [t.name for t in draw(frame).data] == ["China", "Japan"]


def test_a_break_is_marked_by_a_dashed_line_with_its_words():
    figure = draw(breaks=[(2022.5, "new survey"), (2022.8, "again")])
    assert [(s.x0, s.x1, s.line.dash, s.yref) for s in figure.layout.shapes] == [
        (2022.5, 2022.5, "dash", "paper"),
        (2022.8, 2022.8, "dash", "paper"),
    ]
    assert [note.x for note in labels(figure, ["new survey", "again"])] == [2022.5, 2022.8]
    assert not draw().layout.shapes


@pytest.mark.parametrize(
    "wrong",
    [
        lambda frame: charts.lines(frame, "year", "cars", "place", unit=""),
        lambda frame: charts.ranking(frame, "place", "cars", unit=""),
        lambda frame: charts.special.stock_and_flows(
            frame, "year", arrivals="cars", retirements="robots", stock="robots", unit=""
        ),
    ],
)
def test_a_missing_column_is_named_together_with_those_there_are(wrong):
    with pytest.raises(charts.ChartError, match=r"no column “cars”\. It has: year, robots, place"):
        wrong(ROBOTS)


def test_an_empty_frame_gives_an_empty_chart():
    assert not draw(ROBOTS.iloc[:0]).data


def test_an_empty_frame_gives_an_empty_chart_without_a_zero_too():
    assert not draw(ROBOTS.iloc[:0], zero=False).data


def test_a_series_without_any_value_gives_a_chart_without_its_label():
    figure = draw(ROBOTS.assign(robots=np.nan))
    assert not labels(figure, ["China", "Japan"])


def test_the_frame_is_left_as_it_was():
    before = ROBOTS.copy()
    draw(highlight="China", zero=False)
    charts.ranking(ROBOTS, "place", "robots", unit="")
    pd.testing.assert_frame_equal(ROBOTS, before)


@settings(deadline=None)
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


@settings(deadline=None)
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


FLOWS = pd.DataFrame({"year": [1, 2, 3], "in": [5, 6, 7], "out": [0, 1, 2], "total": [5, 10, 15]})


def test_stock_and_flows_draws_arrivals_up_retirements_down_and_the_stock_as_a_line():
    figure = charts.special.stock_and_flows(
        FLOWS, "year", arrivals="in", retirements="out", stock="total", unit="robots"
    )
    came, left, total = figure.data
    assert (came.type, list(came.y)) == ("bar", [5, 6, 7])
    assert (left.type, list(left.y)) == ("bar", [0, -1, -2])
    assert (total.type, total.mode, list(total.y)) == ("scatter", "lines", [5, 10, 15])
    assert figure.layout.barmode == "relative"
    low, high = figure.layout.xaxis.range
    assert low < 1 and high > 3
    assert [note.text for note in labels(figure, ["came", "left", "at work"])] == ["at work", "came", "left"]


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


# Columns, scatter, dots, marks

MIXED = pd.DataFrame(
    {
        "year": [2023, 2024, 2025],
        "models": [3.0, 5, 9],
        "place": ["A", "A", "B"],
        "status": ["official", "official", "target"],
        "low": [2.0, 4, np.nan],
        "high": [4.0, 7, np.nan],
    }
)


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


def test_one_column_can_be_highlighted():
    (trace,) = charts.bars(MIXED.iloc[:2], "year", "models", unit="models", highlight="2024").data
    assert list(trace.marker.color) == [theme.HUES["grey"].light, theme.SERIES[0]]


def test_a_ranking_outlines_what_is_not_yet_fact_and_labels_small_numbers_with_three_digits():
    (trace,) = charts.ranking(MIXED.assign(models=MIXED.models / 7), "year", "models", unit="models").data
    assert list(trace.text) == ["1.29", "0.714", "0.429"]
    assert trace.marker.color[0] == theme.BACKGROUND


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


def test_lines_on_a_logarithmic_axis_carry_their_names_at_powers_of_ten_and_refuse_zero():
    figure = draw(log=True)
    assert figure.layout.yaxis.type == "log"
    assert labels(figure, ["China"])[0].y == pytest.approx(np.log10(276), abs=0.01)
    with pytest.raises(charts.ChartError, match="no place for 0"):
        draw(ROBOTS.assign(robots=0), log=True)


def test_values_below_zero_stay_inside_the_axis():
    assert draw(ROBOTS.assign(robots=[-5, 3, 2, 1])).layout.yaxis.range[0] == -5


def test_a_value_between_gaps_is_a_dot():
    frame = pd.DataFrame({"year": range(5), "robots": [1, 2, np.nan, 4, np.nan], "place": "A"})
    assert draw(frame).data[0].mode == "lines+markers"
    assert draw(frame.dropna()).data[0].mode == "lines"


@pytest.mark.parametrize(
    "chart",
    [
        lambda f: charts.bars(f, "year", "no", unit=""),
        lambda f: charts.dots(f, "year", "no", unit=""),
        lambda f: charts.scatter(f, "year", "no", unit_x="", unit_y=""),
    ],
)
def test_a_missing_column_is_named(chart):
    with pytest.raises(charts.ChartError, match=r"no column “no”\. It has: year"):
        chart(MIXED)


def test_years_are_whole_and_have_no_comma():
    assert charts.bars(MIXED, "year", "models", unit="models").layout.xaxis.tickformat == "d"
    assert draw().layout.xaxis.dtick == 1
    assert (
        charts.lines(
            ROBOTS.assign(year=[0.5, 1.5, 0.5, 1.5]), "year", "robots", "place", unit=""
        ).layout.xaxis.tickformat
        is None
    )


def test_long_words_under_columns_are_broken_and_stay_level():
    axis = charts.bars(
        pd.DataFrame({"what": ["trials (your guess)", "run"], "cost": [1, 2]}), "what", "cost", unit=""
    ).layout.xaxis
    assert list(axis.ticktext) == ["trials (your<br>guess)", "run"] and axis.tickangle == 0


def test_a_long_dotted_line_has_no_rings():
    frame = pd.DataFrame({"year": range(2025, 2040), "robots": range(15), "place": "A", "status": "forecast"})
    assert draw(frame).data[0].mode == "lines" and draw(frame.head(5)).data[0].mode == "lines+markers"


def test_dates_stand_on_an_axis_of_dates_that_ends_with_the_data():
    frame = pd.DataFrame({"day": pd.to_datetime(["2025-01-17", "2025-01-20"]), "value": [100, 101], "series": "A"})
    figure = charts.lines(frame, "day", "value", "series", unit="")
    assert list(figure.data[0].x) == ["2025-01-17", "2025-01-20"] and tuple(figure.layout.xaxis.range) == (
        "2025-01-17",
        "2025-01-20",
    )
