"""Trees and wires: each part under its whole, each connector at something."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import charts, theme
from kit.charts import ChartError
from kit.charts.special import tree
from kit.models import connectors

PARTS = pd.DataFrame({
    "id": ["P", "P1", "P1.1", "P2"],
    "of": ["", "P", "P1", "P"],
    "text": ["all", "industry", "farms", "a very long sentence that would run out of the frame of a phone"],
    "who": ["briefing", "both", "briefing", "report"],
    "to": ["", "01.ipynb", "02.ipynb", ""],
})  # fmt: skip


def draw(frame=PARTS, **options):
    return tree(frame, "id", "of", "text", group="who", **options)


def test_a_part_stands_one_step_further_in_than_its_whole_and_below_it():
    at = {word: (x, y) for trace in draw().data for word, x, y in zip(trace.hovertext, trace.x, trace.y, strict=True)}
    assert (at["all"], at["industry"], at["farms"]) == ((0, 0), (1, -1), (2, -2))


def test_groups_differ_in_colour_and_in_shape_and_are_named():
    marks = {trace.name: (trace.marker.color, trace.marker.symbol) for trace in draw().data}
    assert list(marks) == ["briefing", "both", "report"] and len(set(marks.values())) == 3
    assert len({symbol for _, symbol in marks.values()}) == 3 and all(
        colour in theme.dark_variants() for colour, _ in marks.values()
    )


def test_a_group_keeps_its_look_where_another_is_missing():
    order = ["briefing", "both", "report"]
    whole = {trace.name: trace.marker.color for trace in draw(order=order).data}
    part = {trace.name: trace.marker.color for trace in draw(PARTS[PARTS.who == "report"], order=order).data}
    assert part == {"report": whole["report"]} and len(set(whole.values())) == 3


def test_words_lead_to_their_address_and_only_where_there_is_one():
    texts = [note.text for note in draw(link="to", bold=["P1.1"]).layout.annotations]
    assert texts[1:3] == ['<a href="01.ipynb">industry</a>', '<a href="02.ipynb"><b>farms</b></a>']
    assert texts[0] == "all" and texts[3].endswith(" …") and len(texts[3]) <= 40


def test_a_branch_runs_down_from_the_parent_and_across_to_the_child():
    assert draw().layout.shapes[0].path == "M0,0V-1H1M1,-1V-2H2M0,0V-3H1"


def test_where_the_parent_is_left_out_a_part_becomes_a_root():
    figure = draw(PARTS[PARTS.id.isin(["P1.1", "P2"])])
    assert [list(trace.x) for trace in figure.data] == [[0], [0]] and not figure.layout.shapes


def test_a_part_before_its_whole_is_refused_with_a_sentence():
    with pytest.raises(ChartError, match=r"“P1\.1” stands before its parent “P1”"):
        draw(PARTS.iloc[[0, 2, 1]])


@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 4))
def test_as_many_lines_are_drawn_as_connectors_are_counted(programs, tools, standards):
    figure = charts.special.bipartite(programs, tools, standards)
    assert figure.data[0].x.count(None) == connectors(programs, tools, standards)
    assert figure.layout.annotations[0].text == f"{connectors(programs, tools, standards)} connectors"


def test_every_wire_ends_at_something():
    figure = charts.special.bipartite(2, 3, 1)
    marks = {(x, y) for trace in figure.data[1:] for x, y in zip(trace.x, trace.y, strict=True)}
    assert {p for p in zip(figure.data[0].x, figure.data[0].y, strict=True) if p[0] is not None} == marks


def test_without_anything_to_join_it_says_what_it_needs():
    with pytest.raises(charts.ChartError, match="at least one program and one tool"):
        charts.special.bipartite(0, 3)
