"""When: the days that claims allow, and the date that an event has of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from dodomu.models import Slots
from dodomu.resolve.claims import core


class Window(NamedTuple):
    """The days that a claim allows, from the first to the last, and how the happening fills them."""

    first: date
    last: date
    extent: str

    @property
    def day(self) -> date | None:
        """The day, where it is one."""
        return self.first if self.first == self.last and self.extent != "total" else None

    def overlaps(self, other: "Window") -> bool:
        """Tell whether both allow some day."""
        return self.first <= other.last and other.first <= self.last

    def months(self, most: int = 13) -> list[tuple[int, int]]:
        """Give the months it touches, of an open one that of its end; none where they are more than `most`."""
        first, last = self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month - 1
        if self.first == date.min:
            first = last
        elif self.last == date.max:
            last = first
        return [divmod(month, 12) for month in range(first, last + 1)] if last - first < most else []


def window_of(claim: Slots) -> Window | None:
    """Give the days that a claim allows; None where it has no date.

    Examples
    --------
    >>> window_of(Slots(date="2025-11-22", date_basis="stated")).day
    datetime.date(2025, 11, 22)
    >>> window_of(Slots(date="2025-11", date_basis="stated")).day is None
    True
    """
    if claim.date is None:
        return None
    return Window(claim.date_earliest or date.min, claim.date_latest or date.max, claim.date_extent)


def near(a: tuple[date, date] | None, b: tuple[date, date] | None, days: int) -> bool:
    """Tell whether two stretches of days come as near as that.

    Examples
    --------
    >>> one, other = (date(2025, 12, 13), date(2025, 12, 13)), (date(2025, 12, 15), date(2025, 12, 16))
    >>> near(one, other, 2), near(one, other, 1)
    (True, False)
    """
    if a is None or b is None:
        return False
    return (max(a[0], b[0]) - min(a[1], b[1])) <= timedelta(days)


def shifted(day: date, days: int) -> date:
    """Go some days on or back, not past the ends of the calendar.

    Examples
    --------
    >>> shifted(date(2025, 12, 31), 1), shifted(date.min, -1)
    (datetime.date(2026, 1, 1), datetime.date(1, 1, 1))
    """
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


_BASES = ("stated", "relative", "inherited", "none")


def date_of(claims: Sequence[Slots]) -> tuple[dict[str, Any], bool]:
    """Take the dates of one event together.

    The narrowest is taken, and of equals the surest; where some say that it lasted, the narrowest of these. Where some
    exclude each other, the event lies somewhere between the first and the last day that any of them allows, and the
    claims are told to contradict each other.

    Returns
    -------
    slots
        The columns of the date.
    contradicted
        Whether some claims exclude each other.

    Examples
    --------
    >>> claims = [Slots(date="2024-11", date_basis="stated"), Slots(date="2024-11-20", date_basis="relative")]
    >>> date_of(claims)
    ({'date': '2024-11-20', 'date_extent': 'point', 'date_basis': 'relative'}, False)
    >>> date_of([*claims, Slots(date="2024-11-21", date_basis="stated")])
    ({'date': '2024-11-20/2024-11-21', 'date_extent': 'point', 'date_basis': 'stated'}, True)
    """
    dated = [(window, claim) for claim in claims if (window := window_of(claim))]
    if not dated:
        return {"date": None, "date_extent": None, "date_basis": "none"}, False
    basis = min((claim.date_basis for _, claim in dated), key=_BASES.index)
    first, last = max(window.first for window, _ in dated), min(window.last for window, _ in dated)
    if first > last:
        days = [last, first, *(window.day for window, _ in dated if window.day)]
        return {"date": f"{min(days)}/{max(days)}", "date_extent": "point", "date_basis": basis}, True
    lasting = [pair for pair in dated if pair[0].extent == "span"]
    narrowest = min(
        lasting or dated, key=lambda pair: (pair[0].last - pair[0].first, pair[1].date != core(pair[1].date))
    )[1]
    same = (claim.date_basis for _, claim in dated if core(claim.date) == core(narrowest.date))
    slots = {"date": narrowest.date, "date_extent": narrowest.date_extent, "date_basis": min(same, key=_BASES.index)}
    return slots, False
