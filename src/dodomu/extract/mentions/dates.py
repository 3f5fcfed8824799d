"""Dates in words and digits, as EDTF relative to the day of publication. `RULES` is the order in which they are
tried.
"""

from collections.abc import Callable, Sequence
from functools import cache

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
    months,
    since_when,
    table,
    weekdays,
)
from dodomu.extract.mentions.relative_dates import ago, deadline, edge, holiday, named_day, week_or_month, weekday
from dodomu.models import edtf
from dodomu.text.morphology import lexeme
from dodomu.text.tokens import Token

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


def since(r: Reader, at: int) -> DateHit | None:
    """«від початку вторгнення», «з 2014 року», «станом на 1 грудня»."""
    norm = r.norm(at)
    if norm in ("від", "з", "із", "зі", "після"):
        for hit in since_when().find(r.tokens, at + 1, min(r.last, at + 7)):
            if hit.first == at + 1:
                value = f"{hit.entry}/.."
                return r.hit(at, hit.last, value, value, "since then", extent="total", rank=2)
    if norm in ("від", "з", "із") and r.norm(at + 1) == "початку" and r.norm(at + 2) == "року" and r.day.day:
        value = f"{r.day.day.year:04}-01-01/.."
        return r.hit(at, at + 3, value, value, "since then", relative=True, extent="total", rank=2)
    if norm == "станом" and r.norm(at + 1) == "на":
        made = read(r, at + 2, (numeric, day_of_month, named_day, month))
        if made:
            return _open(r, made, at, "past", "as of")
    if norm in ("з", "із", "від") and not any(r.norm(i) in ("до", "по") for i in range(at + 2, at + 5)):
        skip = 1 + (r.norm(at + 1) in ("початку", "кінця", "середини"))
        made = read(r, at + skip, (numeric, day_of_month, season, month, year, named_day))
        if made:
            return _open(r, made, at, "from", "since then")
    if norm == "до":
        made = read(r, at + 1, (numeric, day_of_month, month))
        if made:
            return _open(r, made, at, "past", "deadline")
    return None


def _open(r: Reader, made: DateHit, at: int, side: str, rule: str) -> DateHit:
    def widen(value: str | None) -> str | None:
        if value is None:
            return None
        edge = value.split("/")
        return f"../{edge[-1]}" if side == "past" else f"{edge[0]}/.."

    extent = "point" if rule == "deadline" else "total"
    return DateHit(at, made.last, widen(made.past), widen(made.future), made.basis, rule, extent, made.rank)


def read(r: Reader, at: int, rules: Sequence[Rule]) -> DateHit | None:
    if at >= r.last:
        return None
    for rule in rules:
        if made := rule(r, at):
            return made
    return None


RULES: tuple[Rule, ...] = (
    since,
    deadline,
    holiday,
    edge,
    numeric,
    day_of_month,
    ago,
    month,
    season,
    week_or_month,
    years,
    year,
    named_day,
    weekday,
)


@cache
def _starters() -> frozenset[str]:
    """Words with which a date may begin, digits aside: anything else is passed over at the cost of one look-up."""
    data = uk.load("months")
    words = {
        form for name in ("months", "weekdays", "shifts", "units") for lemma in data[name] for form in lexeme(lemma)
    }
    words |= set(table("day_adjectives")) | set(data["season_nouns"])
    words |= (
        set(data["seasons"])
        | set(data["days"])
        | {"торік", "цьогоріч", "до", "від", "з", "із", "зі", "після", "станом"}
    )
    words |= lexeme("останній") | lexeme("перший")
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
    reader = Reader(tokens, first, last, published)
    starters = _starters()
    found: list[DateHit] = []
    at = first
    while at < last:
        norm = tokens[at].norm
        if norm[:1].isdigit() or norm in starters or ("-" in norm and norm.split("-")[0] in starters):
            surname = at > first and norm in months() and tokens[at].is_capital  # «Назара Лютого»
            if not surname and (made := read(reader, at, RULES)):
                found.append(made)
                at = max(made.last, at + 1)
                continue
        at += 1
    return _weekdays_checked(found, tokens)


def _weekdays_checked(found: list[DateHit], tokens: Sequence[Token]) -> list[DateHit]:
    """«в четвер, 5 лютого» is one date; a weekday that is not of that day is noted."""
    kept: list[DateHit] = []
    for hit in found:
        if (
            kept
            and kept[-1].rule == "weekday"
            and hit.rule == "day of a month"
            and hit.first - kept[-1].last <= 1
            and hit.past
        ):
            weekday = weekdays()[tokens[kept[-1].last - 1].norm]
            stated = edtf.parse(hit.past).earliest
            note = (
                None
                if stated.weekday() == weekday or (hit.future and edtf.parse(hit.future).earliest.weekday() == weekday)
                else "the weekday is not of that date"
            )
            kept[-1] = DateHit(
                kept[-1].first, hit.last, hit.past, hit.future, hit.basis, hit.rule, hit.extent, hit.rank, note
            )
        elif kept and _of_that_year(kept[-1], hit):
            value = f"{kept[-1].past[:4]}{hit.past[4:]}"
            kept[-1] = DateHit(kept[-1].first, hit.last, value, value, hit.basis, hit.rule, hit.extent, hit.rank)
        else:
            kept.append(hit)
    return kept


def _of_that_year(before: DateHit, hit: DateHit) -> bool:
    """«два роки тому, 21 вересня»."""
    years_ago = before.rule == "so long ago" and before.past is not None and len(before.past.rstrip("~?%")) == 4
    day = hit.rule == "day of a month" and hit.basis == "relative" and hit.past is not None and len(hit.past) == 10
    return years_ago and day and hit.first - before.last <= 1
