"""What looks like an event and is none. `RULES` is the ordered list; the name of the rule is the reason of the
rejection.
"""

from collections.abc import Callable

from dodomu.extract.mentions.captive_traps import (
    job,
    no_captivity,
    no_remains,
    nobody_freed,
    not_homeward,
    of_a_land,
    unsaid_captivity,
)
from dodomu.extract.mentions.context_traps import (
    agrees_that,
    mere_deal,
    not_armed,
    not_by_order,
    one_side,
    person_needed,
    supposed,
)
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.participle_traps import attributive
from dodomu.extract.mentions.thing_traps import thing
from dodomu.extract.mentions.trap_words import other_senses, word_lists
from dodomu.text.morphology import forms

LINK = ("читайте", "дивіться", "також", "фото", "відео", "більше", "знати", "підписуйтесь", "підписуйтеся", "слухайте")


def link_line(draft: Draft) -> bool:
    """«Читайте також», «Фото:» and other lines that lead elsewhere."""
    start = draft.view.doc.paragraphs[draft.paragraph][0]
    head = draft.view.doc.text[start : start + 40].casefold()
    return head.startswith(
        (
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
    )


def other_sense(draft: Draft) -> bool:
    """Phrases in which the word means something else: «обмін досвідом», «звільнити з посади», «Міжнародна амністія»."""
    view, trigger = draft.view, draft.trigger
    first, last = max(view.sentence.first, trigger.first - 6), min(view.sentence.last, trigger.last + 6)
    for hit in other_senses().find(view.tokens, first, last):
        if hit.entry == "everywhere" and hit.first < trigger.last and hit.last > trigger.first:
            return True
        if hit.entry == draft.type and hit.first < trigger.last and hit.last > trigger.first:
            return True
    return False


def general_talk(draft: Draft) -> bool:
    """No particular event: «допомагає повертати українців», «розблокувати обміни», «кожного повернемо», «маємо
    повернути всіх».
    """
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
        return not any(
            f.tense == "past" for at in draft.clause.predicates for f in forms(view.tokens[at].norm) if f.pos == "VERB"
        )
    if (
        people is not None
        and people.pronoun in ("всіх", "усіх", "кожного")
        and trigger.form in ("infinitive", "finite")
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


def _governed(draft: Draft) -> bool:
    words = word_lists()["goals"]
    return any(
        view_norm in words
        for view_norm in (draft.view.tokens[at].norm for at in range(draft.view.sentence.first, draft.trigger.first))
    )


def body_or_office(draft: Draft) -> bool:
    """Part of the name of a body or an office: «Центр захисту прав дитини», «з питань звільнення», «комісія з
    помилування».
    """
    view, trigger = draft.view, draft.trigger
    if draft.type == "reconnaissance":
        return False
    near = view.reading.cast.among(max(0, trigger.first - 16), trigger.first + 1)
    if any(name.kind == "body" and name.first <= trigger.first < name.last for name in near):
        return True
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 3), trigger.first)]
    return trigger.act == "noun" and "питань" in before


RULES: tuple[Callable[[Draft], bool], ...] = (
    no_remains,
    unsaid_captivity,
    attributive,
    job,
    thing,
    nobody_freed,
    not_homeward,
    person_needed,
    one_side,
    not_armed,
    of_a_land,
    mere_deal,
    general_talk,
    body_or_office,
    not_by_order,
    supposed,
    agrees_that,
)


# What costs little to tell goes first: most trigger words of ordinary news end here.
CHEAP: tuple[Callable[[Draft], bool], ...] = (no_captivity, link_line, other_sense)


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
