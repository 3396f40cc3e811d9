"""Observed dots: over a line where they are few, under it where they are many."""

import plotly.graph_objects as go

from kit import theme
from kit.charts import observed


def line():
    return go.Figure(go.Scatter(x=[1, 2], y=[1, 2], name="line"))


def test_dots_stand_on_the_line_and_say_what_they_are():
    figure = observed(line(), [1, 2], [3, 4], name="counted")
    assert [trace.name for trace in figure.data] == ["line", "counted"]
    assert (list(figure.data[1].x), list(figure.data[1].y), figure.data[1].mode) == ([1, 2], [3, 4], "markers")
    assert figure.data[1].marker.color == theme.INK and not figure.data[1].cliponaxis


def test_quiet_dots_lie_under_the_lines():
    figure = observed(line(), [1], [3], name="plots", quiet=True)
    assert [trace.name for trace in figure.data] == ["plots", "line"]
    assert figure.data[0].marker.size < 9 and figure.data[0].marker.color in theme.twins()


def test_what_was_left_out_is_hollow():
    assert observed(line(), [1], [3], name="left out", hollow=True).data[1].marker.symbol == "circle-open"


def test_no_dots_are_no_fault():
    assert len(observed(line(), [], [], name="counted").data) == 2


def test_the_axis_grows_to_the_highest_dot_and_never_shrinks():
    figure = line().update_yaxes(range=[0, 2])
    assert observed(figure, [1], [1], name="low").layout.yaxis.range == (0, 2)
    assert observed(figure, [1], [100], name="high").layout.yaxis.range == (0, 106)
