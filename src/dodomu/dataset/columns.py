"""What became of the tables and columns themselves: added, removed, widened, narrowed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dodomu.dataset.package import value_of

Kind = Literal["added", "removed", "widened", "changed", "values added", "values removed"]

_BREAKING = ("removed", "changed", "values removed")


@dataclass(frozen=True)
class ColumnChange:
    """A change of a table or a column. `breaking`: what was read from the old one may no longer be there or fit."""

    table: str
    column: str | None
    kind: Kind
    values: tuple[str, ...] = ()

    @property
    def breaking(self) -> bool:
        """Whether it removes, renames or narrows."""
        return self.kind in _BREAKING

    def __str__(self) -> str:
        what = f"column {self.table}.{self.column}" if self.column else f"table {self.table}"
        return f"{what}: {self.kind}" + (f" {', '.join(self.values)}" if self.values else "")


def column_changes(old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]) -> list[ColumnChange]:
    """Compare the JSON Schemas of two datasets, by name of the table.

    Examples
    --------
    >>> def events(*allowed): return {"events": {"properties": {"status": {"type": "string", "enum": [*allowed]}}}}
    >>> [str(change) for change in column_changes(events("planned", "denied"), events("planned", "ongoing"))]
    ['column events.status: values removed denied', 'column events.status: values added ongoing']
    """
    changes = [ColumnChange(name, None, "removed") for name in old if name not in new]
    changes += [ColumnChange(name, None, "added") for name in new if name not in old]
    for name in new:
        if name in old:
            changes += _of_table(name, old[name]["properties"], new[name]["properties"])
    return changes


def _of_table(table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[ColumnChange]:
    changes = [ColumnChange(table, name, "removed") for name in old if name not in new]
    changes += [ColumnChange(table, name, "added") for name in new if name not in old]
    for name in new:
        if name in old:
            changes += _of_column(table, name, old[name], new[name])
    return changes


def _of_column(table: str, name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[ColumnChange]:
    (was, was_null), (now, now_null) = value_of(old), value_of(new)
    before, after = set(was.get("enum", ())), set(now.get("enum", ()))
    changes = []
    if _type(was) != _type(now) or (was_null and not now_null) or bool(before) != bool(after) or _narrower(was, now):
        changes.append(ColumnChange(table, name, "changed"))
    elif (now_null and not was_null) or _narrower(now, was):
        changes.append(ColumnChange(table, name, "widened"))
    if before and after:
        for kind, values in (("values removed", before - after), ("values added", after - before)):
            if values:
                changes.append(ColumnChange(table, name, kind, tuple(sorted(values))))
    return changes


def _type(kind: Mapping[str, Any]) -> tuple[Any, Any, Any]:
    return kind.get("type"), kind.get("format"), kind.get("items", {}).get("type")


def _narrower(was: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Tell whether something is refused now that was allowed; a pattern that differs is taken to refuse more."""
    for name in ("minimum", "minLength"):
        if now.get(name, 0) > was.get(name, 0) or (name in now and name not in was and name == "minimum"):
            return True
    if now.get("maximum", math.inf) < was.get("maximum", math.inf):
        return True
    patterns = [(part.get("pattern"), part.get("items", {}).get("pattern")) for part in (was, now)]
    return any(after is not None and after != before for before, after in zip(*patterns, strict=True))
