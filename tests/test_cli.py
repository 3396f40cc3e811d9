"""The commands, as someone types them."""

import io
import shutil
import sys
from functools import partial

import pytest

from kit import data, notebooks
from kit.cli import main


def test_without_a_command_it_says_which_there_are(capsys):
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2
    assert "the following arguments are required: command" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert all(
        f"    {command}" in shown
        for command in ("site", "student", "teacher", "take-home", "print", "quiz", "format", "dataset")
    )


def test_format_check_tells_which_lesson_is_not_in_normal_form(tmp_path, capsys):
    path = tmp_path / "01_factories.ipynb"
    shutil.copy(notebooks.lessons()[0], path)
    assert main(["format", "--check", str(path)]) == 0
    path.write_text(path.read_text(encoding="utf-8").replace('"id": "title"', '"id": "0a1b2c3d"'), encoding="utf-8")
    assert main(["format", "--check", str(path)]) == 1
    assert "01_factories.ipynb is not in normal form: run python -m kit format" in capsys.readouterr().out


def test_a_missing_notebook_is_told_which_lessons_there_are(capsys):
    assert main(["format", "99_nothing.ipynb"]) == 1
    assert "There is no notebook 99_nothing.ipynb. The lessons are: 00_start_here" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"), [(["dataset", "add"], "Name the dataset"), (["dataset", "refresh", "no_such"], "no_such")]
)
def test_a_dataset_command_that_cannot_work_gets_one_sentence(words, sentence, capsys):
    assert main(words) == 1
    assert sentence in capsys.readouterr().err


def test_the_site_is_never_written_over_something_else(tmp_path, capsys):
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    # What another program built with Sphinx is somebody's work too.
    (tmp_path / "searchindex.js").write_text("", encoding="utf-8")
    assert main(["site", str(tmp_path)]) == 1
    assert "exists and is not a site" in capsys.readouterr().err
    assert (tmp_path / "thesis.txt").exists()


def test_an_unknown_command_is_told_which_there_are(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["polish"])
    assert stop.value.code == 2
    shown = capsys.readouterr().err
    assert all(word in shown for word in ("polish", "site", "format", "dataset"))


def test_a_catalogue_that_is_in_step_is_left_alone(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "datasets"
    shutil.copytree(notebooks.NOTEBOOKS.parent / "datasets", folder)
    monkeypatch.setattr(data, "refresh_catalogue", partial(data.refresh_catalogue, folder=folder))
    before = (folder / "datapackage.json").read_bytes()
    assert main(["dataset", "refresh"]) == 0
    assert capsys.readouterr().out == "Nothing has changed.\n"
    assert (folder / "datapackage.json").read_bytes() == before


def test_a_sign_that_a_pipe_cannot_write_becomes_a_question_mark(monkeypatch):
    pipe = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(pipe, encoding="cp1252"))
    monkeypatch.setattr(data, "refresh_catalogue", lambda name: ["robot_density: rows 84 → 85"])
    assert main(["dataset", "refresh"]) == 0
    sys.stdout.flush()
    assert pipe.getvalue().decode("cp1252").strip() == "robot_density: rows 84 ? 85"
