"""Bars with an open end: what is known stands, what is chosen fills, and both ends are written."""

import pandas as pd
import pytest

from kit import charts, theme

ASKED = pd.DataFrame({"who": ["a class", "a school"], "yes": [12, 20], "no": [4, 0], "silent": [5, 9]})


def draw(filled):
    return charts.special.open_bars(ASKED, "who", ["yes", "no"], "silent", filled=filled, unit="pupils", total=40)


def test_the_known_parts_stand_whatever_is_chosen_and_the_last_two_share_out_the_unknown():
    for filled, chosen, rest in [(0, [0, 0], [5, 9]), (3, [3, 3], [2, 6]), (7, [5, 7], [0, 2])]:
        yes, no, yours, open_ = draw(filled).data
        assert ([*yes.x], [*no.x], [*yours.x], [*open_.x]) == ([12, 20], [4, 0], chosen, rest)


def test_both_ends_of_each_bar_are_written_at_their_places():
    notes = {note.text: (note.x, round(note.y), note.yanchor) for note in draw(3).layout.annotations}
    assert notes["at least 16"] == (16, 0, "top") and notes["at most 21"] == (21, 0, "top")
    assert notes["at least 20"] == (20, 1, "top") and notes["at most 29"] == (29, 1, "top")
    assert notes["a class"] == (0, 0, "bottom")


def test_what_is_not_known_is_hollow_in_the_colour_of_the_choice():
    *_, yours, open_ = draw(3).data
    assert open_.marker.color == theme.BACKGROUND and open_.marker.line.color == yours.marker.color
    assert len({trace.marker.color for trace in draw(3).data}) == 4


def test_a_missing_column_is_named():
    with pytest.raises(charts.ChartError, match="quiet"):
        charts.special.open_bars(ASKED, "who", ["yes"], "quiet", filled=0, unit="pupils")
