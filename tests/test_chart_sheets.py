"""Charts on paper: the start and the telling settings of each explorer of a core, and nothing that tells more."""

import re

import plotly.graph_objects as go
import pytest
from test_contract import faults

import kit
import kit.browser
from kit import notebooks
from kit.site.chart_sheets import chart_cards
from kit.widgets import ControlError, embedding
from kit.widgets.contract import MIME_TYPE, Picture, widget_in

LESSONS = notebooks.lessons()


def bars(n, place, count=3):
    """Draw some bars of one height."""
    return go.Figure(go.Bar(x=list(range(count)), y=[n] * count)), f"{place}: {n}."


def explorer(**more):
    return kit.explore(bars, title="Bars <b>", n=(1, 5), place=["here", "there"], **more)


def shown(html):
    return html.replace("\\u003c", "<")


def test_the_start_is_told_in_full_and_what_follows_by_what_is_set_otherwise():
    found = explorer(on_paper=[{"n": 4}, {"place": "there", "n": 1}]).pictures()
    assert [picture["settings"] for picture in found] == ["N: 1 · Place: here", "N: 4", "Place: there"]
    assert [picture["caption"] for picture in found] == ["here: 1.", "here: 4.", "there: 1."]
    assert found[1]["figure"]["data"][0]["y"] == [4, 4, 4]
    assert all(faults(picture, Picture) == [] for picture in found)


@pytest.mark.parametrize(
    ("given", "settings"),
    [
        ({}, 1),
        ({"found_at": {"n": 5}}, 2),
        ({"found_at": {"n": 5}, "on_paper": [{"n": 2}, {"n": 3}]}, 3),
        ({"on_paper": [{"n": 1}]}, 1),
    ],
)
def test_without_telling_settings_paper_shows_where_the_finding_shows(given, settings):
    assert len(explorer(**given).pictures()) == settings


def test_a_telling_setting_that_no_control_has_is_refused():
    with pytest.raises(ControlError, match="There is no control “m”"):
        explorer(on_paper=[{"m": 1}])
    with pytest.raises(ControlError, match="9"):
        explorer(on_paper=[{"n": 9}])


def test_pictures_are_for_paper_only(monkeypatch):
    made = explorer(on_paper=[{"n": 4}], finding="All are level.")
    assert "pictures" not in made.spec and "pictures" not in made.embed()
    assert MIME_TYPE not in made._repr_mimebundle_()[0]
    monkeypatch.setenv(embedding.SWITCH, "1")
    widget = widget_in({"data": made._repr_mimebundle_()[0]})
    assert len(widget["spec"]["pictures"]) == 2 and "pictures" not in made.spec


def test_each_picture_has_a_name_its_words_and_a_table_if_that_is_short():
    specs = [
        one.spec | {"pictures": one.pictures()}
        for one in (explorer(on_paper=[{"n": 4}], finding="All are level."), explorer(count=[13], id="many"))
    ]
    page = shown(chart_cards(specs))
    assert "<h2>A · Bars &lt;b&gt;</h2>" in page and "<h2>B · " in page and "level" not in page
    assert re.findall(r'"title":"([AB] \d) · ', page) == ["A 1", "A 2", "B 1"]
    assert re.findall(r'"table":(\w+)', page) == ["true", "true", "false"]
    states = [embedding.decompress(found) for found in re.findall(r'"states":"([^"]+)"', page)]
    assert [len(state) for state in states] == [1, 1, 1] and states[1][0]["caption"] == "here: 4."
    # Without JavaScript each picture is told in words.
    assert re.findall(r"(?m)^(here: \d)\.</pre>", page) == ["here: 1", "here: 4", "here: 1"]


@pytest.mark.browser
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_charts_of_a_core_are_drawn_on_two_pages(browser, site, path):
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / "worksheets" / f"{path.stem}_charts.html").as_uri())
    kit.browser.draw_all(page)
    assert page.locator(".kit-chart .main-svg").count() >= 2 * page.locator("h2").count() >= 4
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) <= 2 and errors == []
