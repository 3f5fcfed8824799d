"""Two who speak as one: «Зеленський і Дуда заявили», «наглядова рада та правління запевнили»."""

from collections.abc import Callable

from dodomu import uk
from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.speaker import Speaker
from dodomu.text.names import NameMention

_AND = uk.words("grammar", "and")


def pair_of_persons(names: Names, mention: NameMention, case: str) -> Speaker | None:
    """Two persons by name."""
    tokens = names.doc.tokens
    other = names.person_at(mention.last + 1)
    if other is None or mention.last >= len(tokens) or tokens[mention.last].norm not in _AND:
        return None
    if case not in mention.cases or case not in other.cases:
        return None
    phrase = f"{mention.name} і {other.name}"
    return Speaker(mention.start, other.end, "pair", mention, phrase=phrase, number="plur")


def pair_of_others(
    names: Names, at: int, last: int, phrase_at: Callable[[Names, int, int, None], Speaker | None]
) -> Speaker | None:
    """Two bodies, states or roles, each in the singular: «Польща та Литва», «рада й правління заводу»."""
    tokens = names.doc.tokens
    one = phrase_at(names, at, last, None)
    if one is None or one.kind not in ("name", "role") or one.number == "plur":
        return None
    joint = names.doc.token_at(one.end - 1) + 1
    while joint < last and tokens[joint].text in '»"”':
        joint += 1
    if joint + 1 >= last or tokens[joint].norm not in _AND:
        return None
    other = phrase_at(names, joint + 1, last, None)
    if other is None or other.kind not in ("name", "role") or other.number == "plur":
        return None
    phrase = f"{_called(one)} і {_called(other)}"
    return Speaker(one.start, other.end, "pair", phrase=phrase, number="plur")


def _called(who: Speaker) -> str:
    return who.mention.name if who.mention is not None else who.phrase
