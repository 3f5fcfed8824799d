"""Where a place of an article stands after the article was edited."""

import re
from bisect import bisect_right
from difflib import SequenceMatcher

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
_MANY = 20_000


class OffsetMap:
    """From offsets into an article as it was to offsets into the article as it is.

    Examples
    --------
    >>> moved = OffsetMap("Додому повернули 31 людину.", "Сьогодні додому повернули 32 людини.")
    >>> moved.span(7, 16), moved.span(20, 26)
    ((16, 25), None)
    """

    def __init__(self, old: str, new: str):
        self._starts: list[int] = []
        self._blocks: list[tuple[int, int, int]] = []
        for start, place, length in _same(old, new):
            self._starts.append(start)
            self._blocks.append((start, place, length))

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Give where a passage stands now; None when nothing of it is left."""
        found = []
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(self._blocks)):
            block, place, length = self._blocks[at]
            if block >= end:
                break
            left, right = max(start, block), min(end, block + length)
            if left < right:
                found.append((place + left - block, place + right - block))
        return (found[0][0], found[-1][1]) if found else None


def _same(old: str, new: str) -> list[tuple[int, int, int]]:
    """Find what stands in both: (place before, place now, length), in order."""
    if old == new:
        return [(0, 0, len(old))]
    front = _common(old, new)
    back = min(_common(old[::-1], new[::-1]), len(old) - front, len(new) - front)
    middle = _same_pieces(old[front : len(old) - back], new[front : len(new) - back])
    blocks = [(0, 0, front), *((a + front, b + front, n) for a, b, n in middle)]
    return [block for block in [*blocks, (len(old) - back, len(new) - back, back)] if block[2]]


def _common(a: str, b: str) -> int:
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _same_pieces(old: str, new: str) -> list[tuple[int, int, int]]:
    ours, theirs = _PIECE.findall(old), _PIECE.findall(new)
    if len(ours) + len(theirs) > _MANY:  # line by line: comparing words takes the square of their number
        ours, theirs = old.splitlines(keepends=True), new.splitlines(keepends=True)
    at, to = _ends(ours), _ends(theirs)
    matched = SequenceMatcher(None, ours, theirs).get_matching_blocks()
    return [(at[i], to[j], at[i + n] - at[i]) for i, j, n in matched if n]


def _ends(pieces: list[str]) -> list[int]:
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return ends
