"""How events stand to the rows of the curated reference table."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from dodomu.models import Event, KnownRelease
from dodomu.resolve.claims import SETTLED, UNSPECIFIC_GROUPS, groups_differ
from dodomu.resolve.days import shifted, window_of
from dodomu.resolve.numbers import NEAR, Number, number_of, overlap
from dodomu.resolve.rules import decide

_MOST = 6
"""Rows of one day and one custody; more would be no day that the table knows."""


def of_other_kind(event: Event, known: KnownRelease) -> str | None:
    """Soldiers are no civilians, children no grown people, and a pardon is no exchange."""
    said = {event.group, known.group} - {*UNSPECIFIC_GROUPS, None}
    exchanged = (event.type == "exchange") != (known.kind == "exchange") and event.type in ("exchange", "pardon")
    apart = groups_differ(event.group, known.group) or (len(said) > 1 and "children" in said)
    return "none" if apart or exchanged else None


def elsewhere(event: Event, known: KnownRelease) -> str | None:
    """Another origin or another destination is another release."""
    from_there = event.origin is None or event.origin in known.origin
    to_there = event.destination is None or event.destination in known.destination
    # of those freed inside a state some may leave it later
    freed_inside = known.origin == known.destination and event.origin in known.origin
    return None if from_there and (to_there or freed_inside) else "none"


def without_number(event: Event, known: KnownRelease) -> str | None:
    """Where no number is given or known, some people at least are the same."""
    return "overlap" if number_of(event) is None or known.released_total is None else None


def same_number(event: Event, known: KnownRelease) -> str | None:
    """The number of the table, or one between those of its sources; a range that sources give holds it."""
    low, high = _bounds(known)
    if event.count is None:
        return "same" if event.count_low <= high and low <= event.count_high else None
    return "same" if event.count_qualifier == "exact" and low <= event.count <= high else None


def near_number(event: Event, known: KnownRelease) -> str | None:
    """«Близько сотні» may be all of 114 or most of them: who exactly is not said."""
    if event.count is None or event.count_qualifier == "exact":
        return None
    near = abs(event.count - known.released_total) <= NEAR * known.released_total
    return "overlap" if near else None


def smaller(event: Event, known: KnownRelease) -> str | None:
    """Fewer than the table has are some of them."""
    return "part" if (event.count or event.count_high) < known.released_total else None


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
        self._by_day: dict[date, list[KnownRelease]] = {}
        for row in known:
            self._by_day.setdefault(row.date, []).append(row)

    def links(self, event: Event, day: date | None = None, published: tuple[date, date] | None = None) -> list[str]:
        """Give the rows that an event is the same as, part of, or has part in.

        Parameters
        ----------
        event
            The event.
        day
            Where it has no date of its own: the day of the events that concern the same people. With neither, its
            number must be that of a row, or of some rows of a day, while it was news.
        published
            When the articles that tell of it were published.
        """
        told = event.family == "release" and event.type != "remains_return" and event.status in SETTLED
        if not told or event.date_extent == "total":
            return []
        window = window_of(event)
        several = window and (window.extent == "span" or "date" in event.contradictions)
        if several and (window.last - window.first).days < _REPORTED_WITHIN:
            days = [shifted(window.first, n) for n in range((window.last - window.first).days + 1)]
            return self._related(event, [row for day in days for row in self._by_day.get(day, ())])
        if window or day:
            return self._related(event, self._by_day.get(window.day if window else day, ()))
        return self._of_number(event, published)

    def _related(self, event: Event, rows: Sequence[KnownRelease]) -> list[str]:
        """One row or some together that have its number are what it is; the others of the day are not."""
        said = {row.release_id: decide(RELATION, event, row).value for row in rows}
        fitting = [row for row in rows if said[row.release_id] != "none"]
        if event.count is not None and not any(said[row.release_id] == "same" for row in fitting):
            for origin in dict.fromkeys(tuple(row.origin) for row in fitting):
                said |= _made_up_of(event, [row for row in fitting if tuple(row.origin) == origin])
        same = [row.origin for row in fitting if said[row.release_id] == "same"]
        for row in fitting:
            # who are all of one row are none of another that leaves from there
            if row.origin in same and said[row.release_id] in ("whole", "part"):
                said[row.release_id] = "none"
        return [f"{row_id}:{relation}" for row_id, relation in said.items() if relation != "none"]

    def _of_number(self, event: Event, published: tuple[date, date] | None) -> list[str]:
        many = event.count_qualifier == "exact" and event.count >= _SURE
        if not published or event.origin is None or not many:
            return []
        first, last = published
        found = []
        for n in range(min((last - first).days, _REPORTED_WITHIN) + _REPORTED_WITHIN + 1):
            links = self._related(event, self._by_day.get(shifted(last, -n), ()))
            if any(link.endswith(":same") for link in links) or len(links) > 1:
                found.append(links)
        sure = [links for links in found if all(link.endswith((":same", ":whole")) for link in links)]
        return sure[0] if len(sure) == 1 else []


_REPORTED_WITHIN = 7
_SURE = 20
"""From here on a number alone tells which row is meant."""


def _made_up_of(event: Event, rows: Sequence[KnownRelease]) -> dict[str, str]:
    """Find the rows, of one origin, whose numbers make up that of the event: 114 and 9."""
    counted = [row for row in rows if row.released_total]
    for size in range(len(counted), 1, -1) if len(counted) <= _MOST else ():
        for some in combinations(counted, size):
            low, high = (sum(bound) for bound in zip(*map(_bounds, some), strict=True))
            if event.count_qualifier == "exact" and low <= event.count <= high:
                there = {row.release_id for row in some}
                return {row.release_id: "whole" if row.release_id in there else "none" for row in rows}
            together = Number(None, low, high, None)
            if event.count_qualifier == "approximate" and overlap((number_of(event), together)):
                return {row.release_id: "overlap" for row in some}
    return {}


def _bounds(known: KnownRelease) -> tuple[int, int]:
    low = known.released_total if known.released_low is None else known.released_low
    high = known.released_total if known.released_high is None else known.released_high
    return low, high
