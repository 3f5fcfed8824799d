"""The figures of a draft: numbers of people, and days of releases without one, each with the words it stands on."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dodomu import uk
from dodomu.check.compare import Figure, Span
from dodomu.extract.mentions.numerals import read_number, starts_number
from dodomu.models import Extraction, Mention
from dodomu.models.vocabulary import family
from dodomu.resolve.days import window_of
from dodomu.resolve.numbers import number_of
from dodomu.text.document import Document

_MOST = uk.words("grammar", "most_of")


def figures_of(read: Extraction) -> list[Figure]:
    """Give the numbers of people, and the days of releases told without a number, that a draft names.

    Examples
    --------
    >>> import dodomu
    >>> found = figures_of(dodomu.extract("22 листопада 2025 року з полону повернули 31 людину."))
    >>> [(figure.number.count, str(figure.window.day)) for figure in found]
    [(31, '2025-11-22')]
    """
    document = Document(read.article.text)
    spans: dict[str, dict[str, Span]] = {}
    for row in read.evidence:
        spans.setdefault(row.record_id, {}).setdefault(row.field, (row.start, row.end))
    found = []
    for mention in read.mentions:
        own = spans.get(mention.mention_id, {}) | {"type": (mention.trigger_start, mention.trigger_end)}
        number, window = number_of(mention), window_of(mention)
        if number and "count" in own:
            sentence = _Numbers(document, own["count"][0])
            if sentence.inside(own["count"]) or number.exact != 1:  # «її звільнили» counts nobody
                beside = sentence.values - set(number.named)
                of_each = number.exact in sentence.of_each
                found.append(Figure(mention, number, window, own, beside, of_each, sentence.of_most))
        elif not number and window and window.day and "date" in own and family(mention.type) == "release":
            found.append(Figure(mention, None, window, own))
    return found


class _Numbers:
    """The numbers of the sentence around an offset."""

    def __init__(self, document: Document, offset: int):
        sentence = document.sentence_at(offset)
        self._tokens = document.tokens[sentence.first : sentence.last]
        self._read: list[tuple[int, int, int]] = []
        at = 0
        while at < len(self._tokens):
            starts = starts_number(self._tokens[at])
            number = read_number(self._tokens, at, 0, len(self._tokens)) if starts else None
            after = max(number.last, at + 1) if number else at + 1
            if number and number.value is not None:
                self._read.append((at, after, number.value))
            at = after

    @property
    def values(self) -> frozenset[int]:
        """All of them."""
        return frozenset(value for _, _, value in self._read)

    @property
    def of_each(self) -> frozenset[int]:
        """Those told of each side: «300 на 300»."""
        return frozenset(
            value
            for (_, last, value), (first, _, other) in pairwise(self._read)
            if value == other and [token.norm for token in self._tokens[last:first]] == ["на"]
        )

    @property
    def of_most(self) -> bool:
        """Whether the sentence says what became of most or some of them."""
        return any(token.norm in _MOST for token in self._tokens)

    def inside(self, span: Span) -> bool:
        """Tell whether some number begins in these words."""
        return any(span[0] <= self._tokens[at].start < span[1] for at, _, _ in self._read)


def by_words(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Gather the mentions that take their number from the same words, the one whose own words are nearest first.

    A day that belongs to a number is judged with it.
    """
    found: dict[tuple[str, Span], list[Figure]] = {}
    for one in figures:
        about = "count" if one.number else "date"
        found.setdefault((about, one.spans[about]), []).append(one)
    counted = [one for (about, _), group in found.items() if about == "count" for one in group]
    with_number = {one.spans["date"] for one in counted if "date" in one.spans}
    for (about, span), group in found.items():
        if about == "count" or span not in with_number:
            yield sorted(group, key=lambda one: _distance(one.mention, span))


def _distance(mention: Mention, span: Span) -> int:
    return max(span[0] - mention.trigger_end, mention.trigger_start - span[1], 0)
