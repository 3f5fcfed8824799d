"""Returning: whether those who come, go or are brought are captives who come home."""

from itertools import pairwise

from dodomu.extract.mentions import captivity, destination, groups
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import about_captives, says_captivity, whose_clause, word_lists
from dodomu.text.morphology import forms, lexeme

EARLIER = 4  # sentences in which a return that a bare noun takes up was told
MUCH = 3  # words for captivity of an article that dwells on it
WINDOW = 3  # sentences around that may speak of the freeing
_TAKE = ("забра", "забира", "вивез", "повез", "відвез")
_LEAD = ("вивел", "виведе", "перевез", "перевоз")  # who are led out of a cell or moved stay captives
_FROM = ("з", "із", "зі", "з-під", "з-за")


def not_homeward(draft: Draft) -> bool:
    """A verb of motion or handing over with neither captivity nor home nor captives in its sentence."""
    if draft.trigger.needs != "homeward" or draft.type == "detention":
        return False
    if _reports(draft) or _to_police(draft):
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
    return any(view.tokens[at].norm in word_lists()["police"] for at in range(trigger.last, last)) and not (
        _from_custody(draft) or destination.to_place(draft) or destination.handed_to(draft)
    )


def _is_home(draft: Draft) -> bool:
    """«додому», «на підконтрольну територію»."""
    home, tokens = captivity.home(), draft.view.tokens
    return any(
        (tokens[at].norm in home or tokens[at].norm.startswith("підконтрольн"))
        and not (at and tokens[at - 1].norm in _FROM)
        for at in draft.clause.indexes()
    )


def _are_freed(draft: Draft) -> bool:
    """Those who are freed by their name alone: «поранених», «бранців»."""
    people, tokens = draft.people, draft.view.tokens
    return people is not None and any(
        tokens[at].norm in captivity.people() for at in range(people.first, people.last)
    )


def _may_be_captives(draft: Draft) -> bool:
    """Soldiers, prisoners, civilians, citizens of a state, or a number of people."""
    people = draft.people
    if people is None:
        return False
    return (
        _are_freed(draft)
        or people.group in ("military", "prisoners", "political_prisoners", "civilians", "remains", "children")
        or bool(people.nations)
        or people.number is not None
    )


def _is_one_of_the_freed(draft: Draft) -> bool:
    """Somebody where freeing is told nearby: whoever then comes home is one of those freed.

    Not the kin of the freed who travel to meet them, nor the envoys who fetch them.
    """
    return draft.people is not None and _freed_nearby(draft) and _may_be_freed(draft)


def _may_be_freed(draft: Draft) -> bool:
    """A name, a pronoun or a role that is neither kin's nor an envoy's; a pronoun of people, not of things."""
    view, people = draft.view, draft.people
    kin = word_lists()["relatives"]
    if people.pronoun:
        before = view.tokens[view.sentence.first : people.first]
        return not any(t.norm in kin or t.norm in word_lists()["vessels"] for t in before)
    if people.number:
        return True
    roles = kin | word_lists()["diplomacy"]
    first = max(view.sentence.first, people.first - 2)
    return not any(view.tokens[at].norm in roles for at in range(first, people.last))


def _is_told_of(draft: Draft) -> bool:
    """A name or a role that another sentence tells of together with captivity."""
    view, people, reading = draft.view, draft.people, draft.view.reading
    if people is None or people.pronoun:
        return False
    lemma = forms(view.tokens[people.last - 1].norm)[0].lemma
    mine = lexeme(lemma)
    words = captivity.words()
    return any(
        t.norm in mine and any(w.norm in words for w in view.tokens[s.first : s.last])
        for s in reading.sentences
        if s.index != draft.sentence
        for t in view.tokens[s.first : s.last]
    )


def _freed_nearby(draft: Draft) -> bool:
    """A word of freeing in the sentences around."""
    reading = draft.view.reading
    sentences = reading.sentences
    first = sentences[max(0, draft.sentence - WINDOW)].first
    last = sentences[min(len(sentences) - 1, draft.sentence + WINDOW)].last
    return reading.speaks_of_captivity(draft.view.sentence) and any(
        t.type in ("release", "exchange", "pardon")
        for t in reading.triggers_within(first, last)
        if t.first != draft.trigger.first
    )


def _from_custody(draft: Draft) -> bool:
    """«з полону», «з російської в'язниці», «вивезли з окупованої Луганщини», «звідти» in the clause."""
    view = draft.view
    held = captivity.places()
    tokens = view.tokens
    for at in draft.clause.indexes():
        if tokens[at].norm == "звідти":
            return True
        if tokens[at].norm not in _FROM:
            continue
        near = range(at + 1, min(at + 4, view.sentence.last))
        if any(tokens[i].norm in held for i in near):
            return True
        if draft.trigger.act == "doer" and any(tokens[i].norm.startswith("окупован") for i in near):
            return True  # whoever leaves an occupied land by himself was held by nobody
    return False


def _from_occupation(draft: Draft) -> bool:
    """«з окупованої Донеччини на підконтрольну територію»."""
    tokens = draft.view.tokens
    return any(tokens[at].norm.startswith(("окупован", "підконтрольн")) for at in draft.clause.indexes())


def _from_state(draft: Draft) -> bool:
    """«з Росії», «з Білорусі»."""
    return any(
        place.kind in ("state", "held") and draft.clause.holds(place.first) and _preposition_before(draft, place.first)
        for place in draft.view.places
    )


def _preposition_before(draft: Draft, at: int) -> bool:
    tokens = draft.view.tokens
    return any(tokens[i].norm in _FROM for i in range(max(draft.view.sentence.first, at - 2), at))


def _arrives(draft: Draft) -> bool:
    return (
        _is_home(draft)
        or bool(destination.to_place(draft))
        or bool(destination.handed_to(draft))
        or _handed_to_side(draft)
    )


def _handed_to_side(draft: Draft) -> bool:
    """«передали українській стороні»."""
    tokens, sides = draft.view.tokens, lexeme("сторона")
    return any(
        p.kind == "adjective"
        and draft.clause.holds(p.first)
        and p.last < draft.view.sentence.last
        and tokens[p.last].norm in sides
        and any(f.case == "datv" for f in forms(tokens[p.last].norm))
        for p in draft.view.places
    )


def _noun_of_return(draft: Draft) -> bool:
    """«повернення українців», «їхнє повернення додому», «це повернення»; bare, only after a freeing was told."""
    view, trigger, people = draft.view, draft.trigger, draft.people
    norm = view.tokens[trigger.first].norm
    if norm.startswith(("екстрадиц", "видач", "депортац")):
        return people is not None or _goes_on(draft)
    if people is not None:
        near = says_captivity(draft) and _may_be_freed(draft)
        return _may_be_captives(draft) or near or _is_home(draft) or _is_one_of_the_freed(draft)
    pointed = trigger.first > 0 and view.tokens[trigger.first - 1].norm in ("це", "цього", "цьому", "цим")
    return pointed or says_captivity(draft) or _is_home(draft) or _goes_on(draft)


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
    arrives = _arrives(draft) and not _goes_into_custody(draft)
    if people is None:
        return whose_clause(draft) and _freed_nearby(draft) and (arrives or _from_custody(draft))
    if not _may_be_freed(draft) or _is_feared(draft):
        return False
    if norm.startswith("депорт") and not _freed_nearby(draft):
        return False
    if _from_custody(draft) and not norm.startswith(_LEAD):
        return True
    captives = _may_be_captives(draft) or trigger.act == "doer" and bool(people.names)
    if captives and (arrives or trigger.act == "doer" and _from_state(draft) or _crosses(draft)):
        return True
    nobody = people.pronoun in ("нікого", "ніхто", "всіх", "усіх")
    told = _freed_nearby(draft)
    if trigger.act == "doer" and (_are_freed(draft) or nobody) and (told or _dwells_on_captivity(draft)):
        return True
    if not arrives:
        return False
    if _is_home(draft) and (told or trigger.act == "doer" and _dwells_on_captivity(draft)):
        return True
    return told and (bool(people.pronoun) or (people.singular or _is_crew(draft)) and _is_told_of(draft))


def _is_crew(draft: Draft) -> bool:
    """«екіпаж»: many in the singular."""
    people, tokens = draft.people, draft.view.tokens
    return any(tokens[at].norm in groups.collectives() for at in range(people.first, people.last))


def _dwells_on_captivity(draft: Draft) -> bool:
    reading = draft.view.reading
    return reading.speaks_of_captivity(draft.view.sentence) and reading.words_of_captivity >= MUCH


def _crosses(draft: Draft) -> bool:
    """«перетнули кордон»: the border says that they arrive."""
    trigger = draft.trigger
    return trigger.last - trigger.first > 1 and _freed_nearby(draft)


def _goes_into_custody(draft: Draft) -> bool:
    """«опинилися в Росії»: to the state that holds captives go only its own."""
    place, people = destination.to_place(draft), draft.people
    if place is None or place[0] not in captivity.holders() or people is None or people.names:
        return False
    return place[0] not in people.nations


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
    if draft.type != "return" or draft.trigger.act != "doer" or not view.tokens[draft.trigger.verb].norm.startswith(_TAKE):
        return False
    if people is None and not whose_clause(draft) or people is not None and people.group == "remains":
        return False
    tokens, lists = view.tokens, word_lists()
    for at, after in pairwise(draft.clause.indexes()):
        if tokens[at].norm in _FROM and tokens[after].norm in lists["seized_from"]:
            return True
        if tokens[at].norm in ("до", "на", "в", "у") and tokens[after].norm in lists["seized_to"]:
            return True
    return not _arrives(draft) and any(
        tokens[at].norm in lists["seizers"] and any(f.case == "nomn" for f in forms(tokens[at].norm))
        for at in draft.clause.indexes()
    )


def _verb_of_return(draft: Draft) -> bool:
    view, people, trigger = draft.view, draft.people, draft.trigger
    captive_here, home = says_captivity(draft), _is_home(draft)
    states = any(draft.clause.holds(p.first) and p.kind in ("state", "place", "seat", "held") for p in view.places)
    if people is None:
        told = _freed_nearby(draft)
        return whose_clause(draft) and (captive_here or home or told) or told and _arrives(draft)
    handed = view.tokens[trigger.verb].norm.startswith(("віддал", "віддад", "віддас", "видал", "видад", "видас"))
    if _is_one_of_the_freed(draft) and (_arrives(draft) or handed and bool(people.names or people.pronoun)):
        return True
    if not _may_be_freed(draft) and not _from_custody(draft) and not _from_occupation(draft):
        return False
    if home and (_dwells_on_captivity(draft) or _freed_nearby(draft)):
        return True
    strong = _may_be_captives(draft)
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
