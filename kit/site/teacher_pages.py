"""Pages for teachers, from the lessons' own teacher cells: one a lesson, a planner, codes, assessment, curriculum."""

from html import escape
from importlib.resources import files
from pathlib import Path

from kit.notebooks import Metadata
from kit.site.data_pages import description
from kit.site.outline import VARIANTS, Outline
from kit.widgets.poll import poll_of, question

#: Ready courses: name, what for, numbers of the lessons; None is every lesson.
COURSES = (
    ("One lesson", "A class that has never seen the kit: a guess, a rate, a stock, a claim.", ("01",)),
    (
        "A week",
        "Five lessons: how to read a report, a stock and its flows, how a technology spreads, what a test means, "
        "and a claim of the class's own choice.",
        ("00", "01", "04", "09", "14"),
    ),
    ("A term", "All lessons, one a week, in their order.", None),
)

#: What a syllabus may ask for, by subject.
SUBJECTS = {
    "economics": "productivity and its measurement, investment and capital stock, learning curves and prices, "
    "market structure and concentration, labour and wages, incentives, what moves a market",
    "geography": "where production, computing and people move; comparing countries by count and by rate; "
    "regional difference inside a country; farming and transport; reading a map without borders "
    "drawn",
    "computing": "data as tables, functions with parameters, changing and testing a line of code, models and "
    "simulation, what a language model costs to train and to run, bits and precision, standards and "
    "lock-in",
    "statistics": "rate and count, index, sampling and selection, regression to the mean, chance and "
    "significance, fitting and forecasting with held-out years, Bayes' rule, intervals",
    "civics": "what a government report is and is not; targets and their wording; who counts and who checks; "
    "weighing a claim; fairness to sides that disagree; technology in public services",
    "mathematics": "proportion and percentage point, exponential and logistic growth, logarithmic axes, "
    "conditional probability, optimisation, matrices that describe moves between states",
    "biology": "response to a nutrient, yield and its limits, screening and disease, field trials and controls",
    "physics": "force, torque and lever, power and energy of flight, efficiency, units and orders of magnitude",
}


def write_teacher_pages(source: Path, lessons: list[Outline]) -> None:
    """Write all pages for teachers into the folder ``teachers`` of a folder of Sphinx sources."""
    folder = source / "teachers"
    folder.mkdir(exist_ok=True)
    heads = [lesson.head for lesson in lessons]
    for lesson in lessons:
        (folder / f"{lesson.head.name}.md").write_text(_lesson_page(lesson), encoding="utf-8")
    rows = "\n".join(
        f"| {_number(head)} [{head.title}](../lessons/{head.name}.ipynb) | {head.minutes} | "
        f"[open]({head.name}.md) | {_sheet(head, '', 'print')} | {_sheet(head, '_charts', 'charts')} | "
        f"{_sheet(head, '_answers', 'answers')} |"
        for head in heads
    )
    pages = {
        "index": {"rows": rows, "pages": "\n".join(f"{head.title} <{head.name}>" for head in heads)},
        "planner": {"form": _planner(heads), "courses": _courses(heads)},
        "assessment": {},
        "curriculum": {"subjects": _by_subject(heads), "themes": _by_theme(heads)},
    }
    for name, values in pages.items():
        words = (files("kit.site") / "teachers" / f"{name}.md").read_text(encoding="utf-8")
        (folder / f"{name}.md").write_text(words.format(**values) if values else words, encoding="utf-8")
    (folder / "poll.md").write_text(_poll_page(lessons), encoding="utf-8")


def course(numbers: tuple[str, ...] | None, heads: list[Metadata]) -> list[Metadata]:
    """Return the lessons of a ready course that are there."""
    return [head for head in heads if numbers is None or _number(head) in numbers]


def _number(head: Metadata) -> str:
    return head.name[:2]


def _sheet(head: Metadata, kind: str, words: str) -> str:
    return f'<a href="../worksheets/{head.name}{kind}.html">{words}</a>'


def _lesson_page(lesson: Outline) -> str:
    head = lesson.head
    facts = [
        f"**{head.minutes} minutes**",
        head.ages and f"ages {head.ages}",
        ", ".join(head.themes),
        ", ".join(head.subjects),
    ]
    links = [
        f"[the lesson](../lessons/{head.name}.ipynb)",
        f'<a href="../lessons/{head.name}.html#present=1">present it</a>',
        f'<a href="../worksheets/{head.name}.html">worksheet</a>',
        f'<a href="../worksheets/{head.name}_charts.html">charts to hand out</a>',
        f'<a href="../worksheets/{head.name}_answers.html">answers to the worksheet</a>',
        "[codes of the class](poll.md)",
    ]
    parts = [
        description(f"For the teacher: minutes, likely answers and misconceptions of the lesson “{head.title}”."),
        f"# For the teacher: {head.title}", " · ".join(filter(None, facts)), "Open: " + " · ".join(links),
        "## Minute plan", lesson.plan.get("table", ""),
    ]  # fmt: skip
    parts += [f"## {title}\n\n{lesson.plan[name]}" for name, title in VARIANTS.items() if name in lesson.plan]
    parts += [f"## {note.title}\n\n{note.words}" for note in lesson.notes]
    return "\n\n".join(parts) + "\n"


def _planner(heads: list[Metadata]) -> str:
    """Return the table of lessons with boxes to tick; without JavaScript it is a plain table."""
    themes = sorted({theme for head in heads for theme in head.themes})
    subjects = sorted({subject for head in heads for subject in head.subjects})
    rows = "".join(
        f'<tr data-lesson="{_number(head)}" data-minutes="{head.minutes}" '
        f'data-words="{escape("|".join((*head.themes, *head.subjects)), quote=True)}" '
        f'data-age="{head.ages.rstrip("+") or 0}">'
        f'<td><input type="checkbox" aria-label="Lesson {_number(head)} in my course" hidden></td><th scope="row">'
        f'{_number(head)} <a href="{head.name}.html">{escape(head.title)}</a></th>'
        f"<td>{head.minutes}</td><td>{escape(head.ages) or 'any'}</td><td>{escape(', '.join(head.themes))}</td>"
        f"<td>{escape(', '.join(head.subjects))}</td></tr>"
        for head in heads
    )
    columns = "".join(
        f'<th scope="col">{words}</th>'
        for words in ('<span class="kit-hidden">In my course</span>', "Lesson", "Minutes", "Ages", "Themes", "Subjects")
    )
    return (
        '<form class="kit-planner" id="planner" hidden>'
        '<label>Minutes in all <input type="number" name="minutes" min="20" step="5" inputmode="numeric"></label>'
        '<label>Age of the youngest <input type="number" name="age" min="8" max="99" inputmode="numeric"></label>'
        f'<label>Theme <select name="theme"><option value="">any</option>{_options(themes)}</select></label>'
        f'<label>Subject <select name="subject"><option value="">any</option>{_options(subjects)}</select></label>'
        '<p><button type="button" name="fill">Fill my time</button> <button type="button" name="clear">'
        "Clear</button></p>"
        '<p role="status" class="kit-total"></p></form>'
        f'<div class="table-wrapper"><table class="docutils" id="lessons"><thead><tr>{columns}</tr></thead><tbody>'
        f"{rows}</tbody></table></div>"
    )


def _options(words: list[str]) -> str:
    return "".join(f'<option value="{escape(word, quote=True)}">{escape(word)}</option>' for word in words)


def _courses(heads: list[Metadata]) -> str:
    """Return the ready courses; their minutes are added up from the lessons."""
    parts = []
    for name, purpose, numbers in COURSES:
        chosen = course(numbers, heads)
        taken = ",".join(map(_number, chosen))
        lessons = "\n".join(f"| {_number(head)} [{head.title}]({head.name}.md) | {head.minutes} |" for head in chosen)
        total = sum(head.minutes for head in chosen)
        parts.append(
            f"### {name}\n\n{purpose}\n\n| lesson | minutes |\n| --- | --- |\n{lessons}\n| **{len(chosen)} "
            f"{'lesson' if len(chosen) == 1 else 'lessons'}** | **{total}** |\n\n"
            f'<p><a href="#plan={taken}" class="kit-course">Put “{name}” into the planner</a></p>'
        )
    return "\n\n".join(parts)


def _by_subject(heads: list[Metadata]) -> str:
    parts = []
    for subject, hooks in SUBJECTS.items():
        fitting = [head for head in heads if subject in head.subjects]
        if fitting:
            parts.append(f"## {subject.capitalize()}\n\nAsked for: {hooks}.\n\n{_lesson_list(fitting)}")
    return "\n\n".join(parts)


def _by_theme(heads: list[Metadata]) -> str:
    themes = sorted({theme for head in heads for theme in head.themes})
    rows = [
        f"| {theme} | {', '.join(f'[{_number(head)}]({head.name}.md)' for head in heads if theme in head.themes)} |"
        for theme in themes
    ]
    return "\n".join(["| theme | lessons |", "| --- | --- |", *rows]) if rows else ""


def _lesson_list(heads: list[Metadata]) -> str:
    return "\n".join(f"- {_number(head)} [{head.title}]({head.name}.md): {head.summary}" for head in heads)


def _poll_page(lessons: list[Outline]) -> str:
    questions = []
    for lesson in lessons:
        for asked in map(question, [*lesson.asked, *lesson.asked_further]):
            about = asked["title"].removesuffix(".")
            asked["title"] = " · ".join(filter(None, [f"Lesson {_number(lesson.head)}", about]))
            questions.append(asked)
    return "\n\n".join([
        description("The answers of a class from short codes, beside the truth: without a server, without names."),
        "# The answers of the class",
        "After a guess, a verdict or an answer each learner's card shows a short code. Collect the codes as you "
        "like: read out, on the board, in a chat. "
        "The first three characters name the question and are the same for the whole class.",
        f"```{{raw}} html\n{poll_of(questions).embed()}\n```",
        "A code that was typed wrong is named: any single wrong character is found, and any two that changed "
        "places. Look-alikes do no harm: codes have no vowel, no 0 and no 1, and a Z that somebody typed is read "
        "as 2, an S as 5, a G as 6, a B as 8.",
    ]) + "\n"  # fmt: skip
