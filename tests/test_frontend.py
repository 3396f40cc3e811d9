"""The one front end: whole, wordless in itself, and asking nobody for anything."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kit import theme
from kit.widgets import frontend
from kit.widgets.messages import MESSAGES

FOLDER = Path(frontend.__file__).parent
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((FOLDER / "front").glob("*.js"))}
PYTHON = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py") if path.name != "words.py")


def test_every_file_of_the_front_end_is_used():
    shipped = frontend.script() + frontend.page_script() + frontend.plotly_module()
    for name, text in SCRIPTS.items():
        assert text in shipped, name


def test_every_word_a_widget_says_stands_in_the_dictionary():
    for name, text in SCRIPTS.items():
        assert set(re.findall(r"WORDS\.(\w+)", text)) <= set(MESSAGES), name


def test_every_word_of_the_dictionary_is_said_by_some_widget():
    said = "\n".join(SCRIPTS.values()) + PYTHON
    for key in MESSAGES:
        assert (
            re.search(rf"WORDS\.{key}\b|[\"']{key}[\"']|check_\{{", said)
            if key.startswith("check_")
            else re.search(rf"WORDS\.{key}\b|[\"']{key}[\"']", said)
        ), key


@pytest.mark.parametrize("name", SCRIPTS)
def test_text_is_never_html_and_nothing_is_fetched(name):
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://|fetch\(", SCRIPTS[name]
    )


@pytest.mark.parametrize(
    "text", [frontend.script(), frontend.page_script(), frontend.module("explore"), frontend.plotly_module()]
)
def test_the_scripts_can_be_read_by_a_javascript_engine(text, tmp_path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node.js on this computer")
    (tmp_path / "script.mjs").write_text(text, encoding="utf-8")
    result = subprocess.run([node, "--check", str(tmp_path / "script.mjs")], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_the_stylesheet_holds_both_looks_and_no_colour_of_its_own():
    css = frontend.stylesheet()
    for colour in theme.SURFACE.values():
        assert colour.light in css and colour.dark in css
    own = (FOLDER / "front" / "kit.css").read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9a-fA-F]{3,6}\b", own)) <= {"#999"}
    used = set(re.findall(r"var\(--kit-([\w-]+)\)", own))
    assert used <= {*theme.SURFACE, "font"}
