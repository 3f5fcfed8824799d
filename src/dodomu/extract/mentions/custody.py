"""In whose custody people were, where their own sentence does not say: from the rest of the article.

`RULES` is the order of what is believed; each looks at the whole article and only ever names a state that the article
names.
"""

from collections.abc import Callable, Sequence
from functools import cache

from dodomu.extract.mentions import captivity
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.places import Place
from dodomu.extract.mentions.reading import View
from dodomu.text.morphology import forms, lexeme

MOST = 50  # captives looked at
Said = tuple[str, int, int, View]  # state, tokens from and to, where they stand


def _slot(said: Said, rule: str) -> Slot:
    state, first, last, view = said
    return Slot(state, ((view.tokens[first].start, view.tokens[last - 1].end),), rule)


def said_beside(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """«в російському полоні» in the sentence, or the one before or after it."""
    reading = draft.view.reading
    held = captivity.places()
    for at in (draft.sentence, draft.sentence + 1, draft.sentence - 1):
        if not 0 <= at < len(reading.sentences):
            continue
        view = reading.view(at)
        for place in view.places:
            near = view.tokens[place.last : min(place.last + 2, view.sentence.last)]
            if place.kind == "adjective" and any(t.norm in held for t in near):
                return place.state, place.first, place.last, view
    return None


def headed(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """«Лівія. У понеділок суд відпустив …»: the state that stands alone at the head of the paragraph."""
    if draft.type not in ("release", "pardon"):
        return None
    sentences = draft.view.reading.sentences
    first = next(i for i in range(draft.sentence, -1, -1) if i == 0 or sentences[i - 1].paragraph != draft.paragraph)
    view = draft.view.reading.view(first)
    place = view.places[0] if view.places else None
    if first == draft.sentence or place is None or place.first != view.sentence.first:
        return None
    return (place.state, place.first, place.last, view) if view.sentence.last - place.last <= 1 else None


def there(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """«Мінськ торгується. У грудні там помилували 123»: where the sentence before was."""
    if draft.type not in ("release", "pardon") or not draft.sentence or draft.value("agents"):
        return None
    if not any(draft.view.tokens[at].norm == "там" for at in draft.clause.indexes()):
        return None
    view = draft.view.reading.view(draft.sentence - 1)
    place = next((p for p in view.places if p.kind in ("state", "seat", "place")), None)
    return (place.state, place.first, place.last, view) if place else None


def _custodian(draft: Draft) -> Said | None:
    """The state that seized or sentenced: its court, its troops, the place «в Польщі», «в окупованому Криму»."""
    view = draft.view
    agent = draft.slots.get("agents")
    if agent and len(agent.value[0]) == 2 and agent.value[0].isupper():
        start, end = agent.spans[0]
        return agent.value[0], view.doc.token_at(start), view.doc.token_at(end - 1) + 1, view
    seizing = view.tokens[draft.trigger.verb].norm.startswith(("викра", "захоп", "схоп", "полон"))
    for place in view.places:
        if not draft.clause.holds(place.first):
            continue
        if place.kind == "national" and any(f.case == "nomn" for f in forms(view.tokens[place.first].norm)):
            return place.state, place.first, place.last, view
        if place.kind == "national" and place.first == draft.trigger.last and _instrumental(view, place):
            return place.state, place.first, place.last, view  # «викрадених росіянами»
        if seizing and place.state == "UA":
            continue  # where captives of a war are taken is not who takes them
        if place.kind in ("adjective", "state") and _is_organ(view, place):
            return place.state, place.first, place.last, view
        if (
            place.kind in ("state", "held", "place", "seat")
            and view.tokens[place.first - 1].norm in ("в", "у", "окупованому", "на")
            and _locative(view, place)
        ):
            return place.state, place.first, place.last, view
    return None


@cache
def _organs() -> frozenset[str]:
    return frozenset().union(
        *(
            lexeme(w)
            for w in (
                "суд",
                "військовий",
                "силовик",
                "спецслужба",
                "фсб",
                "слідство",
                "прокуратура",
                "окупант",
                "влада",
                "поліція",
                "військо",
                "прикордонник",
            )
        )
    )


def _is_organ(view: View, place: Place) -> bool:
    beside = (place.last,) if place.kind == "adjective" else (place.first - 1, place.last)
    return any(view.sentence.first <= at < view.sentence.last and view.tokens[at].norm in _organs() for at in beside)


def _instrumental(view: View, place: Place) -> bool:
    return any(f.case == "ablt" for f in forms(view.tokens[place.first].norm))


def _locative(view: View, place: Place) -> bool:
    token = view.tokens[place.last - 1]
    return token.text.isupper() or any(f.case == "loct" for f in forms(token.norm))


def who_seized(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """Who detained or sentenced, if the article names one state only."""
    found = [said for d in drafts if d.type in ("detention", "conviction") and (said := _custodian(d))]
    states = {said[0] for said in found} - set(draft.value("nationality") or [])
    return next((said for said in found if said[0] in states), None) if len(states) == 1 else None


def whose_captives(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """«політв'язні Кремля», «бранці Росії» anywhere in the article."""
    reading = draft.view.reading
    for at in reading.captives[:MOST]:
        view = reading.view(reading.sentence_of(at).index)
        for place in view.places:
            if (
                place.kind in ("state", "seat")
                and at < place.first <= at + 3
                and any(f.case == "gent" for f in forms(view.tokens[place.first].norm))
                and not any(
                    view.tokens[i].text == "," or view.tokens[i].norm in ("з", "із", "в", "у", "до")
                    for i in range(at + 1, place.first)
                )
            ):
                return place.state, place.first, place.last, view
    return None


def other_side(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """Of the two sides of an exchange the one to which the people do not belong."""
    home = _home_of(draft)
    if home is None:
        return None
    found: list[Said] = []
    for other in drafts:
        slot = other.slots.get("agents")
        if slot is None or other.type not in ("exchange", "agreement", "return", "remains_return", "release"):
            continue
        for name, (start, end) in zip(slot.value, slot.spans, strict=False):
            if len(name) == 2 and name.isupper() and name != home:
                found.append((name, other.view.doc.token_at(start), other.view.doc.token_at(end - 1) + 1, other.view))
    states = {said[0] for said in found}
    return found[0] if len(states) == 1 else None


def adversary(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """The other state that the article speaks of most, where captives of war are returned by exchange."""
    home = _home_of(draft)
    exchanged = draft.type in ("exchange", "remains_return") or any(
        t.norm.startswith("обмін") for t in draft.view.tokens[draft.view.sentence.first : draft.view.sentence.last]
    )
    if home is None or not (exchanged or draft.value("group") == "military"):
        return None
    if draft.status == "called_for" and "count" not in draft.slots:
        return None
    ranked = [row for row in draft.view.reading.states_by_frequency if row[0] != home][:2]
    if not ranked or ranked[0][1] < 2 or len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    state, _, view, place = ranked[0]
    return state, place.first, place.last, view


def _home_of(draft: Draft) -> str | None:
    """To which state the people belong, as far as it is told."""
    nations = draft.value("nationality") or []
    if len(nations) == 1:
        return nations[0]
    if draft.value("destination"):
        return draft.value("destination")
    agents = [a for a in draft.value("agents") or [] if a == "UA"]
    return (
        "UA"
        if agents or draft.value("group") in ("military", "remains") and draft.view.reading.article.lang == "uk"
        else None
    )


def domestic(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """Released by the justice of the country for which the article is written, where no other state is spoken of."""
    if draft.type != "release" or draft.value("group") != "prisoners" or draft.view.reading.article.lang != "uk":
        return None
    agent = draft.slots.get("agents")
    if agent and any(word.endswith("суд") for word in agent.value[0].casefold().split()):
        start, end = agent.spans[0]
        return "UA", draft.view.doc.token_at(start), draft.view.doc.token_at(end - 1) + 1, draft.view
    spoken_of = draft.view.reading.states_by_frequency
    if len(spoken_of) != 1 or spoken_of[0][0] != "UA":
        return None
    _, _, view, place = spoken_of[0]
    return "UA", place.first, place.last, view


def said_near(draft: Draft, drafts: Sequence[Draft]) -> Said | None:
    """What is told of custody at the head of the paragraph or beside the mention."""
    return headed(draft, drafts) or there(draft, drafts) or said_beside(draft, drafts)


RULES: tuple[Callable[[Draft, Sequence[Draft]], Said | None], ...] = (
    headed,
    there,
    said_beside,
    who_seized,
    other_side,
    whose_captives,
    adversary,
    domestic,
)


def infer(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Fill the origin by the first rule that tells it."""
    for rule in RULES:
        said = rule(draft, drafts)
        own = (
            said is not None
            and said[0] in (draft.value("nationality") or [])
            and draft.value("group") not in ("prisoners", "political_prisoners")
        )
        if said and not own and said[0] != draft.value("destination"):
            draft.slots["origin"] = _slot(said, f"custody: {rule.__name__}")
            return
