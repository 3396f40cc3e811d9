"""Ten kinds of charts under twelve kinds of controls, from a teacher's own ``draw``: drawn, in words, as a page."""

import json
import re
from datetime import timedelta
from functools import cache

import numpy as np
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import pytest
from plotly.basedatatypes import BaseTraceType

from kit import charts
from kit.page_export import hand_in
from kit.widgets import MultiSelect, Select, Slider, embedding, explore
from kit.widgets.figures import points, text_summary, to_spec

FRAME = pd.DataFrame({"year": [2022, 2023, 2024], "robots": [290, 276, 295], "place": "China"})
DAYS = pd.date_range("2024-01-01", periods=3)
WAITS = pd.Series(pd.to_timedelta([1, 2, 30], unit="h"))

CHARTS = {
    "lines of the kit": lambda: charts.lines(FRAME, "year", "robots", "place", unit="robots"),
    "a line of days": lambda: px.line(x=DAYS, y=[1, 2, 3]),
    "bars with a gap": lambda: go.Figure(go.Bar(x=["a", "b"], y=pd.array([1, None], dtype="Int64"))),
    "durations": lambda: px.bar(x=["a", "b", "c"], y=WAITS),
    "two levels": lambda: go.Figure(go.Bar(x=[["a", "a", "b"], ["x", "y", "x"]], y=[1, 2, 3])),
    "a box": lambda: px.box(y=[1, 2, 3, 9]),
    "a pie": lambda: px.pie(names=["a", "b"], values=[1, 2]),
    "a heat map": lambda: px.imshow(np.arange(6).reshape(2, 3)),
    "a flow": lambda: go.Figure(
        go.Sankey(node={"label": ["a", "b", "c"]}, link={"source": [0, 0], "target": [1, 2], "value": [3, 4]})
    ),
    "a cloud": lambda: px.scatter_3d(x=[1, 2], y=[3, 4], z=[5, 6], color=["a", "b"]),
}
CONTROLS = {
    "list": ["a", "b"],
    "pairs": [("one", 10), ("two", 20)],
    "dict of tables": {"first": FRAME, "second": FRAME.copy()},
    "range": range(3),
    "array": np.array([1.5, 2.5]),
    "unique": FRAME.year.unique(),
    "index": FRAME.set_index("robots").index,
    "whole": (1, 3),
    "fractions": (0, 0.5, 0.25),
    "uneven": Slider(steps=[1, 2, 10]),
    "boxes": MultiSelect(["a", "b"]),
    "switch": True,
}


@cache
def chart(name):
    return CHARTS[name]()


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("name", CHARTS)
def test_it_is_drawn_in_every_setting_told_in_words_and_embedded(name, control):
    explorer = explore(lambda title: (chart(name), str(title)), title=CONTROLS[control])
    assert list(explorer.values) == ["title"]
    words = explorer.text_summary()
    assert "fault" not in explorer.drawn and " point" in words and "no points" not in words
    states = embedding.decompress(re.search(r'"states":"([^"]+)"', explorer.embed())[1])
    spec = to_spec(chart(name))
    assert len(states) >= 2 and all(state["figure"] == spec for state in states)
    json.dumps(spec, allow_nan=False)


EXACT = {
    "many digits": ([12_866_123.25, None], [12866123.25, None]),
    "milliseconds": ([1_700_000_000_123, 1_700_000_000_124], [1_700_000_000_123, 1_700_000_000_124]),
    "noise": ([0.1 + 0.2, 1.1 * 3], [0.3, 3.3]),
    "single precision": (np.array([0.1, 2.7], "f4"), [0.1, 2.7]),
    "nullable": (pd.array([1, None], dtype="Int64"), [1, None]),
    "nullable flags": (pd.Series([True, None], dtype="boolean"), [True, None]),
    "days": (np.array(["2024-01-01", "NaT"], "M8[ns]"), ["2024-01-01", None]),
    "hours of the clock": (pd.to_datetime(["2024-01-01 12:30"]).tz_localize("Asia/Shanghai"), ["2024-01-01 12:30:00"]),
    "durations": ([timedelta(hours=1), timedelta(hours=3)], [1, 3]),
    "an index of two levels": (pd.MultiIndex.from_product([["a"], ["x", "y"]]), [["a", "a"], ["x", "y"]]),
}


@pytest.mark.parametrize("name", EXACT)
def test_what_is_drawn_arrives_as_it_was(name):
    given, arrived = EXACT[name]
    assert to_spec(go.Figure(go.Scatter(x=given)))["data"][0]["x"] == arrived


def test_the_axis_says_the_unit_of_durations():
    figure = to_spec(px.bar(x=["a", "b", "c"], y=WAITS, labels={"y": "waiting"}))
    assert figure["layout"]["yaxis"]["title"]["text"] == "waiting (hours)"
    assert to_spec(go.Figure(go.Bar(x=WAITS, xaxis="x2")))["layout"]["xaxis2"]["title"]["text"] == "hours"


TRACES = [
    kind for kind in dir(go) if isinstance(getattr(go, kind), type) and issubclass(getattr(go, kind), BaseTraceType)
]
SAMPLE = {
    "x": [1, 2], "y": [3, 4], "z": [5, 6], "u": [1, 1], "v": [1, 1], "w": [1, 1], "value": [1, 2], "a": [1, 2],
    "b": [1, 2], "c": [1, 2], "r": [1, 2], "theta": [1, 2], "real": [1, 2], "imag": [1, 2], "labels": ["p", "q"],
    "parents": ["", "p"], "values": [1, 2], "lat": [1, 2], "lon": [1, 2], "locations": ["p", "q"], "open": [1, 2],
    "high": [3, 3], "low": [0, 0], "close": [2, 1],
}  # fmt: skip


def filled(kind):
    """Return a trace of a type, filled with what it takes."""
    made = getattr(go, kind)
    special = {
        "Sankey": {"node": {"label": ["p", "q"]}, "link": {"source": [0], "target": [1], "value": [2]}},
        "Table": {"header": {"values": ["p"]}, "cells": {"values": [[1, 2]]}},
        "Indicator": {"value": 3},
        "Image": {"z": [[[1, 2, 3]]]},
        "Splom": {"dimensions": [{"label": "p", "values": [1, 2]}]},
        "Parcoords": {"dimensions": [{"label": "p", "values": [1, 2]}]},
        "Parcats": {"dimensions": [{"label": "p", "values": [1, 2]}]},
    }
    if kind in special:
        return made(**special[kind])
    given = {key: column for key, column in SAMPLE.items() if key in made()._valid_props}
    return made(**given | ({"z": [[1, 2], [3, 4]]} if kind in GRIDS else {}))


GRIDS = {"Heatmap", "Contour", "Surface", "Histogram2d", "Histogram2dContour", "Contourcarpet"}


@pytest.mark.parametrize("kind", TRACES)
def test_a_trace_of_every_type_counts_as_drawn_and_has_words(kind):
    figure = to_spec(go.Figure(filled(kind)))
    assert points(figure) >= 1
    (line,) = text_summary(figure)
    assert re.search(r"\d|a picture", line) and "no points" not in line


def test_a_cloud_of_many_points_has_its_words_at_once():
    n = np.arange(20_000)
    (line,) = text_summary(to_spec(go.Figure(go.Scatter3d(x=n, y=n, z=n))))
    assert line.startswith("  scatter3d: 20000 points")


def test_an_animation_is_refused_in_words_and_a_live_figure_taken(capsys):
    moving = px.bar(FRAME, x="place", y="robots", animation_frame="year")
    assert "animation of 3 frames" in explore(lambda n: moving, n=(1, 2)).drawn["fault"]
    live = explore(lambda n: go.FigureWidget(go.Bar(y=[n])), n=(1, 2))
    assert "fault" not in live.drawn and live.figure.data[0].y == (1,)


@pytest.mark.browser
def test_a_page_of_them_draws_without_an_error(watch, tmp_path):
    shown = [name for name in CHARTS if name != "a cloud"]  # that one wants a graphics card
    parts = [
        explore(lambda which, name=name: (chart(name), name), which=Select(["a", "b"]), id=f"c{place}")
        for place, name in enumerate(shown)
    ]
    page = hand_in(tmp_path / "all.html", title="All", parts=parts)
    watched = watch("file:", offline=True)
    watched.page.goto(page.path.as_uri())
    for place in range(len(shown)):
        card = watched.page.locator(f".kit[data-explorer=c{place}]")
        card.scroll_into_view_if_needed()
        card.locator(".main-svg").first.wait_for()
        card.get_by_text("Show data").click()
        assert card.locator("tbody tr").count() > 0, shown[place]
        assert card.locator(".kit-trouble").is_hidden()
    assert watched.page.locator(".kit[data-explorer=c1] .xtick").first.text_content().endswith("Jan 1, 2024")
    assert watched.errors == [] and watched.strangers == []
