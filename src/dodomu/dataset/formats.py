"""The two forms of a table's file."""

import io
import re
from collections.abc import Iterable, Iterator

import polars as pl

LIST_DELIMITER = ";"
"""What joins the entries of a list in CSV; in Parquet a list is a list."""


# What spreadsheets take for the beginning of a formula, behind marks that they pass over; full-width forms too.
_FORMULA = re.compile(r"'*(?:[\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\x00-\x1f\x7f])")


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula; `unharmed` takes it away again.

    Examples
    --------
    >>> harmless("=HYPERLINK(A1)"), harmless("- сказав він"), harmless("2025-12-13"), harmless("'=1")
    ("'=HYPERLINK(A1)", "'- сказав він", '2025-12-13', "''=1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unharmed(cell: str) -> str:
    """Give the text of a cell of the CSV as it is.

    Examples
    --------
    >>> unharmed("'=1"), unharmed("''=1"), unharmed("'t Hooft")
    ('=1', "'=1", "'t Hooft")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def parquet(rows: pl.DataFrame) -> bytes:
    """Write a table as Parquet."""
    buffer = io.BytesIO()
    rows.write_parquet(buffer)
    return buffer.getvalue()


def csv_text(rows: pl.DataFrame) -> str:
    """Write a table as CSV: UTF-8, commas, an empty cell for null, lists joined by a semicolon, no cell a formula.

    Examples
    --------
    >>> print(csv_text(pl.DataFrame({"id": ["a"], "count": [None], "mediators": [["US", "AE"]]})), end="")
    id,count,mediators
    a,,US;AE
    """
    return "".join(csv_lines(rows))


def csv_lines(rows: pl.DataFrame) -> Iterator[str]:
    """Give the text of the CSV row by row."""
    yield _line(rows.columns)
    for row in rows.iter_rows():
        yield _line(map(_cell, row))


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = LIST_DELIMITER.join(map(str, value))
    return harmless(value) if isinstance(value, str) else "" if value is None else str(value)


def _quoted(cell: str) -> str:
    """Quote a cell where it must be; the csv module leaves a lone carriage return bare in some versions of Python."""
    return '"' + cell.replace('"', '""') + '"' if _MUST_BE_QUOTED.search(cell) else cell


_MUST_BE_QUOTED = re.compile('[",\r\n]')
