"""What changed a record from one version to the next, as far as both versions show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import polars as pl

from dodomu.dataset.judged import rejected
from dodomu.dataset.tombstones import REASON
from dodomu.models import TABLES

Kind = Literal["first", "withdrawal", "correction", "source", "claims", "reference", "rule", "unknown"]

_DECIDED = ("curated", "review")
_FOLLOWS = {
    "date": ("date_earliest", "date_latest", "date_extent", "date_basis"),
    "count": ("count_low", "count_high", "count_qualifier"),
    "speaker": ("speaker_id", "speaker_text", "speaker_role"),
    "text": ("start", "end"),
    "trigger": ("trigger_start", "trigger_end"),
    "type": ("family", "plover", "cameo"),
}
"""Cells that follow from one that a person set."""

_KNOWN = ("title", "publisher", "url", "published", "lang")


@dataclass(frozen=True)
class Cause:
    """What changed a record: the kind of cause, and what the versions tell of it."""

    kind: Kind
    why: str

    def __str__(self) -> str:
        return f"{_SAID[self.kind]}: {self.why}" if self.kind in _SAID else self.why


_SAID = {
    "withdrawal": "withdrawn",
    "correction": "a person decided",
    "source": "the source changed",
    "claims": "its claims changed",
    "reference": "the curated table changed",
    "rule": "read by other rules",
}


class Side(Protocol):
    """A version, as far as causes are looked for in it."""

    name: str
    tables: Mapping[str, pl.DataFrame]
    made_by: str | None


def causes(table: str, was: Mapping[str, Any], now: Mapping[str, Any], then: Side, side: Side) -> Iterator[Cause]:
    """Tell what changed a record.

    Parameters
    ----------
    table
        Its table.
    was, now
        Its cells before and after; empty where it is not there.
    then, side
        The versions before and after.
    """
    decided = list(_decisions(was, now) if now else _rejections(table, was, then, side))
    yield from decided
    left = _changed(was, now) - _explained(decided)
    if decided and was and not (now and left):
        return
    found = [
        *_emptied(table, now or was, then, side),
        *_sources(table, was, now, then, side),
        *_claims(table, was, now, then, side),
        *_reference(left, then, side),
        *_rules(was, now, then, side),
    ]
    yield from found
    if not found and not decided:
        yield Cause("unknown", "the versions do not show why")


def _changed(was: Mapping[str, Any], now: Mapping[str, Any]) -> set[str]:
    names = was.keys() | now.keys()
    return {name for name in names if (was.get(name) or None) != (now.get(name) or None)}


def _decisions(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Cause]:
    before, after = was.get("curated") or [], now.get("curated") or []
    yield from (Cause("correction", one) for one in after if one not in before)
    yield from (Cause("correction", f"{one}; taken back") for one in before if one not in after)


def _rejections(table: str, was: Mapping[str, Any], then: Side, side: Side) -> Iterator[Cause]:
    """Tell who rejected a record; an event goes with the mentions it was made of."""
    if table not in ("quotes", "mentions", "events"):
        return
    key = was[TABLES[table].key[0]]
    own = then.tables["mentions"].filter(event_id=key)["mention_id"].to_list() if table == "events" else [key]
    told = (rejected(side.tables["gaps"], one) for one in own)
    yield from (Cause("correction", one) for one in dict.fromkeys(told) if one)


def _explained(decided: list[Cause]) -> set[str]:
    fields = {cause.why.partition(":")[0] for cause in decided}
    return {*_DECIDED, *fields, *(name for one in fields for name in _FOLLOWS.get(one, ()))}


def _emptied(table: str, row: Mapping[str, Any], then: Side, side: Side) -> Iterator[Cause]:
    record = row[TABLES[table].key[0]]
    before, after = (
        set(one.tables["gaps"].filter(record_id=record, reason=REASON)["field"]) if "gaps" in one.tables else set()
        for one in (then, side)
    )
    if names := sorted(after - before):
        yield Cause("withdrawal", f"what {', '.join(names)} stood on")


def _sources(table: str, was: Mapping[str, Any], now: Mapping[str, Any], then: Side, side: Side) -> Iterator[Cause]:
    """Tell which of the articles that a record was read in came, went or were edited."""
    keys = dict.fromkeys(key for row, one in ((was, then), (now, side)) if row for key in _articles(table, row, one))
    before, after = ({row["article_id"]: row for row in one.tables["articles"].to_dicts()} for one in (then, side))
    for key in keys:
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            yield Cause("source", f"article {key} {'came' if old is None else 'is not there any more'}")
        elif old["sha256"] != new["sha256"]:
            yield Cause("source", f"article {key} was edited (sha256 {old['sha256'][:12]} → {new['sha256'][:12]})")
        elif names := [name for name in _KNOWN if old.get(name) != new.get(name)]:
            yield Cause("source", f"what is known of article {key}: {', '.join(names)}")


def _articles(table: str, row: Mapping[str, Any], side: Side) -> list[str]:
    if table == "events":
        return side.tables["mentions"].filter(event_id=row["event_id"])["article_id"].to_list()
    if table == "actors":
        return side.tables["quotes"].filter(speaker_id=row["actor_id"])["article_id"].to_list()
    return [row["article_id"]] if "article_id" in row else []


def _claims(table: str, was: Mapping[str, Any], now: Mapping[str, Any], then: Side, side: Side) -> Iterator[Cause]:
    if table != "events":
        return
    key = (now or was)["event_id"]
    old, new = (one.tables["mentions"].filter(event_id=key)["mention_id"].to_list() for one in (then, side))
    told = [f"{one} joined" for one in new if one not in old] + [f"{one} left" for one in old if one not in new]
    if told and was:
        yield Cause("claims", ", ".join(told))


def _reference(changed: set[str], then: Side, side: Side) -> Iterator[Cause]:
    before, after = (one.tables.get("known_releases") for one in (then, side))
    if "known_releases" in changed and before is not None and after is not None and not before.equals(after):
        yield Cause("reference", "known_releases")


def _rules(was: Mapping[str, Any], now: Mapping[str, Any], then: Side, side: Side) -> Iterator[Cause]:
    if was.get("rule") and now.get("rule") and was["rule"] != now["rule"]:
        yield Cause("rule", f"{was['rule']} → {now['rule']}")
    if then.made_by and side.made_by and then.made_by != side.made_by:
        yield Cause("rule", f"{then.made_by} → {side.made_by}")
