"""The glossary: one page of all terms, and a link with the meaning where a lesson first uses one."""

import re
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from kit.data import load
from kit.site.data_pages import description

#: What a term may not be looked for in: code, links, tags, headings, tables, formulas.
_CLOSED = re.compile(
    r"(```.*?```|`[^`]*`|!?\[[^\]]*\]\([^)]*\)|<(?:summary|details|code|a)\b.*?</(?:summary|details|code|a)>|<[^>]*>|\$[^$]*\$|^#.*$|^\|.*$)",
    re.DOTALL | re.MULTILINE,
)


class Term(NamedTuple):
    """One entry of the glossary."""

    term: str
    chinese: str
    meaning: str
    lesson: str

    @property
    def anchor(self) -> str:
        """Its place on the glossary's page."""
        return "term-" + re.sub(r"[^a-z0-9]+", "-", self.term.lower()).strip("-")


def terms() -> list[Term]:
    """Return all terms in alphabetical order."""
    return [
        Term(*row)
        for row in load("glossary")
        .fillna("")
        .sort_values("term", key=lambda names: names.str.lower())
        .itertuples(index=False)
    ]


def write_glossary(source: Path, lessons: dict[str, str]) -> None:
    """Write the page of all terms.

    Parameters
    ----------
    source : pathlib.Path
        Folder of the pages before Sphinx.
    lessons : dict of str to str
        Number of a lesson → name of its page.
    """
    rows = []
    for entry in terms():
        taught = (
            f'<a href="lessons/{lessons[entry.lesson]}.html">{entry.lesson}</a>'
            if entry.lesson in lessons
            else escape(entry.lesson)
        )
        chinese = f'<span lang="zh-Hans">{escape(entry.chinese)}</span>'
        words = escape(f"{entry.term} {entry.chinese} {entry.meaning}".lower(), quote=True)
        rows.append(
            f'<tr id="{entry.anchor}" data-words="{words}"><th scope="row">{escape(entry.term)}</th>'
            f"<td>{chinese}</td><td>{escape(entry.meaning)}</td><td>{taught}</td></tr>"
        )
    head = "".join(f'<th scope="col">{words}</th>' for words in ("Term", "Chinese", "What it means", "Lesson"))
    page = [
        description("The terms of all lessons in plain words, with the Chinese original."), "# Glossary", "",
        "The words that the lessons use, in plain English, with the Chinese term beside each.", "",
        '<label class="kit-filter">Search the terms <input type="search" data-filter="glossary-terms"></label>',
        f'<div class="table-wrapper"><table class="docutils" id="glossary-terms"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>", "",
    ]  # fmt: skip
    (source / "glossary.md").write_text("\n".join(page), encoding="utf-8")


def link_terms(cells: list[Any], page: str = "../glossary.html") -> None:
    """Turn the first use of each term in a lesson's text into a link that carries its meaning, in place.

    Parameters
    ----------
    cells : list
        Cells of a notebook; only text is looked at.
    page : str
        Address of the glossary from the lesson's page.
    """
    # Long terms first: "percentage point" must not become "percentage" and "point".
    waiting = sorted(terms(), key=lambda entry: -len(entry.term))
    for cell in cells:
        if cell.cell_type != "markdown":
            continue
        parts = _CLOSED.split(cell.source)
        for entry in list(waiting):
            word = re.compile(rf"\b({re.escape(entry.term)}s?)\b", re.IGNORECASE)
            for place in range(0, len(parts), 2):
                met = word.search(parts[place])
                if met:
                    meaning = escape(entry.meaning, quote=True)
                    link = f'<a class="kit-term" href="{page}#{entry.anchor}" data-meaning="{meaning}">{met[1]}</a>'
                    # The link is closed to later terms: it stands between two open parts of its own.
                    parts[place : place + 1] = [parts[place][: met.start()], link, parts[place][met.end() :]]
                    waiting.remove(entry)
                    break
        cell.source = "".join(parts)
