"""Since when each record is there: the table that only releases have."""

from collections.abc import Mapping

import polars as pl

from dodomu.models import TABLES, HistoryEntry
from dodomu.tables import frame

TRACKED = ("quotes", "mentions", "events")
"""The tables whose records have a history."""


def first_history(tables: Mapping[str, pl.DataFrame], version: str) -> pl.DataFrame:
    """Begin the history: every record came with this version.

    Parameters
    ----------
    tables
        The frames of the first release.
    version
        Its version.
    """
    ids = (record_id for name in TRACKED for record_id in tables[name][TABLES[name].key[0]])
    entries = [HistoryEntry(record_id=one, since_version=version, changed_version=version) for one in sorted(ids)]
    return frame("history", entries)
