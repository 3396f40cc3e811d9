"""Lines of equal share: parallel on logarithmic axes, under the marks, each with its share at the end."""

import numpy as np
import pandas as pd
import pytest

from kit import charts


def drawn():
    frame = pd.DataFrame({"kg": [90, 900], "load": [40, 200], "name": ["T40", "VoloCity"]})
    figure = charts.scatter(frame, "kg", "load", unit_x="mass, kg", unit_y="load, kg", label="name", log_x=True, log_y=True)
    return charts.equal_shares(figure, [0.1, 0.25, 0.5], 1, 10_000)


def test_on_each_line_the_share_is_the_same_at_both_ends():
    lines = [trace for trace in drawn().data if trace.mode == "lines"]
    assert [np.round(np.divide(line.y, line.x), 9).tolist() for line in lines] == [[0.1, 0.1], [0.25, 0.25], [0.5, 0.5]]
    slopes = [np.diff(np.log10(line.y)) / np.diff(np.log10(line.x)) for line in lines]
    np.testing.assert_allclose(slopes, 1)


def test_the_lines_lie_under_the_marks_and_carry_no_entry_in_the_legend():
    figure = drawn()
    assert [trace.mode for trace in figure.data][:3] == ["lines"] * 3 and "markers" in figure.data[-1].mode
    assert not any(trace.showlegend for trace in figure.data[:3])


def test_each_share_is_written_at_the_upper_end_in_powers_of_ten():
    notes = [note for note in drawn().layout.annotations if note.text.endswith("%")]
    assert [note.text for note in notes] == ["10 %", "25 %", "50 %"]
    assert [(note.x, round(note.y, 6)) for note in notes] == [(4, 3), (4, 3.39794), (4, 3.69897)]


@pytest.mark.parametrize("ends", [(0, 10), (10, 1)])
def test_ends_that_cannot_be_drawn_are_refused_with_a_sentence(ends):
    with pytest.raises(charts.ChartError, match="above 0"):
        charts.equal_shares(drawn(), [0.1], *ends)


def test_a_share_of_nothing_is_refused():
    with pytest.raises(charts.ChartError, match="above 0"):
        charts.equal_shares(drawn(), [0, 0.1], 1, 10)
