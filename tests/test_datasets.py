"""The datasets: valid, complete, sourced, consistent, and the figures that the lessons rest on."""

import json
import re

import pandas as pd
import pytest

import kit.data as data
from kit.data.cards import caveats
from kit.data.catalogue import source_columns
from kit.data.loading import matches, read_bytes
from kit.data.tables import check

ENTRIES = {entry["name"]: entry for entry in data.resources()}
REFERENCE = {"sources", "places", "glossary", "headline_checks"}
FACTS = [name for name in ENTRIES if name not in REFERENCE]
LESSONS = {f"{number:02d}" for number in range(15)}
PAIRED = {"qualifier": ["exact", "rounded", "about", "at_least", "at_most"], "status": list(data.STATUSES)}


def test_the_package_is_valid_by_the_frictionless_standard():
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(data.DATASETS / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])[:10]
    assert report.stats["tasks"] == len(ENTRIES) >= 20


def test_every_file_is_in_the_catalogue_and_the_whole_is_small():
    files = list(data.DATASETS.glob("*.csv"))
    assert {path.name for path in files} == {entry["path"] for entry in ENTRIES.values()}
    assert sum(path.stat().st_size for path in data.DATASETS.iterdir()) < 3_000_000


@pytest.mark.parametrize("name", ENTRIES)
def test_every_dataset_is_recorded_as_it_is(name):
    entry, table = ENTRIES[name], data.load(name)
    content = read_bytes(entry, data.DATASETS)
    assert matches(content, entry) and (entry["bytes"], entry["rows"]) == (len(content), len(table))
    check(table, entry, data.load)
    assert entry["missing"] == {column: count for column, count in table.isna().sum().items() if count}
    assert 0 < entry["rowFloor"] <= entry["rows"]


@pytest.mark.parametrize("name", ENTRIES)
def test_every_entry_is_complete(name):
    entry = ENTRIES[name]
    assert re.fullmatch(r"[a-z][a-z0-9_]*", name) and entry["path"] == f"{name}.csv"
    assert entry["title"] and len(entry["description"]) > 80 and entry["description"].endswith(".")
    assert entry["topic"] and entry["vintage"] and entry["sources"][0]["title"]
    assert all(right["title"] and re.fullmatch(r"\d{4}-\d\d-\d\d", right["checked"]) for right in entry["licenses"])
    assert "TODO" not in json.dumps(entry)
    for field in entry["schema"]["fields"]:
        assert field["type"] in ("string", "integer", "year", "number", "date", "boolean"), field["name"]
        assert field["title"] and field["unit"] and field["description"].endswith("."), field["name"]
    assert entry["schema"]["primaryKey"] and entry["schema"]["missingValues"] == [""]


@pytest.mark.parametrize("name", FACTS)
def test_every_dataset_belongs_to_a_lesson_and_says_its_weaknesses(name):
    entry = ENTRIES[name]
    assert entry["lessons"] and set(entry["lessons"]) <= LESSONS
    assert entry["caveats"] and all(caveat.endswith(".") and len(caveat) < 300 for caveat in caveats(entry))
    places = set(data.load("places")["code"]) | {"all"}
    for found in entry["breaks"]:
        assert set(found) == {"year", "place", "change"} and found["place"] in places and 1950 < found["year"] < 2030
    for gap in entry["gaps"]:
        assert set(gap) == {"what", "count"} and gap["count"] > 0


@pytest.mark.parametrize("name", FACTS)
def test_every_row_has_a_source_and_a_status(name):
    table, entry = data.load(name), ENTRIES[name]
    assert source_columns(entry)[0] == "source_id"
    assert set(table["source_id"]) <= set(data.load("sources")["source_id"])
    for column, words in PAIRED.items():
        assert column not in table or set(table[column]) <= set(words)
    assert sum(entry["statuses"].values()) == len(table)


def test_every_source_and_every_place_is_used():
    sources = {
        one for name in FACTS for column in source_columns(ENTRIES[name]) for one in data.load(name)[column].dropna()
    }
    assert sources == set(data.load("sources")["source_id"])
    places = {code for name in FACTS if "code" in data.load(name) for code in data.load(name)["code"].dropna()}
    assert places == set(data.load("places")["code"])


def test_the_glossary_explains_every_status_word_in_plain_sentences_with_the_chinese_beside_it():
    glossary = data.load("glossary").set_index("term")
    assert list(glossary.index[:8]) == list(data.STATUSES)
    assert set(glossary["lesson"]) <= LESSONS
    for term, row in glossary.iterrows():
        assert row["meaning"][-1] in ".?" and len(row["meaning"]) < 300 and "\u2014" not in row["meaning"], term
        assert re.search("[\u4e00-\u9fff]", row["chinese"]) or row["chinese"] == term, term
    bold = glossary.loc[list(data.STATUSES), "meaning"]
    assert bold.str.startswith("Status word: ").all()
    assert set(bold[bold.str.endswith("Drawn hollow.")].index) == {"forecast", "target", "claim", "retracted"}


def test_a_source_read_in_a_copy_has_no_link():
    sources = data.load("sources")
    copies = sources[sources["note"].str.contains("find the original", na=False)]
    assert len(copies) > 20 and copies["link"].isna().all()
    assert not sources["link"].str.contains(r"scribd|mozz\.us|://\d+\.\d+\.", na=False).any()


@pytest.mark.parametrize("name", ENTRIES)
def test_no_cell_runs_as_a_formula_or_hides_a_break_in_meaning(name):
    text = (data.DATASETS / f"{name}.csv").read_text(encoding="utf-8")
    assert not re.search(r'(^|,)"?[=@]', text, flags=re.MULTILINE)
    assert "\ufffd" not in text and "\r" not in text


@pytest.mark.parametrize(
    ("name", "measure"),
    [("field_trials", "effect"), ("farm_drone_figures", "measure"), ("registered_models", "series")],
)
def test_one_measure_has_one_unit(name, measure):
    table = data.load(name)
    assert (table.groupby(measure)["unit"].nunique() == 1).all()


@pytest.mark.parametrize("name", [name for name in FACTS if {"place", "code"} <= set(data.load(name).columns)])
def test_a_place_has_one_name_everywhere(name):
    names = data.load("places").set_index("code")["name"]
    table = data.load(name).dropna(subset=["code"])
    assert (table["code"].map(names) == table["place"]).all()


# Figures that disagree stay side by side


def test_disagreeing_figures_are_kept_as_pairs():
    def values(name, query, column):
        return set(data.load(name).query(query)[column])

    assert values("robot_density", "code == 'KOR' and year == 2019", "robots_per_10000") == {855, 868}
    assert values("robot_density", "code == 'WLD' and year == 2014", "robots_per_10000") == {66, 62}
    assert values("spraying_drones", "date in ['2024', '2024-12-31']", "drones") == {251_000, 201_000}
    assert values("ai_adoption", "code == 'EUU' and period == '2023' and firm_size == 'all'", "share_percent") == {
        8.0,
        8.1,
    }
    assert 380_550 in values("robot_installations_vintages", "code == 'WLD' and year == 2017", "robots")
    assert values("robot_installations", "code == 'WLD' and year == 2017", "robots") == {400_000}
    gains = data.load("smart_factory_effects").query(
        "effect == 'production efficiency' and programme.str.startswith('MIIT')"
    )
    assert set(gains["change_percent"]) == {22.3, 34.8}


@pytest.mark.parametrize("name", ["robot_installations", "cereal_yields", "farm_inputs", "report_mentions"])
def test_what_is_drawn_as_one_line_has_one_vintage(name):
    table = data.load(name)
    assert "vintage" not in table
    assert table["source_id"].nunique() == (2 if name == "report_mentions" else 1)


# Recomputed


def flows():
    return data.load("robot_installations").pivot(index="year", columns="place", values="robots")


def test_chinas_share_of_the_worlds_robots_passed_one_half_in_2021():
    share = flows()["China"] / flows()["World"]
    assert share[2012] == pytest.approx(0.145, abs=0.001) and share[2023] == pytest.approx(0.510, abs=0.001)
    assert share[2020] < 0.5 < share[2021]


def test_each_of_the_other_four_grew_by_more_than_half():
    growth = flows().loc[2023] / flows().loc[2012] - 1
    assert growth[["Germany", "Japan", "South Korea", "United States"]].between(0.5, 0.75).all()


def test_twelve_years_of_installations_give_the_published_stock():
    china, world = flows()["China"], flows()["World"]
    assert china.loc[2012:2023].sum() == 1_754_000 and china.loc[2016:2023].sum() == 1_568_000
    stock = data.load("robot_stock").query("year == 2023").set_index("place")["robots"]
    assert world.loc[2012:2023].sum() / stock["World"] == pytest.approx(1, abs=0.02)
    assert china.loc[2012:2023].sum() / stock["China"] == pytest.approx(1, abs=0.03)


def test_china_is_third_in_density_and_fourth_with_a_tenth_more_employees():
    density = (
        data.load("robot_density")
        .query("year == 2023")
        .set_index("place")["robots_per_10000"]
        .sort_values(ascending=False)
    )
    assert list(density.index[:4]) == ["South Korea", "Singapore", "China", "Germany"]
    assert density["China"] / 1.1 < density["Germany"]


def test_the_value_of_one_japanese_robot_is_sales_divided_by_robots():
    japan = data.load("japan_robot_prices")
    assert (japan["sales_million_jpy"] / japan["robots"] - japan["unit_value_million_jpy"]).abs().max() < 0.001
    home = japan.query("destination == 'domestic'").set_index("year")
    assert home["robots"][2009] / home["robots"][2008] == pytest.approx(0.39, abs=0.01)


def test_the_2025_report_says_artificial_intelligence_three_times_in_16263_characters():
    mentions = (
        data.load("report_mentions")
        .query("term == 'artificial_intelligence' and language == 'zh'")
        .set_index("year")["count"]
    )
    assert mentions.loc[2017:2025].tolist() == [1, 1, 1, 0, 0, 1, 1, 3, 3] and mentions.loc[:2016].sum() == 0
    assert data.load("report_texts").query("year == 2025")["length"].tolist() == [16_263]


def test_mentions_per_10000_are_counts_divided_by_length():
    merged = data.load("report_mentions").merge(
        data.load("report_texts")[["year", "language", "length"]], on=["year", "language"], validate="m:1"
    )
    assert (merged["count"] / merged["length"] * 10_000 - merged["per_10000"]).abs().max() <= 0.0051
    assert (
        len(merged)
        == len(data.load("report_mentions"))
        == len(data.load("report_terms")) * len(data.load("report_texts"))
    )


def test_nested_terms_never_exceed_what_contains_them():
    counts = data.load("report_mentions").query("language == 'zh'").pivot(index="year", columns="term", values="count")
    assert (counts["ai_plus"] <= counts["artificial_intelligence"]).all()
    assert (counts["artificial_intelligence"] + counts["intelligent_manufacturing"] <= counts["intelligent_any"]).all()


def test_report_only_drops_ai_in_farms_schools_and_clinics():
    tree = data.load("priorities").set_index("priority_id")
    assert set(tree.loc[["P1.2", "P3.2", "P3.3"], "said_in"]) == {"briefing"}
    assert set(tree.loc[["R6.4", "R8.1"], "said_in"]) == {"report"}
    assert set(tree["lesson"]) | {"14"} == LESSONS


def test_chinas_cereal_yield_rose_before_the_drones_came():
    china = data.load("cereal_yields").query("code == 'CHN'").set_index("year")["tonnes_per_ha"]
    assert china[[1961, 2016, 2022]].round(2).tolist() == [1.19, 6.02, 6.38]
    workers = data.load("farm_inputs").query("code == 'CHN'").set_index("year")["workers_thousand"]
    assert workers[[1991, 2019]].tolist() == pytest.approx([391_000, 194_500], abs=100)


def test_the_headline_of_water_is_420_litres_a_hectare_between_the_trials():
    figures = data.load("farm_drone_figures").query("source_id == 'dji-insight-2023-24'").set_index("measure")["value"]
    litres = figures["water saved since the beginning"] * 1000 / figures["area treated since the beginning"]
    knapsack = data.load("field_trials").query("effect == 'spray volume'")["comparator_value"].dropna()
    assert litres == 420 and knapsack.min() < litres < knapsack.max() == 500


def test_six_headlines_on_ai_adoption_range_from_8_5_to_88_percent():
    headlines = data.load("ai_adoption").query("headline")
    assert sorted(headlines["share_percent"]) == [8.5, 12.2, 19.95, 23, 30, 88]
    now = data.load("us_ai_use").query("question == 'uses AI now'")
    assert len(now) == 46 and now["median_percent"].iloc[-1] == 8.5


def test_filings_of_algorithms_add_up():
    batches = data.load("registered_models").query("series == 'deep-synthesis algorithms filed in a batch'")
    assert batches["value"].sum() == 3834


def test_the_catalogue_of_models_is_247_with_84_in_beijing():
    models = data.load("llm_catalogue")
    assert (len(models), (models["province"] == "Beijing").sum(), models["has_public_page"].sum()) == (247, 84, 103)


def test_experts_in_the_call_centre_gained_about_nothing():
    studies = data.load("productivity_studies").set_index("study")
    assert studies.loc["brynjolfsson-qje", ["effect_percent", "effect_novices", "effect_experts"]].tolist() == [
        15,
        30,
        0,
    ]


def test_no_series_jumps_without_a_note():
    """A step of nearly one half in a year is either known or a slip of the pen."""
    jumps = []
    for name, column, at_least in [("robot_installations", "robots", 10_000), ("cereal_yields", "tonnes_per_ha", 1.5)]:
        table = data.load(name).sort_values(["place", "year"])
        step = table.groupby("place")[column].pct_change().abs()
        found = table[(step > 0.45) & (table[column] > at_least)]
        jumps += [(name, row.place, int(row.year)) for row in found.itertuples()]
    known = {("cereal_yields", "Argentina", 2010), ("cereal_yields", "Japan", 1994), ("cereal_yields", "Nigeria", 1981)}
    rising = {("robot_installations", "China", year) for year in (2013, 2014, 2017, 2021)} | {
        ("robot_installations", "South Korea", 2015)
    }
    assert set(jumps) <= known | rising
    assert known <= set(jumps)


def test_the_list_of_what_was_not_found_names_datasets():
    missing = json.loads((data.DATASETS / "datapackage.json").read_text(encoding="utf-8"))["notFound"]
    assert len(missing) >= 3 and all(found["dataset"] in ENTRIES and found["what"].endswith(".") for found in missing)


def test_the_table_of_datasets_shows_all_of_them():
    table = data.datasets()
    assert (
        isinstance(table, pd.DataFrame) and set(table["name"]) == set(ENTRIES) and table["licence"].str.len().min() > 0
    )
