"""Про це повідомив Х: the sentences before it in its paragraph, or the paragraph before."""

from collections.abc import Iterator

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.messages import REFERENCE, message_speaker, referred
from dodomu.extract.quotes.outlets import is_outlet, outlet_in
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.content import content
from dodomu.extract.quotes.reported.governed import is_negated, that_after
from dodomu.extract.quotes.speakers import Speaker, place, subject
from dodomu.text.document import Sentence

_FRAMES = frozenset(("say", "manner", "phrase"))
_BACKWARD = uk.words("reports", "backward")
_NO_POINTERS_AFTER = uk.words("reports", "no_pointers_after")
_CONFIRMING = uk.words("reports", "confirming")
_POINTERS = uk.words("reports", "pointers")
_POINTED = uk.words("reports", "pointed")
_CARRIER_OPENS = uk.words("reports", "carrier_opens")
_LONGEST = 2500
"""A longer paragraph before is not all meant."""
_AS = 4
"""So many tokens before its cue «як» may stand."""


def pointing_back(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Про це повідомив Х; …, про що повідомив Х; Таку думку висловив Х."""
    tokens = reading.doc.tokens
    for at in range(sentence.first, sentence.last - 1):
        if not _is_pointer(reading, sentence, at) or reading.quoted_at(tokens[at].start) is not None:
            continue
        relative = _is_relative(reading, sentence, at)
        if relative and (at == sentence.first or tokens[at - 1].text != ","):
            continue
        yield from _pointed_back(reading, sentence, at, relative=relative)
        return


def _pointed_back(reading: Reading, sentence: Sentence, at: int, *, relative: bool) -> Iterator[Found]:
    doc, tokens = reading.doc, reading.doc.tokens
    cue = _cue(reading, sentence, at, relative=relative)
    if cue is None or that_after(reading, cue, sentence) is not None or is_negated(reading, cue, sentence):
        return
    who, reference = _source(reading, sentence, cue, at, relative=relative)
    if who is None or is_outlet(doc, who):
        return
    pointed = (sentence.start, tokens[at - 1].start) if relative else _pointed_at(reading, sentence)
    if pointed is not None and (span := content(reading, *pointed)):
        carrier = outlet_in(doc, sentence.first, sentence.last)
        found = attributed(*span, "indirect", "pointing_back", cue, who, tokens, carrier=carrier)
        if reference is not None:
            found.cue, found.cue_lemma = reference, REFERENCE
        yield found


def _is_pointer(reading: Reading, sentence: Sentence, at: int) -> bool:
    """«про це» at the head of its clause or after a verb, «це підтвердив», or a head like «Таку думку висловив …»."""
    tokens = reading.doc.tokens
    if tokens[at].norm == "про" and tokens[at + 1].norm in _BACKWARD:
        before = tokens[at - 1]
        if at - sentence.first <= 2 and before.norm not in _NO_POINTERS_AFTER or before.text == ",":
            return True
        if at > sentence.first and reading.is_verb(at - 1):
            return True
    if tokens[at].norm == "це" and _confirms(reading, sentence, at):
        return True
    return at == sentence.first and _points(reading, sentence)


def _confirms(reading: Reading, sentence: Sentence, at: int) -> bool:
    """«Згодом це підтвердив …»: the object of a verb by which somebody says the same."""
    if any(t.text in ",:;" for t in reading.doc.tokens[sentence.first : at]):
        return False
    return any(c.first == at + 1 and c.entry.lemma in _CONFIRMING for c in reading.cues(sentence))


def _points(reading: Reading, sentence: Sentence) -> bool:
    """«Так сказав …», «Таку думку висловив …», «Відповідні дані оприлюднив …», «Інформацію підтвердили в …»."""
    heads = [t.norm for t in reading.doc.tokens[sentence.first : sentence.first + 4]]
    if heads[:1] == ["так"]:
        return any(c.first <= sentence.first + 2 for c in reading.cues(sentence))
    if _POINTERS.intersection(heads[:1]):
        return any(h in _POINTED for h in heads) and any(c.first <= sentence.first + 5 for c in reading.cues(sentence))
    return False


def _is_relative(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether «про що», «…, про це» belongs to the sentence that it points to."""
    tokens = reading.doc.tokens
    if tokens[at].norm != "про":
        return False
    if tokens[at + 1].norm == "що":
        return True
    return at > sentence.first and tokens[at - 1].text == "," and not _as_carrier(reading, sentence, at)


def _as_carrier(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether the sentence opens with «Як інформує «Главком»,»: then «про це» points back all the same."""
    tokens = reading.doc.tokens
    return tokens[sentence.first].norm in _CARRIER_OPENS or not reading.has_verb(sentence.start, tokens[at - 1].start)


def _cue(reading: Reading, sentence: Sentence, at: int, *, relative: bool) -> Cue | None:
    """The cue that points back; not that of «Як інформує «Главком», про це повідомив…», which is the carrier's."""
    for cue in reading.cues(sentence):
        if relative and cue.first <= at or not cue.entry.frames & _FRAMES or not reading.outside(cue):
            continue
        if cue.entry.act("say") in ("state", "promise", "deny") and not _after_as(reading, cue, sentence):
            return cue
    return None


def _after_as(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    before = reading.doc.tokens[max(sentence.first, cue.first - _AS) : cue.first]
    return any(token.norm == "як" for token in before)


def _source(
    reading: Reading, sentence: Sentence, cue: Cue, at: int, *, relative: bool
) -> tuple[Speaker | None, tuple[int, int] | None]:
    """Who said it, with the place of «з посиланням на» where that names him rather than an outlet."""
    doc, names = reading.doc, reading.names
    if cue.impersonal:
        who = message_speaker(names, at, sentence.last) or place(names, cue, at, sentence.last)
    else:
        who = subject(names, cue, at if relative else sentence.first, sentence.last, "right")
    source = referred(names, sentence.first, sentence.last)
    if source is None:
        return who, None
    relayed = (
        who is None
        or who.start >= source[0].start
        or is_outlet(doc, who)
        or "«" in doc.text[who.start - 1 : who.start]
        or outlet_in(doc, sentence.first, sentence.last) is not None
    )
    return source if relayed else (who, None)


def _pointed_at(reading: Reading, sentence: Sentence) -> tuple[int, int] | None:
    """The sentences before in the paragraph that no other attribution covers, else the paragraph before."""
    doc = reading.doc
    before = [s for s in doc.sentences_of(sentence.paragraph) if s.index < sentence.index]
    if before:
        covered = [s for s in before[:-1] if _attributes(reading, s)]
        start = doc.sentences[covered[-1].index + 1].start if covered else before[0].start
        return start, before[-1].end
    if sentence.paragraph == 0:
        return None
    start, end = doc.paragraphs[sentence.paragraph - 1]
    return (start, end) if end - start < _LONGEST else None


def _attributes(reading: Reading, sentence: Sentence) -> bool:
    return any(reading.outside(c) and "say" in c.entry.frames and not c.gerund for c in reading.cues(sentence))
