"""The contract: every widget sends what its type says, and the front end's declarations say the same."""

from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

import pandas as pd
import plotly.graph_objects as go
import pytest

import kit
from kit.widgets import contract, declarations, embedding, poll, recall

SERIES = pd.Series([23.0, 37, 57], index=[2012, 2013, 2014], name="China")
QUIZ = """
Which?
- [x] this :: Yes.
- [ ] that :: No.
---
Tick
- [x] this :: Yes.
- [x] that :: Yes.
---
How many?
- [=] 51 ± 1 % :: Yes.
- [ ] * :: No.
---
In order
1. one :: First.
2. two
"""


def faults(value, kind, where="it"):
    """Return what of a value does not fit a type of the contract."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind is Any:
        return []
    if origin in (Union, UnionType):
        tried = [faults(value, part, where) for part in parts]
        return min(tried, key=len)
    if origin is NotRequired:
        return faults(value, parts[0], where)
    if origin is Literal:
        return [] if value in parts else [f"{where}: {value!r}"]
    if origin is list and isinstance(value, list):
        return [fault for i, item in enumerate(value) for fault in faults(item, parts[0], f"{where}[{i}]")]
    if origin is dict and isinstance(value, dict):
        return [fault for key, item in value.items() for fault in faults(item, parts[1], f"{where}.{key}")]
    if is_typeddict(kind) and isinstance(value, dict):
        hints = get_type_hints(kind)
        missing = [f"{where} has no {key}" for key in kind.__required_keys__ - set(value)]
        strange = [f"{where} has {key}" for key in set(value) - set(hints)]
        inner = [f for key in set(value) & set(hints) for f in faults(value[key], hints[key], f"{where}.{key}")]
        return missing + strange + inner
    fits = {float: (int, float), int: (int,), str: (str,), bool: (bool,), NoneType: (NoneType,)}.get(kind, ())
    wrong_bool = isinstance(value, bool) and kind is not bool
    return [] if isinstance(value, fits) and not wrong_bool else [f"{where} is {type(value).__name__}"]


def explorer():
    return kit.explore(
        lambda n, many, on, place: (go.Figure(go.Bar(x=["n"], y=[n])), "A bar."),
        title="A bar",
        n=kit.Slider(1, 3, play=True),
        many=kit.MultiSelect(["a", "b"]),
        on=True,
        place=["a", "b"],
    )


WIDGETS = {
    "explore": (explorer, contract.ExploreSpec),
    "line": (lambda: kit.predict("Draw", SERIES, id="c-line"), contract.LineSpec),
    "number": (lambda: kit.predict("How many?", 3, id="c-number"), contract.NumberSpec),
    "share": (lambda: kit.predict("Which share?", 3, id="c-share", shape="share", unit="%"), contract.ShareSpec),
    "choice": (lambda: kit.predict("Which?", "a", id="c-choice", choices=["a", "b"]), contract.ChoiceSpec),
    "claim": (lambda: kit.weigh("C15", for_=["a"], against=["b"], missing=["c"]), contract.ClaimSpec),
    "recall": (lambda: recall("c-line"), contract.RecallSpec),
    "quiz": (lambda: kit.quiz(QUIZ, id="c-quiz"), contract.QuizSpec),
    "verdicts": (lambda: kit.verdicts(["C15"]), contract.VerdictsSpec),
    "poll": (
        lambda: poll(*(WIDGETS[n][0]() for n in ("line", "number", "choice", "claim", "quiz"))),
        contract.PollSpec,
    ),
}


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_sends_what_its_type_says(name):
    make, kind = WIDGETS[name]
    assert faults(make().spec, kind) == []


def test_what_is_compressed_and_what_the_kernel_answers_is_typed_too(capsys):
    for name in ("line", "number", "choice", "claim"):
        assert faults(embedding.decompress(WIDGETS[name][0]().spec["secret"]), contract.Secret) == []
    secret = embedding.decompress(WIDGETS["verdicts"][0]().spec["secret"])
    assert faults(secret, dict[str, contract.KitVerdict]) == []
    assert faults(explorer().drawn, contract.DrawnAnswer) == []
    failing = kit.explore(lambda n: 1 / 0, n=(1, 2))
    assert faults(failing.drawn, contract.DrawnAnswer) == [] and "ZeroDivisionError" in failing.drawn["fault"]


@pytest.mark.parametrize(
    ("change", "told"),
    [({"id": 3}, "it.id is int"), ({"extra": 1}, "it has extra"), ({"questions": [{}]}, "it.questions[0] has no")],
)
def test_a_spec_that_does_not_fit_is_noticed(change, told):
    assert told in " ".join(faults({**kit.quiz(QUIZ, id="c-quiz").spec, **change}, contract.QuizSpec))


def test_the_front_ends_declarations_are_those_of_the_contract():
    written = declarations.PATH.read_text(encoding="utf-8")
    assert written == declarations.declarations(), "run: python -m kit.widgets.declarations"
