"""What a column is called in two languages, and which values it may hold."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from dodomu.corrections.review.queue import Reason
from dodomu.models import TABLES, vocabulary


def label(table: str, column: str, lang: str) -> str:
    """Say what a column holds.

    Examples
    --------
    >>> label("quotes", "speaker", "uk"), label("events", "agents", "en")
    ('Хто говорить: називний відмінок', 'Who carried it out: names, or ISO codes of states')
    """
    field = TABLES[table].model.model_fields[column]
    return field.json_schema_extra["description_uk"] if lang == "uk" else field.description


def named(table: str, reason: Reason, lang: str) -> str:
    """Say the detail of a reason, columns by what they hold.

    Examples
    --------
    >>> named("quotes", Reason("unclear", 110, "speaker, x"), "en")
    'Who speaks: nominative, the fullest name; x'
    """
    known = TABLES[table].model.columns()
    parts = reason.detail.split(", ")
    if not set(parts) & set(known):
        return reason.detail
    return "; ".join(label(table, part, lang) if part in known else part for part in parts)


def choices(table: str, column: str, lang: str) -> list[tuple[str, str]]:
    """Give the values that a column may hold, each with its meaning; none where it may hold any.

    Examples
    --------
    >>> choices("quotes", "kind", "en")[0]
    ('direct', 'the words inside quotation marks, or set off by a dash')
    >>> choices("quotes", "speaker", "en")
    []
    """
    for kind in _literals(TABLES[table].model.model_fields[column].annotation):
        meanings = vocabulary.MEANINGS[kind]
        return [(value, meanings[value][lang == "uk"]) for value in get_args(kind)]
    return []


def written(value: Any) -> str:
    """Write the value of a cell as it is typed: a list joined with semicolons.

    Examples
    --------
    >>> written(["UA", "US"]), written(None), written(31)
    ('UA; US', '', '31')
    """
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)


def _literals(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal:
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _literals(part)
