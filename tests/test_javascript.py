"""The front end's own checks, run where Node.js and the development tools (``npm ci``) are found."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def npm():
    """Return what runs a script of package.json; a computer without Node.js skips, unless KIT_REQUIRE_NODE is set."""
    found = shutil.which("npm")
    if not found or not (ROOT / "node_modules").is_dir():
        missing = "no Node.js on this computer" if not found else "no node_modules: run npm ci"
        if os.environ.get("KIT_REQUIRE_NODE"):
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.mark.parametrize("script", ["types", "lint", "formed", "unit", "bundle"])
def test_javascript(npm, script):
    ran = subprocess.run(
        [npm, "run", "--silent", script], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
