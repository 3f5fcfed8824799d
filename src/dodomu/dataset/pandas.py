"""Tables for pandas, which is no dependency of this package and needs none itself for this."""

from datetime import date
from typing import Any

import polars as pl

from dodomu.errors import MissingLibrary


def to_pandas(rows: pl.DataFrame) -> Any:
    """Make a pandas frame: whole numbers stay whole beside empty cells, days are days, lists are lists."""
    try:
        import pandas
    except ImportError:
        raise MissingLibrary("a pandas frame needs pandas: pip install pandas") from None
    return pandas.DataFrame({column.name: _series(pandas, column) for column in rows})


def _series(pandas: Any, column: pl.Series) -> Any:
    values = column.to_list()
    if column.dtype == pl.Int64:
        return pandas.array(values, dtype="Int64")
    if column.dtype == pl.Float64:
        return pandas.array(values, dtype="Float64")
    if column.dtype == pl.Boolean:
        return pandas.array(values, dtype="boolean")
    if column.dtype == pl.Date:
        # as objects: days before 1677 or after 2262 do not fit into nanoseconds
        return pandas.Series([one if isinstance(one, date) else None for one in values], dtype="object")
    return pandas.Series(values, dtype="object")
