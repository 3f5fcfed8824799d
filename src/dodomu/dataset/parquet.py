"""A table's Parquet file is read: it may be a stranger's, so no more of it is believed than it can hold."""

import io
from collections.abc import Callable

import polars as pl

from dodomu.errors import InvalidTable

_MOST_ROWS = 8
_MOST_BYTES = 1000
"""Of a table for a byte of its file; every row has a key of its own, so what is honest stays far below."""


def parse_parquet(read: Callable[[str], bytes], file: str, where: str) -> pl.DataFrame:
    """Read a table's file, or say in one line that it cannot be read."""
    data = read(file)
    problem = "swells to more than any table holds"
    try:
        if pl.scan_parquet(io.BytesIO(data)).select(pl.len()).collect().item() <= _MOST_ROWS * len(data):
            rows = pl.read_parquet(io.BytesIO(data))
            if not all(map(_is_plain, rows.dtypes)):
                problem = "has columns of a kind that no table has"
            elif sum(map(_size, rows)) <= _MOST_BYTES * len(data):
                return rows
    except (OSError, pl.exceptions.PolarsError, pl.exceptions.PanicException):
        problem = "missing or damaged"
    raise InvalidTable(f"{where}/{file}: {problem}; see what else is wrong with: dodomu verify {where}")


def _is_plain(dtype: pl.DataType) -> bool:
    return dtype in (pl.String, pl.Boolean, pl.Date, pl.List(pl.String)) or dtype.is_numeric()


def _size(column: pl.Series) -> int:
    if isinstance(column.dtype, pl.List):
        column = column.explode()
    return int(column.str.len_bytes().sum()) if column.dtype == pl.String else 8 * len(column)
