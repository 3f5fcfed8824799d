"""Names of bodies: ministries, staffs, courts, parties, in any case, told by the noun at their head."""

from dataclasses import dataclass
from functools import cache

from dodomu import uk
from dodomu.text.document import Document
from dodomu.text.morphology import forms, lexeme
from dodomu.text.nounphrase import extend_left, extend_right, nominative
from dodomu.text.phrases import PhraseBook

_SEATED = frozenset(
    ["суд", "райсуд", "прокуратура", "посольство", "консульство", "генконсульство", "трибунал", "колонія", "сізо", "лікарня", "госпіталь"]
)


@dataclass(frozen=True, slots=True)
class BodyMention:
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


def _grammar(norm: str, lemma: str) -> tuple[frozenset[str], str]:
    own = [f for f in forms(norm) if f.pos == "NOUN" and f.lemma == lemma] or [
        f for f in forms(norm) if f.pos == "NOUN"
    ]
    cases = frozenset(f.case for f in own if f.case) or frozenset(["nomn", "gent", "datv", "accs", "ablt", "loct"])
    number = own[0].number if own else "sing"
    return cases, "plur" if number == "plur" and "Fixd" not in own[0].tags else (own[0].gender if own else "")


@cache
def _several() -> PhraseBook[str]:
    return PhraseBook((phrase, name) for name, *phrases in uk.load("bodies")["several"] for phrase in phrases)


def _of_several(doc: Document) -> list[BodyMention]:
    found = []
    for hit in _several().find(doc.tokens):
        token = doc.tokens[hit.first]
        if not token.is_capital:
            continue
        head = next(
            (at for at in range(hit.first, hit.last) if any(f.pos == "NOUN" for f in forms(doc.tokens[at].norm)[:1])),
            hit.first,
        )
        first, readings = extend_left(doc.tokens, head, hit.first)
        readings = readings or [f for f in forms(doc.tokens[head].norm) if f.case]
        gender = "plur" if readings[0].number == "plur" else readings[0].gender
        last = extend_right(doc.tokens, head, doc.sentence_at(token.start).last)
        name = hit.entry + doc.text[doc.tokens[hit.last - 1].end : doc.tokens[max(last, hit.last) - 1].end]
        found.append(
            BodyMention(
                hit.first,
                max(last, hit.last),
                head,
                readings[0].lemma,
                name,
                frozenset(f.case for f in readings),
                gender,
                False,
            )
        )
    return found


def body_at(doc: Document, at: int, stop: frozenset[int] = frozenset()) -> BodyMention | None:
    """The body whose head noun, or whose name of one word, is the token at `at`."""
    token = doc.tokens[at]
    lemma = _heads().get(token.norm)
    sentence = doc.sentence_at(token.start)
    if lemma is None:
        name = _single().get(token.norm)
        if name is None or not token.is_capital:
            return None
        last = extend_right(doc.tokens, at, sentence.last, stop=stop)
        tail = doc.tokens[at + 1 : last]
        if not all(t.is_capital or t.text == "-" for t in tail):
            last = at + 1
        cases, gender = _grammar(token.norm, name)
        own = token.text if token.norm == name or token.text.isupper() else name[:1].upper() + name[1:]
        whole = own + doc.text[token.end : doc.tokens[last - 1].end]
        return BodyMention(at, last, at, name, " ".join(whole.split()), cases, gender, False)
    first, readings = extend_left(doc.tokens, at, sentence.first)
    last = extend_right(doc.tokens, at, sentence.last, stop=stop, places=lemma in _SEATED)
    words = [t for t in doc.tokens[first:last] if t.is_word]
    opens = first == sentence.first
    bare = not any(t.is_capital for t in words[1 if opens else 0 :]) and not (opens and len(words) > 2)
    cases, gender = _grammar(token.norm, lemma)
    if first < at and readings:
        cases = frozenset(f.case for f in readings)
        gender = "plur" if readings[0].number == "plur" else readings[0].gender
    # A form that is a plural nominative or a singular oblique («поліції») names one body, unless its adjectives say otherwise.
    case = next((f.case for f in readings if f.number == "sing" and f.lemma == lemma), "") if first == at else ""
    return BodyMention(
        first, last, at, lemma, nominative(doc.tokens, first, at, last, doc.text, case), cases, gender, bare
    )


def find_bodies(doc: Document, stop: frozenset[int] = frozenset()) -> list[BodyMention]:
    """Bodies in order; one inside another's name («пресслужба Координаційного штабу») only if it has a name of its own.

    >>> doc = Document("У Координаційному штабі з питань поводження з військовополоненими мовчать.")
    >>> [b.name for b in find_bodies(doc)]
    ['Координаційний штаб з питань поводження з військовополоненими']
    """
    heads, single = _heads(), _single()
    found: list[BodyMention] = []
    several = _of_several(doc)
    taken = {at for body in several for at in range(body.first, body.last)}
    for at, token in enumerate(doc.tokens):
        norm = token[3]
        if (norm in heads or norm in single) and at not in taken:
            body = body_at(doc, at, stop)
            if body and (not found or body.first >= found[-1].last or not body.bare):
                found.append(body)
    return sorted([*found, *several], key=lambda body: (body.first, -body.last))
