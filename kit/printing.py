"""Worksheets on paper: the handout and the answers of each lesson as PDF, printed by a browser of the Chromium family."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kit import notebooks
from kit.preview import BROWSERS
from kit.site.outline import Outline, outline
from kit.site.worksheets import write_worksheets

#: Where browsers stand that are not on the PATH.
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def find_browser() -> str:
    """Return the path of a browser that can print.

    Raises
    ------
    OSError
        If there is none.
    """
    found = next(
        filter(None, [*map(shutil.which, BROWSERS), *(place for place in _PLACES if Path(place).exists())]), None
    )
    if found is None:
        raise OSError(
            "To print, the kit needs Chromium, Chrome or Edge: install one of them, or open a worksheet's page in the site and print it from your own browser."
        )
    return found


def print_worksheets(out: Path, lessons: list[Path] | None = None, say: Callable[[str], None] = print) -> list[Path]:
    """Run lessons and write ``NAME.pdf``, a handout of two pages, and ``NAME_answers.pdf`` for each.

    Parameters
    ----------
    out : pathlib.Path
        Folder to write; files of the same name in it are replaced.
    lessons : list of pathlib.Path, optional
        Notebooks; all of the kit if left out.
    say : callable
        Receives one line for each lesson.

    Returns
    -------
    list of pathlib.Path
        The files.

    Raises
    ------
    kit.notebooks.LessonError
        If a lesson fails.
    OSError
        If there is no browser, or it cannot print.
    """
    browser = find_browser()
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        for taken_apart in pool.map(_outline, notebooks.lessons() if lessons is None else lessons):
            for page in write_worksheets(Path(scratch) / "pages", [taken_apart]):
                written.append(print_page(browser, page, out / f"{page.stem}.pdf"))
            say(f"{taken_apart.head.name}: {written[-2].name} and {written[-1].name} in {out}")
    return written


def _outline(path: Path) -> Outline:
    return outline(path, notebooks.run(notebooks.read(path), path.name, embed=True))


def print_page(browser: str, page: Path, pdf: Path) -> Path:
    """Print a page into a PDF; return its path."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # A profile of its own: a browser that is open already would take the order and print nothing.
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            f"--user-data-dir={profile}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf}",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")
        try:
            subprocess.run([*command, page.as_uri()], capture_output=True, timeout=120, check=True)
        except (subprocess.SubprocessError, OSError):
            raise OSError(
                f"{browser} could not print {page.name}. Open a worksheet's page in the site and print it from your own browser."
            ) from None
    if not pdf.exists():
        raise OSError(f"{browser} printed nothing into {pdf}: choose another folder, one that you may write to.")
    return pdf
