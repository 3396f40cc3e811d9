"""The list of sources at the end of a lesson: where the numbers of its datasets come from, and their weaknesses."""

from collections.abc import Iterable
from html import escape
from typing import Any

from kit.data.cards import Card, describe


class Sources:
    """The sources and weaknesses of the datasets of a lesson; it shows itself in a notebook."""

    def __init__(self, names: Iterable[str]):
        self.cards = [describe(name) for name in names]

    def __repr__(self) -> str:
        lines = []
        for card in self.cards:
            lines.append(f"{card.title} ({card.name}): {self._mix(card)}; {self._count(card)}; {card.licence}")
            lines += [f"  - {caveat}" for caveat in card.caveats]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return "".join(self._section(card) for card in self.cards)

    @staticmethod
    def _mix(card: Card) -> str:
        return ", ".join(f"{count} {status}" for status, count in card.statuses.items()) or "no figures"

    @staticmethod
    def _count(card: Card) -> str:
        return f"{len(card.sources)} {'source' if len(card.sources) == 1 else 'sources'}"

    def _section(self, card: Card) -> str:
        caveats = "".join(f"<li>{escape(caveat)}</li>" for caveat in card.caveats)
        sources = "".join(f"<li>{source_html(source)}</li>" for source in card.sources)
        return (
            f"<h4>{escape(card.title)}</h4>"
            f"<p><code>{escape(card.name)}</code> · {card.rows} rows · "
            f"status: {escape(self._mix(card))} · {escape(card.licence)}</p>"
            f"<ul>{caveats}</ul>"
            f"<details><summary>{self._count(card)}</summary><ul>{sources}</ul></details>"
        )


def source_html(source: dict[str, Any]) -> str:
    """Return a source as HTML: publisher, title, date; linked where the catalogue holds a web address.

    Parameters
    ----------
    source : dict[str, Any]
        One row of the table ``sources``.

    Examples
    --------
    >>> source_html({"publisher": "IFR", "title": "World Robotics", "link": "", "published": "2024"})
    'IFR: World Robotics, 2024'
    """
    title, link = escape(source["title"]), source["link"]
    named = f'<a href="{escape(link, quote=True)}">{title}</a>' if link.startswith(("https://", "http://")) else title
    return f"{escape(source['publisher'])}: {named}, {escape(str(source['published']))}"


def sources(*names: str) -> Sources:
    """Return the sources and weaknesses of datasets, from the catalogue, for the end of a lesson.

    Parameters
    ----------
    *names : str
        Names of datasets.

    Raises
    ------
    kit.DatasetError
        If a name is unknown.

    Examples
    --------
    >>> print(repr(sources("robot_installations")).splitlines()[0])
    Industrial robots installed each year (robot_installations): 77 survey; 1 source; CC BY 4.0
    """
    return Sources(names)
