"""What each source claims of one event: its slots in words, their values and who says them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import polars as pl

from dodomu.charts.dates import date_text, day_text
from dodomu.charts.items import spoken_names
from dodomu.charts.labels import country, how_many, words
from dodomu.errors import UnknownRecord, did_you_mean

SLOTS = (
    "type",
    "status",
    "date",
    "count",
    "group",
    "nationality",
    "origin",
    "destination",
    "place",
    "agents",
    "mediators",
)


@dataclass(frozen=True)
class Claim:
    """A mention, or the same release in the curated reference."""

    id: str
    source: str
    slots: Mapping[str, str]
    review: str
    article_id: str | None = None
    known: bool = False


@dataclass(frozen=True)
class Value:
    """A value of a slot and who claims it."""

    text: str
    claims: Sequence[Claim]


@dataclass(frozen=True)
class Slot:
    """A slot with its values, those claimed most first."""

    name: str
    label: str
    values: Sequence[Value]
    silent: Sequence[Claim]
    differs: bool


def event_of(ds: Any, event_id: str | None) -> dict[str, Any] | None:
    events = ds.events.to_dicts()
    if event_id is None:
        return max(events, key=_weight, default=None)
    found = next((event for event in events if event["event_id"] == event_id), None)
    if found is None:
        known = [event["event_id"] for event in events]
        raise UnknownRecord(
            f"no event «{event_id}»; {did_you_mean(event_id, get_close_matches(event_id, known, 5, 0) or known[:5])}"
        )
    return found


def _weight(event: dict[str, Any]) -> tuple[int, int, int]:
    told = sum(event[name] is not None and event[name] != [] for name in SLOTS)
    return len(event["contradictions"] or []), event["n_mentions"], told


def claims_of(ds: Any, event: dict[str, Any], lang: str) -> Iterator[Claim]:
    articles = {article["article_id"]: article for article in ds.articles.to_dicts()}
    names = spoken_names(ds, lang)
    for mention in ds.mentions.filter(pl.col("event_id") == event["event_id"]).to_dicts():
        source = _source(mention, articles.get(mention["article_id"], {}), names, lang)
        said = dict(_said(mention, names, lang))
        yield Claim(mention["mention_id"], source, said, mention["review"], mention["article_id"])
    same = [link.rpartition(":")[0] for link in event["known_releases"] or [] if link.endswith(":same")]
    for known in ds.known_releases.filter(pl.col("release_id").is_in(same)).to_dicts():
        source = words(lang)["claims"]["reference"]
        yield Claim(known["release_id"], source, dict(_known(known, lang)), known["verified"], known=True)


def _source(mention: dict[str, Any], article: Mapping[str, Any], names: Mapping[str, str], lang: str) -> str:
    """Name who claims it: a speaker as the outlet relays it, or the outlet itself, with the day of the article."""
    outlet = article.get("publisher") or article.get("title") or mention["article_id"]
    if article.get("published"):
        outlet = f"{outlet}, {date_text(article['published'], lang, 'span')}"
    speaker = mention["asserted_by"]
    if not speaker:
        return outlet
    return words(lang)["claims"]["through"].format(speaker=names.get(speaker, country(speaker, lang)), outlet=outlet)


def _said(row: dict[str, Any], names: Mapping[str, str], lang: str) -> Iterator[tuple[str, str]]:
    say = words(lang)
    yield "type", say["type"][row["type"]]
    yield "status", say["status"].get(row["status"], say["report"]["occurred"])
    if row["date"]:
        yield "date", date_text(row["date"], lang, row["date_extent"])
    if any(row[name] is not None for name in ("count", "count_low", "count_high")):
        kind = "remains" if row["group"] == "remains" else "people"
        bounds = (row["count_low"], row["count_high"])
        yield "count", how_many(lang, kind, row["count"], row["count_qualifier"], *bounds)
    if row["group"]:
        yield "group", say["group_alone"][row["group"]]
    for name in ("nationality", "origin", "destination", "place", "agents", "mediators"):
        values = row[name] if isinstance(row[name], list) else [row[name]] if row[name] else []
        if values:
            yield name, ", ".join(names.get(value, country(value, lang)) for value in values)


def _known(row: dict[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    say = words(lang)
    yield "date", day_text(row["date"], lang) if row["date_precision"] == "day" else str(row["date"])
    low, high, total = row["released_low"], row["released_high"], row["released_total"]
    if total is not None:
        exact = low is None or low == high
        yield "count", how_many(lang, "people", total if exact else None, "exact", low, high)
    yield "group", say["group_alone"][row["group"]]
    for name in ("origin", "destination", "mediators"):
        if row[name]:
            yield name, ", ".join(country(code, lang) for code in row[name])


def slots_of(event: dict[str, Any], found: Sequence[Claim], lang: str) -> list[Slot]:
    slots = []
    for name in SLOTS:
        by_text: dict[str, list[Claim]] = {}
        for claim in found:
            if text := claim.slots.get(name):
                by_text.setdefault(text, []).append(claim)
        values = sorted((Value(text, said) for text, said in by_text.items()), key=lambda value: -len(value.claims))
        if values:
            silent = [claim for claim in found if name not in claim.slots and not claim.known]
            differs = name in (event["contradictions"] or [])
            slots.append(Slot(name, words(lang)["field"][name], values, silent, differs))
    return sorted(slots, key=lambda slot: not slot.differs)
