"""Tokens with their place in the unmodified text and a form to compare by."""

import re
from itertools import accumulate, repeat
from typing import NamedTuple

from dodomu.text.remembered import Remembered

APOSTROPHES = "'’ʼ`´ʹ‘"
_LETTER = r"[^\W\d_]"
_INNER = rf"[{APOSTROPHES}\u00ad\u0300\u0301]"
# Letters in a row are one class: faster than a choice at every letter.
_WORD = rf"{_LETTER}+(?:(?:{_INNER}(?={_LETTER})|[\u0300\u0301\u00ad]|[-‑](?=[^\W_])){_LETTER}*)*\d*"
_NUMBER = r"\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)*(?:[-‑][^\W\d_]{1,20}(?![^\W_]))?"
TOKEN = re.compile(rf"{_WORD}|{_NUMBER}|[^\s\u00ad\u0300\u0301]")
_SPLIT = re.compile(f"({TOKEN.pattern})")

_FOLD = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | {"\u00ad": None, "\u0300": None, "\u0301": None, "‑": "-"})


class Token(NamedTuple):
    """A word, a number or one other character.

    Attributes
    ----------
    start, end : int
        Code points into the article, half-open.
    text : str
        As it stands.
    norm : str
        Case folded, every apostrophe as ``'``, without soft hyphens and stress marks.
    """

    start: int
    end: int
    text: str
    norm: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def fold(text: str) -> str:
    """The form to compare by.

    >>> fold("Пʼятеро") == fold("п’ятеро") == "п'ятеро"
    True
    """
    lowered = text.lower()
    return lowered.translate(_FOLD) if not lowered.isalpha() or "ʼ" in lowered else lowered  # U+02BC counts as a letter


_SHARED: Remembered[str, str] = Remembered(lambda norm: norm)
_FOLDED: Remembered[str, str] = Remembered(lambda text: _SHARED[fold(text)])
"""The folded form of a word as it stands; all tokens of one form share one string."""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of ``text[start:end]``, offsets into the whole of `text`.

    >>> [t.text for t in tokenize("У 2025-му повернули 1 212 тіл, «Азовсталь».")]
    ['У', '2025-му', 'повернули', '1 212', 'тіл', ',', '«', 'Азовсталь', '»', '.']
    """
    # What stands between words and the words take turns. Iterators alone, for this is done to every word.
    pieces = _SPLIT.split(text[start:end])
    bounds = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    rows = zip(bounds[1::2], bounds[2::2], words, map(_FOLDED.__getitem__, words), strict=False)
    return list(map(tuple.__new__, repeat(Token), rows))
