"""Which of what was found is which of what a person marked."""

from bisect import bisect_right
from typing import Any, NamedTuple

from dodomu.evaluate.compare import Span, overlap, pairs, sentence_starts, trimmed
from dodomu.evaluate.gold import GoldArticle
from dodomu.models import Extraction
from dodomu.models.vocabulary import Family, family


class Paired(NamedTuple):
    """What was marked, what was found, each with its place, and the pairs: the number of one and of the other."""

    marked: list[tuple[Span, Any]]
    found: list[tuple[Span, Any]]
    pairs: list[tuple[int, int]]


def quote_pairs(text: str, gold: GoldArticle, found: Extraction) -> Paired:
    """Pair quotes that share half of their characters or more."""
    marked = [(trimmed(text, span), quote) for span, quote in gold.quotes]
    guessed = [(trimmed(text, (quote.start, quote.end)), quote) for quote in found.quotes]
    return Paired(marked, guessed, pairs(marked, guessed, _quote_score))


def event_pairs(text: str, gold: GoldArticle, found: Extraction, of_family: Family) -> Paired:
    """Pair mentions of one type whose triggers overlap or stand in one sentence."""
    starts = sentence_starts(text)

    def score(one, other) -> float:
        (span, event), (other_span, mention) = one, other
        if event.type != mention.type:
            return 0
        if shared := overlap(span, other_span):
            return 1 + shared
        return 0.5 * (bisect_right(starts, span[0]) == bisect_right(starts, other_span[0]))

    marked = [(span, event) for span, event in gold.events if family(event.type) == of_family]
    guessed = [
        ((mention.trigger_start, mention.trigger_end), mention)
        for mention in found.mentions
        if family(mention.type) == of_family
    ]
    return Paired(marked, guessed, pairs(marked, guessed, score))


def _quote_score(one: tuple[Span, object], other: tuple[Span, object]) -> float:
    shared = overlap(one[0], other[0])
    return shared if shared >= 0.5 else 0
