"""What is told of one happening: mentions that are taken to be of one event, with what they say together."""

from dataclasses import dataclass, field
from datetime import date

from dodomu.models import Mention, vocabulary
from dodomu.resolve.claimed import Claim, Rank
from dodomu.resolve.claims import SETTLED, groups_differ
from dodomu.resolve.days import Window, window_of
from dodomu.resolve.numbers import Number, Reach, number_of, overlap

_TOLD_APART = 16
"""So many different claims of one event are remembered of an article: more tell nothing new."""


@dataclass(eq=False)
class Telling:
    """Claims of one event, gathered; what they say is kept beside them, so that joining two costs little."""

    type: str
    rank: Rank
    claims: list[Claim] = field(default_factory=list)
    statuses: set[str] = field(default_factory=set)
    numbers: dict[Number, None] = field(default_factory=dict)
    reach: Reach = Reach()
    windows: dict[Window, None] = field(default_factory=dict)
    origin: str | None = None
    destination: str | None = None
    nationality: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)
    mediators: set[str] = field(default_factory=set)
    speakers: set[str | None] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    persons: set[frozenset[str]] = field(default_factory=set)
    summands: set[int] = field(default_factory=set)
    published: tuple[date, date] | None = None
    by_article: dict[str, dict[tuple, Mention]] = field(default_factory=dict)

    @classmethod
    def of(cls, claim: Claim) -> "Telling":
        """Begin with one claim."""
        mention = claim.mention
        number, window = number_of(mention), window_of(mention)
        told = {mention.group} - {None, "people"}
        signature = (mention.asserted_by, number, window, mention.origin, mention.destination, mention.group)
        return cls(
            mention.type,
            claim.rank,
            [claim],
            {mention.status},
            {number: None} if number else {},
            Reach.of(number) if number else Reach(),
            {window: None} if window else {},
            mention.origin,
            mention.destination,
            set(mention.nationality),
            told,
            set(mention.agents),
            set(mention.mediators),
            {mention.asserted_by},
            {mention.quote_id} - {None},
            {claim.person} - {frozenset()},
            set(claim.summands),
            claim.published,
            {mention.article_id: {signature: mention}},
        )

    def join(self, other: "Telling") -> None:
        """Take in what another telling says."""
        self.claims += other.claims
        self.rank = min(self.rank, other.rank)
        self.numbers |= other.numbers
        self.reach = self.reach.with_(other.reach)
        self.windows |= other.windows
        self.origin = self.origin or other.origin
        self.destination = self.destination or other.destination
        for name in (
            "statuses",
            "nationality",
            "groups",
            "agents",
            "mediators",
            "speakers",
            "quotes",
            "persons",
            "summands",
        ):
            getattr(self, name).update(getattr(other, name))
        if other.published:
            own = self.published or other.published
            self.published = min(own[0], other.published[0]), max(own[1], other.published[1])
        for article_id, told in other.by_article.items():
            mine = self.by_article.setdefault(article_id, {})
            for signature, mention in told.items():
                if len(mine) < _TOLD_APART:
                    mine.setdefault(signature, mention)

    @property
    def days(self) -> list[date]:
        """The single days that its claims name."""
        return list(dict.fromkeys(window.day for window in self.windows if window.day))

    @property
    def is_total(self) -> bool:
        """Whether it is a running total."""
        return any(window.extent == "total" for window in self.windows)

    @property
    def is_settled(self) -> bool:
        """Whether some claim tells it as a fact."""
        return bool(self.statuses & set(SETTLED))

    @property
    def is_release(self) -> bool:
        """Whether people become free or come home by it."""
        return vocabulary.family(self.type) == "release"

    @property
    def how_specific(self) -> tuple[int, ...]:
        """How much it says of when, of how many and of who the people are; the less, the larger."""
        who = sum(bool(said) for said in (self.origin, self.destination, self.nationality, self.groups))
        exact = any(number.exact is not None for number in self.numbers)
        return not self.days, not exact, not self.numbers, -who


def of_other_people(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings speak of different people, as far as sources agree on the words for them."""
    return (
        (a.origin and b.origin and a.origin != b.origin)
        or (a.destination and b.destination and a.destination != b.destination)
        or (a.nationality and b.nationality and not a.nationality & b.nationality)
        or any(groups_differ(one, other) for one in a.groups for other in b.groups)
        or not _one_person(a, b)
    )


def same_person(a: Telling, b: Telling) -> bool:
    """Tell whether both name one person, and the same."""
    return any(one <= other or other <= one for one in a.persons for other in b.persons)


def _one_person(a: Telling, b: Telling) -> bool:
    return not a.persons or not b.persons or same_person(a, b)


def told_apart(a: Telling, b: Telling) -> bool:
    """Tell whether some article that speaks of both tells them as two."""
    few, many = sorted((a.by_article, b.by_article), key=len)
    return any(
        _apart(one, other)
        for article_id in few
        if article_id in many
        for one in few[article_id].values()
        for other in many[article_id].values()
    )


def _apart(a: Mention, b: Mention) -> bool:
    windows = [window for window in map(window_of, (a, b)) if window]
    if len(windows) == 2 and not windows[0].overlaps(windows[1]):
        return True
    if a.destination and b.destination and a.destination != b.destination:
        return True
    numbers = [number for number in map(number_of, (a, b)) if number]
    one_source = a.asserted_by == b.asserted_by and (a.status in SETTLED) == (b.status in SETTLED)
    return one_source and len(numbers) == 2 and not overlap(numbers)
