"""Detentions, sentences, talks, deals, orders, exercises and scouting that are none."""

from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.clauses import is_infinitive
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import (
    about_captives,
    dropped_subject,
    is_preposition,
    whose_clause,
    word_lists,
    words_around,
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
        return _only_a_term(draft) or _no_conviction(draft) or _of_the_past(draft)
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
    return (
        first > 0
        and tokens[first - 1].norm == "під"
        and any(f.case == "ablt" for f in forms(tokens[first].norm))
        and tokens[first].norm in lexeme("арешт")
    )


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


def not_armed(draft: Draft) -> bool:
    """Exercises and scouting are military; learning and archaeology are not."""
    if draft.trigger.needs != "armed":
        return False
    view = draft.view
    norms = [view.tokens[at].norm for at in range(view.sentence.first, view.sentence.last)]
    armed = word_lists()["armed"]
    word = view.tokens[draft.trigger.last - 1].norm
    if draft.type == "exercise":
        near = words_around(draft, 3, 3)
        if word in lexeme("стрільби"):
            return not any(n in armed for n in norms)
        joint = any("-" in n and n.endswith(("ські", "ських", "ськими", "ське")) for n in near)
        named = draft.trigger.last < view.sentence.last and view.tokens[draft.trigger.last].text in '«"“„'
        return not (any(n in armed for n in near) or joint or named)
    if word in lexeme("поїздка") | lexeme("огляд"):
        return not _scouts_out(draft, norms)
    if _is_purpose(draft):
        return True
    if draft.trigger.act == "noun" and word in ("розвідка",):
        return True  # the service, not what it does
    if word in lexeme("вивчення") | lexeme("вивчати") | lexeme("вивчити") | lexeme("фотографувати"):
        return not (any(n in armed for n in norms) and any(n in word_lists()["terrain"] for n in norms))
    if (
        word in lexeme("розвідка")
        or word in lexeme("шпигунство")
        or word in lexeme("спостереження")
        or word in lexeme("стеження")
    ):
        verbs = [n for n in words_around(draft, 4, 1) if n in word_lists()["scouts"]]
        return not (verbs and any(n in armed for n in norms))
    return not any(n in armed for n in norms)


def _scouts_out(draft: Draft, norms: list[str]) -> bool:
    """«поїздки військових із метою вивчення доріг»: soldiers who go to look at the ground."""
    aims = word_lists()["aims"]
    return (
        any(n in word_lists()["armed"] for n in words_around(draft, 3, 4))
        and any(n in aims for n in norms)
        and any(n in word_lists()["terrain"] for n in norms)
    )


def _is_purpose(draft: Draft) -> bool:
    """«з метою вивчення», «для розвідки»: what is done for it is the event, where that is told."""
    view, trigger = draft.view, draft.trigger
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 2), trigger.first)]
    return (
        trigger.act == "noun"
        and bool(set(before) & {"метою", "для", "задля"})
        and any(
            t.type == "reconnaissance" and t.first < trigger.first
            for t in view.reading.all_triggers_within(view.sentence.first, trigger.first)
        )
    )


def mere_deal(draft: Draft) -> bool:
    """An agreement has sides that agree: «додаткова угода», «я погодився» have none."""
    if draft.type != "agreement":
        return False
    view, trigger = draft.view, draft.trigger
    norm = view.tokens[trigger.first].norm
    near = [
        view.tokens[at]
        for at in range(max(view.sentence.first, trigger.first - 4), min(trigger.last + 6, view.sentence.last))
        if not trigger.first <= at < trigger.last
    ]
    states = any(
        max(view.sentence.first, trigger.first - 8) <= p.first < trigger.last + 8
        and p.kind in ("state", "seat", "leader", "adjective")
        for p in view.places
    )
    sides = states or any(t.norm in word_lists()["diplomacy"] for t in near)
    if norm in word_lists()["deals"]:
        named = (
            trigger.first > view.sentence.first
            and view.tokens[trigger.first - 1].is_capital
            and groups.is_adjective(view.tokens[trigger.first - 1].norm)
            or any(t.norm in word_lists()["peace"] for t in near)
        )
        if about_captives(draft):
            return False
        return not (named or sides and any(t.norm in word_lists()["peace"] | word_lists()["diplomacy"] for t in near))
    if norm == "домовленістю" and view.tokens[trigger.first - 1].norm == "за":
        return not (sides or any(t.norm in word_lists()["armed"] for t in near))
    if _goes_on_to_infinitive(draft):
        return not _of_captives(draft)
    if norm in word_lists()["settling"]:
        return trigger.form != "finite" or not _of_captives(draft)
    if norm in word_lists()["consents"]:
        captives = {t.norm for t in near} & (
            captivity.words() | lexeme("обмін") | lexeme("звільнення") | lexeme("припинення") | lexeme("список")
        )
        return not (sides or captives)
    return False


def _goes_on_to_infinitive(draft: Draft) -> bool:
    """«погодився віддати»."""
    view, at = draft.view, draft.trigger.last
    consents = lexeme("погодитися") | lexeme("погоджуватися")
    return view.tokens[draft.trigger.verb].norm in consents and any(
        is_infinitive(view.tokens[i].norm) for i in range(at, min(at + 3, view.sentence.last))
    )


def _of_captives(draft: Draft) -> bool:
    """Captives, their exchange or release, or a truce in the sentence: what the sides settle. «узгодили списки»."""
    view = draft.view
    settled = captivity.words() | word_lists()["settled"]
    lists = lexeme("список")
    return any(
        (t.norm in settled or t.norm in lists and about_captives(draft))
        for t in view.tokens[view.sentence.first : view.sentence.last]
    )


def not_by_court(draft: Draft) -> bool:
    """«суд вимагає повернути», «рішення трибуналу, яке зобов'язало»: only a court's demand is an order."""
    if draft.trigger.needs != "court":
        return False
    view = draft.view
    own = [view.tokens[at].norm for at in draft.clause.indexes() if at < draft.trigger.first]
    at = view.clauses.index(draft.clause)
    relative = at and draft.clause.opener.startswith(("як", "котр"))
    before = [view.tokens[i].norm for i in view.clauses[at - 1].indexes()] if relative else []
    last = min(draft.trigger.last + 5, view.sentence.last)
    if _decides(draft, last):
        return True
    orders = any(is_infinitive(view.tokens[i].norm) for i in range(draft.trigger.last, last))
    courts = word_lists()["courts"]
    subject = any(n in courts and not (i and is_preposition(own[i - 1])) for i, n in enumerate(own))
    return not orders or not (subject or any(n in courts for n in before))


def not_chosen(draft: Draft) -> bool:
    """«обрали запобіжний захід у вигляді домашнього арешту»: a measure is an event where it is chosen, not where
    somebody is under it.
    """
    if draft.trigger.needs != "measure":
        return False
    view, at = draft.view, draft.view.clauses.index(draft.clause)
    told = [*draft.clause.indexes(), *(view.clauses[at - 1].indexes() if at else ())]
    return not any(view.tokens[i].norm in word_lists()["chooses"] for i in told)


def _decides(draft: Draft, last: int) -> bool:
    """«ухвалив взяти під варту»: the court's own act, which is the event."""
    view, trigger = draft.view, draft.trigger
    return view.tokens[trigger.verb].norm in lexeme("ухвалити") | lexeme("постановити") and any(
        t.type in ("detention", "release") and t.form == "infinitive"
        for t in view.reading.all_triggers_within(trigger.last, last)
    )


def prolonged(draft: Draft) -> bool:
    """«арешт продовжили», «термін арешту подовжили»: custody that goes on is no new detention."""
    if draft.type != "detention" or draft.trigger.act != "noun":
        return False
    view = draft.view
    return any(view.tokens[at].norm.startswith(("продовж", "подовж")) for at in draft.clause.indexes())


def not_by_order(draft: Draft) -> bool:
    """An order is told by «за дорученням», not by the noun alone."""
    trigger = draft.trigger
    return (
        draft.type == "order"
        and trigger.act == "noun"
        and (trigger.first == 0 or draft.view.tokens[trigger.first - 1].norm != "за")
    )


def supposed(draft: Draft) -> bool:
    """«якщо домовилися»: a condition states nothing; a release under it is still planned or denied."""
    return draft.type == "agreement" and draft.clause.opener == "якщо"


def agrees_that(draft: Draft) -> bool:
    """«погодився, що …»: to admit, not to agree on a deal."""
    view, trigger = draft.view, draft.trigger
    if draft.type != "agreement" or view.tokens[trigger.first].norm not in lexeme("погодитися") | lexeme(
        "погоджуватися"
    ):
        return False
    after = [view.tokens[at].norm for at in range(trigger.last, min(trigger.last + 2, view.sentence.last))]
    return after[:2] in ([",", "що"], [",", "чи"]) or after[:1] == ["із"]
