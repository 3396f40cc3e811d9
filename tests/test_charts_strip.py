"""The strip plot: every result has its mark, every line its median, every group its colour."""

import pandas as pd
import pytest

from kit import charts, theme

EFFECTS = pd.DataFrame({
    "kind": ["mixed", "standard", "mixed", "belief"], "effect": [0.86, 0.26, 0.6, 2.0], "study": ["A", "A", "B", "C"],
    "tool": ["program", "program", "chatbot", "human"], "status": ["measured", "measured", "measured", "claim"],
})  # fmt: skip
GROUPS = ("human", "program", "chatbot")


def draw(frame=EFFECTS, **options):
    return charts.special.strip(frame, "kind", "effect", unit="SD", label="study", **options)


def test_every_result_is_a_mark_on_its_line_with_its_name():
    fact, claim, _ = draw().data
    assert list(zip(fact.hovertext, fact.y, fact.x, strict=True)) == [
        ("A", "mixed", 0.86),
        ("A", "standard", 0.26),
        ("B", "mixed", 0.6),
    ]
    assert (list(claim.y), claim.marker.symbol, claim.name) == (["belief"], "circle-open", "SD (claim)")


def test_each_line_has_its_median_and_the_lines_keep_the_given_order_from_the_top():
    figure = draw(order=("belief", "mixed", "nothing", "standard"))
    assert dict(zip(figure.data[-1].y, figure.data[-1].x, strict=True)) == {
        "belief": 2.0,
        "mixed": 0.73,
        "standard": 0.26,
    }
    assert list(figure.layout.yaxis.categoryarray) == ["standard", "mixed", "belief"]


def test_a_group_keeps_its_colour_when_another_is_missing():
    colours = {trace.name.split(" (")[0]: trace.marker.color for trace in draw(group="tool", groups=GROUPS).data[:-1]}
    fewer = {
        trace.name: trace.marker.color
        for trace in draw(EFFECTS[EFFECTS.tool != "human"], group="tool", groups=GROUPS).data[:-1]
    }
    assert colours == {name: theme.SERIES[place] for place, name in enumerate(GROUPS)}
    assert fewer == {name: colours[name] for name in ("program", "chatbot")}


def test_a_row_without_a_value_is_left_out_and_an_empty_table_draws_nothing_but_an_empty_median():
    assert len(draw(EFFECTS.assign(effect=[0.8, None, 0.6, 2])).data[-1].y) == 2
    assert len(draw(EFFECTS.iloc[:0]).data) == 1


def test_a_missing_column_is_named():
    with pytest.raises(charts.ChartError, match="study"):
        draw(EFFECTS.drop(columns="study"))


def test_the_bar_stands_at_the_median_and_not_at_the_mean():
    frame = pd.DataFrame({"test": "own", "effect": [0.1, 0.2, 0.9], "study": ["A", "B", "C"]})
    assert list(charts.special.strip(frame, "test", "effect", unit="SD", label="study").data[-1].x) == [0.2]


def test_what_was_retracted_is_drawn_hollow_and_counts_in_no_median():
    gone = pd.DataFrame(
        {
            "kind": ["mixed", "opinion"],
            "effect": [0.9, 0.5],
            "study": ["R", "R"],
            "tool": ["chatbot", "chatbot"],
            "status": ["retracted", "retracted"],
        }
    )
    figure = draw(pd.concat([EFFECTS, gone]))
    hollow = next(trace for trace in figure.data if trace.marker.symbol == "circle-open")
    assert list(hollow.y) == ["belief", "mixed", "opinion"] and "retracted" in hollow.name
    middles = dict(zip(figure.data[-1].y, figure.data[-1].x, strict=True))
    assert middles["mixed"] == 0.73 and "opinion" not in middles
