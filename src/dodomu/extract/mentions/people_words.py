"""What one word tells of people: whom it names, in which cases, how many."""

from functools import cache, lru_cache

from dodomu.extract.mentions import groups, numerals
from dodomu.extract.mentions.people import ALL_CASES, is_preposition
from dodomu.text.morphology import Form, forms, lexeme
from dodomu.text.tokens import Token


@lru_cache(maxsize=50_000)
def cases_of(norm: str, plural: bool | None) -> frozenset[str]:
    wanted = [
        f
        for f in forms(norm)
        if f.pos in ("NOUN", "ADJF") and f.case and (plural is None or (f.number == "plur") == plural)
    ]
    wanted = [f for f in wanted if "anim" in f.tags] or wanted  # «бійці» are fighters, not in a fight
    found = frozenset(f.case for f in wanted)
    living = any("anim" in f.tags for f in wanted)
    if living and {"nomn", "accs"} <= found and "gent" not in found and _is_plural(wanted):
        return found - {"accs"}  # the accusative of many people is their genitive
    return found


def _is_plural(readings: list[Form]) -> bool:
    return all(f.number == "plur" for f in readings if f.case in ("nomn", "accs"))


@lru_cache(maxsize=50_000)
def is_adverb(norm: str) -> bool:
    return forms(norm)[0].pos == "ADVB"


@lru_cache(maxsize=50_000)
def is_noun(norm: str) -> bool:
    return forms(norm)[0].pos in ("NOUN", "ADJF") and not is_preposition(norm)


@lru_cache(maxsize=50_000)
def is_singular(norm: str) -> bool:
    return norm not in groups.collectives() and not any(
        f.number == "plur" for f in forms(norm) if f.pos in ("NOUN", "ADJF")
    )


def group_of(token: Token, opens: bool = False) -> str | None:
    """Group of a noun that says who people are; any other living being is ``people``. What opens a sentence is
    written with a capital whatever it is.
    """
    group = groups.nouns().get(token.norm)
    if group:
        return group
    if token.norm in numerals.units() or token.norm in _relative():
        return None  # «метр» is a length before it is a master, «яка» no yak
    living = token.is_word and groups.is_animate(token.norm, token.is_capital and not opens)
    if living and not groups.is_adjective(token.norm):
        return "people"
    return None


@cache
def _relative() -> frozenset[str]:
    return lexeme("який")


@lru_cache(maxsize=50_000)
def may_open_phrase(norm: str) -> bool:
    """Whether an adjective or a noun for people is spelt so: most words are neither, at the cost of one look-up."""
    living = groups.is_animate(norm, True) or groups.is_animate(norm, False)
    return living or groups.is_adjective(norm) or norm in groups.nouns()


def agrees(adjective: str, norm: str) -> bool:
    mine = {(f.case, f.number) for f in forms(adjective) if groups.declines_as_adjective(f)}
    return any((f.case, f.number) in mine for f in forms(norm) if f.pos in ("NOUN", "ADJF"))


def agrees_with_thing(adjective: str, norm: str) -> bool:
    """The accusative of many things is their nominative: «полонених армії» do not agree."""
    mine = {(f.case, f.number) for f in forms(adjective) if groups.declines_as_adjective(f)}
    if ("nomn", "plur") not in mine:
        mine.discard(("accs", "plur"))
    return any((f.case, f.number) in mine for f in forms(norm) if f.pos in ("NOUN", "ADJF"))


@cache
def cases_of_pronoun(norm: str) -> frozenset[str]:
    found = frozenset(f.case for f in forms(norm) if f.case)
    return found or ALL_CASES
