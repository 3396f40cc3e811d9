"""The AI Priorities Kit: read a policy claim with data.

Everything that a lesson uses is here; what is not listed in ``__all__`` is private.

Examples
--------
>>> import kit
>>> robots = kit.load("robot_installations")
"""

from kit import charts, models
from kit.data import DatasetError, cite, datasets, describe, load
from kit.lesson import sources
from kit.widgets import Choice, ControlError, Many, Slider, Toggle, check, explore, poll, predict, quiz, recall, weigh

__version__ = "0.1.0"

__all__ = [
    "Choice",
    "ControlError",
    "DatasetError",
    "Many",
    "Slider",
    "Toggle",
    "charts",
    "check",
    "cite",
    "datasets",
    "describe",
    "explore",
    "load",
    "models",
    "poll",
    "predict",
    "quiz",
    "recall",
    "sources",
    "weigh",
]
