"""The one home of the kit's colours and type: for charts, widgets and pages, in light and in dark.

Every colour has a light and a dark variant. Charts are made in light colours; the front end turns a chart dark by
exchanging each light colour for its dark variant. Contrast and colour blindness are held by ``tests/test_theme.py``.
"""

from typing import NamedTuple


class Color(NamedTuple):
    """A colour in the light and in the dark scheme, each as ``#rrggbb``."""

    light: str
    dark: str


#: Surfaces, text and lines. ``edge`` outlines what can be pressed (3:1 against the background), ``line`` only
#: divides.
SURFACE = {
    "background": Color("#ffffff", "#15191e"),
    "text": Color("#1c2128", "#e7ebf0"),
    "muted": Color("#57606a", "#a5afba"),
    "line": Color("#d5dae1", "#343b44"),
    "edge": Color("#848d97", "#747e89"),
    "subtle": Color("#f5f7f9", "#1c2127"),
    "accent": Color("#0b5cad", "#7db8f2"),
    "accent-text": Color("#fefefe", "#0e1216"),
    "good": Color("#0a6f4d", "#63c79c"),
    "miss": Color("#a63a10", "#f0986b"),
}

#: Hues for data, in the order in which they are used. Their lightness differs, so that they stay apart
#: for colour-blind readers and in grey print.
HUES = {
    "red": Color("#b3341f", "#ff8f73"),
    "blue": Color("#0354e0", "#4789f5"),
    "green": Color("#048055", "#5be3a2"),
    "brown": Color("#39270b", "#ffda6d"),
    "grey": Color("#606c75", "#d7d8da"),
    "purple": Color("#9f47b7", "#b284c1"),
    "teal": Color("#004c6e", "#4ec6f9"),
    "wine": Color("#531638", "#cb85a0"),
}

BACKGROUND, TEXT, MUTED, LINE, ACCENT = (
    SURFACE[name].light for name in ("background", "text", "muted", "line", "accent")
)
SERIES = tuple(hue.light for hue in HUES.values())

#: A country keeps its colour in every lesson.
PLACE_COLORS = {
    "China": HUES["red"].light,
    "United States": HUES["blue"].light,
    "South Korea": HUES["green"].light,
    "Japan": HUES["purple"].light,
    "Germany": HUES["brown"].light,
    "World": HUES["grey"].light,
    "European Union": HUES["teal"].light,
    "India": HUES["wine"].light,
}

#: Labels for narrow screens.
SHORT_NAMES = {
    "United States": "US",
    "South Korea": "Korea",
    "United Kingdom": "UK",
    "European Union": "EU",
    "your guess": "guess",
}

#: System fonts only, Chinese included: nothing is loaded.
FONT = (
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", '
    "sans-serif"
)

#: What every chart takes from the kit, in light colours: type, colours, no background of its own.
_LAYOUT = {
    "font": {"family": FONT, "size": 13, "color": TEXT},
    "colorway": list(SERIES),
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "margin": {"l": 8, "r": 16, "t": 30, "b": 8},
    "dragmode": False,
    "hoverlabel": {"bgcolor": BACKGROUND, "bordercolor": LINE, "font": {"family": FONT, "size": 13, "color": TEXT}},
}
_AXIS = {"automargin": True, "fixedrange": True}
_EDGE = SURFACE["edge"].light

#: The plotly template of the kit's own charts. ``meta`` tells them from charts that a lesson draws without the kit.
TEMPLATE = {
    "layout": _LAYOUT
    | {
        "meta": "kit",
        "showlegend": False,
        "separators": ".,",
        "hovermode": "closest",
        "bargap": 0.25,
        "xaxis": _AXIS
        | {
            "showgrid": False,
            "zeroline": False,
            "showline": True,
            "linecolor": _EDGE,
            "ticks": "outside",
            "tickcolor": _EDGE,
        },
        "yaxis": _AXIS | {"gridcolor": LINE, "zeroline": False, "ticklabelstandoff": 4, "tickformat": ","},
    }
}

_GUEST_AXIS = _AXIS | {
    "gridcolor": LINE,
    "linecolor": _EDGE,
    "tickcolor": _EDGE,
    "zerolinecolor": _EDGE,
    "title": {"standoff": 12},
}

#: The plotly template of any other chart: it keeps its legend and the numbers on its axes as plotly draws them.
GUEST_TEMPLATE = {
    "layout": _LAYOUT
    | {
        "title": {"automargin": True, "yref": "container"},
        "xaxis": _GUEST_AXIS,
        "yaxis": _GUEST_AXIS,
        "polar": {"bgcolor": "rgba(0,0,0,0)"},
        "geo": {"bgcolor": "rgba(0,0,0,0)"},
    }
}


def dark_variants() -> dict[str, str]:
    """Return light colour → dark colour, for every colour of the kit.

    Examples
    --------
    >>> dark_variants()["#ffffff"]
    '#15191e'
    """
    return dict([*SURFACE.values(), *HUES.values()])


def css_variables(color_scheme: str) -> str:
    """Return the colours and the font as CSS declarations.

    Parameters
    ----------
    color_scheme : str
        ``"light"`` or ``"dark"``.

    Examples
    --------
    >>> css_variables("dark").split(";")[1]
    ' --kit-background: #15191e'
    """
    colors = "".join(f" --kit-{name}: {getattr(color, color_scheme)};" for name, color in SURFACE.items())
    return f"--kit-theme: {color_scheme};{colors} --kit-font: {FONT};"
