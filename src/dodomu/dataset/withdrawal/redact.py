"""The tables without what is withdrawn: its rows, what was there only through it, and its words wherever they stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from dodomu.dataset.tombstones import REASON
from dodomu.dataset.withdrawal.actors import without_actors
from dodomu.dataset.withdrawal.cover import Passages, Span, covered, is_covered, is_telling
from dodomu.dataset.withdrawal.emptied import is_missed, retold, without
from dodomu.models import TABLES, Gap
from dodomu.tables import frame

Tables = Mapping[str, pl.DataFrame]
Row = dict[str, Any]

_PLACES = {
    "quotes": ("start", "end", "text"),
    "mentions": ("trigger_start", "trigger_end", "trigger"),
    "evidence": ("start", "end", "exact"),
}
_OWNERS = {"quotes": "quote_id", "mentions": "mention_id", "events": "event_id"}
_NO_WORDS = {"sha256", "lang", "source"}


@dataclass(frozen=True)
class Order:
    """What is to go.

    Attributes
    ----------
    records
        Ids of quotes, mentions and events.
    articles
        Ids of articles.
    passages
        Words to be covered wherever they stand.
    """

    records: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    passages: tuple[str, ...] = ()


@dataclass
class Redacted:
    """Tables without what is withdrawn.

    Attributes
    ----------
    tables
        The frames.
    gone
        Ids of the quotes, mentions, events and articles that went.
    actors
        Ids of the actors that went.
    words
        The passages that were covered or taken out, by article.
    """

    tables: dict[str, pl.DataFrame]
    gone: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    words: dict[str, set[str]] = field(default_factory=dict)


def redact(tables: Tables, order: Order, version: str | None = None) -> Redacted:
    """Take out of tables what is withdrawn.

    A quote takes with it the claims made in it, a mention the passages that nothing else stands on, an event all its
    mentions, an article all that was read in it. A record goes too when all its own words are covered; a cell of
    another record that stood on covered words only is emptied with the reason ``withdrawn``. An event that lost claims
    keeps what the others say.

    Parameters
    ----------
    tables
        The frames, of today or of a version of long ago.
    order
        What is to go.
    version
        The version whose history shall say so.
    """
    return _Redaction(tables, order).made(version)


class _Redaction:
    def __init__(self, tables: Tables, order: Order):
        self._before = tables
        self._rows = {name: tables[name].to_dicts() for name in (*_PLACES, "events", "articles")}
        self._order = order
        self._spans: dict[str, list[Span]] = {}
        self._quotes: set[str] = set()
        self._mentions: set[str] = set()
        self._choose()
        own = [row["text"] for row in self._rows["quotes"] if row["quote_id"] in self._named_quotes]
        self._passages = Passages(one for one in (*order.passages, *own) if is_telling(one))
        self._cover()
        self._spread()
        self._emptied: dict[str, set[str]] = {}

    def _choose(self) -> None:
        """Choose the rows that are named, and the stretches of their articles that go with them."""
        for row in self._rows["quotes"]:
            if row["quote_id"] in self._order.records or row["article_id"] in self._order.articles:
                self._quotes.add(row["quote_id"])
                self._span(row, "quotes")
        self._named_quotes = self._quotes & self._order.records
        for row in self._rows["mentions"]:
            if {row["mention_id"], row["event_id"]} & self._order.records:
                self._mentions.add(row["mention_id"])
                self._span(row, "mentions")
        shared = self._shared()
        for row in self._rows["evidence"]:
            of_chosen = row["record_id"] in self._mentions
            if of_chosen and not shared[row["article_id"]].intersection(_range(row, "evidence")):
                self._span(row, "evidence")

    def _shared(self) -> dict[str, set[int]]:
        """Give the places in the articles of the chosen mentions that other records stand on too."""
        chosen = (row for row in self._rows["mentions"] if row["mention_id"] in self._mentions)
        shared: dict[str, set[int]] = {row["article_id"]: set() for row in chosen}
        for name, key in (("evidence", "record_id"), ("mentions", "mention_id")):
            for row in self._rows[name]:
                if row["article_id"] in shared and row[key] not in self._mentions | self._order.records:
                    shared[row["article_id"]].update(_range(row, name))
        return shared

    def _span(self, row: Row, name: str) -> None:
        start, end, _ = _PLACES[name]
        self._spans.setdefault(row["article_id"], []).append((row[start], row[end]))

    def _cover(self) -> None:
        for article in self._rows["articles"]:
            if article["text"] is not None:
                self._spans.setdefault(article["article_id"], []).extend(self._passages.places(article["text"]))

    def _spread(self) -> None:
        """Find what has no words of its own left, and what was claimed in it."""
        for name, found in (("quotes", self._quotes), ("mentions", self._mentions)):
            for row in self._rows[name]:
                if row["article_id"] in self._order.articles or self._is_covered(row, name):
                    found.add(row[_OWNERS[name]])
                elif name == "mentions" and row["quote_id"] in self._quotes:
                    found.add(row["mention_id"])
                    self._span(row, name)

    def _is_covered(self, row: Row, name: str) -> bool:
        start, end, words = _PLACES[name]
        return is_covered(row[start], row[end], self._in(row, name), row[words])

    def _in(self, row: Row, name: str) -> list[Span]:
        """Give the covered stretches of the row's article; where the text is not shared, the row itself is read."""
        start, _, words = _PLACES[name]
        own = [(first + row[start], last + row[start]) for first, last in self._passages.places(row[words])]
        return [*self._spans.get(row["article_id"], ()), *own]

    def made(self, version: str | None) -> Redacted:
        """Make the tables."""
        gone = self._quotes | self._mentions
        evidence = [row for row in self._rows["evidence"] if row["record_id"] not in gone]
        kept = [row for row in evidence if not self._is_covered(row, "evidence")]
        for record, name in _cells(evidence) - _cells(kept):
            self._emptied.setdefault(record, set()).add(name)
        quotes = [self._masked(self._freed(row, "quote_id"), "quotes") for row in self._left("quotes", self._quotes)]
        mentions = [
            self._masked(self._freed(row, "mention_id"), "mentions") for row in self._left("mentions", self._mentions)
        ]
        events = list(self._events(mentions))
        lost = {row["event_id"] for row in self._rows["events"]} - {row["event_id"] for row in events}
        gone |= lost | {row["article_id"] for row in self._rows["articles"]} & self._order.articles
        events = [row | {"part_of": None} if row.get("part_of") in lost else row for row in events]
        articles = [
            self._article(row) for row in self._rows["articles"] if row["article_id"] not in self._order.articles
        ]
        made = dict(self._before)
        kept = [self._masked(row, "evidence") for row in kept if row["record_id"] not in gone]
        rows = {"articles": articles, "quotes": quotes, "mentions": mentions, "events": events, "evidence": kept}
        made |= {name: pl.DataFrame(rows[name], schema=made[name].schema, orient="row") for name in rows}
        made["actors"], actors = without_actors(self._before, made)
        made["gaps"] = self._gaps(made, gone)
        if "history" in made and version:
            made["history"] = _marked(made["history"], gone, version)
        made = {name: self._other_words(name, rows) for name, rows in made.items()}
        return Redacted(made, gone, actors, self._words())

    def _left(self, name: str, gone: set[str]) -> list[Row]:
        return [row for row in self._rows[name] if row[_OWNERS[name]] not in gone]

    def _freed(self, row: Row, key: str) -> Row:
        for name in sorted(self._emptied.get(row[key], set()) & row.keys()):
            row = without(row, name)
        return row

    def _masked(self, row: Row, name: str) -> Row:
        start, _, words = _PLACES[name]
        spans = [(first - row[start], last - row[start]) for first, last in self._in(row, name)]
        return row | {words: covered(row[words], spans)}

    def _article(self, row: Row) -> Row:
        text = row["text"]
        return row | {"text": None if text is None else covered(text, self._spans.get(row["article_id"], ()))}

    def _events(self, mentions: list[Row]) -> Iterator[Row]:
        was = {row["mention_id"]: row for row in self._rows["mentions"]}
        left: dict[str, list[Row]] = {}
        gone: dict[str, list[Row]] = {}
        for row in mentions:
            left.setdefault(row["event_id"], []).append(row)
            if row["mention_id"] in self._emptied:
                gone.setdefault(row["event_id"], []).append(was[row["mention_id"]])
        for key in self._mentions:
            gone.setdefault(was[key]["event_id"], []).append(was[key])
        for event in self._rows["events"]:
            key, event = event["event_id"], self._freed(event, "event_id")
            if key not in gone:
                yield event
            elif key in left:
                row = retold(event, left[key], gone[key])
                yield row | {"first_reported": self._first_reported(left[key])}

    def _first_reported(self, mentions: list[Row]) -> str | None:
        there = {row["article_id"] for row in mentions}
        dated = [row for row in self._rows["articles"] if row["article_id"] in there and row["published"]]
        dated.sort(
            key=lambda row: (
                row["published_latest"] is None,
                row["published_latest"] or row["published_earliest"],
                row["published"],
            )
        )
        return dated[0]["published"] if dated else None

    def _gaps(self, made: Tables, gone: set[str]) -> pl.DataFrame:
        left = made["gaps"].filter(~pl.col("record_id").is_in(list(gone)))
        there = set(left.select("record_id", "field").iter_rows())
        added = []
        for name, key in _OWNERS.items():
            was = {row[key]: row for row in self._rows[name]}
            for row in made[name].iter_rows(named=True):
                for column, value in row.items():
                    lost = value in (None, []) and was[row[key]][column] not in (None, [])
                    if lost and is_missed(column) and (row[key], column) not in there:
                        added.append(Gap(record_id=row[key], field=column, reason=REASON))
        return pl.concat([left, frame("gaps", added)])

    def _other_words(self, name: str, rows: pl.DataFrame) -> pl.DataFrame:
        """Cover the passages in what is no stretch of an article: titles, notes, reasons."""
        apart = {*(TABLES[name].key if name in TABLES else ()), *_NO_WORDS, *_PLACES.get(name, ())}
        apart |= {"text"} if name == "articles" else set()
        columns = [
            column
            for column, kind in rows.schema.items()
            if kind in (pl.String, pl.List(pl.String)) and column not in apart and not column.endswith("_id")
        ]
        return rows.with_columns(_mapped(rows[column], self._passages.out_of) for column in columns)

    def _words(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in self._rows["articles"]:
            key, text, title = row["article_id"], row["text"] or "", row["title"] or ""
            spans = self._spans.get(key, ())
            words = {text[start:end] for start, end in spans} | {title[a:b] for a, b in self._passages.places(title)}
            if key in self._order.articles:
                words |= {text, title}
            if words:
                found[key] = words - {""}
        for name, (start, end, words) in _PLACES.items():
            for row in self._rows[name]:
                if (row[start], row[end]) in self._spans.get(row["article_id"], ()):
                    found.setdefault(row["article_id"], set()).add(row[words])
        return found


def _range(row: Row, name: str) -> range:
    start, end, _ = _PLACES[name]
    return range(row[start], row[end])


def _cells(evidence: Iterable[Row]) -> set[tuple[str, str]]:
    return {(row["record_id"], row["field"]) for row in evidence}


def _marked(history: pl.DataFrame, gone: Iterable[str], version: str) -> pl.DataFrame:
    """Say in the history of a version that records are withdrawn."""
    here = pl.col("record_id").is_in(list(gone))
    return history.with_columns(
        pl.when(here).then(pl.lit(version)).otherwise("withdrawn").alias("withdrawn"),
        pl.when(here).then(None).otherwise("merged_into").alias("merged_into"),
    )


def _mapped(column: pl.Series, change: Callable[[str], str]) -> pl.Series:
    values = [
        [change(one) for one in value] if isinstance(value, list) else value if value is None else change(value)
        for value in column.to_list()
    ]
    return pl.Series(column.name, values, dtype=column.dtype)
