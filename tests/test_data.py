"""The data layer: loading, describing, citing, searching, completing and recording."""

import doctest
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import kit.data as data
from kit.data.completion import dataset_names, offer_names

NAMES = [entry["name"] for entry in data.resources()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the datasets that a test may damage."""
    return Path(shutil.copytree(data.DATASETS, tmp_path / "datasets"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def edit_entry(folder: Path, name: str, **changes) -> None:
    path = folder / "datapackage.json"
    catalogue = json.loads(path.read_text(encoding="utf-8"))
    next(entry for entry in catalogue["resources"] if entry["name"] == name).update(changes)
    path.write_text(json.dumps(catalogue, ensure_ascii=False), encoding="utf-8")


def test_everything_public_is_there_and_documented():
    for name in data.__all__:
        assert getattr(data, name).__doc__ or name in ("DATASETS", "STATUSES")


@pytest.mark.parametrize(
    "module", ["kit.data", *(f"kit.data.{m}" for m in ("catalogue", "loading", "citations", "cards", "completion"))]
)
def test_the_examples_in_the_docstrings_are_true(module):
    found = doctest.testmod(importlib.import_module(module))
    assert found.attempted > 0 and found.failed == 0


# Loading


def test_a_table_has_the_columns_and_units_of_the_catalogue():
    robots = data.load("robot_installations")
    assert list(robots.columns) == ["code", "place", "year", "robots", "status", "source_id"]
    assert robots["robots"].dtype == "int64"
    assert robots.attrs["dataset"] == "robot_installations"
    assert robots.attrs["units"]["robots"] == "robots"


def test_each_type_of_the_schema_becomes_a_type_of_pandas():
    studies = data.load("productivity_studies")
    assert studies["randomised"].dtype == bool
    assert studies["peer_reviewed"].dtype == "boolean" and studies["peer_reviewed"].isna().sum() == 1
    assert studies["sample_size"].dtype == "Int64"
    assert studies["effect_percent"].dtype == "float64"
    assert pd.api.types.is_datetime64_any_dtype(data.load("us_ai_use")["start"])


def test_nobody_can_spoil_anothers_table():
    mine = data.load("robot_installations")
    mine["robots"] = 0
    mine.attrs["units"]["robots"] = "cats"
    mine.loc[:, "place"] = "Nowhere"
    yours = data.load("robot_installations")
    assert (
        yours["robots"].sum() > 0
        and "Nowhere" not in set(yours["place"])
        and yours.attrs["units"]["robots"] == "robots"
    )


def test_a_table_loads_from_any_folder_and_under_any_locale(tmp_path):
    code = "import kit.data as d; print(len(d.load('llm_catalogue')), d.load('llm_catalogue')['developer'][0])"
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(data.DATASETS.parent),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )
    assert done.stdout.split() == ["247", "百度"], done.stderr


def test_line_ends_that_a_system_rewrote_on_checkout_do_no_harm(folder):
    path = folder / "robot_density.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    pd.testing.assert_frame_equal(data.load("robot_density", folder=folder), data.load("robot_density"))


def test_an_edited_file_is_never_answered_from_memory(folder):
    data.load("robot_density", folder=folder)
    edit(folder / "robot_density.csv", ",31,", ",3100,")
    with pytest.raises(data.DatasetError, match="changed since it was recorded"):
        data.load("robot_density", folder=folder)


def test_the_first_load_takes_less_than_50_ms_and_a_repeated_one_less_than_1_ms(folder):
    def seconds(name, where):
        start = time.process_time()
        data.load(name, folder=where)
        return time.process_time() - start

    data.load("sources", folder=folder)  # reads the catalogue
    for name in NAMES:
        first = seconds(name, folder)
        assert (
            first < 0.05 or min(seconds(name, shutil.copytree(folder, folder / f"again{i}")) for i in range(3)) < 0.05
        ), name
        assert min(seconds(name, folder) for _ in range(5)) < 0.001, name


# Messages


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("robots_density", "did you mean 'robot_density'"),
        ("Robot Density", "did you mean 'robot_density'?"),
        ("robot_density.csv", "did you mean 'robot_density'?"),
        ("xyzzy", "kit.datasets() lists them all"),
        (7, "by its name in quotes"),
        (None, "by its name in quotes"),
        (["claims"], "by its name in quotes"),
    ],
)
def test_a_wrong_name_gets_the_nearest_names(asked, says):
    with pytest.raises(data.DatasetError) as error:
        data.load(asked)
    assert says in str(error.value)


def test_only_where_there_is_a_repository_git_is_the_way_to_get_a_file_back(folder):
    (folder / "claims.csv").unlink()
    with pytest.raises(data.DatasetError, match=r"from a fresh copy of the kit or of the folder") as error:
        data.load("claims", folder=folder)
    assert "git" not in str(error.value)
    (folder.parent / ".git").mkdir()
    with pytest.raises(data.DatasetError, match=rf"restore it with: git checkout -- {folder.name}/claims\.csv$"):
        data.load("claims", folder=folder)


def test_a_kit_without_its_datasets_says_that_it_is_not_meant_to_be_installed(tmp_path, monkeypatch):
    from kit.data import catalogue

    monkeypatch.setattr(catalogue, "DATASETS", tmp_path / "datasets")
    with pytest.raises(data.DatasetError, match="not meant to be installed as a package"):
        catalogue.package(tmp_path / "datasets")


def test_a_missing_file_says_which_and_how_to_get_it_back(folder):
    (folder / "claims.csv").unlink()
    with pytest.raises(
        data.DatasetError, match=r"file of dataset 'claims' is missing.*take \S+/claims\.csv from a fresh copy"
    ):
        data.load("claims", folder=folder)


@pytest.mark.parametrize(
    ("text", "says"),
    [(None, "There is no catalogue"), ("{", "is damaged"), ("[]", "is damaged"), ('{"resources": [{}]}', "is damaged")],
)
def test_a_broken_catalogue_is_named(folder, text, says):
    path = folder / "datapackage.json"
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    with pytest.raises(data.DatasetError, match=says):
        data.load("claims", folder=folder)


def test_an_error_is_one_sentence_in_a_notebook():
    with pytest.raises(data.DatasetError) as error:
        data.load("nothing")
    shown = error.value._render_traceback_()
    assert len(shown) == 1 and shown[0].startswith("DatasetError: There is no dataset 'nothing'")


# Catalogue


def test_datasets_lists_all_and_finds_by_word_topic_and_lesson():
    assert list(data.datasets()["name"]) == NAMES
    assert "robot_density" in set(data.datasets("ROBOTS density")["name"])
    assert set(data.datasets("lesson 02")["topic"]) <= {"agriculture", "policy"}
    assert "cereal_yields" in set(data.datasets("agriculture")["name"])
    assert data.datasets("no such word").empty


def test_breaks_are_given_for_one_place_or_for_all():
    assert [found["year"] for found in data.breaks("robot_density", "SGP")] == [2021]
    assert data.breaks("robot_density", "CHN") == []
    assert [found["place"] for found in data.breaks("technology_prices", "any place")] == ["all"]
    assert len(data.breaks("ai_adoption")) == 5


# Cards


def test_a_dataset_of_no_lesson_is_for_all():
    assert ("Lessons", "all") in data.describe("places").facts
    assert ("Lessons", "01") in data.describe("robot_density").facts


@pytest.mark.parametrize("name", NAMES)
def test_every_card_shows_what_the_catalogue_knows(name):
    card = data.describe(name)
    text, html = repr(card), card._repr_html_()
    for fact in (card.title, card.name, card.vintage, card.licence, *(column["name"] for column in card.columns)):
        assert fact in text
    assert all(caveat in text for caveat in card.caveats)
    assert "<script" not in html and html.count("<section") == html.count("</section>") == 1
    assert not re.search(r">\s*(nan|NaN|None|&lt;NA&gt;)\s*<", html.split("First rows")[1])


def test_no_text_of_a_dataset_is_taken_for_html(folder):
    evil = "<script>alert(1)</script>"
    edit_entry(folder, "robot_density", title=evil, description=evil, caveats=[evil], vintage=evil)
    edit(folder / "robot_density.csv", "World Robotics 2020 vintage", evil)
    data.refresh_catalogue("robot_density", folder=folder)
    html = data.describe("robot_density", folder=folder)._repr_html_()
    assert evil not in html and html.count("&lt;script&gt;") >= 5
    assert evil in set(data.load("robot_density", folder=folder)["note"])


# Citations


def test_a_dataset_a_row_and_a_lesson_can_be_cited():
    whole, row = data.cite("robot_density"), data.cite("robot_density", row=0)
    assert len(row.splitlines()) == 1 and row in whole.splitlines()
    lesson = data.cite("lesson 01").splitlines()
    assert row in lesson and len(lesson) == len(set(lesson))
    assert data.cite("01") == data.cite("lesson 01")


def test_a_claim_is_cited_with_its_evidence():
    claims = data.load("claims")
    row = claims.index[claims["claim_id"] == "C54"][0]
    assert {"Economic Reference Daily", "Xinhua citing MIIT"} <= {
        line.split(",")[0] for line in data.cite("claims", row).splitlines()
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_dataset_has_citations_in_each_style(name):
    lines = data.cite(name).splitlines()
    bibtex = data.cite(name, style="bibtex")
    csl = json.loads(data.cite(name, style="csl"))
    assert len(lines) == bibtex.count("@misc{") == len(csl)
    assert bibtex.count("{") - bibtex.count(r"\{") == bibtex.count("}") - bibtex.count(r"\}")
    assert not re.search(
        r"(?<!\\)[&%$#_]",
        "\n".join(line for line in bibtex.splitlines() if line.startswith(("  title", "  author", "  note"))),
    )
    assert all(entry["title"] and entry["author"][0]["literal"] for entry in csl)
    assert (len(lines) == 0) == (name in ("places", "glossary", "headline_checks"))


def test_a_citation_shows_itself_as_text():
    assert repr(data.cite("robot_installations")) == str(data.cite("robot_installations"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("robot_density", 9999), "has the rows 0 to 83; found row 9999"),
        (("robot_density", None, "apa"), "'text', 'bibtex', 'csl'; found 'apa'"),
        (("lesson 99",), "No dataset is listed for lesson '99'"),
        (("nothing",), "There is no dataset 'nothing'"),
    ],
)
def test_what_cannot_be_cited_is_explained(arguments, says):
    with pytest.raises(data.DatasetError) as error:
        data.cite(*arguments)
    assert says in str(error.value)


def test_the_line_under_a_chart_names_publisher_and_licence():
    assert (
        data.source_line("robot_installations")
        == "Source: International Federation of Robotics via Our World in Data (CC BY 4.0)"
    )
    ids = data.load("robot_density")["source_id"]
    publishers = data.load("sources").set_index("source_id").loc[ids.unique(), "publisher"].nunique()
    line = data.source_line("robot_density", ids)
    assert line.startswith("Sources: ") and f"; and {publishers - 3} more" in line
    assert (
        data.source_line("farm_inputs", ["usda-ers-iap-owid"])
        == "Source: USDA Economic Research Service via Our World in Data (CC BY 4.0)"
    )
    with pytest.raises(data.DatasetError, match=r"Source 'nobody' is not in sources\.csv"):
        data.source_line("robot_density", ["nobody"])


def test_the_line_about_a_column_names_title_unit_status_and_vintage():
    assert (
        data.about_line("cereal_yields", "tonnes_per_ha")
        == "Cereal yield · tonnes per hectare · official · vintage 2024"
    )
    with pytest.raises(
        data.DatasetError, match="has no column 'yield'; its columns are code, place, year, tonnes_per_ha"
    ):
        data.about_line("cereal_yields", "yield")


# Completion


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('df = kit.load("robot_inst', ["robot_installations", "robot_installations_vintages"]),
        ("kit.describe('clai", ["claims", "claim_outcomes"]),
        ('load("cereal', ["cereal_yields"]),
        ('kit.data.cite( "clai', ["claims", "claim_outcomes"]),
        ('np.load("clai', []),
        ('json.load("clai', []),
        ('kit.load("claims")', []),
        ("claims", []),
    ],
)
def test_names_are_offered_inside_the_kits_calls_only(line, found):
    assert dataset_names(line) == found


def test_tab_lists_the_names_in_a_live_shell_once():
    shell_module = pytest.importorskip("IPython.core.interactiveshell")
    shell = shell_module.InteractiveShell.instance()
    try:
        offer_names()
        offer_names()
        assert len(shell.Completer.custom_matchers) == 1
        text, matches = shell.complete("", 'kit.load("robot_d', 17)
        assert matches == ["robot_density"] and text == "robot_d"
    finally:
        shell_module.InteractiveShell.clear_instance()


# Upkeep


def test_nothing_changes_when_nothing_was_edited(folder):
    before = (folder / "datapackage.json").read_bytes()
    assert data.refresh_catalogue(folder=folder) == []
    assert (folder / "datapackage.json").read_bytes() == before


def test_an_edit_is_recorded_and_told(folder):
    path = folder / "robot_density.csv"
    path.write_text(
        path.read_text(encoding="utf-8") + "JPN,Japan,2022,398,2025,survey,wion-2025-08,\n",
        encoding="utf-8",
        newline="\n",
    )
    assert data.refresh_catalogue("robot_density", folder=folder) == [
        "robot_density: rows 84 → 85; bytes 5743 → 5788; "
        "statuses {'survey': 84} → {'survey': 85}; missing {'note': 48} → {'note': 49}"
    ]
    assert len(data.load("robot_density", folder=folder)) == 85


def test_a_fault_is_told_and_nothing_is_recorded(folder):
    before = (folder / "datapackage.json").read_bytes()
    edit(folder / "robot_density.csv", "wion-2025-08", "nobody")
    with pytest.raises(
        data.DatasetError,
        match=r"robot_density\.csv, line \d+, column 'source_id': found 'nobody', which is not in sources\.csv",
    ):
        data.refresh_catalogue(folder=folder)
    assert (folder / "datapackage.json").read_bytes() == before


def test_a_dataset_is_added_in_three_steps(folder):
    (folder / "cats.csv").write_text(
        "code,place,year,cats,status,source_id\nCHN,China,2023,5,survey,wion-2025-08\n", encoding="utf-8"
    )
    assert data.refresh_catalogue(folder=folder) == ["cats.csv is not in the catalogue: kit.data.add_dataset('cats')"]
    assert "Fill in every TODO of 'cats'" in data.add_dataset("cats", folder=folder)
    entry = data.resource("cats", folder)
    fields = {field["name"]: field for field in entry["schema"]["fields"]}
    assert fields["cats"]["type"] == "integer" and fields["status"]["constraints"]["enum"] == list(data.STATUSES)
    edit_entry(folder, "cats", schema={**entry["schema"], "primaryKey": ["code", "year"]})
    assert data.refresh_catalogue(folder=folder)[0].startswith("cats: rows 0 → 1")
    assert data.load("cats", folder=folder)["cats"].tolist() == [5]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("claims", None, "in the catalogue already"),
        ("ghosts", None, "is missing"),
        ("cats", "year,cats\n2023,5\n", "needs the columns status and source_id"),
        ("cats", "", "found no header"),
    ],
)
def test_what_cannot_be_added_is_explained(folder, name, text, says):
    if text is not None:
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    with pytest.raises(data.DatasetError, match=says):
        data.add_dataset(name, folder=folder)
