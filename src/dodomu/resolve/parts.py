"""Events that are part of a larger one: five of the hundred."""

from collections.abc import Iterator, Mapping, Sequence

from dodomu.models import Event, Mention
from dodomu.resolve.claims import SETTLED, conflict, dates_conflict
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


def wholes(
    events: Sequence[Event], mentions: Mapping[str, Sequence[Mention]], passages: Mapping[str, Passages]
) -> dict[str, str]:
    """Find which event each is part of, by id, where the sentence of the larger says so.

    Parameters
    ----------
    events
        All events.
    mentions
        The mentions of each event, by its id.
    passages
        The sentences of each article, by its id.
    """
    counted: dict[tuple[str, int | None], list[Event]] = {}
    for event in events:
        for article_id in {mention.article_id: None for mention in mentions[event.event_id]}:
            counted.setdefault((article_id, event.count), []).append(event)
    found: dict[str, str] = {}
    for whole in events:
        if whole.family == "release" and whole.count is not None:
            for named in dict.fromkeys(_named(mentions[whole.event_id], passages)):
                for part in counted.get(named, ()):
                    verdict = decide(PART_OF, part, whole)
                    if verdict and verdict.value:
                        found.setdefault(part.event_id, whole.event_id)
    return found


def _named(mentions: Sequence[Mention], passages: Mapping[str, Passages]) -> Iterator[tuple[str, int]]:
    for mention in mentions:
        for number in passages[mention.article_id].parts_named(mention.trigger_end):
            yield mention.article_id, number
