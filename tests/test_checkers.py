"""The checkers of code: one form, no common fault, types that fit."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("command", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join)
def test_a_checker_finds_nothing(command):
    ran = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    assert ran.returncode == 0, f"python -m {' '.join(command)} finds:\n{ran.stdout}{ran.stderr}"
