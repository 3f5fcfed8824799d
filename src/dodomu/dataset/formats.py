"""The two forms of a table's file."""

import csv
import io

import polars as pl

LIST_DELIMITER = ";"
"""What joins the entries of a list in CSV; in Parquet a list is a list."""


def parquet(rows: pl.DataFrame) -> bytes:
    """Write a table as Parquet."""
    buffer = io.BytesIO()
    rows.write_parquet(buffer)
    return buffer.getvalue()


def csv_text(rows: pl.DataFrame) -> str:
    """Write a table as CSV: UTF-8, commas, an empty cell for null, lists joined by a semicolon.

    Examples
    --------
    >>> print(csv_text(pl.DataFrame({"id": ["a"], "count": [None], "mediators": [["US", "AE"]]})), end="")
    id,count,mediators
    a,,US;AE
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_cell(value) for value in row] for row in rows.iter_rows())
    return buffer.getvalue()


def _cell(value: object) -> object:
    return LIST_DELIMITER.join(map(str, value)) if isinstance(value, list) else value
