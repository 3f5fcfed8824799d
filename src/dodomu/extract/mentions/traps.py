"""What looks like an event and is none. `RULES` is the ordered list; the name of the rule is the reason of the
rejection.
"""

from collections.abc import Callable
from functools import cache

from dodomu.extract.mentions.armed_traps import not_armed
from dodomu.extract.mentions.captive_traps import (
    in_sports,
    job,
    no_captivity,
    no_remains,
    nobody_freed,
    of_a_land,
    only_words,
)
from dodomu.extract.mentions.custody_traps import delayed, delighted, in_general, measured, person_needed, prolonged
from dodomu.extract.mentions.deal_traps import agrees_that, mere_deal, sought, standing_accord, supposed
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.governing import words
from dodomu.extract.mentions.habit_traps import in_coffins, polled, usual
from dodomu.extract.mentions.homeward_traps import not_homeward
from dodomu.extract.mentions.order_traps import law_or_advice, not_by_court, not_by_order, not_chosen
from dodomu.extract.mentions.participle_traps import attributive
from dodomu.extract.mentions.talk_traps import one_side, talk_at_large
from dodomu.extract.mentions.thing_traps import names_a_thing, thing, thing_before_people
from dodomu.extract.mentions.trap_words import other_senses, word_lists
from dodomu.extract.mentions.unsaid import unsaid_captivity
from dodomu.text.morphology import forms, lexeme

LINKS = (
    "читайте",
    "дивіться",
    "знати більше",
    "фото:",
    "більше за темою",
    "також:",
    "також читайте",
    "відео:",
    "див. також",
    "дізнайтеся більше",
)

_OPENING, _CLOSING = ("«", '"', "“", "„"), ("»", '"', "”", "“")


def link_line(draft: Draft) -> bool:
    """«Читайте також», «Фото:» and other lines that lead elsewhere."""
    return _leads_elsewhere(draft, draft.paragraph) or (
        draft.paragraph > 0
        and _leads_elsewhere(draft, draft.paragraph - 1)
        and not _ends_as_sentence(draft, draft.paragraph - 1)
        and not _ends_as_sentence(draft, draft.paragraph)
    )


def _leads_elsewhere(draft: Draft, paragraph: int) -> bool:
    start = draft.view.doc.paragraphs[paragraph][0]
    return draft.view.doc.text[start : start + 40].casefold().startswith(LINKS)


def _ends_as_sentence(draft: Draft, paragraph: int) -> bool:
    """A headline ends without a stop; two of them stand under one «Знати більше»."""
    first, last = draft.view.doc.paragraphs[paragraph]
    return draft.view.doc.text[first:last].rstrip().endswith((".", "!", "?", "…", "»", '"', "”", ":"))


def title_of_a_work(draft: Draft) -> bool:
    """«Обмін», «Амністія»: alone between quotation marks with a capital, the name of a play, a film, a show."""
    tokens, trigger = draft.view.tokens, draft.trigger
    if trigger.act != "noun" or not trigger.first or trigger.last >= len(tokens):
        return False
    first = trigger.first
    if draft.is_release and tokens[first - 1].text not in _OPENING:
        first -= 1  # «Остання депортація»
    return (
        first > 0
        and tokens[first].is_capital
        and tokens[first - 1].text in _OPENING
        and tokens[trigger.last].text in _CLOSING
    )


def other_sense(draft: Draft) -> bool:
    """Phrases in which the word means something else: «обмін досвідом», «звільнити з посади», «Міжнародна амністія»."""
    view, trigger = draft.view, draft.trigger
    first, last = max(view.sentence.first, trigger.first - 6), min(view.sentence.last, trigger.last + 6)
    for hit in view.doc.find(other_senses(), first, last):
        if hit.entry == "everywhere" and hit.first < trigger.last and hit.last > trigger.first:
            return True
        if hit.entry == draft.type and hit.first < trigger.last and hit.last > trigger.first:
            return True
    return False


def general_talk(draft: Draft) -> bool:
    """No particular event: «допомагає повертати українців», «розблокувати обміни», «кожного повернемо», «маємо
    повернути всіх».
    """
    if _each(draft) or _habitual(draft) or _defined(draft) or _a_right(draft):
        return True
    if not draft.is_release:
        return False
    view, trigger = draft.view, draft.trigger
    norm = view.tokens[trigger.verb].norm
    people = draft.people
    counted = people is not None and people.number is not None
    dated = any(draft.clause.holds(hit.first) for hit in view.dates)
    if counted or dated:
        return False
    if trigger.form == "infinitive" and "impf" in forms(norm)[0].tags:
        if people is not None and people.explicit and _refused(draft):
            return False
        return not any(
            f.tense == "past" for at in draft.clause.predicates for f in forms(view.tokens[at].norm) if f.pos == "VERB"
        )
    if (
        people is not None
        and people.pronoun in ("всіх", "усіх", "кожного")
        and (trigger.form == "infinitive" or trigger.form == "finite" and not _is_past(norm))
        and not _governed(draft)
    ):
        return True
    if (
        trigger.type == "exchange"
        and trigger.act == "noun"
        and all(f.number == "plur" for f in forms(norm))
        and trigger.last - trigger.first == 1
    ):
        return people is None
    return bool(
        trigger.act == "noun"
        and any(
            view.tokens[at].norm.startswith("чиєсь")
            for at in range(max(view.sentence.first, trigger.first - 2), trigger.first)
        )
    )


def _refused(draft: Draft) -> bool:
    """«відмовляється віддавати азовців», «не планує звільняти медиків»: a refusal is particular."""
    tokens = draft.view.tokens
    refusing = lexeme("відмовитися") | lexeme("відмовлятися")
    return any(
        tokens[at].norm in refusing or tokens[at].norm in words("planned", "intent") and tokens[at - 1].norm == "не"
        for at in draft.clause.indexes()
    )


def _each(draft: Draft) -> bool:
    """«кожна така угода», «кожен обмін»."""
    tokens, trigger = draft.view.tokens, draft.trigger
    first = max(draft.view.sentence.first, trigger.first - 2)
    return trigger.act == "noun" and any(t.norm in lexeme("кожний") for t in tokens[first : trigger.first])


def _defined(draft: Draft) -> bool:
    """«Перемовини – це добре», «Справжнє визволення — це коли»: what the thing is, not that it takes place."""
    tokens, at = draft.view.tokens, draft.trigger.last
    return (
        draft.trigger.act == "noun"
        and at + 1 < draft.view.sentence.last
        and tokens[at].text in "–—-"
        and tokens[at + 1].norm == "це"
    )


def _a_right(draft: Draft) -> bool:
    """«з правом звільнення під заставу», «обов'язок поліції – затримати таку особу»."""
    tokens, trigger = draft.view.tokens, draft.trigger
    if trigger.form == "infinitive" and draft.type == "detention":
        before = {t.norm for t in tokens[max(draft.view.sentence.first, trigger.first - 6) : trigger.first]}
        return bool(before & {"обов'язок", "обов'язком", "право", "повноваження"})
    return trigger.act == "noun" and trigger.first > 0 and tokens[trigger.first - 1].norm in lexeme("право")


def _habitual(draft: Draft) -> bool:
    """«підрозділи, які беруть у полон»: the present of a verb of seizing, with no time of its own."""
    if draft.type != "detention" or draft.trigger.form != "finite":
        return False
    own = [f for f in forms(draft.view.tokens[draft.trigger.verb].norm) if f.pos == "VERB"]
    dated = any(draft.clause.holds(hit.first) for hit in draft.view.dates)
    return bool(own) and all(f.tense == "pres" for f in own) and not dated


def _is_past(norm: str) -> bool:
    return any(f.tense == "past" for f in forms(norm) if f.pos == "VERB")


def _governed(draft: Draft) -> bool:
    words = word_lists()["goals"]
    return any(
        view_norm in words
        for view_norm in (draft.view.tokens[at].norm for at in range(draft.view.sentence.first, draft.trigger.first))
    )


def asked_whether(draft: Draft) -> bool:
    """«Мінськ відпустив журналіста?»: whether it was done; «Чому відпустили?» knows that it was."""
    view, trigger = draft.view, draft.trigger
    if trigger.form not in ("finite", "impersonal") or not _is_past(view.tokens[trigger.verb].norm):
        return False
    end = next((at for at in range(trigger.last, view.sentence.last) if view.tokens[at].text in "?!."), None)
    if end is None or view.tokens[end].text != "?":
        return False
    return not any(view.tokens[at].norm in _interrogative() for at in range(view.sentence.first, end))


@cache
def _interrogative() -> frozenset[str]:
    words = ("хто", "що", "який", "котрий", "чий", "скільки", "скількох")
    return frozenset().union(*(lexeme(w) for w in words)) | {"чому", "як", "коли", "де", "навіщо", "звідки", "куди"}


def body_or_office(draft: Draft) -> bool:
    """Part of the name of a body or an office: «Центр захисту прав дитини», «з питань звільнення», «комісія з
    помилування».
    """
    view, trigger = draft.view, draft.trigger
    if draft.type == "reconnaissance":
        return False
    near = view.reading.cast.among(max(0, trigger.first - 16), trigger.first + 1)
    at = trigger.first if trigger.act == "noun" else trigger.verb
    if any(name.kind == "body" and name.first <= at < name.last for name in near):
        return True
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 3), trigger.first)]
    return trigger.act == "noun" and ("питань" in before or any(n.startswith("пов'язан") for n in before))


RULES: tuple[Callable[[Draft], bool], ...] = (
    no_remains,
    unsaid_captivity,
    attributive,
    job,
    in_sports,
    thing,
    thing_before_people,
    names_a_thing,
    nobody_freed,
    not_homeward,
    person_needed,
    of_a_land,
    only_words,
    general_talk,
    asked_whether,
    body_or_office,
    prolonged,
    standing_accord,
    sought,
    in_general,
    delighted,
    delayed,
    measured,
    law_or_advice,
)


# What is told without reading the people of the sentence goes first: most trigger words of ordinary news end here.
CHEAP: tuple[Callable[[Draft], bool], ...] = (
    no_captivity,
    link_line,
    title_of_a_work,
    other_sense,
    one_side,
    talk_at_large,
    not_armed,
    mere_deal,
    not_by_order,
    not_by_court,
    not_chosen,
    supposed,
    agrees_that,
    usual,
    polled,
    in_coffins,
)


def cheaply_rejected(draft: Draft) -> str | None:
    """The name of the first of the rules that need no people, or None."""
    for rule in CHEAP:
        if rule(draft):
            return rule.__name__
    return None


def rejected(draft: Draft) -> str | None:
    """The name of the first rule by which this is no event, or None."""
    for rule in RULES:
        if rule(draft):
            return rule.__name__
    return None
