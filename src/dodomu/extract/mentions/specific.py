"""Which of two triggers of one thing is marked, what type it is in its company, and whose group is meant."""

from functools import cache
from itertools import pairwise

from dodomu import uk
from dodomu.extract.mentions import captivity, groups, homeward_traps
from dodomu.extract.mentions.draft import Draft
from dodomu.text.morphology import forms, lexeme

_WITHIN = frozenset(
    (
        "межах",
        "межами",
        "рамках",
        "під",
        "ході",
        "результаті",
        "внаслідок",
        "шляхом",
        "через",
        "ході",
        "процесі",
        "час",
        "завдяки",
        "день",
    )
)


@cache
def _others() -> frozenset[str]:
    return frozenset(uk.load("happening")["other"])


def type_of(draft: Draft) -> str:
    """Bodies of the dead make a return, a handing over or an exchange one of remains; «кинули за ґрати на 12 років»
    is a sentence.
    """
    view, trigger = draft.view, draft.trigger
    if (
        draft.type == "detention"
        and view.tokens[trigger.last - 1].norm in ("ґрати", "гратами", "ґратами", "грати")
        and any(view.tokens[at].norm in lexeme("рік") for at in draft.clause.indexes())
    ):
        return "conviction"
    if homeward_traps.is_seizure(draft):
        return "detention"
    if _is_house_arrest(draft):
        return "release" if view.reading.tells_of_detention else "detention"
    if draft.type == "return" and trigger.act == "noun" and draft.people is None and _remains_just_before(draft):
        return "remains_return"
    if draft.type == "return" and trigger.act == "doer" and _hands_over_the_dead(draft):
        return "remains_return"
    dead = draft.people is not None and "remains" in draft.people.groups
    return "remains_return" if dead and draft.type in ("return", "exchange", "release") else draft.type


def _is_house_arrest(draft: Draft) -> bool:
    """«застосував домашній арешт», «відправив під домашній арешт»; whoever is moved or let go there was held."""
    view, trigger = draft.view, draft.trigger
    if draft.type not in ("release", "detention") or view.tokens[trigger.verb].norm in _moves():
        return False
    norms = [view.tokens[at].norm for at in range(trigger.first, trigger.last)]
    return any(a.startswith("домашн") and b.startswith("арешт") for a, b in pairwise(norms))


@cache
def _moves() -> frozenset[str]:
    return frozenset().union(
        *(lexeme(w) for w in ("відпустити", "відпускати", "випустити", "перевести", "замінити", "змінити"))
    )


def _hands_over_the_dead(draft: Draft) -> bool:
    """«передати одна одній тіла»: the dead right behind the verb, before anybody else."""
    last = draft.trigger.last
    return any(
        "remains" in p.groups and "accs" in p.cases and not p.before and last <= p.first <= last + 3
        for p in draft.view.people(draft.clause)
    )


def _remains_just_before(draft: Draft) -> bool:
    """«… репатріацію тіл. Дати репатріації узгоджено не було»."""
    view, trigger = draft.view, draft.trigger
    mine = lexeme(forms(view.tokens[trigger.first].norm)[0].lemma)
    nouns = groups.nouns()
    if view.tokens[trigger.first].norm.startswith(("переда", "поверн")) and _speaks_of_the_dead(draft):
        return True
    if any(nouns.get(t.norm) == "remains" for t in view.tokens[trigger.last : view.sentence.last]):
        return view.tokens[trigger.first].norm.startswith("репатріац")
    first = view.doc.token_at(view.doc.paragraphs[draft.paragraph][0])
    return any(
        view.tokens[at].norm in mine and nouns.get(view.tokens[at + 1].norm) == "remains"
        for at in range(max(first, trigger.first - 120), trigger.first)
    )


def _speaks_of_the_dead(draft: Draft) -> bool:
    """The dead, and no captives, in this sentence and the two before."""
    view, reading, nouns = draft.view, draft.view.reading, groups.nouns()
    first = reading.sentences[max(0, draft.sentence - 2)].first
    norms = [t.norm for t in view.tokens[first : view.sentence.last]]
    captives = captivity.words()
    return any(nouns.get(n) == "remains" for n in norms) and not any(n in captives for n in norms)


def _same_act(draft: Draft, other: Draft) -> bool:
    """A noun that only frames the predicate of its clause: «у межах обміну повернули 50 осіб»."""
    if (
        draft is other
        or draft.trigger.act != "noun"
        or other.trigger.act == "noun"
        or not (draft.is_release and other.is_release)
    ):
        return False
    if draft.clause is not other.clause:
        return False
    view = draft.view
    before = {
        view.tokens[at].norm for at in range(max(view.sentence.first, draft.trigger.first - 5), draft.trigger.first)
    }
    return bool(before & _WITHIN)


def _repatriations(drafts: list[Draft]) -> None:
    """A bare «репатріація» is of the dead where the article tells of theirs."""
    if not any(d.type == "remains_return" for d in drafts):
        return
    for draft in drafts:
        if (
            draft.type == "return"
            and draft.people is None
            and draft.view.tokens[draft.trigger.first].norm.startswith("репатріац")
        ):
            draft.type = "remains_return"


def most_specific(drafts: list[Draft]) -> list[Draft]:
    """Leave out triggers that only frame another of their clause."""
    _repatriations(drafts)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    return [
        d for d in drafts if not any(_same_act(d, other) or _said_twice(d, other) for other in by_sentence[d.sentence])
    ]


def _said_twice(draft: Draft, other: Draft) -> bool:
    """«звільнив з-під варти голову і відпустив його під заставу»: the second verb of one act, with a pronoun for whom
    the first names.
    """
    if draft.type == other.type == "negotiation" and other.trigger.first < draft.trigger.first:
        words = {draft.view.tokens[d.trigger.verb].norm for d in (draft, other)}
        return draft.trigger.form == "finite" and len(words) == 1  # «ми не обговоримо …, ми не обговоримо …»
    if (
        draft.type != other.type
        or draft.trigger.act != "doer"
        or other.trigger.act != "doer"
        or other.trigger.first >= draft.trigger.first
    ):
        return False
    people = draft.people
    return (
        other.clause is not draft.clause
        and (people is None or bool(people.pronoun))
        and draft.clause.first - other.clause.last <= 1
        and not draft.clause.opener
    )


def is_other(draft: Draft) -> bool:
    """Told apart from what the article is about: «окремо», «ще 25», «раніше», «новий обмін», «нагадаємо»."""
    view = draft.view
    first = view.sentence.first
    opening = {view.tokens[at].norm for at in range(first, min(first + 3, view.sentence.last))}
    if opening & _others():
        return True
    before = {view.tokens[at].norm for at in range(max(first, draft.trigger.first - 2), draft.trigger.first)}
    if before & frozenset(uk.load("happening")["other_than"]):
        return True
    return draft.status not in ("occurred", "ongoing") and bool(before & frozenset(uk.load("happening")["new"]))


__all__ = ["groups", "is_other", "most_specific", "type_of"]
