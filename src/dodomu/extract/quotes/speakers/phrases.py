"""The speaker whose words begin at a token: a name, a role, a body, a state, a pronoun."""

from collections.abc import Sequence
from dataclasses import replace

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.speakers.adjectives import before_noun
from dodomu.extract.quotes.speakers.agreement import agrees, noun_agrees
from dodomu.extract.quotes.speakers.body import body_among, body_speaker
from dodomu.extract.quotes.speakers.in_marks import in_marks
from dodomu.extract.quotes.speakers.names import Names, kind_of_person
from dodomu.extract.quotes.speakers.pairs import pair_of_others, pair_of_persons
from dodomu.extract.quotes.speakers.roles import role_forms, state_forms
from dodomu.extract.quotes.speakers.shares import share_at
from dodomu.extract.quotes.speakers.speaker import OTHERS, PRONOUNS, Speaker
from dodomu.extract.quotes.speakers.titled import titled
from dodomu.text.marks import OPENING
from dodomu.text.morphology import NAME_TAGS, Form, finite, forms
from dodomu.text.names import NameMention
from dodomu.text.nounphrase import extend_left, extend_right, nominative
from dodomu.text.tokens import Token

_PREPOSITIONS = uk.words("grammar", "prepositions")
_AND = uk.words("grammar", "and")
_OF = uk.words("grammar", "of")
_ONE = uk.load("speakers")["one"]
_SOME = uk.words("speakers", "some")
_PLACED = uk.words("speakers", "placed")
_CONJUNCTIONS = uk.words("grammar", "questions")  # «як» is an animal, too
_EMPHASIS = uk.words("speakers", "emphasis")
_ADJECTIVES = 4
"""So many adjectives at most stand before the noun of a role."""
_LETTERS = range(3, 8)
_NEAR = range(1, 6)
"""So many tokens before its verb an abbreviation may stand."""
_PAIR = 8
"""So many tokens after its first word the conjunction of a pair may stand."""


def phrase_at(names: Names, at: int, last: int, cue: Cue | None, case: str = "nomn") -> Speaker | None:
    """The speaker whose words begin at a token, in that case and agreeing with the cue.

    Parameters
    ----------
    names : Names
    at, last : int
        The token, and the one that the words may not reach.
    cue : Cue or None
        The reporting words; None where there are none to agree with.
    case : str
        Grammeme of the case.
    """
    if case == "nomn" and at and names.doc.tokens[at - 1].norm in _PREPOSITIONS:
        return None
    found = _phrase_at(names, at, last, cue, case)
    if found is None and case == "nomn" and _may_be_pair(names, at, last, cue):
        return pair_of_others(names, at, last, phrase_at)
    return found


def _may_be_pair(names: Names, at: int, last: int, cue: Cue | None) -> bool:
    """Whether a verb in the plural has a conjunction soon after a word that opens a phrase."""
    if cue is None or cue.grammar is None or cue.grammar.number != "plur" or cue.gerund:
        return False
    tokens = names.doc.tokens
    return tokens[at].is_word and any(t.norm in _AND for t in tokens[at + 1 : min(at + _PAIR, last)])


def _phrase_at(names: Names, at: int, last: int, cue: Cue | None, case: str) -> Speaker | None:
    tokens = names.doc.tokens
    token = tokens[at]
    subject = case == "nomn"
    if names.person_at(at) is not None:
        return _person(names, at, last, cue, case)
    if subject and token.text in OPENING:
        return in_marks(names, at, last)
    if subject and (share := share_at(names, at, last, cue)) is not None:
        return share
    if not token.is_word:
        return None
    if subject and (body := _acronym(names, at, cue)) is not None:
        return body
    if at not in names.at and (state := _state_reading(tokens, at, case)) is not None:
        return _state(token, state, cue, case)
    if subject and (pronoun := _pronoun(names, at, last, cue)) is not None:
        return pronoun if agrees(cue, pronoun.gender, pronoun.number) else None
    if (token.norm in _SOME or token.norm in _ONE) and at + 2 < last and tokens[at + 1].norm in _OF:
        if token.norm in _ONE and (name := titled(names, at + 2, last, cue, case)) is not None:
            return Speaker.named(name)
        end = extend_right(tokens, at + 2, last)
        gender = _ONE.get(token.norm, "")
        return as_role(names, at, at, end, number="sing" if gender else "plur", gender=gender)
    return noun_phrase(names, at, last, cue, case)


def _person(names: Names, at: int, last: int, cue: Cue | None, case: str) -> Speaker | None:
    """A person by name, or a capitalised word that turns out to be a role."""
    mention, norm = names.at[at], names.doc.tokens[at].norm
    plural = cue is not None and cue.grammar is not None and cue.grammar.number == "plur"
    if plural and (pair := pair_of_persons(names, mention, case)):
        return pair
    if mention.actor.kind == "unknown":
        if norm in role_forms():
            return noun_phrase(names, at, last, cue, case)
        if not names.like_a_person(at):
            return None
        if names.opens_sentence(at) and kind_of_person(norm):
            return noun_phrase(names, at, last, cue, case)
    if case in mention.cases and agrees(cue, mention.gender, "sing"):
        return Speaker.named(mention)
    # Another bearer of the surname, where the verb tells that it is a woman, or a man.
    for rival in mention.rivals:
        if cue is not None and agrees(cue, rival.gender, "sing") and not agrees(cue, mention.gender, "sing"):
            return Speaker.named(replace(mention, actor=rival, gender=rival.gender, rivals=(), loose=False, bare=False))
    return None


def _acronym(names: Names, at: int, cue: Cue | None) -> Speaker | None:
    """An abbreviation that no list has, as the subject of the verb after it: «ВККСУ оголосила»."""
    token = names.doc.tokens[at]
    if (
        cue is None
        or at in names.at
        or not token.text.isupper()
        or not token.text.isalpha()
        or len(token.text) not in _LETTERS
    ):
        return None
    if token.norm in state_forms() or cue.first - at not in _NEAR or names.verb_between(at, cue.first):
        return None
    around = names.doc.tokens[max(0, at - 1) : at + 2]
    if sum(t.text.isupper() and len(t.text) > 1 for t in around) > 1 or any(t.text == "," for t in around):
        return None
    return Speaker(token.start, token.end, "role", phrase=token.text)


def _state_reading(tokens: Sequence[Token], at: int, case: str) -> Form | None:
    token = tokens[at]
    if not token.is_capital or token.norm not in state_forms():
        return None
    if token.text.isupper() and at and any(f.pos == "NOUN" and f.case for f in forms(tokens[at - 1].norm)[:1]):
        return None  # «президента США»: an abbreviation right after a noun depends on it
    return next((f for f in forms(token.norm) if f.case == case and f.pos == "NOUN"), None)


def _state(token: Token, reading: Form, cue: Cue | None, case: str) -> Speaker | None:
    """A state or its seat: «Москва пропонує»."""
    if not noun_agrees(cue, reading):
        return None
    number = "plur" if reading.number == "plur" else "sing"
    name = token.text if token.text.isupper() or case == "nomn" else state_forms()[token.norm].capitalize()
    return Speaker(token.start, token.end, "role", phrase=name, gender=reading.gender, number=number)


def _pronoun(names: Names, at: int, last: int, cue: Cue | None) -> Speaker | None:
    """A pronoun, or a word for one of those named before that no noun follows."""
    token = names.doc.tokens[at]
    if token.norm in PRONOUNS:
        gender, number = PRONOUNS[token.norm]
    elif token.norm in OTHERS and _stands_alone(names, at, last, cue):
        gender, number = OTHERS[token.norm], "sing"
    else:
        return None
    return Speaker(token.start, token.end, "pronoun", phrase=token.norm, gender=gender, number=number)


def _stands_alone(names: Names, at: int, last: int, cue: Cue | None) -> bool:
    before, token = names.doc.tokens[at - 1] if at else None, names.doc.tokens[at]
    if token.norm in _AND and before is not None and before.is_word and not names.opens_sentence(at):
        return False  # «прийшла бабуся та розповіла»
    following = names.doc.tokens[at + 1] if at + 1 < last else None
    if following is not None and following.text == "," and at + 2 < last and names.doc.tokens[at + 2].norm == "що":
        return False  # «та, що стоїть»: no pronoun for somebody
    if following is None or not following.is_word or cue is not None and at + 1 == cue.first:
        return True
    return finite(following.norm) is not None


def noun_phrase(names: Names, at: int, last: int, cue: Cue | None, case: str) -> Speaker | None:
    """Adjectives and a noun for a body or a person by role, with what depends on it and the name that follows."""
    tokens = names.doc.tokens
    if tokens[at].norm in _EMPHASIS and at + 1 < last:
        at += 1
    head = at
    while (
        head < last and head - at < _ADJECTIVES and head not in names.inside and before_noun(tokens, head, last, case)
    ):
        head += 1
    if head >= last or not tokens[head].is_word:
        return None
    if (body := body_among(names, at, head)) is not None:
        return body_speaker(names, body, cue, case)
    title = role_forms().get(tokens[head].norm)
    readings = _readings(names, head, case, title)
    if cue is None and case == "nomn" and head and _depends(names, head):
        readings = [f for f in readings if f.number != "plur"]
    if not readings:
        return None
    lemma = title or readings[0].lemma
    if head > at:
        agreed = [f for f in extend_left(tokens, head, at)[1] if f.case == case]
        readings = [f for f in readings if f in agreed] or readings
    # A masculine title is used of women too: «заступник голови прокоментувала».
    either = title is not None
    fitting = [
        f
        for f in readings
        if agrees(cue, "" if f.number == "plur" or either and f.gender == "masc" else f.gender, f.number)
    ]
    if not fitting:
        return None
    reading = fitting[0]
    if (name := titled(names, head, last, cue, case)) is not None:
        role = names.doc.text[tokens[at].start : tokens[name.first - 1].end].rstrip(" ,")
        return Speaker.named(name, head=lemma, role=role)
    bearers = frozenset(i for i, m in _within(names, head + 1, last) if case in m.cases and "gent" not in m.cases)
    end = extend_right(tokens, head, last, places=lemma in _PLACED, stop=bearers)
    gender = "" if reading.number == "plur" else reading.gender
    if gender == "masc" and cue is not None and cue.grammar is not None and not agrees(cue, gender, "sing"):
        gender = cue.grammar.gender
    return as_role(names, at, head, end, number=reading.number, gender=gender, lemma=lemma, case=case)


def _readings(names: Names, head: int, case: str, title: str | None) -> list[Form]:
    """Readings of the noun at `head` as a title or as a word for a person."""
    token = names.doc.tokens[head]
    readings = [f for f in forms(token.norm) if f.case == case and f.pos in ("NOUN", "ADJF")]
    if title is None:
        if token.is_capital and not names.opens_sentence(head) or token.norm in _CONJUNCTIONS:
            return []
        readings = [f for f in readings if f.pos == "NOUN" and "anim" in f.tags and not NAME_TAGS & f.tags]
    return readings


def _depends(names: Names, head: int) -> bool:
    """Whether what may be a genitive singular stands right after a noun: «прав людини», «відділу статистики»."""
    tokens = names.doc.tokens
    before = tokens[head - 1]
    singular = [f for f in forms(tokens[head].norm) if f.case == "gent" and f.number == "sing"]
    if not before.is_word or not singular:
        return False
    adjectives = forms(before.norm)
    if all(f.pos == "ADJF" for f in adjectives) and not any(f.case == "nomn" for f in adjectives):
        return any(a.case == "gent" and a.gender == f.gender for a in adjectives for f in singular)
    return any(f.pos == "NOUN" and f.case for f in forms(before.norm)[:1]) and before.norm not in role_forms()


def _within(names: Names, first: int, last: int) -> list[tuple[int, NameMention]]:
    return [(at, names.inside[at]) for at in range(first, last) if at in names.inside]


def as_role(
    names: Names, first: int, head: int, end: int, *, number: str, gender: str = "", lemma: str = "", case: str = ""
) -> Speaker:
    """The tokens ``first`` to ``end`` (half-open) as a role in the nominative, without a sentence's capital."""
    tokens = names.doc.tokens
    phrase = nominative(tokens, first, head, end, names.doc.text, case)
    if names.opens_sentence(first) and not phrase.isupper():
        phrase = phrase[:1].lower() + phrase[1:]
    start, stop = tokens[first].start, tokens[end - 1].end
    return Speaker(start, stop, "role", phrase=phrase, head=lemma, gender=gender, number=number)
