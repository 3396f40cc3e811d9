"""How the headline figures of the lessons were looked up a second time."""

from collections.abc import Iterable

import pandas as pd

from kit.data.loading import load

HOW_CHECKED = {
    "publisher": "seen in the publisher's own text or in a whole copy of it",
    "two sources": "seen in two texts that do not take it from each other",
    "relay": "seen only where somebody repeats the publisher: read it as that body's claim",
    "not found": "looked for and not found again, or another figure was found",
}
"""The words of the column ``how`` of ``headline_checks`` and what they mean, the firmest first."""


def headline_checks(dataset: str | None = None) -> pd.DataFrame:
    """Return the headline figures that were looked up again, of one dataset or of all.

    Examples
    --------
    >>> list(headline_checks("robot_stock")["how"])
    ['publisher']
    """
    table = load("headline_checks")
    return table if dataset is None else table[table["dataset"] == dataset]


def tally(how: Iterable[str]) -> str:
    """Return how many figures were checked in which way, in words.

    Examples
    --------
    >>> tally(["relay", "publisher", "relay"])
    '1 publisher, 2 relay'
    """
    found = list(how)
    return ", ".join(f"{found.count(word)} {word}" for word in HOW_CHECKED if word in found)
