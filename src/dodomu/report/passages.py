"""An article's text with its quotes and mentions marked, letter for letter and only as text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape


@dataclass(frozen=True)
class Passage:
    """A stretch of an article that a record stands on.

    Attributes
    ----------
    id
        The record's id, which links lead to.
    kind
        ``release``, ``context``, ``statement`` or ``headline``: how it is shown.
    title
        What a reader sees on pointing at it.
    after
        What stands behind it, outside the mark.
    """

    id: str
    start: int
    end: int
    kind: str
    title: str = ""
    after: Markup = Markup("")


def marked(text: str, passages: Iterable[Passage]) -> Markup:
    """Show a text with its passages marked.

    Passages may stand inside each other. Where two cross, the inner one is cut at the edge of the outer one; its first
    piece carries the id.

    Examples
    --------
    >>> marked("Він < вона", [Passage("q-1", 0, 3, "statement", "Хтось")])
    Markup('<mark id="q-1" class="statement" title="Хтось">Він</mark> &lt; вона')
    >>> print(marked("абв", [Passage("a", 0, 2, "k"), Passage("b", 1, 3, "k")]))
    <mark id="a" class="k" title="">а<mark id="b" class="k" title="">б</mark></mark><mark class="k">в</mark>
    """
    waiting = sorted((p for p in passages if p.start < p.end), key=lambda p: (p.start, -p.end, p.id), reverse=True)
    edges = sorted({0, len(text), *(edge for p in waiting for edge in (p.start, p.end))})
    pieces: list[Markup] = []
    inside: list[Passage] = []
    for here, after in zip(edges, [*edges[1:], len(text)], strict=True):
        pieces += _close(inside, here)
        while waiting and waiting[-1].start == here:
            inside.append(waiting.pop())
            pieces.append(_opening(inside[-1]))
        pieces.append(escape(text[here:after]))
    return Markup("").join(pieces)


def _close(inside: list[Passage], here: int) -> list[Markup]:
    """Close what ends here; what was opened after it and goes on is opened again."""
    ending = [n for n, passage in enumerate(inside) if passage.end <= here]
    if not ending:
        return []
    outermost = ending[0]
    reopened = [passage for passage in inside[outermost:] if passage.end > here]
    closed = [Markup("</mark>")] * (len(inside) - outermost)
    behind = [inside[n].after for n in ending]
    inside[outermost:] = reopened
    return closed + behind + [Markup('<mark class="{}">').format(passage.kind) for passage in reopened]


def _opening(passage: Passage) -> Markup:
    return Markup('<mark id="{}" class="{}" title="{}">').format(passage.id, passage.kind, passage.title)


def headline(text: str, title: str | None) -> Sequence[Passage]:
    """Find the headline at the beginning of a text."""
    if not title:
        return []
    start = text.find(title)
    before = text[:start] if start >= 0 else "x"
    return [] if before.strip(" \n\r\t\ufeff") else [Passage("", start, start + len(title), "headline")]
