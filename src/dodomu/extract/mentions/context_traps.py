"""Detentions, sentences, talks, deals, orders, exercises and scouting that are none."""

from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import about_captives, dropped_subject, word_lists, words_around
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
        ) and not _qualifies_person(draft)
    view, trigger = draft.view, draft.trigger
    people = draft.people
    norm = view.tokens[trigger.verb].norm
    if draft.type == "conviction":
        return _only_a_term(draft) or _no_conviction(draft)
    if norm in word_lists()["seizing"]:
        crew = any(view.tokens[at].norm.startswith("екіпаж") for at in draft.clause.indexes())
        return not crew and (people is None or not (people.explicit or people.pronoun))
    if trigger.act == "noun":
        return False
    return people is None and not dropped_subject(draft) and not any(p.explicit for p in view.people(draft.clause))


def _qualifies_person(draft: Draft) -> bool:
    """A noun for people in the phrase of the participle, or right before it: «моряків, захоплених у протоці»."""
    trigger = draft.trigger
    return any(
        p.explicit and (p.first <= trigger.first < p.last or 0 <= trigger.first - p.last <= 2)
        for p in draft.view.people(draft.clause)
    )


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
    first = view.tokens[trigger.first].norm
    if view.tokens[trigger.last - 1].norm in lexeme("рік") and any(
        t.type == "conviction" and t.first != trigger.first
        for t in view.reading.all_triggers_within(view.sentence.first, view.sentence.last)
    ):
        return True  # «засуджений до 19 років, другий отримав 18»: one sentence of the court
    if first in lexeme("дати"):
        people = draft.people or next((p for p in view.people(draft.clause) if "datv" in p.cases), None)
        return people is None and not law
    return not (law or (draft.people is not None and (draft.people.names or draft.people.pronoun)))


def one_side(draft: Draft) -> bool:
    """A meeting is a negotiation if two sides that are states, or the leaders or envoys of states, meet."""
    if draft.trigger.needs != "sides":
        return False
    view = draft.view
    norms = [view.tokens[at].norm for at in range(view.sentence.first, view.sentence.last)]
    talk = word_lists()["diplomacy"]
    sides = {p.state for p in view.places if p.kind in ("state", "seat", "leader", "adjective") and p.state}
    trigger = draft.trigger
    diplomatic = any(n in talk for n in norms)
    word = view.tokens[trigger.first].norm
    if (
        view.tokens[trigger.first - 1].norm.startswith("формат")
        or trigger.first > 1
        and view.tokens[trigger.first - 2].norm.startswith("формат")
    ):
        return True
    if word in lexeme("консультація"):
        return not ((diplomatic or sides) and about_captives(draft))
    if word in word_lists()["loose"]:
        return not (diplomatic and len(sides) >= 1 and about_captives(draft))
    if trigger.act == "mover":
        others = [n for n in view.names if n.kind == "person"]
        return not (diplomatic and (len(sides) >= 1 or len(others) >= 2)) or not _with_somebody(draft)
    after = {view.tokens[at].norm for at in range(trigger.last, min(trigger.last + 6, view.sentence.last))} | {
        view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 3), trigger.first)
    }
    return not (after & talk or (diplomatic and len(sides) >= 2))


def _with_somebody(draft: Draft) -> bool:
    view = draft.view
    return any(
        view.tokens[at].norm in ("з", "із", "зі")
        for at in range(
            max(view.sentence.first, draft.trigger.first - 6), min(draft.trigger.last + 4, view.sentence.last)
        )
    ) or any(f.pos == "VERB" and f.number == "plur" for f in forms(draft.view.tokens[draft.trigger.verb].norm))


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
        joint = any("-" in n and n.endswith(("ські", "ських", "ськими", "ське")) for n in near)
        named = draft.trigger.last < view.sentence.last and view.tokens[draft.trigger.last].text in '«"“„'
        return not (any(n in armed for n in near) or joint or named)
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
    if norm in word_lists()["consents"]:
        captives = {t.norm for t in near} & (
            captivity.words() | lexeme("обмін") | lexeme("звільнення") | lexeme("припинення")
        )
        return not (sides or captives)
    return False


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
