"""Damaged files: always a DatasetError or a correct table; never a traceback of pandas, never silence."""

import json
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kit.data as data

NAME = "robot_density"
GOOD = (data.DATASETS / f"{NAME}.csv").read_bytes()
LINES = GOOD.decode("utf-8").splitlines()
EVERY = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


class Class:
    """A class's copy of three datasets, in which one file can be replaced."""

    def __init__(self, content: bytes):
        self.folder = Path(tempfile.mkdtemp()) / "datasets"
        self.folder.mkdir()
        catalogue = json.loads((data.DATASETS / "datapackage.json").read_text(encoding="utf-8"))
        catalogue["resources"] = [
            entry for entry in catalogue["resources"] if entry["name"] in (NAME, "sources", "places")
        ]
        (self.folder / "datapackage.json").write_text(json.dumps(catalogue), encoding="utf-8")
        for other in ("sources", "places"):
            shutil.copy(data.DATASETS / f"{other}.csv", self.folder)
        (self.folder / f"{NAME}.csv").write_bytes(content)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder.parent)

    def load(self):
        return data.load(NAME, folder=self.folder)

    def record(self):
        return data.refresh_catalogue(NAME, folder=self.folder)


def cells(line: int, **changes: str) -> bytes:
    """Return the file with some cells of one line (2 is the first of the data) replaced, unquoted."""
    header = LINES[0].split(",")
    row = LINES[line - 1].split(",", len(header) - 1)
    for name, value in changes.items():
        row[header.index(name)] = value
    return "\n".join([*LINES[: line - 1], ",".join(row), *LINES[line:], ""]).encode()


def swapped(a: str, b: str) -> bytes:
    header = LINES[0].split(",")
    first, second = header.index(a), header.index(b)
    header[first], header[second] = b, a
    return "\n".join([",".join(header), *LINES[1:], ""]).encode()


def columns_swapped_with_their_cells(a: int, b: int) -> bytes:
    def swap(line: str) -> str:
        row = line.split(",", 7)
        row[a], row[b] = row[b], row[a]
        return ",".join(row)

    return "\n".join([*map(swap, LINES), ""]).encode()


FAULTS = {
    "empty": (b"", "is empty"),
    "only white space": (b"\n\n", "is empty"),
    "only a header": (LINES[0].encode() + b"\n", "found 0 rows, expected at least 84; rows were lost"),
    "truncated inside a line": (GOOD[:1000], "the file ends in the middle of a line"),
    "truncated between lines": ("\n".join([*LINES[:40], ""]).encode(), "found 39 rows, expected at least 84"),
    "truncated inside a character": ("é".join(["a", "b"]).encode()[:2], "not UTF-8"),
    "semicolons": (GOOD.replace(b",", b";"), "line 1: found one column only, separated by ';'"),
    "tabs": (GOOD.replace(b",", b"\t"), r"line 1: found one column only, separated by '\t'"),
    "bars": (GOOD.replace(b",", b"|"), "line 1: found one column only, separated by '|'"),
    "a byte-order mark": (b"\xef\xbb\xbf" + GOOD, "starts with a byte-order mark"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "NUL byte"),
    "Latin-1": (cells(3, note="São Paulo").decode().encode("latin-1"), "line 3: found byte 0xe3, which is not UTF-8"),
    "GBK": (cells(3, note="中国").decode().encode("gbk"), "line 3: found byte 0xd6, which is not UTF-8"),
    "NUL": (cells(4, note="a\0b"), "line 4: found a NUL byte"),
    "an extra column": (GOOD.replace(b"note\n", b"note,extra\n", 1), "unknown column 'extra'"),
    "an extra cell": (GOOD.replace(b"AME,Americas", b"AME,Americas,x", 1), "line 2: found 9 cells, expected 8"),
    "a lost cell": (GOOD.replace(b"AME,Americas,", b"AME,", 1), "line 2: found 7 cells, expected 8"),
    "a lost column": (GOOD.replace(b",status,", b",", 1), "missing column 'status'"),
    "a renamed column": (GOOD.replace(b"year", b"Year", 1), "unknown column 'Year' and missing column 'year'"),
    "a doubled column": (GOOD.replace(b"note\n", b"note,note\n", 1), "column 'note' stands twice"),
    "swapped names": (swapped("year", "vintage"), "columns are swapped: column 3 is 'vintage', expected 'year'"),
    "swapped columns": (
        columns_swapped_with_their_cells(2, 4),
        "columns are swapped: column 3 is 'vintage', expected 'year'",
    ),
    "no header": ("\n".join([*LINES[1:], ""]).encode(), "line 1: unknown column"),
    "an empty line": ("\n".join([*LINES[:3], "", *LINES[3:], ""]).encode(), "found 0 cells"),
    "an open quotation mark": (cells(5, place='"China'), "line"),
    "a stray quotation mark": (cells(5, place='"Chi"na'), "line 5: not readable as comma-separated cells"),
    "a line break in a cell": (cells(5, note='"one\ntwo"'), "line 5: found a line break inside a cell"),
    "a word for a number": (
        cells(6, robots_per_10000="many"),
        "line 6, column 'robots_per_10000': found 'many', expected a whole number",
    ),
    "a decimal comma": (cells(6, robots_per_10000='"1,012"'), "found '1,012', expected a whole number"),
    "a fraction": (cells(6, robots_per_10000="31.5"), "found '31.5', expected a whole number"),
    "a space": (cells(6, robots_per_10000=" 31"), "found ' 31', expected a whole number"),
    "an underscore": (cells(6, robots_per_10000="1_012"), "found '1_012', expected a whole number"),
    "other digits": (cells(6, robots_per_10000="٣١"), "expected a whole number"),
    "infinity": (cells(6, robots_per_10000="inf"), "found 'inf', expected a whole number"),
    "a huge number": (cells(6, robots_per_10000="9" * 400), "expected a whole number"),
    "an empty number": (
        cells(6, robots_per_10000=""),
        "line 6, column 'robots_per_10000': found an empty cell, expected a value",
    ),
    "a negative number": (cells(6, robots_per_10000="-31"), "found -31, expected at least 0"),
    "a year out of range": (cells(6, year="1023"), "column 'year': found 1023, expected at least 2008"),
    "a date for a year": (cells(6, year="2019-01-01"), "expected a year such as 2023"),
    "an unknown status": (cells(6, status="sure"), "column 'status': found 'sure', expected one of official, survey"),
    "an unknown source": (
        cells(6, source_id="nobody"),
        "found 'nobody', which is not in sources.csv; add it there first",
    ),
    "an unknown place": (cells(6, code="XXX"), "which is not in places.csv; add it there first"),
    "a place under another's code": (cells(6, code="USA"), "which is not in places.csv"),
    "a small code": (cells(6, code="asi"), "expected text of the form [A-Z]{3}"),
    "a row twice": (
        "\n".join([*LINES, LINES[1], ""]).encode(),
        "line 86: a row for code AME, year 2008, source_id ieee-2008 stands twice",
    ),
    "a formula": (
        cells(6, note="=cmd|' /C calc'!A0"),
        "line 6, column 'note': found \"=cmd|' /C calc'!A0\", expected text that a spreadsheet does not run",
    ),
    "a formula by plus": (cells(6, note="+cmd|x"), "expected text that a spreadsheet does not run"),
    "a formula by minus": (cells(6, note="-cmd|x"), "expected text that a spreadsheet does not run"),
    "a formula by at": (cells(6, note="@SUM(A1)"), "expected text that a spreadsheet does not run"),
    "a formula after a tab": (cells(6, note="\t=1+1"), "expected text that a spreadsheet does not run"),
    "a line of 10 MB": (
        cells(6, note="x" * 10_000_000),
        "line 6: found 10,000,039 characters, expected at most 120,000",
    ),
    "a page instead of a table": (
        b"<!doctype html>\n<title>Sign in</title>\n",
        "line 1: found one column '<!doctype html>'",
    ),
    "a zip instead of a table": (b"PK\x03\x04\x14\x00\x00\x00", "NUL byte"),
    "a pointer instead of a table": (
        b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
        "line 1: found one column",
    ),
}
HARMLESS = {
    "HTML in a text": cells(6, note="<img src=x onerror=alert(1)>"),
    "Chinese in a text": cells(6, note="机器人"),
    "a signed number in a text": cells(6, note="+22.3 % in a year"),
    "a long text": cells(6, note="x" * 100_000),
    "a quoted comma": cells(6, note='"one, two"'),
    "a doubled quotation mark": cells(6, note='"so ""called"""'),
    "line ends of another system": GOOD.replace(b"\n", b"\r\n"),
    "another value": cells(6, robots_per_10000="32"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_file_is_refused_with_place_and_advice(fault):
    content, says = FAULTS[fault]
    with Class(content) as desk, pytest.raises(data.DatasetError) as error:
        desk.load()
    message = str(error.value)
    assert says in message and message.startswith(f"{NAME}.csv")
    assert f"take {desk.folder.name}/robot_density.csv from a fresh copy of the kit" in message
    assert "\n" not in message and len(message) < 700


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_file_is_never_recorded(fault):
    content, says = FAULTS[fault]
    with Class(content) as desk:
        before = (desk.folder / "datapackage.json").read_bytes()
        with pytest.raises(data.DatasetError) as error:
            desk.record()
        assert says in str(error.value)
        assert (desk.folder / "datapackage.json").read_bytes() == before


@pytest.mark.parametrize("change", HARMLESS)
def test_a_sound_edit_is_refused_until_it_is_recorded_and_then_loads(change):
    with Class(HARMLESS[change]) as desk:
        if change != "line ends of another system":
            with pytest.raises(
                data.DatasetError, match=r"has changed since it was recorded.*refresh_catalogue\('robot_density'\)"
            ):
                desk.load()
        desk.record()
        table = desk.load()
        assert len(table) == 84 and table["robots_per_10000"].dtype == "int64"


def test_a_text_stays_as_it_is_written():
    with Class(HARMLESS["HTML in a text"]) as desk:
        desk.record()
        assert desk.load()["note"][4] == "<img src=x onerror=alert(1)>"


def test_a_line_of_10_mb_is_refused_at_once():
    start = time.process_time()
    with Class(FAULTS["a line of 10 MB"][0]) as desk, pytest.raises(data.DatasetError):
        desk.load()
    assert time.process_time() - start < 2


@EVERY
@given(cut=st.integers(0, len(GOOD) - 1))
def test_a_file_truncated_anywhere_is_refused(cut):
    with Class(GOOD[:cut]) as desk, pytest.raises(data.DatasetError):
        desk.load()


@EVERY
@given(place=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255))
def test_one_changed_byte_anywhere_is_refused(place, byte):
    content = GOOD[:place] + bytes([byte]) + GOOD[place + 1 :]
    with Class(content) as desk:
        if content == GOOD:
            assert len(desk.load()) == 84
        else:
            with pytest.raises(data.DatasetError):
                desk.load()


@EVERY
@given(noise=st.binary(max_size=400))
def test_any_bytes_are_refused(noise):
    with Class(noise) as desk:
        with pytest.raises(data.DatasetError):
            desk.load()
        with pytest.raises(data.DatasetError):
            desk.record()


@EVERY
@given(
    line=st.integers(2, 85),
    column=st.sampled_from(LINES[0].split(",")),
    text=st.text(max_size=30)
    | st.sampled_from(["=1+1", "<b>", "-1", "1e3", "NaN", "NA", "null", "None", "0", "2020", " ", '"', "1,5"]),
)
def test_any_text_in_any_cell_is_refused_or_gives_a_correct_table(line, column, text):
    quoted = '"' + text.replace('"', '""') + '"'
    with Class(cells(line, **{column: quoted})) as desk:
        try:
            desk.record()
        except data.DatasetError as error:
            assert "\n" not in str(error)
            return
        table = desk.load()
        assert len(table) == 84 and table.drop(columns=[column]).equals(data.load(NAME).drop(columns=[column]))
        found = table[column][line - 2]
        assert found != found if text == "" else str(found) == text or int(found) == int(text)


@EVERY
@given(order=st.permutations(range(8)))
def test_columns_in_any_other_order_are_refused(order):
    def shuffled(line: str) -> str:
        row = line.split(",", 7)
        return ",".join(row[place] for place in order)

    with Class("\n".join([*map(shuffled, LINES), ""]).encode()) as desk:
        if order == list(range(8)):
            assert len(desk.load()) == 84
        else:
            with pytest.raises(data.DatasetError):
                desk.record()
