"""Who did it: subjects, whom one asks, instrumentals."""

from collections.abc import Callable
from functools import cache

from dodomu import uk
from dodomu.extract.mentions import governing
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.parties import (
    Party,
    after_preposition,
    fill_with,
    nominative,
    parties,
    row_of,
    states_of,
    words_that,
)
from dodomu.extract.mentions.people import ALL_CASES
from dodomu.extract.mentions.subjects import dropped, is_people, pronoun_subject, subject, subject_before
from dodomu.text.morphology import forms, lexeme


def sides(draft: Draft) -> list[Party]:
    """«обмін між Україною та Росією», «обмін утримуваними Україною і Росією громадянами»: both sides carry it out."""
    if draft.type != "exchange" or draft.trigger.act != "noun":
        return []
    found = [
        p
        for p in parties(draft.view)
        if draft.trigger.last <= p.first <= draft.trigger.last + 8
        and draft.clause.holds(p.first)
        and len(p.name) == 2
        and "ablt" in p.cases
    ]
    return found if len(found) == 2 else []


def subject_of_helper(draft: Draft) -> list[Party]:
    """The infinitive has the subject of its verb: «РФ відмовилася віддати», «Литва може обміняти»; a noun that of a
    verb that performs it.
    """
    view, trigger = draft.view, draft.trigger
    if trigger.form == "noun" and trigger.act == "noun":
        if draft.status == "called_for":
            return addressee(draft)
        if view.tokens[trigger.first - 1].norm == "про" and _announced(draft):
            return []
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
    if any(view.tokens[at].norm in lexeme("вдатися") | lexeme("удатися") for at in draft.clause.predicates):
        return _succeeds(draft)
    verbs = [at for at in draft.clause.predicates if view.tokens[at].norm not in _impersonal()]
    if not verbs or view.tokens[verbs[-1]].norm in words_that("helps"):
        return []
    return row_of(view, [p for p in nominative(view, draft.clause) if not is_people(draft, p)], verbs[-1])


def _succeeds(draft: Draft) -> list[Party]:
    """«Україні вдалося повернути», «якщо президентові вдасться»: the dative of who succeeds."""
    view = draft.view
    return [
        p
        for p in parties(view)
        if draft.clause.holds(p.first)
        and p.first < draft.trigger.first
        and "datv" in p.cases
        and not after_preposition(view, p)
        and not any(f.pos == "NOUN" for f in forms(view.tokens[p.first - 1].norm))
        and not is_people(draft, p)
    ][:1]


def _announced(draft: Draft) -> bool:
    """«оголосила про повернення»: told, not done."""
    return any(draft.view.tokens[at].norm in lexeme("оголосити") for at in draft.clause.predicates)


@cache
def _performs() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("parties")["performs"]))


@cache
def _agreeing() -> frozenset[str]:
    return lexeme("домовитися") | lexeme("домовлятися") | lexeme("погодитися") | lexeme("погоджуватися")


@cache
def _impersonal() -> frozenset[str]:
    return lexeme("вдатися") | lexeme("удатися") | lexeme("можна")


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
        if draft.clause.holds(p.first) and p.first < draft.trigger.first and not is_people(draft, p)
    ]
    asks = any(view.tokens[at].norm in governing.words("called_for") for at in draft.clause.indexes())
    for party in reversed(before) if asks else ():
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
            and ("nomn" not in party.cases or any(p is not party and _is_plain_nominative(p) for p in before))
        ):
            return [party]
    return []


def _is_plain_nominative(party: Party) -> bool:
    """A nominative, and no abbreviation that stands in every case."""
    return "nomn" in party.cases and not party.cases >= ALL_CASES


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


def by_adjective(draft: Draft) -> list[Party]:
    """«білорусько-російські навчання», «поїздки російських військових»: whose they are."""
    if draft.type not in ("exercise", "reconnaissance") or draft.trigger.act != "noun":
        return []
    view, trigger = draft.view, draft.trigger
    first, last = trigger.first, trigger.last
    while first > view.sentence.first and forms(view.tokens[first - 1].norm)[0].pos == "ADJF":
        first -= 1
    while last < min(trigger.last + 3, view.sentence.last) and any(
        f.case == "gent" for f in forms(view.tokens[last].norm)
    ):
        last += 1
    found = [
        Party((state, at, at + 1, frozenset()))
        for at in range(first, last)
        for state in states_of(view.tokens[at].norm)
    ]
    return [p for n, p in enumerate(found) if p.name not in {q.name for q in found[:n]}]


AGENT_RULES: tuple[Callable[[Draft], list[Party]], ...] = (
    subject,
    subject_of_helper,
    pronoun_subject,
    subject_before,
    dropped,
    instrument,
    by_adjective,
    sides,
)


def agents(draft: Draft) -> None:
    for rule in AGENT_RULES:
        found = rule(draft)
        if found:
            fill_with(draft, "agents", found, rule.__name__)
            return
