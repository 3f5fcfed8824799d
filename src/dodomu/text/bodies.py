"""Names of bodies: ministries, staffs, courts, parties, in any case, told by the noun at their head."""

from functools import cache, lru_cache
from typing import NamedTuple

from dodomu import uk
from dodomu.text.document import Document
from dodomu.text.inflection import CASES
from dodomu.text.lists import enrolled
from dodomu.text.morphology import Form, forms, lexeme
from dodomu.text.nounphrase import extend_left, extend_right, nominative
from dodomu.text.phrases import PhraseBook
from dodomu.text.tokens import fold

_CASES = frozenset(CASES)
_SHORT = 5
"""A name with fewer letters is an abbreviation, in capitals."""


class BodyMention(NamedTuple):
    """Tokens ``first`` to ``last`` (half-open) name a body; `bare` if it is a common noun alone («штаб»)."""

    first: int
    last: int
    head: int
    lemma: str
    name: str
    cases: frozenset[str]
    gender: str
    bare: bool


@cache
def _heads() -> dict[str, str]:
    found = {}
    for lemma in uk.load("bodies")["heads"]:
        for form in lexeme(lemma, "NOUN"):
            found.setdefault(form, lemma)
    return found


@cache
def _single() -> dict[str, str]:
    found = {}
    for name in uk.load("bodies")["single"]:
        for form in lexeme(name):
            found.setdefault(form, name)
    return found


@cache
def _beginnings() -> frozenset[str]:
    """Forms at which a body may be named."""
    return enrolled(frozenset(_heads()) | frozenset(_single()))


@lru_cache(maxsize=20_000)
def _grammar(norm: str, lemma: str) -> tuple[frozenset[str], str]:
    """Cases and gender (``plur`` of a plural) of the noun in that form."""
    nouns = [f for f in forms(norm) if f.pos == "NOUN"]
    own = [f for f in nouns if f.lemma == lemma] or nouns
    cases = frozenset(f.case for f in own if f.case) or _CASES
    if not own:
        return cases, ""
    return cases, "plur" if own[0].number == "plur" and "Fixd" not in own[0].tags else own[0].gender


@cache
def _several() -> PhraseBook[str]:
    several = uk.load("bodies")["several"]
    return enrolled(PhraseBook((phrase, name) for name, *phrases in several for phrase in phrases))


@cache
def _states() -> dict[str, str]:
    """Forms of the names of states that have one word, with their codes."""
    rows = [(code, fold(name)) for code, names in uk.load("places")["states"].items() for name in names]
    return {form: code for code, name in rows if " " not in name for form in (name, *lexeme(name))}


def of_two_states(name: str, other: str) -> bool:
    """Whether two names of bodies are of two states: «мзс україни», «міністерство закордонних справ росії»."""
    mine, theirs = ({_states()[w] for w in words.split() if w in _states()} for words in (name, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _gender_of(readings: list[Form]) -> str:
    return "plur" if readings[0].number == "plur" else readings[0].gender


def _of_several(doc: Document) -> list[BodyMention]:
    """Bodies that the list names with several words, by the name it gives them."""
    found = []
    for hit in doc.find(_several()):
        if not doc.tokens[hit.first].is_capital:
            continue
        nouns = (
            at for at in range(hit.first, hit.last) if any(f.pos == "NOUN" for f in forms(doc.tokens[at].norm)[:1])
        )
        head = next(nouns, hit.first)
        _, readings = extend_left(doc.tokens, head, hit.first)
        readings = readings or [f for f in forms(doc.tokens[head].norm) if f.case]
        last = max(hit.last, extend_right(doc.tokens, head, doc.sentence_at(doc.tokens[hit.first].start).last))
        name = hit.entry + doc.text[doc.tokens[hit.last - 1].end : doc.tokens[last - 1].end]
        cases = frozenset(f.case for f in readings)
        found.append(
            BodyMention(hit.first, last, head, readings[0].lemma, name, cases, _gender_of(readings), bare=False)
        )
    return found


def body_at(doc: Document, at: int, stop: frozenset[int] = frozenset()) -> BodyMention | None:
    """The body whose head noun, or whose name of one word, is the token at `at`; `stop`: tokens of persons' names."""
    lemma = _heads().get(doc.tokens[at].norm)
    return _of_one(doc, at, stop) if lemma is None else _headed(doc, at, lemma, stop)


def _of_one(doc: Document, at: int, stop: frozenset[int]) -> BodyMention | None:
    """A body with a name of one word: «Мінсоцполітики», «Кремль»."""
    token = doc.tokens[at]
    name = _single().get(token.norm)
    if name is None or not token.is_capital or len(name) < _SHORT and not token.text.isupper():
        return None
    last = extend_right(doc.tokens, at, doc.sentence_at(token.start).last, stop=stop)
    if not all(t.is_capital or t.text == "-" for t in doc.tokens[at + 1 : last]):
        last = at + 1
    cases, gender = _grammar(token.norm, name)
    if token.text.isupper():
        cases = _CASES  # abbreviations do not decline, whatever noun is spelt like one: САП
    own = token.text if token.norm == name or token.text.isupper() else name[:1].upper() + name[1:]
    whole = own + doc.text[token.end : doc.tokens[last - 1].end]
    return BodyMention(at, last, at, name, " ".join(whole.split()), cases, gender, bare=False)


def _headed(doc: Document, at: int, lemma: str, stop: frozenset[int]) -> BodyMention:
    """A body with a noun at its head: «Координаційний штаб», «суд»."""
    tokens = doc.tokens
    sentence = doc.sentence_at(tokens[at].start)
    first, readings = extend_left(tokens, at, sentence.first)
    last = extend_right(tokens, at, sentence.last, stop=stop, places=lemma in uk.words("bodies", "seated"))
    words = [t for t in tokens[first:last] if t.is_word]
    opens = first == sentence.first
    bare = not any(t.is_capital for t in words[1 if opens else 0 :]) and not (opens and len(words) > 2)
    cases, gender = _grammar(tokens[at].norm, lemma)
    case = ""
    if first < at and readings:
        cases, gender = frozenset(f.case for f in readings), _gender_of(readings)
    elif first == at:
        # A form that is a plural nominative or a singular oblique («поліції») names one body, unless adjectives differ.
        case = next((f.case for f in readings if f.number == "sing" and f.lemma == lemma), "")
    name = nominative(tokens, first, at, last, doc.text, case)
    return BodyMention(first, last, at, lemma, name, cases, gender, bare)


def _adjective_of_next(doc: Document, at: int, heads: dict[str, str]) -> bool:
    """Whether «податкова» is the adjective of the body after it: «податкова інспекція»."""
    following = doc.tokens[at + 1].norm if at + 1 < len(doc.tokens) else ""
    return following in heads and any(f.pos == "ADJF" for f in forms(doc.tokens[at].norm))


def _draft(doc: Document, at: int) -> bool:
    """Whether «проєкт» is the draft of a text: «проєкт закону»."""
    following = doc.tokens[at + 1].norm if at + 1 < len(doc.tokens) else ""
    return following in uk.words("bodies", "drafts") and doc.tokens[at].norm.startswith("про")


def find_bodies(doc: Document, stop: frozenset[int] = frozenset()) -> list[BodyMention]:
    """Bodies in order; one inside another's name («пресслужба Координаційного штабу») only if it has a name of its own.

    >>> doc = Document("У Координаційному штабі з питань поводження з військовополоненими мовчать.")
    >>> [b.name for b in find_bodies(doc)]
    ['Координаційний штаб з питань поводження з військовополоненими']
    """
    found: list[BodyMention] = []
    several = _of_several(doc)
    taken = {at for body in several for at in range(body.first, body.last)}
    for at in doc.where(_beginnings()):
        if at not in taken and not _adjective_of_next(doc, at, _heads()) and not _draft(doc, at):
            body = body_at(doc, at, stop)
            if body and (not found or body.first >= found[-1].last or not body.bare):
                found.append(body)
    return sorted([*found, *several], key=lambda body: (body.first, -body.last))
