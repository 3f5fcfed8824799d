"""Records become frames, and frames are held to their models."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import polars as pl
from pydantic import ValidationError

from dodomu.errors import InvalidTable, UnknownTable, did_you_mean
from dodomu.models import TABLES, Record, Table

_TYPES = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean, date: pl.Date}


def schema_of(model: type[Record]) -> pl.Schema:
    """Derive the column types of a table from its record.

    Examples
    --------
    >>> from dodomu.models import Actor
    >>> schema_of(Actor)["roles"]
    List(String)
    """
    fields = model.model_fields
    return pl.Schema({name: _dtype(fields[name].annotation) for name in model.columns()})


def frame(name: str, records: Iterable[Record]) -> pl.DataFrame:
    """Make the frame of one table, with its types, of records in their order."""
    rows = [record.row() for record in records]
    return pl.DataFrame(rows, schema=schema_of(table_of(name).model), strict=True, orient="row")


def frames(records: Any) -> dict[str, pl.DataFrame]:
    """Make all frames of a set of records and check them.

    Parameters
    ----------
    records
        What `resolve` gives: an object with a list of records for each table, by the table's name.
        A table it does not have is empty; the history is a release's own.

    Raises
    ------
    InvalidTable
        When a table does not hold to its model, or a column points to a row that is not there.
    """
    made = {name: frame(name, getattr(records, name, ())) for name in TABLES if name != "history"}
    faults = check(made)
    if faults:
        raise InvalidTable(f"{faults[0]} ({len(faults)} faults in all)" if len(faults) > 1 else faults[0])
    return made


def check(tables: Mapping[str, pl.DataFrame]) -> list[str]:
    """Say what is wrong with the frames of a dataset, a line each; nothing when all is right.

    Checked are the columns and their types, every row against its record, that keys are unique,
    that columns which point to a row of another table do so, and that every stretch of text is
    where its offsets say.
    """
    faults = []
    sound = {}
    for name, rows in tables.items():
        found = _check_columns(table_of(name), rows)
        faults += found
        if not found:
            sound[name] = rows
            faults += _check_rows(table_of(name), rows)
    return faults + check_keys(sound) + check_words(sound)


def check_keys(tables: Mapping[str, pl.DataFrame]) -> list[str]:
    """Say where a key stands twice, and where a column points to a row that is not there.

    A version of long ago may lack a column: what is not there is not checked.
    """
    faults = []
    for name in tables:
        faults += _check_key(table_of(name), tables[name])
    for name in tables:
        faults += _check_links(table_of(name), tables)
    return faults


def table_of(name: str) -> Table:
    """Look a table up by its name.

    Examples
    --------
    >>> table_of("event")
    Traceback (most recent call last):
    dodomu.errors.UnknownTable: no table «event»; did you mean «events»? There are: articles, quotes, ...
    """
    if name not in TABLES:
        raise UnknownTable(f"no table «{name}»; {did_you_mean(name, TABLES)}")
    return TABLES[name]


def _dtype(annotation: Any) -> pl.DataType:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _dtype(get_args(annotation)[0])
    if origin in (Union, UnionType):
        [inner] = [part for part in get_args(annotation) if part is not NoneType]
        return _dtype(inner)
    if origin is list:
        return pl.List(_dtype(get_args(annotation)[0]))
    if origin is Literal:
        return pl.String()
    return _TYPES[annotation]()


def _check_columns(table: Table, rows: pl.DataFrame) -> list[str]:
    wanted = schema_of(table.model)
    if rows.schema == wanted:
        return []
    faults = [f"{table.name}: column «{name}» is missing" for name in wanted if name not in rows.schema]
    faults += [f"{table.name}: column «{name}» is not one of its columns" for name in rows.schema if name not in wanted]
    faults += [
        f"{table.name}.{name} is {rows.schema[name]}, not {dtype}"
        for name, dtype in wanted.items()
        if name in rows.schema and rows.schema[name] != dtype
    ]
    return faults or [f"{table.name}: its columns are not in their order"]


def _check_rows(table: Table, rows: pl.DataFrame) -> list[str]:
    faults = []
    for row in rows.iter_rows(named=True):
        try:
            table.model.model_validate(row)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join([table.name, *(str(part) for part in first["loc"])])
            faults.append(f"{where} of {_name(table, row)}: {first['msg'].removeprefix('Value error, ')}")
    return faults


def _check_key(table: Table, rows: pl.DataFrame) -> list[str]:
    if not {*table.key} <= {*rows.columns}:
        return []
    twice = rows.filter(pl.struct(table.key).is_duplicated()).unique(table.key, keep="first", maintain_order=True)
    return [f"{table.name}: {_name(table, row)} stands there more than once" for row in twice.iter_rows(named=True)]


def _check_links(table: Table, tables: Mapping[str, pl.DataFrame]) -> list[str]:
    faults = []
    for column, target in table.points_to.items():
        key = TABLES[target].key[0]
        if target not in tables or column not in tables[table.name].columns or key not in tables[target].columns:
            continue
        there = tables[target][key]
        lost = tables[table.name].filter(pl.col(column).is_not_null() & ~pl.col(column).is_in(there.implode()))
        faults += [
            f"{table.name}.{column} of {_name(table, row)}: {target} has no {row[column]}"
            for row in lost.iter_rows(named=True)
        ]
    return faults


_WORDS = (("quotes", "start", "end", "text"), ("mentions", "trigger_start", "trigger_end", "trigger"))
_WORDS += (("evidence", "start", "end", "exact"),)


def check_words(tables: Mapping[str, pl.DataFrame]) -> list[str]:
    """Offsets count code points, which is how Python slices, so Python does it."""
    if "articles" not in tables:
        return []
    texts = dict(tables["articles"].select("article_id", "text").iter_rows())
    faults = []
    for name, start, end, words in _WORDS:
        for row in tables[name].iter_rows(named=True) if name in tables else ():
            text = texts.get(row["article_id"])
            if text is not None and text[row[start] : row[end]] != row[words]:
                faults.append(
                    f"{name}.{words} of {_name(TABLES[name], row)}: the article has other words at {row[start]}"
                )
    return faults


def _name(table: Table, row: Mapping[str, Any]) -> str:
    return " / ".join(str(row[column]) for column in table.key)
