"""Lines: what is drawn, how a forecast looks, where labels stand, what is refused."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
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


def test_an_empty_frame_gives_an_empty_chart():
    assert not draw(ROBOTS.iloc[:0]).data


def test_an_empty_frame_gives_an_empty_chart_without_a_zero_too():
    assert not draw(ROBOTS.iloc[:0], zero=False).data


def test_a_series_without_any_value_gives_a_chart_without_its_label():
    figure = draw(ROBOTS.assign(robots=np.nan))
    assert not labels(figure, ["China", "Japan"])


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


@pytest.mark.parametrize(("highest", "step"), [(10_000, 1), (10, "D2"), (2, None)])
def test_on_a_logarithmic_axis_powers_stand_alone_where_there_are_many(highest, step):
    frame = pd.DataFrame({"year": [2022, 2023], "robots": [1, highest], "place": "A"})
    assert draw(frame, log=True).layout.yaxis.dtick == step
