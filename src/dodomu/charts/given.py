"""What a picture is drawn from: a dataset, or frames of its tables."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from dodomu.charts.labels import UnknownOption
from dodomu.dataset import Dataset
from dodomu.models import TABLES
from dodomu.tables import frames


def dataset_of(given: Any) -> Any:
    """Make a dataset of what is given, its other tables empty; a dataset is given back.

    Parameters
    ----------
    given
        A dataset; a frame of one table, known by its key column (``ds.known_releases``); or frames by their names.

    Examples
    --------
    >>> known = frames(None)["known_releases"]
    >>> dataset_of(known).known_releases.columns[0]
    'release_id'
    >>> dataset_of(pl.DataFrame({"x": [1]}))
    Traceback (most recent call last):
    dodomu.charts.labels.UnknownOption: no table has the columns x: give a dataset, or a frame of one of its tables
    """
    if isinstance(given, pl.DataFrame):
        given = {_table_of(given): given}
    if not isinstance(given, Mapping):
        return given
    return Dataset({**frames(None), **given})


def _table_of(rows: pl.DataFrame) -> str:
    first = rows.columns[:1]
    for name, table in TABLES.items():
        if first == [table.key[0]] and set(table.model.columns()) <= set(rows.columns):
            return name
    raise UnknownOption(
        f"no table has the columns {', '.join(rows.columns)}: give a dataset, or a frame of one of its tables"
    )
