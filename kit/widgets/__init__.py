"""Widgets that work in JupyterLab, in a page without a kernel, and in words."""

from kit.widgets.check import Feedback, check
from kit.widgets.controls import ControlError, MultiSelect, Select, Slider, Toggle
from kit.widgets.explore import Explorer, explore
from kit.widgets.poll import Poll, poll
from kit.widgets.predict import PredictError, Prediction, predict, weigh
from kit.widgets.quiz import Quiz, QuizError, quiz
from kit.widgets.recall import Recall, recall
from kit.widgets.verdicts import Verdicts, verdicts

__all__ = [
    "ControlError",
    "Explorer",
    "Feedback",
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
    "poll",
    "predict",
    "quiz",
    "recall",
    "verdicts",
    "weigh",
]
