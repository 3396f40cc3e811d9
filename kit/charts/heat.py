"""A heat table: how many fall into each pair of two kinds, as numbers on a ground that darkens."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from kit import theme
from kit.charts.frame import framed, need, number, words_axis

_LETTERS = 18  # of a row's name, before it goes on in the next line


def heat(frame: pd.DataFrame, row: str, column: str, value: str, *, unit: str) -> go.Figure:
    """Draw a table of numbers, each on a ground that is the darker the larger it is.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row for each cell, in the order in which rows and columns stand. A cell without a row, or with 0, stays blank.
    row, column, value : str
        Columns: name of the row, name of the column, the number (0 or more).
    unit : str
        What the numbers count, above the table.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ChartError
        If a column is missing.

    Examples
    --------
    >>> frame = pd.DataFrame({"sector": ["health", "law"], "city": ["A", "A"], "models": [3, 1]})
    >>> heat(frame, "sector", "city", "models", unit="models").data[0].z.tolist()
    [[3.0], [1.0]]
    """
    need(frame, row, column, value)
    rows, columns = (list(dict.fromkeys(frame[name].astype(str))) for name in (row, column))
    cells = np.full((len(rows), len(columns)), np.nan)
    for r, c, v in zip(frame[row].astype(str), frame[column].astype(str), frame[value], strict=True):
        cells[rows.index(r), columns.index(c)] = v if v else np.nan
    top = float(np.nanmax(cells)) if np.isfinite(cells).any() else 1.0
    ground = {
        "type": "heatmap", "z": cells, "x": columns, "y": rows, "zmin": 0, "zmax": top, "showscale": False, "hoverongaps": False, "xgap": 2, "ygap": 2, "name": unit,
        "colorscale": [[0, theme.PAPER], [1, theme.HUES["blue"].light]], "hovertemplate": "%{y}, %{x}: %{z:,}<extra></extra>",
    }  # fmt: skip
    figure = framed([ground], "", right=8)
    for r, c in zip(*np.nonzero(np.isfinite(cells)), strict=True):
        colour = theme.PAPER if cells[r, c] > 0.55 * top else theme.INK
        figure["layout"]["annotations"].append(
            {
                "x": columns[c],
                "y": rows[r],
                "text": number(cells[r, c]),
                "showarrow": False,
                "font": {"color": colour, "size": 12},
            }
        )
    figure["layout"]["xaxis"] = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": columns,
        "side": "top",
        "tickangle": -40,
        "ticks": "",
        "showline": False,
        "showgrid": False,
    }
    figure["layout"]["yaxis"] = words_axis(rows, _LETTERS) | {
        "categoryorder": "array",
        "categoryarray": rows[::-1],
        "showgrid": False,
        "ticklabelstandoff": 6,
    }
    figure["layout"]["annotations"][0] |= {
        "text": unit,
        "x": 1,
        "xanchor": "right",
        "y": 0,
        "yanchor": "top",
        "yshift": -6,
    }
    figure["layout"]["margin"] |= {"b": 26}
    return go.Figure(figure)
