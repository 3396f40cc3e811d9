"""A browser of the Chromium family, for what only a browser can do: pictures of charts, pages on paper."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kit.writing import write_bytes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: Names under which such a browser may be on the PATH.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")

#: Where browsers stand that are not on the PATH.
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)

#: A browser that asks nobody for anything, and draws the same everywhere.
FLAGS = (
    "--disable-gpu",
    "--disable-lcd-text",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find() -> str:
    """Return the path of a browser.

    Raises
    ------
    OSError
        If there is none.
    """
    found = next(filter(None, [*map(shutil.which, NAMES), *(place for place in PLACES if Path(place).exists())]), None)
    if found is None:
        raise OSError(
            "For pictures and paper the kit needs Chromium, Chrome or Edge: install one of them. "
            "To print without it, open a worksheet's page in the site and print it from your own browser."
        )
    return found


@contextlib.contextmanager
def opened() -> Iterator["Browser"]:
    """Give a browser without a window and with a profile of its own.

    Raises
    ------
    OSError
        If there is none, or it does not start or breaks off.
    """
    path = find()
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            yield browser
            browser.close()
    except Error as fault:
        raise OSError(
            f"{path} failed: {fault.message.splitlines()[0]} Try again, or install another browser."
        ) from None


def draw_all(tab: "Page") -> None:
    """Wait until the widgets of a page live, draw every chart, and wait until each stands."""
    tab.wait_for_selector("html[data-kit=ready]")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.wait_for_function(
        "[...document.querySelectorAll('.kit-chart')].every((chart) => chart.querySelector('.main-svg'))"
    )


def print_page(browser: "Browser", page: Path, pdf: Path) -> Path:
    """Print a page into a PDF; return its path."""
    tab = browser.new_page()
    tab.goto(page.as_uri())
    draw_all(tab)
    write_bytes(pdf, tab.pdf(prefer_css_page_size=True, print_background=True))
    tab.close()
    return pdf
