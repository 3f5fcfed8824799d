"""Thanks to whom: third parties that a sentence credits."""

from functools import cache

from dodomu import uk
from dodomu.extract.mentions import captivity
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.parties import (
    Party,
    after_preposition,
    as_name,
    cases_of,
    fill_with,
    parties,
    row_of,
    words_that,
)
from dodomu.extract.mentions.reading import View
from dodomu.text.lists import enrolled
from dodomu.text.morphology import lexeme
from dodomu.text.phrases import PhraseBook

REACH = 16
NEAR = 6  # tokens from a verb to its subject behind an aside


@cache
def _credits() -> PhraseBook:
    return enrolled(PhraseBook(uk.load("mediators")["credits"].items()))


def credited(view: View) -> tuple[list[Party], str]:
    """Third parties whom a sentence credits, and the rule: «завдяки ролі США», «посередниками були США та ОАЕ»,
    «вдячні Катару».
    """
    all_parties = [*parties(view), *_persons_by_title(view), *_by_adjective(view), *_as_complements(view)]
    all_parties = _states_for_names(view, [p for p in all_parties if not _of_custody(view, p.first)])
    all_parties.sort(key=lambda p: p.first)
    for rule in (_by_credit, _as_mediators, _who_helped, _thanked):
        found = rule(view, all_parties)
        if found:
            return found, rule.__name__.lstrip("_").replace("_", " ")
    return [], ""


def _by_adjective(view: View) -> list[Party]:
    """«американськими партнерами», «роботі американської адміністрації»; «наших розвідок» is no one's name."""
    taken = {at for p in parties(view) for at in range(p.first, p.last)}
    return [
        Party((p.state, p.first, p.last, frozenset()))
        for p in view.places
        if p.kind == "adjective" and p.first not in taken and p.state != "UA" and not _of_custody(view, p.last)
    ]


def _of_custody(view: View, at: int) -> bool:
    """«з російського полону»: who held them is not credited."""
    held = captivity.places()
    return any(view.tokens[i].norm in held for i in range(at, min(at + 2, view.sentence.last)))


def _states_for_names(view: View, found: list[Party]) -> list[Party]:
    """«за посередництва Святого Престолу»: a state, however it is called."""
    states = {(p.first, p.last): p.state for p in view.places if p.kind in ("state", "seat")}
    return [Party((states.get((p.first, p.last), p.name), p.first, p.last, p.cases)) for p in found]


def _as_complements(view: View) -> list[Party]:
    """«ролі США», «державі Катар», «Папі Франциску»: what a title or a noun before it keeps from being a party by
    itself.
    """
    taken = {at for p in parties(view) for at in range(p.first, p.last)}
    found = []
    for place in view.places:
        if place.first in taken or place.kind not in ("state", "seat", "leader"):
            continue
        if place.kind == "leader" and (
            place.last - place.first > 1
            or any(n.first <= place.last < n.last or n.first == place.last for n in view.names)
        ):
            continue
        name = place.state if place.kind != "leader" else as_name(view, place)
        if (
            not any(
                view.tokens[at].norm in _heads() for at in range(max(view.sentence.first, place.first - 1), place.first)
            )
            or place.kind == "leader"
        ):
            found.append(Party((name, place.first, place.last, cases_of(view, place.first, place.last))))
    return found


@cache
def _heads() -> frozenset[str]:
    return frozenset().union(
        *(
            lexeme(w)
            for w in uk.load("parties")["heads"] + ["леді", "посол", "міністр", "посланник", "представник", "секретар"]
        )
    )


def _persons_by_title(view: View) -> list[Party]:
    """«першої леді», «понтифіка»: the person to whom the article gives that title."""
    return [
        Party((name, first, last, frozenset()))
        for first, last, name in view.reading.standing.titled(view.sentence.first, view.sentence.last)
    ]


def _by_credit(view: View, found: list[Party]) -> list[Party]:
    """From the words of credit to the end of the clause."""
    credited: list[Party] = []
    for hit in view.doc.find(_credits(), view.sentence.first, view.sentence.last):
        if hit.first > view.sentence.first and view.tokens[hit.first - 1].norm in ("без",):
            continue
        end = min(hit.last + REACH, view.sentence.last)
        for at in range(hit.last, end):
            if (
                view.tokens[at].text in ";:"
                or (at in _predicates(view) and at > hit.last)
                or view.tokens[at].text in "–—"
                or view.tokens[at].norm in ("який", "яка", "які", "що", "щоб")
            ):
                end = at
                break
        case = hit.entry
        credited += [
            p
            for p in found
            if hit.first < p.first < end and p not in credited and p.name != "UA" and _in_case(view, p, case)
        ]
    return list(dict.fromkeys(credited))


def _in_case(view: View, party: Party, case: str) -> bool:
    """In the case of the credit, in the genitive of what is credited, or after «з» («співпраці з партнерами»)."""
    before = view.tokens[party.first - 1].norm if party.first else ""
    if before in ("з", "із", "зі", "до", "від", "у", "в", "на") and "ablt" not in party.cases and party.cases:
        return False
    if not party.cases or case in party.cases or "gent" in party.cases:
        return True
    return party.first > 0 and view.tokens[party.first - 1].norm in ("з", "із", "зі") and "ablt" in party.cases


def _predicates(view: View) -> frozenset[int]:
    return frozenset(at for clause in view.clauses for at in clause.predicates)


def _as_mediators(view: View, found: list[Party]) -> list[Party]:
    """«Посередниками виступили США та ОАЕ»."""
    for clause in view.clauses:
        at = next((at for at in clause.indexes() if view.tokens[at].norm in words_that("names")), None)
        if at is None or "без" in view.norms(clause):
            continue
        named = [p for p in found if clause.holds(p.first) and p.name != "UA"]
        coming = [p for p in named if view.tokens[p.first - 1].norm in ("з", "із", "зі") and 0 < p.first - at <= 2]
        if row := coming or [p for p in named if "nomn" in p.cases]:
            return row
    return []


def _who_helped(view: View, found: list[Party]) -> list[Party]:
    """«допомагали Катар і Меланія Трамп»."""
    for clause in view.clauses:
        verbs = [at for at in clause.predicates if view.tokens[at].norm in words_that("helps")]
        if verbs:
            row = row_of(
                view,
                [
                    p
                    for p in found
                    if clause.holds(p.first) and "nomn" in p.cases and not after_preposition(view, p) and p.name != "UA"
                ],
                verbs[0],
            )
            row = row or [p for p in found if verbs[0] < p.first <= verbs[0] + NEAR and _set_apart(view, p)][:1]
            if row:
                return row
    return []


def _set_apart(view: View, party: Party) -> bool:
    """«Сприяв, як вказано, Червоний Хрест»: the subject behind an aside."""
    own = "nomn" in party.cases and not after_preposition(view, party)
    return own and party.name != "UA" and view.tokens[party.first - 1].text == ","


def _thanked(view: View, found: list[Party]) -> list[Party]:
    """«подякував Катару за посередництво», «ми вдячні Святому Престолу»."""
    for at in range(view.sentence.first, view.sentence.last):
        if view.tokens[at].norm not in words_that("thanks"):
            continue
        clause = view.clause_at(at)
        row = [
            p
            for p in found
            if clause.holds(p.first) and at < p.first <= at + REACH and "datv" in p.cases and p.name != "UA"
        ]
        if row:
            return row
    return []


def mediators(draft: Draft) -> None:
    """Those credited in the sentence of the mention; from its neighbours, `neighbours` in happening brings them."""
    found, rule = credited(draft.view)
    if found and not _only_agents(draft, found) and not _of_another_clause(draft, found):
        fill_with(draft, "mediators", found, rule)


def _of_another_clause(draft: Draft, found: list[Party]) -> bool:
    """«за посередництва Туреччини вивезли, а торік вони прилетіли»: what «а» sets apart has its own credit."""
    opposed = draft.view.tokens[draft.clause.first].norm in ("а", "але", "проте")
    return opposed and not any(draft.clause.holds(p.first) or p.first > draft.clause.last for p in found)


def _only_agents(draft: Draft, found: list[Party]) -> bool:
    agents_of = draft.value("agents") or []
    return all(p.name in agents_of for p in found)
