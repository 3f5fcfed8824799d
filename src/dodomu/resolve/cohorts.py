"""Events that concern the same people, wholly or in part: the pardon, the release and the return that follow."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from dodomu.models import Event, Mention
from dodomu.resolve import kinship
from dodomu.resolve.days import Window, shifted, window_of
from dodomu.resolve.forest import Forest
from dodomu.resolve.kinship import Kin
from dodomu.resolve.numbers import number_of
from dodomu.resolve.passages import Passages
from dodomu.resolve.rules import decide

_MOST = 64
"""Of more events than this with one number, nobody can say which are of the same people."""


def cohorts(kin: Mapping[str, Kin], wholes: Mapping[str, str], passages: Mapping[str, Passages]) -> dict[str, str]:
    """Give the cohort of each event of the release family.

    Parameters
    ----------
    kin
        The events with what is known of them beside, by id, in the order of their first claims.
    wholes
        What `dodomu.resolve.parts.wholes` gives.
    passages
        The sentences of each article, by its id.

    Returns
    -------
    dict
        By the event's id: ``c-`` and the rest of the id of the cohort's first event.
    """
    released = {event_id: one for event_id, one in kin.items() if one.event.family == "release"}
    place = {event_id: at for at, event_id in enumerate(released)}
    forest = Forest()
    for a, b in _pairs(released, wholes, passages):
        first, second = sorted((forest.root(a), forest.root(b)), key=place.__getitem__)
        forest.join(first, second)
    return {event_id: f"c-{forest.root(event_id).partition('-')[2]}" for event_id in released}


def _pairs(
    released: Mapping[str, Kin], wholes: Mapping[str, str], passages: Mapping[str, Passages]
) -> Iterator[tuple[str, str]]:
    tied = {*wholes.items(), *_summed_up(released, passages)}
    for a, b in sorted(tied):
        if _accepts(kinship.TIED_BY_WORDS, released[a], released[b]):
            yield a, b
    for a, b in _of_one_article(released):
        if _accepts(kinship.IN_ONE_ARTICLE, released[a], released[b]):
            yield a, b
    for a, b in _of_one_exchange(released, lambda mention: 0):
        if _accepts(kinship.IN_ONE_ARTICLE_AND_DAY, released[a], released[b]):
            yield a, b
    for a, b in _of_one_exchange(released, lambda m: passages[m.article_id].paragraph(m.trigger_start)):
        if _accepts(kinship.IN_ONE_PARAGRAPH, released[a], released[b]):
            yield a, b
    yield from _of_several_articles(released)
    yield from _sums(released)


def _accepts(rules: Sequence, a: Kin, b: Kin) -> bool:
    verdict = decide(rules, a, b)
    return bool(verdict and verdict.value)


def _of_one_article(released: Mapping[str, Kin]) -> Iterator[tuple[str, str]]:
    """Pair what one article counts alike; it may mention a hundred thousand events."""
    alike: dict[tuple, list[str]] = {}
    for event_id, one in released.items():
        if number := number_of(one.event):
            for article_id in one.articles:
                alike.setdefault((article_id, number.named), []).append(event_id)
    for together in alike.values():
        yield from combinations(together, 2) if len(together) < _MOST else pairwise(together)


def _of_one_exchange(released: Mapping[str, Kin], passage: Callable[[Mention], int]) -> Iterator[tuple[str, str]]:
    """Pair the one exchange of a day with those who return that day, told in one passage of an article."""
    there: dict[tuple, dict[str, dict[str, None]]] = {}
    for event_id, one in released.items():
        day = (window := window_of(one.event)) and window.day
        kind = "exchange" if one.event.type == "exchange" else "people"
        for mention in one.mentions if day else ():
            key = mention.article_id, passage(mention), day
            there.setdefault(key, {}).setdefault(kind, {})[event_id] = None
    for together in there.values():
        if len(together.get("exchange", ())) == 1:
            [exchange] = together["exchange"]
            yield from ((exchange, other) for other in together.get("people", ()))


def _of_several_articles(released: Mapping[str, Kin]) -> Iterator[tuple[str, str]]:
    """Pair each event with the one event of another type that it can be, if there is only one."""
    index: dict[tuple, dict[str, None]] = {}
    for event_id, one in released.items():
        for key in _keys(one):
            index.setdefault(key, {})[event_id] = None
    fitting = {event_id: _fitting(event_id, released, index) for event_id in released}
    for event_id, by_type in fitting.items():
        for found in by_type.values():
            if len(found) == 1 and fitting[found[0]].get(released[event_id].event.type) == [event_id]:
                yield event_id, found[0]


def _fitting(event_id: str, released: Mapping[str, Kin], index: Mapping[tuple, Mapping]) -> dict[str, list[str]]:
    one, found = released[event_id], {}
    others = {other: None for key in _keys(one) if len(index[key]) <= _MOST for other in index[key]}
    for other in others:
        there = released[other]
        if there.event.type != one.event.type and _accepts(kinship.IN_SEVERAL_ARTICLES, one, there):
            found.setdefault(there.event.type, []).append(other)
    return found


def _keys(one: Kin) -> Iterator[tuple]:
    """Events of one day, and of one number within about a month."""
    window, count = window_of(one.event), one.exact
    if window and window.day:
        yield (window.day,)
    if count is None or (window and window.extent == "total"):
        return
    if window:
        stretch = Window(window.first, shifted(window.last, 31) if one.event.type == "pardon" else window.last, "point")
    elif one.published:
        stretch = Window(shifted(one.published[0], -7), one.published[1], "point")
    else:
        return
    yield from ((count, month) for month in stretch.months(4))


def _summed_up(released: Mapping[str, Kin], passages: Mapping[str, Passages]) -> Iterator[tuple[str, str]]:
    """Find the smaller numbers before a sentence that begins with «загалом», in its paragraph."""
    told: dict[tuple[str, int], dict[str, None]] = {}
    for mention, event in _in_order(released):
        where = passages[mention.article_id]
        before = told.setdefault((mention.article_id, where.paragraph(mention.trigger_start)), {})
        if before and where.gives_the_whole(mention.trigger_start):
            yield from ((part, event.event_id) for part in before if released[part].event.count < event.count)
        before[event.event_id] = None


def _in_order(released: Mapping[str, Kin]) -> list[tuple[Mention, Event]]:
    counted = [
        (mention, one.event) for one in released.values() if one.event.count is not None for mention in one.mentions
    ]
    return sorted(counted, key=lambda pair: (pair[0].article_id, pair[0].trigger_start))


def _sums(released: Mapping[str, Kin]) -> Iterator[tuple[str, str]]:
    """Find the 123 of whom 114 went to one state and 9 to another, that day."""
    ways: dict[tuple, dict[str, list[str]]] = {}
    for event_id, one in released.items():
        day = (window := window_of(one.event)) and window.day
        if day and one.exact and one.event.destination and one.event.type in ("release", "return"):
            ways.setdefault((one.event.origin, day), {}).setdefault(one.event.destination, []).append(event_id)
    wholes: dict[tuple, list[str]] = {}
    for event_id, one in released.items():
        if one.exact and one.event.type in ("pardon", "release"):
            wholes.setdefault((one.event.origin, one.exact), []).append(event_id)
    for (origin, _), by_destination in ways.items():
        largest = [max(found, key=lambda event_id: released[event_id].exact) for found in by_destination.values()]
        whole = sum(released[event_id].exact for event_id in largest)
        if len(largest) > 1:
            yield from _whole_of(largest, wholes.get((origin, whole), ())[:_MOST], released)


def _whole_of(parts: Sequence[str], wholes: Iterable[str], released: Mapping[str, Kin]) -> Iterator[tuple[str, str]]:
    fitting = [one for one in wholes if _accepts(kinship.OF_ONE_TIME, released[one], released[parts[0]])]
    if len(fitting) == 1:
        yield from ((part, fitting[0]) for part in parts)
