"""Lessons as files: reading, running, the one normal form in which they are kept, and their list of sources."""

import copy
import html
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from kit.data import describe
from kit.widgets.baking import SWITCH

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"

_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
_STEPS = ("minutes", "priority", "summary")


class LessonError(ValueError):
    """A lesson cannot be read or run; the message names the notebook, the cell and what to do."""


class Head(NamedTuple):
    """What the lists of lessons show. ``ages`` is such as ``"14+"``; empty: any age."""

    name: str
    title: str
    minutes: int
    priority: str
    summary: str
    themes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    ages: str = ""


def notebooks() -> list[Path]:
    """Return the paths of all lessons, in order."""
    return sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))


def read(path: Path) -> Any:
    """Return a notebook.

    Raises
    ------
    LessonError
        If the file is missing or is no notebook.
    """
    import nbformat

    try:
        text = Path(path).read_text(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError):
        known = ", ".join(found.stem for found in notebooks())
        raise LessonError(f"There is no notebook {path}. The lessons are: {known}.") from None
    except UnicodeDecodeError:
        raise LessonError(
            f"{path} is not UTF-8 text, so it is no notebook. Take the file from a fresh copy of the kit."
        ) from None
    try:
        found = nbformat.reads(text, as_version=4)
        nbformat.validate(found)
    except Exception:  # JSON of another kind makes nbformat fail in many ways, all of which mean the same here
        raise LessonError(
            f"{path} is not a notebook that can be read. Take the file from a fresh copy of the kit."
        ) from None
    return found


def head(path: Path) -> Head:
    """Return what the lists of lessons show of a lesson.

    Raises
    ------
    LessonError
        If the first heading, or an entry of the metadata ``kit``, is missing.
    """
    notebook = read(path)
    about = notebook.metadata.get("kit", {})
    title = re.search(r"^# (.+)$", notebook.cells[0].source, re.MULTILINE) if notebook.cells else None
    missing = [key for key in _STEPS if key not in about] + ([] if title else ["title"])
    if missing:
        raise LessonError(
            f"{Path(path).name} does not say its {missing[0]}: write the title as “# …” in the first cell, the rest in the notebook's metadata under “kit”."
        )
    return Head(
        Path(path).stem,
        title[1],
        *(about[key] for key in _STEPS),
        tuple(about.get("themes", ())),
        tuple(about.get("subjects", ())),
        about.get("ages", ""),
    )


def run(notebook: Any, name: str = "the notebook", bake: bool = False, folder: Path | None = None) -> Any:
    """Run a notebook from top to bottom in a fresh kernel.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    name : str
        Named in the error.
    bake : bool
        Whether widgets add the form that works in a page.
    folder : pathlib.Path, optional
        Where the kernel runs; a folder that goes again if left out, with whatever the lesson writes.

    Returns
    -------
    nbformat.NotebookNode
        A copy with fresh outputs.

    Raises
    ------
    LessonError
        If a cell fails or takes longer than two minutes, or the kernel stops.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    fresh = copy.deepcopy(notebook)
    environment = dict(os.environ) | {SWITCH: "1" if bake else "0"}
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
            NotebookClient(
                fresh,
                timeout=120,
                kernel_name="python3",
                store_widget_state=False,
                resources={"metadata": {"path": str(folder or scratch)}},
            ).execute(env=environment)
    except CellExecutionError as fault:
        # The run stops at the fault, so the last error is the one; earlier ones are meant to be there.
        failed = [
            cell.id for cell in fresh.cells for output in cell.get("outputs", []) if output["output_type"] == "error"
        ]
        reason = fault.evalue.strip().split("\n")[0].rstrip(".")
        raise LessonError(
            f"{name}: the cell “{failed[-1]}” fails with {fault.ename}: {reason}. Open the notebook and run that cell."
        ) from None
    except CellTimeoutError:
        raise LessonError(f"{name}: a cell took longer than two minutes. Look for an endless loop.") from None
    except DeadKernelError:
        raise LessonError(
            f"{name}: the kernel stopped while the notebook ran. The machine may be short of memory: close other programs and try again."
        ) from None
    return fresh


def normal_form(notebook: Any) -> Any:
    """Return a notebook as it is committed: the same lesson always gives the same file.

    Widget views, widget state, error streams and run times go; a picture of a chart stays; cells are counted from 1; cells whose id is random get
    one from their words; tags are sorted.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    nbformat.NotebookNode
        A copy.
    """
    from nbformat import from_dict

    tidy = copy.deepcopy(notebook)
    tidy.nbformat, tidy.nbformat_minor = 4, 5
    about = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    tidy.metadata = from_dict(about | ({"kit": tidy.metadata["kit"]} if "kit" in tidy.metadata else {}))
    _name_cells(tidy.cells)
    counted = 0
    for cell in tidy.cells:
        cell.source = "\n".join(line.rstrip() for line in cell.source.split("\n")).strip("\n")
        tags = sorted(set(cell.metadata.get("tags", [])))
        cell.metadata = type(cell.metadata)({"tags": tags} if tags else {})
        if cell.cell_type == "code":
            counted += 1
            cell.execution_count = counted
            cell.outputs = _joined(
                [_plain_output(output, counted) for output in cell.outputs if output.get("name") != "stderr"]
            )
    return tidy


def _name_cells(cells: list) -> None:
    """Give each cell with a random id, or one that stands earlier already, an id from its words."""
    taken: set[str] = set()
    nameless = []
    for cell in cells:
        name = cell.get("id", "")
        if not name or name in taken or re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]+)?", name):
            nameless.append(cell)
        else:
            taken.add(name)
    for cell in nameless:
        words = re.findall(r"[a-z0-9]+", cell.source.lower())
        # The leading word keeps digits such as a year from looking like a random id.
        wanted = "-".join([cell.cell_type, *words[:4]])[:40].rstrip("-")
        cell.id, number = wanted, 2
        while cell.id in taken:
            cell.id, number = f"{wanted}-{number}", number + 1
        taken.add(cell.id)


def _joined(outputs: list) -> list:
    """Return outputs with neighbouring prints as one: a kernel cuts them as its clock happens to tick."""
    joined: list = []
    for output in outputs:
        if joined and output["output_type"] == joined[-1]["output_type"] == "stream":
            joined[-1]["text"] += output["text"]
        else:
            joined.append(output)
    return joined


def _plain_output(output: Any, count: int) -> Any:
    if "data" in output:
        without_views([output])
        # A widget that was baked for the site keeps its words and its picture.
        if "kit-widget" in "".join(output["data"].get("text/html", "")):
            del output["data"]["text/html"]
        if "image/png" not in output["data"]:
            output.get("metadata", {}).pop("kit", None)
    if output.get("output_type") == "execute_result":
        output["execution_count"] = count
    return output


def without_views(outputs: Iterable[dict]) -> None:
    """Take the widget views out of outputs, in place, where words stand beside them.

    With a view, JupyterLab greets whoever opens the file with "Error displaying widget"; without it the words stand
    there until the cell is run.
    """
    for output in outputs:
        data = output.get("data", {})
        if _WIDGET_VIEW in data and "text/plain" in data:
            del data[_WIDGET_VIEW]


def before_save(model: dict, path: str = "", contents_manager: Any = None, **_: Any) -> None:
    """Keep widget views and widget state out of a notebook that JupyterLab saves.

    Jupyter calls this before each save (see ``kit/lab/jupyter_config.json``). It never raises: a teacher's work matters more.
    """
    try:
        if model.get("type") != "notebook":
            return
        content = model["content"]
        content.get("metadata", {}).pop("widgets", None)
        for cell in content.get("cells", []):
            without_views(cell.get("outputs", []))
    except Exception as fault:
        if contents_manager is not None:
            contents_manager.log.warning("The notebook %s was saved as it is: %r", path, fault)


def write(notebook: Any, path: Path) -> None:
    """Write a notebook as UTF-8 with plain line ends."""
    Path(path).write_text(_text(notebook), encoding="utf-8", newline="\n")


def _text(notebook: Any) -> str:
    import nbformat

    return nbformat.writes(notebook, indent=1).rstrip("\n") + "\n"


def tidy(path: Path) -> bool:
    """Run a lesson, bring it into normal form and write it; tell whether the file changed.

    A picture of a chart is kept while the chart is the same; `kit.preview` makes the others anew.
    """
    before = Path(path).read_bytes() if Path(path).exists() else b""
    old = read(path)
    fresh = run(old, Path(path).name)
    _keep_pictures(old, fresh)
    write(normal_form(fresh), path)
    return Path(path).read_bytes() != before


def _keep_pictures(old: Any, fresh: Any) -> None:
    pictures = {
        output["metadata"]["kit"]["drawn"]: output["data"]["image/png"]
        for output in _drawn_outputs(old)
        if "image/png" in output["data"]
    }
    for output in _drawn_outputs(fresh):
        if output["metadata"]["kit"]["drawn"] in pictures:
            output["data"]["image/png"] = pictures[output["metadata"]["kit"]["drawn"]]


def _drawn_outputs(notebook: Any) -> list[Any]:
    return [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "drawn" in output.get("metadata", {}).get("kit", {})
    ]


def is_tidy(path: Path) -> bool:
    """Tell whether a notebook is in normal form; it is not run."""
    wanted = _text(normal_form(read(path)))
    return Path(path).read_bytes() == wanted.encode("utf-8")


def starter_matches(starter: str, solution: str) -> bool:
    """Tell whether a starter is its solution with ``...`` in place of some pieces.

    Examples
    --------
    >>> starter_matches("share = ...", "share = china / world")
    True
    >>> starter_matches("part = ...", "share = china / world")
    False
    """
    first, *others = ["".join(piece.split()) for piece in starter.split("...")]
    whole = "".join(solution.split())
    if not others:
        return whole == first
    *middle, last = others
    at = len(first)
    for piece in middle:
        # Every blank stands for one character at least.
        at = whole.find(piece, at + 1) + len(piece)
        if at < len(piece):
            return False
    return whole.startswith(first) and whole.endswith(last) and at < len(whole) - len(last)


class Sources:
    """The sources and weaknesses of the datasets of a lesson; it shows itself in a notebook."""

    def __init__(self, names: Iterable[str]):
        self.cards = [describe(name) for name in names]

    def __repr__(self) -> str:
        lines = []
        for card in self.cards:
            lines.append(
                f"{card.title} ({card.name}): {self._mix(card)}; {len(card.sources)} {'source' if len(card.sources) == 1 else 'sources'}; {card.licence}"
            )
            lines += [f"  - {caveat}" for caveat in card.caveats]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return "".join(self._section(card) for card in self.cards)

    @staticmethod
    def _mix(card: Any) -> str:
        return ", ".join(f"{count} {status}" for status, count in card.statuses.items()) or "no figures"

    def _section(self, card: Any) -> str:
        caveats = "".join(f"<li>{html.escape(caveat)}</li>" for caveat in card.caveats)
        sources = "".join(f"<li>{source_html(source)}</li>" for source in card.sources)
        count = len(card.sources)
        return (
            f"<h4>{html.escape(card.title)}</h4>"
            f"<p><code>{html.escape(card.name)}</code> · {card.rows} rows · status: {html.escape(self._mix(card))} · {html.escape(card.licence)}</p>"
            f"<ul>{caveats}</ul>"
            f"<details><summary>{count} {'source' if count == 1 else 'sources'}</summary><ul>{sources}</ul></details>"
        )


def source_html(source: dict) -> str:
    """Return a source as HTML: publisher, title, date; linked where the catalogue holds a web address.

    Parameters
    ----------
    source : dict
        One row of the table ``sources``.

    Examples
    --------
    >>> source_html({"publisher": "IFR", "title": "World Robotics", "link": "", "published": "2024"})
    'IFR: World Robotics, 2024'
    """
    title, link = html.escape(source["title"]), source["link"]
    named = (
        f'<a href="{html.escape(link, quote=True)}">{title}</a>' if link.startswith(("https://", "http://")) else title
    )
    return f"{html.escape(source['publisher'])}: {named}, {html.escape(str(source['published']))}"


def sources(*names: str) -> Sources:
    """Return the sources and weaknesses of datasets, from the catalogue, for the end of a lesson.

    Parameters
    ----------
    *names : str
        Names of datasets.

    Raises
    ------
    kit.DatasetError
        If a name is unknown.

    Examples
    --------
    >>> print(repr(sources("robot_installations")).splitlines()[0])
    Industrial robots installed each year (robot_installations): 77 survey; 1 source; CC BY 4.0
    """
    return Sources(names)
