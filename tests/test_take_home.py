"""The folder to take home: one zip with all pages and the edition for students, which works with the network cut."""

import zipfile

import pytest

from kit import editions, notebooks
from kit.cli import main

LESSONS = notebooks.lessons()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["home.tar"], "does not end in .zip"), (["home.zip", "--site", "nowhere"], "nowhere is not a site")],
)
def test_a_take_home_that_cannot_be_made_gets_one_sentence(arguments, sentence, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["take-home", *arguments]) == 1
    assert sentence in capsys.readouterr().err


@pytest.fixture(scope="module")
def stick(site, tmp_path_factory):
    """The zip, and the folder that somebody unpacked from it."""
    folder = tmp_path_factory.mktemp("stick")
    made = editions.take_home(folder / "home.zip", site, say=lambda _: None)
    with zipfile.ZipFile(made) as packed:
        packed.extractall(folder)
    return made, folder / "ai-priorities-kit"


def test_the_take_home_zip_is_small_and_holds_pages_data_and_student_notebooks(stick, site):
    made, folder = stick
    assert made.stat().st_size < 25e6
    for path in LESSONS:
        assert (folder / "lessons" / f"{path.stem}.html").exists() and (
            folder / "student" / "notebooks" / path.name
        ).exists()
    assert (folder / "student" / "start.py").exists() and list((folder / "student" / "datasets").glob("*.csv"))
    assert "Open index.html" in (folder / "READ ME FIRST.txt").read_text(encoding="utf-8")
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert pages <= {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.mark.browser
def test_from_the_stick_with_the_network_cut_a_lesson_is_one_click_away_and_its_charts_move(stick, watch):
    watched = watch("file:", offline=True)
    page = watched.page
    page.goto((stick[1] / "index.html").as_uri())
    page.get_by_role("link", name=notebooks.metadata(LESSONS[0]).title).last.click()
    page.wait_for_selector("html[data-kit=ready]")
    explorer = page.locator(".kit[data-explorer]").first
    explorer.scroll_into_view_if_needed()
    explorer.locator(".main-svg").first.wait_for()
    before = explorer.locator(".kit-note").inner_text()
    control = explorer.locator("input:not([disabled]), select").first
    if control.get_attribute("type") == "range":
        control.press("Home")
    elif control.get_attribute("type") == "checkbox":
        control.uncheck()
    else:
        explorer.locator("input[type=radio]").last.check(force=True)
    page.wait_for_function(
        "before => document.querySelector('.kit[data-explorer] .kit-note').innerText !== before", arg=before
    )
    assert (watched.strangers, watched.errors) == ([], [])
