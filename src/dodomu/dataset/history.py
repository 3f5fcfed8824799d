"""Since when each record is there, and what became of it: the table that only releases have."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from dodomu.dataset.identity import Identity
from dodomu.models import TABLES, HistoryEntry
from dodomu.tables import frame

TRACKED = ("quotes", "mentions", "events")
"""The tables whose records have a history."""


def first_history(tables: Mapping[str, pl.DataFrame], version: str) -> pl.DataFrame:
    """Begin the history: every record came with this version.

    Parameters
    ----------
    tables
        The frames of the first release.
    version
        Its version.
    """
    entries = [_new(record_id, version) for name in TRACKED for record_id in _rows(name, tables)]
    return _frame(entries)


def next_history(
    before: Mapping[str, pl.DataFrame], tables: Mapping[str, pl.DataFrame], version: str, identity: Identity
) -> pl.DataFrame:
    """Go on with the history.

    A record that differs in a cell changed; one that is gone was merged into another or withdrawn; one that came back
    is there again. An id that today's rules would give to a record that keeps its old one leads to it: whoever reads
    the article anew finds the released row that way.

    Parameters
    ----------
    before
        The frames of the version before, its history among them.
    tables
        The frames of this one, with the ids that its records keep.
    version
        Its number.
    identity
        How the records of both were matched.
    """
    known = {row["record_id"]: HistoryEntry(**row) for row in before["history"].iter_rows(named=True)}
    live: set[str] = set()
    for name in TRACKED:
        was, now = _rows(name, before), _rows(name, tables)
        live |= now.keys()
        for record_id, row in now.items():
            entry = known.get(record_id) or _new(record_id, version)
            if was.get(record_id) != row:
                entry = _changed(entry, version)
            known[record_id] = entry
        for record_id in was.keys() - now.keys():
            heir = identity.merged.get(record_id)
            ended = {"merged_into": heir} if heir else {"withdrawn": version}
            known[record_id] = _changed(known.get(record_id) or _new(record_id, version), version, **ended)
    for alias, kept in identity.moved.items():
        if alias not in live and kept in live and known.get(alias, _NOBODY).merged_into != kept:
            known[alias] = _changed(known.get(alias) or _new(alias, version), version, merged_into=kept)
    return _frame(list(known.values()))


_NOBODY = HistoryEntry(record_id="-", since_version="0.0.0", changed_version="0.0.0")


def _new(record_id: str, version: str) -> HistoryEntry:
    return HistoryEntry(record_id=record_id, since_version=version, changed_version=version)


def _changed(entry: HistoryEntry, version: str, **ended: str) -> HistoryEntry:
    return HistoryEntry(record_id=entry.record_id, since_version=entry.since_version, changed_version=version, **ended)


def _rows(name: str, tables: Mapping[str, pl.DataFrame]) -> dict[str, dict[str, Any]]:
    """Give the rows by id, without what is empty or says only how sure the row is: neither changes a record."""
    return {row[TABLES[name].key[0]]: dict(_filled(row)) for row in tables[name].iter_rows(named=True)}


def _filled(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((column, value) for column, value in row.items() if column != "confidence" and value not in (None, []))


def _frame(entries: list[HistoryEntry]) -> pl.DataFrame:
    return frame("history", sorted(entries, key=lambda entry: entry.record_id))
