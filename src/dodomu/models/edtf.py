"""Dates as articles give them: a strict part of EDTF, with the days it allows.

Allowed are a day, a month or a year (``2025-11-22``, ``2025-11``, ``2025``), each with a qualifier if need be
(``?`` uncertain, ``~`` approximate, ``%`` both), and an interval of two of them or open at one end
(``2025-12-08/2025-12-14``, ``../2025-12-31``, ``2022-02-24/..``). Everything else is refused, an interval that ends
before it begins too. A parser of our own, because what the dataset does not allow must not pass.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from dodomu.errors import InvalidDate

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%])?")
_OPEN = ".."
_LONGEST = 2 * len("2025-12-13?") + 1

# For readers of the schemas, who have no parser: the form, not the calendar.
_ONE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?"
_PATTERN = rf"^({_ONE}(/({_ONE}|\.\.))?|\.\./{_ONE})$"


@dataclass(frozen=True, slots=True)
class Span:
    """What a date text says: its days, and how sure it is.

    Attributes
    ----------
    earliest, latest
        The first and the last day possible; None where the date is open.
    precision
        ``day``, ``month``, ``year`` for one date, ``interval`` for two.
    uncertain, approximate
        Whether any part of it carries ``?`` or ``~`` (``%`` is both).
    """

    earliest: date | None
    latest: date | None
    precision: Literal["day", "month", "year", "interval"]
    uncertain: bool = False
    approximate: bool = False


@lru_cache(maxsize=4096)
def parse(value: str) -> Span:
    """Read a date text, or say what is wrong with it.

    Examples
    --------
    >>> parse("2025-12").latest
    datetime.date(2025, 12, 31)
    >>> parse("../2025-12-31").earliest is None
    True
    >>> parse("2025-12-13?").uncertain
    True
    >>> parse("13.12.2025")
    Traceback (most recent call last):
    dodomu.errors.InvalidDate: «13.12.2025» is not a date like 2025-12-13, 2025-12, 2025 or ../2025-12-31
    """
    if len(value) > _LONGEST:
        raise InvalidDate(f"«{value[:_LONGEST]}…» is not a date like 2025-12-13, 2025-12, 2025 or ../2025-12-31")
    start, slash, end = value.partition("/")
    if not slash:
        return _single(start, value)
    return _interval(start, end, value)


def bounds(value: str | None) -> tuple[date | None, date | None]:
    """Give the first and the last day that a date text allows.

    A qualifier does not widen them: nobody can say by how much.

    Examples
    --------
    >>> bounds("2025-02")
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    >>> bounds(None)
    (None, None)
    """
    if value is None:
        return None, None
    span = parse(value)
    return span.earliest, span.latest


def _single(part: str, value: str) -> Span:
    match = _DATE.fullmatch(part)
    if match is None:
        raise InvalidDate(f"«{value}» is not a date like 2025-12-13, 2025-12, 2025 or ../2025-12-31")
    year, month, day = (int(group) if group else None for group in match.group(1, 2, 3))
    qualifier = match.group(4) or ""
    try:
        if day is not None:
            earliest = latest = date(year, month, day)
        elif month is not None:
            earliest, latest = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        else:
            earliest, latest = date(year, 1, 1), date(year, 12, 31)
    except ValueError as error:
        raise InvalidDate(f"«{value}» is no day of the calendar") from error
    precision = "day" if day is not None else "month" if month is not None else "year"
    return Span(earliest, latest, precision, uncertain=qualifier in ("?", "%"), approximate=qualifier in ("~", "%"))


def _interval(start: str, end: str, value: str) -> Span:
    if start == end == _OPEN:
        raise InvalidDate(f"«{value}» is open at both ends and says nothing: leave the date empty")
    first = None if start == _OPEN else _single(start, value)
    last = None if end == _OPEN else _single(end, value)
    if first and last and first.earliest > last.latest:
        raise InvalidDate(f"«{value}» ends before it begins")
    known = [part for part in (first, last) if part]
    return Span(
        first.earliest if first else None,
        last.latest if last else None,
        "interval",
        uncertain=any(part.uncertain for part in known),
        approximate=any(part.approximate for part in known),
    )


def _checked(value: str) -> str:
    parse(value)
    return value


Edtf = Annotated[str, AfterValidator(_checked), Field(json_schema_extra={"format": "edtf", "pattern": _PATTERN})]
"""A text that :func:`parse` accepts."""
