"""Who did it: subjects, whom one asks, instrumentals."""

from collections.abc import Callable
from functools import cache

from dodomu import uk
from dodomu.extract.mentions import governing
from dodomu.extract.mentions.clauses import Clause
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.parties import (
    Party,
    after_preposition,
    agrees,
    fill_with,
    nominative,
    parties,
    row_of,
    states_of,
    words_that,
)
from dodomu.extract.mentions.people import ALL_CASES, is_preposition
from dodomu.extract.mentions.reading import View
from dodomu.text.morphology import forms, lexeme


def subject(draft: Draft) -> list[Party]:
    """The nominative of the verb: «Мінськ відпустив», «Україна та Росія провели обмін»."""
    if not (draft.trigger.act == "doer" or _is_mutual(draft)) or draft.trigger.form != "finite":
        return []
    if receives(draft):
        return giver(draft)
    view = draft.view
    found = [p for p in nominative(view, draft.clause) if not _is_people(draft, p)]
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
        or view.tokens[before.last].norm not in ("і", "й", "та", ",")
        or view.tokens[before.last].text == ","
        and view.tokens[draft.clause.first].norm not in ("а", "але", "і", "й", "та")
    ):
        return []
    found = list(nominative(view, before))
    return row_of(view, found, draft.trigger.verb) or office(draft, before)


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
    if any(view.tokens[at].norm in lexeme("вдатися") for at in draft.clause.predicates):
        return _succeeds(draft)
    verbs = [at for at in draft.clause.predicates if view.tokens[at].norm not in _impersonal()]
    if not verbs or view.tokens[verbs[-1]].norm in words_that("helps"):
        return []
    return row_of(view, [p for p in nominative(view, draft.clause) if not _is_people(draft, p)], verbs[-1])


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
        and not _is_people(draft, p)
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
    return "nomn" in party.cases and not party.cases > ALL_CASES


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
