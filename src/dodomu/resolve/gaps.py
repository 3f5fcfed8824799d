"""Why the cells of events are empty: for the reason that their mentions give."""

from collections.abc import Mapping, Sequence

from dodomu.models import Event, Gap, Mention


def gaps_of(events: Sequence[Event], mentions: Mapping[str, Sequence[Mention]], gaps: Sequence[Gap]) -> list[Gap]:
    """Give the gaps of the events, from those of their mentions."""
    reasons: dict[str, dict[str, str]] = {}
    for gap in gaps:
        reasons.setdefault(gap.record_id, {})[gap.field] = gap.reason
    made = []
    for event in events:
        given: dict[str, str] = {}
        for mention in mentions[event.event_id]:
            given = reasons.get(mention.mention_id, {}) | given
        # a list is empty, not null
        made += [
            Gap(record_id=event.event_id, field=field, reason=reason)
            for field, reason in given.items()
            if getattr(event, field, "") in (None, [])
        ]
    return made
