"""Baking: a widget as HTML that needs no kernel, and the three forms in which a widget is shown."""

import base64
import html
import json
import os
import re
import zlib
from collections.abc import Callable
from typing import Any

MOST_STATES = 5_000
MOST_BYTES = 400_000

#: Set to 1 in the environment of the kernel that runs the notebooks for the site.
SWITCH = "KIT_BAKE"


class BakeError(ValueError):
    """An explorer has too many states, or too large ones, for a page."""


def refuse_too_many(count: int, title: str) -> None:
    """Raise `BakeError` if there are more states than a page can hold."""
    if count > MOST_STATES:
        raise BakeError(
            f"“{title}” has {count:,} states and a page holds {MOST_STATES:,}: "
            "offer fewer options, or give the longest slider a coarser grid with baked=2, 5 or 10."
        )


def pack(value: Any, title: str = "") -> str:
    """Return a value as JSON, deflated, in base64.

    Parameters
    ----------
    value : anything that JSON can hold
    title : str
        Named in the error.

    Raises
    ------
    BakeError
        If the result is larger than 400 KB.

    Examples
    --------
    >>> unpack(pack([1, 2]))
    [1, 2]
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    packed = base64.b64encode(packer.compress(raw) + packer.flush()).decode("ascii")
    if len(packed) > MOST_BYTES:
        raise BakeError(
            f"“{title}” takes {len(packed) // 1000} KB and a page allows {MOST_BYTES // 1000} KB: draw fewer points, or bake fewer states."
        )
    return packed


def unpack(packed: str) -> Any:
    """Return what `pack` was given."""
    return json.loads(zlib.decompress(base64.b64decode(packed), -15))


def element(kind: str, spec: dict, words: str) -> str:
    """Return the HTML element of a baked widget.

    Parameters
    ----------
    kind : str
        Which function of the front end brings it to life.
    spec : dict
        What that function needs.
    words : str
        What a reader without JavaScript sees.
    """
    # "</" would end the script element early wherever it stood in a text.
    block = json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    name = html.escape(str(spec["id"]), quote=True)
    return (
        f'<div class="kit-widget" id="{name}" data-kit="{kind}"><script type="application/json">{block}</script>'
        f'<pre class="kit-digest">{html.escape(words)}</pre></div>'
    )


def read_elements(text: str) -> list[tuple[str, dict]]:
    """Return kind and spec of every baked widget in a text of HTML.

    Examples
    --------
    >>> read_elements(element("quiz", {"id": "a", "title": "1 < 2"}, "words"))
    [('quiz', {'id': 'a', 'title': '1 < 2'})]
    """
    found = re.findall(r'data-kit="(\w+)"><script type="application/json">(.*?)</script>', text, re.DOTALL)
    return [(kind, json.loads(block)) for kind, block in found]


def bundle(live: tuple[dict, dict], words: str, bake: Callable[[], str]) -> tuple[dict, dict]:
    """Return the forms of a widget: the live view, its words and, while the site is built, the baked element."""
    forms, metadata = live
    forms["text/plain"] = words
    if os.environ.get(SWITCH) == "1":
        forms["text/html"] = bake()
    return forms, metadata
