"""A fresh kernel of the kit's JupyterLab: a cell run before the imports is told what to do."""

import os
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).parents[1]
STARTUP = ROOT / "kit" / "lab" / "startup.py"


@pytest.fixture(scope="module")
def run():
    """Return what runs a cell in a kernel started as start.py has it started, and gives the last line it showed."""
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    manager, client = start_new_kernel(env=dict(os.environ, PYTHONSTARTUP=str(STARTUP), PYTHONPATH=paths))

    def run_cell(code):
        shown = []

        def note(message):
            content = message["content"]
            shown.append("\n".join(content.get("traceback", [])) or content.get("text", ""))

        client.execute_interactive(code, output_hook=note, timeout=120)
        return "\n".join(filter(None, shown)).strip()

    yield run_cell
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_a_fresh_kernel_leaves_the_notebook_its_names_and_does_not_load_the_kit(run):
    assert (
        run("print([name for name in dir() if name[0] != '_'])")
        == "['In', 'Out', 'exit', 'get_ipython', 'open', 'quit']"
    )
    assert run("import sys; print('kit' in sys.modules)") == "False"


@pytest.mark.parametrize(
    ("code", "last"),
    [
        ("kit.load('x')", "There is no name “kit” here. Run the cells above first"),
        ("robots.head()", "Look at its spelling, or run the cells above first"),
        ("import kit\nprint(pd)", "There is no name “pd” here. Run the cells above first"),
    ],
)
def test_a_cell_before_the_imports_says_to_run_the_cells_above_once(run, code, last):
    told = run(code)
    assert "NameError" in told and last in told.splitlines()[-1] and told.count("There is no name") == 1


def test_other_faults_stay_as_python_tells_them(run):
    assert run("1 / 0").splitlines()[-1].endswith("division by zero")


def test_start_hands_this_file_to_the_kernels(monkeypatch):
    import start

    given = {}
    monkeypatch.setattr(start.subprocess, "call", lambda command, **more: given.update(more["env"]) or 0)
    assert start.run("lab", ["--no-browser"]) == 0
    assert Path(given["PYTHONSTARTUP"]).samefile(STARTUP)
