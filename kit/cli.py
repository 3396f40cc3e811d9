"""The commands: ``python -m kit site``, ``tidy`` and ``dataset``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

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
    parser = argparse.ArgumentParser(prog="python -m kit", description="Commands for those who make or publish lessons.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")

    site = commands.add_parser("site", help="run all lessons and build the site, which works from a folder")
    site.add_argument("folder", nargs="?", default=ROOT / "site", type=Path, help="where to write it (default: the folder site beside kit)")
    site.add_argument("--only", nargs="+", type=Path, metavar="NOTEBOOK", help="only these lessons, while you write one")
    site.set_defaults(run=_site)

    tidy = commands.add_parser("tidy", help="run lessons and bring their files into normal form")
    tidy.add_argument("lessons", nargs="*", type=Path, help="notebooks (default: all)")
    tidy.add_argument("--check", action="store_true", help="only tell which are not in normal form, without running them")
    tidy.set_defaults(run=_tidy)

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
        return given.run(given)
    except (ValueError, OSError) as trouble:
        print(trouble, file=sys.stderr)
        return 1


def _site(given: argparse.Namespace) -> int:
    from kit.site import build

    build(given.folder.resolve(), given.only)
    return 0


def _tidy(given: argparse.Namespace) -> int:
    from kit import lesson

    untidy = 0
    for path in given.lessons or lesson.notebooks():
        if given.check:
            if not lesson.is_tidy(path):
                untidy += 1
                print(f"{path.name} is not in normal form: run python -m kit tidy")
        else:
            print(f"{path.name} {'changed' if lesson.tidy(path) else 'is as it was'}", flush=True)
    return 1 if untidy else 0


def _preview(given: argparse.Namespace) -> int:
    from kit import lesson, preview

    for path in given.lessons or lesson.notebooks():
        print(f"{path.name}: {preview.refresh(path)} pictures", flush=True)
    return 0


def _dataset(given: argparse.Namespace) -> int:
    from kit import data

    if given.action == "add":
        if not given.name:
            raise ValueError("Name the dataset: python -m kit dataset add robot_prices, for the file datasets/robot_prices.csv")
        print(data.add_dataset(given.name))
    else:
        print("\n".join(data.refresh_catalogue(given.name)) or "Nothing has changed.")
    return 0
