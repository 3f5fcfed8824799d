"""Dates in words and digits, as EDTF relative to the day of publication."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from dodomu import uk
from dodomu.models import edtf
from dodomu.text.morphology import lexeme
from dodomu.text.phrases import PhraseBook
from dodomu.text.tokens import Token

_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:[-‑](?:го|му|й|ий|м|ого|ому))?")
_DAY = re.compile(r"(\d{1,2})(?:[-‑](?:го|ому|му|е|те|ого))?")
_EVENTFUL = ("обмін", "звільнен", "поверн", "репатріац", "помилуван", "передач", "затриман", "арешт", "вирок", "зустріч", "переговор")
_DASHES = frozenset("-–—")
_AND = frozenset(("та", "і", "й", "або", "чи"))


@dataclass(frozen=True, slots=True)
class DateHit:
    """Tokens ``first`` to ``last`` say a date: `past` if it is told of what was, `future` of what is to come.

    `basis` is ``stated`` or ``relative``; `extent` as in the models; `rank` tells which of two is the better (a day before a
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
class _Day:
    """The day of publication, with the mark of how sure it is."""

    day: date | None
    sure: str

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, published: str | None) -> "_Day":
        if published is None:
            return cls(None, "")
        span = edtf.parse(published)
        if span.precision != "day":
            return cls(None, "")
        return cls(span.earliest, ("%" if span.approximate else "?") if span.uncertain else "~" if span.approximate else "")


@cache
def _table(name: str) -> dict[str, object]:
    return {form: value for lemma, value in uk.load("months")[name].items() for form in lexeme(lemma)}


@cache
def _months() -> dict[str, int]:
    return _table("months")


@cache
def _weekdays() -> dict[str, int]:
    return {form: day for form, day in _table("weekdays").items() if form != "серед"}  # the preposition


def _month_of(norm: str) -> int | None:
    return _months().get(norm)


@cache
def _holidays() -> PhraseBook:
    return PhraseBook(uk.load("months")["holidays"].items())


@cache
def _since() -> PhraseBook:
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


def _safe(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] and 1 <= year <= 9999 else None


class _Reader:
    """Reads the dates of one row of tokens; `RULES` is the order in which it tries."""

    def __init__(self, tokens: Sequence[Token], first: int, last: int, published: str | None):
        self.tokens, self.first, self.last = tokens, first, last
        self.day = _Day.of(published)

    def norm(self, at: int) -> str:
        return self.tokens[at].norm if self.first <= at < self.last else ""

    # -- helpers

    def year_after(self, at: int) -> tuple[int | None, int]:
        """A year that begins here («2025 року», «2025-го», «минулого року»), and where it ends."""
        match = _YEAR.fullmatch(self.norm(at))
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
        shifts, units = _table("shifts"), _table("units")
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
        days = [d for d in (_safe(y, month, day) for y in (year - 4, year - 1, year, year + 1, year + 4)) if d]
        past = max((d for d in days if d <= self.day.day), default=None)
        future = min((d for d in days if d >= self.day.day), default=None)
        return past, future

    def month_around(self, month: int) -> tuple[int | None, int | None]:
        """The year of the nearest such month, behind and ahead; the current month is both."""
        if self.day.day is None:
            return None, None
        year = self.day.day.year
        return (year if month <= self.day.day.month else year - 1), (year if month >= self.day.day.month else year + 1)

    def hit(self, first: int, last: int, past: str | None, future: str | None, rule: str, *, relative: bool = False, **more) -> DateHit:
        if relative and self.day.sure:
            past, future = (self._unsure(value) for value in (past, future))
        return DateHit(first, last, past, future, "relative" if relative else "stated", rule, **more)

    def _unsure(self, value: str | None) -> str | None:
        """Counted from a day that is not sure itself."""
        if value is None:
            return None
        return "/".join(part if part == ".." or part[-1] in "?~%" else part + self.day.sure for part in value.split("/"))

    # -- rules

    def numeric(self, at: int) -> DateHit | None:
        match = _NUMERIC.fullmatch(self.norm(at))
        if match:
            day = _safe(int(match.group(3)), int(match.group(2)), int(match.group(1)))
            if day:
                return self.hit(at, at + 1, day.isoformat(), day.isoformat(), "day in digits", rank=3)
        return None

    def day_of_month(self, at: int) -> DateHit | None:
        """«22 листопада 2025 року», «23–25 травня», «4 та 5 лютого», «з 1 по 3 травня»."""
        start = _DAY.fullmatch(self.norm(at))
        if not start:
            return None
        from_day, end, second = int(start.group(1)), at + 1, None
        joiner = self.norm(end)
        following = _DAY.fullmatch(self.norm(end + 1))
        if following and _month_of(self.norm(end + 2)) and (joiner in _DASHES or joiner in _AND or joiner == "по" or (joiner == "до" and self.norm(at - 1) in ("з", "із", "від"))):
            second, end = int(following.group(1)), end + 2
        month = _month_of(self.norm(end))
        if not month or self.tokens[end].norm == "лютий":
            return None
        end += 1
        year, stop = self.year_after(end)
        days = [from_day] + ([second] if second else [])
        if year:
            made = [_safe(year, month, d) for d in days]
            if not all(made):
                return None
            past = future = [d for d in made if d]
            end = stop
        else:
            pairs = [self.around(month, d) for d in days]
            if self.day.day is None:
                past = future = None
            else:
                past, future = [p for p, _ in pairs if p], [f for _, f in pairs if f]
                if len(past) != len(days) or len(future) != len(days):
                    return None
                if len(days) == 2 and past[0] > past[1]:
                    past[0] = _safe(past[1].year, month, days[0]) or past[1]
                if len(days) == 2 and future[0] > future[1]:
                    future[1] = _safe(future[0].year, month, days[1]) or future[0]
        choice = joiner in ("або", "чи")
        texts = ["/".join(d.isoformat() for d in found) if found else None for found in (past, future)]
        first = at - 1 if joiner in ("по", "до") and second else at
        return self.hit(first, end, *texts, "day of a month", rank=3, extent="span" if second and not choice else "point", relative=year is None)

    def month(self, at: int) -> DateHit | None:
        """«у вересні 2021 року», «у листопаді 2022-го», «лютому-квітні 2016 року», «торік у вересні»."""
        norm = self.norm(at)
        second = None
        if "-" in norm and all(_month_of(part) for part in norm.split("-")):
            month, second = (_month_of(part) for part in norm.split("-")[:2])
        else:
            month = _month_of(norm)
        if not month or norm == "лютий" and self.norm(at - 1) not in ("за", "у", "в"):
            return None
        end = at + 1
        if self.norm(end) in _DASHES and _month_of(self.norm(end + 1)):
            second, end = _month_of(self.norm(end + 1)), end + 2
        first, part = self._part(at)
        year, stop = self.year_after(end)
        relative = year is None or not _YEAR.fullmatch(self.norm(end))
        if year is None and "торік" in (self.norm(first - 1), self.norm(first - 2)) and self.day.day:
            year, first = self.day.day.year - 1, first - 1 - (self.norm(first - 1) != "торік")
        elif year is None and self.norm(at - 1) in _table("shifts") and self.day.day:
            shift = _table("shifts")[self.norm(at - 1)]
            year = self.day.day.year + (shift if self.norm(at - 1).startswith("торіш") else (-1 if shift < 0 and month > self.day.day.month else 0))
            first = at - 1
        elif year is not None:
            end = stop
        past, future = (year, year) if year else self.month_around(month)
        second = second if second and second > month else None
        texts = [None if y is None else f"{y:04}-{month:02}" + (f"/{y:04}-{second:02}" if second else "") for y in (past, future)]
        return self.hit(first, end, *texts, "month", rank=2, relative=relative)

    def _part(self, at: int) -> tuple[int, str]:
        """«на початку», «наприкінці», «в середині» before a month or a year."""
        before = self.norm(at - 1)
        if before in ("початку", "кінці", "середині", "половині") :
            return (at - 2 if self.norm(at - 2) in ("на", "у", "в") else at - 1), before
        if before == "наприкінці":
            return at - 1, "кінці"
        return at, ""

    def season(self, at: int) -> DateHit | None:
        """«навесні 2025-го»: its months."""
        months = uk.load("months")["seasons"].get(self.norm(at))
        shift = _table("shifts").get(self.norm(at - 1))
        if months is None and (shift is not None or self.norm(at - 1) in ("початку", "кінця", "середини")):
            months = uk.load("months")["season_nouns"].get(self.norm(at))
        if not months:
            return None
        year, end = self.year_after(at + 1)
        relative = year is None
        if year is None:
            end = at + 1
            if self.norm(at - 1) == "торік" and self.day.day:
                past = future = self.day.day.year - 1
            elif shift is not None and self.day.day:
                past = self.month_around(months[0])[0]
                past = future = past - (shift == -1 and past == self.day.day.year and self.day.day.month <= months[1]) if shift < 1 else past + 1
            else:
                past, future = self.month_around(months[0])
        else:
            past = future = year
        texts = [None if y is None else f"{y:04}-{months[0]:02}/{y + (months[1] < months[0]):04}-{months[1]:02}" for y in (past, future)]
        return self.hit(at, end, *texts, "season", rank=2, relative=relative)

    def year(self, at: int) -> DateHit | None:
        """«у 2017 році», «2018 року», «у 2022-му», «торік», «минулого року»."""
        year, end = self.year_after(at)
        if year is None:
            return None
        stated = _YEAR.fullmatch(self.norm(at))
        if stated and end == at + 1 and not (self.norm(at)[4:] or self.norm(at - 1) in ("у", "в", "до", "від", "приблизно", "близько")):
            return None
        first, part = self._part(at)
        about = "~" if self.norm(first - 1) in ("приблизно", "близько", "десь") else ""
        value = f"{year:04}{about}"
        if part == "початку":
            value = f"{year:04}-01/{year:04}-03"
        elif part == "кінці":
            value = f"{year:04}-10/{year:04}-12"
        return self.hit(first, end, value, value, "year", rank=1, relative=not stated)

    def years(self, at: int) -> DateHit | None:
        """«у 2021–2022 роках»."""
        first, last = _YEAR.fullmatch(self.norm(at)), _YEAR.fullmatch(self.norm(at + 2))
        if first and last and (self.norm(at + 1) in _DASHES or self.norm(at + 1) in _AND) and self.norm(at + 3) in ("роках", "років", "роки", "рр"):
            value = f"{first.group(1)}/{last.group(1)}"
            if first.group(1) < last.group(1):
                return self.hit(at, at + 4, value, value, "years", rank=1, extent="span")
        return None

    def named_day(self, at: int) -> DateHit | None:
        """«сьогодні», «учора», «завтра», «вчорашній»."""
        days = uk.load("months")["days"] | _table("day_adjectives")
        if self.norm(at) not in days or self.day.day is None:
            return None
        if self.norm(at) in _table("day_adjectives") and not self.norm(at + 1).startswith(_EVENTFUL):
            return None
        value = (self.day.day + timedelta(days[self.norm(at)])).isoformat()
        weak = self.norm(at) in ("нині", "зараз", "щойно")
        return self.hit(at, at + 1, value, value, "day by name", relative=True, rank=0 if weak else 3)

    def weekday(self, at: int) -> DateHit | None:
        """«у п'ятницю», «минулої суботи», «в четвер»."""
        if self.norm(at) not in _weekdays() or self.day.day is None or self.norm(at) == "середа" and self.norm(at - 1) not in ("цього", "у", "в"):
            return None
        wanted, today = _weekdays()[self.norm(at)], self.day.day
        shift = _table("shifts").get(self.norm(at - 1))
        if shift is None and self.norm(at - 1) not in ("у", "в", "на", "до", "з", ",", "вранці", "ввечері", "увечері", "вночі", "уночі", "після", "від") and at != self.first:
            return None
        if self.norm(at) in ("середі", "середою", "середо", "неділя", "субота", "четвер") and self.norm(at - 1) not in ("у", "в", "на", "до"):
            return None
        back = (today.weekday() - wanted) % 7
        past, future = today - timedelta(back), today + timedelta(-back % 7)
        if shift == -1:
            past = future = past if back else today - timedelta(7)
        elif shift == 1:
            past = future = future if back else today + timedelta(7)
        return self.hit(at - (shift is not None), at + 1, past.isoformat(), future.isoformat(), "weekday", relative=True, rank=2)

    def week_or_month(self, at: int) -> DateHit | None:
        """«минулого тижня», «наступного місяця»."""
        if self.day.day is None:
            return None
        today = self.day.day
        shift, end = self.shift(at, "week")
        if shift is not None:
            monday = today - timedelta(today.weekday()) + timedelta(7 * shift)
            value = f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
            return self.hit(at, end, value, value, "week", relative=True, rank=2)
        shift, end = self.shift(at, "month")
        if shift is not None:
            months = today.year * 12 + today.month - 1 + shift
            value = f"{months // 12:04}-{months % 12 + 1:02}"
            return self.hit(at, end, value, value, "month by name", relative=True, rank=2)
        return None

    def ago(self, at: int) -> DateHit | None:
        """«три дні тому», «чотири роки тому», «через тиждень»."""
        from dodomu.extract.mentions.numerals import _words, starts_number

        if self.day.day is None:
            return None
        unit, number, end = None, 1, at
        if starts_number(self.tokens[at]):
            value, end, _ = _words(self.tokens, at, self.last)
            if value is None or value != int(value) or value > 100:
                return None
            number = int(value)
        unit = _table("units").get(self.norm(end))
        if unit is None:
            return None
        end += 1
        ahead = self.norm(at - 1) == "через"
        if self.norm(end) != "тому" and not ahead:
            return None
        sign = 1 if ahead else -1
        today = self.day.day
        if unit == "day":
            value = (today + timedelta(sign * number)).isoformat()
        elif unit == "week":
            value = (today + timedelta(sign * 7 * number)).isoformat() + "~"
        elif unit == "month":
            months = today.year * 12 + today.month - 1 + sign * number
            value = f"{months // 12:04}-{months % 12 + 1:02}~"
        else:
            value = f"{today.year + sign * number:04}~"
        return self.hit(at - ahead, end + (not ahead), value, value, "so long ago", relative=True, rank=1)

    def deadline(self, at: int) -> DateHit | None:
        """«до кінця року», «до кінця місяця», «до Нового року»."""
        if self.norm(at) != "до" or self.day.day is None:
            return None
        today = self.day.day
        following = self.norm(at + 1)
        if following in ("кінця", "завершення"):
            units = _table("units")
            here = at + 2 + (self.norm(at + 2) in _table("shifts"))
            shift = _table("shifts").get(self.norm(at + 2), 0)
            unit = units.get(self.norm(here))
            if unit == "year":
                value, end = date(today.year + shift, 12, 31), here + 1
            elif unit == "month":
                months = today.year * 12 + today.month - 1 + shift
                year, month = months // 12, months % 12 + 1
                value, end = date(year, month, monthrange(year, month)[1]), here + 1
            elif unit == "week":
                value, end = today + timedelta(6 - today.weekday() + 7 * shift), here + 1
            elif _month_of(self.norm(at + 2)):
                year, end = self.year_after(at + 3)
                month = _month_of(self.norm(at + 2))
                year = year or self.month_around(month)[1]
                value, end = date(year, month, monthrange(year, month)[1]), end if end > at + 3 else at + 3
            elif (year := self.year_after(at + 2))[0]:
                value, end = date(year[0], 12, 31), year[1]
            else:
                return None
            return self.hit(at, end, f"../{value}", f"../{value}", "deadline", relative=True, rank=3)
        return None

    def holiday(self, at: int) -> DateHit | None:
        """«на Великдень», «до Нового року»."""
        hits = _holidays().find(self.tokens, at, min(self.last, at + 4))
        if not hits or hits[0].first != at or self.day.day is None:
            return None
        fixed, end = hits[0].entry, hits[0].last
        if self.norm(at).startswith("нов") and self.norm(at + 1) not in ("року", "рік", "роком"):
            return None
        years = (self.day.day.year - 1, self.day.day.year, self.day.day.year + 1)
        days = [easter(y) if not fixed else date(y, *fixed) for y in years]
        past, future = max(d for d in days if d <= self.day.day), min(d for d in days if d >= self.day.day)
        before = self.norm(at - 1)
        if before == "до":
            deadline = future - timedelta(1) if fixed == [1, 1] else future
            return self.hit(at - 1, end, f"../{deadline}", f"../{deadline}", "deadline", relative=True, rank=3)
        if before in ("напередодні", "перед", "після", "під", "переддень"):
            return None
        return self.hit(at, end, past.isoformat(), future.isoformat(), "feast", relative=True, rank=1)

    def since(self, at: int) -> DateHit | None:
        """«від початку вторгнення», «з 2014 року», «станом на 1 грудня»."""
        norm = self.norm(at)
        if norm in ("від", "з", "із", "зі", "після"):
            for hit in _since().find(self.tokens, at + 1, min(self.last, at + 7)):
                if hit.first == at + 1:
                    value = f"{hit.entry}/.."
                    return self.hit(at, hit.last, value, value, "since then", extent="total", rank=2)
        if norm in ("від", "з", "із") and self.norm(at + 1) == "початку" and self.norm(at + 2) == "року" and self.day.day:
            value = f"{self.day.day.year:04}-01-01/.."
            return self.hit(at, at + 3, value, value, "since then", relative=True, extent="total", rank=2)
        if norm == "станом" and self.norm(at + 1) == "на":
            made = self.read(at + 2, (self.numeric, self.day_of_month, self.named_day, self.month))
            if made:
                return self._open(made, at, "past", "as of")
        if norm in ("з", "із", "від") and not any(self.norm(i) in ("до", "по") for i in range(at + 2, at + 5)):
            skip = 1 + (self.norm(at + 1) in ("початку", "кінця", "середини"))
            made = self.read(at + skip, (self.numeric, self.day_of_month, self.season, self.month, self.year, self.named_day))
            if made:
                return self._open(made, at, "from", "since then")
        if norm == "до":
            made = self.read(at + 1, (self.numeric, self.day_of_month, self.month))
            if made:
                return self._open(made, at, "past", "deadline")
        return None

    def _open(self, made: DateHit, at: int, side: str, rule: str) -> DateHit:
        def widen(value: str | None) -> str | None:
            if value is None:
                return None
            edge = value.split("/")
            return f"../{edge[-1]}" if side == "past" else f"{edge[0]}/.."

        extent = "point" if rule == "deadline" else "total"
        return DateHit(at, made.last, widen(made.past), widen(made.future), made.basis, rule, extent, made.rank)

    def read(self, at: int, rules: Sequence[Callable[[int], DateHit | None]]) -> DateHit | None:
        if at >= self.last:
            return None
        for rule in rules:
            if made := rule(at):
                return made
        return None

    @property
    def rules(self) -> tuple[Callable[[int], DateHit | None], ...]:
        return (
            self.since, self.deadline, self.holiday, self.numeric, self.day_of_month, self.ago, self.month, self.season, self.week_or_month, self.years, self.year, self.named_day, self.weekday,
        )


@cache
def _starters() -> frozenset[str]:
    """Words with which a date may begin, digits aside: anything else is passed over at the cost of one look-up."""
    data = uk.load("months")
    words = {form for name in ("months", "weekdays", "shifts", "units") for lemma in data[name] for form in lexeme(lemma)}
    words |= set(_table("day_adjectives")) | set(data["season_nouns"])
    words |= set(data["seasons"]) | set(data["days"]) | {"торік", "цьогоріч", "до", "від", "з", "із", "зі", "після", "станом"}
    words |= {form for phrase in data["holidays"] for form in lexeme(phrase.split()[0])}
    words |= {form for lemma in uk.load("numerals")["values"] for form in lexeme(lemma)}
    return frozenset(words)


def find_dates(tokens: Sequence[Token], first: int, last: int, published: str | None) -> list[DateHit]:
    """Dates among tokens, in order.

    >>> from dodomu.text.tokens import tokenize
    >>> tokens = tokenize("У п'ятницю повернули троє, 2 жовтня минулого року – 185, решту – до кінця року")
    >>> [hit.past for hit in find_dates(tokens, 0, len(tokens), "2026-02-05")]
    ['2026-01-30', '2025-10-02', '../2026-12-31']
    """
    reader = _Reader(tokens, first, last, published)
    rules, starters = reader.rules, _starters()
    found: list[DateHit] = []
    at = first
    while at < last:
        norm = tokens[at].norm
        if norm[0].isdigit() or norm in starters or ("-" in norm and norm.split("-")[0] in starters):
            made = reader.read(at, rules)
            if made:
                found.append(made)
                at = max(made.last, at + 1)
                continue
        at += 1
    return _weekdays_checked(found, tokens)


def _weekdays_checked(found: list[DateHit], tokens: Sequence[Token]) -> list[DateHit]:
    """«в четвер, 5 лютого» is one date; a weekday that is not of that day is noted."""
    kept: list[DateHit] = []
    for hit in found:
        if kept and kept[-1].rule == "weekday" and hit.rule == "day of a month" and hit.first - kept[-1].last <= 1 and hit.past:
            weekday = _weekdays()[tokens[kept[-1].last - 1].norm]
            stated = edtf.parse(hit.past).earliest
            note = None if stated.weekday() == weekday or (hit.future and edtf.parse(hit.future).earliest.weekday() == weekday) else "the weekday is not of that date"
            kept[-1] = DateHit(kept[-1].first, hit.last, hit.past, hit.future, hit.basis, hit.rule, hit.extent, hit.rank, note)
        else:
            kept.append(hit)
    return kept
