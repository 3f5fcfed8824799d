"""Facts that together make one larger number, which is easily taken for that of one of them."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from dodomu.check.facts import Fact
from dodomu.resolve.days import Window


@dataclass(frozen=True)
class Sum:
    """Facts that together are one larger number: both sides, several days, several destinations.

    Attributes
    ----------
    kind
        ``sides``, ``days`` or ``ways``.
    """

    kind: str
    parts: tuple[Fact, ...]
    low: int
    high: int
    window: Window


def sums_of(facts: Iterable[Fact]) -> list[Sum]:
    """Give the sums that rows of the reference make."""
    rows = [one for one in facts if one.table == "known_releases" and one.exacts and not one.row.get("of_citizens")]
    found = []
    for parts in _gathered((one for one in rows if one.exchange_id), lambda one: one.exchange_id):
        if len({one.origins for one in parts}) > 1:
            days = _gathered(parts, lambda one: one.window.first)
            found += [_sum("sides", some) for some in (parts, *(days if len(days) > 1 else ()))]
        found += [_sum("days", some) for some in _gathered(parts, lambda one: (one.origins, one.destinations))]
    for some in _gathered(rows, lambda one: (one.window.first, one.origins, one.exchange_id)):
        found.append(_sum("ways", some))
    return [one for one in found if len(one.parts) > 1]


def _gathered(facts: Iterable[Fact], key: Callable[[Fact], Hashable]) -> list[list[Fact]]:
    found: dict[Hashable, list[Fact]] = {}
    for one in facts:
        found.setdefault(key(one), []).append(one)
    return list(found.values())


def _sum(kind: str, parts: Sequence[Fact]) -> Sum:
    first, last = min(one.window.first for one in parts), max(one.window.last for one in parts)
    low, high = sum(min(one.exacts) for one in parts), sum(max(one.exacts) for one in parts)
    return Sum(kind, tuple(parts), low, high, Window(first, last, "span" if first < last else "point"))
