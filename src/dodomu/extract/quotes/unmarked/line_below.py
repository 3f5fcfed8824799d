"""A paragraph without marks, then «– зазначив Х.» on a line of its own."""

from collections.abc import Iterator

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.marked.span import part
from dodomu.extract.quotes.messages import message_in, message_speaker
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.speakers import Speaker, subject
from dodomu.text.document import Sentence

_BEFORE_CUE = uk.words("reports", "line_below")
_LONGEST = 200
"""So many characters the line of the attribution has at most."""


def line_below(reading: Reading) -> Iterator[Found]:
    """A paragraph without marks, then «– зазначив Х.» on a line of its own."""
    doc = reading.doc
    for number in range(1, len(doc.paragraphs)):
        start, end = doc.paragraphs[number]
        if doc.text[start] not in DASHES or end - start > _LONGEST:
            continue
        line = doc.sentence_at(start)
        cue = _cue(reading, line)
        if cue is None or _in_marks(reading, number - 1):
            continue
        who = _speaker(reading, cue, line)
        if who is not None:
            a, b = part(reading, *doc.paragraphs[number - 1])
            yield attributed(a, b, "direct", "line_below", cue, who, doc.tokens, "manner")


def _cue(reading: Reading, line: Sentence) -> Cue | None:
    """The cue that opens the line, after a pronoun or «про це» at most."""
    cue = next((c for c in reading.cues(line) if reading.outside(c)), None)
    if cue is None or not cue.entry.frames & {"say", "manner"}:
        return None
    between = reading.doc.tokens[line.first + 1 : cue.first]
    return cue if len(between) <= 2 and all(t.norm in _BEFORE_CUE for t in between) else None


def _in_marks(reading: Reading, paragraph: int) -> bool:
    """Whether a whole paragraph stands in quotation marks."""
    start, end = reading.doc.paragraphs[paragraph]
    quoted = reading.quoted_at(start) or reading.quoted_at(start + 1)
    return quoted is not None and quoted.end >= end - 2


def _speaker(reading: Reading, cue: Cue, line: Sentence) -> Speaker | None:
    if not cue.impersonal:
        return subject(reading.names, cue, line.first + 1, line.last, "right")
    who = message_speaker(reading.names, cue.last, line.last)
    if who is None and message_in(reading.doc, cue.last, line.last):
        return Speaker.there(reading.doc.tokens[cue.first])
    return who
