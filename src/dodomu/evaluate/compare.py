"""When two things are the same: spans, names, slots."""

import re
from collections.abc import Callable, Sequence
from typing import Any

Span = tuple[int, int]

# Opening and closing marks, and the punctuation that stands around a quote but is no part of it.
_EDGE = " \t\n\r«»\"“”„‟'‘’.,;:!?…–—-"
_APOSTROPHES = re.compile("[’ʼ`´ʹ]")
_SENTENCE_END = re.compile(r"[.!?…]+[»\"”)]*\s+(?=[А-ЯІЇЄҐA-Z«\"„“–—-])|\n+")


def trimmed(text: str, span: Span) -> Span:
    """Leave marks, spaces and end punctuation out of a span.

    Examples
    --------
    >>> trimmed("Він: «Так».", (5, 11))
    (6, 9)
    """
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def overlap(a: Span, b: Span) -> float:
    """Intersection over union of two spans.

    Examples
    --------
    >>> overlap((0, 10), (5, 10)), overlap((0, 3), (3, 6))
    (0.5, 0.0)
    """
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def pairs(gold: Sequence, found: Sequence, score: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Pair one to one, greedily, best score first; a score of 0 is no pair."""
    ranked = sorted(
        ((s, i, j) for i, one in enumerate(gold) for j, other in enumerate(found) if (s := score(one, other)) > 0),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    taken_gold, taken_found, paired = set(), set(), []
    for _, i, j in ranked:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            paired.append((i, j))
    return paired


def sentence_starts(text: str) -> list[int]:
    """Rough sentence starts: good enough to say whether two triggers share one, and not the extractor's own."""
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text))]


def same_name(a: str | None, b: str | None) -> bool:
    """Whether the words of one name all stand in the other, or the surnames are equal.

    Examples
    --------
    >>> same_name("Зеленський", "Володимир Зеленський"), same_name("В. Зеленський", "Олена Зеленська")
    (True, False)
    """
    a, b = _words(a), _words(b)
    if not a or not b:
        return a == b
    return set(a) <= set(b) or set(b) <= set(a) or (a[-1] == b[-1] and len(a) <= 3 and len(b) <= 3)


def same_slot(slot: str, a: Any, b: Any) -> bool:
    """Whether two values of a slot say the same.

    Examples
    --------
    >>> same_slot("date", "2025-12-13?", "2025-12-13"), same_slot("nationality", ["UA", "PL"], ["PL", "UA"])
    (True, True)
    """
    if slot in ("agents", "mediators"):
        return len(a) == len(b) and all(any(same_name(x, y) for y in b) for x in a)
    if slot == "nationality":
        return set(a) == set(b)
    if slot == "date":  # how sure a date is does not decide whether it is the same
        return re.sub("[?~%]", "", a or "") == re.sub("[?~%]", "", b or "")
    return a == b


def _words(name: str | None) -> list[str]:
    return re.findall(r"[\w']+", _APOSTROPHES.sub("'", (name or "").casefold()))
