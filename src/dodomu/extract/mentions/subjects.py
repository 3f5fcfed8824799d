"""The subject of the verb that tells of an event: in its clause, the clause before, the sentence before."""

from functools import cache

from dodomu import uk
from dodomu.extract.mentions.clauses import Clause
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.parties import (
    Party,
    agrees,
    nominative,
    parties,
    row_of,
)
from dodomu.extract.mentions.people import is_preposition
from dodomu.extract.mentions.reading import View
from dodomu.text.morphology import forms, lexeme


def subject(draft: Draft) -> list[Party]:
    """The nominative of the verb: «Мінськ відпустив», «Україна та Росія провели обмін»."""
    if not (draft.trigger.act == "doer" or _is_mutual(draft)) or draft.trigger.form != "finite":
        return []
    if receives(draft):
        return giver(draft)
    view = draft.view
    found = [p for p in nominative(view, draft.clause) if not is_people(draft, p)]
    return row_of(view, found, draft.trigger.verb) or office(draft, draft.clause)


def _is_mutual(draft: Draft) -> bool:
    """«Росія та США обмінялися в'язнями»."""
    return draft.type == "exchange" and draft.trigger.act == "mover"


def receives(draft: Draft) -> bool:
    """«Україна отримала 1000 тіл»."""
    return draft.view.tokens[draft.trigger.verb].norm in _receiving()


@cache
def _receiving() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("parties")["receives"]))


def receiver(draft: Draft) -> list[Party]:
    """Who receives: the subject."""
    return row_of(draft.view, nominative(draft.view, draft.clause), draft.trigger.verb)


def giver(draft: Draft) -> list[Party]:
    """«Москва отримала від Києва тіла»: who receives does nothing."""
    view = draft.view
    return [
        p for p in parties(view) if draft.clause.holds(p.first) and p.first and view.tokens[p.first - 1].norm == "від"
    ][:1]


@cache
def _offices() -> frozenset[str]:
    found = frozenset().union(*(lexeme(w) for w in uk.load("parties")["offices"]))
    return frozenset(form for form in found if any(f.case == "nomn" for f in forms(form)))


def office(draft: Draft, clause: Clause) -> list[Party]:
    """«поліція відпустила», «російські силовики звільнили»: who acts without a name, with the adjectives before."""
    view = draft.view
    people = draft.people
    for at in clause.indexes():
        if view.tokens[at].norm not in _offices() or people is not None and people.first <= at < people.last:
            continue
        first = at
        while first > view.sentence.first and forms(view.tokens[first - 1].norm)[0].pos == "ADJF":
            first -= 1
        if first > view.sentence.first and is_preposition(view.tokens[first - 1].norm):
            continue
        party = Party((" ".join(t.norm for t in view.tokens[first : at + 1]), first, at + 1, frozenset(("nomn",))))
        if agrees(view, draft.trigger.verb, party, False):
            return [party]
    return []


def pronoun_subject(draft: Draft) -> list[Party]:
    """«У липні він помилував 18»: the person whom a pronoun stands for was the last doer told of."""
    view = draft.view
    if (
        draft.trigger.act != "doer"
        or draft.trigger.form not in ("finite", "infinitive")
        or draft.status == "called_for"
    ):
        return []
    clauses = [draft.clause]
    number = view.clauses.index(draft.clause)
    joint = view.clauses[number - 1].last if number else len(view.tokens)
    if joint < len(view.tokens) and view.tokens[joint].norm in ("і", "й", "та"):
        clauses.append(view.clauses[number - 1])
    at = next((at for c in clauses for at in c.indexes() if view.tokens[at].norm in ("він", "вона")), None)
    people = draft.people
    if at is None or people is not None and people.first <= at < people.last:
        return []
    gender = "masc" if view.tokens[at].norm == "він" else "femn"
    for index in (draft.sentence, draft.sentence - 1):
        if index < 0 or view.reading.sentences[index].paragraph != draft.paragraph:
            break
        told = view.reading.view(index)
        named = {n.first: n.gender for n in told.names if n.kind == "person"}
        for clause in told.clauses:
            row = [p for p in nominative(told, clause) if p.first < at and named.get(p.first) in ("", gender)]
            if row:
                return row[:1]
    return []


def is_people(draft: Draft, party: Party) -> bool:
    people = draft.people
    return people is not None and people.first <= party.first < people.last


def subject_before(draft: Draft) -> list[Party]:
    """A verb joined by a conjunction has the subject of the clause before: «звільнив з-під варти і відпустив під
    заставу».
    """
    if (
        draft.trigger.act != "doer"
        or draft.trigger.form not in ("finite", "infinitive")
        or draft.status == "called_for"
    ):
        return []
    view = draft.view
    at = view.clauses.index(draft.clause)
    before = view.clauses[at - 1] if at else None
    if (
        before is None
        or not 0 < draft.clause.first - before.last <= 1
        or view.tokens[before.last].norm not in ("і", "й", "та", ",")
        or view.tokens[before.last].text == ","
        and view.tokens[draft.clause.first].norm not in ("а", "але", "і", "й", "та")
    ):
        return []
    found = list(nominative(view, before))
    return row_of(view, found, draft.trigger.verb) or office(draft, before)


def dropped(draft: Draft) -> list[Party]:
    """A verb that opens its sentence has the subject of the sentence before: «Суд задовольнив скаргу. Звільнив від
    покарання».
    """
    view = draft.view
    if (
        draft.trigger.act != "doer"
        or draft.trigger.form != "finite"
        or draft.trigger.first > view.sentence.first + 1
        or not draft.sentence
    ):
        return []
    reading = view.reading.sentences[draft.sentence - 1]
    if reading.paragraph != draft.paragraph:
        return []
    before = view.reading.view(draft.sentence - 1)
    for clause in before.clauses:
        row = [p for p in nominative(before, clause) if _agrees_across(view, draft.trigger.verb, before, p)]
        if row and clause.predicates:
            return row[:1]
    return []


def _agrees_across(view: View, verb: int, before: View, party: Party) -> bool:
    reading = next((f for f in forms(view.tokens[verb].norm) if f.pos == "VERB"), None)
    return reading is not None and reading.number == "sing" and agrees(before, verb, party, False)
