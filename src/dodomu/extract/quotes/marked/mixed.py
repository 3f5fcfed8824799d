"""Words in marks inside a sentence that reports the rest: назвав це «історичним кроком»."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.marked.labels import is_label
from dodomu.extract.quotes.marked.span import part, words_between
from dodomu.extract.quotes.outlets import is_outlet
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.governed import DECIDING, infinitive_after, is_negated, that_after
from dodomu.extract.quotes.reported.nouns import Told, told_by_nouns
from dodomu.extract.quotes.reported.setoff import According, according_at
from dodomu.extract.quotes.speakers import Speaker, left, right, subject
from dodomu.text.document import Sentence
from dodomu.text.marks import Quoted
from dodomu.text.morphology import forms, infinitive
from dodomu.text.tokens import Token

_PREPOSITIONS = uk.words("grammar", "prepositions")
_NAMING_AS = uk.words("reports", "naming_as")
_LEADS = uk.words("reports", "leads_to_marks")
_FRAMES = frozenset(("say", "phrase", "predicate", "infinitive", "particle"))
_LONGEST = 1500
"""Longer quotations are no words within a sentence."""
_GOING_ON = 4
"""So many words in marks at least go on with the report of the sentence before."""
_BESIDE = 4
"""So many words may stand between a cue and the marks it governs without a conjunction."""
_NAMED = 3
"""The same for a verb that names: назвав це рішення «кроком»."""


class Report(NamedTuple):
    """What a sentence attributes its quoted words by, and the rule."""

    cue: Cue | According | Told
    speaker: Speaker | None
    rule: str


def mixed(reading: Reading, taken: Callable[[int, int], bool]) -> Iterator[Found]:
    """Words in marks under a cue of their sentence, but those that are `taken` already."""
    doc = reading.doc
    for quoted in doc.outermost:
        if taken(*quoted.inner) or quoted.end - quoted.start > _LONGEST or not _may_be_said(reading, quoted):
            continue
        sentence = doc.sentence_at(quoted.start)
        if doc.sentence_at(quoted.end - 1).paragraph != sentence.paragraph:
            continue
        report = _report(reading, quoted, sentence)
        if report is None:
            continue
        a, b = part(reading, *quoted.inner)
        if isinstance(report.cue, According | Told):
            yield report.cue.quote(a, b, "mixed", report.rule, doc.tokens)
        else:
            yield attributed(a, b, "mixed", report.rule, report.cue, report.speaker, doc.tokens, "naming")


def _may_be_said(reading: Reading, quoted: Quoted) -> bool:
    """Two words or more, and no label but one that a verb gives: назвав його «зрадником народу»."""
    words = words_between(reading, *quoted.inner)
    if len(words) < 2:
        return False
    return not is_label(reading, quoted) or not words[0].is_capital and _after_naming(reading, quoted)


def _after_naming(reading: Reading, quoted: Quoted) -> bool:
    at = reading.doc.token_at(quoted.start)
    cues = reading.cues(reading.doc.sentence_at(quoted.start))
    return any(c.last <= at <= c.last + _NAMED and "naming" in c.entry.frames for c in cues)


def _report(reading: Reading, quoted: Quoted, sentence: Sentence) -> Report | None:
    """The cue under which the quoted words stand: the nearest before them, a report set off, a parenthesis after."""
    doc = reading.doc
    at = doc.token_at(quoted.start)
    cues = [c for c in reading.cues(sentence) if reading.outside(c)]
    report = according_at(reading, sentence)
    for cue in reversed(cues):
        if cue.last > at or is_negated(reading, cue, sentence) or not _governs(reading, cue, sentence, at):
            continue
        if _by_people_at_large(reading, cue, sentence):
            continue
        if "particle" in cue.entry.frames:
            who = left(reading.names, None, sentence.first, cue.first)
        else:
            who = subject(reading.names, cue, sentence.first, at, "left")
        if who is not None and is_outlet(doc, who):
            return None
        plural = cue.grammar is not None and not cue.gerund and cue.grammar.number == "plur"
        if who is None and report is None and plural:
            continue
        return Report(cue, who, "marks_in_report")
    if report is not None:
        return None if report.outlet else Report(report, report.speaker, "marks_in_according")
    return (
        _parenthesis(reading, cues, at, sentence)
        or _by_noun(reading, at, sentence)
        or _goes_on(reading, quoted, cues, sentence)
    )


def _goes_on(reading: Reading, quoted: Quoted, cues: list[Cue], sentence: Sentence) -> Report | None:
    """«Мер пообіцяв перевірку. Її проведуть «без огляду на посади»»: a report goes on in the next sentence."""
    words = words_between(reading, *quoted.inner)
    if (
        any(c.entry.frames & _FRAMES for c in cues)
        or len(words) < _GOING_ON
        or words[0].is_capital
        or not sentence.index
    ):
        return None
    if not (words[0].norm in _PREPOSITIONS or reading.has_verb(*quoted.inner) or infinitive(words[0].norm)):
        return None
    before = reading.doc.sentences[sentence.index - 1]
    told = [c for c in reading.cues(before) if c.entry.frames & _FRAMES and reading.outside(c) and not c.impersonal]
    if before.paragraph != sentence.paragraph or not told:
        return None
    return Report(told[-1], None, "marks_going_on")


def _by_noun(reading: Reading, at: int, sentence: Sentence) -> Report | None:
    """«слова Х «…»», «заява Х про «…»»: a noun with its speaker right before the marks."""
    for told in told_by_nouns(reading, sentence):
        between = reading.doc.tokens[told.end : at]
        close = not between or len(between) <= _BESIDE and between[0].norm == "про"
        if told.act == "state" and told.end <= at and close and all(t.is_word for t in between):
            return Report(told, told.speaker, "marks_by_noun")
    return None


def _governs(reading: Reading, cue: Cue, sentence: Sentence, at: int) -> bool:
    """Whether the marks stand in what a cue reports: a clause after «що», an infinitive, or right beside it."""
    frames = cue.entry.frames
    if "naming" in frames:
        return _names(reading, cue, at)
    if not frames & _FRAMES or cue.entry.lemma in DECIDING:
        return False
    if "particle" in frames or _beside(reading.doc.tokens[cue.last : at]):
        return True
    if "infinitive" in frames and (
        infinitive_after(reading, cue, sentence) is not None or _asked_in_marks(reading, cue, at)
    ):
        return True
    that = that_after(reading, cue, sentence)
    return that is not None and that < at or _asks(reading, cue, at)


def _names(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether a verb that names reaches the marks: with «як» if it needs it, past no verb after marks of its own."""
    tokens = reading.doc.tokens
    if "say" not in cue.entry.frames and cue.entry.lemma in _NAMING_AS and tokens[at - 1].norm != "як":
        return False
    pairs = reading.doc.quoted_between(tokens[cue.last - 1].end, tokens[at].start)
    return not pairs or not any(reading.is_verb(i) for i in range(reading.doc.token_at(pairs[-1].end), at))


def _asked_in_marks(reading: Reading, cue: Cue, at: int) -> bool:
    """«закликав міліцію «виконувати обов'язки»»: the infinitive stands in the marks, after whom it is asked of."""
    tokens = reading.doc.tokens
    quoted = reading.quoted_at(tokens[at].start)
    between = range(cue.last, at)
    if quoted is None or any(tokens[i].text in ",:;" or reading.is_verb(i) for i in between):
        return False
    return any(infinitive(t.norm) for t in reading.doc.span_tokens(*quoted.inner) if t.is_word)


def _beside(between: Sequence[Token]) -> bool:
    words = [t for t in between if t.is_word and t.norm not in _PREPOSITIONS]
    return len(between) <= _BESIDE and not any(f.case and f.pos == "NOUN" for t in words for f in forms(t.norm)[:1])


def _asks(reading: Reading, cue: Cue, at: int) -> bool:
    """«пояснив, чому це «…»»: a question that the cue governs."""
    tokens = reading.doc.tokens
    for i in range(cue.last, at):
        if tokens[i].norm in _LEADS and tokens[i - 1].text == ",":
            return True
        if reading.is_verb(i):
            return False
    return False


def _by_people_at_large(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    """«У народі їх називають «…»»: everybody says so, nobody is quoted."""
    verb = cue.grammar
    if verb is None or verb.number != "plur" or verb.tense != "pres" or "naming" not in cue.entry.frames:
        return False
    return left(reading.names, cue, sentence.first, cue.first) is None


def _parenthesis(reading: Reading, cues: list[Cue], at: int, sentence: Sentence) -> Report | None:
    """«…» скоїли злочини, стверджує Ейсмонт."""
    tokens = reading.doc.tokens
    cue = next(
        (c for c in cues if c.first > at and "say" in c.entry.frames and tokens[c.first - 1].text in ",–—-"), None
    )
    who = right(reading.names, cue, cue.last, sentence.last) if cue is not None else None
    return Report(cue, who, "marks_in_parenthesis") if who is not None else None
