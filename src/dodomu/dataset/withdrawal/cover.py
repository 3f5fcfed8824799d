"""Words that are withdrawn are found wherever they stand, and covered by a bar as long as they are."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dodomu.dataset.mask import MASK

Span = tuple[int, int]

TELLING = 4
"""So many words in a row tell a passage from what anybody might say."""

_WORD = re.compile(r"\w+")
_SEEN = re.compile(r"\S")


def is_telling(passage: str) -> bool:
    """Tell whether a passage is long enough to be covered wherever it stands, not only in its own place.

    Examples
    --------
    >>> is_telling("Дякую всім"), is_telling("Дякую всім, хто нас чекав")
    (False, True)
    """
    return len(_WORD.findall(passage)) >= TELLING


def covered(text: str, spans: Iterable[Span]) -> str:
    """Put a bar over every sign in some stretches of a text; it stays as long as it was.

    Examples
    --------
    >>> covered("Сказав: «Дякую всім».", [(9, 19)])
    'Сказав: «█████ ████».'
    """
    parts = list(text)
    for start, end in spans:
        for at in range(max(0, start), min(end, len(parts))):
            if not parts[at].isspace():
                parts[at] = MASK
    return "".join(parts)


def is_covered(start: int, end: int, spans: Sequence[Span], text: str) -> bool:
    """Tell whether all signs of a stretch lie in some others; `text` holds the signs of the stretch."""
    seen = (start + found.start() for found in _SEEN.finditer(text[: end - start]))
    return bool(spans) and all(any(first <= at < last for first, last in spans) for at in seen)


class Passages:
    """Passages that are looked for in any text, whatever white space stands between their words.

    Examples
    --------
    >>> passages = Passages(["усі вже дома сьогодні"])
    >>> passages.places("Так: усі  вже\\nдома сьогодні.")
    [(5, 27)]
    >>> passages.runs("… - усі вже дома сьогодні, і…")
    [(4, 25)]
    """

    def __init__(self, passages: Iterable[str]):
        known = sorted({one for one in passages if one.strip()})
        # what is under bars in part cannot be looked for whole
        self._patterns = [_pattern(one.split()) for one in known if MASK not in one]
        self._runs = {run for one in known for run in _in_runs([word[0].casefold() for word in _WORD.finditer(one)])}

    def __bool__(self) -> bool:
        return bool(self._patterns or self._runs)

    def places(self, text: str) -> list[Span]:
        """Give where one of them stands whole."""
        return [found.span() for pattern in self._patterns for found in pattern.finditer(text)]

    def runs(self, text: str) -> list[Span]:
        """Give where so many of their words stand in a row that they tell what was said; whole ones too."""
        words = list(_WORD.finditer(text)) if self._runs else []
        found = [
            (words[at].start(), words[at + TELLING - 1].end())
            for at, run in enumerate(_in_runs([word[0].casefold() for word in words]))
            if run in self._runs
        ]
        return sorted({*found, *self.places(text)})

    def out_of(self, text: str) -> str:
        """Cover them in a text where they stand whole."""
        return covered(text, self.places(text))


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    before, after = (r"(?<!\w)" if words[0][0].isalnum() else ""), (r"(?!\w)" if words[-1][-1].isalnum() else "")
    return re.compile(before + r"\s+".join(map(re.escape, words)) + after)


def _in_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + TELLING]) for at in range(len(words) - TELLING + 1))
