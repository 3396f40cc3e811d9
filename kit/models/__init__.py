"""Models: pure functions of numbers, one topic a module.

============  =========================================================================  ====================
topic         functions                                                                  lessons
============  =========================================================================  ====================
`stocks`      stock, turnover, year_reached, workforce, circulation                      01 04 05 06 12
`curves`      fit_growth, growth_between, cagr, grow, fit_learning_curve, fit_response   01 02 04 10 11 12 14
`diffusion`   logistic, fit_logistic, bass, fit_bass                                     02 03 04 06
`chance`      trial, poisson_ratio_test, two_proportion_test, simulate_trial, winners    00 01 04 09
`screening`   screen, screen_again, prevalence_behind, triage, fit_prices                09
`learning`    knowledge_trace, tutor_dependence                                          08
`machines`    squat, disk_area, hover_power, fit_cruise_power                            06 07
`costs`       payback, parcel_cost, parcel_carbon, overall_speedup, share_needed,        03 06 07 12
              price_paid
`computing`   training_run, utilisation, attainable, writing_speed, transport_plan,      05 11
              distance_km, delay_ms
`ecosystems`  concentration, preference, votes_needed, connectors, adopt                 10
`finance`     simple_returns, fit_market_model, event_study, allotment_gain              13
============  =========================================================================  ====================
"""

from kit.models.chance import (
    PoissonRatio,
    Selection,
    SimulatedTrials,
    Trial,
    TwoProportions,
    poisson_ratio_test,
    simulate_trial,
    trial,
    two_proportion_test,
    winners,
)
from kit.models.computing import (
    TrainingRun,
    TransportPlan,
    attainable,
    delay_ms,
    distance_km,
    training_run,
    transport_plan,
    utilisation,
    writing_speed,
)
from kit.models.costs import (
    ParcelCost,
    Payback,
    overall_speedup,
    parcel_carbon,
    parcel_cost,
    payback,
    price_paid,
    share_needed,
)
from kit.models.curves import (
    Growth,
    LearningCurve,
    Response,
    cagr,
    fit_growth,
    fit_learning_curve,
    fit_response,
    grow,
    growth_between,
)
from kit.models.diffusion import BassFit, LogisticFit, bass, fit_bass, fit_logistic, logistic
from kit.models.ecosystems import Adoption, Concentration, adopt, concentration, connectors, preference, votes_needed
from kit.models.finance import (
    EventStudy,
    MarketModel,
    allotment_gain,
    event_study,
    fit_market_model,
    simple_returns,
)
from kit.models.learning import KnowledgeTrace, Practice, knowledge_trace, tutor_dependence
from kit.models.machines import CruisePower, Squat, disk_area, fit_cruise_power, hover_power, squat
from kit.models.screening import Prices, Screening, Triage, fit_prices, prevalence_behind, screen, screen_again, triage
from kit.models.stocks import Circulation, Stock, circulation, stock, turnover, workforce, year_reached

__all__ = [
    "Adoption",
    "BassFit",
    "Circulation",
    "Concentration",
    "CruisePower",
    "EventStudy",
    "Growth",
    "KnowledgeTrace",
    "LearningCurve",
    "LogisticFit",
    "MarketModel",
    "ParcelCost",
    "Payback",
    "PoissonRatio",
    "Practice",
    "Prices",
    "Response",
    "Screening",
    "Selection",
    "SimulatedTrials",
    "Squat",
    "Stock",
    "TrainingRun",
    "TransportPlan",
    "Triage",
    "Trial",
    "TwoProportions",
    "adopt",
    "allotment_gain",
    "attainable",
    "bass",
    "cagr",
    "circulation",
    "concentration",
    "connectors",
    "delay_ms",
    "disk_area",
    "distance_km",
    "event_study",
    "fit_bass",
    "fit_cruise_power",
    "fit_growth",
    "fit_learning_curve",
    "fit_logistic",
    "fit_market_model",
    "fit_prices",
    "fit_response",
    "grow",
    "growth_between",
    "hover_power",
    "knowledge_trace",
    "logistic",
    "overall_speedup",
    "parcel_carbon",
    "parcel_cost",
    "payback",
    "poisson_ratio_test",
    "preference",
    "prevalence_behind",
    "price_paid",
    "screen",
    "screen_again",
    "share_needed",
    "simple_returns",
    "simulate_trial",
    "squat",
    "stock",
    "training_run",
    "transport_plan",
    "triage",
    "trial",
    "turnover",
    "tutor_dependence",
    "two_proportion_test",
    "utilisation",
    "votes_needed",
    "winners",
    "workforce",
    "writing_speed",
    "year_reached",
]
