"""``predict``: the reader commits to a guess before the answer shows."""

from collections.abc import Mapping, Sequence
from math import isfinite
from numbers import Real
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go
import traitlets

from kit import data as catalogue
from kit.widgets import codes, embedding, frontend
from kit.widgets.contract import FigureSpec, GuessSpec, PredictData, PredictSpec, Secret, is_claim
from kit.widgets.drawing import PredictError, line_to_draw, step_of
from kit.widgets.explore import dataset_names
from kit.widgets.figures import to_spec
from kit.widgets.memory import memory
from kit.widgets.messages import MESSAGES
from kit.widgets.numbers import format_number, is_percentage
from kit.widgets.widget import ChartLibrary, Widget

#: Kinds of a guessed number, for which a reason of its own can be given.
KINDS = ("too low", "too high", "close")


class _Words(NamedTuple):
    """What an author gives to be said after the guess."""

    why: "str | Mapping[object, str]"
    close: float | None
    follows: list[str]


class Prediction(Widget[PredictSpec]):
    """A guess before the data. Make one with `predict` or `kit.widgets.weigh`.

    Attributes
    ----------
    guess : list, float, str or None
        What the reader committed to; None until then.
    """

    kind = "predict"
    _esm = frontend.module(kind)
    guess = traitlets.Any().tag(sync=True)

    def __init__(self, spec: PredictSpec):
        ChartLibrary.send_once()
        super().__init__(spec)

    def _register(self, spec: PredictSpec) -> None:
        codes.register(PredictData(kind="predict", spec=spec))

    def text_summary(self) -> str:
        """Return the question in words; the answer is not among them."""
        asked = [self.spec["title"], self.spec["about"]]
        if is_claim(self.spec):
            asked += [f"{part['head']}: {' / '.join(part['lines'])}" for part in self.spec["evidence"]]
        if self.spec["mode"] == "choice":
            asked += [f"  ○ {choice}" for choice in self.spec["choices"]]
        if self.spec["mode"] == "share" and self.spec["shape"] == "dots":
            asked.append(MESSAGES["dots_summary"].format(count=int(self.spec["high"])))
        return "\n".join(line for line in asked if line)


def predict(
    question: str,
    answer: "pd.Series[Any] | float | str",
    *,
    id: str,
    known: int = 1,
    context: "Mapping[str, pd.Series[Any]] | None" = None,
    choices: Sequence[object] = (),
    shape: str = "",
    unit: str = "",
    about: str = "",
    why: "str | Mapping[object, str]" = "",
    close: float | None = None,
    follows: str | Sequence[str] = (),
    data: str | Sequence[str] = (),
    low: float | None = None,
    high: float | None = None,
    figure: go.Figure | None = None,
    height: int = 340,
) -> Prediction:
    """Ask for a guess, and show the answer only when the reader has committed to one.

    The card asks first what she assumes; truth, gap, reason and what follows show only after the guess.

    Parameters
    ----------
    question : str
        What to guess; the title of the card.
    answer : pandas.Series, number or str
        A series (index: numbers, dates or texts; name: what is drawn) is guessed by drawing,
        a number by typing, or with a ``shape`` by dragging, one of ``choices`` by choosing.
    id : str
        Under this name the guess is kept on the reader's device; `recall` reads it.
    known : int
        How many points of the series stand from the beginning; at least 1.
    context : dict of str to pandas.Series, optional
        Other series, drawn from the beginning in a quiet colour.
    choices : list
        The options, texts or numbers, if one is to be chosen; the answer must be one of them.
    shape : str
        "share": a number is set by dragging a bar from ``low`` to ``high``. "dots": as so many of ``high`` dots, ten
        in a row, that the reader colours.
    unit, about : str
        Unit of the answer; what is shown and of which status.
    why : str, or dict of str to str
        What to say after the guess: the same to all, or by guess: for a choice option → sentence,
        for a number or a line (its last value) "too low", "too high" and "close" → sentence.
    close : float, optional
        How far from the truth a guess is still close; a tenth of the truth if left out.
    follows : str or list of str
        Paragraphs that stand in the card after the answer. ``**bold**``, ``*stress*`` and code are drawn.
    data : str or list of str
        Names of the datasets behind the answer; their sources are printed.
    low, high : float, optional
        Bottom and top of the drawing area or of the bar. The bottom is 0 if left out; the top is 100 for a bar or dots
        whose unit is % or "of 100", and for a line a round number drawn from the question. Of dots there are 2 to 100.
    figure : plotly.graph_objects.Figure, optional
        Shown with the answer, if that is a number or a choice. Where the truth is one of its values, a dashed line
        marks the guess on the same axis; elsewhere a number line shows the two.
    height : int
        Height of the chart in pixels.

    Returns
    -------
    Prediction

    Raises
    ------
    PredictError
        If the answer is none of these kinds, or missing, or not among the choices, or outside of ``low`` to ``high``,
        or if nothing is left to guess.

    Examples
    --------
    >>> predict("How many legs has an ant?", 6, id="ant", unit="legs").guess is None
    True
    >>> print(predict("How many can fly?", 20, id="fly", shape="dots", unit="of 100 kinds").text_summary())
    How many can fly?
      ○ × 100: dots to colour
    """
    card: GuessSpec = {
        "id": id,
        "memory": {"key": "", "version": ""},
        "title": question,
        "about": about,
        "unit": unit,
        "height": height,
        "source": catalogue.source_lines(dataset_names(data)),
        "data": dataset_names(data),
        "commit": MESSAGES["commit"],
        "ask": MESSAGES["assume"],
        "right": MESSAGES["choice_right"],
        "other": MESSAGES["choice_wrong"],
        "legend": "",
        "help": "number_help",
        "secret": "",
    }
    if shape not in ("", "share", "dots"):
        raise PredictError(
            f'The shape {shape!r} is not known: write shape="share" for a bar to drag, "dots" for dots to colour, '
            "or leave it out."
        )
    shown = to_spec(figure) if figure is not None else None
    words = _Words(why, close, [follows] if isinstance(follows, str) else list(follows))
    if isinstance(answer, pd.Series):
        if len(choices) or shape:
            raise PredictError("A series is drawn: give one value as the answer to choose it or to drag a bar.")
        line, truth, whole = line_to_draw(answer, known, context or {}, low or 0, high, unit, question)
        card |= {"help": "draw_help", "memory": memory("predict", id, [question, unit, known, *line["labels"]])}
        card["secret"] = _after(question, truth, KINDS, whole, words)
        return Prediction({**card, **line, "mode": "line"})
    if len(choices):
        options, truth_text = _options(answer, choices)
        card |= {"help": "choose_help", "memory": memory("predict", id, [question, *sorted(options)])}
        card["secret"] = _after(question, truth_text, options, shown, words)
        return Prediction({**card, "mode": "choice", "choices": options})
    number = _number(answer, low, high)
    card |= {
        "memory": memory("predict", id, [question, unit]),
        "secret": _after(question, number, KINDS, shown, words),
    }
    if not shape:
        return Prediction({**card, "mode": "number"})
    left, right = _ends(number, shape, unit, low, high)
    if shape == "dots":
        card["help"] = "dots_help"
        return Prediction({**card, "mode": "share", "shape": "dots", "low": left, "high": right, "step": 1})
    card["help"] = "share_help"
    step = step_of(left, right)
    return Prediction({**card, "mode": "share", "shape": "bar", "low": left, "high": right, "step": step})


def _ends(number: float, shape: str, unit: str, low: float | None, high: float | None) -> tuple[float, float]:
    """Return where a bar begins and ends, or dots do."""
    what = "field of dots" if shape == "dots" else "bar"
    if high is None and not (is_percentage(unit) or unit.startswith("of 100")):
        raise PredictError(f'A {what} needs its end: give high=…, or unit="%" for one from 0 to 100.')
    left, right = low or 0, 100 if high is None else high
    if shape == "dots" and (left or not float(right).is_integer() or not 2 <= right <= 100):
        raise PredictError(
            f"Dots are counted from 0 to a whole number, 2 to 100, and here they go from {format_number(left)} to "
            f'{format_number(right)}: change low or high, or write shape="share" for a bar.'
        )
    if not left <= number <= right or not left < right:
        raise PredictError(
            f"The {what} goes from {format_number(left)} to {format_number(right)} and must hold the answer: "
            "change low or high."
        )
    return left, right


def _options(answer: object, choices: Sequence[object]) -> tuple[list[str], str]:
    """Return the options in words, and which is right."""
    options = [_in_words(choice) for choice in choices]
    truth = _in_words(answer)
    if len(set(options)) < len(options) or len(options) < 2:
        raise PredictError(f"The choices ({', '.join(options)}) must be two or more, each another one.")
    if truth not in options:
        raise PredictError(f"The answer “{truth}” is not among the choices ({', '.join(options)}): add it.")
    return options, truth


def _in_words(choice: object) -> str:
    """Return an option as it is read; a whole number stays as it is, for it may be a year."""
    if isinstance(choice, Real) and not isinstance(choice, bool):
        number = float(choice)
        return str(int(number)) if number.is_integer() else format_number(number)
    return str(choice)


def _number(answer: object, low: float | None, high: float | None) -> float:
    """Return the answer as a number that can be guessed."""
    if isinstance(answer, str):
        raise PredictError(f"The answer “{answer}” is not among the choices (there are none): add it.")
    if not isinstance(answer, Real) or isinstance(answer, bool):
        raise PredictError(
            f"predict was given {type(answer).__name__} as the answer; "
            "it takes a pandas Series, a number, or one of some choices."
        )
    number = float(answer)
    if not isfinite(number):
        raise PredictError(f"The answer is {number}, which nobody can guess: look where the number comes from.")
    if (low is not None and number < low) or (high is not None and number > high):
        raise PredictError(f"The answer lies outside of low={low} to high={high}: change them, or leave them out.")
    return number


def _after(
    question: str,
    truth: list[float] | float | str,
    kinds: Sequence[str],
    figure: FigureSpec | None,
    words: _Words,
) -> str:
    """Return what the card shows after the guess, compressed."""
    why, close, follows = words
    by_kind = {} if isinstance(why, str) else {_in_words(kind): sentence for kind, sentence in why.items()}
    strange = [kind for kind in by_kind if kind not in kinds]
    if strange:
        raise PredictError(f"why has words for “{strange[0]}”, and a guess here is one of: {', '.join(kinds)}.")
    last = truth[-1] if isinstance(truth, list) else truth
    tolerance = close if close is not None else 0.0 if isinstance(last, str) else abs(last) / 10
    return compress_secret(question, truth, why if isinstance(why, str) else "", by_kind, tolerance, follows, figure)


def compress_secret(
    title: str,
    truth: list[float] | float | str,
    why: str,
    why_by: dict[str, str] | None = None,
    close: float = 0,
    follows: Sequence[str] = (),
    figure: FigureSpec | None = None,
) -> str:
    """Return a `Secret`, compressed."""
    secret: Secret = {
        "truth": truth,
        "why": why,
        "why_by": why_by or {},
        "close": close,
        "follows": list(follows),
        "figure": figure,
    }
    return embedding.compress(secret, title)
