"""«…», – зазначила вона: attributions that follow a quotation."""

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Attribution
from dodomu.extract.quotes.messages import message_in, message_speaker
from dodomu.extract.quotes.outlets import is_outlet
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.speakers import Speaker, bare_noun, phrase_at, subject
from dodomu.text.document import Sentence
from dodomu.text.marks import Quoted

_FRAMES = frozenset(("say", "manner", "infinitive", "phrase", "naming", "predicate"))
_TOLD_NEXT = uk.load("reports")["told_next"]
_TOLD_NEXT_ONE = uk.words("reports", "told_next_one")
_REACH = 9
"""So many words after the quotation the cue may stand."""
# The same in a line of its own, and how long that line may be.
_REACH_BELOW, _LONGEST_LINE = 6, 300


def after_marks(reading: Reading, quoted: Quoted) -> Attribution | None:
    """The attribution that follows the closing mark, in the sentence or on the next line."""
    doc = reading.doc
    sentence = doc.sentence_at(quoted.end - 1)
    first = doc.token_at(quoted.end)
    at = reading.skip_punctuation(first, sentence.last)
    if at >= sentence.last:
        return _next_line(reading, sentence) if at == sentence.last else None
    between = doc.tokens[first:at]
    dashed = any(t.text in DASHES for t in between)
    if between and (between[0].text in ".!?…" and not dashed or between[-1].text == ":"):
        return None
    return _by_cue(reading, sentence, at, punctuated=bool(between)) or (
        _by_name(reading, sentence, at) if dashed else None
    )


def _by_cue(reading: Reading, sentence: Sentence, at: int, *, punctuated: bool) -> Attribution | None:
    for cue in reading.cues(sentence):
        if cue.first < at or not reading.outside(cue):
            continue
        if not _near(reading, cue, at) or not punctuated and cue.first != at:
            return None
        if not cue.entry.frames & _FRAMES:
            continue
        if cue.first != at and _opens_clause(reading, cue, sentence):
            return None
        who = _speaker(reading, cue, at, sentence, punctuated=punctuated)
        return Attribution(cue, who) if who is not None or punctuated else None
    return None


def _near(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether nothing but a subject stands between the quotation and the cue."""
    between = range(at, cue.first)
    tokens = reading.doc.tokens
    return len(between) <= _REACH and not any(tokens[i].text in ",:;" or reading.is_verb(i) for i in between)


def _opens_clause(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    """Whether the cue reports what comes next: «…», він додав, що …"""
    tokens = reading.doc.tokens
    return cue.last + 1 < sentence.last and tokens[cue.last].text == "," and tokens[cue.last + 1].norm == "що"


def _speaker(reading: Reading, cue: Cue, at: int, sentence: Sentence, *, punctuated: bool) -> Speaker | None:
    tokens, names = reading.doc.tokens, reading.names
    # The attribution ends where a colon opens something new.
    end = next((i for i in range(cue.last, sentence.last) if tokens[i].text == ":"), sentence.last)
    who = message_speaker(names, cue.last, end) if cue.impersonal else None
    who = who or subject(names, cue, at, end, "right")
    if who is None and punctuated:
        who = bare_noun(names, cue.last, sentence.last, cue)
    if who is None and cue.impersonal and message_in(reading.doc, cue.last, end):
        return Speaker.there(tokens[cue.first])
    return who


def _by_name(reading: Reading, sentence: Sentence, at: int) -> Attribution | None:
    """«…» – Умєров: a name after a dash, and no verb; in a headline a role does too."""
    who = phrase_at(reading.names, at, sentence.last, None)
    if who is None or reading.has_verb(who.end, sentence.end):
        return None
    in_title = reading.title is not None and sentence.paragraph == reading.title
    return Attribution(None, who) if who.kind == "name" or in_title and who.kind == "role" else None


def _next_line(reading: Reading, sentence: Sentence) -> Attribution | None:
    """The attribution on a line of its own: a dash, then the cue."""
    doc = reading.doc
    below = sentence.paragraph + 1
    if below >= len(doc.paragraphs):
        return None
    start, end = doc.paragraphs[below]
    if doc.text[start] not in DASHES or end - start > _LONGEST_LINE:
        return None
    line = doc.sentence_at(start)
    cue = next((c for c in reading.cues(line) if reading.outside(c)), None)
    if cue is None or cue.first - line.first > _REACH_BELOW:
        return None
    return Attribution(cue, subject(reading.names, cue, line.first + 1, line.last, "right"))


def told_next(reading: Reading, sentence: Sentence) -> Attribution | None:
    """«…». Про це заявила Х; «…». Так Х розповідає про перший день: the attribution is the next sentence."""
    doc = reading.doc
    if sentence.index + 1 >= len(doc.sentences) or doc.sentences[sentence.index + 1].paragraph != sentence.paragraph:
        return None
    following = doc.sentences[sentence.index + 1]
    heads = [t.norm for t in doc.tokens[following.first : following.first + 2]]
    if heads not in _TOLD_NEXT and not _TOLD_NEXT_ONE.intersection(heads[:1]):
        return None
    cue = next((c for c in reading.cues(following) if c.entry.frames & {"say", "manner"} and not c.impersonal), None)
    who = subject(reading.names, cue, following.first, following.last, "right") if cue else None
    return Attribution(cue, who) if who is not None and not is_outlet(doc, who) else None
