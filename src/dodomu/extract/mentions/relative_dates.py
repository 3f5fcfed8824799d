"""Dates that are told from the day of publication: «учора», «у пʼятницю», «до кінця року», «на Великдень»."""

from calendar import monthrange
from datetime import date, timedelta

from dodomu import uk
from dodomu.extract.mentions.numerals import number_in_words, starts_number
from dodomu.extract.mentions.reckoning import (
    EVENTFUL,
    DateHit,
    Reader,
    easter,
    holidays,
    month_of,
    table,
    weekdays,
)

NEW_CALENDAR = date(2023, 9, 1)


def named_day(r: Reader, at: int) -> DateHit | None:
    """«сьогодні», «учора», «завтра», «вчорашній»."""
    days = uk.load("months")["days"] | table("day_adjectives")
    if r.norm(at) not in days or r.day.day is None:
        return None
    if r.norm(at) in table("day_adjectives") and not r.norm(at + 1).startswith(EVENTFUL):
        return None
    value = (r.day.day + timedelta(days[r.norm(at)])).isoformat()
    weak = r.norm(at) in ("нині", "зараз", "щойно")
    return r.hit(at, at + 1, value, value, "day by name", relative=True, rank=0 if weak else 3)


def weekday(r: Reader, at: int) -> DateHit | None:
    """«у п'ятницю», «минулої суботи», «в четвер»."""
    if (
        r.norm(at) not in weekdays()
        or r.day.day is None
        or r.norm(at) == "середа"
        and r.norm(at - 1) not in ("цього", "у", "в")
    ):
        return None
    wanted, today = weekdays()[r.norm(at)], r.day.day
    shift = table("shifts").get(r.norm(at - 1))
    if (
        shift is None
        and r.norm(at - 1)
        not in ("у", "в", "на", "до", "з", ",", "вранці", "ввечері", "увечері", "вночі", "уночі", "після", "від")
        and at != r.first
    ):
        return None
    if r.norm(at) in ("середі", "середою", "середо", "неділя", "субота", "четвер") and r.norm(at - 1) not in (
        "у",
        "в",
        "на",
        "до",
    ):
        return None
    back = (today.weekday() - wanted) % 7
    past, future = today - timedelta(back), today + timedelta(-back % 7)
    if shift == -1:
        past = future = past if back else today - timedelta(7)
    elif shift == 1:
        past = future = future if back else today + timedelta(7)
    return r.hit(
        at - (shift is not None), at + 1, past.isoformat(), future.isoformat(), "weekday", relative=True, rank=2
    )


def week_or_month(r: Reader, at: int) -> DateHit | None:
    """«минулого тижня», «наступного місяця»."""
    if r.day.day is None:
        return None
    today = r.day.day
    shift, end = r.shift(at, "week")
    if shift is not None:
        monday = today - timedelta(today.weekday()) + timedelta(7 * shift)
        value = f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
        return r.hit(at, end, value, value, "week", relative=True, rank=2)
    if r.norm(at) == "рік" and r.norm(at - 1) == "за" and r.norm(at + 1) in ("", ",", ".", "україна", "росія"):
        value = f"{today.year - (today.month == 1):04}"
        return r.hit(at - 1, at + 1, value, value, "in a year", relative=True, extent="total", rank=1)
    shift, end = r.shift(at, "month")
    if shift is not None:
        months = today.year * 12 + today.month - 1 + shift
        value = f"{months // 12:04}-{months % 12 + 1:02}"
        return r.hit(at, end, value, value, "month by name", relative=True, rank=2)
    return None


def ago(r: Reader, at: int) -> DateHit | None:
    """«три дні тому», «чотири роки тому», «через тиждень»."""

    if r.day.day is None:
        return None
    unit, number, end = None, 1, at
    if starts_number(r.tokens[at]):
        value, end, _ = number_in_words(r.tokens, at, r.last)
        if value is None or value != int(value) or value > 100:
            return None
        number = int(value)
    unit = table("units").get(r.norm(end))
    if unit is None:
        return None
    end += 1
    ahead = r.norm(at - 1) == "через"
    if r.norm(end) != "тому" and not ahead or ahead and r.norm(end) == "після":
        return None  # «через місяць після арешту» is told from the arrest
    sign = 1 if ahead else -1
    today = r.day.day
    if unit == "day":
        value = (today + timedelta(sign * number)).isoformat()
    elif unit == "week":
        value = (today + timedelta(sign * 7 * number)).isoformat() + "~"
    elif unit == "month":
        months = today.year * 12 + today.month - 1 + sign * number
        value = f"{months // 12:04}-{months % 12 + 1:02}~"
    else:
        value = f"{today.year + sign * number:04}~"
    past = None if ahead else value  # «викрадених звільнили через тиждень» is told from the seizure
    return r.hit(at - ahead, end + (not ahead), past, value, "so long ago", relative=True, rank=1)


def deadline(r: Reader, at: int) -> DateHit | None:
    """«до кінця року», «до кінця місяця», «до Нового року»."""
    if r.norm(at) != "до" or r.day.day is None:
        return None
    today = r.day.day
    following = r.norm(at + 1)
    season = uk.load("months")["season_nouns"].get(following)
    if season:
        year = today.year + (season[0] <= today.month)
        value = date(year, season[0], 1) - timedelta(1)
        return r.hit(at, at + 2, f"../{value}", f"../{value}", "deadline", relative=True, rank=3)
    if following in ("кінця", "завершення"):
        units = table("units")
        here = at + 2 + (r.norm(at + 2) in table("shifts"))
        shift = table("shifts").get(r.norm(at + 2), 0)
        unit = units.get(r.norm(here))
        if unit == "year":
            value, end = date(today.year + shift, 12, 31), here + 1
        elif unit == "month":
            months = today.year * 12 + today.month - 1 + shift
            year, month = months // 12, months % 12 + 1
            value, end = date(year, month, monthrange(year, month)[1]), here + 1
        elif unit == "week":
            value, end = today + timedelta(6 - today.weekday() + 7 * shift), here + 1
        elif month_of(r.norm(at + 2)):
            year, end = r.year_after(at + 3)
            month = month_of(r.norm(at + 2))
            year = year or r.month_around(month)[1]
            value, end = date(year, month, monthrange(year, month)[1]), end if end > at + 3 else at + 3
        elif (year := r.year_after(at + 2))[0]:
            value, end = date(year[0], 12, 31), year[1]
        else:
            return None
        return r.hit(at, end, f"../{value}", f"../{value}", "deadline", relative=True, rank=3)
    return None


def _feast(fixed: list[int], year: int) -> date:
    """The day of a feast in a year; some were kept by the Julian calendar until September 2023."""
    if not fixed:
        return easter(year)
    if len(fixed) == 4 and date(year, *fixed[2:]) < NEW_CALENDAR:
        return date(year, *fixed[2:])
    return date(year, *fixed[:2])


def edge(r: Reader, at: int) -> DateHit | None:
    """«в останній день року», «першого дня 2023 року», «в останній день серпня»."""
    last = r.norm(at).startswith("останн")
    if (
        not last
        and r.norm(at) not in ("перший", "першого")
        or r.norm(at + 1) not in ("день", "дня")
        or r.day.day is None
    ):
        return None
    shift, end = r.shift(at + 2, "year")
    year, month = None, month_of(r.norm(at + 2))
    if month:
        year, end = r.year_after(at + 3)
        year, end = year or r.month_around(month)[0], max(end, at + 3)
    elif table("units").get(r.norm(at + 2)) == "year":
        year, end = r.day.day.year, at + 3
        if last and (r.day.day.month, r.day.day.day) < (12, 31):
            year -= r.day.day.month < 7
    elif shift is not None:
        year = r.day.day.year + shift
    else:
        year, end = r.year_after(at + 2)
    if year is None:
        return None
    month = month or (12 if last else 1)
    value = date(year, month, monthrange(year, month)[1] if last else 1).isoformat()
    return r.hit(at, end, value, value, "edge of a time", relative=True, rank=3)


def holiday(r: Reader, at: int) -> DateHit | None:
    """«на Великдень», «до Нового року»."""
    hits = holidays().find(r.tokens, at, min(r.last, at + 4))
    if not hits or hits[0].first != at or r.day.day is None:
        return None
    fixed, end = hits[0].entry, hits[0].last
    if r.norm(at).startswith("нов") and r.norm(at + 1) not in ("року", "рік", "роком"):
        return None
    years = (r.day.day.year - 1, r.day.day.year, r.day.day.year + 1)
    days = [_feast(fixed, y) for y in years]
    past, future = max(d for d in days if d <= r.day.day), min(d for d in days if d >= r.day.day)
    before = r.norm(at - 1)
    if before == "до":
        deadline = future - timedelta(1) if fixed == [1, 1] else future
        return r.hit(at - 1, end, f"../{deadline}", f"../{deadline}", "deadline", relative=True, rank=3)
    if before == "напередодні":
        past, future = past - timedelta(1), future - timedelta(1)
        return r.hit(at - 1, end, past.isoformat(), future.isoformat(), "feast", relative=True, rank=1)
    if before in ("перед", "після", "під", "переддень"):
        return None
    return r.hit(at, end, past.isoformat(), future.isoformat(), "feast", relative=True, rank=1)
