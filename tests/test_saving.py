"""Saving from JupyterLab: words and pictures stay, views and states go, and nothing ever fails."""

import importlib
import json
from types import SimpleNamespace

import nbformat
import pytest
from notebook_parts import VIEW, book, code, shown

from kit import notebooks


def test_saving_drops_the_view_where_words_stand_and_the_widget_state():
    content = json.loads(
        nbformat.writes(book(code("x", outputs=[shown(view={}, text="words"), shown(view={})]), widgets={"state": {}}))
    )
    notebooks.before_save({"type": "notebook", "content": content}, path="a.ipynb", contents_manager=None)
    assert [list(output["data"]) for output in content["cells"][0]["outputs"]] == [["text/plain"], [VIEW]]
    assert "widgets" not in content["metadata"]


def test_saving_after_a_run_keeps_the_picture_of_a_chart_that_is_the_same(tmp_path):
    def chart(drawn, picture=None):
        output = shown(view={"model_id": "x"}, text="words")
        output.metadata = {"kit": {"drawn": drawn}}
        if picture:
            output.data["image/png"] = picture
            output.metadata["image/png"] = {"alt": "A chart."}
        return output

    folder = tmp_path / "notebooks"
    notebooks.write(book(code("x", outputs=[chart("same", "PNG1"), chart("old", "PNG2")])), folder / "a b.ipynb")
    content = json.loads(nbformat.writes(book(code("x", outputs=[chart("new"), chart("same")]))))
    manager = SimpleNamespace(root_dir=str(tmp_path), log=None)
    notebooks.before_save({"type": "notebook", "content": content}, "notebooks/a b.ipynb", manager)
    new, same = content["cells"][0]["outputs"]
    assert list(new["data"]) == ["text/plain"]
    assert (set(same["data"]), same["data"]["image/png"]) == ({"text/plain", "image/png"}, "PNG1")
    assert same["metadata"]["image/png"] == {"alt": "A chart."}


@pytest.mark.parametrize(
    "model",
    [None, {}, {"type": "file", "content": "text"}, {"type": "notebook"}, {"type": "notebook", "content": None},
     {"type": "notebook", "content": {"cells": [3]}},
     {"type": "notebook", "content": {"cells": [{"outputs": [{"data": None}]}]}}],
)  # fmt: skip
def test_saving_never_fails(model):
    notebooks.before_save(model, path="a.ipynb", contents_manager=None, something_new=True)


def test_jupyterlab_finds_the_hook_that_its_settings_name():
    settings = json.loads(
        (notebooks.NOTEBOOKS.parent / "kit" / "lab" / "jupyter_config.json").read_text(encoding="utf-8")
    )
    module, _, name = settings["ContentsManager"]["pre_save_hook"].rpartition(".")
    assert getattr(importlib.import_module(module), name) is notebooks.before_save
