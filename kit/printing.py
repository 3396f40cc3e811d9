"""Worksheets on paper: the handout and the answers of each lesson as PDF, printed by a browser."""

import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kit import browser, notebooks
from kit.site.outline import Outline, outline
from kit.site.worksheets import write_worksheets
from kit.writing import refuse_unwritable


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
    written: list[Path] = []
    with (
        browser.opened() as printer,
        tempfile.TemporaryDirectory() as scratch,
        ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool,
    ):
        refuse_unwritable(out / "worksheet.pdf")
        for taken_apart in pool.map(_outline, notebooks.lessons() if lessons is None else lessons):
            for page in write_worksheets(Path(scratch) / "pages", [taken_apart]):
                written.append(browser.print_page(printer, page, out / f"{page.stem}.pdf"))
            say(f"{taken_apart.head.name}: {written[-2].name} and {written[-1].name} in {out}")
    return written


def _outline(path: Path) -> Outline:
    return outline(path, notebooks.run(notebooks.read(path), path.name, embed=True))
