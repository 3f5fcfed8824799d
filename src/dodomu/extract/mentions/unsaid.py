"""Freeing that is told with no word for captivity: who frees whom, and for whom, tells that they were held."""

from functools import cache

from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.parties import nominative
from dodomu.extract.mentions.trap_words import says_captivity, word_lists
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms, lexeme

_GROUPS = ("military", "civilians", "children", "remains", "mixed")
_ALL = frozenset(("всіх", "усіх"))
_STATES = ("state", "seat")
_LET_GO = ("відпус", "випус")
_EXTRADITE = ("екстрад", "видач")
_HAND_OVER = (*_EXTRADITE, "видав", "видал", "видас", "видад", "переда", "відда")


def may_be_unsaid(draft: Draft) -> bool:
    """Whether the sentence has somebody who is held or who holds: who it is, `unsaid_captivity` tells when people are
    read.
    """
    return _names_the_freed(draft) or _one_for_one(draft) or _names_a_holder(draft)


def unsaid_captivity(draft: Draft) -> bool:
    """Soldiers and children come home from elsewhere too: where captivity is not spoken of, a state must hand them
    over or they must be counted and come home.
    """
    if (
        draft.trigger.needs not in ("captives", "homeward")
        or draft.type == "detention"
        or says_captivity(draft)
        or draft.view.reading.speaks_of_captivity(draft.view.sentence)
    ):
        return False
    people = draft.people
    if _one_for_one(draft) or _for_soldiers(draft) or freed_by_holder(draft):
        return False
    if people is None or people.group not in _GROUPS:
        return True
    if people.group == "remains" or draft.type == "exchange":
        return False
    if draft.type == "return" and people.group == "children" and _were_taken(draft):
        return False
    if draft.type == "return" and draft.trigger.act == "noun" and (people.number or people.group == "children"):
        return not any(
            t.norm in _spokesmen() for t in draft.view.tokens[draft.view.sentence.first : draft.view.sentence.last]
        )
    if draft.type == "return" and (people.number and draft.view.reading.tells_of_exchange or _within_exchange(draft)):
        return False
    home = any(draft.view.tokens[at].norm in captivity.home() for at in draft.clause.indexes())
    if draft.trigger.act == "doer":
        holders = (*_STATES, "nobody")
        by_state = any(draft.clause.holds(p.first) and p.kind in holders for p in draft.view.places)
        return not (by_state or home and people.number)
    return not (home and people.number)


def _within_exchange(draft: Draft) -> bool:
    """«У межах 66-го обміну повернули бійців»."""
    reading, sentence = draft.view.reading, draft.view.sentence
    soldiers = draft.people is not None and draft.people.group in ("military", "mixed")
    return soldiers and any(t.type == "exchange" for t in reading.triggers_within(sentence.first, sentence.last))


@cache
def _spokesmen() -> frozenset[str]:
    """Who tells of those freed: the ombudsman."""
    return frozenset().union(*(lexeme(w) for w in ("омбудсман", "омбудсмен", "омбудсманка", "уповноважений")))


def _were_taken(draft: Draft) -> bool:
    """«хлопця, якого вивезли до Москви»: children whom somebody took away."""
    view = draft.view
    return any(
        view.tokens[at].norm.startswith(("вивез", "викра", "депорт", "примусово"))
        for at in range(view.sentence.first, view.sentence.last)
        if not draft.trigger.first <= at < draft.trigger.last
    )


def _names_the_freed(draft: Draft) -> bool:
    return draft.view.says(_the_freed())


@cache
def _the_freed() -> frozenset[str]:
    freed = ("military", "civilians", "children", "remains")
    return enrolled(frozenset(form for form, group in groups.nouns().items() if group in freed))


def _one_for_one(draft: Draft) -> bool:
    """«Обмін 35 на 35», «обмін «всіх на всіх»»."""
    tokens, last = draft.view.tokens, draft.view.sentence.last
    return draft.type == "exchange" and any(
        tokens[at + 1].norm == "на"
        and (
            tokens[at].is_number
            and tokens[at + 2].norm == tokens[at].norm
            or tokens[at].norm in _ALL
            and tokens[at + 2].norm in _ALL
        )
        for at in range(draft.trigger.last, min(draft.trigger.last + 5, last - 2))
    )


def _for_soldiers(draft: Draft) -> bool:
    """«обміняли на двох російських військових»."""
    return draft.type == "exchange" and any(
        p.before == "на" and (p.nations or p.group == "military") for p in draft.view.people(draft.clause)
    )


def _names_a_holder(draft: Draft) -> bool:
    """A state, its leader or captors beside a word of freeing or of handing over; a person who is exchanged."""
    view, norm = draft.view, draft.view.tokens[draft.trigger.verb].norm
    if _tells_of_crew(draft):
        return True
    if draft.type == "return" and not norm.startswith(_HAND_OVER):
        return False
    if any(p.kind in (*_STATES, "leader", "adjective", "national") for p in view.places):
        return True
    if draft.type == "exchange" and norm.startswith(("обміня", "вимін")):
        return True
    captors = word_lists()["captors"]
    return any(t.norm in captors for t in view.tokens[view.sentence.first : view.sentence.last])


def _tells_of_crew(draft: Draft) -> bool:
    view = draft.view
    return any(t.norm.startswith("екіпаж") for t in view.tokens[view.sentence.first : view.sentence.last])


def freed_by_holder(draft: Draft) -> bool:
    """«Іран відпустив двох французів», «США домоглися звільнення американця», «Чехія видала Україні шахрая»."""
    people, view, trigger = draft.people, draft.view, draft.trigger
    if people is None:
        return False
    if people.pronoun and draft.type == "release" and view.tokens[trigger.verb].norm.startswith(_LET_GO):
        return trigger.act == "doer" and _is_done_by_holder(draft, leaders=False)
    if people.pronoun and draft.type == "return" and view.tokens[trigger.verb].norm.startswith(_HAND_OVER):
        freed = view.reading.triggers_within(view.sentence.first, trigger.first)
        return any(t.type == "release" for t in freed)  # «звільнила журналіста й передала його Росії»
    if not (people.explicit or people.names):
        return False
    known = bool(people.nations or people.names or people.number)
    norm = view.tokens[trigger.verb].norm
    if draft.type == "exchange":
        return trigger.act == "doer" and norm.startswith(("обмін", "вимін"))
    if draft.type == "return":
        if _tells_of_crew(draft) and people.number and trigger.act == "doer":
            return any(p.kind in _STATES for p in view.places)  # «повернути танкер і 17 членів екіпажу»
        if norm.startswith(_EXTRADITE):
            return people.first - trigger.last < 2
        given = norm.startswith(("видав", "видал", "видас", "видад")) or known
        return norm.startswith(_HAND_OVER) and trigger.act == "doer" and given and _from_state_to_state(draft)
    if draft.type != "release":
        return False
    if trigger.act == "noun":
        return bool(people.nations) and _states_of_clause(draft) > 0 or known and _states_of_clause(draft) > 1
    if trigger.act != "doer":
        return False
    if norm.startswith(_LET_GO):
        return known and _is_done_by_holder(draft, leaders=True)
    if _is_done_by_captors(draft):
        return known or people.group in _GROUPS
    told = bool(people.nations) or bool(people.number) and people.group == "people"
    return told and _is_done_by_holder(draft, leaders=False)


def _states_of_clause(draft: Draft) -> int:
    return len({p.state for p in draft.view.places if p.kind in _STATES and draft.clause.holds(p.first)})


def _from_state_to_state(draft: Draft) -> bool:
    """«Таїланд видав Україні»: one gives, the other takes."""
    given = any(
        draft.clause.holds(p.first) and p.kind in _STATES and any(f.case == "datv" for f in forms(token.norm))
        for p in draft.view.places
        for token in draft.view.tokens[p.first : p.first + 1]
    )
    return given and _states_of_clause(draft) > 1


def _is_done_by_holder(draft: Draft, leaders: bool) -> bool:
    """A state, its leader, or captors for the subject: whom they let go they held."""
    view = draft.view
    kinds = (*_STATES, "leader") if leaders else _STATES
    at = {p.first for p in view.places if p.kind in kinds}
    if any(at & set(range(p.first, p.last)) for p in nominative(view, draft.clause)):
        return True
    return _is_done_by_captors(draft)


def _is_done_by_captors(draft: Draft) -> bool:
    view, captors = draft.view, word_lists()["captors"]
    return any(
        view.tokens[i].norm in captors and any(f.case == "nomn" for f in forms(view.tokens[i].norm))
        for i in draft.clause.indexes()
    )
