"""Vintages: each forecast has its own hollow line, what happened is solid."""

import pandas as pd
import pytest

from kit import charts, theme
from kit.charts.special.timelines import short_date

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


def draw(frame=SAID):
    return charts.special.vintages(frame, "year", "share", "said", "who", unit="%")


def test_forecasts_of_one_date_and_firm_are_one_hollow_dotted_line():
    first, second, _ = draw().data
    assert (list(first.x), list(first.y), first.name) == ([2024, 2027], [11, 43], "Counterpoint")
    assert first.line.dash == "dot" and first.marker.color == theme.BACKGROUND and second.name == "IDC"


def test_what_happened_is_solid_and_in_the_colour_of_ink():
    happened = draw().data[-1]
    assert (happened.name, list(happened.x), list(happened.y)) == ("what happened", [2024, 2025], [20, 36])
    assert happened.line.dash is None and happened.marker.color == happened.line.color == theme.TEXT


def test_dates_at_the_same_year_move_apart():
    notes = {note.text: note for note in draw().layout.annotations}
    assert notes["Jan 25"].x == notes["Apr 24"].x == 2027
    assert notes["Jan 25"].y - notes["Apr 24"].y > 2


def test_a_firm_stands_once_in_the_line_of_colours():
    more = pd.concat([SAID, SAID[SAID.status == "forecast"].assign(said="2025-06")])
    shown = [trace.name for trace in draw(more).data if trace.showlegend is not False]
    assert sorted(shown) == ["Counterpoint", "IDC", "what happened"]


def test_without_outcome_or_without_anything_it_still_draws():
    assert len(draw(SAID[SAID.status == "forecast"]).data) == 2
    assert len(draw(SAID.iloc[:0]).data) == 0


def test_values_below_zero_stay_on_the_axis():
    assert draw(SAID.assign(share=-SAID.share)).layout.yaxis.range[0] == -44


@pytest.mark.parametrize(
    ("when", "words"),
    [("2024-04", "Apr 24"), ("2024-09-25", "Sep 24"), ("2026", "2026"), ("2025, before November", "2025")],
)
def test_a_date_becomes_a_short_label(when, words):
    assert short_date(when) == words


def test_a_missing_column_is_refused():
    with pytest.raises(charts.ChartError, match="no column “who”"):
        draw(SAID.drop(columns="who"))
