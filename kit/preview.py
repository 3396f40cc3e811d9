"""Pictures of charts inside the committed notebooks, for readers on a code host, where no widget moves."""

import base64
import io
import tempfile
from pathlib import Path
from typing import Any

from kit import browser, notebooks
from kit.widgets import frontend

WIDTH = 640  # pixels of a picture
COLOURS = 64  # in its palette: a chart needs few, and the file becomes a quarter

_QUIET = (
    ".kit-controls, .kit-acts { display: none !important; } .kit { max-width: none !important; border: 0 !important; }"
    ".kit::after { content: 'A picture. Run this cell (Shift + Enter) to move its controls.';"
    " color: var(--kit-muted); font-size: 0.85rem; }"
)


def refresh(path: Path) -> int:
    """Run a lesson, photograph each explorer as it first appears, and write the notebook in normal form.

    Parameters
    ----------
    path : pathlib.Path
        A notebook.

    Returns
    -------
    int
        How many pictures stand in it now.

    Raises
    ------
    kit.notebooks.LessonError
        If the lesson fails.
    OSError
        If there is no browser.
    """
    notebook = notebooks.run(notebooks.read(path), Path(path).name, embed=True)
    shown = [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if 'data-kit="explore"' in "".join(output.get("data", {}).get("text/html", ""))
    ]
    for output, picture in zip(shown, _photographs([output["data"]["text/html"] for output in shown]), strict=True):
        output["data"]["image/png"] = base64.b64encode(_small(picture)).decode("ascii")
        # What programs that make pages of notebooks read aloud for a picture.
        output["metadata"]["image/png"] = {"alt": _in_short("".join(output["data"].get("text/plain", "")))}
    notebooks.write(notebooks.normalize(notebook), path)
    return len(shown)


def _photographs(elements: list[Any]) -> list[bytes]:
    """Return a picture of each embedded widget, in the light look."""
    with browser.opened() as photographer, tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        frontend.write_assets(folder)
        body = "".join("".join(element) for element in elements)
        page_text = (
            '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="kit.css">'
            f"<style>{_QUIET}</style>"
            f'<body data-theme="light">{body}<script src="kit.js"></script>'
        )
        (folder / "page.html").write_text(page_text, encoding="utf-8")
        page = photographer.new_page(viewport={"width": WIDTH, "height": 900})
        page.goto((folder / "page.html").as_uri())
        browser.draw_all(page)
        return [card.screenshot() for card in page.locator(".kit").all()]


def _small(picture: bytes) -> bytes:
    """Return a picture with a palette instead of full colours; the method keeps the colour of a single dot."""
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(
        COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    ).save(out, "PNG", optimize=True)
    return out.getvalue()


def _in_short(words: str) -> str:
    """Return the title, the settings and the last sentence of an explorer's words.

    Examples
    --------
    >>> _in_short("Robots\\nPlace: China\\n  robots: 2 points\\nChina leads.\\nRun this cell to move it.")
    'Robots. Place: China. China leads.'
    """
    lines = [line for line in words.splitlines() if line and not line.startswith((" ", "Run this cell"))]
    return " ".join(line if line.endswith((".", "!", "?")) else f"{line}." for line in lines)
