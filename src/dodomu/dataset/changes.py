"""A difference between two datasets, told for people: in the terminal and in a version's changelog."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from dodomu.dataset.content import row_text
from dodomu.dataset.diff import Diff, Revised, TableDiff

_LONGEST = 80
_TELLING = (
    ("type", "status", "date", "count", "origin", "destination"),
    ("kind", "speaker", "text"),
    ("name", "kind"),
    ("exact",),
    ("reason",),
    ("title", "publisher"),
    ("date", "released_total"),
)


def told(found: Diff, limit: int | None = 20) -> str:
    """Tell a difference in lines: the columns first, then each table with its rows.

    Parameters
    ----------
    found
        The difference.
    limit
        How many rows of a table to name; None for all. The counts are always of all.

    Examples
    --------
    >>> print(told(Diff("0.1.0", "build")))
    0.1.0 → build: no difference
    """
    if not found:
        return f"{found.old} → {found.new}: no difference"
    lines = [f"{found.old} → {found.new}", *(f"  {change}" for change in found.columns)]
    for table in found.tables.values():
        lines.append(f"{table.name}: {counts(table)}")
        rows = list(_rows(table))
        shown = rows if limit is None else rows[:limit]
        lines += [f"  {row}" for row in shown]
        if len(shown) < len(rows):
            lines.append(f"  … and {len(rows) - len(shown):,} more")
    return "\n".join(lines)


def counts(table: TableDiff) -> str:
    """Count the rows of a table that differ.

    Examples
    --------
    >>> counts(TableDiff("gaps", removed=[{}, {}]))
    '0 added, 2 removed, 0 revised'
    """
    return f"{len(table.added):,} added, {len(table.removed):,} removed, {len(table.revised):,} revised"


def changelog(
    version: str, before: str | None, step: str | None, found: Diff | None, tables: Mapping[str, pl.DataFrame]
) -> str:
    """Write what a version changed, every row of it, in Markdown."""
    head = [f"# What changed in {version}", ""]
    if found is None:
        rows = ", ".join(f"{rows.height:,} {name}" for name, rows in tables.items() if name != "history")
        return "\n".join([*head, f"The first version: {rows}.", ""])
    head += [f"Against {before}: a {step} step. Earlier changes stand in the changelog of {before}.", ""]
    if not found:
        return "\n".join([*head, "The tables are the same; what describes them changed.", ""])
    lines = [f"- {change}" for change in found.columns]
    if lines:
        lines = ["## Columns", "", *lines, ""]
    for table in found.tables.values():
        lines += [f"## {table.name}", "", f"{counts(table)}.", "", "```text", *map(_fenced, _rows(table)), "```", ""]
    return "\n".join([*head, *lines])


def _rows(table: TableDiff) -> Iterator[str]:
    for row in table.added:
        yield f"+ {table.record(row)}  {_telling(row)}".rstrip()
    for row in table.removed:
        yield f"- {table.record(row)}  {_telling(row)}".rstrip()
    for row in table.revised:
        yield f"~ {row.record}  {_cells(row)}"


def _telling(row: Mapping[str, Any]) -> str:
    """Pick the cells by which a reader knows a row."""
    columns = next((columns for columns in _TELLING if set(columns) <= row.keys()), ())
    return " · ".join(_short(row[column]) for column in columns if row[column] not in (None, []))


def _cells(row: Revised) -> str:
    return "; ".join(
        f"{column}: {cell_text(before)} → {cell_text(after)}" for column, (before, after) in row.cells.items()
    )


def cell_text(value: Any) -> str:
    """Say a cell in one short line that moves no terminal's cursor.

    Examples
    --------
    >>> cell_text("Київ"), cell_text(["US", "AE"])
    ('"Київ"', '["US","AE"]')
    """
    return _short(row_text(value))


def _short(value: Any) -> str:
    # control characters of a stranger's text must not move the cursor of a terminal
    text = "".join(char if char.isprintable() else "�" for char in " ".join(str(value).split()))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _fenced(line: str) -> str:
    return line.replace("```", "ʼʼʼ")
