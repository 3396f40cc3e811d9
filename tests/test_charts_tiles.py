"""Tiles: every case has a place of its own, in its row and within the width, and the counts can be read."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import charts
from kit.widgets.figures import text_summary, to_spec

ROWS, GROUPS = ["came true", "missed"], ["outcome", "signs", "no figure"]


def draw(cases, rows=ROWS, groups=GROUPS):
    frame = pd.DataFrame(cases, columns=["verdict", "known"])
    frame["id"] = [f"C{number}" for number in range(len(frame))]
    frame["claim"] = [f"Said {number}" for number in range(len(frame))]
    return charts.special.tiles(frame, "verdict", "id", rows=rows, group="known", groups=groups, hover="claim")


@given(st.lists(st.tuples(st.sampled_from(ROWS), st.sampled_from(GROUPS)), max_size=60))
def test_no_two_tiles_overlap_none_is_lost_and_all_stay_in_their_row(cases):
    figure = draw(cases)
    found = [
        (row, left, above)
        for trace in figure.data
        for row, left, above in zip(trace.y, trace.base, trace.offset, strict=True)
    ]
    assert len(found) == len(set(found)) == len(cases)
    assert all(left in range(12) for _, left, _ in found) and figure.layout.xaxis.range == (0, 12)
    assert sorted(row for row, _, _ in found) == sorted(row for row, _ in cases)
    for trace in figure.data:
        assert all(above > -0.5 and above + trace.width < 0.51 for above in trace.offset)
    counted = [f"<b>{name}</b> {sum(row == name for row, _ in cases)}" for name in ROWS]
    assert [words.text for words in figure.layout.annotations[1:]] == counted


def test_groups_stand_together_the_best_known_first_and_keep_their_look_where_one_is_missing():
    figure = draw([("missed", "no figure"), ("missed", "outcome"), ("missed", "no figure")])
    full, hollow = figure.data
    assert (full.name, list(full.base), list(full.text)) == ("outcome", [0], ["C1"])
    assert (hollow.name, list(hollow.base), list(hollow.text)) == ("no figure", [1, 2], ["C0", "C2"])
    whole = draw([("missed", group) for group in GROUPS])
    assert [trace.marker.color for trace in whole.data][::2] == [full.marker.color, hollow.marker.color]


def test_a_tile_says_its_words_when_it_is_pointed_at_and_a_digest_counts_them():
    figure = draw([("came true", "outcome"), ("missed", "signs")])
    assert figure.data[0].hovertext == ("C0 Said 0",)
    assert "outcome: 1 point, came true" in "\n".join(text_summary(to_spec(figure)))


@pytest.mark.parametrize(
    ("cases", "groups", "words"),
    [
        ([("open", "outcome")], GROUPS, "“open” in the column “verdict” has no place: there are came true, missed"),
        ([("missed", "rumour")], GROUPS, "“rumour” in the column “known” has no place"),
        ([("missed", "a")], ["a", "b", "c", "d"], "up to 3 groups, not 4"),
    ],
)
def test_what_has_no_place_is_refused_in_a_sentence(cases, groups, words):
    with pytest.raises(charts.ChartError, match=words):
        draw(cases, groups=groups)
