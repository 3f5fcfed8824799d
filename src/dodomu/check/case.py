"""A figure of the draft before everything that it may be about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from dodomu.check.compare import Figure, date_fits, days_apart, is_exactly, is_kin, is_of_those_days, likeness, unlike
from dodomu.check.facts import Fact, told_as
from dodomu.check.finding import Verdict
from dodomu.check.sums import Sum
from dodomu.resolve.numbers import Reach

MOST = 5
"""So many candidates tell enough."""

_COMPARED = 20


class Outcome(NamedTuple):
    """A verdict, the sentence that says why, and the facts it rests on, the first before all."""

    verdict: Verdict
    why: str
    facts: tuple[Fact, ...] = ()
    field: str | None = None
    sum: Sum | None = None


@dataclass(frozen=True)
class Case:
    """A figure before all facts and their sums.

    Attributes
    ----------
    beside
        The figures of the draft, by their numbers.
    agreeing
        Those that agree already, by the happening they are told of.
    """

    figure: Figure
    facts: Sequence[Fact]
    sums: Sequence[Sum]
    beside: Mapping[int, Sequence[Figure]] = field(default_factory=dict)
    agreeing: Mapping[str, Sequence[Figure]] = field(default_factory=dict)

    @cached_property
    def of_same_people(self) -> list[Fact]:
        """The facts that speak of the same people, as far as both say who they are, and as surely."""
        return [
            fact
            for fact in self.facts
            if is_kin(self.figure, fact)
            and not unlike(self.figure, fact)
            and told_as(self.figure.mention.status) in fact.told
            and fact.is_total == self.figure.is_total
        ]

    def that_day(self, facts: Iterable[Fact]) -> list[Fact]:
        """Give those of the days that the draft names."""
        return [fact for fact in facts if is_of_those_days(self.figure, fact)]

    def is_spoken_of(self, fact: Fact) -> bool:
        """Tell whether the draft speaks of its happening elsewhere, and as the data does."""
        return any(one.spans != self.figure.spans for one in self.agreeing.get(fact.happening, ()))

    def best_first(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Put first what fits in time and number, then what is most alike and was read in an article."""
        return tuple(
            sorted(
                facts,
                key=lambda fact: (
                    not date_fits(self.figure, fact),
                    not is_exactly(self.figure, fact),
                    -likeness(self.figure, fact),
                    fact.borrowed,
                    fact.table != "events",
                    days_apart(self.figure, fact),
                ),
            )
        )


def of_one_happening(facts: Sequence[Fact]) -> bool:
    """Tell whether all are of one happening, or may be: somewhere days and numbers of each two are the same."""
    happenings: dict[str, list[Fact]] = {}
    for fact in facts[:_COMPARED]:
        happenings.setdefault(fact.happening, []).append(fact)
    pairs = combinations(happenings.values(), 2)
    return len(facts) <= _COMPARED and all(any(_may_be_one(a, b) for a in one for b in other) for one, other in pairs)


def _may_be_one(a: Fact, b: Fact) -> bool:
    if a.window is None or b.window is None or not a.window.overlaps(b.window):
        return False
    if a.exacts and b.exacts:
        return bool(set(a.exacts) & set(b.exacts))
    return any(Reach.of(one).agrees(Reach.of(other)) for one in a.numbers for other in b.numbers)


def one_of_each(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give the first fact of each happening, not too many."""
    return tuple({fact.happening: fact for fact in reversed(facts)}.values())[::-1][:MOST]
