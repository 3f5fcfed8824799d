"""What was decided on one record, taken together: the later decision holds, and who is overruled is told so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dodomu.corrections.cells import checked
from dodomu.corrections.entry import Correction
from dodomu.corrections.problems import Problems, numbers


@dataclass
class Decided:
    """What holds for a record.

    Attributes
    ----------
    rejected
        The entry that takes the record out.
    cells
        The value of each cell that somebody set, and the entry that set it.
    kept
        Cells that somebody confirmed, and the entry.
    readings
        The entries that say that the whole row was read and is right.
    """

    rejected: Correction | None = None
    cells: dict[str, tuple[Any, Correction]] = field(default_factory=dict)
    kept: dict[str, Correction] = field(default_factory=dict)
    readings: list[Correction] = field(default_factory=list)


def decided(entries: Sequence[Correction], problems: Problems) -> Decided:
    """Settle what the entries on one record come to; an entry that is overruled is told so."""
    made = Decided(rejected=rejection(entries, problems))
    if made.rejected:
        return made
    ordered = sorted((one for one in entries if not one.is_rejection), key=_when)
    said: dict[str, list[tuple[Any, Correction]]] = {}
    for one in ordered:
        if one.is_reading:
            made.readings.append(one)
        for name, value in _cells(one).items():
            said.setdefault(name, []).append((value, one))
    for name, values in said.items():
        value, last = values[-1]
        lost = [entry for other, entry in values if other != value]
        for entry in lost:
            problems.add(
                entry, f"contradicts entry {numbers([last])} on «{name}», which is later and holds; remove one of them"
            )
        if value is _KEEP:
            made.kept[name] = last
        else:
            made.cells[name] = (value, last)
    return made


def rejection(entries: Sequence[Correction], problems: Problems) -> Correction | None:
    """Tell which entry takes a record out: it is out or in as whoever spoke last decided."""
    out = sorted((one for one in entries if one.is_rejection), key=_when)
    kept = sorted((one for one in entries if not one.is_rejection), key=_when)
    if not out or not kept:
        return out[-1] if out else None
    last, lost = (out[-1], kept) if _when(out[-1]) > _when(kept[-1]) else (kept[-1], out)
    for one in lost:
        problems.add(one, f"contradicts entry {last.number}, which is later and holds; remove one of them")
    return out[-1] if last is out[-1] else None


def _when(entry: Correction) -> tuple[date, int]:
    return entry.on, entry.number


_KEEP = object()


def _cells(entry: Correction) -> dict[str, Any]:
    """Give the cells that an entry decides on; a rejected one is empty, an accepted one stays as it was read."""
    if entry.do in ("edit", "add"):
        return entry.set
    if entry.field is None:
        return {}
    return {entry.field: _KEEP if entry.do == "accept" else checked(entry.table, entry.field, "")}
