"""How a number of people grows: sums by the day with their bounds, and the stretches nothing is known of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dodomu.charts.freed import Freed, counted_once

SILENCE = 60
"""So many days without a record are shown as a gap."""


@dataclass(frozen=True)
class Step:
    """The sums from a day on."""

    day: date
    low: int
    best: int
    high: int


@dataclass(frozen=True)
class Growth:
    """One line of growth: its records, each cohort once, and their sums."""

    label: str
    dated: tuple[Freed, ...]
    undated: tuple[Freed, ...]
    steps: tuple[Step, ...]
    n_records: int

    @property
    def undisclosed(self) -> int:
        """How many dated records have no number."""
        return sum(one.best is None for one in self.dated)

    @property
    def qualifier(self) -> str:
        """How exact the sum is."""
        if self.undisclosed or any(one.least for one in self.dated):
            return "at_least"
        return "approximate" if any(one.about for one in self.dated) else "exact"

    @property
    def end(self) -> Step | None:
        """The last sums."""
        return self.steps[-1] if self.steps else None


def growth(label: str, found: Sequence[Freed]) -> Growth:
    """Add up records; a day within bounds counts in the high sum from the first, in the others from the last."""
    once = list(counted_once(found))
    dated = tuple(sorted((one for one in once if one.dated), key=lambda one: (one.latest, one.id)))
    undated = tuple(one for one in once if not one.dated)
    return Growth(label, dated, undated, tuple(_steps(dated)), len(found))


def _steps(dated: Iterable[Freed]) -> list[Step]:
    changes: dict[date, list[int]] = {}
    for one in dated:
        if one.best is not None:
            last = changes.setdefault(one.latest, [0, 0, 0])
            last[0] += one.low
            last[1] += one.best
            changes.setdefault(one.earliest or one.latest, [0, 0, 0])[2] += one.high
        else:
            changes.setdefault(one.latest, [0, 0, 0])
    steps, low, best, high = [], 0, 0, 0
    for day, (more_low, more_best, more_high) in sorted(changes.items()):
        low, best, high = low + more_low, best + more_best, high + more_high
        steps.append(Step(day, low, best, high))
    return steps


def gaps(days: Iterable[date]) -> list[tuple[date, date]]:
    """Find the stretches of more than 60 days between two records.

    Examples
    --------
    >>> gaps([date(2025, 1, 1), date(2025, 1, 20), date(2025, 6, 1)])
    [(datetime.date(2025, 1, 20), datetime.date(2025, 6, 1))]
    """
    ordered = sorted(set(days))
    return [(a, b) for a, b in zip(ordered, ordered[1:], strict=False) if (b - a).days > SILENCE]


def panels(found: Sequence[Freed], total: str, others: str, unsaid: Sequence[str] = (), most: int = 6) -> list[Growth]:
    """Give the sum of all, if there is more than one category, then each category, the largest first.

    Parameters
    ----------
    total, others
        What the sum is called, and the rest where there are more than so many categories.
    unsaid
        The categories of what is not said; they stand last.
    """
    by_name: dict[str, list[Freed]] = {}
    for one in found:
        for name in one.categories:
            by_name.setdefault(name, []).append(one)
    lines = [growth(name, group) for name, group in by_name.items()]
    lines.sort(key=lambda line: (line.label not in unsaid, _size(line)), reverse=True)
    if len(lines) > most + 1:
        last = [line for line in lines if line.label in unsaid]
        named = [line for line in lines if line.label not in unsaid]
        rest = {one.id: one for line in named[most:] for one in by_name[line.label]}
        lines = [*named[:most], *([growth(others, list(rest.values()))] if rest else []), *last]
    return [growth(total, found), *lines] if len(lines) > 1 else lines


def _size(line: Growth) -> tuple[int, int]:
    return (line.end.best if line.end else 0), line.n_records
