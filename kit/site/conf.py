"""Sphinx settings of the site. Nothing here may make a page ask the network for anything."""

from kit import theme

project = "AI Priorities Kit"
copyright = "The AI Priorities Kit contributors. Lessons CC BY 4.0, code MIT, data as each source says"
language = "en"
extensions = ["myst_nb"]
exclude_patterns = ["files"]
myst_heading_anchors = 3

# The notebooks come with their outputs; widgets bring their own scripts.
nb_execution_mode = "off"
nb_ipywidgets_js = {}
nb_merge_streams = True

html_theme = "furo"
html_title = "AI Priorities Kit"
html_static_path = ["_static"]
html_css_files = ["kit.css", "site.css", "teaching.css"]
html_js_files = [
    ("kit.js", {"defer": "defer"}),
    ("site.js", {"defer": "defer"}),
    ("planner.js", {"defer": "defer"}),
    ("present.js", {"defer": "defer"}),
]
html_use_index = False
html_copy_source = False
html_show_sourcelink = False
html_permalinks = False
# Excerpts are fetched from the pages, which a browser refuses for pages opened from disk.
html_show_search_summary = False
# Code whose colours have enough contrast for everyone; these styles come with the theme.
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def _furo(color_scheme: str) -> dict[str, str]:
    colors = {name: getattr(color, color_scheme) for name, color in theme.SURFACE.items()}
    return {
        "font-stack": theme.FONT,
        "color-brand-primary": colors["accent"],
        "color-brand-content": colors["accent"],
        "color-brand-visited": colors["accent"],
        "color-background-primary": colors["background"],
        "color-background-secondary": colors["subtle"],
        "color-background-border": colors["line"],
        "color-foreground-primary": colors["text"],
        "color-foreground-secondary": colors["muted"],
        "color-foreground-muted": colors["muted"],
    }


html_theme_options = {"light_css_variables": _furo("light"), "dark_css_variables": _furo("dark")}
