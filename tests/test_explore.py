"""``explore``: live values, what happens when ``draw`` fails, and the embedded form."""

import json
import re
import sys

import pandas as pd
import plotly.graph_objects as go
import pytest

from kit.widgets import ControlError, Explorer, MultiSelect, Select, Slider, embedding, explore
from kit.widgets.figures import to_spec
from kit.widgets.messages import MESSAGES


def bars(n, double=False):
    """Draw one bar."""
    height = n * (2 if double else 1)
    return go.Figure(go.Bar(x=["n"], y=[height])), f"The bar is {height} high."


@pytest.fixture
def explorer():
    return explore(bars, title="A bar", n=(1, 5), double=False)


def drawn(explorer):
    return json.loads(explorer._drawn)


def test_it_starts_with_the_defaults(explorer):
    assert explorer.values == {"n": 1, "double": False}
    assert explorer.caption == "The bar is 1 high."


def test_setting_values_draws_anew_and_keeps_the_other_controls(explorer):
    explorer.values = {"n": 3}
    explorer.values = {"double": True}
    assert explorer.values == {"n": 3, "double": True}
    assert explorer.figure.data[0].y[0] == 6
    assert drawn(explorer) == {"state": [2, 1], "figure": to_spec(explorer.figure), "caption": "The bar is 6 high."}


def test_a_move_in_the_front_end_reaches_values_and_those_who_observe_them(explorer):
    seen = []
    explorer.observe(lambda change: seen.append(change["new"]), "values")
    explorer._state = [4, 1]
    assert seen == [{"n": 5, "double": True}]
    assert explorer.caption == "The bar is 10 high."


def test_unknown_controls_and_settings_are_refused_in_one_sentence(explorer):
    with pytest.raises(ControlError, match=r"There is no control “m”\. There are: n, double\."):
        explorer.values = {"m": 1}
    with pytest.raises(ControlError, match=r"“N” has no setting 9\. It can be: 1, 2, 3, 4, 5\."):
        explorer.values = {"n": 9}
    assert explorer.values == {"n": 1, "double": False}


def test_a_draw_that_fails_says_why_and_keeps_the_last_good_chart(capsys):
    def fragile(n):
        if n == 2:
            raise KeyError("Chna")
        return go.Figure(go.Bar(x=["n"], y=[n]))

    explorer = explore(fragile, n=(1, 3))
    explorer.values = {"n": 2}
    assert explorer.figure.data[0].y[0] == 1
    assert re.fullmatch(r"KeyError: 'Chna' \(line \d+ of fragile\)", drawn(explorer)["fault"])
    assert "Chna" in capsys.readouterr().err
    explorer.values = {"n": 3}
    assert "fault" not in drawn(explorer) and explorer.figure.data[0].y[0] == 3


@pytest.mark.parametrize("result", [None, "a text", (go.Figure(), 3), pd.DataFrame()])
def test_a_draw_that_gives_no_figure_is_told_how_to_end(result, capsys):
    assert (
        "it must end with “return figure” or “return figure, sentence”"
        in drawn(explore(lambda n: result, n=(1, 2)))["fault"]
    )


def test_embedding_a_draw_that_fails_names_the_settings():
    def fragile(n):
        return 1 / (n - 2)

    with pytest.raises((TypeError, ZeroDivisionError)) as caught:
        explore(fragile, title="Fragile", n=(1, 3)).embed()
    assert "while drawing “Fragile” with N: " in "".join(caught.value.__notes__)


def test_an_empty_chart_without_a_note_gets_a_hint():
    def pick(places):
        return go.Figure([go.Bar(x=[place], y=[1]) for place in places])

    explorer = explore(pick, places=MultiSelect(["China", "Japan"]))
    explorer.values = {"places": []}
    assert drawn(explorer)["caption"] == MESSAGES["empty"]
    states = embedding.decompress(re.search(r'"states":"([^"]+)"', explorer.embed())[1])
    assert [state["caption"] for state in states] == [MESSAGES["empty"], "", "", ""]


def test_not_a_function_is_told_what_to_write():
    with pytest.raises(ControlError, match=r"write explore\(draw, …\), not explore\(draw\(\), …\)"):
        explore(bars(1), n=(1, 5))


def test_the_page_holds_every_state_in_the_order_of_a_counter(explorer):
    spec = json.loads(re.search(r'<script type="application/json">(.*?)</script>', explorer.embed())[1])
    states = embedding.decompress(spec["states"])
    assert [state["caption"] for state in states] == [f"The bar is {n * m} high." for n in range(1, 6) for m in (1, 2)]
    assert [control["default"] for control in spec["controls"]] == [0, 0]


def test_a_coarser_grid_is_embedded_and_starts_near_the_default():
    explorer = explore(bars, n=Slider(1, 9, default=6, embed_every=4))
    spec = json.loads(re.search(r'<script type="application/json">(.*?)</script>', explorer.embed())[1])
    assert spec["controls"][0]["grid"] == {"low": 1, "step": 4, "count": 3, "decimals": 0}
    assert spec["controls"][0]["default"] == 1
    assert len(list(explorer.drawings(embedded=False))) == 9


def test_the_words_of_a_state_are_always_the_same(explorer):
    words = explore(bars, title="A bar", n=(1, 5), double=False).text_summary()
    assert words == explorer.text_summary()
    assert "A bar" in words and "N: 1 · Double: off" in words and "The bar is 1 high." in words


def test_the_library_is_sent_once_however_many_explorers_there_are(explorer):
    from kit.widgets.widget import ChartLibrary

    first = ChartLibrary._sent
    explore(bars, n=(1, 2))
    assert ChartLibrary._sent is first
    assert "compressed" not in explorer.get_state()


def test_288_states_take_at_most_40_kilobytes():
    def lines(place, steps):
        years = list(range(2000, 2000 + steps))
        return go.Figure(
            [
                go.Scatter(x=years, y=[(year - 1990) * (k + 1) ** 0.5 for year in years], name=f"place {k}")
                for k in (*range(4), place)
            ]
        )

    explorer = explore(lines, place=list(range(12)), steps=(1, 24))
    assert len(list(explorer.drawings())) == 288
    assert len(explorer.embed()) <= 40_000


def one(**settings):
    """Draw whatever it is given."""
    return go.Figure(go.Bar(y=[1])), ", ".join(map(str, settings))


RESERVED = ["title", "about", "data", "source", "id", "height", "finding", "found_at", "on_paper", "controls", "draw"]


@pytest.mark.parametrize("name", RESERVED)
@pytest.mark.parametrize("control", [Select(["a", "b"]), True], ids=["control", "switch"])
def test_a_control_may_have_the_name_of_an_option_of_explore(name, control):
    for explorer in (explore(one, **{name: control}), explore(one, {name: control}, title="A bar")):
        assert list(explorer.values) == [name]
        explorer._state = [1]
        assert explorer.values[name] in ("b", True) and "fault" not in explorer.drawn


def test_a_list_under_such_a_name_is_a_control_where_draw_asks_for_it():
    explorer = explore(
        lambda data, title, height: one(), data=["x", "y"], title={"a": 1, "b": 2}, height=(1, 3), id="it"
    )
    assert explorer.values == {"title": 1, "data": "x", "height": 1} and explorer.spec["id"] == "it"
    assert explore(one, title="Mine", height=400, data=["robot_installations"]).spec["data"] == ["robot_installations"]


def test_options_are_told_apart_by_their_place_alone():
    tables = [pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [1]}), None, float("nan"), 1, True]
    explorer = explore(lambda it: one(), it=Select({f"option {i}": table for i, table in enumerate(tables)}))
    for place, table in enumerate(tables):
        explorer._state = [place]
        assert explorer.values["it"] is table and drawn(explorer)["state"] == [place]
    for place, table in enumerate(tables):
        explorer.values = {"it": table}
        assert explorer._state == [place]
    explorer.values = {"it": "option 1"}
    assert explorer.values["it"] is tables[1]


def test_the_first_drawing_travels_with_the_widget(monkeypatch):
    sent = []
    monkeypatch.setattr(Explorer, "open", lambda self: sent.append(self.get_state()))
    explore(bars, n=(1, 5))
    assert json.loads(sent[-1]["_drawn"])["caption"] == "The bar is 1 high."


def test_words_of_a_fault_fit_into_a_card(capsys):
    fault = drawn(explore(lambda n: go.Bar(colour=n), n=(1, 2)))["fault"]
    assert len(fault) <= 300 and fault.startswith("ValueError: Invalid property specified for object of type")
    assert "'colour'" in fault and "line" in fault

    def long(n):
        raise RuntimeError("word " * 5_000)

    assert len(drawn(explore(long, n=(1, 2)))["fault"]) <= 300


def test_what_draw_prints_does_not_land_on_a_page(capsys, monkeypatch):
    def chatty(n):
        print("drawing", n)
        return one()

    monkeypatch.setenv(embedding.SWITCH, "1")
    explore(chatty, n=(1, 3)).embed()
    assert capsys.readouterr().out == ""


def test_a_finding_is_folded_and_never_in_the_summary():
    explorer = explore(bars, title="A bar", n=(1, 5), finding="It **<grows>**.", found_at={"n": 4})
    assert "grows" not in explorer.text_summary() and "grows" not in repr(explorer)
    assert explorer.spec["finding"] == "It **<grows>**."
    assert re.search(
        r"<details[^>]*><summary>[^<]+</summary><p>It <strong>&lt;grows&gt;</strong>.</p></details></div>$",
        explorer.embed(),
    )
    assert "<details" not in explore(bars, n=(1, 5)).embed()


def test_a_start_where_the_finding_shows_is_refused():
    with pytest.raises(ControlError, match=r"starts where its finding shows \(N: 1 · Double: off\): give a control"):
        explore(bars, title="A bar", n=(1, 5), double=False, finding="It grows.", found_at={"n": 1})
    with pytest.raises(ControlError, match="There is no control “m”"):
        explore(bars, n=(1, 5), finding="It grows.", found_at={"m": 1})


def test_running_a_cell_again_closes_what_it_made_before(monkeypatch):
    shell = type("Shell", (), {"run": "1", "cell": "a"})()
    shell.get_parent = lambda: {"metadata": {"cellId": shell.cell}, "header": {"msg_id": shell.run}}
    closed = []
    monkeypatch.setattr(sys.modules[Explorer.__module__], "get_ipython", lambda: shell)
    monkeypatch.setattr(Explorer, "close", lambda self: closed.append(self.spec["id"]))
    explore(bars, id="first", n=(1, 2)), explore(bars, id="second", n=(1, 2))
    shell.cell = "b"
    explore(bars, id="elsewhere", n=(1, 2))
    assert closed == []
    shell.cell, shell.run = "a", "2"
    explore(bars, id="again", n=(1, 2))
    assert closed == ["first", "second"]
