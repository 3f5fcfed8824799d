"""Days, months, seasons and years of the calendar, in digits and words."""

from collections.abc import Callable

from dodomu import uk
from dodomu.extract.mentions.reckoning import (
    AND,
    DASHES,
    DAY,
    NUMERIC,
    YEAR,
    DateHit,
    Reader,
    day_or_none,
    month_of,
    table,
)

Rule = Callable[[Reader, int], DateHit | None]


def numeric(r: Reader, at: int) -> DateHit | None:
    match = NUMERIC.fullmatch(r.norm(at))
    if match:
        day = day_or_none(int(match.group(3)), int(match.group(2)), int(match.group(1)))
        if day:
            return r.hit(at, at + 1, day.isoformat(), day.isoformat(), "day in digits", rank=3)
    return None


def day_of_month(r: Reader, at: int) -> DateHit | None:
    """«22 листопада 2025 року», «23–25 травня», «4 та 5 лютого», «з 1 по 3 травня»."""
    start = DAY.fullmatch(r.norm(at))
    if not start:
        return None
    from_day, end, second = int(start.group(1)), at + 1, None
    joiner = r.norm(end)
    following = DAY.fullmatch(r.norm(end + 1))
    if (
        following
        and from_day < int(following.group(1))
        and month_of(r.norm(end + 2))
        and (
            joiner in DASHES
            or joiner in AND
            or joiner == "по"
            or (joiner == "до" and r.norm(at - 1) in ("з", "із", "від"))
        )
    ):
        second, end = int(following.group(1)), end + 2
    month = month_of(r.norm(end))
    if not month or r.tokens[end].norm == "лютий":
        return None
    end += 1
    year, stop = r.year_after(end)
    if year is None and r.day.day and "торік" in (r.norm(at - 1), r.norm(at - 2) if r.norm(at - 1) == "," else ""):
        year, stop = r.day.day.year - 1, end  # «торік, 25 травня»
    days = [from_day] + ([second] if second else [])
    if year:
        made = [day_or_none(year, month, d) for d in days]
        if not all(made):
            return None
        past = future = [d for d in made if d]
        end = stop
    else:
        pairs = [r.around(month, d) for d in days]
        if r.day.day is None:
            past = future = None
        else:
            past, future = [p for p, _ in pairs if p], [f for _, f in pairs if f]
            if len(past) != len(days) or len(future) != len(days):
                return None
            if len(days) == 2 and past[0] > past[1]:
                past[0] = day_or_none(past[1].year, month, days[0]) or past[1]
            if len(days) == 2 and future[0] > future[1]:
                future[1] = day_or_none(future[0].year, month, days[1]) or future[0]
    choice = joiner in ("або", "чи")
    texts = ["/".join(d.isoformat() for d in found) if found else None for found in (past, future)]
    first = at - 1 if joiner in ("по", "до") and second else at
    return r.hit(
        first,
        end,
        *texts,
        "day of a month",
        rank=3,
        extent="span" if second and not choice else "point",
        relative=year is None,
    )


def month(r: Reader, at: int) -> DateHit | None:
    """«у вересні 2021 року», «у листопаді 2022-го», «лютому-квітні 2016 року», «торік у вересні»."""
    norm = r.norm(at)
    second = None
    if "-" in norm and all(month_of(part) for part in norm.split("-")):
        month, second = (month_of(part) for part in norm.split("-")[:2])
    else:
        month = month_of(norm)
    if not month or norm == "лютий" and r.norm(at - 1) not in ("за", "у", "в"):
        return None
    end = at + 1
    if r.norm(end) in DASHES and month_of(r.norm(end + 1)):
        second, end = month_of(r.norm(end + 1)), end + 2
    first, part = _part(r, at)
    year, stop = r.year_after(end)
    relative = year is None or not YEAR.fullmatch(r.norm(end))
    if year is None and "торік" in (r.norm(first - 1), r.norm(first - 2)) and r.day.day:
        year, first = r.day.day.year - 1, first - 1 - (r.norm(first - 1) != "торік")
    elif year is None and r.norm(at - 1) in table("shifts") and r.day.day:
        shift = table("shifts")[r.norm(at - 1)]
        year = r.day.day.year + (
            shift if r.norm(at - 1).startswith("торіш") else (-1 if shift < 0 and month > r.day.day.month else 0)
        )
        first = at - 1
    elif year is not None:
        end = stop
    past, future = (year, year) if year else r.month_around(month)
    second = second if second and second > month else None
    texts = [
        None if y is None else f"{y:04}-{month:02}" + (f"/{y:04}-{second:02}" if second else "") for y in (past, future)
    ]
    return r.hit(first, end, *texts, "month", rank=2, relative=relative)


def months_between(r: Reader, at: int) -> DateHit | None:
    """«з липня до листопада», «від червня по серпень 2024 року»."""
    first, last = month_of(r.norm(at + 1)), month_of(r.norm(at + 3))
    if r.norm(at) not in ("з", "із", "від") or r.norm(at + 2) not in ("до", "по") or not (first and last):
        return None
    stated, end = r.year_after(at + 4)
    end = end if stated else at + 4
    behind, ahead = (stated, stated) if stated else r.month_around(last)
    values = [
        None if year is None else f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}"
        for year in (behind, ahead)
    ]
    return r.hit(at, end, *values, "months", relative=stated is None, extent="span", rank=2)


def _part(r: Reader, at: int) -> tuple[int, str]:
    """«на початку», «наприкінці», «в середині» before a month or a year."""
    before = r.norm(at - 1)
    if before in ("початку", "кінці", "середині", "половині"):
        return (at - 2 if r.norm(at - 2) in ("на", "у", "в") else at - 1), before
    if before == "наприкінці":
        return at - 1, "кінці"
    return at, ""


def season(r: Reader, at: int) -> DateHit | None:
    """«навесні 2025-го»: its months."""
    months = uk.load("months")["seasons"].get(r.norm(at))
    shift = table("shifts").get(r.norm(at - 1))
    if months is None and (shift is not None or r.norm(at - 1) in ("початку", "кінця", "середини")):
        months = uk.load("months")["season_nouns"].get(r.norm(at))
    if not months:
        return None
    year, end = r.year_after(at + 1)
    relative = year is None
    if year is None:
        end = at + 1
        if r.norm(at - 1) == "торік" and r.day.day:
            past = future = r.day.day.year - 1
        elif shift == 0 and r.day.day:
            past = future = r.day.day.year - (months[1] < months[0] and r.day.day.month <= months[1])
        elif shift is not None and r.day.day:
            past = r.month_around(months[0])[0]
            past = future = (
                past - (shift == -1 and past == r.day.day.year and r.day.day.month <= months[1])
                if shift < 1
                else past + 1
            )
        else:
            past, future = r.month_around(months[0])
    else:
        past = future = year
    texts = [
        None if y is None else f"{y:04}-{months[0]:02}/{y + (months[1] < months[0]):04}-{months[1]:02}"
        for y in (past, future)
    ]
    return r.hit(at, end, *texts, "season", rank=2, relative=relative)


def year(r: Reader, at: int) -> DateHit | None:
    """«у 2017 році», «2018 року», «у 2022-му», «торік», «минулого року»."""
    year, end = r.year_after(at)
    if year is None:
        return None
    stated = YEAR.fullmatch(r.norm(at))
    if (
        stated
        and end == at + 1
        and not (r.norm(at)[4:] or r.norm(at - 1) in ("у", "в", "до", "від", "приблизно", "близько"))
    ):
        return None
    first, part = _part(r, at)
    about = "~" if r.norm(first - 1) in ("приблизно", "близько", "десь") else ""
    value = f"{year:04}{about}"
    if part == "початку":
        value = f"{year:04}-01/{year:04}-03"
    elif part == "кінці":
        value = f"{year:04}-10/{year:04}-12"
    return r.hit(first, end, value, value, "year", rank=1, relative=not stated)


def years(r: Reader, at: int) -> DateHit | None:
    """«у 2021–2022 роках», «із 2014 по 2019 рік»."""
    first, last = YEAR.fullmatch(r.norm(at)), YEAR.fullmatch(r.norm(at + 2))
    joiner = r.norm(at + 1)
    if not (first and last and first.group(1) < last.group(1)):
        return None
    from_to = joiner in ("по", "до") and r.norm(at - 1) in ("з", "із", "від")
    if from_to or (joiner in DASHES or joiner in AND) and r.norm(at + 3) in ("роках", "років", "роки", "рр"):
        value = f"{first.group(1)}/{last.group(1)}"
        named = r.norm(at + 3) in ("рік", "роках", "років", "роки", "рр")
        return r.hit(at - from_to, at + 3 + named, value, value, "years", rank=1, extent="span")
    return None
