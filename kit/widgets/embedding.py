"""Embedding: a widget as HTML that needs no kernel."""

import base64
import html
import json
import zlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from kit.widgets.contract import Compressed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

MOST_STATES = 5_000
MOST_BYTES = 400_000

#: Set to 1 in the environment of the kernel that runs the notebooks for the site.
SWITCH = "KIT_EMBED"


class EmbedError(ValueError):
    """An explorer has too many states, or too large ones, for a page."""


def refuse_too_many(count: int, title: str) -> None:
    """Raise `EmbedError` if there are more states than a page can hold."""
    if count > MOST_STATES:
        raise EmbedError(
            f"“{title}” has {count:,} states and a page holds {MOST_STATES:,}: "
            "offer fewer options, or give the longest slider a coarser grid with embed_every=2, 5 or 10."
        )


def compress(value: Any, title: str = "") -> Compressed:
    """Return a value as JSON, deflated, in base64.

    Parameters
    ----------
    value : anything that JSON can hold
    title : str
        Named in the error.

    Returns
    -------
    str

    Raises
    ------
    EmbedError
        If the result is larger than 400 KB.

    Examples
    --------
    >>> decompress(compress([1, 2]))
    [1, 2]
    """
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    compressed = base64.b64encode(deflater.compress(raw) + deflater.flush()).decode("ascii")
    if len(compressed) > MOST_BYTES:
        raise EmbedError(
            f"“{title}” takes {len(compressed) // 1000} KB and a page allows {MOST_BYTES // 1000} KB: "
            "draw fewer points, or embed fewer states."
        )
    return compressed


def decompress(compressed: Compressed) -> Any:
    """Return what `compress` was given."""
    return json.loads(zlib.decompress(base64.b64decode(compressed), -15))


@cache
def markdown() -> "MarkdownIt":
    """Return what renders the words of a lesson outside of Jupyter; HTML in them stays text."""
    from markdown_it import MarkdownIt  # only pages and paper need it

    return MarkdownIt("commonmark", {"html": False})


def folded(summary: str, text: str) -> str:
    """Return a text with a few marks of Markdown as HTML that a reader unfolds, with JavaScript or without."""
    words = markdown().renderInline(text)
    return f'<details class="kit-finding"><summary>{html.escape(summary)}</summary><p>{words}</p></details>'


def element(kind: str, spec: Mapping[str, Any], summary: str, more: str = "") -> str:
    """Return the HTML element of an embedded widget.

    Parameters
    ----------
    kind : str
        Which function of the front end brings it to life.
    spec : dict
        What that function needs.
    summary : str
        What a reader without JavaScript sees.
    more : str
        HTML that stands below it.

    Returns
    -------
    str
    """
    # "</" would end the script element early wherever it stood in a text.
    block = json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    name = html.escape(str(spec["id"]), quote=True)
    return (
        f'<div class="kit-widget" id="{name}" data-kit="{kind}"><script type="application/json">{block}</script>'
        f'<pre class="kit-summary">{html.escape(summary)}</pre>{more}</div>'
    )
