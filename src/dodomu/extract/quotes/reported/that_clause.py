"""Х заявив, що …; переконаний, що …; вимагає, щоб …"""

from collections.abc import Iterator

from dodomu import uk
from dodomu.extract.quotes.cues import SPEAKS, Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.messages import message_speaker, referred
from dodomu.extract.quotes.outlets import is_outlet, outlet_in
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.content import before_next_deed, bracket_end, content, content_end
from dodomu.extract.quotes.reported.governed import (
    SO_THAT,
    clause_start,
    how_after,
    is_negated,
    of_whoever,
    subject_left_out,
    that_after,
)
from dodomu.extract.quotes.reported.nouns import told_by_noun
from dodomu.extract.quotes.speakers import Speaker, left, place, right, subject
from dodomu.text.document import Sentence

_FRAMES = SPEAKS | {"that"}
_WHENEVER = uk.words("reports", "whenever")
_WISHING = uk.words("reports", "wishing")
_FROM_A_PLACE = uk.words("reports", "from_a_place")


def that_clause(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Х заявив, що …; переконаний, що …; вимагає, щоб …"""
    tokens = reading.doc.tokens
    claimed = -1
    for cue in reading.cues(sentence):
        start = tokens[cue.first].start
        if start < claimed or start in reading.attributing or not _may_report(reading, cue, sentence):
            continue
        that = that_after(reading, cue, sentence)
        if that is None and sentence.paragraph != reading.title:
            that = how_after(reading, cue, sentence)
        if that is None or is_negated(reading, cue, sentence) and cue.entry.act("say") != "deny":
            continue
        if told_by_noun(reading, sentence, that):
            continue
        who = _speaker(reading, cue, sentence, that)
        if cue.entry.lemma in _WISHING and not _wishes(cue, who):
            continue
        outlet = outlet_in(reading.doc, sentence.first, that) if who is None else None
        if who is None and cue.entry.lemma in _FROM_A_PLACE:
            continue
        if outlet or who is not None and is_outlet(reading.doc, who):
            source = referred(reading.names, sentence.first, that)
            if source is None:
                continue
            who = source[0]
        personal = not cue.impersonal and not cue.gerund
        if who is None and personal and not subject_left_out(reading, cue, sentence, that):
            continue
        claimed = before_next_deed(reading, sentence, cue, that + 1, content_end(reading, sentence, that + 1))
        claimed = min(claimed, bracket_end(reading, sentence, cue))
        silent = cue.impersonal and who is None
        frame = "infinitive" if tokens[that].norm in SO_THAT and "infinitive" in cue.entry.frames else "say"
        if span := content(reading, tokens[that].end, claimed):
            follows = who is None and not silent
            yield attributed(*span, "indirect", "that_clause", cue, who, tokens, frame, silent=silent, follows=follows)


def _wishes(cue: Cue, who: Speaker | None) -> bool:
    """Whether somebody who is named wishes now: «хотіла, щоб …» is a story."""
    return who is not None and who.kind == "name" and cue.grammar.tense == "pres"


def _may_report(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    if cue.impersonal and cue.first > sentence.first and reading.doc.tokens[cue.first - 1].norm in _WHENEVER:
        return False  # «коли йдеться про те, що»: of nobody
    return bool(cue.entry.frames & _FRAMES) and reading.outside(cue) and not of_whoever(reading, cue, sentence)


def _speaker(reading: Reading, cue: Cue, sentence: Sentence, that: int) -> Speaker | None:
    """By the kind of the cue: from a place, from a message, beside another verb, with a subject."""
    names, first = reading.names, sentence.first
    if cue.entry.lemma in _FROM_A_PLACE:
        return place(names, cue, first, that)
    if cue.impersonal:
        return (
            message_speaker(names, cue.last, that)
            or message_speaker(names, first, cue.first)
            or place(names, cue, first, that)
        )
    if cue.gerund:
        return left(names, None, first, cue.first) or right(names, None, first, cue.first)
    own = clause_start(reading, cue, sentence)
    return subject(names, cue, own, that, "left") or subject(names, cue, first, that, "left")
