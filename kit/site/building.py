"""From notebooks to pages: run once, embed the widgets, sort the cells, hand over to Sphinx."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from kit import notebooks
from kit.notebooks import holds_answers, kit_names, tags_of
from kit.notebooks.handing_out import lesson_for_students
from kit.site.data_pages import meta, write_data_pages
from kit.site.glossary import link_terms, write_glossary
from kit.site.outline import Outline, by_step, outline
from kit.site.teacher_pages import write_teacher_pages
from kit.site.worksheets import write_worksheets
from kit.widgets import embedding, frontend, ids
from kit.widgets.contract import MIME_TYPE, widget_in
from kit.widgets.still import still
from kit.writing import refuse_unwritable, whole_folder


def build(out: Path, lessons: list[Path] | None = None, say: Callable[[str], None] = print) -> Path:
    """Build the site.

    Parameters
    ----------
    out : pathlib.Path
        Folder to write; what an earlier build left there is replaced.
    lessons : list of pathlib.Path, optional
        Notebooks; all of the kit if left out.
    say : callable
        Receives one line for each step.

    Returns
    -------
    pathlib.Path
        The first page.

    Raises
    ------
    kit.notebooks.LessonError
        If a lesson fails.
    OSError
        If the folder holds something that is not a site.
    """
    paths = notebooks.lessons() if lessons is None else lessons
    _refuse_strange_folder(out)
    refuse_unwritable(out)
    ids.new_page()
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch)
        for folder in ("lessons", "teachers", "_static"):
            (source / folder).mkdir()
        heads, taken_apart, example = [notebooks.metadata(path) for path in paths], [], ""
        # A lesson waits mostly for its own kernel, so several run side by side.
        with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            for number, (path, notebook) in enumerate(zip(paths, pool.map(_run, paths), strict=True), 1):
                say(f"[{number}/{len(paths)}] {path.name} has run, its widgets are embedded")
                if path.name == EXAMPLE or not example:
                    example = _first_explorer(notebook) or example
                taken_apart.append(_write_lesson(notebook, path, source))
        _write_assets(source)
        write_teacher_pages(source, taken_apart)
        pages = {head.name[:2]: head.name for head in heads}
        data = write_data_pages(source, pages)
        write_glossary(source, pages)
        (source / "index.md").write_text(_index(heads, data, example), encoding="utf-8")
        say("building the pages")
        # A part of the lessons has links to the others, which are missing: only the whole must be free of warnings.
        _sphinx(source, Path(scratch) / "html", strict=len(paths) >= len(notebooks.lessons()))
        _finish(Path(scratch) / "html")
        write_worksheets(Path(scratch) / "html" / "worksheets", taken_apart)
        with whole_folder(out) as new:
            unneeded = shutil.ignore_patterns(".doctrees", ".buildinfo*", "objects.inv")
            shutil.copytree(Path(scratch) / "html", new, ignore=unneeded, dirs_exist_ok=True)
            (new / MARKER).write_text(_MARKED, encoding="utf-8", newline="\n")
    say(f"done: open {out / 'index.html'}")
    return out / "index.html"


#: The heading of a part of *Going further*.
_PART = re.compile(r"^### (.+)$", re.MULTILINE)

#: The file that says that the kit made a folder, and so may replace it.
MARKER = ".kit-site"
_MARKED = "Made by python -m kit site, which replaces this whole folder when it builds the site anew.\n"

#: How plotly's own charts stand in a notebook.
_PLOTLY = "application/vnd.plotly.v1+json"

#: The lesson whose first explorer stands on the first page.
EXAMPLE = "01_factories.ipynb"


def _run(path: Path) -> Any:
    return notebooks.run(notebooks.read(path), path.name, embed=True)


def _first_explorer(notebook: Any) -> str:
    """Return the first embedded explorer of a lesson that has run, as HTML."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            widget = widget_in(output)
            if widget and widget["kind"] == "explore":
                return str(output["data"]["text/html"])
    return ""


def _finish(out: Path) -> None:
    """Bring the pages into their last form.

    The theme's one inline script moves into a file, since a strict content policy lets none run inside a page;
    previews point at their picture.
    """
    inline = re.compile(r"<script>\s*(document\.body\.dataset\.theme\b.*?)\s*</script>", re.DOTALL)
    for path in out.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        root = "../" * (len(path.relative_to(out).parts) - 1)
        for script in inline.findall(text):
            (out / "_static" / "look.js").write_text(script + "\n", encoding="utf-8")
        text = inline.sub(f'<script src="{root}_static/look.js"></script>', text).replace(
            'content="_static/', f'content="{root}_static/'
        )
        # The theme says that the captions at the side are headings and forgets of which rank.
        text = text.replace('role="heading">', 'role="heading" aria-level="2">')
        # Code that is wider than the screen scrolls by itself; the keyboard must reach it.
        text = text.replace("<pre>", '<pre tabindex="0">')
        path.write_text(text, encoding="utf-8", newline="\n")


def _refuse_strange_folder(out: Path) -> None:
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / MARKER).exists())):
        raise OSError(f"{out} exists and is not a site that the kit made: choose another folder, or empty it.")


def _write_lesson(notebook: Any, path: Path, source: Path) -> Outline:
    """Write a lesson's page and the notebook to download, as students get it.

    Returns
    -------
    kit.site.outline.Outline
        The lesson taken apart, for the pages for teachers.
    """
    whole = outline(path, notebook)
    names = kit_names(notebook.cells)
    cells = [cell for cell in notebook.cells if not {"teacher", "keys"} & tags_of(cell)]
    notebook.cells = folded_parts([_page_cell(cell, names) for cell in _joined(cells, names)])
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = link_terms(cell.source)
    notebook.cells.append(
        _markdown(
            f"**Run it yourself:** {{download}}`download this notebook <../files/{path.name}>` into the folder "
            "`notebooks` of the kit, without which it does not run; its answers are packed.\n\n"
            f"**Teach it:** read the [page for teachers](../teachers/{path.stem}.md)."
        )
    )
    head = notebooks.metadata(path)
    notebook.metadata["myst"] = {"html_meta": meta(head.summary, head.title)}
    notebooks.write(notebook, source / "lessons" / path.name)
    (source / "files").mkdir(exist_ok=True)
    notebooks.write(lesson_for_students(path), source / "files" / path.name)
    return whole


def _markdown(words: str) -> Any:
    from nbformat.v4 import new_markdown_cell

    return new_markdown_cell(words)


def _joined(cells: list[Any], names: dict[str, str]) -> list[Any]:
    """Join code cells that show nothing with the code cell after them: one fold instead of three."""

    def is_plain_code(cell: Any) -> bool:
        return (
            cell.cell_type == "code" and not {"exercise", "solution"} & tags_of(cell) and not holds_answers(cell, names)
        )

    kept: list[Any] = []
    for cell in cells:
        before = kept[-1] if kept else None
        # An exercise or a solution stands alone: joined, a solution would show in the open cell after it.
        if before is not None and is_plain_code(before) and is_plain_code(cell) and not before.outputs:
            cell.source = f"{before.source}\n\n{cell.source}"
            kept.pop()
        kept.append(cell)
    return kept


def folded_parts(cells: list[Any]) -> list[Any]:
    """Fold each part of *Going further*, from one heading of the third rank to the next, under its title."""
    kept: list[Any] = []
    is_open = False
    for step, cell in by_step(cells):
        part = _PART.search(cell.source) if step == "further" and cell.cell_type == "markdown" else None
        if is_open and (part or step != "further"):
            kept.append(_markdown("</details>"))
            is_open = False
        if part is None:
            kept.append(cell)
            continue
        before, after = cell.source[: part.start()].strip(), cell.source[part.end() :].strip()
        if before:
            kept.append(_markdown(before))
        title = embedding.markdown().renderInline(part[1])
        kept.append(_markdown(f'<details class="kit-part"><summary><h3>{title}</h3></summary>'))
        kept.append(_markdown(after))
        is_open = True
    return [*kept, _markdown("</details>")] if is_open else kept


def _page_cell(cell: Any, names: dict[str, str]) -> Any:
    """Return a cell as the page shows it: no live view, solutions and imports folded, no code that holds an answer."""
    notebooks.without_views(cell.get("outputs", []))
    if cell.cell_type == "code":
        cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
        for output in cell.outputs:
            output.get("data", {}).pop(MIME_TYPE, None)  # for worksheets and codes, which have read it by now
            _draw_plain_chart(output, cell.id)
    tags = tags_of(cell)
    if holds_answers(cell, names):
        cell.metadata["tags"] = ["remove-input"]
    elif "solution" in tags:
        _fold(cell, "hide-cell", "solution")
    elif cell.cell_type == "code" and not tags & {"exercise", "shown"}:
        # A reader on a phone wants the chart; one click shows how it is made.
        _fold(cell, "hide-input", "code")
    return cell


def _draw_plain_chart(output: Any, name: str) -> None:
    """Put a chart that a cell draws without the kit, in place, into the form in which pages draw charts."""
    drawn = output.get("data", {}).pop(_PLOTLY, None)
    if drawn is not None:
        chart = go.Figure(drawn["data"], drawn["layout"])
        output["data"]["text/html"] = still(chart, id=f"chart-{name}").embed()


def _fold(cell: Any, tag: str, what: str) -> None:
    cell.metadata["tags"] = [tag]
    cell.metadata["mystnb"] = {"code_prompt_show": f"Show the {what}", "code_prompt_hide": f"Hide the {what}"}


def _write_assets(source: Path) -> None:
    static = source / "_static"
    frontend.write_assets(static)
    here = files("kit.site")
    (static / "preview.png").write_bytes((here / "explorer.png").read_bytes())
    for name, place in [
        ("site.css", static),
        ("teaching.css", static),
        ("site.js", static),
        ("planner.js", static),
        ("present.js", static),
        ("conf.py", source),
    ]:
        (place / name).write_text((here / name).read_text(encoding="utf-8"), encoding="utf-8")


def _index(heads: list[notebooks.Metadata], data: list[str], example: str) -> str:
    """Return the first page: what the kit is, the lessons, and the order of all pages."""
    words = (files("kit.site") / "index.md").read_text(encoding="utf-8")
    cards = "".join(_card(head) for head in heads)
    listed = "\n".join(f"{head.title} <lessons/{head.name}>" for head in heads)
    first, *others = data
    return words.format(
        cards=f'<ol class="kit-cards">{cards}</ol>',
        example=example,
        count=len(heads),
        data=first,
        tables="\n".join(others),
        lessons=listed,
    )


def _card(head: notebooks.Metadata) -> str:
    """Return a lesson's entry on the first page; what the reader did there is filled in on her device."""
    number = head.name[:2]
    about = " · ".join([f"{head.minutes} minutes", *map(escape, head.themes)])
    return (
        f'<li value="{int(number)}"><a href="lessons/{head.name}.html">{escape(head.title)}</a>'
        f"<p>{escape(head.summary)}</p>"
        f'<p class="kit-small-print">{about} <span data-progress="{number}"></span></p></li>'
    )


def _sphinx(source: Path, out: Path, strict: bool) -> None:
    from sphinx.cmd.build import build_main

    if build_main(["-b", "html", *(["-W", "--keep-going"] if strict else []), "-q", str(source), str(out)]) != 0:
        raise OSError("Sphinx could not build the pages: its words stand above.")
