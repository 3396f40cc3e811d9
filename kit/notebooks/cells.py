"""What a cell of a lesson is: its tags as they are meant, and what its code calls, never what its words say."""

import ast
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

#: Functions of the kit that make a card and do nothing else.
CARDS = frozenset({"explore", "keys", "poll", "predict", "quiz", "recall", "sealed", "sources", "verdicts", "weigh"})

#: Those whose call holds answers, right options or reasons; `explore` does if it has a ``finding``.
ASKING = frozenset({"keys", "predict", "quiz", "weigh"})

#: A cell with one of these stays open: its code is there to be read or changed.
_OPEN = frozenset({"exercise", "solution", "shown"})


def clean_tag(tag: str) -> str:
    """Return a tag as it is meant: capitals, blanks around it and wide letters do not count.

    Examples
    --------
    >>> clean_tag(" Teacher")
    'teacher'
    """
    return " ".join(unicodedata.normalize("NFKC", tag).casefold().split())


def tags_of(cell: Any) -> set[str]:
    """Return the tags of a cell, as they are meant."""
    return {clean_tag(tag) for tag in cell.metadata.get("tags", [])} - {""}


def tree_of(source: str) -> ast.Module | None:
    """Return the code of a cell as a tree, without what only IPython understands; None if it cannot be read."""
    for text in (source, re.sub(r"^\s*[%!].*$|^.*\?\s*$", "", source, flags=re.MULTILINE)):
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError):
            continue
    return None


def kit_names(cells: Iterable[Any]) -> dict[str, str]:
    """Return what a notebook calls the kit and its functions.

    Returns
    -------
    dict of str to str
        Name in the notebook → ``"kit"`` for the package, ``"kit.quiz"`` and the like for a function.
    """
    names: dict[str, str] = {}
    trees = [tree_of(cell.source) for cell in cells if cell.cell_type == "code"]
    for node in [node for tree in trees if tree for node in ast.walk(tree)]:
        if isinstance(node, ast.Import):
            names |= {alias.asname or "kit": "kit" for alias in node.names if alias.name == "kit"}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "kit":
            for alias in node.names:
                every = CARDS if alias.name == "*" else {alias.name}
                names |= {alias.asname or name: f"kit.{name}" for name in every}
    return names or {"kit": "kit"}


def kit_calls(tree: ast.AST, names: dict[str, str]) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of a function of the kit, with the function's own name; `names` are those of `kit_names`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            first, *rest = ast.unparse(node.func).split(".")
            if first in names and [names[first], *rest] != ["kit"]:
                yield ".".join([names[first], *rest]).rpartition(".")[2], node


def makes_only_cards(cell: Any, names: dict[str, str]) -> bool:
    """Tell whether a cell is there to make cards or to keep keys, and not to be read or changed."""
    if "keys" in tags_of(cell):
        return True
    tree = tree_of(cell.source) if cell.cell_type == "code" and not _OPEN & tags_of(cell) else None
    if tree is None or not tree.body:
        return False
    made = {call for name, call in kit_calls(tree, names) if name in CARDS}
    return all(isinstance(statement, ast.Expr) and statement.value in made for statement in tree.body)


def asks(cell: Any, names: dict[str, str]) -> bool:
    """Tell whether a cell asks a question whose answer stands in its code; an exercise is the student's."""
    tree = tree_of(cell.source) if cell.cell_type == "code" and "exercise" not in tags_of(cell) else None
    return tree is not None and any(name in ASKING for name, _ in kit_calls(tree, names))


def holds_answers(cell: Any, names: dict[str, str]) -> bool:
    """Tell whether the code of a cell holds answers, right options, reasons, keys or what an explorer finds."""
    tree = tree_of(cell.source) if cell.cell_type == "code" and "exercise" not in tags_of(cell) else None
    return asks(cell, names) or (tree is not None and any(_has_finding(*call) for call in kit_calls(tree, names)))


def _has_finding(name: str, call: ast.Call) -> bool:
    return name == "explore" and "finding" in {keyword.arg for keyword in call.keywords}
