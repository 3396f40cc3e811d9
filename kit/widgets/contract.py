"""The contract: what each widget sends to its front end, and what worksheets, class codes and hand-ins read of it.

A widget is a kind and a spec. Each spec has its type here and nowhere else; `declarations` writes the same types for
the front end's checker, into ``front/contract.d.ts``.
"""

from collections.abc import Mapping
from typing import Any, Generic, Literal, NotRequired, TypedDict, TypeGuard, TypeVar

from kit.widgets.poll_contract import CodeForm as CodeForm
from kit.widgets.poll_contract import GuessPart as GuessPart
from kit.widgets.poll_contract import OptionsPart as OptionsPart
from kit.widgets.poll_contract import PollPart as PollPart
from kit.widgets.poll_contract import PollQuestion as PollQuestion
from kit.widgets.poll_contract import PollSpec as PollSpec

#: Under this type a widget's kind and spec travel in a notebook's output while the site is built.
MIME_TYPE = "application/vnd.ai-priorities-kit+json"

KindT = TypeVar("KindT")
SpecT = TypeVar("SpecT")

Compressed = str
"""A value that `kit.widgets.embedding.compress` has made short, and that a reader's eye does not fall on."""


# Charts


class FigureSpec(TypedDict):
    """A plotly figure as plain data, without its template; a guest has not the kit's."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]
    guest: NotRequired[bool]


class Drawing(TypedDict):
    """One state of an explorer: the chart, and the sentence under it."""

    figure: FigureSpec
    caption: str


class Picture(TypedDict):
    """A state of an explorer for paper, with its settings in words."""

    settings: str
    figure: FigureSpec
    caption: str


class DrawnAnswer(TypedDict):
    """What the kernel answers when a control has moved: ``figure`` and ``caption``, or the ``fault`` in words."""

    state: list[int]
    figure: NotRequired[FigureSpec]
    caption: NotRequired[str]
    fault: NotRequired[str]


# Explorers


class GridSpec(TypedDict):
    """Settings that are evenly spaced: the front end writes their labels itself, since there may be millions."""

    low: float
    step: float
    count: int
    decimals: int


class ControlSpec(TypedDict):
    """A control: its settings in words or in a ``grid``, the place of the one at the start; a slider has ``play``."""

    kind: Literal["select", "multiselect", "slider", "toggle"]
    name: str
    label: str
    unit: str
    help: str
    options: list[str]
    default: int
    grid: NotRequired[GridSpec]
    play: NotRequired[bool]


class ExploreSpec(TypedDict):
    """An explorer. ``states`` (a list of `Drawing`, the last control turning fastest) is there in a page only.

    ``pictures`` is there only for what makes sheets of paper; the reader of a sheet sees their ``table``.
    """

    id: str
    title: str
    about: str
    source: str
    data: list[str]
    height: int
    controls: list[ControlSpec]
    finding: NotRequired[str]
    states: NotRequired[Compressed]
    table: NotRequired[bool]
    pictures: NotRequired[list[Picture]]


# What a device remembers


class Memory(TypedDict):
    """Where an answer is kept on the reader's device, and the version of the question that it answers."""

    key: str
    version: str


# Predictions and claims


class GuessSpec(TypedDict):
    """What every prediction has. ``secret`` holds a `Secret`; ``poll`` is there once the question is registered."""

    id: str
    memory: Memory
    title: str
    about: str
    unit: str
    height: int
    source: str
    data: list[str]
    commit: str
    ask: str
    right: str
    other: str
    legend: str
    help: Literal["draw_help", "number_help", "share_help", "dots_help", "choose_help", "weigh_help"]
    secret: Compressed
    poll: NotRequired[CodeForm]


class Line(TypedDict):
    """A series to draw: the first ``known`` of its ``places`` stand already, in ``figure``; ``labels`` name them."""

    figure: FigureSpec
    places: list[int | float]
    labels: list[str]
    known: int
    start: float
    low: float
    high: float
    step: float
    color: str
    background: str


class LineSpec(GuessSpec, Line):
    """A series to draw."""

    mode: Literal["line"]


class NumberSpec(GuessSpec):
    """A number to type."""

    mode: Literal["number"]


class ShareSpec(GuessSpec):
    """A number to set by dragging a bar from ``low`` to ``high``, or by colouring as many of ``high`` dots."""

    mode: Literal["share"]
    shape: Literal["bar", "dots"]
    low: float
    high: float
    step: float


class ChoiceSpec(GuessSpec):
    """An answer to choose."""

    mode: Literal["choice"]
    choices: list[str]


class Evidence(TypedDict):
    """What speaks for a claim, or against it, or is missing."""

    head: str
    lines: list[str]


class ClaimSpec(ChoiceSpec):
    """A claim of the ledger to weigh: a choice with its evidence, whose reason is asked after the verdict."""

    ask_last: Literal[True]
    evidence: list[Evidence]


PredictSpec = LineSpec | NumberSpec | ShareSpec | ChoiceSpec | ClaimSpec


class Secret(TypedDict):
    """What a prediction shows once the reader has committed.

    ``why`` is said whatever the guess was, ``why_by`` by the kind of guess: an option, or "too low", "too high" and
    "close", which is what lies within ``close`` of the truth. ``follows`` are paragraphs.
    """

    truth: list[float] | float | str
    why: str
    why_by: dict[str, str]
    close: float
    follows: list[str]
    figure: FigureSpec | None


class RecallSpec(TypedDict):
    """A guess brought back; the version in ``memory`` is "" where it is not known."""

    id: str
    memory: Memory
    title: str


# Quizzes


class Option(TypedDict):
    """An option with its reason."""

    text: str
    why: str
    right: bool


class NumberOption(TypedDict):
    """A number, right or a known mistake, with its tolerance; ``value`` None stands for all others."""

    value: float | None
    within: float
    right: bool
    why: str


class OrderOption(TypedDict):
    """An item of an order, in its right place."""

    text: str
    why: str


class ChoiceQuestion(TypedDict):
    """One right option (``single``) or several."""

    kind: Literal["single", "several"]
    text: str
    version: str
    options: list[Option]


class NumberQuestion(TypedDict):
    """A number is asked for."""

    kind: Literal["number"]
    text: str
    version: str
    unit: str
    options: list[NumberOption]


class OrderQuestion(TypedDict):
    """Items are put in order; ``start`` is the order in which they are first seen."""

    kind: Literal["order"]
    text: str
    version: str
    start: list[int]
    options: list[OrderOption]


Question = ChoiceQuestion | NumberQuestion | OrderQuestion


class QuizSpec(TypedDict):
    """The questions of one card; ``label`` names it to a screen reader, under ``memory`` its answers are kept."""

    id: str
    memory: str
    title: str
    label: str
    questions: list[Question]
    poll: NotRequired[CodeForm]


# The claims ledger


class LedgerClaim(TypedDict):
    """A claim of the ledger, as a menu offers it."""

    id: str
    memory: Memory
    lesson: str
    claim: str
    who: str
    when: str
    kind: str


class KitVerdict(TypedDict):
    """The kit's verdict on a claim, with its reason and the sentence that says it."""

    verdict: str
    reason: str
    why: str


class VerdictsSpec(TypedDict):
    """The ledger to weigh; ``secret`` holds claim → `KitVerdict`."""

    id: str
    title: str
    about: str
    claims: list[LedgerClaim]
    verdicts: list[str]
    source: str
    secret: Compressed


# A widget in an output


class Payload(TypedDict, Generic[KindT, SpecT]):
    """A widget in an output of a notebook."""

    kind: KindT
    spec: SpecT


ExploreData = Payload[Literal["explore"], ExploreSpec]
PredictData = Payload[Literal["predict"], PredictSpec]
QuizData = Payload[Literal["quiz"], QuizSpec]
RecallData = Payload[Literal["recall"], RecallSpec]
VerdictsData = Payload[Literal["verdicts"], VerdictsSpec]
PollData = Payload[Literal["poll"], PollSpec]
WidgetData = ExploreData | PredictData | QuizData | RecallData | VerdictsData | PollData


def is_claim(spec: PredictSpec) -> TypeGuard[ClaimSpec]:
    """Tell whether a prediction is a claim to weigh."""
    return "evidence" in spec


def widget_in(output: Mapping[str, Any]) -> WidgetData | None:
    """Return the widget that an output of a notebook holds, or None.

    Parameters
    ----------
    output : dict
        An output of a cell that ran while embedding was switched on.

    Examples
    --------
    >>> widget_in({"data": {"text/plain": "3"}}) is None
    True
    """
    found: WidgetData | None = output.get("data", {}).get(MIME_TYPE)
    return found
