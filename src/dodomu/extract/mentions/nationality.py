"""Whose citizens they are."""

from functools import cache

from dodomu.extract.mentions import groups
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.geography import may_be
from dodomu.extract.mentions.people import People
from dodomu.extract.mentions.reading import View
from dodomu.text.morphology import forms, lexeme

REACH = 7  # tokens to what else is said of a person behind a comma
_TAKE_BACK = ("отрим", "прийня", "забра", "поверн", "дочека")
MOST = 12  # mentions of one name looked at


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
    for at in range(max(0, people.first - 1), min(people.last + 1, draft.view.sentence.last)):
        if tokens[at].norm in ("своїх", "наших"):
            own = next(
                (
                    p
                    for p in draft.view.places
                    if p.kind == "state" and draft.clause.holds(p.first) and may_be(draft, p, "nomn")
                ),
                None,
            )
            if (
                own
                and tokens[at].norm == "своїх"
                and (any(t.norm.startswith("громадян") for t in tokens[at : people.last]) or _receives(draft))
            ):
                draft.put("nationality", [own.state], own.first, own.last, "own citizens")

    _exchanged_for(draft)
    _who_they_are(draft)
    _apposed(draft)


def _receives(draft: Draft) -> bool:
    """«Росія отримала 55 своїх військових»: whoever gets them, not whoever lets them go."""
    verb = draft.view.tokens[draft.trigger.verb].norm
    return draft.trigger.act == "doer" and verb.startswith(_TAKE_BACK) and draft.people.group != "people"


def _who_they_are(draft: Draft) -> None:
    """«двох заручників – американця та австралійця»: the nationality of those who are named after a dash."""
    people, view = draft.people, draft.view
    if "nationality" in draft.slots or people.last >= view.sentence.last or view.tokens[people.last].text not in "–—-:":
        return
    following = [
        p for p in view.people(draft.clause) if people.last < p.first <= people.last + 2 and p.nations and not p.sub
    ]
    if following:
        tokens, last = view.tokens, following[0]
        draft.slots["nationality"] = Slot(
            sorted(last.nations), ((tokens[last.first].start, tokens[last.last - 1].end),), "named after a dash"
        )


def _apposed(draft: Draft) -> None:
    """«звільнив ветерана батальйону, громадянина України Дениса Бойка»: one person told of twice."""
    people, view = draft.people, draft.view
    if "nationality" in draft.slots or not people.singular or people.pronoun:
        return
    for other in view.people(draft.clause):
        between = [view.tokens[at].text for at in range(people.last, other.first)]
        beside = people.last < other.first <= people.last + REACH and between.count(",") == 1
        if beside and between[-1] == "," and other.singular and other.nations and people.cases & other.cases:
            first, last = other.marks.get("nationality", (other.first, other.last))
            draft.put("nationality", list(other.nations), first, last, "named after a comma")
            return


def _exchanged_for(draft: Draft) -> None:
    """«обміняти своїх громадян на двох росіян»: both peoples."""
    mine = draft.slots.get("nationality")
    if draft.type != "exchange" or mine is None:
        return
    for people in draft.view.people(draft.clause):
        if people.before == "на" and people.nations and people.first >= draft.trigger.last:
            first, last = people.marks.get("nationality", (people.first, people.last))
            tokens = draft.view.tokens
            draft.slots["nationality"] = Slot(
                sorted({*mine.value, *people.nations}),
                (*mine.spans, (tokens[first].start, tokens[last - 1].end)),
                "both sides of the exchange",
            )


def _both_sides(draft: Draft) -> None:
    """«Росія і Литва можуть провести обмін громадянами»."""
    people = draft.people
    if (
        draft.type != "exchange"
        or draft.trigger.act != "noun"
        or not draft.view.tokens[people.first].norm.startswith("громадян")
    ):
        return
    sides = [
        p for p in draft.view.places if p.kind == "state" and draft.clause.holds(p.first) and may_be(draft, p, "nomn")
    ]
    if len(sides) == 2:
        tokens = draft.view.tokens
        draft.slots["nationality"] = Slot(
            sorted(p.state for p in sides),
            tuple((tokens[p.first].start, tokens[p.last - 1].end) for p in sides),
            "both sides of the exchange",
        )


def ours(drafts: list[Draft]) -> None:
    """«наших людей», «нашого громадянина» in an article written in Ukrainian."""
    for draft in drafts:
        people = draft.people
        if people is None or "nationality" in draft.slots or draft.view.reading.article.lang != "uk":
            continue
        tokens = draft.view.tokens
        last = min(people.last + bool(people.number), draft.view.sentence.last)  # «300 наших»
        at = next((at for at in range(max(0, people.first - 1), last) if tokens[at].norm in _our()), None)
        if at is not None and (people.explicit or at == people.last):
            draft.put("nationality", ["UA"], at, at + 1, "our own")


@cache
def _our() -> frozenset[str]:
    return lexeme("наш")


def by_name(drafts: list[Draft]) -> None:
    """«громадянина України Дениса Бойка» elsewhere in the article says whose citizen he is; of several, those of whom
    it is said speak for all.
    """
    for draft in drafts:
        if draft.people is None or "nationality" in draft.slots or not draft.people.names:
            continue
        said = [slot for name in draft.people.names if (slot := _called(draft, name.name))]
        if said and all(slot.value == said[0].value for slot in said):
            draft.slots["nationality"] = said[0]


def _called(draft: Draft, name: str) -> Slot | None:
    reading = draft.view.reading
    for mention in reading.standing.mentions_of(name)[:MOST]:
        view = reading.view(reading.sentence_of(mention.first).index)
        said = next(
            (
                p
                for p in view.people(view.clause_at(mention.first))
                if p.nations and (p.first <= mention.first < p.last or _is_one(view, mention.last, p))
            ),
            None,
        )
        if said is not None:
            first, last = said.marks.get("nationality", (said.first, said.last))
            span = (view.tokens[first].start, view.tokens[last - 1].end)
            return Slot(list(said.nations), (span,), "called so elsewhere")
    return None


def _is_one(view: View, last: int, people: People) -> bool:
    """«Остап Гнатюк – громадянин України»: behind the name and a dash."""
    return people.first == last + 1 and people.singular and view.tokens[last].text in "–—-" and "nomn" in people.cases


def same_person(drafts: list[Draft]) -> None:
    """«Мазура передали на поруки … повернення нашого громадянина»: where one person is freed, what one mention of him
    says holds for all.
    """
    of_one = [d for d in drafts if d.value("count") == 1]
    names = {n.name for d in of_one if d.people is not None for n in d.people.names}
    said = [d.slots["nationality"] for d in of_one if "nationality" in d.slots]
    if len(names) != 1 or not said or any(slot.value != said[0].value for slot in said):
        return
    for draft in of_one:
        draft.slots.setdefault("nationality", said[0]._replace(rule=f"the same person: {said[0].rule}"))


def same_noun(drafts: list[Draft]) -> None:
    """A noun that the article once qualified keeps it: «українських моряків … моряків обміняли»; a «громадянин»
    brought to a state is its own.
    """
    for draft in drafts:
        people = draft.people
        if people is None or "nationality" in draft.slots or not people.groups or people.names:
            continue
        head = draft.view.tokens[people.last - 1].norm
        if head.startswith("громадян") and draft.type in ("return", "release") and draft.value("destination"):
            draft.slots["nationality"] = draft.slots["destination"]._replace(
                value=[draft.value("destination")], rule="citizens brought home"
            )
            continue
        said = _qualified_before(draft, head) if people.number is None else None
        if said:
            draft.slots["nationality"] = said


def _qualified_before(draft: Draft, head: str) -> Slot | None:
    reading = draft.view.reading
    if groups.nouns().get(head) in (None, "people") and draft.value("group") in (None, "people"):
        return None
    said = reading.qualified.get(forms(head)[0].lemma)
    if said is None or said[1].first >= draft.people.first:
        return None
    token = said[0].tokens[said[1].first]
    return Slot([said[1].state], ((token.start, token.end),), "same noun before")
