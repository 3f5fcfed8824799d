"""The axis of time: its domain, the places of days on it and its ticks, reckoned in Python and always in UTC."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, takewhile
from typing import Protocol

import altair as alt

from dodomu.charts import measure
from dodomu.charts.labels import words
from dodomu.charts.theme import SMALL

_DAY = timedelta(days=1)
_EDGE = 0.05
_STUB = 0.12
"""How much of the axis is left free at its ends, and how long an arrow of what is open is at least."""

_FIRST, _LAST = datetime.min, datetime.max.replace(microsecond=0)
_GAP, _BEYOND = 14, 6
"""How far labels stand apart, and how far the last may reach beyond the axis, in pixels."""


@dataclass(frozen=True)
class Tick:
    """A line of the axis: where it stands and what it says, the year on a second line where it changes."""

    at: datetime
    label: str
    year: str


class Spanning(Protocol):
    """What takes up time: its first and its last day, either open."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True)
class Axis:
    """A stretch of time drawn between two places in pixels."""

    start: datetime
    end: datetime
    left: float
    right: float

    def pixel(self, moment: datetime) -> float:
        """Give the place of a moment."""
        return self.left + (self.right - self.left) * ((moment - self.start) / (self.end - self.start))

    def scale(self) -> alt.Scale:
        """Give the scale for the drawing library, free of the machine's time zone."""
        # A domain in one piece is taken for two by the drawing library where a mark has a start and an end.
        ends = {"domainMin": _moment(self.start), "domainMax": _moment(self.end)}
        return alt.Scale(type="utc", range=[self.left, self.right], nice=False, **ends)

    def begin(self, item: Spanning) -> datetime:
        """Give the start of an item: of its first day, or the edge where that is open."""
        return datetime.combine(item.earliest, time()) if item.earliest else self.start

    def finish(self, item: Spanning) -> datetime:
        """Give the end of an item: of its last day, or the edge where that is open."""
        return _day_after(item.latest) if item.latest else self.end

    def ticks(self, lang: str) -> list[Tick]:
        """Choose the finest ticks whose labels do not touch."""
        for kind, moments in _steps(self.start, self.end):
            ticks = list(_labelled(kind, self._inside(kind, moments, lang), lang))
            if ticks and self._fit(ticks):
                return ticks
        return []

    def _inside(self, kind: str, moments: Sequence[datetime], lang: str) -> list[datetime]:
        """Leave out those whose label would reach over an end."""
        return [
            moment
            for moment, tick in zip(moments, _labelled(kind, moments, lang), strict=True)
            if self.start <= moment <= self.end and self._reaches(tick)
        ]

    def _reaches(self, tick: Tick) -> bool:
        half, at = _half(tick), self.pixel(tick.at)
        return at - half >= max(self.left - 2 * _GAP, 0) and at + half <= self.right + _BEYOND

    def _fit(self, ticks: Sequence[Tick]) -> bool:
        free = -_GAP
        for tick in ticks:
            half, at = _half(tick), self.pixel(tick.at)
            if at - half < free + _GAP:
                return False
            free = at + half
        return True


def _half(tick: Tick) -> float:
    return max(measure.width(tick.label, SMALL), measure.width(tick.year, SMALL, bold=True)) / 2


def axis_of(items: Sequence[Spanning], left: float, right: float) -> Axis:
    """Stretch an axis over every dated item, with room at its ends for arrows of what is open."""
    first = min(datetime.combine(item.earliest or item.latest, time()) for item in items)
    last = max(_day_after(item.latest or item.earliest) for item in items)
    span = max(last - first, 6 * _DAY)
    opens = {"earliest": any(not item.earliest for item in items), "latest": any(not item.latest for item in items)}
    start = first - span * (_STUB if opens["earliest"] else _EDGE) if first - _FIRST > span else _FIRST
    end = last + span * (_STUB if opens["latest"] else _EDGE) if _LAST - last > span else _LAST
    return Axis(start, end, left, right)


def iso(moment: datetime) -> str:
    """Write a moment so that no machine reads it in a time zone of its own.

    Examples
    --------
    >>> iso(datetime(2025, 11, 22, 12))
    '2025-11-22T12:00:00Z'
    """
    return moment.replace(tzinfo=UTC).isoformat().replace("+00:00", "Z")


def noon(day: date) -> datetime:
    """Give the middle of a day, where a known day is drawn."""
    return datetime.combine(day, time(12))


def _moment(at: datetime) -> alt.DateTime:
    clock = {"hours": at.hour, "minutes": at.minute, "seconds": at.second}
    return alt.DateTime(year=at.year, month=at.month, date=at.day, utc=True, **clock)


def _day_after(day: date) -> datetime:
    return datetime.combine(day, time()) + _DAY if day < _LAST.date() else _LAST


def _steps(start: datetime, end: datetime) -> Iterator[tuple[str, list[datetime]]]:
    """Give kinds of ticks, fine ones first, leaving out those that would be far too many."""
    days = (end - start).days
    if days <= 400:
        noons = [noon((start + n * _DAY).date()) for n in range(days + 1)]
        for chosen in (range(1, 32), (1, 6, 11, 16, 21, 26), (1, 11, 21), (1, 16)):
            yield "day", [moment for moment in noons if moment.day in chosen]
    if days <= 366 * 12:
        for every in (1, 2, 3, 6):
            yield "month", _months(start, end, every)
    for every in (1, 2, 5, 10, 20, 50, 100, 500, 1000):
        years = range(-(-start.year // every) * every, end.year + 1, every)
        yield "year", [datetime(year, 1, 1) for year in years if year > 0]


def _months(start: datetime, end: datetime, every: int) -> list[datetime]:
    numbers = takewhile(lambda n: n // 12 <= 9999 and datetime(n // 12, n % 12 + 1, 1) <= end, count(start.year * 12))
    return [datetime(n // 12, n % 12 + 1, 1) for n in numbers if n % every == 0]


def _labelled(kind: str, moments: list[datetime], lang: str) -> Iterator[Tick]:
    short = words(lang)["months"]["short"]
    year = None
    for at in moments:
        changed, year = at.year != year, at.year
        label = {
            "day": f"{at.day} {short[at.month - 1]}",
            "month": words(lang)["months"]["nominative"][at.month - 1],
            "year": str(at.year),
        }[kind]
        yield Tick(at, label, str(at.year) if changed and kind != "year" else "")
