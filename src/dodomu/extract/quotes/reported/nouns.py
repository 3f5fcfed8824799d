"""пропозиція Х зустрітися; твердження Х, що …; з вимогою звільнити …: nouns that report, and whose words they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dodomu import uk
from dodomu.extract.quotes.cues import reporting_nouns
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.outlets import is_outlet
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.content import before_colon, content, content_end
from dodomu.extract.quotes.reported.governed import is_adverb
from dodomu.extract.quotes.speakers import Speaker, genitive, left, owner
from dodomu.text.document import Sentence
from dodomu.text.morphology import finite, forms, infinitive
from dodomu.text.tokens import Token

_PREPOSITIONS = uk.words("grammar", "prepositions")
_OF = uk.words("grammar", "of")
_THAT = uk.words("reports", "noun_that")
_VERB = 3
"""So many tokens after the noun and its speaker the infinitive may stand."""


@dataclass(frozen=True, slots=True)
class Told:
    """A noun that reports: its token, the end of the words for it and its speaker, dictionary form, act."""

    at: int
    end: int
    lemma: str
    act: str
    speaker: Speaker

    def quote(self, start: int, end: int, kind: str, rule: str, tokens: Sequence[Token]) -> Found:
        """A quotation that the noun attributes."""
        cue = tokens[self.at].start, tokens[self.at].end
        return Found(start, end, kind, rule, self.speaker, cue[0], cue, self.lemma, self.act)


def told_by_nouns(reading: Reading, sentence: Sentence) -> Iterator[Told]:
    """The nouns of a sentence that report and tell whose words they are."""
    tokens = reading.doc.tokens
    for at in reading.doc.where(reporting_nouns(), sentence.first, sentence.last):
        if reading.quoted_at(tokens[at].start) is not None:
            continue
        if any(cue.first <= at < cue.last for cue in reading.cues(sentence)):
            continue
        lemma, act = reporting_nouns()[tokens[at].norm]
        who = genitive(reading.names, at + 1, sentence.last)
        end = reading.doc.token_at(who.end - 1) + 1 if who is not None else at + 1
        if who is None and at > sentence.first:
            who = owner(tokens[at - 1])
        if who is None and act != "state" and tokens[at - 1].norm in _OF and _instrumental(tokens[at].norm, lemma):
            who = left(reading.names, None, sentence.first, at)
        if who is not None and not is_outlet(reading.doc, who):
            yield Told(at, end, lemma, act, who)


def _instrumental(norm: str, lemma: str) -> bool:
    return any(f.case == "ablt" and f.lemma == lemma for f in forms(norm))


def nominal(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """відхилив пропозицію Х зустрітися; твердження Х, що свідки брешуть; голодував з вимогою звільнити всіх в'язнів"""
    tokens = reading.doc.tokens
    for told in told_by_nouns(reading, sentence):
        if told.act == "state":
            that = _that(tokens, told.end, sentence.last)
            span = content(reading, tokens[that].end, _clause_end(reading, sentence, told, that)) if that else None
        else:
            verb = _infinitive(tokens, told.end, sentence.last)
            end = min(before_colon(reading, sentence, verb), _before_verb(reading, sentence, told, verb)) if verb else 0
            span = content(reading, tokens[told.end].start, end) if verb else None
        if span:
            yield told.quote(*span, "indirect", "nominal", tokens)


def told_by_noun(reading: Reading, sentence: Sentence, that: int) -> bool:
    """Whether a conjunction opens what a noun with its speaker tells: «спростувала твердження Х, що …»."""
    tokens = reading.doc.tokens
    return any(
        told.act == "state" and _that(tokens, told.end, sentence.last) == that
        for told in told_by_nouns(reading, sentence)
    )


def _infinitive(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """The infinitive that the noun governs: right after it, or after adverbs."""
    for i in range(at, min(at + _VERB, last)):
        if infinitive(tokens[i].norm):
            return i
        if not is_adverb(tokens[i].norm):
            return None
    return None


def _before_verb(reading: Reading, sentence: Sentence, told: Told, at: int) -> int:
    """Where the clause of the noun goes on: «пропозицію Х зустрітися відхилили», «після заклику Х їхати люди пішли»."""
    tokens = reading.doc.tokens
    for i in range(at + 1, sentence.last):
        if tokens[i].text in ",;–—":
            break
        if reading.is_verb(i):
            governed = tokens[told.at - 1].norm in _PREPOSITIONS
            return tokens[i - 1 if _is_subject(tokens[i - 1].norm, tokens[i].norm, governed=governed) else i].start
    return sentence.end


def _is_subject(noun: str, verb: str, *, governed: bool) -> bool:
    """Whether a noun is the subject of the verb after it; if it may be an object, only where there must be one."""
    readings = [f for f in forms(noun) if f.pos == "NOUN"]
    if not governed and any(f.case == "accs" for f in readings):
        return False
    number = finite(verb).number
    return any(f.case == "nomn" and f.number == number for f in readings)


def _that(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """The conjunction of what is said, «, що», «про те, що»; not «слова Х, що звучали», where it is a subject."""
    about = [t.norm for t in tokens[at : at + 2]] == ["про", "те"]
    at += 2 if about else 0
    if at + 2 >= last or tokens[at].text != "," or tokens[at + 1].norm not in _THAT:
        return None
    return at + 1 if about or forms(tokens[at + 2].norm)[0].pos != "VERB" else None


def _clause_end(reading: Reading, sentence: Sentence, told: Told, that: int) -> int:
    """Where what is said ends: with the sentence, or where the clause goes on that the noun stands in."""
    tokens = reading.doc.tokens
    end = content_end(reading, sentence, that + 1)
    if any(reading.is_verb(i) for i in range(sentence.first, told.at)):
        return end
    commas = (i for i in range(that + 1, sentence.last) if tokens[i].text == "," and tokens[i].start < end)
    closing = (i for i in commas if reading.is_verb(i + 1) or any(reading.is_verb(j) for j in range(that + 1, i)))
    return next((tokens[i].start for i in closing), end)
