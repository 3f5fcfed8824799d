"""Cells that nothing speaks for any more are emptied, each with all that belongs to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dodomu.models import vocabulary

_TOGETHER = {
    "date": ("date", "date_earliest", "date_latest", "date_extent", "date_basis"),
    "count": ("count", "count_low", "count_high", "count_qualifier"),
    "speaker": ("speaker", "speaker_id", "speaker_text", "speaker_role"),
    "cue": ("cue", "cue_lemma"),
}
_OF = {part: whole for whole, parts in _TOGETHER.items() for part in parts}
_LISTS = ("nationality", "agents", "mediators")
_SINGLE = ("group", "origin", "destination", "place")
_STAY = {"text", "kind", "type", "family", "status", "trigger", "rule"}
"""No row can be without them."""

_LINKED_BY = ("type", "date", "count", "origin", "destination")
"""What an event is linked to the reference table by."""


def is_missed(column: str) -> bool:
    """Tell whether an empty cell needs a reason of its own: not what belongs to another, nor claims that agree now.

    Examples
    --------
    >>> is_missed("date"), is_missed("date_earliest"), is_missed("contradictions")
    (True, False, False)
    """
    return _OF.get(column, column) == column and column != "contradictions"


def without(row: Mapping[str, Any], field: str) -> dict[str, Any]:
    """Give a row with a cell emptied, and what is said by the same words.

    Examples
    --------
    >>> without({"date": "2025", "date_basis": "stated", "count": 5}, "date")
    {'date': None, 'date_basis': 'none', 'count': 5}
    """
    cells = {name for name in _TOGETHER.get(_OF.get(field, ""), (field,)) if name in row} - _STAY
    return {name: _nothing(name, value) if name in cells else value for name, value in row.items()}


def _nothing(name: str, value: Any) -> Any:
    return [] if isinstance(value, list) else "none" if name == "date_basis" else None


def retold(event: Mapping[str, Any], left: Sequence[Mapping[str, Any]], gone: Sequence[Any]) -> dict[str, Any]:
    """Give an event as those of its mentions tell it that are left.

    What a mention that is gone said stays only where another says the same; nothing is resolved anew.

    Parameters
    ----------
    left, gone
        Its mentions that are left, one at least, and those that are not, as they were.
    """
    row = dict(event)
    for name in ("date", "count"):
        if name in row and _had(gone, name) and all(_group(one, name) != _group(row, name) for one in left):
            row = without(row, name)
    for name in _SINGLE:
        if row.get(name) is not None and _had(gone, name) and all(one[name] != row[name] for one in left):
            row[name] = None
    for name in _LISTS:
        lost = {value for one in gone for value in one[name]} - {value for one in left for value in one[name]}
        row[name] = [value for value in row[name] if value not in lost]
    for name in ("type", "status"):
        if all(one[name] != row[name] for one in left):
            row[name] = left[0][name]
    if row["type"] != event["type"] or row["agents"] != event["agents"]:
        row["family"] = vocabulary.family(row["type"])
        row["plover"], row["cameo"] = vocabulary.codes(row["type"], len(row["agents"]))
    if "contradictions" in row:
        row["contradictions"] = [name for name in row["contradictions"] if _differs(left, name)]
    if "known_releases" in row and any(row[name] != event[name] for name in _LINKED_BY):
        row["known_releases"] = []
    return row | {"n_mentions": len(left), "n_articles": len({one["article_id"] for one in left})}


def _had(gone: Iterable[Mapping[str, Any]], name: str) -> bool:
    return any(_group(one, name) != _group({}, name) for one in gone)


def _group(row: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    """Give what a row says in a cell: a number is its bounds as well."""
    names = {"date": ("date",), "count": ("count", "count_low", "count_high")}.get(name, (name,))
    return tuple(row.get(one) for one in names)


def _differs(left: Sequence[Mapping[str, Any]], name: str) -> bool:
    values = [str(one[name]) for one in left if name in one and one[name] not in (None, [])]
    return len(set(values)) > 1
