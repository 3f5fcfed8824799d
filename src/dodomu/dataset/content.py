"""What a table holds, as a hash that no library's version changes.

The bytes of a Parquet file differ between versions of the library that writes it, so they say nothing of
whether the data changed. The lines hashed here do: a row a line as JSON with its columns in alphabetical order,
the rows in the order of their key.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

import polars as pl

from dodomu.models import TABLES
from dodomu.models.catalog import RELEASE_ONLY


def lines(name: str, rows: pl.DataFrame, key: Sequence[str] | None = None) -> Iterator[str]:
    """Give the rows of a table as lines of JSON, in the order of their key: today's, if no other is named.

    Examples
    --------
    >>> gaps = pl.DataFrame({"record_id": ["m-2", "m-1"], "field": ["date", "date"], "reason": ["not said"] * 2})
    >>> print(*lines("gaps", gaps), sep="\\n")
    {"field":"date","reason":"not said","record_id":"m-1"}
    {"field":"date","reason":"not said","record_id":"m-2"}
    """
    # sorted in Python, by code point, so that no library's collation or version matters
    key = key or TABLES[name].key
    for row in sorted(rows.iter_rows(named=True), key=lambda row: [(row[one] is not None, row[one]) for one in key]):
        yield row_text(row)


def row_text(value: object) -> str:
    """Write a row or a cell as JSON, always in the same way.

    Examples
    --------
    >>> row_text({"origin": "BY", "date": date(2025, 11, 22)})
    '{"date":"2025-11-22","origin":"BY"}'
    """
    return _ENCODER.encode(value)


def table_hash(name: str, rows: pl.DataFrame, key: Sequence[str] | None = None) -> str:
    """Hash what a table holds."""
    digest = sha256()
    for line in lines(name, rows, key):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def dataset_hash(hashes: Mapping[str, str]) -> str:
    """Hash what a dataset holds from the hashes of its tables; the history does not count.

    Examples
    --------
    >>> dataset_hash({"events": "a", "history": "b"}) == dataset_hash({"events": "a"})
    True
    """
    counted = (f"{name} {hashes[name]}\n" for name in sorted(hashes) if name not in RELEASE_ONLY)
    return sha256("".join(counted).encode()).hexdigest()


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no column holds {type(value).__name__}")


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_iso)
