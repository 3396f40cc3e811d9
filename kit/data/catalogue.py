"""The catalogue of datasets, ``datasets/datapackage.json``: what there is and what is known about it."""

import json
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

DATASETS = Path(__file__).resolve().parents[2] / "datasets"
"""The folder of the kit's own datasets. A class may keep its own in another, with its own catalogue."""

STATUSES = {
    "official": "government statistics",
    "survey": "counted or asked by an industry body, an association or a census",
    "estimate": "worked out by an analyst or a model",
    "forecast": "said about a time still to come when it was written",
    "target": "a goal of policy",
    "claim": "a company's or an official's own statement",
    "measured": "a peer-reviewed or benchmark measurement, or counted by a script",
    "retracted": "withdrawn by the journal that had published it; kept so that nobody takes it for evidence again",
}
"""The status words of every row and what they mean; forecast, target, claim and retracted are never drawn as facts."""


class DatasetError(ValueError):
    """A dataset cannot be used. The message says what was found, what is allowed and what to do next."""

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this: a class sees the sentence, not forty lines of our code.
        return [f"{type(self).__name__}: {self}"]


def file_signature(path: Path) -> tuple[int, int]:
    """Return what tells a changed file from an unchanged one; a missing file is (0, -1)."""
    try:
        found = path.stat()
    except OSError:
        return (0, -1)
    return (found.st_mtime_ns, found.st_size)


def how_to_restore(path: Path) -> str:
    """Return the advice for a file of a catalogue that is missing or damaged: an edition has no repository."""
    if (path.resolve().parents[1] / ".git").exists():
        return f"restore it with: git checkout -- {path.parent.name}/{path.name}"
    return f"take {path.parent.name}/{path.name} from a fresh copy of the kit or of the folder that you were given"


def package(folder: Path = DATASETS) -> dict[str, Any]:
    """Return the whole catalogue of a folder, read again only when its file has changed."""
    path = Path(folder) / "datapackage.json"
    return _read_package(path, file_signature(path))


@lru_cache(maxsize=8)
def _read_package(path: Path, _signature: tuple[int, int]) -> dict[str, Any]:
    advice = how_to_restore(path)
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        found["by_name"] = {entry["name"]: entry for entry in found["resources"]}
    except FileNotFoundError:
        if path.parent == DATASETS and not DATASETS.exists():
            raise DatasetError(
                "This kit stands without its datasets: it is not meant to be installed as a package. "
                "Take the whole folder of the kit and write there: python start.py"
            ) from None
        raise DatasetError(f"There is no catalogue at {path}; {advice}") from None
    except OSError as error:
        raise DatasetError(f"The catalogue {path} cannot be read ({error.strerror}); {advice}") from None
    except (ValueError, TypeError, KeyError) as error:
        raise DatasetError(f"The catalogue {path} is damaged ({error}); {advice}") from None
    return found


def resources(folder: Path = DATASETS) -> list[dict[str, Any]]:
    """Return every entry of the catalogue, in its order. Read it, do not change it."""
    found: list[dict[str, Any]] = package(folder)["resources"]
    return found


def resource(name: str, folder: Path = DATASETS) -> dict[str, Any]:
    """Return one dataset's entry of the catalogue.

    Raises
    ------
    DatasetError
        If no dataset has this name; the nearest names are suggested.
    """
    known: dict[str, dict[str, Any]] = package(folder)["by_name"]
    if isinstance(name, str) and name in known:
        return known[name]
    if not isinstance(name, str):
        raise DatasetError(f"A dataset is asked for by its name in quotes, such as {_example(known)!r}; found {name!r}")
    folded = name.strip().lower().replace(" ", "_").replace("-", "_").removesuffix(".csv")
    near = [folded] if folded in known else get_close_matches(folded, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "kit.datasets() lists them all"
    raise DatasetError(f"There is no dataset {name!r} among the {len(known)} in the catalogue; {hint}")


def _example(known: dict[str, Any]) -> str:
    return next(iter(known), "robot_installations")


def breaks(name: str, place: str | None = None, folder: Path = DATASETS) -> list[dict[str, Any]]:
    """Return the definition breaks of a dataset, for one place's code if given.

    Each is a dict with ``year``, ``place`` (a code, or ``"all"``) and ``change``, a sentence.

    Examples
    --------
    >>> [b["year"] for b in breaks("robot_density", place="SGP")]
    [2021]
    """
    found: list[dict[str, Any]] = resource(name, folder).get("breaks", [])
    return [b for b in found if place is None or b["place"] in (place, "all")]


def datasets(search: str = "", folder: Path = DATASETS) -> pd.DataFrame:
    """Return a table of the datasets, all of them or those in which every searched word occurs.

    Parameters
    ----------
    search : str
        Words looked for in name, title, description, topic, columns and lessons,
        for example ``"robots"``, ``"policy"``, ``"lesson 01"`` or ``"yield wheat"``.

    Returns
    -------
    pandas.DataFrame
        One row a dataset: name, title, rows, topic, lessons, status, vintage, licence.

    Examples
    --------
    >>> "robot_density" in set(datasets("lesson 01 robots")["name"])
    True
    """
    words = str(search).lower().replace("lesson ", "lesson_").split()
    found = [entry for entry in resources(folder) if all(word in _searchable(entry) for word in words)]
    rows = [
        {
            "name": entry["name"],
            "title": entry["title"],
            "rows": entry["rows"],
            "topic": entry["topic"],
            "lessons": ", ".join(entry["lessons"]),
            "status": ", ".join(entry.get("statuses", {})),
            "vintage": entry["vintage"],
            "licence": licence(entry),
        }
        for entry in found
    ]
    columns = ["name", "title", "rows", "topic", "lessons", "status", "vintage", "licence"]
    return pd.DataFrame(rows, columns=columns)


def _searchable(entry: dict[str, Any]) -> str:
    fields = " ".join(f"{field['name']} {field['title']}" for field in entry["schema"]["fields"])
    lessons = " ".join(f"lesson_{lesson}" for lesson in entry["lessons"])
    return f"{entry['name']} {entry['title']} {entry['description']} {entry['topic']} {fields} {lessons}".lower()


def licence(entry: dict[str, Any]) -> str:
    """Return the short name of an entry's licence, such as ``"CC BY 4.0"``."""
    return " and ".join(found["title"] for found in entry["licenses"])


def field(entry: dict[str, Any], column: str) -> dict[str, Any]:
    """Return what the catalogue says of one column, or raise a DatasetError that lists the columns."""
    fields: dict[str, dict[str, Any]] = {found["name"]: found for found in entry["schema"]["fields"]}
    if column not in fields:
        names = ", ".join(fields)
        raise DatasetError(f"Dataset {entry['name']!r} has no column {column!r}; its columns are {names}")
    return fields[column]


def source_columns(entry: dict[str, Any]) -> list[str]:
    """Return the columns that hold ids of ``sources.csv``, the row's own ``source_id`` first."""
    keys = entry["schema"].get("foreignKeys", [])
    return [key["fields"][0] for key in keys if key["reference"]["resource"] == "sources"]
