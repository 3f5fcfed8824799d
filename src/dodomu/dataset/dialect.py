"""What a schema that a dataset carries may say: the words that ours say, and no others.

A schema may come from a stranger. A general validator would follow its references, run its patterns for as long as they
like and nest as deep as it says; here a column is a type with a few simple bounds, judged in time linear in its rows.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import polars as pl

_SAID = {"description", "description_uk", "unit", "title"}
_KIND = {"type", "format", "enum", "pattern", "minimum", "maximum", "minLength", "items"}
_LONGEST_PATTERN = 1000

_DTYPES: dict[str, Callable[[pl.DataType], bool]] = {
    "string": lambda dtype: dtype == pl.String,
    "integer": lambda dtype: dtype.is_integer(),
    "number": lambda dtype: dtype.is_numeric(),
    "boolean": lambda dtype: dtype == pl.Boolean,
    "array": lambda dtype: dtype == pl.List(pl.String),
}


def is_schema(read: Any) -> bool:
    """Tell whether something read from JSON is the schema of a table, in our words.

    Examples
    --------
    >>> is_schema({"properties": {"count": {"type": "integer", "minimum": 0}}})
    True
    >>> is_schema({"properties": {"count": {"$ref": "https://example.org/count.json"}}})
    False
    """
    return (
        isinstance(read, dict)
        and isinstance(read.get("properties"), dict)
        and all(_is_column(derived) for derived in read["properties"].values())
    )


def faults(name: str, schema: Mapping[str, Any], rows: pl.DataFrame) -> Iterator[str]:
    """Say which cells of a table its schema refuses, a line each.

    Examples
    --------
    >>> schema = {"properties": {"status": {"type": "string", "enum": ["planned", "occurred"]}}}
    >>> list(faults("events", schema, pl.DataFrame({"status": ["occurred", "rumoured"]})))
    ["events.status, row 2: 'rumoured' is not one of: planned, occurred"]
    """
    if list(schema["properties"]) != rows.columns:
        yield f"{name}: its columns are not those of schemas/{name}.json"
        return
    for column, derived in schema["properties"].items():
        kind, nullable = _parted(derived)
        where, cells = f"{name}.{column}", rows[column]
        if not _has_type(kind, cells.dtype):
            yield f"{where}: is {cells.dtype}, not {kind.get('format', kind['type'])}"
            continue
        if not nullable:
            yield from (f"{where}, row {row + 1}: is empty" for row in cells.is_null().arg_true())
        yield from _bounds(where, kind, cells)


def _is_column(derived: Any) -> bool:
    if not isinstance(derived, dict) or not all(isinstance(derived.get(key, ""), str) for key in _SAID):
        return False
    said = {key: value for key, value in derived.items() if key not in _SAID}
    if "anyOf" not in said:
        return _is_kind(said)
    options = said["anyOf"]
    if len(said) > 1 or not isinstance(options, list) or len(options) != 2:
        return False
    return {"type": "null"} in options and all(option == {"type": "null"} or _is_kind(option) for option in options)


def _is_kind(kind: Any, types: tuple[str, ...] = tuple(_DTYPES)) -> bool:
    if not isinstance(kind, dict) or not kind.keys() <= _KIND or kind.get("type") not in types:
        return False
    enum, pattern = kind.get("enum", ["-"]), kind.get("pattern", "-")
    return (
        isinstance(kind.get("format", ""), str)
        and isinstance(enum, list)
        and all(isinstance(value, str) for value in enum)
        and all(type(kind.get(bound, 0)) in (int, float) for bound in ("minimum", "maximum", "minLength"))
        and _is_pattern(pattern)
        and (kind["type"] != "array" or _is_kind(kind.get("items"), ("string",)))
    )


def _is_pattern(pattern: Any) -> bool:
    if not isinstance(pattern, str) or len(pattern) > _LONGEST_PATTERN:
        return False
    try:
        pl.Series([""]).str.contains(pattern)
    except (pl.exceptions.PolarsError, UnicodeEncodeError):
        return False
    return True


def _parted(derived: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    if "anyOf" in derived:
        return next(option for option in derived["anyOf"] if option["type"] != "null"), True
    return derived, False


def _has_type(kind: Mapping[str, Any], dtype: pl.DataType) -> bool:
    return dtype == pl.Date if kind.get("format") == "date" else _DTYPES[kind["type"]](dtype)


def _bounds(where: str, kind: Mapping[str, Any], cells: pl.Series) -> Iterator[str]:
    if kind["type"] == "array":
        places = pl.Series(range(len(cells)), dtype=pl.Int64).repeat_by(cells.list.len().fill_null(0)).explode()
        yield from _refused(where, kind["items"], cells.explode().drop_nulls(), places.drop_nulls())
    elif cells.dtype != pl.Date:
        yield from _refused(where, kind, cells, pl.Series(range(len(cells)), dtype=pl.Int64))


def _refused(where: str, kind: Mapping[str, Any], cells: pl.Series, places: pl.Series) -> Iterator[str]:
    for rule, (refused, said) in _RULES.items():
        if rule in kind:
            for at in refused(cells, kind[rule]).fill_null(False).arg_true():
                yield f"{where}, row {places[at] + 1}: {cells[at]!r} {said(kind[rule])}"


_RULES: dict[str, tuple[Callable[[pl.Series, Any], pl.Series], Callable[[Any], str]]] = {
    "enum": (lambda cells, enum: ~cells.is_in(enum), lambda enum: f"is not one of: {', '.join(enum)}"),
    "pattern": (lambda cells, pattern: ~cells.str.contains(pattern), lambda pattern: f"does not match {pattern}"),
    "minLength": (lambda cells, least: cells.str.len_chars() < least, lambda least: f"is shorter than {least}"),
    "minimum": (lambda cells, least: cells < least, lambda least: f"is less than {least}"),
    "maximum": (lambda cells, most: cells > most, lambda most: f"is more than {most}"),
}
