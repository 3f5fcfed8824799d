"""``manifest.json`` and ``SHA256SUMS``: what a dataset consists of, and how to tell that it is whole."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

import polars as pl

from dodomu.dataset.content import dataset_hash
from dodomu.dataset.stores import FolderStore, Store, require_safe
from dodomu.errors import DodomuError, InvalidTable, NoDataset
from dodomu.models import TABLES
from dodomu.models.catalog import SCHEMA_VERSION

NAME = "manifest.json"
SUMS = "SHA256SUMS"

_LARGEST = 1 << 24
_LARGEST_FILE = 1 << 31
_TABLE = re.compile("[a-z_]{1,60}")
_DIGEST = re.compile("[0-9a-f]{64}")


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
                name: {
                    "rows": rows.height,
                    "columns": rows.columns,
                    "key": list(TABLES[name].key),
                    "content_sha256": hashes[name],
                }
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
    """Read the manifest of the dataset in a folder, or say that there is none."""
    return manifest_of(FolderStore(folder))


def manifest_of(store: Store) -> dict[str, Any]:
    """Read the manifest of a dataset wherever it lies, or say that there is none."""
    where = f"{store.name}/{NAME}"
    try:
        data = store.read(NAME, _LARGEST)
    except KeyError:
        folder = getattr(store, "folder", None)
        there = "no such folder" if folder and not folder.exists() else f"no dataset here (it has no {NAME})"
        advice = f"; make one with: dodomu build -o {folder}" if folder else "; check which file or address is meant"
        if held := sorted(path.parent.name for path in folder.glob(f"*/{NAME}")) if folder else ():
            advice = f"; it is a folder of versions, name one: {', '.join(f'{store.name}/{one}' for one in held)}"
        raise NoDataset(f"{store.name}: {there}{advice}") from None
    try:
        if len(data) > _LARGEST:
            raise ValueError
        read = json.loads(data.decode())
        if read["name"] != "dodomu" or not isinstance(read["version"], str | None):
            raise ValueError
        for name, table in read["tables"].items():
            if not _TABLE.fullmatch(name) or not isinstance(table["content_sha256"], str):
                raise ValueError
            # versions of before said no keys, having only tables that are still there
            if not all(isinstance(column, str) for column in table.setdefault("key", list(_key(name)))):
                raise ValueError
        for name, file in read["files"].items():
            require_safe(name, where)
            if (
                not _DIGEST.fullmatch(file["sha256"])
                or type(file["bytes"]) is not int
                or not 0 <= file["bytes"] <= _LARGEST_FILE
            ):
                raise ValueError
    except InvalidTable:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InvalidTable(f"{where}: not the manifest of a dataset; make it anew with: dodomu build") from None
    return read


def _key(name: str) -> tuple[str, ...]:
    return TABLES[name].key if name in TABLES else ()


def read_checked(store: Store, known: Mapping[str, Any], file: str) -> bytes:
    """Give the bytes of a file if they are those that the manifest names."""
    entry = known["files"].get(file)
    try:
        data = store.read(file, entry["bytes"]) if entry else None
    except KeyError:
        data = None
    if data is None or sha256(data).hexdigest() != entry["sha256"]:
        raise InvalidTable(
            f"{store.name}/{file}: missing or damaged; see what else is wrong with: dodomu verify {store.name}"
        )
    return data


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
