"""Trigger words: what may say that an event happened. Whether it does is for `traps` to tell."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dodomu import uk
from dodomu.text.document import Document
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms, infinitive
from dodomu.text.phrases import PhraseBook
from dodomu.text.tokens import Token

_INFINITIVE = ("ти", "тися", "тись")
_EUPHONIC = {"із": "з", "зі": "з", "в": "у"}  # one preposition in the shape that its neighbours ask for
ACTS = ("doer", "mover", "passive", "noun")


class Trigger(NamedTuple):
    """Tokens ``first`` to ``last`` that may say an event of this type; see uk/triggers.toml for `act` and `needs`.

    `verb` is the token that carries the tense; `form` is ``finite``, ``infinitive``, ``impersonal`` (звільнено),
    ``imperative``, ``converb``, ``participle`` or ``noun``.
    """

    type: str
    act: str
    needs: str
    first: int
    last: int
    verb: int
    form: str


class _Entry(NamedTuple):
    type: str
    act: str
    needs: str
    last: bool = False  # whether the verb comes last
    before: str = ""  # the preposition that stands before a complement which comes first: «на» of «на волю вийшли»


def _orders(phrase: str, entry: _Entry) -> Iterator[tuple[str, _Entry]]:
    """A verb and its complement in either order, apart or together: «вийти на волю», «на волю вчора вийшли».

    A phrase that ends in a preposition («погодитися на») or says itself where words may stand («дати … рік») stays as
    it is.
    """
    verb, *complement = phrase.split()
    if complement[:1] == ["…"]:
        yield phrase, entry
        return
    if entry.act not in ("doer", "mover") or not complement or _is_preposition(complement[-1]):
        yield phrase, entry
        return
    yield " ".join((verb, "…", *complement)), entry
    before = complement[0] if _is_preposition(complement[0]) else ""
    rest = complement[1:] if before else complement
    rest = rest[1:] if rest[0] == "…" else rest
    yield (
        " ".join((*rest, "…", verb)),
        entry._replace(last=True, before=before.removeprefix("=") if complement[1:2] != ["…"] else ""),
    )


@cache
def _is_preposition(word: str) -> bool:
    return any(form.pos == "PREP" for form in forms(word.removeprefix("=")))


@cache
def _book() -> PhraseBook:
    """All triggers."""
    return enrolled(
        PhraseBook(
            made
            for entry in uk.load("triggers")["entries"]
            for act in ACTS
            for phrase in entry.get(act, ())
            for made in _orders(phrase, _Entry(entry["type"], act, entry.get("needs", "")))
        )
    )


@lru_cache(maxsize=50_000)
def _verb_form(norm: str) -> str:
    """How a verb stands, or ``""`` for what is no verb."""
    if norm.endswith(_INFINITIVE) and infinitive(norm):
        return "infinitive"
    found = forms(norm)
    past = any(form.pos == "VERB" and form.tense == "past" for form in found)
    for form in found[:3]:
        if form.pos == "VERB":
            if past and "impr" in form.tags:
                continue  # «видали» is of видати rather than of видалити
            if "Impe" in form.tags:
                return "impersonal"
            return "imperative" if "impr" in form.tags and not form.tense else "finite"
        if form.pos == "GRND":
            return "converb"
    return ""


def _is_before(tokens: Sequence[Token], at: int, preposition: str) -> bool:
    """Whether a preposition stands before a noun, adjectives between them passed over: «з російського полону»."""
    while at and forms(tokens[at - 1].norm)[0].pos == "ADJF":
        at -= 1
    return at > 0 and _EUPHONIC.get(tokens[at - 1].norm, tokens[at - 1].norm) == _EUPHONIC.get(preposition, preposition)


def find_triggers(doc: Document) -> list[Trigger]:
    """Trigger words of an article, in order; they do not overlap.

    >>> doc = Document("Мінськ відпустив двох, ще троє вийшли на волю, домовилися про обмін полоненими")
    >>> [(t.type, t.act) for t in find_triggers(doc)]
    [('release', 'doer'), ('release', 'mover'), ('agreement', 'mover'), ('exchange', 'noun')]
    """
    found = []
    tokens = doc.tokens
    for hit in doc.find(_book()):
        entry = hit.entry
        if entry.before and not _is_before(tokens, hit.first, entry.before):
            continue
        verb, form = hit.first, "noun"
        if entry.act == "passive":
            form = "participle"
        elif entry.last:
            verb = hit.last - 1
            form = _verb_form(tokens[verb].norm) or "noun"
        elif entry.act != "noun":
            verb, form = next(
                ((at, _verb_form(tokens[at].norm)) for at in range(hit.first, hit.last) if _verb_form(tokens[at].norm)),
                (hit.first, "noun"),
            )
        found.append(Trigger(entry.type, entry.act, entry.needs, hit.first, hit.last, verb, form))
    return found
