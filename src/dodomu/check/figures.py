"""What becomes of a figure of the draft: small rules in an ordered list, of which the first that fires judges."""

from collections.abc import Sequence
from datetime import timedelta

from dodomu.check import traps
from dodomu.check.case import Case, Outcome, of_one_happening, one_of_each
from dodomu.check.compare import (
    ALIKE,
    date_fits,
    days_apart,
    is_exactly,
    is_kin,
    is_narrow,
    is_nearly,
    is_slip,
    likeness,
    number_fits,
    unlike,
)
from dodomu.check.facts import Fact, told_as
from dodomu.resolve.claims import UNSPECIFIC_GROUPS
from dodomu.resolve.numbers import Reach
from dodomu.resolve.rules import decide

_WEEK = timedelta(days=7)

_MUCH_LESS = 1.5


def same_number_and_day(case: Case) -> Outcome | None:
    """Number and time are those of a fact, or of one happening if the draft's time is vague."""
    fits = [one for one in case.of_same_people if number_fits(case.figure, one) and date_fits(case.figure, one)]
    if not fits:
        return None
    best = case.best_first(fits)
    if case.figure.window.day is None and not of_one_happening(best):
        return one_of_several(case, best)
    if case.figure.number.exact is not None and not best[0].exacts:
        rivals = [one for one in case.that_day(case.of_same_people) if one.exacts and one.type == best[0].type]
        if rivals and not any(number_fits(case.figure, one) for one in rivals):
            return None
    return Outcome("agrees", "disputed" if best[0].disputed else "same", best[:1])


def same_number_alone(case: Case) -> Outcome | None:
    """The number is that of one happening; either the draft or the data does not say when."""
    fits = [one for one in case.of_same_people if number_fits(case.figure, one) and date_fits(case.figure, one) is None]
    fits = [one for one in fits if is_exactly(case.figure, one)] or fits
    sure = [one for one in fits if case.figure.is_many or likeness(case.figure, one) >= ALIKE]
    if not fits:
        return None
    best = case.best_first(sure or fits)
    if not sure or not of_one_happening(best):
        return one_of_several(case, best)
    if case.figure.window is not None:
        return Outcome("agrees", "same_undated", best[:1])
    return Outcome("agrees", "disputed" if best[0].disputed else "same_number", best[:1])


def one_of_several(case: Case, best: tuple[Fact, ...]) -> Outcome:
    """Of several that fit it is the one that the draft speaks of elsewhere; else nobody can tell which."""
    meant = [one for one in best if case.is_spoken_of(one)]
    if meant and of_one_happening(meant):
        return Outcome("agrees", "spoken_of", tuple(meant[:1]))
    return Outcome("not_known", "several" if len(one_of_each(best)) > 1 else "perhaps", one_of_each(best))


def other_people(case: Case) -> Outcome | None:
    """Number and day are right, but the draft has them come from elsewhere, go elsewhere or be of another kind."""
    for fact in case.best_first(case.that_day(case.facts)):
        differing = unlike(case.figure, fact)
        alike = told_as(case.figure.mention.status) in fact.told and is_exactly(case.figure, fact)
        sure = case.figure.is_many or likeness(case.figure, fact) >= ALIKE
        if is_kin(case.figure, fact) and len(differing) == 1 and alike and sure:
            return Outcome("differs", differing[0], (fact,), differing[0])
    return None


def told_otherwise(case: Case) -> Outcome | None:
    """What the draft tells as done is planned, called for or denied in the data; or the other way round."""
    fits = []
    for fact in case.facts:
        alike = is_kin(case.figure, fact) and not unlike(case.figure, fact) and number_fits(case.figure, fact)
        when = case.figure.is_narrow and date_fits(case.figure, fact)
        undated = date_fits(case.figure, fact) is None and case.figure.is_settled
        sure = is_exactly(case.figure, fact) and (case.figure.is_many or case.that_day([fact]))
        if alike and sure and (when or undated) and told_as(case.figure.mention.status) not in fact.told:
            fits.append(fact)
    return Outcome("differs", "status", case.best_first(fits)[:1], "status") if fits else None


def adds_up(case: Case) -> Outcome | None:
    """With another number that the draft has for that day it makes the number of a fact: 175 and 22 are 197."""
    if case.figure.number is None or case.figure.number.exact is None or not case.figure.is_settled:
        return None
    mine = case.figure.number.exact
    for fact in case.best_first(case.that_day(case.of_same_people)):
        for other in (one for whole in fact.exacts for one in case.beside.get(whole - mine, ())):
            if is_kin(other, fact) and not unlike(other, fact) and date_fits(other, fact):
                return Outcome("agrees", "adds_up", (fact,))
    return None


def another_number(case: Case) -> Outcome | None:
    """The day and the people are those of a fact, and the number comes near, or the people are alike in all."""
    if case.figure.number is None or not case.figure.is_narrow or case.figure.is_total:
        return None
    mine = case.of_same_people
    there = [one for one in case.that_day(mine) if number_fits(case.figure, one) is False]
    there = [one for one in there if is_nearly(case.figure, one) or likeness(case.figure, one) > ALIKE]
    if not there or (case.figure.window.day is None and not of_one_happening(there)):
        return None
    if _is_narrower(case, there):
        return None
    number = case.figure.number.named[0]

    def off(fact: Fact) -> int:
        return min(abs(number - one) for claimed in fact.numbers for one in claimed.named)

    nearest = min(
        there,
        key=lambda one: (not is_nearly(case.figure, one), -likeness(case.figure, one), off(one), one.table != "events"),
    )
    elsewhere = [one for one in mine if is_exactly(case.figure, one) and case.figure.is_many and is_narrow(one)]
    if elsewhere and not case.figure.is_round:
        return Outcome("differs", "count_of_another_day", (nearest, case.best_first(elsewhere)[0]), "count")
    return Outcome("differs", "count", (nearest,), "count")


def _is_narrower(case: Case, facts: Sequence[Fact]) -> bool:
    """Tell whether the draft may count some of them: fewer, and of a narrower kind or beside a number that agrees."""
    number, group = max(case.figure.number.named), case.figure.mention.group
    narrower = group not in (None, *UNSPECIFIC_GROUPS)

    def some(fact: Fact) -> bool:
        far = all(number * _MUCH_LESS < one for one in fact.exacts)
        return (narrower and fact.group in UNSPECIFIC_GROUPS) or (far and case.is_spoken_of(fact))

    return all(fact.exacts and number < max(fact.exacts) and some(fact) for fact in facts)


def another_day(case: Case) -> Outcome | None:
    """The number and the people are those of a fact, the day is not."""
    if case.figure.is_total:
        return None
    fits = [
        one
        for one in case.of_same_people
        if is_exactly(case.figure, one) and date_fits(case.figure, one) is False and is_narrow(one)
    ]
    fits.sort(key=lambda one: (days_apart(case.figure, one), -likeness(case.figure, one), one.table != "events"))
    for one in fits:
        soon = days_apart(case.figure, one) <= _WEEK and likeness(case.figure, one) >= ALIKE
        telling = case.figure.is_many and not case.figure.is_round and is_slip(case.figure, one)
        if telling or soon:
            return Outcome("wrong_date", "another_day", (one,), "date")
    return Outcome("not_known", "alike_another_day", one_of_each(fits)) if fits else None


def nearly_the_number(case: Case) -> Outcome | None:
    """Draft or data do not say when, and of all such happenings one alone has a number that comes near."""
    number = case.figure.number
    unsure = case.figure.is_total or case.figure.is_round or not case.figure.is_settled
    if number is None or number.exact is None or unsure:
        return None
    near = [
        one
        for one in case.of_same_people
        if date_fits(case.figure, one) is None
        and likeness(case.figure, one) > 1
        and any(Reach.of(number).disputes(Reach.of(other)) for other in one.numbers if other.exact is not None)
    ]
    near = [one for one in near if one.type == case.figure.mention.type] or near
    if not near:
        return None
    best = case.best_first(near)
    if of_one_happening(best):
        return Outcome("differs", "count_undated", best[:1], "count")
    return Outcome("not_known", "near", one_of_each(best))


def the_day_alone(case: Case) -> Outcome | None:
    """The draft gives no number; that day such a thing happened, or one some days off."""
    if case.figure.number is not None:
        return None
    mine = [one for one in case.of_same_people if one.window and one.window.day and not one.borrowed]
    that_day = [one for one in mine if date_fits(case.figure, one)]
    if that_day:
        return Outcome("agrees", "day", case.best_first(that_day)[:1])
    told = [one for one in case.facts if one.type == case.figure.mention.type and not unlike(case.figure, one)]
    other = [one for one in told if one.window and one.window.day and date_fits(case.figure, one) and not one.borrowed]
    if other:
        return Outcome("differs", "status", case.best_first(other)[:1], "status")
    near = [one for one in mine if days_apart(case.figure, one) <= _WEEK]
    near.sort(key=lambda one: (days_apart(case.figure, one), -likeness(case.figure, one)))
    return Outcome("not_known", "near_day" if near else "nothing", tuple(near[:1]))


def of_same_kind_that_day(case: Case) -> Outcome | None:
    """Nothing has the number; what the data has of that day is named."""
    window = case.figure.window
    if window is None or window.last - window.first > _WEEK:
        return None
    there = case.best_first(case.that_day(case.of_same_people))
    if not there:
        return None
    number = max(case.figure.number.named)
    some = [one for one in there if one.exacts and number < max(one.exacts)]
    return (
        Outcome("not_known", "part", tuple(some[:1]))
        if some
        else Outcome("not_known", "nothing_like_it", one_of_each(there))
    )


def nothing(case: Case) -> Outcome:
    """Nothing here is told of it."""
    return Outcome("not_known", "nothing")


FIGURES = (
    traps.sides_named_as_such,
    traps.citizens_among_them,
    traps.sum_of_days,
    traps.sum_of_ways,
    traps.total_without_day,
    traps.running_total,
    same_number_and_day,
    traps.sum_as_such,
    traps.both_sides,
    same_number_alone,
    other_people,
    told_otherwise,
    adds_up,
    another_number,
    another_day,
    nearly_the_number,
    the_day_alone,
    of_same_kind_that_day,
    nothing,
)


def judge(case: Case) -> tuple[Outcome, str]:
    """Judge a figure, and name the rule that did."""
    decided = decide(FIGURES, case)
    return decided.value, decided.rule
