"""The built package: it holds the whole of `kit` and nothing else, and says that it works in its own folder only."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The files of a wheel that is built now, unpacked where nothing else of the kit is."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "flit_core.wheel", "--outdir", folder, ROOT]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (wheel,) = folder.glob("ai_priorities_kit-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_it_holds_every_file_of_the_kit_and_nothing_else(unpacked):
    held = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    made = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "kit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {path for path in held if not path.startswith("ai_priorities_kit-")} == made
    assert {"kit/widgets/front/dist/kit.js", "kit/widgets/front/kit.css", "kit/site/site.css", "kit/py.typed"} <= made
    assert any(path.endswith("dist-info/licenses/LICENSE-LESSONS") for path in held)


def test_without_its_folder_the_kit_is_refused_in_one_sentence_that_says_where_to_start(unpacked):
    environment = os.environ | {"PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"}
    code = "import kit; kit.load('robot_installations')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=unpacked.parent, env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1 and str(unpacked) in done.stderr
    assert done.stderr.splitlines()[-1] == (
        "kit.data.catalogue.DatasetError: This kit stands without its datasets: it is not meant to be installed as a "
        "package. Take the whole folder of the kit and write there: python start.py"
    )
