"""Wires between programs and tools."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import charts
from kit.models import connectors


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
