"""The claims ledger as a table to read: what was said, what has happened since, and the kit's verdict."""

from html import escape
from typing import Any

import pandas as pd

from kit.data.catalogue import DatasetError, field, resource
from kit.data.loading import load

#: What is known of an outcome → its mark. The word always stands beside the mark.
MARKS = {"found": "● outcome", "signs": "◐ signs", "none": "○ no figure"}

_HEADS = ("Said", "What happened", "Verdict")

#: Whether a figure measures what was claimed → what to say of it.
_MEASURES = {"same": "", "unclear": "boundary not published", "other": "another measure"}


class Ledger:
    """Rows of the ledger with what has happened since; it shows itself in a notebook."""

    def __init__(self, claims: pd.DataFrame):
        self.claims = claims
        self._more = load("claim_outcomes")
        self._sources = load("sources").fillna("").set_index("source_id")

    def __repr__(self) -> str:
        return "\n".join(
            f"{row.claim_id} {row.claim} ({row.claimed_by}, {row.date}) · {MARKS[str(row.outcome)]} · {row.verdict}"
            for row in self.claims.itertuples()
        )

    def _repr_html_(self) -> str:
        return self.html()

    def html(self, id: str = "") -> str:
        """Return the table as HTML; each row carries the words by which a page can filter it."""
        head = "".join(f'<th scope="col">{word}</th>' for word in _HEADS)
        rows = "".join(self._row(row) for row in self.claims.itertuples())
        named = f' id="{escape(id, quote=True)}"' if id else ""
        return f'<table class="docutils kit-ledger"{named}><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'

    def _row(self, row: Any) -> str:
        label = verdict_words()[row.verdict][0]
        who = f"{row.claim_id} · {escape(row.claimed_by)}, {row.date}<br>{row.status} · lesson {row.lesson}"
        said = f'<strong>{escape(row.claim)}</strong><div class="kit-small">{who}</div>'
        figures = [self._evidence(row)] if pd.notna(row.evidence_value) else []
        figures += [self._outcome(other) for other in self._more[self._more.claim_id == row.claim_id].itertuples()]
        listed = f"<ul>{''.join(f'<li>{one}</li>' for one in figures)}</ul>" if figures else ""
        look = f'<div class="kit-small">last look {row.last_look:%Y-%m-%d}</div>'
        happened = f'<strong class="kit-mark">{MARKS[row.outcome]}</strong>{listed}{look}'
        verdict = f'<strong class="kit-mark">{label}</strong><div>{escape(row.verdict_reason)}</div>'
        text = f"{row.claim_id} {row.claim} {row.claimed_by} {row.status} lesson-{row.lesson} {row.verdict_reason}"
        words = f"{text} outcome:{row.outcome} verdict:{row.verdict.replace(' ', '-')}"
        cells = "".join(
            f'<td data-label="{head}">{cell}</td>' for head, cell in zip(_HEADS, (said, happened, verdict), strict=True)
        )
        return f'<tr data-words="{escape(words.lower(), quote=True)}">{cells}</tr>'

    def _evidence(self, row: Any) -> str:
        figure = _figure(row.evidence_value, row.unit, row.evidence_date)
        return self._line(figure, row.metric, row.evidence_status, row.evidence_measure, row.evidence_source_id)

    def _outcome(self, other: Any) -> str:
        figure = _figure(other.value, other.unit, other.date)
        return self._line(figure, other.found, other.status, other.measure, other.source_id)

    def _line(self, figure: str, what: str, status: str, measure: str, source_id: str) -> str:
        source = self._sources.loc[source_id]
        publisher, link = escape(str(source["publisher"])), str(source["link"])
        if link.startswith("http"):
            publisher = f'<a href="{escape(link, quote=True)}">{publisher}</a>'
        behind = " · ".join(part for part in (status, _MEASURES[measure], publisher) if part)
        return f'<b>{escape(figure)}</b> {escape(what)}<div class="kit-small">{behind}</div>'


def _figure(value: float, unit: str, date: str) -> str:
    if pd.isna(value):
        return date
    number = f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"
    return f"{number} {unit} ({date})"


def verdict_words() -> dict[str, tuple[str, str]]:
    """Return the verdicts as the catalogue defines them: the word in the file → the word that is shown, its meaning.

    Examples
    --------
    >>> verdict_words()["partly"][0]
    'partly supported'
    """
    words = field(resource("claims"), "verdict")["categories"]
    return {word["value"]: (word["label"], word["description"]) for word in words}


def ledger(lesson: str = "", outcome: str = "") -> Ledger:
    """Return the claims ledger to read: what was said, what happened, the kit's verdict, the day of the last look.

    Parameters
    ----------
    lesson : str
        Number of a lesson, such as ``"01"``; all of them if left out.
    outcome : str
        ``"found"`` (a figure of the same measure, in time), ``"signs"`` (an earlier figure or another measure) or
        ``"none"``; all of them if left out.

    Returns
    -------
    Ledger

    Raises
    ------
    kit.DatasetError
        If there is no such kind of outcome, or no claim of that lesson.

    Examples
    --------
    >>> repr(ledger("06")).splitlines()[0][:3]
    'C31'
    """
    if outcome and outcome not in MARKS:
        raise DatasetError(f"There is no outcome {outcome!r}; choose one of {', '.join(MARKS)}, or leave it out")
    claims = load("claims")
    if lesson and lesson not in set(claims["lesson"]):
        raise DatasetError(
            f"The ledger has no claim of lesson {lesson!r}; it has claims of {', '.join(sorted(set(claims['lesson'])))}"
        )
    kept = (claims["lesson"].eq(lesson) | (not lesson)) & (claims["outcome"].eq(outcome) | (not outcome))
    return Ledger(claims[kept])
