"""A report with quoted words in it: its clauses that hold none of them are reported by themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dodomu import uk
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.governed import is_relative
from dodomu.extract.quotes.taken import Taken
from dodomu.text.marks import CLOSING
from dodomu.text.morphology import finite, forms
from dodomu.text.tokens import Token

_AND = uk.words("grammar", "and")
_AFTER_COMMA = uk.words("reports", "cut_after_comma")
_CORRELATES = uk.words("reports", "correlates")
_AFTER_NOUN = uk.words("reports", "cut_after_noun")
_JOINTS = uk.words("reports", "joints") | {","}
_SHORTEST = 2
"""Fewer words left of a report are no report."""


def around_marks(reading: Reading, quote: Found, taken: Taken) -> Iterator[Found]:
    """The clauses of a report that hold no quoted words; the whole report where nothing in it is quoted."""
    inner = taken.within(quote.start - 1, quote.end + 1)
    if not inner:
        yield quote
        return
    for start, end in _clauses(reading, quote.start, quote.end, inner):
        if any(a < end and start < b for a, b in inner):
            continue
        a, b = reading.trimmed(start, end)
        a = _past_joint(reading, a, b)
        needs_verb = quote.rule != "infinitive" and (start > quote.start or _is_adverbial(reading, a))
        if needs_verb and not reading.has_verb(a, b) or _only_as(reading, a, b):
            continue
        if sum(t.is_word for t in reading.doc.span_tokens(a, b)) >= _SHORTEST:
            yield replace(quote, start=a, end=b)


def _is_adverbial(reading: Reading, start: int) -> bool:
    """Whether a circumstance begins at an offset: «незважаючи на …», «попри …»."""
    opens = reading.doc.tokens[reading.doc.token_at(start)]
    return any(f.pos in ("GRND", "PREP") for f in forms(opens.norm)[:1])


def _only_as(reading: Reading, start: int, end: int) -> bool:
    """Whether the only verb left is that of «як він висловився»."""
    at = next((t.start for t in reading.doc.span_tokens(start, end) if t.norm == "як"), None)
    return at is not None and not reading.has_verb(start, at)


def _past_joint(reading: Reading, start: int, end: int) -> int:
    tokens = reading.doc.span_tokens(start, end)
    return next((t.start for t in tokens if t.norm not in _JOINTS), start)


def _clauses(reading: Reading, start: int, end: int, inner: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tokens = reading.doc.span_tokens(start, end)
    pairs = reading.doc.quoted_between(start, end)
    opening = {q.start for q in pairs if any(q.start <= a < q.end for a, _ in inner)}
    cuts = [start, *_relative(reading, tokens, opening)]
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if reading.quoted_at(token.start) is None and _is_cut(reading, before, token, after, opening):
            cuts.append(token.start)
    cuts = sorted(set(cuts))
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _relative(reading: Reading, tokens: Sequence[Token], opening: set[int]) -> Iterator[int]:
    """Where the relative clause begins that quoted words stand in: «повернув листа, у якому назвав його «…»»."""
    for start in opening:
        before = [t for t in tokens if t.start < start and reading.quoted_at(t.start) is None]
        comma = next((i for i in range(len(before) - 1, 0, -1) if before[i].text in ",;:–—"), None)
        if comma is None or before[comma].text != ",":
            continue
        if any(is_relative(t.norm) for t in before[comma + 1 : comma + 3]):
            yield before[comma].start


def _is_cut(reading: Reading, before: Token | None, token: Token, after: Token | None, opening: set[int]) -> bool:
    """Whether a clause begins at a token: at a semicolon, before a conjunction, before a quotation."""
    if token.text == ";":
        return True
    if token.text in "–—" or token.text == "-" and before is not None and token.start > before.end:
        return _conjunction_after(reading, token)
    if after is None:
        return False
    if token.norm in _AND:
        return after.start in opening or after.norm == "що"
    if token.text != ",":
        return False
    if after.start in opening:
        return True
    if after.norm in _AFTER_COMMA:
        return before is None or before.norm not in _CORRELATES
    return after.norm in _AFTER_NOUN and before is not None and finite(before.norm) is None


def _conjunction_after(reading: Reading, dash: Token) -> bool:
    """Whether what follows a dash opens with a conjunction, in marks or not; after marks «і» is one."""
    at = reading.doc.token_at(dash.end)
    word = next((t for t in reading.doc.tokens[at : at + 2] if t.is_word), None)
    if word is None:
        return False
    after_marks = reading.doc.text[dash.start - 2 : dash.start].strip()[-1:] in CLOSING
    return word.norm in _AFTER_COMMA or after_marks and word.norm in _AND
