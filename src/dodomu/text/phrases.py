"""Entries of a word list found in a row of tokens.

An entry is a phrase: a word stands for all its forms (``заявити`` finds «заявила»), ``=слово`` for itself alone,
``слово*`` for every word that begins so, ``…`` for up to `GAP` words between. Finding costs one look-up a token.
"""

from collections.abc import Iterable, Sequence, Set
from typing import Generic, NamedTuple, TypeVar

from dodomu.text.morphology import lexeme
from dodomu.text.tokens import Token

E = TypeVar("E")
GAP = 6


class Hit(NamedTuple):
    """Tokens ``first`` to ``last`` (half-open) match the entry."""

    first: int
    last: int
    entry: object


def _accepts(word: str, norm: str, cache: dict[str, frozenset[str]]) -> bool:
    if word.endswith("*"):
        return norm.startswith(word[:-1])
    return norm in cache[word]


class PhraseBook(Generic[E]):
    """Phrases of a word list, ready to be found.

    Parameters
    ----------
    entries : iterable of (phrase, entry)
        The phrase in the notation above and whatever it stands for.

    >>> from dodomu.text.tokens import tokenize
    >>> book = PhraseBook([("вийти =на =волю", "release"), ("заявити", "state")])
    >>> tokens = tokenize("Троє вийшли на волю, заявила речниця.")
    >>> [(hit.entry, tokens[hit.first].text) for hit in book.find(tokens)]
    [('release', 'вийшли'), ('state', 'заявила')]
    """

    def __init__(self, entries: Iterable[tuple[str, E]]):
        self._words: dict[str, frozenset[str]] = {}
        self._heads: dict[str, list[tuple[tuple[str, ...], E]]] = {}
        self._prefixes: dict[str, list[tuple[tuple[str, ...], E]]] = {}
        for phrase, entry in entries:
            words = tuple(phrase.split())
            for word in words:
                if word not in self._words and not word.endswith("*"):
                    self._words[word] = frozenset([word[1:]]) if word.startswith("=") else lexeme(word)
            if words[0].endswith("*"):
                self._prefixes.setdefault(words[0][:4], []).append((words, entry))
            else:
                for form in self._words[words[0]]:
                    self._heads.setdefault(form, []).append((words, entry))
        for found in (*self._heads.values(), *self._prefixes.values()):
            found.sort(key=lambda pair: -len(pair[0]))

    def beginnings(self, forms: Set[str]) -> set[str]:
        """Those of some folded forms with which an entry may begin."""
        found = self._heads.keys() & forms
        if self._prefixes:
            found |= {form for form in forms if form[:4] in self._prefixes}
        return found

    def find(
        self,
        tokens: Sequence[Token],
        first: int = 0,
        last: int | None = None,
        places: Iterable[int] | None = None,
    ) -> list[Hit]:
        """Hits in order; of those that begin at one token the longest phrase; they do not overlap.

        Parameters
        ----------
        tokens : sequence of Token
        first, last : int
            The range to look in, half-open.
        places : iterable of int, optional
            The tokens of the range at which an entry may begin, where they are known already.
        """
        hits = []
        last = len(tokens) if last is None else last
        heads, prefixes = self._heads, self._prefixes
        free = first
        for at in range(first, last) if places is None else places:
            if at < free:
                continue
            norm = tokens[at][3]
            candidates = heads.get(norm)
            if prefixes and (more := prefixes.get(norm[:4])):
                candidates = (candidates or []) + more
            if candidates:
                for words, entry in candidates:
                    end = self._match(words, tokens, at, last)
                    if end:
                        hits.append(Hit(at, end, entry))
                        free = end
                        break
        return hits

    def _match(self, words: tuple[str, ...], tokens: Sequence[Token], at: int, last: int) -> int:
        gap = 0
        for word in words:
            if word == "…":
                gap = GAP
                continue
            while at < last and not _accepts(word, tokens[at][3], self._words):
                if not gap or not tokens[at][2][0].isalnum():
                    return 0
                gap -= 1
                at += 1
            if at >= last:
                return 0
            at += 1
            gap = 0
        return at
