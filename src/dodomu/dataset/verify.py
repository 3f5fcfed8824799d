"""Whether a dataset is whole: checksums, schemas, and that every passage stands where it says."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from dodomu import tables
from dodomu.dataset import formats, schemas
from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.dataset.manifest import NAME, SUMS, files_in, read_manifest, read_sums
from dodomu.dataset.read import read_parquet
from dodomu.errors import DodomuError, InvalidTable


def verify(path: str | Path) -> list[str]:
    """Say what is wrong with the dataset of a folder, a line each; nothing when it is whole.

    A version is judged by the schemas that it carries.

    Raises
    ------
    NoDataset
        When there is none.
    """
    folder = Path(path)
    try:
        known = read_manifest(folder)
    except InvalidTable as error:
        return [str(error)]
    faults = _check_sums(folder)
    frames, found = _read(folder, known)
    return faults + found + _check_content(known, frames) + _check_csv(folder, frames) + _check_schemas(folder, frames)


def _check_sums(folder: Path) -> list[str]:
    path = folder / SUMS
    if not path.is_file():
        return [f"{SUMS}: is missing"]
    wanted = read_sums(path.read_text("utf-8", errors="replace"))
    there = files_in(folder)
    faults = [f"{name}: is missing" for name in wanted if name not in there]
    faults += [
        f"{name}: is not what was written (its SHA-256 is another)"
        for name, digest in wanted.items()
        if name in there and sha256(there[name].read_bytes()).hexdigest() != digest
    ]
    return faults + [f"{name}: does not belong here" for name in there if name not in wanted and name != SUMS]


def _read(folder: Path, known: Mapping[str, Any]) -> tuple[dict[str, pl.DataFrame], list[str]]:
    frames, faults = {}, []
    for name in known["tables"]:
        try:
            frames[tables.table_of(name).name] = read_parquet(folder / f"{name}.parquet")
        except DodomuError:
            faults.append(f"{name}.parquet: cannot be read")
    return frames, faults


def _check_content(known: Mapping[str, Any], frames: Mapping[str, pl.DataFrame]) -> list[str]:
    hashes = {name: table_hash(name, rows) for name, rows in frames.items()}
    faults = [
        f"{name}: its content is not what {NAME} says"
        for name, digest in hashes.items()
        if known["tables"][name].get("content_sha256") != digest
    ]
    if not faults and len(frames) == len(known["tables"]) and known.get("content_sha256") != dataset_hash(hashes):
        faults.append(f"{NAME}: the content hash of the dataset is not that of its tables")
    return faults


def _check_csv(folder: Path, frames: Mapping[str, pl.DataFrame]) -> list[str]:
    faults = []
    for name, rows in frames.items():
        path = folder / f"{name}.csv"
        if path.is_file() and path.read_bytes() != formats.csv_text(rows).encode():
            faults.append(f"{name}.csv: does not hold what {name}.parquet holds")
    return faults


def _check_schemas(folder: Path, frames: Mapping[str, pl.DataFrame]) -> list[str]:
    """Where the schemas are today's, the records themselves judge: they know more than a schema can say."""
    carried = {name: _read_schema(folder / "schemas" / f"{name}.json") for name in frames}
    faults = [f"schemas/{name}.json: missing or not JSON" for name, schema in carried.items() if schema is None]
    if faults:
        return faults
    if all(schema == schemas.schema(tables.table_of(name)) for name, schema in carried.items()):
        return tables.check(frames)
    for name, rows in frames.items():
        faults += _check_by_schema(name, carried[name], rows)
    return faults + tables.check_words(frames)


def _read_schema(path: Path) -> dict[str, Any] | None:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _check_by_schema(name: str, schema: dict[str, Any], rows: pl.DataFrame) -> list[str]:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema)
    faults = []
    for number, row in enumerate(rows.iter_rows(named=True), 1):
        plain = json.loads(json.dumps(row, default=str))
        faults += [f"{name}, row {number}: {error.message}" for error in validator.iter_errors(plain)]
    return faults
