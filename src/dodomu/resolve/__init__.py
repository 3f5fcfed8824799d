"""Across mentions and articles: who is who, which mentions speak of one event, which events concern the same people."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dodomu.models import Article, Event, Extraction, KnownRelease
from dodomu.resolve.across import Joined, join
from dodomu.resolve.actors import assemble
from dodomu.resolve.apart import notes_of
from dodomu.resolve.claimed import claims_of
from dodomu.resolve.cohorts import cohorts
from dodomu.resolve.constraints import Constraints
from dodomu.resolve.days import window_of
from dodomu.resolve.decided import as_decided
from dodomu.resolve.events import event_of
from dodomu.resolve.gaps import gaps_of
from dodomu.resolve.kinship import Kin
from dodomu.resolve.parts import wholes
from dodomu.resolve.passages import Passages
from dodomu.resolve.records import Records
from dodomu.resolve.references import References
from dodomu.resolve.within import tellings

__all__ = ["Constraints", "Records", "resolve"]


def resolve(
    extractions: Sequence[Extraction], known: Iterable[KnownRelease] = (), constraints: Constraints | None = None
) -> Records:
    """Resolve what was read in some articles to events and actors.

    Which mentions are of one event, and what the event is called, does not depend on the order of the articles:
    they are read in the order in which they were published.

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
    joined = join(tellings(claims_of(extractions)))
    if constraints:
        joined = as_decided(joined, constraints)
    events = [
        event_of([claim.mention for claim in telling.claims], articles, summands=telling.summands)
        for telling in joined.events
    ]
    of_event = {
        event.event_id: [claim.mention for claim in telling.claims]
        for event, telling in zip(events, joined.events, strict=True)
    }
    event_of_mention = {mention.mention_id: event_id for event_id, group in of_event.items() for mention in group}
    gaps = [gap for one in extractions for gap in one.gaps]
    events = _related(events, joined, articles, References(known))
    notes = notes_of(joined, {event.event_id: event.part_of for event in events if event.part_of})
    mentions = [
        mention.model_copy(
            update={
                "event_id": event_of_mention[mention.mention_id],
                "note": _noted(mention.note, notes.get(mention.mention_id)),
            }
        )
        for one in extractions
        for mention in one.mentions
    ]
    place = {event_id: at for at, event_id in enumerate(dict.fromkeys(mention.event_id for mention in mentions))}
    events.sort(key=lambda event: place[event.event_id])
    return Records(
        articles=list(articles.values()),
        quotes=[
            quote.model_copy(update={"speaker_id": roster.id_of(quote.speaker)})
            for one in extractions
            for quote in one.quotes
        ],
        mentions=mentions,
        events=events,
        actors=roster.actors(),
        # what one rule read twice for one cell is one passage
        evidence=list(dict.fromkeys(row for one in extractions for row in one.evidence)),
        known_releases=known,
        gaps=gaps + gaps_of(events, of_event, gaps),
    )


def _noted(*notes: str | None) -> str | None:
    return "; ".join(note for note in notes if note) or None


def _related(
    events: Sequence[Event], joined: Joined, articles: Mapping[str, Article], references: References
) -> list[Event]:
    """Set how the events stand to each other and to the reference table."""
    passages = {article_id: Passages(article) for article_id, article in articles.items()}
    kin = {
        event.event_id: Kin(
            event, [claim.mention for claim in telling.claims], telling.published, frozenset(telling.summands)
        )
        for event, telling in zip(events, joined.events, strict=True)
    }
    whole_of = wholes(kin, passages)
    cohort_of = cohorts(kin, whole_of, passages)
    day_of = _days(kin, cohort_of)
    return [
        event.model_copy(
            update={
                "part_of": whole_of.get(event.event_id),
                "cohort_id": cohort_of.get(event.event_id),
                "known_releases": references.links(
                    event, day_of.get(cohort_of.get(event.event_id)), kin[event.event_id].published
                ),
            }
        )
        for event in events
    ]


def _days(kin: Mapping[str, Kin], cohort_of: Mapping[str, str]) -> dict[str, date]:
    """Give the day on which the people of a cohort became free, where its events have one."""
    days: dict[str, set[date]] = {}
    for event_id, cohort in cohort_of.items():
        window = window_of(kin[event_id].event)
        if window and window.day and kin[event_id].event.type != "pardon":
            days.setdefault(cohort, set()).add(window.day)
    return {cohort: min(found) for cohort, found in days.items() if len(found) == 1}
