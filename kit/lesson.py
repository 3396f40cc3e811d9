"""Lessons as files: reading, running, the one normal form in which they are kept, and their list of sources."""

import copy
import html
import os
import re
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
    """What the lists of lessons show."""

    name: str
    title: str
    minutes: int
    priority: str
    summary: str


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
        return nbformat.reads(Path(path).read_text(encoding="utf-8"), as_version=4)
    except FileNotFoundError:
        known = ", ".join(found.stem for found in notebooks())
        raise LessonError(f"There is no notebook {path}. The lessons are: {known}.") from None
    except (UnicodeDecodeError, nbformat.reader.NotJSONError, nbformat.ValidationError):
        raise LessonError(f"{path} is not a notebook that can be read. Take the file from a fresh copy of the kit.") from None


def head(path: Path) -> Head:
    """Return title, minutes, priority and summary of a lesson.

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
        raise LessonError(f"{Path(path).name} does not say its {missing[0]}: write the title as “# …” in the first cell, the rest in the notebook's metadata under “kit”.")
    return Head(Path(path).stem, title[1], *(about[key] for key in _STEPS))


def run(notebook: Any, name: str = "the notebook", bake: bool = False, folder: Path = NOTEBOOKS) -> Any:
    """Run a notebook from top to bottom in a fresh kernel.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    name : str
        Named in the error.
    bake : bool
        Whether widgets add the form that works in a page.
    folder : pathlib.Path
        Where the kernel runs.

    Returns
    -------
    nbformat.NotebookNode
        A copy with fresh outputs.

    Raises
    ------
    LessonError
        If a cell fails, or takes longer than two minutes.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    fresh = copy.deepcopy(notebook)
    client = NotebookClient(fresh, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    environment = dict(os.environ) | {SWITCH: "1" if bake else "0"}
    try:
        client.execute(env=environment)
    except CellExecutionError:
        cell, fault = next((cell, output) for cell in fresh.cells for output in cell.get("outputs", []) if output["output_type"] == "error")
        raise LessonError(f"{name}: the cell “{cell.id}” fails with {fault.ename}: {fault.evalue}. Open the notebook and run that cell.") from None
    except CellTimeoutError:
        raise LessonError(f"{name}: a cell took longer than two minutes. Look for an endless loop.") from None
    return fresh


def normal_form(notebook: Any) -> Any:
    """Return a notebook as it is committed: the same lesson always gives the same file.

    Widget views, widget state, error streams and run times go; cells are counted from 1; cells whose id is random get
    one from their words; tags are sorted.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    nbformat.NotebookNode
        A copy.
    """
    tidy = copy.deepcopy(notebook)
    tidy.nbformat, tidy.nbformat_minor = 4, 5
    about = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    tidy.metadata = type(tidy.metadata)(about | ({"kit": tidy.metadata["kit"]} if "kit" in tidy.metadata else {}))
    taken: set[str] = set()
    counted = 0
    for cell in tidy.cells:
        cell.id = _name(cell, taken)
        cell.source = "\n".join(line.rstrip() for line in cell.source.strip("\n").split("\n"))
        tags = sorted(set(cell.metadata.get("tags", [])))
        cell.metadata = type(cell.metadata)({"tags": tags} if tags else {})
        if cell.cell_type == "code":
            counted += 1
            cell.execution_count = counted
            cell.outputs = [_plain_output(output, counted) for output in cell.outputs if output.get("name") != "stderr"]
    return tidy


def _name(cell: Any, taken: set[str]) -> str:
    """Return the cell's id; if it is random, one from its words."""
    wanted = cell.get("id", "")
    if not wanted or re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]+)?", wanted):
        words = re.findall(r"[a-z0-9]+", cell.source.lower())
        wanted = "-".join(words[:4])[:40] or cell.cell_type
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name


def _plain_output(output: Any, count: int) -> Any:
    if "data" in output:
        without_views([output])
        # A widget that was baked for the site keeps its words only.
        if "kit-widget" in "".join(output["data"].get("text/html", "")):
            del output["data"]["text/html"]
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

    Jupyter calls this before each save (see ``jupyter_config.json``). It never raises: a teacher's work matters more.
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
    import nbformat

    Path(path).write_text(nbformat.writes(notebook, indent=1).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


def tidy(path: Path) -> bool:
    """Run a lesson, bring it into normal form and write it; tell whether the file changed."""
    before = Path(path).read_bytes() if Path(path).exists() else b""
    write(normal_form(run(read(path), Path(path).name)), path)
    return Path(path).read_bytes() != before


def is_tidy(path: Path) -> bool:
    """Tell whether a notebook is in normal form; it is not run."""
    import nbformat

    found = Path(path).read_text(encoding="utf-8")
    return nbformat.writes(normal_form(read(path)), indent=1).rstrip("\n") + "\n" == found


def starter_matches(starter: str, solution: str) -> bool:
    """Tell whether a starter is its solution with ``...`` in place of some pieces.

    Examples
    --------
    >>> starter_matches("share = ...", "share = china / world")
    True
    >>> starter_matches("part = ...", "share = china / world")
    False
    """
    pieces = [re.escape(" ".join(piece.split())) for piece in starter.split("...")]
    pattern = r"\s*(?:.|\n)+?\s*".join(pieces)
    return re.fullmatch(pattern, " ".join(solution.split())) is not None


class Sources:
    """The sources and weaknesses of the datasets of a lesson; it shows itself in a notebook."""

    def __init__(self, names: Iterable[str]):
        self.cards = [describe(name) for name in names]

    def __repr__(self) -> str:
        lines = []
        for card in self.cards:
            lines.append(f"{card.title} ({card.name}): {self._mix(card)}; {len(card.sources)} {'source' if len(card.sources) == 1 else 'sources'}; {card.licence}")
            lines += [f"  - {caveat}" for caveat in card.caveats]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return "".join(self._section(card) for card in self.cards)

    @staticmethod
    def _mix(card: Any) -> str:
        return ", ".join(f"{count} {status}" for status, count in card.statuses.items()) or "no figures"

    def _section(self, card: Any) -> str:
        caveats = "".join(f"<li>{html.escape(caveat)}</li>" for caveat in card.caveats)
        sources = "".join(f"<li>{self._source(source)}</li>" for source in card.sources)
        count = len(card.sources)
        return (
            f"<h4>{html.escape(card.title)}</h4>"
            f"<p><code>{html.escape(card.name)}</code> · {card.rows} rows · status: {html.escape(self._mix(card))} · {html.escape(card.licence)}</p>"
            f"<ul>{caveats}</ul>"
            f"<details><summary>{count} {'source' if count == 1 else 'sources'}</summary><ul>{sources}</ul></details>"
        )

    @staticmethod
    def _source(source: dict) -> str:
        title = html.escape(source["title"])
        named = f'<a href="{html.escape(source["link"], quote=True)}">{title}</a>' if source["link"] else title
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
