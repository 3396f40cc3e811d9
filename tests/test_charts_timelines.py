"""Timelines: events in their lanes, forecasts by the date when they were said, hollow while they are not yet fact."""

import pandas as pd
import pytest

from kit import charts, theme
from kit.charts import ChartError
from kit.charts.special import swimlanes
from kit.charts.special.timelines import short_date

EVENTS = pd.DataFrame({
    "date": ["2017-07-20", "2025", "2025-03", "2027-01-01"],
    "kind": ["policy", "model", "policy", "policy"],
    "what": ["plan", "R1", "report", "goal"],
    "status": ["official", "measured", "official", "target"],
})  # fmt: skip


def lanes(**options):
    return swimlanes(EVENTS, "date", "kind", "what", unit="events", **options)


def test_an_event_stands_in_its_lane_and_a_vague_date_in_the_middle_of_its_span():
    policy, model = lanes().data
    assert (policy.name, list(policy.x), set(policy.y)) == (
        "policy",
        ["2017-07-20", "2025-03-15", "2027-01-01"],
        {"policy"},
    )
    assert (list(model.x), list(model.hovertext)) == (["2025-07-01"], ["R1"])


def test_lanes_stand_in_the_order_of_the_table_the_first_on_top():
    assert list(lanes().layout.yaxis.categoryarray) == ["model", "policy"]


def test_what_is_not_yet_fact_is_hollow():
    assert list(lanes().data[0].marker.symbol) == ["circle", "circle", "circle-open"]


def test_two_marked_dates_get_a_line_and_a_letter():
    figure = lanes(marked=(("2017", "then"), ("2025-03-05", "now")))
    assert [shape.x0 for shape in figure.layout.shapes] == ["2017-07-01", "2025-03-05"]
    letters = figure.layout.annotations[1:]
    # A stands left of its line and B right of its own: two lines that are near leave both letters readable.
    assert [(note.text, note.xanchor, note.xshift) for note in letters] == [
        ("<b>A</b>", "right", -3),
        ("<b>B</b>", "left", 3),
    ]


def test_every_colour_has_a_dark_twin():
    dark_variants = theme.dark_variants()
    assert all(trace.marker.color in dark_variants for trace in lanes(marked=(("2017", "a"),)).data)


def test_no_events_give_an_empty_chart():
    assert len(swimlanes(EVENTS.iloc[:0], "date", "kind", "what", unit="events").data) == 0


def test_a_word_that_is_no_date_and_a_missing_column_are_refused_with_a_sentence():
    with pytest.raises(ChartError, match="“soon” is no date: write 2025, 2025-03 or 2025-03-05"):
        swimlanes(EVENTS.assign(date="soon"), "date", "kind", "what", unit="events")
    with pytest.raises(ChartError, match="no column “day”"):
        swimlanes(EVENTS, "day", "kind", "what", unit="events")


SAID = pd.DataFrame(
    [
        (2024, 11, "2024-04", "Counterpoint", "forecast"),
        (2027, 43, "2024-04", "Counterpoint", "forecast"),
        (2027, 44, "2025-01", "IDC", "forecast"),
        (2024, 20, "2025-03", "Counterpoint", "estimate"),
        (2025, 36, "2026", "Counterpoint", "estimate"),
    ],
    columns=["year", "share", "said", "who", "status"],
)


def vintages(frame=SAID):
    return charts.special.vintages(frame, "year", "share", "said", "who", unit="%")


def test_forecasts_of_one_date_and_firm_are_one_hollow_dotted_line():
    first, second, _ = vintages().data
    assert (list(first.x), list(first.y), first.name) == ([2024, 2027], [11, 43], "Counterpoint")
    assert first.line.dash == "dot" and first.marker.color == theme.BACKGROUND and second.name == "IDC"


def test_what_happened_is_solid_and_in_the_colour_of_ink():
    happened = vintages().data[-1]
    assert (happened.name, list(happened.x), list(happened.y)) == ("what happened", [2024, 2025], [20, 36])
    assert happened.line.dash is None and happened.marker.color == happened.line.color == theme.TEXT


def test_rows_in_any_order_give_lines_in_the_order_of_the_years():
    *forecasts, happened = vintages(SAID[::-1]).data
    assert (list(happened.x), list(happened.y)) == ([2024, 2025], [20, 36])
    (counterpoint,) = [trace for trace in forecasts if trace.name == "Counterpoint"]
    assert (list(counterpoint.x), list(counterpoint.y)) == ([2024, 2027], [11, 43])


def test_dates_at_the_same_year_move_apart():
    notes = {note.text: note for note in vintages().layout.annotations}
    assert notes["Jan 25"].x == notes["Apr 24"].x == 2027
    assert notes["Jan 25"].y - notes["Apr 24"].y > 2


def test_a_firm_stands_once_in_the_line_of_colours():
    more = pd.concat([SAID, SAID[SAID.status == "forecast"].assign(said="2025-06")])
    shown = [trace.name for trace in vintages(more).data if trace.showlegend is not False]
    assert sorted(shown) == ["Counterpoint", "IDC", "what happened"]


def test_without_outcome_or_without_anything_it_still_draws():
    assert len(vintages(SAID[SAID.status == "forecast"]).data) == 2
    assert len(vintages(SAID.iloc[:0]).data) == 0


def test_values_below_zero_stay_on_the_axis():
    assert vintages(SAID.assign(share=-SAID.share)).layout.yaxis.range[0] == -44


@pytest.mark.parametrize(
    ("when", "words"),
    [("2024-04", "Apr 24"), ("2024-09-25", "Sep 24"), ("2026", "2026"), ("2025, before November", "2025")],
)
def test_a_date_becomes_a_short_label(when, words):
    assert short_date(when) == words


def test_vintages_refuse_a_missing_column():
    with pytest.raises(charts.ChartError, match="no column “who”"):
        vintages(SAID.drop(columns="who"))
