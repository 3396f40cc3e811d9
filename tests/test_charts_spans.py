"""Spans: shaded by turns, named upright, under what is drawn."""

import plotly.graph_objects as go

from kit import theme
from kit.charts import spans

REIGNS = [(1954, 1976, "Zhou"), (1978, 1980, "Hua"), (1981, 1988, "Zhao")]


def test_every_second_span_is_shaded_and_all_are_named():
    figure = spans(go.Figure(), REIGNS)
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [(1954, 1976), (1981, 1988)]
    assert [(note.text, note.x) for note in figure.layout.annotations] == [("Zhou", 1965), ("Hua", 1979), ("Zhao", 1984.5)]


def test_shades_lie_below_and_have_a_dark_twin():
    for shape in spans(go.Figure(), REIGNS).layout.shapes:
        assert shape.layer == "below" and shape.fillcolor in theme.twins()


def test_what_is_on_the_figure_stays():
    figure = go.Figure(layout={"annotations": [{"text": "unit"}]})
    assert spans(figure, REIGNS[:1]).layout.annotations[0].text == "unit"
