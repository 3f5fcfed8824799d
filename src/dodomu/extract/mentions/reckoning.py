"""The words of the calendar, and how they are reckoned from the day of publication."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from dodomu import uk
from dodomu.models import edtf
from dodomu.text.morphology import lexeme
from dodomu.text.phrases import PhraseBook
from dodomu.text.tokens import Token

NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
YEAR = re.compile(r"((?:19|20)\d\d)(?:[-‑](?:го|му|й|ий|м|ого|ому))?")
DAY = re.compile(r"(\d{1,2})(?:[-‑](?:го|ому|му|е|те|ого))?")
EVENTFUL = (
    "обмін",
    "звільнен",
    "поверн",
    "репатріац",
    "помилуван",
    "передач",
    "затриман",
    "арешт",
    "вирок",
    "зустріч",
    "переговор",
)
DASHES = frozenset("-–—")
AND = frozenset(("та", "і", "й", "або", "чи"))


@dataclass(frozen=True, slots=True)
class DateHit:
    """Tokens ``first`` to ``last`` say a date: `past` if it is told of what was, `future` of what is to come.

    `basis` is ``stated`` or ``relative``; `extent` as in the models; `rank` tells which of two is the better (a day
    before a
    feast); `note` what does not fit (a weekday that is not of that date).
    """

    first: int
    last: int
    past: str | None
    future: str | None
    basis: str
    rule: str
    extent: str = "point"
    rank: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The day of publication, with the mark of how sure it is."""

    day: date | None
    sure: str

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, published: str | None) -> "Day":
        if published is None:
            return cls(None, "")
        span = edtf.parse(published)
        if span.precision != "day" or not 1000 < span.earliest.year < 9000:
            return cls(None, "")
        return cls(
            span.earliest, ("%" if span.approximate else "?") if span.uncertain else "~" if span.approximate else ""
        )


@cache
def table(name: str) -> dict[str, object]:
    return {form: value for lemma, value in uk.load("months")[name].items() for form in lexeme(lemma)}


@cache
def months() -> dict[str, int]:
    return table("months")


@cache
def weekdays() -> dict[str, int]:
    return {form: day for form, day in table("weekdays").items() if form != "серед"}  # the preposition


def month_of(norm: str) -> int | None:
    return months().get(norm)


@cache
def holidays() -> PhraseBook:
    return PhraseBook(uk.load("months")["holidays"].items())


@cache
def since_when() -> PhraseBook:
    return PhraseBook(uk.load("months")["since"].items())


def easter(year: int) -> date:
    """Easter by the Julian reckoning, as a Gregorian day.

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def day_or_none(year: int, month: int, day: int) -> date | None:
    return (
        date(year, month, day)
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] and 1 <= year <= 9999
        else None
    )


class Reader:
    """A row of tokens with the day of publication: what the rules of `dates` ask of both."""

    def __init__(self, tokens: Sequence[Token], first: int, last: int, published: str | None):
        self.tokens, self.first, self.last = tokens, first, last
        self.day = Day.of(published)

    def norm(self, at: int) -> str:
        return self.tokens[at].norm if self.first <= at < self.last else ""

    # -- helpers

    def year_after(self, at: int) -> tuple[int | None, int]:
        """A year that begins here («2025 року», «2025-го», «минулого року»), and where it ends."""
        match = YEAR.fullmatch(self.norm(at))
        if match:
            end = at + 1
            if self.norm(end) in ("року", "рік", "році", "р", "роком", "рр"):
                end += 1 + (self.norm(end + 1) == "." and self.norm(end) == "р" and at + 2 < self.last - 1)
            return int(match.group(1)), end
        shift, end = self.shift(at, "year")
        if shift is not None and self.day.day:
            return self.day.day.year + shift, end
        if self.norm(at) == "торік" and self.day.day:
            return self.day.day.year - 1, at + 1
        return None, at

    def shift(self, at: int, unit: str) -> tuple[int | None, int]:
        """«минулого тижня», «наступного року»."""
        shifts, units = table("shifts"), table("units")
        if self.norm(at) in shifts and units.get(self.norm(at + 1)) == unit:
            return shifts[self.norm(at)], at + 2
        if unit == "year" and self.norm(at) == "цьогоріч":
            return 0, at + 1
        return None, at

    def around(self, month: int, day: int) -> tuple[date | None, date | None]:
        """The nearest such day not after publication, and not before."""
        if self.day.day is None:
            return None, None
        year = self.day.day.year
        days = [d for d in (day_or_none(y, month, day) for y in (year - 4, year - 1, year, year + 1, year + 4)) if d]
        past = max((d for d in days if d <= self.day.day), default=None)
        future = min((d for d in days if d >= self.day.day), default=None)
        return past, future

    def month_around(self, month: int) -> tuple[int | None, int | None]:
        """The year of the nearest such month, behind and ahead; the current month is both."""
        if self.day.day is None:
            return None, None
        year = self.day.day.year
        return (year if month <= self.day.day.month else year - 1), (year if month >= self.day.day.month else year + 1)

    def hit(
        self, first: int, last: int, past: str | None, future: str | None, rule: str, *, relative: bool = False, **more
    ) -> DateHit:
        if relative and self.day.sure:
            past, future = (self._unsure(value) for value in (past, future))
        return DateHit(first, last, past, future, "relative" if relative else "stated", rule, **more)

    def _unsure(self, value: str | None) -> str | None:
        """Counted from a day that is not sure itself."""
        if value is None:
            return None
        return "/".join(
            part if part == ".." or part[-1] in "?~%" else part + self.day.sure for part in value.split("/")
        )
