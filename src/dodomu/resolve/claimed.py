"""Mentions with what else an article tells of them: when it was published, whom it names, what a sum is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dodomu.extract.mentions.numerals import read_number, starts_number
from dodomu.models import Article, Extraction, Mention
from dodomu.text.tokens import tokenize

Rank = tuple[int, int]
"""Where a mention stands when all articles are read in the order in which they were published."""


@dataclass(frozen=True)
class Claim:
    """A mention with what else is known of it.

    Attributes
    ----------
    rank
        Its place among all mentions, whatever the order in which the articles came.
    published
        The days on which its article may have been published.
    person
        Beginnings of the name it gives to the one person it counts; never shown, only compared.
    summands
        The numbers that its own is the sum of: 185 and 20.
    """

    mention: Mention
    rank: Rank
    published: tuple[date, date] | None = None
    person: frozenset[str] = frozenset()
    summands: frozenset[int] = frozenset()


def claims_of(extractions: Iterable[Extraction]) -> list[Claim]:
    """Give the claims of some articles, in the order of their ranks, which no order of the articles changes."""
    by_time = sorted(extractions, key=lambda one: _when(one.article))
    found = []
    for nth, one in enumerate(by_time):
        article = one.article
        known = article.published_earliest, article.published_latest
        published = known if all(known) else None
        persons, summands = _persons(one), _summands(one)
        ordered = sorted(one.mentions, key=lambda mention: (mention.trigger_start, mention.trigger_end))
        found += [
            Claim(
                mention,
                (nth, at),
                published,
                persons.get(mention.mention_id, frozenset()),
                summands.get(mention.mention_id, frozenset()),
            )
            for at, mention in enumerate(ordered)
        ]
    return found


def _when(article: Article) -> tuple:
    return article.published_latest or date.max, article.published_earliest or date.max, article.article_id


def _persons(extraction: Extraction) -> Mapping[str, frozenset[str]]:
    """Give the beginnings of names, which inflection leaves alone, of each mention that counts one person."""
    alone = {mention.mention_id for mention in extraction.mentions if mention.count == 1}
    found: dict[str, frozenset[str]] = {}
    for row in extraction.evidence:
        if row.field == "count" and row.record_id in alone:
            names = (word for word in row.exact.split() if word[:1].isupper() and len(word) > 3)
            found[row.record_id] = found.get(row.record_id, frozenset()) | {name.casefold()[:5] for name in names}
    return found


def _summands(extraction: Extraction) -> Mapping[str, frozenset[int]]:
    """Give the numbers that a sum was made of, of each mention that counts a mixture."""
    sums = {mention.mention_id: mention.count for mention in extraction.mentions if mention.group == "mixed"}
    found: dict[str, list[int]] = {}
    for row in extraction.evidence:
        if row.field == "count" and sums.get(row.record_id) is not None:
            tokens = tokenize(row.exact)
            at = 0
            while at < len(tokens):
                number = read_number(tokens, at, 0, len(tokens)) if starts_number(tokens[at]) else None
                if number and number.value is not None:
                    found.setdefault(row.record_id, []).append(number.value)
                at = number.last if number and number.last > at else at + 1
    return {key: frozenset(numbers) for key, numbers in found.items() if len(numbers) > 1 and sum(numbers) == sums[key]}
