"""A dataset is written: tables, schemas, descriptions, checksums."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from dodomu.dataset import formats, schemas
from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.dataset.folder import write_folder
from dodomu.dataset.manifest import NAME, SUMS, manifest, sums
from dodomu.dataset.package import datapackage
from dodomu.dataset.readme import readme
from dodomu.models import TABLES


def write(
    tables: Mapping[str, pl.DataFrame],
    folder: str | Path,
    *,
    version: str | None = None,
    extras: Mapping[str, bytes] | None = None,
) -> Path:
    """Write a dataset into a folder of its own.

    Parameters
    ----------
    tables
        The frames, by the table's name, as `dodomu.tables.frames` makes them.
    folder
        Where to; see `dodomu.dataset.folder.write_folder` for what may be there already.
    version
        The version of the data, for a release.
    extras
        Further files that belong to it, such as pictures, by their path in the folder.

    Returns
    -------
    Path
        The folder.
    """
    tables = {name: tables[name] for name in TABLES if name in tables}
    files = dict(extras or {})
    schema_files = schemas.files()
    for name, rows in tables.items():
        files[f"{name}.parquet"] = formats.parquet(rows)
        files[f"{name}.csv"] = formats.csv_text(rows).encode()
        files[f"schemas/{name}.json"] = schema_files[f"{name}.json"].encode()
    content_hash = dataset_hash({name: table_hash(name, rows) for name, rows in tables.items()})
    files["datapackage.json"] = datapackage(tables, version).encode()
    files["README.md"] = readme(tables, version, content_hash).encode()
    files[NAME] = manifest(tables, files, version).encode()
    files[SUMS] = sums(files).encode()
    return write_folder(folder, files)
