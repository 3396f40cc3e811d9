"""The one front end, for JupyterLab and for pages.

The files in ``front/`` are plain scripts without imports, because a page that is opened from a USB stick
(``file://``) may not load JavaScript modules. Here they are joined: once as a module for anywidget, once as a
classic script for the site. Words, colours and the chart template come from their homes in Python.
"""

import gzip
import json
from functools import cache
from importlib.resources import files

from kit import theme
from kit.widgets import codes
from kit.widgets.messages import MESSAGES

_PARTS = (
    "card.js",
    "chart.js",
    "table.js",
    "controls.js",
    "explore.js",
    "poll.js",
    "predict.js",
    "recall.js",
    "quiz.js",
    "verdicts.js",
)


def _read(name: str) -> str:
    return (files("kit.widgets") / "front" / name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Return the front end as one JavaScript expression: an object with a function for each kind of widget."""
    constants = {
        "WORDS": MESSAGES,
        "TEMPLATE": theme.TEMPLATE,
        "GUEST_TEMPLATE": theme.GUEST_TEMPLATE,
        "DARK": theme.dark_variants(),
        "SHORT": theme.SHORT_NAMES,
        "CODES": {"alphabet": codes.ALPHABET, "lookAlikes": codes.CONFUSABLES},
    }
    head = "".join(f"const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in constants.items())
    return f"(() => {{\n{head}{''.join(map(_read, _PARTS))}\nreturn {{ explore, predict, recall, quiz, verdicts, poll, encodeAnswers, decodeCode, numberToAnswer, answerToNumber, installPage, unpack, settingsOf, settingText, settingFrom }};\n}})()"


@cache
def module(kind: str) -> str:
    """Return the ES module that anywidget loads for one kind of widget, such as ``"explore"``."""
    return f"const kit = (globalThis.__kit ??= {{}}).front ??= {script()};\nexport default {{ render: ({{ model, el }}) => kit.{kind}(model, el) }};\n"


@cache
def plotly_module() -> str:
    """Return the ES module that unpacks plotly.js for the whole JupyterLab page."""
    return f"{_read('chart_loader.js')}\nexport default {{ initialize: ({{ model }}) => unpackPlotly(model.get('packed')) }};\n"


@cache
def page_script() -> str:
    """Return the classic script that brings every embedded widget of a page to life."""
    return f"(() => {{\nconst kit = {script()};\n{_read('page.js')}}})();\n"


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
def packed_plotly() -> bytes:
    """Return plotly.js, the copy inside the installed ``plotly`` package, gzipped (about 1.4 MB)."""
    from plotly.offline import get_plotlyjs

    return gzip.compress(get_plotlyjs().encode("utf-8"), compresslevel=6, mtime=0)
