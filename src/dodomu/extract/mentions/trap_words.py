"""Words of the traps and small questions that several of them ask."""

from functools import cache, lru_cache

from dodomu import uk
from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.draft import Draft
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms, lexeme
from dodomu.text.phrases import PhraseBook


@cache
def word_lists() -> dict[str, frozenset[str]]:
    return {
        name: frozenset().union(*(lexeme(w) for w in entry["words"]))
        for name, entry in uk.load("traps").items()
        if "words" in entry
    }


@cache
def other_senses() -> PhraseBook:
    traps = uk.load("traps").items()
    return enrolled(PhraseBook((phrase, name) for name, entry in traps for phrase in entry.get("phrases", ())))


def words_around(draft: Draft, before: int, after: int) -> list[str]:
    view, trigger = draft.view, draft.trigger
    first = max(view.sentence.first, trigger.first - before)
    last = min(view.sentence.last, trigger.last + after)
    return [view.tokens[at].norm for at in range(first, last) if not trigger.first <= at < trigger.last]


def says_captivity(draft: Draft, but: frozenset[str] = frozenset()) -> bool:
    """Captivity in the words of the sentence itself, other than those left out."""
    doc, sentence, tokens, trigger = draft.view.doc, draft.view.sentence, draft.view.tokens, draft.trigger
    said = doc.where(_captivity(), sentence.first, sentence.last)
    if any(tokens[at].norm not in but for at in said if not trigger.first <= at < trigger.last):
        return True
    seized = doc.where(_seized(), sentence.first, sentence.last - 1)
    return any(groups.is_animate(tokens[at + 1].norm, False) for at in seized if not trigger.first <= at < trigger.last)


@cache
def _captivity() -> frozenset[str]:
    return enrolled(captivity.words() | captivity.places())


@cache
def _seized() -> frozenset[str]:
    """«захоплених моряків»; by itself the word tells of delight too."""
    return enrolled(lexeme("захоплений") | lexeme("викрадений"))


@lru_cache(maxsize=50_000)
def is_preposition(norm: str) -> bool:
    return any(f.pos == "PREP" for f in forms(norm)) or forms(norm)[0].pos == "CONJ"


def dropped_subject(draft: Draft) -> bool:
    """A verb that opens its sentence goes on with whom the sentence before was about: «Звільнив від покарання»."""
    return draft.trigger.first - draft.view.sentence.first <= 2


def about_captives(draft: Draft) -> bool:
    return draft.view.reading.speaks_of_captivity(draft.view.sentence)


def whose_clause(draft: Draft) -> bool:
    """«кого вдалося визволити», «хто повернувся»: the pronoun that opens the clause is the people."""
    wanted = ("хто",) if draft.trigger.act in ("mover", "passive") else ("кого", "яких", "якого", "яку", "котрих")
    return draft.trigger.act != "noun" and draft.clause.opener in wanted
