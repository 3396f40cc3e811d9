"""Charts in the kit's style, from tidy frames.

One highlighted series and quiet others, labels instead of a legend, zero at the bottom, the unit above the axis, and a
hollow, dotted look for whatever is not yet a fact.
"""

import plotly.io as pio

from kit import theme
from kit.charts.bars import bars, histogram, ranking
from kit.charts.frame import NOT_YET_FACTS, ChartError
from kit.charts.frontier import frontier
from kit.charts.ground import ground
from kit.charts.heat import heat
from kit.charts.hills import hills
from kit.charts.lanes import lanes
from kit.charts.lines import lines, stock_and_flows
from kit.charts.marks import band, equal_shares, join, label, observed, reference, spans, vertical
from kit.charts.people import people
from kit.charts.points import dots, scatter
from kit.charts.readings import readings
from kit.charts.roofline import roofline
from kit.charts.slopes import slopes
from kit.charts.strip import strip
from kit.charts.trees import tree
from kit.charts.vintages import vintages
from kit.charts.wires import wires

pio.templates["kit"] = theme.TEMPLATE
pio.templates.default = "kit"

__all__ = [
    "NOT_YET_FACTS",
    "ChartError",
    "band",
    "bars",
    "dots",
    "equal_shares",
    "frontier",
    "ground",
    "heat",
    "hills",
    "histogram",
    "join",
    "label",
    "lanes",
    "lines",
    "observed",
    "people",
    "ranking",
    "readings",
    "reference",
    "roofline",
    "scatter",
    "slopes",
    "spans",
    "stock_and_flows",
    "strip",
    "tree",
    "vertical",
    "vintages",
    "wires",
]
