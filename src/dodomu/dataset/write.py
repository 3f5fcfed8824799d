"""A dataset is written: tables, schemas, descriptions, checksums."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from dodomu.dataset import formats, schemas
from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.dataset.croissant import croissant, json_ld
from dodomu.dataset.manifest import NAME, manifest, seal
from dodomu.dataset.package import datapackage
from dodomu.dataset.readme import readme
from dodomu.dataset.tombstones import NAME as WITHDRAWN
from dodomu.dataset.tombstones import Withdrawn
from dodomu.dataset.zenodo import zenodo
from dodomu.errors import BadOutput
from dodomu.models import TABLES


def write(
    tables: Mapping[str, pl.DataFrame],
    folder: str | Path,
    *,
    version: str | None = None,
    withdrawn: Withdrawn | None = None,
) -> Path:
    """Write a dataset into a folder that is empty or not there yet.

    Parameters
    ----------
    tables
        The frames, by the table's name, as `dodomu.tables.frames` makes them.
    folder
        Where to.
    version
        The version of the data, for a release.
    withdrawn
        What was withdrawn from it, now or in versions before.

    Returns
    -------
    Path
        The folder. Whoever adds a file to it says `seal` afterwards.
    """
    folder = Path(folder)
    tables = {name: tables[name] for name in TABLES if name in tables}
    hashes = {name: table_hash(name, rows) for name, rows in tables.items()}
    schema_files = schemas.files()
    files = {}
    for name, rows in tables.items():
        files[f"{name}.parquet"] = formats.parquet(rows)
        files[f"{name}.csv"] = formats.csv_text(rows).encode()
        files[f"schemas/{name}.json"] = schema_files[f"{name}.json"].encode()
    content = dataset_hash(hashes)
    files["datapackage.json"] = datapackage(tables, files, version).encode()
    files["croissant.json"] = croissant(tables, files, version, content).encode()
    files["dataset.jsonld"] = json_ld(tables, version, content).encode()
    files["zenodo.json"] = zenodo(tables, version, content).encode()
    files["README.md"] = readme(tables, version, content, withdrawn).encode()
    if withdrawn:
        files[WITHDRAWN] = withdrawn.text().encode()
    files[NAME] = manifest(tables, hashes, version).encode()
    if folder.is_dir() and any(folder.iterdir()):
        raise BadOutput(f"{folder}: is not empty; choose another folder")
    try:
        (folder / "schemas").mkdir(parents=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        seal(folder)
    except OSError as error:
        raise BadOutput(f"{folder}: cannot be written ({error.strerror}); choose another folder") from error
    return folder
