"""What shows that two tellings are of one happening, and what forbids it: small rules, each with its reason."""

from datetime import timedelta

from dodomu.resolve.days import near, shifted
from dodomu.resolve.numbers import VERSIONS
from dodomu.resolve.tellings import Telling, of_other_people, same_person, told_apart

MANY = 20
"""From here on a number is hardly that of two happenings by chance."""

_REPORTED_WITHIN = 7
"""Days after a happening in which news of it give no date for it."""

_TOLD_WITHIN = 3
"""Days between two articles that give no date for what is news to both."""

_CARRIED_OUT_WITHIN = 14
"""Days in which a plan without a date is carried out, if it is the one."""


def of_others(a: Telling, b: Telling) -> bool | None:
    """other people: from elsewhere, to elsewhere, of another state or another kind"""
    return False if of_other_people(a, b) else None


def called_for_and_told(a: Telling, b: Telling) -> bool | None:
    """one is called for, the other told"""
    return False if ("called_for" in a.statuses) != ("called_for" in b.statuses) else None


def called_for_by_others(a: Telling, b: Telling) -> bool | None:
    """each is called for by somebody else"""
    both = "called_for" in a.statuses and "called_for" in b.statuses
    return False if both and not a.speakers & b.speakers else None


def total_and_happening(a: Telling, b: Telling) -> bool | None:
    """one is a running total"""
    return False if a.is_total != b.is_total else None


def told_as_two(a: Telling, b: Telling) -> bool | None:
    """an article tells of both as of two"""
    return False if told_apart(a, b) else None


VETOES = (of_others, called_for_and_told, called_for_by_others, total_and_happening, told_as_two)
"""None of these may hold, whatever else speaks for one happening."""


def same_dates_and_number(a: Telling, b: Telling) -> bool | None:
    """The same number of people at the same time, and either many or known to be alike in more."""
    counts = {number.exact for number in a.numbers} & {number.exact for number in b.numbers}
    if counts == {1}:
        return same_person(a, b) or None
    same_day = set(a.days) & set(b.days)
    many = any(min(number.named) >= MANY for number in set(a.numbers) & set(b.numbers))
    return True if many or (_same_people(a, b) if same_day else _same_way(a, b)) else None


def numbers_that_agree(a: Telling, b: Telling) -> bool | None:
    """On one day, the same way, numbers that are both true: «понад сто» and 123."""
    if not a.numbers or not b.numbers or not set(a.days) & set(b.days):
        return None
    if {1} == {number.exact for number in (*a.numbers, *b.numbers)}:
        return None
    if not a.reach.agrees(b.reach):
        return None
    return True if _is_exchange(a) or _same_direction(a, b) else None


def some_of_an_exchange(a: Telling, b: Telling) -> bool | None:
    """Of one exchange a source counts soldiers and civilians together, another the soldiers alone."""
    some, all_ = (a, b) if b.summands else (b, a)
    counted = any(number.exact in all_.summands for number in some.numbers)
    one_kind = "mixed" in all_.groups and len(some.groups) == 1 and "mixed" not in some.groups
    return True if _is_exchange(a) and set(a.days) & set(b.days) and counted and one_kind else None


def one_without_number(a: Telling, b: Telling) -> bool | None:
    """On one day, the same way, and one does not say how many; an exchange of a day is one, unless numbers differ."""
    if not set(a.days) & set(b.days) or (a.numbers and b.numbers):
        return None
    if any(number.exact == 1 for number in (*a.numbers, *b.numbers)):
        return None
    if _is_exchange(a):
        return True
    if not a.is_release:
        return True if len(a.agents & b.agents) == min(len(a.agents), len(b.agents)) >= _doers(a) else None
    alike = a.groups == b.groups if not (a.numbers or b.numbers) else True
    return True if alike and _same_way(a, b) else None


def dates_that_overlap(a: Telling, b: Telling) -> bool | None:
    """The same exact number, one told with a vaguer date or none, and no other happening that it could be."""
    count = next((number.exact for number in a.numbers if number.exact is not None and number in b.numbers), 0)
    if count < 2 or not (_same_way(a, b) if count < MANY else _same_people(a, b)):
        return None
    return True if _one_time(a, b) else None


def same_number_in_one_article(a: Telling, b: Telling) -> bool | None:
    """One article gives the same number twice, once without a date or with a vaguer one."""
    alone = a.by_article.keys() == b.by_article.keys() and len(a.by_article) == 1
    exact = any((number.exact or 0) > 1 for number in a.numbers if number in b.numbers)
    overlapping = all(one.overlaps(other) for one in a.windows for other in b.windows)
    vaguer = not (a.days and b.days)
    return True if alone and exact and overlapping and vaguer else None


def sources_contradict(a: Telling, b: Telling) -> bool | None:
    """Two sources tell of one day, one way and one kind of people, and give numbers that differ, but not by much."""
    if not (a.numbers and b.numbers) or not set(a.days) & set(b.days) or not (a.is_settled and b.is_settled):
        return None
    if len(a.numbers) + len(b.numbers) > VERSIONS:
        return None
    near_enough = a.reach.disputes(b.reach) and (_is_exchange(a) or _all_one_way(a, b))
    credited_alike = not a.mediators or not b.mediators or a.mediators & b.mediators
    of_one_kind = _groups_as_of_two_sides(a, b) or a.reach.is_near(b.reach)
    return True if near_enough and credited_alike and of_one_kind else None


def both_sides_summed(a: Telling, b: Telling) -> bool | None:
    """Of one exchange a source counts the people of both sides together, another those of each."""
    if not _is_exchange(a) or not set(a.days) & set(b.days):
        return None
    counts = {number.exact for number in a.numbers}, {number.exact for number in b.numbers}
    doubled = any(one and (2 * one in there) for here, there in (counts, counts[::-1]) for one in here)
    return True if doubled and a.is_settled and b.is_settled else None


def signed_and_reported(a: Telling, b: Telling) -> bool | None:
    """A decree on many people is signed on one day and told of on the next; sources give either."""
    many = any((number.exact or 0) >= MANY for number in a.numbers if number in b.numbers)
    next_day = any(abs(one - other) == timedelta(days=1) for one in a.days for other in b.days)
    return True if a.type == "pardon" and many and next_day and a.origin and a.origin == b.origin else None


def plan_came_about(a: Telling, b: Telling) -> bool | None:
    """What was planned for these days, the same way and of about as many people, came about."""
    plan, fact = (a, b) if b.is_settled else (b, a)
    if plan.statuses != {"planned"} or not fact.is_settled or not fact.days:
        return None
    if not (_is_exchange(a) or _same_direction(a, b)):
        return None
    numbered = plan.numbers and fact.numbers
    about_as_many = numbered and (plan.reach.agrees(fact.reach) or plan.reach.disputes(fact.reach))
    if numbered and not about_as_many:
        return None
    if plan.windows:
        due = any(window.first <= day <= window.last for window in plan.windows for day in fact.days)
        return True if due and (about_as_many or set(plan.days) & set(fact.days)) else None
    return True if about_as_many and any(_soon_after(plan, day) for day in fact.days) else None


def plan_told_with_it(a: Telling, b: Telling) -> bool | None:
    """One quote speaks of preparing it, without saying when or how many, and of how it comes about."""
    plan, fact = (a, b) if b.is_settled else (b, a)
    told_so = plan.statuses == {"planned"} and not plan.windows and not plan.numbers and fact.is_settled
    return True if told_so and plan.quotes & fact.quotes and _same_direction(a, b) else None


def same_demand(a: Telling, b: Telling) -> bool | None:
    """Somebody's call, for the same people and with the same date, told by two articles."""
    speakers = (a.speakers & b.speakers) - {None}
    called_for = a.statuses == b.statuses == {"called_for"}
    return True if called_for and speakers and _same_people(a, b) and a.groups == b.groups else None


def _is_exchange(a: Telling) -> bool:
    return a.type == "exchange"


def _doers(a: Telling) -> int:
    """Talks have two sides; what one does alone has one."""
    return 1 if a.type in ("sanctions_relief", "exercise") else 2


def _same_direction(a: Telling, b: Telling) -> bool:
    return bool((a.origin and a.origin == b.origin) or (a.destination and a.destination == b.destination))


def _same_people(a: Telling, b: Telling) -> bool:
    return _is_exchange(a) or _same_direction(a, b) or bool(a.nationality & b.nationality or a.groups & b.groups)


def _same_way(a: Telling, b: Telling) -> bool:
    """Tell whether both say from where, and to where, whose people or by whom."""
    to = a.destination and a.destination == b.destination
    alike = to or a.nationality & b.nationality or a.agents & b.agents
    return bool(a.origin and a.origin == b.origin and alike)


def _all_one_way(a: Telling, b: Telling) -> bool:
    """Where both name whose citizens they are, some of them may be a part of the others."""
    citizens = a.nationality == b.nationality or not (a.nationality and b.nationality)
    to = a.destination == b.destination or (a.type != "return" and not (a.destination and b.destination))
    return bool(a.origin and a.origin == b.origin and to and citizens)


def _groups_as_of_two_sides(a: Telling, b: Telling) -> bool:
    """One side counts soldiers where the other counts civilians too; elsewhere another group is a part."""
    return a.groups == b.groups or _is_exchange(a) or a.groups | b.groups <= {"military", "mixed"}


def _one_time(a: Telling, b: Telling) -> bool:
    if a.windows and b.windows:
        return all(one.overlaps(other) for one in a.windows for other in b.windows)
    if a.windows or b.windows:
        dated, undated = (a, b) if a.windows else (b, a)
        days = [window for window in dated.windows if window.day]
        return bool(undated.published) and any(
            timedelta(0) <= undated.published[1] - window.first <= timedelta(days=_REPORTED_WITHIN) for window in days
        )
    return near(a.published, b.published, _TOLD_WITHIN) and _span_of(a, b) <= timedelta(days=2 * _TOLD_WITHIN)


def _span_of(a: Telling, b: Telling) -> timedelta:
    return max(a.published[1], b.published[1]) - min(a.published[0], b.published[0])


def _soon_after(plan: Telling, day) -> bool:
    if not plan.published:
        return False
    first, last = plan.published
    return shifted(first, -1) <= day <= shifted(last, _CARRIED_OUT_WITHIN)
