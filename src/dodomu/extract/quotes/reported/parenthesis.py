"""Усі помилувані, стверджує Ейсмонт, скоїли…; …, пише Марія Попова у «Часописі»."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.messages import REFERENCE, message_speaker, referred
from dodomu.extract.quotes.outlets import carries, outlet_in
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.reported.content import JOINS, after_semicolon, content
from dodomu.extract.quotes.reported.governed import THAT, infinitive_after, is_negated, is_relative
from dodomu.extract.quotes.speakers import Speaker, bare_noun, phrase_at, subject
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.text.document import Sentence
from dodomu.text.marks import OPENING
from dodomu.text.morphology import forms
from dodomu.text.tokens import Token

_NO_PARENTHESIS = JOINS | uk.words("reports", "no_parenthesis")
_BACKWARD = uk.words("reports", "backward")
_PREPOSITIONS = uk.words("grammar", "prepositions")
_QUESTIONS = uk.words("grammar", "questions")
_SUBORDINATORS = uk.words("grammar", "subordinators")
_OBJECTS = uk.words("grammar", "object_pronouns")
_BEFORE = 10
"""So many tokens before its cue a parenthesis may begin."""
_APPOSITION = 12
"""So many tokens of an apposition have no verb."""
_SHORTEST = 4
"""Fewer tokens before a parenthesis that ends its sentence are no report."""


class _Source(NamedTuple):
    """Who says it, and the place of «з посиланням на» if that tells."""

    speaker: Speaker
    cue: tuple[int, int] | None


def parenthesis(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Усі помилувані, стверджує Ейсмонт, скоїли…"""
    tokens = reading.doc.tokens
    for cue in reading.cues(sentence):
        if not _may_be_set_off(reading, cue) or cue.gerund or not cue.finite or not reading.outside(cue):
            continue
        left = _left_edge(reading, cue, sentence)
        right = parenthesis_end(reading, cue, sentence) if left is not None else None
        if left is None or right is None or not _is_parenthesis(reading, cue, left, right, sentence):
            continue
        source = _source(reading, cue, left, right)
        start = after_semicolon(reading, sentence, left)
        if (
            source is None
            and not _alone(reading, cue, left, right, sentence)
            or not _is_report(reading, start, left, right, sentence)
        ):
            continue
        if _fronted(tokens, sentence) and start == sentence.start:
            start, end = tokens[sentence.first + 3].end, tokens[left - 1].start
        else:
            end = _content_end(reading, left, right, sentence)
        if span := content(reading, start, end):
            who = source.speaker if source else None
            found = attributed(*span, "indirect", "parenthesis", cue, who, tokens, "manner")
            if source and source.cue:
                found.cue, found.cue_lemma = source.cue, REFERENCE
            yield found


def _may_be_set_off(reading: Reading, cue: Cue) -> bool:
    """A verb of saying, or «переконаний експерт», «впевнена вона» in a clause of its own; no apposition to a name."""
    if "say" in cue.entry.frames:
        return True
    if "predicate" not in cue.entry.frames or not cue.first or reading.doc.tokens[cue.first - 1].text not in ",–—-":
        return False
    who = (
        phrase_at(reading.names, cue.last, len(reading.doc.tokens), cue) if cue.last < len(reading.doc.tokens) else None
    )
    if who is None or reading.names.ending_at(cue.first - 1) is not None:
        return False
    return who.kind != "role" or who.head in role_forms().values()


def _alone(reading: Reading, cue: Cue, left: int, right: int, sentence: Sentence) -> bool:
    """«Молоко, каже, купують добре»: the verb alone, of whoever spoke before; «кажуть» is of everybody."""
    tokens = reading.doc.tokens
    if (cue.first, cue.last) != (left, right) or right + 1 >= sentence.last or tokens[right].text != ",":
        return False
    if cue.impersonal or cue.grammar.number != "sing" or _asks(tokens[right + 1].norm):
        return False
    return not any(at in reading.names.inside for at in range(sentence.first, left))


def _left_edge(reading: Reading, cue: Cue, sentence: Sentence) -> int | None:
    """The first token after the comma or dash that opens the parenthesis."""
    tokens = reading.doc.tokens
    at = cue.first
    while at > sentence.first and tokens[at - 1].text not in ",–—-;:" and cue.first - at < _BEFORE:
        at -= 1
    if at in (0, sentence.first) or tokens[at - 1].text not in ",–—-":
        return None
    return None if tokens[at].norm in _NO_PARENTHESIS or tokens[at].text == "," else at


def parenthesis_end(reading: Reading, cue: Cue, sentence: Sentence) -> int | None:
    """Index of the token that closes the parenthesis, or None if the cue governs a clause."""
    tokens = reading.doc.tokens
    at = cue.last
    while at < sentence.last:
        token = tokens[at]
        if token.text in OPENING:
            quoted = reading.quoted_at(token.start)
            if quoted is None or quoted.end > sentence.end:
                return None
            at = reading.doc.token_at(quoted.end - 1) + 1
            continue
        if token.text == ",":
            if at + 1 < sentence.last and tokens[at + 1].norm in THAT:
                return None
            date = reading.names.past_date(at, sentence.last)
            after = date if date is not None else _after_apposition(reading, at + 1, sentence)
            if after is None:
                return at
            at = after
            continue
        if token.text == ":":
            return None
        if token.text in "–—-;.!?…":
            return at
        at += 1
    return at


def _after_apposition(reading: Reading, at: int, sentence: Sentence) -> int | None:
    """The token that closes an apposition: «каже Анна Коваль, речниця суду, …»."""
    if not reading.names.opens_apposition(at, sentence.last):
        return None
    close = next((i for i in range(at, sentence.last) if reading.doc.tokens[i].text in ",;"), sentence.last)
    if any(reading.is_verb(i) for i in range(at, max(close, min(at + _APPOSITION - 1, sentence.last)))):
        return None
    return close


def _is_parenthesis(reading: Reading, cue: Cue, left: int, right: int, sentence: Sentence) -> bool:
    """Not «говорили про мир», «за допомогою яких сторони заявили», nor what has another verb or points elsewhere."""
    tokens = reading.doc.tokens
    if any(reading.is_verb(i) for i in range(left, right) if not cue.first <= i < cue.last):
        return False
    if "infinitive" in cue.entry.frames and infinitive_after(reading, cue, sentence) is not None:
        return False
    if is_negated(reading, cue, sentence) or cue.last < sentence.last and tokens[cue.last].norm == "про":
        return False
    if any(is_relative(t.norm) or t.norm in _SUBORDINATORS or t.norm in _QUESTIONS for t in tokens[left : cue.first]):
        return False
    if any(tokens[i].norm == "про" and tokens[i + 1].norm in _BACKWARD for i in range(left, right - 1)):
        return False
    return _fronted(tokens, sentence) or _verb_first(reading, left, cue.first) or _closes(reading, cue, right, sentence)


def _fronted(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """«Про те, що міст добудують, Х повідомив навесні»: what is said stands first."""
    return [t.norm for t in tokens[sentence.first : sentence.first + 4]] == ["про", "те", ",", "що"]


def _verb_first(reading: Reading, first: int, last: int) -> bool:
    """Whether no noun that may be a subject or an object stands before the verb: «…, пояснила вчора в суді Коваль»."""
    tokens = reading.doc.tokens
    governed = False
    for token in tokens[first:last]:
        if token.norm in _PREPOSITIONS:
            governed = True
        elif token.text == "%" and not governed:
            return False
        elif any(f.pos in ("NOUN", "NPRO") and f.case == "nomn" for f in forms(token.norm)[:3]) and token.is_word:
            if not governed:
                return False
            governed = False
    return True


def _closes(reading: Reading, cue: Cue, right: int, sentence: Sentence) -> bool:
    """Whether the cue ends its clause («…, вона каже, …»): a subject before a verb that has more is a main clause."""
    if any(t.is_word for t in reading.doc.tokens[cue.last : right]):
        return False
    return right + 1 >= sentence.last or not _asks(reading.doc.tokens[right + 1].norm)


def _asks(norm: str) -> bool:
    return norm in _QUESTIONS or is_relative(norm)


def _source(reading: Reading, cue: Cue, left: int, right: int) -> _Source | None:
    """Who says it; behind an outlet whoever it refers to."""
    doc, names = reading.doc, reading.names
    if _has_object(reading, cue, right):
        return None
    who = subject(names, cue, left, right, "right")
    if who is None and cue.impersonal:
        who = message_speaker(names, left, right)
    outlet = carries(doc, who, cue.entry.lemma) if who is not None else outlet_in(doc, left, right) is not None
    if who is None and not outlet:
        who = bare_noun(names, cue.last, right, cue)
    if who is not None and not outlet:
        return _Source(who, None)
    source = referred(names, left, right)
    return _Source(*source) if source is not None else None


def _has_object(reading: Reading, cue: Cue, right: int) -> bool:
    """Whether a pronoun that no noun follows is what the verb acts on: «сам пише їх»."""
    after = reading.doc.tokens[cue.last : min(cue.last + 2, right)]
    if not after or after[0].norm not in _OBJECTS:
        return False
    return len(after) == 1 or not any(f.pos in ("NOUN", "ADJF") for f in forms(after[1].norm))


def _is_report(reading: Reading, start: int, left: int, right: int, sentence: Sentence) -> bool:
    """Whether the sentence around a parenthesis says something: it has a verb, on one side at least."""
    tokens = reading.doc.tokens
    first = reading.doc.token_at(start)
    opens = [t.norm for t in tokens[first : first + 2]]
    if opens[0] == "як" or opens == ["про", "це"]:
        return False
    ends = right >= sentence.last - 1
    if not reading.has_verb(start, tokens[left - 1].start) and (
        not _says_what_is(tokens[first : left - 1]) if ends else not reading.has_verb(tokens[right].start, sentence.end)
    ):
        return False
    return not ends or left - first >= _SHORTEST


def _says_what_is(tokens: Sequence[Token]) -> bool:
    """Whether a sentence without a verb ends with what it says of its subject: «Становище не краще, каже Х»."""
    words = [t for t in tokens if t.is_word]
    if not words or words[-1] is not tokens[-1] or words[0].norm == "про":
        return False
    if not any(f.pos == "ADJF" and f.case == "nomn" for f in forms(words[-1].norm)[:1]):
        return False
    return any(f.pos == "NOUN" and f.case == "nomn" for t in words[:-1] for f in forms(t.norm))


def _content_end(reading: Reading, left: int, right: int, sentence: Sentence) -> int:
    """Before the parenthesis if nothing but an outlet follows it, else with the sentence."""
    tokens = reading.doc.tokens
    follows = any(t.is_word for t in tokens[right : sentence.last]) if right < sentence.last else False
    if follows and not _carried(reading, right, sentence):
        return sentence.end
    dashed = tokens[left - 1].text in DASHES and tokens[left - 2].text == ","
    return tokens[left - 2 if dashed else left - 1].start


def _carried(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether nothing but an outlet follows: «…, повідомив у четвер штаб, передає УНН»."""
    cue = next((c for c in reading.cues(sentence) if at < c.first <= at + 3), None)
    if cue is None or outlet_in(reading.doc, cue.last, sentence.last) is None:
        return False
    return parenthesis_end(reading, cue, sentence) in (sentence.last, sentence.last - 1)
