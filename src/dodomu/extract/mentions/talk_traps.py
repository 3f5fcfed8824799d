"""Meetings and talks: a negotiation is between sides, states or their envoys."""

from itertools import pairwise

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.reading import View
from dodomu.extract.mentions.trap_words import about_captives, word_lists
from dodomu.text.morphology import forms, lexeme

MANY = 60  # triggers looked back at, so that time stays linear
BACK = 4  # sentences in which talks were told that a bare word takes up
BEFORE, AFTER = 4, 6  # tokens around a noun in which its sides are named


def one_side(draft: Draft) -> bool:
    """A meeting is a negotiation if two sides that are states, or the leaders or envoys of states, meet."""
    if draft.trigger.needs != "sides":
        return False
    if _is_format(draft) or _with_the_public(draft):
        return True
    if _with_the_same(draft):
        return False
    if draft.trigger.act == "mover":
        held = draft.trigger.last - draft.trigger.first > 1 and len(_states(draft)) > 1 and _names_sides(draft)
        return not (_in_format(draft) or _meets_with(draft) or _meet_each_other(draft) or held)
    return not (_names_sides(draft) or _takes_up(draft))


def talk_at_large(draft: Draft) -> bool:
    """«можливість ведення переговорів», «примусити до діалогу», «важливість переговорів»: none that is held."""
    if draft.type != "negotiation" or draft.trigger.act != "noun":
        return False
    tokens, trigger = draft.view.tokens, draft.trigger
    before = [t.norm for t in tokens[max(draft.view.sentence.first, trigger.first - 4) : trigger.first]]
    if before[-1:] == ["до"] and any(n.startswith(("примус", "спонук")) for n in before):
        return True
    told = before[:-1] if before[-1:] == ["ведення"] else before
    return bool(told) and told[-1] in word_lists()["at_large"]


def _counterpart(draft: Draft, first: int, last: int) -> str | None:
    """The noun after «з» among these tokens: with whom."""
    tokens = draft.view.tokens
    for at in range(first, min(last, len(tokens) - 1)):
        if tokens[at].norm in ("з", "із", "зі"):
            return next(
                (forms(t.norm)[0].lemma for t in tokens[at + 1 : at + 4] if forms(t.norm)[0].case == "ablt"), None
            )
    return None


def _with_the_same(draft: Draft) -> bool:
    """«Тривають переговори з власниками … провели зустрічі з власниками»: talks go on with whom they began."""
    trigger = draft.trigger
    own = _counterpart(draft, trigger.last, min(trigger.last + 3, draft.view.sentence.last))
    if own is None:
        return False
    told = [
        t for t in draft.view.reading.all_triggers_within(0, trigger.first) if t.type == "negotiation" and not t.needs
    ]
    return any(_counterpart(draft, t.last, t.last + 3) == own for t in told[-MANY:])


def _is_format(draft: Draft) -> bool:
    """«у форматі зустрічей»."""
    tokens, first = draft.view.tokens, draft.trigger.first
    return any(tokens[at].norm.startswith("формат") for at in range(max(0, first - 2), first))


def _with_the_public(draft: Draft) -> bool:
    """«зустріч президента зі школярами»: whom an official meets at home is no side."""
    trigger, tokens = draft.trigger, draft.view.tokens
    last = min(trigger.last + 4, draft.view.sentence.last - 1)
    public = word_lists()["public"]
    return any(
        tokens[at].norm in ("з", "із", "зі") and tokens[at + 1].norm in public for at in range(trigger.first, last)
    )


def _in_format(draft: Draft) -> bool:
    """«обговорювати в нормандському форматі»."""
    tokens = draft.view.tokens
    return any(
        tokens[at].norm in word_lists()["formats"] and tokens[after].norm.startswith("формат")
        for at, after in pairwise(draft.clause.indexes())
    )


def _states(draft: Draft) -> set[str]:
    return {p.state for p in draft.view.places if p.kind in ("state", "seat", "leader", "adjective") and p.state}


def _is_diplomatic(draft: Draft) -> bool:
    talk, view = word_lists()["diplomacy"], draft.view
    return any(t.norm in talk for t in view.tokens[view.sentence.first : view.sentence.last])


def _is_loose(draft: Draft) -> bool:
    """Words for talk of any kind: «розмова», «обговорити»."""
    tokens, trigger = draft.view.tokens, draft.trigger
    return any(tokens[at].norm in word_lists()["loose"] for at in range(trigger.first, trigger.last))


def _meets_with(draft: Draft) -> bool:
    """«зустрівся з послом», «розмовляв із Лукашенком», «торгується з Вашингтоном»: з and the other side."""
    view = draft.view
    verb = view.tokens[draft.trigger.verb].norm
    if verb in word_lists()["gather"] or _is_loose(draft) and not about_captives(draft):
        return False
    persons = [n for n in view.names if n.kind == "person"]
    if not (_states(draft) or len(persons) >= 2):
        return False
    talk = word_lists()["diplomacy"] | lexeme("колега")
    for at in draft.clause.indexes():
        if view.tokens[at].norm not in ("з", "із", "зі"):
            continue
        near = range(at + 1, min(at + 6, view.sentence.last))
        named = any(p.first in near and p.kind in ("seat", "leader", "state") for p in view.places)
        if any(view.tokens[i].norm in talk for i in near) or named:
            return True
        if _is_diplomatic(draft) and any(n.first in near for n in persons):
            return True
    return False


def _meet_each_other(draft: Draft) -> bool:
    """«делегації зустрілися», «міністри двох країн обговорили»: a plural subject that has sides in it."""
    view, verb = draft.view, draft.view.tokens[draft.trigger.verb].norm
    if _is_loose(draft) and not about_captives(draft):
        return False
    sides = word_lists()["delegations"]
    several = word_lists()["leaders"]
    followed = draft.trigger.last < view.sentence.last and view.tokens[draft.trigger.last].norm
    if verb in word_lists()["gather"] and followed and followed.endswith("ти"):
        return False  # «збираються звільнити»: to intend
    if any(f.number == "plur" for f in forms(verb) if f.pos == "VERB"):
        persons = [n for n in view.names if n.kind == "person" and draft.clause.holds(n.first)]
        if len(persons) >= 2 and _is_diplomatic(draft):
            return True
        if any(view.tokens[at].norm == "вони" for at in draft.clause.indexes()) and _talks_told(draft):
            return True
    if _we_who_talk(draft):
        return True
    for at in draft.clause.indexes():
        norm = view.tokens[at].norm
        nominative = {f.number for f in forms(norm) if f.case == "nomn" and f.pos == "NOUN"}
        if not nominative or at > view.sentence.first and view.tokens[at - 1].norm in ("з", "із", "зі"):
            continue
        if norm in sides:
            return True
        if norm in several and "plur" in nominative and verb not in word_lists()["gather"] and not _is_genitive(norm):
            return True
    return False


def _we_who_talk(draft: Draft) -> bool:
    """«Знову не змогли поговорити про обмін», «ми не обговоримо питання звільнення»: those who talk for their sides
    tell of it themselves.
    """
    view, clause = draft.view, draft.clause
    if not about_captives(draft) or view.tokens[draft.trigger.verb].norm in lexeme("торгуватися"):
        return False
    whole = range(view.sentence.first, draft.trigger.first)
    colon = max((at for at in whole if view.tokens[at].text == ":"), default=-1)
    verbs = [f for at in {draft.trigger.verb, *clause.predicates} for f in forms(view.tokens[at].norm)[:2]]
    if not any(f.pos == "VERB" and f.number == "plur" for f in verbs):
        return False
    own = [view.tokens[at].norm for at in clause.indexes() if at > colon]
    before = [view.tokens[at].norm for at in clause.indexes() if colon < at < draft.trigger.verb]
    if "ми" not in own and any(f.case == "nomn" and f.pos == "NOUN" for n in before for f in forms(n)[:1]):
        return False
    settled = word_lists()["settled"]
    return any(n in settled for n in own) or "ми" in own and _talks_told(draft)


def _is_genitive(norm: str) -> bool:
    return any(f.case == "gent" for f in forms(norm))


def _names_sides(draft: Draft) -> bool:
    """«зустріч президентів», «розмова Зеленського з Трампом», «засідання контактної групи»."""
    view, trigger = draft.view, draft.trigger
    talk, states = word_lists()["diplomacy"], _states(draft)
    word = view.tokens[trigger.first].norm
    near = range(max(view.sentence.first, trigger.first - BEFORE), min(trigger.last + AFTER, view.sentence.last))
    sides = talk if states else talk - word_lists()["envoys_of_any"]
    beside = any(view.tokens[at].norm in sides for at in near if not trigger.first <= at < trigger.last)
    if word in word_lists()["sittings"]:
        return beside and any(view.tokens[at].norm in word_lists()["groups"] for at in near)
    if word in lexeme("консультація"):
        return about_captives(draft) and (_is_diplomatic(draft) or bool(states))
    if word in lexeme("саміт"):
        return bool(states) or beside or _is_of_a_body(draft)
    if word in lexeme("телефонний") and any(p.kind == "leader" and draft.clause.holds(p.first) for p in view.places):
        return len(states) > 1 or _is_diplomatic(draft)
    if word in word_lists()["loose"] or view.tokens[trigger.last - 1].norm in lexeme("дзвінок"):
        return _is_diplomatic(draft) and bool(states) and about_captives(draft)
    if word in lexeme("раунд"):
        return beside and bool(states)
    return beside or _of_two_leaders(draft) or _is_diplomatic(draft) and len(states) >= 2


def _is_of_a_body(draft: Draft) -> bool:
    """«саміт НАТО», «саміту ЄС»: an abbreviation right behind."""
    view, at = draft.view, draft.trigger.last
    return at < view.sentence.last and view.tokens[at].text.isupper() and len(view.tokens[at].text) > 1


def _of_two_leaders(draft: Draft) -> bool:
    """«зустріч Путіна з Трампом»: two leaders in one clause."""
    leaders = {p.state for p in draft.view.places if p.kind == "leader" and draft.clause.holds(p.first)}
    return len(leaders) > 1


def _takes_up(draft: Draft) -> bool:
    """A bare «зустріч» where talks were told before: «За підсумками зустрічі Вашингтон …»."""
    view, trigger = draft.view, draft.trigger
    if view.tokens[trigger.first].norm not in word_lists()["meetings"]:
        return False
    told_apart = word_lists()["loose"] | word_lists()["sittings"]
    if not about_captives(draft) and (view.tokens[trigger.first].norm in told_apart or not _just_told(draft)):
        return False
    if all(f.number == "plur" for f in forms(view.tokens[trigger.first].norm)):
        return False
    if trigger.last < view.sentence.last and _has_company(draft):
        return False
    return _talks_told(draft)


def _just_told(draft: Draft) -> bool:
    """Talks of states in the sentences before: «На сьогоднішній зустрічі ще раз підтвердили»."""
    reading = draft.view.reading
    first = reading.sentences[max(0, draft.sentence - BACK)].first
    return any(
        t.type == "negotiation" and _is_of_states(reading.view(reading.sentence_of(t.first).index))
        for t in reading.all_triggers_within(first, draft.trigger.first)
    )


def _is_of_states(view: View) -> bool:
    """Two states, or a format in which they meet, in a sentence."""
    states = {p.state for p in view.places if p.kind in ("state", "seat", "leader") and p.state}
    formats = word_lists()["formats"]
    return len(states) > 1 or any(t.norm in formats for t in view.tokens[view.sentence.first : view.sentence.last])


def _talks_told(draft: Draft) -> bool:
    """Talks between sides in the article so far."""
    return any(
        t.type == "negotiation" and (not t.needs or _is_beside_diplomats(draft, t.first))
        for t in draft.view.reading.all_triggers_within(0, draft.trigger.first)[-MANY:]
    )


def _has_company(draft: Draft) -> bool:
    """«зустріч із батьками», «зустріч випускників»: with whom or whose."""
    tokens, at = draft.view.tokens, draft.trigger.last
    if tokens[at].norm in ("з", "із", "зі"):
        return True
    return any(f.pos == "NOUN" and f.case == "gent" and "anim" in f.tags for f in forms(tokens[at].norm)[:2])


def _is_beside_diplomats(draft: Draft, at: int) -> bool:
    tokens, talk = draft.view.tokens, word_lists()["diplomacy"]
    return any(t.norm in talk for t in tokens[max(0, at - BEFORE) : at + AFTER])
