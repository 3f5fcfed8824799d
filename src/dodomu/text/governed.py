"""Which reading of a name the words before it want: «за словами Олександра», «речниця Олександра»."""

from dodomu.text.document import Document
from dodomu.text.inflection import FullName
from dodomu.text.morphology import NAME_TAGS, forms
from dodomu.text.tokens import Token

_CLOSE, _KNOWN = 3, 5
"""So much less than the best another may weigh, and so much it weighs where the dictionary has its given name."""
_TITLE = 8
"""So many words of a title at most stand between its noun and the name."""


def in_context(doc: Document, first: int, options: tuple[FullName, ...]) -> tuple[FullName, ...]:
    """Readings of the name at a token, best first; of those that weigh the same the words before choose."""
    tied = [o for o in options if o.weight == options[0].weight]
    others = [o for o in options if o not in tied and _of_another(o, options[0])]
    if len(tied) + len(others) < 2 or first == 0:
        return options
    governs = _governing(doc, first - 1) if others else first - 1
    before = forms(doc.tokens[governs].norm) if doc.tokens[governs].is_word else ()
    nouns = [f for f in before if f.pos == "NOUN" and f.case]
    persons = [f for f in nouns if "anim" in f.tags and f.number != "plur"]

    def fits(option: FullName) -> int:
        if option.gender == "femn" and option in others and not persons:
            return -1  # only a woman's title makes a woman of him: «речниця Олександра Гай»
        if persons:
            same = [f for f in persons if f.case in option.cases]
            return 2 * bool(same) + any(f.gender == option.gender for f in same)
        if nouns:
            return "gent" in option.cases and len(option.cases) < 4
        if any(f.pos == "PREP" for f in before):
            return option.cases != {"nomn"}
        return "nomn" in option.cases

    best, *rest = sorted((*tied, *others), key=fits, reverse=True)
    if best.weight < options[0].weight:
        best = best._replace(weight=options[0].weight + 1)
    return (best, *rest, *(o for o in options if o not in tied and o not in others))


def _of_another(one: FullName, best: FullName) -> bool:
    """Whether a reading is of a man in another case where the best is of a woman, or the other way: «Петра Гаєва»."""
    whose = one.gender != best.gender and one.cases.isdisjoint(best.cases)
    return whose and len(one.words) > 1 and max(best.weight - _CLOSE, _KNOWN) <= one.weight


def _governing(doc: Document, at: int) -> int:
    """The noun of the title that a token ends, over what depends on it: «голову» of «голову ради КМДА»."""
    for place in range(at, max(-1, at - _TITLE), -1):
        token = doc.tokens[place]
        if not token.is_word or not _abbreviation(token) and not _depends(token.norm):
            return place
    return at


def _abbreviation(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _depends(norm: str) -> bool:
    readings = forms(norm)
    things = any(f.case == "gent" and f.pos in ("NOUN", "ADJF") for f in readings)
    return things and not any(f.pos == "NOUN" and "anim" in f.tags and not NAME_TAGS & f.tags for f in readings)
