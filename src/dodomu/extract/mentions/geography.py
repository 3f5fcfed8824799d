"""Small questions on places in a sentence: which preposition stands before one, in which case it may be, to what it
belongs.
"""

from dodomu.extract.mentions import groups
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.places import Place
from dodomu.text.morphology import forms

FROM = frozenset(("з", "із", "зі", "з-під", "від"))


_NEUTRAL = frozenset(
    (
        "шляхом",
        "рейсом",
        "літаком",
        "автобусом",
        "потягом",
        "ранку",
        "вечора",
        "ночі",
        "року",
        "тижня",
        "числа",
        "додому",
        "полону",
    )
)


_TO = frozenset(("до", "в", "у", "на"))


def preposition_of(draft: Draft, at: int, reach: int = 4) -> str:
    """The preposition before a place, adjectives between them passed over."""
    tokens = draft.view.tokens
    for i in range(at - 1, max(draft.view.sentence.first, at - reach) - 1, -1):
        token = tokens[i]
        if token.norm in FROM or token.norm in _TO:
            return token.norm
        if not token.is_word or not any(f.pos in ("ADJF", "NOUN", "NUMR") for f in forms(token.norm)[:3]):
            return ""
    return ""


def of_a_thing(draft: Draft, at: int) -> bool:
    """«перемовин зі США», «візиту до Мінська»: the place belongs to a noun before its preposition that is neither the
    trigger nor people.
    """
    tokens = draft.view.tokens
    at -= 1
    while at > draft.view.sentence.first and not (tokens[at].norm in FROM or tokens[at].norm in _TO):
        at -= 1
    noun = at - 1
    if noun < draft.view.sentence.first or draft.trigger.first <= noun < draft.trigger.last:
        return False
    if draft.people is not None and draft.people.first <= noun < draft.people.last:
        return False
    found = forms(tokens[noun].norm)
    return (
        found[0].pos == "NOUN"
        and "inan" in found[0].tags
        and not tokens[noun].is_capital
        and tokens[noun].norm not in _NEUTRAL
        and groups.nouns().get(tokens[noun].norm) is None
    )


def may_be(draft: Draft, place: Place, *cases: str) -> bool:
    return (
        any(f.case in cases for f in forms(draft.view.tokens[place.last - 1].norm))
        or draft.view.tokens[place.first].text.isupper()
    )


def in_clause(draft: Draft, place: Place) -> bool:
    return draft.clause.holds(place.first)
