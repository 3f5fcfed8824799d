"""Dates in words and digits, as EDTF relative to the day of publication. `RULES` is the order in which they are
tried, and at which words.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from dodomu import uk
from dodomu.extract.mentions.calendar_dates import (
    Rule,
    day_of_month,
    month,
    months_between,
    numeric,
    season,
    year,
    years,
)
from dodomu.extract.mentions.numerals import values
from dodomu.extract.mentions.reckoning import (
    DateHit,
    Reader,
    holidays,
    month_of,
    months,
    since_when,
    table,
    weekdays,
)
from dodomu.extract.mentions.relative_dates import ago, deadline, edge, holiday, named_day, week_or_month, weekday
from dodomu.models import edtf
from dodomu.text.document import Document
from dodomu.text.lists import enrolled
from dodomu.text.morphology import lexeme
from dodomu.text.tokens import Token

_SINCE = frozenset(("до", "від", "з", "із", "зі", "після", "станом"))


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
        skip = 2 + (r.norm(at + 2) in ("початок", "кінець", "середину"))
        made = read(r, at + skip, (numeric, day_of_month, named_day, month))
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


@cache
def _edges() -> frozenset[str]:
    return lexeme("останній") | lexeme("перший")


def _in_digits(norm: str) -> bool:
    return norm[:1].isdigit()


RULES: dict[Rule, Callable[[str], bool]] = {
    months_between: lambda norm: norm in ("з", "із", "від"),
    since: lambda norm: norm in _SINCE,
    deadline: lambda norm: norm == "до",
    holiday: lambda norm: norm in holidays(),
    edge: lambda norm: norm in _edges(),
    numeric: _in_digits,
    day_of_month: _in_digits,
    ago: lambda norm: _in_digits(norm) or norm in values() or norm in table("units"),
    month: lambda norm: all(month_of(part) for part in norm.split("-")),
    season: lambda norm: norm in uk.load("months")["seasons"] or norm in uk.load("months")["season_nouns"],
    week_or_month: lambda norm: norm in table("shifts") or norm == "рік",
    years: _in_digits,
    year: lambda norm: _in_digits(norm) or norm in table("shifts") or norm in ("торік", "цьогоріч"),
    named_day: lambda norm: norm in uk.load("months")["days"] or norm in table("day_adjectives"),
    weekday: lambda norm: norm in weekdays(),
}
"""The rules in the order in which they are tried, each with what the word must be at which it is tried."""


@lru_cache(maxsize=50_000)
def _hinging_on(norm: str) -> tuple[Rule, ...]:
    """The rules that may read a date at a word: most words have none."""
    return tuple(rule for rule, hinge in RULES.items() if hinge(norm))


def read(r: Reader, at: int, rules: Sequence[Rule]) -> DateHit | None:
    if at >= r.last:
        return None
    hinging = _hinging_on(r.norm(at))
    for rule in rules:
        if rule in hinging and (made := rule(r, at)):
            return made
    return None


class _Hinges:
    def __contains__(self, norm: str) -> bool:
        return bool(_hinging_on(norm))


_HINGES = enrolled(_Hinges())
"""The words at which a date may be read."""


def find_dates(doc: Document, first: int, last: int, published: str | None) -> list[DateHit]:
    """Dates among the tokens ``first`` to ``last`` (half-open), in order.

    >>> doc = Document("У п'ятницю повернули троє, 2 жовтня минулого року – 185, решту – до кінця року")
    >>> [hit.past for hit in find_dates(doc, 0, len(doc.tokens), "2026-02-05")]
    ['2026-01-30', '2025-10-02', '../2026-12-31']
    """
    tokens = doc.tokens
    reader = Reader(tokens, first, last, published)
    found: list[DateHit] = []
    free = first
    for at in doc.where(_HINGES, first, last):
        if at < free:
            continue
        norm = tokens[at].norm
        surname = at > first and norm in months() and tokens[at].is_capital  # «Назара Лютого»
        if not surname and (made := read(reader, at, _hinging_on(norm))):
            found.append(made)
            free = made.last
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
