"""A dataset in the formats of other tools, and what became of the rows in a file that left the house."""

from dodomu.exports.export import export
from dodomu.exports.registry import FORMATS, Format

__all__ = ["FORMATS", "Format", "export"]
