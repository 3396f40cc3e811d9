"""The theme: readable in light and dark, apart for colour-blind eyes, and the only home of colours.

Contrast after WCAG 2.2; colour differences in CIE L*a*b* (CIE76); colour blindness after Machado, Oliveira and
Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.
"""

import re
from itertools import combinations

import numpy as np
import pytest

from kit import theme

SCHEMES = ("light", "dark")
TEXTS = ["text", "muted", "accent", "good", "miss", *theme.HUES]
PLANES = ("background", "subtle")

VISION = {
    "normal": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1, 1.08883])


def linear(color: str) -> np.ndarray:
    """Return linear RGB of ``#rrggbb``."""
    channels = np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Return L*a*b* of linear RGB (D65)."""
    x, y, z = (np.cbrt(t) if t > 0.008856 else 7.787 * t + 16 / 116 for t in XYZ @ np.clip(rgb, 0, 1) / WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def difference(one: str, other: str, vision: str) -> float:
    return float(np.linalg.norm(lab(VISION[vision] @ linear(one)) - lab(VISION[vision] @ linear(other))))


def color(name: str, scheme: str) -> str:
    return getattr((theme.SURFACE | theme.HUES)[name], scheme)


def test_the_measures_give_known_values():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    np.testing.assert_allclose(lab(linear("#ffffff")), [100, 0, 0], atol=0.05)
    np.testing.assert_allclose(lab(linear("#ff0000")), [53.24, 80.09, 67.20], atol=0.1)
    # Red and green that everyone else tells apart look nearly alike to a deutan.
    assert difference("#a05000", "#6f7000", "deutan") < difference("#a05000", "#6f7000", "normal") / 2


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("plane", PLANES)
@pytest.mark.parametrize("name", TEXTS)
def test_every_colour_of_text_and_series_has_at_least_4_5_to_1_on_both_planes(name, plane, scheme):
    assert contrast(color(name, scheme), color(plane, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_on_an_accent_button_has_at_least_4_5_to_1(scheme):
    assert contrast(color("accent-text", scheme), color("accent", scheme)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("plane", PLANES)
def test_the_edge_of_what_can_be_pressed_has_at_least_3_to_1(plane, scheme):
    assert contrast(color("edge", scheme), color(plane, scheme)) >= 3


def test_all_light_colours_are_distinct_so_that_each_has_one_dark_variant():
    light = [c.light for c in [*theme.SURFACE.values(), *theme.HUES.values()]]
    assert len(set(light)) == len(light) == len(theme.dark_variants())
    for c in [*theme.SURFACE.values(), *theme.HUES.values()]:
        assert theme.dark_variants()[c.light] == c.dark


def test_every_colour_is_written_as_six_small_hexadecimal_digits():
    for c in [*theme.SURFACE.values(), *theme.HUES.values()]:
        assert all(re.fullmatch(r"#[0-9a-f]{6}", text) for text in c), c


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("vision", VISION)
def test_the_hues_of_series_stay_apart_in_every_vision(vision, scheme):
    close = {
        (a, b): round(d, 1)
        for a, b in combinations(theme.HUES, 2)
        if (d := difference(color(a, scheme), color(b, scheme), vision)) < 11
    }
    assert not close


def test_series_and_places_use_only_hues_and_no_two_places_share_one():
    hues = [hue.light for hue in theme.HUES.values()]
    assert list(theme.SERIES) == hues
    assert set(theme.PLACE_COLORS.values()) <= set(hues)
    assert len(set(theme.PLACE_COLORS.values())) == len(theme.PLACE_COLORS)


@pytest.mark.parametrize("template", [theme.TEMPLATE, theme.GUEST_TEMPLATE], ids=["kit", "guest"])
def test_a_template_uses_only_light_colours_of_the_theme(template):
    def colors(node):
        for key, value in node.items():
            if isinstance(value, dict):
                yield from colors(value)
            elif "color" in key:
                yield from [value] if isinstance(value, str) else value

    found = set(colors(template))
    assert found - {"rgba(0,0,0,0)"} <= set(theme.dark_variants())
    assert {theme.TEXT, theme.LINE} <= found


def test_the_template_of_guests_leaves_their_legend_and_the_numbers_on_their_axes_alone():
    layout = theme.GUEST_TEMPLATE["layout"]
    assert not {"meta", "showlegend", "separators", "hovermode", "bargap"} & set(layout)
    for axis in (layout["xaxis"], layout["yaxis"]):
        assert not {"tickformat", "showgrid", "zeroline", "showline", "ticks"} & set(axis)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_style_variables_cover_every_surface_colour_the_font_and_the_name_of_the_scheme(scheme):
    declared = dict(part.split(":", 1) for part in theme.css_variables(scheme).replace(" ", "").strip(";").split(";"))
    for name, variant in theme.SURFACE.items():
        assert declared.pop(f"--kit-{name}") == getattr(variant, scheme)
    assert declared.pop("--kit-theme") == scheme
    assert declared.pop("--kit-font") == theme.FONT.replace(" ", "")
    assert not declared


def test_both_schemes_declare_the_same_variables():
    names = [re.findall(r"--kit-[\w-]+(?=:)", theme.css_variables(scheme)) for scheme in SCHEMES]
    assert names[0] == names[1]


def test_every_variable_that_the_style_sheet_reads_is_declared():
    from kit.widgets import frontend

    read = set(re.findall(r"var\((--kit-[\w-]+)", frontend.stylesheet()))
    assert read
    declared = set(re.findall(r"(--kit-[\w-]+)\s*:", frontend.stylesheet()))
    assert read <= declared


def test_a_short_name_is_shorter_than_what_it_stands_for():
    assert all(len(short) < len(name) for name, short in theme.SHORT_NAMES.items())
