"""Worksheets on paper: the handout, the charts and the answers of each lesson as PDF, printed by a browser."""

import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kit import browser, notebooks
from kit.site.outline import Outline, outline
from kit.site.worksheets import write_worksheets
from kit.widgets import frontend
from kit.writing import refuse_unwritable


def print_worksheets(out: Path, lessons: list[Path] | None = None, say: Callable[[str], None] = print) -> list[Path]:
    """Run lessons and write a handout, its charts and its answers for each.

    They are ``NAME.pdf`` (two pages), ``NAME_charts.pdf`` and ``NAME_answers.pdf``.

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
    written: list[Path] = []
    with (
        browser.opened() as printer,
        tempfile.TemporaryDirectory() as scratch,
        ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool,
    ):
        refuse_unwritable(out / "worksheet.pdf")
        frontend.write_assets(Path(scratch) / "_static")
        for taken_apart in pool.map(_outline, notebooks.lessons() if lessons is None else lessons):
            for page in write_worksheets(Path(scratch) / "pages", [taken_apart]):
                written.append(browser.print_page(printer, page, out / f"{page.stem}.pdf"))
            say(f"{taken_apart.head.name}: {', '.join(path.name for path in written[-3:])} in {out}")
    return written


def _outline(path: Path) -> Outline:
    return outline(path, notebooks.run(notebooks.read(path), path.name, embed=True))
