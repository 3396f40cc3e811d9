"""The code of an exercise cell, read as a tree: what is blank in it, and what was typed where Python should find it."""

import ast
import linecache
import re
import sys
from collections.abc import Iterator, Mapping
from types import FrameType
from typing import Any

_CHECK = re.compile(r"^[^#\n]*\bkit\.check\(", re.MULTILINE)
#: Calls that only wrap what was typed.
_WRAPPERS = {
    *("int", "float", "str", "bool", "complex", "round", "abs", "list", "tuple", "set", "frozenset", "dict", "sorted"),
    *("array", "asarray", "Series", "DataFrame", "Index", "Timestamp", "to_datetime", "Decimal", "Fraction"),
    *("float64", "int64"),
}


def shell() -> Any:
    """Return IPython's shell, or None where Python runs without one."""
    # IPython is there if it runs; it need not be loaded to find out that it does not.
    found = sys.modules.get("IPython")
    return found.get_ipython() if found is not None and hasattr(found, "get_ipython") else None


def is_exercise(source: str) -> bool:
    """Tell whether a cell has a line that asks for the check."""
    return bool(_CHECK.search(source))


def source_of(frame: FrameType | None) -> str:
    """Return the code of the cell that runs in a frame or called it; "" outside of IPython."""
    running = shell()
    while running is not None and frame is not None:
        if frame.f_globals is running.user_ns:
            return "".join(linecache.getlines(frame.f_code.co_filename))
        frame = frame.f_back
    return ""


def tree_of(source: str) -> ast.Module | None:
    """Return the code as a tree; None where Python cannot read it."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def checks(tree: ast.AST) -> list[ast.Call]:
    """Return the calls of ``kit.check``."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_check(node.func)]


def _is_check(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "check"
        and isinstance(node.value, ast.Name)
        and node.value.id == "kit"
    )


def blanks(tree: ast.AST) -> list[ast.Constant]:
    """Return the three dots that wait for code; numpy's own in ``a[..., 0]`` and those of a type are none.

    Examples
    --------
    >>> len(blanks(ast.parse("a = ...; b = table[0, ...]; c = table[...]")))
    2
    """
    meant = {id(dots) for node in ast.walk(tree) for dots in _meant(node)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value is ... and id(node) not in meant
    ]


def _meant(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        dots = [part for part in node.slice.elts if isinstance(part, ast.Constant) and part.value is ...]
        others = [part for part in node.slice.elts if part not in dots]
        if len(dots) == 1 and others and not any(isinstance(part, ast.Constant) and isinstance(part.value, str)
                                                 for part in others):  # fmt: skip
            yield from dots
    for field in ("annotation", "returns"):
        if getattr(node, field, None) is not None:
            yield from ast.walk(getattr(node, field))


def is_typed(source: str, name: str) -> bool:
    """Tell whether what a cell gives to ``kit.check(name, …)`` was only typed in it, not computed.

    A name counts as what it was last given, if that stands in the cell itself and not in a loop or a condition.

    Examples
    --------
    >>> is_typed('share = 0.51\\nkit.check("share", share)', "share")
    True
    >>> is_typed('share = china / world\\nkit.check("share", share)', "share")
    False
    """
    tree = tree_of(source)
    if tree is None:
        return False
    for call in checks(tree):
        asked = call.args[0] if call.args else None
        if isinstance(asked, ast.Constant) and asked.value == name:
            answers = [*call.args[1:2], *(word.value for word in call.keywords if word.arg == "answer")]
            return any(_typed(answer, tree, frozenset()) for answer in answers)
    return False


def _typed(node: ast.AST, tree: ast.Module, seen: frozenset[str]) -> bool:
    def typed(*parts: ast.AST | None) -> bool:
        return bool(parts) and all(part is not None and _typed(part, tree, seen) for part in parts)

    match node:
        case ast.Constant(value=value):
            return value is not None and value is not ...
        case ast.UnaryOp(operand=part) | ast.NamedExpr(value=part) | ast.Starred(value=part):
            return typed(part)
        case ast.FormattedValue(value=part) | ast.Subscript(value=part):
            return typed(part)
        case ast.BinOp():
            return typed(node.left, node.right) and _adds_nothing(node)
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts) | ast.JoinedStr(values=parts):
            return typed(*parts)
        case ast.BoolOp(values=parts):
            return typed(*parts)
        case ast.IfExp():
            return typed(node.body, node.orelse)
        case ast.Dict():
            return typed(*node.values)
        case ast.Call(func=called):
            words = {"Name": "id", "Attribute": "attr"}.get(type(called).__name__)
            wraps = words is not None and getattr(called, words) in _WRAPPERS
            return wraps and typed(*node.args, *(word.value for word in node.keywords))
        case ast.Name(id=name):
            given = None if name in seen else _last_given(name, tree)
            return given is not None and _typed(given, tree, seen | {name})
    return False


def _adds_nothing(node: ast.BinOp) -> bool:
    """Tell whether a sum of typed numbers is one of them, as in ``31_000 + 0``."""
    try:
        whole, left, right = (
            eval(compile(ast.Expression(part), "<cell>", "eval"), {"__builtins__": {}})
            for part in (node, node.left, node.right)
        )
    except Exception:
        return False
    return whole in (left, right)


def _last_given(name: str, tree: ast.Module) -> ast.AST | None:
    """Return what a name was last given at the top of a cell; None if that was elsewhere or cannot be told."""
    stores = [node for node in ast.walk(tree)
              if isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load)]  # fmt: skip
    if not stores:
        return None
    last = max(stores, key=lambda node: (node.lineno, node.col_offset))
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                for part, value in _pairs(target, statement.value):
                    if part is last:
                        return value
        elif isinstance(statement, ast.AnnAssign) and statement.target is last:
            return statement.value
        for node in ast.walk(statement) if isinstance(statement, (ast.Expr, ast.Assign)) else ():
            if isinstance(node, ast.NamedExpr) and node.target is last:
                return node.value
    return None


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    if not isinstance(target, (ast.Tuple, ast.List)):
        yield target, value
    elif isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(target.elts):
        for part, given in zip(target.elts, value.elts, strict=True):
            yield from _pairs(part, given)


def statement_at(tree: ast.Module, line: int) -> ast.stmt | None:
    """Return the statement of a cell that a line belongs to."""
    for statement in tree.body:
        if statement.lineno <= line <= (statement.end_lineno or line):
            return statement
    return None


def text_values(names: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the words in the tables of a notebook: table, column ("" for row labels and Series), word."""
    import pandas as pd

    def words(values: Any) -> Iterator[str]:
        if not pd.api.types.is_numeric_dtype(values) and len(values) <= 100_000:
            yield from (value for value in values.dropna().unique() if isinstance(value, str))

    for table, value in list(names.items()):
        if table.startswith("_"):
            continue
        if isinstance(value, pd.DataFrame):
            for column in value.columns[value.columns.map(lambda name: isinstance(name, str))]:
                yield table, "", column
                if value.columns.is_unique:
                    yield from ((table, column, word) for word in words(value[column]))
        if isinstance(value, (pd.DataFrame, pd.Series)) and value.index.nlevels == 1:
            yield from ((table, "", word) for word in words(value.index))
