"""Which mentions of an article tell of one happening.

The release, the exchange and the return of the same people on one occasion are one; mentions whose numbers, dates,
people or
origins differ are never joined. What is then shared is told in `sharing`.
"""

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.likeness import AHEAD, Happening, fits, today, weak
from dodomu.extract.mentions.origin import of_both_sides


def _part_and_whole(draft: Draft, happening: Happening) -> bool:
    """Those counted apart («Крім них, …») are not the whole of which nothing is counted."""
    parts = any(d.part_of_whole for d in happening.drafts)
    if draft.part_of_whole:
        return not parts and happening.first("count") is None
    return parts and "count" not in draft.slots


def mark_parts(drafts: list[Draft]) -> None:
    """«Повернулися 146 захисників. Крім них, віддали вісьмох цивільних»: neither is the whole, which is mixed."""
    for before, draft in zip(drafts, drafts[1:], strict=False):
        tokens = draft.view.tokens[draft.view.sentence.first : draft.view.sentence.first + 2]
        if [t.norm for t in tokens][:1] not in (["крім"], ["окрім"], ["опріч"]) or tokens[-1].norm not in _THEM:
            continue
        counted = "count" in before.slots and "count" in draft.slots
        if counted and draft.sentence - before.sentence == 1 and before.value("group") != draft.value("group"):
            before.part_of_whole = draft.part_of_whole = True


_THEM = frozenset(("них", "нього", "неї", "цього", "того"))


def _strength(draft: Draft, happening: Happening) -> int:
    """How strongly a mention points to a happening that it fits; 0 is not at all."""
    if draft.people is not None and draft.people.pronoun in ("всіх", "усіх", "решту"):
        return 0
    last = happening.drafts[-1]
    if _part_and_whole(draft, happening):
        return 0
    if draft.value("count") is not None and happening.first("count") is not None:
        return 9
    if draft.people is not None and draft.people.names and {n.name for n in draft.people.names} & happening.names():
        return 8
    if any(d.sentence == draft.sentence for d in happening.drafts):
        return 7
    if "date" in draft.slots and happening.first("date") is not None:
        return 6
    if draft.other:
        return 0
    same_type = any(d.type == draft.type for d in happening.drafts)
    if draft.status in AHEAD and not same_type and last.paragraph != draft.paragraph and not today(draft):
        return 0
    if any(d.paragraph == draft.paragraph for d in happening.drafts):
        return 5 if last.paragraph == draft.paragraph else 4
    if draft.value("count") is not None or (draft.people is not None and draft.people.explicit and draft.people.names):
        return 3 if happening.first("count") is None and "date" not in draft.slots and not happening.names() else 0
    if last.type == draft.type and draft.paragraph - last.paragraph <= 1 and weak(draft):
        return 3
    return 2


def gather(drafts: list[Draft]) -> list[Happening]:
    """Happenings of the release family, in order of their first mention."""
    found: list[Happening] = []
    mark_parts(drafts)
    for draft in drafts:
        if not found and draft.status in AHEAD:
            draft.other = False  # «домовилися про новий обмін», where the article tells of no other
        fitting = [(h, _strength(draft, h)) for h in found if fits(draft, h)]
        fitting = [(h, s) for h, s in fitting if s]
        if fitting:
            best = max(range(len(fitting)), key=lambda i: (fitting[i][1], i if fitting[i][1] in (3, 5, 7) else -i))
            if weak(draft):
                draft.status = fitting[best][0].drafts[0].status
            fitting[best][0].drafts.append(draft)
        else:
            found.append(Happening([draft]))
    return found


def one_direction(draft: Draft, happening: Happening) -> bool:
    """A two-way exchange has no origin unless its sentence follows one direction, or its verb has the people for
    object.
    """
    if draft.view.tokens[draft.trigger.verb].norm.startswith("обмін") and draft.trigger.act == "mover":
        return False  # «сторони обмінялися»: each to the other
    if of_both_sides(draft):
        return False
    if draft.trigger.act != "noun":
        return True
    return any(
        d is not draft and d.sentence == draft.sentence and d.type in ("release", "return") for d in happening.drafts
    )
