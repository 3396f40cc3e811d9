"""The glossary: one page of all terms, and links to it where a lesson explains one: ``[flow](#term-flow)``."""

import re
from difflib import get_close_matches
from html import escape
from pathlib import Path
from typing import NamedTuple

from kit.data import load
from kit.notebooks import LessonError
from kit.site.data_pages import description

#: How a lesson links a term: in JupyterLab a harmless anchor, on its page the term with its meaning.
_LINK = re.compile(r"\[([^\[\]]+)\]\(#(term-[^)\s]*)\)")


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


def link_terms(words: str, page: str = "../glossary.html") -> str:
    """Return a lesson's text with each linked term as a link to the glossary that carries the meaning.

    Parameters
    ----------
    words : str
        Markdown.
    page : str
        Address of the glossary from the lesson's page.

    Raises
    ------
    kit.notebooks.LessonError
        If the glossary has no such term.
    """
    known = {entry.anchor: entry for entry in terms()}

    def linked(found: re.Match[str]) -> str:
        if found[2] not in known:
            names = [anchor.removeprefix("term-") for anchor in known]
            close = get_close_matches(found[2].removeprefix("term-"), names, n=1)
            hint = f"the nearest is #term-{close[0]}" if close else "see datasets/glossary.csv"
            raise LessonError(f"“{found[0]}” links a term that the glossary does not have: {hint}.")
        meaning = escape(known[found[2]].meaning, quote=True)
        return f'<a class="kit-term" href="{page}#{found[2]}" data-meaning="{meaning}">{found[1]}</a>'

    return _LINK.sub(linked, words)


def without_links(words: str) -> str:
    """Return a lesson's text with linked terms as plain words.

    Examples
    --------
    >>> without_links("A *[flow](#term-flow)* and [a page](page.md).")
    'A *flow* and [a page](page.md).'
    """
    return _LINK.sub(r"\1", words)


def linked_terms(words: str) -> list[tuple[str, str]]:
    """Return the anchor of each linked term in a text, and the sentence it stands in, for reading.

    Examples
    --------
    >>> linked_terms("So far. A [flow](#term-flow) comes and goes.")
    [('term-flow', 'A flow comes and goes.')]
    """
    sentences = re.split(r"(?<=[.?!:])\s+|\n+", words)
    return [(found[2], without_links(sentence).strip()) for sentence in sentences for found in _LINK.finditer(sentence)]
