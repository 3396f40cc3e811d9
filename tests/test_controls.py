"""Controls: the abbreviations of ``interact``, and a sentence for each that cannot work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.widgets import ControlError, MultiSelect, Select, Slider, Toggle
from kit.widgets.controls import as_control


@pytest.mark.parametrize(
    ("given_", "kind"),
    [
        ([1, 2], Select),
        ({"a": 1}, Select),
        (("a", "b"), Select),
        ((1, 5), Slider),
        ((0.0, 1.0, 0.1), Slider),
        (True, Toggle),
        (False, Toggle),
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
        (lambda: Slider(1, 5, 0), "step is 0: it must be greater than 0."),
        (lambda: Slider("1", 5), "A slider needs numbers"),
        (lambda: Slider(1, 5, default=9), "has no setting 9. It can be: 1, 2, 3, 4, 5."),
        (lambda: Slider(1, 5, embed_every=0), "embed_every is 0: it must be a whole number from 1 up."),
        (lambda: as_control("place", "China"), "The control “place” is 'China'. Use a list for a menu"),
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
