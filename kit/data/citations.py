"""Say where a number comes from: one row, one dataset, one lesson; and the short lines under a chart."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from kit.data.catalogue import DATASETS, DatasetError, field, resource, resources, source_columns
from kit.data.loading import load

_STYLES = ("text", "bibtex", "csl")


class Citation(str):
    """A text that a notebook shows as it is, line by line."""

    def __repr__(self) -> str:
        return str(self)


def cite(name: str, row: object = None, style: str = "text", *, folder: Path = DATASETS) -> Citation:
    """Return the sources of a dataset, of one of its rows, or of a whole lesson.

    Parameters
    ----------
    name : str
        A dataset's name, or a lesson such as ``"lesson 01"``.
    row : index label, optional
        The row of ``kit.load(name)`` whose sources are wanted.
    style : {"text", "bibtex", "csl"}
        Lines to read, BibTeX entries, or CSL-JSON for a reference manager.

    Raises
    ------
    DatasetError
        If the name, the row or the style is unknown.

    Examples
    --------
    >>> cite("robot_installations").partition(". ")[0]
    'Our World in Data (IFR via Stanford AI Index 2025), 2025-04-08'
    """
    if style not in _STYLES:
        raise DatasetError(f"A citation has the style {', '.join(map(repr, _STYLES))}; found {style!r}")
    found = sources_of(name, row, folder=folder)
    if style == "csl":
        return Citation(json.dumps([_csl(source) for source in found], indent=2, ensure_ascii=False))
    write = _bibtex if style == "bibtex" else _line
    return Citation("\n".join(write(source) for source in found))


def sources_of(name: str, row: object = None, *, folder: Path = DATASETS) -> list[dict[str, Any]]:
    """Return the sources behind a dataset, one row or a lesson, the most used first, as dicts of ``sources.csv``."""
    ids = pd.Series(_ids(name, row, folder), dtype="str").dropna()
    ranked = list(ids.value_counts(sort=True).index)
    sources = load("sources", folder=folder).set_index("source_id", drop=False)
    for day in ("accessed", "retracted"):
        sources[day] = sources[day].dt.strftime("%Y-%m-%d")
    return [{key: "" if pd.isna(value) else value for key, value in sources.loc[one].items()} for one in ranked]


def _ids(name: str, row: object, folder: Path) -> list[str]:
    lesson = re.fullmatch(r"(?:lesson )?(\d\d)", str(name))
    if lesson:
        names = [entry["name"] for entry in resources(folder) if lesson[1] in entry["lessons"]]
        if not names:
            raise DatasetError(
                f"No dataset is listed for lesson {lesson[1]!r}; kit.datasets() shows the lessons of each"
            )
        return [one for other in names for one in _ids(other, None, folder)]
    columns = source_columns(resource(name, folder))
    if name == "sources":
        columns = ["source_id"]
    table = load(name, folder=folder)
    if row is not None:
        if row not in table.index:
            raise DatasetError(
                f"Dataset {name!r} has the rows {table.index[0]} to {table.index[-1]}; found row {row!r}"
            )
        table = table.loc[[row]]
    return [one for column in columns for one in table[column]]


def source_line(name: str, ids: Iterable[str] | None = None, *, folder: Path = DATASETS) -> str:
    """Return the short line under a chart of a dataset.

    Parameters
    ----------
    name : str
        The dataset that is drawn.
    ids : iterable of str, optional
        The ``source_id`` values of the rows that are drawn: names their publishers instead.

    Examples
    --------
    >>> source_line("robot_density", ids=["wion-2025-08"])
    'Source: WION citing IFR'
    """
    entry = resource(name, folder)
    if ids is None:
        names = [source["title"] for source in entry["sources"]]
        rights = [found["title"] for found in entry["licenses"]]
    else:
        sources = load("sources", folder=folder).set_index("source_id")
        wanted = list(dict.fromkeys(ids))
        unknown = [one for one in wanted if one not in sources.index]
        if unknown:
            raise DatasetError(
                f"Source {unknown[0]!r} is not in sources.csv; take ids from the column source_id of {name!r}"
            )
        names = list(dict.fromkeys(sources.loc[one, "publisher"] for one in wanted))
        rights = list(dict.fromkeys(sources.loc[one, "licence"] for one in wanted))
    shown = "; ".join(names[:3]) + (f"; and {len(names) - 3} more" if len(names) > 3 else "")
    # Single facts need no licence; naming one would only puzzle the reader of a chart.
    granted = ", ".join(right for right in rights if "facts" not in right)
    return f"Source{'s' if len(names) > 1 else ''}: {shown or 'none'}" + (f" ({granted})" if granted else "")


def source_lines(names: Iterable[str], *, folder: Path = DATASETS) -> str:
    """Return the line under a chart of several datasets; a source that they share is named once.

    Examples
    --------
    >>> source_lines(["robot_installations", "robot_installations"])
    'Source: International Federation of Robotics via Our World in Data (CC BY 4.0)'
    """
    lines = list(dict.fromkeys(source_line(name, folder=folder) for name in names))
    return " · ".join([*lines[:1], *(line.removeprefix("Source: ") for line in lines[1:])])


def about_line(name: str, column: str, *, folder: Path = DATASETS) -> str:
    """Return one line that says what a column is: title, unit, status of the rows, vintage.

    Examples
    --------
    >>> about_line("robot_installations", "robots")
    'Industrial robots installed in a year · robots · survey · vintage 2025'
    """
    entry = resource(name, folder)
    found = field(entry, column)
    status = ", ".join(entry.get("statuses", {}))
    parts = [found["title"], found["unit"], status, f"vintage {entry['vintage']}"]
    return " · ".join(part for part in parts if part)


def _line(source: dict[str, Any]) -> str:
    link = f" {source['link']}" if source["link"] else ""
    dated = f", {source['published']}" if source["published"] else ""
    return f"{source['publisher']}{dated}. {source['title']}.{link} (read {source['accessed']}). {source['licence']}."


def _bibtex(source: dict[str, Any]) -> str:
    fields = {"author": f"{{{_escaped(source['publisher'])}}}", "title": f"{{{_escaped(source['title'])}}}"}
    fields |= {"year": source["published"][:4]} if source["published"] else {}
    fields |= {"url": source["link"], "urldate": source["accessed"]} if source["link"] else {}
    fields["note"] = _escaped(source["licence"])
    body = ",\n".join(f"  {key} = {{{value}}}" for key, value in fields.items())
    return f"@misc{{{source['source_id']},\n{body}\n}}"


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)


def _csl(source: dict[str, Any]) -> dict[str, Any]:
    entry = {
        "id": source["source_id"],
        "type": "webpage",
        "title": source["title"],
        "author": [{"literal": source["publisher"]}],
    }
    if source["published"]:
        entry["issued"] = {"date-parts": [[int(part) for part in source["published"].split("-")]]}
    if source["link"]:
        entry |= {
            "URL": source["link"],
            "accessed": {"date-parts": [[int(part) for part in source["accessed"].split("-")]]},
        }
    return entry
