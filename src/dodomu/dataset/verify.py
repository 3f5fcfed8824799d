"""Whether a dataset is whole: checksums, content, schemas, links, and that every passage stands where it says."""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from dodomu import tables
from dodomu.dataset import dialect, formats, schemas
from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.dataset.links import check_links
from dodomu.dataset.manifest import NAME, SUMS, manifest_of, read_sums, sums
from dodomu.dataset.parquet import parse_parquet
from dodomu.dataset.read import store_of
from dodomu.dataset.released import is_version
from dodomu.dataset.stores import Store
from dodomu.dataset.tombstones import NAME as WITHDRAWN
from dodomu.dataset.tombstones import parse
from dodomu.dataset.web import WebStore
from dodomu.errors import DodomuError, InvalidTable, NoDataset, one_line
from dodomu.models import TABLES

_LARGEST = 1 << 24
"""Of a file whose size the manifest does not say."""


def verify(path: str | Path) -> list[str]:
    """Say what is wrong with a dataset, a line each; nothing when it is whole.

    Everything is checked that can be: a file whose checksum is wrong is named and not looked into.
    A version is judged by the schemas that it carries.

    Parameters
    ----------
    path
        Its folder, zip file or address.

    Raises
    ------
    NoDataset
        When there is none.
    """
    store = store_of(path)
    faults = [one_line(fault) for fault in _faults(store, Path(str(path)).name)]
    if not faults and isinstance(store, WebStore):
        store.keep()
    return faults


def _faults(store: Store, folder: str) -> list[str]:
    try:
        known = manifest_of(store)
    except InvalidTable as error:
        return [str(error)]
    files, faults = _check_sums(store, known)
    faults += _check_manifest(known, files, folder)
    frames, found = _read(known, files, store.name)
    faults += found + _check_content(known, frames) + _check_csv(files, frames)
    return faults + _check_schemas(files, frames) + _check_withdrawn(files, frames, store.name)


def _check_sums(store: Store, known: Mapping[str, Any]) -> tuple[dict[str, bytes], list[str]]:
    """Read all files; give those that are as they were written, and what is wrong with the others."""
    try:
        listed = store.read(SUMS, _LARGEST)
    except (KeyError, NoDataset):
        return {}, [f"{SUMS}: is missing"]
    wanted = read_sums(listed.decode("utf-8", errors="replace"))
    faults = [] if sums(wanted).encode() == listed else [f"{SUMS}: is not what was written"]
    there = store.files()
    sound = {}
    for name, digest in wanted.items():
        try:
            limit = known["files"].get(name, {}).get("bytes", _LARGEST)
            data = store.read(name, limit) if there is None or name in there else None
        except (KeyError, NoDataset):
            data = None
        if data is None:
            faults.append(f"{name}: is missing")
        elif sha256(data).hexdigest() != digest:
            faults.append(f"{name}: is not what was written (its SHA-256 is another)")
        else:
            sound[name] = data
    return sound, faults + [f"{name}: does not belong here" for name in there or () if name not in (*wanted, SUMS)]


def _check_manifest(known: Mapping[str, Any], files: Mapping[str, bytes], folder: str) -> list[str]:
    listed = known["files"]
    faults = [
        f"{NAME}: does not say what {name} is"
        for name, data in files.items()
        if name != NAME
        and (
            name not in listed
            or (listed[name]["sha256"], listed[name]["bytes"]) != (sha256(data).hexdigest(), len(data))
        )
    ]
    faults += [
        f"{NAME}: has no table «{name}»"
        for name in TABLES
        if f"{name}.parquet" in files and name not in known["tables"]
    ]
    if known["version"] is not None and not is_version(known["version"]):
        faults.append(f"{NAME}: its version is no version number")
    elif is_version(folder) and known["version"] != folder:
        faults.append(f"{NAME}: is of version {known['version']}, not {folder}")
    return faults


def _read(
    known: Mapping[str, Any], files: Mapping[str, bytes], where: str
) -> tuple[dict[str, pl.DataFrame], list[str]]:
    frames, faults = {}, []
    for name in known["tables"]:
        file = f"{name}.parquet"
        if name not in TABLES and not (known["tables"][name]["key"] and f"schemas/{name}.json" in files):
            faults.append(f"{NAME}: names a table «{name}», which no dataset has")
        elif file in files:
            try:
                frames[name] = parse_parquet(files.__getitem__, file, where)
            except DodomuError:
                faults.append(f"{file}: cannot be read")
    return frames, faults


def _check_content(known: Mapping[str, Any], frames: Mapping[str, pl.DataFrame]) -> list[str]:
    hashes, faults = {}, []
    for name, rows in frames.items():
        said = known["tables"][name]
        try:
            hashes[name] = table_hash(name, rows, said["key"])
        except (KeyError, TypeError):
            faults.append(f"{name}: has no rows with its key")
            continue
        if said["content_sha256"] != hashes[name]:
            faults.append(f"{name}: its content is not what {NAME} says")
        elif (said.get("rows"), said.get("columns")) != (rows.height, rows.columns):
            faults.append(f"{NAME}: counts other rows or names other columns of {name} than it has")
    if not faults and len(frames) == len(known["tables"]) and known.get("content_sha256") != dataset_hash(hashes):
        faults.append(f"{NAME}: the content hash of the dataset is not that of its tables")
    return faults


def _check_csv(files: Mapping[str, bytes], frames: Mapping[str, pl.DataFrame]) -> list[str]:
    return [
        f"{name}.csv: does not hold what {name}.parquet holds"
        for name, rows in frames.items()
        if f"{name}.csv" in files and _differs(files[f"{name}.csv"], rows)
    ]


def _differs(data: bytes, rows: pl.DataFrame) -> bool:
    """Compare line by line, so that no table of a stranger's makes a text that is longer than the file."""
    place = 0
    for line in formats.csv_lines(rows):
        written = line.encode()
        if not data.startswith(written, place):
            return True
        place += len(written)
    return place != len(data)


def _check_withdrawn(files: Mapping[str, bytes], frames: Mapping[str, pl.DataFrame], where: str) -> list[str]:
    if WITHDRAWN not in files:
        return []
    try:
        gone = parse(files[WITHDRAWN], where).by_record
    except InvalidTable as error:
        return [str(error)]
    return [
        f"{name}: has {record}, which {WITHDRAWN} says was withdrawn"
        for name in ("articles", "quotes", "mentions", "events")
        if name in frames and TABLES[name].key[0] in frames[name].columns
        for record in frames[name][TABLES[name].key[0]]
        if record in gone
    ]


def _check_schemas(files: Mapping[str, bytes], frames: Mapping[str, pl.DataFrame]) -> list[str]:
    """Where the schemas are today's, the records themselves judge: they know more than a schema can say."""
    faults = []
    carried = {}
    for name in frames:
        schema = _schema(files.get(f"schemas/{name}.json"))
        if schema is None:
            faults.append(f"schemas/{name}.json: missing or no schema")
        else:
            carried[name] = schema
    today = {name for name in carried if name in TABLES and carried[name] == schemas.schema(TABLES[name])}
    if today == frames.keys():
        faults += tables.check(frames)
    else:
        for name, schema in carried.items():
            faults += dialect.faults(name, schema, frames[name])
        ours = {name: rows for name, rows in frames.items() if name in TABLES}
        faults += _guarded(tables.check_keys, ours) + _guarded(tables.check_words, ours)
    return faults + check_links(frames)


def _guarded(check: Callable[[Mapping[str, pl.DataFrame]], list[str]], frames: Mapping[str, pl.DataFrame]) -> list[str]:
    """Check what can be checked: a version of long ago may lack a column, a damaged one any."""
    try:
        return check(frames)
    except (KeyError, TypeError, pl.exceptions.PolarsError):
        return []


def _schema(data: bytes | None) -> dict[str, Any] | None:
    try:
        read = json.loads(data or b"")
    except (ValueError, RecursionError):
        return None
    return read if dialect.is_schema(read) else None
