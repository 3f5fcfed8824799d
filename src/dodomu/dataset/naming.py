"""Where a text names somebody who shall not be named, in any case form, in Cyrillic or in an address."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from dodomu.dataset.mask import MASK
from dodomu.dataset.persons import Name, surnames
from dodomu.resolve.slug import slug
from dodomu.text.inflection import readings
from dodomu.text.tokens import Token, tokenize

_SHORTEST_IN_ADDRESS = 5


class Naming:
    """Finds the names of some persons, but not those of others.

    Parameters
    ----------
    private
        Whose names are sought.
    public
        Whose names may stand.

    Examples
    --------
    >>> naming = Naming([("іван", "петренко")], [("іван", "коваль")])
    >>> naming.masked("Мати Івана Петренка і Іван Коваль")
    'Мати █████ ████████ і Іван Коваль'
    >>> naming.names("Коваль"), naming.names("слова Петренкові")
    (False, True)
    >>> naming.in_address("https://example.org/news/ivan-petrenko-vdoma")
    True
    """

    def __init__(self, private: Iterable[Name], public: Iterable[Name]):
        private, public = list(private), list(public)
        self._may = frozenset(word for name in public for word in name)
        self._surnames = frozenset(word for name in private for word in surnames(name))
        self._given = frozenset(word for name in private for word in name) - self._surnames
        self._pairs = frozenset((a, b) for name in private for a in name for b in name if a != b)
        self._slugs = tuple(_stem(_folded(slug(word))) for word in sorted(self._surnames - self._may) if len(word) >= 4)
        self._whole = frozenset(slug(" ".join(name)) for name in private if len(name) > 1)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Give every word that names one of them: a surname, the given name beside it or one that nobody public has."""
        tokens = [token for token in tokenize(text) if token.is_word]
        found = {at for at, token in enumerate(tokens) if self._is_surname(tokens, at)}
        given = {at for at, token in enumerate(tokens) if self._is_given(tokens, at, found)}
        return [(tokens[at].start, tokens[at].end) for at in sorted(found | given)]

    def names(self, text: str) -> bool:
        """Tell whether a text names one of them by surname, or is a key made of a name."""
        tokens = [token for token in tokenize(text) if token.is_word]
        return any(self._is_surname(tokens, at) for at in range(len(tokens))) or self.is_key(text)

    def is_key(self, text: str) -> bool:
        """Tell whether a text is a key made of one of their names."""
        return text in self._whole

    def masked(self, text: str) -> str:
        """Put a bar over every letter of their names: the text stays as long as it was."""
        parts = list(text)
        for start, end in self.places(text):
            parts[start:end] = MASK * (end - start)
        return "".join(parts)

    def in_address(self, address: str) -> bool:
        """Tell whether an address names one of them, in Latin letters or in Cyrillic."""
        plain = unquote(address)
        pieces = [_folded(piece) for piece in re.findall(r"[a-z]+", plain.casefold())]
        if any(piece.startswith(stem) and len(piece) <= len(stem) + 5 for stem in self._slugs for piece in pieces):
            return True
        return self.names(plain.title())

    def _is_surname(self, tokens: list[Token], at: int) -> bool:
        token = tokens[at]
        if not token.is_capital:
            return False
        nominatives = _nominatives(token.norm)
        if not nominatives & self._surnames:
            return False
        return not nominatives & self._may or any(
            (a, b) in self._pairs for a in nominatives for beside in _beside(tokens, at) for b in beside
        )

    def _is_given(self, tokens: list[Token], at: int, surnames: set[int]) -> bool:
        if not tokens[at].is_capital or at in surnames:
            return False
        found = _nominatives(tokens[at].norm) & self._given
        return bool(found) and (bool({at - 1, at + 1, at + 2} & surnames) or not found & self._may)


def _beside(tokens: list[Token], at: int) -> Iterator[frozenset[str]]:
    for other in (at - 1, at + 1):
        if 0 <= other < len(tokens):
            yield _nominatives(tokens[other].norm)


@lru_cache(maxsize=50_000)
def _nominatives(norm: str) -> frozenset[str]:
    return frozenset((norm, *(reading.nominative for reading in readings(norm))))


def _folded(latin: str) -> str:
    """Make one of the ways in which Ukrainian is written in Latin letters.

    >>> _folded("halahan") == _folded("galagan"), _folded("andriienko") == _folded("andrijenko")
    (True, True)
    """
    for written, made in (("kh", "h"), ("g", "h"), ("y", "i"), ("j", "i"), ("ii", "i"), ("w", "v"), ("x", "ks")):
        latin = latin.replace(written, made)
    return latin


def _stem(latin: str) -> str:
    return latin[: max(4, len(latin) - 1)] if len(latin) >= _SHORTEST_IN_ADDRESS else latin
