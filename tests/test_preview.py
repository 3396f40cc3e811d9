"""Pictures of charts in notebooks: small, as drawn, kept while the chart is the same."""

import base64

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from kit import notebooks, preview
from kit.widgets.figures import fingerprint

CODE = """import kit
import plotly.express as px
kit.explore(lambda n: (px.bar(x=["a"], y=[n]), f"{n}."), title="A bar", source="none", n=(1, 3))"""


def pictures(path):
    return [
        output["data"]["image/png"]
        for cell in notebooks.read(path).cells
        for output in cell.get("outputs", [])
        if "image/png" in output["data"]
    ]


@pytest.mark.browser
def test_a_picture_stands_beside_the_words_and_goes_when_the_chart_changes(browser, tmp_path):
    path = tmp_path / "01_a.ipynb"
    notebooks.write(new_notebook(cells=[new_code_cell(CODE, id="bar")]), path)
    # The browser of the other tests runs in this thread already, so the command runs as its author would run it.
    import subprocess
    import sys

    subprocess.run(
        [sys.executable, "-m", "kit", "preview", str(path)],
        cwd=notebooks.NOTEBOOKS.parent,
        check=True,
        capture_output=True,
    )
    (picture,) = pictures(path)
    assert base64.b64decode(picture).startswith(b"\x89PNG") and len(picture) < 25_000
    assert "A bar" in notebooks.read(path).cells[0].outputs[0]["data"]["text/plain"] and notebooks.is_formatted(path)
    notebooks.format_lesson(path)
    assert pictures(path) == [picture]
    changed = notebooks.read(path)
    changed.cells[0].source = CODE.replace('["a"]', '["b"]')
    notebooks.write(changed, path)
    notebooks.format_lesson(path)
    assert pictures(path) == []


def test_without_a_browser_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("kit.browser.PLACES", ())
    with pytest.raises(OSError, match="install one of them"):
        preview._photographs(["<div></div>"])


def test_a_fingerprint_changes_with_a_figure_or_its_note_and_not_with_the_fifth_digit():
    first = fingerprint({"data": [{"y": [1.2340, 2]}]}, "One.")
    assert first == fingerprint({"data": [{"y": [1.23404, 2]}]}, "One.")
    assert first != fingerprint({"data": [{"y": [1.2355, 2]}]}, "One.")
    assert first != fingerprint({"data": [{"y": [1.2340, 2]}]}, "Two.")
