"""Drafts written down as records: mentions and the words that each of their cells stands on."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from dodomu.extract.mentions.draft import Draft
from dodomu.models import Article, Evidence, Mention
from dodomu.models.ids import record_id
from dodomu.text.document import Document

MOST = 50  # quotes looked at that begin before a mention: few nest
SLOTS = ("date", "count", "count_qualifier", "group", "nationality", "origin", "destination", "agents", "mediators")


class QuoteSpan(Protocol):
    """What is asked of a quote: where it stands and who speaks."""

    start: int
    end: int
    speaker: str | None
    quote_id: str


class Records:
    """What drafts of one article need to be written down."""

    def __init__(self, article: Article, doc: Document, quotes: Sequence[QuoteSpan]):
        self.article, self.doc = article, doc
        self.quotes = sorted(quotes, key=lambda q: (q.start, q.end))
        self._starts = [q.start for q in self.quotes]
        self._seen: Counter = Counter()

    def key(self, start: int) -> str:
        sentence = self.doc.sentence_at(start)
        words = self.doc.text[sentence.start : sentence.end]
        same = " ".join(words.split())
        nth = self._seen[same]
        self._seen[same] += 1
        return record_id("mentions", self.article.article_id, words, nth)

    def quote_at(self, start: int, end: int) -> QuoteSpan | None:
        """The innermost quote in which the trigger stands."""
        last = bisect_right(self._starts, start)
        holding = [q for q in self.quotes[max(0, last - MOST) : last] if end <= q.end]
        return min(holding, key=lambda q: q.end - q.start, default=None)


def _mention(draft: Draft, records: Records) -> Mention:
    quote = records.quote_at(draft.start, draft.end)
    low, high = draft.count_bounds
    values = {name: draft.value(name) for name in SLOTS if draft.value(name) is not None}
    return Mention(
        mention_id=records.key(draft.start),
        article_id=records.article.article_id,
        type=draft.type,
        status=draft.status,
        trigger=records.doc.text[draft.start : draft.end],
        trigger_start=draft.start,
        trigger_end=draft.end,
        date_basis=draft.date_basis,
        date_extent=draft.date_extent,
        count_low=low,
        count_high=high,
        asserted_by=quote.speaker if quote else None,
        quote_id=quote.quote_id if quote else None,
        rule=f"{draft.trigger.act}, {draft.trigger.form}",
        note=draft.note,
        **values,
    )


def _evidence(draft: Draft, mention: Mention, text: str) -> list[Evidence]:
    rows = [
        Evidence(
            record_id=mention.mention_id,
            field="type",
            article_id=mention.article_id,
            start=draft.start,
            end=draft.end,
            exact=text[draft.start : draft.end],
            rule=mention.rule,
        )
    ]
    for name in SLOTS:
        slot = draft.slots.get(name)
        if slot is None:
            continue
        rows += [
            Evidence(
                record_id=mention.mention_id,
                field=name,
                article_id=mention.article_id,
                start=start,
                end=end,
                exact=text[start:end],
                rule=slot.rule,
            )
            for start, end in dict.fromkeys(slot.spans)
        ]
    return rows


def written(drafts: Sequence[Draft], records: Records) -> tuple[list[Mention], list[Evidence]]:
    """Mentions and their evidence, in the order of the drafts."""
    mentions = [_mention(draft, records) for draft in drafts]
    evidence = [
        row
        for draft, mention in zip(drafts, mentions, strict=True)
        for row in _evidence(draft, mention, records.doc.text)
    ]
    return mentions, evidence
