"""Sealing: packed code runs in the notebook as if it stood there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_notebook

import kit
from kit import notebooks


def packed_in(source):
    return source.split('"""')[1]


@given(st.text().map(repr))
def test_what_was_packed_comes_back_and_no_line_is_long(words):
    source = notebooks.seal(f"x = {words}")
    assert notebooks.unseal(packed_in(source)) == f"x = {words}"
    assert max(map(len, source.splitlines())) <= 100
    names = {"kit": kit}
    exec(source, names)
    assert repr(names["x"]) == words


def test_names_are_defined_and_the_last_expression_is_the_value():
    names = {"kit": kit, "start": 2}
    assert eval(f"kit.sealed({packed_in(notebooks.seal('start'))!r})", names) == 2
    exec(notebooks.seal("import math\ndef area(r):\n    return round(math.pi * r * start)\nbig = area(10)"), names)
    assert names["big"] == 63 and names["area"](1) == 6
    exec(notebooks.seal(""), names)
    with pytest.raises(ZeroDivisionError):
        exec(notebooks.seal("1 / 0"), names)


def test_in_a_kernel_the_widget_shows_and_the_code_after_it_knows_its_names():
    cells = [
        "import kit",
        notebooks.seal("legs = 6\nkit.predict('How many legs has an ant?', legs, id='ant')"),
        "legs * 2",
    ]
    ran = notebooks.run(new_notebook(cells=[new_code_cell(source) for source in cells]))
    assert ran.cells[1].outputs[0].data["text/plain"].startswith("How many legs has an ant?")
    assert ran.cells[2].outputs[0].data["text/plain"] == "12"


@pytest.mark.parametrize(
    "change", [lambda p: p[:20], lambda p: p.upper(), lambda p: "", lambda p: "x = 6", lambda p: p[::-1]]
)
def test_a_damaged_packed_text_gets_one_sentence(change):
    packed = change(packed_in(notebooks.seal("print('This is a line that is long enough to be cut')")))
    with pytest.raises(notebooks.LessonError, match="was changed or cut"):
        kit.sealed(packed)


def test_the_cell_says_honestly_what_it_is():
    source = notebooks.seal("x = 'a secret'", "k")
    assert source.startswith(
        "# The question's answer is packed so that nobody reads it by accident; it is not secret.\nk.sealed("
    )
    assert "a secret" not in source and re.fullmatch(r"[A-Za-z0-9+/=\n]+", packed_in(source))


def test_what_is_no_python_is_not_packed():
    with pytest.raises(SyntaxError):
        notebooks.seal("%matplotlib inline")
