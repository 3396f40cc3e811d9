"""Charts of chances: every person has a place, every hill its name, and the numbers can be read without seeing them."""

import json
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import charts, theme
from kit.widgets.figures import text_summary, to_spec

FLAGS = {"flagged": (12, 95), "not flagged": (1, 9892)}


@st.composite
def groups(draw):
    """Return two or three groups that fill 10,000 places."""
    names = ["flagged twice", "flagged once", "not flagged"][draw(st.integers(0, 1)) :]
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), min_size=2 * len(names) - 1, max_size=2 * len(names) - 1)))
    counts = [b - a for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True)]
    return {name: (counts[2 * i], counts[2 * i + 1]) for i, name in enumerate(names)}


def area(path):
    """Return the area of an outline of horizontal and vertical lines, in people (the shoelace formula)."""
    x, y = map(float, re.match(r"M([\d.]+),([\d.]+)", path).groups())
    corners = [(x, y)]
    for way, value in re.findall(r"([HV])([\d.]+)", path):
        x, y = (float(value), y) if way == "H" else (x, float(value))
        corners.append((x, y))
    total = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True))
    return abs(total) / 2 / 0.64 * 10_000


@given(groups())
def test_each_colour_covers_as_many_places_as_there_are_people(given_groups):
    figure = charts.special.icon_array(given_groups)
    counts = [count for pair in given_groups.values() for count in pair if count]
    outlines = [shape.path for shape in figure.layout.shapes if shape.fillcolor]
    assert [round(area(path)) for path in outlines] == pytest.approx(counts, abs=1)


def test_few_people_are_drawn_larger():
    figure = charts.special.icon_array({"flagged": (40, 65), "not flagged": (10, 885)})
    outlines = [shape.path for shape in figure.layout.shapes if shape.fillcolor]
    assert [round(area(path) / 10, 1) for path in outlines] == [40, 65, 10, 885]
    assert figure.layout.annotations[0].text == "1,000 people, 40 in a row"


def test_the_traces_are_the_table_of_the_four_numbers():
    ill, well = charts.special.icon_array(FLAGS).data
    assert (ill.name, list(ill.y), list(ill.x)) == ("ill", ["flagged", "not flagged"], [12, 1])
    assert (well.name, list(well.x)) == ("well", [95, 9892])


def test_all_numbers_stand_in_the_words_beside_the_bars_and_in_the_digest():
    figure = charts.special.icon_array(FLAGS)
    words = " ".join(note.text for note in figure.layout.annotations)
    assert all(
        number in words
        for number in ["10,000 people", "107 = 12 ill + 95 well", "11.2 % ill", "9,893 = 1 ill + 9,892 well"]
    )
    assert all(number in " ".join(text_summary(to_spec(figure))) for number in ["12 → 1", "95 → 9892"])


def test_the_bars_show_shares_and_carry_counts():
    figure = charts.special.icon_array(FLAGS)
    assert (figure.layout.barmode, figure.layout.barnorm) == ("stack", "percent")
    assert list(figure.data[0].customdata) == [12, 1]


def test_a_figure_of_ten_thousand_people_is_small():
    assert len(json.dumps(to_spec(charts.special.icon_array(FLAGS)))) < 8_000


def test_every_colour_has_a_dark_twin_and_no_two_groups_share_one():
    figure = charts.special.icon_array({"flagged twice": (5, 5), "flagged once": (10, 80), "not flagged": (900, 9000)})
    fills = [shape.fillcolor for shape in figure.layout.shapes if shape.fillcolor]
    assert len(set(fills)) == 6 and set(fills) <= set(theme.dark_variants())
    assert figure.layout.shapes[-1].line.color == theme.BACKGROUND


def test_an_empty_group_has_no_shape_and_no_share():
    figure = charts.special.icon_array({"flagged": (0, 0), "not flagged": (100, 9900)})
    assert len([shape for shape in figure.layout.shapes if shape.fillcolor]) == 2
    assert (
        "flagged</b> 0 = 0 ill + 0 well" in figure.layout.annotations[1].text
        and "%" not in figure.layout.annotations[1].text
    )


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"all": (1, 99)}, "two or three groups"),
        ({"a": (-1, 1), "b": (0, 100)}, "whole numbers from 0"),
        ({"a": (0.5, 1), "b": (0.5, 98)}, "whole numbers"),
        ({"a": (1, 2), "b": (3, 4)}, "whole rows of 40"),
        ({"a": (1, 2), "b": (3, 4_000)}, "whole rows of 100"),
    ],
)
def test_people_that_cannot_be_drawn_are_refused_with_a_sentence(wrong, words):
    with pytest.raises(charts.ChartError, match=words):
        charts.special.icon_array(wrong)


def frame(first, second):
    rows = [(x, y, "humans") for x, y in enumerate(first)] + [(x, y, "cars") for x, y in enumerate(second)]
    return pd.DataFrame(rows, columns=["events", "chance", "who"])


def draw(first=(1, 2, 5, 2, 1), second=(5, 3, 1, 1, 0), **options):
    return charts.special.distributions(
        frame(first, second), "events", "chance", "who", unit="chance, %", unit_x="events", **options
    )


def name_of(figure, words):
    return next(note for note in figure.layout.annotations if note.text == words)


def test_each_series_is_a_hill_of_columns_and_the_first_is_grey():
    humans, cars = draw().data
    assert (list(humans.y), list(cars.y)) == ([1, 2, 5, 2, 1], [5, 3, 1, 1, 0])
    assert humans.marker.color == theme.HUES["grey"].light != cars.marker.color
    assert draw().layout.barmode == "overlay"


def test_a_name_stands_at_the_top_of_its_hill():
    figure = draw(first=(0, 0, 1, 2, 9))
    assert (name_of(figure, "humans").x, name_of(figure, "humans").y) == (4, 9)
    assert (name_of(figure, "cars").x, name_of(figure, "cars").y) == (0, 5)


def test_near_an_edge_a_name_runs_inwards_and_in_the_middle_both_ways():
    assert (name_of(draw(), "humans").xanchor, name_of(draw(), "cars").xanchor) == ("center", "left")
    assert name_of(draw(first=(0, 0, 1, 2, 9)), "humans").xanchor == "right"


def test_a_name_stands_above_what_is_higher_beside_it():
    figure = draw(first=(0, 0, 0, 9, 8), second=(0, 0, 0, 0, 1))
    assert name_of(figure, "cars").y >= 8


def test_the_names_of_equal_hills_stand_above_each_other_inside_the_axis():
    figure = draw(second=(1, 2, 5, 2, 1))
    low, high = sorted(name_of(figure, words).y for words in ("humans", "cars"))
    assert low == 5 and high > 5.3
    assert figure.layout.yaxis.range[1] > high


def test_a_limit_is_a_dashed_line_whose_words_stay_inside():
    left, right = draw(limit=(1, "proof")), draw(limit=(4, "proof"))
    assert left.layout.shapes[0].x0 == 1 and left.layout.shapes[0].line.dash == "dash"
    assert (name_of(left, "proof").xanchor, name_of(right, "proof").xanchor) == ("left", "right")


def test_hills_without_any_height_still_draw():
    assert draw(first=(0, 0), second=(0, 0)).data


def test_a_missing_column_is_refused():
    with pytest.raises(charts.ChartError, match="no column “who”"):
        charts.special.distributions(frame([1], [1]).drop(columns="who"), "events", "chance", "who", unit="", unit_x="")
