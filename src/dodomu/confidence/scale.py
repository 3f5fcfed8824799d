"""Rules with their counts are pooled into a few tiers."""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from dodomu.confidence.interval import Share
from dodomu.models.vocabulary import RecordKind, Tier

TIERS: tuple[Tier, ...] = get_args(Tier)

ROWS = ("text", "type")
"""The columns that stand for a whole row in the evidence: that there is such a quote, such a mention."""

SELDOM = 5
"""A rule counted less often than that is not judged alone."""

_WEIGHT = 10
_CUTS: tuple[tuple[Tier, float], ...] = (("high", 0.97), ("fair", 0.9), ("low", 0.0))


class Made(NamedTuple):
    """What a rule made: for which kind of record, in which column, by which rule."""

    record: RecordKind
    field: str
    rule: str


def smoothed(share: Share, mean: float) -> float:
    """Estimate how often a rule is right: drawn towards the mean of all rules, the more so the less it was counted.

    The m-estimate, with the weight of ten answers: B. Cestnik, "Estimating probabilities: a crucial task in machine
    learning", Proceedings of ECAI-90, 147-149.

    Examples
    --------
    >>> smoothed(Share(5, 0), 0.9), round(smoothed(Share(500, 0), 0.9), 3)
    (0.9333333333333333, 0.998)
    """
    return (share.right + _WEIGHT * mean) / (share.of + _WEIGHT)


class Scale:
    """Tells the tier of a rule from what was counted.

    Examples
    --------
    >>> count, group = Made("release", "count", "of_people"), Made("release", "group", "who is held there")
    >>> scale = Scale({count: Share(204, 4), group: Share(21, 7)})
    >>> scale.tier(count), scale.tier(group), scale.tier(Made("release", "group", "a new rule"))
    ('high', 'low', 'seldom')
    >>> scale.tier(Made("quote", "carrier", "outlet")) is None
    True
    """

    def __init__(self, counts: Mapping[Made, Share]):
        self.counts = counts
        self._columns = {(made.record, made.field) for made in counts}
        self._mean = sum(counts.values(), Share(0, 0)).value

    def tier(self, made: Made) -> Tier | None:
        """Give the tier of a rule, known or not; None where nobody has counted what stands in its column."""
        if (made.record, made.field) not in self._columns:
            return None
        share = self.counts.get(made, Share(0, 0))
        if share.of < SELDOM:
            return "seldom"
        likely = smoothed(share, self._mean)
        return next(tier for tier, least in _CUTS if likely >= least)
