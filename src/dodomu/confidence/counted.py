"""What was counted: the answers of each rule by set of articles, and how often each tier was right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from dodomu.confidence.interval import Share
from dodomu.confidence.scale import Made, Scale
from dodomu.models import Rule
from dodomu.models.vocabulary import Tier

Use = Literal["counted", "held out"]
Part = Literal["rows", "cells"]
PARTS: tuple[Part, ...] = get_args(Part)

_DIGITS = 3


@dataclass(frozen=True)
class CountedSet:
    """A set of articles, and what of each rule was right and wrong in it.

    Attributes
    ----------
    name
        What it is called.
    use
        ``counted``: the tiers stand on it; ``held out``: it only shows how well they hold, no rule is counted on it.
    articles
        How many articles.
    sha256
        A hash of its files.
    rules
        The answers, by rule.
    """

    name: str
    use: Use
    articles: int
    sha256: str
    rules: Mapping[Made, Share] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """All that confidence stands on.

    Attributes
    ----------
    sets
        The sets of articles.
    pooled
        How often a tier was right, on the articles of which use, for whole rows or for cells.
    """

    sets: tuple[CountedSet, ...] = ()
    pooled: Mapping[tuple[Tier, Use, Part], Share] = field(default_factory=dict)

    @cached_property
    def scale(self) -> Scale:
        """The tiers of the rules."""
        return Scale(total(one.rules for one in self.sets))

    def share(self, tier: Tier, use: Use = "counted", part: Part | None = None) -> Share:
        """Give how often a tier was right; rows and cells together, if no part is named."""
        parts = PARTS if part is None else (part,)
        return sum((self.pooled.get((tier, use, one), Share(0, 0)) for one in parts), Share(0, 0))

    def rule(self, made: Made) -> Rule:
        """Say how far to trust what a rule made.

        Examples
        --------
        >>> told = Made("release", "count", "versus")
        >>> counted = Counted((CountedSet("ours", "counted", 1, "ab", {told: Share(8, 0)}),),
        ...                   {("seldom", "counted", "cells"): Share(9, 1)})
        >>> counted.rule(told).right, counted.rule(Made("release", "count", "a rule of tomorrow")).confidence
        (8, 0.9)
        """
        if made not in self._told:
            self._told[made] = self._rule(made)
        return self._told[made]

    @cached_property
    def _told(self) -> dict[Made, Rule]:
        return {}

    def _rule(self, made: Made) -> Rule:
        right, wrong = self.scale.counts.get(made, (0, 0))
        known = {"right": right, "wrong": wrong, "counted_on": [one.name for one in self.sets if made in one.rules]}
        tier = self.scale.tier(made)
        share = self.share(tier) if tier else Share(0, 0)
        if share.of:
            ends = {"confidence": share.value, "confidence_low": share.low, "confidence_high": share.high}
            known |= {"tier": tier} | {name: round(value, _DIGITS) for name, value in ends.items()}
        return Rule(**made._asdict(), **known)


def total(counts: Iterable[Mapping[Made, Share]]) -> dict[Made, Share]:
    """Add counts up.

    Examples
    --------
    >>> made = Made("quote", "text", "according")
    >>> total([{made: Share(2, 0)}, {made: Share(1, 1)}])
    {Made(record='quote', field='text', rule='according'): Share(right=3, wrong=1)}
    """
    made: dict[Made, Share] = {}
    for one in counts:
        for rule, share in one.items():
            made[rule] = made.get(rule, Share(0, 0)) + share
    return made
