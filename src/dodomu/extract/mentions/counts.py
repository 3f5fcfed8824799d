"""How many: from the people whom a trigger concerns, or from numbers of its clause that count people and nothing
else.
"""

from collections.abc import Callable

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.numerals import Number, digits
from dodomu.extract.mentions.people import PRONOUNS, People
from dodomu.models.vocabulary import RELEASE_FAMILY

OF_PEOPLE = (*RELEASE_FAMILY, "detention", "conviction")


def of_people(draft: Draft) -> People | None:
    """The number that stands with the people themselves."""
    people = draft.people
    return people if people is not None and people.number is not None else None


def versus(draft: Draft) -> People | None:
    """«185 на 185», «за формулою "6000 на 6000"»: the number of one side."""
    if draft.type not in ("exchange", "remains_return", "return", "release"):
        return None
    view, tokens = draft.view, draft.view.tokens
    for at in range(view.sentence.first, view.sentence.last - 2):
        if tokens[at].is_number and tokens[at + 1].norm == "на" and tokens[at + 2].is_number:
            left, right = digits(tokens[at]), digits(tokens[at + 2])
            if (
                left
                and left == right
                and left == int(left)
                and (draft.people is None or draft.people.number is None and not draft.people.singular)
                and draft.clause.holds(at)
                and not _nearer_trigger(draft, at)
            ):
                return People(
                    at, at + 3, frozenset(), number=Number(at, at + 3, int(left), "exact", int(left), int(left))
                )
    return None


def _nearer_trigger(draft: Draft, at: int) -> bool:
    """Another event of the clause stands between this one and the number: «обмін хворих, а також репатріацію тіл за
    формулою …».
    """
    return any(
        draft.trigger.last <= t.first < at and draft.clause.holds(t.first)
        for t in draft.view.reading.triggers_within(draft.trigger.last, at)
    )


def in_clause(draft: Draft) -> People | None:
    """A number of people in the clause, where the trigger has no people of its own: «Повернути вдалося 1859»."""
    if draft.people is not None and (draft.people.number or draft.people.singular):
        return None
    if draft.trigger.act == "noun":
        return None
    found = [
        p
        for p in draft.view.people(draft.clause)
        if p.number is not None and not p.before and not p.sub and ("nomn" in p.cases or "accs" in p.cases)
    ]
    return min(found, key=lambda p: abs(p.first - draft.trigger.verb), default=None)


def one_person(draft: Draft) -> People | None:
    """A person who is named, or one who is spoken of in the singular."""
    people = draft.people
    if people is None or people.number is not None:
        return None
    if (
        people.names
        and len(people.names) == 1
        and people.singular
        or (people.singular and people.pronoun not in ("кожного", "кожен"))
    ):
        return people
    return None


def several_named(draft: Draft) -> People | None:
    """«Генріха Околотовича та Анджея Юхневича»; an exchange list gives no count."""
    people = draft.people
    if (
        people is None
        or people.number is not None
        or len(people.names) < 2
        or draft.type == "exchange"
        and draft.trigger.act == "noun"
    ):
        return None
    return people


def both(draft: Draft) -> People | None:
    """«помилував обох»."""
    people = draft.people
    return people if people is not None and people.number is None and PRONOUNS.get(people.pronoun) == 2 else None


def it_is_about(draft: Draft) -> People | None:
    """«Обмін готують до Різдва. Ідеться про 500 військовополонених»: the sentence after tells of how many."""
    view = draft.view
    at = draft.sentence + 1
    if draft.people is not None and (draft.people.number or draft.people.singular) or at >= len(view.reading.sentences):
        return None
    after = view.reading.view(at)
    first = after.sentence.first
    if after.tokens[first].norm not in ("ідеться", "йдеться") or after.tokens[first + 1].norm != "про":
        return None
    return next((p for p in after.people(after.clause_at(first)) if p.number and p.before == "про"), None)


RULES: tuple[Callable[[Draft], People | None], ...] = (
    of_people,
    versus,
    in_clause,
    one_person,
    several_named,
    both,
    it_is_about,
)


def read_count(draft: Draft) -> None:
    """Fill count, its qualifier and bounds, by the first rule that finds a number."""
    if draft.type not in OF_PEOPLE:
        return
    for rule in RULES:
        people = rule(draft)
        if people is None:
            continue
        number = people.number
        if number is None:
            value = 2 if rule is both else max(1, len(people.names))
            number = Number(people.first, people.last, value, "exact", value, value)
            if draft.type == "exchange" and draft.trigger.act == "noun" and not people.pronoun:
                return
        draft.count_bounds = (number.low, number.high)
        if number.value is not None:
            first = people.first if rule in (one_person, several_named, both) else number.first
            draft.put("count", number.value, first, max(number.last, first + 1), rule.__name__)
            draft.put("count_qualifier", number.qualifier, first, max(number.last, first + 1), rule.__name__)
        if rule is in_clause and draft.people is None:
            draft.people = people
        return
