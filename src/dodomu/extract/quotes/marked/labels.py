"""Words in marks that nobody said: a name, a title, a formula. «Азовсталь», «6000 на 6000», справа «Хізб ут-Тахрір»."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dodomu import uk
from dodomu.extract.quotes.reading import Reading
from dodomu.text.marks import Quoted
from dodomu.text.morphology import forms, lexeme
from dodomu.text.tokens import Token

_PREPOSITIONS = uk.words("grammar", "prepositions")
_SO_CALLED = uk.words("reports", "so_called")
# So many words at most has a name in marks: after the noun of what it names, with a capital, without.
_AFTER_NOUN, _CAPITALISED, _SMALL = 8, 6, 4


@dataclass(frozen=True, slots=True)
class _Inner:
    """What stands in a pair of marks, and the word before it."""

    before: str
    tokens: list[Token]
    words: list[Token]
    verb: bool
    nominal: bool


@cache
def _named_things() -> frozenset[str]:
    return frozenset(form for noun in uk.load("labels")["named"] for form in lexeme(noun))


def _so_called(inner: _Inner) -> bool:
    """«так званий «суд»»."""
    return inner.before in _SO_CALLED


def _after_its_noun(inner: _Inner) -> bool:
    """«справа «Хізб ут-Тахрір»»."""
    named = inner.before in _named_things()
    return named and inner.nominal and not inner.verb and len(inner.words) <= _AFTER_NOUN


def _capitalised(inner: _Inner) -> bool:
    """««Українська правда»»."""
    opens = inner.words[0].is_capital and inner.tokens[0].is_word
    return opens and not inner.verb and len(inner.words) <= _CAPITALISED


def _formula(inner: _Inner) -> bool:
    """««6000 на 6000»»."""
    return not inner.verb and len(inner.words) <= _SMALL and any(t.is_number for t in inner.tokens)


def _law(inner: _Inner) -> bool:
    """«Закон «Про внесення змін»»: laws are called by what they are about."""
    return not inner.verb and inner.words[0].is_capital and inner.words[0].norm == "про"


def _name_inside(inner: _Inner) -> bool:
    """««справи Хізб ут-Тахрір»», ««нормандської четвірки»»: what a thing is called, with a small letter."""
    if inner.verb or len(inner.words) > _SMALL or not inner.nominal:
        return False
    first, *rest = inner.words
    if any(t.norm in _PREPOSITIONS for t in rest):
        return False  # «критичним для банку»
    return any(t.is_capital for t in rest) or bool({first.norm, inner.words[-1].norm} & _named_things())


RULES: tuple[Callable[[_Inner], bool], ...] = (_so_called, _after_its_noun, _law, _capitalised, _formula, _name_inside)


def is_label(reading: Reading, quoted: Quoted) -> bool:
    """Whether a pair of marks holds a name, a title or a formula, no speech."""
    doc = reading.doc
    tokens = doc.span_tokens(*quoted.inner)
    words = [t for t in tokens if t.is_word]
    if not words:
        return True
    at = doc.token_at(quoted.start) - 1
    before = doc.tokens[at].norm if at >= 0 else ""
    nominal = any(f.pos in ("NOUN", "ADJF", "NUMR") for f in forms(words[0].norm)[:1])
    inner = _Inner(before, tokens, words, reading.has_verb(*quoted.inner), nominal)
    return any(rule(inner) for rule in RULES)
