"""Чиновники запевняли – судно порожнє: a dash right after the cue stands for «що»."""

from collections.abc import Iterator

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.outlets import is_outlet
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.reported.content import JOINS, content
from dodomu.extract.quotes.reported.governed import is_negated, is_relative
from dodomu.extract.quotes.speakers import left
from dodomu.text.document import Sentence
from dodomu.text.marks import OPENING

_NO_CLAUSE = uk.words("grammar", "subordinators") | uk.words("grammar", "questions")
_EDGES = frozenset(",;:–—")


def dash(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Чиновники запевняли – судно порожнє."""
    tokens = reading.doc.tokens
    for cue in reading.cues(sentence):
        if not _before_dash(reading, cue, sentence) or is_negated(reading, cue, sentence):
            continue
        before = range(cue.first - 1, sentence.first, -1)
        start = next((i + 1 for i in before if tokens[i].text in _EDGES), sentence.first)
        if any(t.norm in _NO_CLAUSE or is_relative(t.norm) for t in tokens[start : cue.first]):
            continue
        who = left(reading.names, cue, start, cue.first)
        if who is None or is_outlet(reading.doc, who) or not _opens_clause(reading, cue.last + 1, sentence.last):
            continue
        if span := content(reading, tokens[cue.last].end, sentence.end):
            yield attributed(*span, "indirect", "dash_clause", cue, who, tokens)


def _before_dash(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    """Whether a verb of saying has a dash after it, with a space before that."""
    if "say" not in cue.entry.frames or cue.impersonal or cue.gerund or not cue.finite or not reading.outside(cue):
        return False
    tokens, at = reading.doc.tokens, cue.last
    return at < sentence.last - 2 and tokens[at].text in DASHES and tokens[at].start > tokens[at - 1].end


def _opens_clause(reading: Reading, at: int, last: int) -> bool:
    """Whether a clause with a verb begins at a token, none that goes on from the one before: «сказала – і пішла»."""
    tokens = reading.doc.tokens
    if tokens[at].text in OPENING or tokens[at].norm in JOINS:
        return False
    end = next((i for i in range(at, last) if tokens[i].text in _EDGES), last)
    return any(reading.is_verb(i) for i in range(at, end))
