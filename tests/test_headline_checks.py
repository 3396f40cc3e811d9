"""Every headline figure that was looked up again equals its row, and says how, when and what was seen."""

import re
from datetime import date
from html import escape

import pytest

import kit.data as data
from kit.data.checks import HOW_CHECKED, NOT_AGAIN, headline_checks, mark, tally
from kit.site.data_pages import write_data_pages

CHECKS = headline_checks()
FIRM, TWICE = 0.78, 0.95  # shares reached: at the publisher or in two sources; these and two relays. The aim is 0.9.


@pytest.mark.parametrize("check", CHECKS.itertuples(), ids=CHECKS["check_id"])
def test_a_headline_figure_is_the_one_in_its_dataset(check):
    found = data.load(check.dataset).query(check.rows)
    assert len(found) == 1, check.rows
    assert float(found[check.column].iloc[0]) == check.value
    assert check.lesson in data.resource(check.dataset)["lessons"]


def test_every_check_has_a_known_word_and_a_day_that_has_been():
    assert set(CHECKS["how"]) == set(HOW_CHECKED)
    assert all("2026-11-24" <= str(day)[:10] <= date.today().isoformat() for day in CHECKS["date"])
    assert not CHECKS.duplicated(["dataset", "rows", "column"]).any()
    assert CHECKS["lesson"].nunique() == 15


def test_a_figure_that_the_publisher_was_not_seen_to_print_says_whose_claim_it_is():
    weak = CHECKS[CHECKS["how"].isin(["two relays", "relay", "not found"])]
    whose = r"'s (?:figure|count|claim|estimate|survey|goal|expectation|own account)|not found at its publisher"
    assert len(weak) and weak["note"].str.contains(whose).all()


def test_a_figure_that_was_not_found_says_so_in_the_note_of_its_source_and_in_the_words_of_its_dataset():
    for check in CHECKS[CHECKS["how"] == "not found"].itertuples():
        row = data.load(check.dataset).query(check.rows).iloc[0]
        note = data.load("sources").set_index("source_id")["note"][row["source_id"]]
        told = [check.note, note, *data.resource(check.dataset)["caveats"]]
        assert sum(bool(re.search(r"not found at (?:its|their) publisher in November 2026", one)) for one in told) >= 3


@pytest.mark.parametrize(
    ("check_id", "computed"),
    [
        ("H15", 100 * 133.7 / 226.1),
        ("H16", 100 * 1.71 / 3.272),
        ("H47", 2.788 * 2),
        ("H69", 100 * 1280.9 / 2374.4),
        ("H70", (512 * (198 + 80) + 5000) * 2 / 1e6),
        ("H71", 100 * 13150 / 15800),
    ],
)
def test_the_counts_that_were_seen_give_the_figure(check_id, computed):
    value = CHECKS.set_index("check_id")["value"][check_id]
    assert computed == pytest.approx(value, rel=0.003)


def test_the_shares_of_firm_checks_do_not_fall():
    counts = CHECKS["how"].value_counts()
    firm = counts["publisher"] + counts["two sources"]
    assert firm / len(CHECKS) >= FIRM and (firm + counts["two relays"]) / len(CHECKS) >= TWICE


@pytest.mark.parametrize("name", data.datasets()["name"])
def test_every_dataset_has_a_mark_with_a_known_word_and_a_day_that_has_been(name):
    how, on = mark(name)
    assert how in {*HOW_CHECKED, NOT_AGAIN}
    assert "2026-01-01" < on <= date.today().isoformat()
    mine = CHECKS.loc[CHECKS["dataset"] == name, "how"]
    assert (how == NOT_AGAIN) == mine.empty and (mine.empty or how in set(mine))


def test_weak_carriers_are_named_where_a_reader_looks(tmp_path):
    sources = data.load("sources").set_index("source_id")["note"].fillna("")
    assert all(
        sources[one].startswith("weak carrier: ") for one in ("neighborhoodsf-h100", "owid-faostat-cereal-yield-2022")
    )
    write_data_pages(tmp_path, {})
    assert "weak carrier: a personal wiki" in (tmp_path / "data" / "chip_rental.md").read_text(encoding="utf-8")
    assert "weak carrier: a student" in (tmp_path / "data" / "cereal_yields.md").read_text(encoding="utf-8")


def test_the_pages_show_the_checks_and_count_them(tmp_path):
    write_data_pages(tmp_path, {})
    index = (tmp_path / "data" / "index.md").read_text(encoding="utf-8")
    assert f"{len(CHECKS)} figures" in index and tally(CHECKS["how"]) in index
    assert sum(int(part.split()[0]) for part in tally(CHECKS["how"]).split(", ")) == len(CHECKS)
    for name in data.datasets()["name"]:
        page = (tmp_path / "data" / f"{name}.md").read_text(encoding="utf-8")
        mine = CHECKS[CHECKS["dataset"] == name]
        assert f"{mark(name).how} (last look {mark(name).on})" in page
        assert f"<strong>{mark(name).how}</strong>, {mark(name).on}" in index
        assert all(escape(figure) in page for figure in mine["figure"])
        assert ("None of its figures has been looked up" in page) == mine.empty
