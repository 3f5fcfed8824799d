"""What differs between two datasets: rows added, removed and revised cell by cell, and the columns themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from dodomu.dataset.columns import ColumnChange, column_changes
from dodomu.dataset.content import row_text
from dodomu.dataset.identity import identify, renamed
from dodomu.dataset.read import Dataset, open
from dodomu.dataset.released import located
from dodomu.dataset.tombstones import Withdrawn
from dodomu.models import TABLES, Tombstone
from dodomu.models.catalog import RELEASE_ONLY

_PAIRED = {"evidence": ("record_id", "field", "article_id")}
"""Tables whose key holds offsets: rows whose key is gone are paired by these columns before they count as removed."""

_FRAME = dict.fromkeys(("table", "change", "record", "column", "before", "after"), pl.String)


@dataclass(frozen=True)
class Revised:
    """A row that is there before and after: how it was, and its cells that differ: column to (before, after)."""

    record: str
    cells: dict[str, tuple[Any, Any]]
    before: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class TableDiff:
    """What became of the rows of a table; `added` and `removed` hold whole rows."""

    name: str
    added: list[dict[str, Any]] = field(default_factory=list)
    removed: list[dict[str, Any]] = field(default_factory=list)
    revised: list[Revised] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.revised)

    def record(self, row: Mapping[str, Any]) -> str:
        """Name a row by its key."""
        return record_name(self.name, row)


@dataclass(frozen=True)
class Diff:
    """What differs between two datasets.

    Attributes
    ----------
    old, new
        What they are called: a version, a folder.
    columns
        What became of the tables and columns themselves.
    tables
        What became of the rows, by table; only tables with a difference.
    moved
        Ids that records had before, by the ids they have now, where a span or a sentence changed.
    withdrawn
        What was taken out of the older one since: a withdrawal leaves no row in either to compare.
    """

    old: str
    new: str
    columns: tuple[ColumnChange, ...] = ()
    tables: dict[str, TableDiff] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    withdrawn: tuple[Tombstone, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.columns or self.tables)

    def frame(self) -> pl.DataFrame:
        """Give a row for each row added or removed and each cell revised; values are JSON."""
        return pl.DataFrame(list(self._lines()), schema=_FRAME, orient="row")

    def to_dict(self) -> dict[str, Any]:
        """Give it all as plain values, for JSON."""
        return {
            "old": self.old,
            "new": self.new,
            "columns": [
                {"table": one.table, "column": one.column, "change": one.kind, "values": list(one.values)}
                for one in self.columns
            ],
            "tables": {name: _plain(one) for name, one in self.tables.items()},
            "moved": self.moved,
            "withdrawn": [stone.model_dump(mode="json") for stone in self.withdrawn],
        }

    def _lines(self) -> Iterator[tuple[str | None, ...]]:
        for name, table in self.tables.items():
            for row in table.added:
                yield name, "added", table.record(row), None, None, row_text(row)
            for row in table.removed:
                yield name, "removed", table.record(row), None, row_text(row), None
            for one in table.revised:
                for column, (before, after) in one.cells.items():
                    yield name, "revised", one.record, column, row_text(before), row_text(after)


def diff(old: str | Path | Dataset, new: str | Path | Dataset) -> Diff:
    """Compare two datasets.

    Parameters
    ----------
    old, new
        A released version (``"0.1.0"``), the path of a dataset, or a dataset.

    Examples
    --------
    >>> from dodomu.tables import frames
    >>> bool(diff(Dataset(frames(None)), Dataset(frames(None))))
    False
    >>> diff("nowhere", "0.1.0")
    Traceback (most recent call last):
    dodomu.errors.NoDataset: nowhere: no such folder; ...
    """
    (old_name, before), (new_name, after) = _side(old), _side(new)
    tables_before, tables_after = _tables(before), _tables(after)
    identity = identify(tables_before, tables_after)
    schemas = [
        {name: each.schema(name) for name in each.tables if name not in RELEASE_ONLY} for each in (before, after)
    ]
    rows = rows_diff(
        tables_before, renamed(tables_after, identity.kept), {then: now for now, then in identity.kept.items()}
    )
    gone = taken_out(before, after.withdrawn, after.version)
    return Diff(old_name, new_name, tuple(column_changes(*schemas)), rows, identity.moved, gone)


def taken_out(old: Dataset, known: Withdrawn, version: str | None) -> tuple[Tombstone, ...]:
    """Give what was withdrawn from the older dataset and never stood in the newer, or stands in the older still."""
    there = {stone.id for stone in old.withdrawn.stones}
    return tuple(
        stone
        for stone in known.stones
        if stone.id not in there or (old.version in stone.versions and version not in stone.versions)
    )


def rows_diff(
    old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame], ids: Mapping[str, str] | None = None
) -> dict[str, TableDiff]:
    """Compare the rows of the tables that both have; `ids` are those that rows bore before they were renamed."""
    found = (_compare(name, old[name], new[name], ids or {}) for name in new if name in old)
    return {one.name: one for one in found if one}


def record_name(table: str, row: Mapping[str, Any]) -> str:
    """Name a row by its key.

    Examples
    --------
    >>> record_name("gaps", {"record_id": "m-1", "field": "date", "reason": "not said"})
    'm-1 / date'
    """
    return " / ".join(str(row.get(column)) for column in TABLES[table].key)


def _side(one: str | Path | Dataset) -> tuple[str, Dataset]:
    if isinstance(one, Dataset):
        return one.version or str(one.path or "here"), one
    return str(one), open(located(one))


def _tables(dataset: Dataset) -> dict[str, pl.DataFrame]:
    return {name: dataset.table(name) for name in dataset.tables if name not in RELEASE_ONLY}


def _compare(name: str, old: pl.DataFrame, new: pl.DataFrame, ids: Mapping[str, str]) -> TableDiff:
    found = TableDiff(name)
    key = [column for column in TABLES[name].key if column in old.columns and column in new.columns]
    if len(key) < len(TABLES[name].key) or any(old.schema[column] != new.schema[column] for column in key):
        found.added, found.removed = new.to_dicts(), old.to_dicts()
        return found
    added = new.join(old, on=key, how="anti", maintain_order="left").to_dicts()
    removed = old.join(new, on=key, how="anti", maintain_order="left").to_dicts()
    found.added, found.removed, paired = _paired(name, added, removed)
    common = [column for column in new.columns if column in old.columns and column not in key]
    pairs = [(before, after) for before, after in _changed(old, new, key, common)] + paired
    own = key[0] if len(key) == 1 else None
    moved = {} if own is None else {then: now for then, now in ids.items() if now != then}
    seen = set()
    for before, after in pairs:
        cells = {c: (before[c], after[c]) for c in [*key, *common] if before[c] != after[c]}
        if own and before[own] in moved:
            cells = {own: (before[own], moved[before[own]])} | cells
        seen.add(before[own] if own else None)
        found.revised.append(Revised(record_name(name, before), cells, before))
    if moved:
        there = set(old[own]) & set(new[own])
        found.revised += [
            Revised(row[own], {own: (row[own], moved[row[own]])}, row)
            for row in old.filter(pl.col(own).is_in(list(moved))).iter_rows(named=True)
            if row[own] in there and row[own] not in seen
        ]
    return found


def _changed(
    old: pl.DataFrame, new: pl.DataFrame, key: list[str], common: list[str]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Give the rows of both sides, before and after, that differ in a cell."""
    same_type = [column for column in common if old.schema[column] == new.schema[column]]
    other_type = len(same_type) < len(common)
    there = new.select(key).with_row_index("\x00now").join(old.select(key).with_row_index("\x00then"), on=key)
    there = there.sort("\x00now")
    before, after = old[there["\x00then"]], new[there["\x00now"]]
    differs = [before[column].ne_missing(after[column]) for column in same_type]
    picked = pl.select(pl.any_horizontal(differs)).to_series() if differs else pl.Series([False] * there.height)
    if other_type:
        picked = pl.Series([True] * there.height)
    before, after = before.filter(picked), after.filter(picked)
    for pair in zip(before.iter_rows(named=True), after.iter_rows(named=True), strict=True):
        if any(pair[0][column] != pair[1][column] for column in common):
            yield pair


def _paired(
    name: str, added: list[dict[str, Any]], removed: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[tuple[dict[str, Any], dict[str, Any]]]]:
    if name not in _PAIRED:
        return added, removed, []
    waiting: dict[tuple, list[dict[str, Any]]] = {}
    for row in removed:
        waiting.setdefault(tuple(row[column] for column in _PAIRED[name]), []).append(row)
    left, pairs = [], []
    for row in added:
        candidates = waiting.get(tuple(row[column] for column in _PAIRED[name]))
        if candidates:
            pairs.append((candidates.pop(0), row))
        else:
            left.append(row)
    gone = {id(row) for rows in waiting.values() for row in rows}
    return left, [row for row in removed if id(row) in gone], pairs


def _plain(one: TableDiff) -> dict[str, Any]:
    return {
        "added": one.added,
        "removed": one.removed,
        "revised": [
            {"record": row.record, "cells": {c: {"before": b, "after": a} for c, (b, a) in row.cells.items()}}
            for row in one.revised
        ],
    }
