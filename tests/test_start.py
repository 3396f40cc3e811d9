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
    for name in ("requirements.txt", "pyproject.toml", "start.py"):
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
        "There is no command “tset”. Write one of: lab, test, site, student, teacher, take-home, print, quiz,"
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


@pytest.mark.parametrize("port", ["", "high", "0", "65536", "70000"])
def test_a_port_that_is_no_port_gets_one_sentence(start, port):
    with pytest.raises(start.StartError, match="from 1 to 65535"):
        start.refuse_taken_port([f"--port={port}"])


def test_an_old_python_is_told_which_one_is_needed(start):
    with pytest.raises(start.StartError, match=r"This is Python 3\.10; the kit needs Python 3.11 or newer"):
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
    with pytest.raises(start.StartError, match=r"cannot be written\. Copy the kit to a folder of your own"):
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
    python.unlink()
    assert not start.is_installed()
    python.touch()
    with open(tmp_path / "requirements.txt", "a", encoding="utf-8") as lock:
        lock.write("\n")
    assert not start.is_installed()


def test_packages_are_installed_by_their_hashes_and_the_kit_itself_asks_for_none(start, monkeypatch):
    class Made:
        returncode = 0

        def __init__(self, *_, **__):
            pass

        def communicate(self):
            return ("", None)

    asked = []
    monkeypatch.setattr(start.subprocess, "Popen", Made)
    monkeypatch.setattr(start, "pip_install", lambda arguments, _: asked.append(arguments))
    start.make_environment()
    packages, kit = asked
    assert packages[0] == "--require-hashes" and packages[-1].endswith("requirements.txt")
    assert {"--no-deps", "--no-build-isolation", "-e"} < set(kit)
    assert Path(start.STAMP).read_text(encoding="utf-8") == start.fingerprint()


def test_two_starts_at_once_wait_for_each_other_and_install_once(start, tmp_path, monkeypatch, capsys):
    code = (
        "import start, time\n"
        "with start.one_at_a_time():\n    print('inside', flush=True)\n"
        "    time.sleep(1.5)\n    print('done', flush=True)"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "inside\n"
        made = []
        # The other start has installed everything when it lets go.
        monkeypatch.setattr(start, "is_installed", lambda: other.poll() is not None or bool(made))
        monkeypatch.setattr(start, "make_environment", lambda: made.append(other.stdout.read()))
        start.install()
        assert made in ([], ["done\n"]), "it must not begin while the other installs"
    assert capsys.readouterr().out.count("Another start is installing") == 1


def test_a_start_that_was_killed_leaves_no_lock_behind(start, tmp_path):
    code = "import os, start\nwith start.one_at_a_time():\n    os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path).returncode == 9
    with open(tmp_path / "start.py", "rb") as file:
        assert start.lock(file)


def test_ctrl_c_while_installing_is_one_sentence(start, monkeypatch, capsys):
    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "make_environment", interrupt)
    assert start.main(["site"]) == 1
    assert capsys.readouterr().err == "\nStopped before everything was installed. The next start begins anew.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["WARNING: Retrying after connection broken by 'NewConnectionError'",
          "ERROR: No matching distribution found for numpy==9"], "The first start needs the network"),
        (["ERROR: No matching distribution found for rpds-py==9"], "There is no package rpds-py in the pinned"),
        (["error: subprocess-exited-with-error", "Failed building wheel for scipy"], "There is no package scipy"),
        (["ERROR: Could not install: [Errno 28] No space left on device"], "The disk is full"),
        (["ERROR: these are not the hashes"], "Installing failed: ERROR: these are not the hashes"),
        ([], "Installing failed: pip said nothing"),
    ],
)  # fmt: skip
def test_when_pip_fails_the_reason_decides_the_advice(start, words, sentence):
    assert sentence in start.why_not_installed(words)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "Nothing was created because ensurepip is not available.",
            "sudo apt install python3-venv",
        ),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("Traceback\nFileExistsError: something", "could not make an environment: FileExistsError: something"),
    ],
)
def test_when_no_environment_can_be_made_only_a_missing_part_is_called_missing(start, words, sentence):
    assert sentence in start.why_no_environment(words)
    assert ("apt install" in start.why_no_environment(words)) is ("ensurepip" in words)


def test_the_progress_knows_how_many_packages_there_are(start):
    assert 100 < start.count_pins() < 250
