"""How fast is an explorer? Side by side with the usual ways, in one run; prints a table of medians.

    .venv/bin/python tests/bench/widgets.py          (Windows: .venv\\Scripts\\python tests\\bench\\widgets.py)

Live: one chart with a 12-choice menu and a 24-step slider in JupyterLab, moved with the arrow keys; the time from
the key to the new line on the screen. Baked: the same chart in a page from disk, and a page with eight of them.
"""

import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from kit import browser as chromium  # noqa: E402

SETUP = """
import numpy as np, pandas as pd, plotly.graph_objects as go, ipywidgets, kit
YEARS = np.arange(2000, 2024)
TABLE = {f"place {i}": np.cumsum(np.random.default_rng(i).normal(5, 3, 24)) for i in range(12)}
def draw(place, steps):
    width = {place: 4}
    return go.Figure([
        go.Scatter(x=YEARS[:steps], y=TABLE[name][:steps], name=name, line_width=width.get(name, 1))
        for name in list(TABLE)[:5] + [place]
    ])
"""
WAYS = {
    "explore": "kit.explore(draw, place=list(TABLE), steps=kit.Slider(1, 24, default=3))",
    "FigureWidget + batch_update": """
place, steps = ipywidgets.Dropdown(options=list(TABLE)), ipywidgets.IntSlider(3, 1, 24)
figure = go.FigureWidget(draw(place.value, steps.value))
def update(_):
    new = draw(place.value, steps.value)
    with figure.batch_update():
        for old, fresh in zip(figure.data, new.data):
            old.x, old.y, old.name, old.line.width = fresh.x, fresh.y, fresh.name, fresh.line.width
place.observe(update, "value"); steps.observe(update, "value")
ipywidgets.VBox([place, steps, figure])""",
    "interact + fig.show": """
@ipywidgets.interact(place=list(TABLE), steps=ipywidgets.IntSlider(3, 1, 24))
def show(place, steps):
    draw(place, steps).show()""",
}
# From a key to the first frame in which the line of the last trace is another one.
CLOCK = """
window.bench = { times: [] };
const lines = '.js-plotly-plot .scatterlayer path.js-line';
const line = () => [...document.querySelectorAll(lines)].at(-1)?.getAttribute('d');
document.addEventListener('keydown', () => {
  const start = performance.now(), before = line();
  const look = () => {
    const now = line();
    if (now && now !== before) bench.times.push(performance.now() - start);
    else if (performance.now() - start < 3000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}, true);
"""


def main() -> None:
    """Run both benchmarks and print their tables."""
    with tempfile.TemporaryDirectory() as scratch, chromium.opened() as browser:
        live(browser, Path(scratch))
        embedded(browser, Path(scratch))


def live(browser, folder: Path) -> None:
    """Time each way in JupyterLab, one notebook a way, three rounds in turn."""
    for number, code in enumerate(WAYS.values()):
        nbformat.write(
            new_notebook(
                cells=[new_code_cell(SETUP), new_code_cell(code)],
                metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
            ),
            folder / f"way{number}.ipynb",
        )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "jupyter",
            "lab",
            "--no-browser",
            f"--port={port}",
            "--IdentityProvider.token=",
            "--allow-root",
        ],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/api")
        times = {way: [] for way in WAYS}
        for _ in range(3):
            for number, way in enumerate(WAYS):
                times[way] += one_round(
                    browser, f"http://127.0.0.1:{port}/lab/workspaces/w{number}/tree/way{number}.ipynb?reset"
                )
    finally:
        server.terminate()
        server.wait(20)
    own = statistics.median(times["explore"])
    print("\nLive, JupyterLab: key to new line, median of", {way: len(found) for way, found in times.items()})
    for way, found in times.items():
        print(f"  {way:28} {statistics.median(found):6.0f} ms   {statistics.median(found) / own:4.1f} × explore")


def one_round(browser, address: str) -> list[float]:
    """Open a notebook, run it, press the arrow keys, and return the times in milliseconds."""
    page = browser.new_page(viewport={"width": 1200, "height": 1000})
    page.set_default_timeout(60_000)
    page.goto(address)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.get_by_text("| Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.wait_for_selector(".js-plotly-plot .scatterlayer path.js-line", state="attached")
    page.wait_for_timeout(2500)
    page.evaluate(CLOCK)
    page.locator(".kit input[type=range], .noUi-handle").first.focus()
    for press in range(22):
        page.keyboard.press("ArrowRight" if press < 20 else "ArrowLeft")
        page.wait_for_timeout(350)
    times = page.evaluate("bench.times")
    page.close()
    return times[2:]


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.25)
    raise SystemExit("JupyterLab did not start.")


def embedded(browser, folder: Path) -> None:
    """Time a change in a page without a kernel, and how soon eight explorers are ready."""
    from plotly.offline import get_plotlyjs

    from kit.widgets import frontend

    names: dict = {}
    exec(SETUP, names)
    element = eval(WAYS["explore"], names).embed()
    for name, text in {
        "kit.js": frontend.page_script(),
        "kit.css": frontend.stylesheet(),
        "plotly.min.js": get_plotlyjs(),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    eight = "".join(
        element.replace('id="draw"', f'id="draw{i}"', 1).replace('"id":"draw"', f'"id":"draw{i}"', 1) for i in range(8)
    )
    (folder / "page.html").write_text(
        '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="kit.css"><body data-theme="light">'
        f'{eight}<script src="kit.js"></script>',
        encoding="utf-8",
    )
    ready, changes = [], []
    for _ in range(5):
        page = browser.new_page(viewport={"width": 1200, "height": 6000})
        start = time.perf_counter()
        page.goto((folder / "page.html").as_uri())
        page.wait_for_function("document.querySelectorAll('.kit-chart .main-svg').length >= 24")
        ready.append(time.perf_counter() - start)
        page.wait_for_timeout(500)
        changes += page.evaluate("""async () => {
            const card = document.querySelector('.kit[data-explorer=draw3]');
            const slider = card.querySelector('input[type=range]'), times = [];
            for (let i = 0; i < 23; i++) {
                const start = performance.now();
                const ready = { once: true };
                const drawn = done => card.addEventListener('kit-drawn', () => done(performance.now()), ready);
                const done = new Promise(drawn);
                slider.value = 22 - i; slider.dispatchEvent(new Event('input'));
                times.push(await done - start);
                await new Promise(next => setTimeout(next, 50));
            }
            return times; }""")
        page.close()
    packed = len(re.search(r'"states":"([^"]+)"', element)[1])
    print("\nBaked, page from disk")
    print(
        f"  a change, median of {len(changes)}:        {statistics.median(changes):6.1f} ms (worst {max(changes):.0f})"
    )
    print(f"  eight explorers ready, median:  {statistics.median(ready):6.2f} s")
    print(f"  288 states packed:              {packed / 1000:6.1f} KB")


if __name__ == "__main__":
    main()
