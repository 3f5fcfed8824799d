"""In whose custody they were, as their own sentence tells."""

from collections.abc import Callable
from itertools import pairwise

from dodomu.extract.mentions import captivity, places
from dodomu.extract.mentions.clauses import PARTICIPLE, Clause
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.geography import FROM, in_clause, may_be, of_a_thing, preposition_of
from dodomu.text.morphology import lexeme

_OUT_OF = frozenset(("з", "із", "зі", "з-під"))


_STATES = ("state", "seat", "place", "held")


def custody_place(draft: Draft) -> tuple[str, int, int] | None:
    """«з російського полону», «з білоруської в'язниці»."""
    tokens = draft.view.tokens
    held = captivity.places()
    for place in draft.view.places:
        if place.kind not in ("adjective", "state", "held") or not in_clause(draft, place):
            continue
        near = (
            range(place.last, min(place.last + 3, draft.view.sentence.last))
            if place.kind != "state"
            else range(max(draft.view.sentence.first, place.first - 2), place.first)
        )
        custody = next((at for at in near if tokens[at].norm in held), None)
        if custody is not None and (place.kind != "state" or may_be(draft, place, "gent")):
            first, last = min(place.first, custody), max(place.last, custody + 1)
            return place.state, first, last
    return None


def custody_at(draft: Draft) -> tuple[str, int, int] | None:
    """«з колонії під Гомелем», «із СІЗО в Таганрозі»."""
    tokens, held = draft.view.tokens, captivity.places()
    for place in draft.view.places:
        if place.kind in ("place", "seat", "state", "held") and in_clause(draft, place):
            near = range(max(draft.view.sentence.first, place.first - 3), place.first)
            at = next((at for at in near if tokens[at].norm in held), None)
            if at is not None and not any(tokens[i].norm in ("до", ",", "і", "та") for i in range(at + 1, place.first)):
                return place.state, at, place.last
    return None


def from_place(draft: Draft) -> tuple[str, int, int] | None:
    """«з Білорусі», «із Росії», «з тимчасово окупованих територій»."""
    for place in draft.view.places:
        from_whom = FROM if draft.trigger.needs == "remains" else _OUT_OF
        if (
            place.kind in _STATES
            and in_clause(draft, place)
            and preposition_of(draft, place.first) in from_whom
            and not of_a_thing(draft, place.first)
            and may_be(draft, place, "gent")
        ):
            return place.state, place.first, place.last
    for place in draft.view.places:
        if (
            place.kind == "held"
            and in_clause(draft, place)
            and draft.view.tokens[place.first].norm.startswith(("окуп", "тимчас"))
        ):
            return place.state, place.first, place.last
    return None


def who_held_them(draft: Draft) -> tuple[str, int, int] | None:
    """The relative clause on the people: «цивільних, які перебували в Білорусі», «яких утримувала Росія»; two states
    are no one origin.
    """
    view = draft.view
    if draft.people is None:
        return None
    for clause in view.clauses:
        if (
            clause is draft.clause
            or not _tells_holding(draft, clause)
            or not clause.opener.startswith(("як", "котр", PARTICIPLE))
            or not 0 <= clause.first - draft.people.last <= 2
        ):
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
    gives_back = (
        draft.view.tokens[draft.trigger.verb].norm.startswith(("поверн", "поверт"))
        and "UA" not in agent.value
        and not any(draft.view.tokens[at].norm in ("своїх", "наших", "нашого") for at in draft.clause.indexes())
    )
    freeing = (
        gives_back
        or draft.type in ("pardon", "release")
        or draft.view.tokens[draft.trigger.verb].norm.startswith(("перед", "відда", "відпу", "вида", "депорт"))
    )
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
    if (
        found == "UA"
        and draft.type == "release"
        and draft.trigger.act == "doer"
        and draft.people is not None
        and draft.people.group in ("military",)
    ):
        return None
    return found


ORIGIN_RULES: tuple[Callable[[Draft], tuple[str, int, int] | None], ...] = (
    custody_place,
    custody_at,
    from_place,
    who_held_them,
    who_frees,
)


def _between_two(draft: Draft) -> bool:
    """«звільнення заручників між Києвом і бойовиками»."""
    tokens, trigger = draft.view.tokens, draft.trigger
    return trigger.act == "noun" and any(
        tokens[at].norm == "між" for at in draft.clause.indexes() if trigger.last <= at < trigger.last + 5
    )


def of_both_sides(draft: Draft) -> bool:
    """«обміняти двох литовців на двох росіян», «сторони обміняли полонених», «передати одна одній тіла»: they leave two
    custodies.
    """
    own = [draft.view.tokens[at].norm for at in draft.clause.indexes()]
    if any(a in _ONE and b in _ONE for a, b in pairwise(own)):
        return True
    nationality = draft.slots.get("nationality")
    if draft.type != "exchange":
        return False
    by_sides = (
        draft.trigger.act == "doer" and "сторони" in own and draft.people is not None and not draft.people.nations
    )
    return by_sides or nationality is not None and len(nationality.value) > 1


_ONE = lexeme("один") | lexeme("одна")


def origin(draft: Draft) -> None:
    if draft.type == "exchange" and draft.trigger.act == "noun":
        return
    if _between_two(draft):
        draft.two_origins = True
    if draft.two_origins or of_both_sides(draft):
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
    others = {
        p.state
        for p in draft.view.places
        if p.kind in _STATES
        and in_clause(draft, p)
        and preposition_of(draft, p.first) in ("з", "із", "зі")
        and not draft.view.tokens[p.first - 1].norm.startswith("окуп")
    }
    return len(others - {state}) > 0
