"""What holds for every chart: the kit's template, colours with a dark variant, and who calls it."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
import pytest
from chart_parts import MIXED

from kit import charts, theme
from kit.charts import special

LESSONS = sorted((Path(__file__).parents[1] / "notebooks").glob("[0-9]*.ipynb"))
TABLE = pd.DataFrame(
    {
        "year": [2023, 2024, 2025],
        "name": ["A", "B", "C"],
        "of": ["", "A", "A"],
        "value": [3.0, 5, 9],
        "other": [2.0, 4, 7],
        "status": ["official", "official", "claim"],
        "reading": ["better", "not tested here", "worse"],
        "latitude": [30.0, 35, 40],
        "longitude": [110.0, 115, 120],
        "able": [True, False, True],
        "date": ["2025", "2025-03", "2025-03-05"],
    }
)
FIGURES = {
    "lines": lambda: charts.lines(TABLE, "year", "value", "name", unit="u", breaks=[(2024, "new")]),
    "bars": lambda: charts.bars(TABLE, "year", "value", unit="u"),
    "ranking": lambda: charts.ranking(TABLE, "name", "value", unit="u"),
    "histogram": lambda: charts.histogram(np.arange(5.0), np.arange(5) > 3, unit="u", names=("a", "b"), claim=(1, "c")),
    "scatter": lambda: charts.scatter(TABLE, "value", "other", unit_x="u", unit_y="v", label="name"),
    "dots": lambda: charts.dots(TABLE, "name", "value", unit="u"),
    "slope_chart": lambda: charts.slope_chart(TABLE, "name", "value", "other", heads=("a", "b"), unit="u"),
    "stock_and_flows": lambda: special.stock_and_flows(
        TABLE, "year", arrivals="other", retirements="other", stock="value", unit="u"
    ),
    "roofline": lambda: special.roofline(TABLE, "name", "value", "other", at=8, unit="u", unit_x="v"),
    "distributions": lambda: special.distributions(TABLE, "year", "value", "status", unit="u", unit_x="v"),
    "icon_array": lambda: special.icon_array({"flagged": (12, 95), "not flagged": (1, 9892)}),
    "open_bars": lambda: special.open_bars(TABLE, "name", ["value"], "other", filled=3, unit="u"),
    "point_map": lambda: special.point_map(TABLE, "name", size="value", flows=[("A", "B", 10)]),
    "tree": lambda: special.tree(TABLE, "name", "of", "name", group="status"),
    "bipartite": lambda: special.bipartite(2, 3, 1),
    "frontier": lambda: special.frontier(
        TABLE, "year", "value", able="able", label="name", unit="u", names=("a", "b"), best=TABLE[:1], marked=TABLE[2:]
    ),
    "readings": lambda: special.readings(TABLE, "name", unit="u"),
    "strip": lambda: special.strip(TABLE, "name", "value", unit="u", label="name"),
    "heatmap": lambda: special.heatmap(TABLE, "name", "status", "value", unit="u"),
    "swimlanes": lambda: special.swimlanes(TABLE, "date", "name", "name", unit="u", marked=(("2025", "x"),)),
    "tiles": lambda: special.tiles(
        TABLE, "name", "name", rows="ABC", group="status", groups=["official", "claim"], hover="name"
    ),
}
MARKS = {
    "band",
    "hband",
    "join",
    "label",
    "observed",
    "reference",
    "vbands",
    "vline",
    "equal_shares",
}  # on finished figures


def test_the_list_below_holds_every_chart():
    public = {name for home in (charts, special) for name in home.__all__}
    assert set(FIGURES) == public - MARKS - {"PROVISIONAL", "ChartError", "special"}


def test_the_kit_leaves_plotly_its_own_default_template():
    assert pio.templates.default == "plotly"
    assert go.Figure().layout.template.layout.meta is None


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_carries_the_template_of_the_kit_and_only_colours_that_have_a_dark_variant(name):
    figure = FIGURES[name]()
    assert figure.layout.template.layout.meta == "kit"
    assert figure.layout.template.layout.font.family == theme.FONT
    figure.layout.template = None
    used = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", figure.to_json()))
    assert used and used <= set(theme.dark_variants())


@pytest.mark.parametrize("name", special.__all__)
def test_a_special_chart_is_called_by_one_lesson(name):
    callers = [path.stem for path in LESSONS if f"kit.charts.special.{name}(" in path.read_text(encoding="utf-8")]
    assert len(callers) == 1


@pytest.mark.parametrize("name", [name for name in FIGURES if name in charts.__all__])
def test_a_general_chart_serves_several_lessons(name):
    callers = [path.stem for path in LESSONS if f"kit.charts.{name}(" in path.read_text(encoding="utf-8")]
    assert len(callers) > 1


ROBOTS = pd.DataFrame(
    {"year": [2023, 2022, 2022, 2023], "robots": [276, 290, 50, 46], "place": ["China", "China", "Japan", "Japan"]}
)


def draw(frame=ROBOTS, **options):
    return charts.lines(frame, "year", "robots", "place", unit="thousand robots", **options)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda frame: charts.lines(frame, "year", "cars", "place", unit=""),
        lambda frame: charts.ranking(frame, "place", "cars", unit=""),
        lambda frame: charts.special.stock_and_flows(
            frame, "year", arrivals="cars", retirements="robots", stock="robots", unit=""
        ),
    ],
)
def test_a_missing_column_is_named_together_with_those_there_are(wrong):
    with pytest.raises(charts.ChartError, match=r"no column “cars”\. It has: year, robots, place"):
        wrong(ROBOTS)


def test_the_frame_is_left_as_it_was():
    before = ROBOTS.copy()
    draw(highlight="China", zero=False)
    charts.ranking(ROBOTS, "place", "robots", unit="")
    pd.testing.assert_frame_equal(ROBOTS, before)


@pytest.mark.parametrize(
    "chart",
    [
        lambda f: charts.bars(f, "year", "no", unit=""),
        lambda f: charts.dots(f, "year", "no", unit=""),
        lambda f: charts.scatter(f, "year", "no", unit_x="", unit_y=""),
    ],
)
def test_a_missing_column_is_named(chart):
    with pytest.raises(charts.ChartError, match=r"no column “no”\. It has: year"):
        chart(MIXED)


def test_years_are_whole_and_have_no_comma():
    assert charts.bars(MIXED, "year", "models", unit="models").layout.xaxis.tickformat == "d"
    assert draw().layout.xaxis.dtick == 1
    assert (
        charts.lines(
            ROBOTS.assign(year=[0.5, 1.5, 0.5, 1.5]), "year", "robots", "place", unit=""
        ).layout.xaxis.tickformat
        is None
    )
