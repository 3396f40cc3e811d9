"""Offer the names of the datasets when Tab is pressed inside ``kit.load("``, where IPython runs."""

import re
import sys
from typing import Any

from kit.data.catalogue import DatasetError, resources

# A bare call or one of the kit's: np.load("… and json.load("… keep their own completions.
_OPEN_CALL = re.compile(
    r"""(?:(?<![\w.])|\bkit\.(?:data\.)?)(?:load|describe|cite|source_line|about_line)\(\s*(?:name\s*=\s*)?(["'])([\w-]*)$"""
)


def dataset_names(before: str) -> list[str]:
    """Return the dataset names that fit a line of code up to the cursor, if it is inside such a call.

    Examples
    --------
    >>> dataset_names('df = kit.load("robot_inst')
    ['robot_installations', 'robot_installations_vintages']
    """
    call = _OPEN_CALL.search(before)
    if call is None:
        return []
    try:
        names = [entry["name"] for entry in resources()]
    except DatasetError:
        return []
    return [name for name in names if name.startswith(call[2])]


def offer_names() -> None:
    """Tell a running IPython about the names; elsewhere do nothing."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    matchers = getattr(getattr(shell, "Completer", None), "custom_matchers", None)
    if matchers is None or any(getattr(matcher, "matcher_identifier", "") == _NAME for matcher in matchers):
        return
    try:
        from IPython.core.completer import SimpleCompletion, context_matcher
    except ImportError:  # an IPython without this interface simply offers no names
        return

    @context_matcher(identifier=_NAME)  # type: ignore[untyped-decorator]  # IPython ships no type for it
    def matcher(context: Any) -> dict[str, Any]:
        found = dataset_names(context.line_with_cursor[: context.cursor_position])
        fragment = _OPEN_CALL.search(context.line_with_cursor[: context.cursor_position])
        completions = [SimpleCompletion(text=name, type="dataset") for name in found]
        # Inside the quotation marks only our names make sense, not files or variables.
        return {
            "completions": completions,
            "suppress": bool(found),
            "matched_fragment": fragment[2] if fragment else "",
        }

    matchers.append(matcher)


_NAME = "kit_dataset_names"
