"""What became of the rows in a file that left the house: revised, merged, withdrawn, removed, or as they were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from dodomu.dataset import Dataset
from dodomu.dataset import open as open_dataset
from dodomu.dataset.changes import cell_text
from dodomu.dataset.diff import rows_diff
from dodomu.dataset.fingerprint import ASIDE, TRACED, fingerprint, traced_rows
from dodomu.dataset.identity import Identity, identify, renamed
from dodomu.dataset.released import is_version, numbers, path_of
from dodomu.errors import DodomuError, one_line
from dodomu.exports.carried import Origin, carried_by

_COMPARED = (*TRACED, "known_releases")

Fate = Literal["same", "revised", "merged", "withdrawn", "removed"]


@dataclass(frozen=True)
class Row:
    """A row of a file, and what became of it.

    Attributes
    ----------
    cells
        What was revised, where both versions are at hand: column to (before, after).
    into
        The record that it was merged into.
    version
        The version that withdrew it.
    why
        What its tombstone tells.
    """

    record: str
    fate: Fate
    cells: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    into: str | None = None
    version: str | None = None
    why: str | None = None

    def told(self) -> str:
        """Say it in a line."""
        if self.cells:
            what = "; ".join(f"{name}: {cell_text(a)} → {cell_text(b)}" for name, (a, b) in self.cells.items())
        elif self.into:
            what = f"into {self.into}"
        else:
            what = one_line(self.why or "") or (f"in {self.version}" if self.version else "")
        return f"{self.fate:9}  {self.record}  {what}".rstrip()


@dataclass(frozen=True)
class Recall:
    """What became of all rows of a file; true if anything changed."""

    file: str
    origin: Origin
    against: str
    rows: tuple[Row, ...]
    reissued: bool = False
    """Whether the version that the file was made from was written anew since, because something was withdrawn."""

    @property
    def changed(self) -> tuple[Row, ...]:
        """The rows that are no longer what they were."""
        return tuple(row for row in self.rows if row.fate != "same")

    def __bool__(self) -> bool:
        return bool(self.changed)

    def told(self) -> str:
        """Say it in lines."""
        made = self.origin.version or f"data not released, sha256 {self.origin.content_hash[:12]}"
        head = f"{self.file}: {len(self.rows)} rows, made from {made}, compared with {self.against}"
        if self.reissued:
            head += f"\n{made} has another content hash by now: something was withdrawn from it"
        if not self.changed:
            return f"{head}\nnothing in it has changed"
        foot = f"{len(self.changed)} of {len(self.rows)} rows changed: make it anew"
        return "\n".join([head, *(row.told() for row in self.changed), foot])

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain values, for JSON."""
        return {
            "file": self.file,
            "made_from": {"version": self.origin.version, "content_hash": self.origin.content_hash},
            "against": self.against,
            "reissued": self.reissued,
            "rows": len(self.rows),
            "changed": [_plain(row) for row in self.changed],
        }


def recall(path: str | Path, *, against: str | Path | Dataset | None = None) -> Recall:
    """Tell which rows of a picture, a page or an export have since been revised, merged, withdrawn or removed.

    Where the version that the file was made from is at hand, every revised cell is told; else the fingerprints in the
    file tell that a row was revised. That words moved in an article because it was edited elsewhere is no revision.

    Parameters
    ----------
    path
        A file that `chart`, `report` or `export` wrote.
    against
        A released version, the path of a dataset, or a dataset; without it, the newest released version.
    """
    origin = carried_by(path)
    name, after = _side(against)
    before = _made_from(origin, after)
    told = _Compared(before, after) if before else _Marked(origin, after)
    rows = tuple(told.row(record) for record in origin.rows)
    return Recall(str(path), origin, name, rows, _is_reissued(origin, after))


def _side(against: str | Path | Dataset | None) -> tuple[str, Dataset]:
    if isinstance(against, Dataset):
        return against.version or str(against.path or "here"), against
    if against is None or (isinstance(against, str) and is_version(against) and not Path(against).exists()):
        folder = path_of(against)
        return folder.name, Dataset.of_folder(folder)
    return str(against), open_dataset(against)


def _made_from(origin: Origin, after: Dataset) -> Dataset | None:
    """Find the data that a file was made from: what it is compared with, a version beside it, a released one."""
    if after.content_hash == origin.content_hash:
        return after
    return next((one for one in _beside(origin, after) if one.content_hash == origin.content_hash), None)


def _is_reissued(origin: Origin, after: Dataset) -> bool:
    return any(origin.content_hash in one.withdrawn.hashes_before for one in (after, *_beside(origin, after)))


def _beside(origin: Origin, after: Dataset) -> Iterator[Dataset]:
    """Give the version that a file was made from, where it lies beside another and where released ones are."""
    if origin.version is None:
        return
    places = [Path(after.path).resolve().parent / origin.version] if isinstance(after.path, Path) else []
    for place in (*places, None):
        try:
            found = Dataset.of_folder(place or path_of(origin.version))
            found.content_hash  # noqa: B018  (read whole, or passed over)
            yield found
        except DodomuError:
            continue


class _After:
    """What the records are now, and what their history says."""

    def __init__(self, after: Dataset):
        self.now = {record: row for _, record, row in traced_rows(after, _COMPARED)}
        rows = after.table("history").iter_rows(named=True) if "history" in after.tables else ()
        self.history = {row["record_id"]: row for row in rows}
        self.stones = after.withdrawn.by_record

    def gone(self, record: str, merged: Mapping[str, str]) -> Row:
        """Say what became of a record that is no more."""
        entry = self.history.get(record, {})
        if stone := self.stones.get(record):
            why = str(stone) if stone.id == record else f"with {stone}"
            return Row(record, "withdrawn", version=entry.get("withdrawn"), why=why)
        if into := self._heir(record) or merged.get(record):
            return Row(record, "merged", into=into)
        if entry.get("withdrawn"):
            return Row(record, "withdrawn", version=entry["withdrawn"])
        return Row(record, "removed")

    def _heir(self, record: str) -> str | None:
        seen, heir = {record}, self.history.get(record, {}).get("merged_into")
        while heir and heir not in self.now and heir not in seen:
            seen.add(heir)
            heir = self.history.get(heir, {}).get("merged_into")
        return heir


class _Compared(_After):
    """Rows compared cell by cell, because both versions are at hand."""

    def __init__(self, before: Dataset, after: Dataset):
        super().__init__(after)
        tables, others = (_tables(one) for one in (before, after))
        same = before is after
        identity = Identity() if same else identify(tables, others)
        ids = {then: now for now, then in identity.kept.items()}
        self._ids, self._merged = ids, identity.merged
        found = {} if same else rows_diff(tables, renamed(others, identity.kept), ids)
        self._revised = {row.record: dict(_told(row.cells)) for one in found.values() for row in one.revised}

    def row(self, record: str) -> Row:
        """Say what became of a record."""
        if record not in self.now and self._ids.get(record) not in self.now:
            return self.gone(record, self._merged)
        cells = self._revised.get(record)
        return Row(record, "revised", cells) if cells else Row(record, "same")


class _Marked(_After):
    """Rows compared by their fingerprints, because the version that the file was made from is not at hand."""

    def __init__(self, origin: Origin, after: Dataset):
        super().__init__(after)
        self._origin = origin

    def row(self, record: str) -> Row:
        """Say what became of a record."""
        if record not in self.now:
            return self.gone(record, {})
        mark = self._origin.rows[record]
        differs = mark != fingerprint(self.now[record]) if mark else self._changed_since(record)
        return Row(record, "revised" if differs else "same")

    def _changed_since(self, record: str) -> bool:
        """Tell by the history, which knows the version but not the cells."""
        entry, version = self.history.get(record), self._origin.version
        return bool(entry and version and numbers(entry["changed_version"]) > numbers(version))


def _tables(one: Dataset) -> dict[str, Any]:
    return {name: one.table(name) for name in (*_COMPARED, "articles") if name in one.tables}


def _told(cells: Mapping[str, tuple[Any, Any]]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    return ((name, pair) for name, pair in cells.items() if name not in ASIDE)


def _plain(row: Row) -> dict[str, Any]:
    plain: dict[str, Any] = {"record": row.record, "fate": row.fate}
    if row.cells:
        plain["cells"] = {name: {"before": before, "after": after} for name, (before, after) in row.cells.items()}
    if row.into:
        plain["into"] = row.into
    if row.version:
        plain["version"] = row.version
    if row.why:
        plain["why"] = row.why
    return plain
