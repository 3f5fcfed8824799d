"""What of the corrections could not be done as it was meant, a line each: nothing is passed over in silence."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dodomu.corrections.entry import Correction
from dodomu.corrections.lines import one_line
from dodomu.corrections.read import NAME
from dodomu.models import Gap

FIELD = "curated"
"""The column that the gaps name which stand for a correction that was not applied, or for a record it took out."""


@dataclass(frozen=True)
class Problem:
    """An entry and why it was not applied, or which other one it contradicts."""

    entry: Correction
    about: str
    said: str

    def __str__(self) -> str:
        return one_line(f"{NAME}, entry {self.entry.number} ({self.about}): {self.said}")


@dataclass
class Problems:
    """Collects them, in the order in which they are found."""

    found: list[Problem] = field(default_factory=list)

    def add(self, entry: Correction, said: str) -> None:
        """Note what is wrong with an entry."""
        about = ", ".join(entry.ids) or entry.article or entry.name or entry.do
        self.found.append(Problem(entry, about, said))

    def lines(self) -> list[str]:
        """Give a line each, in the order of the entries."""
        return [str(one) for one in sorted(self.found, key=lambda one: one.entry.number)]

    def joined(self, gaps: Iterable[Gap]) -> list[Gap]:
        """Put them among the gaps; what was rejected stands there too, so a record may have both."""
        mine = {gap.record_id: gap.reason for gap in self._gaps()}
        made = []
        for gap in gaps:
            also = mine.pop(gap.record_id, None) if gap.field == FIELD else None
            made.append(gap.model_copy(update={"reason": f"{also}; {gap.reason}"}) if also else gap)
        return [*made, *(Gap(record_id=record, field=FIELD, reason=reason) for record, reason in mine.items())]

    def _gaps(self) -> list[Gap]:
        by_record: dict[str, list[str]] = {}
        for one in sorted(self.found, key=lambda one: one.entry.number):
            for record in one.entry.ids or [one.about]:
                by_record.setdefault(record, []).append(f"correction {one.entry.number}: {one_line(one.said)}")
        return [
            Gap(record_id=record, field=FIELD, reason="; ".join(dict.fromkeys(said)))
            for record, said in by_record.items()
        ]


def numbers(entries: Iterable[Correction]) -> str:
    """Name entries by number.

    Examples
    --------
    >>> numbers([Correction(do="public", name="А", by="Б", on="2025-12-14", why="в").numbered(n) for n in (3, 1)])
    '1, 3'
    """
    return ", ".join(str(number) for number in sorted({one.number for one in entries}))
