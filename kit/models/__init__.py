"""Models: pure functions of numbers, one model a file."""

from kit.models.diffusion import BassFit, LogisticFit, bass, fit_bass, fit_logistic, logistic
from kit.models.counts import CountComparison, compare_counts
from kit.models.learning_curve import LearningCurve, fit_learning_curve
from kit.models.parcel import ParcelCost, parcel_carbon, parcel_cost
from kit.models.payback import Payback, payback
from kit.models.rotor import CruisePower, disk_area, fit_cruise_power, hover_power
from kit.models.on_device import model_size, writing_speed
from kit.models.rare_events import Trial, chance_of_so_few, count_interval, exposure_for_precision, exposure_without_event, trial
from kit.models.selection import Selection, expected_winners_mean, winners
from kit.models.squat import Squat, squat
from kit.models.stock import Stock, stock
from kit.models.turnover import turnover, year_reached

__all__ = [
  "BassFit",
  "CountComparison",
  "LearningCurve",
  "LogisticFit",
  "Selection",
  "Stock",
  "Trial",
  "bass",
  "chance_of_so_few",
  "compare_counts",
  "count_interval",
  "expected_winners_mean",
  "exposure_for_precision",
  "exposure_without_event",
  "fit_bass",
  "fit_learning_curve",
  "fit_logistic",
  "logistic",
  "model_size",
  "stock",
  "trial",
  "turnover",
  "winners",
    "CountComparison",
    "LearningCurve",
    "Selection",
    "Stock",
    "compare_counts",
    "expected_winners_mean",
    "fit_learning_curve",
    "CruisePower",
    "LearningCurve",
    "ParcelCost",
    "Payback",
    "Selection",
    "Squat",
    "Stock",
    "disk_area",
    "expected_winners_mean",
    "fit_cruise_power",
    "fit_learning_curve",
    "hover_power",
    "parcel_carbon",
    "parcel_cost",
    "payback",
    "squat",
    "stock",
    "winners",
  "writing_speed",
  "year_reached",
from kit.models.concentration import Concentration, concentration
from kit.models.growth import Growth, factor_between, fit_growth
from kit.models.learning_curve import LearningCurve, fit_learning_curve
from kit.models.placement import Placement, delay_ms, distance_km, place
from kit.models.rating import preference, votes_needed
from kit.models.roofline import attainable, ridge
from kit.models.selection import Selection, expected_winners_mean, winners
from kit.models.standards import Adoption, adopt, connectors
from kit.models.stock import Stock, stock
from kit.models.training import TrainingRun, training_run, utilisation

__all__ = [
    "Adoption",
    "Concentration",
    "Growth",
    "LearningCurve",
    "Placement",
    "Selection",
    "Stock",
    "TrainingRun",
    "adopt",
    "attainable",
    "concentration",
    "connectors",
    "delay_ms",
    "distance_km",
    "expected_winners_mean",
    "factor_between",
    "fit_growth",
    "fit_learning_curve",
    "place",
    "preference",
    "ridge",
    "stock",
    "training_run",
    "utilisation",
    "votes_needed",
    "winners",
]
