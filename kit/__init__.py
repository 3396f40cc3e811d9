"""The AI Priorities Kit: read a policy claim with data.

Everything that a lesson uses is here; what is not listed in ``__all__`` is private.

Examples
--------
>>> import kit
>>> robots = kit.load("robot_installations")
"""

from kit import charts, models
from kit.data import DatasetError, cite, datasets, describe, ledger, load, sources
from kit.notebooks import sealed
from kit.page_export import HandInError, hand_in
from kit.widgets import (
    ControlError,
    MultiSelect,
    Select,
    Slider,
    Toggle,
    check,
    exercises,
    explore,
    key,
    keys,
    poll,
    predict,
    quiz,
    recall,
    verdicts,
    weigh,
)

exercises.install()

__version__ = "0.1.0"

__all__ = [
    "ControlError",
    "DatasetError",
    "HandInError",
    "MultiSelect",
    "Select",
    "Slider",
    "Toggle",
    "charts",
    "check",
    "cite",
    "datasets",
    "describe",
    "explore",
    "hand_in",
    "key",
    "keys",
    "ledger",
    "load",
    "models",
    "poll",
    "predict",
    "quiz",
    "recall",
    "sealed",
    "sources",
    "verdicts",
    "weigh",
]
