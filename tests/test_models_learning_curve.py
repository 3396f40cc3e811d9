"""The learning curve: how much cheaper with each doubling, and how much that depends on the window."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.data import load
from kit.models import fit_learning_curve


@given(
    st.floats(0.01, 1e6), st.floats(-0.5, 0.9), st.lists(st.integers(1, 10**6), min_size=3, max_size=20, unique=True)
)
def test_a_known_curve_is_recovered(first_price, rate, made):
    made = np.sort(np.array(made, dtype=float))
    price = first_price * made ** np.log2(1 - rate)
    fit = fit_learning_curve(made, price)
    assert fit.rate == pytest.approx(rate, abs=1e-6)
    assert fit.a == pytest.approx(first_price, rel=1e-3)
    np.testing.assert_allclose(fit.price(made), price, rtol=1e-5)


def test_a_doubling_lowers_the_fitted_price_by_the_rate():
    fit = fit_learning_curve([1, 3, 9, 20], [50, 41, 30, 27])
    assert fit.price(200) == pytest.approx(fit.price(100) * (1 - fit.rate))
    assert fit.rate == pytest.approx(1 - 2**fit.b)


def test_scatter_that_is_even_on_both_sides_leaves_the_rate_unchanged():
    made = np.array([1.0, 1, 2, 2, 4, 4, 8, 8])
    fit = fit_learning_curve(made, 100 * made ** np.log2(0.8) * np.array([1.1, 1 / 1.1] * 4))
    assert fit.rate == pytest.approx(0.2)
    assert fit.a == pytest.approx(100)


def test_the_unit_of_price_changes_the_level_but_not_the_rate():
    yen, thousand = fit_learning_curve([1, 2, 5], [9, 7, 4]), fit_learning_curve([1, 2, 5], [9000, 7000, 4000])
    assert thousand.rate == pytest.approx(yen.rate)
    assert thousand.a == pytest.approx(1000 * yen.a)


@pytest.mark.parametrize(("since", "rate"), [(1978, -0.08), (1991, 0.12), (2000, 0.27)])
def test_the_rate_of_robots_sold_at_home_in_japan_changes_its_sign_with_the_window(since, rate):
    home = load("japan_robot_prices").query("destination == 'domestic'").sort_values("year")
    made = home["robots"].cumsum()  # always from 1978: a window shortens what is fitted, not what was made
    window = home["year"] >= since
    assert home["year"].min() == 1978
    assert round(fit_learning_curve(made[window], home["unit_value_million_jpy"][window]).rate, 2) == rate


@pytest.mark.parametrize(
    ("made", "paid"),
    [
        ([], []),
        ([1], [10]),
        ([1, 2], [10]),
        ([0, 2], [10, 9]),
        ([1, 2], [10, 0]),
        ([-1, 2], [10, 9]),
        ([1, 2], [10, -9]),
        ([1, float("nan")], [10, 9]),
    ],
)
def test_too_few_points_or_points_not_above_zero_are_refused_with_a_sentence(made, paid):
    with pytest.raises(ValueError, match="at least two points, with cumulative units and prices above 0"):
        fit_learning_curve(made, paid)
