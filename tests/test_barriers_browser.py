"""No page has a barrier that a program can find: axe looks at each, in both colours and both widths."""

from collections import Counter

import pytest
from page_parts import opened, ready

pytestmark = pytest.mark.browser

LESSON = "lessons/01_factories.html"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
LOOKS = [("light", 390), ("dark", 390), ("light", 1280), ("dark", 1280)]


def barriers(page):
    from axe_playwright_python.sync_playwright import Axe

    # The drawing itself is one picture to a screen reader: its label, note and table are looked at instead.
    # The rows of a table are alike: its first three are looked at.
    context = {"exclude": [[".main-svg"], ["tbody tr:nth-child(n + 4)"]]}
    found = Axe().run(page, context=context, options=RULES).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')[:160]}"
        for one in found
        for node in one["nodes"]
    ]


def looks(site):
    """Yield pages and the looks at each: both colours and both widths; all four together on one page of each kind.

    The pages of datasets and the sheets of paper are many of one make: of each make every fifth is looked at, by turns.
    """
    makes = Counter()
    for path in sorted(site.rglob("*.html")):
        make = path.parent.name
        if make == "worksheets":
            make += path.stem.rpartition("_")[2] if path.stem.endswith(("_answers", "_charts")) else ""
        makes[make] += 1
        if path.name == "index.html" or path.stem in LESSON:
            yield path, LOOKS
        elif path.parent.name not in {"data", "worksheets"}:
            yield path, [LOOKS[0], LOOKS[3]]
        elif makes[make] % 5 == 1:
            yield path, [LOOKS[makes[make] // 5 % 4]]


def test_axe_finds_no_barrier(watch, site):
    page = watch("file:", offline=True, width=390, reduced_motion="reduce").page
    found, runs = [], Counter()
    for path, some in looks(site):
        page.goto(path.as_uri())
        ready(page)
        for scheme, width in some:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            # Folds are opened in one look: the same code in all would only take time.
            opened(page, folds=(scheme, width) == LOOKS[0])
            found += [f"{path.name} {scheme} {width} {words}" for words in barriers(page)]
            runs[path] += 1
    print(f"axe: {runs.total()} runs on {len(runs)} pages")
    assert runs[site / "index.html"] == runs[site / LESSON] == 4
    assert min(runs[path] for path in [*site.glob("lessons/*.html"), *site.glob("teachers/*.html")]) == 2
    assert len([path for path in runs if path.parent.name in {"data", "worksheets"}]) >= 25
    assert not found, "\n".join([str(Counter(words.split(" ")[3] for words in found)), *found[:30]])
