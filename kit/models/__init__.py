"""Models: pure functions of numbers, one model a file."""

from kit.models.learning_curve import LearningCurve, fit_learning_curve
from kit.models.selection import Selection, expected_winners_mean, winners
from kit.models.stock import Stock, stock

__all__ = ["LearningCurve", "Selection", "Stock", "expected_winners_mean", "fit_learning_curve", "stock", "winners"]
