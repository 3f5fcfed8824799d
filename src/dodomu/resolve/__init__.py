"""Across mentions and articles: who is who, which mentions speak of one event, which events concern the same people."""

from collections.abc import Iterable, Sequence

from dodomu.models import Event, Extraction, KnownRelease, Mention
from dodomu.resolve.actors import assemble
from dodomu.resolve.cohorts import cohorts
from dodomu.resolve.constraints import Constraints, regrouped
from dodomu.resolve.events import event_of, group_mentions
from dodomu.resolve.gaps import gaps_of
from dodomu.resolve.parts import wholes
from dodomu.resolve.passages import Passages
from dodomu.resolve.records import Records
from dodomu.resolve.references import References

__all__ = ["Constraints", "Records", "resolve"]


def resolve(
    extractions: Sequence[Extraction], known: Iterable[KnownRelease] = (), constraints: Constraints | None = None
) -> Records:
    """Resolve what was read in some articles to events and actors.

    Parameters
    ----------
    extractions
        What was read, in the order in which the rows shall stand.
    known
        The rows of the reference table that events are linked to.
    constraints
        What people decided on which mentions are of one event.
    """
    known = list(known)
    articles = {one.article.article_id: one.article for one in extractions}
    roster = assemble(extractions)
    groups = group_mentions([mention for one in extractions for mention in one.mentions])
    if constraints:
        groups = regrouped(groups, constraints, lambda mention: mention.mention_id)
    events = [event_of(group, articles) for group in groups]
    of_event = {event.event_id: group for event, group in zip(events, groups, strict=True)}
    event_of_mention = {mention.mention_id: event_id for event_id, group in of_event.items() for mention in group}
    gaps = [gap for one in extractions for gap in one.gaps]
    events = _related(events, of_event, articles, References(known))
    return Records(
        articles=list(articles.values()),
        quotes=[
            quote.model_copy(update={"speaker_id": roster.id_of(quote.speaker)})
            for one in extractions
            for quote in one.quotes
        ],
        mentions=[
            mention.model_copy(update={"event_id": event_of_mention[mention.mention_id]})
            for one in extractions
            for mention in one.mentions
        ],
        events=events,
        actors=roster.actors(),
        # what one rule read twice for one cell is one passage
        evidence=list(dict.fromkeys(row for one in extractions for row in one.evidence)),
        known_releases=known,
        gaps=gaps + gaps_of(events, of_event, gaps),
    )


def _related(
    events: list[Event], of_event: dict[str, list[Mention]], articles: dict, references: References
) -> list[Event]:
    """Set how the events stand to each other and to the reference table."""
    passages = {article_id: Passages(article) for article_id, article in articles.items()}
    whole_of = wholes(events, of_event, passages)
    cohort_of = cohorts(events, whole_of, of_event, passages)
    return [
        event.model_copy(
            update={
                "part_of": whole_of.get(event.event_id),
                "cohort_id": cohort_of.get(event.event_id),
                "known_releases": references.links(event),
            }
        )
        for event in events
    ]
