"""What is known: the events of a dataset and the rows of the curated reference, in one form that a draft is held to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from dodomu.dataset import Dataset
from dodomu.models import Slots
from dodomu.resolve.claims import SETTLED
from dodomu.resolve.days import Window, shifted, window_of
from dodomu.resolve.forest import Forest
from dodomu.resolve.numbers import Number, number_of

TYPE_OF_KIND = {
    "exchange": "exchange",
    "pardon": "pardon",
    "amnesty": "pardon",
    "release": "release",
    "return": "return",
}
_BEFORE_HANDOVER, _RIGHT_BEFORE = 30, 3
"""A pardon may be signed so many days before those pardoned become free, and mostly is signed so few."""

_SLOTS = tuple(Slots.model_fields)


def told_as(status: str) -> str:
    """Tell apart what is told as done, as not done, and as to be done.

    Examples
    --------
    >>> [told_as(status) for status in ("ongoing", "denied", "called_for")]
    ['done', 'denied', 'due']
    """
    return "done" if status in SETTLED else "denied" if status == "denied" else "due"


@dataclass(frozen=True, eq=False)
class Fact:
    """One event or one row of the reference: when, how many, who, from where to where.

    Attributes
    ----------
    numbers
        Every number that a claim of it names.
    window
        The days it allows; `borrowed` if they are those of another event of the same people.
    not_all
        States of which some of the people are no citizens.
    happening
        The same for all facts of the same people.
    """

    record_id: str
    table: str
    type: str
    status: str
    numbers: tuple[Number, ...]
    window: Window | None
    origins: frozenset[str]
    destinations: frozenset[str]
    nationality: frozenset[str]
    group: str | None
    happening: str
    row: Mapping[str, Any] = field(repr=False)
    borrowed: bool = False
    not_all: frozenset[str] = frozenset()
    exchange_id: str | None = None

    @property
    def is_settled(self) -> bool:
        return self.status in SETTLED

    @cached_property
    def told(self) -> frozenset[str]:
        """As what sources tell it, as several where they contradict each other: ``done``, ``denied``, ``due``."""
        claims = self.row["claims"] if "status" in (self.row.get("contradictions") or ()) else ()
        return frozenset(map(told_as, (self.status, *(claim["status"] for claim in claims))))

    @property
    def is_total(self) -> bool:
        return self.window is not None and self.window.extent == "total"

    @property
    def likely(self) -> Window | None:
        """The days on which it most likely was: where a pardon has no date, the last before those pardoned left."""
        if self.borrowed and self.type == "pardon":
            return self.window._replace(first=max(self.window.first, shifted(self.window.last, -_RIGHT_BEFORE)))
        return self.window

    @cached_property
    def exacts(self) -> tuple[int, ...]:
        """The exact numbers that its claims name, each once."""
        return tuple(dict.fromkeys(number.exact for number in self.numbers if number.exact is not None))

    @property
    def disputed(self) -> tuple[int, ...]:
        """The figures of sources that contradict each other; none where they agree."""
        return self.exacts if len(self.exacts) > 1 and "count" in (self.row.get("contradictions") or ()) else ()


def facts_of(ds: Dataset) -> list[Fact]:
    """Give every fact of a dataset that a figure can be held to."""
    events = [row for row in ds.events.to_dicts() if row["family"] == "release" or row["count"] is not None]
    known = ds.known_releases.to_dicts() if "known_releases" in ds.tables else []
    forest = _happenings(events, known)
    claims: dict[str, list[dict[str, Any]]] = {}
    for mention in ds.mentions.to_dicts():
        claims.setdefault(mention["event_id"], []).append(mention)
    days = _days(events, known, forest)
    facts = [_of_event(row, claims.get(row["event_id"], []), forest, days) for row in events]
    return facts + [fact for row in known for fact in _of_reference(row, forest)]


def _happenings(events: Sequence[Mapping[str, Any]], known: Sequence[Mapping[str, Any]]) -> Forest:
    """Join what concerns the same people, as the dataset has it."""
    forest = Forest()
    for row in events:
        for other in (row["cohort_id"], row["part_of"], *(link.rpartition(":")[0] for link in row["known_releases"])):
            if other:
                forest.join(row["event_id"], other)
    for row in known:
        if row.get("exchange_id"):
            forest.join(f"exchange {row['exchange_id']}", row["release_id"])
    return forest


def _days(
    events: Sequence[Mapping[str, Any]], known: Sequence[Mapping[str, Any]], forest: Forest
) -> dict[str, tuple[date, date]]:
    """Give the days between which the people of each happening became free."""
    days: dict[str, list[date]] = {}
    for row in events:
        window = window_of(_slots(row))
        if window and window.day and row["type"] != "pardon" and row["status"] in SETTLED:
            days.setdefault(forest.root(row["event_id"]), []).append(window.day)
    for row in known:
        days.setdefault(forest.root(row["release_id"]), []).append(row["date"])
    return {key: (min(found), max(found)) for key, found in days.items()}


def _slots(row: Mapping[str, Any]) -> Slots:
    return Slots.model_construct(**{name: row[name] for name in _SLOTS})


def _of_event(
    row: dict[str, Any], claims: Sequence[dict[str, Any]], forest: Forest, days: Mapping[str, tuple[date, date]]
) -> Fact:
    happening = forest.root(row["event_id"])
    window, borrowed = window_of(_slots(row)), False
    if window is None and row["status"] in SETTLED and happening in days:
        first, last = days[happening]
        if row["type"] == "pardon":
            first = shifted(first, -_BEFORE_HANDOVER)
        window, borrowed = Window(first, last, "point"), True
    return Fact(
        record_id=row["event_id"],
        table="events",
        type=row["type"],
        status=row["status"],
        numbers=_numbers(row, claims),
        window=window,
        origins=frozenset([row["origin"]] if row["origin"] else []),
        destinations=frozenset([row["destination"]] if row["destination"] else []),
        nationality=frozenset(row["nationality"] or []),
        group=row["group"],
        happening=str(happening),
        row=row | {"claims": claims},
        borrowed=borrowed,
    )


def _numbers(row: Mapping[str, Any], claims: Sequence[Mapping[str, Any]]) -> tuple[Number, ...]:
    """Take the numbers of the claims that say what the event says; twice another's in an exchange is both sides."""
    settled = row["status"] in SETTLED
    told = [claim for claim in claims if (claim["status"] in SETTLED) == settled]
    found = [number for one in (row, *told) if (number := number_of(_slots(one)))]
    exact = {number.exact for number in found} - {None}
    doubled = {one for one in exact if row["type"] == "exchange" and one % 2 == 0 and one // 2 in exact}
    return tuple(dict.fromkeys(number for number in found if number.exact not in doubled or number.exact is None))


def _of_reference(row: dict[str, Any], forest: Forest) -> list[Fact]:
    """A row is one fact; a second one where only some of its people are citizens of Ukraine."""
    total, citizens = row["released_total"], row["released_of_interest"]
    figures = dict.fromkeys(n for n in (total, row["released_low"], row["released_high"]) if n is not None)
    some = citizens is not None and total is not None and citizens != total
    whole = Fact(
        record_id=row["release_id"],
        table="known_releases",
        type=TYPE_OF_KIND[row["kind"]],
        status="occurred",
        numbers=tuple(Number(n, n, n, "exact") for n in figures),
        window=Window(row["date"], row["date"], "point") if row["date_precision"] == "day" else _wide(row),
        origins=frozenset(row["origin"] or []),
        destinations=frozenset(row["destination"] or []),
        nationality=frozenset(["UA"] if citizens and citizens == total else []),
        group=row["group"],
        happening=str(forest.root(row["release_id"])),
        row=row | {"contradictions": ["count"] if len(figures) > 1 else []},
        not_all=frozenset(["UA"] if some else []),
        exchange_id=row.get("exchange_id"),
    )
    if not some or not citizens:
        return [whole]
    number = (Number(citizens, citizens, citizens, "exact"),)
    part = Fact(
        **{name: getattr(whole, name) for name in Fact.__dataclass_fields__}
        | {"numbers": number, "nationality": frozenset(["UA"]), "not_all": frozenset(), "group": None}
        | {"row": row | {"of_citizens": True}}
    )
    return [whole, part]


def _wide(row: Mapping[str, Any]) -> Window:
    from dodomu.models.edtf import bounds

    length = {"month": 7, "year": 4}[row["date_precision"]]
    return Window(*bounds(row["date"].isoformat()[:length]), "point")
