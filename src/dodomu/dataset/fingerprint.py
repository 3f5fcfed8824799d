"""What a record says, as a few characters: whoever holds them can tell later whether it still says the same."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from dodomu.dataset.content import row_text
from dodomu.models import TABLES

TRACED = ("events", "quotes", "mentions")
"""The tables whose records are traced beyond a dataset."""

PLACES = ("start", "end", "trigger_start", "trigger_end")
"""Columns that only tell where words stand: an edit elsewhere in the article moves them and changes nothing."""

ASIDE = (*PLACES, "confidence")
"""Columns that say nothing of what happened or was said: rules that are counted anew change no record."""

_LENGTH = 8


def fingerprint(row: Mapping[str, Any]) -> str:
    """Hash what a row says: not where its words stand nor how sure it is, and not the columns that are empty.

    Examples
    --------
    >>> fingerprint({"count": 5, "start": 1}) == fingerprint({"count": 5, "start": 9, "note": None})
    True
    >>> fingerprint({"count": 5}) == fingerprint({"count": 6})
    False
    """
    said = {column: value for column, value in row.items() if column not in ASIDE and value not in (None, [])}
    return sha256(row_text(said).encode()).hexdigest()[:_LENGTH]


def traced_rows(ds: Any, tables: Sequence[str] = TRACED) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give every record that is traced: its table, its id, its row."""
    for name in tables:
        if name in ds.tables:
            for row in ds.table(name).iter_rows(named=True):
                yield name, row[TABLES[name].key[0]], row


def fingerprints(ds: Any, ids: Sequence[str]) -> list[str]:
    """Give the fingerprint of each of these records, in their order; an empty one for what is no record of these."""
    wanted = set(ids)
    found = {record_id: fingerprint(row) for _, record_id, row in traced_rows(ds) if record_id in wanted}
    return [found.get(one, "") for one in ids]
