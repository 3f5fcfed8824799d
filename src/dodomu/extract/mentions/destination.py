"""To which state they come."""

from collections.abc import Callable

from dodomu.extract.mentions import captivity, places, subjects
from dodomu.extract.mentions.clauses import is_infinitive
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.geography import in_clause, may_be, of_a_thing, preposition_of
from dodomu.extract.mentions.places import Place
from dodomu.text.morphology import forms

_IN = frozenset(("в", "у", "на"))


def to_place(draft: Draft) -> tuple[str, int, int] | None:
    """«в Україну», «до Вільнюса», «на підконтрольну Україні територію»."""
    return _to_place(draft, draft.clause.holds)


def _to_place(draft: Draft, holds: Callable[[int], bool]) -> tuple[str, int, int] | None:
    view = draft.view
    for place in view.places:
        if place.kind not in ("state", "seat", "place") or not holds(place.first):
            continue
        before = preposition_of(draft, place.first)
        if of_a_thing(draft, place.first) or _of_another_verb(draft, place):
            continue
        if (
            before == "до"
            and may_be(draft, place, "gent")
            or before in ("в", "у", "на")
            and may_be(draft, place, "accs")
            and not _case_only(draft, place, "loct")
        ):
            return place.state, place.first, place.last
        if before in ("в", "у") and view.tokens[draft.trigger.verb].norm.startswith(("опини", "прибу", "зустрі")):
            return place.state, place.first, place.last
        if before == "на" and any(
            t.norm.startswith(("підконтрольн", "територі"))
            for t in view.tokens[max(0, place.first - 2) : place.last + 1]
        ):
            return place.state, place.first, place.last
    return None


def _of_another_verb(draft: Draft, place: Place) -> bool:
    """«звільнили під зобов'язання з'явитися до Росії»: where somebody is to go later."""
    tokens = draft.view.tokens
    return any(is_infinitive(tokens[at].norm) for at in range(draft.trigger.last, place.first))


def _case_only(draft: Draft, place: Place, case: str) -> bool:
    read = forms(draft.view.tokens[place.last - 1].norm)
    found = {f.case for f in [f for f in read if f.pos == "NOUN"] or read if f.case}
    return case in found and "accs" not in found


def handed_to(draft: Draft) -> tuple[str, int, int] | None:
    """«передали Україні», «видати Литві»: the dative of a state."""
    if draft.trigger.act not in ("doer", "passive", "noun") or draft.type not in ("return", "remains_return"):
        return None
    for place in draft.view.places:
        if (
            place.kind in ("state", "seat")
            and in_clause(draft, place)
            and may_be(draft, place, "datv")
            and abs(place.first - draft.trigger.verb) <= 4
            and not may_be(draft, place, "nomn", "gent")
        ):
            return place.state, place.first, place.last
    if draft.view.tokens[draft.trigger.verb].norm.startswith(("переда", "відда", "вида", "поверн")):
        for place in draft.view.places:
            if place.kind == "adjective" and in_clause(draft, place) and _is_side_in_dative(draft, place):
                return place.state, place.first, place.last + 1
        for place in draft.view.places:
            if (
                place.kind == "state"
                and place.first == draft.trigger.last
                and any(f.case == "datv" for f in forms(draft.view.tokens[place.first].norm))
            ):
                return place.state, place.first, place.last
    return None


def _is_side_in_dative(draft: Draft, place: Place) -> bool:
    """«передали українській стороні»."""
    view = draft.view
    if place.last >= view.sentence.last or view.tokens[place.last].norm not in places.organs():
        return False
    return all(
        any(f.case == "datv" for f in forms(view.tokens[at].norm)) for at in (place.first, place.last)
    ) and not any(f.case == "gent" and preposition_of(draft, place.first) for f in forms(view.tokens[place.first].norm))


def to_us(draft: Draft) -> tuple[str, int, int] | None:
    """«нам віддали двох», «на підконтрольну територію»: to the country for which the article is written."""
    view = draft.view
    if view.reading.article.lang != "uk" or draft.type not in ("return", "remains_return"):
        return None
    handed = draft.view.tokens[draft.trigger.verb].norm.startswith(("переда", "відда", "вида", "поверн"))
    for at in draft.clause.indexes():
        norm = view.tokens[at].norm
        if handed and norm == "нам":
            return "UA", at, at + 1
        if norm == "підконтрольну" and view.tokens[at - 1].norm == "на":
            return "UA", at, at + 1
    return None


def over_the_border(draft: Draft) -> tuple[str, int, int] | None:
    """«перетнули литовський кордон»."""
    view = draft.view
    if not view.tokens[draft.trigger.verb].norm.startswith(("перет", "перейш")):
        return None
    for place in view.places:
        if place.kind == "adjective" and in_clause(draft, place) and view.tokens[place.last].norm == "кордон":
            return place.state, place.first, place.last + 1
    return None


def home(draft: Draft) -> tuple[str, int, int] | None:
    """«додому», «на батьківщину» in the sentence: the home of those who return."""
    view = draft.view
    colon = next(
        (at for at in range(draft.trigger.last, view.sentence.last) if view.tokens[at].text == ":"), view.sentence.last
    )
    for at in range(view.sentence.first, colon):
        if view.tokens[at].norm in captivity.home() and view.tokens[at].norm not in (
            "дім",
            "рідний",
            "рідні",
            "рідних",
            "рідним",
        ):
            state = _homeland(draft)
            if state:
                return state, at, at + 1
    return None


def _homeland(draft: Draft) -> str | None:
    nations = draft.value("nationality")
    if nations:
        return nations[0] if len(nations) == 1 else None
    return "UA" if draft.view.reading.article.lang == "uk" else None


def bringer(draft: Draft) -> tuple[str, int, int] | None:
    """«Україна повернула 75 людей»: a state that brings people back brings them to itself."""
    if (
        draft.type not in ("return", "remains_return")
        or draft.trigger.act != "doer"
        or not draft.view.tokens[draft.trigger.verb].norm.startswith(
            ("поверн", "поверт", "забра", "забир", "репатр", "отрим", "одерж", "прийня")
        )
    ):
        return None
    if subjects.receives(draft):
        taker = [p for p in subjects.receiver(draft) if p.name in places.names()]
        return (taker[0].name, taker[0].first, taker[0].last) if len(taker) == 1 else None
    agent = draft.slots.get("agents")
    taking = draft.view.tokens[draft.trigger.verb].norm.startswith(("забра", "забир", "отрим", "одерж", "прийня"))
    if agent and (agent.value == ["UA"] or taking and len(agent.value) == 1 and agent.value[0] in places.names()):
        start, end = agent.spans[0]
        return agent.value[0], draft.view.doc.token_at(start), draft.view.doc.token_at(end - 1) + 1
    return None


DESTINATION_RULES: tuple[Callable[[Draft], tuple[str, int, int] | None], ...] = (
    to_place,
    handed_to,
    to_us,
    over_the_border,
    bringer,
    home,
)


def destination(draft: Draft) -> None:
    if draft.type not in ("release", "return", "remains_return", "exchange"):
        return
    two_way = draft.type == "exchange" and draft.trigger.act == "noun"
    for rule in (home,) if two_way else DESTINATION_RULES:
        found = rule(draft)
        if found:
            state, first, last = found
            if state == draft.value("origin"):
                continue
            draft.put("destination", state, first, last, rule.__name__)
            return
