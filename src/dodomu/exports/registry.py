"""The formats of export: the command, its help and the documentation all read this list."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Format:
    """A format that a dataset can be exported to.

    Attributes
    ----------
    name
        What the command calls it; the module of that name writes it.
    ending
        The ending of its files.
    what
        What it is good for.
    """

    name: str
    ending: str
    what: str

    def render(self, material: Any) -> bytes:
        """Give the bytes of the file."""
        return import_module(f"dodomu.exports.{self.name.replace('-', '_')}").render(material)


_FORMATS = (
    Format("timelinejs", ".json", "events and quotes for TimelineJS 3, each date told as surely as it is known"),
    Format("annotations", ".jsonld", "W3C Web Annotations: the words of the articles that every cell stands on"),
    Format("xlsx", ".xlsx", "a workbook: a sheet for each table, the data dictionary, typed cells, no formulas"),
    Format("datawrapper", ".csv", "a row for each release, to paste into Datawrapper"),
    Format("datawrapper-cumulative", ".csv", "people released up to each day, with the lowest and highest sums"),
    Format("jsonl", ".jsonl", "JSON Lines: each event, quote and mention with its evidence and its gaps"),
)

FORMATS: dict[str, Format] = {one.name: one for one in _FORMATS}
"""All formats by name."""
