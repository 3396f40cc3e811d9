"""Slopes: two values a row, joined, named at the right end."""

import pandas as pd
import pytest

from kit import charts, theme

SCORES = pd.DataFrame(
    {
        "model": ["A", "B", "C"],
        "home": [0.93, 0.97, 0.8],
        "away": [0.82, 0.93, None],
        "status": ["measured", "claim", "measured"],
    }
)


def draw(**options):
    return charts.slope_chart(SCORES, "model", "home", "away", heads=("at home", "elsewhere"), unit="score", **options)


def test_each_row_with_both_values_is_a_line_from_left_to_right():
    figure = draw()
    assert [(list(trace.x), list(trace.y)) for trace in figure.data] == [
        (["at home", "elsewhere"], [0.93, 0.82]),
        (["at home", "elsewhere"], [0.97, 0.93]),
    ]


def test_a_claim_is_dotted_and_hollow():
    fact, claim = draw().data
    assert (fact.line.dash, claim.line.dash) == ("solid", "dot")
    assert claim.marker.color == theme.BACKGROUND and claim.name == "B (claim)"


def test_the_value_and_the_name_stand_at_the_right_end():
    assert {note.text for note in draw().layout.annotations} >= {"0.82 A", "0.93 B"}


def test_a_highlighted_row_is_in_colour_and_the_others_are_grey():
    a, b = draw(highlight="B").data
    assert (a.line.color, b.line.color) == (theme.HUES["grey"].light, theme.SERIES[0]) and b.line.width > a.line.width


def test_the_axis_has_the_given_limits_or_reaches_zero_and_a_level_can_be_marked():
    assert draw().layout.yaxis.range[0] == 0
    figure = draw(limits=(0.4, 1), line=(0.5, "a coin"))
    assert tuple(figure.layout.yaxis.range) == (0.4, 1) and figure.layout.shapes[0].y0 == 0.5
    assert figure.layout.annotations[-1].text == "a coin"


def test_a_missing_column_is_named():
    with pytest.raises(charts.ChartError, match="away"):
        charts.slope_chart(SCORES.drop(columns="away"), "model", "home", "away", heads=("a", "b"), unit="score")
