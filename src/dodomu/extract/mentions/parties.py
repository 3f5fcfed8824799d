"""Who did it and thanks to whom: agents and mediators."""

from collections.abc import Callable
from functools import cache

from dodomu import uk
from dodomu.extract.mentions import places
from dodomu.extract.mentions.clauses import Clause, is_infinitive
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.reading import View
from dodomu.text.morphology import forms, lexeme
from dodomu.text.phrases import PhraseBook

REACH = 16


class Party(tuple):
    """(name or ISO code, first token, last token, cases)."""

    __slots__ = ()
    name = property(lambda self: self[0])
    first = property(lambda self: self[1])
    last = property(lambda self: self[2])
    cases = property(lambda self: self[3])


def _cases(view: View, first: int, last: int) -> frozenset[str]:
    """Cases on which the words of a name agree."""
    found = None
    for at in range(first, last):
        token = view.tokens[at]
        mine = frozenset(f.case for f in forms(token.norm) if f.case)
        if token.text.isupper() and len(token.text) > 1:
            mine = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))
        if mine:
            found = mine if found is None else (found & mine or found)
    return found or frozenset()


def parties(view: View) -> list[Party]:
    """Persons, bodies and states of a sentence that may act, in order; what is inside a longer name is left out."""
    found: list[Party] = []
    for name in view.names:
        if name.bare and (name.last - name.first > 1 or view.tokens[name.first].norm in _no_agents() or _is_ours(view, name.first)):
            continue
        found.append(Party((name.name, name.first, name.last, name.cases)))
    for place in view.places:
        if place.kind in ("state", "seat"):
            if not _modifies(view, place.first):
                found.append(Party((place.state, place.first, place.last, _cases(view, place.first, place.last))))
            elif _organ_before(view, place.first):
                found.append(Party((place.state, place.first - 1, place.last, _cases(view, place.first - 1, place.first))))
        elif place.kind == "leader" and place.last - place.first == 1 and not any(n.first <= place.last and place.first <= n.last for n in view.names):
            found.append(Party((_as_name(view, place), place.first, place.last, _cases(view, place.first, place.last))))
        elif place.kind == "adjective" and place.last < view.sentence.last and view.tokens[place.last].norm in places.organs():
            found.append(Party((place.state, place.first, place.last + 1, _cases(view, place.first, place.last + 1))))
    found += [Party((name, first, last, _cases(view, first, first + 1))) for first, last, name in view.reading.standing.heads_of_states(view.sentence.first, view.sentence.last)]
    found.sort(key=lambda p: (p.first, -p.last))
    kept: list[Party] = []
    for party in found:
        if kept and party.first < kept[-1].last:
            shorter_state = len(kept[-1].name) != 2 and len(party.name) == 2 and party.last - party.first >= kept[-1].last - kept[-1].first
            if shorter_state:
                kept[-1] = party
            continue
        kept.append(party)
    return kept


@cache
def _no_agents() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("parties")["no_agents"]))


def _is_ours(view: View, at: int) -> bool:
    """«наших розвідок»: no third party, and nobody by name."""
    return at > 0 and view.tokens[at - 1].norm in lexeme("наш") | lexeme("свій")


def _modifies(view: View, at: int) -> bool:
    """«президент України», «влада РФ»: the genitive of a state on a noun before it."""
    if at <= view.sentence.first:
        return False
    before, token = view.tokens[at - 1], view.tokens[at]
    if not before.is_word or not any(f.pos == "NOUN" for f in forms(before.norm)[:2]) or any(f.pos in ("PREP", "CONJ", "VERB") for f in forms(before.norm)[:1]):
        return False
    return token.text.isupper() or any(f.case == "gent" for f in forms(token.norm))


def _organ_before(view: View, at: int) -> bool:
    return view.tokens[at - 1].norm in places.organs()


def _nominative(view: View, clause: Clause) -> list[Party]:
    return [p for p in parties(view) if clause.holds(p.first) and "nomn" in p.cases and not _after_preposition(view, p)]


def _after_preposition(view: View, party: Party) -> bool:
    at = party.first - 1
    while at >= view.sentence.first and view.tokens[at].is_word and forms(view.tokens[at].norm)[0].pos == "ADJF":
        at -= 1
    return at >= view.sentence.first and forms(view.tokens[at].norm)[0].pos == "PREP"


def _agrees(view: View, verb: int, party: Party, several: bool) -> bool:
    """The past tense shows gender, the rest number."""
    reading = next((f for f in forms(view.tokens[verb].norm) if f.pos == "VERB"), None)
    if reading is None or is_infinitive(view.tokens[verb].norm) or "Impe" in reading.tags:
        return True
    if "1per" in reading.tags or "2per" in reading.tags:
        return False
    if reading.number == "plur":
        return several or _is_plural(view, party)
    gender = next((g for g in ("masc", "femn", "neut") if g in reading.tags), None)
    if gender is None or len(party.name) == 2 and party.last - party.first > 1:
        return not _is_plural(view, party)
    head = {g for at in range(party.first, party.last) for f in forms(view.tokens[at].norm) if f.case == "nomn" for g in ("masc", "femn", "neut") if g in f.tags}
    return gender in head or not head


def _is_plural(view: View, party: Party) -> bool:
    readings = [f for f in forms(view.tokens[party.first].norm) if f.case == "nomn"]
    return bool(readings) and all(f.number == "plur" for f in readings)


# -- agents


def subject(draft: Draft) -> list[Party]:
    """The nominative of the verb: «Мінськ відпустив», «Україна та Росія провели обмін»."""
    if draft.trigger.act != "doer" or draft.trigger.form != "finite":
        return []
    view = draft.view
    found = [p for p in _nominative(view, draft.clause) if not _is_people(draft, p)]
    return _row_of(view, found, draft.trigger.verb)


def _is_people(draft: Draft, party: Party) -> bool:
    people = draft.people
    return people is not None and people.first <= party.first < people.last


def _row_of(view: View, found: list[Party], verb: int) -> list[Party]:
    """The nearest that agrees with the verb, with what is joined to it by a conjunction."""
    near = sorted(found, key=lambda p: (p.first > verb, abs(p.first - verb)))
    for party in near:
        row = [p for p in found if p is party or _joined(view, party, p, found)]
        if _agrees(view, verb, party, len(row) > 1):
            return sorted(row, key=lambda p: p.first)
    return []


def _joined(view: View, party: Party, other: Party, found: list[Party]) -> bool:
    first, last = sorted((party, other), key=lambda p: p.first)
    between = [view.tokens[at].norm for at in range(first.last, last.first)]
    return bool(between) and all(w in ("і", "й", "та", ",") or _is_title(w) for w in between) and any(w in ("і", "й", "та") for w in between)


@cache
def _is_title(norm: str) -> bool:
    return any(f.pos in ("NOUN", "ADJF") for f in forms(norm)[:2]) and not any(f.pos == "VERB" for f in forms(norm)[:2])


def subject_before(draft: Draft) -> list[Party]:
    """A verb joined by a conjunction has the subject of the clause before: «звільнив з-під варти і відпустив під заставу»."""
    if draft.trigger.act != "doer" or draft.trigger.form not in ("finite", "infinitive") or draft.status == "called_for":
        return []
    view = draft.view
    at = view.clauses.index(draft.clause)
    before = view.clauses[at - 1] if at else None
    if before is None or not 0 < draft.clause.first - before.last <= 1 or view.tokens[before.last].norm not in ("і", "й", "та"):
        return []
    found = [p for p in _nominative(view, before)]
    return _row_of(view, found, draft.trigger.verb)


def subject_of_helper(draft: Draft) -> list[Party]:
    """The infinitive has the subject of its verb: «РФ відмовилася віддати», «Литва може обміняти»; a noun that of a verb that performs it."""
    view, trigger = draft.view, draft.trigger
    if trigger.form == "noun" and trigger.act == "noun":
        if draft.status == "called_for":
            return addressee(draft)
        verbs = [at for at in draft.clause.predicates if view.tokens[at].norm in _performs()]
        if not verbs or not _is_performed(draft):
            return []
        found = [p for p in _nominative(view, draft.clause)]
        if view.tokens[verbs[0]].norm in _agreeing():
            found = [p for p in found if draft.type == "exchange" or len(p.name) == 2]  # who agrees on it need not do it
        return _row_of(view, found, verbs[0])
    if trigger.form != "infinitive" or trigger.act != "doer":
        return []
    if draft.status == "called_for":
        return addressee(draft)
    verbs = [at for at in draft.clause.predicates if view.tokens[at].norm not in _impersonal()]
    if not verbs or view.tokens[verbs[-1]].norm in _set("helps"):
        return []
    return _row_of(view, [p for p in _nominative(view, draft.clause) if not _is_people(draft, p)], verbs[-1])


@cache
def _performs() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("parties")["performs"]))


@cache
def _agreeing() -> frozenset[str]:
    return lexeme("домовитися") | lexeme("домовлятися") | lexeme("погодитися") | lexeme("погоджуватися")


@cache
def _impersonal() -> frozenset[str]:
    return lexeme("вдатися") | lexeme("можна")


def _is_performed(draft: Draft) -> bool:
    """The noun is what the verb performs, or what is agreed on, not where or when it is done."""
    view, trigger = draft.view, draft.trigger
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 3), trigger.first)]
    return not set(before) & {"під", "після", "до", "напередодні", "внаслідок", "завдяки", "межах", "результатами"}


def addressee(draft: Draft) -> list[Party]:
    """Who is asked to do it: «закликав Росію повернути», «вимагає від Росії звільнити»."""
    view = draft.view
    before = [p for p in parties(view) if draft.clause.holds(p.first) and p.first < draft.trigger.first and not _is_people(draft, p)]
    for party in reversed(before):
        preceded = view.tokens[party.first - 1].norm if party.first > view.sentence.first else ""
        if preceded in ("від", "до") and "gent" in party.cases:
            return [party]
    verbs = [at for at in draft.clause.predicates if at < draft.trigger.first]
    for party in reversed(before):
        if verbs and verbs[-1] < party.first and not _after_preposition(view, party) and set(party.cases) & {"accs", "datv"}:
            return [party]
    for party in reversed(before):
        if not _after_preposition(view, party) and (set(party.cases) & {"accs", "datv"}) and ("nomn" not in party.cases or any(p is not party and "nomn" in p.cases for p in before)):
            return [party]
    return []


def instrument(draft: Draft) -> list[Party]:
    """«засуджених Вільнюсом», «звільнений судом»: the instrumental of who did it."""
    if draft.trigger.form not in ("participle", "impersonal"):
        return []
    view = draft.view
    return [p for p in parties(view) if draft.trigger.last <= p.first <= draft.trigger.last + 3 and "ablt" in p.cases and not _after_preposition(view, p)][:1]


def dropped(draft: Draft) -> list[Party]:
    """A verb that opens its sentence has the subject of the sentence before: «Суд задовольнив скаргу. Звільнив від покарання»."""
    view = draft.view
    if draft.trigger.act != "doer" or draft.trigger.form != "finite" or draft.trigger.first > view.sentence.first + 1 or not draft.sentence:
        return []
    reading = view.reading.sentences[draft.sentence - 1]
    if reading.paragraph != draft.paragraph:
        return []
    before = view.reading.view(draft.sentence - 1)
    for clause in before.clauses:
        row = [p for p in _nominative(before, clause) if _agrees_across(view, draft.trigger.verb, before, p)]
        if row and clause.predicates:
            return row[:1]
    return []


def _agrees_across(view: View, verb: int, before: View, party: Party) -> bool:
    reading = next((f for f in forms(view.tokens[verb].norm) if f.pos == "VERB"), None)
    return reading is not None and reading.number == "sing" and _agrees(before, verb, party, False)


AGENT_RULES: tuple[Callable[[Draft], list[Party]], ...] = (subject, subject_of_helper, subject_before, dropped, instrument)


def agents(draft: Draft) -> None:
    for rule in AGENT_RULES:
        found = rule(draft)
        if found:
            _fill(draft, "agents", found, rule.__name__)
            return


def _fill(draft: Draft, name: str, found: list[Party], rule: str, view: View | None = None) -> None:
    tokens = (view or draft.view).tokens
    values = list(dict.fromkeys(p.name for p in found))
    draft.slots[name] = Slot(values, tuple((tokens[p.first].start, tokens[p.last - 1].end) for p in found), rule)


# -- mediators


@cache
def _credits() -> PhraseBook:
    return PhraseBook(uk.load("mediators")["credits"].items())


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("mediators")[name]))


def credited(view: View) -> tuple[list[Party], str]:
    """Third parties whom a sentence credits, and the rule: «завдяки ролі США», «посередниками були США та ОАЕ», «вдячні Катару»."""
    all_parties = [*parties(view), *_persons_by_title(view), *_by_adjective(view), *_as_complements(view)]
    all_parties.sort(key=lambda p: p.first)
    for rule in (_by_credit, _as_mediators, _who_helped, _thanked):
        found = rule(view, all_parties)
        if found:
            return found, rule.__name__.lstrip("_").replace("_", " ")
    return [], ""


def _by_adjective(view: View) -> list[Party]:
    """«американськими партнерами», «роботі американської адміністрації»; «наших розвідок» is no one's name."""
    taken = {at for p in parties(view) for at in range(p.first, p.last)}
    return [Party((p.state, p.first, p.last, frozenset())) for p in view.places if p.kind == "adjective" and p.first not in taken and p.state != "UA"]


def _as_complements(view: View) -> list[Party]:
    """«ролі США», «державі Катар», «Папі Франциску»: what a title or a noun before it keeps from being a party by itself."""
    taken = {at for p in parties(view) for at in range(p.first, p.last)}
    found = []
    for place in view.places:
        if place.first in taken or place.kind not in ("state", "seat", "leader"):
            continue
        if place.kind == "leader" and (place.last - place.first > 1 or any(n.first <= place.last < n.last or n.first == place.last for n in view.names)):
            continue
        name = place.state if place.kind != "leader" else _as_name(view, place)
        if not any(view.tokens[at].norm in _heads() for at in range(max(view.sentence.first, place.first - 1), place.first)) or place.kind == "leader":
            found.append(Party((name, place.first, place.last, _cases(view, place.first, place.last))))
    return found


@cache
def _heads() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("parties")["heads"] + ["леді", "посол", "міністр", "посланник", "представник", "секретар"]))


def _as_name(view: View, place) -> str:
    token = view.tokens[place.last - 1]
    return forms(token.norm)[0].lemma.capitalize()


def _persons_by_title(view: View) -> list[Party]:
    """«першої леді», «понтифіка»: the person to whom the article gives that title."""
    return [Party((name, first, last, frozenset())) for first, last, name in view.reading.standing.titled(view.sentence.first, view.sentence.last)]


def _by_credit(view: View, found: list[Party]) -> list[Party]:
    """From the words of credit to the end of the clause."""
    credited: list[Party] = []
    for hit in _credits().find(view.tokens, view.sentence.first, view.sentence.last):
        if hit.first > view.sentence.first and view.tokens[hit.first - 1].norm in ("без",):
            continue
        end = min(hit.last + REACH, view.sentence.last)
        for at in range(hit.last, end):
            if view.tokens[at].text in ";:" or (at in _predicates(view) and at > hit.last) or view.tokens[at].text in "–—" or view.tokens[at].norm in ("який", "яка", "які", "що", "щоб"):
                end = at
                break
        case = hit.entry
        credited += [p for p in found if hit.first < p.first < end and p not in credited and p.name != "UA" and _in_case(view, p, case)]
    return list(dict.fromkeys(credited))


def _in_case(view: View, party: Party, case: str) -> bool:
    """In the case of the credit, in the genitive of what is credited, or after «з» («співпраці з партнерами»)."""
    if not party.cases or case in party.cases or "gent" in party.cases:
        return True
    return party.first > 0 and view.tokens[party.first - 1].norm in ("з", "із", "зі") and "ablt" in party.cases


def _predicates(view: View) -> frozenset[int]:
    return frozenset(at for clause in view.clauses for at in clause.predicates)


def _as_mediators(view: View, found: list[Party]) -> list[Party]:
    """«Посередниками виступили США та ОАЕ»."""
    norms = [view.tokens[at].norm for at in range(view.sentence.first, view.sentence.last)]
    if not any(n in _set("names") for n in norms) or "без" in norms:
        return []
    return [p for p in found if "nomn" in p.cases and p.name != "UA"]


def _who_helped(view: View, found: list[Party]) -> list[Party]:
    """«допомагали Катар і Меланія Трамп»."""
    for clause in view.clauses:
        verbs = [at for at in clause.predicates if view.tokens[at].norm in _set("helps")]
        if verbs:
            row = _row_of(view, [p for p in found if clause.holds(p.first) and "nomn" in p.cases and not _after_preposition(view, p) and p.name != "UA"], verbs[0])
            if row:
                return row
    return []


def _thanked(view: View, found: list[Party]) -> list[Party]:
    """«подякував Катару за посередництво», «ми вдячні Святому Престолу»."""
    for at in range(view.sentence.first, view.sentence.last):
        if view.tokens[at].norm not in _set("thanks"):
            continue
        clause = view.clause_at(at)
        row = [p for p in found if clause.holds(p.first) and at < p.first <= at + REACH and "datv" in p.cases and p.name != "UA"]
        if row:
            return row
    return []


def mediators(draft: Draft) -> None:
    """Those credited in the sentence of the mention; from its neighbours, `neighbours` in happening brings them."""
    found, rule = credited(draft.view)
    if found and not _only_agents(draft, found):
        _fill(draft, "mediators", found, rule)


def _only_agents(draft: Draft, found: list[Party]) -> bool:
    agents_of = draft.value("agents") or []
    return all(p.name in agents_of for p in found)
