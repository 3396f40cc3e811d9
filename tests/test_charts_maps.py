"""Places by longitude and latitude."""

import pandas as pd
import pytest

from kit import charts

TOWNS = pd.DataFrame(
    {
        "town": ["A", "B", "C"],
        "latitude": [30.0, 40, 35],
        "longitude": [110.0, 120, 105],
        "racks": [100.0, 400, None],
        "side": ["east", "east", "west"],
    }
)


def test_places_stand_where_they_lie():
    (dots,) = charts.special.point_map(TOWNS, "town").data
    assert list(dots.x) == [110, 120, 105] and list(dots.y) == [30, 40, 35] and list(dots.text) == ["A", "B", "C"]


def test_four_times_the_value_is_twice_as_wide_and_a_missing_one_an_open_ring():
    dots, open_ = charts.special.point_map(TOWNS, "town", size="racks", unit="racks").data
    # Beyond the eight pixels that even the smallest dot has.
    assert dots.marker.size[1] - 8 == 2 * (dots.marker.size[0] - 8) and list(dots.text) == ["A", "B"]
    assert (open_.marker.symbol, list(open_.text), open_.showlegend) == ("circle-open", ["C"], False)


def test_flows_lie_under_the_dots_and_grow_with_the_amount():
    figure = charts.special.point_map(TOWNS, "town", flows=[("A", "B", 10), ("A", "C", 50)])
    thin, thick, dots = figure.data
    assert thick.line.width > thin.line.width and dots.mode == "markers+text"


def test_a_degree_is_as_long_both_ways_and_groups_have_a_line_of_names():
    figure = charts.special.point_map(TOWNS, "town", group="side")
    assert figure.layout.yaxis.scaleanchor == "x" and 1.1 < figure.layout.yaxis.scaleratio < 1.3
    assert [trace.name for trace in figure.data] == ["east", "west"] and figure.layout.showlegend


def test_a_missing_column_is_named():
    with pytest.raises(charts.ChartError, match="no column “latitude”"):
        charts.special.point_map(TOWNS.drop(columns="latitude"), "town")
