"""Pronouns for those of whom the mention before told: «їх доправили», «вони прилетіли», «не забрали нікого»."""

from collections.abc import Sequence

from dodomu.extract.mentions.draft import Draft, Slot

BACK = 2  # sentences
FAR = 3  # paragraphs, to what has happened to a counted number of people

_THEY = frozenset(("вони", "їх", "них", "їм", "обох", "обоє", "обидва", "нікого", "ніхто"))
_ALL = frozenset(("всі", "усі", "всіх", "усіх"))
_CARRIED = ("count", "count_qualifier", "group", "nationality")


def _points_back(draft: Draft) -> bool:
    people = draft.people
    if people is None or people.explicit or people.number is not None and people.pronoun == "":
        return False
    return people.pronoun in _THEY or people.pronoun in _ALL and draft.status in ("occurred", "ongoing")


def _antecedent(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The mention before it, near enough, of more than one person."""
    for other in reversed([d for d in drafts if d.trigger.first < draft.trigger.first]):
        near = other.paragraph == draft.paragraph and draft.sentence - other.sentence <= BACK
        near = near or draft.paragraph - other.paragraph == 1 == draft.sentence - other.sentence
        far = other.is_release and other.status == draft.status == "occurred" and "count" in other.slots
        if draft.paragraph - other.paragraph > FAR:
            return None
        if not near and not (far and not other.other):
            continue
        people = other.people
        if other.value("count") == 1 or people is None or people.singular:
            continue
        if people.explicit or people.number is not None or "count" in other.slots:
            return other
    return None


def carry(release: Sequence[Draft], drafts: Sequence[Draft]) -> None:
    """Give to a pronoun what is told of those for whom it stands: the released, and those just seized."""
    for draft in release:
        if not _points_back(draft):
            continue
        other = _antecedent(draft, drafts)
        if other is None:
            continue
        for name in _CARRIED:
            if name in other.slots and draft.value(name) in (None, "people"):
                slot = other.slots[name]
                draft.slots[name] = slot._replace(rule=f"those just told of: {slot.rule}")
        if other.type in ("detention", "conviction") and draft.value("group") in (None, "people"):
            draft.slots["group"] = Slot("prisoners", ((other.start, other.end),), "those just seized")
        if "count" in draft.slots and draft.count_bounds == (None, None):
            draft.count_bounds = other.count_bounds
