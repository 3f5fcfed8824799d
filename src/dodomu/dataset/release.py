"""A version of the data is released: once, whole, and never changed."""

import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from dodomu.dataset.changes import Tell, as_it_is, changelog
from dodomu.dataset.columns import column_changes
from dodomu.dataset.diff import Diff, rows_diff, taken_out
from dodomu.dataset.history import first_history, next_history
from dodomu.dataset.identity import identify, renamed
from dodomu.dataset.lock import locked
from dodomu.dataset.manifest import NAME, SUMS, files_in, seal
from dodomu.dataset.read import Dataset
from dodomu.dataset.released import versions_in
from dodomu.dataset.schemas import schema
from dodomu.dataset.step import next_version, step_of
from dodomu.dataset.tombstones import NAME as WITHDRAWN
from dodomu.dataset.tombstones import Withdrawn
from dodomu.dataset.verify import verify
from dodomu.dataset.withdrawal.swap import finish
from dodomu.dataset.write import write
from dodomu.errors import BadOutput, InvalidTable, Refused
from dodomu.models import TABLES
from dodomu.models.catalog import RELEASE_ONLY
from dodomu.whole import whole_folder

if TYPE_CHECKING:
    from dodomu.dataset.persons import People

CHANGELOG = "CHANGELOG.md"
_HALF_WRITTEN = re.compile(r"\.[0-9]+\.[0-9]+\.[0-9]+\.part\.[0-9]+")


@dataclass(frozen=True)
class Released:
    """What a release came to.

    Attributes
    ----------
    version
        The version; None when nothing differs from the newest.
    before
        The newest version until then; None for the first.
    step
        ``major``, ``minor``, ``patch``; None for the first version, and when nothing differs.
    diff
        What differs from the version before; None for the first.
    path
        Where it was written; None when it was not.
    withheld
        Names of persons that the tables do not tell, being nobody's who speaks or acts in public.
    """

    version: str | None
    before: str | None = None
    step: str | None = None
    diff: Diff | None = None
    path: Path | None = None
    withheld: tuple[str, ...] = ()


def release_tables(
    tables: Mapping[str, pl.DataFrame],
    into: str | Path,
    *,
    as_: str | None = None,
    dry_run: bool = False,
    wait: float = 60,
    people: "People | None" = None,
    withdrawn: Withdrawn | None = None,
) -> Released:
    """Release tables as the next version, if they differ from the newest.

    Parameters
    ----------
    tables
        The frames, as `dodomu.tables.frames` makes them.
    into
        The folder of all versions. Nothing that is in it is changed.
    as_
        A larger step than the smallest that the changes allow, or a version number.
    dry_run
        Write nothing; only say what would come of it.
    wait
        How many seconds to wait for another release to end.
    people
        Who must not be named; the changelog does not name them either, nor anybody whom only the version before lists.
    withdrawn
        What was withdrawn; what the newest version knows of it is added.

    Raises
    ------
    Refused
        When the step asked for is too small, when another release does not end, or when a record would come back that
        was withdrawn.
    InvalidTable
        When the newest version is damaged.
    """
    into = Path(into)
    if dry_run:
        return _planned(tables, into, as_, _known(into, withdrawn))[0]
    with locked(into, wait):
        _clear(into)
        withdrawn = _known(into, withdrawn)
        planned, complete = _planned(tables, into, as_, withdrawn)
        if planned.version is None:
            return planned
        target = into / planned.version
        if target.exists():
            raise BadOutput(f"{target}: is there already, and a released version never changes; name another with --as")
        with whole_folder(target) as folder:
            _write(complete, folder, planned, _tables_of(into, planned.before), people, withdrawn)
        return Released(**(vars(planned) | {"path": target}))


def _planned(
    tables: Mapping[str, pl.DataFrame], into: Path, as_: str | None, withdrawn: Withdrawn
) -> tuple[Released, dict[str, pl.DataFrame]]:
    """Compare with the newest version: which comes next, and with what tables."""
    tables = {name: tables[name] for name in TABLES if name in tables and name not in RELEASE_ONLY}
    known = versions_in(into)
    if not known:
        version = next_version(None, None, as_)
        return Released(version), {**tables, "history": first_history(tables, version)}
    newest = known[-1]
    if faults := verify(into / newest):
        raise InvalidTable(f"{into / newest}: is damaged ({faults[0]}); get it anew, nothing was released")
    dataset = Dataset.of_folder(into / newest)
    before = _tables_of(into, newest)
    identity = identify(before, tables)
    tables = renamed(tables, identity.kept)
    _require_gone(tables, withdrawn)
    schemas = ({name: dataset.schema(name) for name in before}, {name: schema(TABLES[name]) for name in tables})
    found = _difference(newest, before, tables, schemas, identity.moved)
    found = replace(found, withdrawn=taken_out(dataset, withdrawn, None))
    step = step_of(found) or ("patch" if _described_otherwise(tables, before, into / newest, withdrawn) else None)
    if step is None:
        return Released(None, newest, None, found), {}
    version = next_version(newest, step, as_)
    history = before["history"] if step == "patch" else next_history(before, tables, version, identity)
    return Released(version, newest, step, found), {**tables, "history": history}


def _difference(
    newest: str,
    before: Mapping[str, pl.DataFrame],
    tables: Mapping[str, pl.DataFrame],
    schemas: Iterable[Mapping[str, Any]],
    moved: dict[str, str],
) -> Diff:
    counted = [{name: one[name] for name in one if name not in RELEASE_ONLY} for one in schemas]
    return Diff(newest, "what was built", tuple(column_changes(*counted)), rows_diff(before, tables), moved)


def _known(into: Path, withdrawn: Withdrawn | None) -> Withdrawn:
    """Give what was withdrawn: as the newest version tells, and as the articles' own list does."""
    known = versions_in(into)
    told = Dataset.of_folder(into / known[-1]).withdrawn if known else Withdrawn()
    return Withdrawn(told.joined(withdrawn.stones if withdrawn else ()).stones)


def _require_gone(tables: Mapping[str, pl.DataFrame], withdrawn: Withdrawn) -> None:
    """Refuse that a record comes back which was withdrawn."""
    for name in ("articles", "quotes", "mentions", "events"):
        for record in tables[name][TABLES[name].key[0]]:
            if stone := withdrawn.by_record.get(record):
                raise Refused(f"{record} would come back, which was withdrawn: {stone}; {_BRING_BACK}")


_BRING_BACK = "bring back withdrawn.toml beside the articles"


def _described_otherwise(
    tables: Mapping[str, pl.DataFrame], before: Mapping[str, pl.DataFrame], newest: Path, withdrawn: Withdrawn
) -> bool:
    """Tell whether the same tables would be described in other words today: in a schema, the README, the metadata."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / newest.name
        write({**tables, "history": before["history"]}, folder, version=newest.name, withdrawn=withdrawn)
        ours, theirs = _descriptions(folder), _descriptions(newest)
    return ours != theirs


def _descriptions(folder: Path) -> dict[str, bytes]:
    """Give the files that describe; those with checksums change with the library that writes the tables."""
    apart = (NAME, SUMS, CHANGELOG, WITHDRAWN, *_WITH_CHECKSUMS)
    return {
        name: path.read_bytes()
        for name, path in files_in(folder).items()
        if name not in apart and not name.endswith(".parquet")
    }


_WITH_CHECKSUMS = ("croissant.json",)


def _write(
    tables: Mapping[str, pl.DataFrame],
    folder: Path,
    planned: Released,
    before: Mapping[str, pl.DataFrame],
    people: "People | None",
    withdrawn: Withdrawn,
) -> None:
    write(tables, folder, version=planned.version, withdrawn=withdrawn)
    tell: Tell = as_it_is
    if before:
        # it reads words, for which whoever only loads data has no dictionary
        from dodomu.dataset.discretion import Discretion

        private, public = (people.private, people.public) if people else ((), ())
        tell = Discretion(before, tables, private, public)
    text = changelog(planned.version, planned.before, planned.step, planned.diff, tables, tell)
    (folder / CHANGELOG).write_bytes(text.encode())
    seal(folder)


def _tables_of(into: Path, version: str | None) -> dict[str, pl.DataFrame]:
    if version is None:
        return {}
    dataset = Dataset.of_folder(into / version)
    return {name: dataset.table(name) for name in dataset.tables}


def _clear(into: Path) -> None:
    """Take away what a release that was killed has left; whoever holds the lock is the only one who writes."""
    finish(into)
    for path in into.iterdir():
        if _HALF_WRITTEN.fullmatch(path.name) and path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
