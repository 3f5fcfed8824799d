"""За словами Павленка, …; Більшість, за її спостереженнями, …; …, як зазначив Х: how far it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from dodomu import uk
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.messages import referred
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.content import after_semicolon, before_speech, content
from dodomu.extract.quotes.reported.governed import is_relative
from dodomu.extract.quotes.reported.setoff import According, set_off
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.document import Sentence
from dodomu.text.tokens import Token

_QUESTIONS = uk.words("grammar", "questions")
_BEFORE_ACCORDING = uk.words("reports", "joins") | uk.words("reports", "before_according")
_POINTER = 8
"""So many tokens after a carrier «про це» may end: «Як пише «Село», про це вчора …»."""
_REFERRED = 12
"""So many tokens after an outlet its source may be named."""


def according_first(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """За словами Павленка, … at the head of a sentence: whatever others say in it, it is he who tells."""
    reports = list(set_off(reading, sentence))
    if reports and _is_of_one(reports[0].speaker) and _opens(reading, reports[0], sentence):
        yield from islice(_reported_by(reading, sentence, reports), 1)


def _is_of_one(who: Speaker | None) -> bool:
    """Whether one person or body speaks: «за даними опитування» and «на думку мешканців» others are named within."""
    return who is None or who.kind in ("name", "pronoun") or bool(who.head) and who.number == "sing"


def according(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """За словами Павленка, …; Більшість, за її спостереженнями, …; …, як зазначив Х."""
    yield from _reported_by(reading, sentence, list(set_off(reading, sentence)))


def _reported_by(reading: Reading, sentence: Sentence, reports: list[According]) -> Iterator[Found]:
    tokens = reading.doc.tokens
    for number, report in enumerate(reports):
        if report.outlet:
            source = referred(reading.names, report.first, min(report.last + _REFERRED, sentence.last))
            if source is None:
                continue
            report = replace(report, speaker=source[0], outlet=False)
        if report.rule == "as_said" and _points_back(tokens, report, sentence):
            continue
        following = next((r for r in reports[number + 1 :] if tokens[r.first - 1].text == ";"), None)
        limit = tokens[following.first].start if following else sentence.end
        bounds = _bounds(reading, report, sentence, limit)
        if bounds is not None and (span := content(reading, *bounds)):
            yield report.quote(*span, "indirect", report.rule, tokens)


def _points_back(tokens: Sequence[Token], report: According, sentence: Sentence) -> bool:
    """«Як інформує «Главком», про це повідомив …»: what is said stands before."""
    return any(
        tokens[i].norm == "це" and tokens[i - 1].norm == "про"
        for i in range(max(report.last, 1), min(report.last + _POINTER, sentence.last))
    )


def _bounds(reading: Reading, report: According, sentence: Sentence, limit: int) -> tuple[int, int] | None:
    """Where what the report sets off begins and ends: after it, before it, or around it."""
    tokens = reading.doc.tokens
    first, last = report.first, report.last
    if _opens(reading, report, sentence):
        at = last + 1 if last < sentence.last and tokens[last].text == "," else last
        return (tokens[at].start, before_speech(reading, sentence, at, limit)) if at < sentence.last else None
    closed = tokens[last - 1].end
    if reading.doc.quoted_between(closed, closed + 4):
        return None  # «…, як сама жартує, «цілу валізу ідей»»: only what is in marks is said
    if _in_relative_clause(reading, first, sentence) and last < sentence.last:
        # «1000 тіл, що, за твердженням сторони, належать …»: only what the relative clause goes on to say
        start = tokens[last].end if tokens[last].text == "," else tokens[last].start
        return start, before_speech(reading, sentence, last, limit)
    start = after_semicolon(reading, sentence, first)
    if last >= sentence.last - 1 or tokens[last].text in ".!?…":
        return start, tokens[first].start
    return start, before_speech(reading, sentence, last, limit)


def _opens(reading: Reading, report: According, sentence: Sentence) -> bool:
    """Whether the report opens its sentence, after a label or a conjunction at most."""
    at = reading.doc.token_at(reading.after_label(sentence.start))
    return not any(t.is_word and t.norm not in _BEFORE_ACCORDING for t in reading.doc.tokens[at : report.first])


def _in_relative_clause(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether a relative or a question word stands alone between the commas before the report: «, серед яких, »."""
    tokens = reading.doc.tokens
    if at - 3 < sentence.first or tokens[at - 1].text != ",":
        return False
    opens = at - 3 if tokens[at - 3].text == "," else at - 4
    if opens <= sentence.first or tokens[opens].text != ",":
        return False
    word = tokens[at - 2].norm
    return word == "що" or is_relative(word) or word in _QUESTIONS
