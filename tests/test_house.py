"""The house rules: pins in step, imports downwards, each module one reading."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import kit
from kit import notebooks

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FLOORS = {
    "writing": 0,
    "theme": 1,
    "browser": 1,
    "data": 1,
    "models": 1,
    "charts": 2,
    "widgets": 3,
    "notebooks": 4,
    "lab": 4,
    "page_export": 5,
    "site": 5,
    "preview": 6,
    "editions": 6,
    "printing": 7,
    "platforms": 7,
    "cli": 8,
    "__main__": 9,
    "__init__": 8,
}


def wanted():
    """Return package → bound, for all direct dependencies."""
    lines = PROJECT["project"]["dependencies"] + [
        line for extra in PROJECT["project"]["optional-dependencies"].values() for line in extra
    ]
    return dict(re.match(r"([\w-]+)(.*)", line).groups() for line in lines)


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_conda_users_get_the_same_packages():
    lines = re.findall(
        r"^ +- ([a-zA-Z][\w-]*)([<>=].*)?$", (ROOT / "environment.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    found = {name: bound or "" for name, bound in lines}
    assert {name: found.get(name) for name in wanted()} == wanted()
    assert found["python"] == PROJECT["project"]["requires-python"]
    assert f"flit_core{found['flit-core']}" in PROJECT["build-system"]["requires"]


def test_every_direct_dependency_is_pinned_with_hashes_and_says_why_it_is_there():
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    for name in [*wanted(), "flit-core"]:
        assert re.search(rf"^{re.escape(name.lower())}==[^\n]+\\\n    --hash=sha256:", lock, re.MULTILINE), name
    for name in wanted():
        assert re.search(
            rf'"{re.escape(name)}[<>=][^"]*", # \w+', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        ), f"{name} has no reason"


def test_the_lock_names_no_index():
    assert not re.search(r"https?:|index-url|find-links|file:", (ROOT / "requirements.txt").read_text(encoding="utf-8"))


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            if node.module == "kit":
                yield from (f"kit.{alias.name}" for alias in node.names)


def room(dotted):
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


@pytest.mark.parametrize("path", sorted((ROOT / "kit").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_its_own_floor_and_below(path):
    own = path.relative_to(ROOT / "kit").parts[0].removesuffix(".py")
    for name in imports_of(path):
        if name.startswith("kit.") and room(name) != own:
            assert FLOORS[room(name)] < FLOORS[own], f"{path.name} imports {name}"
        if own == "models":
            assert name.split(".")[0] in {
                "kit",
                "numpy",
                "scipy",
                "typing",
                "functools",
                "dataclasses",
                "collections",
                "math",
            }, f"a model imports {name}"
        if own in ("data", "theme"):
            assert name.split(".")[0] not in {"plotly", "anywidget", "ipywidgets"}, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "kit").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is_and_fits_into_one_reading(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 370


@pytest.mark.parametrize("name", [name for name in kit.__all__ if callable(getattr(kit, name))])
def test_a_public_name_has_a_docstring(name):
    assert getattr(kit, name).__doc__


@pytest.mark.parametrize("path", notebooks.lessons(), ids=lambda path: path.stem)
def test_a_notebook_imports_the_kit_and_nothing_private(path):
    cells = [
        cell
        for cell in notebooks.read(path).cells
        if cell.cell_type == "code" and re.search(r"^\s*(import|from) ", cell.source, re.MULTILINE)
    ]
    assert [cell.metadata["tags"] for cell in cells] == [["imports"]]
    assert {line.split()[1].split(".")[0] for line in cells[0].source.splitlines() if line} <= {
        "kit",
        "pandas",
        "plotly",
        "numpy",
    }
