"""Worksheets: for each lesson a handout with blank axes and space for reasons, its charts, and its answers apart."""

from html import escape
from importlib.resources import files
from math import ceil, floor, log10
from pathlib import Path

from kit.site.chart_sheets import chart_cards
from kit.site.outline import Outline, Task
from kit.widgets import embedding
from kit.widgets.contract import (
    ChoiceQuestion,
    ClaimSpec,
    LineSpec,
    NumberQuestion,
    PredictSpec,
    Question,
    Secret,
    is_claim,
)
from kit.widgets.numbers import format_number, format_quantity
from kit.widgets.quiz import as_seen

#: How high a line to write on is, in millimetres; the highest is taken with which the handout fits on two pages.
_ROOM = {"roomy": 8.0, "even": 7.0, "dense": 5.6}
_TWO_PAGES = 520  # millimetres of both, less what is lost where a page breaks
_DOT = 5.0  # millimetres from one dot to colour to the next
_WIDTH, _HEIGHT = 640, 215  # of the axes, in the units of the picture
_SHEET = '<p class="about">Without a screen: the charts stand, with letters, on a sheet of their own.</p>'


def write_worksheets(folder: Path, lessons: list[Outline]) -> list[Path]:
    """Write ``NAME.html``, ``NAME_charts.html`` and ``NAME_answers.html`` for each lesson; return their paths.

    The charts are drawn by the front end, which is looked for in ``_static`` beside the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "worksheet.css").write_text(
        (files("kit.site") / "worksheet.css").read_text(encoding="utf-8"), encoding="utf-8"
    )
    written = []
    for lesson in lessons:
        for kind, made in (("", worksheet(lesson)), ("_charts", charts(lesson)), ("_answers", answers(lesson))):
            written.append(folder / f"{lesson.head.name}{kind}.html")
            written[-1].write_text(made, encoding="utf-8", newline="\n")
    return written


def worksheet(lesson: Outline) -> str:
    """Return the handout of a lesson as a page: questions, blank axes, lines to write on, and no answer."""
    guesses, claims, questions = _sorted(lesson)
    steps = {
        "Predict": _inline_blocks(lesson.lead_in)
        + "".join(_guess(spec, asked="?" in lesson.lead_in) for spec in guesses[:1]),
        "Explore and model": _SHEET * bool(lesson.explorers) + "".join(map(_task, lesson.tasks)),
        "Check": f'<div class="questions">{"".join(map(_question, questions))}</div>',
        "Weigh the claim": "".join(_claim(spec, whole=not count) for count, spec in enumerate(claims))
        + _discuss(lesson.discuss),
    }
    body = "".join(
        f"<section><h2>{number} · {name}</h2>{words}</section>" for number, (name, words) in enumerate(steps.items(), 1)
    )
    room = next((name for name, line in _ROOM.items() if _height(lesson, line) < _TWO_PAGES), "dense")
    return _page(
        lesson,
        f"Worksheet: {lesson.head.title}",
        '<p class="name">Name <span></span> Date <span></span></p>',
        body,
        room,
    )


def _sorted(lesson: Outline) -> tuple[list[PredictSpec], list[ClaimSpec], list[Question]]:
    """Return a lesson's guesses, its claims and its questions."""
    cards = [asked["spec"] for asked in lesson.asked if asked["kind"] == "predict"]
    quizzes = [asked["spec"] for asked in lesson.asked if asked["kind"] == "quiz"]
    return (
        [spec for spec in cards if not is_claim(spec)],
        [spec for spec in cards if is_claim(spec)],
        [question for spec in quizzes for question in spec["questions"]],
    )


def _height(lesson: Outline, line: float) -> float:
    """Return about how many millimetres a handout takes whose lines to write on are so high."""

    def text(words: str, row: int) -> float:
        return 4.5 * (1 + len(words) // row)

    guesses, claims, questions = _sorted(lesson)
    height = 50 + text(lesson.lead_in, 110) + 15 + 5 * bool(lesson.explorers)
    for guess in guesses[:1]:
        height += 12 + 2 * line
        height += {"line": 62, "number": 8}.get(guess["mode"], 0)
        height += 5.5 * len(guess["choices"]) if guess["mode"] == "choice" else 0
        if guess["mode"] == "share":
            height += 8 + (_DOT * ceil(guess["high"] / 10) if guess["shape"] == "dots" else 0)
    for task in lesson.tasks:
        rows = [row for row in [task.question, *task.items] if row]
        height += 8 * bool(task.title) + sum(max(text(row, 66), 1.2 * line) + 2 for row in rows)
    for question in questions:  # in two columns
        options = [str(option.get("text", "")) for option in question["options"]]
        height += (3 + text(question["text"], 52) + sum(text(option, 50) for option in options)) / 2
    for count, claim in enumerate(claims):
        height += 17 + line + text(claim["title"] + claim["about"], 110)
        height += 0 if count else 5 + max(sum(text(row, 36) for row in part["lines"]) for part in claim["evidence"])
    return height + text(lesson.discuss, 110) + line


def charts(lesson: Outline) -> str:
    """Return the charts of a lesson's core as a page to hand out after the guess."""
    return _page(
        lesson,
        f"Charts: {lesson.head.title}",
        "<p>Hand these out after the guess.</p>",
        chart_cards(lesson.explorers),
        "charts",
    )


def answers(lesson: Outline) -> str:
    """Return the answers to a lesson's worksheet as a page for the teacher."""
    parts = []
    for asked in lesson.asked:
        if asked["kind"] == "quiz":
            solved = "".join(map(_solved, asked["spec"]["questions"]))
            parts.append(f"<section><h2>Check</h2><ol>{solved}</ol></section>")
        else:
            name = "Weigh the claim" if is_claim(asked["spec"]) else "Predict"
            parts.append(f"<section><h2>{name}</h2>{_truth(asked['spec'])}</section>")
    likely = "".join(
        f"<h3>{_inline(note.title)}</h3>{_inline_blocks(note.likely)}"
        for note in lesson.notes
        if note.likely and note.step in {"first-steps", "explore", "model"}
    )
    parts.insert(1, f"<section><h2>Explore and model</h2>{likely}</section>")
    return _page(
        lesson,
        f"Answers: {lesson.head.title}",
        "<p>For the teacher. A guess is never marked; a reason can be.</p>",
        "".join(parts),
        "answers",
    )


def _page(lesson: Outline, title: str, top: str, body: str, look: str) -> str:
    number = lesson.head.name[:2]
    is_drawn = look == "charts"
    style = '<link rel="stylesheet" href="../_static/kit.css">\n' if is_drawn else ""
    script = '<script src="../_static/kit.js"></script>\n' if is_drawn else ""
    ready = "" if is_drawn else ' data-kit="ready"'
    return (
        f'<!DOCTYPE html>\n<html lang="en"{ready}>\n<head>\n<meta charset="utf-8">\n<meta '
        'name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<meta name="description" content="{escape(lesson.head.summary, quote=True)}">'
        f'\n{style}<link rel="stylesheet" href="worksheet.css">\n</head>\n'
        f'<body class="{look}" data-theme="light">\n<main>\n'
        f"<header><p>Lesson {number} · {lesson.head.minutes} minutes · AI Priorities Kit</p>{top}</header>\n"
        f"<h1>{escape(title)}</h1>\n{body}\n</main>\n<footer><p>Lessons CC BY 4.0. The sources of every number "
        f"stand at the end of the lesson.</p></footer>\n{script}</body>\n</html>\n"
    )


def _inline(words: str) -> str:
    return str(embedding.markdown().renderInline(words))


def _inline_blocks(words: str) -> str:
    return str(embedding.markdown().render(words))


def _lines(count: int) -> str:
    return f'<div class="lines">{"<span></span>" * count}</div>'


def _boxes(options: list[str]) -> str:
    return f'<ul class="boxes">{"".join(f"<li>{escape(option)}</li>" for option in options)}</ul>'


def _guess(spec: PredictSpec, asked: bool) -> str:
    """Return what a learner fills in before she sees the data; the question, unless it was asked already."""
    question = "" if asked else f"<p>{escape(spec['title'])}</p>"
    if spec["mode"] == "line":
        field = f'<p class="about">{escape(spec["title"])}. {escape(spec["about"])}</p>{axes(spec)}'
    elif spec["mode"] == "choice":
        field = f"{question}{_boxes(spec['choices'])}"
    else:
        dots = _dots(int(spec["high"])) if spec["mode"] == "share" and spec["shape"] == "dots" else ""
        field = f'{question}{dots}<p class="number">My guess: <span></span> {escape(spec["unit"])}</p>'
    return f'{field}<p class="why">What did I assume?</p>{_lines(2)}'


def _dots(count: int) -> str:
    """Return dots to colour, ten in a row, as SVG: one unit of the picture is a millimetre."""
    places = ((_DOT * (place % 10 + 0.5), _DOT * (place // 10 + 0.5)) for place in range(count))
    circles = "".join(f'<circle cx="{x:g}" cy="{y:g}" r="{0.38 * _DOT:g}"/>' for x, y in places)
    width, height = 10 * _DOT, _DOT * ceil(count / 10)
    return (
        f'<p class="about">Colour as many dots as you guess.</p><svg class="dots" style="width: {width:g}mm" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{count} dots to colour">{circles}</svg>'
    )


def axes(spec: LineSpec) -> str:
    """Return the axes of a prediction as SVG: what is known is drawn, the rest is left to the pencil."""
    low, high = spec["low"], spec["high"]
    places = spec["places"]
    left, right, top, bottom = 64, 84, 20, 26
    first, last = places[0], places[-1]

    def across(place: float) -> float:
        return round(left + (place - first) / (last - first) * (_WIDTH - left - right), 1)

    def up(value: float) -> float:
        return round(_HEIGHT - bottom - (value - low) / (high - low) * (_HEIGHT - top - bottom), 1)

    parts = [f'<text x="0" y="12">{escape(spec["unit"])}</text>']
    for value in _ticks(low, high):
        parts.append(
            f'<line class="grid" x1="{left}" x2="{_WIDTH - right}" y1="{up(value)}" y2="{up(value)}"/><text '
            f'x="{left - 6}" y="{up(value) + 4}" text-anchor="end">{format_number(value)}</text>'
        )
    every = 1 + (len(places) - 1) // 12
    for count, place in enumerate(places):
        parts.append(
            f'<line class="tick" x1="{across(place)}" x2="{across(place)}" y1="{_HEIGHT - bottom}" '
            f'y2="{_HEIGHT - bottom + 4}"/>'
        )
        if count % every == 0:
            parts.append(
                f'<text x="{across(place)}" y="{_HEIGHT - 8}" text-anchor="middle">'
                f"{escape(spec['labels'][count])}</text>"
            )
    parts.append(
        f'<line class="axis" x1="{left}" x2="{_WIDTH - right}" y1="{_HEIGHT - bottom}" y2="{_HEIGHT - bottom}"/>'
    )
    taken: list[float] = []
    for trace in spec["figure"]["data"]:
        known = [
            (across(x), up(y))
            for x, y in zip(trace["x"], trace["y"], strict=True)
            if y is not None and first <= x <= last
        ]
        if not known:
            continue
        parts.append(
            f'<polyline class="known" points="{" ".join(f"{x},{y}" for x, y in known)}"/>'
            if len(known) > 1
            else f'<circle cx="{known[0][0]}" cy="{known[0][1]}" r="4"/>'
        )
        x, y = known[-1]
        while any(abs(y - other) < 13 for other in taken):
            y += 13
        taken.append(y)
        parts.append(f'<text x="{x + 8}" y="{y + 4}">{escape(str(trace.get("name", "")))}</text>')
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(spec["title"], quote=True)}: '
        f'axes to draw on">{"".join(parts)}</svg>'
    )


def _ticks(low: float, high: float) -> list[float]:
    """Return four to seven round values between two ends.

    Examples
    --------
    >>> _ticks(0, 276_000)
    [0, 50000, 100000, 150000, 200000, 250000]
    """
    power = 10 ** floor(log10((high - low) / 4))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor * 6.5 >= high - low)
    start = -floor(-low / step)
    return [round(step * place, 10) for place in range(start, floor(high / step) + 1)]


def _task(task: Task) -> str:
    rows = [task.question, *task.items] if task.question else task.items
    fields = "".join(f'<div class="row"><p>{_inline(words)}</p><div class="field"></div></div>' for words in rows)
    return f'<div class="task">{f"<h3>{_inline(task.title)}</h3>" if task.title else ""}{fields}</div>'


def _question(asked: Question) -> str:
    if asked["kind"] == "number":
        field = f'<p class="number"><span></span> {escape(asked["unit"])}</p>'
    elif asked["kind"] == "order":
        field = f'<p class="about">Number them.</p>{_boxes(as_seen(asked))}'
    else:
        field = _boxes(as_seen(asked))
    several = ' <span class="about">(tick all that apply)</span>' if asked["kind"] == "several" else ""
    return f'<div class="question"><p><strong>{escape(asked["text"])}</strong>{several}</p>{field}</div>'


def _claim(spec: ClaimSpec, whole: bool) -> str:
    """Return a claim to weigh; with its evidence, or only with the place for a verdict."""
    columns = "".join(
        f"<div><h3>{escape(part['head'])}</h3><ul>{''.join(f'<li>{escape(line)}</li>' for line in part['lines'])}</ul>"
        "</div>"
        for part in spec["evidence"]
    )
    evidence = f'<div class="evidence">{columns}</div>'
    return (
        f'<div class="claim"><p><strong>{escape(spec["title"])}</strong> <span class="about">'
        f"{escape(spec['about'])}</span></p>{evidence if whole else ''}"
        f'{_boxes(spec["choices"])}<p class="why">My reason</p>{_lines(1)}</div>'
    )


def _discuss(words: str) -> str:
    return (
        f'<div class="claim"><p><strong>Discuss:</strong> {_inline(" ".join(words.split()))}</p>{_lines(1)}</div>'
        if words
        else ""
    )


def _truth(spec: PredictSpec) -> str:
    secret: Secret = embedding.decompress(spec["secret"])
    truth = secret["truth"]
    if isinstance(truth, list) and spec["mode"] == "line":
        hidden = zip(spec["labels"][spec["known"] :], truth, strict=True)
        told = f"{', '.join(f'{label}: {format_number(value)}' for label, value in hidden)} ({spec['unit']})"
    elif isinstance(truth, str):
        told = truth[:1].upper() + truth[1:]
    else:
        told = format_quantity(float(str(truth)), spec["unit"])
    reasons = [f"*{kind}:* {words}" for kind, words in secret["why_by"].items()]
    after = "".join(f"<p>{_inline(words)}</p>" for words in [*reasons, *secret["follows"]])
    return f"<p><strong>{escape(spec['title'])}</strong></p><p>{escape(told)}. {_inline(secret['why'])}</p>{after}"


def _solved(asked: Question) -> str:
    """Return a question with what is right about each option, the right ones first."""
    if asked["kind"] == "order":
        told = f"<p>✓ {' → '.join(escape(option['text']) for option in asked['options'])}</p>"
    else:
        told = "".join(
            f"<p>{'✓' if right else '✗'} {escape(text)}: {escape(why)}</p>"
            for text, why, right in sorted(_options(asked), key=lambda option: not option[2])
        )
    return f"<li><p><strong>{escape(asked['text'])}</strong></p>{told}</li>"


def _options(asked: ChoiceQuestion | NumberQuestion) -> list[tuple[str, str, bool]]:
    """Return text, reason and rightness of each option."""
    if asked["kind"] != "number":
        return [(option["text"], option["why"], option["right"]) for option in asked["options"]]
    return [
        (
            "another number" if option["value"] is None else f"{option['value']:,.10g} {asked['unit']}".strip(),
            option["why"],
            option["right"],
        )
        for option in asked["options"]
    ]
