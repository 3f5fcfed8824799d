"""Agreements that are none."""

from functools import cache

from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.clauses import is_infinitive
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import (
    about_captives,
    word_lists,
)
from dodomu.text.morphology import forms, lexeme


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
            or any(t.norm in word_lists()["peace"] for t in [*near, *view.tokens[trigger.first : trigger.last]])
            or _contract(draft)
        )
        signed = {p.state for p in view.places if p.kind in ("state", "seat") and draft.clause.holds(p.first)}
        if about_captives(draft) or len(signed) > 1:
            return False
        return not (named or sides and any(t.norm in word_lists()["peace"] | word_lists()["diplomacy"] for t in near))
    if norm == "домовленістю" and view.tokens[trigger.first - 1].norm == "за":
        return not (sides or any(t.norm in word_lists()["armed"] for t in near))
    if _goes_on_to_infinitive(draft):
        return not _of_captives(draft)
    if norm in word_lists()["settling"]:
        return trigger.form != "finite" or not _of_captives(draft)
    if norm in word_lists()["consents"]:
        captives = {t.norm for t in near} & (
            captivity.words() | lexeme("обмін") | lexeme("звільнення") | lexeme("припинення") | lexeme("список")
        )
        return not (sides or captives)
    return False


def _contract(draft: Draft) -> bool:
    """«уклала договір оренди з підприємством»: with whom."""
    view, trigger = draft.view, draft.trigger
    own = {view.tokens[at].norm for at in range(trigger.first, trigger.last)}
    told = trigger.form == "finite" and trigger.last - trigger.first > 1 and own & lexeme("договір")
    return bool(told) and any(view.tokens[at].norm in ("з", "із", "зі", "між") for at in draft.clause.indexes())


def _goes_on_to_infinitive(draft: Draft) -> bool:
    """«погодився віддати»."""
    view, at = draft.view, draft.trigger.last
    consents = lexeme("погодитися") | lexeme("погоджуватися")
    return view.tokens[draft.trigger.verb].norm in consents and any(
        is_infinitive(view.tokens[i].norm) for i in range(at, min(at + 3, view.sentence.last))
    )


def _of_captives(draft: Draft) -> bool:
    """Captives, their exchange or release, or a truce in the sentence: what the sides settle. «узгодили списки»."""
    view = draft.view
    settled = captivity.words() | word_lists()["settled"]
    lists = lexeme("список")
    return any(
        (t.norm in settled or t.norm in lists and about_captives(draft))
        for t in view.tokens[view.sentence.first : view.sentence.last]
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


def standing_accord(draft: Draft) -> bool:
    """«за Мінськими угодами», «положення угоди про асоціацію»: a text in force; «підписали угоду» is a deal."""
    trigger, view = draft.trigger, draft.view
    if draft.type != "agreement" or trigger.act != "noun" or view.tokens[trigger.first].norm not in _texts():
        return False
    norm, lists = view.tokens[trigger.first].norm, word_lists()
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 3), trigger.first)]
    if any(n in lists["accords"] for n in before[-2:]) or norm in lexeme("угода") and before[-1:] == ["до"]:
        return True  # «зміни до угоди»
    if norm not in lexeme("угода") or any(view.tokens[at].norm in lists["concludes"] for at in draft.clause.indexes()):
        return False
    if view.tokens[trigger.first].is_capital and trigger.first > view.sentence.first:
        return True  # «Угода про асоціацію», its title
    if any(n in lists["of_a_treaty"] for n in before) or before[-1:] in (["в"], ["у"], ["за"]):
        return True
    return all(f.number == "plur" for f in forms(norm)) or _tells_what_it_says(draft)


@cache
def _texts() -> frozenset[str]:
    return lexeme("угода") | lexeme("домовленість")


def _tells_what_it_says(draft: Draft) -> bool:
    """«Угода передбачає», «угоди не гарантують»: the present of a verb whose subject it is."""
    view = draft.view
    return any(f.case == "nomn" for f in forms(view.tokens[draft.trigger.first].norm)) and any(
        view.tokens[at].norm in word_lists()["of_a_treaty"]
        for at in draft.clause.predicates
        if at > draft.trigger.first
    )


def sought(draft: Draft) -> bool:
    """«потребує домовленостей», «шукають порозуміння», «треба домовлятися»: what is wanted, in general."""
    if draft.type != "agreement":
        return False
    trigger, view = draft.trigger, draft.view
    own = [view.tokens[at].norm for at in draft.clause.indexes() if not trigger.first <= at < trigger.last]
    if trigger.form == "infinitive":
        return not about_captives(draft) and any(n in word_lists()["general"] for n in own)
    if trigger.act != "noun":
        return False
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 4), trigger.first)]
    if any(n in word_lists()["wants"] for n in before):
        return True
    reached = lexeme("досягти") | lexeme("дійти") | lexeme("знайти") | lexeme("досягнення") | lexeme("досягнути")
    return view.tokens[trigger.first].norm in lexeme("порозуміння") and not any(
        n in reached and not is_infinitive(n) for n in own
    )
