"""How the figures were looked up a second time: the headline figures of the lessons, and each dataset by its own."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from kit.data.cards import describe
from kit.data.catalogue import resource
from kit.data.loading import load

HOW_CHECKED = {
    "publisher": "seen in the publisher's own text, in a copy of it or in its own sentence quoted",
    "two sources": "seen in two texts that count or test for themselves, or take it from different hands",
    "two relays": "seen in two texts that each repeat the publisher and not one another: what it says is sure, the "
    "figure is that body's claim",
    "relay": "seen only where somebody repeats the publisher: read it as that body's claim",
    "not found": "looked for and not found again, or another figure was found",
}
"""The words of the column ``how`` of ``headline_checks`` and what they mean, the firmest first."""

NOT_AGAIN = "read once"
"""The mark of a dataset whose figures were read at their sources once, and none of them looked up again."""


class Mark(NamedTuple):
    """How a dataset was checked, and the ISO date of the last look."""

    how: str
    on: str


def headline_checks(dataset: str | None = None) -> pd.DataFrame:
    """Return the headline figures that were looked up again, of one dataset or of all.

    Examples
    --------
    >>> list(headline_checks("robot_stock")["how"])
    ['publisher']
    """
    table = load("headline_checks")
    return table if dataset is None else table[table["dataset"] == dataset]


def mark(dataset: str) -> Mark:
    """Return how a dataset was checked: no firmer than its weakest headline figure.

    Examples
    --------
    >>> mark("robot_stock").how, mark("glossary").how
    ('publisher', 'read once')
    """
    checks = headline_checks(dataset)
    if len(checks):
        return Mark(max(checks["how"], key=list(HOW_CHECKED).index), str(checks["date"].max())[:10])
    read = [source["accessed"] for source in describe(dataset).sources]
    return Mark(NOT_AGAIN, max(read, default=resource(dataset)["licenses"][0]["checked"]))


def tally(how: Iterable[str]) -> str:
    """Return how many figures were checked in which way, in words.

    Examples
    --------
    >>> tally(["relay", "publisher", "relay"])
    '1 publisher, 2 relay'
    """
    found = list(how)
    return ", ".join(f"{found.count(word)} {word}" for word in HOW_CHECKED if word in found)
