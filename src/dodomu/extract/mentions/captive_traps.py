"""Freeing and returning: whether captivity is spoken of at all, and whether those who come home come from it."""

from dodomu.extract.mentions import captivity, destination, groups
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import dropped_subject, says_captivity, word_lists, words_around
from dodomu.text.morphology import forms


def _names_the_freed(draft: Draft) -> bool:
    """Soldiers, civilians, children or the dead in the sentence: whether they are freed, `unsaid_captivity` tells
    when people are read.
    """
    nouns = groups.nouns()
    view = draft.view
    return any(
        nouns.get(t.norm) in ("military", "civilians", "children", "remains")
        for t in view.tokens[view.sentence.first : view.sentence.last]
    )


def _one_for_one(draft: Draft) -> bool:
    """«Обмін 35 на 35»."""
    tokens, last = draft.view.tokens, draft.view.sentence.last
    return draft.type == "exchange" and any(
        tokens[at].is_number and tokens[at + 1].norm == "на" and tokens[at + 2].norm == tokens[at].norm
        for at in range(draft.trigger.last, min(draft.trigger.last + 5, last - 2))
    )


def unsaid_captivity(draft: Draft) -> bool:
    """Soldiers and children come home from elsewhere too: where captivity is not spoken of, a state must hand them
    over or they must be counted and come home.
    """
    if (
        draft.trigger.needs not in ("captives", "homeward")
        or says_captivity(draft)
        or draft.view.reading.speaks_of_captivity(draft.view.sentence)
    ):
        return False
    people = draft.people
    if _one_for_one(draft):
        return False
    if people is None or people.group not in ("military", "civilians", "children", "remains", "mixed"):
        return True
    if people.group == "remains" or draft.type == "exchange":
        return False
    home = any(draft.view.tokens[at].norm in captivity.home() for at in draft.clause.indexes())
    if draft.trigger.act == "doer":
        by_state = any(draft.clause.holds(p.first) and p.kind in ("state", "seat") for p in draft.view.places)
        return not (by_state or home and people.number)
    return not (home and people.number)


def no_remains(draft: Draft) -> bool:
    """To receive or take over says a return of the dead only."""
    if draft.trigger.needs != "remains":
        return False
    if draft.people is None or "remains" not in draft.people.groups:
        return True
    between = range(draft.trigger.last, draft.people.first)
    return any(f.pos == "NOUN" and f.case == "accs" for at in between for f in forms(draft.view.tokens[at].norm)[:2])


def no_captivity(draft: Draft) -> bool:
    """A word that is mostly of jobs, towns and things, where the article does not speak of captivity."""
    if draft.trigger.needs not in ("captives", "homeward", "remains"):
        return False
    if says_captivity(draft) or _names_the_freed(draft) or _one_for_one(draft):
        return False
    return not draft.view.reading.speaks_of_captivity(draft.view.sentence)


def job(draft: Draft) -> bool:
    """«звільнити з посади», «звільнив заступника міністра»: who is released from a post, where no captivity stands in
    the sentence.
    """
    if draft.type != "release" or draft.trigger.needs != "captives":
        return False
    if says_captivity(draft):
        return False
    view, people, posts = draft.view, draft.people, word_lists()["posts"]
    if people is not None and any(view.tokens[at].norm in posts for at in range(people.first, people.last)):
        return True
    employers = word_lists()["employers"]
    if any(view.tokens[at].norm in employers for at in draft.clause.indexes()):
        return True
    last = min(draft.trigger.last + 5, view.sentence.last)
    return any(
        view.tokens[at].norm in ("з", "із", "зі", "від") and view.tokens[at + 1].norm in posts
        for at in range(draft.trigger.last, last - 1)
    )


def nobody_freed(draft: Draft) -> bool:
    """A verb of freeing or returning with nobody that it could concern."""
    if draft.trigger.needs not in ("captives", "homeward") or draft.trigger.act == "noun":
        return False
    people = draft.people
    if draft.trigger.form == "participle":
        return people is None
    if draft.trigger.needs == "homeward":
        return people is None
    return people is None and not says_captivity(draft) and not dropped_subject(draft)


def not_homeward(draft: Draft) -> bool:
    """A verb of motion or handing over with neither captivity nor home nor captives in its sentence."""
    if draft.trigger.needs != "homeward":
        return False
    view, people = draft.view, draft.people
    norms = [view.tokens[at].norm for at in draft.clause.indexes()]
    if people is not None and people.group == "remains":
        return False
    home = any(n in captivity.home() for n in norms)
    states = [p for p in view.places if draft.clause.holds(p.first) and p.kind in ("state", "place", "seat", "held")]
    captive_here = says_captivity(draft)
    freed = people is not None and any(
        view.tokens[at].norm in captivity.people() for at in range(people.first, people.last)
    )
    strong = (
        freed
        or people is not None
        and (
            people.group in ("military", "prisoners", "political_prisoners", "civilians", "remains", "children")
            or bool(people.nations)
            or people.number is not None
        )
    )
    trigger = draft.trigger
    if trigger.act == "noun" and view.tokens[trigger.first].norm.startswith(("екстрадиц", "видач")):
        return people is None
    if (
        trigger.act != "noun"
        and people is not None
        and (people.names or people.pronoun or people.singular)
        and _freed_nearby(draft)
        and (home or destination.to_place(draft) or view.tokens[trigger.verb].norm.startswith(("відда", "вида")))
    ):
        return False
    if trigger.act == "noun":
        if people is None:
            pointed = trigger.first > 0 and view.tokens[trigger.first - 1].norm in ("це", "цього", "цьому", "цим")
            return not (captive_here or home or pointed)
        return not (strong or captive_here or home)
    if draft.view.tokens[trigger.verb].norm in word_lists()["weak"]:
        named = trigger.act == "doer" and people is not None and bool(people.names)
        return not (
            (strong or named)
            and (home or destination.to_place(draft) or destination.handed_to(draft) or _from_custody(draft))
        )
    if trigger.act == "mover" and not (home or captive_here or states):
        return not strong or _goes_elsewhere(draft)
    if trigger.act == "mover":
        return not (strong or home and captive_here or captive_here) or _goes_elsewhere(draft) and not captive_here
    return not (
        strong or home or captive_here or (states and people is not None and (people.pronoun or people.singular))
    )


def _freed_nearby(draft: Draft) -> bool:
    """A word of freeing in the sentences around: whoever is then said to come home is one of those freed."""
    reading = draft.view.reading
    sentences = reading.sentences
    first = sentences[max(0, draft.sentence - 3)].first
    last = sentences[min(len(sentences) - 1, draft.sentence + 3)].last
    return reading.speaks_of_captivity(draft.view.sentence) and any(
        t.type in ("release", "exchange", "pardon")
        for t in reading.triggers_within(first, last)
        if t.first != draft.trigger.first
    )


def _from_custody(draft: Draft) -> bool:
    """«з полону», «з окупованої Луганщини» in the clause."""
    view = draft.view
    held = captivity.places()
    return any(
        view.tokens[at].norm in ("з", "із", "зі", "з-під", "з-за")
        and any(
            view.tokens[i].norm in held or view.tokens[i].norm.startswith("окупован")
            for i in range(at + 1, min(at + 4, view.sentence.last))
        )
        for at in draft.clause.indexes()
    )


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


def of_a_land(draft: Draft) -> bool:
    """«визволення Борисполя», «річниця звільнення України», «від нацистів»: towns and lands, not people."""
    if draft.type != "release" or draft.trigger.needs != "captives":
        return False
    view, trigger, people = draft.view, draft.trigger, draft.people
    near = words_around(draft, 3, 4)
    if any(n in word_lists()["conquerors"] for n in near):
        return True
    if people is not None and (people.explicit or people.number):
        return False
    place = next(
        (p for p in view.places if p.first == trigger.last and p.kind in ("state", "place", "seat", "held")), None
    )
    return (
        place is not None
        or trigger.act == "noun"
        and trigger.last < view.sentence.last
        and people is None
        and view.tokens[trigger.last].is_capital
        and not view.names_at(trigger.last)
    )
