"""Periods that gather very many marks: months, quarters, years, whichever are wide enough to be seen."""

from datetime import date, datetime, time, timedelta

from dodomu.charts.axis import Axis
from dodomu.charts.dates import date_text

STEPS = (1, 3, 12, 60, 120, 1200)
"""How many months a period may have."""

_LEAST = 16
"""The narrowest period, in pixels."""


def months(axis: Axis) -> int:
    """Choose how many months a period has."""
    total = (axis.end.year - axis.start.year) * 12 + axis.end.month - axis.start.month + 1
    fitting = (step for step in STEPS if (axis.right - axis.left) * step / total >= _LEAST)
    return next(fitting, STEPS[-1])


def pixels(axis: Axis, months: int) -> float:
    """Give how wide a period is."""
    return (axis.right - axis.left) * months * timedelta(days=30) / (axis.end - axis.start)


def holding(earliest: date | None, latest: date | None, months: int) -> date | None:
    """Give the first day of the period that holds both days; None where none does.

    Examples
    --------
    >>> holding(date(2025, 4, 3), date(2025, 6, 30), 3), holding(date(2025, 4, 3), None, 3)
    (datetime.date(2025, 4, 1), None)
    """
    if earliest is None or latest is None:
        return None
    first, last = _first_day(earliest, months), _first_day(latest, months)
    return first if first == last else None


def _first_day(day: date, months: int) -> date:
    number_of_month = (day.year * 12 + day.month - 1) // months * months
    year, month = divmod(number_of_month, 12)
    return date(max(year, 1), month + 1, 1)


def middle(start: date, months: int) -> datetime:
    """Give the middle of a period."""
    begin, finish = datetime.combine(start, time()), datetime.combine(later(start, months), time())
    return begin + (finish - begin) / 2


def later(start: date, months: int) -> date:
    """Give the first day of the period after so many months."""
    years, month = divmod(start.month - 1 + months, 12)
    return date(min(start.year + years, date.max.year), month + 1, 1)


def text(start: date, months: int, lang: str) -> str:
    """Say a period.

    Examples
    --------
    >>> text(date(2025, 4, 1), 3, "uk"), text(date(2025, 4, 1), 1, "en")
    ('з квітня до червня 2025', 'April 2025')
    """
    if months == 1:
        return date_text(f"{start.isoformat()[:7]}", lang, "span")
    last = later(start, months - 1)
    return date_text(f"{start.isoformat()[:7]}/{last.isoformat()[:7]}", lang, "span")
