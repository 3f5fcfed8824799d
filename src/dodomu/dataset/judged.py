"""How far people have read a dataset, and what they decided that could not be applied."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

TABLES = ("quotes", "mentions", "events")
"""The tables whose rows people read."""

DECISION = "curated"
"""What a gap names as its column that stands for a decision that could not be applied, or that took the record out."""


@dataclass(frozen=True)
class Reading:
    """How many rows of a table there are, and how many of them one person or two have read."""

    table: str
    rows: int
    read: int
    read_twice: int

    def __str__(self) -> str:
        twice = f", {self.read_twice:,} of them by two people" if self.read_twice else ""
        return f"{self.read:,} of {self.rows:,} {self.table} read by a person{twice}"


def reading(tables: Mapping[str, pl.DataFrame]) -> list[Reading]:
    """Count, for each table, the rows that people have read against the article.

    Examples
    --------
    >>> quotes = pl.DataFrame({"review": ["machine", "read", "read_twice"]})
    >>> print(*reading({"quotes": quotes}))
    2 of 3 quotes read by a person, 1 of them by two people
    """
    made = []
    for name in TABLES:
        if name in tables and "review" in tables[name].columns:
            review = tables[name]["review"]
            twice = int((review == "read_twice").sum())
            made.append(Reading(name, review.len(), int((review == "read").sum()) + twice, twice))
    return made


def curated(tables: Mapping[str, pl.DataFrame]) -> int:
    """Count the rows that carry a decision of a person."""
    return sum(
        int((tables[name]["curated"].list.len() > 0).sum())
        for name in TABLES
        if name in tables and "curated" in tables[name].columns
    )


def not_applied(tables: Mapping[str, pl.DataFrame]) -> list[tuple[str, str]]:
    """Give what people decided that matches nothing or contradicts another: the record and why, from the gaps."""
    told = tables["gaps"].filter(pl.col("field") == DECISION, ~pl.col("reason").str.starts_with(_REJECTED))
    return told.select("record_id", "reason").rows()


def rejected(gaps: pl.DataFrame, record: str) -> str | None:
    """Tell why, by whom and when a record was rejected that is no more.

    Examples
    --------
    >>> gap = {"record_id": "m-1", "field": "curated", "reason": "rejected: no event (О. Коваль, 2026-02-01)"}
    >>> rejected(pl.DataFrame([gap]), "m-1")
    'rejected: no event (О. Коваль, 2026-02-01)'
    """
    for reason in gaps.filter(record_id=record, field=DECISION)["reason"]:
        before, marked, told = reason.rpartition(_REJECTED)
        if marked and (not before or before.endswith("; ")):
            return f"{marked}{told}"
    return None


_REJECTED = "rejected: "
