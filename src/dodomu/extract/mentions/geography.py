"""Whose they are, from where and to where: nationality, origin, destination of what a trigger says."""

from collections.abc import Callable

from dodomu.extract.mentions import captivity, groups, places
from dodomu.extract.mentions.clauses import PARTICIPLE, Clause
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.places import Place
from dodomu.text.morphology import forms, lexeme

_FROM = frozenset(("з", "із", "зі", "з-під", "від"))
_NEUTRAL = frozenset(("шляхом", "рейсом", "літаком", "автобусом", "потягом", "ранку", "вечора", "ночі", "року", "тижня", "числа", "додому", "полону"))
_OUT_OF = frozenset(("з", "із", "зі", "з-під"))
_TO = frozenset(("до", "в", "у", "на"))
_IN = frozenset(("в", "у", "на"))
_STATES = ("state", "seat", "place", "held")


def _before(draft: Draft, at: int, reach: int = 4) -> str:
    """The preposition before a place, adjectives between them passed over."""
    tokens = draft.view.tokens
    for i in range(at - 1, max(draft.view.sentence.first, at - reach) - 1, -1):
        token = tokens[i]
        if token.norm in _FROM or token.norm in _TO:
            return token.norm
        if not token.is_word or not any(f.pos in ("ADJF", "NOUN", "NUMR") for f in forms(token.norm)[:3]):
            return ""
    return ""


def _of_a_thing(draft: Draft, at: int) -> bool:
    """«перемовин зі США», «візиту до Мінська»: the place belongs to a noun before its preposition that is neither the trigger nor people."""
    tokens = draft.view.tokens
    at -= 1
    while at > draft.view.sentence.first and not (tokens[at].norm in _FROM or tokens[at].norm in _TO):
        at -= 1
    noun = at - 1
    if noun < draft.view.sentence.first or draft.trigger.first <= noun < draft.trigger.last:
        return False
    if draft.people is not None and draft.people.first <= noun < draft.people.last:
        return False
    found = forms(tokens[noun].norm)
    return found[0].pos == "NOUN" and "inan" in found[0].tags and not tokens[noun].is_capital and tokens[noun].norm not in _NEUTRAL and groups.nouns().get(tokens[noun].norm) is None


def _case(draft: Draft, place: Place, *cases: str) -> bool:
    return any(f.case in cases for f in forms(draft.view.tokens[place.last - 1].norm)) or draft.view.tokens[place.first].text.isupper()


# -- nationality


def nationality(draft: Draft) -> None:
    """From adjectives and nouns of the people themselves: «українців», «громадян України», «білоруські політв'язні»."""
    people = draft.people
    if people is None:
        return
    if people.nations:
        first, last = people.marks.get("nationality", (people.first, people.last))
        draft.put("nationality", sorted(people.nations), first, last, "nationality of the people")
        _exchanged_for(draft)
        return
    _both_sides(draft)
    tokens = draft.view.tokens
    for at in range(people.first, people.last):
        if tokens[at].norm in ("своїх", "наших"):
            own = next((p for p in draft.view.places if p.kind == "state" and draft.clause.holds(p.first) and _case(draft, p, "nomn")), None)
            if own and tokens[at].norm == "своїх" and any(t.norm.startswith("громадян") for t in tokens[at : people.last]):
                draft.put("nationality", [own.state], own.first, own.last, "own citizens")


    _exchanged_for(draft)
    _who_they_are(draft)


def _who_they_are(draft: Draft) -> None:
    """«двох заручників – американця Кінга та австралійця Вікса»: the nationality of those who are named after a dash."""
    people, view = draft.people, draft.view
    if "nationality" in draft.slots or people.last >= view.sentence.last or view.tokens[people.last].text not in "–—-:":
        return
    following = [p for p in view.people(draft.clause) if people.last < p.first <= people.last + 2 and p.nations and not p.sub]
    if following:
        tokens, last = view.tokens, following[0]
        draft.slots["nationality"] = Slot(sorted(last.nations), ((tokens[last.first].start, tokens[last.last - 1].end),), "named after a dash")


def _exchanged_for(draft: Draft) -> None:
    """«обміняти своїх громадян на двох росіян»: both peoples."""
    mine = draft.slots.get("nationality")
    if draft.type != "exchange" or mine is None:
        return
    for people in draft.view.people(draft.clause):
        if people.before == "на" and people.nations and people.first >= draft.trigger.last:
            first, last = people.marks.get("nationality", (people.first, people.last))
            tokens = draft.view.tokens
            draft.slots["nationality"] = Slot(sorted({*mine.value, *people.nations}), (*mine.spans, (tokens[first].start, tokens[last - 1].end)), "both sides of the exchange")


def _both_sides(draft: Draft) -> None:
    """«Росія і Литва можуть провести обмін громадянами»."""
    people = draft.people
    if draft.type != "exchange" or draft.trigger.act != "noun" or not draft.view.tokens[people.first].norm.startswith("громадян"):
        return
    sides = [p for p in draft.view.places if p.kind == "state" and draft.clause.holds(p.first) and _case(draft, p, "nomn")]
    if len(sides) == 2:
        tokens = draft.view.tokens
        draft.slots["nationality"] = Slot(sorted(p.state for p in sides), tuple((tokens[p.first].start, tokens[p.last - 1].end) for p in sides), "both sides of the exchange")


def same_noun(drafts: list[Draft]) -> None:
    """A noun that the article once qualified keeps it: «українських моряків … моряків обміняли»; a «громадянин» brought to a state is its own."""
    for draft in drafts:
        people = draft.people
        if people is None or "nationality" in draft.slots or not people.groups or people.names:
            continue
        head = draft.view.tokens[people.last - 1].norm
        if head.startswith("громадян") and draft.type in ("return", "release") and draft.value("destination"):
            draft.slots["nationality"] = draft.slots["destination"]._replace(value=[draft.value("destination")], rule="citizens brought home")
            continue
        said = _qualified_before(draft, head) if people.number is None else None
        if said:
            draft.slots["nationality"] = said


def _qualified_before(draft: Draft, head: str) -> Slot | None:
    reading = draft.view.reading
    if groups.nouns().get(head) in (None, "people"):
        return None
    said = reading.qualified.get(forms(head)[0].lemma)
    if said is None or said[1].first >= draft.people.first:
        return None
    token = said[0].tokens[said[1].first]
    return Slot([said[1].state], ((token.start, token.end),), "same noun before")


# -- origin


def custody_place(draft: Draft) -> tuple[str, int, int] | None:
    """«з російського полону», «з білоруської в'язниці»."""
    tokens = draft.view.tokens
    held = captivity.places()
    for place in draft.view.places:
        if place.kind not in ("adjective", "state", "held") or not _belongs(draft, place):
            continue
        near = range(place.last, min(place.last + 3, draft.view.sentence.last)) if place.kind != "state" else range(max(draft.view.sentence.first, place.first - 2), place.first)
        custody = next((at for at in near if tokens[at].norm in held), None)
        if custody is not None and (place.kind != "state" or _case(draft, place, "gent")):
            first, last = min(place.first, custody), max(place.last, custody + 1)
            return place.state, first, last
    return None


def custody_at(draft: Draft) -> tuple[str, int, int] | None:
    """«з колонії під Гомелем», «із СІЗО в Таганрозі»."""
    tokens, held = draft.view.tokens, captivity.places()
    for place in draft.view.places:
        if place.kind in ("place", "seat", "state", "held") and _belongs(draft, place):
            near = range(max(draft.view.sentence.first, place.first - 3), place.first)
            at = next((at for at in near if tokens[at].norm in held), None)
            if at is not None and not any(tokens[i].norm in ("до", ",", "і", "та") for i in range(at + 1, place.first)):
                return place.state, at, place.last
    return None


def from_place(draft: Draft) -> tuple[str, int, int] | None:
    """«з Білорусі», «із Росії», «з тимчасово окупованих територій»."""
    for place in draft.view.places:
        from_whom = _FROM if draft.trigger.needs == "remains" else _OUT_OF
        if place.kind in _STATES and _belongs(draft, place) and _before(draft, place.first) in from_whom and not _of_a_thing(draft, place.first) and _case(draft, place, "gent"):
            return place.state, place.first, place.last
    for place in draft.view.places:
        if place.kind == "held" and _belongs(draft, place) and draft.view.tokens[place.first].norm.startswith(("окуп", "тимчас")):
            return place.state, place.first, place.last
    return None


def who_held_them(draft: Draft) -> tuple[str, int, int] | None:
    """The relative clause on the people: «цивільних, які перебували в Білорусі», «яких утримувала Росія»; two states are no one origin."""
    view = draft.view
    if draft.people is None:
        return None
    for clause in view.clauses:
        if clause is draft.clause or not _tells_holding(draft, clause) or not clause.opener.startswith(("як", "котр", PARTICIPLE)) or not 0 <= clause.first - draft.people.last <= 2:
            continue
        found = [p for p in view.places if clause.holds(p.first) and p.kind in ("state", "seat", "held")]
        states = {p.state for p in found}
        draft.two_origins = len(states) > 1
        if len(states) == 1:
            return found[0].state, found[0].first, found[0].last
    return None


def _tells_holding(draft: Draft, clause: Clause) -> bool:
    return any(n in captivity.words() or n in captivity.holding() for n in draft.view.norms(clause))


def who_frees(draft: Draft) -> tuple[str, int, int] | None:
    """Who pardons and lets go has them in custody: «Лукашенко помилував», «Мінськ відпустив», «Росія передала»."""
    if draft.type == "exchange" or draft.trigger.act == "noun" and draft.type not in ("pardon", "release"):
        return None
    agent = draft.slots.get("agents")
    if not agent or draft.type not in ("pardon", "release", "return", "remains_return"):
        return None
    gives_back = draft.view.tokens[draft.trigger.verb].norm.startswith(("поверн", "поверт")) and "UA" not in agent.value and not any(
        draft.view.tokens[at].norm == "своїх" for at in draft.clause.indexes()
    )
    freeing = gives_back or draft.type in ("pardon", "release") or draft.view.tokens[draft.trigger.verb].norm.startswith(("перед", "відда", "відпу", "вида", "депорт"))
    if not freeing or draft.status not in ("occurred", "ongoing", "planned", "called_for", "denied"):
        return None
    states = {state for name in agent.value if (state := _state_of_agent(draft, name))}
    draft.two_origins = draft.two_origins or len(states) > 1
    if len(states) == 1:
        start, end = agent.spans[0]
        return states.pop(), draft.view.doc.token_at(start), draft.view.doc.token_at(end - 1) + 1
    return None


def _state_of_agent(draft: Draft, name: str) -> str | None:
    """The state for which an agent acts: itself, a leader's, or the one named beside him («президент Литви»)."""
    if len(name) == 2 and name.isupper() and name in places.names():
        return name
    found = draft.view.reading.standing.state_of(name)
    if found == "UA" and draft.type == "release" and draft.trigger.act == "doer" and draft.people is not None and draft.people.group in ("military",):
        return None
    return found


ORIGIN_RULES: tuple[Callable[[Draft], tuple[str, int, int] | None], ...] = (custody_place, custody_at, from_place, who_held_them, who_frees)


def _belongs(draft: Draft, place: Place) -> bool:
    return draft.clause.holds(place.first)


def origin(draft: Draft) -> None:
    if draft.type == "exchange" and draft.trigger.act == "noun":
        return
    freed = draft.type in ("pardon", "release")
    for rule in (who_frees, *ORIGIN_RULES) if freed else ORIGIN_RULES:
        found = rule(draft)
        if found:
            state, first, last = found
            if state and _two_states(draft, rule, state):
                return
            if state:
                draft.put("origin", state, first, last, rule.__name__)
            return


def _two_states(draft: Draft, rule: Callable, state: str) -> bool:
    """Held by two states: none can be told. The occupied part of one and its occupier are one."""
    if rule is not from_place:
        return False
    others = {p.state for p in draft.view.places if p.kind in _STATES and _belongs(draft, p) and _before(draft, p.first) in ("з", "із", "зі")}
    return len(others - {state}) > 0


# -- destination


def to_place(draft: Draft) -> tuple[str, int, int] | None:
    """«в Україну», «до Вільнюса», «на підконтрольну Україні територію»."""
    return _to_place(draft, draft.clause.holds)


def _to_place(draft: Draft, holds: Callable[[int], bool]) -> tuple[str, int, int] | None:
    view = draft.view
    for place in view.places:
        if place.kind not in ("state", "seat", "place") or not holds(place.first):
            continue
        before = _before(draft, place.first)
        if _of_a_thing(draft, place.first):
            continue
        if before == "до" and _case(draft, place, "gent") or before in ("в", "у", "на") and _case(draft, place, "accs") and not _case_only(draft, place, "loct"):
            return place.state, place.first, place.last
        if before in ("в", "у") and view.tokens[draft.trigger.verb].norm.startswith(("опини", "прибу", "зустрі")):
            return place.state, place.first, place.last
        if before == "на" and any(t.norm.startswith(("підконтрольн", "територі")) for t in view.tokens[max(0, place.first - 2) : place.last + 1]):
            return place.state, place.first, place.last
    return None


def _case_only(draft: Draft, place: Place, case: str) -> bool:
    found = {f.case for f in forms(draft.view.tokens[place.last - 1].norm) if f.case}
    return case in found and "accs" not in found


def handed_to(draft: Draft) -> tuple[str, int, int] | None:
    """«передали Україні», «видати Литві»: the dative of a state."""
    if draft.trigger.act not in ("doer", "passive", "noun") or draft.type not in ("return", "remains_return"):
        return None
    for place in draft.view.places:
        if place.kind in ("state", "seat") and _belongs(draft, place) and _case(draft, place, "datv") and abs(place.first - draft.trigger.verb) <= 4 and not _case(draft, place, "nomn", "gent"):
            return place.state, place.first, place.last
    if draft.view.tokens[draft.trigger.verb].norm.startswith(("переда", "відда", "вида", "поверн")):
        for place in draft.view.places:
            if place.kind == "state" and place.first == draft.trigger.last and any(f.case == "datv" for f in forms(draft.view.tokens[place.first].norm)):
                return place.state, place.first, place.last
    return None


def home(draft: Draft) -> tuple[str, int, int] | None:
    """«додому», «на батьківщину» in the sentence: the home of those who return."""
    view = draft.view
    colon = next((at for at in range(draft.trigger.last, view.sentence.last) if view.tokens[at].text == ":"), view.sentence.last)
    for at in range(view.sentence.first, colon):
        if view.tokens[at].norm in captivity.home() and view.tokens[at].norm not in ("дім", "рідний", "рідні", "рідних", "рідним"):
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
    if draft.type not in ("return", "remains_return") or draft.trigger.act != "doer" or not draft.view.tokens[draft.trigger.verb].norm.startswith(("поверн", "поверт", "забра", "забир", "репатр", "отрим", "одерж", "прийня")):
        return None
    agent = draft.slots.get("agents")
    taking = draft.view.tokens[draft.trigger.verb].norm.startswith(("забра", "забир", "отрим", "одерж", "прийня"))
    if agent and (agent.value == ["UA"] or taking and len(agent.value) == 1 and agent.value[0] in places.names()):
        start, end = agent.spans[0]
        return agent.value[0], draft.view.doc.token_at(start), draft.view.doc.token_at(end - 1) + 1
    return None


DESTINATION_RULES: tuple[Callable[[Draft], tuple[str, int, int] | None], ...] = (to_place, handed_to, bringer, home)


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
