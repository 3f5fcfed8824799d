"""What shows that two events concern the same people, wholly or in part, and what forbids it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dodomu.models import Event, Mention
from dodomu.resolve.claims import conflict, dates_conflict, groups_differ
from dodomu.resolve.days import near, window_of
from dodomu.resolve.numbers import number_of, overlap

_FEW = 2
"""Below this, the same number says little: two people may be released one by one."""

_MANY = 10
"""From here on the same number in two articles is hardly that of other people, on one day and from one custody."""

_AFTER_A_PARDON = timedelta(days=30)
_REPORTED_WITHIN = timedelta(days=7)
_TOLD_WITHIN = 3


@dataclass(frozen=True)
class Kin:
    """An event with its mentions, the days on which they were published, and the numbers that its own is a sum of."""

    event: Event
    mentions: Sequence[Mention]
    published: tuple[date, date] | None = None
    summands: frozenset[int] = frozenset()

    @cached_property
    def articles(self) -> dict[str, None]:
        """The articles that tell of it."""
        return {mention.article_id: None for mention in self.mentions}

    @property
    def exact(self) -> int | None:
        """Its count, where it is exact."""
        return self.event.count if self.event.count_qualifier == "exact" else None


def denied(a: Kin, b: Kin) -> bool | None:
    """What did not happen concerns nobody."""
    return False if "denied" in (a.event.status, b.event.status) else None


def from_elsewhere(a: Kin, b: Kin) -> bool | None:
    """Nobody leaves the custody of two states at once."""
    return False if conflict(a.event.origin, b.event.origin) else None


def on_another_day(a: Kin, b: Kin) -> bool | None:
    """People become free once; only a pardon may come days before."""
    if not dates_conflict(a.event, b.event):
        return None
    pardon, other = (a.event, b.event) if a.event.type == "pardon" else (b.event, a.event)
    if pardon.type != "pardon" or other.type == "pardon" or not (pardon.date_latest and other.date_earliest):
        return False
    return None if timedelta(0) <= other.date_earliest - pardon.date_latest <= _AFTER_A_PARDON else False


def to_elsewhere(a: Kin, b: Kin) -> bool | None:
    """Those who came to one state are not those who came to another."""
    return False if conflict(a.event.destination, b.event.destination) else None


def of_another_kind(a: Kin, b: Kin) -> bool | None:
    """Soldiers are no civilians, and citizens of one state are none of another."""
    mine, others = set(a.event.nationality), set(b.event.nationality)
    apart = groups_differ(a.event.group, b.event.group) or (mine and others and not mine & others)
    return False if apart or "remains" in (a.event.group, b.event.group) else None


def total(a: Kin, b: Kin) -> bool | None:
    """A running total is of everybody."""
    return False if "total" in (a.event.date_extent, b.event.date_extent) else None


def tied(a: Kin, b: Kin) -> bool | None:
    """The article says of one that it is part of the other, or the whole of what it has told before."""
    return True


def same_number(a: Kin, b: Kin) -> bool | None:
    """The same number of people, from the same custody, in one article."""
    one, other = number_of(a.event), number_of(b.event)
    if not one or not other or one.named != other.named or min(one.named) < _FEW:
        return None
    custody = a.event.origin and a.event.origin == b.event.origin
    return True if custody or min(one.named) >= _MANY or _day(a.event) == _day(b.event) else None


def one_number_of_a_day(a: Kin, b: Kin) -> bool | None:
    """An article tells of an exchange and of a return that day, and one number makes both true."""
    numbers = [number for number in (number_of(a.event), number_of(b.event)) if number]
    enough = len(numbers) == 2 and min(min(number.named) for number in numbers) >= _MANY
    return True if enough and overlap(numbers) else None


def people_of_an_exchange(a: Kin, b: Kin) -> bool | None:
    """The paragraph of an exchange tells who came home by it, and no number speaks against it."""
    numbers = [number for number in (number_of(a.event), number_of(b.event)) if number]
    smaller = len(numbers) == 2 and not overlap(numbers)
    return None if smaller or "children" in (a.event.group, b.event.group) else True


def many_of_one_time(a: Kin, b: Kin) -> bool | None:
    """The same exact number, and no small one, from the same custody at one time, told by two articles."""
    many = a.exact is not None and a.exact == b.exact and a.exact >= _MANY
    return of_one_time(a, b) if many and _from_one_custody(a.event, b.event) else None


def about_as_many_that_day(a: Kin, b: Kin) -> bool | None:
    """«Близько сотні» and 114 on one day, from the same custody."""
    numbers = [number for number in (number_of(a.event), number_of(b.event)) if number]
    one_day = a.event.date_earliest is not None and _day(a.event) == _day(b.event)
    rounded = len(numbers) == 2 and any(number.exact is None for number in numbers) and overlap(numbers)
    enough = rounded and min(min(number.named) for number in numbers) >= _MANY
    return True if one_day and enough and a.event.origin and a.event.origin == b.event.origin else None


def of_one_time(a: Kin, b: Kin) -> bool | None:
    """Dated alike or, where one gives no date, told of while it was news."""
    if a.event.date and b.event.date:
        return True
    if a.event.date or b.event.date:
        dated, undated = (a, b) if a.event.date else (b, a)
        day = _day(dated.event)
        fresh = day and undated.published and timedelta(0) <= undated.published[1] - day <= _REPORTED_WITHIN
        return True if fresh else None
    return True if near(a.published, b.published, _TOLD_WITHIN) else None


def _day(event: Event) -> date | None:
    window = window_of(event)
    return window.day if window else None


def _from_one_custody(a: Event, b: Event) -> bool:
    one_exchanged = "exchange" in (a.type, b.type) and (a.origin is None or b.origin is None)
    return bool(a.origin and a.origin == b.origin) or (one_exchanged and bool(a.date and b.date))


_VETOES = (denied, from_elsewhere, on_another_day, to_elsewhere, of_another_kind, total)

TIED_BY_WORDS = (denied, from_elsewhere, on_another_day, total, tied)
IN_ONE_ARTICLE = (*_VETOES, same_number)
IN_ONE_ARTICLE_AND_DAY = (denied, from_elsewhere, on_another_day, of_another_kind, total, one_number_of_a_day)
IN_ONE_PARAGRAPH = (denied, from_elsewhere, on_another_day, of_another_kind, total, people_of_an_exchange)
IN_SEVERAL_ARTICLES = (*_VETOES, many_of_one_time, about_as_many_that_day)
OF_ONE_TIME = (denied, from_elsewhere, on_another_day, total, of_one_time)
