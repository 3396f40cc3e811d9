"""``poll``: the answers of a class from short codes, without a server and without names."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import traitlets

from kit.widgets import codes, embedding, frontend
from kit.widgets.contract import (
    GuessPart,
    NumberOption,
    OptionsPart,
    PollPart,
    PollQuestion,
    PollSpec,
    PredictData,
    PredictSpec,
    Question,
    QuizData,
    Secret,
    is_claim,
)
from kit.widgets.messages import MESSAGES
from kit.widgets.numbers import format_number, format_quantity
from kit.widgets.predict import Prediction
from kit.widgets.quiz import Quiz
from kit.widgets.widget import Widget


class Poll(Widget[PollSpec]):
    """Codes in, distributions out. Make one with `poll`.

    Attributes
    ----------
    codes : str
        What stands in the box.
    """

    kind = "poll"
    _esm = frontend.module(kind)
    codes = traitlets.Unicode().tag(sync=True)

    def answers(self) -> pd.DataFrame:
        """Return how often each answer was given.

        Returns
        -------
        pandas.DataFrame
            Columns ``question``, ``answer``, ``count``, ``right``; faulty codes are left out.
        """
        forms = {form["prefix"]: form for form in self.spec["questions"]}
        given: Counter[tuple[str, str, bool]] = Counter()
        for form, found in codes.read_codes(self.codes, forms)[0]:
            given.update(
                (part["text"], *one)
                for part, answer in zip(form["parts"], found, strict=True)
                for one in _in_words(part, answer)
            )
        rows = [(question, answer, count, right) for (question, answer, right), count in given.items()]
        return pd.DataFrame(rows, columns=["question", "answer", "count", "right"])

    def text_summary(self) -> str:
        """Return which questions the card can read."""
        known = [f"  {form['prefix']}: {form['title'] or form['parts'][0]['text']}" for form in self.spec["questions"]]
        return "\n".join([self.spec["title"], MESSAGES["poll_questions"].format(count=len(known)), *known])


def poll(*asked: Prediction | Quiz) -> Poll:
    """Read the codes that learners' cards show, and draw their answers beside the truth.

    Parameters
    ----------
    *asked : Prediction or Quiz
        The questions; all that were asked in this notebook if left out, so run its cells first.

    Returns
    -------
    Poll

    Raises
    ------
    kit.widgets.codes.ClashError
        If the codes of two different questions begin alike.

    Examples
    --------
    >>> from kit.widgets import quiz
    >>> found = poll(quiz("Is a share a rate?\\n- [x] Yes :: It is.\\n- [ ] No :: It is.", id="share"))
    >>> found.codes = "26C-34 26c34 26C-35"
    >>> found.answers()["count"].to_list()
    [2]
    """
    return poll_of([question(one) for one in [*map(_asked, asked)] or codes.registry.values()])


def _asked(widget: Prediction | Quiz) -> codes.Asked:
    if isinstance(widget, Quiz):
        return QuizData(kind="quiz", spec=widget.spec)
    return PredictData(kind="predict", spec=widget.spec)


def poll_of(questions: Sequence[PollQuestion]) -> Poll:
    """Return a card for questions as `question` gives them.

    Parameters
    ----------
    questions : list of dict
        A question that is asked twice, as a claim in two lessons, is read once.

    Raises
    ------
    kit.widgets.codes.ClashError
        If the codes of two different questions begin alike.
    """
    known: dict[str, PollQuestion] = {}
    for one in questions:
        other = known.setdefault(one["prefix"], one)
        if other["parts"] != one["parts"]:
            first, second = (asked["parts"][0]["text"] for asked in (other, one))
            raise codes.ClashError(
                f"The codes of “{first}” and “{second}” both begin with {one['prefix']}, so they cannot be told apart: "
                "give one of the two questions another id."
            )
    return Poll(
        {
            "id": "poll",
            "title": MESSAGES["poll_title"],
            "about": MESSAGES["poll_about"],
            "questions": list(known.values()),
        }
    )


def question(asked: codes.Asked) -> PollQuestion:
    """Return what a card of codes must know of a question: its code, and for each part options and truth."""
    if asked["kind"] == "quiz":
        about, parts = "", [_quiz_part(one) for one in asked["spec"]["questions"]]
    else:
        about, parts = asked["spec"]["about"], [_guess_part(asked["spec"])]
    return {"title": about, **asked["spec"]["poll"], "parts": parts}


def _guess_part(spec: PredictSpec) -> PollPart:
    secret: Secret = embedding.decompress(spec["secret"])
    truth = secret["truth"]
    if isinstance(truth, str) and spec["mode"] == "choice":
        mark, tally = ("poll_mark_verdict", "poll_agree") if is_claim(spec) else ("poll_mark_data", "poll_guessed")
        return {
            "text": spec["title"],
            "options": spec["choices"],
            "right": [spec["choices"].index(truth)],
            "mark": MESSAGES[mark],
            "tally": MESSAGES[tally],
        }
    place = spec["labels"][-1] if spec["mode"] == "line" else ""
    return {
        "text": spec["title"] if place in spec["title"] else f"{spec['title']} ({place})",
        "unit": spec["unit"],
        "truth": float(truth[-1] if isinstance(truth, list) else truth),
        "mark": MESSAGES["poll_mark_data"],
    }


def _quiz_part(asked: Question) -> PollPart:
    part: OptionsPart = {
        "text": asked["text"],
        "mark": MESSAGES["poll_mark_right"],
        "tally": MESSAGES["poll_right"],
        "several": asked["kind"] == "several",
        "options": [],
        "right": [],
    }
    if asked["kind"] == "order":
        count = len(asked["options"])
        part["options"] = [MESSAGES["poll_in_place"].format(right=right, all=count) for right in range(count + 1)]
        part["right"] = [count]
        return part
    part["right"] = [place for place, option in enumerate(asked["options"]) if option["right"]]
    part["why"] = [option["why"] for option in asked["options"]]
    if asked["kind"] == "number":
        labels = [_labelled(option, asked["unit"]) for option in asked["options"]]
        other = MESSAGES["poll_other_number"]
        part["options"] = labels if other in labels else [*labels, other]
    else:
        part["options"] = [option["text"] for option in asked["options"]]
    return part


def _labelled(option: NumberOption, unit: str) -> str:
    """Return a number option in words, such as "51 ± 1 %"."""
    if option["value"] is None:
        return MESSAGES["poll_other_number"]
    within = f" ± {format_number(option['within'])}" if option["within"] else ""
    return f"{format_number(option['value'])}{within} {unit}".strip()


def _in_words(part: PollPart, answer: int) -> list[tuple[str, bool]]:
    """Return each answer that a number stands for, with whether it is right."""
    if not answer:
        return []
    if "options" not in part:
        guess = codes.answer_to_number(answer)
        return [(format_quantity(guess, part["unit"]), _near(guess, part))]
    chosen = [i for i in range(len(part["options"])) if (answer - 1) >> i & 1] if part.get("several") else [answer - 1]
    return [(part["options"][i], i in part["right"]) for i in chosen]


def _near(guess: float, part: GuessPart) -> bool:
    """Tell whether a guess is within a tenth of the truth."""
    # A guess at the very edge belongs to it, whatever binary fractions make of a tenth.
    return abs(guess - part["truth"]) <= 0.1 * abs(part["truth"]) * (1 + 1e-9)
