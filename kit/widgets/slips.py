"""Code that stops: the common slips of an exercise in one sentence each, with what to try."""

import ast
import builtins
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from types import FrameType, ModuleType
from typing import Any

import pandas as pd

from kit.widgets.cells import statement_at, text_values, tree_of
from kit.widgets.equality import kind_of
from kit.widgets.messages import EXERCISE_MESSAGES as WORDS
from kit.widgets.syntax_slips import explain_syntax

_AT_MOST = 12
_FIRST_NAMES = {"kit", "pd", "np", "px", "go"}
_NUMBERS = r"(?:int|float|bool|complex|u?int\d+|float\d+|Float64|Int64)"


def explain(fault: BaseException, source: str, names: Mapping[str, Any]) -> str:
    """Return in one sentence what stopped an exercise cell, and what to try; "" if it is no common slip.

    Parameters
    ----------
    fault : BaseException
        With its traceback.
    source : str
        The cell.
    names : dict
        What the notebook knows, as in IPython's ``user_ns``.
    """
    if isinstance(fault, SyntaxError):
        return explain_syntax(fault, source, names)
    if _said_by_the_kit(fault):
        return " ".join(str(fault).split())
    slip = _Slip(fault, source, names)
    sentence = slip.command_for_column() or slip.column_without_quotes()
    if sentence:
        return sentence
    for kind, tell in (
        (NameError, slip.name),
        (KeyError, slip.key),
        (AttributeError, slip.attribute),
        (TypeError, slip.type),
        (ValueError, slip.value),
        (ZeroDivisionError, lambda: WORDS["slip_zero"]),
        (IndexError, lambda: WORDS["slip_position"]),
    ):
        if isinstance(fault, kind):
            return tell()
    return ""


def explain_name(fault: BaseException, names: Mapping[str, Any]) -> str:
    """Return what to do about an unknown name in an ordinary cell's own code; "" for any other fault."""
    if type(fault) is not NameError or not fault.name:
        return ""
    frames = list(_frames(fault))
    if not frames or frames[-1][0].f_globals is not names:
        return ""
    told = WORDS["slip_name"].format(name=fault.name)
    return f"{told} {WORDS['slip_run_above' if fault.name in _FIRST_NAMES else 'slip_spelling']}"


def _frames(fault: BaseException) -> Iterator[tuple[FrameType, int]]:
    trace = fault.__traceback__
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _said_by_the_kit(fault: BaseException) -> bool:
    """Tell whether the kit itself refused something: its errors are sentences already."""
    frames = [frame for frame, _ in _frames(fault)]
    return (
        bool(frames)
        and str(frames[-1].f_globals.get("__name__")).startswith("kit.")
        and isinstance(fault, (ValueError, TypeError))
        and str(fault).strip().endswith((".", "?"))
    )


class _Slip:
    """One fault in one cell: where it arose, and what stood there."""

    def __init__(self, fault: BaseException, source: str, names: Mapping[str, Any]):
        self.fault, self.names = fault, names
        frames = list(_frames(fault))
        own = [place for place, (frame, _) in enumerate(frames) if frame.f_globals is names]
        self.deeper = [frame for frame, _ in frames[own[-1] + 1 :]] if own else []
        tree = tree_of(source)
        at = statement_at(tree, frames[own[0]][1]) if tree is not None and own else None
        self.nodes: list[ast.AST] = list(ast.walk(at if at is not None else tree)) if tree is not None else []
        self.said = " ".join(str(fault).split())

    # Names

    def name(self) -> str:
        """An unknown name, in the cell or in a ``query``."""
        name = getattr(self.fault, "name", None) or "".join(re.findall(r"name '(.+?)' is not defined", self.said))
        if self.deeper and (table := self.object((pd.DataFrame,))) is not None:
            return self.no_column(table, name)
        told = WORDS["slip_name"].format(name=name)
        if name in _FIRST_NAMES:
            return f"{told} {WORDS['slip_run_above']}"
        for table, _, word in text_values(self.names):
            if word.casefold() in (name.casefold(), name.replace("_", " ").casefold()):
                return f"{told} {WORDS['slip_quote_name'].format(name=word, table=table)}"
        known = [word for word in self.names if not word.startswith("_")]
        near = nearest(name, [*known, *(word for word in dir(builtins) if not word.startswith("_") and word.islower())])
        words = {word for _, _, word in text_values(self.names)} if not near else set()
        texts = nearest(name, words)
        if near:
            return f"{told} {WORDS['slip_near'].format(near=near[0])}"
        if texts:
            return f"{told} {WORDS['slip_near'].format(near=chr(34) + texts[0] + chr(34))}"
        return f"{told} {WORDS['slip_spelling']}"

    # Columns, rows, entries

    def object(self, kinds: tuple[type, ...]) -> Any:
        """Return the table (or what else) whose command the cell called when it stopped."""
        for frame in self.deeper:
            found = frame.f_locals.get("self")
            found = getattr(found, "obj", found)  # .loc and groupby hold their table
            if isinstance(found, kinds):
                return found
        return None

    def called(self, thing: Any, fallback: str) -> str:
        """Return the name under which the cell knows a thing."""
        used = [node.id for node in self.nodes if isinstance(node, ast.Name)]
        for name in [*used, *self.names]:
            if not name.startswith("_") and self.names.get(name) is thing:
                return name
        return WORDS[fallback]

    def key(self) -> str:
        """An unknown column, row label or entry."""
        wanted = self.wanted()
        found = self.object((pd.DataFrame, pd.Series, pd.Index))
        if isinstance(found, pd.Index):
            found = None
        if isinstance(found, pd.DataFrame):
            rows = any(type(frame.f_locals.get("self")).__name__ in ("_LocIndexer", "_AtIndexer")
                       for frame in self.deeper)  # fmt: skip
            columns = {str(name) for name in found.columns}
            if rows and wanted not in columns and self.row_asked(wanted):
                return self.no_label(found, wanted, "slip_this_table")
            return self.no_column(found, wanted)
        if isinstance(found, pd.Series):
            return self.no_label(found, wanted, "slip_these_values")
        for node in self.nodes:
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
                entries = self.names.get(node.value.id)
                if isinstance(entries, Mapping) and self.fault.args and self.fault.args[0] not in entries:
                    listed = _listed(str(wanted), [repr(entry) for entry in entries])
                    return WORDS["slip_entry"].format(table=node.value.id, name=repr(self.fault.args[0]), names=listed)
        return ""

    def wanted(self) -> str:
        key = self.fault.args[0] if self.fault.args else ""
        if not isinstance(key, str):
            return str(key)
        # pandas writes a sentence around the name in some places.
        key = re.sub(
            r"^Column not found: |^The following .* are not (?:columns of|present in) the DataFrame: ", "", key
        )
        quoted = re.findall(r"'([^']*)'", key)
        return quoted[0] if quoted and re.search(r"not in index|are in the|not found in axis|^\[", key) else key

    def row_asked(self, wanted: str) -> bool:
        """Tell whether the label stands first in the brackets of ``.loc``."""
        for node in self.nodes:
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple) and len(node.slice.elts) > 1:
                second = node.slice.elts[1]
                if any(isinstance(part, ast.Constant) and str(part.value) == wanted for part in ast.walk(second)):
                    return False
        return True

    def no_column(self, table: pd.DataFrame, name: str) -> str:
        called = self.called(table, "slip_this_table")
        for column in table.columns:
            values = table[column] if table.columns.is_unique else pd.Series(dtype=object)
            if not pd.api.types.is_numeric_dtype(values) and any(value == name for value in values.dropna().unique()):
                if called == WORDS["slip_this_table"]:
                    break
                return WORDS["slip_column_value"].format(table=called, column=column, name=name)
        return WORDS["slip_column"].format(table=called, name=name, names=_listed(name, table.columns))

    def no_label(self, rows: Any, name: str, fallback: str) -> str:
        called = self.called(rows, fallback)
        return WORDS["slip_row"].format(table=called, name=name, names=_listed(name, rows.index))

    # Parts

    def attribute(self) -> str:
        """A part that a thing does not have."""
        said = re.search(r"^'?(.+?)'? (?:object )?has no attribute '(.+?)'", self.said)
        thing, name = getattr(self.fault, "obj", None), getattr(self.fault, "name", None) or (said[2] if said else "")
        if thing is None:
            return WORDS["slip_none"].format(name=name) if "'NoneType'" in self.said else ""
        if isinstance(thing, pd.DataFrame) or (said and said[1] == "DataFrame"):
            called = self.called(thing, "slip_this_table")
            near = nearest(name, [*map(str, thing.columns), *_public(thing)])
            told = WORDS["slip_part"].format(table=called, name=name)
            return " ".join(
                [told, *_did_you_mean(near), WORDS["slip_columns"].format(names=_listed(name, thing.columns))]
            )
        if isinstance(thing, ModuleType):
            called = thing.__name__
        else:
            called = self.called(thing, "slip_these_values") if kind_of(thing) in ("values", "text") else ""
            called = called or WORDS[f"kind_{kind_of(thing)}"].format(type=type(thing).__name__).capitalize()
        return " ".join(
            [WORDS["slip_part"].format(table=called, name=name), *_did_you_mean(nearest(name, _public(thing)))]
        )

    def command_for_column(self) -> str:
        """A column that has the name of a command: ``mentions.count`` is not ``mentions["count"]``."""
        run = {id(node.func) for node in self.nodes if isinstance(node, ast.Call)}
        for node in self.nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and id(node) not in run:
                table = self.names.get(node.value.id)
                known = isinstance(table, pd.DataFrame) and node.attr in table.columns
                if known and callable(getattr(pd.DataFrame, node.attr, None)):
                    return WORDS["slip_is_command"].format(table=node.value.id, name=node.attr)
        return ""

    def column_without_quotes(self) -> str:
        """A column that is also a name of something else: ``both[level_2]`` is not ``both["level_2"]``."""
        for node in self.nodes:
            if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Name):
                continue
            table, name = self.value_of(node.value), node.slice.id
            meant = self.names.get(name, getattr(builtins, name, None))
            is_other = callable(meant) or isinstance(meant, (pd.DataFrame, ModuleType))  # no text, no True and False
            if is_other and isinstance(table, pd.DataFrame) and name in table.columns:
                return WORDS["slip_column_quotes"].format(table=ast.unparse(node.value), name=name)
        return ""

    # Kinds of values

    def type(self) -> str:
        """Things that do not go together."""
        said = self.said
        if "not callable" in said:
            return self.not_callable()
        if "not subscriptable" in said and ("method" in said or "function" in said):
            return WORDS["slip_square"].format(name=self.not_run() or "…")
        if re.search(r"missing \d+ required", said):
            name, missing = said.partition("(")[0], said.rpartition(": ")[2].replace("'", "")
            return WORDS["slip_missing_argument"].format(name=name.rpartition(".")[2], names=missing)
        unexpected = re.search(r"^(\S+)\(\) got an unexpected keyword argument '(.+?)'", said)
        if unexpected:
            told = WORDS["slip_other_argument"].format(name=unexpected[1].rpartition(".")[2], word=unexpected[2])
            near = re.search(r"Did you mean '(.+?)'", said)
            return " ".join([told, *_did_you_mean([near[1]] if near else [])])
        if re.search(r"'(?:\w+_)?(?:method|function)\w*'|builtin_function_or_method", said) and self.not_run():
            return WORDS["slip_brackets"].format(name=self.not_run())
        joined = any(
            isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitOr)) for node in self.nodes
        )
        if joined:
            return WORDS["slip_condition"]
        text = re.search(r"\bstr\b|dtype\('<U|StringDtype|dtype\('O'\)|string|\bStr", said)
        if text and (re.search(rf"\b{_NUMBERS}\b|dtype\('[<>]?[fi]|non-int|Float|Int", said) or "'<' not" in said):
            return WORDS["slip_text_number"]
        if text and re.search(
            r"unsupported operand|did not contain a loop|operation .* not supported|Cannot perform", said
        ):
            return WORDS["slip_text_text"]
        return WORDS["slip_nothing"] if "NoneType" in said else ""

    def not_callable(self) -> str:
        for node in self.nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Constant, ast.Attribute, ast.Call)):
                name = ast.unparse(node.func)
                value = self.value_of(node.func)
                if value is not None and not callable(value):
                    words = WORDS[f"kind_{kind_of(value)}"].format(type=type(value).__name__)
                    numeric = kind_of(value) in ("number", "bool")
                    return WORDS["slip_call_number" if numeric else "slip_call"].format(name=name, found=words)
        return ""

    def value_of(self, node: ast.AST) -> Any:
        """Return what a name or a part of one is, without running code."""
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            return self.names.get(node.id)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            thing = self.names.get(node.value.id)
            if isinstance(thing, pd.DataFrame) and node.attr in thing.columns:
                return thing[node.attr]
            return vars(thing).get(node.attr) if isinstance(thing, ModuleType) else None
        return None

    def not_run(self) -> str:
        """Return the command without brackets in the line that stopped."""
        run = {id(node.func) for node in self.nodes if isinstance(node, ast.Call)}
        bare = run | {id(node.value) for node in self.nodes if isinstance(node, ast.Attribute)}
        for node in self.nodes:
            if id(node) in bare:
                continue
            if isinstance(node, ast.Attribute):
                if any(callable(getattr(kind, node.attr, None)) for kind in (pd.DataFrame, pd.Series)):
                    return node.attr
            elif isinstance(node, ast.Name) and callable(self.names.get(node.id, getattr(builtins, node.id, None))):
                return node.id
        return ""

    def value(self) -> str:
        """A column that a chart does not find, or a column where one truth or one value is asked for."""
        asked = re.search(r"not the name of a column in 'data_frame'.*\[(.*)\] but received: (.+)", self.said)
        if asked:
            used = [self.names.get(node.id) for node in self.nodes if isinstance(node, ast.Name)]
            table = next((thing for thing in used if isinstance(thing, (pd.DataFrame, pd.Series))), None)
            if isinstance(table, pd.DataFrame):
                return self.no_column(table, asked[2])
            called, names = self.called(table, "slip_this_table"), _listed(asked[2], re.findall("'(.*?)'", asked[1]))
            return WORDS["slip_column"].format(table=called, name=asked[2], names=names)
        if "No DataFrame was provided" in self.said:
            return WORDS["slip_chart_table"]
        if "truth value of a" in self.said:
            return WORDS["slip_truth"]
        return WORDS["slip_item"] if "array of size 1" in self.said else ""


def nearest(name: str, known: Iterable[Any]) -> list[str]:
    """Return the known names most like a misspelt one, the nearest first, without regard to capitals.

    Examples
    --------
    >>> nearest("Plcae", ["year", "place"])
    ['place']
    """
    by_small: dict[str, str] = {}
    for word in known:
        by_small.setdefault(str(word).casefold(), str(word))
    found = difflib.get_close_matches(str(name).casefold(), list(by_small)[:20_000], n=3, cutoff=0.6)
    return [by_small[small] for small in found]


def _listed(name: str, known: Iterable[Any]) -> str:
    """Return names in a row, those most like the wanted one first, no more than a dozen."""
    every = list(dict.fromkeys(map(str, known)))
    first = nearest(name, every)
    shown = [*first, *(word for word in every if word not in first)]
    return ", ".join(shown[:_AT_MOST]) + (", …" if len(shown) > _AT_MOST else "")


def _public(thing: Any) -> list[str]:
    return [name for name in dir(thing) if not name.startswith("_")]


def _did_you_mean(near: list[str]) -> list[str]:
    return [WORDS["slip_near"].format(near=near[0])] if near else []
