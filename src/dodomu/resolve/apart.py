"""Why events that look alike are not one: said in the note of the first mention of the later."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from dodomu.models import event_id
from dodomu.resolve.across import Joined
from dodomu.resolve.evidence import VETOES
from dodomu.resolve.rules import Rule, decide
from dodomu.resolve.tellings import Telling, of_other_people

_WEEK = timedelta(days=7)
_SEASON = timedelta(days=60)


def other_people(a: Telling, b: Telling) -> str | None:
    """Those who come from elsewhere need no word."""
    return "" if of_other_people(a, b) else None


def another_day(a: Telling, b: Telling) -> str | None:
    """The same number on another day, or another day of one week, may be another happening."""
    apart = _days_apart(a, b)
    same_number = _exact(a) & _exact(b) - {1}
    return "another day" if apart and (apart <= _WEEK or (same_number and apart <= _SEASON)) else None


def forbidden(a: Telling, b: Telling) -> str | None:
    """A veto says why itself."""
    verdict = decide(VETOES, a, b)
    return verdict.reason if verdict and _days_apart(a, b) == timedelta(0) else None


def another_number(a: Telling, b: Telling) -> str | None:
    """On one day numbers differ by more than sources do, or nothing shows that they are of the same people."""
    both = a.numbers and b.numbers and not a.numbers.keys() & b.numbers.keys() and _days_apart(a, b) == timedelta(0)
    return "another number, and nothing shows that the people are the same" if both else None


WHY: tuple[Rule, ...] = (other_people, another_day, forbidden, another_number)


def notes_of(joined: Joined, whole_of: Mapping[str, str]) -> dict[str, str]:
    """Give the notes, by the id of the mention that bears each.

    Looked at are neighbours: events of one type that follow each other in time, and events of one type and number.

    Parameters
    ----------
    joined
        The events.
    whole_of
        The larger event that one is part of, by id: a part needs no such word.
    """
    said: dict[Telling, dict[str, None]] = {}
    for a, b in _neighbours(joined.events):
        ids = [event_id(telling.claims[0].mention.mention_id) for telling in (a, b)]
        if whole_of.get(ids[0], ids[0]) == whole_of.get(ids[1], ids[1]):
            continue
        verdict = decide(WHY, a, b)
        if verdict and verdict.value:
            earlier, later = sorted((a, b), key=lambda telling: telling.rank)
            said.setdefault(later, {})[f"kept apart from {_named(earlier)}: {verdict.value}"] = None
    for telling, others in joined.undecided.items():
        named = " or ".join(sorted(map(_named, others)))
        said.setdefault(telling, {})[f"may also be told of {named}: nothing shows of which"] = None
    return {telling.claims[0].mention.mention_id: "; ".join(notes) for telling, notes in said.items()}


def _neighbours(events: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    dated = [event for event in events if event.is_release and event.days and not event.is_total]
    by_time = sorted(dated, key=lambda event: (event.type, min(event.days), event.rank))
    by_number = sorted(
        (event for event in dated if _exact(event)), key=lambda e: (e.type, min(_exact(e)), min(e.days), e.rank)
    )
    for ordered in (by_time, by_number):
        for a, b in zip(ordered, ordered[1:], strict=False):
            if a.type == b.type:
                yield a, b


def _days_apart(a: Telling, b: Telling) -> timedelta | None:
    if not a.days or not b.days:
        return None
    return min(abs(one - other) for one in a.days for other in b.days)


def _exact(telling: Telling) -> set[int]:
    return {number.exact for number in telling.numbers if number.exact is not None}


def _named(telling: Telling) -> str:
    """Name an event by what it is, for its id may change yet."""
    number = min(_exact(telling), default=None)
    when = " or ".join(str(day) for day in sorted(telling.days)[:2])
    article = telling.claims[0].mention.article_id
    parts = [f"the {telling.type}", f"of {number}" if number is not None else "", f"on {when}" if when else ""]
    return " ".join([part for part in parts if part] + [f"in {article}"])
