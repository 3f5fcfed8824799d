"""Paragraphs and sentences.

A paragraph is a line. A sentence ends at ``. ! ? …`` (closing marks taken along) where the next word could begin one,
unless an abbreviation or an initial stands before the dot: `RULES` is the ordered list of what keeps a sentence whole.
"""

import re
from collections.abc import Callable

from dodomu import uk

Span = tuple[int, int]

LONGEST = 3000
"""Code points after which a sentence is cut at a space: rules look at whole sentences, and a text may lack ends."""

_UNSEEN = frozenset("\ufeff\u200b\u00ad\u0300\u0301")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# One class at the head: a search passes over everything else without trying.
_STOP = re.compile(
    r"[.!?…](?:"
    r"(?:(?<=\.)\.{0,2}|(?<=[!?…])[!?…]*\.*)[»”\"“’)\]]*(?=\s)"
    r"|(?<=[а-яіїєґ]{3}\.)(?=[А-ЯІЇЄҐ][а-яіїєґ]))"
)
_LAST_WORD = re.compile(r"[^\s«\"“„(]{1,12}$")
_DASH_START = re.compile(r"[-–—]\s*(\S)")

_ABBREVIATIONS = uk.words("abbreviations", "any")
_ENDS_SENTENCE_TOO = uk.words("abbreviations", "ends_sentence_too")
_INITIALS = uk.words("abbreviations", "initials")


def _abbreviation(before: str, after: str) -> bool:
    word = before.rstrip(".").casefold()
    if word not in _ABBREVIATIONS:
        return False
    return not (word in _ENDS_SENTENCE_TOO and after[0].isupper())


def _initial(before: str, after: str) -> bool:
    """``І. Павленко``, ``Дж. Коул``; a capital that ends a longer word is none."""
    word = before.rstrip(".")
    return word[:1].isupper() and (len(word) == 1 or word in _INITIALS) and after[0].isupper()


def _goes_on(before: str, after: str) -> bool:
    """The next word is lower case, or a dash leads to one: «Кінець!» – сказав він."""
    dashed = _DASH_START.match(after)
    head = dashed.group(1) if dashed else after[0]
    return head.islower() or after[0] in ",;:"


RULES: tuple[Callable[[str, str], bool], ...] = (_goes_on, _initial, _abbreviation)


def paragraphs(text: str) -> list[Span]:
    """Spans of the lines that hold anything to see, trimmed of white space and of what has no width."""
    spans = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and (text[start].isspace() or text[start] in _UNSEEN):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _UNSEEN):
            end -= 1
        if start < end:
            spans.append((start, end))
    return spans


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences of one paragraph.

    >>> text = "«Кінець!» – сказав І. Павленко. Це було 22 листопада 2025 р. у Києві."
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['«Кінець!» – сказав І. Павленко.', 'Це було 22 листопада 2025 р. у Києві.']
    """
    spans = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        after = stop.end()
        while after < end and text[after].isspace():
            after += 1
        if after >= end:
            break
        before = ""
        if stop.group()[0] == "." and (last := _LAST_WORD.search(text, max(begin, stop.start() - 12), stop.start())):
            before = last.group()
        glued = after == stop.end()
        if glued and before[:1].isupper():
            continue  # a name like Крим.Реалії, not a lost space
        if any(rule(before, text[after : after + 8]) for rule in RULES):
            continue
        spans.append((begin, stop.end()))
        begin = after
    if begin < end:
        spans.append((begin, end))
    return [piece for span in spans for piece in _pieces(text, *span)]


def _pieces(text: str, start: int, end: int) -> list[Span]:
    if end - start <= LONGEST:
        return [(start, end)]
    pieces = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut + 1 if cut > 0 else start + LONGEST
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces
