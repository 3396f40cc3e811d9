"""Charts that serve one lesson only; `kit.charts` holds those for any table."""

from kit.charts.special.bounds import open_bars
from kit.charts.special.chances import distributions, icon_array
from kit.charts.special.curves import equal_shares, roofline, stock_and_flows
from kit.charts.special.frontier import frontier
from kit.charts.special.maps import point_map
from kit.charts.special.networks import bipartite, tree
from kit.charts.special.studies import heatmap, readings, strip
from kit.charts.special.tiles import tiles
from kit.charts.special.timelines import swimlanes

__all__ = [
    "bipartite",
    "distributions",
    "equal_shares",
    "frontier",
    "heatmap",
    "icon_array",
    "open_bars",
    "point_map",
    "readings",
    "roofline",
    "stock_and_flows",
    "strip",
    "swimlanes",
    "tiles",
    "tree",
]
