"""Entries of a word list found in a row of tokens.

An entry is a phrase: a word stands for all its forms (``заявити`` finds «заявила»), ``=слово`` for itself alone,
``слово*`` for every word that begins so, ``…`` for up to `GAP` words between. Finding costs one look-up a token.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from dodomu.text.morphology import lexeme
from dodomu.text.tokens import Token

E = TypeVar("E")
GAP = 6
_LETTERS = 4
"""By so many letters phrases are told apart whose first word is a beginning alone: it has no fewer."""


class Hit(NamedTuple):
    """Tokens ``first`` to ``last`` (half-open) match the entry."""

    first: int
    last: int
    entry: object


class _Step(NamedTuple):
    """The next word of a phrase: its forms, or how it begins, and how many other words may stand before it."""

    forms: frozenset[str]
    prefix: str | None
    gap: int


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
        # By the form or the first letters of its first word, what a phrase goes on with and what it stands for.
        self._heads: dict[str, list[tuple[list[_Step], E]]] = {}
        self._prefixes: dict[str, list[tuple[list[_Step], E]]] = {}
        for phrase, entry in sorted(entries, key=lambda pair: -len(pair[0].split())):
            first, *rest = steps = _steps(phrase)
            if first.prefix is not None:
                self._prefixes.setdefault(first.prefix[:_LETTERS], []).append((steps, entry))
            for form in first.forms:
                self._heads.setdefault(form, []).append((rest, entry))

    def __contains__(self, form: str) -> bool:
        """Whether a phrase may begin with a folded form."""
        return form in self._heads or form[:_LETTERS] in self._prefixes

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
            found = _longest(heads.get(norm, ()), tokens, at, at + 1, last)
            if prefixes and (begun := prefixes.get(norm[:_LETTERS])):
                found = found or _longest(begun, tokens, at, at, last)
            if found:
                hits.append(found)
                free = found.last
        return hits


def _steps(phrase: str) -> list[_Step]:
    steps, gap = [], 0
    for word in phrase.split():
        if word == "…":
            gap = GAP
            continue
        prefix = word[:-1] if word.endswith("*") else None
        forms = frozenset() if prefix is not None else frozenset((word[1:],)) if word[0] == "=" else lexeme(word)
        steps.append(_Step(forms, prefix, gap))
        gap = 0
    return steps


def _longest(
    phrases: Sequence[tuple[list[_Step], object]], tokens: Sequence[Token], first: int, at: int, last: int
) -> Hit | None:
    """The first of some phrases, longest first, that goes on at a token."""
    for steps, entry in phrases:
        end = _match(steps, tokens, at, last)
        if end:
            return Hit(first, end, entry)
    return None


def _match(steps: Sequence[_Step], tokens: Sequence[Token], at: int, last: int) -> int:
    """Index after the tokens that the steps fit, or 0."""
    for forms, prefix, gap in steps:
        while True:
            if at >= last:
                return 0
            _, _, text, norm = tokens[at]
            at += 1
            if norm in forms or prefix is not None and norm.startswith(prefix):
                break
            if not gap or not text[0].isalnum():
                return 0
            gap -= 1
    return at
