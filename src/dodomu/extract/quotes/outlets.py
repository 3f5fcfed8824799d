"""News outlets, which carry words and do not speak: «Як інформує «Главком»», «пише УНН»."""

from functools import cache

from dodomu import uk
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.document import Document
from dodomu.text.marks import OPENING, closing_mark
from dodomu.text.morphology import forms, lexeme
from dodomu.text.tokens import Token, fold, tokenize

_PEOPLE = tuple(uk.load("speakers")["people_of_outlets"])
_CARRYING = uk.words("reports", "carrying")
_CORRESPONDENT = "кореспондент"
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
    if (marked := _in_marks(doc, who)) is not None and fold(marked) in _names():
        return True
    if who.kind in ("name", "place") and who.mention.kind == "person":
        return fold(who.mention.name) in _names()
    plain = fold(doc.text[who.start : who.end]).strip('«»"“”„ ')
    if plain in _names() or _like_an_outlet(doc, who) or who.mention is not None and fold(who.mention.name) in _names():
        return True
    if who.kind not in ("name", "place", "role") or any(t.norm.startswith(_PEOPLE) for t in words):
        return False
    return _head(words).norm in _nouns()


def _in_marks(doc: Document, who: Speaker) -> str | None:
    """All that stands in the marks that the speaker's words open: «Українська правда», though but a word names him."""
    at = doc.token_at(who.start)
    if not at or doc.tokens[at - 1].text not in OPENING:
        return None
    close = closing_mark(doc.tokens, at + 1, min(at + 1 + _MARKED, len(doc.tokens)))
    return doc.text[who.start : doc.tokens[close].start] if close is not None else None


def carries(doc: Document, who: Speaker, cue_lemma: str) -> bool:
    """Whether the speaker only carries: an outlet, whoever «пише» by a name in marks, whose correspondent «передає»."""
    if is_outlet(doc, who):
        return True
    if cue_lemma not in _CARRYING or who.kind != "role":
        return False
    in_marks = who.start > 0 and doc.text[who.start - 1] in OPENING
    return in_marks or any(t.norm.startswith(_CORRESPONDENT) for t in doc.span_tokens(who.start, who.end)[:1])


def _like_an_outlet(doc: Document, who: Speaker) -> bool:
    """Whether a name in marks has the words of one: «Чорноморські новини», «Слідство.Інфо»."""
    if who.kind != "role" or who.start == 0 or doc.text[who.start - 1] not in OPENING:
        return False
    return _by_words(doc.text[who.start : who.end])


@cache
def _words_and_endings() -> tuple[frozenset[str], tuple[str, ...]]:
    lists = uk.load("bodies")
    return frozenset(lists["outlet_words"]), tuple(lists["outlet_endings"])


def _by_words(name: str) -> bool:
    words, endings = _words_and_endings()
    plain = fold(name)
    return plain.endswith(endings) or not words.isdisjoint(plain.split())


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
                if fold(inner) in _names() or _by_words(inner) or at and tokens[at - 1].norm in _nouns():
                    return inner
        elif token.norm in _first_words() and (token.is_capital or not "а" <= token.norm[0] <= "ґ"):
            for width in range(_WORDS, 0, -1):
                if at + width <= last:
                    named = doc.text[token.start : tokens[at + width - 1].end]
                    if fold(named) in _names():
                        return named
    return None
