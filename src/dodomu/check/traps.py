"""Traps that a number can be: both sides of an exchange, several days, several destinations, a running total."""

from collections.abc import Iterator

from dodomu.check.case import Case, Outcome
from dodomu.check.compare import Figure, date_fits, is_exactly, is_kin, number_fits, unlike
from dodomu.check.facts import Fact
from dodomu.check.sums import Sum

_OTHERS = 2.5
"""A number so many times larger than another is told of other people."""

_BY_EXCHANGE = ("exchange", "release", "return")

_NEARLY = 1.05


def sides_named_as_such(case: Case) -> Outcome | None:
    """The draft itself says that it is both sides: the number of each stands in the same sentence."""
    for one, parts in _both_sides(case):
        if {number for part in parts for number in part.exacts} & case.figure.beside:
            return Outcome("agrees", "both_sides_named", parts, sum=one)
    return None


def both_sides(case: Case) -> Outcome | None:
    """The number is that of both sides of an exchange together."""
    for one, parts in _both_sides(case):
        return Outcome("both_sides", "both_sides", parts, "count", one)
    return None


def sum_of_days(case: Case) -> Outcome | None:
    """The number is that of several days together, the draft speaks of one of them."""
    if not case.figure.window or not case.figure.window.day or case.figure.of_each:
        return None
    return _larger(case, "days", lambda part: bool(date_fits(case.figure, part)), "sum_of_days")


def sum_of_ways(case: Case) -> Outcome | None:
    """The number is that of all whom a state let go that day, the draft speaks of those who came to one place."""
    if not case.figure.mention.destination or case.figure.of_most:
        return None
    return _larger(case, "ways", lambda part: case.figure.mention.destination in part.destinations, "sum_of_ways")


def sum_as_such(case: Case) -> Outcome | None:
    """The number is the sum of several days or destinations, and the draft speaks of all of them."""
    window = case.figure.window
    for one in case.sums:
        when = window.overlaps(one.window) if window else case.figure.is_many
        if one.kind != "sides" and when and _is_sum(case.figure, one) and not _apart(case.figure, one):
            return Outcome("agrees", "sum", one.parts, sum=one)
    return None


def citizens_among_them(case: Case) -> Outcome | None:
    """The number is right, but not all of them are citizens of the state that the draft names."""
    for fact in case.facts:
        only = unlike(case.figure, fact) == ["nationality"] and set(case.figure.mention.nationality) <= fact.not_all
        if only and is_kin(case.figure, fact) and is_exactly(case.figure, fact) and date_fits(case.figure, fact):
            part = [one for one in case.facts if one.record_id == fact.record_id and one is not fact]
            return Outcome("differs", "citizens" if part else "other_citizens", (fact, *part), "nationality")
    return None


def total_without_day(case: Case) -> Outcome | None:
    """The data has the number without a day, and far fewer people on the day that the draft names."""
    if case.figure.number is None or case.figure.number.exact is None:
        return None
    mine = case.of_same_people
    undated = [one for one in mine if one.window is None and is_exactly(case.figure, one)]
    that_day = [one for one in case.that_day(mine) if one.exacts]
    if not undated or not that_day or any(number_fits(case.figure, one) for one in that_day):
        return None
    if case.figure.number.exact < _OTHERS * max(number for one in that_day for number in one.exacts):
        return None
    return Outcome("total", "total_without_day", (undated[0], *case.best_first(that_day)[:1]), "count")


def running_total(case: Case) -> Outcome | None:
    """The number is a running total, the draft tells it of one happening."""
    if case.figure.is_total or case.figure.number is None or not case.figure.is_settled:
        return None
    if any(number_fits(case.figure, one) and date_fits(case.figure, one) for one in case.of_same_people):
        return None
    for fact in case.facts:
        alike = is_kin(case.figure, fact) and not unlike(case.figure, fact)
        if fact.is_total and alike and _names(case.figure, fact):
            return Outcome("total", "running_total", (fact,), "count")
    return None


def _both_sides(case: Case) -> Iterator[tuple[Sum | None, tuple[Fact, ...]]]:
    """Find exchanges of which the number is both sides: of the reference, else twice what a fact counts."""
    figure = case.figure
    number = figure.number.exact if figure.number else None
    unsure = figure.of_each or not figure.is_settled or (figure.window is None and figure.is_round)
    if number is None or unsure or not figure.is_many or figure.mention.type not in _BY_EXCHANGE:
        return
    for one in case.sums:
        one_way = [part for part in one.parts if not unlike(figure, part)]
        doubled = number in {2 * each for part in one.parts for each in part.exacts}
        when = figure.window.overlaps(one.window) if figure.window else figure.is_many
        if one.kind == "sides" and one_way and when and (doubled or one.low <= number <= one.high):
            yield one, one.parts
    for fact in case.of_same_people:
        if fact.type == "exchange" and number in {2 * each for each in fact.exacts} and date_fits(figure, fact):
            yield None, (fact,)


def _larger(case: Case, kind: str, is_meant, why: str) -> Outcome | None:
    for one in case.sums:
        if one.kind != kind or not _is_sum(case.figure, one):
            continue
        meant = [part for part in one.parts if is_meant(part) and not unlike_but(case.figure, part, "nationality")]
        then = [part for part in meant if date_fits(case.figure, part) is not False]
        if then and len(meant) < len(one.parts) and not any(is_exactly(case.figure, part) for part in meant):
            others = [part for part in one.parts if part not in meant]
            return Outcome("total", why, (*meant, *others), "count", one)
    return None


def unlike_but(figure: Figure, fact: Fact, *columns: str) -> list[str]:
    """Name the columns on which both speak of different people, some apart."""
    return [name for name in unlike(figure, fact) if name not in columns]


def _is_sum(figure: Figure, one: Sum) -> bool:
    number = figure.number.exact if figure.number else None
    kin = all(is_kin(figure, part) or figure.mention.type == "pardon" for part in one.parts)
    return number is not None and kin and figure.is_settled and one.low <= number <= one.high


def _apart(figure: Figure, one: Sum) -> list[str]:
    return [name for part in one.parts for name in unlike_but(figure, part, "group")]


def _names(figure: Figure, fact: Fact) -> bool:
    """Tell whether the figure is one that the fact names, not only one that it allows."""
    mine = figure.number.named
    return any(max(one, other) <= _NEARLY * min(one, other) for n in fact.numbers for one in n.named for other in mine)
