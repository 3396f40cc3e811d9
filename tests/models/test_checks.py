"""What the models share: one sentence for each kind of wrong number, and scipy only when it is needed."""

import subprocess
import sys

import numpy as np
import pytest

from kit.models import checks


@pytest.mark.parametrize(
    ("check", "good", "bad", "sentence"),
    [
        (checks.need_shares, [0, 0.5, 1], [-0.1, 1.1, np.nan], "a share lies between 0 and 1: divide percent by 100."),
        (checks.need_positive, [1e-9, 3, np.inf], [0, -1, np.nan], "it must be above 0."),
        (checks.need_not_negative, [0, 3, np.inf], [-1e-9, np.nan], "it must be 0 or more."),
        (
            lambda **values: checks.need_counts(2, **values),
            [2, 3.0],
            [1, 2.5, np.nan, np.inf],
            "it must be a whole number from 2 up.",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
def test_a_wrong_number_is_named_with_what_is_allowed_alone_and_in_a_row(check, good, bad, sentence):
    check(rate=good, other=good[0])
    for wrong in bad:
        for given in (wrong, [good[0], wrong]):
            with pytest.raises(ValueError) as refused:
                check(first=good[0], rate=given)
            assert str(refused.value) == f"rate is {wrong:g}; {sentence}"


@pytest.mark.parametrize(
    ("x", "y"), [([1, 2], [1, 2]), ([1, 1, 2], [1, 2, 3]), ([1, 2, 3], [1, 2]), ([1, 2, np.nan], [1, 2, 3])]
)
def test_too_few_points_are_counted_in_the_sentence(x, y):
    with pytest.raises(ValueError, match=f"A line needs at least 3 different points.*found {len(x)} and {len(y)}"):
        checks.need_points("A line", 3, x, y)


def test_one_number_comes_back_as_a_float_and_several_as_an_array():
    assert type(checks.plain(np.float64(2))) is float
    assert checks.plain([1, 2]).dtype == float


def test_importing_the_kit_loads_no_part_of_scipy():
    code = "import sys, kit; print({'scipy.stats', 'scipy.optimize', 'scipy.special'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert found.stdout.strip() == "set()"
