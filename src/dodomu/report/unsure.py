"""What the data does not know for sure: claims that differ, doubtful dates, dates and counts between bounds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dodomu.charts.dates import date_text
from dodomu.charts.labels import country, how_many, words
from dodomu.models.edtf import parse
from dodomu.report.words import Link


@dataclass(frozen=True)
class Doubt:
    """A cell that is not sure: the record, the cell, why, and what is said of it with links to who says it."""

    lane: str
    record: Link
    field: str
    why: str
    said: tuple[Link, ...]


def doubts(ds: Any, record: Callable[[str], Link], lang: str) -> list[Doubt]:
    """Gather every doubt, claims that differ first.

    Parameters
    ----------
    record
        Gives the link to a record with its name.
    """
    say = words(lang)
    mentions: dict[str, list[dict[str, Any]]] = {}
    for mention in ds.mentions.to_dicts():
        mentions.setdefault(mention["event_id"], []).append(mention)
    found = []
    for event in ds.events.to_dicts():
        link = record(event["event_id"])
        for name in event["contradictions"] or []:
            claims = [(m, value_text(m, name, lang)) for m in mentions.get(event["event_id"], ())]
            said = {text: Link(mention["mention_id"], text) for mention, text in reversed(claims) if text}
            why = say["detail"]["contradictions"]
            field = say["field"].get(name, name)
            found.append((0, Doubt(event["family"], link, field, why, tuple(reversed(said.values())))))
        found += [
            (1, Doubt(event["family"], link, say["field"][name], say["doubt"][why], (Link(link.anchor, text),)))
            for name, why, text in _of_one(event, lang)
            if name not in (event["contradictions"] or [])
        ]
    for quote in ds.quotes.to_dicts():
        link = record(quote["quote_id"])
        found += [
            (1, Doubt("statement", link, say["field"][name], say["doubt"][why], (Link(link.anchor, text),)))
            for name, why, text in _date(quote, "point", lang)
        ]
    return [doubt for _, doubt in sorted(found, key=lambda pair: pair[0])]


def value_text(row: Mapping[str, Any], name: str, lang: str) -> str:
    """Say what a row holds in a column; empty where it holds nothing.

    Examples
    --------
    >>> value_text({"origin": "BY"}, "origin", "en"), value_text({"mediators": []}, "mediators", "en")
    ('Belarus', '')
    """
    value = row.get(name)
    if value is None or value == []:
        return ""
    if name == "date":
        return date_text(value, lang, row["date_extent"])
    if name == "count":
        return how_many(lang, row["group"], value, row["count_qualifier"], row["count_low"], row["count_high"])
    if name == "group":
        return words(lang)["group_alone"].get(value, value)
    if name in ("type", "status"):
        return words(lang)[name].get(value, words(lang)["report"]["occurred"])
    values = value if isinstance(value, list) else [value]
    return ", ".join(country(str(one), lang) for one in values)


def _of_one(event: dict[str, Any], lang: str) -> Iterator[tuple[str, str, str]]:
    yield from _date(event, event["date_extent"], lang)
    low, high, qualifier = event["count_low"], event["count_high"], event["count_qualifier"]
    if qualifier not in (None, "exact") or (event["count"] is None and low is not None):
        yield "count", "count", how_many(lang, event["group"], event["count"], qualifier, low, high)


def _date(row: Mapping[str, Any], extent: str | None, lang: str) -> Iterator[tuple[str, str, str]]:
    if row["date"] is None:
        return
    span = parse(row["date"])
    text = date_text(row["date"], lang, extent)
    if span.uncertain or span.approximate:
        yield "date", "doubtful", text
    elif span.earliest is None or span.latest is None:
        yield "date", "open", text
    elif span.earliest != span.latest and extent == "point":
        yield "date", "bounds", text
