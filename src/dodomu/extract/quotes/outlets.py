"""News outlets, which carry words and do not speak: «Як інформує «Главком»», «пише УНН»."""

from functools import cache

from dodomu import uk
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.document import Document
from dodomu.text.marks import OPENING, closing_mark
from dodomu.text.morphology import forms, lexeme
from dodomu.text.tokens import Token, fold, tokenize

_PEOPLE = tuple(uk.load("speakers")["people_of_outlets"])
_MARKED = 5
_WORDS = 3
"""So many words the name of an outlet on the list has at most."""


@cache
def _names() -> frozenset[str]:
    return frozenset(uk.load("bodies")["outlets"])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(tokenize(name)[0].norm for name in _names())


@cache
def _nouns() -> frozenset[str]:
    return frozenset(form for noun in uk.load("bodies")["outlet_nouns"] for form in lexeme(noun, "NOUN"))


def is_outlet(doc: Document, who: Speaker) -> bool:
    """Whether the speaker is a news outlet rather than somebody who works for one."""
    words = doc.span_tokens(who.start, who.end)
    if not words:
        return False
    if who.kind in ("name", "place") and who.mention.kind == "person":
        return fold(who.mention.name) in _names()
    plain = fold(doc.text[who.start : who.end]).strip('«»"“”„ ')
    if plain in _names() or who.mention is not None and fold(who.mention.name) in _names():
        return True
    if who.kind not in ("name", "place", "role") or any(t.norm.startswith(_PEOPLE) for t in words):
        return False
    return _head(words).norm in _nouns()


def _head(words: list[Token]) -> Token:
    return next((t for t in words if t.is_word and any(f.pos == "NOUN" for f in forms(t.norm)[:2])), words[0])


def outlet_in(doc: Document, first: int, last: int) -> str | None:
    """The outlet that the tokens ``first`` to ``last`` (half-open) name, as it stands.

    >>> doc = Document("Про це пише «Українська правда».")
    >>> outlet_in(doc, 0, len(doc.tokens))
    'Українська правда'
    """
    tokens = doc.tokens
    for at in range(first, last):
        token = tokens[at]
        if token.text in OPENING:
            close = closing_mark(tokens, at + 1, min(at + 1 + _MARKED, last))
            if close is not None:
                inner = doc.text[tokens[at].end : tokens[close].start]
                if fold(inner) in _names() or at and tokens[at - 1].norm in _nouns():
                    return inner
        elif token.norm in _first_words() and (token.is_capital or not "а" <= token.norm[0] <= "ґ"):
            for width in range(_WORDS, 0, -1):
                if at + width <= last:
                    named = doc.text[token.start : tokens[at + width - 1].end]
                    if fold(named) in _names():
                        return named
    return None
