"""``start.py`` at the reader's desk: one sentence for whatever goes wrong, and no second installation."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def start(tmp_path, monkeypatch):
    """The module, working in a folder of its own."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    monkeypatch.setattr(module, "HERE", str(tmp_path))
    monkeypatch.setattr(module, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(module, "STAMP", str(tmp_path / ".venv" / "installed.txt"))
    return module


def run(*arguments, python=sys.executable, folder=ROOT, **environment):
    return subprocess.run(
        [python, str(folder / "start.py"), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=dict(os.environ, PYTHONIOENCODING="utf-8", **environment),
        timeout=120,
    )


def test_without_a_command_it_means_jupyterlab_and_passes_options_on(start):
    assert start.split_command([]) == ("lab", [])
    assert start.split_command(["--no-browser", "--port", "8890"]) == ("lab", ["--no-browser", "--port", "8890"])
    assert start.split_command(["test", "-k", "quiz"]) == ("test", ["-k", "quiz"])


def test_an_unknown_command_gets_one_sentence():
    result = run("tset")
    assert result.returncode == 1
    assert (
        "There is no command “tset”. Write one of: lab, test, site, student, teacher, take-home, print,"
        in result.stderr
    )
    assert "Traceback" not in result.stderr


def test_a_port_that_is_taken_gets_one_sentence_before_anything_is_installed():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        for spelling in (["--port", str(port)], [f"--port={port}"]):
            result = run(*spelling)
            assert result.returncode == 1
            assert f"Port {port} is taken by another program" in result.stderr


@pytest.mark.parametrize("port", ["", "high", "0", "70000"])
def test_a_port_that_is_no_port_gets_one_sentence(start, port):
    with pytest.raises(start.StartError, match="from 1 to 65535"):
        start.refuse_taken_port([f"--port={port}"])


def test_an_old_python_is_told_which_one_is_needed(start):
    with pytest.raises(start.StartError, match=r"This is Python 3.10; the kit needs Python 3.11 or newer"):
        start.refuse_old_python((3, 10, 4))
    start.refuse_old_python((3, 11))


def test_even_python_2_or_3_6_can_read_the_file():
    old = [
        *Path.home().glob(".pyenv/versions/2.7*/bin/python"),
        *Path.home().glob(".pyenv/versions/3.[0-9].*/bin/python"),
    ]
    if not old:
        pytest.skip("no old Python on this computer")
    for python in old:
        result = run(python=str(python))
        assert result.returncode == 1 and "the kit needs Python 3.11 or newer" in result.stderr, python


def test_a_folder_that_cannot_be_written_gets_one_sentence(start, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(start.os, "makedirs", refuse)
    with pytest.raises(start.StartError, match="cannot be written. Copy the kit to a folder of your own"):
        start.install()


def test_without_a_network_the_first_start_says_so(tmp_path):
    shutil.copy(ROOT / "start.py", tmp_path)
    (tmp_path / "requirements.txt").write_text("nothing-here==1.0 --hash=sha256:" + "0" * 64, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    (tmp_path / "tests").mkdir()
    result = run(
        "test",
        folder=tmp_path,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_EXTRA_INDEX_URL="",
        PIP_FIND_LINKS="",
        PIP_CONFIG_FILE=os.devnull,
    )
    assert result.returncode == 1
    assert "The first start needs the network" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_edition_without_tests_says_so_before_anything_is_installed(tmp_path):
    shutil.copy(ROOT / "start.py", tmp_path)
    result = run("test", folder=tmp_path)
    assert (result.returncode, list(tmp_path.iterdir())) == (1, [tmp_path / "start.py"])
    assert "This edition of the kit has no tests" in result.stderr and "Traceback" not in result.stderr


def test_what_is_installed_is_not_installed_again_until_the_lock_changes(start, tmp_path):
    assert not start.is_installed()
    python = Path(start.python())
    python.parent.mkdir(parents=True)
    python.touch()
    Path(start.STAMP).write_text(start.fingerprint(), encoding="utf-8")
    assert start.is_installed()
    with open(tmp_path / "requirements.txt", "a", encoding="utf-8") as lock:
        lock.write("\n")
    assert not start.is_installed()


def test_the_progress_knows_how_many_packages_there_are(start):
    assert 100 < start.count_pins() < 250
