"""Questions for learning platforms: what other programs read in the files is what the lesson asks."""

import io
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kit import notebooks
from kit.cli import main
from kit.platforms import canvas, exporting, moodle, questions
from kit.platforms.words import as_html, digits
from kit.widgets.quiz import QuizError, as_seen, questions_in

ROOT = Path(__file__).parents[1]
LESSONS = notebooks.lessons()
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
#: What Moodle takes as a part of the points, in percent.
PARTS = {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111,
         10, 5, 0, -100}  # fmt: skip

HOSTILE = [
    "~a =b #c {d} :e :: f", "\\n \\\\ \\= C:\\new", "%50%half", "[html]x [markdown]", "TRUE", "-> to", "#### end",
    "<script>&amp;</script> a < b && c", "]]> <![CDATA[", 'He said "yes", \'no\' -- and...', "// no comment",
    "$x^2$ costs $5 and $6", "one\ntwo\r\n\r\nthree\u2028four", "中文：机器人 {密度}＝470", "![a](b.png) https://a.b/c?d=e&f",
    "a_b_c __d__ ~~e~~ x^2^", "1. first", "Points: 3", "GROUP", "COMMENT", "* star", "+ plus", "... dots", "= 51 +- 1",
    "```{.python .run}", "\x00\x02null\x03 \ufffe\ufeff", "&&058; &#58; &colon;", "a\u3000b\u00a0c", "a) b", "Text: x",
]  # fmt: skip
SIGNS = st.sampled_from([*"~=#{}:\\%[]<>&\"'$`*_^-+.|!()1aé中\n\r\t ", "->", "::", "####", "</p>", "&lt;", "**"])
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.lists(SIGNS, max_size=12).map("".join), st.text(max_size=12)).map(
    lambda text: f"x{text}z"
)

READER = """
import { createInterface } from "node:readline";
import parser from "gift-pegjs";
import { withoutMarks } from "./kit/widgets/front/logic/inline.js";
for await (const line of createInterface({ input: process.stdin })) {
  const { gift, text } = JSON.parse(line);
  let answer;
  try {
    answer = gift === undefined ? withoutMarks(text) : parser.parse(gift);
  } catch (error) {
    answer = String(error);
  }
  console.log(JSON.stringify(answer));
}
"""


@pytest.fixture(scope="module")
def node():
    """Ask a program in JavaScript what it reads: ``node(gift=…)`` a parser of GIFT, ``node(text=…)`` the card."""
    found = shutil.which("node")
    if not found or not (ROOT / "node_modules" / "gift-pegjs").is_dir():
        missing = "no Node.js on this computer" if not found else "no gift-pegjs in node_modules: run npm ci"
        (pytest.fail if os.environ.get("KIT_REQUIRE_NODE") else pytest.skip)(missing)
    command = [found, "--input-type=module", "--eval", READER]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, encoding="utf-8") as reader:

        def ask(**asked):
            reader.stdin.write(json.dumps(asked) + "\n")
            reader.stdin.flush()
            return json.loads(reader.stdout.readline())

        yield ask
        reader.stdin.close()


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """All lessons, written once: the folder and what was said."""
    folder, said = tmp_path_factory.mktemp("quiz"), []
    exporting.export_quizzes(folder, say=said.append)
    return folder, said


class Plain(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        assert tag in {"p", "strong", "em", "code", "br"} and not attributes, tag
        self.words += " " if tag == "br" else ""

    def handle_data(self, words):
        self.words += words


def plain(html):
    return " ".join(Plain(html).words.split())


def shown(text):
    return plain(as_html(text))


def reasons(asked):
    return [shown(option["why"]) for option in asked["options"]]


# Each format, taken apart into (question's words, answers, what stands beside them)


def read_gift(node, text):
    found = node(gift=text)
    assert isinstance(found, list), found
    category, *items = found
    assert category["type"] == "Category"
    return items


def read_xml(data):
    root = ET.fromstring(data)
    assert root.tag == "quiz" and root[0].get("type") == "category"
    return list(root)[1:]


def read_qti(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        manifest = ET.fromstring(packed.read("imsmanifest.xml"))
        listed = {element.get("href") for element in manifest.iter() if element.get("href")}
        assert listed <= set(packed.namelist())
        (name,) = [name for name in packed.namelist() if re.search(r"/text2qti_assessment_\w+\.xml$", name)]
        return ET.fromstring(packed.read(name)).findall(f".//{QTI}item")


def check_gift(asked, item):
    options = asked["options"]
    assert plain(item["stem"]["text"]).startswith(shown(asked["text"]))
    assert item["stem"]["format"] == "html"
    if asked["kind"] == "order":
        pairs = [(plain(pair["subquestion"]["text"]), pair["subanswer"]) for pair in item["matchPairs"]]
        texts = [shown(option["text"]) for option in options]
        assert [text for text, _ in pairs] == [shown(text) for text in as_seen(asked)]
        assert sorted(pairs, key=lambda pair: int(pair[1])) == [(text, str(n)) for n, text in enumerate(texts, 1)]
        assert all(why in plain(item["globalFeedback"]["text"]) for why in reasons(asked))
        return
    choices = item["choices"]
    whys = [plain(choice["feedback"]["text"]) for choice in choices]
    if asked["kind"] == "number":
        assert item["type"] == "Numerical" and asked["unit"] in item["stem"]["text"]
        numbers = [
            (choice["text"]["number"], choice["text"]["range"], choice["weight"] != 0, why)
            for choice, why in zip(choices, whys, strict=True)
            if choice["isCorrect"]
        ]
        assert sorted(numbers) == sorted(
            (o["value"], o["within"], o["right"], shown(o["why"])) for o in options if o["value"] is not None
        )
        others = [why for choice, why in zip(choices, whys, strict=True) if not choice["isCorrect"]]
        assert others == [shown(o["why"]) for o in options if o["value"] is None]
        return
    assert item["type"] == "MC" and whys == reasons(asked)
    assert [plain(choice["text"]["text"]) for choice in choices] == [shown(text) for text in as_seen(asked)]
    right = [choice["isCorrect"] or (choice["weight"] or 0) > 0 for choice in choices]
    assert right == [option["right"] for option in options]
    assert any(choice["isCorrect"] for choice in choices) == (asked["kind"] == "single")


def check_xml(asked, item):
    assert item.find("name/text").text
    assert plain(item.findtext("questiontext/text")).startswith(shown(asked["text"]))
    assert item.find("questiontext").get("format") == "html"
    answers = item.findall("answer")
    whys = [plain(answer.findtext("feedback/text")) for answer in answers]
    parts = [float(answer.get("fraction")) for answer in answers]
    assert set(parts) <= PARTS
    if asked["kind"] == "order":
        assert item.get("type") == "matching"
        pairs = {plain(pair.findtext("text")): int(pair.findtext("answer/text")) for pair in item.iter("subquestion")}
        assert list(pairs) == [shown(text) for text in as_seen(asked)]
        assert sorted(pairs, key=pairs.get) == [shown(option["text"]) for option in asked["options"]]
        assert all(why in plain(item.findtext("generalfeedback/text")) for why in reasons(asked))
    elif asked["kind"] == "number":
        assert item.get("type") == "numerical"
        found = [
            (a.findtext("text"), a.findtext("tolerance"), p > 0, w)
            for a, p, w in zip(answers, parts, whys, strict=True)
        ]
        assert {(None if value == "*" else float(value), float(within), *rest) for value, within, *rest in found} == {
            (o["value"], o["within"], o["right"], shown(o["why"])) for o in asked["options"]
        }
        assert parts[0] == 100 and "*" not in [value for value, *_ in found[:-1]], "a star before another would hide it"
    else:
        assert item.get("type") == "multichoice" and whys == reasons(asked)
        assert item.findtext("single") == ("true" if asked["kind"] == "single" else "false")
        assert item.findtext("shuffleanswers") == "false"
        assert [plain(answer.findtext("text")) for answer in answers] == [shown(text) for text in as_seen(asked)]
        assert [part > 0 for part in parts] == [option["right"] for option in asked["options"]]
        assert abs(sum(part for part in parts if part > 0) - 100) < 0.001


def check_qti(asked, item):
    words = {label: plain(value) for label, value in qti_texts(item)}
    assert plain(item.findtext(f"{QTI}presentation/{QTI}material/{QTI}mattext")).startswith(shown(asked["text"]))
    fields = item.iter(f"{QTI}qtimetadatafield")
    kind = {field.findtext(f"{QTI}fieldlabel"): field.findtext(f"{QTI}fieldentry") for field in fields}["question_type"]
    scored = [
        condition
        for condition in item.iter(f"{QTI}respcondition")
        if condition.find(f"{QTI}setvar") is not None and condition.findtext(f"{QTI}setvar") == "100"
    ]
    if asked["kind"] == "number":
        assert kind == "numerical_question"
        (right,) = [option for option in asked["options"] if option["right"]]
        exact = [float(element.text) for element in item.iter(f"{QTI}varequal")]
        low = [float(element.text) for element in item.iter(f"{QTI}vargte")]
        high = [float(element.text) for element in item.iter(f"{QTI}varlte")]
        assert exact == [right["value"]] and len(scored) == 1
        assert low == [pytest.approx(right["value"] - right["within"], abs=1e-9)]
        assert high == [pytest.approx(right["value"] + right["within"], abs=1e-9)]
        assert words["correct_fb"] == shown(right["why"])
        wrong = [option for option in asked["options"] if not option["right"]]
        assert all(shown(option["why"]) in words["general_incorrect_fb"] for option in wrong)
        assert all(o["value"] is None or f"{digits(o['value'])}: " in words["general_incorrect_fb"] for o in wrong)
        return
    assert kind == {"single": "multiple_choice_question", "several": "multiple_answers_question"}[asked["kind"]]
    labels = list(item.iter(f"{QTI}response_label"))
    names = [label.get("ident") for label in labels]
    assert [plain(label.findtext(f".//{QTI}mattext")) for label in labels] == [shown(text) for text in as_seen(asked)]
    assert [words[f"{name}_fb"] for name in names] == reasons(asked)
    told = {
        condition.findtext(f".//{QTI}varequal"): condition.find(f"{QTI}displayfeedback").get("linkrefid")
        for condition in item.iter(f"{QTI}respcondition")
        if condition.find(f"{QTI}displayfeedback") is not None
    }
    assert told == {name: f"{name}_fb" for name in names}
    (condition,) = scored
    no = {element.text for element in condition.iterfind(f".//{QTI}not/{QTI}varequal")}
    yes = {element.text for element in condition.iter(f"{QTI}varequal")} - no
    assert yes == {name for name, option in zip(names, asked["options"], strict=True) if option["right"]}
    assert asked["kind"] == "single" or no == set(names) - yes


def qti_texts(item):
    return [(part.get("ident"), part.findtext(f".//{QTI}mattext")) for part in item.iter(f"{QTI}itemfeedback")]


# Every lesson


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_moodle_reads_every_question_of_a_lesson_in_its_xml(exported, path):
    items = read_xml((exported[0] / f"{path.stem}.xml").read_bytes())
    for asked, item in zip(questions(path), items, strict=True):
        check_xml(asked, item)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_parser_of_gift_reads_every_question_of_a_lesson(exported, node, path):
    items = read_gift(node, (exported[0] / f"{path.stem}.gift").read_text(encoding="utf-8"))
    for asked, item in zip(questions(path), items, strict=True):
        check_gift(asked, item)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_canvas_gets_every_question_of_a_lesson_but_orders(exported, path):
    carried = [asked for asked in questions(path) if asked["kind"] != "order"]
    items = read_qti((exported[0] / f"{path.stem}.zip").read_bytes())
    for asked, item in zip(carried, items, strict=True):
        check_qti(asked, item)


def test_every_lesson_has_questions_and_what_is_left_out_is_said_once_and_in_the_folder(exported):
    folder, said = exported
    assert {path.name for path in folder.iterdir()} == {"README.txt"} | {
        f"{path.stem}.{ending}" for path in LESSONS for ending in ("gift", "xml", "zip")
    }
    left_out = "Not for Canvas: question 3 of 14_capstone, since an order cannot be written for Canvas."
    assert [line for line in said if line.startswith("Not for ")] == [left_out]
    assert all(said.count(note) == 1 for note in exporting.NOTES)
    told = (folder / "README.txt").read_text(encoding="utf-8")
    assert all(f"- {note}\n" in told for note in [left_out, *exporting.NOTES])


# Hostile texts


@st.composite
def hostile_questions(draw):
    kind = draw(st.sampled_from(["single", "several", "number", "order"]))
    asked = {"kind": kind, "text": draw(TEXTS), "version": ""}
    if kind == "number":
        values = draw(st.lists(st.integers(1, 10**7), min_size=2, max_size=4, unique=True))
        within = draw(st.integers(0, 9999)) / 10_000
        numbers = [(round(value / 1000 + 1, 3), within, not n) for n, value in enumerate(values)] + [(None, 0, False)]
        options = [{"value": v, "within": w, "right": r, "why": draw(TEXTS)} for v, w, r in numbers]
        return asked | {"unit": "N m", "options": options}
    texts = draw(st.lists(TEXTS, min_size=3, max_size=5, unique_by=shown))
    if kind == "order":
        start = draw(st.permutations(range(len(texts))))
        return asked | {"start": start, "options": [{"text": text, "why": draw(TEXTS)} for text in texts]}
    right = draw(st.integers(1, len(texts) - 1)) if kind == "several" else 1
    return asked | {"options": [{"text": t, "why": draw(TEXTS), "right": n < right} for n, t in enumerate(texts)]}


@given(hostile_questions())
def test_no_text_breaks_the_xml(asked):
    (item,) = read_xml(moodle.moodle_xml("x", [(1, asked)]))
    check_xml(asked, item)


@given(hostile_questions())
def test_no_text_breaks_the_gift(node, asked):
    (item,) = read_gift(node, moodle.gift("x", [(1, asked)]))
    check_gift(asked, item)


@given(hostile_questions().filter(lambda asked: asked["kind"] != "order"), TEXTS)
def test_no_text_breaks_the_zip_for_canvas(asked, title):
    assert canvas.obstacle(asked) == ""
    (item,) = read_qti(canvas.canvas_zip(title, [asked]))
    check_qti(asked, item)


@given(TEXTS)
def test_a_text_reads_as_on_the_card(node, text):
    line = " ".join(re.sub("[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+", " ", text).split(" "))
    assert plain(as_html(text)) == " ".join(node(text=line).split())


def test_marks_become_html_and_a_link_to_a_term_plain_words():
    assert as_html("A **rate** of *a* [stock](#term-stock): `a<b`") == (
        "A <strong>rate</strong> of <em>a</em> stock: <code>a&lt;b</code>"
    )
    assert as_html("[x](javascript:a) <b>\n\n![y](z.png)") == "x &lt;b&gt; !y"


# Numbers


@pytest.mark.parametrize(
    ("written", "value", "within"),
    [("51 ± 1 %", "51", "1"), ("1e6 ± 1e5 robots", "1000000", "100000"), ("−3.5 ± 0.05", "-3.5", "0.05"),
     ("0.00012 ± 0.00001", "0.00012", "0.00001"), ("1/4", "0.25", "0")],
)  # fmt: skip
def test_a_number_keeps_its_tolerance_in_plain_digits(written, value, within):
    asked = questions_in(f"How many?\n- [=] {written} :: Yes.")
    assert f"={value}:{within}#[html]Yes." in moodle.gift("x", [(1, asked[0])])
    (item,) = read_xml(moodle.moodle_xml("x", [(1, asked[0])]))
    assert (item.findtext("answer/text"), item.findtext("answer/tolerance")) == (value, within)


# What cannot be carried


@pytest.mark.parametrize(
    ("text", "for_moodle", "for_canvas"),
    [
        ("Order?\n1. a\n2. b", "three items", "an order cannot"),
        ("Order?\n1. a\n2. b\n3. c", "", "an order cannot"),
        ("One?\n- [x] a :: b", "two options", "two options"),
        ("Many?\n" + "\n".join(f"- [x] a{n} :: b" for n in range(11)), "ten at most", ""),
        ("Small?\n- [=] 0.00123 ± 0.0001 :: b", "", "more digits"),
        ("Great?\n- [=] 1e17 :: b", "", "more digits"),
        ("Zero?\n- [=] 0 ± 1 :: b", "", ""),
        ("Zero?\n- [=] 1 ± 1 :: b", "", "ends at zero"),
        ("Two?\n- [=] 1 :: b\n- [=] 2 :: b", "", "one right number"),
        ("Fine?\n- [=] 1.5 ± 0.25 :: b", "", ""),
    ],
)
def test_what_a_platform_cannot_carry_has_a_reason(text, for_moodle, for_canvas):
    (asked,) = questions_in(text)
    for found, reason in ((moodle.obstacle(asked), for_moodle), (canvas.obstacle(asked), for_canvas)):
        assert reason in found and bool(reason) == bool(found)
    if not for_canvas:
        assert len(read_qti(canvas.canvas_zip("x", [asked]))) == 1
    elif asked["kind"] == "order":
        with pytest.raises(ValueError, match="an order cannot be written for Canvas"):
            canvas.canvas_zip("x", [asked])


def test_the_same_question_twice_is_refused_in_one_sentence():
    asked = questions_in("Why?\n- [x] a :: b\n- [ ] c :: d")
    with pytest.raises(
        ValueError, match=r"^“T” cannot be written for Canvas \(Duplicate question\): change that question"
    ):
        canvas.canvas_zip("T", asked * 2)


# Reading a lesson


def lesson(folder, *cells):
    book = new_notebook(cells=[new_markdown_cell("# A title"), *cells])
    book.metadata["kit"] = {"minutes": 45, "priority": "P", "summary": "S."}
    path = folder / "50_own.ipynb"
    notebooks.write(book, path)
    return path


ASK = 'kit.quiz("""Why?\n- [x] a :: b\n- [ ] c :: d\n""")'
IMPORT = new_code_cell("import kit", metadata={"tags": ["imports"]})


def test_only_the_core_is_asked_and_nothing_is_run(tmp_path, monkeypatch):
    monkeypatch.setattr(notebooks, "run", None)
    further = new_markdown_cell("## More", metadata={"tags": ["further"]})
    named = new_code_cell(ASK.replace("Why?", "How?").replace('quiz("', 'quiz(id="b", text="'))
    path = lesson(tmp_path, IMPORT, new_code_cell(ASK), named, further, new_code_cell(ASK))
    assert [asked["text"] for asked in questions(path)] == ["Why?", "How?"]


def test_a_text_that_is_computed_is_read_from_a_run(tmp_path):
    computed = 'kit.quiz(f"How many?\\n- [=] {6 * 7} ± 1 :: Yes.")'
    (asked,) = questions(lesson(tmp_path, IMPORT, new_code_cell(computed)))
    assert asked["options"][0]["value"] == 42


def test_a_faulty_question_is_told_with_its_lesson(tmp_path):
    path = lesson(tmp_path, IMPORT, new_code_cell('kit.quiz("Why?")'))
    with pytest.raises(notebooks.LessonError, match=r"50_own\.ipynb: “Why\?” has no options"):
        questions(path)
    with pytest.raises(QuizError):
        questions_in("Why?")


def test_a_lesson_without_questions_has_no_files(tmp_path, capsys):
    assert main(["quiz", str(tmp_path / "out"), "--only", str(lesson(tmp_path, IMPORT))]) == 0
    assert "50_own: 0 questions\n" in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["README.txt"]


# The command


def test_the_command_writes_one_lesson_into_a_folder(tmp_path, capsys):
    assert main(["quiz", str(tmp_path / "new" / "folder"), "--only", str(LESSONS[1])]) == 0
    assert (
        "01_factories: 4 questions in 01_factories.gift, 01_factories.xml, 01_factories.zip" in capsys.readouterr().out
    )
    assert len(list((tmp_path / "new" / "folder").iterdir())) == 4


def test_a_folder_that_is_a_file_gets_one_sentence(tmp_path, capsys):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert main(["quiz", str(tmp_path / "file")]) == 1
    shown = capsys.readouterr().err
    assert "could not be written: a part of the path is a file and no folder" in shown and shown.count("\n") == 1
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
