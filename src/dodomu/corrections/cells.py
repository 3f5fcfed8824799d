"""The cells that a person may set, and what follows from setting one."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from dodomu.corrections.lines import one_line
from dodomu.errors import did_you_mean
from dodomu.models import TABLES, Record, Slots, vocabulary

Row = TypeVar("Row", bound=Record)

_SLOTS = tuple(name for name in Slots.columns() if name not in ("date_earliest", "date_latest"))

SETTABLE: dict[str, tuple[str, ...]] = {
    "quotes": (
        *("kind", "text", "speaker", "speaker_text", "speaker_role", "cue", "cue_lemma", "act", "carrier"),
        *("occasion", "date", "date_basis", "note"),
    ),
    "mentions": ("type", "status", "trigger", *_SLOTS, "asserted_by", "note"),
    "events": ("type", "status", *_SLOTS, "known_releases"),
}
"""The columns that a correction may set, by table; all others follow from them or are no matter of opinion."""

SPAN = {"quotes": "text", "mentions": "trigger"}
"""The column that holds a record's own words, by table."""

PLACE = {"quotes": ("start", "end"), "mentions": ("trigger_start", "trigger_end")}
"""The columns that say where these words stand."""

_LARGEST = 10**10
NEVER_EMPTY = {"kind", "text", "trigger", "type", "status"}


def checked(table: str | None, column: str, value: Any) -> Any:
    """Check a value for a cell by itself; an empty text means an empty cell.

    Examples
    --------
    >>> checked("events", "agents", "UA; US"), checked("events", "count", "31"), checked("quotes", "speaker", "")
    (['UA', 'US'], 31, None)
    >>> checked("quotes", "speker", "Я")
    Traceback (most recent call last):
    ValueError: quotes have no column «speker» to set; did you mean «speaker»? There are: kind, text, speaker, ...
    """
    columns = SETTABLE[table or "quotes"]
    if column not in columns:
        raise ValueError(f"{table} have no column «{column}» to set; {did_you_mean(column, columns)}")
    kept = TABLES[table].model.model_fields[column]
    is_list = kept.default_factory is list
    if isinstance(value, str) and column not in SPAN.values():
        value = one_line(value)
    if isinstance(value, str):
        value = [part.strip() for part in value.split(";") if part.strip()] if is_list else value
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    if value in ("", []):
        if column in NEVER_EMPTY:
            raise ValueError(f"«{column}» cannot be empty; reject the whole record instead")
        return [] if is_list else "none" if column == "date_basis" else None
    if isinstance(value, bool) or (isinstance(value, int) and abs(value) > _LARGEST):
        raise ValueError(f"«{column}» is wrong: neither a text nor a number of people")
    try:
        return _adapter(table, column).validate_python(value)
    except ValidationError as error:
        said = error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")
        raise ValueError(f"«{column}» is wrong: {said}") from None


@cache
def _adapter(table: str, column: str) -> TypeAdapter:
    field = TABLES[table].model.model_fields[column]
    adapter = TypeAdapter(field.rebuild_annotation())
    return adapter


def edited(record: Row, values: Mapping[str, Any]) -> Row:
    """Give a record with some cells set, and with what follows: bounds, bases, codes.

    Examples
    --------
    >>> from dodomu.models import Mention
    >>> mention = Mention(mention_id="m-1", article_id="a", type="return", status="occurred", trigger="повернули",
    ...                   trigger_start=0, trigger_end=9, rule="verb")
    >>> made = edited(mention, {"count": 31, "date": "2025-11"})
    >>> made.count_low, made.count_qualifier, made.date_latest.day, made.date_basis, made.date_extent
    (31, 'exact', 30, 'stated', 'point')
    """
    data = record.row() | dict(values)
    if "date" in values:
        _drop(data, "date_earliest", "date_latest")
        if data["date"] is None:
            data |= {"date_basis": "none"} | ({"date_extent": None} if "date_extent" in data else {})
        else:
            if data["date_basis"] == "none":
                data["date_basis"] = "stated"
            if data.get("date_extent", "") is None:
                data["date_extent"] = "point"
    if {"count", "count_qualifier"} & set(values):
        if not {"count_low", "count_high"} & set(values):
            _drop(data, "count_low", "count_high")
        if data["count"] is None:
            data["count_qualifier"] = None
        elif data["count_qualifier"] is None:
            data["count_qualifier"] = "exact"
    if "family" in data:
        data["family"] = vocabulary.family(data["type"])
        data["plover"], data["cameo"] = vocabulary.codes(data["type"], len(data["agents"]))
    return type(record).model_validate(data)


def fault_of(error: ValidationError) -> str:
    """Say in one line why a record would not hold."""
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    said = first["msg"].removeprefix("Value error, ")
    return f"{where}: {said}" if where else said


def fingerprint(table: str, record: Record | Mapping[str, Any]) -> str:
    """Hash what a person judges in a row, so that a reading of it ends when the row reads otherwise."""
    values = record.row() if isinstance(record, Record) else record
    judged = {name: values[name] for name in SETTABLE[table] if values.get(name) not in (None, [])}
    for derived in ("note", "known_releases", "date_basis"):
        judged.pop(derived, None)
    text = json.dumps(judged, ensure_ascii=False, sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:12]


def _drop(data: dict[str, Any], *names: str) -> None:
    for name in names:
        data.pop(name, None)
