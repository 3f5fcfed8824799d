"""«У штабі розповіли», «в Міноборони кажуть», «там»: the speaker of a verb in the plural without a subject."""

from collections.abc import Iterator, Sequence
from itertools import chain

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.phrases import as_role, noun_phrase
from dodomu.extract.quotes.speakers.roles import occasion_forms, role_forms, state_forms
from dodomu.extract.quotes.speakers.speaker import Speaker
from dodomu.text.marks import OPENING, closing_mark
from dodomu.text.morphology import forms
from dodomu.text.nounphrase import extend_right, nominative
from dodomu.text.tokens import Token

_PREPOSITIONS = uk.words("grammar", "prepositions")
_AND = uk.words("grammar", "and")
_IN = uk.words("grammar", "in")
_AT = uk.words("speakers", "at")
_BUT = uk.words("reports", "contrasts") | {"а"}
_MARKED = 5
_LETTERS = range(2, 8)
_REACH = 5
"""So many words after its preposition the noun of the place may stand."""
_BESIDE = 3
"""A place that no list has must stand this near its verb."""


def place(names: Names, cue: Cue, first: int, last: int) -> Speaker | None:
    """Who speaks at a place among the tokens ``first`` to ``last`` (half-open), nearest before the cue, then after."""
    if cue.grammar is None or cue.grammar.number != "plur" and not cue.impersonal:
        return None
    tokens = names.doc.tokens
    for at in (*range(cue.first - 1, first - 1, -1), *range(cue.last, last)):
        for found in chain(_in_marks(names, at, last), _at_a_person(names, at), _at_a_body(names, cue, at, last)):
            return found
        if tokens[at].norm == "там" and (abs(at - cue.first) <= 2 or _opens_clause(tokens, at, cue)):
            return Speaker.there(tokens[at])
    return None


def _opens_clause(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """«…, але там не коментують нічого й радять чекати»: the place opens the clause of several verbs."""
    between = tokens[at + 1 : cue.first]
    return bool(between) and tokens[at - 1].norm in _BUT and all(t.text not in ",:;–—" for t in between)


def _in_marks(names: Names, at: int, last: int) -> Iterator[Speaker]:
    """«в «Укренерго»»: a body by its name in marks alone."""
    tokens = names.doc.tokens
    if at + 2 < last and tokens[at].norm in _IN and tokens[at + 1].text in OPENING:
        close = closing_mark(tokens, at + 2, min(at + 2 + _MARKED, last))
        if close is not None:
            name = nominative(tokens, at + 2, at + 2, close, names.doc.text, "loct")
            yield Speaker(tokens[at + 1].end, tokens[close].start, "role", phrase=name, number="plur")


def _at_a_person(names: Names, at: int) -> Iterator[Speaker]:
    """«У Зеленського заявили»: those around a person speak for him."""
    person = names.person_at(at + 1) if names.doc.tokens[at].norm in _IN and at + 1 < len(names.doc.tokens) else None
    if person is not None and not person.loose and "gent" in person.cases and "loct" not in person.cases:
        yield Speaker.named(person)


def _at_a_body(names: Names, cue: Cue, at: int, last: int) -> Iterator[Speaker | None]:
    """A body, a role, a town or another place after a preposition; None where it is a role that cannot be read."""
    tokens = names.doc.tokens
    preposition = tokens[at].norm
    if preposition not in _AT:
        return
    reports = not cue.impersonal and cue.entry.act("say") == "state"
    for head in range(at + 1, min(at + 1 + _REACH, last)):
        token = tokens[head]
        body = names.at.get(head)
        if body is not None and body.kind == "body" and "loct" in body.cases:
            yield Speaker(body.start, body.end, "place", body, number="plur")
            return
        if token.norm in _PREPOSITIONS or not token.is_word:
            return
        next_to_it = head == at + 1
        if next_to_it and not cue.impersonal and _is_abbreviation(token) and _beside(tokens, cue, at, head + 1):
            yield Speaker(token.start, token.end, "role", phrase=token.text, number="plur")
            return
        nouns = [f for f in forms(token.norm) if f.case == "loct" and f.pos == "NOUN"]
        if not nouns:
            continue
        town = token.is_capital and preposition in _IN and any("inan" in f.tags for f in nouns)
        common = not token.is_capital and token.norm not in occasion_forms() and preposition != "при"
        if next_to_it and token.norm in role_forms():
            yield noun_phrase(names, head, last, None, "loct")
        elif reports and next_to_it and town and not _other_clause(names, cue, at):
            yield as_role(names, head, head, head + 1, number="plur", case="loct")
        elif reports and common and _beside(tokens, cue, at, end := extend_right(tokens, head, last)):
            yield as_role(names, at + 1, head, end, number="plur", case="loct")
        return


def _is_abbreviation(token: Token) -> bool:
    return (
        token.text.isupper()
        and token.text.isalpha()
        and len(token.text) in _LETTERS
        and token.norm not in state_forms()
    )


def _other_clause(names: Names, cue: Cue, at: int) -> bool:
    """Whether a comma and a verb stand between a place and its verb: «чума дійшла до Європи, тому вважали»."""
    first, last = (at, cue.first) if at < cue.first else (cue.last, at)
    return any(t.text == "," for t in names.doc.tokens[first:last]) or names.verb_between(first, last)


def _beside(tokens: Sequence[Token], cue: Cue, first: int, last: int) -> bool:
    """Whether little stands between a place and its verb, however long its words are, and no other clause."""
    between = tokens[last : cue.first] if first < cue.first else tokens[cue.last : first]
    return len(between) <= _BESIDE and not any(t.norm in _AND or t.text in ",:;" for t in between)
