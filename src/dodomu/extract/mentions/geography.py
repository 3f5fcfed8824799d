"""Small questions on places in a sentence: which preposition stands before one, in which case it may be, to what it
belongs.
"""

from functools import lru_cache

from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.places import Place
from dodomu.text.morphology import forms, lexeme

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


_GROUND = (
    lexeme("територія") | lexeme("земля") | lexeme("кордон") | lexeme("берег") | lexeme("місто") | lexeme("столиця")
)


_TO = frozenset(("до", "в", "у", "на"))


def preposition_of(draft: Draft, at: int, reach: int = 4) -> str:
    """The preposition before a place, adjectives between them passed over."""
    tokens = draft.view.tokens
    for i in range(at - 1, max(draft.view.sentence.first, at - reach) - 1, -1):
        token = tokens[i]
        if token.text in '«"“„':
            continue  # «з московського «Лефортово»»
        if token.norm in FROM or token.norm in _TO:
            return token.norm
        if token.norm not in _GROUND and any(t in _TO for t in (tokens[i - 1].norm,)) and _is_thing(token.norm):
            return ""  # «на поруки генконсула України»
        if not token.is_word or not any(f.pos in ("ADJF", "NOUN", "NUMR") for f in forms(token.norm)[:3]):
            return ""
    return ""


@lru_cache(maxsize=50_000)
def _is_thing(norm: str) -> bool:
    """A noun for a thing in its likeliest reading."""
    found = forms(norm)
    return found[0].pos == "NOUN" and "inan" in found[0].tags


def heading(draft: Draft) -> str | None:
    """«Лівія. У понеділок суд відпустив …», «Указ. 28 листопада …»: the label of a paragraph in a digest."""
    sentences = draft.view.reading.sentences
    first = next(i for i in range(draft.sentence, -1, -1) if i == 0 or sentences[i - 1].paragraph != draft.paragraph)
    head = sentences[first]
    tokens = draft.view.tokens[head.first : head.last]
    if first == draft.sentence or not 1 < len(tokens) <= 3 or tokens[-1].text not in ".:":
        return None
    return " ".join(t.norm for t in tokens) if not any(t.is_number for t in tokens) else None


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
    if any(hit.first <= noun < hit.last for hit in draft.view.dates):
        return False  # «у червні до Литви»
    found = forms(tokens[noun].norm)
    return (
        found[0].pos == "NOUN"
        and "inan" in found[0].tags
        and not tokens[noun].is_capital
        and tokens[noun].norm not in _NEUTRAL
        and tokens[noun].norm not in captivity.places()
        and groups.nouns().get(tokens[noun].norm) is None
    )


def may_be(draft: Draft, place: Place, *cases: str) -> bool:
    found = forms(draft.view.tokens[place.last - 1].norm)
    found = [f for f in found if f.pos == "NOUN"] or found  # Мінську is no adjective
    return any(f.case in cases for f in found) or draft.view.tokens[place.first].text.isupper()


def in_clause(draft: Draft, place: Place) -> bool:
    return draft.clause.holds(place.first)
