"""The sentences of an article by offset, and words of it found again."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from dodomu.text.sentences import paragraphs, sentences


class Places:
    """An article's sentences; nothing is split before it is asked for.

    Examples
    --------
    >>> places = Places("Вдома 31 людина. Дякую всім.")
    >>> places.sentence(18), places.words(18)
    ((17, 28), 'Дякую всім.')
    >>> places.nearest("людина", 20), places.nearest("полон", 20)
    (9, None)
    """

    def __init__(self, text: str):
        self.text = text

    def sentence(self, offset: int) -> tuple[int, int]:
        """Give the span of the sentence that holds an offset, or of the last that begins before it."""
        if not self._spans:
            return 0, len(self.text)
        return self._spans[max(0, bisect_right(self._starts, offset) - 1)]

    def words(self, offset: int) -> str:
        """Give the words of that sentence, white space made alike."""
        start, end = self.sentence(offset)
        return alike(self.text[start:end])

    def nearest(self, words: str, to: int) -> int | None:
        """Give where these words stand nearest to an offset."""
        before = self.text.rfind(words, 0, to + len(words))
        after = self.text.find(words, to)
        known = [place for place in (before, after) if place >= 0]
        return min(known, key=lambda place: (abs(place - to), place), default=None)

    def all(self, words: str) -> Iterator[int]:
        """Give every place where these words stand."""
        at = self.text.find(words)
        while at >= 0:
            yield at
            at = self.text.find(words, at + 1)

    @cached_property
    def alike(self) -> str:
        """All words, every white space made one blank."""
        return alike(self.text)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [span for line in paragraphs(self.text) for span in sentences(self.text, *line)]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._spans]


def alike(words: str) -> str:
    """Give words with every white space made one blank, as ids do.

    Examples
    --------
    >>> alike("а\\u00a0 б\\n")
    'а б'
    """
    return " ".join(words.split())
