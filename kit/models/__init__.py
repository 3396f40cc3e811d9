"""Models: pure functions of numbers, one model a file."""

from kit.models.allotment import allotment_gain
from kit.models.amdahl import overall_speedup, share_needed
from kit.models.bayes import Screening, prevalence_behind, screen, screen_again
from kit.models.circulation import Circulation, circulation
from kit.models.concentration import Concentration, concentration
from kit.models.counts import CountComparison, compare_counts
from kit.models.crutch import Practice, kept_behind, practise
from kit.models.diffusion import BassFit, LogisticFit, bass, fit_bass, fit_logistic, logistic
from kit.models.event_study import EventStudy, event_study, simple_returns
from kit.models.growth import Growth, factor_between, fit_growth
from kit.models.knowledge_tracing import Trace, trace
from kit.models.learning_curve import LearningCurve, fit_learning_curve
from kit.models.on_device import model_size, writing_speed
from kit.models.pace import grow, required_growth
from kit.models.parcel import ParcelCost, parcel_carbon, parcel_cost
from kit.models.payback import Payback, payback
from kit.models.placement import Placement, delay_ms, distance_km, place
from kit.models.rare_events import (
    Trial,
    chance_of_so_few,
    count_interval,
    exposure_for_precision,
    exposure_without_event,
    trial,
)
from kit.models.rating import preference, votes_needed
from kit.models.response import Response, fit_response
from kit.models.roofline import attainable, ridge
from kit.models.rotor import CruisePower, disk_area, fit_cruise_power, hover_power
from kit.models.selection import Selection, expected_winners_mean, winners
from kit.models.squat import Squat, squat
from kit.models.standards import Adoption, adopt, connectors
from kit.models.stock import Stock, stock
from kit.models.training import TrainingRun, training_run, utilisation
from kit.models.triage import Prices, Triage, fit_prices, triage
from kit.models.turnover import turnover, year_reached
from kit.models.two_groups import GroupComparison, Redrawn, compare_groups, redraw_trial
from kit.models.voucher import firms_served, price_paid
from kit.models.workforce import workforce

__all__ = [
    "Adoption",
    "BassFit",
    "Circulation",
    "Concentration",
    "CountComparison",
    "CruisePower",
    "EventStudy",
    "GroupComparison",
    "Growth",
    "LearningCurve",
    "LogisticFit",
    "ParcelCost",
    "Payback",
    "Placement",
    "Practice",
    "Prices",
    "Redrawn",
    "Response",
    "Screening",
    "Selection",
    "Squat",
    "Stock",
    "Trace",
    "TrainingRun",
    "Triage",
    "Trial",
    "adopt",
    "allotment_gain",
    "attainable",
    "bass",
    "chance_of_so_few",
    "circulation",
    "compare_counts",
    "compare_groups",
    "concentration",
    "connectors",
    "count_interval",
    "delay_ms",
    "disk_area",
    "distance_km",
    "event_study",
    "expected_winners_mean",
    "exposure_for_precision",
    "exposure_without_event",
    "factor_between",
    "firms_served",
    "fit_bass",
    "fit_cruise_power",
    "fit_growth",
    "fit_learning_curve",
    "fit_logistic",
    "fit_prices",
    "fit_response",
    "grow",
    "hover_power",
    "kept_behind",
    "logistic",
    "model_size",
    "overall_speedup",
    "parcel_carbon",
    "parcel_cost",
    "payback",
    "place",
    "practise",
    "preference",
    "prevalence_behind",
    "price_paid",
    "redraw_trial",
    "required_growth",
    "ridge",
    "screen",
    "screen_again",
    "share_needed",
    "simple_returns",
    "squat",
    "stock",
    "trace",
    "training_run",
    "triage",
    "trial",
    "turnover",
    "utilisation",
    "votes_needed",
    "winners",
    "workforce",
    "writing_speed",
    "year_reached",
]
