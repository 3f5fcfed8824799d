"""Власники готелів запевняють: цьогоріч до них їдуть…; відмахнувся: мовляв, …"""

from collections.abc import Iterator

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.messages import message_speaker
from dodomu.extract.quotes.outlets import is_outlet, outlet_in
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.content import content
from dodomu.extract.quotes.reported.governed import THAT, infinitive_after, of_whoever, subject_left_out
from dodomu.extract.quotes.reported.nouns import told_by_nouns
from dodomu.extract.quotes.speakers import left, phrase_at, subject
from dodomu.text.document import Sentence
from dodomu.text.marks import OPENING
from dodomu.text.morphology import infinitive

_WHENEVER = uk.words("reports", "whenever")
_AGREEING = uk.words("reports", "agreeing")
_FRAMES = frozenset(("say", "predicate", "phrase"))
_SAID = frozenset(("say", "manner", "infinitive", "naming", "phrase"))
_REACH = 14
"""So many tokens may stand between a cue and its colon."""


def colon(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Власники готелів запевняють: цьогоріч до них їдуть…"""
    tokens = reading.doc.tokens
    for at in range(sentence.first + 1, sentence.last - 1):
        if tokens[at].text != ":" or reading.quoted_at(tokens[at].start) is not None:
            continue
        if tokens[at + 1].text in OPENING:
            return
        cue = _cue_before(reading, sentence, at)
        if cue is not None:
            yield from _after_colon(reading, sentence, cue, at)
            return
        told = next((told for told in told_by_nouns(reading, sentence) if told.end == at), None)
        if told is not None and told.at == sentence.first and reading.has_verb(tokens[at].end, sentence.end):
            # «Позиція прокуратури: …»
            if span := content(reading, tokens[at].end, sentence.end):
                yield told.quote(*span, "indirect", "colon_clause", tokens)
            return


def _cue_before(reading: Reading, sentence: Sentence, at: int) -> Cue | None:
    """The nearest cue before a colon."""
    for cue in reversed(reading.cues(sentence)):
        if cue.last <= at and cue.entry.frames & _FRAMES and reading.outside(cue):
            if of_whoever(reading, cue, sentence):
                continue
            clause = reading.doc.tokens[sentence.first : cue.first]
            if clause and clause[0].norm in _WHENEVER and not any(t.text == "," for t in clause):
                return None  # «Коли її запитали: чи страшно, вона …»
            return cue
    return None


def _after_colon(reading: Reading, sentence: Sentence, cue: Cue, at: int) -> Iterator[Found]:
    doc, tokens, names = reading.doc, reading.doc.tokens, reading.names
    between = range(cue.last, at)
    if len(between) > _REACH or any(
        tokens[i].norm in THAT or tokens[i].text == ";" or reading.is_verb(i) for i in between
    ):
        return
    if cue.impersonal:
        who = message_speaker(names, cue.last, at)
        if who is None:
            return
    else:
        # «…, переконана активістка: …»: a verb that opens its clause has its subject behind it.
        inverted = tokens[cue.first - 1].text == "," and phrase_at(names, cue.last, at, cue) is not None
        who = subject(names, cue, sentence.first, at, "right" if inverted else "left")
    if who is not None and is_outlet(doc, who):
        return
    if who is None and (outlet_in(doc, sentence.first, at) or not subject_left_out(reading, cue, sentence, at)):
        return
    if "infinitive" in cue.entry.frames and infinitive_after(reading, cue, sentence) in between:
        return  # «закликала не панікувати: …»: the colon opens a reason
    if _is_list(reading, cue, at) and not (
        reading.has_verb(tokens[at].end, sentence.end) or infinitive(tokens[at + 1].norm)
    ):
        return
    if sum(t.is_word for t in tokens[at : sentence.last]) < 2 or _agrees_to(reading, cue, at):
        return
    if span := content(reading, tokens[at].end, sentence.end):
        yield attributed(*span, "indirect", "colon_clause", cue, who, tokens, follows=who is None)


def _is_list(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether the colon may open a list: of what is asked for, of what was spoken about."""
    if cue.entry.act("say") in ("request", "order"):
        return True
    between = reading.doc.tokens[cue.last : at]
    return any(t.norm == "про" for t in between)


def _agrees_to(reading: Reading, cue: Cue, at: int) -> bool:
    """«погодилися на обмін: …»: to what somebody agrees stands before the colon."""
    return cue.entry.lemma in _AGREEING and any(t.norm == "на" for t in reading.doc.tokens[cue.last : at])


def particle(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Чиновник відмахнувся: мовляв, гроші вже витрачено."""
    tokens = reading.doc.tokens
    for cue in reading.cues(sentence):
        if cue.entry.lemma != "мовляв" or "particle" not in cue.entry.frames or not reading.outside(cue):
            continue
        if cue.first == sentence.first:
            yield from _goes_on(reading, sentence, cue)
            continue
        if tokens[cue.first - 1].text not in ",:–—-":
            continue
        colon_before = next((i for i in range(cue.first - 1, sentence.first, -1) if tokens[i].text == ":"), None)
        if colon_before is not None and cue.first > colon_before + 1:
            at = colon_before + 1
        else:
            at = cue.last + 1 if cue.last < sentence.last and tokens[cue.last].text == "," else cue.last
        who = left(reading.names, None, sentence.first, cue.first if colon_before is None else colon_before)
        if at >= sentence.last or colon_before is None and not reading.has_verb(tokens[at].start, sentence.end):
            continue
        if span := content(reading, tokens[at].start, sentence.end):
            yield attributed(*span, "indirect", "particle", cue, who, tokens, follows=who is None)


def _goes_on(reading: Reading, sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """«Мовляв, гроші вже витрачено.» after a sentence of the paragraph that says that somebody spoke."""
    doc = reading.doc
    before = doc.sentences[sentence.index - 1] if sentence.index else sentence
    if cue.first != sentence.first or before is sentence or before.paragraph != sentence.paragraph:
        return
    spoke = any(c.entry.frames & _SAID and not c.impersonal for c in reading.cues(before))
    who = None if spoke else left(reading.names, None, before.first, before.last)
    if not spoke and who is None:
        return
    if span := content(reading, doc.tokens[cue.last - 1].end, sentence.end):
        yield attributed(*span, "indirect", "particle", cue, who, doc.tokens, follows=who is None)
