"""``manifest.json`` and ``SHA256SUMS``: what a dataset consists of, and how to tell that it is whole."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

import polars as pl

from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.errors import InvalidTable, NoDataset
from dodomu.models.catalog import SCHEMA_VERSION

NAME = "manifest.json"
SUMS = "SHA256SUMS"


def manifest(tables: Mapping[str, pl.DataFrame], files: Mapping[str, bytes], version: str | None) -> str:
    """Write the manifest of a dataset: its tables with their content hashes, its files with theirs."""
    hashes = {name: table_hash(name, rows) for name, rows in tables.items()}
    described = {
        "name": "dodomu",
        "version": version,
        "schema_version": SCHEMA_VERSION,
        "made_by": f"dodomu {installed('dodomu')}",
        "content_sha256": dataset_hash(hashes),
        "tables": {
            name: {"rows": rows.height, "columns": rows.columns, "content_sha256": hashes[name]}
            for name, rows in tables.items()
        },
        "files": {
            name: {"bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in sorted(files.items())
        },
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def sums(files: Mapping[str, bytes]) -> str:
    """Write what ``sha256sum -c`` reads.

    Examples
    --------
    >>> sums({"a.txt": b""})
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.txt\\n'
    """
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))


def read_sums(text: str) -> dict[str, str]:
    """Read the checksums, by file.

    Examples
    --------
    >>> read_sums("e3b0  a.txt\\n")
    {'a.txt': 'e3b0'}
    """
    pairs = (line.split("  ", 1) for line in text.splitlines() if "  " in line)
    return {name: digest for digest, name in pairs}


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest of a dataset, or say that there is none."""
    path = folder / NAME
    if not path.is_file():
        there = "no such folder" if not folder.exists() else f"no dataset here (it has no {NAME})"
        raise NoDataset(f"{folder}: {there}; make one with: dodomu build -o {folder}")
    try:
        read = json.loads(path.read_text("utf-8"))
        read["tables"], read["files"], read["version"]
    except (ValueError, KeyError, TypeError):
        raise InvalidTable(f"{path}: not the manifest of a dataset; make it anew with: dodomu build") from None
    return read
