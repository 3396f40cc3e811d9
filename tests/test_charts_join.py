"""A line through points."""

import math

import pandas as pd
import plotly.graph_objects as go

from kit import charts


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
