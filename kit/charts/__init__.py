"""Charts in the kit's style, from tidy frames.

One highlighted series and quiet others, labels instead of a legend, zero at the bottom, the unit above the axis, and a
hollow, dotted look for whatever is not yet a fact. Charts that serve one lesson only stand in `kit.charts.special`.
"""

from kit.charts import special
from kit.charts.bars import bars, histogram, ranking
from kit.charts.layout import PROVISIONAL, ChartError
from kit.charts.lines import lines
from kit.charts.marks import band, hband, join, label, observed, reference, vbands, vline
from kit.charts.points import dots, scatter
from kit.charts.slopes import slope_chart

__all__ = [
    "PROVISIONAL",
    "ChartError",
    "band",
    "bars",
    "dots",
    "hband",
    "histogram",
    "join",
    "label",
    "lines",
    "observed",
    "ranking",
    "reference",
    "scatter",
    "slope_chart",
    "special",
    "vbands",
    "vline",
]
