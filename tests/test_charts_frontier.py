"""The frontier of prices."""

import pandas as pd
import pytest

from kit import charts

OFFERS = pd.DataFrame(
    {
        "year": [2023.0, 2023.5, 2024.0, 2025.0],
        "price": [30.0, 5, 1, 200],
        "model": list("ABCD"),
        "able": [True, False, True, True],
    }
)


def draw(best=OFFERS.iloc[[0, 2]], frame=OFFERS):
    return charts.special.frontier(
        frame,
        "year",
        "price",
        able="able",
        label="model",
        unit="dollars",
        names=("able", "others"),
        best=best,
        marked=OFFERS.iloc[[3]],
    )


def test_the_able_and_the_others_are_two_traces_and_the_marked_one_is_named():
    others, able, _, named = draw().data
    assert (list(others.y), list(able.y), list(named.text)) == ([5], [30, 1, 200], ["D"])


def test_a_name_stands_towards_the_middle_of_the_chart():
    named = charts.special.frontier(
        *(OFFERS, "year", "price"),
        **{"able": "able", "label": "model", "unit": "dollars", "names": ("able", "others")},
        best=OFFERS[:0],
        marked=OFFERS.iloc[[0, 3]],
    ).data[-1]
    assert list(named.textposition) == ["top right", "top left"]


def test_the_best_price_falls_in_steps_and_holds_until_the_end():
    steps = draw().data[2]
    assert (list(steps.x), list(steps.y), steps.line.shape) == ([2023, 2024, 2025], [30, 1, 1], "hv")


def test_without_an_able_offer_there_is_no_line():
    assert [trace.name for trace in draw(best=OFFERS[:0]).data] == ["others", "able", "named"]


def test_a_missing_column_is_named():
    with pytest.raises(charts.ChartError, match="no column “able”"):
        draw(frame=OFFERS.drop(columns="able"))
