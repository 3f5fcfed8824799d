"""Which words before the noun of a role are adjectives."""

from collections.abc import Sequence
from functools import lru_cache

from dodomu import uk
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.text.morphology import forms
from dodomu.text.tokens import Token

_NO_ADJECTIVES = uk.words("speakers", "no_adjectives")


def before_noun(tokens: Sequence[Token], at: int, last: int, case: str) -> bool:
    """Whether a word is an adjective here: «військові» names a group by itself, not in «військові медики»."""
    if _only_adjective(tokens[at], case):
        return True
    adjectives = [f for f in forms(tokens[at].norm) if f.pos == "ADJF" and f.case == case]
    if not adjectives or at + 1 >= last or tokens[at].norm in _NO_ADJECTIVES:
        return False
    head = at + 1
    while head + 1 < last and _only_adjective(tokens[head], case):
        head += 1
    if tokens[head].is_capital:
        return False  # «слідчого Коваля»
    role = tokens[head].norm in role_forms()  # «українська сторона»
    nouns = [f for f in forms(tokens[head].norm)[:3] if f.pos == "NOUN" and f.case == case]
    nouns = [f for f in nouns if role or "anim" in f.tags]
    return any(a.number == n.number and (n.number == "plur" or a.gender == n.gender) for a in adjectives for n in nouns)


def _only_adjective(token: Token, case: str) -> bool:
    return token.is_word and _no_noun(token.norm, case)


@lru_cache(maxsize=50_000)
def _no_noun(norm: str, case: str) -> bool:
    if norm in role_forms() or norm in _NO_ADJECTIVES:
        return False
    if norm.endswith("ше") and any(f.pos == "ADVB" for f in forms(norm)):
        return False  # «раніше журналісти»: a comparative adverb, spelt like an adjective
    readings = [f for f in forms(norm) if f.case == case]
    return any(f.pos in ("ADJF", "NPRO", "NUMR") for f in readings) and not any(
        f.pos == "NOUN" and "anim" in f.tags for f in readings
    )
