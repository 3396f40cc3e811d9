"""``predict`` and ``weigh``: the reader commits to a guess or a verdict before the answer shows."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import floor, log10
from numbers import Real
from typing import Any, cast

import pandas as pd
import plotly.graph_objects as go
import traitlets

from kit import charts, theme
from kit import data as catalogue
from kit.widgets import codes, embedding, frontend
from kit.widgets.contract import ClaimSpec, Evidence, FigureSpec, GuessSpec, PredictData, PredictSpec, Secret, is_claim
from kit.widgets.explore import dataset_names, printed_sources
from kit.widgets.figures import to_spec
from kit.widgets.messages import MESSAGES
from kit.widgets.widget import ChartLibrary, Widget


class PredictError(ValueError):
    """A prediction was described in a way that cannot work; the message says what to write instead."""


class Prediction(Widget[PredictSpec]):
    """A guess before the data. Make one with `predict` or `weigh`.

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
        codes.register(PredictData(kind="predict", spec=spec))
        super().__init__(spec)

    def text_summary(self) -> str:
        """Return the question in words; the answer is not among them."""
        asked = [self.spec["title"], self.spec["about"]]
        if is_claim(self.spec):
            asked += [f"{part['head']}: {' / '.join(part['lines'])}" for part in self.spec["evidence"]]
        if self.spec["mode"] == "choice":
            asked += [f"  ○ {choice}" for choice in self.spec["choices"]]
        return "\n".join(line for line in asked if line)


def predict(
    question: str,
    answer: "pd.Series[Any] | float | str",
    *,
    id: str,
    known: int = 1,
    context: "Mapping[str, pd.Series[Any]] | None" = None,
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
    card: GuessSpec = {
        "id": id,
        "title": question,
        "about": about,
        "unit": unit,
        "height": height,
        "source": printed_sources(data),
        "data": dataset_names(data),
        "commit": MESSAGES["commit"],
        "ask": MESSAGES["assumed"],
        "right": MESSAGES["choice_right"],
        "other": MESSAGES["choice_wrong"],
        "legend": "",
        "help": "number_help",
        "secret": "",
    }
    shown = to_spec(figure) if figure is not None else None
    if isinstance(answer, pd.Series):
        return _drawing(answer, known, context or {}, (low, high), card, why)
    if isinstance(answer, str):
        if answer not in choices:
            raise PredictError(
                f"The answer “{answer}” is not among the choices ({', '.join(choices) or 'there are none'}): add it."
            )
        card |= {"help": "choose_help", "secret": _secret(question, answer, why, shown)}
        return Prediction({**card, "mode": "choice", "choices": list(choices)})
    if isinstance(answer, Real):
        card["secret"] = _secret(question, float(answer), why, shown)
        return Prediction({**card, "mode": "number"})
    raise PredictError(
        f"predict was given {type(answer).__name__} as the answer; "
        "it takes a pandas Series, a number, or a text with choices."
    )


def _secret(title: str, truth: list[float] | float | str, why: str, figure: FigureSpec | None) -> str:
    secret: Secret = {"truth": truth, "why": why, "figure": figure}
    return embedding.compress(secret, title)


def _drawing(
    answer: "pd.Series[Any]",
    known: int,
    context: Mapping[str, "pd.Series[Any]"],
    limits: tuple[float, float | None],
    card: GuessSpec,
    why: str,
) -> Prediction:
    answer = answer.dropna()
    if not 1 <= known < len(answer):
        raise PredictError(
            f"known is {known} and the series has {len(answer)} values: "
            "leave at least one value to show and one to guess."
        )
    name = str(answer.name or "data")
    low, high = limits
    top = high or 1.15 * max(float(series.max()) for series in [answer, *context.values()])
    if not low < top or float(answer.min()) < low:
        raise PredictError(
            f"The drawing area goes from {low:g} to {top:g} and must hold every value, "
            f"from {answer.min():g} to {answer.max():g}: change low or high."
        )
    places = [int(place) if place.is_integer() else place for place in map(float, answer.index)]

    def figure(series: "pd.Series[Any]", labelled: bool) -> FigureSpec:
        frames = [
            pd.DataFrame({"place": s.index, "value": s.to_numpy(), "series": str(label)})
            for label, s in [(name, series), *context.items()]
        ]
        drawn = charts.lines(pd.concat(frames), "place", "value", "series", unit=card["unit"], highlight=name)
        drawn.update_yaxes(range=[low, top])
        drawn.update_xaxes(range=[places[0] - 0.4, places[-1] + 0.4])
        if not labelled:  # the end of the guess carries the label
            drawn.layout.annotations = [note for note in drawn.layout.annotations if note.text != name]
        return to_spec(drawn)

    step = 10.0 ** floor(log10((top - low) / 100))
    truth = [float(value) for value in answer.iloc[known:]]
    card |= {"help": "draw_help", "secret": _secret(card["title"], truth, why, figure(answer, True))}
    return Prediction(
        {
            **card,
            "mode": "line",
            "figure": figure(answer.iloc[:known], False),
            "places": places,
            "known": known,
            "start": float(answer.iloc[known - 1]),
            "low": low,
            "high": top,
            "step": int(step) if step >= 1 else step,
            "color": theme.MUTED,
            "background": theme.BACKGROUND,
        }
    )


#: The verdicts of the claims ledger, as written in the file → in the words that a reader sees.
VERDICTS = {verdict: label for verdict, (label, _) in catalogue.verdict_words().items()}


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
    (claim,) = ledger_claims([claim_id])
    evidence: list[Evidence] = [
        {"head": MESSAGES[head], "lines": list(lines)}
        for head, lines in [("weigh_for", for_), ("weigh_against", against), ("weigh_missing", missing)]
        if lines
    ]
    why = MESSAGES["weigh_because"].format(reason=claim["verdict_reason"])
    spec: ClaimSpec = {
        "id": f"claim-{claim_id.lower()}",
        "title": f"“{claim['claim']}”",
        "about": MESSAGES["weigh_about"].format(
            who=claim["claimed_by"], when=date_in_words(claim["date"]), kind=claim["status"]
        ),
        "unit": "",
        "height": 0,
        "mode": "choice",
        "help": "weigh_help",
        "source": catalogue.source_line("claims", [claim["source_id"]]),
        "data": [],
        "commit": MESSAGES["weigh_commit"],
        "ask": MESSAGES["weigh_reason"],
        "ask_first": True,
        "right": MESSAGES["weigh_same"],
        "other": MESSAGES["weigh_other"],
        "legend": MESSAGES["weigh_legend"],
        "choices": list(VERDICTS.values()),
        "evidence": evidence,
        "secret": _secret(claim_id, VERDICTS[claim["verdict"]], why, None),
    }
    return Prediction(spec)


def ledger_claims(wanted: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Return claims of the ledger, column → entry; all of them if none is named.

    Parameters
    ----------
    wanted : list of str
        Which claims, by ``claim_id``.

    Returns
    -------
    list of dict

    Raises
    ------
    PredictError
        If the ledger has no such claim.
    """
    rows = cast("list[dict[str, Any]]", catalogue.load("claims").to_dict("records"))
    ledger = {row["claim_id"]: row for row in rows}
    for claim_id in wanted:
        if claim_id not in ledger:
            first, *_, last = ledger
            raise PredictError(
                f"The ledger has no claim “{claim_id}”. It has {first} to {last}: see kit.load('claims')."
            )
    return [ledger[claim_id] for claim_id in wanted or ledger]


def date_in_words(when: str) -> str:
    """Return a full ISO date as "12 February 2025"; a year or a month stays as it is."""
    return f"{date.fromisoformat(when):%d %B %Y}".lstrip("0") if len(when) == 10 else when
