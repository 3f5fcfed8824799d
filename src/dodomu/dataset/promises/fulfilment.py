"""Fulfilment: which deed is the outcome of a promise."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from dodomu.dataset.promises.deeds import FULFIL, Deed, several
from dodomu.dataset.promises.outcome import comes_after, rank
from dodomu.dataset.promises.promised import Promise

_VAGUE = ("people", "mixed", None)


class Done:
    """What was done, ready to be asked for what fulfils a promise."""

    def __init__(self, deeds: Iterable[Deed]):
        self._by: dict[tuple[str, str, str], list[Deed]] = {}
        for deed in sorted(deeds, key=lambda deed: (deed.latest, deed.event_id is None)):
            for key in dict.fromkeys(_keys(deed.slots, deed.slots["type"])):
                self._by.setdefault(key, []).append(deed)

    def outcome(self, promise: Promise, until: date | None) -> Deed | None:
        """Give the first deed that surely keeps a promise, else the first that may; none of after the day looked up to.

        Of one key only the first that surely comes after the promise is looked at, and the first that may.
        """
        keys = dict.fromkeys(_wanted(promise.slots))
        found = [deed for key in keys for deed in self._first_of(key, promise, until)]
        return min(
            found, key=lambda deed: (rank(promise, deed, until), deed.latest, deed.event_id is None), default=None
        )

    def _first_of(self, key: tuple[str, str, str], promise: Promise, until: date | None) -> Iterator[Deed]:
        deeds, earliest = self._by.get(key, []), promise.made[0]
        start = bisect_left(deeds, earliest, key=lambda deed: deed.latest) if earliest else 0
        unsure = False
        for deed in deeds[start:]:
            if until and deed.earliest > until or not all(rule(promise, deed) for rule in RULES):
                continue
            if comes_after(promise, deed):
                yield deed
                return
            if not unsure:
                unsure = True
                yield deed


def _keys(slots: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str, str]]:
    yield from (("origin", kind, origin) for origin in several(slots["origin"]))
    yield from (("agent", kind, agent) for agent in several(slots["agents"]))
    if slots["cohort_id"]:
        yield "cohort", kind, slots["cohort_id"]


def _wanted(slots: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give where to look: a deed must have the origin, an agent or the people in common with the promise."""
    for kind in FULFIL.get(slots.get("type"), ()):
        yield from _keys(slots, kind)


def is_another(promise: Promise, deed: Deed) -> bool:
    """Nothing fulfils itself."""
    return deed.event_id != promise.row["event_id"]


def is_not_before(promise: Promise, deed: Deed) -> bool:
    """What was over before it was promised is no fulfilment."""
    return promise.made[0] is None or deed.latest >= promise.made[0]


def goes_the_same_way(promise: Promise, deed: Deed) -> bool:
    """From there and to there, as far as both are said."""
    return all(
        not promise.slots[name] or not deed.slots[name] or promise.slots[name] in several(deed.slots[name])
        for name in ("origin", "destination")
    )


def of_the_same_people(promise: Promise, deed: Deed) -> bool:
    """Soldiers are no children; «people» may be anybody."""
    mine, theirs = promise.slots["group"], deed.slots["group"]
    return mine in _VAGUE or theirs in _VAGUE or mine == theirs


def of_enough_people(promise: Promise, deed: Deed) -> bool:
    """Fewer than promised are not what was promised."""
    mine, theirs = promise.slots["count"], deed.slots["count"]
    return mine is None or (theirs is not None and theirs >= mine)


def surely_the_same_without_a_deadline(promise: Promise, deed: Deed) -> bool:
    """Without a deadline anything later would do: only the same people, or the same number of them, are believed."""
    if promise.deadline is not None:
        return True
    same_people = promise.slots["cohort_id"] and promise.slots["cohort_id"] == deed.slots["cohort_id"]
    return bool(same_people or (promise.slots["count"] and promise.slots["count"] == deed.slots["count"]))


RULES = (
    is_another,
    is_not_before,
    goes_the_same_way,
    of_the_same_people,
    of_enough_people,
    surely_the_same_without_a_deadline,
)
"""All that a deed must be to count as the outcome of a promise."""
