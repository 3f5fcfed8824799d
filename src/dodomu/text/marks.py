"""Quotation marks paired with each other, or named as unbalanced.

Marks are paired on a stack, one pass over the article, so that time grows linearly whatever the text holds. A straight
mark opens or closes by its neighbours. A mark that opens again at the head of a paragraph, while the same kind is open,
continues the quotation («А / «Б / «В»). What stays open for more than `LIMIT` characters is unbalanced.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dodomu.text.tokens import Token

OPENING = frozenset('«"“„')
CLOSING = frozenset('»"”“')
LIMIT = 8000
"""So many characters a quotation may have; what is open for longer was never closed."""
DEEPEST = 50
"""So many marks may be open at once: more is no text, and would cost time."""
_SPEECH_AFTER = frozenset(":.!?…–—-\n\r")
_MARK = re.compile(r"[«»\"„“”‟‘’]")
_ATTRIBUTED = re.compile(r"[,.!?…]*[^\S\n]*[–—-][^\S\n]*[а-яґєії]")
_ENDS = re.compile(r"[,.!?…]*[^\S\n]*(?:\n|$)|\.\s+[А-ЯҐЄІЇ]")
_FAMILY = {"«": "«", "»": "«", "„": "“", "“": "“", "”": "“", "‟": "“", '"': '"', "‘": "‘", "’": "‘"}
_OPENS_AFTER = frozenset(" \t\u00a0\u202f\n\r([{—–-«„“/:")


class Quoted(NamedTuple):
    """A pair of marks: ``text[start:end]`` with them, ``text[inner_start:inner_end]`` without; depth 0 is outermost."""

    start: int
    end: int
    depth: int

    @property
    def inner(self) -> tuple[int, int]:
        return self.start + 1, self.end - 1


@dataclass(frozen=True)
class Marks:
    """Pairs in the order of their start, and the places of marks that have no partner."""

    pairs: tuple[Quoted, ...]
    unbalanced: tuple[int, ...]


def _neighbours(text: str, at: int) -> tuple[str, str]:
    return (text[at - 1] if at else " "), (text[at + 1] if at + 1 < len(text) else " ")


def closing_mark(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Index of the first closing mark among the tokens ``first`` to ``last`` (half-open).

    >>> from dodomu.text.tokens import tokenize
    >>> closing_mark(tokenize("полк «Азов» удома"), 1, 5)
    3
    """
    return next((at for at in range(first, last) if tokens[at].text in CLOSING), None)


def _role(text: str, at: int, mark: str, opened: list[str]) -> str:
    """``open``, ``close`` or ``none`` (an apostrophe)."""
    before, after = _neighbours(text, at)
    if mark in "«„‘‟":
        return "open"
    if mark == "»":
        return "close"
    inside_word = before.isalpha() and after.isalpha()
    if mark == "’":
        return "close" if "‘" in opened and not inside_word else "none"
    if inside_word and mark in '"”':
        return "none"
    can_open = before in _OPENS_AFTER and not after.isspace()
    family = _FAMILY[mark]
    if mark == '"':
        if can_open and (family not in opened or before in "([{—–-«„“ \t\u00a0\n\r"):
            return "open"
        return "close" if family in opened or not can_open else "open"
    if family in opened and not (can_open and mark == "“"):
        return "close"
    return "open" if can_open else "close"


def _opens_speech(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" \t\u00a0\u202f")
    return not before or before[-1] in _SPEECH_AFTER


def _shared(text: str, start: int, family: str, pairs: list[Quoted], depth: int) -> int | None:
    """Where a mark left open ends together with the name in marks that ends it: «…зустріч "четвірки", – сказав».

    Only one mark was written for both. An attribution follows it; or the end of the sentence, where the mark stands
    inside one (speech may go on in the next paragraph).
    """
    last = pairs[-1] if pairs else None
    if last is None or last.start < start or last.depth != depth or _FAMILY[text[last.start]] != family:
        return None
    if "\n" in text[start : last.end]:
        return None
    ends = _ATTRIBUTED.match(text, last.end) or not _opens_speech(text, start) and _ENDS.match(text, last.end)
    return last.end if ends else None


def _close_shared(text: str, stack: list[tuple[str, int]], opened: list[str], pairs: list[Quoted]) -> None:
    while stack:
        family, start = stack[-1]
        end = _shared(text, start, family, pairs, len(stack))
        if end is None:
            return
        stack.pop()
        opened.pop()
        pairs.append(Quoted(start, end, len(stack)))


def pair_marks(text: str) -> Marks:
    """Pair the quotation marks of an article.

    >>> text = 'Президент сказав: «Полк "Азов" удома», а далі " мовчав'
    >>> marks = pair_marks(text)
    >>> [text[q.start:q.end] for q in marks.pairs], marks.unbalanced
    (['«Полк "Азов" удома»', '"Азов"'], (46,))
    """
    pairs: list[Quoted] = []
    unbalanced: list[int] = []
    stack: list[tuple[str, int]] = []
    opened: list[str] = []
    line_end = -1
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if at > line_end:
            _close_shared(text, stack, opened, pairs)
            # A mark inside a sentence («ТОВ «Назва» …») is not open past its line; one that opens speech may be.
            while stack and not _opens_speech(text, stack[-1][1]):
                unbalanced.append(stack.pop()[1])
                opened.pop()
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
        while stack and at - stack[0][1] > LIMIT:
            unbalanced.append(stack.pop(0)[1])
            opened.pop(0)
        role = _role(text, at, mark, opened)
        if role == "none":
            continue
        family = _FAMILY[mark]
        if role == "open":
            heads_paragraph = at == 0 or text[at - 1] in "\n\r"
            if heads_paragraph and opened and opened[0] == family and len(stack) == 1:
                continue
            if len(stack) >= DEEPEST:
                unbalanced.append(at)
                continue
            stack.append((family, at))
            opened.append(family)
        elif family in opened:
            while opened[-1] != family:
                unbalanced.append(stack.pop()[1])
                opened.pop()
            start = stack.pop()[1]
            opened.pop()
            pairs.append(Quoted(start, at + 1, len(stack)))
        else:
            unbalanced.append(at)
    _close_shared(text, stack, opened, pairs)
    unbalanced.extend(at for _, at in stack)
    pairs.sort()
    return Marks(tuple(pairs), tuple(sorted(unbalanced)))
