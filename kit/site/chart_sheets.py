"""Charts on paper: what the explorers of a lesson show at their start and at their telling settings."""

from html import escape
from string import ascii_uppercase

from kit.widgets import embedding
from kit.widgets.contract import Drawing, ExploreSpec, Picture
from kit.widgets.figures import points, text_summary

#: So many points of a chart stand under it as a table; of more, the chart alone is printed.
_MOST_POINTS = 12
_ROOM = '<div class="room"><p class="why">What changes from one to the next?</p><span></span></div>'


def chart_cards(explorers: list[ExploreSpec]) -> str:
    """Return the charts of a lesson as HTML that the front end draws; without it each is told in words.

    Each explorer has a letter and each of its pictures a number, so that a class can say "A 2".
    """
    parts = []
    for letter, spec in zip(ascii_uppercase, explorers, strict=False):
        cards = "".join(_card(spec, picture, f"{letter} {n}") for n, picture in enumerate(spec["pictures"], 1))
        parts.append(
            f"<section><h2>{letter} · {escape(spec['title'])}</h2>"
            f'<p class="about">{escape(spec["about"])}</p><div class="pictures">{cards}{_ROOM}</div>'
            f'<p class="about">{escape(spec["source"])}</p></section>'
        )
    return "".join(parts)


def _card(spec: ExploreSpec, picture: Picture, name: str) -> str:
    settings = f"{name} · {picture['settings']}" if picture["settings"] else name
    drawing = Drawing(figure=picture["figure"], caption=picture["caption"])
    shown = ExploreSpec(
        id=f"{spec['id']}-{name.lower().replace(' ', '-')}",
        title=settings,
        about="",
        source="",
        data=[],
        height=spec["height"],
        controls=[],
        table=points(drawing["figure"]) <= _MOST_POINTS,
        states=embedding.compress([drawing], spec["title"]),
    )
    words = "\n".join([settings, *text_summary(drawing["figure"]), drawing["caption"]])
    return embedding.element("explore", shown, words)
