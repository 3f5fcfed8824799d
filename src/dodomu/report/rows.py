"""The rows of the report's tables: every value in words, every empty cell with the reason why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dodomu.charts.dates import date_text
from dodomu.charts.items import Item, reported_text, spoken_names
from dodomu.charts.labels import country, how_many, words
from dodomu.charts.quotation import quoted
from dodomu.report.unsure import Doubt, doubts
from dodomu.report.words import Link, Words, shortened


@dataclass(frozen=True)
class Cell:
    """A value in words or as links; where there is none, the reason; links to the words it stands on."""

    text: str = ""
    reason: str = ""
    links: tuple[Link, ...] = ()
    words: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Row:
    """A record of a table: the lane gives its mark, the cells follow the table's columns; some are not sure."""

    id: str
    lane: str
    cells: tuple[Cell, ...] = field(default=())
    unsure: bool = False


_BEGINS = 36
"""So much of its beginning tells which quote it is."""

EVENT_COLUMNS = ("type", "date", "count", "route", "agents", "mediators", "words", "review")
QUOTE_COLUMNS = ("speaker", "text", "kind", "cue", "date", "review")


class Tables:
    """Writes the rows of one dataset in one language."""

    def __init__(self, ds: Any, items: Iterable[Item], lang: str):
        self._say, self._lang, self._ds = words(lang), lang, ds
        self._spelt = spoken_names(ds, lang)
        self.words = Words(ds)
        self._items = {item.id: item for item in items}
        self._mentions: dict[str, list[dict[str, Any]]] = {}
        for mention in ds.mentions.to_dicts():
            self._mentions.setdefault(mention["event_id"], []).append(mention)
        self._reasons = {(gap["record_id"], gap["field"]): self.reason(gap["reason"]) for gap in ds.gaps.to_dicts()}
        self._anchors, self._names = self.anchors(), self._named_records()
        self._anchors |= {key: key for column in ("mention_id", "article_id") for key in self._keys(column)}
        self.doubts: list[Doubt] = doubts(ds, self.link, lang)
        self._unsure = {doubt.record for doubt in self.doubts}

    def anchors(self) -> dict[str, str]:
        """Give for each record the passage that it leads to: an event's is its first mention."""
        events = {event_id: mentions[0]["mention_id"] for event_id, mentions in self._mentions.items()}
        return events | {quote_id: quote_id for quote_id in self._ds.quotes["quote_id"]}

    def link(self, record_id: str) -> Link:
        """Lead to a record by its name."""
        return Link(self._anchors.get(record_id, ""), self._names.get(record_id, record_id))

    def events(self) -> list[Row]:
        """Write the rows of the events."""
        return [self._row(one["event_id"], one["family"], self._event(one)) for one in self._ds.events.to_dicts()]

    def quotes(self) -> list[Row]:
        """Write the rows of the quotes."""
        return [self._row(one["quote_id"], "statement", self._quote(one)) for one in self._ds.quotes.to_dicts()]

    def gaps(self) -> list[tuple[Link, str, str]]:
        """Write every empty cell with its reason, those of a record together.

        A mention's cells stand here only where its event does not say the same.
        """
        event_of = dict(self._ds.mentions.select("mention_id", "event_id").iter_rows())
        fields: dict[tuple[str, str], list[str]] = {}
        for gap in self._ds.gaps.to_dicts():
            # a decision that was not applied may be of a record that is no more, so there is nothing to lead to
            if gap["field"] != "curated" and (event_of.get(gap["record_id"]), gap["field"]) not in self._reasons:
                fields.setdefault((gap["record_id"], gap["reason"]), []).append(self.field(gap["field"]))
        return [(self.link(key), ", ".join(names), self.reason(why)) for (key, why), names in fields.items()]

    def evidence(self) -> list[tuple[Link, list[tuple[str, str, Link, str]]]]:
        """Write for every record which words each value stands on, and the rule that read them.

        A line has an address where no article has the words marked.
        """
        shown = set(self._ds.articles.filter(self._ds.articles["text"].is_not_null())["article_id"])
        placed: set[str] = set()
        lines: dict[str, list[tuple[str, str, Link, str]]] = {}
        for row in self.words.rows:
            anchor = self.words.anchor(row)
            own = "" if row["article_id"] in shown or anchor in placed else anchor
            placed.add(own)
            words_at = Link(anchor if row["article_id"] in shown else "", shortened(row["exact"]))
            lines.setdefault(row["record_id"], []).append((own, self.field(row["field"]), words_at, row["rule"]))
        return [(self.link(record_id), of_it) for record_id, of_it in lines.items()]

    def field(self, name: str) -> str:
        """Name a column for readers."""
        return self._say["field"].get(name, name)

    def reason(self, text: str) -> str:
        """Say a reason in the language of the page, or as it is stored where no translation is known."""
        return self._say["reason"].get(text, text)

    def _keys(self, column: str) -> list[str]:
        table = self._ds.mentions if column == "mention_id" else self._ds.articles
        return table[column].to_list()

    def _row(self, key: str, lane: str, cells: tuple[Cell, ...]) -> Row:
        empty = any(cell.reason for cell in cells)
        return Row(key, lane, cells, unsure=empty or self.link(key) in self._unsure)

    def _named_records(self) -> dict[str, str]:
        """Name every record by what it says; a mention by its trigger, a quote by its speaker and its beginning."""
        kinds = self._say["type"]
        quotes = self._ds.quotes.to_dicts()
        mentions = (mention for group in self._mentions.values() for mention in group)
        return (
            {item.id: item.head for item in self._items.values()}
            | {
                mention["mention_id"]: f"{kinds[mention['type']]}: {quoted(shortened(mention['trigger']))}"
                for mention in mentions
            }
            | {
                quote["quote_id"]: f"{self._items[quote['quote_id']].head}: {quoted(shortened(quote['text'], _BEGINS))}"
                for quote in quotes
            }
        )

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
            Cell(
                f"{say['type'][event['type']]}, {status}",
                reason=self._differing(event),
                words=self.words.of(key, ("type", "status", "trigger")),
            ),
            self._date(event, event["date_extent"]),
            self._cell(key, "count", people, "count_qualifier", "group", also=event["count"] is None),
            self._cell(key, "origin", "; ".join(route), "destination"),
            self._cell(key, "agents", self._named(event["agents"])),
            self._cell(key, "mediators", self._named(event["mediators"])),
            Cell(links=mentions),
            Cell(say["review"][event["review"]]),
        )

    def _quote(self, quote: dict[str, Any]) -> tuple[Cell, ...]:
        key = quote["quote_id"]
        return (
            self._cell(key, "speaker", self._items[key].head if quote["speaker"] else "", "speaker_text"),
            Cell(links=(Link(key, quote["text"]),)),
            Cell(self._say["kind"][quote["kind"]]),
            self._cell(key, "cue", quote["cue"] or ""),
            self._date(quote, "point"),
            Cell(self._say["review"][quote["review"]]),
        )

    def _date(self, row: Mapping[str, Any], extent: str | None) -> Cell:
        key = row.get("event_id") or row["quote_id"]
        if row["date"]:
            return Cell(date_text(row["date"], self._lang, extent), words=self.words.of(key, ["date"]))
        reported = reported_text(self._items[key].reported, self._lang)
        text = self._say["report"]["no_date"].format(reported=reported)
        return Cell(text, self._reasons.get((key, "date"), ""))

    def _cell(self, key: str, column: str, text: str, *more: str, also: bool = False) -> Cell:
        """Give the value with its words; the reason where it is empty, or where only a part of it is known."""
        reason = "" if text and not also else self._reasons.get((key, column), "")
        return Cell(text, reason, words=self.words.of(key, (column, *more)) if text else ())

    def _differing(self, event: Mapping[str, Any]) -> str:
        names = ", ".join(self.field(name) for name in event["contradictions"] or [])
        return f"{self._say['detail']['contradictions']}: {names}" if names else ""

    def _named(self, values: list[str] | None) -> str:
        return ", ".join(self._spelt.get(value, country(value, self._lang)) for value in values or [])
