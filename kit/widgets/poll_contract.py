"""The contract of class codes and of the teacher's card that reads them; `kit.widgets.contract` offers all of it."""

from typing import NotRequired, TypedDict, final


class CodeForm(TypedDict):
    """The form of a question's code: the characters that name it, and how many answers each part has."""

    prefix: str
    radices: list[int]


@final
class GuessPart(TypedDict):
    """A number that a class guessed."""

    text: str
    unit: str
    truth: float
    mark: str


@final
class OptionsPart(TypedDict):
    """Options that a class chose from: places of the right ones, and why an option is right or wrong."""

    text: str
    options: list[str]
    right: list[int]
    mark: str
    tally: str
    several: NotRequired[bool]
    why: NotRequired[list[str]]


PollPart = GuessPart | OptionsPart


class PollQuestion(CodeForm):
    """A question whose codes can be read."""

    title: str
    parts: list[PollPart]


class PollSpec(TypedDict):
    """The teacher's card."""

    id: str
    title: str
    about: str
    questions: list[PollQuestion]
