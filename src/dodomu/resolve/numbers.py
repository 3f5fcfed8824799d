"""How many: numbers as claims give them, and which of them can be true together."""

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from dodomu.models import Slots

NEAR = 0.2
"""How far an approximate number may be off, of the number it stands for."""

_OPEN = 2.5
"""How many times «щонайменше» may be exceeded before it is no longer told of the same people."""

_DISPUTED = 1.5
"""How far apart, as a ratio, the numbers are that sources give of one happening when they contradict each other."""

VERSIONS = 8
"""More numbers than that are no contradiction of sources but many happenings."""

_NEARLY = 1.05


class Number(NamedTuple):
    """A number as one claim gives it: with a qualifier, or as a range without a count.

    Examples
    --------
    >>> Number(100, 100, None, "at_least").span
    (100, inf)
    >>> Number(100, None, None, "approximate").span
    (83.33333333333334, 125.0)
    """

    count: int | None
    low: int | None
    high: int | None
    qualifier: str | None

    @property
    def span(self) -> tuple[float, float]:
        """What it allows; an approximate number allows what is near."""
        if self.qualifier == "approximate":
            return self.count / (1 + NEAR), self.count / (1 - NEAR)
        return 0 if self.low is None else self.low, inf if self.high is None else self.high

    @property
    def exact(self) -> int | None:
        """The count, where it is told as exact."""
        return self.count if self.qualifier == "exact" else None

    @property
    def named(self) -> tuple[int, ...]:
        """The figures that the claim names."""
        return (self.count,) if self.count is not None else (self.low, self.high)


def number_of(claim: Slots) -> Number | None:
    """Give the number of a claim; None where it has none.

    Examples
    --------
    >>> number_of(Slots(count=31, count_qualifier="exact"))
    Number(count=31, low=31, high=31, qualifier='exact')
    >>> number_of(Slots()) is None
    True
    """
    if claim.count is None and claim.count_low is None:
        return None
    return Number(claim.count, claim.count_low, claim.count_high, claim.count_qualifier)


def overlap(numbers: Iterable[Number]) -> bool:
    """Tell whether some number of people makes all of these true.

    Examples
    --------
    >>> overlap([Number(100, 100, None, "at_least"), Number(123, 123, 123, "exact")])
    True
    >>> overlap([Number(150, 150, 150, "exact"), Number(189, 189, 189, "exact")])
    False
    """
    spans = [number.span for number in numbers]
    return max(low for low, _ in spans) <= min(high for _, high in spans)


class Reach(NamedTuple):
    """Several numbers at a glance: what all of them allow, and their smallest and largest figures.

    Examples
    --------
    >>> at_least, exact = Reach.of(Number(8, 8, None, "at_least")), Reach.of(Number(18, 18, 18, "exact"))
    >>> at_least.agrees(exact), at_least.agrees(Reach.of(Number(314, 314, 314, "exact")))
    (True, False)
    >>> at_least.with_(exact)
    Reach(low=18, high=18, least=8, most=18)
    """

    low: float = 0
    high: float = inf
    least: float = inf
    most: float = 0

    @classmethod
    def of(cls, number: Number) -> "Reach":
        """Begin with one number."""
        return cls(*number.span, min(number.named), max(number.named))

    def with_(self, other: "Reach") -> "Reach":
        """Take in others."""
        return Reach(
            max(self.low, other.low),
            min(self.high, other.high),
            min(self.least, other.least),
            max(self.most, other.most),
        )

    def agrees(self, other: "Reach") -> bool:
        """Tell whether all can be told of the same people: all can be true, and they are not worlds apart."""
        both = self.with_(other)
        return both.low <= both.high and both.most <= _OPEN * max(both.least, 1)

    def disputes(self, other: "Reach") -> bool:
        """Tell whether they differ as numbers of contradicting sources do: not by much, and not of a few people.

        >>> Reach.of(Number(189, 189, 189, "exact")).disputes(Reach.of(Number(150, 150, 150, "exact")))
        True
        >>> Reach.of(Number(5, 5, 5, "exact")).disputes(Reach.of(Number(114, 114, 114, "exact")))
        False
        """
        both = self.with_(other)
        return both.least >= 10 and both.most <= _DISPUTED * both.least

    def is_near(self, other: "Reach") -> bool:
        """Tell whether they differ by so little that none counts some of another's people.

        >>> Reach.of(Number(73, 73, 73, "exact")).is_near(Reach.of(Number(74, 74, 74, "exact")))
        True
        >>> Reach.of(Number(15, 15, 15, "exact")).is_near(Reach.of(Number(18, 18, 18, "exact")))
        False
        """
        both = self.with_(other)
        return both.most <= _NEARLY * both.least


class Taken(NamedTuple):
    """The number of an event, and whether its claims contradict each other."""

    number: Number | None
    contradicted: bool = False


def take_together(numbers: Iterable[Number], *, exchange: bool = False) -> Taken:
    """Take the numbers of one event together, none of them averaged or made up.

    - If no number of people makes all claims true, the event has no count: `low` and `high` are the smallest and
      the largest figure that any claim names, and the claims are told to contradict each other. Which side is right
      is not for a program to say.
    - Otherwise all can be true, and the most exact is taken: an exact number over «понад 100», the tightest bounds
      over looser ones, bounds over «близько 100». A bound from below and one from above make a range.
    - In an exchange, twice the number that others give counts both sides; it is no other claim.

    Examples
    --------
    >>> exact, other = Number(189, 189, 189, "exact"), Number(150, 150, 150, "exact")
    >>> take_together([exact, other])
    Taken(number=Number(count=None, low=150, high=189, qualifier=None), contradicted=True)
    >>> take_together([Number(100, 100, None, "at_least"), Number(123, 123, 123, "exact")]).number.count
    123
    >>> take_together([Number(314, 314, 314, "exact"), Number(157, 157, 157, "exact")], exchange=True).number.count
    157
    """
    told = list(dict.fromkeys(numbers))
    if exchange:
        each = {number.exact for number in told}
        told = [number for number in told if number.exact is None or number.exact % 2 or number.exact // 2 not in each]
    if not told:
        return Taken(None)
    if not overlap(told):
        named = [figure for number in told for figure in number.named]
        return Taken(Number(None, min(named), max(named), None), contradicted=True)
    return Taken(_most_exact(told))


def _most_exact(told: list[Number]) -> Number:
    for number in told:
        if number.exact is not None:
            return number
    low = max((number.low for number in told if number.low is not None), default=None)
    high = min((number.high for number in told if number.high is not None), default=None)
    if low is None and high is None:
        return told[0]
    if low is None:
        return Number(high, None, high, "at_most")
    if high is None:
        return Number(low, low, None, "at_least")
    return Number(None, low, high, None) if low < high else Number(low, low, high, "exact")
