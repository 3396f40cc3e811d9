"""The one normal form in which notebooks are kept: the same lesson always gives the same file."""

import copy
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kit.notebooks.cells import kit_names, makes_only_cards, tags_of
from kit.notebooks.files import as_text, read, write
from kit.notebooks.running import run
from kit.widgets.contract import MIME_TYPE

_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def normalize(notebook: Any) -> Any:
    """Return a notebook as it is committed: the same lesson always gives the same file.

    Widget views, widget state, error streams and run times go; a picture of a chart stays; cells are counted from 1;
    cells whose id is random get one from their words; tags are sorted. The source of a cell that only makes a card is
    collapsed, by the metadata that JupyterLab itself uses, and of no other cell.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    nbformat.NotebookNode
        A copy.
    """
    from nbformat import from_dict

    normal = copy.deepcopy(notebook)
    normal.nbformat, normal.nbformat_minor = 4, 5
    about = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    normal.metadata = from_dict(about | ({"kit": normal.metadata["kit"]} if "kit" in normal.metadata else {}))
    _name_cells(normal.cells)
    names = kit_names(normal.cells)
    counted = 0
    for cell in normal.cells:
        cell.source = "\n".join(line.rstrip() for line in cell.source.split("\n")).strip("\n")
        collapsed = {"jupyter": {"source_hidden": True}} if makes_only_cards(cell, names) else {}
        tags = {"tags": sorted(tags_of(cell))} if tags_of(cell) else {}
        cell.metadata = from_dict(collapsed | tags)
        if cell.cell_type == "code":
            counted += 1
            cell.execution_count = counted
            cell.outputs = _joined(
                [_plain_output(output, counted) for output in cell.outputs if output.get("name") != "stderr"]
            )
    return normal


def _name_cells(cells: list[Any]) -> None:
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


def _joined(outputs: list[Any]) -> list[Any]:
    """Return outputs with neighbouring prints as one: a kernel cuts them as its clock happens to tick."""
    joined: list[Any] = []
    for output in outputs:
        if joined and output["output_type"] == joined[-1]["output_type"] == "stream":
            joined[-1]["text"] += output["text"]
        else:
            joined.append(output)
    return joined


def _plain_output(output: Any, count: int) -> Any:
    if "data" in output:
        without_views([output])
        # A widget that was embedded for the site keeps its words and its picture.
        if output["data"].pop(MIME_TYPE, None):
            output["data"].pop("text/html", None)
        if "image/png" not in output["data"]:
            output.get("metadata", {}).pop("kit", None)
    if output.get("output_type") == "execute_result":
        output["execution_count"] = count
    return output


def without_views(outputs: Iterable[dict[str, Any]]) -> None:
    """Take the widget views out of outputs, in place, where words stand beside them.

    With a view, JupyterLab greets whoever opens the file with "Error displaying widget"; without it the words stand
    there until the cell is run.
    """
    for output in outputs:
        data = output.get("data", {})
        if _WIDGET_VIEW in data and "text/plain" in data:
            del data[_WIDGET_VIEW]


def format_lesson(path: Path) -> bool:
    """Run a lesson, bring it into normal form and write it; tell whether the file changed.

    A picture of a chart is kept while the chart is the same; `kit.preview` makes the others anew.
    """
    before = Path(path).read_bytes() if Path(path).exists() else b""
    old = read(path)
    fresh = run(old, Path(path).name)
    keep_pictures(old, fresh)
    write(normalize(fresh), path)
    return Path(path).read_bytes() != before


def keep_pictures(old: Any, fresh: Any) -> None:
    """Take the pictures of charts over from an earlier state of a notebook, in place, where the chart is the same.

    Parameters
    ----------
    old, fresh : dict
        The notebook before and after a run.
    """
    pictures = {
        output["metadata"]["kit"]["drawn"]: output for output in _drawn_outputs(old) if "image/png" in output["data"]
    }
    for output in _drawn_outputs(fresh):
        before = pictures.get(output["metadata"]["kit"]["drawn"])
        if before is not None:
            output["data"]["image/png"] = before["data"]["image/png"]
            if "image/png" in before["metadata"]:
                output["metadata"]["image/png"] = before["metadata"]["image/png"]


def _drawn_outputs(notebook: Any) -> list[Any]:
    return [
        output
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if "drawn" in output.get("metadata", {}).get("kit", {})
    ]


def is_formatted(path: Path) -> bool:
    """Tell whether a notebook is in normal form; it is not run."""
    wanted = as_text(normalize(read(path)))
    return Path(path).read_bytes() == wanted.encode("utf-8")
