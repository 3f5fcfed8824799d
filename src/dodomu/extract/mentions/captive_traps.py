"""Freeing: whether captivity is spoken of at all, and whether it is people who leave it."""

from itertools import pairwise

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import (
    about_captives,
    dropped_subject,
    says_captivity,
    whose_clause,
    word_lists,
)
from dodomu.extract.mentions.unsaid import may_be_unsaid
from dodomu.text.morphology import forms, lexeme

_WORLD_WAR = frozenset(("1941", "1942", "1943", "1944", "1945"))  # then lands were freed


def no_remains(draft: Draft) -> bool:
    """To receive or take over says a return of the dead only."""
    if draft.trigger.needs != "remains":
        return False
    people, tokens = draft.people, draft.view.tokens
    if people is None:
        return True
    if "remains" not in people.groups:
        return not _received_in_exchange(draft)
    if people.singular and not people.number:
        return True  # «тіло отримує харчування»
    between = range(draft.trigger.last, people.first)
    return any(
        f.pos == "NOUN" and f.case == "accs"
        for at in between
        if not tokens[at].is_capital
        for f in forms(tokens[at].norm)
    )


def _received_in_exchange(draft: Draft) -> bool:
    """«обміняли 215 наших, натомість Росія отримала 55 своїх військових»."""
    people, view = draft.people, draft.view
    if _from_a_state(draft):
        return True
    return (
        people.number is not None
        and people.group in ("military", "prisoners", "political_prisoners", "civilians")
        and any(
            t.type in ("exchange", "release") and t.first != draft.trigger.first
            for t in view.reading.triggers_within(view.sentence.first, view.sentence.last)
        )
    )


def _from_a_state(draft: Draft) -> bool:
    """«Угорщина отримала від Росії 11 полонених»: who gives is a state."""
    people, view = draft.people, draft.view
    held = people.group in ("military", "prisoners", "political_prisoners", "civilians", "children") or people.number
    return bool(held) and any(
        p.kind in ("state", "seat") and draft.clause.holds(p.first) and view.tokens[p.first - 1].norm == "від"
        for p in view.places
    )


def only_words(draft: Draft) -> bool:
    """«правда вас визволить»: we and you are captives only where captivity is said."""
    people = draft.people
    return (
        draft.type == "release"
        and people is not None
        and (
            people.pronoun in ("вас", "тебе")
            and not says_captivity(draft)
            or people.pronoun in ("нас", "мене")
            and not about_captives(draft)
        )
    )


def in_sports(draft: Draft) -> bool:
    """«клуб обміняв захисника», «команда відпустила форварда»: players of a game, where no captivity is spoken of."""
    if draft.trigger.needs not in ("captives", "homeward") or says_captivity(draft):
        return False
    return draft.view.says(word_lists()["sports"])


def no_captivity(draft: Draft) -> bool:
    """A word that is mostly of jobs, towns and things, where the article does not speak of captivity."""
    if draft.trigger.needs not in ("captives", "homeward", "remains"):
        return False
    if says_captivity(draft) or may_be_unsaid(draft):
        return False
    return not draft.view.reading.speaks_of_captivity(draft.view.sentence)


def job(draft: Draft) -> bool:
    """«звільнити з посади», «звільнив заступника міністра»: who is released from a post, where no captivity stands in
    the sentence.
    """
    if draft.type != "release" or draft.trigger.needs != "captives":
        return False
    if not draft.view.tokens[draft.trigger.verb].norm.startswith("звільн"):
        return False
    if _from_post(draft):
        return True
    if says_captivity(draft, word_lists()["lands"]):
        return False
    view, people, posts = draft.view, draft.people, word_lists()["posts"]
    last = min(draft.trigger.last + 3, view.sentence.last)
    concerned = [*range(people.first, people.last)] if people is not None else []
    if any(view.tokens[at].norm in posts for at in [*concerned, *range(draft.trigger.last, last)]):
        return True
    suspended = lexeme("відсторонити")
    if any(t.norm in suspended for t in view.tokens[view.sentence.first : draft.trigger.first]):
        return True
    employers = word_lists()["employers"]
    captive = people is not None and people.group not in (None, "people")
    return (
        draft.trigger.act != "noun"
        and not captive
        and any(view.tokens[at].norm in employers for at in draft.clause.indexes())
    )


def _from_post(draft: Draft) -> bool:
    """«зі служби звільнили», «звільнено з посади»."""
    view, posts = draft.view, word_lists()["posts_left"]
    return any(
        view.tokens[at].norm in ("з", "із", "зі", "від") and view.tokens[after].norm in posts
        for at, after in pairwise(draft.clause.indexes())
        if at < draft.trigger.last + 5
    )


def nobody_freed(draft: Draft) -> bool:
    """A verb of freeing or returning with nobody that it could concern."""
    if draft.trigger.needs not in ("captives", "homeward") or draft.trigger.act == "noun":
        return False
    people = draft.people
    if people is not None:
        return False
    if draft.trigger.form == "participle":
        return not _subject_of_before(draft)
    if whose_clause(draft):
        return not about_captives(draft)
    if draft.trigger.needs == "homeward":
        return not (_subject_of_before(draft) or _object_of_before(draft))
    if says_captivity(draft) or dropped_subject(draft):
        return False
    return not (draft.trigger.form == "infinitive" and about_captives(draft) and _somebody_named(draft))


def _subject_of_before(draft: Draft) -> bool:
    """«Він сидів у Москві, а 7 вересня повернувся в Україну», «відсиділа рік і була звільнена»: one singular subject
    for two clauses.
    """
    view, at, trigger = draft.view, draft.view.clauses.index(draft.clause), draft.trigger
    if trigger.act not in ("mover", "passive") or not at or draft.clause.opener:
        return False
    told = [trigger.verb] if trigger.form == "finite" else draft.clause.predicates
    gender = {g for i in told for g in _genders(view.tokens[i].norm)}
    return any(gender & _genders(view.tokens[i].norm) for c in view.clauses[max(0, at - 2) : at] for i in c.predicates)


def _genders(norm: str) -> set[str]:
    return {g for f in forms(norm) if f.pos == "VERB" for g in ("masc", "femn") if g in f.tags}


def _object_of_before(draft: Draft) -> bool:
    """«моряків обміняли і повернули»: one object for two verbs, the first of which frees."""
    if draft.trigger.act != "doer":
        return False
    view, at = draft.view, draft.view.clauses.index(draft.clause)
    if not at or draft.clause.first - view.clauses[at - 1].last > 1:
        return False
    return any(
        t.act == "doer" and view.clauses[at - 1].holds(t.verb)
        for t in view.reading.triggers_within(view.sentence.first, draft.trigger.first)
    )


def _somebody_named(draft: Draft) -> bool:
    """A person in the sentence before an infinitive whose object is told apart from it: «Фогеля, який відбуває
    покарання, звільнити не вдалося».
    """
    view = draft.view
    return any("accs" in p.cases and p.names for c in view.clauses for p in view.people(c))


def of_a_land(draft: Draft) -> bool:
    """«визволення Борисполя», «річниця звільнення України», «від нацистів»: towns and lands, not people."""
    if draft.type == "return" and draft.trigger.act == "doer":
        return _takes_land(draft)
    if draft.type != "release" or draft.trigger.needs != "captives":
        return False
    view, trigger, people = draft.view, draft.trigger, draft.people
    conquerors = word_lists()["conquerors"]
    told = view.tokens[view.sentence.first : view.sentence.last]
    if any(t.norm in conquerors for t in told):
        return True
    if any(t.text in _WORLD_WAR for t in told) and not says_captivity(draft):
        return True
    if trigger.act == "noun" and _by_troops(draft):
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
        and not (view.reading.captives and _may_be_surname(view.tokens[trigger.last].norm))
    )


def _may_be_surname(norm: str) -> bool:
    """«підтвердив звільнення Лихоліт», where the article tells of captives: no place that is known."""
    return not any("Geox" in f.tags for f in forms(norm))


def _by_troops(draft: Draft) -> bool:
    """«визволення Збройними силами»: who frees a land stands right behind, and nobody who is freed."""
    tokens, last = draft.view.tokens, min(draft.trigger.last + 3, draft.view.sentence.last)
    return any(tokens[at].norm in ("силами", "військами", "армією", "зсу") for at in range(draft.trigger.last, last))


def _takes_land(draft: Draft) -> bool:
    """«повернути Донбас», «віддасть Крим»: a land right behind the verb is its object, unless it may be a dative."""
    view, at = draft.view, draft.trigger.last
    place = next((p for p in view.places if p.first == at and p.kind in ("state", "place", "seat", "held")), None)
    if place is None or draft.people is not None and (draft.people.number or draft.people.first > place.last):
        return False
    cases = {f.case for f in forms(view.tokens[at].norm) if f.case}
    return "accs" in cases and "datv" not in cases
