"""How far the words reach that are reported."""

from dodomu import uk
from dodomu.extract.quotes.cues import SPEAKS, Cue
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.reported.governed import THAT, infinitive_after
from dodomu.text.document import Sentence
from dodomu.text.lists import enrolled
from dodomu.text.marks import OPENING
from dodomu.text.morphology import finite

JOINS = uk.words("reports", "joins")
_AND = uk.words("grammar", "and")
_IN = uk.words("grammar", "in")
_INSTEAD = enrolled(frozenset(("натомість",)))
_THAT_AFTER = 8
"""So many tokens after a further cue its conjunction may stand."""
_SUBJECT = 8
"""So many tokens before a further cue its subject may begin."""
_PLACE = 8
"""So many tokens after «натомість» the verb of those at another place may stand."""
_CLOSING = 3
"""A quotation that ends so near to the end of its sentence ends with it: closing mark, full stop."""


def content(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """A span of what is reported, trimmed, without a label at its head; None where no word is left."""
    a, b = reading.trimmed(reading.after_label(start), end)
    return (a, b) if a < b and any(t.is_word for t in reading.doc.span_tokens(a, b)) else None


def content_end(reading: Reading, sentence: Sentence, at: int) -> int:
    """Offset where the content that begins at a token ends.

    With the sentence, before direct speech after a colon, before the next report of the same rank, before an
    attribution after a dash.
    """
    end = _before_speech_or_attribution(reading, sentence, at)
    if end is not None:
        return end
    reports = (_before_report(reading, sentence, at, cue) for cue in reading.cues(sentence))
    end = next((end for end in reports if end is not None), sentence.end)
    return min(end, _before_another_place(reading, sentence, at))


def _before_another_place(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where the article sets others against the speaker: «…, натомість у «Зорі» чекають …»."""
    tokens = reading.doc.tokens
    for i in reading.doc.where(_INSTEAD, at + 1, sentence.last - 2):
        if tokens[i - 1].text != "," or tokens[i + 1].norm not in _IN or reading.quoted_at(tokens[i].start) is not None:
            continue
        place = range(i + 2, min(i + _PLACE, sentence.last))
        named = tokens[i + 2].text in OPENING or any(at in reading.names.at for at in place)
        verbs = (finite(tokens[at].norm) for at in place if tokens[at].is_word)
        verb = next((form for form in verbs if form is not None), None)
        if named and verb is not None and verb.number == "plur" and verb.tense == "pres":
            return tokens[i - 1].start
    return sentence.end


def bracket_end(reading: Reading, sentence: Sentence, cue: Cue) -> int:
    """Where the bracket closes that a cue stands in, else the end of the sentence."""
    tokens = reading.doc.tokens
    brackets = (tokens[i].text for i in range(cue.first - 1, sentence.first - 1, -1) if tokens[i].text in "()")
    if next(brackets, ")") == ")":
        return sentence.end
    return next((t.start for t in tokens[cue.last : sentence.last] if t.text == ")"), sentence.end)


def before_next_deed(reading: Reading, sentence: Sentence, cue: Cue, at: int, limit: int) -> int:
    """Where a comma closes the clause and the subject of the cue goes on: «заперечує, що брав хабар, і розповів …».

    Verbs of one subject have no comma before «і»: where one stands it ends the clause that the cue governs, unless
    another comma opened a clause within that.
    """
    tokens, verb = reading.doc.tokens, cue.grammar
    if verb is None or not cue.finite or cue.impersonal:
        return limit
    for i in range(at + 2, sentence.last - 2):
        if tokens[i].start >= limit:
            break
        if tokens[i].text == "," and reading.quoted_at(tokens[i].start) is None:
            if tokens[i + 1].norm not in _AND:
                return limit
            following = finite(tokens[i + 2].norm) if tokens[i + 2].is_word else None
            same = following is not None and following.tense in ("past", "pres") and following.number == verb.number
            genders = {following.gender, verb.gender} - {""} if same else set()
            return tokens[i].start if same and len(genders) < 2 else limit
    return limit


def _before_speech_or_attribution(reading: Reading, sentence: Sentence, at: int) -> int | None:
    tokens = reading.doc.tokens
    for i in range(at, sentence.last - 1):
        token, following = tokens[i], tokens[i + 1]
        if token.text != ":" and token.text not in DASHES:
            continue
        quoted = reading.quoted_at(token.start)
        if quoted is not None and token.start > quoted.start:
            continue
        if token.text == ":":
            speech = reading.quoted_at(following.start) if following.text in OPENING else None
            if speech is not None and speech.end >= sentence.end - _CLOSING:
                return token.start
        elif tokens[i - 1].text == ",":
            cue = next((c for c in reading.cues(sentence) if i < c.first <= i + 2), None)
            if cue is not None and "say" in cue.entry.frames:
                return tokens[i - 1].start
    return None


def _before_report(reading: Reading, sentence: Sentence, at: int, cue: Cue) -> int | None:
    """Where a further report begins that a conjunction joins to this one: «…, і додав, що …»."""
    tokens = reading.doc.tokens
    if cue.first <= at or not reading.outside(cue) or not cue.entry.frames & SPEAKS:
        return None
    after = range(cue.last, min(cue.last + _THAT_AFTER, sentence.last))
    governs = "infinitive" in cue.entry.frames and infinitive_after(reading, cue, sentence) is not None
    if not governs and not any(tokens[i].norm in THAT for i in after):
        return None
    if cue.gerund:
        # «…, додавши, що …»: the gerund is of the one who reports, not of whom he speaks of.
        return tokens[cue.first - 1].start if tokens[cue.first - 1].text == "," and cue.first - 1 > at else None
    begin = cue.first
    while begin > at and cue.first - begin < _SUBJECT:
        if tokens[begin - 1].text in ",;" or tokens[begin - 1].norm in _AND:
            break
        begin -= 1
    joined = tokens[begin].norm in JOINS or tokens[begin - 1].norm in JOINS
    if not joined or begin <= at + 1:
        return None
    while tokens[begin - 1].norm in JOINS or tokens[begin - 1].text == ",":
        begin -= 1
    return tokens[begin].start


def after_semicolon(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where the part of the sentence begins that a token stands in: after a semicolon or a colon before it."""
    tokens = reading.doc.tokens
    for i in range(at - 1, sentence.first, -1):
        if tokens[i].text in ";:" and reading.quoted_at(tokens[i].start) is None:
            return tokens[i].end
    return sentence.start


def before_speech(reading: Reading, sentence: Sentence, at: int, limit: int) -> int:
    """Where direct speech begins after a colon, else the limit."""
    tokens = reading.doc.tokens
    for i in range(at, sentence.last - 1):
        if tokens[i].start >= limit:
            break
        if tokens[i].text == ":" and tokens[i + 1].text in OPENING and reading.quoted_at(tokens[i].start) is None:
            return tokens[i].start
    return limit


def before_colon(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where a colon opens a reason after a request, else the end of the sentence."""
    tokens = reading.doc.tokens
    colons = (
        tokens[i].start
        for i in range(at, sentence.last)
        if tokens[i].text == ":" and reading.quoted_at(tokens[i].start) is None
    )
    return next(colons, sentence.end)
