"""What is freed, returned, seized or exchanged is a thing."""

from functools import cache

from dodomu.extract.mentions import captivity, groups, numerals
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.reading import View
from dodomu.extract.mentions.trap_words import is_preposition, says_captivity, word_lists
from dodomu.text.morphology import forms, lexeme

LONG = 12  # tokens from «які» to the participle that it is the subject of


def thing(draft: Draft) -> bool:
    """What is freed, returned or seized is a thing: «звільнити територію», «повернути кошти», «арешт майна»."""
    if draft.type not in ("release", "return", "detention", "exchange") and not (
        draft.type == "conviction" and draft.trigger.act == "doer"
    ):
        return False
    if draft.trigger.needs == "measure":
        return False
    people = draft.people
    if any(draft.view.tokens[at].norm.startswith("екіпаж") for at in draft.clause.indexes()):
        return False  # «захопили катери з екіпажами»
    trigger, view = draft.trigger, draft.view
    things = word_lists()["things"]
    if trigger.act == "passive":
        return _told_of_thing(draft)
    if trigger.act == "mover" and draft.type == "exchange":
        captives = people is not None and people.group not in (None, "people")  # else they are those who exchange
        return not (captives or says_captivity(draft)) or people is None and _inanimate_genitive(draft, trigger.last)
    if (
        trigger.act == "noun"
        and view.tokens[trigger.first].norm[:6] in ("переда", "видача", "видачу", "видачі", "видаче")
        and (people is None or not (people.explicit or people.pronoun))
    ):
        return not _bare_handing_over(draft)
    if trigger.act == "noun":
        for at in range(trigger.last, min(trigger.last + 4, view.sentence.last)):
            token = view.tokens[at]
            if people is not None and people.first <= at:
                return False
            if token.norm in things:
                return True
            if not token.is_word or is_preposition(token.norm):
                break
        if people is None and trigger.last < view.sentence.last:
            return _inanimate_genitive(draft, trigger.last)
        return False
    if people is not None and (people.explicit or people.pronoun):
        return False
    if draft.type == "conviction":
        return trigger.last - trigger.first == 1 and _has_thing_object(draft)
    near = [view.tokens[at].norm for at in draft.clause.indexes() if trigger.last <= at < trigger.last + 5]
    return any(n in things for n in near) or _has_thing_object(draft) or _has_thing_before(draft)


def _bare_handing_over(draft: Draft) -> bool:
    """«Попередня передача відбулася»: no complement, and the paragraph tells of the dead or of captives."""
    view, trigger = draft.view, draft.trigger
    if trigger.last < view.sentence.last and view.tokens[trigger.last].is_word:
        found = forms(view.tokens[trigger.last].norm)
        if found[0].pos == "NOUN" or found[0].pos == "ADJF":
            return False
    reading, nouns = view.reading, groups.nouns()
    near = reading.sentences[max(0, draft.sentence - 2) : draft.sentence + 2]
    return any(nouns.get(t.norm) == "remains" for s in near for t in view.tokens[s.first : s.last]) or any(
        t.needs == "captives" for t in reading.triggers_within(near[0].first, trigger.first)
    )


def thing_before_people(draft: Draft) -> bool:
    """«передав список військовополонених»: the object is the thing, of which the people are the genitive."""
    trigger, view, people = draft.trigger, draft.view, draft.people
    if trigger.needs not in ("homeward", "captives", "people") or trigger.act != "doer":
        return False
    if people is None or people.first <= trigger.last or draft.type == "conviction":
        return False
    if view.tokens[people.first - 1].norm in ("і", "й", "та") and people.number:
        return False  # «повернути танкер і 17 членів екіпажу»
    nouns = groups.nouns()
    last = people.first if trigger.needs == "homeward" else min(_first_noun(view, trigger.last) + 1, people.first)
    for at in range(trigger.last, last):
        found = forms(view.tokens[at].norm)
        if (
            found[0].pos == "NOUN"
            and not any(f.pos == "ADJF" for f in found)
            and all("inan" in f.tags for f in found if f.pos == "NOUN")
            and any(f.case == "accs" for f in found)
            and not any(f.case in ("datv", "loct", "ablt") for f in found)
            and view.tokens[at].norm not in nouns
            and not is_preposition(view.tokens[at].norm)
            and not _after_preposition(view, at, trigger.last)
        ):
            return True
    return False


def _first_noun(view: View, at: int) -> int:
    """«арештувала нафтові свердловини»: past the adjectives and numbers behind the verb."""
    while at + 1 < view.sentence.last and (
        view.tokens[at].is_number or any(f.pos in ("ADJF", "NUMR", "ADVB") for f in forms(view.tokens[at].norm))
    ):
        at += 1
    return at


def _is_counted_thing(draft: Draft) -> bool:
    """«військові кораблі»: the word for people is an adjective before a thing."""
    tokens, last = draft.view.tokens, draft.people.last
    return (
        draft.type in ("return", "release", "exchange", "detention")
        and groups.is_adjective(tokens[last - 1].norm)
        and tokens[last].norm in word_lists()["things"]
    )


def names_a_thing(draft: Draft) -> bool:
    """«три військові кораблі», «українські судна, затримані в протоці, повертаються»: a thing counted or a thing that
    moves.
    """
    people, trigger, view = draft.people, draft.trigger, draft.view
    if people is not None and people.last < view.sentence.last and _is_counted_thing(draft):
        return True
    if trigger.act != "mover" or trigger.needs != "homeward" or trigger.form != "finite":
        return False
    vessels = word_lists()["vessels"]
    numbers = {f.number for f in forms(view.tokens[trigger.verb].norm) if f.pos == "VERB" and f.number}
    return any(
        view.tokens[at].norm in vessels
        and at < trigger.verb
        and any(f.case == "nomn" and f.number in numbers for f in forms(view.tokens[at].norm))
        for at in draft.clause.indexes()
    )


def _after_preposition(view, at: int, first: int) -> bool:
    while at > first and view.tokens[at - 1].is_word:
        at -= 1
        if is_preposition(view.tokens[at].norm):
            return True
        if not any(f.pos in ("ADJF", "NUMR") for f in forms(view.tokens[at].norm)):
            return False
    return False


def _inanimate_genitive(draft: Draft, at: int) -> bool:
    """A noun complement in the genitive that is no person: «звільнення території», «повернення теми»."""
    view = draft.view
    if at < view.sentence.last and view.tokens[at].is_number:
        counted = view.tokens[at + 1 : at + 3]
        return any(t.norm in numerals.units() for t in counted)
    while at < view.sentence.last and view.tokens[at].is_word:
        found = forms(view.tokens[at].norm)
        if (
            any(f.pos == "ADJF" and f.case == "gent" for f in found)
            and at + 1 < view.sentence.last
            and view.tokens[at].norm not in captivity.words()
        ):
            at += 1
            continue
        nouns = [f for f in found if f.pos == "NOUN"]
        return (
            bool(nouns)
            and found[0].pos == "NOUN"
            and any(f.case in ("gent", "ablt") and "inan" in f.tags for f in nouns)
            and not any("anim" in f.tags for f in nouns)
            and not view.tokens[at].is_capital
            and view.tokens[at].norm not in _periods()
        )
    return False


@cache
def _periods() -> frozenset[str]:
    """«перший обмін року»: no thing."""
    return lexeme("рік") | lexeme("місяць") | lexeme("тиждень") | lexeme("день") | lexeme("літо") | lexeme("зима")


def _told_of_thing(draft: Draft) -> bool:
    """«кораблі, затримані в протоці», «катери, які порушили кордон і були затримані»."""
    view, at = draft.view, draft.trigger.first - 1
    tokens, first = view.tokens, view.sentence.first
    if at > first and tokens[at].text != ",":
        opened = [i for i in range(max(first, at - LONG), at) if tokens[i].norm in _which()]
        at = opened[-1] - 1 if opened else first
    if at <= first or tokens[at].text != ",":
        return False
    found = forms(tokens[at - 1].norm)
    return tokens[at - 1].norm in word_lists()["things"] and found[0].pos == "NOUN"


@cache
def _which() -> frozenset[str]:
    return frozenset(("який", "яка", "яке", "які"))


def _has_thing_before(draft: Draft) -> bool:
    """«Рейс затримали», «акції звільнили з-під арешту»: the thing opens the clause, with nobody in it."""
    view, clause, trigger = draft.view, draft.clause, draft.trigger
    if trigger.act != "doer" or draft.people is not None or any(p.explicit for p in view.people(clause)):
        return False
    at = clause.first
    while at < trigger.first and forms(view.tokens[at].norm)[0].pos == "ADJF":
        at += 1
    found = [f for f in forms(view.tokens[at].norm) if f.pos == "NOUN"]
    plural = any(f.number == "plur" for f in forms(view.tokens[trigger.verb].norm) if f.pos == "VERB")
    impersonal = trigger.form == "impersonal" or plural
    return (
        at < trigger.first
        and bool(found)
        and impersonal
        and all("inan" in f.tags for f in found)
        and any(f.case == "accs" for f in found)
        and not is_preposition(view.tokens[at].norm)
        and not (view.tokens[at].is_capital and at != view.sentence.first)
    )


def _has_thing_object(draft: Draft) -> bool:
    """The verb has an inanimate noun in the accusative right after it, and nobody for its object."""
    if draft.trigger.act != "doer" or draft.people is not None:
        return False
    view = draft.view
    for at in range(draft.trigger.last, min(draft.trigger.last + 4, view.sentence.last)):
        token = view.tokens[at]
        if not token.is_word or is_preposition(token.norm):
            return False
        found = forms(token.norm)
        if (
            found[0].pos == "NOUN"
            and "inan" in found[0].tags
            and any(f.case == "accs" for f in found)
            and not token.is_capital
        ):
            return True
    return False
