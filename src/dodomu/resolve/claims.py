"""How two claims compare: what the rules of this room have in common."""

import re
from collections.abc import Iterable

from dodomu.models import Slots

_QUALIFIERS = re.compile("[?~%]")

UNSPECIFIC_GROUPS = ("people", "mixed")

SETTLED = ("occurred", "ongoing")
"""The statuses of what is told as a fact."""


def core(date: str | None) -> str | None:
    """Give a date without how sure it is.

    Examples
    --------
    >>> core("2025-12-13?")
    '2025-12-13'
    """
    return _QUALIFIERS.sub("", date) if date else date


def number(claim: Slots) -> tuple[int | None, ...]:
    """Give what a claim says of how many: the count, or the bounds of a range."""
    return (claim.count,) if claim.count is not None else (None, claim.count_low, claim.count_high)


def conflict(a: object, b: object) -> bool:
    """Tell whether both are said and differ."""
    return bool(a) and bool(b) and a != b


def people(claim: Slots) -> tuple[object, ...]:
    """Give what a claim says of who the people are."""
    specific = None if claim.group in UNSPECIFIC_GROUPS else claim.group
    return claim.origin, claim.destination, tuple(sorted(claim.nationality)), specific


def of_other_people(a: Slots, b: Slots) -> bool:
    """Tell whether two claims speak of different people: from or to elsewhere, of another kind."""
    return any(conflict(this, that) for this, that in zip(people(a), people(b), strict=True))


def groups_differ(a: str | None, b: str | None) -> bool:
    """Tell whether people of one group cannot be those of another, as outlets use the words.

    One outlet's civilians are another's political prisoners and a third one's convicts; soldiers and children are
    none of these.

    Examples
    --------
    >>> groups_differ("civilians", "political_prisoners"), groups_differ("military", "civilians")
    (False, True)
    >>> groups_differ("mixed", "military"), groups_differ(None, "children")
    (False, False)
    """
    said = {a, b} - {None, *UNSPECIFIC_GROUPS}
    return len(said) == 2 and not any(said <= alike for alike in _ALIKE)


_ALIKE = (frozenset(("civilians", "political_prisoners", "prisoners")),)


def dates_conflict(a: Slots, b: Slots) -> bool:
    """Tell whether two claims cannot be of one day.

    Examples
    --------
    >>> dates_conflict(Slots(date="2025-12", date_basis="stated"), Slots(date="2025-12-13", date_basis="stated"))
    False
    >>> dates_conflict(Slots(date="2025-11-22", date_basis="stated"), Slots(date="2025-12-13", date_basis="stated"))
    True
    """
    if a.date is None or b.date is None:
        return False
    return _before(a.date_latest, b.date_earliest) or _before(b.date_latest, a.date_earliest)


def union(lists: Iterable[list[str]]) -> list[str]:
    """Join lists, each entry once, in the order in which they come.

    Examples
    --------
    >>> union([["US"], ["AE", "US"]])
    ['US', 'AE']
    """
    return list(dict.fromkeys(entry for entries in lists for entry in entries))


def _before(a, b) -> bool:
    return a is not None and b is not None and a < b
