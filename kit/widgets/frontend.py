"""The one front end, for JupyterLab and for pages.

Its modules stand in ``front/``; ``npm run build`` joins them into ``front/dist/kit.js``, because a page that is opened
from a USB stick (``file://``) may not load JavaScript modules. Here the joined script is handed its constants, which
have their homes in Python, and becomes a module for anywidget or a classic script for a page.
"""

import gzip
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from kit import theme
from kit.widgets import codes, readings
from kit.widgets.messages import MESSAGES
from kit.writing import write_text


def _read(name: str) -> str:
    return (files("kit.widgets") / "front" / name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Return the front end as one JavaScript expression: an object with what ``front/index.js`` exports."""
    constants = {
        "messages": MESSAGES,
        "template": theme.TEMPLATE,
        "guestTemplate": theme.GUEST_TEMPLATE,
        "darkVariants": theme.dark_variants(),
        "shortNames": theme.SHORT_NAMES,
        "colors": {"muted": theme.MUTED, "accent": theme.ACCENT, "background": theme.BACKGROUND},
        "readings": readings.READINGS,
        "codes": {"alphabet": codes.ALPHABET, "confusables": codes.CONFUSABLES},
    }
    head = f"const KIT_CONSTANTS = {json.dumps(constants, ensure_ascii=False)};"
    return f"(() => {{\n{head}\n{_read('dist/kit.js')}return kit;\n}})()"


def _module(hooks: str) -> str:
    """Return an ES module whose ``kit`` is the one front end that all widgets of this version share.

    A JupyterLab page may hold notebooks of several kernels, each with its own version of the kit.
    """
    version = hashlib.sha256(script().encode("utf-8")).hexdigest()[:12]
    return f'const kit = (globalThis.__kit ??= {{}})["{version}"] ??= {script()};\nexport default {{ {hooks} }};\n'


@cache
def module(kind: str) -> str:
    """Return the ES module that anywidget loads for one kind of widget, such as ``"explore"``."""
    return _module(f'render: ({{ model, el }}) => kit.mount("{kind}", el, () => model)')


@cache
def plotly_module() -> str:
    """Return the ES module that decompresses plotly.js for the whole JupyterLab page."""
    return _module('initialize: ({ model }) => kit.decompressPlotly(model.get("compressed"))')


@cache
def page_script() -> str:
    """Return the classic script that brings every embedded widget of a page to life.

    It leaves the name ``kit`` to the scripts of the site that come after it.
    """
    return f"const kit = {script()};\nkit.startPage();\n"


def write_assets(folder: Path) -> None:
    """Write what a page with embedded widgets needs beside it: ``kit.js``, ``kit.css`` and ``plotly.min.js``."""
    from plotly.offline import get_plotlyjs  # only pages need it

    for name, text in {"kit.js": page_script(), "kit.css": stylesheet(), "plotly.min.js": get_plotlyjs()}.items():
        write_text(folder / name, text)


@cache
def stylesheet() -> str:
    """Return the CSS of all widgets, with the colours of both themes."""
    dark = theme.css_variables("dark")
    light = theme.css_variables("light")
    return (
        f":root {{ {light} }}\n"
        f"[data-jp-theme-light='false'], [data-theme='dark'] {{ {dark} }}\n"
        f"@media (prefers-color-scheme: dark) {{ body[data-theme='auto'] {{ {dark} }} }}\n"
        f"@media print {{ :root, body[data-theme] {{ {light} }} }}\n"
        f"{_read('kit.css')}"
    )


@cache
def compressed_plotly() -> bytes:
    """Return plotly.js, the copy inside the installed ``plotly`` package, gzipped (about 1.4 MB)."""
    from plotly.offline import get_plotlyjs

    return gzip.compress(get_plotlyjs().encode("utf-8"), compresslevel=6, mtime=0)
