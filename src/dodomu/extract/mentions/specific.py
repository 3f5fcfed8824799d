"""Which of two triggers of one thing is marked, what type it is in its company, and whose group is meant."""

from functools import cache

from dodomu import uk
from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.draft import Draft
from dodomu.text.morphology import lexeme

_WITHIN = frozenset(("межах", "рамках", "під", "ході", "результаті", "внаслідок", "шляхом", "через", "ході", "процесі", "час", "завдяки"))
_DASHES = frozenset("–—-")


@cache
def _others() -> frozenset[str]:
    return frozenset(uk.load("happening")["other"])


def type_of(draft: Draft) -> str:
    """Bodies of the dead make a return, a handing over or an exchange one of remains."""
    if draft.type in ("return", "exchange", "release"):
        if draft.people is not None and "remains" in draft.people.groups:
            return "remains_return"
    return draft.type


def _same_act(draft: Draft, other: Draft) -> bool:
    """A noun that only frames the predicate of its clause: «у межах обміну повернули 50 осіб»."""
    if draft is other or draft.trigger.act != "noun" or other.trigger.act == "noun" or not (draft.is_release and other.is_release):
        return False
    if draft.clause is not other.clause:
        return False
    view = draft.view
    before = {view.tokens[at].norm for at in range(max(view.sentence.first, draft.trigger.first - 5), draft.trigger.first)}
    return bool(before & _WITHIN)


def most_specific(drafts: list[Draft]) -> list[Draft]:
    """Leave out triggers that only frame another of their clause."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    return [d for d in drafts if not any(_same_act(d, other) for other in by_sentence[d.sentence])]


def is_other(draft: Draft) -> bool:
    """Told apart from what the article is about: «окремо», «ще 25», «раніше», «новий обмін», «нагадаємо»."""
    view = draft.view
    first = view.sentence.first
    opening = {view.tokens[at].norm for at in range(first, min(first + 3, view.sentence.last))}
    if opening & _others():
        return True
    before = {view.tokens[at].norm for at in range(max(first, draft.trigger.first - 2), draft.trigger.first)}
    return bool(before & frozenset(uk.load("happening")["new"]))


def read_group(draft: Draft) -> None:
    """The group that the people themselves say, refined by what explains them: «157 українців – військові та цивільні»."""
    people = draft.people
    if people is None or not people.groups:
        return
    first, last = people.marks.get("group", (people.first, people.last))
    group = people.group
    if group == "people":
        refined = _explained(draft)
        if refined:
            group, first, last = refined
    draft.put("group", group, first, last, "group of the people")


def _explained(draft: Draft) -> tuple[str, int, int] | None:
    """Who stands after a dash or colon behind the people, with no number greater than theirs."""
    view, people = draft.view, draft.people
    at = people.last
    if at >= view.sentence.last or not (view.tokens[at].text in _DASHES or view.tokens[at].text == ":"):
        return None
    following = [p for p in view.people(draft.clause) if at < p.first <= at + 3 and p.explicit and not p.sub]
    if following and following[0].group not in (None, "people"):
        return following[0].group, following[0].first, following[0].last
    return None


@cache
def _captives() -> frozenset[str]:
    return lexeme("полон") | lexeme("полонений") | lexeme("військовополонений")


def fill_groups(drafts: list[Draft]) -> None:
    """Where nothing says who they are: from where they were held, «обмін полоненими» military, else people."""
    for draft in drafts:
        mine = draft.value("group")
        if mine not in (None, "people"):
            continue
        found = _by_custody(draft)
        if found and (mine is None or draft.type in ("pardon", "release")):
            group, at = found
            draft.put("group", group, at, at + 1, "who is held there")
        elif mine is None:
            draft.put("group", "people", draft.trigger.first, draft.trigger.last, "nothing more is said")


def _by_custody(draft: Draft) -> tuple[str, int] | None:
    view, trigger = draft.view, draft.trigger
    if draft.type == "exchange":
        for at in range(trigger.first, trigger.last):
            if view.tokens[at].norm in _captives():
                return "military", at
        return None
    if draft.type == "pardon" and draft.value("group") is None:
        return "prisoners", trigger.first
    if draft.type not in ("release", "pardon"):
        return None
    custody = captivity.custody()
    for at in range(view.sentence.first, view.sentence.last):
        group = custody.get(view.tokens[at].norm)
        if group == "prisoners":
            return group, at
    return None


__all__ = ["fill_groups", "groups", "is_other", "most_specific", "read_group", "type_of"]
