"""On what occasion something was said: «на IV Форумі імені Острозьких 2025», «під час брифінгу», «у Telegram»."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dodomu import uk
from dodomu.extract.quotes.reading import Reading
from dodomu.text.document import Sentence
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms, lexeme
from dodomu.text.nounphrase import extend_right, nominative
from dodomu.text.tokens import Token

_GOVERNED: dict[str, str] = enrolled(uk.load("occasions")["after"])
_NAMED_AFTER = uk.words("reports", "named_after")
_BEFORE_NOUN = 4
"""So many words at most stand between the preposition and the noun of the occasion."""


class Occasion(NamedTuple):
    """An occasion in the nominative, with its place in the article."""

    name: str
    start: int
    end: int


@cache
def _nouns() -> frozenset[str]:
    return frozenset(form for noun in uk.load("occasions")["nouns"] if " " not in noun for form in lexeme(noun))


def occasion_at(reading: Reading, sentence: Sentence, skip: tuple[int, int]) -> Occasion | None:
    """The occasion that an attributing sentence names.

    Parameters
    ----------
    reading : Reading
    sentence : Sentence
    skip : (int, int)
        The quoted words: an occasion that they name is another.
    """
    tokens = reading.doc.tokens
    for at in reading.doc.where(_GOVERNED, sentence.first, sentence.last - 1):
        start = tokens[at].start
        if skip[0] <= start < skip[1] or reading.quoted_at(start) is not None:
            continue
        begin = _after_preposition(tokens, at)
        head = _noun(tokens, begin, sentence.last) if begin is not None else None
        if head is None or skip[0] <= tokens[begin].start < skip[1]:
            continue
        end = _with_its_name(tokens, extend_right(tokens, head, sentence.last), sentence.last)
        name = nominative(tokens, begin, head, end, reading.doc.text, _GOVERNED[tokens[at].norm])
        return Occasion(name, tokens[begin].start, tokens[end - 1].end)
    return None


def _after_preposition(tokens: Sequence[Token], at: int) -> int | None:
    """«під» begins an occasion as «під час» alone."""
    if tokens[at].norm != "під":
        return at + 1
    return at + 2 if tokens[at + 1].norm == "час" else None


def _noun(tokens: Sequence[Token], first: int, last: int) -> int | None:
    for at in range(first, min(first + _BEFORE_NOUN + 1, last)):
        token = tokens[at]
        if token.norm in _nouns():
            return at
        if not token.text[0].isalnum() or forms(token.norm)[0].pos in ("VERB", "PREP", "CONJ"):
            return None
    return None


def _with_its_name(tokens: Sequence[Token], end: int, last: int) -> int:
    """Past «імені Острозьких 2025»."""
    while end < last:
        token = tokens[end]
        named = token.is_capital and tokens[end - 1].norm in _NAMED_AFTER
        if not named and not token.is_number and token.norm not in _NAMED_AFTER:
            break
        end += 1
    return end
