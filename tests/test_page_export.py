"""``hand_in``: one file, alive with the network off, every text as it was written."""

import re

import pandas as pd
import plotly.graph_objects as go
import pytest

import kit
from kit import theme


def bars(n):
    return go.Figure(
        go.Bar(x=list(range(n)), y=list(range(n)), marker={"color": theme.SERIES[0]})
    ), f"{n} bars are drawn."


def page(tmp_path, *parts, **options):
    return kit.hand_in(tmp_path / "work.html", parts=list(parts), **({"title": "My claim"} | options))


def test_a_text_becomes_headings_lists_and_paragraphs_and_no_sign_of_it_is_run(tmp_path):
    html = page(
        tmp_path, "# Claim\n\nIt says <script>alert(1)</script> & more.\nSecond line.\n\n- one\n- two", author="A & B"
    ).html
    body = html[html.index("<main>") :]
    assert "<h2>Claim</h2>" in body and "<ul><li>one</li><li>two</li></ul>" in body
    assert "<p>It says &lt;script&gt;alert(1)&lt;/script&gt; &amp; more.<br>Second line.</p>" in body
    assert '<p class="by">A &amp; B</p>' in body


def test_a_page_of_words_carries_no_script(tmp_path):
    assert "<script" not in page(tmp_path, "Only words.").html


def test_tables_and_figures_are_taken_too(tmp_path):
    table = pd.DataFrame({"place": ["<b>A</b>"], "robots": [1]})
    made = page(tmp_path, table, table["robots"], bars(3)[0])
    assert "&lt;b&gt;A&lt;/b&gt;" in made.html and made.charts == 1
    assert repr(made).startswith("work.html is ready: 1 widget that works, about ")


def test_the_file_says_by_itself_that_it_may_ask_nobody(tmp_path):
    made = page(tmp_path, kit.explore(bars, n=(1, 3)))
    text = made.path.read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert not re.search(r"<(?:script|img|link|iframe)[^>]*\b(?:src|href)=", text)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([], "The page has no parts"),
        ((), "The page has no parts"),
        ("only a text", "The parts of the page are a list, and this is str"),
        ("", "The parts of the page are a list, and this is str"),
        (None, "The parts of the page are a list, and this is NoneType"),
        (3, "The parts of the page are a list, and this is int"),
        ({"a": 1}, "The parts of the page are a list, and this is dict"),
        (pd.DataFrame({"x": [1]}), "The parts of the page are a list, and this is DataFrame"),
        (pd.DataFrame(), "The parts of the page are a list, and this is DataFrame"),
        (pd.Series([1]), "The parts of the page are a list, and this is Series"),
        (go.Figure(), "The parts of the page are a list, and this is Figure"),
        ([""], "Part 1 is still blank"),
        (["a", " \n\n "], "Part 2 is still blank"),
        (["a", None], "Part 2 is of the kind NoneType"),
        ([["a"]], "Part 1 is of the kind list"),
        (["a", ...], "Part 2 is still blank"),
        (["a", 3], "Part 2 is of the kind int; a page takes texts"),
        ([pd.DataFrame({"x": range(500)})], "Part 1 is a table of 500 rows; a page takes 200"),
    ],
)
def test_what_cannot_be_handed_in_is_refused_in_one_sentence(tmp_path, parts, sentence):
    with pytest.raises(kit.HandInError, match=re.escape(sentence)):
        kit.hand_in(tmp_path / "work.html", title="T", parts=parts)
    assert not (tmp_path / "work.html").exists()


@pytest.mark.parametrize(
    ("name", "title", "sentence"),
    [
        ("work.txt", "T", "should end in .html"),
        ("work.html", " ", "has no title"),
        ("", "T", "should end in .html"),
        (".html", "T", "should end in .html"),
        ("file/work.html", "T", "could not be written: a part of the path is a file"),
        ("folder.html", "T", "folder.html"),
    ],
)
def test_a_wrong_name_or_title_is_refused_in_one_sentence(tmp_path, name, title, sentence):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(kit.HandInError, match=sentence):
        kit.hand_in(tmp_path / name, title=title, parts=["a"])


@pytest.mark.parametrize("name", [None, 3, "", " ", ...])
def test_a_name_that_is_no_text_is_refused(name):
    with pytest.raises(kit.HandInError, match="The name of the file is"):
        kit.hand_in(name, title="T", parts=["a"])


def test_a_setting_that_cannot_be_drawn_is_named(tmp_path):
    def draw(n):
        return bars(10 // (n - 2))

    with pytest.raises(
        kit.HandInError, match=r"Part 2 cannot be put on a page \(ZeroDivisionError: .*with N: 2\): mend draw"
    ):
        page(tmp_path, "a", kit.explore(draw, n=(1, 3)))
    assert list(tmp_path.iterdir()) == []


def test_the_kits_own_cards_are_taken(tmp_path):
    html = page(tmp_path, kit.describe("robot_density"), kit.sources("robot_density")).html
    assert html.count("robot_density") >= 2 and "<script" not in html


@pytest.mark.parametrize("kind", [go.Figure, go.FigureWidget])
def test_a_figure_keeps_its_height_and_its_title(tmp_path, kind):
    figure = kind(go.Bar(x=["a"], y=[1]), layout={"height": 700, "title": "<b>Six</b> panels"})
    made = page(tmp_path, figure)
    assert '"height": 700' in made.html.replace('":7', '": 7') and '"Six panels"' in made.html.replace("Six  ", "Six ")


def test_a_half_of_a_character_does_not_stop_the_page(tmp_path):
    assert "a?b" in page(tmp_path, "a\ud800b").path.read_text(encoding="utf-8")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_disk_without_a_network_the_widgets_work_in_both_looks(tmp_path, watch, scheme):
    quiz = kit.quiz("Which?\n- [x] this :: Right so.\n- [ ] that :: No.", id="q")
    made = page(
        tmp_path,
        "# Claim\n\nText.",
        kit.explore(bars, title="Bars", n=(1, 5)),
        quiz,
        kit.weigh("C15", for_=["a"], against=["b"], missing=["c"]),
    )
    watched = watch("file:", offline=True, width=390, color_scheme=scheme)
    watched.page.goto(made.path.as_uri())
    watched.page.wait_for_selector("html[data-kit=ready]")
    explorer = watched.page.locator(".kit[data-explorer=bars]")
    explorer.locator(".main-svg").first.wait_for()
    explorer.locator("input[type=range]").press("End")
    assert explorer.locator(".kit-note").inner_text() == "5 bars are drawn."
    chart = explorer.locator(".kit-chart").evaluate("node => [node.data[0].x.length, node.data[0].marker.color]")
    assert chart == [5, getattr(theme.HUES["red"], scheme)]
    watched.page.get_by_label("that").check()
    watched.page.get_by_text("Not yet. No.").wait_for()
    assert watched.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (watched.strangers, watched.errors) == ([], [])
