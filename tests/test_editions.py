"""Editions: a starter is its solution with blanks, nothing leaks to students, and each folder runs by itself."""

import ast
import json
import os
import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from kit import editions, notebooks
from kit.cli import main
from kit.notebooks import ASKING, tags_of
from kit.notebooks.files import as_text
from kit.site.outline import STEPS

ROOT = notebooks.NOTEBOOKS.parent
LESSONS = notebooks.lessons()
SILENT = {"say": lambda _: None}

# Runs notebooks as a student's Jupyter would, cell by cell, and goes on after an error: [[cell, tags, what it says]].
RUNNER = """
import ast, json, sys, kit
from pathlib import Path
found = {}
for path in map(Path, sys.argv[1:]):
    names, said = {}, found.setdefault(path.stem, [])
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]))
        last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        try:
            exec(compile(tree, cell["id"], "exec"), names)
            shown = repr(eval(compile(last, cell["id"], "eval"), names)) if last else ""
        except Exception as fault:
            shown = f"error: {fault!r}"
        said.append([cell["id"], cell["metadata"].get("tags", []), shown])
print(json.dumps([kit.__file__, found]))
"""


def run(folder):
    """Run an edition with its own kit and datasets, lessons side by side; return its kit and what each cell said."""
    (folder / "runner.py").write_text(RUNNER, encoding="utf-8")
    environment = dict(os.environ, PYTHONPATH=str(folder), PYTHONUTF8="1")

    def ran(names):
        done = subprocess.run(
            [sys.executable, "runner.py", *names],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout.splitlines()[-1])

    paths = sorted(f"notebooks/{path.name}" for path in (folder / "notebooks").glob("*.ipynb"))
    with ThreadPoolExecutor(2) as pool:
        (used, first), (_, second) = pool.map(ran, [paths[::2], paths[1::2]])
    (folder / "runner.py").unlink()
    return used, first | second


@pytest.fixture(scope="module")
def students(tmp_path_factory):
    folder = tmp_path_factory.mktemp("editions") / "student"
    editions.student(folder, **SILENT)
    return folder


@pytest.fixture(scope="module")
def students_run(students):
    used, found = run(students)
    assert used == str(students / "kit" / "__init__.py")
    return found


def teachers_lines(path):
    """Return the lines that only the teacher's cells and the solutions of a lesson have."""
    lines = {True: set(), False: set()}
    for cell in notebooks.read(path).cells:
        lines[bool({"teacher", "solution"} & tags_of(cell))] |= {line.strip() for line in cell.source.splitlines()}
    return {
        line
        for line in lines[True] - lines[False]
        if len(line) >= 16 and re.search(r"[a-z]{3}", line) and not re.fullmatch(r"[|\s:-]+", line)
    }


def answer_texts(path):
    """Return what tells an answer: reasons, right options, what follows a guess, findings, keys."""
    cells = notebooks.read(path).cells
    names = notebooks.kit_names(cells)
    told = set()
    for cell in cells:
        if not notebooks.holds_answers(cell, names):
            continue
        for name, call in notebooks.kit_calls(ast.parse(cell.source), names):
            parts = {keyword.arg: keyword.value for keyword in call.keywords}
            if name == "quiz":
                told |= set(re.findall(r"^\s*- \[[xX=]\].*$|(?<=:: ).*$", call.args[0].value, re.MULTILINE))
            elif name in {"predict", "explore"}:
                told |= sentences_in(parts[key] for key in ("why", "follows", "finding") if key in parts)
            elif name == "key":
                told |= sentences_in([parts[key] for key in ("hint", "unless") if key in parts])
    own = "\n".join(cell.source for cell in cells if "exercise" in tags_of(cell))
    examples = (ROOT / "kit" / "widgets" / "check.py").read_text(encoding="utf-8")
    texts = {text.strip() for text in told}
    return {text for text in texts if len(text) >= 20 and text not in own and text not in examples}


def sentences_in(nodes):
    """Return the texts in some expressions that are words to a reader: they end like a sentence."""
    texts = (node.value for top in nodes for node in ast.walk(top) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and text.strip().endswith((".", "?", "!"))}


def forms(line):
    """Return a line as it stands in a text, and as JSON writes it inside a notebook."""
    return {line, json.dumps(line)[1:-1], json.dumps(line, ensure_ascii=False)[1:-1]}


@pytest.fixture(scope="module")
def raw(students):
    """The text of every file of the edition for students."""
    return [
        file.read_text(encoding="utf-8") for file in students.rglob("*") if file.is_file() and file.suffix != ".png"
    ]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_solution_no_answer_and_no_word_for_teachers_is_left_anywhere_in_the_student_edition(students, raw, path):
    hidden, told = teachers_lines(path), answer_texts(path)
    assert len(hidden) > 15, "a lesson has notes for teachers and three solutions"
    assert len(told) > 10, "a lesson has reasons, right options and what follows a guess"
    assert [line for line in hidden | told if any(form in text for text in raw for form in forms(line))] == []
    notebook = notebooks.read(students / "notebooks" / path.name)
    assert set(notebook.metadata) == {"kernelspec", "language_info", "kit"}
    assert not [
        cell for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count") or cell.get("attachments")
    ]
    assert {key for cell in notebook.cells for key in cell.metadata} <= {"tags", "jupyter"}
    assert {tag for cell in notebook.cells for tag in tags_of(cell)} <= {
        *STEPS,
        "exercise",
        "imports",
        "keys",
        "shown",
        "task",
        "discuss",
    }


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_what_tells_an_answer_is_packed_collapsed_and_the_same_when_unpacked(students, path):
    cells = notebooks.read(path).cells
    names = notebooks.kit_names(cells)
    given_out = {cell.id: cell for cell in notebooks.read(students / "notebooks" / path.name).cells}
    packed = [cell for cell in cells if notebooks.holds_answers(cell, names)]
    assert len(packed) >= 2, "a lesson asks for a guess, and more"
    for cell in packed:
        found = given_out[cell.id]
        assert found.metadata["jupyter"] == {"source_hidden": True}
        assert notebooks.unseal(found.source.split('"""')[1]) == cell.source
    assert not [cell.id for cell in given_out.values() if notebooks.holds_answers(cell, names)]
    assert not [
        cell.id
        for cell in given_out.values()
        for call in ASKING
        if f"kit.{call}(" in cell.source and "exercise" not in tags_of(cell)
    ]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_stored_words_of_a_committed_lesson_tell_no_answer(path):
    cells = notebooks.read(path).cells
    names = notebooks.kit_names(cells)
    stored = "\n".join(
        json.dumps(cell.outputs, ensure_ascii=False) for cell in cells if notebooks.holds_answers(cell, names)
    )
    assert stored.count("text/plain") >= 2
    assert [line for line in answer_texts(path) if any(form in stored for form in forms(line))] == []


class Visible(HTMLParser):
    """Collects the text of a page that shows before any click: no script, no style, no closed fold, nothing hidden."""

    VOID = frozenset(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
    )

    def __init__(self):
        super().__init__()
        self.text, self.open = [], []

    def hides(self, tag, attributes):
        parent = self.open[-1] if self.open else ("", False, True)
        closed = parent[0] == "details" and tag != "summary" and not parent[2]
        return parent[1] or closed or tag in {"script", "style", "template", "head"} or "hidden" in attributes

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            attributes = dict(attributes)
            self.open.append((tag, self.hides(tag, attributes), "open" in attributes))

    def handle_endtag(self, tag):
        if any(tag == one[0] for one in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if self.open and not self.open[-1][1] and not (self.open[-1][0] == "details" and not self.open[-1][2]):
            self.text.append(data)


def visible(html):
    page = Visible()
    page.feed(html)
    return " ".join("".join(page.text).split())


def test_what_is_folded_or_packed_is_not_visible():
    page = "<p>a<script>b</script><br></p><details><summary>c</summary><p>d</p>e</details><details open>f</details>"
    assert visible(f"<html><head><title>t</title></head>{page}<p hidden>g</p>h</html>") == "acfh"


def test_no_page_tells_an_answer_before_a_click(site):
    told = {" ".join(text.split()) for path in LESSONS for text in answer_texts(path)}
    told |= {"✓ " + text.partition("] ")[2].partition(" ::")[0] for text in told if text.startswith("- [")}
    pages = {page: visible(page.read_text(encoding="utf-8")) for page in site.rglob("*.html")}
    given = [page for page in pages if "teachers" not in page.parts and not page.stem.endswith("_answers")]
    assert len(given) > 3 * len(LESSONS) and len(told) > 300
    assert [(page.name, text) for page in given for text in told if text in pages[page]] == []
    # The same search finds them where they belong: on the answers to the worksheet.
    assert sum(text in pages[page] for page in pages if page.stem.endswith("_answers") for text in told) > 100


def test_the_leak_tests_find_a_leak():
    path = LESSONS[-1]
    clean = as_text(editions.for_students(notebooks.read(path)))
    for line in (min(teachers_lines(path)), min(answer_texts(path))):
        assert not [form for form in forms(line) if form in clean]
        leaky = editions.for_students(notebooks.read(path))
        leaky.cells[0].source += line
        assert [form for form in forms(line) if form in as_text(leaky)]


# Somebody else's lesson


def lesson(*cells, **about):
    return new_notebook(cells=[new_code_cell("import kit", id="imports"), *cells], metadata=about)


def loud(word):
    """Ways in which a hand writes a tag: capitals anywhere, blanks around it, more words."""
    letters = st.tuples(*[st.sampled_from([letter.lower(), letter.upper()]) for letter in word]).map("".join)
    blank = st.text(" \t\u00a0\u3000", max_size=3)
    more = st.sampled_from(["", "s", "-only", " notes", "_cell"])
    before = st.sampled_from(["", "for ", "my-", "For_the_"])
    return st.tuples(blank, before, letters, more, blank).map("".join)


@given(st.sampled_from(["teacher", "solution"]).flatmap(loud), st.booleans())
def test_a_cell_that_is_tagged_in_any_hand_is_not_given_to_students(tag, is_code):
    make = new_code_cell if is_code else new_markdown_cell
    made = editions.for_students(lesson(make("x = 'hidden words'", metadata={"tags": [tag]})))
    assert [cell.source for cell in made.cells] == ["import kit"]


@given(
    st.sampled_from(["", "# ", "### ", "###", "**", "__", "> ", "<h3>", "<b><i>", "- ", "## 🧑‍🏫 ", "  "]),
    st.sampled_from(
        [
            "For the teacher: pairs work best", "for teachers", "For all teachers: read", "Notes for the teacher",
            "NOTE FOR TEACHERS", "Teacher's notes", "Teacher notes: bring dice", "Teachers’ guide", "Teacher",
            "Teacher:", "Instructor", "For instructors", "Solution", "Solution 2:", "SOLUTIONS", "Answer key",
            "Teacher only",
        ]
    ),
    st.sampled_from(["", "Words for all.\n\n", "# A title\n"]),
)  # fmt: skip
def test_a_heading_for_teachers_without_a_tag_is_refused_in_one_sentence(marks, heading, before):
    cell = new_markdown_cell(f"{before}{marks}{heading}\n\nhidden words", id="note")
    with pytest.raises(notebooks.LessonError, match=r"The cell “note” has the line .* tag it teacher"):
        editions.for_students(lesson(cell))
    cell.metadata["tags"] = ["teacher"]
    assert "hidden words" not in as_text(editions.for_students(lesson(cell)))


@pytest.mark.parametrize(
    "words",
    [
        "## Pupils per teacher", "### Teachers and screens", "Ask your teacher for dice.", "## Solutions that scale",
        "The teacher for whom it was built", "# For the class: who teaches?", "A robot for the teacher costs 20.",
    ],
)  # fmt: skip
def test_a_lesson_may_speak_of_teachers(words):
    assert [cell.source for cell in editions.for_students(lesson(new_markdown_cell(words))).cells[1:]] == [words]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(["nbgrader", "note", "answer", "slideshow", "jupyter", "name"]), JSON), JSON)
def test_metadata_that_nobody_expects_do_not_reach_students(strange, word):
    secret = {"deep": "hidden words"}
    strange = {key: value for key, value in strange.items() if key not in ("jupyter", "name")} | {"author": secret}
    cells = [new_markdown_cell("Hello", metadata=strange), new_code_cell("x = 1", metadata=strange)]
    made = editions.for_students(lesson(*cells, kit={"minutes": 45, "key": secret, "x": word}, rubric=secret))
    assert {key for cell in made.cells for key in cell.metadata} <= {"tags", "jupyter"}
    assert made.metadata["kit"] == {"minutes": 45}
    assert set(made.metadata) == {"kernelspec", "language_info", "kit"} and "hidden" not in as_text(made)


@pytest.mark.parametrize(
    ("imports", "source"),
    [
        ("import kit as k", "k.predict('How many?', 777, id='a')"),
        ("from kit import quiz", "quiz('Which?\\n- [x] 777 :: because')"),
        ("from kit import predict as guess", "x = 1\nguess('How many?', 777, id='a')"),
        ("import kit", "for count in [1]:\n    kit.predict('How many?', 777, id='a')"),
    ],
)
def test_answers_are_packed_whatever_the_kit_is_called_and_random_ids_tell_nothing(imports, source):
    cells = [new_code_cell(imports), new_code_cell(source, id="0123abcd")]
    made = editions.for_students(new_notebook(cells=cells))
    assert "777" not in as_text(made)
    names = {}
    for cell in made.cells:
        exec(cell.source, names)


@pytest.mark.parametrize(
    "source", ["%%time\nkit.quiz('a')", "!ls\nkit.predict('a', 1, id='b')", "x = (\nkit.quiz('a')"]
)
def test_an_answer_that_cannot_be_packed_is_refused_in_one_sentence(source):
    with pytest.raises(notebooks.LessonError, match="“magic” asks a question and is not plain Python"):
        editions.for_students(lesson(new_code_cell(source, id="magic")))


def test_what_speaks_to_teachers_in_the_kit_stays_with_them(students):
    for name in ("site", "editions.py", "printing.py", "preview.py", "browser.py"):
        assert not (students / "kit" / name).exists(), name
    assert not list(students.rglob("__pycache__"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_student_edition_runs_and_only_unfinished_exercises_complain(students, students_run, path):
    said = students_run[path.stem]
    starters = {
        cell.id: cell.source for cell in notebooks.read(path).cells if "exercise" in cell.metadata.get("tags", [])
    }
    kept = {cell.id: cell.source for cell in notebooks.read(students / "notebooks" / path.name).cells}
    assert {name: kept[name] for name in starters} == starters
    assert [(name, words) for name, tags, words in said if words.startswith("error") and "exercise" not in tags] == []
    for name, tags, words in said:
        if "exercise" in tags:
            assert words.startswith("error") or "✗ Not yet" in words or "Still blank" in words, (
                f"{name} says {words!r} before anybody has worked on it"
            )


def test_the_teacher_edition_is_whole_opened_up_and_reads_the_codes_of_the_class(tmp_path):
    editions.teacher(tmp_path / "teacher", **SILENT)
    used, found = run(tmp_path / "teacher")
    assert used == str(tmp_path / "teacher" / "kit" / "__init__.py")
    for path in LESSONS:
        whole = {cell.id: cell.source for cell in notebooks.read(path).cells}
        opened = {
            cell.id: cell.source.replace("<details open>", "<details>")
            for cell in notebooks.read(tmp_path / "teacher" / "notebooks" / path.name).cells
        }
        assert whole.items() <= opened.items()
        said = {name: words for name, _, words in found[path.stem]}
        assert not [name for name, words in said.items() if words.startswith("error") and "exercise" not in name]
        asked = re.findall(r'kit\.quiz\(.*?id="([^"]+)"', "\n".join(whole.values()), re.DOTALL)
        assert asked and "questions are known here" in said["poll"]
    assert (tmp_path / "teacher" / "kit" / "site").is_dir()
    assert (tmp_path / "teacher" / "README.md").read_text(encoding="utf-8").count("# AI Priorities Kit") == 1


def test_start_py_can_install_the_student_edition(students):
    build = (
        "from flit_core.buildapi import prepare_metadata_for_build_editable as prepare; "
        "import sys; print(prepare(sys.argv[1]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", build, str(students.parent)],
        cwd=students,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr


def test_from_the_teacher_edition_the_same_student_edition_can_be_made(students, tmp_path):
    editions.teacher(tmp_path / "teacher", **SILENT)
    for path in LESSONS:
        again = editions.for_students(notebooks.read(tmp_path / "teacher" / "notebooks" / path.name))
        first = notebooks.read(students / "notebooks" / path.name)
        assert [cell.id for cell in again.cells] == [cell.id for cell in first.cells]


def test_a_stored_output_and_its_number_do_not_reach_students():
    code = new_code_cell(
        "1 + 1", outputs=[new_output("stream", text="2")], execution_count=3, metadata={"tags": ["exercise"]}
    )
    made = editions.for_students(
        new_notebook(
            cells=[
                code,
                new_markdown_cell("Likely", metadata={"tags": ["teacher"]}),
                new_code_cell("2", metadata={"tags": ["solution"]}),
            ]
        )
    )
    assert [(cell.source, cell.outputs, cell.execution_count) for cell in made.cells] == [("1 + 1", [], None)]


@pytest.mark.parametrize("command", ["student", "teacher"])
def test_an_edition_is_never_written_over_somebodys_work(tmp_path, command, capsys):
    (tmp_path / "essay.txt").write_text("mine", encoding="utf-8")
    assert main([command, str(tmp_path)]) == 1
    assert "is not empty: choose a new folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["essay.txt"]


def test_a_command_that_an_edition_lacks_gets_one_sentence(students):
    ran = subprocess.run(
        [sys.executable, "-m", "kit", "student", "x"],
        cwd=students,
        env=dict(os.environ, PYTHONPATH=str(students), PYTHONUTF8="1"),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 1
    assert ran.stderr == "This edition of the kit has no command “student”: take the whole kit.\n"


# To take home


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
    made = editions.take_home(folder / "home.zip", site, **SILENT)
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
