"""``poll``: the answers of a class from short codes, without a server and without names."""

import re
from collections import Counter
from typing import Any

import anywidget
import pandas as pd
import traitlets

from kit.widgets import baking, codes, frontend
from kit.widgets.predict import Prediction
from kit.widgets.quiz import Quiz
from kit.widgets.words import WORDS


class Poll(anywidget.AnyWidget):
    """Codes in, distributions out. Make one with `poll`.

    Attributes
    ----------
    codes : str
        What stands in the box.
    """

    _esm = frontend.module("poll")
    _css = frontend.stylesheet()
    _spec = traitlets.Dict().tag(sync=True)
    codes = traitlets.Unicode().tag(sync=True)

    def answers(self) -> pd.DataFrame:
        """Return how often each answer was given: columns ``question``, ``answer``, ``count``, ``right``; faulty codes are left out."""
        forms = {form["prefix"]: form for form in self._spec["questions"]}
        given: Counter = Counter()
        for code in split(self.codes):
            try:
                form, found = codes.decode(code, forms)
            except codes.CodeError:
                continue
            given.update(
                (part["text"], *one)
                for part, answer in zip(form["parts"], found, strict=True)
                for one in _in_words(part, answer)
            )
        rows = [(*key, count) for key, count in given.items()]
        return pd.DataFrame(rows, columns=["question", "answer", "right", "count"])[
            ["question", "answer", "count", "right"]
        ]

    def bake(self) -> str:
        """Return the card as HTML that works without a kernel."""
        return baking.element("poll", self._spec, self.digest())

    def digest(self) -> str:
        """Return which questions the card can read."""
        known = [f"  {form['prefix']}: {form['title'] or form['parts'][0]['text']}" for form in self._spec["questions"]]
        return "\n".join([self._spec["title"], WORDS["poll_questions"].format(count=len(known)), *known])

    def __repr__(self) -> str:
        return self.digest()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        return baking.bundle(super()._repr_mimebundle_(**kwargs), f"{self.digest()}\n{WORDS['run_cell']}", self.bake)


def poll(*asked: Prediction | Quiz) -> Poll:
    """Read the codes that learners' cards show, and draw their answers beside the truth.

    Parameters
    ----------
    *asked : Prediction or Quiz
        The questions; all that were asked in this notebook if left out, so run its cells first.

    Returns
    -------
    Poll

    Examples
    --------
    >>> from kit.widgets import quiz
    >>> found = poll(quiz("Is a share a rate?\\n- [x] Yes :: It is.\\n- [ ] No :: It is.", id="share"))
    >>> found.codes = "26C-34 26c34 26C-35"
    >>> found.answers()["count"].to_list()
    [2]
    """
    specs = [widget._spec for widget in asked] or list(codes.asked.values())
    return poll_of([question(spec) for spec in specs])


def poll_of(questions: list[dict]) -> Poll:
    """Return a card for questions as `question` gives them."""
    return Poll(
        _spec={"id": "poll", "title": WORDS["poll_title"], "about": WORDS["poll_about"], "questions": questions}
    )


def question(spec: dict) -> dict:
    """Return what a card of codes must know of a question: the form of its code, and for each part options and truth."""
    parts = [_guess_part(spec)] if "mode" in spec else [_quiz_part(asked) for asked in spec["questions"]]
    return {"title": spec.get("about", ""), **spec["poll"], "parts": parts}


def split(text: str) -> list[str]:
    """Cut a pasted text into codes; three characters before a space belong to what follows.

    Examples
    --------
    >>> split("7K3-FK, 7k3 fk")
    ['7K3-FK', '7k3 fk']
    """
    parts = iter(part for part in re.split(r"[\s,;]+", text) if part)
    return [f"{part} {next(parts, '')}".strip() if re.fullmatch(r"[A-Za-z0-9]{3}-?", part) else part for part in parts]


def _guess_part(spec: dict) -> dict:
    truth = baking.unpack(spec["secret"])["truth"]
    if spec["mode"] == "choice":
        mark, tally = ("poll_mark_verdict", "poll_agree") if "evidence" in spec else ("poll_mark_data", "poll_guessed")
        return {
            "text": spec["title"],
            "options": spec["choices"],
            "right": [spec["choices"].index(truth)],
            "mark": WORDS[mark],
            "tally": WORDS[tally],
        }
    last = truth[-1] if isinstance(truth, list) else truth
    place = str(spec["places"][-1]) if spec["mode"] == "line" else ""
    return {
        "text": spec["title"] if place in spec["title"] else f"{spec['title']} ({place})",
        "unit": spec["unit"],
        "truth": last,
        "mark": WORDS["poll_mark_data"],
    }


def _quiz_part(asked: dict) -> dict:
    options, count = asked["options"], len(asked["options"])
    right = [place for place, option in enumerate(options) if option.get("right")]
    part = {
        "text": asked["text"],
        "mark": WORDS["poll_mark_right"],
        "tally": WORDS["poll_right"],
        "right": right,
        "several": asked["kind"] == "several",
    }
    if asked["kind"] == "order":
        return part | {
            "options": [WORDS["poll_in_place"].format(right=right, all=count) for right in range(count + 1)],
            "right": [count],
        }
    if asked["kind"] == "number":
        labels = [_labelled(option, asked["unit"]) for option in options]
        others = [] if WORDS["poll_other_number"] in labels else [WORDS["poll_other_number"]]
        return part | {"options": labels + others, "why": [option["why"] for option in options]}
    return part | {"options": [option["text"] for option in options], "why": [option["why"] for option in options]}


def _labelled(option: dict, unit: str) -> str:
    """Return a number option in words, such as "51 ± 1 %"."""
    if option["value"] is None:
        return WORDS["poll_other_number"]
    within = f" ± {option['within']:,.10g}" if option["within"] else ""
    return f"{option['value']:,.10g}{within} {unit}".strip()


def _in_words(part: dict, answer: int) -> list[tuple[str, bool]]:
    """Return each answer that a number stands for, with whether it is right."""
    if not answer:
        return []
    if "options" not in part:
        guess = codes.answer_to_number(answer)
        return [(f"{guess:,.10g} {part['unit']}".strip(), abs(guess - part["truth"]) <= 0.1 * abs(part["truth"]))]
    chosen = [i for i in range(len(part["options"])) if (answer - 1) >> i & 1] if part.get("several") else [answer - 1]
    return [(part["options"][i], i in part["right"]) for i in chosen]
