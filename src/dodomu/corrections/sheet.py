"""The records of one article while decisions are applied to them, and of all articles together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from dodomu.corrections.cells import PLACE
from dodomu.corrections.places import Places
from dodomu.models import Article, Evidence, Extraction, Gap, Mention, Quote
from dodomu.models.vocabulary import BY_A_PERSON

RULE = BY_A_PERSON

_TABLES = ("quotes", "mentions")
_KEY = {"quotes": "quote_id", "mentions": "mention_id"}


class Sheet:
    """What was read in one article, to be changed."""

    def __init__(self, found: Extraction):
        self._found = found
        self.article: Article = found.article
        self.rows: dict[str, dict[str, Quote | Mention]] = {
            name: {getattr(row, _KEY[name]): row for row in getattr(found, name)} for name in _TABLES
        }
        self._evidence: dict[str, list[Evidence]] = _by_record(found.evidence)
        self._gaps: dict[str, list[Gap]] = _by_record(found.gaps)
        self.touched = False
        self._by_sentence: dict[str, dict[str, list[str]]] = {}
        self._by_quote: dict[str, set[str]] = {}
        for key, mention in self.rows["mentions"].items():
            self._by_quote.setdefault(mention.quote_id, set()).add(key)

    def in_sentence(self, table: str, words: str) -> list[str]:
        """Give the records that begin in a sentence of these words."""
        if table not in self._by_sentence:
            index = self._by_sentence.setdefault(table, {})
            for key, row in self.rows[table].items():
                index.setdefault(self.places.words(span_of(table, row)[0]), []).append(key)
        return [key for key in self._by_sentence[table].get(words, ()) if key in self.rows[table]]

    def claims_in(self, quote: str | None) -> list[Mention]:
        """Give the mentions that stand in a quote; those that stand in none, for None."""
        rows = self.rows["mentions"]
        found = (rows[key] for key in self._by_quote.get(quote, ()) if key in rows and rows[key].quote_id == quote)
        return sorted(found, key=lambda mention: mention.trigger_start)

    @cached_property
    def places(self) -> Places:
        """The article's sentences."""
        return Places(self.article.text or "")

    def put(self, table: str, row: Quote | Mention) -> None:
        """Put a record in, or in the place of the one with its id."""
        key = getattr(row, _KEY[table])
        before = self.rows[table].get(key)
        self.rows[table][key] = row
        self.touched = True
        if before is None or span_of(table, before) != span_of(table, row):
            self._by_sentence.pop(table, None)
        if isinstance(row, Mention):
            self._by_quote.setdefault(row.quote_id, set()).add(key)

    def drop(self, table: str, key: str) -> None:
        """Take a record out with all that stands on it."""
        self.rows[table].pop(key, None)
        self._evidence.pop(key, None)
        self._gaps.pop(key, None)
        self.touched = True

    def stands_on(self, key: str, field: str, spans: Iterable[tuple[int, int]]) -> None:
        """Say on which passages a cell stands that a person has set, and on no others."""
        text = self.article.text or ""
        rows = self._evidence.setdefault(key, [])
        rows[:] = [row for row in rows if row.field != field]
        rows += [
            Evidence(
                record_id=key,
                field=field,
                article_id=self.article.article_id,
                start=start,
                end=end,
                exact=text[start:end],
                rule=RULE,
            )
            for start, end in spans
        ]

    def explain(self, key: str, field: str, reason: str | None) -> None:
        """Say why a cell is empty; None where it is not."""
        rows = self._gaps.setdefault(key, [])
        rows[:] = [row for row in rows if row.field != field]
        if reason:
            rows.append(Gap(record_id=key, field=field, reason=reason))

    def extraction(self) -> Extraction:
        """Give it as it was handed in, with what was changed; records in the order of their places."""
        if not self.touched:
            return self._found
        rows = {name: sorted(self.rows[name].values(), key=lambda row: span_of(name, row)) for name in _TABLES}
        return Extraction(article=self.article, **rows, evidence=_all(self._evidence), gaps=_all(self._gaps))


def _by_record(rows: Iterable[Any]) -> dict[str, list[Any]]:
    made: dict[str, list[Any]] = {}
    for row in rows:
        made.setdefault(row.record_id, []).append(row)
    return made


def _all(by_record: Mapping[str, list[Any]]) -> list[Any]:
    return [row for rows in by_record.values() for row in rows]


class Desk:
    """The sheets of all articles, and on which of them a record stands."""

    def __init__(self, found: Sequence[Extraction]):
        self._found = list(found)
        self._sheets: dict[str, Sheet] = {}
        self._at = {one.article.article_id: at for at, one in enumerate(self._found)}
        self._home = {
            getattr(row, _KEY[name]): one.article.article_id
            for one in self._found
            for name in _TABLES
            for row in getattr(one, name)
        }

    def sheet(self, article: str) -> Sheet | None:
        """Give the sheet of an article; None where there is no such article."""
        if article not in self._sheets and article in self._at:
            self._sheets[article] = Sheet(self._found[self._at[article]])
        return self._sheets.get(article)

    def home(self, key: str) -> Sheet | None:
        """Give the sheet on which a record stands."""
        return self.sheet(self._home[key]) if key in self._home else None

    def settle(self, key: str, sheet: Sheet) -> None:
        """Remember where a record stands that was put in."""
        self._home[key] = sheet.article.article_id

    def extractions(self) -> list[Extraction]:
        """Give all articles in their order."""
        return [
            self._sheets[article].extraction() if article in self._sheets else self._found[at]
            for article, at in self._at.items()
        ]


def span_of(table: str, row: Quote | Mention) -> tuple[int, int]:
    """Give where a record's own words stand."""
    start, end = PLACE[table]
    return getattr(row, start), getattr(row, end)


def around(sheet: Sheet, start: int, end: int) -> Iterator[Quote]:
    """Give the quotes in which a stretch stands, the innermost first."""
    holding = [one for one in sheet.rows["quotes"].values() if one.start <= start and end <= one.end]
    yield from sorted(holding, key=lambda one: one.end - one.start)
