"""Why the cells of events are empty: for the reason that their mentions give, or because claims differ."""

from collections.abc import Mapping, Sequence

from dodomu.models import Event, Gap, Mention
from dodomu.resolve.claims import SETTLED
from dodomu.resolve.numbers import number_of


def gaps_of(events: Sequence[Event], mentions: Mapping[str, Sequence[Mention]], gaps: Sequence[Gap]) -> list[Gap]:
    """Give the gaps of the events, from those of their mentions.

    Parameters
    ----------
    events
        All events.
    mentions
        The mentions of each event, by its id, the first one first.
    gaps
        The gaps of the mentions.
    """
    reasons: dict[str, dict[str, str]] = {}
    for gap in gaps:
        reasons.setdefault(gap.record_id, {})[gap.field] = gap.reason
    made = []
    for event in events:
        given: dict[str, str] = {}
        for mention in mentions[event.event_id]:
            given = reasons.get(mention.mention_id, {}) | given
        if event.count is None and event.count_low is not None:
            given["count"] = _why_no_count(event, mentions[event.event_id])
        # a list is empty, not null
        made += [
            Gap(record_id=event.event_id, field=field, reason=reason)
            for field, reason in given.items()
            if getattr(event, field, "") in (None, [])
        ]
    return made


def _why_no_count(event: Event, mentions: Sequence[Mention]) -> str:
    if "count" not in event.contradictions:
        return f"a range: from {event.count_low} to {event.count_high}"
    numbers = [number for mention in mentions if mention.status in SETTLED and (number := number_of(mention))]
    named = sorted({figure for number in numbers for figure in number.named})
    return f"contradicted: sources say {' or '.join(map(str, named))}"
