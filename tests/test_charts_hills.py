"""Hills: what is drawn, and where the names stand."""

import pandas as pd
import pytest

from kit import charts, theme


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
