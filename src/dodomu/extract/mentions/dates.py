"""Dates in words and digits, as EDTF relative to the day of publication. `RULES` is the order in which they are
tried.
"""

from collections.abc import Sequence
from functools import cache

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
from dodomu.extract.mentions.reckoning import (
    DateHit,
    Reader,
    months,
    since_when,
    table,
    weekdays,
)
from dodomu.extract.mentions.relative_dates import ago, deadline, edge, holiday, named_day, week_or_month, weekday
from dodomu.models import edtf
from dodomu.text.morphology import lexeme
from dodomu.text.tokens import Token


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


def read(r: Reader, at: int, rules: Sequence[Rule]) -> DateHit | None:
    if at >= r.last:
        return None
    for rule in rules:
        if made := rule(r, at):
            return made
    return None


RULES: tuple[Rule, ...] = (
    months_between,
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
