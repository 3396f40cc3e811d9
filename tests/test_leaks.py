"""Nothing tells an answer before a guess: no file of the student edition, no file of the site, no page as it opens."""

import ast
import json
import re
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import data, notebooks
from kit.notebooks import tags_of
from kit.notebooks.files import as_text
from kit.notebooks.handing_out import lesson_for_students
from kit.widgets import embedding
from kit.widgets.numbers import format_number

LESSONS = notebooks.lessons()
EXAMPLES = (notebooks.NOTEBOOKS.parent / "kit" / "widgets" / "check.py").read_text(encoding="utf-8")
#: Texts that are shorter tell nothing by themselves.
WIDTH = 16


@cache
def hidden_lines(path):
    """Return the lines that stand only in what students do not read: teacher's words, solutions, cells with answers."""
    cells = notebooks.read(path).cells
    names = notebooks.kit_names(cells)
    parts = {True: [], False: []}
    for cell in cells:
        parts[bool({"teacher", "solution"} & tags_of(cell)) or notebooks.holds_answers(cell, names)].append(cell.source)
    open_to_all = "\n".join(parts[False])
    lines = {line.strip() for source in parts[True] for line in source.splitlines()}
    return {line for line in lines if len(line) >= WIDTH and re.search("[a-z]{3}", line) and line not in open_to_all}


@cache
def solution_lines(path):
    """Return the lines of code that only the solutions of a lesson have."""
    code = [cell for cell in notebooks.read(path).cells if cell.cell_type == "code"]
    lines = [line.strip() for cell in code if "solution" in tags_of(cell) for line in cell.source.splitlines()]
    others = "\n".join(cell.source for cell in code if "solution" not in tags_of(cell))
    return {line for line in lines if len(line) >= WIDTH and line not in others}


@cache
def answer_texts(path):
    """Return what tells an answer: reasons, right options, what follows a guess, findings, words on mistakes."""
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
    texts = {" ".join(text.split()) for text in told}
    return {text for text in texts if len(text) >= 20 and text not in own and text not in EXAMPLES}


def sentences_in(nodes):
    """Return the texts in some expressions that are words to a reader: they end like a sentence."""
    texts = (node.value for top in nodes for node in ast.walk(top) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and text.strip().endswith((".", "?", "!"))}


def forms(text):
    """Return a text as it stands, and as JSON writes it inside a notebook."""
    return {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}


class Sought:
    """Texts that are looked for in long texts, each by one walk in steps of half a width.

    A text of one width holds a whole step wherever it stands, so every step of the long text is looked up among the
    pieces of the wanted ones.
    """

    STEP = WIDTH // 2

    def __init__(self, wanted):
        self.pieces = {}
        for one in wanted:
            for form in forms(one):
                for shift in range(self.STEP):
                    self.pieces.setdefault(form[shift : shift + self.STEP], []).append((shift, form, one))

    def found_in(self, text):
        """Return those of the texts that stand in a long text."""
        return {
            one
            for place in range(0, len(text), self.STEP)
            for shift, form, one in self.pieces.get(text[place : place + self.STEP], ())
            if place >= shift and text.startswith(form, place - shift)
        }


def text_files(folder):
    """Yield the files of a folder that are text, with their words."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in {".png", ".svg", ".woff2"}:
            yield path, path.read_text(encoding="utf-8")


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


def truths(html):
    """Return question → the truths of the numbers that a page lets its reader guess, as a sentence would write them."""
    found = {}
    for block in re.findall(r'data-kit="predict"><script type="application/json">(.*?)</script>', html, re.DOTALL):
        spec = json.loads(block)
        truth = embedding.decompress(spec["secret"])["truth"]
        if spec["mode"] != "choice":
            found[spec["title"]] = in_sentences(truth[-1] if spec["mode"] == "line" else truth, spec["unit"])
    return found


def in_sentences(value, unit):
    """Return how prose writes a value: as it is or rounded to three digits, a small one only with its unit."""
    numbers = {format_number(value), format_number(float(f"{value:.3g}"))}
    if abs(value) >= 1000:
        return numbers
    units = {"%"} if unit.startswith("%") else {unit, "%"} if unit == "of 100" else {unit}
    return {f"{number}{gap}{short}" for number in numbers for short in units for gap in (" ", "\u00a0", "")}


def tells(truth, text):
    return re.search(rf"(?<![\d.,]){re.escape(truth)}(?![\d]|[.,]\d)", text) is not None


# What is packed


@pytest.fixture(scope="module")
def hidden():
    """Line or text that no student reads in a lesson → the lesson."""
    return {line: path.stem for path in LESSONS for line in hidden_lines(path) | answer_texts(path)}


def test_every_lesson_has_something_to_hide(hidden):
    for path in LESSONS:
        assert len(hidden_lines(path)) > 30, "notes for teachers, three solutions, questions, keys"
        assert len(answer_texts(path)) > 10, "reasons, right options and what follows a guess"
        assert len(solution_lines(path)) >= 3


def test_no_file_of_the_student_edition_holds_an_answer_a_solution_or_a_word_for_teachers(student_edition, hidden):
    files, sought = list(text_files(student_edition)), Sought(hidden)
    assert len(files) > 200
    assert [(path.name, line, hidden[line]) for path, text in files for line in sought.found_in(text)] == []


def test_the_kits_verdicts_stand_in_the_open_ledger_and_nowhere_else_in_the_student_edition(student_edition):
    reasons = Sought(data.load("claims")["verdict_reason"])
    telling = {path.name for path, text in text_files(student_edition) if reasons.found_in(text)}
    assert telling == {"claims.csv"}


def test_no_file_of_the_site_but_pages_holds_an_answer_a_solution_or_a_word_for_teachers(site, hidden):
    files = [(path, text) for path, text in text_files(site) if path.suffix != ".html"]
    assert {path.name for path, _ in files} >= {path.name for path in LESSONS} | {"searchindex.js", "claims.csv"}
    sought = Sought(hidden)
    assert [(path.name, line, hidden[line]) for path, text in files for line in sought.found_in(text)] == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_page_gives_the_notebook_that_students_get(site, path):
    (given,) = site.rglob(path.name)
    assert given.read_text(encoding="utf-8") == as_text(lesson_for_students(path))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_stored_words_of_a_committed_lesson_tell_no_answer(path):
    cells = notebooks.read(path).cells
    names = notebooks.kit_names(cells)
    stored = "\n".join(
        json.dumps(cell.outputs, ensure_ascii=False) for cell in cells if notebooks.holds_answers(cell, names)
    )
    assert stored.count("text/plain") >= 2
    assert Sought(answer_texts(path)).found_in(stored) == set()


# What shows on a page before a click


@pytest.fixture(scope="module")
def pages(site):
    """Page that a learner comes to → what it shows; and the same of the answers to worksheets."""
    shown = {page: visible(page.read_text(encoding="utf-8")) for page in site.rglob("*.html")}
    answers = {page: words for page, words in shown.items() if page.stem.endswith("_answers")}
    return {
        page: words for page, words in shown.items() if "teachers" not in page.parts and page not in answers
    }, answers


@pytest.fixture(scope="module")
def told():
    """Text that tells an answer on a page → its lesson; a right option is one with its mark."""
    found = {}
    for path in LESSONS:
        for text in answer_texts(path) | solution_lines(path):
            right = re.match(r"- \[.\] (.*?) ::", text)
            found[f"✓ {right[1]}" if right else " ".join(text.split())] = path.stem
    return found


def test_no_page_tells_an_answer_before_a_click(pages, told):
    (given, answers), sought = pages, Sought(told)
    assert len(given) > 3 * len(LESSONS) and len(told) > 300
    assert [(page.name, text, told[text]) for page in given for text in sought.found_in(given[page])] == []
    # The same search finds them where they belong: on the answers to the worksheets.
    assert len(sought.found_in(" ".join(answers.values()))) > 100


def test_only_the_page_of_the_ledger_and_the_lesson_about_it_show_the_kits_verdicts(pages):
    reasons = Sought(" ".join(reason.split()) for reason in data.load("claims")["verdict_reason"])
    assert {page.name for page, words in pages[0].items() if reasons.found_in(words)} == {
        "claims.html",
        "14_capstone.html",
    }


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_page_of_a_lesson_shows_the_truth_of_a_guess_before_a_click(site, pages, path):
    page = site / "lessons" / f"{path.stem}.html"
    asked, words = truths(page.read_text(encoding="utf-8")), pages[0][page]
    shown = {(question, truth) for question in asked for truth in asked[question] if tells(truth, words)}
    print(f"{path.stem}: {sorted(shown) or 'tells nothing'}")
    assert not shown


# The search itself


def test_what_is_folded_or_packed_is_not_visible():
    page = "<p>a<script>b</script><br></p><details><summary>c</summary><p>d</p>e</details><details open>f</details>"
    assert visible(f"<html><head><title>t</title></head>{page}<p hidden>g</p>h</html>") == "acfh"


@given(st.text("ab"), st.text("ab", min_size=WIDTH), st.text("ab"))
def test_a_text_is_found_wherever_it_stands_and_nowhere_else(before, wanted, after):
    for text in (before + after, before + wanted + after):
        assert Sought({wanted}).found_in(text) == ({wanted} if wanted in text else set())


def test_a_leak_is_found():
    path = LESSONS[-1]
    clean = as_text(lesson_for_students(path))
    for line in (min(hidden_lines(path)), max(hidden_lines(path)), min(answer_texts(path))):
        leaky = lesson_for_students(path)
        leaky.cells[0].source += f"\n{line}"
        sought = Sought({line})
        assert (sought.found_in(clean), sought.found_in(as_text(leaky))) == (set(), {line})


@pytest.mark.parametrize(
    ("value", "unit", "leak", "clean"),
    [
        (0.26, "dollars", "It was 0.26 dollars.", "It was 10.26 dollars, 0.261 dollars."),
        (276288, "robots", "China bought 276,000.", "1,276,288 or 276,288,000"),
        (20, "%", "a share of 20 %, then", "20 phones, 120 %"),
        (53.2, "% of cars sold", "53.2 % of them", "53 %"),
        (11, "of 100", "About 11 % are.", "11 of 1,000"),
    ],
)
def test_a_truth_is_found_in_a_sentence(value, unit, leak, clean):
    wanted = in_sentences(value, unit)
    assert any(tells(truth, leak) for truth in wanted) and not any(tells(truth, clean) for truth in wanted)
