"""Detentions and sentences that are none."""

from dodomu.extract.mentions import groups, numerals
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import (
    about_captives,
    dropped_subject,
    whose_clause,
    word_lists,
)
from dodomu.text.morphology import forms, lexeme


def person_needed(draft: Draft) -> bool:
    """Detention and conviction are of persons."""
    if draft.trigger.needs != "people":
        return False
    if draft.trigger.form == "participle":
        return draft.view.tokens[draft.trigger.verb].norm[:6] in (
            "захопл",
            "схопле",
            "викрад",
        ) and not (_qualifies_person(draft) or _is_done_to(draft))
    if whose_clause(draft) and about_captives(draft):
        return False
    view, trigger = draft.view, draft.trigger
    people = draft.people
    norm = view.tokens[trigger.verb].norm
    if draft.type == "conviction":
        return _only_a_term(draft) or _no_conviction(draft) or _of_the_past(draft) or _of_a_state(draft)
    if trigger.act == "noun" and _is_state(draft):
        return True
    if norm in word_lists()["seizing"]:
        crew = any(view.tokens[at].norm.startswith("екіпаж") for at in draft.clause.indexes())
        return not crew and (people is None or not (people.explicit or people.pronoun))
    if trigger.act == "noun":
        return False
    return people is None and not dropped_subject(draft) and not any(p.explicit for p in view.people(draft.clause))


def _is_done_to(draft: Draft) -> bool:
    """«активіста, який очолював майдан і був викрадений»: a predicate of who stands before the relative clause."""
    view = draft.view
    if not any(view.tokens[at].norm in lexeme("бути") for at in draft.clause.indexes()):
        return False
    at = view.clauses.index(draft.clause)
    relative = next((c for c in reversed(view.clauses[: at + 1]) if c.opener.startswith(("як", "котр"))), None)
    if relative is None:
        return any(p.explicit for p in view.people(draft.clause))
    return relative.first > 1 and groups.is_animate(view.tokens[relative.first - 2].norm, False)


def _qualifies_person(draft: Draft) -> bool:
    """A noun for people in the phrase of the participle, or right before it: «моряків, захоплених у протоці»."""
    trigger = draft.trigger
    return any(
        (p.explicit or p.names) and (p.first <= trigger.first < p.last or 0 <= trigger.first - p.last <= 2)
        for c in draft.view.clauses
        for p in draft.view.people(c)
    )


def _is_state(draft: Draft) -> bool:
    """«тримають під арештом»: where somebody is, not that he is taken there."""
    tokens, first = draft.view.tokens, draft.trigger.first
    if tokens[first].norm not in lexeme("арешт") or not any(f.case == "ablt" for f in forms(tokens[first].norm)):
        return False
    while first > draft.view.sentence.first and groups.is_adjective(tokens[first - 1].norm):
        first -= 1  # «під екстрадиційним арештом»
    return first > 0 and tokens[first - 1].norm == "під"


def _of_the_past(draft: Draft) -> bool:
    """«засудження тоталітарного минулого»: no person."""
    view, trigger = draft.view, draft.trigger
    return view.tokens[trigger.first].norm in lexeme("засудження") and draft.people is None


def _only_a_term(draft: Draft) -> bool:
    """«20 років позбавлення волі» is the term of a sentence; it is one asked for after «прокурор просив»."""
    view, trigger = draft.view, draft.trigger
    if view.tokens[trigger.last - 1].norm != "волі":
        return False
    verbs = {view.tokens[at].norm for at in draft.clause.predicates}
    return not verbs & (lexeme("просити") | lexeme("вимагати") | lexeme("попросити") | lexeme("запросити")) or any(
        at < trigger.first and view.tokens[at].norm == "позбавлення" for at in draft.clause.indexes()
    )


def _no_conviction(draft: Draft) -> bool:
    """«засудили напад»: to condemn. A sentence has a court, a term, a person or an article of the code."""
    view, trigger = draft.view, draft.trigger
    norms = {
        view.tokens[at].norm
        for at in range(view.sentence.first, view.sentence.last)
        if not trigger.first <= at < trigger.last
    }
    law = bool(norms & word_lists()["law"])
    if trigger.act == "noun":
        return False
    if any(view.tokens[at].norm == "собі" for at in draft.clause.indexes()):
        return True  # «виніс собі вирок»: no court
    if any(view.tokens[at].norm in lexeme("вирок") for at in range(trigger.first, trigger.last)):
        return False
    first = view.tokens[trigger.verb].norm
    if view.tokens[trigger.last - 1].norm in lexeme("рік") and any(
        t.type == "conviction" and t.first != trigger.first
        for t in view.reading.all_triggers_within(view.sentence.first, view.sentence.last)
    ):
        return True  # «засуджений до 19 років, другий отримав 18»: one sentence of the court
    if first in word_lists()["meting"] and not norms & word_lists()["court_words"]:
        given = first in lexeme("дати") and any(p.pronoun and "datv" in p.cases for p in view.people(draft.clause))
        return not (given and about_captives(draft))  # «їй дали двадцять років»
    if first in lexeme("дати") | lexeme("призначити"):
        people = draft.people or next((p for p in view.people(draft.clause) if "datv" in p.cases), None)
        return people is None and not law
    return not (law or (draft.people is not None and (draft.people.names or draft.people.pronoun)))


def prolonged(draft: Draft) -> bool:
    """«арешт продовжили», «термін арешту подовжили»: custody that goes on is no new detention."""
    if draft.type != "detention" or draft.trigger.act != "noun":
        return False
    view = draft.view
    return any(view.tokens[at].norm.startswith(("продовж", "подовж")) for at in draft.clause.indexes())


def _of_a_state(draft: Draft) -> bool:
    """«визнав Росію винною»: a state is held to account, not convicted."""
    view, trigger = draft.view, draft.trigger
    return trigger.act == "doer" and any(
        p.kind in ("state", "seat") and trigger.first < p.first < trigger.last for p in view.places
    )


def in_general(draft: Draft) -> bool:
    """«неправомірні вироки», «будь-які арешти»: many, and nobody's."""
    if draft.type not in ("detention", "conviction") or draft.trigger.act != "noun" or draft.people is not None:
        return False
    view, last = draft.view, draft.trigger.last
    of_somebody = last < view.sentence.last and any(f.case == "gent" for f in forms(view.tokens[last].norm))
    nouns = [f for f in forms(view.tokens[last - 1].norm) if f.pos == "NOUN"]
    return bool(nouns) and all(f.number == "plur" for f in nouns) and not of_somebody


def delighted(draft: Draft) -> bool:
    """«захоплено вітали», «захоплені гостинністю»: with delight, or by what is no captor."""
    view, trigger = draft.view, draft.trigger
    norm = view.tokens[trigger.verb].norm
    if draft.type != "detention" or not norm.startswith("захопл") or trigger.last - trigger.first > 1:
        return False
    if trigger.form == "impersonal":
        others = [at for at in draft.clause.predicates if at != trigger.verb]
        return any(view.tokens[at].norm not in lexeme("бути") for at in others)
    if trigger.last >= view.sentence.last:
        return False
    after = forms(view.tokens[trigger.last].norm)[0]
    return trigger.form == "participle" and after.pos == "NOUN" and after.case == "ablt" and "inan" in after.tags


def delayed(draft: Draft) -> bool:
    """«затримано до 16:00»: a flight."""
    view, at = draft.view, draft.trigger.last
    return (
        draft.type == "detention"
        and at + 3 < len(view.tokens)
        and view.tokens[at].norm == "до"
        and view.tokens[at + 1].is_number
        and view.tokens[at + 2].text in ":."
        and view.tokens[at + 3].is_number
    )


def measured(draft: Draft) -> bool:
    """«пожежа захопила 750 квадратних метрів», «що хочеться схопити»: no person is seized."""
    if draft.type != "detention" or draft.trigger.act != "doer" or draft.trigger.needs != "people":
        return False
    view, last = draft.view, draft.trigger.last
    if last < view.sentence.last and view.tokens[last].is_number:
        return any(t.norm in numerals.units() for t in view.tokens[last + 1 : min(last + 3, view.sentence.last)])
    return view.tokens[draft.trigger.verb].norm in lexeme("схопити") and any(
        view.tokens[at].norm in lexeme("рука") for at in draft.clause.indexes()
    )
