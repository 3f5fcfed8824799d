"""The quoted words without the punctuation that belongs to the attribution."""

from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.text.tokens import Token

_EDGES = DASHES | {","}


def words_between(reading: Reading, start: int, end: int) -> list[Token]:
    """Words between two offsets."""
    return [t for t in reading.doc.span_tokens(start, end) if t.is_word]


def part(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A span of quoted words without white space, commas and dashes at its edges."""
    text = reading.doc.text
    while start < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    return start, end
