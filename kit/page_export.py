"""``hand_in``: a student's work as one page that opens anywhere, with its charts alive and the network off."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
from plotly.basedatatypes import BaseFigure

from kit.data.cards import Card
from kit.data.credits import Sources
from kit.widgets import frontend
from kit.widgets.still import still
from kit.widgets.widget import Widget
from kit.writing import write_text

_MOST_ROWS = 200
_LOOK = """
body { margin: 0; background: var(--kit-background); color: var(--kit-text); font: 1rem/1.6 var(--kit-font); }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { line-height: 1.25; text-wrap: balance; }
.by { color: var(--kit-muted); }
.sheet { overflow-x: auto; }
.sheet table { border-collapse: collapse; font-size: 0.875rem; }
.sheet th, .sheet td {
  padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--kit-line);
}
"""
# The browser itself holds the promise that nothing is asked of the network.
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"


class HandInError(ValueError):
    """The page cannot be made; the message says what to change."""


class HandedIn:
    """A finished page: ``path`` is where it lies, ``html`` what stands in it."""

    def __init__(self, path: Path, html: str, charts: int):
        self.path, self.html, self.charts = path, html, charts

    def __repr__(self) -> str:
        moving = {0: "no widget", 1: "1 widget that works"}.get(self.charts, f"{self.charts} widgets that work")
        size = max(1, round(len(self.html.encode()) / 1e6))
        return f"{self.path.name} is ready: {moving}, about {size} MB. It opens in any browser, without a network."


def hand_in(path: str | Path, *, title: str, parts: Iterable[Any], author: str = "") -> HandedIn:
    """Write texts, explorers, tables and charts into one HTML file that needs nothing else.

    Parameters
    ----------
    path : str
        Name of the file, ending in ``.html``; an earlier file of that name is replaced.
    title : str
        Heading of the page.
    parts : list
        From top to bottom. A text: an empty line begins a new paragraph, a line with ``#`` is a heading, lines with
        ``-`` are a list; everything else is shown as it is written. A widget of the kit: `explore`, `predict`, `quiz`,
        `weigh`. A card of `describe` or `sources`. A pandas table of up to 200 rows. A plotly figure.
    author : str
        Who hands it in.

    Returns
    -------
    HandedIn

    Raises
    ------
    HandInError
        If there are no parts, a part is still blank, of another kind or cannot be drawn, or the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> page = hand_in(Path(tempfile.mkdtemp()) / "work.html", title="My claim", parts=["Two < three."])
    >>> "Two &lt; three." in page.html
    True
    """
    path = _file(path)
    if str(title).strip() in {"", "Ellipsis"}:  # three dots are a blank
        raise HandInError('The page has no title: write title="…".')
    blocks = [_block(part, number) for number, part in enumerate(_list(parts), 1)]
    # Half a character, as a broken copy may hold, becomes a question mark: no file could hold it.
    html = _page(str(title), str(author), blocks).encode("utf-8", "replace").decode("utf-8")
    try:
        write_text(path, html)
    except OSError as fault:
        raise HandInError(str(fault)) from None
    return HandedIn(path, html, sum("kit-widget" in block for block in blocks))


def _file(given: Any) -> Path:
    if not isinstance(given, str | Path) or not str(given).strip():
        raise HandInError(f'The name of the file is {given!r}: write a text such as "my_page.html".')
    path = Path(given)
    if path.suffix.lower() != ".html":
        raise HandInError(
            f"The file {path.name!r} should end in .html, so that a browser opens it: "
            f"write “{path.stem or 'my_page'}.html”."
        )
    return path


def _list(parts: Any) -> list[Any]:
    single = isinstance(parts, str | Mapping | pd.DataFrame | pd.Series | BaseFigure | Widget | Card | Sources)
    if single or not isinstance(parts, Iterable):
        raise HandInError(
            f"The parts of the page are a list, and this is {type(parts).__name__}: "
            'write parts=["a text", my_explorer], with square brackets.'
        )
    found = list(parts)
    if not found:
        raise HandInError('The page has no parts: write parts=["a text", my_explorer].')
    return found


def _block(part: Any, number: int) -> str:
    if part is ... or (isinstance(part, str) and not part.strip()):
        raise HandInError(f"Part {number} is still blank: put a text or a widget there, or leave it out.")
    if isinstance(part, str):
        return _text(part)
    if isinstance(part, Widget):
        return _embedded(part, number)
    if isinstance(part, BaseFigure):
        return _embedded(still(part, id=f"chart-{number}", source="see the text"), number)
    if isinstance(part, Card | Sources):
        return f'<div class="sheet" tabindex="0" role="region" aria-label="Part {number}">{part._repr_html_()}</div>'
    if isinstance(part, pd.Series):
        part = part.to_frame()
    if isinstance(part, pd.DataFrame):
        if len(part) > _MOST_ROWS:
            raise HandInError(
                f"Part {number} is a table of {len(part):,} rows; a page takes {_MOST_ROWS}. "
                "Keep the rows that your reader needs."
            )
        table = part.to_html(border=0, escape=True, na_rep="–")
        return f'<div class="sheet" tabindex="0" role="region" aria-label="Table {number}">{table}</div>'
    raise HandInError(
        f"Part {number} is of the kind {type(part).__name__}; "
        "a page takes texts, widgets of the kit, cards of describe and sources, tables and plotly figures."
    )


def _embedded(widget: Widget[Any], number: int) -> str:
    """Return a widget as HTML, or say in one sentence at which setting it cannot be drawn."""
    try:
        return widget.embed()
    except Exception as fault:
        where = " ".join(getattr(fault, "__notes__", []))
        reason = (str(fault).strip().splitlines() or ["no details"])[0][:200].rstrip(".")
        raise HandInError(
            f"Part {number} cannot be put on a page ({type(fault).__name__}: {reason}{f', {where}' if where else ''}): "
            "mend draw, or leave that setting out."
        ) from fault


def _text(words: str) -> str:
    """Return a text as HTML: headings, lists and paragraphs; every sign in it is shown as it is written."""
    found = []
    for block in re.split(r"\n\s*\n", words.strip()):
        lines = [line.strip() for line in block.splitlines()]
        if lines[0].startswith("#"):
            level = min(len(lines[0]) - len(lines[0].lstrip("#")), 3)
            found.append(f"<h{level + 1}>{escape(lines.pop(0).lstrip('# '))}</h{level + 1}>")
        if lines and all(line.startswith("- ") for line in lines):
            found.append("<ul>" + "".join(f"<li>{escape(line[2:])}</li>" for line in lines) + "</ul>")
        elif lines:
            found.append(f"<p>{'<br>'.join(map(escape, lines))}</p>")
    return "\n".join(found)


def _page(title: str, author: str, blocks: list[str]) -> str:
    from plotly.offline import get_plotlyjs

    moving = any("kit-widget" in block for block in blocks)
    scripts = [get_plotlyjs(), frontend.page_script()] if moving else []
    # "</script" inside a script would end it early.
    tail = "".join(
        "<script>" + re.sub(r"</(script)", r"<\\/\1", script, flags=re.IGNORECASE) + "</script>\n" for script in scripts
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>\n{frontend.stylesheet()}{_LOOK}</style>\n</head>\n"
        f'<body data-theme="auto">\n<main>\n<h1>{escape(title)}</h1>\n'
        + (f'<p class="by">{escape(author)}</p>\n' if author else "")
        + "\n".join(blocks)
        + f"\n</main>\n{tail}</body>\n</html>\n"
    )
