"""«А, – сказав Х. – Б»: attributions that cut a quotation."""

from typing import NamedTuple

from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.marked.before import cited
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.speakers import Speaker, subject

_FRAMES = frozenset(("say", "manner", "phrase"))
_STOPS = frozenset(",.!?…")
_REACH = 8
"""So many tokens after the dash the cue may stand."""
_LONGEST = 25
"""So many tokens at most go from the cue to the dash that closes the attribution."""


class Cut(NamedTuple):
    """An attribution from `start` to `end` within a quotation."""

    start: int
    end: int
    cue: Cue
    speaker: Speaker | None


def inside_marks(reading: Reading, start: int, end: int) -> list[Cut]:
    """The attributions that cut the words between two offsets."""
    doc, tokens = reading.doc, reading.doc.tokens
    cuts = []
    first, last = doc.token_at(start), doc.token_at(end - 1) + 1
    at = first + 1
    while at < last - 1:
        if tokens[at].text in DASHES and tokens[at - 1].text in _STOPS and tokens[at + 1].is_word:
            cue = _cue_after(reading, at)
            if cue is not None:
                sentence = doc.sentence_at(tokens[at + 1].start)
                close = _closing_dash(reading, cue.last, last)
                limit = close if close is not None else min(last, sentence.last)
                who = cited(reading, cue) or subject(reading.names, cue, at + 1, limit, "right")
                if who is not None or cue.first == at + 1:
                    stop = tokens[limit - 1].end if limit < last else end
                    if close is not None:
                        stop = tokens[close].end
                    cuts.append(Cut(tokens[at - 1].start, stop, cue, who))
                    at = limit
        at += 1
    return cuts


def _cue_after(reading: Reading, dash: int) -> Cue | None:
    """The cue that follows a dash, with nothing but a subject between them."""
    tokens = reading.doc.tokens
    sentence = reading.doc.sentence_at(tokens[dash + 1].start)
    cue = next((c for c in reading.cues(sentence) if dash < c.first <= dash + _REACH), None)
    if cue is None or not cue.entry.frames & _FRAMES:
        return None
    between = range(dash + 1, cue.first)
    return None if any(tokens[i].text in ",:;" or reading.is_verb(i) for i in between) else cue


def _closing_dash(reading: Reading, first: int, last: int) -> int | None:
    tokens = reading.doc.tokens
    places = range(first, min(last, first + _LONGEST))
    return next((i for i in places if tokens[i].text in DASHES and tokens[i - 1].text in _STOPS), None)
