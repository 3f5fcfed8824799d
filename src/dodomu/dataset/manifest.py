"""``manifest.json`` and ``SHA256SUMS``: what a dataset consists of, and how to tell that it is whole."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

import polars as pl

from dodomu.dataset.content import dataset_hash
from dodomu.errors import DodomuError, InvalidTable, NoDataset
from dodomu.models.catalog import SCHEMA_VERSION

NAME = "manifest.json"
SUMS = "SHA256SUMS"


def manifest(tables: Mapping[str, pl.DataFrame], hashes: Mapping[str, str], version: str | None) -> str:
    """Write the manifest of a dataset: its tables with their content hashes. `seal` adds its files."""
    return _text(
        {
            "name": "dodomu",
            "version": version,
            "schema_version": SCHEMA_VERSION,
            "made_by": f"dodomu {installed('dodomu')}",
            "content_sha256": dataset_hash(hashes),
            "tables": {
                name: {"rows": rows.height, "columns": rows.columns, "content_sha256": hashes[name]}
                for name, rows in tables.items()
            },
            "files": {},
        }
    )


def seal(folder: str | Path) -> None:
    """Take down all files of a dataset with their checksums, in its manifest and in ``SHA256SUMS``.

    To be said again whenever a file was added, such as a picture.
    """
    folder = Path(folder)
    digests = {name: sha256(path.read_bytes()).hexdigest() for name, path in files_in(folder).items()}
    digests = {name: digest for name, digest in digests.items() if name not in (NAME, SUMS)}
    known = read_manifest(folder)
    known["files"] = {
        name: {"bytes": (folder / name).stat().st_size, "sha256": digest} for name, digest in digests.items()
    }
    text = _text(known)
    (folder / NAME).write_bytes(text.encode())
    digests[NAME] = sha256(text.encode()).hexdigest()
    (folder / SUMS).write_bytes(sums(digests).encode())


def files_in(folder: Path) -> dict[str, Path]:
    """Find every file below a folder, by its path in it, in order."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    return dict(sorted(found.items()))


def files_of(folder: str | Path) -> set[str]:
    """Name the files that a dataset in a folder consists of; none if there is no dataset."""
    try:
        return {*read_manifest(Path(folder))["files"], NAME, SUMS}
    except DodomuError:
        return set()


def sums(digests: Mapping[str, str]) -> str:
    """Write what ``sha256sum -c`` reads.

    Examples
    --------
    >>> sums({"b.txt": "22", "a.txt": "11"})
    '11  a.txt\\n22  b.txt\\n'
    """
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))


def read_sums(text: str) -> dict[str, str]:
    """Read the checksums, by file.

    Examples
    --------
    >>> read_sums("11  a.txt\\n")
    {'a.txt': '11'}
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
        if read["name"] != "dodomu" or not isinstance(read["tables"], dict) or not isinstance(read["files"], dict):
            raise ValueError
        read["version"]
    except (ValueError, KeyError, TypeError):
        raise InvalidTable(f"{path}: not the manifest of a dataset; make it anew with: dodomu build") from None
    return read


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
