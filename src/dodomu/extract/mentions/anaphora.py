"""Pronouns for those of whom the mention before told: «їх доправили», «вони прилетіли», «не забрали нікого»."""

from collections.abc import Sequence

from dodomu.extract.mentions.draft import Draft

BACK = 2  # sentences

_THEY = frozenset(("вони", "їх", "них", "їм", "обох", "обоє", "обидва", "нікого", "ніхто"))
_ALL = frozenset(("всі", "усі", "всіх", "усіх"))
_CARRIED = ("count", "count_qualifier", "group", "nationality")


def _points_back(draft: Draft) -> bool:
    people = draft.people
    if people is None or people.explicit or people.number is not None and people.pronoun == "":
        return False
    return people.pronoun in _THEY or people.pronoun in _ALL and draft.status in ("occurred", "ongoing")


def _antecedent(draft: Draft, drafts: Sequence[Draft], at: int) -> Draft | None:
    """The mention before it, near enough, of more than one person."""
    for other in reversed(drafts[:at]):
        if other.paragraph != draft.paragraph or draft.sentence - other.sentence > BACK:
            return None
        people = other.people
        if other.value("count") == 1 or people is None or people.singular:
            continue
        if people.explicit or people.number is not None or "count" in other.slots:
            return other
    return None


def carry(drafts: Sequence[Draft]) -> None:
    """Give to a pronoun what is told of those for whom it stands."""
    for at, draft in enumerate(drafts):
        if not _points_back(draft):
            continue
        other = _antecedent(draft, drafts, at)
        if other is None:
            continue
        for name in _CARRIED:
            if name in other.slots and draft.value(name) in (None, "people"):
                slot = other.slots[name]
                draft.slots[name] = slot._replace(rule=f"those just told of: {slot.rule}")
        if "count" in draft.slots and draft.count_bounds == (None, None):
            draft.count_bounds = other.count_bounds
