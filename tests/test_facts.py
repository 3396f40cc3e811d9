"""Rules that every figure keeps: dates in their order, one kind of figure with one status, retractions marked."""

import re
from functools import cache

import pandas as pd
import pytest

import kit.data as data
from kit.data.catalogue import source_columns

ENTRIES = {entry["name"]: entry for entry in data.resources()}
FACTS = [name for name in ENTRIES if name not in {"sources", "places", "glossary", "headline_checks"}]
SOURCES = data.load("sources").set_index("source_id")
NOT_YET = {"forecast", "target"}
WHEN = ("date", "year", "period", "list")
"""Columns that say what time a figure is about; the first that a table has counts."""

# Who counts, what is counted, and the one status word for it in every table.
KINDS = {
    "people online, asked by the network information centre": (
        r"CNNIC",
        r"internet user|use the internet|generative_ai_(?:users|penetration)|internet_(?:users|penetration)|"
        r"uses? generative|users of generative|percent of (?:the group|users)",
        "survey",
    ),
    "cars counted by an association": (r"\bCAAM\b|\bCPCA\b", r"vehicle|car|nev_", "survey"),
    "robots counted by their federation": (r"\bIFR\b|International Federation of Robotics", r"robot", "survey"),
    "tokens and data sets counted by the data administration": (
        r"National Data Administration",
        r"token|data ?set",
        "official",
    ),
    "what the education ministry says of its platform": (
        r"Smart Education of China|ai_courses_national_platform",
        r"",
        "claim",
    ),
    "what operators of driverless cars say of themselves": (r"Waymo|Baidu Apollo", r"rides|driven so far", "claim"),
    "learning rates": (r"", r"per kWh vs|vs cumulative|vs annual production|per watt vs", "estimate"),
    "shares of AI devices": (r"Canalys|Counterpoint|Gartner|IDC", r"share of (?:laptop )?shipments", "estimate"),
}


def day(value: object) -> str:
    """Return the first date in a cell as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty if there is none."""
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    found = re.search(r"(?<!\d)(?:19|20)\d\d(?:-\d\d(?!\d))?(?:-\d\d(?!\d))?", "" if pd.isna(value) else str(value))
    return found[0] if found else ""


def earlier(first: object, second: object) -> bool:
    """Return whether one day lies before another, as far as both are printed; an empty one is never earlier.

    >>> earlier("2025-01", "2025-02-03"), earlier("2025", "2025-02"), earlier("", "2025")
    (True, False, False)
    """
    one, other = day(first), day(second)
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def told_too_early(rows: pd.DataFrame, when: str, source: str) -> pd.DataFrame:
    """Return the rows whose source was published before the time that the figure is about."""
    published = rows[source].map(SOURCES["published"])
    return rows[[earlier(there, about) for there, about in zip(published, rows[when], strict=True)]]


def facts(name: str) -> pd.DataFrame:
    """Return the rows of a table that speak of something that has happened."""
    table = data.load(name)
    return table[~table["status"].isin(NOT_YET)]


def words(table: pd.DataFrame) -> pd.Series:
    """Return all that each row says in words."""
    said = table.select_dtypes(["object", "string"]).fillna("")
    return pd.Series([" ".join(cells) for cells in said.itertuples(index=False)], index=table.index, dtype="str")


def test_a_day_is_read_from_every_kind_of_cell():
    assert [
        day(cell) for cell in ("2025-H1", "2025-01 to 04", "last four weeks, mid 2026", 2023, "", float("nan"))
    ] == [
        "2025",
        "2025-01",
        "2026",
        "2023",
        "",
        "",
    ]
    assert earlier("2025-01", "2025-02-03") and not earlier("2025", "2025-02") and not earlier("", "2025")


@pytest.mark.parametrize("name", FACTS)
def test_nothing_is_counted_before_it_happened(name):
    table = facts(name)
    when = next((column for column in WHEN if column in table), None)
    if when:
        assert told_too_early(table, when, "source_id").empty
        for edition in {"published", "vintage"} & set(table):
            early = [earlier(there, about) for there, about in zip(table[edition], table[when], strict=True)]
            assert table[early].empty, edition


@pytest.mark.parametrize("name", [name for name in FACTS if {"published", "vintage"} & set(data.load(name))])
def test_no_source_is_older_than_what_it_relays(name):
    table = data.load(name)
    for edition in {"published", "vintage"} & set(table):
        assert told_too_early(table, edition, "source_id").empty, edition


def test_the_evidence_on_a_claim_is_not_told_before_its_time():
    claims = data.load("claims").dropna(subset=["evidence_source_id"])
    assert told_too_early(claims, "evidence_date", "evidence_source_id").empty


@cache
def everything_said() -> pd.DataFrame:
    """Return every fact of every table as text: its own words, those of its source, and its status."""
    parts = []
    for name in FACTS:
        if name == "claims":  # the ledger keeps the status of its evidence in a column of its own
            continue
        table = facts(name)
        source = words(SOURCES.loc[table["source_id"], ["publisher", "title", "note"]])
        parts.append(pd.DataFrame({"said": words(table), "source": source.to_numpy(), "status": table["status"]}))
        parts[-1].insert(0, "table", name)
    return pd.concat(parts, ignore_index=True)


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_of_figure_has_one_status_in_every_table(kind):
    who, what, status = KINDS[kind]
    every = everything_said()
    rows = every[every["said"].str.contains(what) & (every["said"] + " " + every["source"]).str.contains(who)]
    assert len(rows) > 1
    assert rows[rows["status"] != status].empty


@pytest.mark.parametrize("name", [name for name in FACTS if name != "claims"])
def test_one_source_gives_one_measure_one_status(name):
    table = facts(name)
    measure = next((m for m in ("measure", "indicator", "series", "metric", "flow", "function") if m in table), None)
    if measure:
        by = [measure, "source_id", *({"counted_by"} & set(table))]
        assert (table.groupby(by, dropna=False)["status"].nunique() == 1).all()


def test_a_retracted_source_is_marked_and_its_rows_are_no_evidence():
    marked = SOURCES["title"].str.startswith("RETRACTED")
    assert (marked == SOURCES["retracted"].notna()).all() and marked.any()
    published = pd.to_datetime(SOURCES.loc[marked, "published"], format="ISO8601")
    assert (SOURCES.loc[marked, "retracted"] > published).all()
    gone = set(SOURCES.index[marked])
    for name in FACTS:
        table = data.load(name)
        assert ((table["status"] == "retracted") == table["source_id"].isin(gone)).all(), name
        for column in source_columns(ENTRIES[name])[1:]:
            assert not table[column].isin(gone).any(), (name, column)
        shown = words(table[table["status"] == "retracted"].drop(columns=["status", "note"], errors="ignore"))
        assert shown.str.contains("(retracted)", regex=False).all()


def test_a_reader_of_the_sources_sees_that_one_was_retracted():
    table = data.load("education_effects")
    row = table.index[table["status"] == "retracted"][0]
    for style in ("text", "bibtex", "csl"):
        assert "RETRACTED" in data.cite("education_effects", row, style)
    assert "RETRACTED" in data.sources("education_effects")._repr_html_()
