"""The commands of ``python -m kit``: site, student, teacher, take-home, print, quiz, format, preview and dataset."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kit.writing import in_words

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return the exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        What follows ``python -m kit``; the command line if left out.

    Examples
    --------
    >>> main(["dataset", "add", "no_such_table"])
    1
    """
    parser = argparse.ArgumentParser(
        prog="python -m kit", description="Commands for those who make or publish lessons."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")

    site = commands.add_parser("site", help="run all lessons and build the site, which works from a folder")
    site.add_argument(
        "folder",
        nargs="?",
        default=ROOT / "site",
        type=Path,
        help="where to write it (default: the folder site beside kit)",
    )
    site.add_argument(
        "--only", nargs="+", type=Path, metavar="NOTEBOOK", help="only these lessons, while you write one"
    )
    site.set_defaults(run=_site)

    for edition, what in (
        ("student", "starters, no solutions, no words for teachers"),
        ("teacher", "everything, opened up"),
    ):
        one = commands.add_parser(edition, help=f"write the {edition} edition: {what}")
        one.add_argument("folder", type=Path, help="a new folder; it runs by itself")
        one.set_defaults(run=_edition)

    home = commands.add_parser("take-home", help="write one zip for a USB stick: all pages, and the student edition")
    home.add_argument("file", type=Path, help="such as take-home.zip")
    home.add_argument(
        "--site", type=Path, metavar="FOLDER", help="take the pages from this site instead of building it"
    )
    home.set_defaults(run=_take_home)

    paper = commands.add_parser("print", help="print a worksheet, its charts and its answers for each lesson, as PDF")
    paper.add_argument(
        "folder",
        nargs="?",
        default=ROOT / "build" / "worksheets",
        type=Path,
        help="where to write them (default: build/worksheets)",
    )
    paper.add_argument("--only", nargs="+", type=Path, metavar="NOTEBOOK", help="only these lessons")
    paper.set_defaults(run=_print)

    quiz = commands.add_parser("quiz", help="write each lesson's questions for Moodle (GIFT, XML) and Canvas (QTI)")
    quiz.add_argument("folder", type=Path, help="where to write them")
    quiz.add_argument("--only", nargs="+", type=Path, metavar="NOTEBOOK", help="only these lessons")
    quiz.set_defaults(run=_quiz)

    form = commands.add_parser("format", help="run lessons and bring their files into normal form")
    form.add_argument("lessons", nargs="*", type=Path, help="notebooks (default: all)")
    form.add_argument(
        "--check", action="store_true", help="only tell which are not in normal form, without running them"
    )
    form.set_defaults(run=_format)

    preview = commands.add_parser("preview", help="run lessons and put a picture of each chart into their files")
    preview.add_argument("lessons", nargs="*", type=Path, help="notebooks (default: all)")
    preview.set_defaults(run=_preview)

    dataset = commands.add_parser("dataset", help="put a table into the catalogue, or note that it was edited")
    dataset.add_argument("action", choices=["add", "refresh"])
    dataset.add_argument("name", nargs="?", help="name of the dataset (refresh: all, if left out)")
    dataset.set_defaults(run=_dataset)

    for stream in (sys.stdout, sys.stderr):
        # Windows gives a pipe an encoding that lacks some of our signs, such as the arrow; a "?" does no harm.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = parser.parse_args(arguments)
    try:
        code: int = given.run(given)
        return code
    except ModuleNotFoundError as missing:
        if str(missing.name).startswith("kit."):
            print(f"This edition of the kit has no command “{given.command}”: take the whole kit.", file=sys.stderr)
        else:
            print(
                f"“{given.command}” needs the package {missing.name}: run python start.py once, "
                "then use the kit's own Python (.venv).",
                file=sys.stderr,
            )
        return 1
    except OSError as trouble:
        print(in_words(trouble), file=sys.stderr)
        return 1
    except ValueError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; what was not finished has not been written.", file=sys.stderr)
        return 130


def _site(given: argparse.Namespace) -> int:
    from kit.site import build

    build(given.folder.resolve(), given.only)
    return 0


def _edition(given: argparse.Namespace) -> int:
    from kit.editions import student, teacher

    {"student": student, "teacher": teacher}[given.command](given.folder.resolve())
    return 0


def _take_home(given: argparse.Namespace) -> int:
    from kit.editions import take_home

    take_home(given.file.resolve(), given.site and given.site.resolve())
    return 0


def _print(given: argparse.Namespace) -> int:
    from kit.printing import print_worksheets

    print_worksheets(given.folder.resolve(), given.only)
    return 0


def _quiz(given: argparse.Namespace) -> int:
    from kit.platforms import export_quizzes

    export_quizzes(given.folder.resolve(), given.only)
    return 0


def _format(given: argparse.Namespace) -> int:
    from kit import notebooks

    strays = 0
    for path in given.lessons or notebooks.lessons():
        if given.check:
            if not notebooks.is_formatted(path):
                strays += 1
                print(f"{path.name} is not in normal form: run python -m kit format")
        else:
            print(f"{path.name} {'changed' if notebooks.format_lesson(path) else 'is as it was'}", flush=True)
    return 1 if strays else 0


def _preview(given: argparse.Namespace) -> int:
    from kit import notebooks
    from kit.preview import refresh

    for path in given.lessons or notebooks.lessons():
        print(f"{path.name}: {refresh(path)} pictures", flush=True)
    return 0


def _dataset(given: argparse.Namespace) -> int:
    from kit import data

    if given.action == "add":
        if not given.name:
            raise ValueError(
                "Name the dataset: python -m kit dataset add robot_prices, for the file datasets/robot_prices.csv"
            )
        print(data.add_dataset(given.name))
    else:
        print("\n".join(data.refresh_catalogue(given.name)) or "Nothing has changed.")
    return 0
