"""A share of people as one who speaks: «63% опитаних», «дві третини учителів», «більшість опитаних»."""

from collections.abc import Sequence
from functools import lru_cache

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.speaker import Speaker
from dodomu.text.morphology import forms
from dodomu.text.nounphrase import extend_right, nominative
from dodomu.text.tokens import Token

_SHARES = uk.words("speakers", "shares")
_PERCENT = uk.words("speakers", "percent")


@lru_cache(maxsize=50_000)
def _is_numeral(norm: str) -> bool:
    return any(f.pos == "NUMR" for f in forms(norm)[:1])


def share_at(names: Names, at: int, last: int, cue: Cue | None) -> Speaker | None:
    """The share that begins at a token, with those of whom it is one; the verb may agree with it in either number."""
    tokens = names.doc.tokens
    head = at
    if head + 1 < last and (tokens[head].is_number or _is_numeral(tokens[head].norm)):
        head += 1
    if tokens[head].norm not in (_PERCENT if tokens[at].is_number else _SHARES):
        return None
    end = head + 1
    while end < last and _of_whom(tokens[end]):
        end += 1
    if end > head + 1:
        end = max(end, extend_right(tokens, end - 1, last))
    elif not _alone(tokens, at, end, last, cue):
        return None
    plural = cue is None or cue.grammar is None or cue.grammar.number == "plur"
    if tokens[at].is_number and end > head + 1:
        phrase = nominative(tokens, head + 1, _head(tokens, head + 1, end), end, names.doc.text, "gent")
    else:
        phrase = names.doc.text[tokens[at].start : tokens[end - 1].end]
    phrase = phrase[:1].lower() + phrase[1:] if names.opens_sentence(at) else phrase
    number = "plur" if plural else "sing"
    return Speaker(tokens[at].start, tokens[end - 1].end, "role", phrase=phrase, number=number)


def _alone(tokens: Sequence[Token], at: int, end: int, last: int, cue: Cue | None) -> bool:
    """Whether a percentage stands for people by itself: right beside its verb, of no noun («гарантує 100% оплату»)."""
    if cue is None or not tokens[at].is_number:
        return False
    noun = end < last and any(f.pos in ("NOUN", "ADJF") for f in forms(tokens[end].norm)) and tokens[end].is_word
    return end == cue.first or at == cue.last and not noun


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    """The noun of those of whom it is a share, or the adjective that stands for one: «опитаних»."""
    at = first
    while at + 1 < last and not any(f.pos == "NOUN" and f.case == "gent" for f in forms(tokens[at].norm)):
        at += 1
    return at


def _of_whom(token: Token) -> bool:
    """An adjective or a noun for people in the genitive plural: «опитаних», «українських учителів»."""
    if not token.is_word:
        return False
    readings = [f for f in forms(token.norm) if f.case == "gent" and f.number == "plur"]
    return any(f.pos == "ADJF" or f.pos == "NOUN" and "anim" in f.tags for f in readings)
