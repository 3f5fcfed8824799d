"""Spans already quoted: no later rule may take their words."""

from bisect import bisect_left, insort


class Taken:
    """Spans in order, none over another.

    >>> taken = Taken()
    >>> taken.add(5, 9)
    >>> taken(0, 5), taken(8, 12), taken.within(0, 20)
    (False, True, [(5, 9)])
    """

    def __init__(self):
        self._spans: list[tuple[int, int]] = []

    def __call__(self, start: int, end: int) -> bool:
        """Whether a span overlaps one of these."""
        at = bisect_left(self._spans, (start, end))
        before = at > 0 and self._spans[at - 1][1] > start
        return before or at < len(self._spans) and self._spans[at][0] < end

    def add(self, start: int, end: int) -> None:
        """Take a span."""
        insort(self._spans, (start, end))

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Spans that lie between two offsets."""
        first = bisect_left(self._spans, (start, start))
        return [s for s in self._spans[first : bisect_left(self._spans, (end, end))] if s[1] <= end]
