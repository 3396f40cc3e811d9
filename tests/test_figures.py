"""A figure as plain data and in words."""

import json

import numpy as np
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import charts
from kit.widgets.figures import as_drawing, caption_or_hint, fingerprint, points, text_summary, to_spec
from kit.widgets.messages import MESSAGES


@pytest.mark.parametrize(
    "values", [[1, 2.5, None], np.array([1, 2.5, np.nan]), pd.Series([1, 2.5, np.nan]), (1.0, 2.5, float("nan"))]
)
def test_values_become_lists_and_gaps_become_none(values):
    assert to_spec(go.Figure(go.Scatter(x=[1, 2, 3], y=values)))["data"][0]["y"] == [1, 2.5, None]


FRAME = pd.DataFrame({"year": [2023, 2024], "robots": [290, 276], "place": "China"})


@pytest.mark.parametrize(
    ("figure", "guest"),
    [
        (charts.lines(FRAME, "year", "robots", "place", unit="robots"), False),
        (px.line(FRAME, "year", "robots", template="kit"), False),
        (px.line(FRAME, "year", "robots"), True),
        (go.Figure(layout={"template": "plotly_dark"}), True),
        (go.Figure(layout={"template": None}), True),
    ],
    ids=["kit.charts", "template kit", "plotly express", "another template", "no template"],
)
def test_a_figure_without_the_template_of_the_kit_is_a_guest(figure, guest):
    found = to_spec(figure)
    assert found.get("guest", False) is guest
    assert "template" not in found["layout"]


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1))
def test_whatever_the_numbers_the_result_is_json_and_close(values):
    found = json.loads(json.dumps(to_spec(go.Figure(go.Scatter(y=values))), allow_nan=False))["data"][0].get("y", [])
    for before, after in zip(values, found, strict=True):
        assert after is None if before - before != 0 else after == pytest.approx(before, rel=1e-14)


def test_the_template_stays_at_home_and_dates_become_text():
    figure = to_spec(
        px.line(
            pd.DataFrame({"day": pd.to_datetime(["2025-01-17", "2025-02-21"]), "value": [1, 2]}), x="day", y="value"
        )
    )
    assert "template" not in figure["layout"]
    assert figure["data"][0]["x"][0].startswith("2025-01-17")


def test_two_dimensions_keep_their_shape():
    assert to_spec(go.Figure(go.Heatmap(z=np.array([[1, 2], [3, 4]]))))["data"][0]["z"] == [[1, 2], [3, 4]]


def test_the_words_of_a_line_name_its_ends_and_its_extremes():
    figure = to_spec(go.Figure(go.Scatter(x=[2021, 2022, 2023], y=[268_000, 290_000, 276_000], name="China")))
    assert text_summary(figure) == [
        "  China: 3 points, 2021 → 2023: 268,000 → 276,000; least 268,000 (2021), most 290,000 (2022)"
    ]


def test_the_words_of_sideways_bars_name_the_bars():
    figure = to_spec(go.Figure(go.Bar(y=["China", "Japan"], x=[470, 419], orientation="h", name="density")))
    assert text_summary(figure) == [
        "  density: 2 points, China → Japan: 470 → 419; least 419 (Japan), most 470 (China)"
    ]


def test_the_words_of_a_heat_table_name_row_and_column():
    figure = to_spec(
        go.Figure(go.Heatmap(x=["Beijing", "Shanghai"], y=["law", "health"], z=[[8, None], [5, 11]], name="models"))
    )
    assert points(figure) == 3
    assert text_summary(figure) == [
        "  models: 3 points, law, Beijing → health, Shanghai: 8 → 11; least 5 (health, Beijing), most 11 "
        "(health, Shanghai)"
    ]


def test_nothing_to_see_is_counted_as_nothing_and_gets_a_hint():
    empty = to_spec(go.Figure(go.Scatter(x=[1], y=[None], name="gap")))
    assert points(empty) == 0 and text_summary(empty) == ["  gap: no points"]
    assert caption_or_hint(empty, "") == MESSAGES["empty"]
    assert caption_or_hint(empty, "No data for this year.") == "No data for this year."
    assert caption_or_hint(to_spec(go.Figure(go.Bar(y=[1]))), "") == ""


def test_a_drawing_is_a_figure_or_a_figure_and_a_sentence():
    figure = go.Figure()
    assert as_drawing(figure) == (figure, "")
    assert as_drawing((figure, "A sentence.")) == (figure, "A sentence.")
    with pytest.raises(TypeError, match="draw returned nothing; it must end with “return figure”"):
        as_drawing(None)


def test_a_digest_writes_huge_numbers_short():
    (line,) = text_summary({"data": [{"type": "scatter", "name": "compute", "x": [1, 2], "y": [9.9e21, 5e26]}]})
    assert line == "  compute: 2 points, 1 → 2: 9.9e+21 → 5e+26; least 9.9e+21 (1), most 5e+26 (2)"


def test_what_is_hidden_is_not_told():
    shown, hidden = go.Bar(y=[1], name="shown"), go.Bar(y=[2], name="hidden", visible="legendonly")
    assert [line.split(":")[0].strip() for line in text_summary(to_spec(go.Figure([shown, hidden])))] == ["shown"]


def test_a_fingerprint_sees_the_fourth_digit_and_the_caption():
    prints = {
        fingerprint({"data": [{"y": [value]}]}, caption) for value, caption in [(1.001, ""), (1.002, ""), (1.001, "a")]
    }
    assert len(prints) == 3
