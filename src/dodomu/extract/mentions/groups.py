"""Who people are: nouns and adjectives by group."""

from collections.abc import Iterable
from functools import cache, lru_cache

from dodomu import uk
from dodomu.text.morphology import Form, forms, lexeme

# From the least to the most specific.
_POSSESSIVE = ("ів", "їв", "ин", "їн")  # «професорів» is the genitive of професор before it is his own
_NAMES = {"Name", "Surn", "Patr"}
RANK = ("people", "prisoners", "political_prisoners", "civilians", "military", "children", "remains", "mixed")


@cache
def nouns() -> dict[str, str]:
    """Group of every form of a noun that says who people are."""
    data = uk.load("groups")
    found: dict[str, str] = {}
    for group in RANK[:-1]:
        for phrase in data[group]:
            if " " not in phrase:
                for form in lexeme(phrase):
                    found[form] = group
    return found


@cache
def collectives() -> frozenset[str]:
    """Forms of nouns that are singular and mean many: «група», «молодь»."""
    return frozenset().union(*(lexeme(word) for word in uk.load("groups")["collectives"]))


@cache
def vague() -> frozenset[str]:
    """Forms of collectives that are people only with more said: «третя група», «група дітей», not «група компаній»."""
    return frozenset().union(*(lexeme(word) for word in uk.load("groups")["vague"]))


@cache
def adjectives() -> dict[str, str]:
    """Group that an adjective gives to the noun after it."""
    return {
        form: group
        for group, lemmas in uk.load("groups")["adjectives"].items()
        for lemma in lemmas
        for form in lexeme(lemma)
    }


def declines_as_adjective(form: Form) -> bool:
    """An adjective, or a noun that was one and still goes before another: «важкопоранених військових»."""
    return form.pos == "ADJF" or form.pos == "NOUN" and form.lemma.endswith("ий") and not form.tags & _NAMES


@lru_cache(maxsize=50_000)
def is_adjective(norm: str) -> bool:
    return any(declines_as_adjective(f) and not f.lemma.endswith(_POSSESSIVE) for f in forms(norm))


@lru_cache(maxsize=50_000)
def is_animate(norm: str, capital: bool = True) -> bool:
    """A noun for a living being in its likeliest readings, no name; in small letters a word is no name (капітан)."""
    nouns = [f for f in forms(norm) if f.pos == "NOUN" and (capital or not f.tags & _NAMES)]
    if not nouns or nouns[0].tags & _NAMES:
        return False
    return any("anim" in f.tags and f.lemma == nouns[0].lemma for f in nouns)


def union(found: Iterable[str]) -> str | None:
    """One group for people of several: two or more specific ones are mixed.

    >>> union(["people", "civilians"]), union(["civilians", "military"]), union([])
    ('civilians', 'mixed', None)
    """
    kinds = set(found)
    specific = kinds - {"people"}
    if not specific:
        return "people" if kinds else None
    if specific == {"prisoners", "political_prisoners"}:
        return "political_prisoners"
    return specific.pop() if len(specific) == 1 else "mixed"
