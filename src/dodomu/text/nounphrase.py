"""How far a noun phrase reaches: «Координаційному штабі з питань поводження з військовополоненими»."""

from collections.abc import Sequence
from functools import lru_cache

from dodomu import uk
from dodomu.text.marks import OPENING, closing_mark
from dodomu.text.morphology import Form, forms, inflected
from dodomu.text.tokens import Token

_ADJECTIVE = ("ADJF", "NUMR")
_DECLINED = ("ADJF", "NUMR", "NPRO")
_PERSONAL = frozenset(("він", "вона", "воно", "вони"))
_OF_MANY = uk.load("grammar")["of_many"]
_PREPOSITIONS = uk.load("grammar")["goes_on"]
_GOES_ON = {preposition: tuple(row["cases"]) for preposition, row in _PREPOSITIONS.items()}
_AFTER_PREPOSITION = {preposition: frozenset(row["before"]) for preposition, row in _PREPOSITIONS.items()}
_AND = uk.words("grammar", "and")
_IN = uk.words("grammar", "in")
_OF = uk.words("grammar", "of")
_TAKES_WITH = uk.words("grammar", "takes_with")
# Tokens in a phrase after its head: names of bodies are shorter, and what is longer is two phrases.
_LONGEST = 16
# Tokens in a name in marks that belongs to a phrase: «за даними порталу «Діти війни»».
_LONGEST_MARKED = 6


@lru_cache(maxsize=50_000)
def has(norm: str, case: str, pos: tuple[str, ...] = ("NOUN", "ADJF", "NPRO", "NUMR"), number: str = "") -> bool:
    """Whether some reading of the word has that case."""
    return any(f.case == case and f.pos in pos and (not number or f.number == number) for f in forms(norm))


@lru_cache(maxsize=50_000)
def _adjectives(norm: str) -> tuple[Form, ...]:
    """The readings of a word that may agree with a noun."""
    return tuple(f for f in forms(norm) if f.pos in _ADJECTIVE)


@lru_cache(maxsize=20_000)
def _never_inside(norm: str) -> bool:
    """An adverb, conjunction, particle or preposition, whatever rare noun is spelt like it («зараз»)."""
    return any(f.pos in ("ADVB", "CONJ", "PRCL", "PRED", "PREP") for f in forms(norm))


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

    >>> from dodomu.text.tokens import tokenize
    >>> extend_right(tokenize("Координаційного штабу з питань поводження мовчать"), 1, 6)
    5
    """
    end = at = head + 1
    last = min(last, head + _LONGEST)
    cases = ("gent",)
    while at < last:
        token = tokens[at]
        if at in stop:
            break
        if token.text in OPENING:
            close = closing_mark(tokens, at + 1, min(at + 1 + _LONGEST_MARKED, last))
            if close is None:
                break
            end = at = close + 1
            continue
        if not token.is_word:
            break
        norm = token.norm
        following = tokens[at + 1] if at + 1 < last and tokens[at + 1].is_word else None
        if norm in _GOES_ON and following is not None:
            if not _complement(tokens, head, at, places):
                break
            cases = _GOES_ON[norm]
            at += 2
            end = at
            continue
        if norm in _AND and following is not None and end == at and end > head + 1 and at + 1 not in stop:
            if not _governed(following.norm, cases) or has(following.norm, "nomn", ("NOUN",)):
                break
            at += 1
            continue
        if _never_inside(norm) and not token.is_capital or not (_genitive(token) or _governed(norm, cases)):
            break
        at += 1
        if any(f.pos == "NOUN" for f in forms(norm)) or token.is_capital:
            end = at
    return end


def _governed(norm: str, cases: tuple[str, ...]) -> bool:
    return any(has(norm, case, ("NOUN", "ADJF")) for case in cases)


def _complement(tokens: Sequence[Token], head: int, at: int, places: bool) -> bool:
    """Whether the preposition and the word after it belong to the name of a body or an office."""
    preposition, following = tokens[at].norm, tokens[at + 1]
    if following.norm in _AFTER_PREPOSITION[preposition]:
        return True
    if places and preposition in _IN and following.is_capital and has(following.norm, "loct"):
        return True
    before = tokens[at - 1].norm
    return preposition in _OF and at > head + 1 and has(before, "gent") and before in _TAKES_WITH


def extend_left(tokens: Sequence[Token], head: int, first: int) -> tuple[int, list[Form]]:
    """Index of the first adjective before the noun at `head` that agrees with it, and the readings they agree on."""
    readings = [f for f in forms(tokens[head].norm) if f.pos == "NOUN" and f.case]
    at = head
    while at > first and tokens[at - 1].is_word and tokens[at - 1].end + 1 >= tokens[at].start:
        adjectives = _adjectives(tokens[at - 1].norm)
        fitting = [
            r
            for r in readings
            if any(
                f.case == r.case and f.number == r.number and (f.number == "plur" or f.gender in ("", r.gender))
                for f in adjectives
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
    if tokens[first].norm in _OF_MANY and first < head:
        rest = text[tokens[first].end : tokens[last - 1].end]
        return " ".join((_cased(tokens[first].text, _OF_MANY[tokens[first].norm]) + rest).split())
    reading = _reading(tokens[head].norm, tokens[head - 1].norm if first < head else None, case)
    if reading is None or reading.case == "nomn":
        return " ".join(text[tokens[first].start : tokens[last - 1].end].split())
    words = [_in_nominative(tokens[at], reading, at == head) for at in range(first, head + 1)]
    tail = text[tokens[head].end : tokens[last - 1].end]
    return " ".join((" ".join(words) + tail).split())


@lru_cache(maxsize=50_000)
def _reading(noun: str, adjective: str | None, case: str) -> Form | None:
    """The reading of a noun that the adjective before it and the wanted case allow; a nominative goes before all."""
    readings = [f for f in forms(noun) if f.case and f.pos in ("NOUN", "ADJF")]
    if case:
        wanted = [f for f in readings if f.case == case]
        wanted.sort(key=lambda f: (f.number == "plur", f.lemma != noun and case == "nomn"))
        readings = wanted or readings
    if adjective is not None:
        readings = [f for f in readings if _adjective_fits(adjective, f)] or readings
    if not case and (named := next((f for f in readings if f.case == "nomn"), None)):
        return named
    return readings[0] if readings else None


def _adjective_fits(adjective: str, noun: Form) -> bool:
    return any(
        f.case == noun.case and (noun.number == "plur" or f.gender == noun.gender) for f in _adjectives(adjective)
    )


def _in_nominative(token: Token, noun: Form, is_head: bool) -> str:
    number = "plur" if noun.number == "plur" else "sing"
    of_number = number == "plur" or is_head and noun.pos != "ADJF"
    wanted = ("nomn", number if of_number else noun.gender)
    for form in forms(token.norm):
        fits = form.lemma == noun.lemma if is_head else form.pos in _DECLINED and form.lemma not in _PERSONAL
        if fits and form.case == noun.case:
            made = inflected(token.norm, form.lemma, *wanted) or inflected(token.norm, form.lemma, "nomn")
            if made:
                return _cased(token.text, made)
    return token.text
