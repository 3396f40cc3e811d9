"""Sealing: a cell's code packed into one call, so that no eye falls on its answer; the call runs it as it was."""

import ast
import sys
import textwrap
from typing import Any

from kit.notebooks.files import LessonError
from kit.widgets import embedding

_SAYS = "# The question's answer is packed so that nobody reads it by accident; it is not secret."


def seal(source: str, module: str = "kit") -> str:
    """Return the code of a cell packed into one call of `sealed`.

    Parameters
    ----------
    source : str
        Python code.
    module : str
        What the notebook calls the kit.

    Returns
    -------
    str

    Raises
    ------
    SyntaxError
        If the code is no Python.

    Examples
    --------
    >>> exec(seal("legs = 6", "__import__('kit')"))
    >>> legs
    6
    """
    ast.parse(source)
    packed = "\n".join(textwrap.wrap(embedding.compress(source), 100))
    return f'{_SAYS}\n{module}.sealed("""\n{packed}\n""")'


def unseal(packed: str) -> str:
    """Return the code that was packed.

    Raises
    ------
    LessonError
        If the text was changed or cut.
    """
    try:
        source = embedding.decompress("".join(packed.split()))
        ast.parse(source)
    except Exception:  # base64, deflate, UTF-8, JSON and Python each complain in their own way of the same thing
        raise LessonError(
            "The packed text of this cell was changed or cut, so it cannot be run. "
            "Take the notebook from a fresh copy of the kit."
        ) from None
    return str(source)


def sealed(packed: str) -> Any:
    """Run the packed code of a cell in the notebook, as if it stood there; what it shows is shown.

    A student edition has such cells: what a question's right answer is stands packed in them. It is not secret: this
    keeps eyes from falling on it.

    Parameters
    ----------
    packed : str
        What `seal` made; white space in it does not count.

    Returns
    -------
    object
        The value of the last line, if that is an expression.

    Raises
    ------
    LessonError
        If the text was changed or cut.

    Examples
    --------
    >>> packed = seal("legs = 6\\nlegs * 2").split('\"\"\"')[1]
    >>> sealed(packed), legs
    (12, 6)
    """
    names = sys._getframe(1).f_globals
    tree = ast.parse(unseal(packed))
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<packed>", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "<packed>", "eval"), names)
    return None
