"""What IPython does with exercise cells once the kit is there: blanks never stop, slips get one kind sentence.

A cell with a line ``kit.check(…)`` is an exercise. While it has three dots, whatever they break is still blank. Where
it stops, one sentence says why, the whole message of Python is folded below, and the cell has failed as any other.
In other cells an unknown name gets a line more.
"""

import ast
import linecache
import re
import sys
from collections.abc import Mapping
from typing import Any

from kit.widgets import cells
from kit.widgets.check import Feedback
from kit.widgets.messages import EXERCISE_MESSAGES as WORDS
from kit.widgets.slips import explain, explain_name

_HERE = f"__import__({__name__!r}, fromlist=['install'])"
_stopped: list[BaseException] = []
_running: list[str] = []


def install() -> None:
    """Take part in the running IPython, once; without one do nothing."""
    shell = cells.shell()
    if shell is None or any(type(one).__name__ == BlankCells.__name__ for one in shell.ast_transformers):
        return
    shell.ast_transformers.append(BlankCells())
    shell.events.register("pre_run_cell", lambda about: _running.__setitem__(slice(None), [about.raw_cell or ""]))
    show = shell._showtraceback

    def show_kindly(kind: Any, fault: Any, lines: Any) -> None:
        show(kind, fault, kindly(kind, fault, lines, shell.user_ns))

    shell._showtraceback = show_kindly


class BlankCells(ast.NodeTransformer):
    """Lets an exercise cell with blanks run as far as it goes, and say that it is still blank."""

    def visit(self, node: ast.AST) -> ast.AST:
        """Return a cell as it should run; any but an exercise with blanks as it is."""
        try:
            return _blank_cell(node) if isinstance(node, ast.Module) else node
        except Exception:
            return node


def _blank_cell(cell: ast.Module) -> ast.Module:
    asked = {id(call) for call in cells.checks(cell)}
    if not asked or not cells.blanks(cell):
        return cell
    code = [part for part in cell.body if not (isinstance(part, ast.Expr) and id(part.value) in asked)]
    frame = ast.parse(f"try:\n    pass\nexcept Exception:\n    {_HERE}.remember()\n{_HERE}.still_blank()")
    attempt = frame.body[0]
    if code and isinstance(attempt, ast.Try):
        attempt.body = code
    return frame


def remember() -> None:
    """Keep the fault that is being handled, for `still_blank`."""
    fault = sys.exc_info()[1]
    _stopped[:] = [fault] if fault is not None else []


def still_blank() -> Feedback:
    """Return that a cell is still blank, and the slip in what was written so far."""
    faults, _stopped[:] = list(_stopped), []
    shell = cells.shell()
    slip = ""
    for fault in faults:
        try:
            slip = _slip_so_far(fault, shell.user_ns)
        except Exception:
            slip = ""
    return Feedback("blank", f"{slip} {WORDS['check_replace']}")


def _slip_so_far(fault: BaseException, names: Mapping[str, Any]) -> str:
    """Return the slip in a statement without blanks; what blanks break is none."""
    trace = fault.__traceback__
    if trace is None:
        return ""
    source = "".join(linecache.getlines(trace.tb_frame.f_code.co_filename))
    tree = cells.tree_of(source)
    at = cells.statement_at(tree, trace.tb_lineno) if tree is not None else None
    if tree is None or at is None or cells.blanks(at):
        return ""
    blank = {target.id for statement in tree.body if cells.blanks(statement) for target in ast.walk(statement)
             if isinstance(target, ast.Name) and isinstance(target.ctx, ast.Store)}  # fmt: skip
    used = {node.id for node in ast.walk(at) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return "" if used & blank else explain(fault, source, names)


def kindly(kind: Any, fault: Any, lines: Any, names: Mapping[str, Any]) -> Any:
    """Show a sentence for a slip, and return the lines of the message that still go below it; never raise."""
    try:
        source = _source(fault, names)
        if not source:
            return lines
        if not cells.is_exercise(source):
            more = explain_name(fault, names)
            return [*lines, "", more] if more else lines
        sentence = explain(fault, source, names)
        if not sentence:
            return lines
        from IPython.display import display

        show: Any = display
        show(Feedback("stopped", sentence, re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines))))
        said = str(fault).strip().splitlines() or [""]
        return [f"{kind.__name__}: {said[0][:200]}".rstrip(": ")]
    except Exception:
        return lines


def _source(fault: BaseException, names: Mapping[str, Any]) -> str:
    """Return the code of the cell that a fault stopped; "" if it arose elsewhere."""
    if isinstance(fault, SyntaxError) and fault.filename and fault.__traceback__ is not None:
        # A cell that IPython cannot even take apart has no file yet.
        return "".join(linecache.getlines(fault.filename)) or "".join(_running)
    trace = fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals is names:
            return "".join(linecache.getlines(trace.tb_frame.f_code.co_filename))
        trace = trace.tb_next
    return ""
