"""Files and folders are written whole or not at all, and a fault is one sentence."""

import errno
import os
import re
import shutil
import stat
from pathlib import Path

import pytest

from kit import writing
from kit.cli import main


class Full:
    """A disk that is full in the middle of a file."""

    def __init__(self, monkeypatch):
        def write_bytes(path, data):
            with open(path, "wb") as file:
                file.write(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))

        monkeypatch.setattr(Path, "write_bytes", write_bytes)


def test_a_file_is_written_with_its_line_ends_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "new folder" / "a.txt"
    writing.write_text(path, "robots\n机器人\r\n")
    assert path.read_bytes() == "robots\n机器人\r\n".encode()
    writing.write_text(path, "again")
    assert [one.name for one in path.parent.iterdir()] == ["a.txt"] and path.read_bytes() == b"again"


def test_a_full_disk_leaves_the_old_file_and_one_sentence(tmp_path, monkeypatch):
    path = tmp_path / "01_a.ipynb"
    path.write_text("a year of work", encoding="utf-8")
    Full(monkeypatch)
    with pytest.raises(OSError, match=r"01_a.ipynb could not be written: the disk is full. Free some space"):
        writing.write_text(path, "x" * 1000)
    assert [one.name for one in tmp_path.iterdir()] == ["01_a.ipynb"]
    assert path.read_text(encoding="utf-8") == "a year of work"


@pytest.mark.parametrize("fault", [KeyboardInterrupt, ValueError, OSError(errno.ENOSPC, "No space left on device")])
def test_whatever_stops_a_folder_leaves_the_old_one_whole(tmp_path, fault):
    out = tmp_path / "site"
    out.mkdir()
    (out / "old.html").write_text("old", encoding="utf-8")
    with pytest.raises(fault if isinstance(fault, type) else OSError), writing.whole_folder(out) as new:
        (new / "new.html").write_text("new", encoding="utf-8")
        raise fault
    assert [one.name for one in tmp_path.iterdir()] == ["site"]
    assert [one.name for one in out.iterdir()] == ["old.html"]
    with writing.whole_folder(out) as new:
        (new / "new.html").write_text("new", encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["site"]
    assert [one.name for one in out.iterdir()] == ["new.html"]


def test_a_folder_that_cannot_take_its_place_gives_the_old_one_back(tmp_path, monkeypatch):
    out, moved = tmp_path / "site", os.replace
    out.mkdir()
    (out / "old.html").write_text("old", encoding="utf-8")

    def replace(source, target):
        if Path(source).name == "new":
            raise OSError(errno.EBUSY, "busy")
        moved(source, target)

    monkeypatch.setattr(writing.os, "replace", replace)
    with pytest.raises(OSError, match="another program or the system holds it"), writing.whole_folder(out):
        pass
    assert (out / "old.html").exists()


def test_a_folder_that_was_copied_in_part_says_why_in_one_sentence(tmp_path):
    full = [
        ("a", "b", "[Errno 28] No space left on device: 'b'"),
        ("c", "d", "[Errno 28] No space left on device: 'd'"),
    ]
    sentence = r"^\S+site could not be written: the disk is full\. Free some space, then try again\.$"
    with pytest.raises(OSError, match=sentence), writing.whole_folder(tmp_path / "site"):
        raise shutil.Error(full)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such bits")
def test_the_rights_of_a_file_and_a_link_stay(tmp_path):
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    writing.write_text(link, "new")
    assert link.is_symlink() and path.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("command", ["student", "teacher", "site", "print"])
def test_a_path_through_a_file_is_one_sentence(tmp_path, capsys, command):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main([command, str(tmp_path / "file" / "out")]) == 1
    words = capsys.readouterr().err
    assert words.count("\n") == 1 and "[Errno" not in words


def test_a_command_that_is_stopped_says_so_and_leaves_nothing(tmp_path, monkeypatch, capsys):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("kit.editions.notebooks.write", interrupt)
    assert main(["student", str(tmp_path / "out")]) == 130
    assert capsys.readouterr().err.strip() == "Stopped; what was not finished has not been written."
    assert list(tmp_path.iterdir()) == []


def test_only_what_writes_into_a_scratch_folder_writes_in_another_way():
    root = Path(__file__).parents[1] / "kit"
    other_ways = {
        path.relative_to(root).parts[0]
        for path in root.rglob("*.py")
        if re.search(r"\.write_(text|bytes)\(|(?<![.\w])open\(|\.open\(\s*[\"'][wxa]", path.read_text(encoding="utf-8"))
    }
    # A scratch folder of their own, or one that `whole_folder` gave them.
    assert other_ways == {"editions.py", "preview.py", "site", "writing.py"}
