"""The glossary: a lesson links a term by hand where it explains it, and each link's sense can be read here."""

import re

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from kit import notebooks
from kit.site.glossary import link_terms, linked_terms, terms, without_links
from kit.site.outline import outline

LESSONS = notebooks.lessons()
KNOWN = {entry.anchor: entry for entry in terms()}


def texts(path):
    return [cell for cell in notebooks.read(path).cells if cell.cell_type == "markdown"]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_links_some_terms_once_each_and_only_known_ones(path):
    """With ``-s`` pytest prints each term and its sentence: read whether the sense fits."""
    found = [(cell, *link) for cell in texts(path) for link in linked_terms(cell.source)]
    for _, anchor, sentence in found:
        print(f"{path.stem[:2]} {anchor.removeprefix('term-')}: {sentence}")
    anchors = [anchor for _, anchor, _ in found]
    assert [anchor for anchor in anchors if anchor not in KNOWN] == []
    assert len(anchors) == len(set(anchors)), "a term is linked once, where it is explained"
    assert 5 <= len(anchors) <= 12
    assert not [cell.id for cell, *_ in found if "teacher" in notebooks.tags_of(cell)]
    linked = "\n".join(cell.source for cell in texts(path))
    assert len(re.findall(r"\(#", linked)) == len(found), "a link to #… is a term of the glossary, or a slip"


def test_a_linked_term_carries_its_meaning_to_the_page_and_nothing_else_is_touched():
    words = "Things [come and go](#term-flow), see [lesson 04](04_vehicles.ipynb), a stock, `[x](y)`."
    made = link_terms(words)
    assert made == words.replace(
        "[come and go](#term-flow)",
        '<a class="kit-term" href="../glossary.html#term-flow" '
        f'data-meaning="{KNOWN["term-flow"].meaning}">come and go</a>',
    )
    assert link_terms("A stock and a flow.") == "A stock and a flow."
    assert 'data-meaning="The Chinese statistics’' in link_terms("[cars](#term-new-energy-vehicle)")


@pytest.mark.parametrize(
    ("link", "hint"),
    [("flows", "the nearest is #term-flow"), ("zzzz", "see datasets/glossary.csv"), ("", "see datasets")],
)
def test_an_unknown_term_is_refused_in_one_sentence(link, hint):
    with pytest.raises(notebooks.LessonError, match=f"links a term that the glossary does not have: {hint}"):
        link_terms(f"A [word](#term-{link}).")


def test_on_paper_and_for_teachers_a_linked_term_is_plain_text():
    cells = [
        new_markdown_cell("## Predict\n\nA [flow](#term-flow)?", metadata={"tags": ["predict"]}),
        new_markdown_cell("**What is a [stock](#term-stock)?**", metadata={"tags": ["task"]}),
        new_markdown_cell("### For the teacher: [bounds](#term-bounds)", metadata={"tags": ["teacher"]}),
    ]
    found = outline(LESSONS[0], new_notebook(cells=cells))
    assert (found.lead_in, found.tasks[0].question, found.notes[0].title) == (
        "A flow?",
        "**What is a stock?**",
        "Bounds",
    )
    assert without_links("[a](b.md)") == "[a](b.md)"
