"""How events stand to the rows of the curated reference table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dodomu.models import Event, KnownRelease
from dodomu.resolve.claims import SETTLED, UNSPECIFIC_GROUPS
from dodomu.resolve.rules import decide

_NEAR = 0.2
"""How far an approximate number may be off, of the number it stands for."""


def of_other_kind(event: Event, known: KnownRelease) -> str | None:
    """Soldiers are no children."""
    said = {event.group, known.group} - {*UNSPECIFIC_GROUPS, None}
    return "none" if len(said) > 1 and said & {"children", "remains"} else None


def elsewhere(event: Event, known: KnownRelease) -> str | None:
    """Another origin or another destination is another release."""
    from_there = event.origin is None or event.origin in known.origin
    to_there = event.destination is None or event.destination in known.destination
    return None if from_there and to_there else "none"


def without_number(event: Event, known: KnownRelease) -> str | None:
    """Where no number is given or known, some people at least are the same."""
    return "overlap" if event.count is None or known.released_total is None else None


def same_number(event: Event, known: KnownRelease) -> str | None:
    """The number of the table, or one between those of its sources."""
    low = known.released_total if known.released_low is None else known.released_low
    high = known.released_total if known.released_high is None else known.released_high
    return "same" if event.count_qualifier == "exact" and low <= event.count <= high else None


def near_number(event: Event, known: KnownRelease) -> str | None:
    """«Близько сотні» may be all of 114 or most of them: who exactly is not said."""
    near = abs(event.count - known.released_total) <= _NEAR * known.released_total
    return "overlap" if near and event.count_qualifier != "exact" else None


def smaller(event: Event, known: KnownRelease) -> str | None:
    """Fewer than the table has are some of them."""
    return "part" if event.count < known.released_total else None


def larger(event: Event, known: KnownRelease) -> str | None:
    """More than the row has take it in."""
    return "whole"


RELATION = (of_other_kind, elsewhere, without_number, same_number, near_number, smaller, larger)


class References:
    """The reference table, ready to be asked.

    Examples
    --------
    >>> known = KnownRelease(release_id="k", date=date(2025, 11, 22), date_precision="day", released_total=31,
    ...                      group="civilians", origin=["BY"], destination=["UA"], kind="return", verified="yes")
    >>> event = Event(event_id="e-1", type="return", family="release", status="occurred", date="2025-11-22",
    ...               date_basis="stated", count=31, count_qualifier="exact", origin="BY", n_mentions=1, n_articles=1)
    >>> References([known]).links(event)
    ['k:same']
    """

    def __init__(self, known: Iterable[KnownRelease]):
        self._by_day: Mapping[date, list[KnownRelease]] = {}
        for row in known:
            self._by_day.setdefault(row.date, []).append(row)

    def links(self, event: Event) -> list[str]:
        """Give the rows that an event of a known day is the same as, part of, or has part in."""
        links = []
        for row in self._of_day(event):
            verdict = decide(RELATION, event, row)
            if verdict.value != "none":
                links.append(f"{row.release_id}:{verdict.value}")
        return links

    def _of_day(self, event: Event) -> Sequence[KnownRelease]:
        told = event.family == "release" and event.type != "remains_return" and event.status in SETTLED
        if not told or event.date is None or event.date_earliest != event.date_latest:
            return ()
        return self._by_day.get(event.date_earliest, ())
