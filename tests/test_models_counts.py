"""Two counts compared: what must hold, and examples from print and from the reports."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from kit.data import load
from kit.models import compare_counts

COUNTS = st.integers(0, 200)
LENGTHS = st.floats(0.1, 1e6)


@given(COUNTS, COUNTS, LENGTHS, LENGTHS)
def test_a_p_value_is_between_0_and_1_and_the_splits_add_up_to_1(earlier, later, a, b):
    found = compare_counts(earlier, later, earlier_length=a, later_length=b)
    assert 0 <= found.one_sided <= found.p_value <= 1
    assert found.split.shape == (earlier + later + 1,) and found.split.sum() == pytest.approx(1)


@given(COUNTS, COUNTS, LENGTHS, LENGTHS)
def test_the_one_sided_chance_is_that_of_the_exact_binomial_test(earlier, later, a, b):
    found = compare_counts(earlier, later, earlier_length=a, later_length=b)
    if earlier + later:
        tails = [binomtest(later, earlier + later, b / (a + b), side).pvalue for side in ("greater", "less")]
        assert found.one_sided == pytest.approx(min(tails), rel=1e-6, abs=1e-12)


@given(COUNTS, COUNTS)
def test_turning_the_texts_round_changes_nothing(earlier, later):
    assert compare_counts(earlier, later).p_value == pytest.approx(compare_counts(later, earlier).p_value)


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_wider_gap_is_never_more_likely(earlier, more):
    assert (
        compare_counts(earlier, earlier + more + 1).p_value <= compare_counts(earlier, earlier + more).p_value + 1e-12
    )


@given(COUNTS, LENGTHS)
def test_at_an_equal_rate_nothing_is_unlikely(count, length):
    found = compare_counts(count, count, earlier_length=length, later_length=length)
    assert found.p_value == 1 and found.ratio == 1 and found.expected == count


def test_the_seeds_of_przyborowski_and_wilenski():
    """No dodder seed in 100 g before shipping and three in 100 g after: 1/8 by the conditional test (1940)."""
    found = compare_counts(0, 3, earlier_length=100, later_length=100)
    assert found.one_sided == pytest.approx(0.125) and found.p_value == pytest.approx(0.25)
    assert found.ratio == np.inf


def report(term):
    counts = load("report_mentions").query("term == @term and language == 'zh'").set_index("year")["count"]
    lengths = load("report_texts").query("language == 'zh'").set_index("year")["length"]
    return compare_counts(counts[2023], counts[2025], earlier_length=lengths[2023], later_length=lengths[2025])


def test_three_mentions_of_ai_are_not_more_than_one_and_twenty_five_of_talent_are_more_than_five():
    assert report("artificial_intelligence").p_value == pytest.approx(0.62, abs=0.005)
    assert report("artificial_intelligence").one_sided == pytest.approx(0.31, abs=0.005)
    assert report("talent").p_value == pytest.approx(0.0003, abs=0.00005)
    assert compare_counts(1, 3).p_value == 0.625


@pytest.mark.parametrize("counts", [(-1, 2), (1, 2.5)])
def test_a_count_that_is_no_whole_number_from_0_is_refused_with_a_sentence(counts):
    with pytest.raises(ValueError, match="must be a whole number from 0 up"):
        compare_counts(*counts)


def test_a_text_without_length_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="need a length above 0"):
        compare_counts(1, 2, later_length=0)
