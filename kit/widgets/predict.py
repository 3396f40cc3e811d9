"""``predict``, ``recall`` and ``weigh``: the reader commits to a guess or a verdict before the answer shows."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import floor, log10
from numbers import Real
from typing import Any

import anywidget
import pandas as pd
import plotly.graph_objects as go
import traitlets

from kit import charts, theme
from kit import data as catalogue
from kit.widgets import baking, codes, frontend
from kit.widgets.explore import PlotlyLibrary, dataset_names, printed_sources
from kit.widgets.figures import plain
from kit.widgets.words import WORDS


class PredictError(ValueError):
    """A prediction was described in a way that cannot work; the message says what to write instead."""


class Prediction(anywidget.AnyWidget):
    """A guess before the data. Make one with `predict` or `weigh`.

    Attributes
    ----------
    guess : list, float, str or None
        What the reader committed to; None until then.
    """

    _esm = frontend.module("predict")
    _css = frontend.stylesheet()
    _spec = traitlets.Dict().tag(sync=True)
    guess = traitlets.Any().tag(sync=True)

    def __init__(self, spec: dict):
        PlotlyLibrary.send_once()
        super().__init__(_spec=codes.remember(spec))

    def bake(self) -> str:
        """Return the prediction as HTML that works without a kernel."""
        return baking.element("predict", self._spec, self.digest())

    def digest(self) -> str:
        """Return the question in words; the answer is not among them."""
        asked = [self._spec["title"], self._spec["about"]]
        asked += [f"{part['head']}: {' / '.join(part['lines'])}" for part in self._spec.get("evidence", [])]
        asked += [f"  ○ {choice}" for choice in self._spec.get("choices", [])]
        return "\n".join(line for line in [*asked, WORDS["run_cell"]] if line)

    def __repr__(self) -> str:
        return self.digest()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        return baking.bundle(super()._repr_mimebundle_(**kwargs), self.digest(), self.bake)


def predict(
    question: str,
    answer: pd.Series | Real | str,
    *,
    id: str,
    known: int = 1,
    context: Mapping[str, pd.Series] | None = None,
    choices: Sequence[str] = (),
    unit: str = "",
    about: str = "",
    why: str = "",
    data: str | Sequence[str] = (),
    low: float = 0,
    high: float | None = None,
    figure: go.Figure | None = None,
    height: int = 340,
) -> Prediction:
    """Ask for a guess, and show the answer only when the reader has committed to one.

    Parameters
    ----------
    question : str
        What to guess; the title of the card.
    answer : pandas.Series, number or str
        A series (index: years or other numbers; name: what is drawn) is guessed by drawing,
        a number by typing, a text by choosing among ``choices``.
    id : str
        Under this name the guess is kept on the reader's device; `recall` reads it.
    known : int
        How many points of the series stand from the beginning; at least 1.
    context : dict of str to pandas.Series, optional
        Other series, drawn from the beginning in a quiet colour.
    choices : list of str
        The options, if the answer is a text; the answer must be one of them.
    unit, about, why : str
        Unit of the answer; what is shown and of which status; what to say after the answer.
    data : str or list of str
        Names of the datasets behind the answer; their sources are printed.
    low, high : float
        Bottom and top of the drawing area; 0, and 1.15 times the largest value if left out.
    figure : plotly.graph_objects.Figure, optional
        Shown with the answer, if that is a number or a text.
    height : int
        Height of the chart in pixels.

    Returns
    -------
    Prediction

    Raises
    ------
    PredictError
        If the answer is none of the three kinds, or not among the choices, or nothing is left to guess.

    Examples
    --------
    >>> predict("How many legs has an ant?", 6, id="ant", unit="legs").guess is None
    True
    """
    card = {
        "id": id,
        "title": question,
        "about": about,
        "unit": unit,
        "height": height,
        "source": printed_sources(data),
        "data": dataset_names(data),
        "commit": WORDS["commit"],
        "ask": WORDS["assumed"],
        "right": WORDS["choice_right"],
        "other": WORDS["choice_wrong"],
        "legend": "",
    }
    secret: dict[str, Any] = {"why": why, "figure": figure and plain(figure)}
    if isinstance(answer, pd.Series):
        card |= _drawing(answer, known, context or {}, (low, high), unit, secret)
    elif isinstance(answer, str):
        if answer not in choices:
            raise PredictError(
                f"The answer “{answer}” is not among the choices ({', '.join(choices) or 'there are none'}): add it."
            )
        card |= {"mode": "choice", "help": "choose_help", "choices": list(choices)}
        secret["truth"] = answer
    elif isinstance(answer, Real):
        card |= {"mode": "number", "help": "number_help"}
        secret["truth"] = float(answer)
    else:
        raise PredictError(
            f"predict was given {type(answer).__name__} as the answer; it takes a pandas Series, a number, or a text with choices."
        )
    return Prediction(card | {"secret": baking.pack(secret, question)})


def _drawing(
    answer: pd.Series,
    known: int,
    context: Mapping[str, pd.Series],
    limits: tuple[float, float | None],
    unit: str,
    secret: dict,
) -> dict:
    answer = answer.dropna()
    if not 1 <= known < len(answer):
        raise PredictError(
            f"known is {known} and the series has {len(answer)} values: leave at least one value to show and one to guess."
        )
    name = str(answer.name or "data")
    low, high = limits
    top = high or 1.15 * max(float(series.max()) for series in [answer, *context.values()])
    if not low < top or float(answer.min()) < low:
        raise PredictError(
            f"The drawing area goes from {low:g} to {top:g} and must hold every value, from {answer.min():g} to {answer.max():g}: change low or high."
        )
    places = [int(p) if float(p).is_integer() else float(p) for p in answer.index]

    def figure(series: pd.Series, labelled: bool) -> dict:
        frames = [
            pd.DataFrame({"place": s.index, "value": s.to_numpy(), "series": str(label)})
            for label, s in [(name, series), *context.items()]
        ]
        drawn = charts.lines(pd.concat(frames), "place", "value", "series", unit=unit, highlight=name)
        drawn.update_yaxes(range=[low, top])
        drawn.update_xaxes(range=[places[0] - 0.4, places[-1] + 0.4])
        if not labelled:  # the end of the guess carries the label
            drawn.layout.annotations = [note for note in drawn.layout.annotations if note.text != name]
        return plain(drawn)

    step = 10 ** floor(log10((top - low) / 100))
    secret |= {"truth": [float(v) for v in answer.iloc[known:]], "figure": figure(answer, True)}
    return {
        "mode": "line",
        "help": "draw_help",
        "figure": figure(answer.iloc[:known], False),
        "places": places,
        "known": known,
        "start": float(answer.iloc[known - 1]),
        "low": low,
        "high": top,
        "step": int(step) if step >= 1 else step,
        "colour": theme.SOFT,
        "paper": theme.PAPER,
    }


#: The verdicts of the claims ledger, in the words that a reader sees.
VERDICTS = {
    "supported": "supported",
    "partly": "partly supported",
    "not supported": "not supported",
    "too early": "too early to say",
    "not measurable": "not measurable",
}


def weigh(claim_id: str, *, for_: Sequence[str], against: Sequence[str], missing: Sequence[str]) -> Prediction:
    """Let the reader weigh a claim of the ledger: evidence first, her verdict and reason, then the kit's.

    Parameters
    ----------
    claim_id : str
        Row of the dataset ``claims``.
    for_, against, missing : list of str
        What speaks for the claim, what against it, and what nobody has published; one sentence each.

    Returns
    -------
    Prediction

    Raises
    ------
    PredictError
        If the ledger has no such claim.

    Examples
    --------
    >>> weigh("C15", for_=["470 in 2023"], against=["No 2025 value"], missing=["Who was counted?"]).guess is None
    True
    """
    ledger = catalogue.load("claims").set_index("claim_id")
    if claim_id not in ledger.index:
        raise PredictError(
            f"The ledger has no claim “{claim_id}”. It has {ledger.index[0]} to {ledger.index[-1]}: see kit.load('claims')."
        )
    claim = ledger.loc[claim_id]
    evidence = [("weigh_for", for_), ("weigh_against", against), ("weigh_missing", missing)]
    spec = {
        "id": f"claim-{claim_id.lower()}",
        "title": f"“{claim['claim']}”",
        "about": WORDS["weigh_about"].format(
            who=claim["claimed_by"], when=date_in_words(claim["date"]), kind=claim["status"]
        ),
        "unit": "",
        "height": 0,
        "mode": "choice",
        "help": "weigh_help",
        "source": catalogue.source_line("claims", [claim["source_id"]]),
        "commit": WORDS["weigh_commit"],
        "ask": WORDS["weigh_reason"],
        "ask_first": True,
        "right": WORDS["weigh_same"],
        "other": WORDS["weigh_other"],
        "legend": WORDS["weigh_legend"],
        "choices": list(VERDICTS.values()),
        "evidence": [{"head": WORDS[head], "lines": list(lines)} for head, lines in evidence if lines],
    }
    secret = {
        "truth": VERDICTS[claim["verdict"]],
        "why": WORDS["weigh_because"].format(reason=claim["verdict_reason"]),
        "figure": None,
    }
    return Prediction(spec | {"secret": baking.pack(secret, claim_id)})


def date_in_words(when: str) -> str:
    """Return a full ISO date as "12 February 2025"; a year or a month stays as it is."""
    return f"{date.fromisoformat(when):%d %B %Y}".lstrip("0") if len(when) == 10 else when
