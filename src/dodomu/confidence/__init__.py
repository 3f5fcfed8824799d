"""Confidence: how often what a rule made was right on annotated articles, pooled over rules that are alike in that.

``counted.toml`` holds the answers of every rule; `dodomu.evaluate` counts them.
"""

from dodomu.confidence.counted import Counted, CountedSet, Part, Use, total
from dodomu.confidence.file import NAME, package, parse, read, text_of
from dodomu.confidence.interval import Share
from dodomu.confidence.rating import made_by, rated, rules_of
from dodomu.confidence.scale import ROWS, SELDOM, TIERS, Made, Scale
from dodomu.confidence.told import holds, sets_of, table

__all__ = [
    "NAME",
    "ROWS",
    "SELDOM",
    "TIERS",
    "Counted",
    "CountedSet",
    "Made",
    "Part",
    "Scale",
    "Share",
    "Use",
    "holds",
    "made_by",
    "package",
    "parse",
    "rated",
    "read",
    "rules_of",
    "sets_of",
    "table",
    "text_of",
    "total",
]
