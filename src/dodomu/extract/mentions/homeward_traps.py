"""Returning: whether those who come, go or are brought are captives who come home."""

from itertools import pairwise

from dodomu.extract.mentions import captivity, destination
from dodomu.extract.mentions import homecoming as coming
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import about_captives, says_captivity, whose_clause, word_lists
from dodomu.text.morphology import forms

EARLIER = 4  # sentences in which a return that a bare noun takes up was told
_TAKE = ("забра", "забира", "вивез", "повез", "відвез")
_BANISH = ("висла", "депорт")
_LEAD = ("вивел", "виведе", "перевез", "перевоз")  # who are led out of a cell or moved stay captives


def not_homeward(draft: Draft) -> bool:
    """A verb of motion or handing over with neither captivity nor home nor captives in its sentence."""
    if draft.trigger.needs != "homeward" or draft.type == "detention":
        return False
    if _reports(draft) or _to_police(draft) or _from_service(draft):
        return True
    if draft.people is not None and draft.people.group == "remains":
        return draft.view.tokens[draft.trigger.verb].norm in word_lists()["weak"] and _goes_elsewhere(draft)
    if draft.trigger.act == "noun":
        return not _noun_of_return(draft)
    if draft.view.tokens[draft.trigger.verb].norm in word_lists()["weak"]:
        return not _weak_verb_of_return(draft)
    return not _verb_of_return(draft)


def _reports(draft: Draft) -> bool:
    """«…, передає 24 Канал»: a clause of its own that tells who carries the news."""
    view, trigger = draft.view, draft.trigger
    if view.tokens[trigger.verb].norm not in ("передає", "передають") or trigger.first == view.sentence.first:
        return False
    if view.tokens[trigger.first - 1].norm in ("як", "про", "це"):
        return True
    opens = view.tokens[trigger.first - 1].text in ",–—-"
    return opens and (draft.people is None or not draft.people.explicit or not draft.people.group)


def _to_police(draft: Draft) -> bool:
    """«затриманого передали поліції», «доправили до відділку»: a step of an arrest."""
    view, trigger = draft.view, draft.trigger
    if trigger.act == "mover" or not view.tokens[trigger.verb].norm.startswith(("переда", "достав", "доправ", "відда")):
        return False
    last = min(trigger.last + 6, view.sentence.last)
    if _handed_over_before(draft) and any(
        p.kind == "adjective" and trigger.last <= p.first < last and view.tokens[p.last].norm in word_lists()["police"]
        for p in view.places
    ):
        return False  # «передали українським правоохоронцям»
    return any(view.tokens[at].norm in word_lists()["police"] for at in range(trigger.last, last)) and not (
        coming.from_custody(draft) or destination.to_place(draft) or destination.handed_to(draft)
    )


def _handed_over_before(draft: Draft) -> bool:
    """An extradition is told of in the sentences before."""
    reading = draft.view.reading
    first = reading.sentences[max(0, draft.sentence - EARLIER)].first
    told = reading.triggers_within(first, draft.trigger.first)
    return any(t.type == "return" and reading.doc.tokens[t.verb].norm.startswith(("вида", "екстрад")) for t in told)


def _from_service(draft: Draft) -> bool:
    """«З фронту повернулися 20 десантників», «сотня повернулася до Києва»: who comes back from war service, where his
    sentence tells of no captivity.
    """
    if draft.trigger.act != "mover":
        return False
    view, lists = draft.view, word_lists()
    if any(view.tokens[at].norm in lists["leave"] for at in range(view.sentence.first, draft.trigger.first)):
        return True
    if says_captivity(draft, lists["lands"]) or coming.freed_nearby(draft):
        return False
    return any(t.norm in lists["service"] for t in view.tokens[view.sentence.first : view.sentence.last])


def _noun_of_return(draft: Draft) -> bool:
    """«повернення українців», «їхнє повернення додому», «це повернення»; bare, only after a freeing was told."""
    view, trigger, people = draft.view, draft.trigger, draft.people
    norm = view.tokens[trigger.first].norm
    if norm.startswith("депортац"):
        freed = coming.freed_nearby(draft) if people is not None else _goes_on(draft)
        return freed or coming.arrives(draft) and not coming.goes_into_custody(draft)
    if norm.startswith(("екстрадиц", "видач")):
        return people is not None or _goes_on(draft)
    if people is not None:
        near = says_captivity(draft) and coming.may_be_freed(draft)
        return coming.may_be_captives(draft) or near or coming.is_home(draft) or coming.is_one_of_the_freed(draft)
    pointed = trigger.first > 0 and view.tokens[trigger.first - 1].norm in ("це", "цього", "цьому", "цим")
    return pointed or says_captivity(draft) or coming.is_home(draft) or _goes_on(draft)


def _goes_on(draft: Draft) -> bool:
    """A bare noun that takes up a return told in the two sentences before: «Повернення стало можливим завдяки …»."""
    view, reading = draft.view, draft.view.reading
    if not about_captives(draft) or _complemented(draft):
        return False
    first = reading.sentences[max(0, draft.sentence - EARLIER)].first
    return any(t.type in ("return", "remains_return") for t in reading.triggers_within(first, view.sentence.first))


def _complemented(draft: Draft) -> bool:
    """Whether a noun or a preposition follows: «повернення до дискусії», «повернення податку»."""
    view, at = draft.view, draft.trigger.last
    if at >= view.sentence.last or not view.tokens[at].is_word:
        return False
    found = forms(view.tokens[at].norm)
    return view.tokens[at].norm in ("до", "у", "в", "на", "з", "із", "та", "і") or found[0].pos in ("NOUN", "ADJF")


def _weak_verb_of_return(draft: Draft) -> bool:
    """Mere motion, taking and bringing: captives who come home, out of custody, or whom a state hands over."""
    people, trigger, norm = draft.people, draft.trigger, draft.view.tokens[draft.trigger.verb].norm
    arrives = coming.arrives(draft) and not coming.goes_into_custody(draft)
    if people is None:
        return whose_clause(draft) and coming.freed_nearby(draft) and (arrives or coming.from_custody(draft))
    if not coming.may_be_freed(draft) or _is_feared(draft):
        return False
    if norm.startswith("депорт") and not coming.freed_nearby(draft):
        return False
    if coming.from_custody(draft) and not norm.startswith(_LEAD):
        return True
    if arrives and _after_custody(draft):
        return True
    captives = coming.may_be_captives(draft) or trigger.act == "doer" and bool(people.names)
    brought = trigger.act == "doer" and coming.from_state(draft) and not coming.goes_into_custody(draft)
    if captives and (arrives or brought) or coming.crosses(draft):
        return True
    nobody = people.pronoun in ("нікого", "ніхто", "всіх", "усіх")
    told = coming.freed_nearby(draft)
    if trigger.act == "doer" and (coming.are_freed(draft) or nobody) and (told or coming.dwells_on_captivity(draft)):
        return True
    if not arrives:
        return False
    if coming.is_home(draft) and (told or trigger.act == "doer" and coming.dwells_on_captivity(draft)):
        return True
    return told and (bool(people.pronoun) or coming.is_crew(draft) or people.singular and coming.is_told_of(draft))


def _after_custody(draft: Draft) -> bool:
    """«Після двох років у російській тюрмі прилетіла до Києва»."""
    own = [draft.view.tokens[at].norm for at in draft.clause.indexes() if at < draft.trigger.first]
    return "після" in own and any(n in captivity.places() for n in own[own.index("після") :])


def _is_feared(draft: Draft) -> bool:
    """«побоюється, що підозрювана виїде»: a flight."""
    clauses = draft.view.clauses
    at = clauses.index(draft.clause)
    return at > 0 and any(
        draft.view.tokens[i].norm.startswith(("побою", "боїться", "бояться")) for i in clauses[at - 1].indexes()
    )


def is_seizure(draft: Draft) -> bool:
    """«З дому вчительку забрали», «його забрали силовики», «вивезли на підвал»: who takes people away, from where or
    whereto, tells that they are seized.
    """
    view, people = draft.view, draft.people
    if (
        draft.type != "return"
        or draft.trigger.act != "doer"
        or not view.tokens[draft.trigger.verb].norm.startswith((*_TAKE, *_BANISH))
    ):
        return False
    if people is None and not whose_clause(draft) or people is not None and people.group == "remains":
        return False
    tokens, lists = view.tokens, word_lists()
    for at, after in pairwise(draft.clause.indexes()):
        if tokens[at].norm in coming.FROM and tokens[after].norm in lists["seized_from"]:
            return True
        if tokens[at].norm in ("до", "на", "в", "у") and tokens[after].norm in lists["seized_to"] | lists["exile"]:
            return True
    if tokens[draft.trigger.verb].norm.startswith(_BANISH):
        return False
    return not coming.arrives(draft) and any(
        tokens[at].norm in lists["seizers"] and any(f.case == "nomn" for f in forms(tokens[at].norm))
        for at in draft.clause.indexes()
    )


def _verb_of_return(draft: Draft) -> bool:
    view, people, trigger = draft.view, draft.people, draft.trigger
    captive_here, home = says_captivity(draft), coming.is_home(draft)
    states = any(draft.clause.holds(p.first) and p.kind in ("state", "place", "seat", "held") for p in view.places)
    if people is None:
        told = coming.freed_nearby(draft)
        arrives = (told or captive_here) and coming.arrives(draft)
        return whose_clause(draft) and (captive_here or home or told) or arrives
    handed = view.tokens[trigger.verb].norm.startswith(("віддал", "віддад", "віддас", "видал", "видад", "видас"))
    if coming.is_one_of_the_freed(draft) and (coming.arrives(draft) or handed and bool(people.names or people.pronoun)):
        return True
    if not coming.may_be_freed(draft) and not coming.from_custody(draft) and not coming.from_occupation(draft):
        return False
    if home and (coming.dwells_on_captivity(draft) or coming.freed_nearby(draft)):
        return True
    strong = coming.may_be_captives(draft)
    if trigger.act == "mover":
        elsewhere = _goes_elsewhere(draft)
        if not (home or captive_here or states):
            return strong and not elsewhere
        return (strong or captive_here) and (captive_here or not elsewhere)
    return strong or home or captive_here or states and bool(people.pronoun or people.singular)


def _goes_elsewhere(draft: Draft) -> bool:
    """«повертаються до домовленостей»: до and a noun that is no place."""
    view = draft.view
    for at in range(draft.trigger.last, min(draft.trigger.last + 2, view.sentence.last - 1)):
        if view.tokens[at].norm == "до":
            for after in range(at + 1, min(at + 4, view.sentence.last)):
                token = view.tokens[after]
                if token.is_capital:
                    return False
                found = forms(token.norm)
                if found[0].pos == "NOUN" or any(f.pos == "NOUN" for f in found[:2]):
                    return token.norm not in captivity.home() and token.norm not in word_lists()["kin"]
    return False
