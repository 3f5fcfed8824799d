"""How far a noun phrase reaches: «Координаційному штабі з питань поводження з військовополоненими»."""

from collections.abc import Sequence
from functools import lru_cache

from dodomu.text.morphology import Form, forms, inflected
from dodomu.text.tokens import Token

_ADJECTIVE = ("ADJF", "NUMR")
# Prepositions that go on a body's or an office's name, with the case they govern.
_GOES_ON = {
    "з": ("ablt", "gent"),
    "із": ("ablt", "gent"),
    "зі": ("ablt", "gent"),
    "у": ("loct",),
    "в": ("loct",),
    "при": ("loct",),
    "по": ("loct",),
    "на": ("loct",),
    "від": ("gent",),
    "проти": ("gent",),
    "для": ("gent",),
}
_AFTER_PREPOSITION = {
    "з": "позивним питань прав праць поводження протидії боротьби запобігання зв'язків комунікацій захисту",
    "у": "справах",
    "в": "справах",
    "із": "позивним питань прав зв'язків",
}
_AND = frozenset(("та", "і", "й"))
_LONGEST = 16


def has(norm: str, case: str, pos: tuple[str, ...] = ("NOUN", "ADJF", "NPRO", "NUMR"), number: str = "") -> bool:
    """Whether some reading of the word has that case."""
    return any(f.case == case and f.pos in pos and (not number or f.number == number) for f in forms(norm))


@lru_cache(maxsize=20_000)
def _never_inside(norm: str) -> bool:
    """An adverb, conjunction or particle, whatever rare noun is spelt like it («зараз»)."""
    return any(f.pos in ("ADVB", "CONJ", "PRCL", "PRED") for f in forms(norm))


def _genitive(token: Token) -> bool:
    if token.text.isupper() and len(token.text) > 1 or token.is_capital and "a" <= token.norm[0] <= "z":
        return True
    return has(token.norm, "gent", ("NOUN", "ADJF"))


def extend_right(
    tokens: Sequence[Token], head: int, last: int, *, stop: frozenset[int] = frozenset(), places: bool = False
) -> int:
    """Index after the last token of the phrase that the noun at `head` heads.

    Parameters
    ----------
    last : int
        The phrase may not reach past this index.
    stop : frozenset of int
        Tokens that begin something else (a person's name).
    places : bool
        Whether «в Дніпрі», «у Гаазі» belong to the phrase (a court, an embassy).
    """
    end = at = head + 1
    last = min(last, head + _LONGEST)
    case = ("gent",)
    while at < last:
        token = tokens[at]
        if at in stop:
            break
        if token.text in '«"“„':
            close = next((i for i in range(at + 1, min(at + 7, last)) if tokens[i].text in '»"”“'), None)
            if close is None:
                break
            end = at = close + 1
            continue
        if not token.is_word:
            break
        norm = token.norm
        following = tokens[at + 1] if at + 1 < last else None
        if norm in _GOES_ON and following is not None and following.is_word:
            wanted = _AFTER_PREPOSITION.get(norm, "").split()
            office = following.norm in wanted
            place = places and norm in ("у", "в") and following.is_capital and has(following.norm, "loct")
            nested = (
                norm in ("з", "із", "зі")
                and at > head + 1
                and has(tokens[at - 1].norm, "gent")
                and tokens[at - 1].norm in ("поводження", "боротьби", "протидії", "зв'язків")
            )
            if not (office or place or nested):
                break
            case = _GOES_ON[norm]
            at += 2
            end = at
            continue
        if (
            norm in _AND
            and following is not None
            and following.is_word
            and end == at
            and end > head + 1
            and at + 1 not in stop
        ):
            if any(has(following.norm, c, ("NOUN", "ADJF")) for c in case) and not has(
                following.norm, "nomn", ("NOUN",)
            ):
                at += 1
                continue
            break
        if _never_inside(norm) and not token.is_capital:
            break
        if _genitive(token) or any(has(norm, c, ("NOUN", "ADJF")) for c in case):
            at += 1
            if any(f.pos == "NOUN" for f in forms(norm)) or token.is_capital:
                end = at
            continue
        break
    return end


def extend_left(tokens: Sequence[Token], head: int, first: int) -> tuple[int, list[Form]]:
    """Index of the first adjective before the noun at `head` that agrees with it, and the readings on which they agree."""
    readings = [f for f in forms(tokens[head].norm) if f.pos == "NOUN" and f.case]
    at = head
    while at > first and tokens[at - 1].is_word and tokens[at - 1].end + 1 >= tokens[at].start:
        fitting = [
            r
            for r in readings
            if any(
                f.pos in _ADJECTIVE
                and f.case == r.case
                and f.number == r.number
                and (f.number == "plur" or not f.gender or f.gender == r.gender)
                for f in forms(tokens[at - 1].norm)
            )
        ]
        if not fitting:
            break
        readings = fitting
        at -= 1
    return at, readings


def _cased(like: str, word: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def nominative(tokens: Sequence[Token], first: int, head: int, last: int, text: str, case: str = "") -> str:
    """The phrase with its head and the adjectives before it in the nominative, the rest as it stands.

    >>> from dodomu.text.tokens import tokenize
    >>> text = "Координаційному штабі з питань поводження"
    >>> nominative(tokenize(text), 0, 1, 5, text)
    'Координаційний штаб з питань поводження'
    """
    noun = tokens[head]
    readings = [f for f in forms(noun.norm) if f.case and f.pos in ("NOUN", "ADJF")]
    if case:
        readings = (
            sorted(
                (f for f in readings if f.case == case),
                key=lambda f: (f.number == "plur", f.lemma != noun.norm and case == "nomn"),
            )
            or readings
        )
    if first < head:
        readings = [
            f
            for f in readings
            if any(
                g.pos in _ADJECTIVE and g.case == f.case and (f.number == "plur" or g.gender == f.gender)
                for g in forms(tokens[head - 1].norm)
            )
        ] or readings
    if not readings or any(f.case == "nomn" for f in readings) and not case:
        return " ".join(text[tokens[first].start : tokens[last - 1].end].split())
    reading = readings[0]
    if reading.case == "nomn":
        return " ".join(text[tokens[first].start : tokens[last - 1].end].split())
    plural = reading.number == "plur"
    words = []
    for at in range(first, head + 1):
        token = tokens[at]
        grammemes = ("nomn", "plur") if plural else ("nomn", "sing")
        made = None
        for form in forms(token.norm):
            if at == head and (form.lemma != reading.lemma or form.case != reading.case):
                continue
            if at < head and (form.pos not in _ADJECTIVE or form.case != reading.case):
                continue
            wanted = grammemes if at == head or plural else ("nomn", reading.gender)
            made = inflected(token.norm, form.lemma, *wanted) or inflected(token.norm, form.lemma, "nomn")
            if made:
                break
        words.append(_cased(token.text, made) if made else token.text)
    tail = text[tokens[head].end : tokens[last - 1].end]
    return " ".join((" ".join(words) + tail).split())
