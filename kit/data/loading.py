"""Load a dataset: hash-checked, typed by its schema, read once, a fresh copy each time."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from kit.data.catalogue import DATASETS, DatasetError, file_signature, how_to_restore, resource
from kit.data.tables import check, parse


def load(name: str, *, folder: Path = DATASETS) -> pd.DataFrame:
    """Return a dataset as a table of your own: change it freely, the next call gives a fresh copy.

    Parameters
    ----------
    name : str
        A name from ``kit.datasets()``; press Tab after ``kit.load("``.
    folder : pathlib.Path
        A folder with a ``datapackage.json``; the kit's own by default.

    Returns
    -------
    pandas.DataFrame
        Columns named and typed as in the catalogue. ``attrs["dataset"]`` holds the name and
        ``attrs["units"]`` the unit of each column. A gap is missing, never zero.

    Raises
    ------
    DatasetError
        If the name is unknown, or the file is missing, changed or damaged.

    Examples
    --------
    >>> load("robot_density").attrs["units"]["robots_per_10000"]
    'robots per 10,000 manufacturing employees'
    """
    entry = resource(name, folder)
    folder = Path(folder)
    table = _load(
        folder, name, file_signature(folder / "datapackage.json"), file_signature(folder / entry["path"])
    ).copy()
    table.attrs = {"dataset": name, "units": {field["name"]: field["unit"] for field in entry["schema"]["fields"]}}
    return table


# Keyed by the signatures of both files, so that an edited file is never answered from memory.
@lru_cache(maxsize=64)
def _load(folder: Path, name: str, _package: tuple[int, int], _file: tuple[int, int]) -> pd.DataFrame:
    entry = resource(name, folder)
    data = read_bytes(entry, folder)
    if matches(data, entry):
        return parse(data.replace(b"\r\n", b"\n"), entry)
    raise _changed(data, entry, folder)


def read_bytes(entry: dict[str, Any], folder: Path) -> bytes:
    """Return the bytes of a dataset's file, or raise a DatasetError that says how to get it back."""
    path = Path(folder) / str(entry["path"])
    try:
        return path.read_bytes()
    except FileNotFoundError:
        fault = f"The file of dataset {entry['name']!r} is missing: there is no {path}"
    except OSError as error:
        fault = f"The file {path} of dataset {entry['name']!r} cannot be read ({error.strerror})"
    raise DatasetError(f"{fault}; {how_to_restore(path)}")


def matches(data: bytes, entry: dict[str, Any]) -> bool:
    """Tell whether a file is the recorded one. Line ends may differ: some systems rewrite them on checkout."""
    recorded = entry.get("hash", "").removeprefix("sha256:")
    return recorded in (_sha256(data), _sha256(data.replace(b"\r\n", b"\n")))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _changed(data: bytes, entry: dict[str, Any], folder: Path) -> DatasetError:
    """Return the error for a file that is not the recorded one, naming the first fault if one can be seen."""
    restore = how_to_restore(Path(folder) / entry["path"])
    try:
        check(parse(data.replace(b"\r\n", b"\n"), entry), entry, lambda other: load(other, folder=folder))
    except DatasetError as fault:
        return DatasetError(f"{fault} (the file has changed since it was recorded; {restore})")
    return DatasetError(
        f"{entry['path']} has changed since it was recorded: {len(data)} bytes with sha256 {_sha256(data)[:8]}…, "
        f"recorded {entry.get('bytes')} bytes with {entry.get('hash', 'no hash').removeprefix('sha256:')[:8]}…; "
        f"{restore}, "
        f"or, if the change is meant, record it: kit.data.refresh_catalogue({entry['name']!r})"
    )
