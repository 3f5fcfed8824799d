"""The ledger of promises: what was promised, ordered, planned or called for, by when, and what became of it.

An outcome is looked for among the events told as done and the rows of the curated reference, up to a day. Where none
is found the ledger says that the deadline has passed and no record is there, never that a promise was broken: only a
person can know that.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import polars as pl

from dodomu.errors import InvalidDate
from dodomu.models.edtf import bounds

Outcome = Literal["kept", "late", "overdue", "undecidable", "open"]
OUTCOMES = get_args(Outcome)

KINDS = ("promise", "order", "request", "plan", "call")

_STATUS = {"planned": "plan", "called_for": "call"}
_ACTS = ("promise", "order")
_DONE = ("occurred", "ongoing")
_VAGUE = ("people", "mixed", None)
_NEAR = 400
"""How far before a quote the word that orders it may stand, in characters."""

_FULFIL = {
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

_SCHEMA = {
    "promise_id": pl.String,
    "kind": pl.String,
    "event_id": pl.String,
    "quote_id": pl.String,
    "article_id": pl.String,
    "speaker": pl.String,
    "text": pl.String,
    "type": pl.String,
    "made_earliest": pl.Date,
    "made_latest": pl.Date,
    "deadline": pl.String,
    "deadline_latest": pl.Date,
    "outcome": pl.String,
    "outcome_event_id": pl.String,
    "outcome_release_id": pl.String,
    "outcome_earliest": pl.Date,
    "outcome_latest": pl.Date,
    "as_of": pl.Date,
    "review": pl.String,
}


def promises(ds: Any, as_of: date | str | None = None) -> pl.DataFrame:
    """Give the ledger: a row for each promise, order, request, plan or call.

    `outcome` is ``kept`` or ``late`` (done by the deadline or after it), ``undecidable`` (done, but its bounds straddle
    the deadline), ``overdue`` (the deadline has passed and no record is found: no proof that nothing happened),
    ``open`` (there is time left, or no deadline).

    Parameters
    ----------
    ds
        A dataset.
    as_of
        Up to which day is looked; the last day that the dataset knows anything of, if none is named.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> from dodomu.tables import frames
    >>> promises(Dataset(frames(None))).columns[:3]
    ['promise_id', 'kind', 'event_id']
    """
    until = _day(as_of) or _last_day(ds)
    articles = {row["article_id"]: row for row in ds.articles.to_dicts()}
    done = _Done(_deeds(ds))
    rows = []
    for promise in _promised(ds, articles):
        found = done.first(promise, until)
        outcome = _outcome(promise.deadline, found, until)
        rows.append(
            {
                **promise.row,
                "outcome": outcome,
                "outcome_event_id": found.event_id if found else None,
                "outcome_release_id": found.release_id if found else None,
                "outcome_earliest": found.earliest if found else None,
                "outcome_latest": found.latest if found else None,
                "as_of": until,
            }
        )
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


@dataclass(frozen=True)
class _Promise:
    """A promise with what its fulfilment must be like."""

    row: dict[str, Any]
    slots: Mapping[str, Any]

    @property
    def deadline(self) -> date | None:
        return self.row["deadline_latest"]

    @property
    def made(self) -> date | None:
        return self.row["made_earliest"]


@dataclass(frozen=True)
class _Deed:
    """Something told as done, from the events or the reference."""

    event_id: str | None
    release_id: str | None
    earliest: date
    latest: date
    slots: Mapping[str, Any]


def _promised(ds: Any, articles: Mapping[str, dict[str, Any]]) -> Iterator[_Promise]:
    """Take planned and called-for events; then promises and orders that no such event stands in."""
    quotes = {row["quote_id"]: row for row in ds.quotes.to_dicts()}
    mentions: dict[str, list[dict[str, Any]]] = {}
    for mention in ds.mentions.to_dicts():
        mentions.setdefault(mention["event_id"], []).append(mention)
    taken: set[str] = set()
    for event in ds.events.to_dicts():
        if event["status"] in _STATUS and event["type"] in _FULFIL:
            own = mentions.get(event["event_id"], [])
            said = next((quotes[one["quote_id"]] for one in own if one["quote_id"] in quotes), None)
            taken |= {one["quote_id"] for one in own if one["quote_id"]}
            yield _of_event(event, said, own, articles)
    for quote in quotes.values():
        if quote["act"] in _ACTS and quote["quote_id"] not in taken:
            yield _of_quote(quote, articles)
    orders: dict[tuple[str, str], list[int]] = {}
    for quote in quotes.values():
        if quote["act"] in _ACTS:
            orders.setdefault((quote["article_id"], quote["cue"]), []).append(quote["start"])
    for event in ds.events.to_dicts():
        own = mentions.get(event["event_id"], [])
        if (
            event["type"] == "order"
            and event["status"] in _DONE
            and not any(one["quote_id"] in taken or _brings_in(one, orders) for one in own)
        ):
            yield _of_event(event, None, own, articles)


def _brings_in(mention: dict[str, Any], orders: Mapping[tuple[str, str], list[int]]) -> bool:
    """Tell whether the word that orders is the one that brings in a quote: then the quote is the order."""
    starts = orders.get((mention["article_id"], mention["trigger"]), ())
    return any(abs(start - mention["trigger_end"]) < _NEAR for start in starts)


def _of_event(event, said, mentions, articles) -> _Promise:
    first = mentions[0] if mentions else {}
    article = articles.get(first.get("article_id"), {})
    act = said["act"] if said and said["act"] in KINDS else None
    agents = event["agents"] or []
    row = {
        "promise_id": event["event_id"],
        "kind": act or _STATUS.get(event["status"], "order"),
        "event_id": event["event_id"],
        "quote_id": said["quote_id"] if said else None,
        "article_id": first.get("article_id"),
        "speaker": (said and said["speaker"]) or first.get("asserted_by") or (agents[0] if len(agents) == 1 else None),
        "text": said["text"] if said else None,
        "type": event["type"],
        **_made(said, article, event["first_reported"]),
        "deadline": event["date"] if event["status"] in _STATUS else None,
        "deadline_latest": event["date_latest"] if event["status"] in _STATUS else None,
        "review": event["review"],
    }
    return _Promise(row, event)


def _of_quote(quote, articles) -> _Promise:
    row = {
        "promise_id": quote["quote_id"],
        "kind": quote["act"],
        "event_id": None,
        "quote_id": quote["quote_id"],
        "article_id": quote["article_id"],
        "speaker": quote["speaker"],
        "text": quote["text"],
        "type": None,
        **_made(quote, articles.get(quote["article_id"], {}), None),
        "deadline": None,
        "deadline_latest": None,
        "review": quote["review"],
    }
    return _Promise(row, {})


def _made(said: dict[str, Any] | None, article: Mapping[str, Any], reported: str | None) -> dict[str, date | None]:
    """Give when it was said: the quote's own day, else that of the report, which is no earlier."""
    if said and said["date"]:
        return {"made_earliest": said["date_earliest"], "made_latest": said["date_latest"]}
    first, last = bounds(reported or article.get("published"))
    return {"made_earliest": first, "made_latest": last}


def _deeds(ds: Any) -> Iterator[_Deed]:
    for event in ds.events.to_dicts():
        if event["status"] in _DONE and event["date"] is not None and event["date_extent"] != "total":
            reported = bounds(event["first_reported"])[1]
            latest = event["date_latest"] or reported
            earliest = event["date_earliest"]
            if earliest is not None and latest is not None:
                yield _Deed(event["event_id"], None, earliest, max(latest, earliest), event)
    for known in ds.known_releases.to_dicts():
        first, last = bounds(known["date"].isoformat()[: {"day": 10, "month": 7, "year": 4}[known["date_precision"]]])
        yield _Deed(None, known["release_id"], first, last, _as_event(known))


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


class _Done:
    """What was done, ready to be asked for the first that fulfils a promise."""

    def __init__(self, deeds: Iterable[_Deed]):
        self._by: dict[tuple[str, str, str], list[_Deed]] = {}
        for deed in sorted(deeds, key=lambda deed: (deed.latest, deed.event_id is None)):
            for key in dict.fromkeys(_keys(deed.slots, deed.slots["type"])):
                self._by.setdefault(key, []).append(deed)

    def first(self, promise: _Promise, until: date | None) -> _Deed | None:
        """Give the first deed that fulfils a promise, none of after the day looked up to."""
        found = [self._first_of(key, promise, until) for key in dict.fromkeys(_wanted(promise.slots))]
        return min(
            (deed for deed in found if deed), key=lambda deed: (deed.latest, deed.event_id is None), default=None
        )

    def _first_of(self, key: tuple[str, str, str], promise: _Promise, until: date | None) -> _Deed | None:
        deeds = self._by.get(key, [])
        start = bisect_left(deeds, promise.made, key=lambda deed: deed.latest) if promise.made else 0
        for deed in deeds[start:]:
            if until and deed.earliest > until:
                continue
            if all(rule(promise, deed) for rule in RULES):
                return deed
        return None


def _keys(slots: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str, str]]:
    yield from (("origin", kind, origin) for origin in _several(slots["origin"]))
    yield from (("agent", kind, agent) for agent in _several(slots["agents"]))
    if slots["cohort_id"]:
        yield "cohort", kind, slots["cohort_id"]


def _wanted(slots: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give where to look: a deed must have the origin, an agent or the people in common with the promise."""
    for kind in _FULFIL.get(slots.get("type"), ()):
        yield from _keys(slots, kind)


def _several(value: Any) -> Sequence[str]:
    return value if isinstance(value, list) else [value] if value else []


def is_another(promise: _Promise, deed: _Deed) -> bool:
    """Nothing fulfils itself."""
    return deed.event_id != promise.row["event_id"]


def comes_after(promise: _Promise, deed: _Deed) -> bool:
    """What was done before it was promised is no fulfilment."""
    return promise.made is None or deed.earliest >= promise.made


def goes_the_same_way(promise: _Promise, deed: _Deed) -> bool:
    """From there and to there, as far as both are said."""
    return all(
        not promise.slots[name] or not deed.slots[name] or promise.slots[name] in _several(deed.slots[name])
        for name in ("origin", "destination")
    )


def of_the_same_people(promise: _Promise, deed: _Deed) -> bool:
    """Soldiers are no children; «people» may be anybody."""
    mine, theirs = promise.slots["group"], deed.slots["group"]
    return mine in _VAGUE or theirs in _VAGUE or mine == theirs


def of_enough_people(promise: _Promise, deed: _Deed) -> bool:
    """Fewer than promised are not what was promised."""
    mine, theirs = promise.slots["count"], deed.slots["count"]
    return mine is None or (theirs is not None and theirs >= mine)


def surely_the_same_without_a_deadline(promise: _Promise, deed: _Deed) -> bool:
    """Without a deadline anything later would do: only the same people, or the same number of them, are believed."""
    if promise.deadline is not None:
        return True
    same_people = promise.slots["cohort_id"] and promise.slots["cohort_id"] == deed.slots["cohort_id"]
    return bool(same_people or (promise.slots["count"] and promise.slots["count"] == deed.slots["count"]))


RULES = (
    is_another,
    comes_after,
    goes_the_same_way,
    of_the_same_people,
    of_enough_people,
    surely_the_same_without_a_deadline,
)
"""All that a deed must be to count as the outcome of a promise."""


def _outcome(deadline: date | None, found: _Deed | None, until: date | None) -> Outcome:
    """Judge.

    Examples
    --------
    >>> deed = _Deed("e-1", None, date(2025, 12, 1), date(2025, 12, 31), {})
    >>> [_outcome(day, deed, None) for day in (date(2025, 12, 31), date(2025, 12, 15), date(2025, 11, 1), None)]
    ['kept', 'undecidable', 'late', 'kept']
    >>> _outcome(date(2025, 12, 31), None, date(2026, 1, 1)), _outcome(date(2025, 12, 31), None, date(2025, 12, 31))
    ('overdue', 'open')
    """
    if found is None:
        return "overdue" if deadline and until and until > deadline else "open"
    if deadline is None or found.latest <= deadline:
        return "kept"
    return "late" if found.earliest > deadline else "undecidable"


def _day(as_of: date | str | None) -> date | None:
    if not isinstance(as_of, str):
        return as_of
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        raise InvalidDate(f"as_of «{as_of}» is no day: write it like 2026-01-15") from None


def _last_day(ds: Any) -> date | None:
    days = [*ds.articles["published_latest"].to_list(), *ds.known_releases["date"].to_list()]
    return max((day for day in days if day), default=None)
