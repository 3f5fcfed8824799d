"""People released, ready to be added up: from events or from the curated reference, nobody counted twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dodomu.charts.items import spoken_names
from dodomu.charts.labels import country, words
from dodomu.models.edtf import bounds

HAPPENED = ("occurred", "ongoing")
"""The status of what counts as released; what is planned, called for or denied is not added up."""


@dataclass(frozen=True)
class Freed:
    """One record of people released.

    Attributes
    ----------
    cohort
        Records that concern the same people, wholly or in part, share it.
    low, best, high
        How many; all None where the number is not disclosed.
    about
        Whether the number is told as an approximate one.
    least
        Whether it may be more than `high`.
    earliest, latest
        The days between which they became free; both None where the text gives no date.
    categories
        What it is shown under: its type, its origin or its mediators.
    """

    id: str
    cohort: str
    low: int | None
    best: int | None
    high: int | None
    about: bool
    least: bool
    earliest: date | None
    latest: date | None
    reported: date | None
    categories: tuple[str, ...]
    review: str

    @property
    def dated(self) -> bool:
        """Whether it has a place on the axis of time."""
        return self.latest is not None or self.earliest is not None


@dataclass(frozen=True)
class Left:
    """How many records are not added up, and why."""

    not_happened: int = 0
    remains: int = 0
    totals: int = 0


def of_events(ds: Any, by: str, lang: str) -> tuple[list[Freed], Left]:
    """Take the events in which people became free."""
    spoken = spoken_names(ds, lang)
    released = [event for event in ds.events.to_dicts() if event["family"] == "release"]
    bodies = [event for event in released if event["type"] == "remains_return" or event["group"] == "remains"]
    others = {event["event_id"] for event in bodies}
    people = [event for event in released if event["event_id"] not in others]
    happened = [event for event in people if event["status"] in HAPPENED]
    single = [event for event in happened if event["date_extent"] != "total"]
    left = Left(len(people) - len(happened), len(bodies), len(happened) - len(single))
    return [_of_event(event, _CATEGORIES[by](event, lang, spoken)) for event in single], left


def _of_event(event: dict[str, Any], categories: tuple[str, ...]) -> Freed:
    reported = bounds(event["first_reported"])[1]
    earliest, latest = event["date_earliest"], event["date_latest"]
    if event["date"] is not None and reported and (latest is None or latest > reported):
        latest = max(reported, earliest or reported)  # what is told as done was done when it was told
    low, best, high = event["count_low"], event["count"], event["count_high"]
    if best is None and low is not None:
        best = low
    known = best is not None
    at_most = event["count_qualifier"] == "at_most"
    return Freed(
        id=event["event_id"],
        cohort=event["cohort_id"] or event["event_id"],
        low=(low if low is not None else 0 if at_most else best) if known else None,
        best=best,
        high=(high if high is not None else best) if known else None,
        about=event["count_qualifier"] == "approximate",
        least=event["count_qualifier"] == "at_least",
        earliest=earliest,
        latest=latest if latest is not None else earliest,
        reported=reported,
        categories=categories,
        review=event["review"],
    )


def of_known(ds: Any, by: str, lang: str) -> tuple[list[Freed], Left]:
    """Take the rows of the curated reference; each direction of an exchange is people of its own."""
    return [_of_row(row, _CATEGORIES[by](_as_event(row), lang, {})) for row in ds.known_releases.to_dicts()], Left()


def _as_event(row: dict[str, Any]) -> dict[str, Any]:
    return {"type": row["kind"], "origin": row["origin"], "mediators": row["mediators"]}


def _of_row(row: dict[str, Any], categories: tuple[str, ...]) -> Freed:
    best = row["released_total"]
    first, last = bounds(row["date"].isoformat()[: {"day": 10, "month": 7, "year": 4}[row["date_precision"]]])

    def known(value: int | None) -> int | None:
        return best if value is None or best is None else value

    return Freed(
        id=row["release_id"],
        cohort=row["release_id"],
        low=known(row["released_low"]),
        best=best,
        high=known(row["released_high"]),
        about=False,
        least=False,
        earliest=first,
        latest=last,
        reported=None,
        categories=categories,
        review=row["verified"],
    )


def _types(event: dict[str, Any], lang: str, names: dict[str, str]) -> tuple[str, ...]:
    return (words(lang)["type"][event["type"]],)


def _origins(event: dict[str, Any], lang: str, names: dict[str, str]) -> tuple[str, ...]:
    origin = event["origin"]
    codes = origin if isinstance(origin, list) else [origin] if origin else []
    say = words(lang)["releases"]
    if len(codes) > 1:  # nobody says how many each of them let go
        return (say["several_origins"],)
    return (country(codes[0], lang) if codes else say["no_origin"],)


def _mediators(event: dict[str, Any], lang: str, names: dict[str, str]) -> tuple[str, ...]:
    found = dict.fromkeys(names.get(name, country(name, lang)) for name in event["mediators"] or [])
    return tuple(found) or (words(lang)["releases"]["no_mediator"],)


_CATEGORIES: dict[str, Callable[[dict[str, Any], str, dict[str, str]], tuple[str, ...]]] = {
    "type": _types,
    "origin": _origins,
    "mediator": _mediators,
}

BY = tuple(_CATEGORIES)


def counted_once(found: Iterable[Freed]) -> Iterator[Freed]:
    """Give one record for each cohort: its largest dated number; a larger one without a date is its upper bound.

    Examples
    --------
    >>> day = date(2025, 12, 13)
    >>> same = {"cohort": "c", "about": False, "least": False, "reported": day, "categories": (), "review": "machine"}
    >>> pardon = Freed("e-1", low=123, best=123, high=123, earliest=None, latest=None, **same)
    >>> release = Freed("e-2", low=100, best=100, high=100, earliest=day, latest=day, **same)
    >>> [(one.id, one.best, one.high) for one in counted_once([pardon, release])]
    [('e-2', 100, 123)]
    """
    cohorts: dict[str, list[Freed]] = {}
    for one in found:
        cohorts.setdefault(one.cohort, []).append(one)
    for members in cohorts.values():
        yield members[0] if len(members) == 1 else _one_of(members)


def _one_of(members: Sequence[Freed]) -> Freed:
    # The number first, then the date: of two with the same number the earlier one tells when they became free.
    counted = [one for one in members if one.best is not None and one.dated] or [one for one in members if one.dated]
    counted = counted or [one for one in members if one.best is not None] or list(members)
    chosen = max(counted, key=lambda one: (one.best or 0, -(one.latest or date.max).toordinal()))
    if chosen.best is None:
        return chosen
    highest = max(one.high for one in members if one.high is not None)
    return replace(chosen, high=max(chosen.high, highest))
