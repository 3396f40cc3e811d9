"""Charts of studies: readings, strip plots and heat tables keep colours, marks and order, whatever else is drawn."""

import pandas as pd
import pytest

from kit import charts, theme
from kit.charts import ChartError
from kit.charts.special import heatmap

RESULTS = pd.DataFrame({
    "kind": ["found", "found", "harm", "harm"], "name": ["a", "b", "c", "d"], "change": [20.0, 30.0, -5.0, None],
    "reading": ["better", "no clear difference", "worse", "not tested here"],
})  # fmt: skip


def test_results_are_counted_by_kind_and_reading():
    figure = charts.special.readings(RESULTS, "kind", unit="results")
    assert {trace.name: dict(zip(trace.y, trace.x, strict=True)) for trace in figure.data} == {
        "better": {"found": 1},
        "no clear difference": {"found": 1},
        "not tested here": {"harm": 1},
        "worse": {"harm": 1},
    }
    assert figure.layout.barmode == "stack"


def test_with_a_value_each_result_is_a_mark_the_largest_on_top_and_a_gap_is_left_out():
    figure = charts.special.readings(RESULTS, "name", value="change", unit="%")
    assert {trace.name: list(trace.x) for trace in figure.data} == {
        "better": [20],
        "no clear difference": [30],
        "worse": [-5],
    }
    assert list(figure.layout.yaxis.categoryarray) == ["c", "a", "b"]


def test_a_reading_keeps_its_colour_and_its_mark_when_others_are_missing():
    alone = charts.special.readings(RESULTS[RESULTS.reading == "worse"], "name", value="change", unit="%").data[0]
    among = charts.special.readings(RESULTS, "name", value="change", unit="%").data[-1]
    assert (
        (alone.name, alone.marker.color, alone.marker.symbol)
        == (among.name, among.marker.color, among.marker.symbol)
        == ("worse", theme.HUES["red"].light, "x")
    )


def test_what_was_not_tested_is_hollow():
    bars = charts.special.readings(RESULTS, "kind", unit="results").data
    (bar,) = [trace for trace in bars if trace.name == "not tested here"]
    assert bar.marker.color == theme.BACKGROUND


def test_an_empty_table_draws_no_trace():
    assert not charts.special.readings(RESULTS.iloc[:0], "name", value="change", unit="%").data


def test_an_unknown_reading_is_refused_with_the_four_that_exist():
    with pytest.raises(charts.ChartError, match="“great” is no reading; there are: better"):
        charts.special.readings(RESULTS.assign(reading="great"), "kind", unit="results")


EFFECTS = pd.DataFrame({
    "kind": ["mixed", "standard", "mixed", "belief"], "effect": [0.86, 0.26, 0.6, 2.0], "study": ["A", "A", "B", "C"],
    "status": ["measured", "measured", "measured", "claim"],
})  # fmt: skip


def strip(frame=EFFECTS, **options):
    return charts.special.strip(frame, "kind", "effect", unit="SD", label="study", **options)


def test_every_result_is_a_mark_on_its_line_with_its_name():
    fact, claim, _ = strip().data
    assert list(zip(fact.hovertext, fact.y, fact.x, strict=True)) == [
        ("A", "mixed", 0.86),
        ("A", "standard", 0.26),
        ("B", "mixed", 0.6),
    ]
    assert (list(claim.y), claim.marker.symbol, claim.name) == (["belief"], "circle-open", "SD (claim)")


def test_each_line_of_facts_has_its_median_and_the_lines_keep_the_given_order_from_the_top():
    figure = strip(order=("belief", "mixed", "nothing", "standard"))
    assert dict(zip(figure.data[-1].y, figure.data[-1].x, strict=True)) == {
        "mixed": 0.73,
        "standard": 0.26,
    }
    assert list(figure.layout.yaxis.categoryarray) == ["standard", "mixed", "belief"]


def test_marks_that_are_pointed_out_are_larger_in_a_colour_of_their_own_and_the_others_keep_theirs():
    plain = {trace.name: trace.marker.color for trace in strip().data[:-1]}
    figure = strip(highlight=["A", "C"])
    pointed = [trace for trace in figure.data if trace.name.startswith("pointed out")]
    assert [list(trace.hovertext) for trace in pointed] == [["A", "A"], ["C"]]
    assert {trace.marker.color for trace in pointed} == {theme.HUES["red"].light}
    (rest,) = [trace for trace in figure.data[:-1] if trace not in pointed]
    assert (list(rest.hovertext), rest.marker.color) == (["B"], plain["SD"])
    assert min(trace.marker.size for trace in pointed) > rest.marker.size
    assert list(figure.data[-1].x) == list(strip().data[-1].x)


def test_a_row_without_a_value_is_left_out_and_an_empty_table_draws_nothing_but_an_empty_median():
    assert strip(EFFECTS.assign(effect=[0.8, None, 0.6, 2])).data[-1].x.tolist() == [0.7]
    assert len(strip(EFFECTS.iloc[:0]).data) == 1


def test_a_strip_names_a_missing_column():
    with pytest.raises(charts.ChartError, match="study"):
        strip(EFFECTS.drop(columns="study"))


def test_the_bar_stands_at_the_median_and_not_at_the_mean():
    frame = pd.DataFrame({"test": "own", "effect": [0.1, 0.2, 0.9], "study": ["A", "B", "C"]})
    assert list(charts.special.strip(frame, "test", "effect", unit="SD", label="study").data[-1].x) == [0.2]


def test_what_was_retracted_is_drawn_hollow_and_counts_in_no_median():
    gone = pd.DataFrame(
        {
            "kind": ["mixed", "opinion"],
            "effect": [0.9, 0.5],
            "study": ["R", "R"],
            "status": ["retracted", "retracted"],
        }
    )
    figure = strip(pd.concat([EFFECTS, gone]))
    hollow = next(trace for trace in figure.data if trace.marker.symbol == "circle-open")
    assert list(hollow.y) == ["belief", "mixed", "opinion"] and "retracted" in hollow.name
    middles = dict(zip(figure.data[-1].y, figure.data[-1].x, strict=True))
    assert middles == {"mixed": 0.73, "standard": 0.26}


MODELS = pd.DataFrame({
    "sector": ["health", "health", "culture and tourism", "law"],
    "place": ["Beijing", "Guangdong", "Beijing", "Guangdong"],
    "models": [20, 4, 3, 0],
})  # fmt: skip


def heat(frame=MODELS):
    return heatmap(frame, "sector", "place", "models", unit="models")


def test_every_number_stands_in_its_cell_and_rows_run_from_the_top_down():
    figure = heat()
    numbers = {(note.y, note.x): note.text for note in figure.layout.annotations[1:]}
    assert numbers == {
        ("health", "Beijing"): "20",
        ("health", "Guangdong"): "4",
        ("culture and tourism", "Beijing"): "3",
    }
    assert list(figure.layout.yaxis.categoryarray) == ["law", "culture and tourism", "health"]
    assert list(figure.data[0].x) == ["Beijing", "Guangdong"]


def test_a_gap_and_a_zero_stay_blank():
    cells = pd.DataFrame(heat().data[0].z, index=heat().data[0].y, columns=heat().data[0].x)
    assert cells.loc["law"].isna().all() and pd.isna(cells.loc["culture and tourism", "Guangdong"])


def test_the_ground_runs_from_paper_at_nothing_to_full_colour_at_the_largest():
    ground = heat().data[0]
    assert (ground.zmin, ground.zmax) == (0, 20)
    assert [colour for _, colour in ground.colorscale] == [theme.BACKGROUND, theme.HUES["blue"].light]


def test_a_number_on_a_dark_ground_is_written_in_the_colour_of_paper():
    colours = {note.text: note.font.color for note in heat().layout.annotations[1:]}
    assert colours == {"20": theme.BACKGROUND, "4": theme.TEXT, "3": theme.TEXT}


def test_a_long_name_of_a_row_goes_on_in_the_next_line():
    assert "culture and<br>tourism" in heat().layout.yaxis.ticktext


def test_an_empty_table_draws_nothing_and_does_not_fail():
    assert len(heat(MODELS.iloc[:0]).layout.annotations) == 1


def test_a_heat_table_names_a_missing_column():
    with pytest.raises(ChartError, match="no column “count”"):
        heatmap(MODELS, "sector", "place", "count", unit="models")
