"""From the bytes of a CSV file to a typed table, and the checks that a schema asks for."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kit.data.catalogue import DatasetError

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
# A spreadsheet runs a cell that starts so; signed numbers and "+22.3 %" are only text.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\s0-9.])")
#: No line of a real table is longer; other limits on a cell can be changed by any package.
_LONGEST_LINE = 120_000
_ALLOWED = {
    "string": "text",
    "integer": "a whole number such as 276000",
    "year": "a year such as 2023",
    "number": "a number such as 22.3",
    "date": "a date such as 2025-03-05",
    "boolean": "yes or no",
}


def parse(data: bytes, entry: dict[str, Any]) -> pd.DataFrame:
    """Return the typed table of a CSV file's bytes.

    Parameters
    ----------
    data : bytes
        UTF-8 without a byte-order mark, comma-separated, one header line, no line breaks in cells.
    entry : dict[str, Any]
        The dataset's entry of the catalogue: ``path`` for messages, ``schema`` for names and types.

    Raises
    ------
    DatasetError
        With file, line and column of the first thing that is not as the schema says.
    """
    file, fields = entry["path"], entry["schema"]["fields"]
    names = [field["name"] for field in fields]
    lines = _lines(_text(data, file), file)
    _check_header(lines[0], names, file)
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(names):
            raise DatasetError(
                f"{file}, line {number}: found {len(cells)} cells, expected {len(names)} ({names[0]} … {names[-1]})"
            )
    columns = list(zip(*lines[1:], strict=True)) or [()] * len(names)
    missing = set(entry["schema"].get("missingValues", [""]))
    return pd.DataFrame(
        {field["name"]: _column(cells, field, file, missing) for field, cells in zip(fields, columns, strict=True)}
    )


def _text(data: bytes, file: str) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        raise DatasetError(
            f"{file} starts with a byte-order mark; save it as plain UTF-8 (in a spreadsheet: CSV, not 'CSV UTF-8')"
        )
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise DatasetError(
            f"{file}, line {line}: found a NUL byte, so the file is damaged or is UTF-16; save it as UTF-8 text"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DatasetError(
            f"{file}, line {line}: found byte 0x{data[error.start]:02x}, which is not UTF-8 (Latin-1 or GBK, perhaps); "
            "save the file as UTF-8"
        ) from None
    if not text.strip():
        raise DatasetError(f"{file} is empty; expected a header line and rows")
    if not text.endswith("\n"):
        raise DatasetError(
            f"{file}, line {text.count(chr(10)) + 1}: the file ends in the middle of a line, so its end is missing"
        )
    return text


def _lines(text: str, file: str) -> list[list[str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            raise DatasetError(
                f"{file}, line {number}: found {len(line):,} characters, expected at most {_LONGEST_LINE:,}; "
                "a quotation mark or the end of a line is missing"
            )
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[list[str]] = []
    try:
        for cells in reader:
            lines.append(cells)
            if reader.line_num != len(lines):
                raise DatasetError(
                    f"{file}, line {len(lines)}: found a line break inside a cell; "
                    "a quotation mark is missing or should be doubled"
                )
    except csv.Error as error:
        raise DatasetError(
            f"{file}, line {max(reader.line_num, 1)}: not readable as comma-separated cells ({error})"
        ) from None
    return lines


def _check_header(found: list[str], names: list[str], file: str) -> None:
    if found == names:
        return
    unknown = [name for name in found if name not in names]
    absent = [name for name in names if name not in found]
    if len(found) == 1 and len(names) > 1:
        other = next((mark for mark in ";\t|" if mark in found[0]), None)
        fault = f"found one column only, separated by {other!r}" if other else f"found one column {found[0][:60]!r}"
    elif unknown or absent:
        parts = [f"unknown column {', '.join(map(repr, unknown))}"] if unknown else []
        parts += [f"missing column {', '.join(map(repr, absent))}"] if absent else []
        fault = " and ".join(parts)
    elif len(found) > len(names):
        fault = f"column {next(name for name in found if found.count(name) > 1)!r} stands twice"
    else:
        place = next(i for i, (a, b) in enumerate(zip(found, names, strict=True)) if a != b)
        fault = f"columns are swapped: column {place + 1} is {found[place]!r}, expected {names[place]!r}"
    raise DatasetError(f"{file}, line 1: {fault}; the header should read {','.join(names)}")


def _column(cells: Sequence[str], field: dict[str, Any], file: str, missing: set[str]) -> pd.Series:
    convert, dtype = CONVERTERS[field["type"]]
    values: list[Any] = []
    for line, cell in enumerate(cells, start=2):
        value = None if cell in missing else convert(cell, field)
        if value is None and cell not in missing:
            wanted = _ALLOWED[field["type"]]
            raise DatasetError(f"{file}, line {line}, column {field['name']!r}: found {cell[:60]!r}, expected {wanted}")
        values.append(value)
    if dtype == "int64" and None in values:
        dtype = "Int64"
    elif dtype == "bool" and None in values:
        dtype = "boolean"
    elif dtype == "float64":
        values = [np.nan if value is None else value for value in values]
    return pd.Series(values, dtype=dtype)


def _whole(cell: str, _field: dict[str, Any]) -> int | None:
    return int(cell) if _INTEGER.fullmatch(cell) else None


def _number(cell: str, _field: dict[str, Any]) -> float | None:
    return float(cell) if _NUMBER.fullmatch(cell) else None


def _date(cell: str, _field: dict[str, Any]) -> date | None:
    try:
        return date.fromisoformat(cell) if len(cell) == 10 else None
    except ValueError:
        return None


def _boolean(cell: str, field: dict[str, Any]) -> bool | None:
    return (
        True
        if cell in field.get("trueValues", ["true"])
        else False
        if cell in field.get("falseValues", ["false"])
        else None
    )


CONVERTERS: dict[str, tuple[Callable[[str, dict[str, Any]], Any], str]] = {
    "string": (lambda cell, field: cell, "str"),
    "integer": (_whole, "int64"),
    "year": (_whole, "int64"),
    "number": (_number, "float64"),
    "date": (_date, "datetime64[s]"),
    "boolean": (_boolean, "bool"),
}


def check(table: pd.DataFrame, entry: dict[str, Any], lookup: Callable[[str], pd.DataFrame]) -> None:
    """Raise a DatasetError for the first row that breaks a constraint, a key or the rule against formulas.

    Parameters
    ----------
    table : pandas.DataFrame
        A table made by `parse`.
    entry : dict[str, Any]
        The dataset's entry of the catalogue.
    lookup : callable
        Returns the table of a name, for foreign keys.
    """
    file, schema = entry["path"], entry["schema"]
    for field in schema["fields"]:
        for bad, allowed in _broken(table[field["name"]], field):
            if bad.any():
                line = int(np.flatnonzero(bad)[0])
                found = table[field["name"]].iloc[line]
                raise DatasetError(
                    f"{file}, line {line + 2}, column {field['name']!r}: found {_shown(found)}, expected {allowed}"
                )
    if len(table) < entry.get("rowFloor", 0):
        raise DatasetError(f"{file}: found {len(table)} rows, expected at least {entry['rowFloor']}; rows were lost")
    key = schema.get("primaryKey", [])
    if key and (twice := table.duplicated(key)).any():
        line = int(np.flatnonzero(twice)[0])
        values = ", ".join(f"{name} {table[name].iloc[line]}" for name in key)
        raise DatasetError(
            f"{file}, line {line + 2}: a row for {values} stands twice; {' + '.join(key)} must be unique"
        )
    for foreign in schema.get("foreignKeys", []):
        _check_foreign(table, foreign, entry, lookup)


def _broken(column: "pd.Series[Any]", field: dict[str, Any]) -> Iterator[tuple[NDArray[np.bool_], str]]:
    """Yield (rows at fault, what is allowed) for each rule of a field."""
    rules = field.get("constraints", {})
    here = column.notna().to_numpy(dtype=bool)
    if rules.get("required"):
        yield ~here, "a value: this column has no gaps"
    if rules.get("unique"):
        yield column.duplicated().to_numpy(dtype=bool) & here, "a value that stands once"
    if "minimum" in rules:
        yield (column < rules["minimum"]).fillna(False).to_numpy(dtype=bool), f"at least {rules['minimum']}"
    if "maximum" in rules:
        yield (column > rules["maximum"]).fillna(False).to_numpy(dtype=bool), f"at most {rules['maximum']}"
    if "enum" in rules:
        yield here & ~column.isin(rules["enum"]).to_numpy(dtype=bool), "one of " + ", ".join(map(str, rules["enum"]))
    if field["type"] == "string":
        if "pattern" in rules:
            fits = [
                not ok or re.fullmatch(rules["pattern"], text) is not None
                for ok, text in zip(here, column, strict=True)
            ]
            yield ~np.array(fits, dtype=bool), f"text of the form {rules['pattern']}"
        formula = [bool(ok) and _FORMULA.match(text) is not None for ok, text in zip(here, column, strict=True)]
        yield np.array(formula, dtype=bool), "text that a spreadsheet does not run as a formula"


def _shown(value: Any) -> str:
    return "an empty cell" if pd.isna(value) else repr(value.item() if hasattr(value, "item") else value)[:80]


def _check_foreign(
    table: pd.DataFrame, foreign: dict[str, Any], entry: dict[str, Any], lookup: Callable[[str], pd.DataFrame]
) -> None:
    columns, target = foreign["fields"], foreign["reference"]
    other = lookup(target["resource"])
    known = set(other[target["fields"]].itertuples(index=False, name=None))
    for line, values in enumerate(table[columns].itertuples(index=False, name=None), start=2):
        if not any(pd.isna(value) for value in values) and values not in known:
            found = ", ".join(map(str, values))
            raise DatasetError(
                f"{entry['path']}, line {line}, column {columns[0]!r}: found {found!r}, "
                f"which is not in {target['resource']}.csv; add it there first"
            )
