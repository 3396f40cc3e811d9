"""Pages for teachers: made from the lessons, complete for each of them, and alive without a network."""

import json
import re
import subprocess
import sys

import pytest

from kit import notebooks
from kit.cli import main
from kit.site import teacher_pages
from kit.site.outline import VARIANTS, minutes_in, outline
from kit.widgets import codes

LESSONS = notebooks.lessons()
HEADS = [notebooks.metadata(path) for path in LESSONS]
THEMES = {
    "stock and flow",
    "rates and shares",
    "diffusion",
    "forecast",
    "selection",
    "probability",
    "cost",
    "causality",
    "networks",
    "measurement",
    "text as data",
}


def name_of(path):
    return path.stem


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_each_lesson_says_its_minutes_step_by_step_and_they_add_up(path):
    taken_apart = outline(path, notebooks.read(path))
    rows = minutes_in(taken_apart.plan["table"])
    assert len(rows) >= 6
    assert sum(minutes for minutes, _, _ in rows) == taken_apart.head.minutes
    # The headings of the lesson tell its class the same minutes, each for its own step.
    headings = dict(
        re.findall(
            r"^## (.+?) · (\d+) minutes$", "\n".join(cell.source for cell in notebooks.read(path).cells), re.MULTILINE
        )
    )
    told = {}
    for minutes, step, _ in rows:
        told[step] = told.get(step, 0) + minutes
    assert {step: int(minutes) for step, minutes in headings.items()} == {step: told.get(step) for step in headings}


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_each_lesson_has_a_short_and_a_long_version_and_one_without_computers_likely_answers_and_misconceptions(path):
    taken_apart = outline(path, notebooks.read(path))
    assert {name: bool(taken_apart.plan.get(name)) for name in VARIANTS} == dict.fromkeys(VARIANTS, True), (
        f"{path.name}: write **20 minutes:**, **90 minutes:**, **No computers:**, **Before class:** into the "
        "first teacher's cell"
    )
    assert len([note for note in taken_apart.notes if note.likely]) >= 3
    assert "isconception" in "\n".join(note.words for note in taken_apart.notes)
    assert len(taken_apart.tasks) >= 2 and taken_apart.lead_in and taken_apart.discuss


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.name)
def test_each_lesson_says_its_themes_subjects_and_ages_for_the_planner(head):
    assert head.themes and set(head.themes) <= THEMES, (
        f"{head.name}: the metadata “kit” needs “themes”, one to three of {sorted(THEMES)}"
    )
    assert head.subjects and set(head.subjects) <= set(teacher_pages.SUBJECTS), (
        f"{head.name}: the metadata “kit” needs “subjects”, one to four of {sorted(teacher_pages.SUBJECTS)}"
    )
    assert re.fullmatch(r"\d\d\+", head.ages), f"{head.name}: the metadata “kit” needs “ages”, such as “14+”"


def test_the_ready_courses_are_one_lesson_a_week_and_a_term_of_all():
    one, week, term = (teacher_pages.course(numbers, HEADS) for _, _, numbers in teacher_pages.COURSES)
    assert len(one) == 1 and len(week) <= 5 and term == HEADS


def test_a_lesson_page_for_teachers_has_every_word_of_their_cells():
    path = LESSONS[1]
    page = teacher_pages._lesson_page(outline(path, notebooks.read(path)))
    for cell in notebooks.read(path).cells:
        if "teacher" in cell.metadata.get("tags", []):
            for line in re.sub(
                r"^### .*$|\*\*(20|90) minutes:\*\*.*|\*\*(No computers|Before class):\*\*.*",
                "",
                cell.source,
                flags=re.MULTILINE,
            ).splitlines():
                assert line in page
    assert "## With 20 minutes\n\nPredict, the first explorer" in page


# In the site


def open_page(watch, site, name, **options):
    watched = watch("file:", offline=True, **options)
    path, _, place = name.partition("#")
    watched.page.goto((site / path).as_uri() + (f"#{place}" if place else ""))
    return watched


@pytest.mark.browser
def test_every_link_of_the_pages_for_teachers_leads_somewhere(watch, site):
    page = watch("file:", offline=True).page
    pages = sorted(site.glob("teachers/*.html"))
    assert len(pages) == len(LESSONS) + 5
    for path in pages:
        page.goto(path.as_uri())
        links = page.locator("article a[href]").evaluate_all("links => links.map(link => link.href)")
        lost = [
            link
            for link in links
            if link.startswith("file:") and not (site / link.split("#")[0].split(f"{site.name}/", 1)[1]).exists()
        ]
        assert lost == [], path.name


@pytest.mark.browser
def test_without_javascript_the_planner_is_a_table_and_the_courses_add_up_to_the_lessons_minutes(watch, site):
    page = open_page(watch, site, "teachers/planner.html", java_script_enabled=False).page
    assert not page.locator("#planner").is_visible()
    minutes = page.locator("#lessons tbody tr").evaluate_all("rows => rows.map(row => Number(row.dataset.minutes))")
    assert minutes == [head.minutes for head in HEADS]
    totals = page.locator("article table:not(#lessons) tbody tr:last-child").evaluate_all(
        "rows => rows.map(row => row.innerText.split(/\\s+/))"
    )
    expected = [teacher_pages.course(numbers, HEADS) for _, _, numbers in teacher_pages.COURSES]
    assert [(int(row[0]), int(row[2])) for row in totals] == [
        (len(chosen), sum(head.minutes for head in chosen)) for chosen in expected
    ]


@pytest.mark.browser
def test_the_planner_adds_up_what_is_ticked_and_its_address_holds_the_plan(watch, site):
    watched = open_page(watch, site, "teachers/planner.html")
    page = watched.page
    total = page.locator(".kit-total")
    assert total.inner_text() == "0 lessons, 0 minutes."
    first, second = HEADS[:2]
    page.get_by_role("checkbox", name=f"Lesson {first.name[:2]} in my course").check()
    page.get_by_role("checkbox", name=f"Lesson {second.name[:2]} in my course").press("Space")
    assert total.inner_text() == f"2 lessons, {first.minutes + second.minutes} minutes."
    assert page.url.endswith(f"#plan={first.name[:2]},{second.name[:2]}")
    page.reload()
    assert total.inner_text() == f"2 lessons, {first.minutes + second.minutes} minutes."
    page.get_by_role("button", name="Clear").click()
    assert total.inner_text() == "0 lessons, 0 minutes." and "#" not in page.url
    page.get_by_role("link", name="Put “A term” into the planner").click()
    page.wait_for_function("location.hash")
    assert total.inner_text() == f"{len(HEADS)} lessons, {sum(head.minutes for head in HEADS)} minutes."
    assert (watched.strangers, watched.errors) == ([], [])


@pytest.mark.browser
def test_the_planner_picks_by_time_age_theme_and_subject(watch, site):
    page = open_page(watch, site, "teachers/planner.html").page
    theme = HEADS[0].themes[0]
    fitting = [head for head in HEADS if theme in head.themes]
    page.get_by_role("combobox", name="Theme").select_option(theme)
    shown = page.locator("#lessons tbody tr:visible").evaluate_all("rows => rows.map(row => row.dataset.lesson)")
    assert shown == [head.name[:2] for head in fitting]
    room = fitting[0].minutes + 10
    page.get_by_label("Minutes in all").fill(str(room))
    page.get_by_role("button", name="Fill my time").click()
    assert (
        page.locator(".kit-total")
        .inner_text()
        .startswith(f"1 lesson, {fitting[0].minutes} minutes. 10 minutes are left.")
    )
    page.get_by_label("Minutes in all").fill("30")
    assert f"That is {fitting[0].minutes - 30} more than you have." in page.locator(".kit-total").inner_text()
    page.get_by_role("button", name="Clear").click()
    youngest = min(int(head.ages[:-1] or 0) for head in HEADS)
    page.get_by_label("Age of the youngest").fill(str(youngest))
    shown = page.locator("#lessons tbody tr:visible").evaluate_all("rows => rows.map(row => row.dataset.lesson)")
    assert shown == [head.name[:2] for head in HEADS if int(head.ages[:-1] or 0) <= youngest]


@pytest.mark.browser
def test_the_codes_page_reads_a_code_from_every_lesson(watch, site):
    watched = open_page(watch, site, "teachers/poll.html")
    page = watched.page
    page.wait_for_selector("html[data-kit=ready]")
    known = json.loads(page_spec(site))["questions"]
    made = [codes.encode(form, [1] * len(form["radices"])) for form in known]
    names = {form["prefix"] for form in known}
    for path in LESSONS:
        assert codes.prefix(f"{path.stem[:2]}-check") in names, path.stem
    page.get_by_label("Codes of the class").fill("\n".join(made))
    assert page.locator("#poll .kit-note").inner_text() == f"Codes read: {len(made)}."
    assert page.locator(".kit-answers").count() == len(known)
    assert (watched.strangers, watched.errors) == ([], [])


def page_spec(site):
    return re.search(
        r'data-kit="poll"><script type="application/json">(.*?)</script>',
        (site / "teachers" / "poll.html").read_text(encoding="utf-8"),
    )[1]


# Worksheets


@pytest.mark.browser
@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_a_worksheet_is_two_pages_with_every_question_and_no_answer(browser, site, path):
    page = browser.new_page()
    page.goto((site / "worksheets" / f"{path.stem}.html").as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) <= 2
    words = re.sub(r"\s+", " ", page.locator("body").inner_text())
    solved = re.sub(
        r"\s+",
        " ",
        (page.goto((site / "worksheets" / f"{path.stem}_answers.html").as_uri()), page.locator("body").inner_text())[1],
    )
    page.close()
    forms = [
        form for form in json.loads(page_spec(site))["questions"] if form["title"].startswith(f"Lesson {path.stem[:2]}")
    ]
    check = next(form for form in forms if form["prefix"] == codes.prefix(f"{path.stem[:2]}-check"))
    for part in check["parts"]:
        assert part["text"] in words and part["text"] in solved
        for why in part.get("why", []):
            assert re.sub(r"\s+", " ", why) not in words
    assert "✓" not in words and "✓" in solved and "**" not in words + solved
    for note in outline(path, notebooks.read(path)).notes:
        assert not note.likely or note.likely[:60] not in words


@pytest.mark.browser
def test_a_worksheet_has_no_barrier_and_asks_nobody_for_anything(watch, site):
    from axe_playwright_python.sync_playwright import Axe

    for name in (
        f"{LESSONS[0].stem}.html",
        f"{LESSONS[1].stem}.html",
        f"{LESSONS[1].stem}_answers.html",
        f"{LESSONS[1].stem}_charts.html",
    ):
        watched = open_page(watch, site, f"worksheets/{name}", width=390)
        assert Axe().run(watched.page).response["violations"] == [], name
        assert (watched.strangers, watched.errors) == ([], [])
        assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_print_writes_a_worksheet_and_its_answers_as_pdf(tmp_path, browser):
    # The browser of the other tests runs in this thread already, so the command runs as its author would run it.
    command = [sys.executable, "-m", "kit", "print", str(tmp_path / "paper"), "--only", str(LESSONS[1])]
    subprocess.run(command, cwd=LESSONS[1].parents[1], check=True, capture_output=True)
    made = sorted(tmp_path.glob("paper/*"))
    assert [path.name for path in made] == [f"{LESSONS[1].stem}{kind}.pdf" for kind in ("", "_answers", "_charts")]
    pages = [len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes())) for path in made]
    assert pages[0] == pages[2] == 2 and pages[1] in {1, 2, 3}


def test_without_a_browser_print_says_in_one_sentence_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("kit.browser.PLACES", ())
    assert main(["print", str(tmp_path / "paper")]) == 1
    assert capsys.readouterr().err.startswith(
        "For pictures and paper the kit needs Chromium, Chrome or Edge: install one of them"
    )
    assert not (tmp_path / "paper").exists()
