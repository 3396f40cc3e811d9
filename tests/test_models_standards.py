"""Standards: connectors, and who joins whom."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import adopt, connectors

COUNTS = st.integers(0, 500)
WORTH = st.floats(0, 20)
LEADS = st.floats(0.26, 0.95)
CROSSING = st.floats(0, 1)


def test_five_programs_and_ten_tools():
    assert (connectors(5, 10), connectors(5, 10, 1), connectors(5, 10, 2)) == (50, 15, 30)


@given(COUNTS, COUNTS)
def test_from_two_of_each_up_one_standard_never_needs_more(programs, tools):
    if min(programs, tools) >= 2:
        assert connectors(programs, tools, 1) <= connectors(programs, tools)


@given(st.integers(1, 100), st.integers(1, 100), st.integers(1, 20))
def test_standards_stop_saving_where_their_number_reaches_the_harmonic_half(programs, tools, standards):
    saves = connectors(programs, tools, standards) < connectors(programs, tools)
    assert saves == (standards < programs * tools / (programs + tools))


def test_nothing_is_counted_below_zero():
    with pytest.raises(ValueError, match="from 0 up"):
        connectors(-1, 2)


@given(WORTH, WORTH, WORTH, CROSSING, LEADS)
def test_shares_are_shares_and_the_leader_never_loses(fit, network, switching, gateway, leader):
    shares = adopt(fit, network, switching, gateway=gateway, leader=leader).shares
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    assert (shares >= -1e-12).all() and (np.diff(shares[:, 0]) >= -1e-12).all()


@given(WORTH, WORTH, WORTH, LEADS)
def test_dearer_moves_never_help_the_leader(fit, network, switching, leader):
    cheap, dear = (adopt(fit, network, s, leader=leader).shares[-1, 0] for s in (switching, switching + 1))
    assert dear <= cheap + 1e-9


@given(
    st.floats(0, 20).map(lambda x: round(x, 2)),
    st.floats(0, 20).map(lambda x: round(x, 2)),
    st.sampled_from([0, 0.25, 0.5, 0.75, 1]),
    st.integers(2, 8),
)
def test_with_equal_systems_many_are_better_than_one_exactly_if_fit_beats_the_network(fit, network, gateway, kinds):
    if abs(fit - network * (1 - gateway)) > 1e-6:
        assert adopt(fit, network, 0, gateway=gateway, leader=1 / kinds, kinds=kinds).useful == (
            fit > network * (1 - gateway)
        )


@given(WORTH, WORTH, WORTH, LEADS)
def test_with_a_perfect_gateway_nobody_moves(fit, network, switching, leader):
    outcome = adopt(fit, network, switching, gateway=1, leader=leader)
    assert outcome.shares[-1, 0] == pytest.approx(leader) and outcome.moving == 0


@given(WORTH, WORTH, LEADS)
def test_where_several_are_useful_several_last(fit, network, leader):
    outcome = adopt(fit, network, 0, leader=leader)
    assert outcome.lasts or not outcome.useful or leader >= 0.95


def test_the_four_ends_that_the_lesson_shows():
    assert not adopt(2, 10, 3, leader=0.55).lasts  # one wins
    stuck = adopt(2, 10, 9, leader=0.55)
    assert stuck.lasts and not stuck.useful  # the price of moving keeps several, to everyone's loss
    assert adopt(14, 10, 3, leader=0.4).useful  # needs differ: several are better
    assert adopt(8, 10, 3, leader=0.4, gateway=0.5).useful  # so they are with a gateway


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"fit": -1}, "0 or more"),
        ({"gateway": 2}, "from 0 to 1"),
        ({"leader": 0.1}, "leader's share must be from 0.25"),
        ({"kinds": 1}, "1 systems"),
    ],
)
def test_impossible_worlds_are_refused_with_a_sentence(options, words):
    with pytest.raises(ValueError, match=words):
        adopt(**{"fit": 1, "network": 10, "switching": 1} | options)
