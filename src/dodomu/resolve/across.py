"""Which tellings, of one article or of several, are of one happening."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from dodomu.resolve import evidence
from dodomu.resolve.days import Window, shifted
from dodomu.resolve.forest import Forest
from dodomu.resolve.rules import Rule, decide
from dodomu.resolve.tellings import Telling

_MOST = 64
"""Where more tellings than this could be the one, nobody can say which it is."""

_LONGEST = 31
"""A plan for more days than this is no plan for a day."""


class Step(NamedTuple):
    """A kind of evidence: the tellings that have a key in common are judged by its rule."""

    keys: Callable[[Telling], Iterable[Hashable]]
    rule: Rule


def by_article_and_number(telling: Telling) -> Iterator[Hashable]:
    for article_id in telling.by_article if len(telling.by_article) == 1 else ():
        for number in telling.numbers:
            yield article_id, number.named


def by_dates_and_number(telling: Telling) -> Iterator[Hashable]:
    for window in telling.windows:
        for number in telling.numbers:
            yield window.first, window.last, number.named


def by_day(telling: Telling) -> Iterator[Hashable]:
    yield from telling.days


def by_month_and_number(telling: Telling) -> Iterator[Hashable]:
    if telling.windows:
        months = [month for window in telling.windows for month in window.months()]
    elif telling.published:
        first, last = telling.published
        months = Window(shifted(first, -7), last, "point").months()
    else:
        months = []
    for number in telling.numbers:
        if number.exact is not None:
            for month in months:
                yield month, number.exact


def by_day_around(telling: Telling) -> Iterator[Hashable]:
    for number in telling.numbers:
        for day in telling.days if telling.type == "pardon" else ():
            yield day, number.exact
            yield shifted(day, 1), number.exact


def by_day_or_days_planned(telling: Telling) -> Iterator[Hashable]:
    if telling.is_settled:
        yield from telling.days
    elif telling.windows:
        for window in telling.windows:
            yield from _days(window.first, window.last)
    elif telling.published:
        first, last = telling.published
        yield from _days(shifted(first, -1), shifted(last, 14))


def by_quote(telling: Telling) -> Iterator[Hashable]:
    yield from telling.quotes


def by_demand(telling: Telling) -> Iterator[Hashable]:
    if telling.statuses == {"called_for"}:
        for window in telling.windows:
            for speaker in telling.speakers - {None}:
                yield window, speaker


STEPS = (
    Step(by_article_and_number, evidence.same_number_in_one_article),
    Step(by_dates_and_number, evidence.same_dates_and_number),
    Step(by_day, evidence.numbers_that_agree),
    Step(by_day, evidence.some_of_an_exchange),
    Step(by_day, evidence.both_sides_summed),
    Step(by_day, evidence.one_without_number),
    Step(by_month_and_number, evidence.dates_that_overlap),
    Step(by_day, evidence.sources_contradict),
    Step(by_day_around, evidence.signed_and_reported),
    Step(by_day_or_days_planned, evidence.plan_came_about),
    Step(by_quote, evidence.plan_told_with_it),
    Step(by_demand, evidence.same_demand),
)
"""From the strongest evidence to the weakest: what the first have joined has more to tell to the next."""


@dataclass
class Joined:
    """Tellings, one for each event, and those that could be of several others.

    Attributes
    ----------
    events
        The tellings, in the order of their first claims.
    undecided
        The tellings that one could be of, but of which nobody can say which.
    """

    events: list[Telling]
    undecided: dict[Telling, list[Telling]] = field(default_factory=dict)


def join(tellings: Sequence[Telling]) -> Joined:
    """Join the tellings of one happening: where there is evidence for it, and for no other happening.

    The most specific are taken first, so that what says less finds all that it could be of. Only tellings of one type
    with a key in common are compared, so the time grows with their number and not with its square.
    """
    forest, undecided = Forest(), {}
    current = list(tellings)
    for step in STEPS:
        current = _pass(current, step, forest, undecided)
    events = sorted(current, key=lambda telling: telling.rank)
    for event in events:
        event.claims.sort(key=lambda claim: claim.rank)
    return Joined(events, _left(undecided, set(events), forest))


def _pass(tellings: list[Telling], step: Step, forest: Forest, undecided: dict[Telling, list[Telling]]) -> list:
    keys = {telling: [(telling.type, key) for key in step.keys(telling)] for telling in tellings}
    shared = Counter(key for found in keys.values() for key in found)
    alike: dict[Hashable, dict[Telling, None]] = {key: {} for key, n in shared.items() if n > 1}
    left = dict.fromkeys(tellings)
    ordered = [telling for telling in tellings if any(key in alike for key in keys[telling])]
    ordered.sort(key=lambda telling: (telling.how_specific, telling.rank))
    for telling in ordered:
        mine = [key for key in keys[telling] if key in alike]
        candidates: dict[Telling, None] = {}
        for key in mine:
            candidates |= _present(alike[key], forest)
        fitting = _fitting(telling, candidates, step.rule)
        if len(fitting) > 1:
            undecided[telling] = fitting
        if len(fitting) == 1:
            telling = _one_of(fitting[0], telling, forest, left)
        for key in mine:
            if len(alike[key]) <= _MOST:
                alike[key][telling] = None
    return list(left)


def _present(there: dict[Telling, None], forest: Forest) -> dict[Telling, None]:
    """Put those that stand for others in their place."""
    for stale in [one for one in there if forest.root(one) is not one]:
        del there[stale]
        there[forest.root(stale)] = None
    return there


def _fitting(telling: Telling, candidates: dict[Telling, None], rule: Rule) -> list[Telling]:
    if len(candidates) > _MOST:
        return []
    found = []
    for other in candidates:
        verdict = decide((*evidence.VETOES, rule), other, telling)
        if verdict and verdict.value:
            found.append(other)
    return found


def _one_of(event: Telling, other: Telling, forest: Forest, left: dict[Telling, None]) -> Telling:
    """Put the smaller into the larger, which costs least."""
    large, small = (event, other) if len(event.claims) >= len(other.claims) else (other, event)
    large.join(small)
    forest.join(large, small)
    left.pop(small, None)
    return large


def _left(undecided: dict[Telling, list[Telling]], events: set[Telling], forest: Forest) -> dict:
    """Give those that are still events of their own, with what the others have become."""
    found = {}
    for telling, others in undecided.items():
        roots = list(dict.fromkeys(forest.root(other) for other in others))
        if telling in events and telling not in roots and len(roots) > 1:
            found[telling] = roots
    return found


def _days(first: date, last: date) -> Iterator[date]:
    if (last - first).days <= _LONGEST:
        for n in range((last - first).days + 1):
            yield shifted(first, n)
