"""Events that are part of a larger one: five of the hundred, the first day of three."""

from collections.abc import Iterator, Mapping

from dodomu.models import Event
from dodomu.resolve.claims import SETTLED, conflict, dates_conflict
from dodomu.resolve.days import window_of
from dodomu.resolve.kinship import Kin
from dodomu.resolve.passages import Passages
from dodomu.resolve.rules import decide


def of_another_family(part: Event, whole: Event) -> bool | None:
    """Only people who become free can be some of those who become free."""
    return False if part.family != "release" or whole.family != "release" else None


def not_as_settled(part: Event, whole: Event) -> bool | None:
    """What is planned is no part of what has happened, nor the other way round."""
    return False if (part.status in SETTLED) != (whole.status in SETTLED) else None


def elsewhere_or_another_day(part: Event, whole: Event) -> bool | None:
    """A part leaves the same custody on the same day."""
    return False if conflict(part.origin, whole.origin) or dates_conflict(part, whole) else None


def smaller(part: Event, whole: Event) -> bool | None:
    """A part is smaller than the whole, whose sentence names it."""
    return part.count < whole.count if part.count is not None and whole.count is not None else None


PART_OF = (of_another_family, not_as_settled, elsewhere_or_another_day, smaller)


def wholes(kin: Mapping[str, Kin], passages: Mapping[str, Passages]) -> dict[str, str]:
    """Find which event each is part of, by id.

    The sentence of the larger names the part; where its own article does not tell of the part, another may, if the
    day, the custody and the number are the same and there is only one such event. Stages are the days of one
    exchange whose numbers make up its own.

    Parameters
    ----------
    kin
        The events with what is known of them beside, by id.
    passages
        The sentences of each article, by its id.
    """
    found = dict(_stages(kin))
    counted: dict[tuple, dict[str, None]] = {}
    for event_id, one in kin.items():
        for key in ((article_id, one.event.count) for article_id in one.articles):
            counted.setdefault(key, {})[event_id] = None
        if one.event.origin and one.event.date:
            counted.setdefault((_day(one.event), one.event.origin, one.event.count), {})[event_id] = None
    for whole_id, whole in kin.items():
        if whole.event.family == "release" and whole.event.count is not None:
            named = dict.fromkeys([*_named(whole, passages), *_summed(whole)])
            for article_id, number in named:
                here = _parts(counted.get((article_id, number), ()), whole, kin)
                elsewhere = counted.get((_day(whole.event), whole.event.origin, number), ())
                there = () if here else _parts(elsewhere, whole, kin)
                for part_id in here or (there if len(there) == 1 else ()):
                    found.setdefault(part_id, whole_id)
    return found


def _parts(candidates, whole: Kin, kin: Mapping[str, Kin]) -> list[str]:
    known = ((event_id, kin[event_id].event) for event_id in candidates)
    verdicts = {event_id: decide(PART_OF, event, whole.event) for event_id, event in known}
    return [event_id for event_id, verdict in verdicts.items() if verdict and verdict.value]


def _named(whole: Kin, passages: Mapping[str, Passages]) -> Iterator[tuple[str, int]]:
    for mention in whole.mentions:
        for number in passages[mention.article_id].parts_named(mention.trigger_end):
            yield mention.article_id, number


def _summed(whole: Kin) -> Iterator[tuple[str, int]]:
    """Soldiers and civilians whom one adds up, another may tell of apart."""
    for article_id in whole.articles:
        for number in sorted(whole.summands):
            yield article_id, number


def _day(event: Event):
    window = window_of(event)
    return window.day if window else None


_LONGEST = 31


def _stages(kin: Mapping[str, Kin]) -> Iterator[tuple[str, str]]:
    """Find the days of a happening of several days: each a stage of its own, and all of its people together."""
    by_day: dict[tuple, list[str]] = {}
    for event_id, one in kin.items():
        event = one.event
        if one.exact and event.family == "release" and event.status in SETTLED and (day := _day(event)):
            by_day.setdefault((event.type, event.origin, event.destination, day.toordinal()), []).append(event_id)
    for whole_id, whole in kin.items():
        window = window_of(whole.event)
        if not whole.exact or not window or window.extent == "total" or whole.event.status not in SETTLED:
            continue
        first, last = window.first.toordinal(), window.last.toordinal()
        if 0 < last - first < _LONGEST:
            key = whole.event.type, whole.event.origin, whole.event.destination
            days = [by_day[*key, day] for day in range(first, last + 1) if (*key, day) in by_day]
            stages = [event_id for of_day in days for event_id in of_day]
            if len(stages) > 1 and sum(kin[event_id].exact for event_id in stages) == whole.exact:
                yield from ((event_id, whole_id) for event_id in stages)
