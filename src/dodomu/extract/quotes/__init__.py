"""Quotes: who said what.

Rules find quotations in order (`find`); what a direct quotation covers no later rule may take; then each speaker is
identified from the start of the article to its end.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator

from dodomu.extract.quotes import marked, reported, unmarked
from dodomu.extract.quotes.cues import according_nouns, nominal_nouns
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity import Directory, Identity, identify
from dodomu.extract.quotes.reading import Reading
from dodomu.text.document import Sentence
from dodomu.text.morphology import finite

__all__ = ["Directory", "Found", "Identity", "Reading", "find", "identify"]


class _Taken:
    """Spans already quoted, none over another, in order."""

    def __init__(self):
        self.spans: list[tuple[int, int]] = []

    def __call__(self, start: int, end: int) -> bool:
        at = bisect_left(self.spans, (start, end))
        before = at > 0 and self.spans[at - 1][1] > start
        return before or at < len(self.spans) and self.spans[at][0] < end

    def add(self, found: Found) -> None:
        insort(self.spans, (found.start, found.end))

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Spans that lie between two offsets."""
        first = bisect_left(self.spans, (start, start))
        return [s for s in self.spans[first : bisect_left(self.spans, (end, end))] if s[1] <= end]


def find(reading: Reading) -> list[Found]:
    """Quotations of an article in the order of their place, speakers not yet identified."""
    found: list[Found] = []
    taken = _Taken()
    for rule in (*unmarked.RULES[:5], marked.direct):
        for quote in rule(reading):
            if not taken(quote.start, quote.end):
                taken.add(quote)
                found.append(quote)
    reading.attributing = {q.cue[0] for q in found if q.cue and q.rule in ("marks_cut", "dash_dialogue", "line_below")}
    for quote in marked.mixed(reading, taken):
        if not taken(quote.start, quote.end):
            taken.add(quote)
            found.append(quote)
    for quote in _indirect(reading):
        for part in _outside_marks(reading, quote, taken):
            if not taken(part.start, part.end):
                taken.add(part)
                found.append(part)
    for quote in unmarked.headline(reading):
        if not taken(quote.start, quote.end):
            taken.add(quote)
            found.append(quote)
    return sorted(found, key=lambda q: (q.start, q.end))


def _indirect(reading: Reading) -> Iterator[Found]:
    sentences = [s for s in reading.doc.sentences if reading.cues(s) or _may_report(reading, s)]
    for rule in reported.PER_SENTENCE:
        for sentence in sentences:
            yield from rule(reading, sentence)


def _may_report(reading: Reading, sentence: Sentence) -> bool:
    nouns, nominal = according_nouns(), nominal_nouns()
    return any(t[3] in nouns or t[3] in nominal for t in reading.doc.tokens[sentence.first : sentence.last])


_SPLIT_AFTER = frozenset(
    (
        "доки",
        "поки",
        "щоб",
        "аби",
        "якщо",
        "бо",
        "адже",
        "оскільки",
        "хоча",
        "але",
        "проте",
        "однак",
        "а",
        "тому",
        "причому",
    )
)


def _outside_marks(reading: Reading, quote: Found, taken: _Taken) -> Iterator[Found]:
    """The clauses of a report that hold no quoted words; the whole report where nothing in it is quoted."""
    inner = taken.within(quote.start - 1, quote.end + 1)
    if not inner:
        yield quote
        return
    for start, end in _clauses(reading, quote.start, quote.end):
        if any(a < end and start < b for a, b in inner):
            continue
        a, b = reading.trimmed(start, end)
        a = _without_joint(reading, a, b)
        if (
            start > quote.start
            and quote.rule != "infinitive"
            and not reading.has_verb(a, b)
            or _inside_as(reading, a, b)
        ):
            continue
        if sum(t.is_word for t in reading.doc.span_tokens(a, b)) >= 2:
            part = Found(
                a,
                b,
                quote.kind,
                quote.rule,
                quote.speaker,
                quote.anchor,
                quote.cue,
                quote.cue_lemma,
                quote.act,
                quote.carrier,
                quote.follows,
                quote.silent,
            )
            yield part


def _inside_as(reading: Reading, start: int, end: int) -> bool:
    """Whether the only verb left is that of «як він висловився»."""
    tokens = reading.doc.span_tokens(start, end)
    at = next((i for i, t in enumerate(tokens) if t.norm == "як"), None)
    return at is not None and not reading.has_verb(start, tokens[at].start)


def _clauses(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    tokens = reading.doc.span_tokens(start, end)
    cuts = [start]
    inside_pairs = {q.start for q in reading.doc.quoted_between(start, end)}
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if reading.quoted_at(token.start) is not None:
            continue
        dash = token.text in "–—" or token.text == "-" and before is not None and token.start > before.end
        joined = (
            (token.norm in ("і", "й", "та") or token.text == ",") and after is not None and after.start in inside_pairs
        )
        when = (
            token.text == ","
            and after is not None
            and after.norm in ("коли", "де")
            and before is not None
            and finite(before.norm) is None
        )
        if (
            joined
            or when
            or token.text == ";"
            or dash
            and _opens_clause(reading, token)
            or token.norm in ("і", "й", "та")
            and after is not None
            and after.norm == "що"
            or token.text == ","
            and after is not None
            and after.norm in _SPLIT_AFTER
        ):
            cuts.append(token.start)
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _opens_clause(reading: Reading, dash) -> bool:
    """Whether a dash parts two clauses: what follows it opens with a conjunction, in marks or not."""
    at = reading.doc.token_at(dash.end)
    following = [t for t in reading.doc.tokens[at : at + 2] if t.is_word]
    return bool(following) and following[0].norm in _SPLIT_AFTER


def _without_joint(reading: Reading, start: int, end: int) -> int:
    for token in reading.doc.span_tokens(start, end):
        if token.norm not in ("і", "й", "та", "що", ",", "а", "але"):
            return token.start
    return start
