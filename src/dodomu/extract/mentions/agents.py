"""Who did it: subjects, whom one asks, instrumentals."""

from collections.abc import Callable
from functools import cache

from dodomu import uk
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.parties import (
    Party,
    after_preposition,
    agrees,
    fill_with,
    nominative,
    parties,
    row_of,
    words_that,
)
from dodomu.extract.mentions.reading import View
from dodomu.text.morphology import forms, lexeme


def subject(draft: Draft) -> list[Party]:
    """The nominative of the verb: «Мінськ відпустив», «Україна та Росія провели обмін»."""
    if draft.trigger.act != "doer" or draft.trigger.form != "finite":
        return []
    view = draft.view
    found = [p for p in nominative(view, draft.clause) if not _is_people(draft, p)]
    return row_of(view, found, draft.trigger.verb)


def _is_people(draft: Draft, party: Party) -> bool:
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
        or view.tokens[before.last].norm not in ("і", "й", "та")
    ):
        return []
    found = list(nominative(view, before))
    return row_of(view, found, draft.trigger.verb)


def subject_of_helper(draft: Draft) -> list[Party]:
    """The infinitive has the subject of its verb: «РФ відмовилася віддати», «Литва може обміняти»; a noun that of a
    verb that performs it.
    """
    view, trigger = draft.view, draft.trigger
    if trigger.form == "noun" and trigger.act == "noun":
        if draft.status == "called_for":
            return addressee(draft)
        verbs = [at for at in draft.clause.predicates if view.tokens[at].norm in _performs()]
        if not verbs or not _is_performed(draft):
            return []
        found = list(nominative(view, draft.clause))
        if view.tokens[verbs[0]].norm in _agreeing():
            found = [
                p for p in found if draft.type == "exchange" or len(p.name) == 2
            ]  # who agrees on it need not do it
        return row_of(view, found, verbs[0])
    if trigger.form != "infinitive" or trigger.act != "doer":
        return []
    if draft.status == "called_for":
        return addressee(draft)
    verbs = [at for at in draft.clause.predicates if view.tokens[at].norm not in _impersonal()]
    if not verbs or view.tokens[verbs[-1]].norm in words_that("helps"):
        return []
    return row_of(view, [p for p in nominative(view, draft.clause) if not _is_people(draft, p)], verbs[-1])


@cache
def _performs() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("parties")["performs"]))


@cache
def _agreeing() -> frozenset[str]:
    return lexeme("домовитися") | lexeme("домовлятися") | lexeme("погодитися") | lexeme("погоджуватися")


@cache
def _impersonal() -> frozenset[str]:
    return lexeme("вдатися") | lexeme("можна")


def _is_performed(draft: Draft) -> bool:
    """The noun is what the verb performs, or what is agreed on, not where or when it is done."""
    view, trigger = draft.view, draft.trigger
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 3), trigger.first)]
    return not set(before) & {"під", "після", "до", "напередодні", "внаслідок", "завдяки", "межах", "результатами"}


def addressee(draft: Draft) -> list[Party]:
    """Who is asked to do it: «закликав Росію повернути», «вимагає від Росії звільнити»."""
    view = draft.view
    before = [
        p
        for p in parties(view)
        if draft.clause.holds(p.first) and p.first < draft.trigger.first and not _is_people(draft, p)
    ]
    for party in reversed(before):
        preceded = view.tokens[party.first - 1].norm if party.first > view.sentence.first else ""
        if preceded in ("від", "до") and "gent" in party.cases:
            return [party]
    verbs = [at for at in draft.clause.predicates if at < draft.trigger.first]
    for party in reversed(before):
        if (
            verbs
            and verbs[-1] < party.first
            and not after_preposition(view, party)
            and set(party.cases) & {"accs", "datv"}
        ):
            return [party]
    for party in reversed(before):
        if (
            not after_preposition(view, party)
            and (set(party.cases) & {"accs", "datv"})
            and ("nomn" not in party.cases or any(p is not party and "nomn" in p.cases for p in before))
        ):
            return [party]
    return []


def instrument(draft: Draft) -> list[Party]:
    """«засуджених Вільнюсом», «звільнений судом»: the instrumental of who did it."""
    if draft.trigger.form not in ("participle", "impersonal"):
        return []
    view = draft.view
    return [
        p
        for p in parties(view)
        if draft.trigger.last <= p.first <= draft.trigger.last + 3
        and "ablt" in p.cases
        and not after_preposition(view, p)
    ][:1]


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


AGENT_RULES: tuple[Callable[[Draft], list[Party]], ...] = (
    subject,
    subject_of_helper,
    subject_before,
    dropped,
    instrument,
)


def agents(draft: Draft) -> None:
    for rule in AGENT_RULES:
        found = rule(draft)
        if found:
            fill_with(draft, "agents", found, rule.__name__)
            return
