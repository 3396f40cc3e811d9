"""Datasets by name: loading, describing, citing, searching, and keeping their one catalogue.

Everything said about a dataset (units, sources, licence, caveats, breaks) stands once, in
``datasets/datapackage.json``, a Frictionless Data Package (v2); everything here reads it.

Examples
--------
>>> from kit.data import load, source_line
>>> robots = load("robot_installations")
>>> int(robots.query("place == 'China' and year == 2023")["robots"].iloc[0])
276000
>>> source_line("robot_installations")
'Source: International Federation of Robotics via Our World in Data (CC BY 4.0)'
"""

from kit.data.cards import Card, describe
from kit.data.catalogue import DATASETS, STATUSES, DatasetError, breaks, datasets, resource, resources
from kit.data.citations import about_line, cite, source_line, source_lines
from kit.data.completion import offer_names
from kit.data.credits import sources
from kit.data.ledger import ledger, verdict_words
from kit.data.loading import load
from kit.data.maintenance import add_dataset, refresh_catalogue

__all__ = [
    "DATASETS", "STATUSES", "Card", "DatasetError", "about_line", "add_dataset", "breaks", "cite", "datasets",
    "describe", "ledger", "load", "refresh_catalogue", "resource", "resources", "source_line", "source_lines",
    "sources", "verdict_words",
]  # fmt: skip

offer_names()
