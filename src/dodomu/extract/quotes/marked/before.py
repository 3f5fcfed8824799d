"""Х заявив: «…»: attributions that end with a colon before a quotation."""

from typing import NamedTuple

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.nouns import Told, told_by_nouns
from dodomu.extract.quotes.reported.setoff import According, according_at
from dodomu.extract.quotes.speakers import Speaker, left, subject
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.text.marks import Quoted

_FRAMES = frozenset(("say", "manner", "infinitive", "phrase", "predicate", "naming"))
_JOINED = uk.words("grammar", "and") | {","}
_CITES = uk.words("reports", "cites")


class Introduction(NamedTuple):
    """The attribution before a quotation: a cue, a report set off, a noun or a name alone; and the rule."""

    cue: Cue | According | Told | None
    speaker: Speaker | None
    rule: str


def before_marks(reading: Reading, quoted: Quoted) -> Introduction | None:
    """The attribution that ends with a colon before the opening mark, on the line or the line before."""
    doc = reading.doc
    at = doc.token_at(quoted.start) - 1
    if at > 0 and doc.tokens[at].norm in _JOINED and doc.tokens[at - 1].text in '»"”':
        # «…: «А» та «Б»»: one attribution for both
        first = doc.quoted_at(doc.tokens[at - 1].start)
        return before_marks(reading, first) if first is not None else None
    return introduction(reading, at) if at >= 0 and doc.tokens[at].text == ":" else None


def introduction(reading: Reading, at: int) -> Introduction | None:
    """The attribution that a colon ends, by the index of the colon."""
    doc = reading.doc
    sentence = doc.sentence_at(doc.tokens[at].start)
    for cue in reversed(reading.cues(sentence)):
        if cue.last <= at and reading.outside(cue) and cue.entry.frames & _FRAMES:
            who = cited(reading, cue) or subject(reading.names, cue, sentence.first, at, "left")
            return Introduction(cue, who, "colon_then_marks")
    report = according_at(reading, sentence)
    if report is not None and report.first <= at:
        return None if report.outlet else Introduction(report, report.speaker, "according_then_marks")
    told = next((told for told in told_by_nouns(reading, sentence) if told.end == at), None)
    if told is not None:
        return Introduction(told, told.speaker, "noun_then_marks")
    who = left(reading.names, None, reading.skip_punctuation(sentence.first, at), at)
    titled = who is not None and who.kind == "role" and who.head in role_forms().values()
    if titled or who is not None and who.kind in ("name", "pronoun"):
        return Introduction(None, who, "colon_name_then_marks")
    return None


def cited(reading: Reading, cue: Cue) -> Speaker | None:
    """«…», – цитує БелТА Лукашенка: with such a cue the person in the accusative speaks."""
    if cue.entry.lemma not in _CITES:
        return None
    last = reading.doc.sentence_at(reading.doc.tokens[cue.first].start).last
    for at in range(cue.last, last):
        person = reading.names.person_at(at)
        if person is not None and person.cases & {"accs", "gent"} and "nomn" not in person.cases:
            return Speaker.named(person)
    return None
