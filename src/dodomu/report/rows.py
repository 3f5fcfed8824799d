"""The rows of the report's tables: every value in words, every empty cell with the reason why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dodomu.charts.dates import date_text
from dodomu.charts.items import Item, reported_text
from dodomu.charts.labels import country, how_many, words


@dataclass(frozen=True)
class Link:
    """A link to a passage, with the words that stand there."""

    anchor: str
    text: str


@dataclass(frozen=True)
class Cell:
    """A value in words; where there is none, the reason; where it stands on passages, links to them."""

    text: str = ""
    reason: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Row:
    """A record of a table: the lane gives its mark, the cells follow the table's columns."""

    id: str
    lane: str
    cells: tuple[Cell, ...] = field(default=())


EVENT_COLUMNS = ("type", "date", "count", "route", "agents", "mediators", "words", "review")
QUOTE_COLUMNS = ("speaker", "text", "kind", "cue", "date", "review")


class Tables:
    """Writes the rows of one dataset in one language."""

    def __init__(self, ds: Any, items: Iterable[Item], lang: str):
        self._say, self._lang, self._ds = words(lang), lang, ds
        self._items = {item.id: item for item in items}
        self._mentions: dict[str, list[dict[str, Any]]] = {}
        for mention in ds.mentions.to_dicts():
            self._mentions.setdefault(mention["event_id"], []).append(mention)
        self._reasons = {(gap["record_id"], gap["field"]): self.reason(gap["reason"]) for gap in ds.gaps.to_dicts()}

    def anchors(self) -> dict[str, str]:
        """Give for each record the passage that it leads to: an event's is its first mention."""
        events = {event_id: mentions[0]["mention_id"] for event_id, mentions in self._mentions.items()}
        return events | {quote_id: quote_id for quote_id in self._ds.quotes["quote_id"]}

    def events(self) -> list[Row]:
        """Write the rows of the events."""
        return [Row(event["event_id"], event["family"], self._event(event)) for event in self._ds.events.to_dicts()]

    def quotes(self) -> list[Row]:
        """Write the rows of the quotes."""
        return [Row(quote["quote_id"], "statement", self._quote(quote)) for quote in self._ds.quotes.to_dicts()]

    def gaps(self) -> list[tuple[Link, str, str]]:
        """Write every empty cell with its reason; a mention's only where its event does not say the same."""
        anchors = self.anchors() | {key: key for key in self._ds.mentions["mention_id"]}
        names = self._names()
        event_of = dict(self._ds.mentions.select("mention_id", "event_id").iter_rows())
        return [
            (
                Link(anchors.get(gap["record_id"], gap["record_id"]), names.get(gap["record_id"], gap["record_id"])),
                self.field(gap["field"]),
                self.reason(gap["reason"]),
            )
            for gap in self._ds.gaps.to_dicts()
            # a decision that was not applied may be of a record that is no more, so there is nothing to lead to
            if gap["field"] != "curated" and (event_of.get(gap["record_id"]), gap["field"]) not in self._reasons
        ]

    def evidence(self) -> list[tuple[Link, str, str, str]]:
        """Write which words every value stands on."""
        names = self._names()
        return [
            (Link(row["record_id"], names.get(row["record_id"], row["record_id"])), self.field(row["field"]))
            + (row["exact"], row["rule"])
            for row in self._ds.evidence.to_dicts()
        ]

    def field(self, name: str) -> str:
        """Name a column for readers."""
        return self._say["field"].get(name, name)

    def reason(self, text: str) -> str:
        """Say a reason in the language of the page, or as it is stored where no translation is known."""
        return self._say["reason"].get(text, text)

    def _names(self) -> dict[str, str]:
        """Name every record by what it says; a mention by its trigger."""
        kinds = self._say["type"]
        mentions = (mention for group in self._mentions.values() for mention in group)
        return {item.id: item.head for item in self._items.values()} | {
            mention["mention_id"]: f"{kinds[mention['type']]}: «{mention['trigger']}»" for mention in mentions
        }

    def _event(self, event: dict[str, Any]) -> tuple[Cell, ...]:
        say, lang, key = self._say, self._lang, event["event_id"]
        status = say["status"].get(event["status"], say["report"]["occurred"])
        people = how_many(
            lang, event["group"], event["count"], event["count_qualifier"], event["count_low"], event["count_high"]
        )
        route = [
            f"{say['detail'][name]}: {country(event[name], lang)}" for name in ("origin", "destination") if event[name]
        ]
        mentions = tuple(Link(m["mention_id"], m["trigger"]) for m in self._mentions.get(key, ()))
        return (
            Cell(f"{say['type'][event['type']]}, {status}", reason=self._differing(event)),
            self._date(event, event["date_extent"]),
            self._cell(key, "count", people, also=event["count"] is None),
            self._cell(key, "origin", "; ".join(route)),
            self._cell(key, "agents", self._named(event["agents"])),
            self._cell(key, "mediators", self._named(event["mediators"])),
            Cell(links=mentions),
            Cell(say["review"][event["review"]]),
        )

    def _quote(self, quote: dict[str, Any]) -> tuple[Cell, ...]:
        key = quote["quote_id"]
        return (
            self._cell(key, "speaker", self._items[key].head if quote["speaker"] else ""),
            Cell(links=(Link(key, quote["text"]),)),
            Cell(self._say["kind"][quote["kind"]]),
            self._cell(key, "cue", quote["cue"] or ""),
            self._date(quote, "point"),
            Cell(self._say["review"][quote["review"]]),
        )

    def _date(self, row: Mapping[str, Any], extent: str | None) -> Cell:
        key = row.get("event_id") or row["quote_id"]
        if row["date"]:
            return Cell(date_text(row["date"], self._lang, extent))
        reported = reported_text(self._items[key].reported, self._lang)
        text = self._say["report"]["no_date"].format(reported=reported)
        return Cell(text, self._reasons.get((key, "date"), ""))

    def _cell(self, key: str, column: str, text: str, also: bool = False) -> Cell:
        """Give the value; the reason where it is empty, or where only a part of it is known."""
        return Cell(text, "" if text and not also else self._reasons.get((key, column), ""))

    def _differing(self, event: Mapping[str, Any]) -> str:
        names = ", ".join(self.field(name) for name in event["contradictions"] or [])
        return f"{self._say['detail']['contradictions']}: {names}" if names else ""

    def _named(self, values: list[str] | None) -> str:
        return ", ".join(country(value, self._lang) for value in values or [])
