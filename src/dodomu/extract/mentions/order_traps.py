"""Orders and measures that are none."""

from dodomu.extract.mentions.clauses import is_infinitive
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import (
    is_preposition,
    word_lists,
)
from dodomu.text.morphology import Form, forms, lexeme


def not_by_court(draft: Draft) -> bool:
    """«суд вимагає повернути», «рішення трибуналу, яке зобов'язало»: only a court's demand is an order."""
    if draft.trigger.needs != "court":
        return False
    view = draft.view
    own = [view.tokens[at].norm for at in draft.clause.indexes() if at < draft.trigger.first]
    at = view.clauses.index(draft.clause)
    before = []
    if at and draft.clause.opener.startswith(("як", "котр")):
        told = [view.tokens[i].norm for i in view.clauses[at - 1].indexes()]
        before = [n for n in told if _agree(n, draft.clause.opener)]
    last = min(draft.trigger.last + 5, view.sentence.last)
    if _decides(draft, last):
        return True
    orders = any(is_infinitive(view.tokens[i].norm) for i in range(draft.trigger.last, last))
    courts = word_lists()["courts"]
    subject = any(n in courts and not (i and is_preposition(own[i - 1])) for i, n in enumerate(own))
    return not orders or not (subject or any(n in courts for n in before))


def not_chosen(draft: Draft) -> bool:
    """«обрали запобіжний захід у вигляді домашнього арешту»: a measure is an event where it is chosen, not where
    somebody is under it, nor where the defence asks for the mildest.
    """
    if draft.trigger.needs != "measure":
        return False
    view, at = draft.view, draft.view.clauses.index(draft.clause)
    told = [view.tokens[i].norm for i in (*draft.clause.indexes(), *(view.clauses[at - 1].indexes() if at else ()))]
    if not any(n in word_lists()["chooses"] for n in told):
        return True
    asked = lexeme("просити") | lexeme("попросити") | lexeme("наполягати")
    return view.tokens[draft.trigger.first].norm.startswith("домашн") and any(n in asked for n in told)


def _decides(draft: Draft, last: int) -> bool:
    """«ухвалив взяти під варту»: the court's own act, which is the event."""
    view, trigger = draft.view, draft.trigger
    return view.tokens[trigger.verb].norm in lexeme("ухвалити") | lexeme("постановити") and any(
        t.type in ("detention", "release") and t.form == "infinitive"
        for t in view.reading.all_triggers_within(trigger.last, last)
    )


def not_by_order(draft: Draft) -> bool:
    """An order is told by «за дорученням», not by the noun alone."""
    trigger = draft.trigger
    return (
        draft.type == "order"
        and trigger.act == "noun"
        and (trigger.first == 0 or draft.view.tokens[trigger.first - 1].norm != "за")
    )


def _agree(noun: str, relative: str) -> bool:
    """«рішення, яке вимагало»: in gender, or both in the plural, the pronoun being the subject."""
    wanted = {_gender(f) for f in forms(relative) if f.case == "nomn"}
    return any(_gender(f) in wanted for f in forms(noun) if f.pos == "NOUN")


def _gender(form: Form) -> str:
    return "plur" if form.number == "plur" else next((g for g in ("masc", "femn", "neut") if g in form.tags), "")


def law_or_advice(draft: Draft) -> bool:
    """«закон зобов'язує», «дружба зобов'язувала», «можете доручити близьким»: what holds for anybody."""
    if draft.type != "order":
        return False
    view, trigger = draft.view, draft.trigger
    if view.tokens[trigger.verb].norm in lexeme("зобов'язувати"):
        return True
    own = {view.tokens[at].norm for at in draft.clause.indexes()}
    return trigger.form == "infinitive" and bool(own & {"ви", "вам", "ваш", "вашим", "можете"})
