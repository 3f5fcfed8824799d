"""Entries are made of what a person says of the records of a dataset: with anchors, so that they last."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from pydantic import ValidationError

from dodomu.corrections.adding import added_id, same_words
from dodomu.corrections.cells import PLACE, SETTABLE, edited, fault_of, fingerprint
from dodomu.corrections.entry import TABLE_OF, Anchor, Correction
from dodomu.corrections.lines import short
from dodomu.corrections.places import Places
from dodomu.corrections.read import entry_of
from dodomu.corrections.rows import other_speaker
from dodomu.errors import BadInput, UnknownRecord, did_you_mean
from dodomu.models import TABLES, Quote, Record
from dodomu.models.vocabulary import EVENT_TYPES

_NAMES = ("speaker", "speaker_text", "speaker_role", "cue", "carrier", "occasion", "place", "asserted_by")
"""Columns whose value, where it stands in the article letter for letter, stands on itself."""


class Author:
    """Somebody who decides on the records of a dataset.

    Parameters
    ----------
    ds
        The dataset in which the records were seen.
    by, on
        Who decides, and when.
    """

    def __init__(self, ds: Any, by: str, on: date):
        self._ds, self._by, self._on = ds, by, on
        self._texts: dict[str, str | None] = dict(ds.articles.select("article_id", "text").iter_rows())
        self._rows: dict[str, dict[str, dict[str, Any]]] = {}

    def decide(self, do: str, record: str, *, field: str | None = None, why: str | None = None) -> Correction:
        """Accept or reject a record or a cell, or say that a row was read."""
        self.row(record)
        extra = {"field": field} if field else {}
        if do == "read" or (do == "accept" and not field):
            extra |= self._seen(record, self.model_of(record))
        return self._entry(do, {"record": record, **extra}, why, [record])

    def edit(
        self, record: str, values: Mapping[str, Any], *, words: Mapping[str, str] | None = None, why: str | None = None
    ) -> Correction:
        """Set cells of a record."""
        self.row(record)
        entry = self._entry("edit", {"record": record, "set": dict(values), "words": dict(words or {})}, why, [record])
        self.after(entry)
        found = {name: self._standing(record, name, value) for name, value in entry.set.items()}
        found = {name: value for name, value in found.items() if value} | entry.words
        return entry.model_copy(update={"words": found}) if found else entry

    def read_after(self, entry: Correction, *, record: str | None = None) -> Correction:
        """Say that a row was read as it is after an edit: the edited one, or the event that follows it."""
        record = record or entry.record
        return self._entry("read", {"record": record, **self._seen(record, self.after(entry, record))}, None, [record])

    def after(self, entry: Correction, record: str | None = None) -> Record:
        """Give the row as an edit makes it, or say why there cannot be such a row."""
        record = record or entry.record
        known = SETTABLE[TABLE_OF[record[:1]]]
        row = self.model_of(record)
        changes = {name: value for name, value in entry.set.items() if name in known}
        if isinstance(row, Quote):
            changes = other_speaker(row, changes)
        try:
            return edited(row, changes)
        except ValidationError as error:
            raise BadInput(entry.record, f"{fault_of(error)}; set what belongs to it too") from None

    def group(self, do: str, records: Sequence[str], *, why: str | None = None) -> Correction:
        """Merge events, or split mentions from their event."""
        for record in records:
            self.row(record)
        return self._entry(do, {"records": list(records)}, why, records)

    def public(self, name: str, *, why: str | None = None) -> Correction:
        """Say that somebody speaks or acts in public."""
        return self._entry("public", {"name": name}, why, [])

    def add(
        self,
        kind: str,
        article: str,
        text: str,
        values: Mapping[str, Any],
        *,
        start: int | None = None,
        words: Mapping[str, str] | None = None,
        why: str | None = None,
    ) -> tuple[Correction, str]:
        """Add a record; gives the entry and the id that the record will have, or has where it is there already."""
        if article not in self._texts:
            raise UnknownRecord(f"no article «{short(article)}»; {did_you_mean(article, self._texts)}")
        if self._texts[article] is None:
            raise BadInput(article, "its text may not be shared, so nothing can be placed in it; add it to a build")
        places = self._places(article)
        there = list(places.all(text)) if text else []
        if start is None and len(there) != 1:
            where = f"stands there {len(there)} times, at {', '.join(map(str, there[:5]))}; say which with --start"
            raise BadInput(f"«{short(text)}»", where if there else "does not stand in the article; quote it exactly")
        if start is not None and start not in there:
            raise BadInput(f"«{short(text)}»", f"does not stand at {start}; leave out --start or count anew")
        at = there[0] if start is None else start
        given = {name: value for name, value in values.items() if name in _NAMES and str(value) in places.text}
        data = {"add": kind, "article": article, "text": text, "set": dict(values), "words": given | dict(words or {})}
        begin, _ = places.sentence(at)
        anchor = Anchor(article=article, sentence=places.words(at), start=max(0, at - begin), exact=text)
        entry = self._entry("add", data, why, [], [anchor])
        if there := self._at(entry.table, article, (at, at + len(text))):
            return entry, there
        if kind == "mention" and not values.get("type"):
            raise BadInput("correct --add mention", f"say of what: --set type=TYPE, one of {', '.join(EVENT_TYPES)}")
        return entry, added_id(entry.table, article, anchor.sentence, text)

    def knows(self, record: str) -> bool:
        """Tell whether a record is there."""
        return record in self._table(TABLE_OF[record[:1]])

    def _at(self, table: str, article: str, span: tuple[int, int]) -> str | None:
        rows = ((key, row) for key, row in self._table(table).items() if row["article_id"] == article)
        start, end = PLACE[table]
        return next((key for key, row in rows if same_words((row[start], row[end]), span)), None)

    def row(self, record: str) -> dict[str, Any]:
        """Give the row of a record of quotes, mentions or events."""
        table = TABLE_OF.get(record[:1], "events")
        rows = self._table(table)
        if record not in rows:
            known = [one for name in TABLE_OF.values() for one in self._table(name)]
            near = did_you_mean(record, known) if len(known) <= _FEW else "its id stands first in its table"
            raise UnknownRecord(f"no record «{short(record)}»; {near}")
        return rows[record]

    def model_of(self, record: str) -> Record:
        """Give the record itself."""
        return TABLES[TABLE_OF[record[:1]]].model.model_validate(self.row(record))

    def anchor(self, record: str) -> Anchor | None:
        """Give the anchor of a record; an event's is that of its first mention."""
        row = self.row(record)
        table = TABLE_OF[record[:1]]
        if table == "events":
            return self.anchor(self._first_mention[record]) if record in self._first_mention else None
        if self._texts.get(row["article_id"]) is None:
            return None
        places = self._places(row["article_id"])
        start, end = (row[name] for name in PLACE[table])
        begin, _ = places.sentence(start)
        return Anchor(
            article=row["article_id"],
            sentence=places.words(start),
            start=max(0, start - begin),
            exact=places.text[start:end],
        )

    def _entry(
        self, do: str, data: dict[str, Any], why: str | None, records: Sequence[str], anchors: Sequence[Anchor] = ()
    ) -> Correction:
        data = {"do": do, "by": self._by, "on": self._on} | data | ({"why": why} if why else {})
        found = [*anchors, *(self.anchor(record) for record in records)]
        if found and None not in found:
            data["anchor"] = [anchor.model_dump() for anchor in found]
        if not data.get("words", True):
            del data["words"]
        if do == "add" and not data["set"]:
            del data["set"]
        return entry_of(data, "the correction")

    def _seen(self, record: str, row: Record) -> dict[str, str]:
        # a released row may name a role in the place of a person, a build does not
        return {} if self._ds.version else {"seen": fingerprint(TABLE_OF[record[:1]], row)}

    def _standing(self, record: str, name: str, value: Any) -> str | None:
        article = self.row(record).get("article_id")
        text = self._texts.get(article) if article else None
        return value if name in _NAMES and text and isinstance(value, str) and value in text else None

    def _table(self, name: str) -> dict[str, dict[str, Any]]:
        if name not in self._rows:
            key = TABLES[name].key[0]
            self._rows[name] = {row[key]: row for row in self._ds.table(name).iter_rows(named=True)}
        return self._rows[name]

    @property
    def _first_mention(self) -> dict[str, str]:
        if not hasattr(self, "_firsts"):
            self._firsts: dict[str, str] = {}
            for key, row in self._table("mentions").items():
                own = key.partition("-")[2] == (row["event_id"] or "").partition("-")[2]
                if own or row["event_id"] not in self._firsts:
                    self._firsts[row["event_id"]] = key
        return self._firsts

    @cache  # noqa: B019  (an author lives as long as a command)
    def _places(self, article: str) -> Places:
        return Places(self._texts[article] or "")


_FEW = 200
