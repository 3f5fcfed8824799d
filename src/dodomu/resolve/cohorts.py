"""Events that concern the same people, wholly or in part: the pardon, the release and the return that follow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from dodomu.models import Event, Mention
from dodomu.resolve.claims import conflict, dates_conflict
from dodomu.resolve.passages import Passages
from dodomu.resolve.rules import decide

_FEW = 2
"""Below this, the same number says little: two people may be released one by one."""

Pairs = set[tuple[str, str]]
"""Ids of two events that a sentence ties together, the part before the whole."""


def denied(a: Event, b: Event, tied: Pairs) -> bool | None:
    """What did not happen concerns nobody."""
    return False if "denied" in (a.status, b.status) else None


def from_elsewhere(a: Event, b: Event, tied: Pairs) -> bool | None:
    """Nobody leaves the custody of two states at once."""
    return False if conflict(a.origin, b.origin) else None


def on_another_day(a: Event, b: Event, tied: Pairs) -> bool | None:
    """People become free once; only a pardon may come days before."""
    return False if dates_conflict(a, b) and "pardon" not in (a.type, b.type) else None


def part_and_whole(a: Event, b: Event, tied: Pairs) -> bool | None:
    """The article says of one that it is part of the other, or the whole of what it has told before."""
    return True if (a.event_id, b.event_id) in tied or (b.event_id, a.event_id) in tied else None


def same_number(a: Event, b: Event, tied: Pairs) -> bool | None:
    """The same number of people, from the same custody, in one article."""
    return True if a.count is not None and a.count == b.count and a.count >= _FEW else None


SAME_PEOPLE = (denied, from_elsewhere, on_another_day, part_and_whole, same_number)


def cohorts(
    events: Sequence[Event],
    wholes: Mapping[str, str],
    mentions: Mapping[str, Sequence[Mention]],
    passages: Mapping[str, Passages],
) -> dict[str, str]:
    """Give the cohort of each event of the release family.

    Parameters
    ----------
    events, mentions, passages
        As `dodomu.resolve.parts.wholes` takes them.
    wholes
        What that gives.

    Returns
    -------
    dict
        By the event's id: ``c-`` and the rest of the id of the cohort's first event.
    """
    released = {event.event_id: event for event in events if event.family == "release"}
    tied = {*wholes.items(), *_summed_up(released, mentions, passages)}
    place = {event_id: at for at, event_id in enumerate(released)}
    root = {event_id: event_id for event_id in released}

    def root_of(event_id: str) -> str:
        while root[event_id] != event_id:
            root[event_id] = root[root[event_id]]
            event_id = root[event_id]
        return event_id

    for a, b in _candidates(released, tied, mentions):
        verdict = decide(SAME_PEOPLE, released[a], released[b], tied)
        if verdict and verdict.value:
            first, second = sorted((root_of(a), root_of(b)), key=place.__getitem__)
            root[second] = first
    return {event_id: f"c-{root_of(event_id).partition('-')[2]}" for event_id in released}


def _candidates(
    released: Mapping[str, Event], tied: Pairs, mentions: Mapping[str, Sequence[Mention]]
) -> Iterator[tuple[str, str]]:
    """Pair only what can be the same people: an article may mention a hundred thousand events."""
    yield from sorted(tied)
    alike: dict[tuple[str, int], list[str]] = {}
    for event in released.values():
        if event.count is not None:
            for article_id in _articles(mentions[event.event_id]):
                alike.setdefault((article_id, event.count), []).append(event.event_id)
    for together in alike.values():
        yield from combinations(together, 2) if len(together) < 100 else pairwise(together)


def _summed_up(
    released: Mapping[str, Event], mentions: Mapping[str, Sequence[Mention]], passages: Mapping[str, Passages]
) -> Iterator[tuple[str, str]]:
    """Find the smaller numbers before a sentence that begins with «загалом», in its paragraph."""
    told: dict[tuple[str, int], dict[str, None]] = {}
    for mention, event in _in_order(released, mentions):
        where = passages[mention.article_id]
        before = told.setdefault((mention.article_id, where.paragraph(mention.trigger_start)), {})
        if before and where.gives_the_whole(mention.trigger_start):
            yield from ((part, event.event_id) for part in before if released[part].count < event.count)
        before[event.event_id] = None


def _in_order(released: Mapping[str, Event], mentions: Mapping[str, Sequence[Mention]]) -> list[tuple[Mention, Event]]:
    counted = [
        (mention, event)
        for event in released.values()
        if event.count is not None
        for mention in mentions[event.event_id]
    ]
    return sorted(counted, key=lambda pair: (pair[0].article_id, pair[0].trigger_start))


def _articles(mentions: Iterable[Mention]) -> list[str]:
    return list({mention.article_id: None for mention in mentions})
