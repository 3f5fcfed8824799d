"""доручив службам активізувати …: what somebody is asked, told or promised to do."""

from collections.abc import Iterator

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.outlets import is_outlet
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.content import JOINS, before_colon, content, content_end
from dodomu.extract.quotes.reported.governed import (
    clause_start,
    infinitive_after,
    is_adverb,
    is_negated,
    of_whoever,
    subject_left_out,
)
from dodomu.extract.quotes.speakers import Speaker, left, right, subject
from dodomu.text.document import Sentence
from dodomu.text.morphology import Form, finite, infinitive
from dodomu.text.tokens import Token

_AND = uk.words("grammar", "and")
_NEXT = _AND | {"а", "але"}
_CONTRASTS = uk.words("reports", "contrasts")
_ALSO = uk.words("reports", "also")
_TERMS = uk.words("reports", "terms")
_NO_TERMS = uk.words("reports", "no_terms")
_TERM = 6
"""So many tokens before an infinitive its term may begin."""
_DEED = 3
"""So many tokens after the conjunction the next deed may stand."""


def infinitive_clause(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """доручив службам активізувати …, закликав Росію негайно повернути …"""
    tokens = reading.doc.tokens
    for cue in reading.cues(sentence):
        if not _may_ask(reading, cue, sentence):
            continue
        verb = infinitive_after(reading, cue, sentence)
        if verb is None:
            continue
        first = _first(tokens, cue, verb)
        who = _speaker(reading, cue, sentence, first)
        if who is not None and is_outlet(reading.doc, who):
            continue
        if who is None and not _may_lack_subject(reading, cue, sentence, first):
            continue
        end = min(
            content_end(reading, sentence, verb),
            _next_deed(reading, cue, verb, sentence),
            before_colon(reading, sentence, verb),
            _before_contrast(reading, verb, sentence),
        )
        if span := content(reading, tokens[first].start, end):
            follows, silent = who is None, cue.impersonal
            yield attributed(
                *span, "indirect", "infinitive", cue, who, tokens, "infinitive", follows=follows, silent=silent
            )


def _speaker(reading: Reading, cue: Cue, sentence: Sentence, last: int) -> Speaker | None:
    if cue.impersonal:
        return None
    if cue.gerund:
        return left(reading.names, None, sentence.first, cue.first)
    names, first, own = reading.names, sentence.first, clause_start(reading, cue, sentence)
    return own > first and subject(names, cue, own, last, "left") or subject(names, cue, first, last, "left")


def _may_ask(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    frames = cue.entry.frames
    asks = "phrase" in frames and cue.entry.act("phrase") in ("request", "order", "promise")
    if not asks and "infinitive" not in frames or not reading.outside(cue):
        return False
    return not of_whoever(reading, cue, sentence) and not is_negated(reading, cue, sentence)


def _may_lack_subject(reading: Reading, cue: Cue, sentence: Sentence, last: int) -> bool:
    """Not «вкладників обіцяють звільнити від комісії»: nobody in particular."""
    verb = cue.grammar
    if verb.number == "plur" and verb.tense == "pres" and cue.first > sentence.first:
        return False
    return cue.impersonal or subject_left_out(reading, cue, sentence, last)


def _first(tokens: list[Token], cue: Cue, verb: int) -> int:
    """Where the request begins: with the adverbs and the term before the infinitive."""
    start = verb
    while start > cue.last and is_adverb(tokens[start - 1].norm):
        start -= 1
        if tokens[start - 1].norm in _AND and is_adverb(tokens[start - 2].norm) and start - 2 >= cue.last:
            start -= 1
    return _term_before(tokens, cue.last, start)


def _term_before(tokens: list[Token], first: int, at: int) -> int:
    """A term set before the infinitive belongs to the content: «доручив уряду до кінця місяця подати план»."""
    for begin in range(at - 1, max(first, at - _TERM), -1):
        norm = tokens[begin].norm
        if norm in _TERMS or norm in _NO_TERMS:
            if any(t.text in ",:;" for t in tokens[begin:at]):
                continue
            return begin if norm in _TERMS else at
    return at


def _next_deed(reading: Reading, cue: Cue, at: int, sentence: Sentence) -> int:
    """Where the subject of the cue does something else: «пообіцяв зібрати сесію й доручив юристам…»."""
    tokens, verb = reading.doc.tokens, cue.grammar
    for i in range(at + 1, sentence.last - 1):
        if tokens[i].norm not in _NEXT or reading.quoted_at(tokens[i].start) is not None:
            continue
        for token in tokens[i + 1 : min(i + 1 + _DEED, sentence.last)]:
            if _same_subject(reading, verb, token, sentence):
                return tokens[i - 1].start if tokens[i - 1].text == "," else tokens[i].start
            if not token.is_word or not is_adverb(token.norm) and token.norm not in _ALSO:
                break
    return sentence.end


def _before_contrast(reading: Reading, at: int, sentence: Sentence) -> int:
    """Where a clause of its own contradicts: «пропонував внести зміни, проте його не підтримали»."""
    tokens = reading.doc.tokens
    for i in range(at + 1, sentence.last - 2):
        if tokens[i].text != "," or reading.quoted_at(tokens[i].start) is not None:
            continue
        if tokens[i + 1].norm in _CONTRASTS:
            clause = range(
                i + 2, next((j for j in range(i + 2, sentence.last) if tokens[j].text in ",;"), sentence.last)
            )
            return tokens[i].start if any(reading.is_verb(j) for j in clause) else sentence.end
    return sentence.end


def _same_subject(reading: Reading, verb: Form | None, token: Token, sentence: Sentence) -> bool:
    """Whether a verb may be of the subject of the cue: in its form, or a reporting verb in another tense."""
    form = finite(token.norm) if token.is_word else None
    if form is None or verb is None or form.tense not in ("past", "pres"):
        return False
    if (form.tense, form.gender, form.number) == (verb.tense, verb.gender, verb.number):
        return True
    reports = any(reading.doc.tokens[cue.first].start == token.start for cue in reading.cues(sentence))
    return reports and form.tense != verb.tense and (form.number == "plur") == (verb.number == "plur")


def fronted_infinitive(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """«Добудувати міст пообіцяв голова громади»: the infinitive opens the sentence, the subject follows the cue."""
    tokens = reading.doc.tokens
    first = next((i for i in range(sentence.first, sentence.last) if tokens[i].norm not in JOINS), sentence.last)
    if first >= sentence.last or not infinitive(tokens[first].norm):
        return
    cue = next((c for c in reading.cues(sentence) if "infinitive" in c.entry.frames), None)
    if cue is None or cue.impersonal or cue.gerund or is_negated(reading, cue, sentence) or not reading.outside(cue):
        return
    if any(reading.is_verb(i) or tokens[i].text in ":;–—" for i in range(first, cue.first)):
        return
    who = right(reading.names, cue, cue.last, sentence.last)
    if who is None or is_outlet(reading.doc, who) or infinitive_after(reading, cue, sentence) is not None:
        return
    if span := content(reading, tokens[first].start, tokens[cue.first].start):
        yield attributed(*span, "indirect", "fronted_infinitive", cue, who, tokens, "infinitive")
