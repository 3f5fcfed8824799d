"""Why a cell of a mention is empty."""

from dodomu.extract.mentions.draft import Draft
from dodomu.models import Gap, Mention


def _date(draft: Draft) -> str:
    reading = draft.view.reading
    if reading.published is None and any(draft.clause.holds(hit.first) for hit in draft.view.dates):
        return "a date without a year, and it is not known when the article was published"
    return "not said"


def _count(draft: Draft, mention: Mention) -> str:
    if mention.count_low is not None and mention.count_high is not None:
        return "a range is said, no number"
    if draft.people is not None and draft.people.number is not None and draft.people.number.value is None:
        return "said only as tens, hundreds or some"
    return "not said"


def gaps_of(draft: Draft, mention: Mention) -> list[Gap]:
    """Reasons of the empty cells that a reader of a release would miss; of other events only the date."""
    found: list[tuple[str, str]] = []
    if mention.date is None:
        found.append(("date", _date(draft)))
    if draft.is_release:
        if mention.count is None:
            found.append(("count", _count(draft, mention)))
        if not mention.nationality:
            found.append(("nationality", "not said"))
        if mention.origin is None:
            two_way = draft.type == "exchange" and draft.trigger.act == "noun"
            found.append(("origin", "an exchange goes both ways" if two_way else "not said"))
        if mention.destination is None and draft.type != "pardon":
            two_way = draft.type == "exchange" and draft.trigger.act == "noun"
            found.append(("destination", "an exchange goes both ways" if two_way else "not said"))
        if not mention.agents:
            found.append(("agents", "not said"))
    return [Gap(record_id=mention.mention_id, field=name, reason=reason) for name, reason in found]
