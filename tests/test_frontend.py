"""The one front end: what Python hands to it, and what of it reaches a page."""

import re
from pathlib import Path

import pytest

from kit import theme
from kit.widgets import frontend
from kit.widgets.messages import MESSAGES

FOLDER = Path(frontend.__file__).parent
MODULES = {
    str(path.relative_to(FOLDER / "front").as_posix()): path.read_text(encoding="utf-8")
    for path in sorted((FOLDER / "front").rglob("*.js"))
    if path.name != "build.js"
}
PYTHON = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py") if path.name != "messages.py")


@pytest.mark.parametrize("name", MODULES)
def test_text_is_never_html_and_nothing_is_fetched(name):
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://|fetch\(|XMLHttpRequest"
    )
    assert not re.search(forbidden, MODULES[name])


@pytest.mark.parametrize("name", MODULES)
def test_every_message_that_a_module_asks_for_is_there(name):
    assert set(re.findall(r"MESSAGES\.(\w+)", MODULES[name])) <= set(MESSAGES)


def test_every_message_is_said_by_some_widget():
    used = "\n".join(MODULES.values()) + PYTHON
    for key in MESSAGES:
        assert re.search(rf"MESSAGES\.{key}\b|[\"']{key}[\"']", used) or ("check_" in key and "check_{" in used), key


def test_every_constant_that_the_front_end_asks_for_is_handed_over():
    asked = set(re.findall(r"KIT_CONSTANTS\.(\w+)", frontend.script()))
    handed = set(re.findall(r"^  (\w+): ", (FOLDER / "front" / "types.d.ts").read_text(encoding="utf-8"), re.MULTILINE))
    head = frontend.script().splitlines()[1]
    assert asked and asked <= handed
    assert all(f'"{name}": ' in head for name in asked)


def test_the_stylesheet_holds_both_color_schemes_and_no_color_of_its_own():
    css = frontend.stylesheet()
    for color in theme.SURFACE.values():
        assert color.light in css and color.dark in css
    own = (FOLDER / "front" / "kit.css").read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9a-fA-F]{3,6}\b", own)) <= {"#999"}
    used = set(re.findall(r"var\(--kit-([\w-]+)\)", own))
    assert used <= {*theme.SURFACE, "font"}
