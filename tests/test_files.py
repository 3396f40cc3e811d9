"""Lessons as files: read, written, and what they say of themselves."""

import pytest
from nbformat.v4 import new_markdown_cell
from notebook_parts import book

from kit import notebooks


def test_a_written_notebook_is_utf8_with_plain_line_ends_and_reads_back(tmp_path):
    path, found = tmp_path / "01_a.ipynb", notebooks.normalize(book(new_markdown_cell("# 机器人 “robots”", id="title")))
    notebooks.write(found, path)
    raw = path.read_bytes()
    assert b"\r" not in raw and raw.endswith(b"}\n") and "机器人".encode() in raw
    assert notebooks.read(path) == found
    assert notebooks.is_formatted(path)
    path.write_bytes(raw.replace(b"\n", b"\r\n"))
    assert not notebooks.is_formatted(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"not json", b'"x"', b'{"cells": 3, "nbformat": 4}', b'{"nbformat": 4, "nbformat_minor": 5}'],
)
def test_a_file_that_is_no_notebook_gets_a_sentence(tmp_path, content):
    (tmp_path / "a.ipynb").write_bytes(content)
    with pytest.raises(notebooks.LessonError, match=r"a\.ipynb is not a notebook"):
        notebooks.read(tmp_path / "a.ipynb")


def test_latin_1_and_a_missing_file_get_their_own_sentence(tmp_path):
    (tmp_path / "a.ipynb").write_bytes("é".encode("latin-1"))
    with pytest.raises(notebooks.LessonError, match="not UTF-8"):
        notebooks.read(tmp_path / "a.ipynb")
    with pytest.raises(
        notebooks.LessonError, match=r"There is no notebook .*99_none\.ipynb\. The lessons are: .*01_factories"
    ):
        notebooks.is_formatted(tmp_path / "99_none.ipynb")


def test_the_head_says_which_entry_is_missing(tmp_path):
    about = {"minutes": 45, "priority": "manufacturing", "summary": "A summary."}
    path = tmp_path / "01_a.ipynb"
    notebooks.write(book(new_markdown_cell("# A title\n\ntext"), kit=about), path)
    assert notebooks.metadata(path) == ("01_a", "A title", 45, "manufacturing", "A summary.", (), (), "")
    notebooks.write(
        book(new_markdown_cell("# A title"), kit=about | {"themes": ["cost"], "subjects": ["physics"], "ages": "14+"}),
        path,
    )
    assert notebooks.metadata(path)[5:] == (("cost",), ("physics",), "14+")
    for left_out in about:
        notebooks.write(
            book(new_markdown_cell("# A title"), kit={key: value for key, value in about.items() if key != left_out}),
            path,
        )
        with pytest.raises(notebooks.LessonError, match=f"01_a.ipynb does not say its {left_out}"):
            notebooks.metadata(path)
    for without in ([], [new_markdown_cell("## No title")]):
        notebooks.write(book(*without, kit=about), path)
        with pytest.raises(notebooks.LessonError, match="does not say its title"):
            notebooks.metadata(path)
