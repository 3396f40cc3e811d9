"""A readable card of a dataset: what it is, its columns and units, how sure it is, where it comes from."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from kit.data.catalogue import DATASETS, STATUSES, licence, resource
from kit.data.citations import sources_of
from kit.data.loading import load


@dataclass(frozen=True)
class Card:
    """What the catalogue says of one dataset, for a notebook (HTML) or a terminal (text)."""

    name: str
    title: str
    description: str
    rows: int
    columns: list[dict[str, Any]]
    statuses: dict[str, int]
    vintage: str
    licence: str
    sources: list[dict[str, Any]]
    caveats: list[str]
    lessons: list[str]
    preview: pd.DataFrame

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The short facts of the card as pairs of name and text."""
        mix = ", ".join(f"{word} {count} ({STATUSES[word]})" for word, count in self.statuses.items())
        return [
            ("Load it", f'kit.load("{self.name}")'),
            ("Shape", f"{self.rows:,} rows × {len(self.columns)} columns"),
            ("Status of the rows", mix or "none"),
            ("Vintage", self.vintage),
            ("Licence", self.licence),
            ("Lessons", ", ".join(self.lessons) or "all"),
        ]

    @property
    def origin(self) -> str:
        """The publishers of the sources, the most used first."""
        names = list(dict.fromkeys(source["publisher"] for source in self.sources))
        return "; ".join(names[:5]) + (f"; and {len(names) - 5} more" if len(names) > 5 else "")

    def __repr__(self) -> str:
        width = max(len(column["name"]) for column in self.columns)
        lines = [f"{self.title} ({self.name})", self.description, ""]
        lines += [f"{key}: {value}" for key, value in self.facts] + [
            f"Sources: {self.origin or 'see sources'}",
            "",
            "Columns",
        ]
        lines += [f"  {c['name']:<{width}}  {c['description']} [{c['unit']}]" for c in self.columns]
        lines += ["", "Caveats"] + [f"  - {caveat}" for caveat in self.caveats] if self.caveats else []
        return "\n".join([*lines, "", self.preview.to_string()])

    def _repr_html_(self) -> str:
        facts = "".join(
            f"<tr><th {_LEFT}>{escape(key)}</th><td {_LEFT}>{escape(value)}</td></tr>" for key, value in self.facts
        )
        facts += f"<tr><th {_LEFT}>Sources</th><td {_LEFT}>{escape(self.origin or 'see the table sources')}</td></tr>"
        columns = _table(
            ["column", "type", "unit", "what it is"],
            [[c["name"], c["type"], c["unit"], c["description"]] for c in self.columns],
        )
        caveats = "".join(f"<li>{escape(caveat)}</li>" for caveat in self.caveats)
        preview = _table(
            list(self.preview.columns), self.preview.astype(object).where(self.preview.notna(), "").to_numpy().tolist()
        )
        return (
            f'<section aria-label="Dataset {escape(self.name)}" style="max-width:60em;border:1px solid;'
            "border-color:color-mix(in srgb, currentColor 25%, transparent);"
            f'border-radius:6px;padding:0.6em 1em;color:inherit;background:none;overflow-x:auto">'
            f'<p style="font-size:1.15em;margin:0.2em 0"><strong>{escape(self.title)}</strong></p>'
            f'<p style="margin:0.2em 0">{escape(self.description)}</p>'
            f"<table>{facts}</table>"
            + (f"<p><strong>Caveats</strong></p><ul>{caveats}</ul>" if caveats else "")
            + f"<details open><summary>Columns</summary>{columns}</details>"
            + f"<details><summary>First rows</summary>{preview}</details></section>"
        )


_LEFT = 'style="text-align:left;vertical-align:top;white-space:normal"'


def _table(head: list[str], rows: list[list[Any]]) -> str:
    cells = "".join(f"<th {_LEFT}>{escape(str(cell))}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td {_LEFT}>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"


def describe(name: str, *, folder: Path = DATASETS) -> Card:
    """Return the card of a dataset; in a notebook it shows itself.

    Raises
    ------
    DatasetError
        If the name is unknown or the file is not the recorded one.

    Examples
    --------
    >>> describe("robot_installations").rows
    77
    """
    entry = resource(name, folder)
    table = load(name, folder=folder)
    return Card(
        name=name,
        title=entry["title"],
        description=entry["description"],
        rows=len(table),
        columns=entry["schema"]["fields"],
        statuses=entry.get("statuses", {}),
        vintage=entry["vintage"],
        licence=licence(entry),
        sources=[] if name == "sources" else sources_of(name, folder=folder),
        caveats=caveats(entry),
        lessons=entry["lessons"],
        preview=table.head(),
    )


def caveats(entry: dict[str, Any]) -> list[str]:
    """Return every weakness of a dataset as a sentence: caveats, definition breaks, gaps."""
    found = list(entry.get("caveats", []))
    found += [f"Break in {b['year']} ({b['place']}): {b['change']}" for b in entry.get("breaks", [])]
    found += [f"Gap: {gap['what']} ({gap['count']})." for gap in entry.get("gaps", [])]
    return found
