"""Every headline figure that was looked up again equals its row, and says how, when and what was seen."""

from datetime import date
from html import escape

import pytest

import kit.data as data
from kit.data.checks import HOW_CHECKED, headline_checks, tally
from kit.site.data_pages import write_data_pages

CHECKS = headline_checks()


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


def test_a_figure_that_the_publisher_was_not_seen_to_print_has_a_reason():
    weak = CHECKS[CHECKS["how"].isin(["relay", "not found"])]
    assert len(weak) and weak["note"].notna().all()


def test_the_pages_show_the_checks_and_count_them(tmp_path):
    write_data_pages(tmp_path, {})
    index = (tmp_path / "data" / "index.md").read_text(encoding="utf-8")
    assert f"{len(CHECKS)} figures" in index and tally(CHECKS["how"]) in index
    assert sum(int(part.split()[0]) for part in tally(CHECKS["how"]).split(", ")) == len(CHECKS)
    for name in data.datasets()["name"]:
        page = (tmp_path / "data" / f"{name}.md").read_text(encoding="utf-8")
        mine = CHECKS[CHECKS["dataset"] == name]
        assert all(escape(figure) in page for figure in mine["figure"])
        assert ("None of its figures has been looked up" in page) == mine.empty
