"""Widgets that work in JupyterLab, in a page without a kernel, and in words."""

from kit.widgets.check import Feedback, Key, check, key, keys
from kit.widgets.controls import ControlError, MultiSelect, Select, Toggle
from kit.widgets.drawing import PredictError
from kit.widgets.explore import Explorer, explore
from kit.widgets.poll import Poll, poll
from kit.widgets.predict import Prediction, predict
from kit.widgets.quiz import Quiz, QuizError, quiz
from kit.widgets.recall import Recall, recall
from kit.widgets.sliders import Slider
from kit.widgets.verdicts import Verdicts, verdicts
from kit.widgets.weigh import weigh

__all__ = [
    "ControlError",
    "Explorer",
    "Feedback",
    "Key",
    "MultiSelect",
    "Poll",
    "PredictError",
    "Prediction",
    "Quiz",
    "QuizError",
    "Recall",
    "Select",
    "Slider",
    "Toggle",
    "Verdicts",
    "check",
    "explore",
    "key",
    "keys",
    "poll",
    "predict",
    "quiz",
    "recall",
    "verdicts",
    "weigh",
]
