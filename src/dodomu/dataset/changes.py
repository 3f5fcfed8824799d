"""A difference between two datasets, told for people: in the terminal and in a version's changelog."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import polars as pl

from dodomu.dataset.content import row_text
from dodomu.dataset.diff import Diff, TableDiff
from dodomu.errors import one_line
from dodomu.models import TABLES

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


Tell = Callable[[str, Mapping[str, Any], str, Any], Any]
"""Judges how a value may be told: of which table, in which row, in which column, the value."""


def as_it_is(table: str, row: Mapping[str, Any], column: str, value: Any) -> Any:
    """Tell every value as it is."""
    return value


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
    lines = [f"{found.old} → {found.new}{'' if found else ': no difference'}"]
    lines += [f"  {change}" for change in found.columns]
    for table in found.tables.values():
        lines.append(f"{table.name}: {counts(table)}")
        rows = list(_rows(table, as_it_is))
        shown = rows if limit is None else rows[:limit]
        lines += [f"  {row}" for row in shown]
        if len(shown) < len(rows):
            lines.append(f"  … and {len(rows) - len(shown):,} more")
    lines += [one_line(f"withdrawn: {stone}") for stone in found.withdrawn]
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
    version: str,
    before: str | None,
    step: str | None,
    found: Diff | None,
    tables: Mapping[str, pl.DataFrame],
    tell: Tell = as_it_is,
) -> str:
    """Write what a version changed, every row of it, in Markdown."""
    head = [f"# What changed in {version}", ""]
    if found is None:
        rows = ", ".join(f"{rows.height:,} {name}" for name, rows in tables.items() if name != "history")
        return "\n".join([*head, f"The first version: {rows}.", ""])
    head += [f"Against {before}: a {step} step. Earlier changes stand in the changelog of {before}.", ""]
    lines = [f"- {change}" for change in found.columns]
    if lines:
        lines = ["## Columns", "", *lines, ""]
    if not found:
        lines = ["The tables are the same; what describes them changed.", ""]
    for table in found.tables.values():
        rows = map(_fenced, _rows(table, tell))
        lines += [f"## {table.name}", "", f"{counts(table)}.", "", "```text", *rows, "```", ""]
    if found.withdrawn:
        stones = (_fenced(one_line(str(stone))) for stone in found.withdrawn)
        lines += ["## Withdrawn", "", "```text", *stones, "```", ""]
    return "\n".join([*head, *lines])


def _rows(table: TableDiff, tell: Tell) -> Iterator[str]:
    for sign, rows in (("+", table.added), ("-", table.removed)):
        for row in rows:
            yield f"{sign} {_record(table, row, tell)}  {telling(table.name, row, tell)}".rstrip()
    for one in table.revised:
        cells = {
            column: tuple(tell(table.name, one.before, column, value) for value in pair)
            for column, pair in one.cells.items()
        }
        yield f"~ {_record(table, one.before, tell)}  {cells_told(cells)}"


def _record(table: TableDiff, row: Mapping[str, Any], tell: Tell) -> str:
    key = TABLES[table.name].key
    return table.record({column: tell(table.name, row, column, row[column]) for column in key if column in row})


def telling(table: str, row: Mapping[str, Any], tell: Tell = as_it_is) -> str:
    """Tell a row by the cells by which a reader knows it.

    Examples
    --------
    >>> telling("gaps", {"record_id": "m-1", "field": "date", "reason": "not said"})
    'not said'
    """
    columns = next((columns for columns in _TELLING if set(columns) <= row.keys()), ())
    known = (tell(table, row, column, row[column]) for column in columns if row[column] not in (None, []))
    return " · ".join(map(_short, known))


def cells_told(cells: Mapping[str, tuple[Any, Any]]) -> str:
    """Tell cells that were revised: column to (before, after)."""
    return "; ".join(f"{column}: {' → '.join(_two(before, after))}" for column, (before, after) in cells.items())


def _two(before: Any, after: Any) -> tuple[str, str]:
    """Write two values, long ones from shortly before the place where they part.

    >>> _two("а" * 1000 + " помилував 123", "а" * 1000 + " помилував 124")
    ('"…ааааааа помилував 123"', '"…ааааааа помилував 124"')
    """
    if isinstance(before, str) and isinstance(after, str) and max(len(before), len(after)) > _LONGEST:
        parts = next((at for at, pair in enumerate(zip(before, after, strict=False)) if len({*pair}) > 1), 0)
        if parts > _LONGEST // 4:
            before, after = (f"…{one[parts - _LONGEST // 4 :]}" for one in (before, after))
    return _short(row_text(before)), _short(row_text(after))


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
