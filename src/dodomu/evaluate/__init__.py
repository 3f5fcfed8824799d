"""How well extraction reads: its quotes and mentions against articles that people annotated.

The measure: quotes pair one to one on overlap (half of their characters or more), mentions on type and trigger
(the triggers overlap, or stand in one sentence); slots are counted over the pairs of the release family.
"""

from dodomu.evaluate.agreement import counts_of
from dodomu.evaluate.figures import Figure, figures, table
from dodomu.evaluate.gold import GoldArticle, read_gold

__all__ = ["Figure", "GoldArticle", "counts_of", "figures", "read_gold", "table"]
