"""What must hold for every lesson: every state of every explorer draws, and the words fit the data."""

import re
from functools import cache

import pytest

import kit
from kit import notebooks
from kit.widgets import embedding
from kit.widgets.explore import explore
from kit.widgets.figures import points

LESSONS = notebooks.lessons()


def name_of(path):
    return path.stem


@cache
def explorers_of(path):
    """Run a lesson's code in one namespace and return its explorers."""
    found = []

    def collect(*arguments, **options):
        found.append(explore(*arguments, **options))
        return found[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kit, "explore", collect)
        names = {}
        for cell in notebooks.read(path).cells:
            # A starter has blanks, which only IPython bears with; its solution follows.
            if cell.cell_type == "code" and "exercise" not in cell.metadata.get("tags", []):
                exec(compile(cell.source, f"{path.name}, cell {cell.id}", "exec"), names)
    return found


@cache
def drawings_of(path):
    """Return every explorer of a lesson with all its drawings; drawn once for all tests."""
    return [(explorer, list(explorer.drawings(embedded=False))) for explorer in explorers_of(path)]


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_state_of_every_explorer_draws_something_or_says_why_not(path):
    assert len(explorers_of(path)) >= 3, "a lesson has at least two explorers and a model"
    for explorer, drawings in drawings_of(path):
        for values, figure, note in drawings:
            assert points(figure) or note, f"{explorer.spec['title']} is empty and silent at {values}"


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_explorer_says_in_a_sentence_what_is_seen(path):
    for explorer, drawings in drawings_of(path):
        for values, _, note in drawings:
            assert re.search(r"[.!?]$", note) and not re.search(r"\bnan\b", note, re.IGNORECASE), (
                f"{explorer.spec['title']} at {values}: {note!r}"
            )


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_explorer_fits_into_a_page_and_comes_back_from_it(path):
    for explorer, drawings in drawings_of(path):
        states = embedding.decompress(re.search(r'"states":"([^"]+)"', explorer.embed())[1])
        assert 0 < len(states) <= len(drawings)
        assert states[0]["figure"] == drawings[0][1] and states[0]["caption"] == drawings[0][2]


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_the_file_holds_a_picture_of_every_explorer_as_it_is_drawn_now(path):
    pictured = [
        output["metadata"]["kit"]["drawn"]
        for cell in notebooks.read(path).cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    drawn = [explorer._repr_mimebundle_()[1]["kit"]["drawn"] for explorer in explorers_of(path)]
    assert pictured == drawn, "a picture is missing or older than its chart; run: python -m kit preview"


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_explorer_names_its_source_and_its_status(path):
    for explorer in explorers_of(path):
        spec = explorer.spec
        assert spec["source"], spec["title"]
        assert re.search(r"official|survey|estimate|forecast|target|claim|measured|model", spec["about"]), spec["title"]


def test_the_figures_that_lesson_01_speaks_of_are_those_of_the_data():
    robots = kit.load("robot_installations").pivot(index="year", columns="place", values="robots")
    share = robots["China"] / robots["World"]
    assert share[share > 0.5].index[0] == 2021 and round(100 * share[2021]) == 51
    assert list(robots["China"].loc[2017:2019]) == [156_000, 155_000, 148_000]
    growth = (100 * (robots.loc[2023] / robots.loc[2012] - 1)).round()
    assert dict(growth[["Germany", "Japan", "South Korea", "United States"]]) == {
        "Germany": 56,
        "Japan": 59,
        "South Korea": 63,
        "United States": 73,
    }
    density = kit.load("robot_density").query("year == 2023").set_index("place")["robots_per_10000"]
    assert density[["South Korea", "Singapore", "China", "Germany", "Japan"]].to_list() == [1012, 770, 470, 429, 419]
    assert density["China"] / 1.1 < density["Germany"] and density["China"] / 0.9 < density["Singapore"]
    assert kit.models.stock(robots["China"], 12).stock[-1] - kit.models.stock(robots["China"], 8).stock[-1] == 186_000
    for true_gain, luck in [(5, 6.3), (10, 4.5), (15, 2.7), (0, 8.1)]:
        assert abs(kit.models.winners(true_gain, luck).winners_mean - 22.3) < 0.15
    effects = kit.load("smart_factory_effects").query(
        "effect == 'production efficiency' and programme.str.startswith('MIIT')"
    )
    assert sorted(effects["change_percent"]) == [22.3, 34.8]
