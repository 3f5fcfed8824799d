"""Words of a quote laid beside those of a source: what is the same, left out, put in, put otherwise.

White space, quotation marks, apostrophes, dashes, stress marks and capitals are no words. What a draft has in brackets
is the editor's, and an ellipsis says that something is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from dodomu import uk
from dodomu.text.tokens import tokenize

_BRACKETED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_ELLIPSIS = re.compile(r"…|\.\.\.")
_ENDS = frozenset(".!?…")
_LONG = 4
_TURNING = uk.words("grammar", "turns_meaning")


class Word(NamedTuple):
    """A word, where it stands, and whether a sentence begins with it or ends after it."""

    start: int
    end: int
    norm: str
    opens: bool
    closes: bool
    after_gap: bool


@dataclass(frozen=True)
class Change:
    """Stretches, in words, of the draft and of the source that differ."""

    draft: tuple[int, int]
    source: tuple[int, int]


@dataclass(frozen=True)
class Aligned:
    """A quote of a draft beside a quote of a source.

    Attributes
    ----------
    same
        How many words both have, in one order.
    changed
        What the draft has otherwise, or has besides.
    cut
        What the draft leaves out inside, or at an edge in the middle of a sentence.
    marked
        Whether every cut inside is marked by an ellipsis.
    longest
        How many words in a row both have.
    """

    draft: Sequence[Word]
    source: Sequence[Word]
    same: int
    changed: tuple[Change, ...]
    cut: tuple[Change, ...]
    marked: bool
    longest: int

    @property
    def share(self) -> float:
        """The share of the draft's words that the source has."""
        return self.same / len(self.draft) if self.draft else 0.0

    @cached_property
    def content(self) -> float:
        """The same share of its longer words, which are nobody's in particular less often."""
        telling = [n for n, word in enumerate(self.draft) if len(word.norm) >= _LONG]
        put_in = {n for change in self.changed for n in range(*change.draft)}
        return sum(n not in put_in for n in telling) / len(telling) if telling else self.share

    @cached_property
    def turned(self) -> bool:
        """Whether a word that turns the meaning, such as «не», is left out."""
        return any(is_turning(word.norm) for cut in self.cut for word in self.source[slice(*cut.source)])


def is_turning(norm: str) -> bool:
    """Tell whether a word turns the meaning of what it stands in.

    Examples
    --------
    >>> is_turning("не"), is_turning("нині")
    (True, False)
    """
    return norm in _TURNING


def words_of(text: str, *, bracketed: bool = True) -> list[Word]:
    """Split a quote into words; without what stands in brackets, if asked.

    Examples
    --------
    >>> [word.norm for word in words_of("Ми… чекаємо [на всіх], «памʼятаємо»", bracketed=False)]
    ['ми', 'чекаємо', "пам'ятаємо"]
    """
    hidden = [] if bracketed else [match.span() for match in _BRACKETED.finditer(text)]
    gaps = [match.start() for match in _ELLIPSIS.finditer(text)] + [start for start, _ in hidden]
    found: list[Word] = []
    opens, last = True, 0
    for token in tokenize(text):
        if any(start <= token.start < end for start, end in hidden):
            continue
        if token.is_word or token.is_number:
            after_gap = any(last <= gap < token.start for gap in gaps)
            found.append(Word(token.start, token.end, token.norm, opens, False, after_gap))
            opens, last = False, token.end
        elif token.text in _ENDS and found:
            found[-1] = found[-1]._replace(closes=True)
            opens = True
    if found:
        found[-1] = found[-1]._replace(closes=True)
    return found


def align(draft: Sequence[Word], source: Sequence[Word], *, part: bool = False) -> Aligned:
    """Lay a quote of a draft beside one of a source.

    Parameters
    ----------
    part
        Whether the draft has the words inside a sentence of its own, so that it may begin and end anywhere, but not
        right after a word that turns the meaning.

    Examples
    --------
    >>> source = words_of("Дякую кожному, хто допомагає повертати українців!")
    >>> found = align(words_of("Дякую всім, хто допомагає"), source)
    >>> found.changed, found.cut
    ((Change(draft=(1, 2), source=(1, 2)),), (Change(draft=(4, 4), source=(4, 6)),))
    """
    matcher = SequenceMatcher(None, [word.norm for word in draft], [word.norm for word in source], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return Aligned(draft, source, 0, (), (), True, 0)
    changed, cut, marked = [], [], True
    first, last = blocks[0], blocks[-1]
    opening, closing = first.b, last.b + last.size
    if first.a:
        changed.append(Change((0, first.a), (_back(source, opening, first.a), opening)))
        opening = changed[0].source[0]
    elif not source[opening].opens and (not part or is_turning(source[opening - 1].norm)):
        cut.append(Change((0, 0), (opening - 1 if part else _sentence_start(source, opening), opening)))
    for one, other in zip(blocks, blocks[1:], strict=False):
        here, there = (one.a + one.size, other.a), (one.b + one.size, other.b)
        if here[0] < here[1]:
            changed.append(Change(here, there))
        elif there[0] < there[1]:
            whole = source[there[0] - 1].closes and source[there[1] - 1].closes
            if not (whole and draft[here[0]].after_gap):
                cut.append(Change(here, there))
                marked = marked and draft[here[0]].after_gap
    left = len(draft) - last.a - last.size
    if left:
        changed.append(Change((len(draft) - left, len(draft)), (closing, min(len(source), closing + left))))
    elif not part and not source[closing - 1].closes:
        cut.append(Change((len(draft), len(draft)), (closing, _sentence_end(source, closing))))
    sizes = [block.size for block in blocks]
    return Aligned(draft, source, sum(sizes), tuple(changed), tuple(cut), marked, max(sizes))


def _back(words: Sequence[Word], at: int, most: int) -> int:
    """Go back within the sentence, by as many words at most."""
    return max(_sentence_start(words, at), at - most)


def _sentence_start(words: Sequence[Word], at: int) -> int:
    while at > 0 and not words[at].opens:
        at -= 1
    return at


def _sentence_end(words: Sequence[Word], at: int) -> int:
    while at < len(words) and not words[at - 1].closes:
        at += 1
    return at
