"""How heavy and how fast is a rendered lesson? The kit's page beside three usual ways, in one run; prints a table.

    .venv/bin/python tests/bench/pages.py          (Windows: .venv\\Scripts\\python tests\\bench\\pages.py)

The same lesson (01) is rendered as the kit's page, as an nbconvert page and a Sphinx book-theme page with
``FigureWidget``s and ipywidgets, and, its first chart only, as Panel's embedded export. Each is opened from disk, the
network cut. Panel and the book theme are no part of the kit; install them first, for example:

    .venv/bin/python -m pip install panel sphinx-book-theme
"""

import gzip
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from kit import browser as chromium  # noqa: E402
from kit import notebooks  # noqa: E402

LESSON = ROOT / "notebooks" / "01_factories.ipynb"

# In place of kit.explore: what a notebook does without the kit.
FIGURE_WIDGETS = """
import ipywidgets, kit, plotly.graph_objects as go
from kit.widgets.shorthand import as_control
def _plain_widgets(draw, *, title="", about="", data=(), source="", id="", height=340, **controls):
    kinds = {name: as_control(name, given) for name, given in controls.items()}
    def as_widget(control):
        if control.kind == "multiselect":
            start = tuple(control.value(control.default))
            return ipywidgets.SelectMultiple(options=control.options, value=start, description=control.label)
        start = control.value(control.default)
        return ipywidgets.SelectionSlider(options=control.options, value=start, description=control.label)
    widgets = {name: as_widget(control) for name, control in kinds.items()}
    def drawn():
        return draw(**{name: list(w.value) if isinstance(w.value, tuple) else w.value for name, w in widgets.items()})
    figure, note = go.FigureWidget(drawn()[0]), ipywidgets.Label(drawn()[1])
    return ipywidgets.VBox([ipywidgets.Label(title), *widgets.values(), figure, note])
kit.explore = _plain_widgets
"""

# From an input to the first frame in which something drawn in the first chart is different.
CLOCK = """async () => {
    const card = document.querySelector('.kit[data-explorer]'); if (!card) return null;
    const chart = card.querySelector('.js-plotly-plot'), slider = card.querySelector('input[type=range]');
    const shape = (one) => one.getAttribute('d') ?? one.textContent;
    const look = () => [...chart.querySelectorAll('path, .annotation-text')].map(shape).join();
    const times = [];
    for (let i = 0; i < 20; i++) {
        const before = look(), start = performance.now();
        slider.value = i % 10; slider.dispatchEvent(new Event('input'));
        while (look() === before && performance.now() - start < 1000) await new Promise(requestAnimationFrame);
        times.push(performance.now() - start);
        await new Promise((next) => setTimeout(next, 60));
    }
    return times; }"""


def main() -> None:
    """Build the pages, open each five times, print the table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        pages = {
            "the kit": kit_page(folder / "kit"),
            **plain_pages(folder),
            "Panel, first chart only": panel_page(folder / "panel.html"),
        }
        with chromium.opened() as browser:
            print(
                f"\n{'page':24}{'page gz':>10}{'all, gz':>10}{'text':>9}{'chart':>9}{'change':>9}  requests to "
                "elsewhere, controls"
            )
            for name, (page, parts) in pages.items():
                print(row(browser, name, page, parts) if page else f"{name:24}not installed, see the head of this file")


def row(browser, name: str, page: Path, parts: list[Path]) -> str:
    """Open a page from disk, offline, and return its line of the table (medians of five)."""
    texts, charts, changes, strangers = [], [], [], 0
    for _ in range(5):
        context = browser.new_context(viewport={"width": 1200, "height": 900}, offline=True)
        view, asked = context.new_page(), []
        view.on(
            "request",
            lambda request, asked=asked: (
                asked.append(request.url) if not request.url.startswith(("file:", "blob:", "data:")) else None
            ),
        )
        start = time.perf_counter()
        view.goto(page.as_uri(), wait_until="domcontentloaded")
        texts.append(time.perf_counter() - start)
        view.evaluate(
            "document.querySelector('.kit[data-explorer], .bk-Row, .jupyter-widgets, .cell_output')?.scrollIntoView()"
        )
        try:
            view.wait_for_selector(".js-plotly-plot .main-svg", timeout=8_000, state="attached")
            charts.append(time.perf_counter() - start)
            view.wait_for_timeout(400)
            changes += view.evaluate(CLOCK) or []
        except Exception:  # a page that needs the network draws nothing here
            pass
        strangers = len(asked)
        context.close()
    size = lambda paths: sum(len(gzip.compress(path.read_bytes())) for path in paths) / 1000  # noqa: E731
    shown = [f"{statistics.median(found):.2f} s" if found else "never" for found in (texts, charts)]
    change = f"{statistics.median(changes):.0f} ms" if changes else "–"
    alive = "alive" if changes else "alive (by a slider of its own)" if charts and "Panel" in name else "dead"
    return (
        f"{name:24}{size([page]):>7.0f} KB{size([page, *parts]):>7.0f} KB{shown[0]:>9}{shown[1]:>9}{change:>9} "
        f" {strangers}, {alive}"
    )


def kit_page(out: Path) -> tuple[Path, list[Path]]:
    """Return the kit's page of the lesson and what it loads."""
    from kit.site import build

    build(out, [LESSON], say=lambda words: None)
    static = out / "_static"
    return out / "lessons" / "01_factories.html", [
        *static.glob("*.js"),
        *static.glob("*.css"),
        *static.glob("s*/*.js"),
        *static.glob("s*/*.css"),
    ]


def plain_pages(folder: Path) -> dict[str, tuple[Path | None, list[Path]]]:
    """Return the lesson with FigureWidgets as an nbconvert page and as a book-theme page."""
    import nbformat
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter
    from nbformat.v4 import new_code_cell

    notebook = notebooks.read(LESSON)
    place = next(i for i, cell in enumerate(notebook.cells) if "imports" in cell.metadata.get("tags", []))
    notebook.cells.insert(place + 1, new_code_cell(FIGURE_WIDGETS))
    NotebookClient(
        notebook, timeout=120, store_widget_state=True, resources={"metadata": {"path": str(LESSON.parent)}}
    ).execute(env=dict(os.environ, PYTHONPATH=str(ROOT)))
    converted = folder / "nbconvert.html"
    converted.write_text(HTMLExporter().from_notebook_node(notebook)[0], encoding="utf-8")
    pages: dict[str, tuple[Path | None, list[Path]]] = {
        "nbconvert, FigureWidget": (converted, []),
        "Sphinx book theme": (None, []),
    }
    try:
        import sphinx_book_theme  # noqa: F401
        from sphinx.cmd.build import build_main
    except ImportError:
        return pages
    source = folder / "book"
    source.mkdir()
    nbformat.write(notebook, source / "index.ipynb")
    (source / "conf.py").write_text(
        'extensions = ["myst_nb"]\nnb_execution_mode = "off"\nhtml_theme = "sphinx_book_theme"\n', encoding="utf-8"
    )
    build_main(["-b", "html", "-q", str(source), str(folder / "book-html")])
    static = folder / "book-html" / "_static"
    pages["Sphinx book theme"] = (folder / "book-html" / "index.html", [*static.rglob("*.js"), *static.rglob("*.css")])
    return pages


def panel_page(out: Path) -> tuple[Path | None, list[Path]]:
    """Return the lesson's first chart as Panel embeds it; tick boxes stay as they are, since Panel embeds none."""
    try:
        import panel
        from bokeh.resources import INLINE
    except ImportError:
        return None, []
    import kit
    from kit.widgets.shorthand import as_control

    panel.extension("plotly")
    found = []

    def collect(draw, *, title="", about="", data=(), source="", id="", height=340, **controls):
        kinds = {name: as_control(name, given) for name, given in controls.items()}
        fixed = {name: kind.value(kind.default) for name, kind in kinds.items() if kind.kind == "multiselect"}
        moving = {
            name: panel.widgets.DiscreteSlider(
                name=kind.label,
                options=dict(zip(kind.labels, kind.options, strict=True)),
                value=kind.value(kind.default),
            )
            for name, kind in kinds.items()
            if name not in fixed
        }
        found.append(
            panel.Column(
                f"### {title}", *moving.values(), panel.bind(lambda **values: draw(**fixed, **values)[0], **moving)
            )
        )

    kept, kit.explore = kit.explore, collect
    names: dict = {}
    for cell in notebooks.read(LESSON).cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, cell.id, "exec"), names)
    kit.explore = kept
    found[0].save(str(out), embed=True, max_states=5000, max_opts=50, resources=INLINE, progress=False)
    return out, []


if __name__ == "__main__":
    main()
