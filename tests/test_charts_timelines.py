"""A timeline: events in their lanes, hollow while they are not yet fact."""

import pandas as pd
import pytest

from kit import theme
from kit.charts import ChartError
from kit.charts.special import swimlanes

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
