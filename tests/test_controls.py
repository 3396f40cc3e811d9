"""Controls: the abbreviations of ``interact``, and a sentence for each that cannot work."""

import itertools
import json
import math
import os
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.widgets import ControlError, MultiSelect, Select, Slider, Toggle
from kit.widgets.shorthand import as_control


@pytest.mark.parametrize(
    ("given_", "kind"),
    [
        ([1, 2], Select),
        ({"a": 1}, Select),
        (("a", "b"), Select),
        ((1, 5), Slider),
        ((0.0, 1.0, 0.1), Slider),
        ((Fraction(0), Decimal(1)), Slider),
        ((np.int64(2000), np.float32(2001)), Slider),
        ((True, False), Select),
        ((date(2024, 1, 1), date(2025, 1, 1)), Select),
        ([("one", 10), ("two", 20)], Select),
        (range(3), Select),
        (np.array([1, 2]), Select),
        (pd.Index(["a", "b"]), Select),
        (pd.Series(["a", "b", "a"]).unique(), Select),
        (pd.Series([1, 2]), Select),
        ({"a": 1}.keys(), Select),
        ({"a": 1}.values(), Select),
        ({"a": 1}.items(), Select),
        ((letter for letter in "ab"), Select),
        (True, Toggle),
        (False, Toggle),
        (np.True_, Toggle),
    ],
)
def test_an_abbreviation_stands_for_the_control_that_interact_would_make(given_, kind):
    assert type(as_control("name", given_)) is kind


def test_a_control_is_named_after_its_argument_unless_it_has_a_label():
    mine = Slider(1, 2)
    assert as_control("true_gain", mine).label == "True gain"
    assert as_control("true_gain", Slider(1, 2, label="Gain")).label == "Gain"
    assert mine.label == "", "one control may serve two explorers"


def test_a_dict_shows_its_keys_and_gives_its_values():
    choice = Select({"share of the world": "share", "index": "index_2012"}, default="index")
    assert choice.labels == ("share of the world", "index")
    assert choice.value(choice.default) == "index_2012"


def test_many_gives_the_ticked_options_in_their_order():
    many = MultiSelect(["China", "Japan", "Germany"], default=["Germany", "China"])
    assert many.value(many.default) == ["China", "Germany"]
    assert many.describe(0) == "none"
    assert len(many.settings()) == 8


@given(st.integers(-50, 50), st.integers(1, 60), st.sampled_from([1, 2, 5, 0.5, 0.1, 0.25]))
def test_a_slider_reaches_its_settings_exactly_and_stays_within_its_bounds(low, width, step):
    slider = Slider(low, low + width, step)
    assert slider.options[0] == low and slider.options[-1] <= low + width + 1e-9
    for index, value in enumerate(slider.options):
        assert abs(value - (low + index * step)) < 1e-9
        assert slider.index(value) == index
    assert len(set(slider.labels)) == len(slider.labels)


def test_a_year_has_no_comma_and_a_large_number_has():
    assert Slider(2012, 2013).labels == ("2012", "2013")
    assert Slider(10_000, 20_000, 10_000).labels == ("10,000", "20,000")
    assert Slider(0, 1, 0.5).labels == ("0.0", "0.5", "1.0")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Select([]), "Select has no options: give at least one."),
        (lambda: Select({}), "Select has no options: give at least one."),
        (lambda: Select(["a", "a"]), "Select has the option “a” twice: give every option its own label."),
        (lambda: Select("abc"), "Select takes a list or a dict of options, not 'abc'."),
        (lambda: Select(["a", "b"], default="c"), "has no setting 'c'. It can be: a, b."),
        (lambda: MultiSelect(range(13)), "MultiSelect has 13 options and allows 12"),
        (lambda: MultiSelect(["a"], default="a"), "takes a list of options, not 'a'."),
        (lambda: Slider(5, 1), "bounds are reversed or equal: from 5 to 1. Write the smaller number first."),
        (lambda: Slider(1, 1), "bounds are reversed or equal"),
        (lambda: Select({"a", "b"}), "Select was given a set, which has no order: write sorted({…}) or a list."),
        (lambda: Select([("a", 1), ("a", 2)]), "Select has the option “a” twice"),
        (lambda: Select(iter(range(10**9))), "Select has more than 10,000 options: offer fewer, or use a slider."),
        (lambda: Slider(0, float("inf")), "A slider needs finite numbers, not (0, inf)"),
        (lambda: Slider(float("nan"), 1), "A slider needs finite numbers"),
        (lambda: Slider(0, 10**40), "has too many settings: give it a longer step."),
        (lambda: Slider(0, 10**6, default=-1), "has no setting -1. It can be: 0, 1, 2, 3, 4, 5, 6, 7 … 1,000,000."),
        (lambda: Slider(1, 5, steps=[1, 2]), "A slider has either bounds or steps"),
        (lambda: Slider(steps=[1, 5, 2]), "steps go from small to large, each once"),
        (lambda: Slider(steps=["a"]), "steps are finite numbers"),
        (lambda: Slider(steps=[]), "A slider takes 1 to 10,000 steps"),
        (lambda: Slider(), "A slider needs numbers"),
        (lambda: Slider(1, 5, 0), "step is 0: it must be greater than 0."),
        (lambda: Slider("1", 5), "A slider needs numbers"),
        (lambda: Slider(1, 5, default=9), "has no setting 9. It can be: 1, 2, 3, 4, 5."),
        (lambda: Slider(1, 5, embed_every=0), "embed_every is 0: it must be a whole number from 1 up."),
        (lambda: as_control("place", "China"), "The control “place” is 'China'. Use a list for a menu"),
        (lambda: as_control("t", {1, 2}), "Select was given a set"),
        (lambda: as_control("n", 5), "The control “n” is 5. Use a list for a menu"),
    ],
)
def test_what_cannot_work_gets_one_sentence(make, sentence):
    with pytest.raises(ControlError) as caught:
        make()
    assert sentence in str(caught.value)


def test_all_boxes_are_ticked_at_the_start_unless_said_otherwise():
    many = MultiSelect(["China", "Japan", "Germany"])
    assert many.value(many.default) == ["China", "Japan", "Germany"]
    assert MultiSelect(["China", "Japan"], default=[]).default == 0


@pytest.mark.parametrize(("bounds", "last"), [((2012, 2023), 2023), ((0.0, 1.0, 0.1), 1.0), ((1, 10, 4), 9)])
def test_a_slider_ends_at_its_upper_bound_or_at_the_last_step_below(bounds, last):
    slider = Slider(*bounds)
    assert slider.options[-1] == last and list(slider.settings()) == list(range(len(slider.options)))


@pytest.mark.parametrize(
    "pairs", [[("one", 10), ("two", 20)], (("one", 10), ("two", 20)), {"one": 10, "two": 20}.items()]
)
def test_pairs_are_labels_and_values(pairs):
    assert (Select(pairs).labels, Select(pairs).options) == (("one", "two"), (10, 20))


class Stubborn:
    """An object that cannot be compared."""

    def __eq__(self, other):
        raise RuntimeError("I do not compare.")

    __hash__ = None


anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=True),
    st.lists(st.integers()),
    st.builds(Stubborn),
    st.builds(lambda n: np.arange(n), st.integers(0, 3)),
    st.builds(lambda n: pd.DataFrame({"a": range(n)}), st.integers(0, 3)),
    st.builds(lambda: pd.NaT),
    st.builds(lambda: pd.NA),
    st.builds(lambda: lambda: None),
)


@given(st.lists(anything, min_size=1, max_size=8))
def test_any_object_can_be_an_option_and_is_found_by_itself_and_by_its_label(options):
    select = Select({f"option {place}": option for place, option in enumerate(options)})
    for place, option in enumerate(options):
        assert select.value(place) is option
        assert options[select.index(option)] is option
        assert select.index(f"option {place}") == place


def test_what_has_no_short_words_is_named_by_its_kind_and_place():
    options = [
        pd.DataFrame({"a": [1]}),
        np.arange(100),
        lambda: 1,
        Stubborn(),
        None,
        math.nan,
        math.sqrt,
        date(2024, 1, 5),
    ]
    assert Select(options).labels == (
        "DataFrame 1", "ndarray 2", "function 3", "Stubborn 4", "None", "nan", "sqrt", "2024-01-05",
    )  # fmt: skip
    assert Select(pd.to_datetime(["2024-01-01"])).labels == ("2024-01-01",)


@pytest.mark.parametrize(
    ("bounds", "count", "third"),
    [
        ((0.0, 1.0), 101, 0.02),
        ((0, 0.5), 101, 0.01),
        ((1e-5, 1e-3, 1e-5), 100, 3e-5),
        ((0, 1, Fraction(1, 3)), 4, 2 / 3),
        ((Decimal("0.1"), Decimal("0.7"), Decimal("0.1")), 7, 0.3),
        ((0, 0.9, 0.1 + 0.2), 4, 0.6),
        ((np.float32(0.1), 1, np.float32(0.1)), 10, 0.3),
        ((0, math.pi, math.pi / 10), 11, math.pi / 5),
        ((1e22, 1e24, 1e22), 100, 3e22),
        ((1e-30, 5e-30, 1e-30), 5, 3e-30),
        ((0, 10**9), 10**9 + 1, 2),
        ((-1.0, 1.0), 101, -0.96),
    ],
)
def test_any_sensible_grid_is_met_and_every_setting_has_words_of_its_own(bounds, count, third):
    slider = Slider(*bounds)
    assert len(slider.settings()) == count
    assert slider.value(2) == pytest.approx(third, rel=1e-12)
    assert len({slider.describe(place) for place in range(min(count, 200))}) == min(count, 200)
    for place in (0, 1, count // 2, count - 1):
        assert slider.index(slider.value(place)) == place == slider.index(slider.describe(place))


def test_a_long_slider_lists_nothing():
    spec = Slider(0, 10**12).to_spec("n")
    assert len(json.dumps(spec)) < 300 and spec["grid"]["count"] == 10**12 + 1


def test_uneven_steps_are_taken_as_they_are():
    slider = Slider(steps=[1, 2, 5, 10.5, 20_000], default=5)
    assert slider.default == 2 and slider.value(3) == 10.5
    assert slider.to_spec("n")["options"] == ["1", "2", "5", "10.5", "20,000"]


def test_a_slider_says_the_same_in_both_languages():
    node = shutil.which("node")
    if not node:
        assert not os.environ.get("KIT_REQUIRE_NODE"), "no Node.js on this computer"
        pytest.skip("no Node.js on this computer")
    numbers = [Fraction(n, d) for n, d in itertools.product([-20_000, -7, -1, 0, 3, 9_990], [1, 4, 10, 1000])]
    sliders = [
        Slider(low, low + 30 * step, step)
        for low in numbers
        for step in map(Fraction, ("1", "5", "0.1", "1/3", "0.025"))
    ]
    root = Path(__file__).parents[1]
    script = """
        await import(process.argv[1] + "/tests/front/setup.js");
        const { gridText } = await import(process.argv[1] + "/kit/widgets/front/logic/settings.js");
        let text = "";
        for await (const chunk of process.stdin) text += chunk;
        const write = ({ grid }) => Array.from({ length: grid.count }, (_, i) => gridText(grid, i));
        console.log(JSON.stringify(JSON.parse(text).map(write)));
    """
    said = subprocess.run(
        [node, "--input-type=module", "-e", script, root.as_uri()],
        input=json.dumps([slider.to_spec("n") for slider in sliders]),
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert json.loads(said.stdout) == [list(slider.labels) for slider in sliders]
