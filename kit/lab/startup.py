"""What a kernel of the kit's JupyterLab runs first: a cell run before the imports is told to run the cells above.

It imports nothing large: the kit itself, which knows the sentence, comes only once a name is missing. Its names begin
with an underscore, for those of the notebook are the reader's own.
"""

import sys as _sys
from typing import Any as _Any

from IPython import get_ipython as _get_ipython


def _explain_missing_names(shell: _Any) -> None:
    show = shell._showtraceback
    modules = _sys.modules

    def show_kindly(kind: _Any, fault: _Any, lines: _Any) -> None:
        # Once the kit is there, it does this itself.
        if isinstance(fault, NameError) and "kit" not in modules:
            try:
                from kit.widgets.exercises import kindly

                lines = kindly(kind, fault, lines, shell.user_ns)
            except Exception:
                pass  # the bare message still goes out
        show(kind, fault, lines)

    shell._showtraceback = show_kindly


if (_shell := _get_ipython()) is not None:
    _explain_missing_names(_shell)
