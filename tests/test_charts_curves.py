"""Stock and flows, rooflines, lines of equal share."""

import itertools

import numpy as np
import pandas as pd
import pytest

from kit import charts


def labels(figure, words):
    return [note for note in figure.layout.annotations if note.text in words]


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


CHIPS = pd.DataFrame({"chip": ["H20", "H100"], "peak": [148.0, 989.4], "memory": [4.0, 3.35]})


def roofs(at=8):
    return charts.special.roofline(CHIPS, "chip", "peak", "memory", at=at, unit="TFLOP/s", unit_x="operations a byte")


def test_a_roof_climbs_with_the_memory_and_ends_at_the_peak():
    roof = roofs().data[0]
    assert list(roof.x) == [1, 37, 2048] and list(roof.y) == [4, 148, 148]


def test_the_marked_task_stands_on_every_roof():
    marks = [trace for trace in roofs(at=8).data if trace.mode == "markers"]
    assert [m.y[0] for m in marks] == pytest.approx([32, 26.8]) and {m.x[0] for m in marks} == {8}


def test_names_stand_at_the_ends_and_never_on_each_other():
    near = pd.DataFrame({"chip": list("abc"), "peak": [100.0, 101, 102], "memory": [1.0, 1, 1]})
    names = charts.special.roofline(near, "chip", "peak", "memory", at=8, unit="", unit_x="").layout.annotations[1:]
    heights = sorted(n.y for n in names)
    assert min(b - a for a, b in itertools.pairwise(heights)) >= 0.19


def test_a_missing_column_is_named():
    with pytest.raises(charts.ChartError, match="no column “speed”"):
        charts.special.roofline(CHIPS, "chip", "speed", "memory", at=1, unit="", unit_x="")


def on_powers():
    frame = pd.DataFrame({"kg": [90, 900], "load": [40, 200], "name": ["T40", "VoloCity"]})
    figure = charts.scatter(
        frame, "kg", "load", unit_x="mass, kg", unit_y="load, kg", label="name", log_x=True, log_y=True
    )
    return charts.special.equal_shares(figure, [0.1, 0.25, 0.5], 1, 10_000)


def test_on_each_line_the_share_is_the_same_at_both_ends():
    lines = [trace for trace in on_powers().data if trace.mode == "lines"]
    assert [np.round(np.divide(line.y, line.x), 9).tolist() for line in lines] == [[0.1, 0.1], [0.25, 0.25], [0.5, 0.5]]
    slopes = [np.diff(np.log10(line.y)) / np.diff(np.log10(line.x)) for line in lines]
    np.testing.assert_allclose(slopes, 1)


def test_the_lines_lie_under_the_marks_and_carry_no_entry_in_the_legend():
    figure = on_powers()
    assert [trace.mode for trace in figure.data][:3] == ["lines"] * 3 and "markers" in figure.data[-1].mode
    assert not any(trace.showlegend for trace in figure.data[:3])


def test_each_share_is_written_at_the_upper_end_in_powers_of_ten():
    notes = [note for note in on_powers().layout.annotations if note.text.endswith("%")]
    assert [note.text for note in notes] == ["10 %", "25 %", "50 %"]
    assert [(note.x, round(note.y, 6)) for note in notes] == [(4, 3), (4, 3.39794), (4, 3.69897)]


@pytest.mark.parametrize("ends", [(0, 10), (10, 1)])
def test_ends_that_cannot_be_drawn_are_refused_with_a_sentence(ends):
    with pytest.raises(charts.ChartError, match="above 0"):
        charts.special.equal_shares(on_powers(), [0.1], *ends)


def test_a_share_of_nothing_is_refused():
    with pytest.raises(charts.ChartError, match="above 0"):
        charts.special.equal_shares(on_powers(), [0, 0.1], 1, 10)
