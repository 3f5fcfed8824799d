"""How well extraction reads: its quotes and mentions against articles that people annotated.

The measure: quotes pair one to one on overlap (half of their characters or more), mentions on type and trigger
(the triggers overlap, or stand in one sentence); slots are counted over the pairs of the release family.
"""

from dodomu.evaluate.agreement import counts_of
from dodomu.evaluate.calibration import JudgedSet, calibrate, hash_of
from dodomu.evaluate.decided import judged_by_people
from dodomu.evaluate.figures import Figure, figures, table
from dodomu.evaluate.gold import GoldArticle, read_gold
from dodomu.evaluate.judging import Judged, judged

__all__ = [
    "Figure",
    "GoldArticle",
    "Judged",
    "JudgedSet",
    "calibrate",
    "counts_of",
    "figures",
    "hash_of",
    "judged",
    "judged_by_people",
    "read_gold",
    "table",
]
