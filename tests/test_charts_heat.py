"""The heat table: numbers in their cells, gaps blank, readable on their ground."""

import pandas as pd
import pytest

from kit import theme
from kit.charts import ChartError
from kit.charts.special import heatmap

MODELS = pd.DataFrame({
    "sector": ["health", "health", "culture and tourism", "law"],
    "place": ["Beijing", "Guangdong", "Beijing", "Guangdong"],
    "models": [20, 4, 3, 0],
})  # fmt: skip


def draw(frame=MODELS):
    return heatmap(frame, "sector", "place", "models", unit="models")


def test_every_number_stands_in_its_cell_and_rows_run_from_the_top_down():
    figure = draw()
    numbers = {(note.y, note.x): note.text for note in figure.layout.annotations[1:]}
    assert numbers == {
        ("health", "Beijing"): "20",
        ("health", "Guangdong"): "4",
        ("culture and tourism", "Beijing"): "3",
    }
    assert list(figure.layout.yaxis.categoryarray) == ["law", "culture and tourism", "health"]
    assert list(figure.data[0].x) == ["Beijing", "Guangdong"]


def test_a_gap_and_a_zero_stay_blank():
    cells = pd.DataFrame(draw().data[0].z, index=draw().data[0].y, columns=draw().data[0].x)
    assert cells.loc["law"].isna().all() and pd.isna(cells.loc["culture and tourism", "Guangdong"])


def test_the_ground_runs_from_paper_at_nothing_to_full_colour_at_the_largest():
    ground = draw().data[0]
    assert (ground.zmin, ground.zmax) == (0, 20)
    assert [colour for _, colour in ground.colorscale] == [theme.BACKGROUND, theme.HUES["blue"].light]


def test_a_number_on_a_dark_ground_is_written_in_the_colour_of_paper():
    colours = {note.text: note.font.color for note in draw().layout.annotations[1:]}
    assert colours == {"20": theme.BACKGROUND, "4": theme.TEXT, "3": theme.TEXT}


def test_a_long_name_of_a_row_goes_on_in_the_next_line():
    assert "culture and<br>tourism" in draw().layout.yaxis.ticktext


def test_an_empty_table_draws_nothing_and_does_not_fail():
    assert len(draw(MODELS.iloc[:0]).layout.annotations) == 1


def test_a_missing_column_is_named():
    with pytest.raises(ChartError, match="no column “count”"):
        heatmap(MODELS, "sector", "place", "count", unit="models")
