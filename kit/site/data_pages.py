"""Data pages, made from the catalogue: one for each dataset, an index with a search, and what was not found."""

import json
import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path

import pandas as pd

from kit.data import DATASETS, STATUSES, describe, ledger, resource, resources, verdict_words
from kit.data.catalogue import package
from kit.data.checks import HOW_CHECKED, NOT_AGAIN, headline_checks, mark, tally
from kit.data.credits import source_html
from kit.data.ledger import MARKS


def write_data_pages(source: Path, lessons: dict[str, str]) -> list[str]:
    """Write the pages into a folder of Sphinx sources.

    Parameters
    ----------
    source : pathlib.Path
        Receives ``data/*.md`` and, for downloads, ``files/*.csv``.
    lessons : dict of str to str
        Lesson number (``"01"``) → name of its page.

    Returns
    -------
    list of str
        Names of the pages, for the table of contents.
    """
    (source / "data").mkdir()
    (source / "files").mkdir(exist_ok=True)
    pages = {"index": _index(), "not_found": _not_found()}
    for entry in resources():
        pages[entry["name"]] = _page(entry["name"], lessons)
        shutil.copyfile(DATASETS / entry["path"], source / "files" / entry["path"])
    for name, words in pages.items():
        (source / "data" / f"{name}.md").write_text(words, encoding="utf-8")
    return [f"data/{name}" for name in pages]


def meta(words: str, title: str = "AI Priorities Kit") -> dict[str, str]:
    """Return what search engines and link previews say of a page."""
    return {
        "description": words,
        "property=og:title": title,
        "property=og:description": words,
        "property=og:type": "article",
        "property=og:image": "_static/preview.png",
    }


def description(words: str) -> str:
    """Return the head of a Markdown page: what search engines and link previews say of it."""
    # A JSON text is a YAML text too, whatever quotation marks it holds.
    return f"---\n{json.dumps({'myst': {'html_meta': meta(words)}}, ensure_ascii=False)}\n---"


_INDEX_COLUMNS = ("Dataset", "Looked up again", "Rows", "Status of the rows", "Lessons")


def _index() -> str:
    rows = []
    for entry in resources():
        words = " ".join(
            [entry["name"], entry["title"], entry["description"], entry["topic"], *entry["lessons"]]
        ).lower()
        link = f'<a href="{entry["name"]}.html">{escape(entry["title"])}</a><br><code>{escape(entry["name"])}</code>'
        how, on = mark(entry["name"])
        count = tally(headline_checks(entry["name"])["how"])
        looked_up = f"<strong>{how}</strong>, {on}" + (f"<br>{count}" if count else "")
        cells = [link, looked_up, f"{entry['rows']:,}", _mix(entry.get("statuses", {})), ", ".join(entry["lessons"])]
        rows.append(
            f'<tr data-words="{escape(words, quote=True)}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        )
    head = "".join(f'<th scope="col">{word}</th>' for word in _INDEX_COLUMNS)
    checks = headline_checks()
    return "\n".join([
        description("Every table of the kit: rows, status, sources, weaknesses and a download."), "# Data", "",
        f"{len(resources())} tables, {sum(entry['rows'] for entry in resources()):,} rows. "
        "Every row has a source and a status word. "
        "What was looked for and not found stands [on its own page](not_found.md).", "",
        '<label class="kit-filter">Search the tables <input type="search" data-filter="datasets"></label>',
        f'<div class="table-wrapper"><table class="docutils" id="datasets"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>", "",
        "## How the headline figures were checked", "",
        f"{len(checks)} figures that a reader takes away from a lesson were looked up a second time: "
        f"{tally(checks['how'])}. The last look was on {str(checks['date'].max())[:10]}. "
        "[All of them](headline_checks.md) stand in one table.", "",
        "A table is marked no firmer than its weakest headline figure. "
        f"*{NOT_AGAIN.capitalize()}*: its figures were read at their sources, and none was looked up again.", "",
        "| word | what it means |", "| --- | --- |",
        *(f"| {word} | {meaning} |" for word, meaning in HOW_CHECKED.items()), "",
        "## The status words", "",
        "| word | what it means |", "| --- | --- |",
        *(f"| {word} | {meaning} |" for word, meaning in STATUSES.items()), "",
    ])  # fmt: skip


def _page(name: str, lessons: dict[str, str]) -> str:
    card, entry = describe(name), resource(name)
    checked = entry["licenses"][0].get("checked", "")
    used = ", ".join(
        f"[{number}](../lessons/{lessons[number]}.ipynb)" if number in lessons else number for number in card.lessons
    )
    how, on = mark(name)
    facts = [
        ("Rows", f"{card.rows:,}"),
        ("Status of the rows", _mix(card.statuses)),
        ("Edition", escape(str(card.vintage))),
        ("Checked", f"{how} (last look {on})"),
        ("Licence", f"{escape(card.licence)}{f' (checked {checked})' if checked else ''}"),
    ]
    columns = [
        [f"<code>{escape(c['name'])}</code>", escape(c.get("unit", "")), escape(c.get("description", ""))]
        for c in card.columns
    ]
    preview = [
        [escape("" if pd.isna(value) else str(value)) for value in row] for row in card.preview.itertuples(index=False)
    ]
    parts = [
        description(card.description), f"# {card.title}", "", _paragraph(card.description), "",
        _table([], [[f"<strong>{what}</strong>", words] for what, words in facts]), "",
        f"Used in lessons: {used or 'none yet'}. {{download}}`Download the CSV <../files/{entry['path']}>`. "
        f"In a notebook: `kit.load(\"{name}\")`.", "",
        *(_ledger() if name == "claims" else []),
        "## Headline figures, looked up again", "", _checks(name), "",
        "## What to watch for", "", _list(card.caveats) or "Nothing is known.", "",
        "## Columns", "", _table(["column", "unit", "what it is"], columns), "",
        *(["## First rows", "", _table(list(card.preview.columns), preview), ""] if name != "claims" else []),
    ]  # fmt: skip
    if card.sources:
        parts += [
            "## Sources",
            "",
            _list(
                (
                    f"{source_html(one)}. {escape(one['licence'])}; read {escape(one['accessed'])}.{_weak(one['note'])}"
                    for one in card.sources
                ),
                escaped=True,
            ),
            "",
        ]
    return "\n".join(parts)


def _ledger() -> list[str]:
    words, shown = verdict_words(), ledger()
    # A word that no claim has is counted, too.
    outcomes = shown.claims["outcome"].value_counts().reindex(list(MARKS), fill_value=0)
    verdicts = shown.claims["verdict"].value_counts().reindex(list(words), fill_value=0)
    search = '<label class="kit-filter">Search the claims <input type="search" data-filter="ledger"></label>'
    happened = [(f"outcome:{one}", f"{mark} ({outcomes[one]})") for one, mark in MARKS.items()]
    judged = [(f"verdict:{one.replace(' ', '-')}", f"{word} ({verdicts[one]})") for one, (word, _) in words.items()]
    return [
        "## The six verdicts", "",
        _table(["verdict", "what it says", "claims"],
               [[escape(word), escape(says), str(verdicts[one])] for one, (word, says) in words.items()]), "",
        f"**{outcomes['found']} of {len(shown.claims)} claims have an outcome** (●): a figure of their own measure, "
        f"in time. {outcomes['signs']} have *signs* (◐): earlier figures and other measures. "
        f"For {outcomes['none']} no figure was found (○).", "",
        "## Said, happened, verdict", "",
        f'<div class="kit-filters">{search}{_choice("What happened", happened)}{_choice("Verdict", judged)}</div>',
        f'<div class="table-wrapper">{shown.html("ledger")}</div>', "",
    ]  # fmt: skip


def _choice(label: str, options: list[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{value}">{escape(word)}</option>' for value, word in [("", "all"), *options])
    return f'<label class="kit-filter">{label} <select data-filter="ledger">{listed}</select></label>'


def _checks(name: str) -> str:
    rows = [
        [
            f"{escape(row['figure'])}: <strong>{row['value']:,.12g}</strong>",
            escape(row["how"]),
            str(row["date"])[:10],
            escape(". ".join(words for words in (row["seen"], row["note"]) if isinstance(words, str))),
        ]
        for row in headline_checks(name).to_dict("records")
    ]
    head = ["figure", "how checked", "on", "what was seen"]
    return _table(head, rows) if rows else "None of its figures has been looked up a second time."


def _weak(note: str) -> str:
    """Return what the table ``sources`` says of a carrier that stands in for the publisher."""
    return f" <strong>{escape(note)}</strong>." if note.startswith("weak carrier: ") else ""


def _not_found() -> str:
    asked = "".join(
        f"<li><code>{escape(gap['dataset'])}</code>: {escape(gap['what'])}</li>" for gap in package()["notFound"]
    )
    gaps = "".join(
        f"<li><code>{escape(e['name'])}</code>: {escape(gap['what'])} ({gap['count']})</li>"
        for e in resources()
        for gap in e.get("gaps", [])
    )
    return (
        "# What we could not find\n\nA gap stays a gap: nothing here was filled in or guessed.\n\n"
        f"## Looked for, and not found\n\n<ul>{asked}</ul>\n\n## Gaps in the tables\n\n<ul>{gaps}</ul>\n"
    )


def _mix(statuses: dict[str, int]) -> str:
    return escape(", ".join(f"{count:,} {status}" for status, count in statuses.items())) or "no figures"


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _list(items: Iterable[str], escaped: bool = False) -> str:
    rows = "".join(f"<li>{item if escaped else escape(item)}</li>" for item in items)
    return f"<ul>{rows}</ul>" if rows else ""


def _table(head: list[str], rows: list[list[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(str(cell))}</th>' for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    above = f"<thead><tr>{top}</tr></thead>" if head else ""
    return f'<div class="table-wrapper"><table class="docutils">{above}<tbody>{body}</tbody></table></div>'
