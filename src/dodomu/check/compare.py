"""How a figure of the draft stands to a fact: whether both may be of the same people, number, time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from dodomu.check.facts import Fact
from dodomu.models import Mention
from dodomu.models.vocabulary import RELEASE_FAMILY
from dodomu.resolve.claims import SETTLED, UNSPECIFIC_GROUPS, groups_differ
from dodomu.resolve.days import Window
from dodomu.resolve.evidence import MANY
from dodomu.resolve.numbers import Number, Reach

Span = tuple[int, int]

_SIGNED_AND_REPORTED = timedelta(days=1)
"""A decree is signed on one day and told of on the next."""

_MONTH = timedelta(days=31)
"""Within more days than that many things happen."""

_WEEK = timedelta(days=7)

_ROUND = 50

ALIKE = 3
"""Who is alike in so much, and of the same number, is hardly somebody else."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A number of people, or a day, that the draft gives for something that happened.

    Attributes
    ----------
    spans
        The words that each of its cells stands on.
    beside
        The numbers that its sentence has besides.
    of_each
        Whether it is told of each side: «300 на 300».
    of_most
        Whether its sentence says what became of most or some of them.
    """

    mention: Mention
    number: Number | None
    window: Window | None
    spans: Mapping[str, Span]
    beside: frozenset[int] = frozenset()
    of_each: bool = False
    of_most: bool = False

    @property
    def is_settled(self) -> bool:
        return self.mention.status in SETTLED

    @property
    def is_total(self) -> bool:
        return self.window is not None and self.window.extent == "total"

    @property
    def is_many(self) -> bool:
        """Whether the number alone hardly is that of two happenings by chance."""
        return self.number is not None and min(self.number.named) >= MANY

    @property
    def is_round(self) -> bool:
        """Whether it is a number that many happenings may have, such as 100 or 1000."""
        return self.number is not None and min(self.number.named) % _ROUND == 0

    @property
    def is_narrow(self) -> bool:
        return self.window is not None and self.window.last - self.window.first <= _MONTH


def is_kin(figure: Figure, fact: Fact) -> bool:
    """Tell whether both may be told of one thing: who is exchanged is released and returns; a pardon is no exchange.

    Bodies are no people, and what is no release is only what it is.
    """
    one, other = figure.mention.type, fact.type
    if one == other:
        return True
    both = {one, other}
    if "remains_return" in both or "remains" in (figure.mention.group, fact.group):
        return False
    return both <= set(RELEASE_FAMILY) and both != {"exchange", "pardon"}


def unlike(figure: Figure, fact: Fact) -> list[str]:
    """Name the columns on which both speak of different people."""
    mention = figure.mention
    found = []
    inside = fact.origins == fact.destinations and mention.origin in fact.origins  # some may leave it later
    if mention.origin and fact.origins and mention.origin not in fact.origins:
        found.append("origin")
    if mention.destination and fact.destinations and mention.destination not in fact.destinations and not inside:
        found.append("destination")
    citizens = set(mention.nationality)
    if citizens and ((fact.nationality and not citizens & fact.nationality) or citizens <= fact.not_all):
        found.append("nationality")
    if groups_differ(mention.group, fact.group):
        found.append("group")
    return found


def likeness(figure: Figure, fact: Fact) -> int:
    """Count what both say alike of the people."""
    mention = figure.mention
    specific = mention.group if mention.group not in UNSPECIFIC_GROUPS else None
    return sum(
        (
            mention.type == fact.type,
            mention.origin in fact.origins,
            mention.destination in fact.destinations,
            bool(set(mention.nationality) & fact.nationality),
            specific is not None and specific == fact.group,
        )
    )


def number_fits(figure: Figure, fact: Fact) -> bool | None:
    """Tell whether the number is one that the fact allows; None where either has none.

    An exact number is held to exact ones, where there are any: the same, or between those of sources that
    contradict each other. «Понад сто» fits 123, but not a number worlds apart.
    """
    mine = figure.number
    if mine is None or not fact.numbers:
        return None
    ranges = [number for number in fact.numbers if number.count is None]
    if mine.exact is not None and (fact.exacts or ranges):
        named = [*fact.exacts, *(n for number in ranges for n in (number.low, number.high))]
        between = (ranges or fact.disputed) and min(named) <= mine.exact <= max(named)
        return mine.exact in fact.exacts or bool(between)
    return any(Reach.of(mine).agrees(Reach.of(number)) for number in fact.numbers)


def is_exactly(figure: Figure, fact: Fact) -> bool:
    """Tell whether both give the same exact number."""
    return figure.number is not None and figure.number.exact in fact.exacts


def date_fits(figure: Figure, fact: Fact) -> bool | None:
    """Tell whether some day is allowed by both; None where either has no date."""
    if figure.window is None or fact.window is None:
        return None
    if figure.window.overlaps(fact.window):
        return True
    pardon = "pardon" in (figure.mention.type, fact.type)
    return pardon and days_apart(figure, fact) <= _SIGNED_AND_REPORTED


def days_apart(figure: Figure, fact: Fact) -> timedelta:
    """Give how far apart the nearest days of both are."""
    one, other = figure.window, fact.window
    if one is None or other is None:
        return timedelta.max
    return max(one.first - other.last, other.first - one.last, timedelta(0))


def is_narrow(fact: Fact) -> bool:
    """Tell whether the fact has a day, or few days."""
    return fact.likely is not None and fact.likely.last - fact.likely.first <= _MONTH


def is_of_those_days(figure: Figure, fact: Fact) -> bool:
    """Tell whether the fact has a day, or few days, and the draft names one of them; or both name the month."""
    if not date_fits(figure, fact) or not is_narrow(fact) or not figure.window.overlaps(fact.likely):
        return False
    return fact.likely.last - fact.likely.first <= _WEEK or figure.window.last - figure.window.first > _WEEK


def is_nearly(figure: Figure, fact: Fact) -> bool:
    """Tell whether the number may be a slip, or another source's word, for one that the fact has."""
    mine = figure.number
    off = min(abs(mine.named[0] - one) for number in fact.numbers for one in number.named)
    disputed = any(Reach.of(mine).disputes(Reach.of(number)) for number in fact.numbers)
    return disputed or (off == 1 and likeness(figure, fact) >= ALIKE)


def is_slip(figure: Figure, fact: Fact) -> bool:
    """Tell whether the day may be a slip for that of the fact: near it, or with another month or another year."""
    if days_apart(figure, fact) <= _MONTH:
        return True
    mine, other = figure.window.first, fact.window.first
    one_day = figure.window.day and fact.window.day
    same = (mine.year == other.year, mine.month == other.month, mine.day == other.day)
    return bool(one_day) and sum(same) == 2
