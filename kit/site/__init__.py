"""The site: every lesson as a page whose widgets work without a kernel, a network or a server."""

from kit.site.building import build

__all__ = ["build"]
