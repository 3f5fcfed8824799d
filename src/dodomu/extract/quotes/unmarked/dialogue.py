"""Lines that open with a dash: dialogue, questions and answers."""

from collections import Counter
from collections.abc import Iterator

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.marked.before import introduction
from dodomu.extract.quotes.marked.inside import inside_marks
from dodomu.extract.quotes.marked.span import part
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.marks import OPENING
from dodomu.text.names import NameMention

_WITH = uk.words("grammar", "of")
_TALKS = tuple(uk.load("reports")["talks"])
# An interview has so many lines with a dash, and so many questions among them.
_LINES, _QUESTIONS = 6, 3


def _dashed(reading: Reading) -> list[int]:
    """Paragraphs that open with a dash and a space."""
    text = reading.doc.text
    return [
        number
        for number, (start, _) in enumerate(reading.doc.paragraphs)
        if text[start] in DASHES and text[start + 1 : start + 2].isspace()
    ]


def dialogue(reading: Reading) -> Iterator[Found]:
    """— Нам сказали чекати, — згадує вона. — Потім…: a line that opens with a dash and holds an attribution."""
    doc = reading.doc
    for number in _dashed(reading):
        start, end = doc.paragraphs[number][0] + 1, doc.paragraphs[number][1]
        cuts = inside_marks(reading, start, end)
        if not cuts or not any(t.is_word for t in doc.span_tokens(start, cuts[0].start)):
            continue
        place = start
        for cut in cuts:
            a, b = _without_marks(reading, *part(reading, place, cut.start))
            if a < b:
                yield attributed(a, b, "direct", "dash_dialogue", cut.cue, cut.speaker, doc.tokens, "manner")
            place = cut.end
        a, b = _without_marks(reading, *part(reading, place, end))
        if a < b and any(c.isalpha() for c in doc.text[a:b]) and doc.text[place - 1] in DASHES:
            yield attributed(a, b, "direct", "dash_dialogue", cuts[-1].cue, cuts[-1].speaker, doc.tokens, "manner")


def dash_after_colon(reading: Reading) -> Iterator[Found]:
    """Вона каже: / — Нам сказали чекати. A line with a dash below an attribution that ends with a colon; no list."""
    doc = reading.doc
    dashed = set(_dashed(reading))
    for number in sorted(dashed):
        colon = doc.token_at(doc.paragraphs[number][0]) - 1
        if colon < 1 or doc.tokens[colon].text != ":" or number + 1 in dashed:
            continue
        a, b = part(reading, doc.paragraphs[number][0] + 1, doc.paragraphs[number][1])
        told = introduction(reading, colon) if _is_utterance(reading, a, b) else None
        if told is not None and isinstance(told.cue, Cue):
            cue, who = told.cue, told.speaker
            yield attributed(a, b, "direct", "dash_after_colon", cue, who, doc.tokens, "manner", follows=who is None)


def _is_utterance(reading: Reading, start: int, end: int) -> bool:
    """Whether a line without its dash is a sentence, from its capital to its full stop."""
    text = reading.doc.text
    return start < end and text[start].isupper() and text[end - 1] in ".!?…" and reading.has_verb(start, end)


def _without_marks(reading: Reading, start: int, end: int) -> tuple[int, int]:
    text = reading.doc.text
    while start < end and text[start] in OPENING:
        start += 1
    while end > start and text[end - 1] in '»"”':
        end -= 1
    return start, end


def interview(reading: Reading) -> Iterator[Found]:
    """– Чому? – Тому, що…: the answers are those of whom the interview is with."""
    doc = reading.doc
    dashed = _dashed(reading)
    questions = {number for number in dashed if doc.text[doc.paragraphs[number][1] - 1] == "?"}
    if not questions:
        return
    begin = doc.paragraphs[min(questions)][0]
    announced = _announced(reading, begin)
    if announced is None and (len(dashed) < _LINES or len(questions) < _QUESTIONS):
        return
    guest = announced or _most_named(reading, begin)
    who = Speaker.named(guest) if guest is not None else None
    for number in dashed:
        if number in questions or number - 1 not in questions:
            continue
        a, b = part(reading, doc.paragraphs[number][0] + 1, doc.paragraphs[number][1])
        if a < b:
            yield Found(a, b, "direct", "interview", None, a, follows=True, fallback=who)


def _announced(reading: Reading, begin: int) -> NameMention | None:
    """Whom «спілкуємося з …», «інтерв'ю з …» or a headline «Х: …» above the questions names."""
    doc, tokens = reading.doc, reading.doc.tokens
    persons = [m for m in reading.cast.persons if not m.loose and m.end <= begin]
    for mention in persons:
        if "ablt" not in mention.cases:
            continue
        sentence = doc.sentence_at(mention.start)
        before = tokens[sentence.first : mention.first]
        at = next((i for i, t in enumerate(before) if t.norm.startswith(_TALKS)), None)
        if at is not None and any(t.norm in _WITH for t in before[at:]):
            return mention
    return None


def _most_named(reading: Reading, begin: int) -> NameMention | None:
    """Who is named most above the questions; in a headline before all others; of two the first."""
    persons = [m for m in reading.cast.persons if not m.loose and m.end <= begin]
    if reading.title is not None:
        end = reading.doc.paragraphs[reading.title][1]
        persons = [m for m in persons if m.end <= end and reading.doc.tokens[m.last].text == ":"] or persons
    counted = Counter(id(m.actor) for m in persons)
    return max(persons, key=lambda m: (counted[id(m.actor)], -m.start), default=None)


def dash_alone(reading: Reading) -> Iterator[Found]:
    """— Одинадцятеро в камері на чотирьох. A line without an attribution, in a text that has some with one."""
    doc = reading.doc
    dashed = _dashed(reading)
    attributing = {
        number for number in dashed if inside_marks(reading, doc.paragraphs[number][0] + 1, doc.paragraphs[number][1])
    }
    if not attributing:
        return
    plain = set(dashed) - attributing
    for number in dashed:
        if number in attributing or {number - 1, number + 1} & plain:
            continue
        a, b = part(reading, doc.paragraphs[number][0] + 1, doc.paragraphs[number][1])
        if _is_utterance(reading, a, b) and doc.text[b - 1] != "?":
            yield Found(a, b, "direct", "dash_alone", None, a, follows=True)
