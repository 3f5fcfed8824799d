"""Mentions of events in one article: triggers, traps, people, status, dates, counts, places, parties, and what they
share.

`find_mentions` is the whole of it, in the order in which it is read; each step is a file of its own.
"""

from collections.abc import Iterator, Sequence

from dodomu.extract.mentions import (
    agents,
    anaphora,
    arguments,
    counts,
    crediting,
    dating,
    destination,
    elsewhere,
    identity,
    mediators,
    nationality,
    origin,
    sharing,
    specific,
    status,
    traps,
    whose,
)
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.gaps import gaps_of
from dodomu.extract.mentions.reading import Reading
from dodomu.extract.mentions.record import QuoteSpan, Records, written
from dodomu.models import Article, Evidence, Gap, Mention
from dodomu.text.document import Document
from dodomu.text.names import Cast

BLOCK = 200  # mentions that are linked with each other: an article has a dozen, and time stays linear

__all__ = ["find_mentions", "rejected_triggers"]


def _drafts(reading: Reading, rejected: list[tuple[Draft, str]] | None = None) -> list[Draft]:
    """Drafts of the triggers that no trap catches."""
    found: list[Draft] = []
    for trigger in reading.triggers:
        view = reading.view(reading.sentence_of(trigger.first).index)
        made = Draft(trigger, view, view.clause_at(trigger.verb), trigger.type)
        reason = traps.cheaply_rejected(made)
        if reason is None:
            made.people = arguments.pick_people(view, trigger, made.clause)
            made.type = specific.type_of(made)
            reason = traps.rejected(made)
        if reason is None:
            found.append(made)
        elif rejected is not None:
            rejected.append((made, reason))
    return found


def _read(drafts: list[Draft]) -> None:
    """Fill the slots of every draft from its own clause and sentence, then what is shared."""
    for draft in drafts:
        draft.status, draft.status_rule = status.read_status(draft)
        draft.other = specific.is_other(draft)
        counts.read_count(draft)
        dating.read_date(draft, drafts)
        if draft.type in counts.OF_PEOPLE:
            whose.read_group(draft)
            if draft.type == "return" and draft.value("group") == "remains":
                draft.type = "remains_return"
            nationality.nationality(draft)
        agents.agents(draft)
        if draft.is_release:
            mediators.mediators(draft)
            origin.origin(draft)
            destination.destination(draft)
    release = [d for d in drafts if d.is_release]
    anaphora.carry(release, drafts)
    identity.tell(release)
    nationality.ours(release)
    nationality.by_name(release)
    nationality.same_noun(release)
    whose.convicts(release)
    whose.seized(release, drafts)
    elsewhere.tell(release)
    sharing.share(release, drafts)
    nationality.same_person(release)
    crediting.credit_from_neighbours(release)
    identity.tell_exchanges(release)
    elsewhere.as_the_others(release)
    whose.fill_groups(release)


def find_mentions(
    doc: Document, cast: Cast, article: Article, quotes: Sequence[QuoteSpan] = ()
) -> tuple[list[Mention], list[Evidence], list[Gap]]:
    """Find the mentions of events, the words that each slot stands on, and why what is empty is so.

    >>> from dodomu.models import Article
    >>> text = "Учора Мінськ відпустив 52 політв'язнів."
    >>> article = Article(article_id="a", source="a.txt", text=text, published="2025-09-12")
    >>> doc = Document(article.text)
    >>> [mention], evidence, gaps = find_mentions(doc, Cast(doc), article)
    >>> mention.type, mention.count, mention.date, mention.origin, mention.agents
    ('release', 52, '2025-09-11', 'BY', ['BY'])
    """
    reading = Reading(doc, cast, article)
    drafts = specific.most_specific(_drafts(reading))
    for block in range(0, len(drafts), BLOCK):
        _read(drafts[block : block + BLOCK])
    mentions, evidence = written(drafts, Records(article, doc, quotes))
    gaps = [gap for draft, mention in zip(drafts, mentions, strict=True) for gap in gaps_of(draft, mention)]
    reading.forget()
    return mentions, evidence, gaps


def rejected_triggers(doc: Document, cast: Cast, article: Article) -> Iterator[tuple[int, int, str]]:
    """Trigger words that are no events: start, end, and the rule that says so. For `explain`."""
    rejected: list[tuple[Draft, str]] = []
    reading = Reading(doc, cast, article)
    _drafts(reading, rejected)
    for draft, reason in rejected:
        yield draft.start, draft.end, reason
    reading.forget()
