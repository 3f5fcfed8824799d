"""The history of a record: what it was in each version, what changed it and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from dodomu.dataset.causes import Cause, Side, causes
from dodomu.dataset.changes import cells_told, telling
from dodomu.dataset.identity import identify
from dodomu.dataset.manifest import read_manifest
from dodomu.dataset.released import versions_in
from dodomu.errors import UnknownRecord, one_line
from dodomu.models import TABLES
from dodomu.models.catalog import RELEASE_ONLY

if TYPE_CHECKING:
    from dodomu.dataset.read import Dataset

State = Literal["added", "same", "changed", "removed", "merged", "withdrawn", "absent"]

_FOLLOWED = ("quotes", "mentions", "events", "articles", "actors", "known_releases")
_HEIRS = dict.fromkeys(("record_id", "merged_into"), pl.String)


@dataclass(frozen=True)
class Step:
    """What a record was in a version.

    Attributes
    ----------
    record
        Its id there.
    row
        Its cells there; empty where it is not there.
    cells
        What differs from the version before: column to (before, after).
    causes
        What changed it, as far as the versions show it.
    into
        The record it was merged into.
    """

    version: str
    state: State
    record: str
    row: Mapping[str, Any] = field(default_factory=dict)
    cells: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    causes: tuple[Cause, ...] = ()
    into: str | None = None


@dataclass(frozen=True)
class RecordHistory:
    """What a record was in each version, oldest first."""

    record: str
    table: str | None
    steps: tuple[Step, ...]

    def told(self) -> str:
        """Say it in lines."""
        lines = [f"{one_line(self.record)}  {self.table or ''}".rstrip()]
        for step in self.steps:
            lines.append(f"{step.version}  {step.state}{self._besides(step)}".rstrip())
            lines += [f"       {cells_told({name: pair})}" for name, pair in step.cells.items()]
            lines += [f"       why: {one_line(str(cause))}" for cause in step.causes]
        return "\n".join(lines)

    def _besides(self, step: Step) -> str:
        moved = f" as {step.record}" if step.record != self.record else ""
        if step.into:
            return f"{moved} into {step.into}"
        return f"{moved}  {telling(self.table, step.row)}" if step.state == "added" else moved

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain values, for JSON."""
        return {
            "record": self.record,
            "table": self.table,
            "steps": [
                {
                    "version": step.version,
                    "state": step.state,
                    "record": step.record,
                    "row": dict(step.row),
                    "cells": {name: {"before": a, "after": b} for name, (a, b) in step.cells.items()},
                    "causes": [{"kind": cause.kind, "why": cause.why} for cause in step.causes],
                    "into": step.into,
                }
                for step in self.steps
            ],
        }

    def __str__(self) -> str:
        return self.told()

    __repr__ = __str__


def record_history(dataset: "Dataset", record_id: str) -> RecordHistory:
    """Follow a record through the versions beside a dataset."""
    sides = [_Version(one) for one in _beside(dataset)]
    table, found = _followed(sides, record_id)
    if table is None and not any(record_id in side.stones for side in sides):
        raise UnknownRecord(
            f"no record «{record_id[:200]}» in {', '.join(side.name for side in sides)}; "
            "ids stand in the first column of quotes, mentions, events, articles, actors"
        )
    steps = []
    for at, side in enumerate(sides):
        steps.append(_step(table, found[at], side, found[at - 1] if at else None, sides[at - 1] if at else None))
    return RecordHistory(record_id, table, tuple(steps))


class _Version(Side):
    """A version, with what is asked of it again and again."""

    def __init__(self, ds: "Dataset"):
        self.name = ds.version or str(ds.path or "here")
        self.tables = {name: ds.table(name) for name in ds.tables if name not in RELEASE_ONLY}
        self.stones = ds.withdrawn.by_record
        history = ds.table("history") if "history" in ds.tables else pl.DataFrame(schema=_HEIRS)
        self.heirs = dict(history.select(list(_HEIRS)).drop_nulls().iter_rows())
        self.made_by = read_manifest(ds.path).get("made_by") if isinstance(ds.path, Path) and ds.path.is_dir() else None

    @cached_property
    def ids(self) -> dict[str, str]:
        """The table of each record, by its id."""
        return {
            record: name
            for name in reversed(_FOLLOWED)
            if name in self.tables and TABLES[name].key[0] in self.tables[name].columns
            for record in self.tables[name][TABLES[name].key[0]]
        }

    def row(self, table: str | None, record: str) -> dict[str, Any]:
        """Give the cells of a record; nothing where it is not there."""
        if table is None or self.ids.get(record) != table:
            return {}
        return self.tables[table].filter(pl.col(TABLES[table].key[0]) == record).row(0, named=True)


def _beside(dataset: "Dataset") -> Iterator["Dataset"]:
    """Give the versions among which a dataset lies, oldest first; itself alone where it lies among none."""
    home = dataset.path.resolve().parent if isinstance(dataset.path, Path) else None
    known = versions_in(home) if home and dataset.path.is_dir() else []
    if dataset.version is None or dataset.version not in known:
        yield dataset
        return
    for version in known:
        yield type(dataset).of_folder(home / version)


def _followed(sides: Sequence[_Version], record: str) -> tuple[str | None, list[str]]:
    """Find the table of a record, and its id in each version: it may have moved."""
    there = [at for at, side in enumerate(sides) if record in side.ids]
    ids = [record] * len(sides)
    if not there:
        return None, ids
    table = sides[there[-1]].ids[record]
    for at in range(there[-1], 0, -1):
        moved = identify(sides[at - 1].tables, sides[at].tables).moved
        ids[at - 1] = moved.get(ids[at], ids[at])
    for at in range(there[-1] + 1, len(sides)):
        moved = identify(sides[at - 1].tables, sides[at].tables).moved
        ids[at] = {then: now for now, then in moved.items()}.get(ids[at - 1], ids[at - 1])
    return table, ids


def _step(table: str | None, record: str, side: _Version, before: str | None, then: _Version | None) -> Step:
    row, was = side.row(table, record), then.row(table, before) if then else {}
    stone = side.stones.get(record)
    if not row:
        if stone and (was or side.name in stone.versions):
            return Step(side.name, "withdrawn", record, causes=(Cause("withdrawal", str(stone)),))
        if not was:
            return Step(side.name, "absent", record)
        if heir := side.heirs.get(record):
            return Step(side.name, "merged", record, causes=tuple(causes(table, was, {}, then, side)), into=heir)
        return Step(side.name, "removed", record, causes=tuple(causes(table, was, {}, then, side)))
    if not was:
        why = tuple(causes(table, {}, row, then, side)) if then else (Cause("first", "the first version"),)
        return Step(side.name, "added", record, row, causes=why)
    cells = {name: (was.get(name), row.get(name)) for name in row if not _same(was.get(name), row[name])}
    if not cells:
        return Step(side.name, "same", record, row)
    return Step(side.name, "changed", record, row, cells, tuple(causes(table, was, row, then, side)))


def _same(one: Any, other: Any) -> bool:
    return one == other or (one in (None, []) and other in (None, []))
