"""What people decided on which mentions are of one event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Claim = TypeVar("Claim")


@dataclass(frozen=True)
class Constraints:
    """Mentions, by id, that stand together whatever the rules say, and mentions that are an event of their own.

    Attributes
    ----------
    together
        Sets of mentions that are of one event, with all that their events hold.
    apart
        Sets of mentions that leave their events and are one event of their own.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[frozenset[str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.together or self.apart)


def regrouped(
    groups: Sequence[Sequence[Claim]], constraints: Constraints, id_of: Callable[[Claim], str]
) -> list[list[Claim]]:
    """Give groups of mentions as people decided; those that nobody spoke of stay as they are, in their order.

    Examples
    --------
    >>> regrouped([["m-1", "m-2"], ["m-3"], ["m-4"]], Constraints(apart=(frozenset({"m-2"}),)), str)
    [['m-1'], ['m-2'], ['m-3'], ['m-4']]
    >>> regrouped([["m-1", "m-2"], ["m-3"], ["m-4"]], Constraints(together=(frozenset({"m-1", "m-4"}),)), str)
    [['m-1', 'm-2', 'm-4'], ['m-3']]
    """
    claims = {id_of(claim): claim for group in groups for claim in group}
    place = {key: at for at, key in enumerate(claims)}
    home = {id_of(claim): number for number, group in enumerate(groups) for claim in group}
    members = {number: {id_of(claim) for claim in group} for number, group in enumerate(groups)}
    for number, apart in enumerate(constraints.apart, len(groups)):
        leaving = [key for key in apart if key in home]
        for key in leaving:
            members[home[key]].discard(key)
            home[key] = number
        members[number] = set(leaving)
    for together in constraints.together:
        first, *rest = sorted({home[key] for key in together if key in home}) or [None]
        for number in rest:
            home |= dict.fromkeys(members[number], first)
            members[first] |= members.pop(number)
    ordered = [sorted(keys, key=place.__getitem__) for keys in members.values() if keys]
    ordered.sort(key=lambda keys: place[keys[0]])
    return [[claims[key] for key in keys] for keys in ordered]
