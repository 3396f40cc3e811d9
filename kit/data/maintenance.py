"""Keep the catalogue in step with the files: add a dataset, record an edit.

How to add a dataset, in three steps:

1. Put ``datasets/NAME.csv`` there: UTF-8, comma-separated, tidy, with ``status`` and ``source_id`` in every
   row, and give each new source a row in ``datasets/sources.csv``.
2. ``kit.data.add_dataset("NAME")`` writes a draft entry into ``datasets/datapackage.json``; put words in the
   place of every TODO.
3. ``kit.data.refresh_catalogue()`` checks all files and records them; then run the tests.

How to change a dataset: edit the CSV, then step 3.
"""

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd

from kit.data.catalogue import DATASETS, STATUSES, DatasetError, package, resource
from kit.data.loading import read_bytes
from kit.data.tables import CONVERTERS, check, parse
from kit.writing import write_text


def refresh_catalogue(name: str | None = None, *, folder: Path = DATASETS) -> list[str]:
    """Check the files of the datasets and record their hash, bytes, rows, status mix and missing cells.

    Parameters
    ----------
    name : str, optional
        One dataset; all of them if not given.

    Returns
    -------
    list of str
        What has changed, one sentence a dataset; empty if nothing has.

    Raises
    ------
    DatasetError
        For the first fault found; nothing is recorded then.
    """
    folder = Path(folder)
    if name is not None:
        resource(name, folder)
    catalogue = {key: value for key, value in package(folder).items() if key != "by_name"}
    catalogue["resources"] = [dict(entry) for entry in catalogue["resources"]]
    tables: dict[str, pd.DataFrame] = {}

    def table(wanted: str) -> pd.DataFrame:
        if wanted not in tables:
            entry = resource(wanted, folder)
            tables[wanted] = parse(read_bytes(entry, folder), entry)
        return tables[wanted]

    changes = []
    for entry in catalogue["resources"]:
        if name in (None, entry["name"]):
            check(table(entry["name"]), entry, table)
            before = dict(entry)
            entry.update(_recorded(table(entry["name"]), read_bytes(entry, folder)))
            if entry != before:
                changes.append(_change(entry, before))
    if changes:
        _write(catalogue, folder)
    listed = {entry["path"] for entry in catalogue["resources"]}
    strays = sorted(path.name for path in folder.glob("*.csv") if path.name not in listed)
    return changes + [f"{stray} is not in the catalogue: kit.data.add_dataset({stray[:-4]!r})" for stray in strays]


def _recorded(table: pd.DataFrame, data: bytes) -> dict[str, Any]:
    missing = {column: int(count) for column, count in table.isna().sum().items() if count}
    status = Counter(table["status"]) if "status" in table else Counter[str]()
    return {
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "rows": len(table),
        "statuses": {word: status[word] for word in STATUSES if word in status},
        "missing": missing,
    }


def _change(entry: dict[str, Any], before: dict[str, Any]) -> str:
    parts = [
        f"{key} {before.get(key, 'none')} → {entry[key]}"
        for key in ("rows", "bytes", "statuses", "missing")
        if entry[key] != before.get(key)
    ]
    return f"{entry['name']}: {'; '.join(parts) or 'values changed, same size'}"


def _write(catalogue: dict[str, Any], folder: Path) -> None:
    text = json.dumps(catalogue, indent=1, ensure_ascii=False) + "\n"
    write_text(folder / "datapackage.json", text)


def add_dataset(name: str, *, folder: Path = DATASETS) -> str:
    """Write a draft entry for ``NAME.csv`` into the catalogue and return what to do next.

    Raises
    ------
    DatasetError
        If the dataset is in the catalogue already, or the file is missing or has no status and source_id.
    """
    folder = Path(folder)
    catalogue = {key: value for key, value in package(folder).items() if key != "by_name"}
    if any(entry["name"] == name for entry in catalogue["resources"]):
        raise DatasetError(
            f"Dataset {name!r} is in the catalogue already; record an edit with kit.data.refresh_catalogue({name!r})"
        )
    draft: dict[str, Any] = {"name": name, "path": f"{name}.csv"}
    lines = list(csv.reader(read_bytes(draft, folder).decode("utf-8-sig", "replace").splitlines()))
    header = lines[0] if lines else []
    if not {"status", "source_id"} <= set(header):
        raise DatasetError(
            f"{name}.csv needs the columns status and source_id in every row; found {', '.join(header) or 'no header'}"
        )
    fields = [
        _field(column, [line[i] for line in lines[1:] if i < len(line)], folder) for i, column in enumerate(header)
    ]
    keys = [{"fields": ["source_id"], "reference": {"resource": "sources", "fields": ["source_id"]}}]
    if "code" in header:
        keys.append({"fields": ["code"], "reference": {"resource": "places", "fields": ["code"]}})
    draft |= {
        "title": "TODO",
        "description": "TODO one paragraph: what is counted, by whom, how",
        "topic": "TODO",
        "lessons": ["TODO"],
        "vintage": "TODO",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": [{"name": "TODO", "title": "TODO", "checked": "TODO"}],
        "sources": [{"title": "TODO"}],
        "rowFloor": max(len(lines) - 1, 0),
        "caveats": [],
        "breaks": [],
        "gaps": [],
        "schema": {"fields": fields, "missingValues": [""], "primaryKey": ["TODO"], "foreignKeys": keys},
        "rows": 0,
    }
    catalogue["resources"] = [*catalogue["resources"], draft]
    _write(catalogue, folder)
    return (
        f"Fill in every TODO of {name!r} in {folder.name}/datapackage.json, then kit.data.refresh_catalogue({name!r})"
    )


def _field(column: str, cells: list[str], folder: Path) -> dict[str, Any]:
    """Return a draft of a field: as an earlier dataset describes it, or guessed from its cells."""
    for entry in package(folder)["resources"]:
        for known in entry["schema"]["fields"]:
            if known["name"] == column and column in ("status", "source_id", "code", "place", "note"):
                return dict(known)
    filled = [cell for cell in cells if cell]
    fits = [
        kind
        for kind in ("integer", "number")
        if filled and all(CONVERTERS[kind][0](cell, {}) is not None for cell in filled)
    ]
    constraints = {"required": True} if len(filled) == len(cells) else {}
    return {
        "name": column,
        "type": (fits or ["string"])[0],
        "title": "TODO",
        "unit": "TODO",
        "description": "TODO",
        "constraints": constraints,
    }
