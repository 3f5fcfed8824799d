"""Deeds: what is told as done, by the events and by the curated reference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dodomu.models.edtf import bounds

DONE = ("occurred", "ongoing")

FULFIL = {
    "release": ("release", "exchange", "return", "pardon"),
    "return": ("return", "release", "exchange"),
    "exchange": ("exchange",),
    "pardon": ("pardon",),
    "remains_return": ("remains_return",),
    "negotiation": ("negotiation",),
    "agreement": ("agreement",),
    "sanctions_relief": ("sanctions_relief",),
}
"""What is promised, and the types of event that it is done with."""


@dataclass(frozen=True)
class Deed:
    """Something told as done; without bounds where nobody says when."""

    event_id: str | None
    release_id: str | None
    earliest: date | None
    latest: date | None
    slots: Mapping[str, Any]


def deeds(ds: Any) -> Iterator[Deed]:
    """Give what is done on a day that is known or bounded; a running total is no deed."""
    told = told_done(ds)
    for event in ds.events.to_dicts():
        if event["status"] in DONE and event["date"] is not None and event["date_extent"] != "total":
            deed = deed_of(event, told)
            if deed.earliest is not None and deed.latest is not None:
                yield deed
    for known in ds.known_releases.to_dicts():
        first, last = bounds(known["date"].isoformat()[: {"day": 10, "month": 7, "year": 4}[known["date_precision"]]])
        yield Deed(None, known["release_id"], first, last, _as_event(known))


@dataclass
class Told:
    """What the claims of an event say of when: those that tell it as done, and those that plan it."""

    reported: date | None = None
    dated: bool = False
    planned: set[str] = field(default_factory=set)


def told_done(ds: Any) -> dict[str, Told]:
    """Give by when each event was first reported as done, and whether a claim of that dates it."""
    days = {row["article_id"]: row["published_latest"] for row in ds.articles.to_dicts()}
    found: dict[str, Told] = {}
    for mention in ds.mentions.to_dicts():
        told = found.setdefault(mention["event_id"], Told())
        if mention["status"] not in DONE:
            told.planned.add(mention["date"])
            continue
        told.dated |= mention["date"] is not None
        if day := days.get(mention["article_id"]):
            told.reported = min(day, told.reported or day)
    return found


def deed_of(event: Mapping[str, Any], told: Mapping[str, Told]) -> Deed:
    """Give an event as a deed: the day that was planned and the day the plan was reported say nothing of when.

    Where nobody says until when, it was over no later than it was reported as done.
    """
    claims = told.get(event["event_id"], Told())
    of_the_plan = not claims.dated and event["date"] in claims.planned
    earliest, latest = (None, None) if of_the_plan else (event["date_earliest"], event["date_latest"])
    latest = latest or claims.reported or bounds(event["first_reported"])[1]
    if earliest is not None and latest is not None:
        latest = max(latest, earliest)
    return Deed(event["event_id"], None, earliest, latest, event)


def several(value: Any) -> Sequence[str]:
    """Give one value, or the values of a list, or none."""
    return value if isinstance(value, list) else [value] if value else []


def _as_event(known: dict[str, Any]) -> dict[str, Any]:
    """Give a row of the reference the slots of an event; of several origins or destinations it has each."""
    return {
        "type": {"amnesty": "pardon"}.get(known["kind"], known["kind"]),
        "origin": known["origin"],
        "destination": known["destination"],
        "group": known["group"],
        "count": known["released_total"],
        "agents": known["origin"],
        "cohort_id": None,
    }
