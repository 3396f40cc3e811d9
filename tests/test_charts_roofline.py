"""Rooflines."""

import itertools

import pandas as pd
import pytest

from kit import charts

CHIPS = pd.DataFrame({"chip": ["H20", "H100"], "peak": [148.0, 989.4], "memory": [4.0, 3.35]})


def draw(at=8):
    return charts.special.roofline(CHIPS, "chip", "peak", "memory", at=at, unit="TFLOP/s", unit_x="operations a byte")


def test_a_roof_climbs_with_the_memory_and_ends_at_the_peak():
    roof = draw().data[0]
    assert list(roof.x) == [1, 37, 2048] and list(roof.y) == [4, 148, 148]


def test_the_marked_task_stands_on_every_roof():
    marks = [trace for trace in draw(at=8).data if trace.mode == "markers"]
    assert [m.y[0] for m in marks] == pytest.approx([32, 26.8]) and {m.x[0] for m in marks} == {8}


def test_names_stand_at_the_ends_and_never_on_each_other():
    near = pd.DataFrame({"chip": list("abc"), "peak": [100.0, 101, 102], "memory": [1.0, 1, 1]})
    names = charts.special.roofline(near, "chip", "peak", "memory", at=8, unit="", unit_x="").layout.annotations[1:]
    heights = sorted(n.y for n in names)
    assert min(b - a for a, b in itertools.pairwise(heights)) >= 0.19


def test_a_missing_column_is_named():
    with pytest.raises(charts.ChartError, match="no column “speed”"):
        charts.special.roofline(CHIPS, "chip", "speed", "memory", at=1, unit="", unit_x="")
