"""Persons, bodies and states of a sentence that may act, and which of them agree with a verb."""

from functools import cache, lru_cache

from dodomu import uk
from dodomu.extract.mentions import places
from dodomu.extract.mentions.clauses import Clause, is_infinitive
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.reading import View
from dodomu.text.morphology import forms, lexeme


class Party(tuple):
    """(name or ISO code, first token, last token, cases)."""

    __slots__ = ()
    name = property(lambda self: self[0])
    first = property(lambda self: self[1])
    last = property(lambda self: self[2])
    cases = property(lambda self: self[3])


def cases_of(view: View, first: int, last: int) -> frozenset[str]:
    """Cases on which the words of a name agree."""
    found = None
    for at in range(first, last):
        token = view.tokens[at]
        mine = frozenset(f.case for f in forms(token.norm) if f.case)
        if token.norm in places.indeclinable() or token.text.isupper() and len(token.text) > 1:
            mine = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))
        if mine:
            found = mine if found is None else (found & mine or found)
    return found or frozenset()


def parties(view: View) -> list[Party]:
    """Persons, bodies and states of a sentence that may act, in order; what is inside a longer name is left out."""
    if view.parties is None:
        view.parties = _parties(view)
    return view.parties


def _parties(view: View) -> list[Party]:
    found: list[Party] = []
    for name in view.names:
        if name.bare and (
            name.last - name.first > 1 or view.tokens[name.first].norm in _no_agents() or _is_ours(view, name.first)
        ):
            continue
        found.append(Party((name.name, name.first, name.last, name.cases)))
    for place in view.places:
        if place.kind in ("state", "seat"):
            if not _modifies(view, place.first):
                found.append(Party((place.state, place.first, place.last, cases_of(view, place.first, place.last))))
            elif _organ_before(view, place.first):
                found.append(
                    Party((place.state, place.first - 1, place.last, cases_of(view, place.first - 1, place.first)))
                )
        elif place.kind == "nobody" and _is_named(view, place.first) and not _modifies(view, place.first):
            text = " ".join(t.text for t in view.tokens[place.first : place.last])
            found.append(Party((text, place.first, place.last, cases_of(view, place.first, place.last))))
        elif (
            place.kind == "leader"
            and place.last - place.first == 1
            and not any(n.first <= place.last and place.first <= n.last for n in view.names)
        ):
            found.append(
                Party((as_name(view, place), place.first, place.last, cases_of(view, place.first, place.last)))
            )
        elif (
            place.kind == "adjective"
            and place.last < view.sentence.last
            and view.tokens[place.last].norm in places.organs()
        ):
            found.append(Party((place.state, place.first, place.last + 1, cases_of(view, place.first, place.last + 1))))
    found += [
        Party((name, first, last, cases_of(view, first, first + 1)))
        for first, last, name in view.reading.standing.heads_of_states(view.sentence.first, view.sentence.last)
    ]
    found += [
        Party((name, first, last, cases_of(view, first, last)))
        for first, last, name in view.reading.standing.heads(view.sentence.first, view.sentence.last)
    ]
    found = [p for p in found if p.name.strip() and ";" not in p.name]
    found.sort(key=lambda p: (p.first, -p.last))
    kept: list[Party] = []
    for party in found:
        if kept and party.first < kept[-1].last:
            shorter_state = (
                len(kept[-1].name) != 2
                and len(party.name) == 2
                and party.last - party.first >= kept[-1].last - kept[-1].first
            )
            if shorter_state:
                kept[-1] = party
            continue
        kept.append(party)
    return kept


def _is_named(view: View, at: int) -> bool:
    """«ХАМАС», «Талібан»; «Бойовики» at the head of a sentence is a common noun."""
    token = view.tokens[at]
    return token.text.isupper() or token.is_capital and at > view.sentence.first


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
    if (
        not before.is_word
        or not any(f.pos == "NOUN" for f in forms(before.norm)[:2])
        or any(f.pos in ("PREP", "CONJ", "VERB") for f in forms(before.norm)[:1])
    ):
        return False
    read = forms(token.norm)
    if read[0].case == "nomn" and len(lexeme(read[0].lemma)) > 1:
        return False  # «Київ» is no genitive of «Кий»
    return token.text.isupper() or any(f.case == "gent" for f in read)


def _organ_before(view: View, at: int) -> bool:
    return view.tokens[at - 1].norm in places.organs()


def nominative(view: View, clause: Clause) -> list[Party]:
    return [p for p in parties(view) if clause.holds(p.first) and "nomn" in p.cases and not after_preposition(view, p)]


def after_preposition(view: View, party: Party) -> bool:
    at = party.first - 1
    while at >= view.sentence.first and view.tokens[at].is_word and forms(view.tokens[at].norm)[0].pos == "ADJF":
        at -= 1
    return at >= view.sentence.first and forms(view.tokens[at].norm)[0].pos == "PREP"


def agrees(view: View, verb: int, party: Party, several: bool) -> bool:
    """The past tense shows gender, the rest number."""
    reading = next((f for f in forms(view.tokens[verb].norm) if f.pos == "VERB"), None)
    if reading is None or is_infinitive(view.tokens[verb].norm) or "Impe" in reading.tags:
        return True
    if "1per" in reading.tags or "2per" in reading.tags:
        return False
    if reading.number == "plur":
        return several or _is_plural(view, party)
    gender = next((g for g in ("masc", "femn", "neut") if g in reading.tags), None)
    fixed = view.tokens[party.first].norm in places.indeclinable()
    if gender is None or len(party.name) == 2 and (fixed or party.last - party.first > 1):
        return not _is_plural(view, party)
    head = {
        g
        for at in range(party.first, party.last)
        for f in forms(view.tokens[at].norm)
        if f.case == "nomn"
        for g in ("masc", "femn", "neut")
        if g in f.tags
    }
    return gender in head or not head


def _is_plural(view: View, party: Party) -> bool:
    readings = [f for f in forms(view.tokens[party.first].norm) if f.case == "nomn"]
    return bool(readings) and all(f.number == "plur" for f in readings)


def fill_with(draft: Draft, name: str, found: list[Party], rule: str, view: View | None = None) -> None:
    tokens = (view or draft.view).tokens
    values = list(dict.fromkeys(p.name for p in found))
    draft.slots[name] = Slot(values, tuple((tokens[p.first].start, tokens[p.last - 1].end) for p in found), rule)


@cache
def _by_adjective() -> dict[str, str]:
    return {
        form: state for state, words in uk.load("places")["adjectives"].items() for w in words for form in lexeme(w)
    }


@lru_cache(maxsize=50_000)
def states_of(norm: str) -> tuple[str, ...]:
    """States that an adjective names, a compound both: «білорусько-російські».

    >>> states_of("білорусько-російські"), states_of("спільні")
    (('BY', 'RU'), ())
    """
    parts = norm.replace("‑", "-").split("-")
    read = [f"{part}ий" if part.endswith("к") else f"{part[:-1]}ий" for part in parts[:-1]] + parts[-1:]
    found = tuple(_by_adjective()[part] for part in read if part in _by_adjective())
    return found if len(found) == len(parts) else ()


def as_name(view: View, place) -> str:
    token = view.tokens[place.last - 1]
    return forms(token.norm)[0].lemma.capitalize()


def row_of(view: View, found: list[Party], verb: int) -> list[Party]:
    """The nearest that agrees with the verb, with what is joined to it by a conjunction."""
    near = sorted(found, key=lambda p: (p.first > verb, abs(p.first - verb)))
    for party in near:
        row = [p for p in found if p is party or _joined(view, party, p, found)]
        if agrees(view, verb, party, len(row) > 1):
            return sorted(row, key=lambda p: p.first)
    return []


def _joined(view: View, party: Party, other: Party, found: list[Party]) -> bool:
    first, last = sorted((party, other), key=lambda p: p.first)
    between = [view.tokens[at].norm for at in range(first.last, last.first)]
    return (
        bool(between)
        and all(w in ("і", "й", "та", ",") or _is_title(w) for w in between)
        and any(w in ("і", "й", "та") for w in between)
    )


@lru_cache(maxsize=50_000)
def _is_title(norm: str) -> bool:
    return any(f.pos in ("NOUN", "ADJF") for f in forms(norm)[:2]) and not any(f.pos == "VERB" for f in forms(norm)[:2])


@cache
def words_that(name: str) -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("mediators")[name]))
