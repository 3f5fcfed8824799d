"""Whether a title's word stands for words of another: «ВМС» for the naval forces, «Мінагропрод» for a ministry."""

from collections.abc import Collection
from functools import lru_cache

_SYLLABLE = 3
"""So many letters at least each word gives to a syllabic abbreviation: «мін», «соц»."""
_ENDING = 3
"""So many letters at most end it: «мінсоцполітики»."""
_LINK = "ое"
"""Vowels that join the parts: «агр-о-прод»."""
_SHORTEST, _LONGEST = 2, 6
"""Letters that an acronym has."""


def abbreviates(word: str, words: Collection[str]) -> bool:
    """Whether a word is an acronym or a syllabic abbreviation of some of the words.

    Parameters
    ----------
    word : str
        Folded, in any case.
    words : collection of str
        Lemmas; their order does not count.

    >>> abbreviates("вмс", {"військово-морський", "сила", "україна"})
    True
    >>> abbreviates("мінагропроду", {"міністр", "аграрний", "політика", "продовольство"})
    True
    >>> abbreviates("дпсу", {"міністр", "оборона"})
    False
    """
    return _abbreviates(word, tuple(sorted(words)))


@lru_cache(maxsize=5_000)
def _abbreviates(word: str, words: tuple[str, ...]) -> bool:
    return _initials(word, words) or _syllables(word, words, 0)


def _initials(word: str, words: tuple[str, ...]) -> bool:
    if not _SHORTEST <= len(word) <= _LONGEST:
        return False
    letters = [part[0] for one in words for part in one.split("-") if part]
    return all(letters.count(letter) >= word.count(letter) for letter in set(word))


def _syllables(rest: str, words: tuple[str, ...], taken: int) -> bool:
    """Whether prefixes of two words or more, each its own, cover the rest up to an ending."""
    if taken > 1 and len(rest) <= _ENDING:
        return True
    for at, one in enumerate(words):
        shared = next((n for n, pair in enumerate(zip(rest, one, strict=False)) if pair[0] != pair[1]), None)
        longest = min(len(rest), len(one)) if shared is None else shared
        for length in range(longest, _SYLLABLE - 1, -1):
            after = rest[length:]
            others = words[:at] + words[at + 1 :]
            if _syllables(after, others, taken + 1) or after[:1] in _LINK and _syllables(after[1:], others, taken + 1):
                return True
    return False
