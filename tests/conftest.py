"""What the tests share: a real browser, the site, and JupyterLab."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import plotly.express as px
import plotly.io as pio
import pytest
from filelock import FileLock
from hypothesis import settings

from kit import browser as chromium
from kit import editions
from kit.widgets import ids

ROOT = Path(__file__).parents[1]

# Property tests have no deadline: the first call may load a part of scipy or plotly, and a machine may be busy.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")

# Where no kernel is, plotly would open a browser for every chart that a lesson shows.
pio.renderers.default = ""


#: Files that take minutes. They come first, so that no processor waits for one of them in the end.
SLOW = ["test_lessons.py", "test_barriers_browser.py", "test_reading_browser.py", "test_page_browser.py"]


def pytest_collection_modifyitems(items):
    """Put the files that take minutes first; the order of the others stays."""
    items.sort(key=lambda item: SLOW.index(item.path.name) if item.path.name in SLOW else len(SLOW))


@pytest.fixture(autouse=True)
def own_names():
    """Cards of one test are not told apart from those of another, and a look that a lesson chose ends with it."""
    yield
    ids.new_page()
    px.defaults.template = None


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium. Without one the test skips, or fails where KIT_REQUIRE_BROWSER is set."""
    try:
        chromium.find()
    except OSError as none:
        (pytest.fail if os.environ.get("KIT_REQUIRE_BROWSER") else pytest.skip)(str(none))
    with chromium.opened() as window:
        yield window


class Watched:
    """A page that notes what must not happen: requests to elsewhere, script errors."""

    def __init__(self, page, allowed: tuple[str, ...]):
        self.page, self.strangers, self.errors = page, [], []
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((*allowed, "blob:", "data:")) else self.strangers.append(request.url)
            ),
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))


@pytest.fixture
def watch(browser):
    """Open pages whose requests and errors are noted; ``watch("file:", width=390, offline=True)``."""
    contexts = []

    def opened(*allowed: str, width: int = 1280, height: int = 900, **options):
        offline = options.pop("offline", False)
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_offline(offline)
        contexts.append(context)
        watched = Watched(context.new_page(), allowed)
        watched.page.set_default_timeout(20_000)
        return watched

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def once(tmp_path_factory, worker_id):
    """Make a folder once for all workers that run the tests side by side: ``once("name", make)``."""
    base = tmp_path_factory.getbasetemp()
    root = base if worker_id == "master" else base.parent

    def made(name: str, make):
        folder, done = root / name, root / f"{name}.done"
        with FileLock(root / f"{name}.lock"):
            if not done.exists():
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def site(once):
    """The whole site, built once; its folder."""
    command = [sys.executable, "-m", "kit", "site"]
    return once(
        "site", lambda folder: subprocess.run([*command, folder], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    )


@pytest.fixture(scope="session")
def student_edition(once):
    """The edition for students, written once; its folder, which tests leave as it is."""
    return once("student", lambda folder: editions.student(folder, say=lambda _: None))


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """A running JupyterLab over a copy of the notebooks; its address and folder."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "jupyter",
        "lab",
        "--no-browser",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--IdentityProvider.token=",
        "--allow-root",
    ]
    environment = dict(
        os.environ,
        JUPYTER_CONFIG_PATH=str(ROOT / "kit" / "lab"),
        JUPYTER_CONFIG_DIR=str(folder / ".config"),
        JUPYTERLAB_SETTINGS_DIR=str(folder / ".settings"),
        JUPYTERLAB_WORKSPACES_DIR=str(folder / ".workspaces"),
    )
    with open(folder / "server.log", "w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(120):
                try:
                    urllib.request.urlopen(f"{address}/api", timeout=2)
                    break
                except OSError:
                    time.sleep(0.25)
            else:
                pytest.fail("JupyterLab did not start: " + (folder / "server.log").read_text(encoding="utf-8")[-500:])
            yield address, folder
        finally:
            server.terminate()
            server.wait(20)
